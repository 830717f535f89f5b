package session

import (
	"slices"

	"uncramp/content"
)

// Build makes the list of what is left to do after the wait, from the facts, from
// what was made gentler and from what is done. It is deterministic.
func Build(lib *content.Library, f Facts, e Ease, done []Block) []Block {
	b := builder{lib: lib, facts: f, ease: e, done: done}
	relief, ok := lib.Relief(f.Muscle)
	if !ok {
		return nil
	}
	if !e.Signed() {
		b.edge()
		b.slots(relief.Stretch, content.Stretch)
		b.slots(relief.Soothe, content.Soothe)
		b.put(Block{Kind: AskBlock, Slot: "pack", Side: f.Leg(), Step: content.Soothe, Phases: []Phase{{Kind: Open}}})
	}
	b.put(Block{Kind: DrinkBlock, Slot: "drink", Side: f.Leg(), Step: content.Soothe,
		Phases: []Phase{{Kind: Timed, For: lib.Pace.Read.Duration()}}})
	if !e.Signed() {
		b.slots([]content.Slot{{ID: "check", Any: relief.Check}}, content.Soothe)
	}
	return b.list
}

// Signed says that a warning sign was named that ends all work on the leg.
func (e Ease) Signed() bool { return e.Tier == content.Emergency || e.Tier == content.SameDay }

// builder collects the list.
type builder struct {
	lib   *content.Library
	facts Facts
	ease  Ease
	done  []Block
	list  []Block
}

// put appends a block unless its place is done already.
func (b *builder) put(block Block) {
	if !slices.ContainsFunc(b.done, block.is) {
		b.list = append(b.list, block)
	}
}

// edge puts sitting on the edge before everything when somebody who lay stands.
func (b *builder) edge() {
	if it, ok := b.lib.Item(edgeItem); ok && b.facts.Lain && b.facts.Stance() == content.Standing {
		b.list = append(b.list, b.block("edge", it, content.Stretch, Both, it.Dose.Reps.Count, 0))
	}
}

// slots fills the places of one step, each with the first item that suits.
func (b *builder) slots(slots []content.Slot, step content.Step) {
	for _, slot := range slots {
		if slices.Contains(b.ease.Closed, slot.ID) {
			continue
		}
		it, ok := pick(b.lib, slot.Any, b.facts, b.ease)
		if !ok {
			continue
		}
		for _, side := range b.sides(it) {
			place := Block{Kind: ItemBlock, Slot: slot.ID, Side: side}
			if !slices.ContainsFunc(b.done, place.is) {
				b.list = append(b.list, b.block(slot.ID, it, step, side, b.reps(it, side), 0))
			}
		}
	}
}

// pick is the first of the items that suits the person and is gentle enough.
func pick(lib *content.Library, ids []string, f Facts, e Ease) (content.Item, bool) {
	for _, id := range ids {
		if it, ok := lib.Item(id); ok && f.suits(it) && e.allows(it) {
			return it, true
		}
	}
	return content.Item{}, false
}

// sides lists the legs an item is done on: the cramped one first.
func (b *builder) sides(it content.Item) []Side {
	leg := b.facts.Leg()
	switch {
	case !it.EachSide:
		return []Side{Both}
	case leg == Both:
		return []Side{Left, Right}
	case it.Dose.Other.Count > 0:
		return []Side{leg, leg.Other()}
	}
	return []Side{leg}
}

// reps is how many repetitions of an item one side gets.
func (b *builder) reps(it content.Item, side Side) int {
	d := it.Dose
	leg := b.facts.Leg()
	switch {
	case it.EachSide && leg != Both && side != leg:
		return d.Other.Count
	case d.Longer.Count > 0 && b.facts.Reps >= d.Longer.Count:
		return d.Longer.Count
	}
	return d.Reps.Count
}

// block makes the block of an item on one side, its first `from` repetitions done.
func (b *builder) block(slot string, it content.Item, step content.Step, side Side, reps, from int) Block {
	return Block{
		Kind: ItemBlock, Item: it.ID, Slot: slot, Side: side, Step: step,
		Phases: phases(it, b.lead(it, side), reps, from, b.ease, b.lib.Pace),
		Reps:   reps, From: from, Pull: it.Pull, Short: it.Shortens,
	}
}

// lead is how a block begins: longer the first time, a switch on the second leg.
func (b *builder) lead(it content.Item, side Side) Phase {
	seen := func(x Block) bool { return x.Item == it.ID }
	other := func(x Block) bool { return seen(x) && x.Side != side }
	switch {
	case it.ID == edgeItem:
		return lead(Ready, b.lib.Pace.Ready)
	case slices.ContainsFunc(b.list, other), other(lastPlanned(b.done)):
		return lead(Switch, b.lib.Pace.Switch)
	case slices.ContainsFunc(b.done, seen):
		return lead(Ready, b.lib.Pace.Ready)
	}
	return lead(Ready, b.lib.Pace.First)
}

// lastPlanned is the newest block of the plan that is done.
func lastPlanned(done []Block) Block {
	for _, b := range slices.Backward(done) {
		if b.planned() {
			return b
		}
	}
	return Block{}
}

// edgeItem is the item that stands before any standing after lying.
const edgeItem = "sit-edge"
