package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// TestPassingThroughLying: one key changes the position in turn, so a word for lying
// that another follows at once was only passed through. Who lay stays who lay.
func TestPassingThroughLying(t *testing.T) {
	lying, up := gym, gym
	lying.Position = content.Lying
	for _, c := range []struct {
		stays time.Duration
		edge  bool
	}{{time.Second, false}, {time.Minute, true}} {
		p := begin(t, gym).say(Tell{lying}).pass(c.stays).say(Tell{up}, Eased{}, Go{})
		if got := p.s.Head().Item == edgeItem; got != c.edge {
			t.Errorf("lying for %v: sits on the edge first: %v", c.stays, got)
		}
	}
	asleep := gym
	asleep.Context = content.Sleep
	if p := begin(t, asleep).say(Eased{}, Go{}); p.s.Head().Item != edgeItem {
		t.Errorf("standing up at night begins with %s", p.s.Head().Item)
	}
}

// TestRubbingThatBringsItBackPressesNoMore: a massage that brings the cramp back, or
// is too much, takes roller and ball out of the plan, which press harder.
func TestRubbingThatBringsItBackPressesNoMore(t *testing.T) {
	for _, m := range []content.Muscle{content.Calf, content.Arch} {
		f := Facts{Muscle: m, Position: content.Seated, Have: content.Things()}
		for name, word := range map[string][]Event{"again": {Again{}, Eased{}}, "too much": {TooMuch{}}} {
			p := begin(t, f).say(Eased{}, Go{}).slot("massage")
			presses := func(b Block) bool { return b.Slot == "roller" || b.Slot == "ball" }
			if !slices.ContainsFunc(p.s.Rest, presses) {
				t.Fatalf("%s: nothing presses from the start", m)
			}
			p.until("the massage", func(s Session) bool { return s.Phase().Kind == Open }).say(word...)
			if slices.ContainsFunc(p.s.Rest, presses) {
				t.Errorf("%s, %s: %v is still to come", m, name, p.s.Rest)
			}
		}
	}
}

// TestBothLegsCramped: nobody is asked to stand on one leg when the other cramps too.
func TestBothLegsCramped(t *testing.T) {
	f := Facts{Muscle: content.Quad, Side: Both, Position: content.Standing, Have: Set[content.Thing]{content.Wall}}
	for _, b := range Build(library(), f, Ease{}, nil) {
		if it, _ := library().Item(b.Item); it.OneLeg {
			t.Errorf("%s stands on the other leg", b.Item)
		}
	}
	f.Side = Left
	if b := Build(library(), f, Ease{}, nil)[0]; b.Item != "quad-stand" {
		t.Errorf("one leg cramped, first comes %s", b.Item)
	}
}

// TestSoftestIsAlwaysThere: however little is left of the plan, a cramp that grips
// has its softest stretch.
func TestSoftestIsAlwaysThere(t *testing.T) {
	for _, r := range library().Routines {
		p := begin(t, Facts{Routine: r.ID}).say(Go{}).row("hold")
		for range 4 {
			p.say(Again{}, Grip{}, Eased{})
			if p.s.Mode == Ended {
				break
			}
			p.until("the next hold", func(s Session) bool { return s.Phase().Kind == Hold || s.Mode == Ended })
			if p.s.Mode == Ended {
				break
			}
		}
	}
	p := begin(t, gym).say(Eased{}, Go{})
	for range 5 {
		if p.try(TooMuch{}) != "" {
			break
		}
	}
	p.say(Again{}, Grip{})
}

// TestGentlerIsNeverMore: what has begun never gets more repetitions when it becomes
// another exercise, nor does the leg after it.
func TestGentlerIsNeverMore(t *testing.T) {
	for _, minutes := range []int{0, 3, 8} {
		for _, side := range []Side{Left, Both} {
			f := gym
			f.Side, f.Minutes = side, minutes
			p := begin(t, f).say(Eased{}, Go{}).row("hold")
			before := p.s.Head()
			p.say(TooMuch{})
			for _, b := range p.s.Rest {
				if b.place() == before.place() && b.Reps > before.Reps {
					t.Errorf("%d minutes, %s: %d of %s after %d of %s", minutes, side, b.Reps, b.Item, before.Reps, before.Item)
				}
			}
		}
	}
}
