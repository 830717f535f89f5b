package session

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// grounded says that a number rests on a source or on a choice, and not on both.
func grounded(g content.Ground) bool { return (g.Source == "") != (g.Choice == "") }

// brokenGrounds: every length of time and every number says what it rests on.
func brokenGrounds(_ Facts, plan []Block) string {
	for _, b := range plan {
		if b.Reps > 0 && !grounded(b.Count) {
			return fmt.Sprintf("%s: %d times rests on %+v", b.Slot, b.Reps, b.Count)
		}
		for _, p := range b.Phases {
			if (p.For > 0 || p.Hint > 0) && !grounded(p.Ground) {
				return fmt.Sprintf("%s: %+v", b.Slot, p)
			}
		}
	}
	return ""
}

// brokenTotal: the planned time is that of all phases, each either timed, suggested
// or without a length.
func brokenTotal(_ Facts, plan []Block) string {
	var sum time.Duration
	for _, b := range plan {
		for _, p := range b.Phases {
			if p.For > 0 && p.Hint > 0 {
				return b.Slot + " is timed, and suggested"
			}
			sum += p.For + p.Hint
		}
	}
	return unless(sum == Total(plan), fmt.Sprintf("it takes %v, Total says %v", sum, Total(plan)))
}

// brokenMinutes: the plan is the whole one with the least left out for which the
// time is enough, in the order in which things are left out; where nothing more
// can be, one exercise and the test remain.
func brokenMinutes(f Facts, plan []Block) string {
	if f.Minutes == 0 {
		return ""
	}
	told := time.Duration(f.Minutes) * time.Minute
	f.Minutes = 0
	want := shortened(f, Build(library(), f, Ease{}, nil), told)
	if told-Total(want) < 10*time.Minute {
		want = slices.DeleteFunc(want, func(b Block) bool { return b.Kind == AskBlock })
	}
	if !slices.EqualFunc(plan, want, equalBlock) {
		return fmt.Sprintf("by hand the plan for %v is\n%s", told, showPlan(want))
	}
	if Total(plan) > told {
		return bare(f, plan)
	}
	return ""
}

// shortened makes a whole plan short enough by hand.
func shortened(f Facts, whole []Block, told time.Duration) []Block {
	steps, n := shortenings(f), 0
	plan := copied(whole)
	for ; n < len(steps) && Total(plan) > told; n++ {
		plan = steps[n].of(plan)
	}
	steps = steps[:n]
	for i := n - 2; i >= 0; i-- {
		if !steps[i].spare {
			continue
		}
		less, again := slices.Delete(slices.Clone(steps), i, i+1), copied(whole)
		for _, s := range less {
			again = s.of(again)
		}
		if Total(again) <= told {
			steps, plan = less, again
		}
	}
	return plan
}

// bare says in what a plan is more than one exercise and the test, or takes longer
// than what nobody can do without.
func bare(f Facts, plan []Block) string {
	if plan[0].Item == edgeItem {
		plan = plan[1:]
	}
	first, each := plan[0].Slot, map[string]int{}
	for _, b := range plan {
		if each[b.Slot]++; b.Slot != first && (b.Slot != "check" || f.Routine != "") {
			return "short of time, and still " + b.Slot
		}
		if it := itemsByID()[b.Item]; it.Kind == content.Held && b.Reps > 1 {
			return fmt.Sprintf("short of time, and %d times %s", b.Reps, b.Item)
		}
	}
	legs := 1
	if f.Leg() == Both {
		legs = 2
	}
	for slot, n := range each {
		if n > legs {
			return fmt.Sprintf("%s stands %d times in it", slot, n)
		}
	}
	if most := time.Duration(legs) * 90 * time.Second; Total(plan) > most {
		return fmt.Sprintf("at its shortest it takes %v", Total(plan))
	}
	return ""
}

// shortening is one thing that is done without where the time is short.
type shortening struct {
	of    func([]Block) []Block
	spare bool // it comes back where it turns out that there is room for it
}

