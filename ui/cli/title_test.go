//go:build unix

package cli_test

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a program writes for around the screen: titles, the stack on which they are
// kept, how far it is.
var (
	titleWords   = regexp.MustCompile(`\x1b\][012];([^\x07\x1b]*)(?:\x07|\x1b\\)`)
	titleStack   = regexp.MustCompile(`\x1b\[(2[23](?:;\d+)*)t`)
	progressBars = regexp.MustCompile(`\x1b\]9;4;([^\x07\x1b]*)(?:\x07|\x1b\\)`)
)

// The states of a progress bar, as they are written.
const (
	barGone   = "0"
	barRuns   = "1"
	barPauses = "4"
)

// matches are all that a pattern found in what was written.
func (s *session) matches(pattern *regexp.Regexp) []string {
	var all []string
	for _, m := range pattern.FindAllSubmatch(s.raw(), -1) {
		all = append(all, string(m[1]))
	}
	return all
}

// lastOf is the last of what a pattern found, "" of nothing.
func (s *session) lastOf(pattern *regexp.Regexp) string {
	all := s.matches(pattern)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

// waitBar waits until the bar is in a state, and returns how full it is.
func (s *session) waitBar(t *testing.T, state string) (percent int) {
	t.Helper()
	s.until(t, "a bar in state "+state, patience, func(string) bool {
		is, value, _ := strings.Cut(s.lastOf(progressBars), ";")
		percent, _ = strconv.Atoi(value)
		return is == state
	})
	return percent
}

// stretching goes on to the first lead: in that step there is a bar.
func stretching(t *testing.T, o opts) *session {
	t.Helper()
	s := eased(t, o)
	s.keys("\r")
	s.waitVerb(t, "GET READY", patience)
	return s
}

// TestTitle: verb, time and step in the title, and on the task how far the step is.
func TestTitle(t *testing.T) {
	t.Parallel()
	s := stretching(t, opts{args: speeds(20)})
	s.waitVerb(t, "HOLD", patience)
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d <= 15*time.Second })
	bars := s.matches(progressBars)
	for i, bar := range bars {
		state, value, _ := strings.Cut(bar, ";")
		percent, _ := strconv.Atoi(value)
		if state != barRuns || percent != i {
			t.Errorf("the bars are %q, want one more each time", bars)
			break
		}
	}
	if len(bars) < 5 {
		t.Errorf("only the bars %q", bars)
	}
	s.keys(" ")
	s.waitFor(t, "PAUSED", patience)
	stood := s.waitBar(t, barPauses)
	if stood < len(bars)-1 {
		t.Errorf("%d%% in the pause, after %q", stood, bars)
	}
	s.wait(time.Second) // sooner it would be the same key held down
	s.keys(" ")
	s.waitBar(t, barRuns)
	titles := s.matches(titleWords)
	for _, want := range []string{
		`^BREATHE 0:\d\d · Wait$`, `^CHOOSE · Wait$`, `^GET READY 0:1\d · Stretch$`, `^HOLD 0:1\d · Stretch$`, `^PAUSED 0:1\d · Stretch$`,
	} {
		if !slices.ContainsFunc(titles, regexp.MustCompile(want).MatchString) {
			t.Errorf("no title like %s: %q", want, titles)
		}
	}
}

// isReset checks that nothing of the program is left around the screen: its title is
// taken away and the one before it is back, and so is the task without a bar.
func (s *session) isReset(t *testing.T, name string) {
	t.Helper()
	if stack := s.matches(titleStack); !slices.Equal(stack, []string{"22;2", "23;2"}) {
		t.Errorf("%s: the title is kept and given back with %q", name, stack)
	}
	raw := s.raw()
	words, stack := titleWords.FindAllIndex(raw, -1), titleStack.FindAllIndex(raw, -1)
	if len(words) < 2 || len(stack) != 2 || words[0][0] < stack[0][0] || words[len(words)-1][0] > stack[1][0] {
		t.Errorf("%s: titles at %v, kept and given back at %v", name, words, stack)
	}
	if title := s.lastOf(titleWords); title != "" {
		t.Errorf("%s: the last title is %q", name, title)
	}
	if bar := s.lastOf(progressBars); bar != barGone {
		t.Errorf("%s: the last bar is %q", name, bar)
	}
}

