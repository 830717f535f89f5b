package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/session"
)

// next lets time pass up to the next tick, and says when it came.
func (d *desk) next() time.Time {
	d.Helper()
	at, ok := d.tickDue()
	if !ok {
		d.Fatalf("no tick is on its way:\n%s", d.text())
	}
	d.wait(at.Sub(d.clock.now))
	return d.clock.now
}

// pictures are the lines of the screen with the cells of dots alone.
func (d *desk) pictures() []string {
	lines := d.split()
	for i, l := range lines {
		lines[i] = strings.Map(func(r rune) rune {
			if brailleCell(r) {
				return r
			}
			return ' '
		}, l)
	}
	return lines
}

// ownTicks fails unless the session's own next change, or the end of a notice, is what
// the pending tick is for.
func ownTicks(t *testing.T, name string, d *desk) {
	t.Helper()
	want, ok := d.m.s.NextChange(d.m.at)
	if d.m.notice != "" && d.m.at < d.m.noticed && (!ok || d.m.noticed < want) {
		want, ok = d.m.noticed, true
	}
	if pending := d.m.beat.due != none && d.m.beat.id != d.ticked; pending != ok || ok && d.m.beat.due != want {
		t.Fatalf("%s at %dx%d, %v in: the tick on its way is for %v, the session wants %v, %v", name, d.m.w, d.m.h, d.m.at, d.m.beat.due, want, ok)
	}
}

// TestFigureHoldsStill holds that a figure that has come to its pose costs nothing: in a
// hold there is one update a second, and the picture stays as it is.
func TestFigureHoldsStill(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, x := range []struct {
			who  session.Facts
			item string
		}{{equipped, "wall-calf"}, {nobody, "toes-to-shin"}} {
			d := eased(begin(t, x.who, size[0], size[1]).wait(time.Second)).on(x.item, session.Hold, 1).wait(2 * time.Second)
			was, from := d.pictures(), d.clock.now
			if len(dotsOf(was, brailleCell)) == 0 {
				t.Fatalf("%s at %v: no figure:\n%s", x.item, size, d.text())
			}
			for i := range 15 {
				if got, want := d.next().Sub(from), time.Duration(i+1)*time.Second; got != want {
					t.Fatalf("%s at %v: update %d came after %v", x.item, size, i+1, got)
				}
				if !slices.Equal(d.pictures(), was) {
					t.Fatalf("%s at %v: the figure moved in a hold:\n%s", x.item, size, d.text())
				}
			}
		}
	}
}

// busiest is the most ticks in any second of real time until something is so.
func busiest(d *desk, until func() bool) int {
	d.Helper()
	var came []time.Time
	most := 0
	for !until() {
		came = append(came, d.next())
		for came[len(came)-1].Sub(came[0]) >= time.Second {
			came = came[1:]
		}
		most = max(most, len(came))
	}
	return most
}

// TestFigureMovesTenTimesASecond holds that toes that rise and lower move in steps that
// can be seen, and in no more of them: at any speed.
func TestFigureMovesTenTimesASecond(t *testing.T) {
	for _, speed := range []float64{1, 2.5, 10} {
		d := beginWith(t, equipped, 80, 24, Options{Speed: speed})
		eased(d.wait(time.Second)).on("toe-raises", session.Rise, 1)
		seen := map[string]bool{}
		over := func() bool {
			seen[strings.Join(d.pictures(), "\n")] = true
			return d.m.s.Head().Item != "toe-raises"
		}
		if most := busiest(d, over); most > 13 || most < 8 {
			t.Errorf("at speed %g: up to %d updates a second", speed, most)
		}
		if speed == 1 && len(seen) < 8 {
			t.Errorf("%d pictures of toes that rise and lower", len(seen))
		}
	}
}

// TestFigureOfAPreviewIsNoBurden holds a whole preview, ten times as fast as life, to
// as many updates a second as life has.
func TestFigureOfAPreviewIsNoBurden(t *testing.T) {
	d := beginWith(t, nobody, 120, 40, Options{Speed: 10})
	d.wait(time.Second).press("e", "enter")
	most := busiest(d, func() bool {
		if d.m.s.Phase().Kind == session.Open && d.m.s.Elapsed(d.m.at) > 20*time.Second {
			d.hit("enter")
		}
		return d.m.s.Head().Kind == session.AskBlock
	})
	if most > 13 {
		t.Errorf("up to %d updates a second", most)
	}
}

