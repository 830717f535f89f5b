package session

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"uncramp/content"
)

// ago is a kept session as the next run finds it: what is kept now lies so long before
// that run's start.
func ago(v Saved, by time.Duration) Saved { return v.Later(-v.At - by) }

// takeUp ends the program and starts it anew: the session is found, and gone on with.
// It returns the rule that this breaks.
func (b *bits) takeUp(s *Session, now *time.Duration) string {
	v := ago(s.Saved(), one(b, 0, time.Second, b.span(time.Minute), b.span(Cold)))
	next, at := start(b.facts()), time.Duration(0)
	for _, e := range []Event{Found{v, b.below(2) == 1}, b.event(next), TakeUp{}} {
		at += one(b, 0, b.span(time.Second), b.span(time.Minute))
		x := take(next, e, at)
		if broken := x.judge(); broken != "" {
			return broken
		}
		next = x.after
	}
	*s, *now = next, at
	return ""
}

// killed is a session that the program was ended in, and how it is found by the next.
func killed(t *testing.T, f Facts, by time.Duration, reach func(*play)) (was Session, next *play) {
	t.Helper()
	p := begin(t, f)
	reach(p)
	next = begin(t, Facts{Muscle: content.Quad})
	next.say(Found{Earlier: ago(p.s.Saved(), by)})
	return p.s, next
}

// TestTakenUpAtTheSamePlace: whatever ran, it is the same block at the same repetition
// behind the gate, with the same before it and after it.
func TestTakenUpAtTheSamePlace(t *testing.T) {
	if broken := brokenTakeUp(0x5ac4cf); broken != "" { // with so few minutes that the page about drinking just fitted
		t.Error(broken)
	}
	rapid.Check(t, func(t *rapid.T) {
		if broken := brokenTakeUp(rapid.Uint64().Draw(t, "seed")); broken != "" {
			t.Fatal(broken)
		}
	})
}

// brokenTakeUp takes up a session that a seed leads to, and says what is wrong with that.
func brokenTakeUp(seed uint64) string {
	b := mixed(seed, 1)
	s, now := b.forward(b.facts())
	if s.Mode == Ended || !s.Planned || s.Ease.Signed() {
		return ""
	}
	was := s
	v := ago(s.Saved(), b.span(Cold))
	next := start(Facts{Muscle: content.Toes})
	for _, e := range []Event{Found{Earlier: v}, TakeUp{}} {
		next, _ = next.Apply(e, 0)
	}
	if was.Gripping {
		if next.Head().Kind != WaitBlock || next.SinceOnset(0) < was.SinceOnset(now) {
			return fmt.Sprintf("it gripped for %v; taken up it is %s for %v", was.SinceOnset(now), next.Head().Kind, next.SinceOnset(0))
		}
		next, _ = next.Apply(Eased{}, 0)
	}
	if next.Head().Gate() {
		next, _ = next.Apply(Go{}, 0)
	}
	if broken := brokenReturn(was, next); broken != "" {
		return fmt.Sprintf("%s\nwas %s\nis  %s", broken, show(was), show(next))
	}
	return ""
}

// brokenReturn says in what a session that was taken up is another than before.
func brokenReturn(was, is Session) string {
	plan := func(s Session) (list []string) {
		for _, b := range s.Rest {
			if b.planned() && !b.isPack() && b.Item != edgeItem { // a pack may have come off; who lay sits up first
				list = append(list, fmt.Sprint(b.Kind, b.Item, b.Slot, b.Muscle, b.Side, b.Reps, b.Pull))
			}
		}
		return list
	}
	a, z := plan(was), plan(is)
	if !slices.Equal(a, z) {
		return fmt.Sprintf("the plan was %v, is %v", a, z)
	}
	t := turn{Session: was}
	t.Rest = slices.Clone(was.Rest)
	t.keep()
	for i := range t.Rest {
		b := t.Rest[i]
		at := slices.IndexFunc(is.Rest, b.is)
		if b.Kind == ItemBlock && at >= 0 && is.Rest[at].From != min(b.From, max(0, b.Reps-1)) {
			return fmt.Sprintf("%s goes on from %d, was at %d", b.Slot, is.Rest[at].From, b.From)
		}
	}
	if !equalEase(was.Ease, is.Ease) {
		return fmt.Sprintf("ease was %+v, is %+v", was.Ease, is.Ease)
	}
	return ""
}

