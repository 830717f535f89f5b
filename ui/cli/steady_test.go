//go:build unix

package cli_test

import (
	"testing"
	"time"
)

// TestSteadyHold: a hold is on the screen for a long time, maybe over a slow
// line, and only what changes is written.
func TestSteadyHold(t *testing.T) {
	t.Parallel()
	const most = 300 // bytes a second
	s := holding(t, opts{cols: 100, rows: 30})
	at := func(left time.Duration) (time.Time, int) {
		s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d <= left })
		return time.Now(), len(s.raw())
	}
	from, before := at(18 * time.Second)
	to, after := at(13 * time.Second)
	perSecond := float64(after-before) / to.Sub(from).Seconds()
	t.Logf("%.0f bytes a second", perSecond)
	if perSecond > most {
		t.Errorf("%.0f bytes a second in a hold, want at most %d:\n%q", perSecond, most, s.raw()[before:after])
	}
	s.keys(" ")
	s.waitFor(t, "PAUSED", patience)
	s.wait(200 * time.Millisecond) // the frame's end may come after its text
	before = len(s.raw())
	s.wait(2 * time.Second)
	if raw := s.raw(); len(raw) > before {
		t.Errorf("wrote %q in a pause", raw[before:])
	}
}

// TestSteadyQuestion: where nothing is counted nothing is written.
func TestSteadyQuestion(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{})
	s.wait(200 * time.Millisecond)
	before := len(s.raw())
	s.wait(1200 * time.Millisecond)
	if raw := s.raw(); len(raw) > before {
		t.Errorf("wrote %q", raw[before:])
	}
}
