package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// TestWhatNoContentHasMakesNoHarm: a routine that is gone can't be gone on with, and more
// steps of cutting than there are today are all of today's.
func TestWhatNoContentHasMakesNoHarm(t *testing.T) {
	f := gym
	f.Minutes = 3
	p := begin(t, f)
	v := p.say(Eased{}, Go{}).s.Saved()
	v.Level = 100
	next := begin(t, gym)
	next.say(Found{Earlier: ago(v, 0)}, TakeUp{}, Go{}, Again{}, Eased{}, Go{})
	if next.s.Head().Kind != ItemBlock {
		t.Errorf("at %s", show(next.s))
	}
	v.Facts.Routine = "gone"
	next = begin(t, gym)
	next.say(Found{Earlier: ago(v, 0)})
	if why := next.s.Refusal(TakeUp{}); why != "no-earlier" {
		t.Errorf("refused with %q", why)
	}
}

// TestTheSamePerson: where nothing was told anew, the next run knows which leg it was and
// what needs care; how they lie or stand it doesn't know.
func TestTheSamePerson(t *testing.T) {
	f := Facts{Muscle: content.Quad, Side: Right, Context: content.Desk, Position: content.Standing,
		Care: Set[content.Care]{content.Numb}, Have: Set[content.Thing]{content.Wall}}
	v := ago(begin(t, f).pass(time.Minute).s.Saved(), time.Minute)
	next := begin(t, Facts{Muscle: content.Calf})
	next.say(Found{v, true})
	want := f
	want.Position = ""
	if !equalFacts(next.s.Facts, want) || next.s.Waiting().Muscle != content.Quad {
		t.Errorf("facts are %+v, want %+v", next.s.Facts, want)
	}
	told := Facts{Muscle: content.Calf, Side: Left}
	next = begin(t, told)
	next.say(Found{v, false})
	if !equalFacts(next.s.Facts, told) {
		t.Errorf("what was told became %+v", next.s.Facts)
	}
}

// TestWhatWasToldSinceHolds: who says now that they lie, or what needs care, has said so.
func TestWhatWasToldSinceHolds(t *testing.T) {
	f := gym
	f.Have = Set[content.Thing]{content.Wall, content.Roller}
	v := ago(begin(t, f).say(Eased{}, Go{}).row("hold").s.Saved(), time.Minute)
	next := begin(t, Facts{Muscle: content.Calf, Position: content.Lying, Care: Set[content.Care]{content.Thinner, content.Unsteady}})
	next.say(Found{v, false}, TakeUp{})
	got := next.s.Facts
	if got.Stance() != content.Lying || !got.Lain || !got.Care.Has(content.Thinner) || !got.Care.Has(content.Unsteady) {
		t.Errorf("facts are %+v", got)
	}
	for _, b := range next.s.Rest {
		if b.Slot == "roller" || b.Item == "wall-calf" {
			t.Errorf("%s is not for somebody who lies and takes a blood thinner", b.Item)
		}
	}
}

// TestWhoLaySitsUpFirst, also where that was in another run.
func TestWhoLaySitsUpFirst(t *testing.T) {
	for _, c := range []struct{ then, now Facts }{
		{bed, Facts{Muscle: content.Calf}},
		{gym, bed},
		{gym, Facts{Muscle: content.Calf, Position: content.Lying}},
	} {
		v := ago(begin(t, c.then).say(Eased{}, Go{}).s.Saved(), time.Minute)
		next := begin(t, c.now).say(Found{v, false}, TakeUp{})
		f := next.s.Facts
		f.Position = content.Standing
		if next.say(Tell{f}, Go{}); !next.s.OnEdge() {
			t.Errorf("%+v then %+v: stands up from lying: %s", c.then, c.now, show(next.s))
		}
	}
}

