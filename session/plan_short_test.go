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
	want := Build(library(), f, Ease{}, nil)
	steps := shortenings(f)
	for len(steps) > 0 && Total(want) > told {
		want, steps = steps[0](want), steps[1:]
	}
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

// shortenings are what is left out where the time is short, one after the other: the
// leg that did not cramp, the second holds, the roller and the ball, the exercises
// after the first from the last on, part of the massage, the easy movement, the
// page about drinking, the massage. A routine has its turns alone.
func shortenings(f Facts) []func([]Block) []Block {
	if r, ok := library().Routine(f.Routine); ok {
		list := []func([]Block) []Block{fewer(2), fewer(1)}
		for _, turn := range slices.Backward(r.Turns[1:]) {
			list = append(list, without(turn.ID))
		}
		return list
	}
	other := func(plan []Block) []Block {
		return slices.DeleteFunc(plan, func(b Block) bool {
			return b.Kind == ItemBlock && b.Side != Both && f.Leg() == b.Side.Other()
		})
	}
	list := []func([]Block) []Block{other, fewer(2), fewer(1), without("roller"), without("ball")}
	r, _ := library().Relief(f.Muscle)
	for _, slot := range slices.Backward(r.Stretch[1:]) {
		list = append(list, without(slot.ID))
	}
	return append(list, lessRubbing, without("move"), without("drink"), without("massage"))
}

// without leaves a place out of a plan.
func without(slot string) func([]Block) []Block {
	return func(plan []Block) []Block {
		return slices.DeleteFunc(plan, func(b Block) bool { return b.Slot == slot && b.Kind != AskBlock })
	}
}

// fewer leaves n holds of every stretch.
func fewer(n int) func([]Block) []Block {
	return func(plan []Block) []Block {
		for i, b := range plan {
			if it, ok := itemsByID()[b.Item]; !ok || it.Kind != content.Held || b.Reps <= n {
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

// brokenPackTime: heat or cold is asked for where ten minutes remain for it, once,
// and always where nobody is short of time.
func brokenPackTime(f Facts, plan []Block) string {
	asks := 0
	for _, b := range plan {
		if b.Kind == AskBlock {
			asks++
		}
	}
	room := time.Duration(f.Minutes)*time.Minute - Total(plan)
	wanted := f.Routine == "" && (f.Minutes == 0 || room >= 10*time.Minute)
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
