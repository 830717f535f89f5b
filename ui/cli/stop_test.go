//go:build unix

package cli_test

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// TestStopAndGoOn: ctrl+z gives the terminal back to the shell, fg takes it
// again, and then the person says when to go on.
func TestStopAndGoOn(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{jobs: true})
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d <= 19*time.Second })
	s.keys("\x1a")
	s.waitStopped(t, patience)
	s.restored(t)
	if _, ok := s.wait(1200 * time.Millisecond); ok {
		t.Fatal("ended where it was to stop")
	}
	s.resume()
	s.waitFor(t, "PAUSED", patience)
	away, _, _ := strings.Cut(content.Embedded().Phrase("away"), "{time}")
	s.waitText(t, away+"0:01")
	stood, _ := count(s.screen(), "PAUSED")
	s.keys(" ")
	s.counts(t, "GET READY", patience, func(d time.Duration) bool { return d >= 9*time.Second })
	s.counts(t, "GET READY", patience, func(d time.Duration) bool { return d <= 9*time.Second })
	s.keys("\r")
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d == stood })
	s.keys("\x03")
	if code, ok := s.wait(patience); code != 130 || !ok {
		t.Errorf("ended with %d, %t", code, ok)
	}
	s.restored(t)
}

// TestStopWhileGripping: the time since it began goes on while it is stopped.
func TestStopWhileGripping(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{jobs: true, args: speeds(10)})
	before, _ := count(s.screen(), "BREATHE")
	s.keys("\x1a")
	s.waitStopped(t, patience)
	s.restored(t)
	s.wait(time.Second)
	s.resume()
	s.counts(t, "PAUSED", patience, func(d time.Duration) bool { return d >= before+10*time.Second })
	s.keys(" ")
	s.waitVerb(t, "BREATHE", patience)
}

// TestStopWithoutShell: where no shell would take over, ctrl+z does nothing.
func TestStopWithoutShell(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{})
	s.keys("\x1a")
	seen, _ := count(s.screen(), "BREATHE")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= seen+time.Second })
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.keys("\x03")
	s.ends(t, 130)
}
