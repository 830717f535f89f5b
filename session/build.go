package session

import (
	"slices"

	"uncramp/content"
)

// Build makes the list of what is left to do after the wait, or of a routine, from
// the facts, from what was made gentler and from what is done. It is
// deterministic. Where there are only so many minutes, what fits is in it.
func Build(lib *content.Library, f Facts, e Ease, done []Block) []Block {
	b := builder{lib: lib, facts: f, ease: e, done: done}
	list, _ := b.fit(0)
	return list
}

// Signed says that a warning sign was named that ends all work on the leg.
func (e Ease) Signed() bool { return e.Tier == content.Emergency || e.Tier == content.SameDay }

// builder collects the list.
type builder struct {
	lib   *content.Library
	facts Facts
	ease  Ease
	done  []Block
	under []Block // what is left so far: what has begun of it is not cut
	asked bool    // the question about heat or cold stays
	never bool    // there was no time for heat or cold, and there won't be
	fixed bool    // nothing more is cut
	short short   // what is cut for want of time
	list  []Block
}

// whole makes the list, with what is cut left out.
func (b *builder) whole() []Block {
	b.list = nil
	if r, ok := b.lib.Routine(b.facts.Routine); ok {
		b.routine(r)
	} else if r, ok := b.lib.Relief(b.facts.Muscle); ok {
		b.relief(r)
	}
	if len(b.list) == 1 && b.list[0].Item == edgeItem {
		b.list = nil // nobody sits up for nothing
	}
	return b.list
}

// routine is a routine's turns in their order.
func (b *builder) routine(r content.Routine) {
	if b.ease.Signed() {
		return
	}
	b.edge()
	for i, slot := range slotsOf(r) {
		if r.Turns[i].Pack != "" {
			b.packTurn(r, i)
			continue
		}
		b.slots([]content.Slot{slot}, content.Stretch)
	}
}

// relief is Stretch and Soothe after a cramp.
func (b *builder) relief(r content.Relief) {
	if !b.ease.Signed() {
		b.edge()
		b.slots(r.Stretch, content.Stretch)
		b.slots(r.Soothe, content.Soothe)
		ask := Block{Kind: AskBlock, Slot: "pack", Muscle: b.facts.Muscle, Side: b.facts.Leg(), Step: content.Soothe, Phases: []Phase{{Kind: Open}}}
		if b.facts.packs(b.lib) {
			b.put(ask, b.short.pack)
		}
	}
	read := b.lib.Pace.Read
	b.put(Block{Kind: DrinkBlock, Slot: "drink", Side: b.facts.Leg(), Step: content.Soothe,
		Phases: []Phase{{Kind: Timed, For: read.Duration(), Ground: read.Ground}}}, b.short.drink)
	if !b.ease.Signed() {
		b.slots([]content.Slot{{ID: "check", Any: r.Check}}, content.Soothe)
	}
}

// put appends a block unless its place is done already, or it is cut and had not
// begun.
func (b *builder) put(block Block, cut bool) {
	if _, begun := b.begun(block); !slices.ContainsFunc(b.done, block.is) && (!cut || begun) {
		b.list = append(b.list, block)
	}
}

// edge puts sitting on the edge before everything when somebody who lay stands.
func (b *builder) edge() {
	if it, ok := b.lib.Item(edgeItem); ok && b.facts.Lain && b.facts.Stance() == content.Standing {
		b.list = append(b.list, b.block(Block{Slot: "edge", Side: Both, Step: content.Stretch}, it))
	}
}

