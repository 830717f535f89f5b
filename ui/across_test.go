package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/digits"
)

// afar are the scenes that have a screen for somebody across the room: every one with a
// verb and a number of its own, and nothing to read or answer over it.
func afar(t *testing.T) []scene {
	t.Helper()
	var list []scene
	for _, s := range scenes() {
		d := s.at(t, 200, 60)
		if d.m.over == noOverlay && d.m.page().hero != nil && !d.m.s.Pack.Asking {
			list = append(list, s)
		}
	}
	return list
}

// onlyLarge are the scenes of afar on which nothing has to be told in words: no pause,
// no sign, no pack on the skin, no advice to get help.
func onlyLarge(t *testing.T) []scene {
	t.Helper()
	return slices.DeleteFunc(afar(t), func(s scene) bool {
		m := s.at(t, 80, 24).m
		return m.s.Mode == session.Paused || m.s.Ease.Signed() || m.s.HelpDue(m.at) || m.s.Pack.Kind != ""
	})
}

// large draws a text as large as it stands on the screen, nil where it stands there in
// words at most.
func large(d *desk, text string, draw func(string, int, int) []string) []string {
	wide, _ := frame(d.m.w)
	screen := d.split()
	for h := d.m.h; h > 0; h-- {
		if p := draw(text, wide, h); p != nil && len(p) == h {
			if d.m.alert() { // a verb in a band of its own stands half a row lower
				if low := digits.HalfDown(p); stood(screen, low) {
					return low
				}
			}
			if stood(screen, p) {
				return p
			}
		}
	}
	return nil
}

// stood says that a picture stands on a screen.
func stood(screen, picture []string) bool {
	_, _, ok := place(screen, picture)
	return ok
}

// across turns the screen for across the room on, and lets its notice go.
func across(d *desk) *desk {
	d.Helper()
	d.press("f")
	for d.wait(noteTime); d.m.at < d.m.noticed; {
		d.wait(time.Second)
	}
	return d
}

// dry is lines without their styles.
func dry(lines []string) []string {
	return strings.Split(stripped(strings.Join(lines, "\n")), "\n")
}

// filled is how many characters of a text are no blanks.
func filled(lines []string) int {
	return len(dotsOf(lines, func(r rune) bool { return r != ' ' }))
}

// TestAcrossShowsNothingElse holds that the screen for across the room is the verb, the
// number and a bar, with a line over them, as large as asked for, and blank beside them.
func TestAcrossShowsNothingElse(t *testing.T) {
	for _, x := range []struct{ w, h, number int }{{80, 24, 14}, {120, 40, 14}, {200, 60, 28}} {
		for _, s := range thinned(onlyLarge(t)) {
			d := across(s.at(t, x.w, x.h))
			if k := d.m.s.Head().Kind; k == session.ConfirmBlock || k == session.AskBlock {
				t.Errorf("%s: eight seconds later it is a question", s.name)
				continue
			}
			text := d.m.number()
			if d.m.s.Mode == session.Ended {
				text = up(d.m.s.Summary().Took)
			}
			if text == "" {
				continue // a pack that is being fetched has no time
			}
			number, verb := large(d, text, digits.Number), large(d, d.m.verb(), digits.Word)
			if len(number) < x.number || len(verb) < 3 {
				t.Errorf("%s at %dx%d: %s in %d rows, %s in %d:\n%s", s.name, x.w, x.h, text, len(number), d.m.verb(), len(verb), d.text())
				continue
			}
			bars, wide := 0, 0
			for _, l := range d.split() {
				if n := strings.Count(l, "━") + strings.Count(l, "─"); n > 0 {
					bars, wide = bars+1, n
				}
			}
			if bars > 1 || bars == 0 && (d.m.s.Length() > 0 || d.m.s.Mode == session.Ended) {
				t.Errorf("%s at %dx%d: %d bars:\n%s", s.name, x.w, x.h, bars, d.text())
			}
			title := slices.Concat(d.m.titleAcross(), d.m.sayAcross(x.h-1))
			if got, want := filled(d.split()), filled(number)+filled(verb)+wide+filled(dry(title)); got != want {
				t.Errorf("%s at %dx%d: %d cells are not blank, verb, number and bar have %d:\n%s", s.name, x.w, x.h, got, want, d.text())
			}
		}
	}
}

