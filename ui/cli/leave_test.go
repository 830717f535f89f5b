//go:build unix

package cli_test

import (
	"bytes"
	"strings"
	"syscall"
	"testing"
	"time"

	"uncramp/content"
)

// TestQuit: leaving asks once while something runs.
func TestQuit(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{args: speeds(20)})
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 20*time.Second }) // more than a look
	s.keys("q")
	s.waitFor(t, "LEAVE NOW?", patience)
	s.keys("\x1b")
	s.waitVerb(t, "BREATHE", patience)
	s.keys("q")
	s.waitFor(t, "LEAVE NOW?", patience)
	s.keys("\r")
	if line := s.ends(t, 3); !strings.Contains(line, "it still grips") {
		t.Errorf("no word of the grip in %q", line)
	}
}

// TestQuitInTheMiddle: what was done is told.
func TestQuitInTheMiddle(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{args: speeds(60)})
	s.keys("\r")
	s.waitVerb(t, "RUB", 4*patience)
	s.keys("q")
	s.waitFor(t, "LEAVE NOW?", patience)
	s.keys("\r")
	if line := s.ends(t, 3); !strings.Contains(line, "done: "+strings.ToLower(softest())) {
		t.Errorf("no word of the stretch in %q", line)
	}
}

// TestCtrlC leaves at once, from the first frame on and from a hold.
func TestCtrlC(t *testing.T) {
	t.Parallel()
	s := start(t, opts{})
	s.waitFor(t, "BREATHE", patience)
	s.keys("\x03")
	s.ends(t, 130)

	s = eased(t, opts{})
	s.keys("!")
	s.waitFor(t, "WARNING SIGNS", patience)
	s.keys("\x03")
	s.ends(t, 130)
}

// TestSignals: told to end, it puts the terminal right and says what was done.
func TestSignals(t *testing.T) {
	t.Parallel()
	for sig, code := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGINT: 130} {
		s := eased(t, opts{args: speeds(20)})
		s.signal(t, sig)
		if line := s.ends(t, code); !strings.Contains(line, "eased after") {
			t.Errorf("%v: no word of the cramp in %q", sig, line)
		}
		// The first frame is drawn, the terminal's answers may not be in yet.
		s = start(t, opts{})
		s.waitFor(t, "BREATHE", patience)
		s.signal(t, sig)
		s.ends(t, code)
	}
}

// TestScreenIsLeftWhole: whatever part of the screen scrolled last, all of it scrolls for
// whoever comes after.
func TestScreenIsLeftWhole(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{})
	s.keys("\x03")
	s.ends(t, 130)
	if raw := s.raw(); !bytes.Contains(raw, []byte("\x1b[;r\x1b[?1049l")) {
		t.Errorf("left with %q", raw[max(0, len(raw)-200):])
	}
}

// TestSummaryIsLeftAtOnce: nothing runs there, so q doesn't ask.
func TestSummaryIsLeftAtOnce(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{env: []string{"UNCRAMP_EMERGENCY=112"}})
	s.keys("!")
	s.waitFor(t, "WARNING SIGNS", patience)
	s.keys("1")
	help, _ := content.Embedded().Help(content.Emergency)
	s.waitText(t, strings.ReplaceAll(help.Lines[0].Text, "{emergency}", "112"))
	s.keys("q")
	if line := s.ends(t, 0); !strings.Contains(line, "call 112 now") {
		t.Errorf("no word of the sign in %q", line)
	}
}