// slots fills the places of one step, each with the first item that suits.
func (b *builder) slots(slots []content.Slot, step content.Step) {
	for _, slot := range slots {
		place := Block{Kind: ItemBlock, Slot: slot.ID, Muscle: b.facts.planOf(), Step: step}
		if slices.Contains(b.ease.Closed, place.place()) || b.cut(place) {
			continue
		}
		it, ok := pick(b.lib, slot.Any, b.facts, b.ease)
		if !ok {
			continue
		}
		it = b.facts.dosed(b.lib, slot.ID, it)
		for _, place.Side = range b.sides(it, place) {
			if !slices.ContainsFunc(b.done, place.is) {
				b.list = append(b.list, b.block(place, it))
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

// planOf is the muscle whose plan the facts lead to, "" = a routine's.
func (f Facts) planOf() content.Muscle {
	if f.Routine != "" {
		return ""
	}
	return f.Muscle
}

// sides lists the legs an item is done on: the cramped one first. A routine is done on
// the legs that its turn names, or on those that were told, and no other.
func (b *builder) sides(it content.Item, place Block) []Side {
	leg := b.facts.Leg()
	switch {
	case !it.EachSide:
		return []Side{Both}
	case b.facts.Routine != "":
		return b.facts.legsOf(b.facts.turnOf(b.lib, place.Slot).Legs)
	case leg == Both:
		return []Side{Left, Right}
	case it.Dose.Other.Count > 0:
		place.Side = leg.Other()
		if _, begun := b.begun(place); !b.short.other[place.Slot] || begun {
			return []Side{leg, leg.Other()}
		}
	}
	return []Side{leg}
}

// reps is how many repetitions of an item one side gets, in each set.
func (b *builder) reps(it content.Item, place Block) content.Count {
	d, leg := it.Dose, b.facts.Leg()
	n := d.Reps
	switch {
	case b.facts.Routine == "" && it.EachSide && leg != Both && place.Side != leg:
		n = d.Other
	case d.Longer.Count > 0 && b.facts.Reps >= d.Longer.Count:
		n = d.Longer
	}
	if it.Kind != content.Held {
		return n
	}
	most, limited := b.short.reps[place.Slot]
	ground := b.lib.Pace.Fewest.Ground
	if x, begun := b.began(place); begun && x.Reps > 0 && !b.spared(x) {
		most, ground, limited = x.PerSet(), x.Count, true // never more than it began with
	}
	if limited && n.Count > most {
		n = content.Count{Count: most, Ground: ground}
	}
	return n
}

// spared says that a block has as few repetitions as the leg gets that did not cramp. That
// is no measure for the one that did, where it turns out to be another.
func (b *builder) spared(x Block) bool {
	it, _ := b.lib.Item(x.Item)
	other := it.Dose.Other
	return other.Count > 0 && x.PerSet() == other.Count && x.Count == other.Ground
}

// sets is in how many sets one side gets an item, and what lies between them.
func (b *builder) sets(it content.Item, place Block) (n content.Count, pause content.Seconds) {
	n, pause = b.facts.setsOf(b.lib, place.Slot, it)
	most, limited := b.short.sets[place.Slot]
	ground := b.lib.Pace.Fewest.Ground
	if x, begun := b.began(place); begun && x.Reps > 0 {
		most, ground, limited = max(1, x.Sets), x.SetsBy, true // never more than it began with
	}
	if limited && n.Count > most {
		n = content.Count{Count: most, Ground: ground}
	}
	if n.Count < 2 {
		n = content.Count{}
	}
	return n, pause
}

// block makes the block of an item at a place.
func (b *builder) block(place Block, it content.Item) Block {
	if least := it.Dose.Least; least.Seconds > 0 {
		x, begun := b.begun(place)
		if begun && b.facts.Minutes > 0 && 0 < x.hint() && x.hint() <= least.Duration() || !begun && b.short.open {
			it.Dose.For = least
		}
	}
	n := b.reps(it, place)
	sets, pause := b.sets(it, place)
	place.Kind, place.Item, place.Pull, place.Short = ItemBlock, it.ID, it.Pull, it.Shortens
	place.Reps, place.Count = n.Count*max(1, sets.Count), n.Ground
	place.Sets, place.SetsBy = sets.Count, sets.Ground
	place.Phases = phases(it, b.lead(it, place), course{reps: place.Reps, sets: place.Sets, pause: pause}, b.ease, b.lib.Pace)
	return place
}

// lead is how a block begins: longer the first time, a switch on the second leg. A
// routine may come to an exercise more than once: then each turn has legs of its own, and
// only one with words of its own takes as long to read as the first.
func (b *builder) lead(it content.Item, place Block) Phase {
	following := b.facts.Routine != ""
	read := following && len(b.facts.turnOf(b.lib, place.Slot).Words) > 0
	seen := func(x Block) bool { return x.Item == it.ID && (!read || x.Slot == place.Slot) }
	other := func(x Block) bool {
		return x.Item == it.ID && x.Side != place.Side && (!following || x.Slot == place.Slot)
	}
	switch {
	case it.ID == edgeItem:
		return lead(Ready, b.lib.Pace.Ready)
	case slices.ContainsFunc(b.list, other), other(lastPlanned(b.done)):
		return lead(Switch, b.lib.Pace.Switch)
	case slices.ContainsFunc(b.done, seen), following && slices.ContainsFunc(b.list, seen):
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
