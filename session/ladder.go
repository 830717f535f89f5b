package session

import (
	"slices"

	"uncramp/content"
)

// cut is a step of the ladder. A free one may be taken back where there turns out
// to be room for it, as long as nothing that comes after it is done: no order among
// the cuts is asked for there.
type cut struct {
	make   func(*short)
	free   string   // its place, "" = it is not free
	before []string // the places that come after
}

// ladder lists the cuts in the order in which they are made: the other leg, repeats
// of a stretch, roller or ball, the second exercises, and then what the last of the
// minutes are too few for. Of each kind the last place goes first. In a routine it is heat
// and cold, sets, repeats, and then the turns after the first exercise.
func (b *builder) ladder() []cut {
	if r, following := b.lib.Routine(b.facts.Routine); following {
		return b.rungs(r)
	}
	relief, _ := b.lib.Relief(b.facts.Muscle)
	var list []cut
	for _, slot := range slices.Backward(relief.Stretch) {
		list = append(list, cut{make: func(s *short) { s.other[slot.ID] = true }})
	}
	list = append(append(list, b.repeats(relief.Stretch)...), leaveOut("roller"), leaveOut("ball"))
	for _, slot := range slices.Backward(relief.Stretch[min(1, len(relief.Stretch)):]) {
		list = append(list, leaveOut(slot.ID))
	}
	move, drink := leaveOut("move"), cut{make: func(s *short) { s.drink = true }}
	move.free, move.before = "move", []string{"pack", "drink", "check"}
	drink.free, drink.before = "drink", []string{"check"}
	return append(list, cut{make: func(s *short) { s.open = true }}, move, drink, leaveOut("massage"))
}

// rungs is the ladder of a routine. It depends on the routine alone, so that a step of it
// means the same whatever is told.
func (b *builder) rungs(r content.Routine) []cut {
	var list, seconds []cut
	var exercises []content.Slot
	most := 0
	for i, slot := range slotsOf(r) {
		most = max(most, r.Turns[i].Sets.Count)
		switch {
		case r.Turns[i].Pack != "":
			list = append(list, leaveOut(slot.ID))
			continue
		case len(exercises) > 0:
			seconds = append(seconds, leaveOut(slot.ID))
		}
		exercises = append(exercises, slot)
	}
	if len(exercises) == 0 {
		list = list[1:] // something stays
	}
	slices.Reverse(list)
	slices.Reverse(seconds)
	for n := most - 1; n > 0; n-- {
		for _, t := range slices.Backward(r.Turns) {
			if t.Sets.Count > n {
				list = append(list, cut{make: func(s *short) { s.sets[t.ID] = n }})
			}
		}
	}
	return slices.Concat(list, b.repeats(exercises), seconds)
}

// repeats is the cuts of the repetitions of stretches.
func (b *builder) repeats(slots []content.Slot) []cut {
	var list []cut
	least := b.lib.Pace.Fewest.Count
	for _, most := range []int{least + 1, least} {
		for _, slot := range slices.Backward(slots) {
			list = append(list, cut{make: func(s *short) { s.reps[slot.ID] = most }})
		}
	}
	return list
}

// leaveOut is the cut of a place in the plan.
func leaveOut(slot string) cut { return cut{make: func(s *short) { s.slots[slot] = true }} }

// slotsOf are the turns of a routine as places in a plan.
func slotsOf(r content.Routine) []content.Slot {
	slots := make([]content.Slot, len(r.Turns))
	for i, t := range r.Turns {
		slots[i] = content.Slot{ID: t.ID, Any: t.Any}
	}
	return slots
}
