package ui

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/digits"
)

// heroes are the scenes whose page has a hero on a screen of w by h cells, played.
func heroes(t *testing.T, w, h int) map[string]*desk {
	t.Helper()
	all := map[string]*desk{}
	for _, s := range scenes() {
		if d := s.at(t, w, h); d.m.over == noOverlay && d.m.page().hero != nil {
			all[s.name] = d
		}
	}
	if len(all) < len(scenes())/4 {
		t.Errorf("%dx%d: %d scenes with a hero, they were many more", w, h, len(all))
	}
	return all
}

// place finds a picture on a screen: the row and the column of its upper left corner.
func place(screen, picture []string) (row, col int, ok bool) {
	if len(picture) == 0 {
		return 0, 0, false
	}
	first := strings.TrimRight(picture[0], " ")
	for row, l := range screen[:max(0, len(screen)-len(picture)+1)] {
		for from := 0; ; {
			i := strings.Index(l[from:], first)
			if i < 0 {
				break
			}
			from += i
			if col = len([]rune(l[:from])); stands(screen[row:], picture, col) {
				return row, col, true
			}
			_, size := utf8.DecodeRuneInString(l[from:])
			from += size
		}
	}
	return 0, 0, false
}

// stands says that a picture begins in the first row, at a column.
func stands(screen, picture []string, col int) bool {
	for i, want := range picture {
		got := []rune(screen[i])
		wide := []rune(want)
		for len(got) < col+len(wide) {
			got = append(got, ' ')
		}
		if !slices.Equal(got[col:col+len(wide)], wide) {
			return false
		}
	}
	return true
}

// split are the lines of a screen without styles.
func (d *desk) split() []string { return strings.Split(d.text(), "\n") }

// tierOf is the tier of the hero of a screen.
func tierOf(d *desk) (tier, bool) {
	wide, _ := frame(d.m.w)
	p := d.m.page()
	return pick(wide, min(p.heroHigh(p.room(d.m.w, d.m.h)), mostHeroH))
}

// TestHeroIsReadFromAcrossTheRoom holds the number and the verb to how large they are
// at the usual sizes, on every screen that has them.
func TestHeroIsReadFromAcrossTheRoom(t *testing.T) {
	for _, x := range []struct{ w, h, number, verb int }{{80, 24, 7, 3}, {120, 40, 7, 3}, {200, 60, 20, 5}, {240, 70, 20, 5}} {
		for name, d := range heroes(t, x.w, x.h) {
			size, ok := tierOf(d)
			if !ok || size.rows < x.number || size.verb < 3 {
				t.Errorf("%s at %dx%d: a hero of %+v", name, x.w, x.h, size)
			}
			number := digits.Number(d.m.number(), size.wide, size.rows)
			if d.m.number() == "" {
				continue // a pack that is being fetched has no time
			}
			if _, _, ok := place(d.split(), number); !ok || len(number) < x.number {
				t.Errorf("%s at %dx%d: %s in %d rows is missing:\n%s", name, x.w, x.h, d.m.number(), x.number, d.text())
			}
			verb := digits.Word(d.m.verb(), size.wide, size.verb)
			if d.m.alert() {
				verb = digits.HalfDown(verb)
			}
			if _, _, ok := place(d.split(), verb); !ok || len(verb) < x.verb {
				t.Errorf("%s at %dx%d: %s in %d rows is missing:\n%s", name, x.w, x.h, d.m.verb(), x.verb, d.text())
			}
		}
	}
}

// TestHeroStandsAtEverySize holds every hero to the lines of its tier, and to the
// words that stand beside it, from the smallest usable screen to the largest.
func TestHeroStandsAtEverySize(t *testing.T) {
	for _, size := range thinned(sizes) {
		w, h := size[0], size[1]
		if tinySize(w, h) {
			continue
		}
		for _, s := range scenes() {
			d := s.at(t, w, h)
			if d.m.over != noOverlay || d.m.page().hero == nil {
				continue
			}
			text := flat(checkFits(t, d, w, h))
			for _, word := range []string{d.m.verb(), d.m.number()} {
				if !strings.Contains(text, word) {
					t.Errorf("%s at %dx%d: no word %q:\n%s", s.name, w, h, word, d.text())
				}
			}
			if lastLine(d.text()) == "" || w >= 30 && h >= 8 && !strings.Contains(text, "! signs") {
				t.Errorf("%s at %dx%d: no keys:\n%s", s.name, w, h, d.text())
			}
			if x, ok := tierOf(d); ok {
				number := digits.Number(d.m.number(), x.wide, x.rows)
				if _, _, ok := place(d.split(), number); !ok {
					t.Errorf("%s at %dx%d: no number of %d rows:\n%s", s.name, w, h, x.rows, d.text())
				}
			}
		}
	}
}

