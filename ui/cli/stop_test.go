//go:build unix

package cli_test

import (
	"strings"
	"syscall"
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
	s.waitStopped(t)
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

// TestStoppedBySurprise: a program that couldn't give its terminal back takes it again
// when it goes on: all of the screen is drawn, and keys are read one by one.
func TestStoppedBySurprise(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"learn"}} {
		s := start(t, opts{jobs: true, args: args})
		s.waitFor(t, "q leave", patience)
		s.signal(t, syscall.SIGSTOP)
		s.waitStopped(t)
		s.resume()
		s.waitGone(t, stopped, patience)
		s.waitFor(t, "q leave", patience)
		s.keys("\x03")
		if code, ok := s.wait(patience); code != 130 || !ok {
			t.Errorf("%q: ended with %d, %t", args, code, ok)
		}
		s.restored(t)
	}
}

// TestStopWhileGripping: the time since it began goes on while it is stopped.
func TestStopWhileGripping(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{jobs: true, args: speeds(10)})
	before, _ := count(s.screen(), "BREATHE")
	s.keys("\x1a")
	s.waitStopped(t)
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

// TestLinesStoppedBySurprise: the same in lines: keys are read one by one again.
func TestLinesStoppedBySurprise(t *testing.T) {
	t.Parallel()
	s := start(t, opts{cols: 400, rows: 200, jobs: true, args: []string{"--plain"}})
	s.tells(t, "Picture: ")
	s.signal(t, syscall.SIGSTOP)
	s.tells(t, stopped)
	s.resume()
	s.wait(time.Second)
	s.keys("w")
	s.tells(t, "Wait, left leg, ")
	s.keys("\x03")
	s.exits(t, 130, patience)
}
