package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// second takes a session into its second hold, 12 s in.
func second(t *testing.T, f Facts) *play {
	t.Helper()
	p := begin(t, f).say(Eased{}, Go{}).row("rest")
	return p.row("hold").pass(12 * time.Second)
}

// TestAgainComesBackGentler: back to the wait, and from there to the same
// repetition of something that pulls less, and shorter.
func TestAgainComesBackGentler(t *testing.T) {
	p := second(t, gym)
	before := p.s.Head()
	p.say(Again{})
	if rowOf(p.s) != "wait" || p.s.Onset != p.now || !p.heard(CueAgain) {
		t.Fatalf("in %q, onset %v", rowOf(p.s), p.s.Onset)
	}
	p.pass(30 * time.Second).say(Eased{})
	b := p.s.Head()
	if !b.is(before) || b.From != 1 || b.Phases[1].Rep != 2 || p.s.Phase().Kind != Ready {
		t.Errorf("back at %s %s, from %d", b.Slot, b.Side, b.From)
	}
	if b.Pull >= before.Pull || b.hold() >= before.hold() {
		t.Errorf("pull %d after %d, hold %v after %v", b.Pull, before.Pull, b.hold(), before.hold())
	}
	if p.s.EasedIn != 30*time.Second {
		t.Errorf("eased in %v", p.s.EasedIn)
	}
}

// TestAgainTwiceDrops: what cramped it twice is left out, on both legs.
func TestAgainTwiceDrops(t *testing.T) {
	p := second(t, gym).say(Again{}, Eased{}).row("hold").say(Again{}, Eased{})
	if b := p.s.Head(); b.Slot != "loosen" {
		t.Errorf("next is %s", b.Slot)
	}
	sum := p.s.Summary()
	if len(sum.LeftOut) != 1 || sum.LeftOut[0].Slot != "stretch" || sum.Again != 2 {
		t.Errorf("%+v", sum)
	}
	if p.say(Back{}); p.s.Head().Kind != ConfirmBlock {
		t.Errorf("back to %s, not past what was left out to the question", p.s.Head().Slot)
	}
}

// TestAgainEverywhere: from every state of the plan the word leads to the wait, and
// the next word back to the same place or past it.
func TestAgainEverywhere(t *testing.T) {
	for _, st := range states() {
		p := begin(t, st.facts)
		st.reach(p)
		if p.s.Gripping || p.s.Mode == Ended {
			continue
		}
		before := p.s.Head()
		if before.Gate() {
			before = confirmBlock(Facts{}) // of a routine that hasn't begun it makes a relief
		}
		p.say(Again{}, Eased{})
		if h := p.s.Head(); !before.Short && !h.is(before) {
			t.Errorf("%s: from %s back to %s", st.name, before.Slot, h.Slot)
		}
	}
}

// TestTooMuchChain: each "too much" is shorter or softer, until it is left out.
func TestTooMuchChain(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{})
	type dose struct {
		item string
		hold time.Duration
	}
	want := []dose{
		{"wall-calf", 30 * time.Second}, {"toes-to-shin", 20 * time.Second},
		{"toes-to-shin", 15 * time.Second}, {"toes-to-shin", 10 * time.Second},
	}
	for i, w := range want {
		if b := p.s.Head(); b.Item != w.item || b.hold() != w.hold || b.Side != Left {
			t.Fatalf("after %d times: %s for %v on the %s", i, b.Item, b.hold(), b.Side)
		}
		p.row("hold").say(TooMuch{})
	}
	if h := p.s.Head(); h.Slot != "loosen" {
		t.Errorf("next is %s", h.Slot)
	}
	if sum := p.s.Summary(); sum.Softer != len(want) || len(sum.LeftOut) != 1 {
		t.Errorf("%+v", sum)
	}
}

// TestTooMuchWhileItGrips: the softest stretch is shorter the next time, and so is
// everything after it: what is beneath was planned before.
func TestTooMuchWhileItGrips(t *testing.T) {
	p := second(t, gym).say(Again{}, Grip{}, Go{}, TooMuch{})
	if rowOf(p.s) != "wait" {
		t.Fatalf("in %q", rowOf(p.s))
	}
	hold := p.s.Ease.Hold
	for _, b := range p.s.Rest {
		if it, _ := library().Item(b.Item); it.Kind == content.Held && (b.hold() > hold || b.Pull > 1) {
			t.Errorf("%s is held for %v, pull %d", b.Item, b.hold(), b.Pull)
		}
	}
	p.say(Grip{})
	if got := p.s.Head().hold(); got != hold || hold >= 20*time.Second {
		t.Errorf("the softest stretch is held for %v, %v is allowed", got, hold)
	}
}

// TestMore: time is added up to 60 s for a hold, also where a pause cut it, and not
// at all after it cramped again or was too much.
func TestMore(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}, Go{}, More{}, More{}, More{})
	if why := p.try(More{}); why != "no-more-cap" || p.s.Phase().For != time.Minute {
		t.Errorf("%q at %v", why, p.s.Phase().For)
	}
	if p.s.Head().Phases[3].For != 30*time.Second {
		t.Error("the second hold is longer, too")
	}
	p = begin(t, gym).say(Eased{}, Go{}, Go{}).pass(25*time.Second).say(Pause{}, Resume{}, Go{})
	for p.try(More{}) == "" {
	}
	if got := p.s.Phase().For; got != 35*time.Second {
		t.Errorf("after 25 s the hold goes on for %v", got)
	}
	for why, e := range map[string]Event{"no-more-again": Again{}, "no-more-much": TooMuch{}} {
		p = begin(t, gym).say(Eased{}, Go{}, Go{}, e)
		if p.s.Gripping {
			p.say(Eased{})
		}
		if got := p.row("hold").try(More{}); got != why {
			t.Errorf("after %T: %q", e, got)
		}
	}
}
