package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// mineOf opens the program in a routine of somebody's own with these turns, past its gate.
func mineOf(tb testing.TB, w, h int, position content.Position, have []content.Thing, turns ...content.Turn) *desk {
	tb.Helper()
	r := content.Routine{
		ID: "mine", Name: "Mine", For: content.Line{Text: "For me.", Ground: written}, Position: position,
		Have: have, Turns: turns, Ground: written,
	}
	lib := *content.Embedded()
	lib.Routines = append(slices.Clip(lib.Routines), r)
	clock := &handClock{time.Now()}
	s := session.Follow(session.Facts{}, r, func() *content.Library { return &lib })
	d := &desk{TB: tb, m: New(Options{Session: s, Clock: clock, Sound: Voice}), clock: clock}
	return d.resize(w, h).press("enter")
}

// towelCalf is a stretch that somebody wrote two sentences of their own to.
func towelCalf() content.Turn {
	return content.Turn{ID: "calf", Any: []string{"towel-calf"}, Hold: sec(45), Words: []content.Line{
		{Text: "Slowly.", Ground: written}, {Text: "Breathe out as your {side} heel goes away from you.", Ground: written},
	}}
}

// stopsRead are the lines that say when to stop, as they can be read on a screen, at
// once or by scrolling: the long form, or the short one and what it lacks. nil = some
// of it can be read nowhere.
func stopsRead(d *desk) []string {
	seen := map[string]bool{}
	for m, was := d.m, -1; m.scroll != was; m = m.scrollBy(1) {
		was = m.scroll
		for row := range strings.Lines(ansi.Strip(m.View().Content)) {
			seen[strings.TrimSpace(row)] = true
		}
	}
	all := func(lines []string) bool {
		for _, l := range lines {
			if !seen[strings.TrimSpace(ansi.Strip(l))] {
				return false
			}
		}
		return true
	}
	it, _ := d.m.s.Item()
	var read []string
	for _, p := range d.m.stopIf(it, d.m.s.Head()) {
		short := append(append([]string{}, p.short...), p.rest...)
		switch {
		case all(p.lines):
			read = append(read, p.lines...)
		case p.short != nil && all(short):
			read = append(read, short...)
		default:
			return nil
		}
	}
	return read
}

// stopSigns are what an exercise has to be stopped for.
func stopSigns(d *desk) []string {
	it, _ := d.m.s.Item()
	list := it.StopIf
	if stop, ok := d.m.s.Library().Advice("stop"); ok && d.m.s.Head().Kind == session.ItemBlock && !d.m.s.OnEdge() {
		list = append(append([]content.Line{}, list...), stop.Lines...)
	}
	var signs []string
	for _, l := range list {
		signs = append(signs, strings.TrimSuffix(content.Lower(l.Text), "."))
	}
	return signs
}

// TestEveryStopSignCanBeRead holds that on every screen of an exercise, however little
// room there is, each sign that stops it stands there or can be scrolled to.
func TestEveryStopSignCanBeRead(t *testing.T) {
	check := func(name string, d *desk) {
		if _, ok := d.m.s.Item(); !ok || d.m.over != noOverlay || d.m.s.Mode == session.Ended {
			return
		}
		for _, size := range thinned(sizes) {
			if size[0] < 30 || size[1] < 8 {
				continue
			}
			d.resize(size[0], size[1])
			text := flat(ansi.Strip(strings.Join(stopsRead(d), "\n")))
			for _, sign := range stopSigns(d) {
				if !strings.Contains(text, sign) {
					t.Errorf("%s at %v: %q can't be read:\n%s", name, size, sign, d.text())
				}
			}
		}
	}
	for _, s := range scenes() {
		check(s.name, s.at(t, 80, 24))
	}
	own := mineOf(t, 80, 24, content.Lying, []content.Thing{content.Towel}, towelCalf())
	check("own words, getting ready", own)
	check("own words", own.on("towel-calf", session.Hold, 1))
}

// TestStopSignsAreScrolledTo holds that a page too long for all of them says so, shows
// the rest where it is scrolled to, and has the first ones all the time.
func TestStopSignsAreScrolledTo(t *testing.T) {
	t.Parallel()
	d := mineOf(t, 80, 24, content.Lying, []content.Thing{content.Towel}, towelCalf()).on("towel-calf", session.Hold, 1)
	first := stopSigns(d)[0]
	d.sees("Stop if: "+first, "…", "↓ more")
	d.misses("Stop too if:")
	for range 5 {
		d.hit("down").sees("Stop if: " + first)
	}
	d.sees("Stop too if:", stopSigns(d)[len(stopSigns(d))-1])
}

// TestShortFormLeavesItsRest holds fit to it: where all has room nothing is shortened, and
// what the short form lacks can be scrolled to.
func TestShortFormLeavesItsRest(t *testing.T) {
	t.Parallel()
	parts := []part{
		{rank: stays, lines: []string{"verb"}}, {lines: []string{"how one", "how two"}, detail: true},
		{rank: matters, lines: []string{"stop a", "b", "c"}, short: []string{"stop a …"}, rest: []string{"too b", "c"}},
	}
	for _, x := range []struct {
		room, scroll, most int
		want               string
	}{
		{6, 0, 0, "[verb how one how two stop a b c]"},
		{4, 0, 2, "[verb how one how two stop a …]"},
		{4, 1, 2, "[verb how two too b stop a …]"},
		{4, 2, 2, "[verb too b c stop a …]"},
		{4, 9, 2, "[verb too b c stop a …]"},
	} {
		kept, most := fit(parts, x.room, x.scroll)
		if got := fmt.Sprint(join(kept, x.room, 0)); got != x.want || most != x.most {
			t.Errorf("in %d lines, scrolled by %d: %s and %d more, want %s and %d", x.room, x.scroll, got, most, x.want, x.most)
		}
	}
}

// TestLastPackSaysNothingOfNext: where nothing follows, nothing is announced.
func TestLastPackSaysNothingOfNext(t *testing.T) {
	t.Parallel()
	d := mineOf(t, 80, 24, content.Lying, []content.Thing{content.Heat, content.Towel}, towelCalf(),
		content.Turn{ID: "warm", Pack: content.Heat, For: sec(600)})
	d.until("heat", func() bool { return d.m.s.Head().Kind == session.PackBlock }).sees("GET IT READY")
	d.misses("Next:")
	d.press("enter").wait(time.Second).sees("HEAT")
	d.misses("Next:")
}
