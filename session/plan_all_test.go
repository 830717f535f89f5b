package session

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"uncramp/content"
)

// minutesTold is how much time the people of the tests have, 0 = as long as it takes.
var minutesTold = []int{0, 1, 2, 3, 5, 8, 12, 20, 30}

// digits takes a number apart, so that every combination has a number.
type digits struct{ n int }

func (d *digits) below(radix int) int {
	x := d.n % radix
	d.n /= radix
	return x
}

// person is the n-th of all: every position, nothing or everything at hand, every
// set of reasons for care, every context, side and time. last says that n is past
// the last of them.
func person(n int) (f Facts, last bool) {
	d := &digits{n}
	f.Minutes = minutesTold[d.below(len(minutesTold))]
	f.Side = Sides()[d.below(3)]
	f.Context = append(content.Contexts(), "")[d.below(5)]
	f.Position = content.Positions()[d.below(3)]
	f.Have = []Set[content.Thing]{nil, content.Things()}[d.below(2)]
	for _, c := range content.Cares() {
		if d.below(2) == 1 {
			f.Care = append(f.Care, c)
		}
	}
	f.Reps = 15 + 5*(len(f.Care)%2)
	// At night somebody who stands lay before, and sits on the edge first.
	f.Lain = f.Position == content.Lying || f.Position == content.Standing && f.Context == content.Sleep
	return f, d.n > 0
}

// people are so many of them that every position and hand meets every single reason
// for care with a fourth of all contexts, sides and times, and every set of reasons
// with some.
func people(every int) iter.Seq[Facts] {
	each := 1
	if streams < 10_000 {
		each = 23 // the race detector is slow
	}
	return func(yield func(Facts) bool) {
		for n := 0; ; n += each {
			f, last := person(n)
			step := 4 // has nothing in common with the other numbers of a person
			if len(f.Care) > 1 {
				step = every
			}
			if last || n/each%step == 0 && !yield(f) {
				return
			}
		}
	}
}

// planRules are what holds for every plan, whoever it is for. Each tells what is
// wrong, "" = nothing.
var planRules = []struct {
	name   string
	broken func(f Facts, plan []Block) string
}{
	{"suits", brokenSuit},
	{"order", brokenOrder},
	{"legs", brokenLegs},
	{"grounds", brokenGrounds},
	{"total", brokenTotal},
	{"time", brokenMinutes},
	{"pack", brokenPackTime},
	{"again", func(f Facts, plan []Block) string {
		return unless(slices.EqualFunc(plan, Build(library(), f, Ease{}, nil), equalBlock), "made twice it is another plan")
	}},
}

// holdPlan holds one plan to all the rules.
func holdPlan(t *testing.T, f Facts) {
	t.Helper()
	plan := Build(library(), f, Ease{}, nil)
	for _, r := range planRules {
		if broken := r.broken(f, plan); broken != "" {
			t.Fatalf("%s: %s\n  %+v\n%s", r.name, broken, f, showPlan(plan))
		}
	}
}

func showPlan(plan []Block) string {
	var s strings.Builder
	for _, b := range plan {
		fmt.Fprintf(&s, "    %s %s %s %s, %d times, %v\n", b.Step, b.Slot, b.Item, b.Side, b.Reps, b.Planned())
	}
	return s.String()
}

// TestEveryPlan holds the plan of every person with a cramp to the rules.
func TestEveryPlan(t *testing.T) {
	for _, m := range content.Muscles() {
		t.Run(string(m), func(t *testing.T) {
			t.Parallel()
			for f := range people(83) {
				f.Muscle = m
				holdPlan(t, f)
			}
		})
	}
}

// TestEveryRoutinePlan holds both routines to the rules, for everybody.
func TestEveryRoutinePlan(t *testing.T) {
	for _, r := range library().Routines {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			for f := range people(29) {
				if f.Side == Both {
					f.Side = "" // nothing told: a routine is for both
				}
				f.Muscle = content.Calf
				holdPlan(t, f.Following(r))
			}
		})
	}
}

// itemsByID are the items of the content, for looking many up.
var itemsByID = sync.OnceValue(func() map[string]*content.Item {
	all := map[string]*content.Item{}
	for i, it := range library().Items {
		all[it.ID] = &library().Items[i]
	}
	return all
})

