package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestReadingSaysThatAnExerciseStands: whoever reads over an exercise is told that it is
// paused, and need not hold on.
func TestReadingSaysThatAnExerciseStands(t *testing.T) {
	words := content.Embedded().Phrase("reading")
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, keys := range [][]string{{"i"}, {"i", "2"}, {"?"}} {
			hold := sceneOf(t, "hold").at(t, size[0], size[1])
			hold.press(keys...).sees(words)
			for _, name := range []string{"wait", "paused", "ask"} { // nothing stands because of it
				sceneOf(t, name).at(t, size[0], size[1]).press(keys...).misses(words)
			}
		}
		sceneOf(t, "hold").at(t, size[0], size[1]).press("!").misses(words)
	}
}

// TestLearnOverTheSignsLeadsBackToThem: nobody gets past the signs by reading about them.
func TestLearnOverTheSignsLeadsBackToThem(t *testing.T) {
	for _, x := range []struct {
		before, title string
	}{{"!", "WARNING SIGNS"}, {"! 1", "GET EMERGENCY HELP NOW"}, {"! 3", "! 3"}} {
		d := sceneOf(t, "hold").at(t, 80, 24).press(strings.Fields(x.before)...)
		over := d.m.over
		d.press("i").sees("LEARN", "esc back to the signs")
		d.press("2", "esc").sees("LEARN", "esc back to the signs")
		if d.press("esc"); d.m.over != over || d.m.s.Mode != session.Paused {
			t.Errorf("after %s and i, esc leads to\n%s", x.before, d.text())
		}
	}
	d := sceneOf(t, "hold").at(t, 80, 24).press("!", "i", "esc", "esc")
	d.sees("GET READY")
	if d.m.s.Mode != session.Running {
		t.Error("it does not go on behind the signs")
	}
	d.press("i").sees("esc close")
	d.misses("back to the signs")
	d.press("!", "esc").sees("GET READY")
}

// TestSkinCheckClosesWhatIsRead: the question about the skin is seen and answered, and
// what stood still for reading still does.
func TestSkinCheckClosesWhatIsRead(t *testing.T) {
	for _, keys := range [][]string{{"i"}, {"i", "3"}, {"?"}} {
		d := warm(begin(t, packed, 80, 24).wait(time.Second)).wait(time.Second).press(keys...)
		d.until("the skin check", func() bool { return d.m.s.Pack.Asking })
		mode := d.m.s.Mode
		d.sees(content.Embedded().Phrase("skin"), "[enter] skin looks fine", "[x] take it off")
		d.misses("LEARN", "ALL KEYS")
		if d.press("enter"); d.m.s.Pack.Asking || d.m.s.Pack.Kind == "" || d.m.s.Mode != mode {
			t.Errorf("%v: enter does not say that the skin looks fine:\n%s", keys, d.text())
		}
	}
	// A key for the list of topics is no answer about the skin.
	d := warm(begin(t, packed, 80, 24).wait(time.Second)).wait(time.Second).press("i")
	for !d.m.s.Pack.Asking && d.m.s.PackLeft(d.m.at) > 0 {
		was := d.m
		if d.wait(time.Second); d.m.s.Pack.Asking {
			d.m = was // the check comes due with the key
			break
		}
	}
	if d.hit("enter"); !d.m.s.Pack.Asking || d.m.over != noOverlay {
		t.Errorf("enter for the topics answered:\n%s", d.text())
	}
}
