package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// TestCrampInARoutine: it is waited for like any cramp, of the muscle that was
// stretched, and then the same repetition comes back, gentler.
func TestCrampInARoutine(t *testing.T) {
	towel := bedtime
	towel.Have = Set[content.Thing]{content.Towel}
	for _, c := range []struct {
		facts   Facts
		slot    string
		muscle  content.Muscle
		softest string
		leg     Side
	}{
		{legs, "calf", content.Calf, "toes-to-shin", Left},
		{legs, "quad", content.Quad, "heel-slide", Left},
		{legs, "bend", content.Hamstring, "leg-out", Both}, // both legs at once
		{towel, "calf", content.Calf, "toes-to-shin", Left},
		{towel, "hamstring", content.Hamstring, "leg-out", Left},
	} {
		p := begin(t, c.facts).say(Go{}).slot(c.slot).row("hold").row("rest").row("hold").pass(3 * time.Second)
		was := p.s.Head()
		p.forget().say(Again{})
		if rowOf(p.s) != "wait" || p.s.Onset != p.now || !p.s.Gripping || !p.heard(CueAgain) {
			t.Fatalf("%s: in %q", c.slot, rowOf(p.s))
		}
		if p.s.Facts.Muscle != c.muscle || p.s.Waiting().Muscle != c.muscle {
			t.Errorf("%s: the %s cramps, the wait is for the %s", c.slot, p.s.Facts.Muscle, p.s.Waiting().Muscle)
		}
		if it, ok := p.s.Softest(); !ok || it.ID != c.softest {
			t.Errorf("%s: the softest is %q", c.slot, it.ID)
		}
		if leg := p.s.Cramping(); leg != c.leg {
			t.Errorf("%s: it cramps on the %s", c.slot, leg)
		}
		p.say(Grip{}).row("grip hold").row("wait").say(Eased{})
		b := p.s.Head()
		if !b.is(was) || b.From != 1 || p.s.Phase().Kind != Ready {
			t.Errorf("%s: back at %s from %d", c.slot, b.Slot, b.From)
		}
		if b.Pull >= was.Pull && b.hold() >= was.hold() || b.Pull > was.Pull || b.hold() > was.hold() {
			t.Errorf("%s: pull %d after %d, hold %v after %v", c.slot, b.Pull, was.Pull, b.hold(), was.hold())
		}
		for _, b := range p.s.Rest {
			if b.Short {
				t.Errorf("%s: %s is still to come", c.slot, b.Item)
			}
		}
		p.until("the summary", func(s Session) bool { return s.Mode == Ended })
		if sum := p.s.Summary(); sum.Outcome != Finished || sum.Again != 1 || len(sum.Eases) != 1 || p.heard(CueAsk) {
			t.Errorf("%s: %+v", c.slot, sum)
		}
	}
}

// TestCrampInTheSoftest: where the softest stretch there is brought the cramp, its turn
// is left out, and yet it is there for whoever asks for it while it grips.
func TestCrampInTheSoftest(t *testing.T) {
	p := begin(t, bedtime).say(Go{}).row("hold").say(Again{})
	if it, ok := p.s.Softest(); !ok || it.ID != "toes-to-shin" {
		t.Errorf("the softest is %q", it.ID)
	}
	p.say(Grip{}).row("grip hold").row("wait").say(Eased{})
	if b := p.s.Head(); b.Slot != "hamstring" {
		t.Errorf("on to %s", b.Slot)
	}
}

// TestCrampInTheRaisesOfARoutine: they shorten the calf, so once is enough, and the
// next turn follows.
func TestCrampInTheRaisesOfARoutine(t *testing.T) {
	p := begin(t, legs).say(Go{}).slot("raises").row("top").say(Again{})
	if p.s.Facts.Muscle != content.Calf || p.s.Waiting().Muscle != content.Calf {
		t.Errorf("the %s cramps", p.s.Facts.Muscle)
	}
	if p.say(Eased{}); p.s.Head().Slot != "quad" {
		t.Errorf("on to %s", p.s.Head().Slot)
	}
	if out := p.s.Summary().LeftOut; len(out) != 1 || out[0].Item != "toe-raises" {
		t.Errorf("left out: %+v", out)
	}
	// A cramp before them puts what lengthens in their place.
	p = begin(t, legs).say(Go{}).row("hold").say(Again{}, Eased{}).slot("raises")
	if got := p.s.Head().Item; got != "toe-lifts-standing" {
		t.Errorf("in the place of the raises: %s", got)
	}
}