// brokenSuit: nothing in the plan is beyond this person: where they are, what they
// have, what they must take care of.
func brokenSuit(f Facts, plan []Block) string {
	for _, b := range plan {
		if b.Kind != ItemBlock {
			continue
		}
		it, ok := itemsByID()[b.Item]
		has := func(t content.Thing) bool { return slices.Contains(f.Have, t) }
		switch {
		case !ok:
			return "no such item: " + b.Item
		case !slices.Contains(it.Positions, f.Position):
			return b.Item + " can't be done " + string(f.Position)
		case f.Routine == "" && !slices.Contains(it.Muscles, f.Muscle):
			return b.Item + " is for another muscle"
		case it.OneLeg && f.Routine == "" && f.Leg() == Both:
			return b.Item + " stands on a leg that cramped"
		case it.Support && !has(content.Wall) && !has(content.Chair):
			return "nothing to hold for " + b.Item
		case slices.ContainsFunc(it.AtHand, func(t content.Thing) bool { return !has(t) }):
			return "not at hand for " + b.Item
		case slices.ContainsFunc(it.NotFor, func(x content.Exclusion) bool { return slices.Contains(f.Care, x.Care) }):
			return b.Item + " is not for this person"
		case slices.ContainsFunc(it.NotIn, func(x content.NotIn) bool { return x.Context == f.Context }):
			return b.Item + " is not for this context"
		}
	}
	return ""
}

// brokenOrder: the edge before all, then the stretch, what shortens the muscle last
// of Stretch, then Soothe, and the test of the leg at the end. A routine is
// nothing but its stretches.
func brokenOrder(f Facts, plan []Block) string {
	if f.Lain && f.Position == content.Standing {
		if len(plan) == 0 || plan[0].Item != edgeItem {
			return "nobody sits on the edge before standing"
		}
		plan = plan[1:]
	}
	soothe := slices.IndexFunc(plan, func(b Block) bool { return b.Step == content.Soothe })
	if f.Routine != "" {
		return unless(len(plan) > 0 && soothe < 0, "a routine of nothing, or of more than stretches")
	}
	if soothe < 1 || plan[0].Slot != "stretch" || plan[len(plan)-1].Slot != "check" {
		return "no stretch at the begin, or no test at the end"
	}
	short := false
	for i, b := range plan {
		switch {
		case i < soothe && (b.Step != content.Stretch || short && !b.Short), i >= soothe && b.Step != content.Soothe:
			return "out of order: " + b.Slot
		case b.Item == edgeItem:
			return "the edge again"
		}
		short = short || b.Short
	}
	return unless(!slices.ContainsFunc(plan[soothe:], func(b Block) bool { return b.Short }), "Soothe shortens the muscle")
}

// brokenLegs: the leg that was told comes first and gets at least as much as the
// other; both legs get the same, and a routine leaves none out.
func brokenLegs(f Facts, plan []Block) string {
	first := f.Leg()
	if first == Both {
		first = Left
	}
	work := func(b Block) time.Duration { return b.Planned() - b.Phases[0].For }
	for i, b := range plan {
		if b.Kind != ItemBlock || b.Side == Both {
			continue
		}
		mine := func(x Block) bool { return x.Slot == b.Slot }
		if slices.IndexFunc(plan, mine) < i {
			continue // judged with the first leg
		}
		both := i+1 < len(plan) && mine(plan[i+1])
		switch {
		case !itemsByID()[b.Item].EachSide || b.Side != first:
			return fmt.Sprintf("%s begins with %s", b.Slot, b.Side)
		case !both && f.Leg() == Both:
			return b.Slot + " on one leg"
		case !both:
			continue
		}
		other := plan[i+1]
		if other.Side != first.Other() || other.Item != b.Item || other.Reps > b.Reps || work(other) > work(b) {
			return fmt.Sprintf("%s: the other leg is %s, %d times", b.Slot, other.Side, other.Reps)
		}
		if f.Leg() == Both && (other.Reps != b.Reps || work(other) != work(b)) {
			return b.Slot + " is not the same on both legs"
		}
	}
	return ""
}
