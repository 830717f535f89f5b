//go:build unix

package cli_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// TestTypedAhead: keys typed before the first frame confirm nothing.
func TestTypedAhead(t *testing.T) {
	t.Parallel()
	s := start(t, opts{bin: "/bin/sh", args: []string{"-c", `echo now; read -r x; exec "$0"`, binary(t)}})
	s.waitFor(t, "now", patience)
	s.keys("go\re\r\r\r")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.keys("e") // this one was seen
	s.waitFor(t, "IS THIS RIGHT?", patience)
}

// hold holds a key down: it comes once, a while later again, and from then
// on 30 times a second. held is false where the machine was too slow for that.
func (s *session) hold(key string, d time.Duration) (held bool) {
	s.keys(key)
	s.wait(250 * time.Millisecond)
	repeat := time.NewTicker(time.Second / 30)
	defer repeat.Stop()
	held = true
	before := time.Now()
	for end := before.Add(d); before.Before(end); <-repeat.C {
		s.keys(key)
		held = held && time.Since(before) < 200*time.Millisecond
		before = time.Now()
	}
	return held
}

// TestHeldDown: enter held down is one enter, on the question and on a lead.
func TestHeldDown(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{})
	w := s.watch(verb)
	for tries := 1; !s.hold("\r", 2*time.Second); tries++ {
		if tries == 5 {
			t.Fatal("this machine is too slow to hold a key down")
		}
		s.keys("\x03")
		s.ends(t, 130)
		s = eased(t, opts{})
		w = s.watch(verb)
	}
	s.counts(t, "GET READY", patience, func(d time.Duration) bool { return d <= 11*time.Second })
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	var verbs []string
	for _, step := range w.all() {
		verbs = append(verbs, step.value)
	}
	if got := strings.Join(verbs, ","); got != ",GET READY,HOLD" {
		t.Errorf("went through %s", got)
	}
}

// TestHeldDownEased: e held down ends the wait and confirms nothing after it.
func TestHeldDownEased(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{})
	_ = s.hold("e", time.Second)
	s.waitFor(t, "IS THIS RIGHT?", patience)
}

// TestEmergencyNumber: the number that was named is on the screen.
func TestEmergencyNumber(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"112":      "112",
		"\x1b\x07": "your emergency number",
		"\x1b[31m\x1b]0;owned\x07\x1bP+q\x1b\\\u202e112\u2066\u200b\u009b6n": "[31m ]0;owned P+q \\ 112 6n",
		strings.Repeat("0123456789", 500):                                    "01234567890123456789012345678901",
		strings.Repeat("あ", 500):                                             strings.Repeat("あ", 32),
	} {
		s := gripped(t, opts{args: speeds(5), env: []string{"UNCRAMP_EMERGENCY=" + value}})
		s.keys("!")
		s.waitFor(t, "WARNING SIGNS", patience)
		s.keys("1")
		help, _ := content.Embedded().Help(content.Emergency)
		wanted := strings.ReplaceAll(help.Lines[0].Text, "{emergency}", want)
		s.until(t, wanted, patience, func(screen string) bool {
			strip := func(text string) string { return strings.Join(strings.Fields(text), "") }
			return strings.Contains(strip(screen), strip(wanted))
		})
		s.keys("\x03")
		s.ends(t, 130)
		for _, never := range []string{"\x1b]0;", "\x1bP+q", "\u202e", "\u2066", "\u200b", "\u009b"} {
			if bytes.Contains(s.raw(), []byte(never)) {
				t.Errorf("%.40q: %q was written", value, never)
			}
		}
	}
}