func TestTakenUpInTheSecondHold(t *testing.T) {
	was, next := killed(t, gym, 14*time.Minute, func(p *play) {
		p.say(Eased{}, Go{}).slot("stretch")
		p.pass(56 * time.Second)
	})
	if was.Head().Reps != 2 || was.Phase().Rep != 2 {
		t.Fatalf("not in the second hold: %s", show(was))
	}
	next.say(TakeUp{})
	if !next.s.Head().Gate() || next.s.Gripping {
		t.Fatalf("no gate: %s", show(next.s))
	}
	if next.s.Facts.Muscle != content.Calf || next.s.Facts.Stance() != content.Standing {
		t.Errorf("other facts: %+v", next.s.Facts)
	}
	next.say(Go{})
	if h := next.s.Head(); h.Item != was.Head().Item || h.Side != was.Head().Side || h.From != 1 || next.s.Phase().Kind != Ready {
		t.Errorf("not there: %s", show(next.s))
	}
}

func TestItCrampsAtTheGate(t *testing.T) {
	_, next := killed(t, gym, time.Minute, func(p *play) { p.say(Eased{}, Go{}).pass(40 * time.Second) })
	next.say(TakeUp{}, Again{})
	if !next.s.Gripping || next.s.Head().Kind != WaitBlock || next.s.Ease.Again != 1 {
		t.Errorf("no wait: %s", show(next.s))
	}
	next.say(Eased{})
	if !next.s.Head().Gate() {
		t.Errorf("no gate after it: %s", show(next.s))
	}
}

func TestTheCrampIsAsOldAsItIs(t *testing.T) {
	_, next := killed(t, gym, 5*time.Minute, func(p *play) { p.pass(7 * time.Minute).say(Check{Same}) })
	next.say(TakeUp{})
	if got := next.s.SinceOnset(0); got != 12*time.Minute || next.s.Head().Kind != WaitBlock {
		t.Fatalf("since %v in %s", got, show(next.s))
	}
	if !next.s.Help {
		t.Error("it gripped for twelve minutes, and nobody says to get help")
	}
	next.pass(time.Second).say(Eased{})
	if want := []time.Duration{12*time.Minute + time.Second}; !slices.Equal(next.s.Eases, want) {
		t.Errorf("eased in %v, want %v", next.s.Eases, want)
	}
}

// TestAPackStaysOn: nothing stops its time, not even the end of the program.
func TestAPackStaysOn(t *testing.T) {
	worn := func(p *play) {
		p.say(Eased{}, Go{}).slot("pack")
		p.say(Choose{content.Heat}, Go{}).pass(time.Minute)
	}
	was, next := killed(t, gym, 2*time.Minute, worn)
	if next.s.Pack.Kind != content.Heat || next.s.PackLeft(0) != was.PackLeft(was.Now)-2*time.Minute {
		t.Fatalf("%v left of %s, was %v", next.s.PackLeft(0), next.s.Pack.Kind, was.PackLeft(was.Now))
	}
	next.say(TakeUp{}, Go{})
	if !next.s.onSkin() {
		t.Errorf("not at the pack: %s", show(next.s))
	}
	_, next = killed(t, gym, 50*time.Minute, worn)
	if next.s.Pack.Kind != "" || !slices.ContainsFunc(next.cues, func(c Cue) bool { return c.Kind == CueOff }) {
		t.Errorf("its time is over and nobody says so: %v", next.cues)
	}
	next.say(TakeUp{})
	if slices.ContainsFunc(next.s.Rest, Block.isPack) || len(next.s.Packs) != 1 {
		t.Errorf("it came off: %s", show(next.s))
	}
}

