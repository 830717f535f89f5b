package ui

import (
	"slices"
	"testing"
	"time"

	"uncramp/session"
)

// TestScheduleSleepsWhereNothingChanges holds that no tick is on its way where
// nothing on the screen changes by itself.
func TestScheduleSleepsWhereNothingChanges(t *testing.T) {
	for _, name := range []string{"paused", "away", "summary", "summary-tier1", "summary-tier2"} {
		d := sceneOf(t, name).at(t, 80, 24)
		d.wait(time.Minute)
		if at, ok := d.tickDue(); ok {
			t.Errorf("%s: a tick is on its way for %v from now", name, at.Sub(d.clock.now))
		}
		if d.wait(time.Hour).tickDue(); d.ticked != d.m.beat.id {
			t.Errorf("%s: a tick came later", name)
		}
	}
}

// TestScheduleTicksWhereClocksRun holds that a pause goes on counting where a cramp
// or a pack does.
func TestScheduleTicksWhereClocksRun(t *testing.T) {
	d := begin(t, nobody, 80, 24).press("space")
	was := d.text()
	if d.wait(time.Second); d.text() == was {
		t.Errorf("the time since the onset stands in a pause:\n%s", was)
	}
	d = sceneOf(t, "pack").at(t, 80, 24).press("space")
	was = d.text()
	if d.wait(time.Second); d.text() == was {
		t.Errorf("the pack's time stands in a pause:\n%s", was)
	}
}

// TestScheduleOnlyTheNewestTickCounts holds that an old tick changes nothing and
// asks for none.
func TestScheduleOnlyTheNewestTickCounts(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	d.press("space").wait(100 * time.Millisecond).hit("b")
	want := d.m
	for id := range d.m.beat.id {
		d.send(tickMsg{id})
		if d.cmd != nil || d.m.beat != want.beat || d.m.at != want.at {
			t.Fatalf("tick %d, older than %d, counted", id, want.beat.id)
		}
	}
}

// TestScheduleNeverPilesUp holds that keys, however many, leave one tick on its
// way: each update asks for at most one, and only for an instant that none is on
// its way for. Keys that lead to no other screen ask for next to none.
func TestScheduleNeverPilesUp(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	var asked []time.Duration
	turned := 0
	for i := range 400 {
		d.clock.now = d.clock.now.Add(time.Millisecond)
		was := d.m
		if d.hit(string(rune('a' + i%8))); d.cmd != nil {
			asked = append(asked, d.m.beat.due)
		}
		if was.over != d.m.over || was.s.Head().Kind != d.m.s.Head().Kind {
			turned++
		}
	}
	if len(asked) > turned+40 || turned < 100 {
		t.Errorf("400 keys in 0.4 s led to %d other screens, and asked for %d ticks", turned, len(asked))
	}
	if !slices.IsSorted(asked) && len(asked) > 0 && d.m.beat.due != asked[len(asked)-1] {
		t.Errorf("the pending tick is not the last one asked for: %v", asked)
	}
	ticks := 0
	for end := d.clock.now.Add(10 * time.Second); ; ticks++ {
		at, ok := d.tickDue()
		if !ok || at.After(end) {
			break
		}
		d.wait(at.Sub(d.clock.now))
	}
	if ticks > 50 {
		t.Errorf("%d ticks in 10 s", ticks)
	}
}

// TestScheduleGoesOnAfterEveryTick holds that a tick is followed by the next, at
// every speed: none comes a moment before anything changes, and then no more.
func TestScheduleGoesOnAfterEveryTick(t *testing.T) {
	for _, speed := range []float64{1, 1.5, 3, 7, 10, 13, 60, 0.3} {
		d := beginWith(t, nobody, 80, 24, Options{Speed: speed})
		d.wait(time.Second).press("e", "enter")
		d.on("toes-to-shin", session.Hold, 3).on("jiggle", session.Timed, 0).on("massage-calf", session.Open, 0)
	}
}

// TestSchedulePreviewIsSoManyTimesAsFast holds that a preview shortens the waiting
// and nothing else: ten times as fast, 20 seconds take two.
func TestSchedulePreviewIsSoManyTimesAsFast(t *testing.T) {
	d := beginWith(t, nobody, 80, 24, Options{Speed: 10})
	d.wait(time.Second).press("e", "enter").on("toes-to-shin", session.Hold, 1).sees("HOLD 0:20")
	from := d.clock.now
	d.on("toes-to-shin", session.Rest, 1)
	if took := d.clock.now.Sub(from); took != 2*time.Second {
		t.Errorf("a hold of 20 s took %v at ten times the speed", took)
	}
}

// TestScheduleViewDependsOnTheInstantOnly holds that a screen made twice is the
// same, and that a tick that changes nothing doesn't change it.
func TestScheduleViewDependsOnTheInstantOnly(t *testing.T) {
	t.Parallel()
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		want := d.m.View().Content
		if got := d.m.View().Content; got != want {
			t.Errorf("%s: made again it differs", s.name)
		}
		if got := s.anew(t, 80, 24).m.View().Content; got != want {
			t.Errorf("%s: played again it differs", s.name)
		}
		d.send(tickMsg{d.m.beat.id})
		if got := d.m.View().Content; got != want && d.m.over != leaveOverlay {
			t.Errorf("%s: a tick at the same instant changed it:\n%s", s.name, d.text())
		}
	}
}

// TestScheduleEverySecondShows holds that a running clock turns over at every tick:
// none is spent on nothing.
func TestScheduleEverySecondShows(t *testing.T) {
	for _, name := range []string{"wait", "hold", "massage", "pack"} {
		d := sceneOf(t, name).at(t, 80, 24)
		for range 10 {
			was := d.text()
			at, ok := d.tickDue()
			if !ok {
				t.Fatalf("%s: no tick is on its way", name)
			}
			if d.wait(at.Sub(d.clock.now)); d.text() == was {
				t.Errorf("%s: a tick changed nothing:\n%s", name, was)
			}
		}
	}
}

// TestScheduleForgivesAnEarlyTick holds that a tick that comes a moment before its
// time is followed by another: a clock that was set right would stop the screen.
func TestScheduleForgivesAnEarlyTick(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	at, ok := d.tickDue()
	if !ok {
		t.Fatal("no tick is on its way")
	}
	d.clock.now = at.Add(-time.Microsecond)
	d.ticked = d.m.beat.id
	if d.send(tickMsg{d.m.beat.id}); d.cmd == nil {
		t.Error("an early tick was the last one")
	}
	d.wait(time.Second).sees("HOLD", "0:26")
}
