package session

import (
	"slices"

	"uncramp/content"
)

// again goes back to the wait at once. Beneath it stays what was interrupted, at
// its repetition and gentler; what shortens the muscle, and what brought the
// cramp twice, is left out.
func (t *turn) again() {
	if t.Head().Gate() && t.Facts.Routine != "" && t.unbegun() {
		t.relieve()
		return
	}
	t.keep()
	b := t.Head()
	t.Ease.Again++
	if b.Kind == ItemBlock && b.Item != edgeItem {
		t.blame(b)
		t.cramps(b)
	}
	t.rebuild()
	t.leftOut(b)
	t.grips()
}

// grips puts the wait before all that is left: it cramps from now on.
func (t *turn) grips() {
	t.Gripping, t.Onset, t.Unchanged, t.Answer = true, t.Now, t.Now, ""
	t.Rest = slices.Insert(t.Rest, 0, waitBlock(t.Facts))
	t.head()
	t.cue(Cue{Kind: CueAgain})
}

// unbegun says that nothing of the plan has begun yet.
func (t *turn) unbegun() bool {
	begun := func(b Block) bool { return b.Kind == ItemBlock && b.Begun }
	return !slices.ContainsFunc(slices.Concat(t.Done, t.Rest), begun)
}

// relieve turns a routine that has not begun into a relief: it cramps now, so that
// is what is asked about and worked on.
func (t *turn) relieve() {
	t.Facts.Routine = ""
	if t.Facts.Side == Both {
		t.Facts.Side = "" // a routine is for both, a cramp seldom
	}
	t.Level, t.Cuts, t.Planned = 0, nil, false
	t.Rest = slices.DeleteFunc(t.Rest, func(b Block) bool { return !t.isOn(b) })
	t.grips()
}

// cramps notes which muscle cramps, when a routine was under way: the one that
// was stretched.
func (t *turn) cramps(b Block) {
	it, _ := t.library().Item(b.Item)
	if t.Facts.Routine == "" || len(it.Muscles) == 0 {
		return
	}
	t.Facts.Muscle, t.Where = it.Muscles[0], b.Side
	t.waiting, _ = t.library().Waiting(t.Facts.Muscle)
}

// blame makes gentler, or leaves out, what the cramp came back in.
func (t *turn) blame(b Block) {
	if b.Short || slices.Contains(t.Ease.Cramped, b.place()) {
		t.Ease.Closed = added(t.Ease.Closed, b.place())
	}
	t.Ease.Cramped = added(t.Ease.Cramped, b.place())
	t.pressNoMore(b)
	it := t.itemOf(b)
	t.Ease = t.Ease.soften(b, it, false, t.library().Pace)
}

// pressNoMore leaves out the roller and the ball once a massage, or what pressed,
// brought the cramp back or was too much: they press harder than hands.
func (t *turn) pressNoMore(b Block) {
	r, _ := t.library().Relief(b.Muscle)
	if b.Step != content.Soothe {
		return
	}
	for _, slot := range r.Soothe {
		first, _ := t.library().Item(slot.Any[0])
		if len(first.AtHand) > 0 {
			t.Ease.Closed = added(t.Ease.Closed, Block{Muscle: b.Muscle, Slot: slot.ID}.place())
		}
	}
}

// leftOut notes in Done that block b, the head before the plan was made anew, is
// no longer in it.
func (t *turn) leftOut(b Block) {
	if b.Kind == ItemBlock && !slices.ContainsFunc(t.Rest, b.is) {
		b.Result, b.Took = LeftOut, b.Took+t.Now-t.Entered
		t.Done = append(t.Done, b)
	}
}

// tooMuch makes what runs, and all that follows, gentler.
func (t *turn) tooMuch() {
	b := t.Head()
	if t.onSkin() {
		t.packOver() // what burns comes off, whichever key says so
		return
	}
	if b.Kind == GripBlock {
		t.Ease.Steps++
		t.Ease.Pull = max(1, min(orMost(t.Ease.Pull), b.Pull-1))
		it, _ := t.library().Item(b.Item)
		full := t.Ease.cut(it.Dose.Hold, t.library().Pace).Duration() // a pause may have cut the hold that runs
		if next := shorter(full, t.library().Pace); next > 0 {        // the softest always stays
			t.Ease.Hold = next
		}
		t.backToWait()
		t.rebuild()
		return
	}
	t.keep()
	b = t.Head()
	t.pressNoMore(b)
	it := t.itemOf(b)
	t.Ease = t.Ease.soften(b, it, true, t.library().Pace)
	t.rebuild()
	t.leftOut(b)
	t.enter(b.Step)
}