func TestNotTakenUp(t *testing.T) {
	stretching := func(p *play) { p.say(Eased{}, Go{}).pass(40 * time.Second) }
	for _, c := range []struct {
		name string
		by   time.Duration
		do   func(*play)
		why  string
	}{
		{"just in time", Cold, func(*play) {}, ""},
		{"too late", Cold + time.Second, func(*play) {}, "too-late"},
		{"it becomes too late", Cold, func(p *play) { p.pass(time.Second) }, "too-late"},
		{"a plan of its own", time.Minute, func(p *play) { p.say(Eased{}) }, "no-earlier"},
		{"a sign was named", time.Minute, func(p *play) { p.say(Warn{content.SameDay}) }, "sign-named"},
		{"ended", time.Minute, func(p *play) { p.say(Leave{}) }, "ended"},
		{"taken up already", time.Minute, func(p *play) { p.say(TakeUp{}) }, "no-earlier"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, next := killed(t, gym, c.by, stretching)
			c.do(next)
			if got := next.s.Refusal(TakeUp{}); got != c.why {
				t.Errorf("refused with %q, want %q", got, c.why)
			}
		})
	}
}

// TestWhatTheContentNoLongerHas: the places of the plan count, and today's exercises
// stand in them.
func TestWhatTheContentNoLongerHas(t *testing.T) {
	p := begin(t, gym)
	p.say(Eased{}, Go{}, Next{}, Next{})
	v := p.s.Saved()
	for _, list := range [][]Block{v.Done, v.Rest} {
		for i := range list {
			list[i].Item = strangeItem(list[i].Item)
		}
	}
	next := begin(t, gym)
	next.say(Found{Earlier: ago(v, 0)}, TakeUp{}, Go{})
	if it, ok := next.s.Item(); !ok || it.ID != p.s.Head().Item {
		t.Errorf("not at the place in today's plan: %s", show(next.s))
	}
	v.Rest[0].Slot = "former" // and where the place is gone, what comes after it
	next = begin(t, gym)
	next.say(Found{Earlier: ago(v, 0)}, TakeUp{}, Go{})
	if h := next.s.Head(); h.Item != p.s.Head().Item {
		t.Errorf("not at the plan: %s", show(next.s))
	}
}

// strangeItem is an item that no content has.
func strangeItem(id string) string {
	if id == "" {
		return ""
	}
	return "former-" + id
}

func TestSavedAgainOnlyWhenItMoved(t *testing.T) {
	p := begin(t, gym)
	same := func(want bool, what string, do func()) {
		t.Helper()
		before := p.s.Saved()
		do()
		if moved := p.s.Saved().Moved(before); moved == want {
			t.Errorf("%s: moved %v", what, moved)
		}
	}
	same(true, "a second of the wait", func() { p.pass(time.Second) })
	same(false, "another leg", func() { f := p.s.Facts; f.Side = Right; p.say(Tell{f}) })
	same(false, "eased", func() { p.say(Eased{}) })
	same(true, "the lead begins", func() { p.say(Go{}) })
	same(false, "the first hold begins", func() { p.slot("stretch").pass(20 * time.Second) })
	same(true, "a second of the hold", func() { p.pass(time.Second) })
	same(false, "the second hold", func() { p.pass(35 * time.Second) })
	same(false, "too much", func() { p.say(TooMuch{}) })
	same(false, "the next exercise", func() { p.say(Next{}) })
}

func TestRated(t *testing.T) {
	p := begin(t, gym)
	for _, c := range []struct {
		sore int
		why  string
	}{{3, "no-rate"}, {0, ""}, {10, ""}, {11, "no-rate"}, {-1, "no-rate"}} {
		if got := p.s.Refusal(Rate{c.sore}); got != c.why {
			t.Errorf("%d: refused with %q, want %q", c.sore, got, c.why)
		}
		if p.s.Mode != Ended {
			p.say(Leave{})
		}
	}
	p.say(Rate{7}, Rate{0})
	if r := p.s.Record("x", time.Time{}, false); r.Sore == nil || *r.Sore != 0 {
		t.Errorf("sore: %v", r.Sore)
	}
}