// TestNothingBecomesLessGentle when a session is taken up: what either run had made
// gentler stays so.
func TestNothingBecomesLessGentle(t *testing.T) {
	v := ago(begin(t, gym).say(Eased{}, Go{}).row("hold").say(TooMuch{}).s.Saved(), time.Minute)
	next := begin(t, gym).say(Grip{}).row("grip hold").say(TooMuch{})
	now := next.s.Ease
	next.say(Found{v, false}, TakeUp{})
	e := next.s.Ease
	if e.Steps != now.Steps+v.Ease.Steps || e.Pull == 0 || e.Pull > min(orMost(now.Pull), orMost(v.Ease.Pull)) || e.Hold == 0 {
		t.Errorf("ease %+v of %+v and %+v", e, v.Ease, now)
	}
}

// TestASignOfBeforeIsStillNamed: it rules out the same work, whichever run it was said in.
func TestASignOfBeforeIsStillNamed(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).row("hold")
	v := ago(p.say(Warn{content.SameDay}).s.Saved(), time.Minute)
	next := begin(t, gym).say(Found{v, false})
	if !next.s.Ease.Signed() || next.s.Refusal(TakeUp{}) != "sign-named" {
		t.Errorf("tier %d, refused with %q", next.s.Ease.Tier, next.s.Refusal(TakeUp{}))
	}
	next.say(Eased{})
	for _, b := range next.s.Rest {
		if b.Kind == ItemBlock && b.Step == content.Stretch {
			t.Errorf("%s stretches", b.Item)
		}
	}
}

// TestAPackThatIsNotForThemComesOff as soon as it's known.
func TestAPackThatIsNotForThemComesOff(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Heat}, Go{}).pass(time.Minute)
	if r := p.s.Record("x", time.Time{}, false); len(r.Packs) != 1 || r.Packs[0].For != 60 {
		t.Errorf("what is on is in the record as %v", r.Packs)
	}
	next := begin(t, Facts{Muscle: content.Calf, Care: Set[content.Care]{content.Numb}})
	next.say(Found{ago(p.s.Saved(), time.Minute), false})
	if next.s.Pack.Kind != "" || !next.heard(CueOff) {
		t.Errorf("%s is on numb skin", next.s.Pack.Kind)
	}
}

// TestALookUnderThePackThatNobodyTook takes it off: it was asked while nobody was there.
func TestALookUnderThePackThatNobodyTook(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Heat}, Go{}).pass(time.Minute)
	next := begin(t, gym).say(Found{ago(p.s.Saved(), 5*time.Minute+30*time.Second), false})
	if next.s.Pack.Kind != "" || !next.heard(CueOff) {
		t.Errorf("%s is on, and nobody looked under it", next.s.Pack.Kind)
	}
	p.pass(4*time.Minute + 10*time.Second)
	if !p.s.Pack.Asking {
		t.Fatal("nobody asks")
	}
	next = begin(t, gym).say(Found{ago(p.s.Saved(), 20*time.Second), false})
	if !next.s.Pack.Asking {
		t.Error("nobody asks any more")
	}
	if next.pass(31 * time.Second); next.s.Pack.Kind != "" {
		t.Error("it was asked a minute ago, and the pack is still on")
	}
}

// TestTheWaitOffersAsBefore: for how long it brought nothing is known.
func TestTheWaitOffersAsBefore(t *testing.T) {
	p := begin(t, gym)
	w := p.s.Waiting()
	p.pass(w.Offer.Duration() - time.Second)
	next := begin(t, gym).say(Found{ago(p.s.Saved(), 0), false}, TakeUp{})
	if next.s.Offered(0) {
		t.Error("offered too soon")
	}
	if next.pass(2 * time.Second); !next.s.Offered(next.s.Now) {
		t.Error("not offered")
	}
}

// TestThereIsNotTheEdge: who lay sits up first, but that is not where they were.
func TestThereIsNotTheEdge(t *testing.T) {
	p := begin(t, bed).say(Eased{})
	f := p.s.Facts
	f.Position = content.Standing
	p.say(Tell{f}, Go{})
	if !p.s.OnEdge() {
		t.Fatalf("not on the edge: %s", show(p.s))
	}
	if b, ok := p.s.Saved().There(); !ok || b.Item == edgeItem {
		t.Errorf("there is %q", b.Item)
	}
	if _, ok := begin(t, bed).s.Saved().There(); ok {
		t.Error("a place in a plan that is not made yet")
	}
}
