package session

import (
	"slices"

	"uncramp/content"
)

// What a routine states for its turns stands in for what the content says of an
// exercise: its dose, its sets, its legs, and words beside the instructions.

// turnOf is what the routine that is followed states for a place in its plan; the zero
// turn where it states nothing, or none is followed.
func (f Facts) turnOf(lib *content.Library, slot string) content.Turn {
	r, _ := lib.Routine(f.Routine)
	for i := range r.Turns {
		if r.Turns[i].ID == slot {
			return r.Turns[i]
		}
	}
	return content.Turn{}
}

// dosed is an item with what the routine states for that turn: the parts of a dose that
// the item's kind has, and its words over the item's own.
func (f Facts) dosed(lib *content.Library, slot string, it content.Item) content.Item {
	t, d := f.turnOf(lib, slot), &it.Dose
	switch it.Kind {
	case content.Held:
		d.Hold, d.Rest = stated(t.Hold, d.Hold), stated(t.Rest, d.Rest)
	case content.Paced:
		d.Rise, d.Hold, d.Lower, d.Rest = stated(t.Rise, d.Rise), stated(t.Hold, d.Hold), stated(t.Lower, d.Lower), stated(t.Rest, d.Rest)
	default:
		d.For = stated(t.For, d.For)
		if d.Least.Seconds >= d.For.Seconds {
			d.Least = content.Seconds{} // it is as short as it may be
		}
	}
	if repeated(it) && t.Reps.Count > 0 {
		d.Reps, d.Longer = t.Reps, content.Count{} // more than was written down is never asked for
	}
	it.How = slices.Concat(t.Words, it.How) // what was said to this person comes first
	return it
}

// stated is what a turn states, or the item's own where it states nothing. A length of 0
// is stated, too: it has a ground.
func stated(turn, own content.Seconds) content.Seconds {
	if turn != (content.Seconds{}) {
		return turn
	}
	return own
}

// repeated says that an item is done so many times, and not for so long.
func repeated(it content.Item) bool { return it.Kind == content.Held || it.Kind == content.Paced }

// setsOf is in how many sets a routine has an item done, 0 = in one; and what lies
// between two of them.
func (f Facts) setsOf(lib *content.Library, slot string, it content.Item) (sets content.Count, pause content.Seconds) {
	t := f.turnOf(lib, slot)
	if !repeated(it) || t.Sets.Count < 2 {
		return content.Count{}, content.Seconds{}
	}
	return t.Sets, stated(t.Break, it.Dose.Rest)
}

// legsOf lists the legs that a routine has a turn done on: those that the turn names, the
// told one first, or else those that were told.
func (f Facts) legsOf(legs content.Legs) []Side {
	leg := f.Leg()
	switch {
	case legs == content.LeftLeg:
		return []Side{Left}
	case legs == content.RightLeg:
		return []Side{Right}
	case legs == content.BothLegs && leg == Right:
		return []Side{Right, Left}
	case legs == content.BothLegs, leg == Both:
		return []Side{Left, Right}
	}
	return []Side{leg}
}

// packTurn is heat or cold in a routine, in the place of its turn. Where it is not for
// this person it is left out, and so is the same a second time: the skin needs hours.
func (b *builder) packTurn(r content.Routine, at int) {
	t := r.Turns[at]
	first := slices.IndexFunc(r.Turns, func(x content.Turn) bool { return x.Pack == t.Pack })
	def, muscle, ok := b.lib.TurnPack(r, t.Pack, b.facts.Muscle)
	if _, spared := b.facts.sparedPack(def); !ok || spared || first < at {
		return
	}
	on := stated(t.For, def.For)
	b.put(Block{
		Kind: PackBlock, Item: string(t.Pack), Slot: t.ID, Muscle: muscle, Side: b.facts.Leg(), Step: content.Stretch,
		Phases: []Phase{{Kind: Open}, {
			Kind: Timed, For: min(on.Duration(), def.Cap.Duration()), Cap: def.Cap.Duration(), Ground: on.Ground,
		}},
	}, b.short.slots[t.ID])
}

// untimely says that heat or cold of a routine can't be put on now that its turn is
// there: it would be too soon for the skin, or something is on it already.
func (s Session) untimely(b Block) bool {
	if !b.isPack() || s.Facts.Routine == "" || s.isOn(b) {
		return false
	}
	return s.Pack.Kind != "" || s.packRefusal(content.Thing(b.Item)) != ""
}

// passOver leaves out what can't be put on now that its turn is there, and says why.
func (t *turn) passOver() {
	for len(t.Rest) > 0 && t.untimely(t.Rest[0]) {
		b := t.Rest[0]
		if why := t.packRefusal(content.Thing(b.Item)); why != "" && t.Mode == Running {
			t.cue(Cue{Kind: CueTip, Why: why})
		}
		b.Result = LeftOut
		t.Done, t.Rest = append(t.Done, b), t.Rest[1:]
	}
}
