package session

import (
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"uncramp/content"
)

// perhaps is a length of time that a turn states or doesn't.
func (b *bits) perhaps(low, high int) content.Seconds {
	if b.below(2) == 0 {
		return content.Seconds{}
	}
	return sec(low + b.below(high-low+1))
}

// ownTurn is a random turn as a file may have it: exercises of one kind, with the parts of
// a dose that this kind has, in their bounds.
func (b *bits) ownTurn() content.Turn {
	var t content.Turn
	kind := one(b, content.Held, content.Held, content.Paced, content.Timed, content.Open)
	of := slices.DeleteFunc(slices.Clone(library().Items), func(it content.Item) bool { return it.Kind != kind || it.ID == edgeItem })
	for range 1 + b.below(3) {
		if it := one(b, of...); !slices.Contains(t.Any, it.ID) {
			t.Any = append(t.Any, it.ID)
		}
	}
	switch kind {
	case content.Held:
		t.Hold, t.Rest = b.perhaps(5, 120), b.perhaps(1, 30)
	case content.Paced:
		t.Rise, t.Hold, t.Lower, t.Rest = b.perhaps(1, 10), b.perhaps(0, 10), b.perhaps(1, 10), b.perhaps(1, 30)
	case content.Timed:
		t.For = b.perhaps(5, 120)
	case content.Open:
		t.For = b.perhaps(30, 120)
	}
	if kind == content.Held || kind == content.Paced {
		t.Reps = one(b, content.Count{}, num(1+b.below(5)), num(1+b.below(20)))
		if t.Sets = one(b, content.Count{}, num(1+b.below(4)), num(1+b.below(10))); t.Sets.Count > 1 {
			t.Break = b.perhaps(5, 180)
		}
	}
	if !slices.ContainsFunc(t.Any, func(id string) bool { return !itemsByID()[id].EachSide }) {
		t.Legs = one(b, append(content.AllLegs(), "", "")...)
	}
	for range b.below(3) {
		t.Words = append(t.Words, content.Line{Text: "Slowly, with the {side} leg.", Ground: ours})
	}
	return t
}

// ownRoutine is a random routine as a file may have it: 1 to 40 turns, heat and cold once
// each at most, no longer than two hours.
func (b *bits) ownRoutine() content.Routine {
	packs := []content.Thing{content.Heat, content.Cold}
	var turns []content.Turn
	for range 1 + b.below(one(b, 3, 8, 40)) {
		t := b.ownTurn()
		if len(packs) > 0 && b.below(6) == 1 {
			t = content.Turn{Pack: packs[0], For: b.perhaps(60, 600)}
			packs = packs[1:]
		}
		turns = append(turns, t)
	}
	r := mine(turns...)
	r.Position, r.Context = one(b, content.Positions()...), one(b, append(content.Contexts(), "", "", "")...)
	for whole := withRoutine(r); len(r.Turns) > 1 && Total(Build(whole(), Facts{Muscle: content.Calf}.Following(r), Ease{}, nil)) > 2*time.Hour; {
		r.Turns = r.Turns[:len(r.Turns)-1]
		whole = withRoutine(r)
	}
	return r
}

// ownStreams is how many routines a run plays where the caller didn't choose, ownPlans how
// many it plans.
const (
	ownStreams = streams / 25
	ownPlans   = streams / 10
)

// TestRulesOfOwnRoutines plays random streams of events over random routines of somebody's
// own, and holds every step to every rule. Some of them are ended in the middle, and gone
// on with.
func TestRulesOfOwnRoutines(t *testing.T) {
	t.Parallel()
	var played, steps, ends atomic.Int64
	rapid.Check(t, func(t *rapid.T) {
		if played.Add(1) > ownStreams && !checksGiven {
			return
		}
		salt := rapid.Uint64().Draw(t, "routine")
		b := mixed(salt, 3)
		r := b.ownRoutine()
		lib := withRoutine(r)
		s, now := Follow(b.facts(), r, lib), time.Duration(0)
		for range b.below(1 + len(r.Turns)) { // somewhere in the middle of it
			if then, _ := s.Apply(one[Event](b, Go{}, Next{}), now); then.Mode != Ended {
				s = then
			}
		}
		if b.below(4) == 1 && s.Mode != Ended {
			v := ago(s.Saved(), b.span(Cold))
			s = one(b, start(Facts{Muscle: content.Quad}), Follow(Facts{}, r, lib))
			s.library, now = lib, 0
			s = judged(t, judged(t, s, Found{Earlier: v}, now), TakeUp{}, now)
		}
		for i := range rapid.IntRange(1, longest/2).Draw(t, "length") {
			b := mixed(rapid.Uint64().Draw(t, "step"), salt+uint64(i))
			if s.Mode == Ended && b.below(3) > 0 {
				s, now = Follow(b.facts(), r, lib), 0
			}
			at := b.later(s, now)
			s, now = judged(t, s, b.event(s), at), max(now, at)
			steps.Add(1)
			for _, broken := range []string{brokenPlace(s), brokenUndo(s, now), brokenNext(s, now, b)} {
				if broken != "" {
					t.Fatal(broken)
				}
			}
		}
		if broken := brokenFinish(s, now); broken != "" {
			t.Fatal(broken)
		}
		ends.Add(1)
	})
	t.Logf("%d steps in %d routines", steps.Load(), ends.Load())
}

