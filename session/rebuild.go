package session

import (
	"slices"

	"uncramp/content"
)

// planned says that a block belongs to the plan that Build makes; the others
// (the wait, the softest stretch, the question before the plan) stand in front.
func (b Block) planned() bool {
	return b.Kind != WaitBlock && b.Kind != GripBlock && b.Kind != ConfirmBlock
}

// rebuild makes the plan anew from facts, ease and what is done. What stands in
// front of it stays, and an exercise that was under way stays the next, at its
// repetition.
func (t *turn) rebuild() { t.replan(true) }

// replan makes the plan anew. stay says that what was under way stays the next.
func (t *turn) replan(stay bool) {
	if !t.Planned {
		return
	}
	n := 0
	for n < len(t.Rest) && !t.Rest[n].planned() {
		n++
	}
	front, old := t.Rest[:n:n], t.Rest[n:]
	plan := t.takeUp(t.build(), old)
	asked := n > 0 && front[n-1].Kind == ConfirmBlock && t.unbegun() && !t.TakenUp()
	if stay && len(old) > 0 && !asked { // at the question nothing was under way
		plan = first(plan, old[0])
	}
	t.Rest = slices.Concat(front, plan)
}

// first puts the block that is in the place of b before all others, but for
// sitting on the edge.
func first(plan []Block, b Block) []Block {
	i, to := slices.IndexFunc(plan, b.is), 0
	if i < 0 {
		return plan
	}
	if plan[0].Item == edgeItem {
		to = 1
	}
	if i <= to {
		return plan
	}
	head := plan[i]
	return slices.Insert(slices.Delete(plan, i, i+1), to, head)
}

// takeUp carries over to a fresh plan how far the blocks of the old one had
// come, and the pack that was chosen, unless it is ruled out by now.
func (s Session) takeUp(fresh, old []Block) []Block {
	for i, b := range fresh {
		at := slices.IndexFunc(old, b.is)
		switch {
		case at < 0:
		case b.Kind == ItemBlock:
			fresh[i] = s.from(b, old[at])
		case s.isOn(old[at]):
			fresh[i] = old[at]
		default:
			fresh[i].Begun, fresh[i].Took = old[at].Begun, old[at].Took
		}
	}
	for _, b := range old {
		if !b.isPack() || !s.stays(b) || slices.ContainsFunc(fresh, b.is) {
			continue
		}
		to := slices.IndexFunc(fresh, func(b Block) bool { return b.Kind == DrinkBlock })
		if to < 0 && s.Facts.Routine != "" {
			to = len(fresh) // the routine has no place for it
		}
		fresh = slices.Insert(fresh, max(0, to), b)
	}
	return fresh
}

// stays says that a pack that no plan has is still one for this person: what is on the
// skin is, and what was chosen is where it is for this muscle. What a routine doesn't have
// any more is left out.
func (s Session) stays(pack Block) bool {
	if s.Facts.Routine != "" {
		return s.isOn(pack)
	}
	return s.Pack.Kind != "" || pack.Muscle == s.Facts.Muscle && s.packRefusal(content.Thing(pack.Item)) == ""
}

// isPack says that the block is heat or cold.
func (b Block) isPack() bool { return b.Kind == PackBlock }

// isOn says that the block is the heat or cold that is on the skin now.
func (s Session) isOn(b Block) bool {
	return b.isPack() && s.Pack.Kind != "" && b.Item == string(s.Pack.Kind) && b.Slot == s.Pack.Slot
}

// from makes block b go on where the block before it, in the same place of the
// plan, had come to. The last repetition is never taken away.
func (s Session) from(b, before Block) Block {
	b.Begun, b.Took = before.Begun, before.Took
	if before.From == 0 || s.another(b, before) {
		return b
	}
	it := s.itemOf(b)
	from := min(before.From, max(0, b.Reps-1))
	first := lead(Ready, s.library().Pace.Ready)
	_, pause := s.Facts.setsOf(s.library(), b.Slot, it)
	b.From = from
	b.Phases = phases(it, first, course{reps: b.Reps, sets: b.Sets, from: from, pause: pause}, s.Ease, s.library().Pace)
	return b
}

// another says that a routine's turn no longer has what was done in it, not even as one
// of several: its file was changed.
func (s Session) another(b, before Block) bool {
	t := s.Facts.turnOf(s.library(), b.Slot)
	return len(t.Any) > 0 && b.Item != before.Item && !slices.Contains(t.Any, before.Item)
}

// itemOf is the item of a block, as its plan doses it.
func (s Session) itemOf(b Block) content.Item {
	it, _ := s.library().Item(b.Item)
	return s.Facts.dosed(s.library(), b.Slot, it)
}

// keep notes in the head how far it has come, and what that took, before something
// else is put in front of it.
func (t *turn) keep() {
	if len(t.Rest) > 0 {
		t.Rest[0].From = t.rep()
		t.Rest[0].Took += t.Now - t.Entered
		t.Entered = t.Now
	}
}

// lastDone is the index in Done of the newest block that can come back, or -1.
// What was left out as too much doesn't, nor does the wait, nor a pack that was on.
func (s Session) lastDone() int {
	for i, b := range slices.Backward(s.Done) {
		if !b.planned() || b.Result == LeftOut || b.isPack() && (b.Result != Skipped || s.untimely(b)) {
			continue
		}
		again := s.builder()
		again.done = slices.Delete(slices.Clone(s.Done), i, i+1)
		b.Begun = true
		again.under, again.fixed = append(slices.Clone(s.Rest), b), true
		if list, _ := again.fit(s.Level); slices.ContainsFunc(list, b.is) {
			return i
		}
	}
	return -1
}

// back brings the last block back; what runs now stays beneath it, in its place.
func (t *turn) back() {
	if t.Head().Kind == GripBlock {
		t.backToWait()
		return
	}
	t.keep()
	at := t.lastDone()
	if at < 0 {
		t.Rest = slices.Insert(t.Rest, 0, confirmBlock(t.Facts)) // before the plan stood the question
		t.rebuild()
		t.head()
		return
	}
	b := t.Done[at]
	if b.Result == Completed {
		b.From = 0
	}
	b.Begun = true
	t.Done = slices.Delete(t.Done, at, at+1)
	t.Rest = append([]Block{b}, t.Rest...)
	t.Rest = t.takeUp(t.rebuilt(), t.Rest)
	t.Rest = first(t.Rest, b) // it is the head, wherever the plan would have it
	t.returned = true
	t.head()
}
