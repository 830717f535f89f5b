package ui

import (
	"fmt"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// everything is somebody who has all there is at hand.
func everything(muscle content.Muscle, position content.Position) session.Facts {
	return session.Facts{Muscle: muscle, Position: position, Have: content.Things()}
}

// found fails unless there is a figure for what happens now, where something is done
// that a figure can show; shown counts what it was found for.
func found(d *desk, shown map[string]int) {
	d.Helper()
	b := d.m.s.Head()
	switch b.Kind {
	case session.WaitBlock, session.GripBlock, session.ItemBlock, session.PackBlock:
	default:
		return
	}
	f, ok := d.m.figureNow()
	if !ok || len(f.Poses) == 0 {
		if shown["no "+b.Item]++; shown["no "+b.Item] == 1 { // once is enough
			d.Errorf("%s, %s: no figure for %s %q", d.m.s.Facts.Muscle, d.m.s.Facts.Stance(), b.Kind, b.Item)
		}
		return
	}
	if d.m.picture(leastFigureW, leastFigureH).lines == nil {
		d.Errorf("%s: nothing is drawn in the least room", f.ID)
	}
	shown[string(b.Kind)+" "+b.Item]++
}

// wholeSession goes through a session with the softest stretch before and a pack behind.
func wholeSession(d *desk, pack string, shown map[string]int) {
	d.Helper()
	found(d, shown)
	d.press("s").wait(20 * time.Second)
	found(d, shown)
	d.press("e", "enter")
	for d.m.s.Mode != session.Ended {
		found(d, shown)
		b := d.m.s.Head()
		switch {
		case d.m.over != noOverlay, d.m.s.Pack.Asking, b.Kind == session.ConfirmBlock, b.Kind == session.PackBlock && d.m.s.Pack.Kind == "":
			d.press("enter")
		case b.Kind == session.AskBlock:
			was := d.m.s.At
			if d.press(pack); d.m.s.Head().Kind == session.AskBlock && d.m.s.At == was {
				d.press("n")
			}
		case d.m.s.Phase().Kind == session.Open:
			d.press("enter")
		default:
			d.wait(time.Second)
		}
	}
}

// TestFiguresForEveryBlock goes through a session of every muscle in every position,
// with heat and with cold, and finds a figure for whatever is done in it.
func TestFiguresForEveryBlock(t *testing.T) {
	t.Parallel()
	for _, muscle := range thinned(content.Muscles()) {
		for _, position := range content.Positions() {
			t.Run(fmt.Sprintf("%s/%s", muscle, position), func(t *testing.T) {
				shown := map[string]int{}
				for _, pack := range []string{"1", "2"} {
					wholeSession(begin(t, everything(muscle, position), 40, 12).wait(time.Second), pack, shown)
				}
				for _, want := range []string{"wait ", "pack heat", "pack cold"} {
					if shown[want] == 0 {
						t.Errorf("%q never came: %v", want, shown)
					}
				}
				if len(shown) < 6 {
					t.Errorf("a whole session is %v", shown)
				}
			})
		}
	}
	for _, r := range content.Embedded().Routines {
		d, shown := begin(t, session.Facts{Routine: r.ID}, 40, 12).wait(time.Second).press("enter"), map[string]int{}
		for ; d.m.s.Mode != session.Ended; d.wait(time.Second) {
			found(d, shown)
		}
		if len(shown) < 2 {
			t.Errorf("%s is %v", r.ID, shown)
		}
	}
}

// drawnAs is a scene with figures drawn in a way.
func drawnAs(t *testing.T, s scene, f Figures, w, h int) *desk {
	t.Helper()
	d := s.at(t, 80, 24)
	d.m.opts.Figures = f
	return d.resize(w, h)
}

// TestFiguresInPlainCharacters holds that where dots can't be shown, no screen has any,
// and yet figures are there.
func TestFiguresInPlainCharacters(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		for _, s := range scenes() {
			d := drawnAs(t, s, ASCII, size[0], size[1])
			if n := len(dotsOf(d.split(), brailleCell)); n > 0 {
				t.Errorf("%s at %v: %d cells of dots:\n%s", s.name, size, n, d.text())
			}
			checkFits(t, d, size[0], size[1])
			// Where dots stood, plain characters stand now.
			there := 0
			dots := dotsOf(s.at(t, size[0], size[1]).split(), brailleCell)
			now := d.split()
			for _, p := range dots {
				if row := []rune(now[p.y]); p.x < len(row) && row[p.x] > ' ' && row[p.x] < 0x7f {
					there++
				}
			}
			if there < len(dots)*6/10 {
				t.Errorf("%s at %v: of %d cells of dots %d have a plain character:\n%s", s.name, size, len(dots), there, d.text())
			}
		}
	}
}

// TestFiguresOffLeavesTheWords holds that without figures the words are what they were,
// and nothing else is there: no line less, and no picture of plain characters.
func TestFiguresOffLeavesTheWords(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, s := range scenes() {
			d := drawnAs(t, s, NoFigures, size[0], size[1])
			if n := len(dotsOf(d.split(), brailleCell)); n > 0 {
				t.Errorf("%s at %v: %d cells of dots:\n%s", s.name, size, n, d.text())
			}
			with := s.at(t, size[0], size[1])
			known := vocabulary(with)
			for _, w := range words(d.text()) {
				if !known[w] {
					t.Errorf("%s at %v: %q is no word:\n%s", s.name, size, w, d.text())
				}
			}
			if gone, of := outOfSight(with.m.page(), flat(d.text())), outOfSight(with.m.page(), flat(with.text())); len(gone) > len(of) && !d.m.page().aside && !with.m.page().aside {
				t.Errorf("%s at %v: gone with the figure: %q", s.name, size, gone)
			}
		}
	}
}
