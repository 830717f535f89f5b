//go:build unix

package cli_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// person presses keys at a program as somebody might, by chance.
type person struct {
	rng  *rand.Rand
	mood mood
	turn int
}

// mood is how somebody goes through a session.
type mood int

const (
	restless mood = iota // presses whatever there is
	hurried              // to the end, by the shortest way
	calm                 // does what is said, to the end of each hold
)

// one is one of the choices.
func (p *person) one(choices ...string) string { return choices[p.rng.IntN(len(choices))] }

// span is a time between two.
func (p *person) span(from, to time.Duration) time.Duration {
	return from + time.Duration(p.rng.Int64N(int64(to-from)))
}

// begins are the words of a command line.
func (p *person) begins() []string {
	if p.rng.IntN(4) == 0 {
		args := []string{"stretch", p.one("legs", "bedtime"), "--position", p.one("standing", "seated", "lying")}
		return append(args, speeds(10)...)
	}
	return append([]string{
		p.one("calf", "quad", "hamstring", "arch", "toes"), "--side", p.one("left", "right", "both"),
		"--position", p.one("standing", "seated", "lying"), "--have", p.one("wall", "heat,cold,towel", "heat,cold,roller,ball,chair"),
	}, speeds(10)...)
}

// presses is the next key on a screen; "" = none. None of them leaves.
func (p *person) presses(screen string) string {
	text := flat(screen)
	has := func(words string) bool { return strings.Contains(text, words) }
	switch {
	case has("LEAVE NOW?"), has("WARNING SIGNS"), has("esc close"), has("[esc]"):
		return "\x1b"
	case has("it is off"):
		return "\r"
	case placeOn(screen).name == atEnd:
		return p.one("", "3", "7", "1", "0")
	case p.mood == hurried:
		return p.hurries(has)
	case has("IS THIS RIGHT?"), has("No cramp now"):
		return p.one("\r", "\r", "\r", "\r", "l", "p", "o", "c")
	case has("HEAT, COLD OR NEITHER?"):
		return p.one("1", "1", "2", "2", "n", "b")
	case has("GET IT READY"):
		return p.one("\r", "\r", "\r", "n", "c")
	case has("skin looks fine"):
		return p.one("\r", "\r", "x", "")
	case has("it eased"):
		return p.one("e", "e", "e", "e", "s", "1", "2", "3", "l", "p")
	case has("space go on"):
		return p.one(" ", " ", "n")
	case p.mood == calm && has("GET READY"), p.mood == calm && has("SWITCH"):
		return "\r"
	case p.mood == calm:
		return p.one("", "", "", "", "", "", "+", "t")
	}
	return p.one("n", "n", "n", "n", "\r", "\r", "t", "c", "b", "+", " ", "x", "")
}

// hurries is the key of somebody who wants the summary. The same key twice in a row would
// be one that is held down.
func (p *person) hurries(has func(string) bool) string {
	p.turn++
	switch {
	case p.turn%2 == 0:
		return "\x1b[A"
	case has("IS THIS RIGHT?"), has("No cramp now"), has("skin looks fine"):
		return "\r"
	case has("it eased"):
		return "e"
	}
	return "n"
}

// lives has a program run for so long, with keys now and then. It ends before that
// where something else ends it: false.
func (p *person) lives(s *session, long time.Duration) bool {
	end := time.Now().Add(long)
	for {
		gap := p.span(60*time.Millisecond, 450*time.Millisecond)
		if p.mood == hurried {
			gap /= 4
		}
		left := time.Until(end)
		if _, over := s.wait(max(0, min(gap, left))); over {
			return false
		}
		if left <= gap {
			return true
		}
		s.keys(p.presses(s.screen()))
	}
}

// insists presses a key until it has shown something: what comes before the first frame
// counts for nothing.
func (s *session) insists(t *testing.T, key string, fits func(screen string) bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		s.keys(key)
		if s.sees(time.Second, fits) {
			return
		}
	}
	t.Fatalf("%q does nothing; screen:\n%s", key, s.screen())
}

// sees waits for a whole frame that fits, but not for longer than so long.
func (s *session) sees(long time.Duration, fits func(screen string) bool) bool {
	timer := time.NewTimer(long)
	defer timer.Stop()
	for {
		s.mu.Lock()
		text, whole, changed := s.scr.text(), !s.scr.on(2026), s.changed
		s.mu.Unlock()
		if whole && fits(text) {
			return true
		}
		select {
		case <-changed:
		case <-s.exited:
			return fits(s.screen())
		case <-timer.C:
			return false
		}
	}
}