// TestTitleIsReset on each way out, from a step with a bar.
func TestTitleIsReset(t *testing.T) {
	t.Parallel()
	leave := func(s *session) {
		s.keys("q")
		s.waitFor(t, "LEAVE NOW?", patience)
		s.keys("\r")
	}
	pause := func(s *session) {
		s.keys(" ")
		s.waitBar(t, barPauses)
		s.keys("\x03")
	}
	for name, way := range map[string]struct {
		code int
		out  func(*session)
	}{
		"q":       {3, leave},
		"ctrl+c":  {130, func(s *session) { s.keys("\x03") }},
		"paused":  {130, pause},
		"SIGTERM": {143, func(s *session) { s.signal(t, syscall.SIGTERM) }},
		"SIGINT":  {130, func(s *session) { s.signal(t, syscall.SIGINT) }},
	} {
		s := stretching(t, opts{args: speeds(10)})
		s.waitBar(t, barRuns)
		way.out(s)
		s.ends(t, way.code)
		s.isReset(t, name)
	}
}

// TestTitleIsResetInPanic: as it is on the ways out that are meant.
func TestTitleIsResetInPanic(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := stretching(t, opts{bin: self, env: []string{brittleMode + "=1"}})
	s.waitBar(t, barRuns)
	s.keys("x")
	s.exits(t, 1, patience)
	s.restored(t)
	s.isReset(t, "panic")
	if !strings.Contains(string(s.raw()), "x was pressed") {
		t.Errorf("ended for another reason:\n%s", s.screen())
	}
}

// TestTitleWhileStopped: the shell that takes over finds neither title nor bar; both
// come back with the program.
func TestTitleWhileStopped(t *testing.T) {
	t.Parallel()
	s := stretching(t, opts{jobs: true, args: speeds(10)})
	s.waitBar(t, barRuns)
	s.keys("\x1a")
	s.waitFor(t, stopped, patience)
	if title, bar := s.lastOf(titleWords), s.lastOf(progressBars); title != "" || bar != barGone {
		t.Errorf("stopped with the title %q and the bar %q", title, bar)
	}
	s.resume()
	s.waitFor(t, "PAUSED", patience)
	s.waitBar(t, barPauses)
	if title := s.lastOf(titleWords); !strings.HasPrefix(title, "PAUSED") {
		t.Errorf("went on with the title %q", title)
	}
	s.keys("\x03")
	if code, ok := s.wait(patience); code != 130 || !ok {
		t.Errorf("ended with %d, %t", code, ok)
	}
	s.restored(t)
	s.isReset(t, "after a stop")
}

// TestTitleInTerminals: what a terminal doesn't know isn't written to it. What calls
// itself dumb gets lines: TestLinesByThemselves.
func TestTitleInTerminals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env         string
		title, bars bool
	}{
		{"TERM=linux", false, false},
		{"TERM=screen-256color TMUX=/tmp/tmux,1,0", true, false},
		{"TERM_PROGRAM=iTerm.app TERM_FEATURES=T3CwLrMSc7UUw9Ts3BFGsSyHNoSxF", true, false},
		{"TERM_PROGRAM=iTerm.app TERM_FEATURES=T3CwLrMSc7UUw9Ts3BFGsSyHNoSxFP", true, true},
	} {
		s := stretching(t, opts{args: speeds(20), env: strings.Fields(c.env)})
		s.waitVerb(t, "HOLD", patience)
		s.keys("\x03")
		s.ends(t, 130)
		if got := len(s.matches(titleWords)) > 0; got != c.title || len(s.matches(titleStack)) > 0 != c.title {
			t.Errorf("%s: titles %q, %q", c.env, s.matches(titleWords), s.matches(titleStack))
		}
		if got := len(s.matches(progressBars)) > 0; got != c.bars {
			t.Errorf("%s: bars %q", c.env, s.matches(progressBars))
		}
	}
}
