package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/session"
)

// TestCutsAreSaidWhenTheyAreMade: what the time has become too short for in the
// middle of a session is said then, not only at its end.
func TestCutsAreSaidWhenTheyAreMade(t *testing.T) {
	f := equipped
	f.Minutes = 10
	d := begin(t, f, 80, 24)
	eased(d.wait(time.Second)).on("wall-calf", session.Hold, 1)
	before := len(d.m.s.Cuts)
	d.press("space").wait(6*time.Minute).press("space").on("wall-calf", session.Hold, 1).press("t")
	if len(d.m.s.Cuts) <= before {
		t.Fatalf("six minutes later nothing more is cut: %v", d.m.s.Cuts)
	}
	for _, words := range []string{"Softer from here on", "Short of time, so left out"} {
		if !strings.Contains(flat(d.text()), words) {
			t.Errorf("no %q:\n%s", words, d.text())
		}
	}
}

// TestMusclesOnTheSmallestScreen: every digit has its place.
func TestMusclesOnTheSmallestScreen(t *testing.T) {
	d := begin(t, nobody, 40, 6)
	d.wait(time.Second).press("a")
	for _, digit := range []string{"[1]", "[2]", "[3]", "[4]", "[5]"} {
		d.sees(digit)
	}
}