// TestAcrossAndBack holds that its key takes it away again and leaves no trace.
func TestAcrossAndBack(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, s := range thinned(afar(t)) {
			calm := func(key string) *desk { return s.at(t, size[0], size[1]).wait(2*noteTime).press(key, key) }
			with, without := calm("f"), calm("z")
			if without.m.at < without.m.noticed {
				continue // a key takes a notice away, and this one came with the time
			}
			if got, want := with.m.View().Content, without.m.View().Content; got != want {
				t.Errorf("%s at %v: it left a trace:\n%s\nand not\n%s", s.name, size, with.text(), without.text())
			}
		}
	}
}

// TestAcrossTellsTheWayBack holds that a notice says how to come back, for a while.
func TestAcrossTellsTheWayBack(t *testing.T) {
	for _, s := range thinned(afar(t)) {
		d := s.at(t, 80, 24)
		ended := d.press("f").m.s.Mode == session.Ended
		d.sees(content.Embedded().Phrase("across"))
		if n := d.m.number(); n != "" && len(large(d, n, digits.Number)) < 7 {
			t.Errorf("%s: with the notice there is no large number:\n%s", s.name, d.text())
		}
		if d.wait(noteTime - time.Millisecond); d.m.s.Mode != session.Ended && !ended && d.m.at < d.m.noticed {
			d.wait(time.Millisecond)
		}
		d.misses(content.Embedded().Phrase("across"))
	}
}

// TestAcrossLetsThroughWhatIsRead holds that warning signs, keys and the question
// whether to leave stand as usual, and that what is behind them comes back.
func TestAcrossLetsThroughWhatIsRead(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		d := across(sceneOf(t, "hold").at(t, size[0], size[1]))
		usual := sceneOf(t, "hold").at(t, size[0], size[1]).press("z").wait(noteTime)
		for _, x := range [][2]string{{"!", "WARNING SIGNS"}, {"?", "ALL KEYS"}, {"q", "LEAVE NOW?"}} {
			d.press(x[0]).sees(x[1])
			if usual.press(x[0]); usual.text() != d.text() {
				t.Errorf("%s at %v is another than usual:\n%s\nand not\n%s", x[0], size, d.text(), usual.text())
			}
			usual.press("esc")
			d.press("esc").misses("STRETCH", x[1])
			if got := len(large(d, d.m.number(), digits.Number)); got < 7 && size[0] > 40 {
				t.Errorf("%v: after %s the number is %d rows high:\n%s", size, x[0], got, d.text())
			}
		}
	}
}

// TestAcrossLetsThroughWhatIsAsked holds the same for the questions of a session: they
// are read and answered as usual, and what follows is large again.
func TestAcrossLetsThroughWhatIsAsked(t *testing.T) {
	d := begin(t, packed, 120, 40).wait(time.Second).press("f")
	d.press("e").sees("IS THIS RIGHT?", "[enter]", "! signs")
	d.press("enter").wait(noteTime).misses("STRETCH")
	d.on("massage-calf", session.Open, 0).misses("SOOTHE")
	d.press("enter").asked().sees("HEAT, COLD OR NEITHER?", "[1]", "[n]")
	d.press("1").sees("GET IT READY", "[enter]")
	d.press("enter").wait(time.Second).misses("SOOTHE", "! signs")
	d.until("the skin check", func() bool { return d.m.s.Pack.Asking })
	d.sees(content.Embedded().Phrase("skin"), "[enter] skin looks fine", "[x] take it off", "! signs")
	d.press("enter").misses("SOOTHE", "skin looks fine")
	d.until("the second skin check", func() bool { return d.m.s.Pack.Asking })
	d.press("enter").until("the end of the pack", func() bool { return d.m.over == offOverlay })
	d.sees("TAKE IT OFF")
	d.press("enter").wait(time.Second).misses("SOOTHE", "TAKE IT OFF")
}

// TestAcrossTellsWhatKeepsSafe holds that a sign that was named, a pack on the skin, a
// pause and the advice to get help stand there in words.
func TestAcrossTellsWhatKeepsSafe(t *testing.T) {
	phrase := content.Embedded().Phrase
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		in := func(name string) *desk { return across(sceneOf(t, name).at(t, size[0], size[1])) }
		in("wait-help").misses("How is it?")
		in("wait-help").sees(phrase("help"))
		in("pack-gripping").sees("Heat on your skin: 13:5")
		in("paused").sees("Paused. Press space to go on.")
		d := begin(t, nobody, size[0], size[1]).wait(time.Second).press("!", "2", "enter", "f").wait(noteTime)
		d.sees(phrase("named"))
		d.misses("How is it?")
	}
}
