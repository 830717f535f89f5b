package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// waits are the people whose wait is watched: one seated, one lying.
var waits = map[string]session.Facts{"seated": nobody, "lying": {Muscle: content.Toes, Context: content.Sleep}}

// circle is how many dots wide and high the circle under the words of the breath is: what
// is in the accent's colour there. It is 0 where no words stand over dots.
func circle(d *desk, words string) (wide, high int) {
	row, col, ok := place(d.split(), []string{words})
	if !ok {
		return 0, 0
	}
	w, h, _ := d.m.breathSize()
	left := max(0, col+len(words)/2-w/2)
	var lines []string
	for _, l := range d.cells()[row+1 : min(row+1+h, d.m.h)] {
		var line strings.Builder
		for _, c := range l[min(left, len(l)):min(left+w, len(l))] {
			if !d.accented(c) {
				c.r = ' '
			}
			line.WriteRune(c.r)
		}
		lines = append(lines, line.String())
	}
	return box(fine(lines))
}

// TestBreathGrowsAndShrinks watches some breaths: the circle grows as long as the words
// say to breathe in, and shrinks as long as they say to breathe out.
func TestBreathGrowsAndShrinks(t *testing.T) {
	for name, who := range waits {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			d := begin(t, who, size[0], size[1])
			if name == "lying" && size[0] == 80 && !d.m.page().aside {
				t.Errorf("%s at %v: no picture beside the text:\n%s", name, size, d.text())
			}
			was, most, least := 0, 0, 1000
			for d.m.at < 17*time.Second {
				before := d.m.breathWords()
				at, ok := d.tickDue()
				if !ok {
					t.Fatalf("%s at %v: no tick is on its way", name, size)
				}
				d.wait(at.Sub(d.clock.now)).sees(d.m.breathWords())
				now, high := circle(d, d.m.breathWords())
				if now == 0 || max(now-high, high-now) > 1 {
					t.Fatalf("%s at %v: a circle of %dx%d dots:\n%s", name, size, now, high, d.text())
				}
				if before == d.m.breathWords() && was > 0 && (now < was) == (before == "breathe in") && now != was {
					t.Errorf("%s at %v, %v in, %q: the circle went from %d to %d dots", name, size, d.m.at, before, was, now)
				}
				was, most, least = now, max(most, now), min(least, now)
			}
			if most < 2*least {
				t.Errorf("%s at %v: the circle is between %d and %d dots wide", name, size, least, most)
			}
		}
	}
}

// TestBreathWordsKeepTime holds the words to the breath of the guidance.
func TestBreathWordsKeepTime(t *testing.T) {
	d := begin(t, nobody, 120, 40)
	b := d.m.s.Waiting().Breath
	for range 3 {
		d.sees("breathe in")
		d.wait(b.In.Duration() - time.Millisecond).sees("breathe in")
		d.wait(time.Millisecond).sees("breathe out")
		d.wait(b.Out.Duration() - time.Millisecond).sees("breathe out")
		d.wait(time.Millisecond).sees("breathe in")
	}
}

// breathRow says that the row of the breath is on the screen: words, and a bar.
func breathRow(d *desk) bool {
	for _, l := range d.split() {
		if i := strings.Index(l, "breathe "); i >= 0 && strings.ContainsAny(l[i:], "━─") {
			return true
		}
	}
	return false
}

// TestBreathIsShownAtEverySize holds that the wait paces the breath on every screen: in
// a circle, or in a row where there is no room for one.
func TestBreathIsShownAtEverySize(t *testing.T) {
	t.Parallel()
	for name, who := range waits {
		d := begin(t, who, 80, 24).wait(time.Second)
		off := beginWith(t, who, 80, 24, Options{Figures: NoFigures}).wait(time.Second)
		for w := 40; w <= 200; w += 5 {
			for _, h := range []int{12, 15, 20, 24, 30, 40, 50, 70} {
				wide, _ := circle(d.resize(w, h), "breathe in")
				row := breathRow(d)
				if !row && wide == 0 {
					t.Errorf("%s at %dx%d: the breath is not shown", name, w, h)
				}
				if row && wide > 0 {
					t.Errorf("%s at %dx%d: the breath is shown twice:\n%s", name, w, h, d.text())
				}
				if !breathRow(off.resize(w, h)) {
					t.Errorf("%s at %dx%d without figures: no row", name, w, h)
				}
				if got := len(dotsOf(off.split(), brailleCell)); got > 0 {
					t.Errorf("%s at %dx%d without figures: %d cells of dots", name, w, h, got)
				}
			}
		}
	}
}

// TestBreathStandsStillInAPause holds that nobody is told to breathe while all stands.
func TestBreathStandsStillInAPause(t *testing.T) {
	for name, who := range waits {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
			d := begin(t, who, size[0], size[1]).wait(time.Second)
			d.press("space").misses("breathe in", "breathe out")
			accent := 0
			for _, l := range d.cells() {
				for _, c := range l {
					if c.r == '━' && d.accented(c) {
						accent++
					}
				}
			}
			if accent > 0 {
				t.Errorf("%s at %v: the row of the breath stands in a pause:\n%s", name, size, d.text())
			}
			if d.press("space").wait(2 * time.Second); size[0] > 40 && !strings.Contains(flat(d.text()), "breathe ") {
				t.Errorf("%s at %v: after a pause no breath is shown:\n%s", name, size, d.text())
			}
		}
	}
}

// TestBreathStillHasTwoSizes holds that where nothing may move, the circle is large
// while breathing in and small while breathing out.
func TestBreathStillHasTwoSizes(t *testing.T) {
	d := beginWith(t, nobody, 120, 40, Options{Still: true})
	seen := map[string]map[int]bool{"breathe in": {}, "breathe out": {}}
	for range 200 {
		d.wait(250 * time.Millisecond)
		wide, _ := circle(d, d.m.breathWords())
		seen[d.m.breathWords()][wide] = true
	}
	if len(seen["breathe in"]) != 1 || len(seen["breathe out"]) != 1 {
		t.Errorf("the circle is so many dots wide: %v", seen)
	}
	for large := range seen["breathe in"] {
		for small := range seen["breathe out"] {
			if large < 2*small {
				t.Errorf("it is %d dots wide while breathing in, %d while breathing out", large, small)
			}
		}
	}
}