// judged lets an event happen and holds it to the rules.
func judged(t *rapid.T, s Session, e Event, now time.Duration) Session {
	x := take(s, e, now)
	if broken := x.judge(); broken != "" {
		t.Fatal(broken)
	}
	return x.after
}

// TestOwnPlansAreTheirDoses: what a routine plans takes as long as its doses say, reckoned
// by hand: nothing is lost, and nothing is added.
func TestOwnPlansAreTheirDoses(t *testing.T) {
	t.Parallel()
	var planned atomic.Int64
	rapid.Check(t, func(t *rapid.T) {
		if planned.Add(1) > ownPlans && !checksGiven {
			return
		}
		b := mixed(rapid.Uint64().Draw(t, "routine"), 4)
		r := b.ownRoutine()
		f := b.facts()
		f.Minutes = 0
		s := Follow(f, r, withRoutine(r))
		for _, x := range s.Rest {
			if x.Kind != ItemBlock || x.Item == edgeItem {
				continue
			}
			at := slices.IndexFunc(r.Turns, func(t content.Turn) bool { return t.ID == x.Slot })
			if broken := differs(x, r.Turns[at], s.Facts); broken != "" {
				t.Fatalf("%s: %s, in %+v: %s", x.Slot, x.Item, r.Turns[at], broken)
			}
		}
		if broken := brokenGrounds(s.Facts, s.Rest[1:]); broken != "" {
			t.Fatal(broken)
		}
	})
}

// differs says in what a block is not what its turn states.
func differs(x Block, t content.Turn, f Facts) string {
	d := itemsByID()[x.Item].Dose
	or := func(a, b content.Seconds) int {
		if a != (content.Seconds{}) {
			return a.Seconds
		}
		return b.Seconds
	}
	if d.Reps.Count == 0 {
		return unless(x.Planned()-x.Phases[0].For == time.Duration(or(t.For, d.For))*time.Second, "another length")
	}
	reps, sets := d.Reps.Count, max(1, t.Sets.Count)
	switch {
	case t.Reps.Count > 0:
		reps = t.Reps.Count
	case d.Longer.Count > 0 && f.Reps >= d.Longer.Count:
		reps = d.Longer.Count
	}
	rest := or(t.Rest, d.Rest)
	pause := rest
	if t.Break.Seconds > 0 {
		pause = t.Break.Seconds
	}
	one := or(t.Hold, d.Hold)
	if itemsByID()[x.Item].Kind == content.Paced {
		one += or(t.Rise, d.Rise) + or(t.Lower, d.Lower)
	}
	want := sets*(reps*one+(reps-1)*rest) + (sets-1)*pause
	if got := x.Planned() - x.Phases[0].For; got != time.Duration(want)*time.Second {
		return fmt.Sprintf("it takes %v, its dose %d s", got, want)
	}
	return unless(x.Reps == reps*sets && x.PerSet() == reps, "another number")
}

// TestOwnMinutesLeaveOutTheLeast: a plan that is short of time is one that fits, and with
// one thing less left out it wouldn't.
func TestOwnMinutesLeaveOutTheLeast(t *testing.T) {
	t.Parallel()
	var planned atomic.Int64
	rapid.Check(t, func(t *rapid.T) {
		if planned.Add(1) > ownPlans && !checksGiven {
			return
		}
		b := mixed(rapid.Uint64().Draw(t, "routine"), 5)
		r := b.ownRoutine()
		f := b.facts().Following(r)
		f.Muscle, f.Minutes = content.Calf, 1+b.below(40)
		told := time.Duration(f.Minutes) * time.Minute
		maker := builder{lib: withRoutine(r)(), facts: f}
		list, level := maker.fit(0)
		ladder := maker.ladder()
		if level < len(ladder) && Total(list) > told {
			t.Fatalf("%v for %v at step %d of %d", Total(list), told, level, len(ladder))
		}
		if level == 0 {
			return
		}
		if before := Total(maker.cutBy(ladder[:level-1])); before <= told {
			t.Fatalf("%v for %v: %v would do", Total(list), told, before)
		}
	})
}