// TestCrampAtTheGate: nothing was stretched yet, so it is the muscle that was told, and
// what follows is what helps after a cramp.
func TestCrampAtTheGate(t *testing.T) {
	f := legs
	f.Muscle = content.Toes
	p := begin(t, f).say(Again{})
	if rowOf(p.s) != "wait" || p.s.Facts.Routine != "" || p.s.Waiting().Muscle != content.Toes || p.s.Onset != p.now {
		t.Errorf("in %q, for the %s: %+v", rowOf(p.s), p.s.Waiting().Muscle, p.s.Facts)
	}
	if p.forget().say(Eased{}); p.s.Head().Kind != ConfirmBlock || !p.heard(CueConfirm) || p.heard(CueGate) {
		t.Errorf("then in %q, heard %v", rowOf(p.s), p.kinds())
	}
	if b := p.say(Go{}).s.Head(); b.Slot != "stretch" || b.Muscle != content.Toes {
		t.Errorf("on to %s of the %s", b.Slot, b.Muscle)
	}
}

// TestTooMuchInARoutine: gentler from there on, on both legs, until it is left out.
func TestTooMuchInARoutine(t *testing.T) {
	p := begin(t, legs).say(Go{})
	for _, want := range []struct {
		item string
		hold time.Duration
	}{{"wall-calf", 30 * time.Second}, {"toes-to-shin", 20 * time.Second}, {"toes-to-shin", 15 * time.Second}, {"toes-to-shin", 10 * time.Second}} {
		for _, b := range p.s.Rest[:2] {
			if b.Slot != "calf" || b.Item != want.item || b.hold() != want.hold {
				t.Fatalf("%s %s %s for %v, want %s for %v", b.Slot, b.Item, b.Side, b.hold(), want.item, want.hold)
			}
		}
		p.row("hold").say(TooMuch{})
	}
	if b := p.s.Head(); b.Slot != "raises" {
		t.Errorf("next is %s", b.Slot)
	}
	if it := itemsByID()["quad-stand"]; slices.ContainsFunc(p.s.Rest, func(b Block) bool { return b.Pull >= it.Pull }) {
		t.Errorf("what pulls as much is still to come: %v", p.s.Rest)
	}
}

// TestSignsInARoutine: a sign for the same day ends it, or, while it grips, leaves
// nothing after the wait; an emergency ends it at once.
func TestSignsInARoutine(t *testing.T) {
	for name, reach := range map[string]func(*play){
		"gate":   func(*play) {},
		"lead":   func(p *play) { p.say(Go{}) },
		"hold":   func(p *play) { p.say(Go{}).row("hold") },
		"pause":  func(p *play) { p.say(Go{}).row("hold").say(Pause{}) },
		"raises": func(p *play) { p.say(Go{}).slot("raises").row("top") },
		"wait":   func(p *play) { p.say(Go{}).row("hold").say(Again{}) },
	} {
		p := begin(t, legs)
		reach(p)
		p.say(Warn{content.Soon})
		if p.s.Mode == Ended {
			t.Errorf("%s: a sign for some day ended it", name)
		}
		p.say(Warn{content.SameDay})
		if name == "wait" {
			p.say(Eased{})
		}
		if sum := p.s.Summary(); p.s.Mode != Ended || sum.Outcome != Finished || sum.Tier != content.SameDay || !p.heard(CueOver) {
			t.Errorf("%s: %s, %+v", name, p.s.Mode, sum)
		}
		p = begin(t, legs)
		reach(p)
		if p.say(Warn{content.Emergency}); p.s.Mode != Ended || p.s.Outcome != Warned {
			t.Errorf("%s: an emergency leads to %q", name, rowOf(p.s))
		}
	}
}