// shortenings are what is done without, one after the other: the leg that did not
// cramp, the repeats of the stretches, the roller and the ball, the exercises after
// the first, part of the massage, the easy movement, the page about drinking, the
// massage; of each the last in the plan first. A routine has its turns alone.
func shortenings(f Facts) []shortening {
	relief, _ := library().Relief(f.Muscle)
	slots := relief.Stretch
	if r, ok := library().Routine(f.Routine); ok {
		slots = slotsOf(r)
	}
	var other, holds, seconds []shortening
	for i, slot := range slices.Backward(slots) {
		other = append(other, shortening{of: oneLeg(f, slot.ID)})
		if i > 0 {
			seconds = append(seconds, shortening{of: noPlace(slot.ID)})
		}
	}
	for _, n := range []int{2, 1} {
		for _, slot := range slices.Backward(slots) {
			holds = append(holds, shortening{of: fewer(slot.ID, n)})
		}
	}
	if f.Routine != "" {
		return append(holds, seconds...)
	}
	tools := []shortening{{of: noPlace("roller")}, {of: noPlace("ball")}}
	last := []shortening{{of: lessRubbing}, {noPlace("move"), true}, {noPlace("drink"), true}, {of: noPlace("massage")}}
	return slices.Concat(other, holds, tools, seconds, last)
}

// oneLeg leaves out the leg that did not cramp, in one place of a plan.
func oneLeg(f Facts, slot string) func([]Block) []Block {
	return func(plan []Block) []Block {
		return slices.DeleteFunc(plan, func(b Block) bool {
			return b.Slot == slot && b.Side != Both && f.Leg() == b.Side.Other()
		})
	}
}

// noPlace leaves a place out of a plan.
func noPlace(slot string) func([]Block) []Block {
	return func(plan []Block) []Block {
		return slices.DeleteFunc(plan, func(b Block) bool { return b.Slot == slot })
	}
}

// fewer leaves n holds of the stretch in a place.
func fewer(slot string, n int) func([]Block) []Block {
	return func(plan []Block) []Block {
		for i, b := range plan {
			if b.Slot != slot || itemsByID()[b.Item].Kind != content.Held || b.Reps <= n {
				continue
			}
			plan[i].Reps, plan[i].Count = n, library().Pace.Fewest.Ground
			plan[i].Phases = slices.DeleteFunc(b.Phases, func(p Phase) bool {
				return p.Rep > n || p.Rep == n && p.Kind == Rest
			})
		}
		return plan
	}
}

// lessRubbing leaves as much of a massage as it must have.
func lessRubbing(plan []Block) []Block {
	for _, b := range plan {
		it, ok := itemsByID()[b.Item]
		if !ok || it.Dose.Least.Seconds == 0 {
			continue
		}
		for i, p := range b.Phases {
			if p.Kind == Open {
				b.Phases[i].Hint, b.Phases[i].Ground = it.Dose.Least.Duration(), it.Dose.Least.Ground
			}
		}
	}
	return plan
}

// brokenPackTime: heat or cold is asked for where one of them may be for this person
// and ten minutes remain for it, once, and always where nobody is short of time.
func brokenPackTime(f Facts, plan []Block) string {
	asks := 0
	for _, b := range plan {
		if b.Kind == AskBlock {
			asks++
		}
	}
	anyPack := slices.ContainsFunc(library().Packs, func(p content.Pack) bool {
		return slices.Contains(p.Muscles, f.Muscle) &&
			!slices.ContainsFunc(p.NotFor, func(x content.Exclusion) bool { return f.Care.Has(x.Care) }) &&
			!slices.ContainsFunc(p.NotIn, func(x content.NotIn) bool { return x.Context == f.Context })
	})
	room := time.Duration(f.Minutes)*time.Minute - Total(plan)
	wanted := f.Routine == "" && anyPack && (f.Minutes == 0 || room >= 10*time.Minute)
	if asks > 1 || (asks == 1) != wanted {
		return fmt.Sprintf("asked for a pack %d times, with %v left", asks, room)
	}
	return ""
}

// TestGentlerPlansHaveGrounds: a hold that was cut rests on what it was cut to, and
// no eased plan asks for more than is allowed.
func TestGentlerPlansHaveGrounds(t *testing.T) {
	for _, m := range content.Muscles() {
		for _, s := range library().Pace.Shorter {
			for _, f := range []Facts{gym, bed, {Side: Both}} {
				f.Muscle = m
				plan := Build(library(), f, Ease{Hold: s.Duration(), Pull: 2, Again: 1}, nil)
				if broken := brokenGrounds(f, plan); broken != "" {
					t.Errorf("%s, holds of %d s: %s", m, s.Seconds, broken)
				}
				for _, b := range plan {
					it, ok := itemsByID()[b.Item]
					if ok && it.Kind == content.Held && (b.hold() > s.Duration() || b.Pull > 2) || b.Short {
						t.Errorf("%s, holds of %d s: %s is held for %v", m, s.Seconds, b.Item, b.hold())
					}
				}
			}
		}
	}
}
