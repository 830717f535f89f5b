package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// legs and bedtime are the routines, for somebody who told nothing.
var (
	legs    = Facts{Routine: "legs"}
	bedtime = Facts{Routine: "bedtime"}
)

// TestRoutineGate: before a routine stands one question, and nothing begins by
// itself; back from the first exercise asks it again.
func TestRoutineGate(t *testing.T) {
	for _, f := range []Facts{legs, bedtime} {
		p := begin(t, f)
		if p.s.Head().Kind != ConfirmBlock || p.s.Gripping || !p.s.Planned || p.s.Onset != 0 {
			t.Fatalf("%s begins in %q", f.Routine, rowOf(p.s))
		}
		for e, want := range map[Event]string{Next{}: "no-confirm", Back{}: "no-back", Eased{}: "not-gripping", Grip{}: "not-gripping", More{}: "no-more-here"} {
			if why := p.try(e); why != want {
				t.Errorf("%s: %T at the gate: %q", f.Routine, e, why)
			}
		}
		if p.forget().pass(time.Hour); p.s.Head().Kind != ConfirmBlock || len(p.cues) > 0 {
			t.Errorf("%s: time alone led to %q, heard %v", f.Routine, rowOf(p.s), p.kinds())
		}
		p.say(Go{})
		if b := p.s.Head(); b.Slot != "calf" || b.Side != Left || p.s.Phase().Kind != Ready || p.s.Phase().For != firstLead {
			t.Errorf("%s: it begins with %s %s, %+v", f.Routine, b.Slot, b.Side, p.s.Phase())
		}
		first := p.s.Head()
		if p.forget().say(Back{}); p.s.Head().Kind != ConfirmBlock || !slices.Equal(p.kinds(), []CueKind{CueGate}) {
			t.Errorf("%s: back to %q, heard %v", f.Routine, rowOf(p.s), p.kinds())
		}
		if p.say(Go{}); !p.s.Head().is(first) {
			t.Errorf("%s: on to %s", f.Routine, p.s.Head().Slot)
		}
	}
}

// TestRoutineRunsThrough: after the gate time alone leads to the summary, through
// every turn, on the left leg and then on the right, in full.
func TestRoutineRunsThrough(t *testing.T) {
	for _, r := range library().Routines {
		p := begin(t, Facts{Routine: r.ID}).pass(time.Minute).say(Go{})
		plan, began := slices.Clone(p.s.Rest), p.now
		p.until("the summary", func(s Session) bool { return s.Mode == Ended })
		if p.s.Outcome != Finished || p.now != began+Total(plan) {
			t.Errorf("%s: %s after %v, planned %v", r.ID, p.s.Outcome, p.now-began, Total(plan))
		}
		for _, k := range []CueKind{CueAsk, CueConfirm, CueSigns} {
			if p.heard(k) {
				t.Errorf("%s: %s was heard", r.ID, k)
			}
		}
		var places []string
		for i, b := range p.s.Done {
			if b.Kind != ItemBlock || b.Result != Completed || b.Took != plan[i].Planned() || b.Step != content.Stretch {
				t.Errorf("%s: %s %s took %v", r.ID, b.Slot, b.Result, b.Took)
			}
			if !slices.Contains(places, b.Slot) {
				places = append(places, b.Slot)
			}
		}
		for i, turn := range r.Turns {
			if i >= len(places) || places[i] != turn.ID {
				t.Errorf("%s: went through %v", r.ID, places)
			}
		}
		if broken := brokenLegs(p.s.Facts, plan); broken != "" {
			t.Errorf("%s: %s", r.ID, broken)
		}
	}
}

// TestRoutineDoses: before bed it is three holds of ten seconds with ten between,
// the legs routine has the exercises as they are.
func TestRoutineDoses(t *testing.T) {
	for _, have := range [][]content.Thing{nil, {content.Towel}, {content.Wall}} {
		f := bedtime
		f.Have = have
		for _, b := range begin(t, f).s.Upcoming() {
			if b.Reps != 3 || b.hold() != 10*time.Second || b.longest(Rest) != 10*time.Second {
				t.Errorf("with %v: %s is %s, rests of %v", have, b.Item, b.Dose(), b.longest(Rest))
			}
		}
	}
	p := begin(t, legs)
	if b := p.s.Rest[1]; b.Item != "wall-calf" || b.Dose() != "2 holds of 30 seconds" {
		t.Errorf("%s, %s", b.Item, b.Dose())
	}
	it, ok := begin(t, bedtime).say(Go{}).s.Item()
	if !ok || it.Dose.Hold.Seconds != 10 {
		t.Errorf("the item that runs is held for %d s", it.Dose.Hold.Seconds)
	}
}