// TestFigureUnseenAsksForNothing holds that where no figure is seen to move, no tick is
// asked for but what the session wants itself.
func TestFigureUnseenAsksForNothing(t *testing.T) {
	for name, unseen := range map[string]func() *desk{
		"too small": func() *desk { return sceneOf(t, "rise").at(t, 40, 12) },
		"tiny":      func() *desk { return sceneOf(t, "rise").at(t, 19, 5) },
		"paused":    func() *desk { return sceneOf(t, "rise").at(t, 80, 24).press("space") },
		"signs":     func() *desk { return sceneOf(t, "rise").at(t, 80, 24).press("!") },
		"keys":      func() *desk { return sceneOf(t, "massage").at(t, 80, 24).press("?") },
		"wait, low": func() *desk { return sceneOf(t, "wait").at(t, 40, 12) },
		"pack":      func() *desk { return sceneOf(t, "pack").at(t, 80, 24).press("space") },
		"off": func() *desk {
			d := sceneOf(t, "rise").at(t, 80, 24)
			d.m.opts.Figures = NoFigures
			return d.wait(time.Second)
		},
		"across": func() *desk { return sceneOf(t, "massage").at(t, 80, 24).press("f") },
	} {
		d := unseen().wait(time.Second) // what was on its way comes, and is followed by nothing
		for range 30 {
			ownTicks(t, name, d)
			if _, ok := d.tickDue(); !ok {
				break
			}
			d.next()
		}
	}
}

// TestStillFollowsTheSessionAlone goes through a session where nothing may move: every
// tick is the session's own, or takes a notice away.
func TestStillFollowsTheSessionAlone(t *testing.T) {
	d := beginWith(t, equipped, 120, 40, Options{Still: true})
	for range 30 {
		ownTicks(t, "the wait", d)
		d.next()
	}
	through(d.wait(time.Second), 700*time.Millisecond, func() {
		if d.m.s.Mode != session.Ended {
			ownTicks(t, string(d.m.s.Phase().Kind), d)
		}
	})
}

// TestStillShowsThePose holds that a hold shows at once, and stays on, what a figure
// that moves comes to.
func TestStillShowsThePose(t *testing.T) {
	for _, x := range []struct {
		who  session.Facts
		item string
	}{{equipped, "wall-calf"}, {nobody, "toes-to-shin"}} {
		moving := eased(begin(t, x.who, 80, 24).wait(time.Second)).on(x.item, session.Hold, 1).wait(5 * time.Second)
		still := beginWith(t, x.who, 80, 24, Options{Still: true})
		eased(still.wait(time.Second)).on(x.item, session.Hold, 1)
		if !slices.Equal(still.pictures(), moving.pictures()) {
			t.Errorf("%s: at the beginning of a hold stands\n%s\nand not\n%s", x.item, still.text(), moving.text())
		}
		if still.wait(5 * time.Second); !slices.Equal(still.pictures(), moving.pictures()) {
			t.Errorf("%s: later stands\n%s", x.item, still.text())
		}
	}
}

// TestFigureIsMadeOfTheInstant holds that a screen made twice is the same, also where
// it is large.
func TestFigureIsMadeOfTheInstant(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {200, 60}} {
		for _, s := range scenes() {
			d := s.at(t, size[0], size[1])
			want := d.m.View().Content
			if d.m.View().Content != want {
				t.Errorf("%s at %v: made again it differs", s.name, size)
			}
			d.send(tickMsg{d.m.beat.id})
			if got := d.m.View().Content; got != want && d.m.over != leaveOverlay {
				t.Errorf("%s at %v: a tick at the same instant changed it:\n%s", s.name, size, d.text())
			}
		}
	}
	for _, name := range []string{"wait", "rise", "massage", "pack", "lower"} {
		again, at := sceneOf(t, name).anew(t, 200, 60).m.View().Content, sceneOf(t, name).at(t, 200, 60).m.View().Content
		if again != at {
			t.Errorf("%s: played again it differs", name)
		}
	}
}