// TestHeroHasItsFigure holds that the figure of the moment stands in the hero, as large
// as its room, which is never smaller than a figure may be.
func TestHeroHasItsFigure(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for name, d := range heroes(t, size[0], size[1]) {
			if _, ok := d.m.figureNow(); !ok {
				if d.m.s.Head().Kind != session.DrinkBlock {
					t.Errorf("%s: no figure for %s %s", name, d.m.s.Head().Kind, d.m.s.Head().Item)
				}
				continue
			}
			// The shape that breathes has the accent's colour alone, a body has not.
			var body []spot
			for y, l := range d.cells() {
				for x, c := range l {
					if brailleCell(c.r) && !d.accented(c) {
						body = append(body, spot{x, y})
					}
				}
			}
			if wide, high := box(body); high < leastFigureH && wide < leastFigureW {
				t.Errorf("%s at %v: a figure of %dx%d cells:\n%s", name, size, wide, high, d.text())
			}
		}
	}
}

// spots are the places of the number on the screen, second by second, as long as one
// exercise goes on.
func spots(t *testing.T, d *desk, each func(row, col int)) {
	t.Helper()
	for item := d.m.s.Head().Item; d.m.s.Head().Item == item && d.m.s.Mode != session.Ended; d.wait(time.Second) {
		size, _ := tierOf(d)
		row, col, ok := place(d.split(), digits.Number(d.m.number(), size.wide, size.rows))
		if !ok {
			t.Fatalf("no number of %+v at %dx%d:\n%s", size, d.m.w, d.m.h, d.text())
		}
		each(row, col)
	}
}

// TestHeroStaysWhereItIs holds that the number doesn't jump from one phase of an
// exercise to the next, nor from one leg to the other.
func TestHeroStaysWhereItIs(t *testing.T) {
	t.Parallel()
	for _, who := range []session.Facts{equipped, nobody, {Muscle: content.Quad, Position: content.Standing, Have: content.Things()}} {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}} {
			d := eased(begin(t, who, size[0], size[1]).wait(time.Second))
			item, atRow, atCol := d.m.s.Head().Item, -1, -1
			spots(t, d, func(row, col int) {
				if atRow >= 0 && (row != atRow || col != atCol) {
					t.Errorf("%s at %v: in %s the number stands at %d, %d, before at %d, %d",
						item, size, d.m.s.Phase().Kind, row, col, atRow, atCol)
				}
				atRow, atCol = row, col
			})
		}
	}
}

// TestHeroStaysInTheWait holds the same for as long as most cramps last: a question and
// an offer come into it.
func TestHeroStaysInTheWait(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {200, 60}} {
		d := begin(t, nobody, size[0], size[1]).wait(2 * time.Second)
		at := -1
		for ; d.m.s.SinceOnset(d.m.at) < 9*time.Minute; d.wait(5 * time.Second) {
			x, _ := tierOf(d)
			row, _, ok := place(d.split(), digits.Number(d.m.number(), x.wide, x.rows))
			if !ok || at >= 0 && row != at {
				t.Fatalf("%v: %s stands at %d, before at %d:\n%s", size, d.m.number(), row, at, d.text())
			}
			at = row
		}
	}
}

// TestHeroStaysUnderANotice holds that a notice moves nothing when it comes and when it
// goes.
func TestHeroStaysUnderANotice(t *testing.T) {
	for _, name := range []string{"hold", "hold-seated", "massage", "pack"} {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}} {
			d := sceneOf(t, name).at(t, size[0], size[1])
			spot := func() [2]int {
				x, _ := tierOf(d)
				row, col, _ := place(d.split(), digits.Number(d.m.number(), x.wide, x.rows))
				return [2]int{row, col}
			}
			before := spot()
			for _, key := range []string{"e", "o"} { // one is refused, one is too late
				if d.press(key); d.m.at >= d.m.noticed {
					t.Fatalf("%s: %s brought no notice:\n%s", name, key, d.text())
				}
				if got := spot(); got != before {
					t.Errorf("%s at %v: with a notice the number stands at %v, before at %v", name, size, got, before)
				}
			}
		}
	}
}
