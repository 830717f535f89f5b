package ui

import (
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/digits"
)

// TestAcrossSaysWhatAndOnWhichLeg holds that the large screen names the exercise and the
// leg wherever there is room, and says how to get into place while there is time to.
func TestAcrossSaysWhatAndOnWhichLeg(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 10}, {40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		d := eased(begin(t, equipped, size[0], size[1]).wait(time.Second)).press("f").wait(noteTime)
		said := session.Sided("Palms on wall, straight {side} leg back, heel down. Lean in mildly.", session.Left)
		d.sees("Wall calf stretch · left leg")
		if size[1] >= 24 {
			d.sees(said)
		}
		d.on("wall-calf", session.Hold, 1).sees("Wall calf stretch · left leg")
		d.misses(said)
		if got := len(large(d, d.m.number(), digits.Number)); got < 7 {
			t.Errorf("%v: the number has %d rows:\n%s", size, got, d.text())
		}
		d.on("wall-calf", session.Switch, 0).sees("Wall calf stretch · right leg")
		if size[1] >= 24 {
			d.sees("straight right leg back")
		}
	}
	eased(begin(t, equipped, 40, 9).wait(time.Second)).press("f").wait(noteTime).misses("Wall calf")
}

// TestAcrossBySettingSaysHowToLeaveIt: it comes up by itself, so it says how to get the
// text, once.
func TestAcrossBySettingSaysHowToLeaveIt(t *testing.T) {
	t.Parallel()
	hint := content.Embedded().Phrase("across")
	d := beginWith(t, equipped, 80, 24, Options{Across: true}).wait(time.Second)
	d.misses(hint)
	d.press("e").misses(hint)
	d.press("enter").sees(hint)
	d.wait(noteTime + time.Second).misses(hint)
	d.on("wall-calf", session.Switch, 0).misses(hint)
	d = beginWith(t, equipped, 80, 24, Options{}).wait(time.Second).press("e", "enter")
	d.misses(hint)
	if d.m.across {
		t.Error("it is large, and nobody chose it")
	}
}

// TestAcrossInAPreviewIsNotKept: who looks at a preview chooses nothing for next time.
func TestAcrossInAPreviewIsNotKept(t *testing.T) {
	t.Parallel()
	for speed, want := range map[float64]int{1: 1, 10: 0} {
		kept := 0
		d := beginWith(t, equipped, 80, 24, Options{Speed: speed, RememberAcross: func(bool) { kept++ }}).wait(time.Second).press("f")
		if !d.m.across || kept != want {
			t.Errorf("at speed %g: across %t, kept %d times, want %d", speed, d.m.across, kept, want)
		}
	}
}
