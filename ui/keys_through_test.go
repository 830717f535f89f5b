package ui

import (
	"strings"
	"testing"

	"uncramp/session"
)

// TestCrampGoesThroughWhatIsRead: whoever reads, or is asked whether to leave, is back in
// the wait with one key.
func TestCrampGoesThroughWhatIsRead(t *testing.T) {
	for _, open := range [][]string{{"?"}, {"i"}, {"i", "4"}, {"q"}} {
		d := sceneOf(t, "hold").at(t, 80, 24)
		for _, key := range open {
			d.press(key)
		}
		if d.m.over == noOverlay || d.m.s.Mode != session.Paused {
			t.Fatalf("%v opens nothing", open)
		}
		d.press("w")
		if d.m.over == noOverlay || !strings.Contains(flat(d.text()), "Paused, stretch, ") {
			t.Errorf("%v: w does not say where it is:\n%s", open, d.text())
		}
		d.press("c")
		if d.m.over != noOverlay || !d.m.s.Gripping || d.m.s.Mode != session.Running || d.m.s.Ease.Again != 1 || d.m.held {
			t.Errorf("%v: c leads to overlay %d, gripping %t:\n%s", open, d.m.over, d.m.s.Gripping, d.text())
		}
		d.press(open[0]).press("c")
		if d.m.over == noOverlay || d.m.s.Ease.Again != 1 {
			t.Errorf("%v: it cramps twice at once", open)
		}
	}
}

// TestCrampWaitsForAnswers: the signs are answered first, and what is on the skin comes off.
func TestCrampWaitsForAnswers(t *testing.T) {
	for _, open := range [][]string{{"!"}, {"!", "2"}, {"!", "i"}} {
		d := sceneOf(t, "hold").at(t, 80, 24)
		for _, key := range open {
			d.press(key)
		}
		over := d.m.over
		if d.press("c"); d.m.over != over || d.m.s.Gripping {
			t.Errorf("%v: c leads to overlay %d", open, d.m.over)
		}
	}
	d := sceneOf(t, "pack").at(t, 80, 24)
	d.until("its end", func() bool { return d.m.over == offOverlay })
	if d.press("i"); d.m.over != learnOverlay {
		t.Fatal("nothing to read")
	}
	if d.press("c"); d.m.over != offOverlay || d.m.s.Gripping {
		t.Errorf("it goes on with something on the skin:\n%s", d.text())
	}
}

// TestOffByTheKeyOfTheLook: who was told to press x for skin that isn't fine may press it
// once more when it's off.
func TestOffByTheKeyOfTheLook(t *testing.T) {
	d := sceneOf(t, "pack").at(t, 80, 24)
	d.until("its end", func() bool { return d.m.over == offOverlay })
	if d.press("x"); d.m.over != noOverlay || d.m.off {
		t.Errorf("it stays:\n%s", d.text())
	}
}
