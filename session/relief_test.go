package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// TestFourKeys: it eased, yes that leg, it is relaxed, no pack. Time does the rest.
func TestFourKeys(t *testing.T) {
	for name, f := range map[string]Facts{
		"nothing told": {}, "gym": gym, "bed": bed,
		"desk": {Side: Right, Context: content.Desk, Have: Set[content.Thing]{content.Towel}},
	} {
		t.Run(name, func(t *testing.T) {
			p := begin(t, f).pass(20 * time.Second)
			open := func(s Session) bool { return s.Phase().Kind == Open || s.Mode == Ended }
			for _, e := range []Event{Eased{}, Go{}, Go{}, Choose{}} {
				p.until("something open", open).say(e)
			}
			p.until("the summary", func(s Session) bool { return s.Mode == Ended })
			if p.s.Outcome != Finished || p.s.EasedIn != 20*time.Second {
				t.Errorf("%s, eased in %v", p.s.Outcome, p.s.EasedIn)
			}
			if sum := p.s.Summary(); len(sum.NotBegun)+len(sum.Skipped)+len(sum.LeftOut) > 0 || len(sum.Done) < 5 {
				t.Errorf("%+v", sum)
			}
		})
	}
}

// TestSides: the cramped side first and in full, the other one once.
func TestSides(t *testing.T) {
	for _, c := range []struct {
		side, first, second Side
		reps                int // on the second
	}{
		{Left, Left, Right, 1}, {Right, Right, Left, 1}, {"", Left, Right, 1}, {Both, Left, Right, 2},
	} {
		f := gym
		f.Side = c.side
		p := begin(t, f).say(Eased{}, Go{})
		a, b := p.s.Rest[0], p.s.Rest[1]
		if a.Side != c.first || b.Side != c.second || a.Slot != b.Slot || a.Reps != 2 || b.Reps != c.reps {
			t.Errorf("%q: %s %d times, then %s %d times", c.side, a.Side, a.Reps, b.Side, b.Reps)
		}
		if a.Phases[0].Kind != Ready || a.Phases[0].For != firstLead || b.Phases[0].Kind != Switch || b.Phases[0].For != switchTime {
			t.Errorf("%q: leads %+v, %+v", c.side, a.Phases[0], b.Phases[0])
		}
	}
}

// TestEdge: whoever lay sits on the edge before any standing, and can't skip it.
func TestEdge(t *testing.T) {
	f := bed
	f.Position = content.Standing
	p := begin(t, bed).say(Eased{}, Tell{f}, Go{})
	if rowOf(p.s) != "edge ready" {
		t.Fatalf("first comes %q", rowOf(p.s))
	}
	p.say(Go{}).pass(9 * time.Second)
	for _, e := range []Event{Go{}, Next{}, Back{}, TooMuch{}} {
		if why := p.try(e); why != "edge-first" {
			t.Errorf("%T: %q", e, why)
		}
	}
	if p.pass(time.Second); p.s.Head().Slot == "edge" || p.s.Facts.Lain {
		t.Error("ten seconds on the edge aren't enough")
	}
	// Somebody who never lay doesn't sit down first.
	if p := begin(t, gym).say(Eased{}, Go{}); p.s.Head().Slot != "stretch" {
		t.Errorf("standing all along, first comes %s", p.s.Head().Slot)
	}
}

// TestGripAfterLying: while it grips nobody is told to stand up straight from
// lying: the softest stretch is one for sitting.
func TestGripAfterLying(t *testing.T) {
	f := bed
	f.Position = content.Standing
	p := begin(t, bed).say(Tell{f}, Grip{})
	it, ok := p.s.Item()
	if !ok || it.Pull != 1 || rowOf(p.s) != "grip ready" {
		t.Errorf("%+v", it)
	}
	p.until("the wait again", func(s Session) bool { return s.Head().Kind == WaitBlock })
	if got := p.s.Done[0]; got.Kind != GripBlock || p.s.Unchanged != p.now {
		t.Errorf("done %+v, unchanged since %v", got, p.s.Unchanged)
	}
}

// TestLegCorrected: the leg can be put right at any time; what is asked once stays
// answered.
func TestLegCorrected(t *testing.T) {
	right := gym
	right.Side = Right
	p := begin(t, gym).say(Eased{}, Tell{right})
	if b := p.s.Head(); b.Kind != ConfirmBlock || b.Side != Right || p.s.Rest[1].Side != Right {
		t.Errorf("at the question: %s, then %s", b.Side, p.s.Rest[1].Side)
	}
	p = begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{}, Tell{right})
	for _, b := range p.s.Rest {
		if b.Kind == AskBlock {
			t.Error("heat, cold or neither is asked again")
		}
	}
	p = begin(t, gym).say(Grip{}, Tell{right})
	if rowOf(p.s) != "wait" {
		t.Errorf("the softest stretch of the wrong leg goes on: %q", rowOf(p.s))
	}
}
