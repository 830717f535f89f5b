package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// cramped is the same person with another muscle.
func cramped(f Facts, m content.Muscle) Facts {
	f.Muscle = m
	return f
}

// TestAnotherMuscleInTheWait: the guidance and the softest stretch are those of the
// muscle that cramps, from the moment at which it is told; the time goes on.
func TestAnotherMuscleInTheWait(t *testing.T) {
	p := begin(t, gym).pass(time.Minute)
	for _, m := range []content.Muscle{content.Hamstring, content.Toes, content.Quad, content.Arch, content.Calf} {
		p.say(Tell{cramped(gym, m)})
		want, _ := library().Waiting(m)
		relief, _ := library().Relief(m)
		if w := p.s.Waiting(); w.Muscle != m || w.Name != want.Name || p.s.SinceOnset(p.now) != time.Minute {
			t.Errorf("%s: the wait is for the %s, since %v", m, w.Name, p.s.SinceOnset(p.now))
		}
		if it, ok := p.s.Softest(); !ok || it.ID != relief.Softest[0] {
			t.Errorf("%s: the softest is %s", m, it.ID)
		}
	}
	// Not told, it stays the one it was.
	if p.say(Tell{Facts{Position: content.Seated}}); p.s.Facts.Muscle != content.Calf {
		t.Errorf("it is the %q", p.s.Facts.Muscle)
	}
	// A softest stretch that isn't for it ends, one that is for it goes on.
	p = begin(t, gym).say(Grip{}, Go{}, Tell{cramped(gym, content.Quad)})
	if rowOf(p.s) != "wait" {
		t.Errorf("toes to the shin for the front of the thigh: %q", rowOf(p.s))
	}
	p = begin(t, gym).say(Grip{}, Go{}, Tell{cramped(gym, content.Toes)})
	if rowOf(p.s) != "grip hold" || p.s.Waiting().Muscle != content.Toes {
		t.Errorf("the same for the toes: %q, the wait is for the %s", rowOf(p.s), p.s.Waiting().Muscle)
	}
}

// TestAnotherMuscleHalfWay: it gets its whole plan, as if nothing had been done,
// and what was done for the other stays in the summary.
func TestAnotherMuscleHalfWay(t *testing.T) {
	for _, m := range []content.Muscle{content.Quad, content.Hamstring, content.Arch, content.Toes} {
		for _, slot := range []string{"loosen", "massage", "move"} {
			p := begin(t, gym).say(Eased{}, Go{}).slot(slot)
			done := len(p.s.Done)
			p.pass(time.Second).say(Tell{cramped(gym, m)})
			want := Build(library(), cramped(gym, m), Ease{}, nil)
			same := func(a, b Block) bool { return a.is(b) && a.Item == b.Item && a.Reps == b.Reps && a.From == b.From }
			if !slices.EqualFunc(p.s.Rest, want, same) || len(p.s.Done) != done {
				t.Errorf("%s told in %s: the plan is\n%swant\n%s", m, slot, showPlan(p.s.Rest), showPlan(want))
			}
			if b := p.s.Head(); b.Slot != "stretch" || b.Muscle != m || p.s.Entered != p.now {
				t.Errorf("%s told in %s: on to %s of the %s", m, slot, b.Slot, b.Muscle)
			}
		}
	}
	// What was read is read, for whichever muscle.
	p := begin(t, gym).say(Eased{}, Go{}).slot("check").say(Tell{cramped(gym, content.Toes)})
	if slices.ContainsFunc(p.s.Rest, func(b Block) bool { return b.Kind == DrinkBlock }) {
		t.Error("what to drink is told twice")
	}
}

// TestMusclesChangedBack: what was done for the calf is done when it is the calf
// after all.
func TestMusclesChangedBack(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).slot("raises").say(Tell{cramped(gym, content.Arch)})
	p.row("hold").say(Tell{gym})
	if b := p.s.Head(); b.Slot != "raises" || b.Muscle != content.Calf {
		t.Errorf("back at %s of the %s", b.Slot, b.Muscle)
	}
}

// TestPlacesAreClosedForOneMuscle: what cramped the calf twice is left out for the
// calf, and the sole still gets its stretch, though no harder one than is allowed.
func TestPlacesAreClosedForOneMuscle(t *testing.T) {
	p := second(t, gym).say(Again{}, Eased{}).row("hold").say(Again{}, Eased{})
	for _, b := range p.s.Rest {
		if b.Slot == "stretch" {
			t.Errorf("still to come: %s", b.Item)
		}
	}
	p.say(Tell{cramped(gym, content.Hamstring)})
	if b := p.s.Head(); b.Slot != "stretch" || b.Muscle != content.Hamstring || b.Pull > p.s.Ease.Pull || b.hold() > p.s.Ease.Hold {
		t.Errorf("of the hamstring: %s %s, pull %d, hold %v", b.Slot, b.Item, b.Pull, b.hold())
	}
	if p.say(Tell{gym}); p.s.Head().Slot == "stretch" {
		t.Error("the calf's stretch is back")
	}
}

// TestPackKeepsItsOwnRules: cold on the calf is cold on the calf, whatever cramps by
// now: it stays for its time, with its looks at the skin.
func TestPackKeepsItsOwnRules(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Cold}, Go{})
	on := p.now
	p.pass(time.Minute).say(Again{}, Tell{cramped(gym, content.Arch)})
	if p.s.Pack.Kind != content.Cold || p.s.Pack.Muscle != content.Calf || p.s.Waiting().Muscle != content.Arch {
		t.Fatalf("on %+v, the wait is for the %s", p.s.Pack, p.s.Waiting().Muscle)
	}
	if b := p.say(Eased{}).s.Head(); b.Slot != "stretch" || b.Muscle != content.Arch {
		t.Errorf("then %s of the %s", b.Slot, b.Muscle)
	}
	for _, at := range []time.Duration{5 * time.Minute, 10 * time.Minute} {
		p.until("a look at the skin", func(s Session) bool { return s.Pack.Asking })
		if p.now != on+at {
			t.Errorf("looked at after %v", p.now-on)
		}
		p.say(Skin{true})
	}
	p.until("the end of the cold", func(s Session) bool { return s.Pack.Kind == "" })
	if p.now != on+15*time.Minute {
		t.Errorf("on for %v", p.now-on)
	}
}

// TestColdFeet: cold is for ten minutes at most on a foot, with one look at the
// skin, and no time can be added.
func TestColdFeet(t *testing.T) {
	for _, m := range []content.Muscle{content.Arch, content.Toes} {
		p := begin(t, cramped(gym, m)).say(Eased{}, Go{}).slot("pack")
		if cold := p.s.PackLength(content.Cold); cold != 10*time.Minute {
			t.Errorf("%s: cold for %v", m, cold)
		}
		p.say(Choose{content.Cold}, Go{})
		on := p.now
		if why := p.try(More{}); why != "no-more-cap" {
			t.Errorf("%s: more cold: %q", m, why)
		}
		p.row("skin check").say(Skin{true})
		if p.now != on+5*time.Minute {
			t.Errorf("%s: looked at after %v", m, p.now-on)
		}
		if p.row("drink"); p.now != on+10*time.Minute {
			t.Errorf("%s: cold for %v", m, p.now-on)
		}
	}
}