// TestFollowing: what was not told comes from the routine, what was told stays.
func TestFollowing(t *testing.T) {
	wall, towel := Set[content.Thing]{content.Wall}, Set[content.Thing]{content.Towel}
	for _, c := range []struct {
		name    string
		told    Facts
		routine string
		want    Facts
	}{
		{"nothing told", Facts{}, "legs",
			Facts{Routine: "legs", Side: Both, Position: content.Standing, Have: wall}},
		{"nothing told at night", Facts{}, "bedtime",
			Facts{Routine: "bedtime", Side: Both, Position: content.Lying, Context: content.Sleep}},
		{"position", Facts{Position: content.Seated}, "legs",
			Facts{Routine: "legs", Side: Both, Position: content.Seated}},
		{"the routine's own position", Facts{Position: content.Standing}, "legs",
			Facts{Routine: "legs", Side: Both, Position: content.Standing, Have: wall}},
		{"unsteady", Facts{Care: Set[content.Care]{content.Unsteady}}, "legs", // nobody unsteady is made to stand
			Facts{Routine: "legs", Side: Both, Care: Set[content.Care]{content.Unsteady}}},
		{"in bed", Facts{Context: content.Sleep}, "legs",
			Facts{Routine: "legs", Side: Both, Context: content.Sleep}},
		{"things", Facts{Have: towel}, "legs",
			Facts{Routine: "legs", Side: Both, Position: content.Standing, Have: towel}},
		{"context", Facts{Context: content.Desk}, "bedtime",
			Facts{Routine: "bedtime", Side: Both, Position: content.Lying, Context: content.Desk}},
		{"side", Facts{Side: Right, Minutes: 3, Reps: 20}, "legs",
			Facts{Routine: "legs", Side: Right, Position: content.Standing, Have: wall, Minutes: 3, Reps: 20}},
	} {
		r, ok := library().Routine(c.routine)
		if got := c.told.Following(r); !ok || !equalFacts(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		s := Follow(c.told, r, library)
		c.want.Muscle, c.want.Lain = content.Calf, c.want.Stance() == content.Lying
		if !equalFacts(s.Facts, c.want) || s.Waiting().Muscle != content.Calf {
			t.Errorf("%s, followed: %+v, want %+v", c.name, s.Facts, c.want)
		}
	}
	// Whoever told one leg works on that leg alone.
	right := legs
	right.Side = Right
	for _, b := range begin(t, right).s.Upcoming() {
		if b.Side == Left {
			t.Errorf("%s on the left", b.Slot)
		}
	}
}

// TestTellKeepsTheRoutine: what is told changes what is in it, never what it is.
func TestTellKeepsTheRoutine(t *testing.T) {
	p := begin(t, legs)
	f := p.s.Facts
	f.Position, f.Routine = content.Lying, ""
	p.say(Tell{f})
	if p.s.Facts.Routine != "legs" || p.s.Rest[1].Slot != "calf" || p.s.Rest[1].Item == "wall-calf" {
		t.Errorf("at the gate: %+v, then %s", p.s.Facts, p.s.Rest[1].Item)
	}
	p.say(Go{}).row("hold")
	f.Routine = "bedtime"
	if p.say(Tell{f}); p.s.Facts.Routine != "legs" || rowOf(p.s) != "hold" {
		t.Errorf("in a hold: %+v in %q", p.s.Facts, rowOf(p.s))
	}
	f = gym
	f.Routine = "legs"
	p = begin(t, gym).say(Tell{f}, Eased{}, Tell{f}, Go{})
	if b := p.s.Head(); p.s.Facts.Routine != "" || b.Slot != "stretch" || b.Muscle != content.Calf {
		t.Errorf("a relief has become a routine: %+v, %s", p.s.Facts, b.Slot)
	}
}
