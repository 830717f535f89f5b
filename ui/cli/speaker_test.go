//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	plan "uncramp/session"
)

// holds says whether a text stands on the screen, wherever its lines are broken: the
// path of a file may be longer than a line.
func holds(screen, text string) bool {
	solid := func(text string) string { return strings.ReplaceAll(flat(text), " ", "") }
	return strings.Contains(solid(screen), solid(text))
}

// shows follows whether a text stands on the screen.
func (s *session) shows(text string) *watched {
	return s.watch(func(screen string) string { return strconv.FormatBool(holds(screen, text)) })
}

// once checks that a text came to the screen a single time.
func (w *watched) once(t *testing.T, what string) {
	t.Helper()
	n := 0
	for _, step := range w.all() {
		if step.value == "true" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%s: came %d times, want once", what, n)
	}
}

// TestSpeakerHangs: one that hangs is ended after five seconds, and neither the clock
// nor a key nor the end waits for it. Nothing of it is left.
func TestSpeakerHangs(t *testing.T) {
	t.Parallel()
	e := speakers(t, "hangs")
	s := start(t, opts{heard: true, args: speakWith(t), env: e.env})
	device := s.shows(content.Embedded().Phrase("no-device"))
	clock := s.watch(func(screen string) string {
		if d, ok := count(screen, "BREATHE"); ok {
			return d.String()
		}
		return ""
	})
	began := e.hears(t, "said", 1).at
	e.hears(t, "child", 1)
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 6*time.Second })
	e.empties(t)
	if lived := e.end().Sub(began); lived < 4*time.Second || lived > 6*time.Second {
		t.Errorf("it was ended after %v, want 5 s", lived)
	}
	eachSecond(t, clock.all())
	s.waitGone(t, "No sound device", 2*patience) // by itself, after a while
	device.once(t, "that no device answers")

	asked := time.Now()
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	if took := time.Since(asked); took > soon {
		t.Errorf("a key was answered after %v", took)
	}
	e.hears(t, "said", 2)
	e.hears(t, "child", 2)
	s.keys("q")
	s.waitFor(t, "LEAVE NOW?", patience)
	asked = time.Now()
	s.keys("\r")
	s.ends(t, 3)
	if took := time.Since(asked); took > 2*time.Second {
		t.Errorf("leaving took %v", took)
	}
	e.empties(t)
}

// eachSecond checks a clock that counts up: no second is left out, and each comes about
// a second after the one before it.
func eachSecond(t *testing.T, steps []seen) {
	t.Helper()
	var last seen
	next := time.Duration(0)
	for _, step := range steps {
		if step.value == "" || next > 6*time.Second {
			continue
		}
		if step.value != next.String() {
			t.Fatalf("the clock showed %s, want %v", step.value, next)
		}
		if gap := step.at.Sub(last.at); next > time.Second && (gap < 500*time.Millisecond || gap > 1500*time.Millisecond) {
			t.Errorf("%s came %v after the second before it", step.value, gap)
		}
		last, next = step, next+time.Second
	}
	if next < 6*time.Second {
		t.Errorf("the clock went no further than %s", last.value)
	}
}

// TestSpeakerFails: that it does is said once, and why, and the session goes on.
func TestSpeakerFails(t *testing.T) {
	t.Parallel()
	e := speakers(t, "fails")
	s := start(t, opts{heard: true, args: speakWith(t), env: e.env})
	why := strings.TrimSuffix(content.Embedded().Phrase("voice-gone"), ".") + ": " + filepath.Base(os.Args[0]) + ": exit status 1"
	gone := s.shows(why)
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	e.hears(t, "said", 1)
	s.waitText(t, "m voice on")
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	e.hears(t, "said", 2)
	s.waitText(t, why)
	s.waitText(t, "m tones on")
	s.keys("\r")
	s.waitVerb(t, "GET READY", patience)
	s.counts(t, "GET READY", patience, func(d time.Duration) bool { return d <= 14*time.Second })
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	s.keys("\x03")
	s.ends(t, 130)
	gone.once(t, "that the voice is gone")
	e.empties(t)
	if n := e.count("said"); n != 2 {
		t.Errorf("it was asked to speak %d times, want 2: the second failure is the last", n)
	}
}

// TestSpeakerMissing: a speaker that isn't there is named, and no screen begins.
func TestSpeakerMissing(t *testing.T) {
	t.Parallel()
	s := start(t, opts{heard: true, args: []string{"--speak-with", "no-such-speaker -v en"}, cols: 120})
	s.exits(t, 2, patience)
	s.restored(t)
	if !strings.HasPrefix(s.screen(), "uncramp: ") || !strings.Contains(s.screen(), `"no-such-speaker"`) {
		t.Errorf("not named:\n%s", s.screen())
	}
	if bytes.Contains(s.raw(), []byte("\x1b")) {
		t.Errorf("an escape sequence: %q", s.raw())
	}
}

// TestSpeakerWords: it is given the words of the content, and its arguments as they
// were typed. No shell reads either.
func TestSpeakerWords(t *testing.T) {
	t.Parallel()
	e := speakers(t, "speaks")
	dir := t.TempDir()
	s := start(t, opts{heard: true, args: speakWith(t, "$HOME", "*", `"a b;"`, "`touch made`", ";touch", "made"), env: e.env, dir: dir})
	guide, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	words := wordsOf(plan.New(plan.Facts{Muscle: content.Calf}, guide, content.Embedded))
	for i, key := range []string{"", "e", "\r", ""} {
		if key != "" {
			s.wait(time.Second) // a key that was pressed at once confirms nothing
			s.keys(key)
		}
		got, ok := strings.CutSuffix(e.hears(t, "said", i+1).text, "\n")
		if !ok || got == "" || !strings.HasSuffix(words[i], got) { // what is too long loses its beginning
			t.Errorf("said %q, want %q", got, words[i])
		}
	}
	if got := e.hears(t, "said", 1).text; got != guide.Say+"\n" {
		t.Errorf("said %q at first, want %q", got, guide.Say)
	}
	args := strings.Join([]string{"$HOME", "*", "a b;", "`touch", "made`", ";touch", "made"}, "\n")
	if got := e.hears(t, "args", 1).text; got != args {
		t.Errorf("arguments %q, want %q", got, args)
	}
	s.keys("\x03")
	s.ends(t, 130)
	if made, _ := filepath.Glob(filepath.Join(dir, "*")); len(made) > 0 {
		t.Errorf("made %q", made)
	}
	if _, err := os.Stat(filepath.Join(dir, "made")); err == nil {
		t.Error("a shell read the arguments")
	}
}

// wordsOf is what a session has to say from its beginning to how one gets into place
// for the first exercise.
func wordsOf(s plan.Session) []string {
	var all []string
	say := func(cues []plan.Cue) {
		var words []string
		for _, c := range cues {
			if said := s.Said(c); said != "" {
				words = append(words, said)
			}
		}
		all = append(all, strings.Join(words, " "))
	}
	say(s.Opening())
	var cues []plan.Cue
	for _, e := range []plan.Event{plan.Eased{}, plan.Go{}} {
		s, cues = s.Apply(e, s.Now+time.Second)
		say(cues)
	}
	s, cues, _ = s.Ahead()
	say(cues)
	return all
}
