package ui

import (
	"testing"
	"time"

	"uncramp/session"
)

// TestPackIsOverWhenAKeyIsPressed holds that somebody who comes back to a machine that
// slept reads that the pack must come off, whichever key they press first; and that the
// warning signs, which come before everything, lead back to it.
func TestPackIsOverWhenAKeyIsPressed(t *testing.T) {
	for _, k := range []string{"f", "?", "h", "q", "m", "n", "b", "e", "z", "enter", "space", "!"} {
		for _, gone := range []string{"slept", "stood still"} {
			d := sceneOf(t, "pack").at(t, 80, 24)
			switch gone {
			case "slept":
				d.clock.now = wallAhead(d.clock.now.Add(time.Second), time.Hour)
			case "stood still":
				d.clock.now = d.clock.now.Add(time.Hour)
			}
			d.hit(k)
			if k == "!" {
				d.sees("WARNING SIGNS")
				d.press("esc")
			}
			if d.sees("TAKE IT OFF"); d.m.over != offOverlay {
				t.Errorf("%s, %s: overlay %d", k, gone, d.m.over)
			}
			if d.m.s.Mode != session.Paused || d.m.leaving {
				t.Errorf("%s, %s: it is %s", k, gone, d.m.s.Mode)
			}
			if d.press("enter"); d.m.over != noOverlay || d.m.off {
				t.Errorf("%s, %s: it doesn't close:\n%s", k, gone, d.text())
			}
		}
	}
}

// TestPackIsOverBesideTheSigns holds the same where the signs are opened over it.
func TestPackIsOverBesideTheSigns(t *testing.T) {
	d := sceneOf(t, "pack").at(t, 80, 24)
	d.until("its end", func() bool { return d.m.over == offOverlay })
	d.press("!", "3", "enter").sees("TAKE IT OFF")
	if d.m.s.Ease.Tier == 0 {
		t.Error("the sign was not noted")
	}
	if d.press("enter"); d.m.over != noOverlay {
		t.Errorf("it doesn't close:\n%s", d.text())
	}
}

// TestPackIsOverByWhatIsTold holds the same where somebody tells what makes a pack unfit
// for them, and does not think of the pack.
func TestPackIsOverByWhatIsTold(t *testing.T) {
	for _, keys := range [][]string{{"!", "2", "enter"}, {"c", "k", "4"}, {"c", "o", "o", "o"}} {
		d := sceneOf(t, "pack").at(t, 80, 24).press(keys...)
		if d.sees("TAKE IT OFF"); d.m.s.Pack.Kind != "" {
			t.Errorf("%q: it stays on", keys)
		}
		if d.press("enter"); d.m.over != noOverlay || d.m.s.Mode != session.Running {
			t.Errorf("%q: it doesn't close:\n%s", keys, d.text())
		}
	}
	d := sceneOf(t, "pack").at(t, 80, 24).press("!", "1", "enter")
	d.sees("GET EMERGENCY HELP NOW")
	if d.m.over != noOverlay || d.m.off {
		t.Errorf("something lies over the help:\n%s", d.text())
	}
}
