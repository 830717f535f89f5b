package ui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

// heroScenes are some scenes with a hero, with much and with little to be said.
var heroScenes = []string{
	"grip-ready", "ready", "hold", "rest", "edge", "raised", "refused", "massage", "roller", "drink", "pack", "skin", "quad", "ball", "legs",
}

// outOfSight are the lines of the instructions of a page that a text lacks.
func outOfSight(p page, text string) []string {
	var out []string
	for _, x := range p.body {
		for _, l := range x.lines {
			if l = flat(stripped(l)); x.detail && x.rank == stays && !strings.Contains(text, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// TestHeroLeavesTheInstructions holds that a hero takes no line from the instructions
// that would be there without it, nor all of what stops the exercise.
func TestHeroLeavesTheInstructions(t *testing.T) {
	t.Parallel()
	for _, name := range thinned(heroScenes) {
		d := sceneOf(t, name).at(t, 80, 24)
		if d.m.at < d.m.noticed {
			continue // the hero stays where it is while a notice stands
		}
		for h := 6; h <= 60; h++ {
			for _, w := range []int{40, 60, 80, 120} {
				d.resize(w, h)
				p := d.m.page()
				words := p
				words.hero = nil
				with, without := flat(d.text()), flat(stripped(layout(words, w, h)))
				if gone, of := outOfSight(p, with), outOfSight(p, without); len(gone) > len(of) {
					t.Errorf("%s at %dx%d: with a hero these are out of sight: %q, without one %q", name, w, h, gone, of)
				}
				for _, x := range p.body {
					if x.short != nil && (whole(without, x.lines) || whole(without, x.short)) && !whole(with, x.lines) && !whole(with, x.short) {
						t.Errorf("%s at %dx%d: a hero in the place of %q", name, w, h, x.short)
					}
				}
			}
		}
	}
}

// TestHeroLeavesBeforeInstructions walks from a high screen to a low one: first what
// comes next leaves, then where it comes from, then the figure, and only then are
// instructions out of sight.
func TestHeroLeavesBeforeInstructions(t *testing.T) {
	t.Parallel()
	for _, name := range thinned(heroScenes) {
		lowest := 0 // the lowest screen with a figure
		var next, source bool
		for h := 60; h >= 8; h-- {
			d := sceneOf(t, name).at(t, 80, h)
			if len(dotsOf(d.split(), picture)) == 0 {
				continue
			}
			lowest, next, source = h, stillThere(d, nextUp), stillThere(d, sources)
			if gone := outOfSight(d.m.page(), flat(d.text())); len(gone) > 0 {
				t.Errorf("%s at 80x%d: %q left, the figure stayed:\n%s", name, h, gone, d.text())
			}
			if short := shortened(d); short != "" && source {
				t.Errorf("%s at 80x%d: %q was shortened, a source stayed:\n%s", name, h, short, d.text())
			}
			if next && has(d, sources) && !source {
				t.Errorf("%s at 80x%d: a source left, what comes next stayed:\n%s", name, h, d.text())
			}
		}
		if lowest == 0 || lowest > 24 || next || source {
			t.Errorf("%s: on the lowest screen with a figure, %d high, what comes next stays: %v, a source: %v", name, lowest, next, source)
		}
	}
}

// has says that there is a part of that rank in the body, seen or not.
func has(d *desk, r rank) bool {
	return slices.ContainsFunc(d.m.page().body, func(x part) bool { return x.rank == r })
}

// stillThere says that a part of the body of that rank is on the screen, at least where
// it begins.
func stillThere(d *desk, r rank) bool {
	text := flat(d.text())
	return slices.ContainsFunc(d.m.page().body, func(x part) bool { return x.rank == r && whole(text, x.lines[:1]) })
}

// shortened is a part of the body that stands on the screen in its short form.
func shortened(d *desk) string {
	text := flat(d.text())
	for _, x := range d.m.page().body {
		if x.short != nil && !whole(text, x.lines) {
			return flat(stripped(strings.Join(x.short, " ")))
		}
	}
	return ""
}

// TestFrameIsFilled holds that the header and the bars end where the frame does, on a
// wide screen too, and that on a very wide one the frame stays in its middle.
func TestFrameIsFilled(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {240, 70}} {
		d := sceneOf(t, "walk-test").at(t, size[0], size[1])
		wide, margin := frame(size[0])
		if wide < min(size[0]-4, 157) || wide+2*margin > size[0] {
			t.Errorf("%v: a frame of %d columns behind a margin of %d", size, wide, margin)
		}
		lines := d.split()
		header := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "min left") })
		if header < 0 || lipgloss.Width(lines[header]) != margin+wide {
			t.Errorf("%v: the header ends elsewhere:\n%s", size, d.text())
		}
		bar := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "step ") })
		if bar >= 0 && lipgloss.Width(lines[bar]) != margin+wide || bar < 0 && size[1] > 24 {
			t.Errorf("%v: the bar ends elsewhere:\n%s", size, d.text())
		}
	}
}

// TestFrameKeepsTextReadable holds that on a wide screen nothing but the header, the
// title, the bars and what is large is wider than a line is easily read.
func TestFrameKeepsTextReadable(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {240, 70}} {
		for _, s := range scenes() {
			d := s.at(t, size[0], size[1])
			_, margin := frame(size[0])
			large := map[string]bool{}
			for _, x := range append(slices.Clone(d.m.page().brief), d.m.page().head...) {
				for _, l := range x.lines {
					large[flat(stripped(l))] = true
				}
			}
			for y, l := range d.split() {
				text := flat(l)
				header := text == flat(stripped(d.m.header()))
				if header || large[text] || strings.ContainsAny(l, "━─") || len(dotsOf([]string{l}, picture)) > 0 {
					continue
				}
				if n := lipgloss.Width(strings.TrimRight(l, " ")) - margin; n > 78 {
					t.Errorf("%s at %v: row %d has %d columns: %q", s.name, size, y, n, text)
				}
			}
		}
	}
}
