//go:build unix

package cli_test

import (
	"strings"
	"testing"
	"time"
)

// TestManual: each exercise waits for enter, however long that takes.
func TestManual(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{args: append(speeds(60), "--manual")})
	w := s.watch(verb)
	s.keys("\r")
	for i, verbs := range []string{"GET READY HOLD REST HOLD REST HOLD SWITCH HOLD", "GET READY SHAKE"} {
		s.waitFor(t, "READY?", patience)
		s.waitPhrase(t, "standby")
		before := len(w.all())
		s.wait(time.Second)
		if steps := w.all(); len(steps) != before {
			t.Fatalf("exercise %d didn't wait, but went on to %v", i+1, steps[before:])
		}
		s.keys("\r")
		s.waitGone(t, "READY?", patience)
		s.waitFor(t, "READY?", patience)
		var went []string
		for _, step := range w.all()[before:] {
			went = append(went, step.value)
		}
		if got := strings.TrimSpace(strings.Join(went, " ")); got != verbs {
			t.Errorf("exercise %d went through %s, want %s", i+1, got, verbs)
		}
	}
	s.keys("\x03")
	s.ends(t, 130)
}
