package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// tell takes new facts and builds the rest anew; what runs keeps its place.
func (t *turn) tell(f Facts) {
	if f.Muscle == "" {
		f.Muscle = t.Facts.Muscle // the rest is told while one muscle cramps
	}
	same := f.Leg() == t.Facts.Leg() && f.Muscle == t.Facts.Muscle
	before := t.Rest
	if f.Muscle != t.Facts.Muscle {
		t.waiting, _ = t.library().Waiting(f.Muscle)
	}
	f.Routine = t.Facts.Routine // nothing told turns a relief into a routine
	if f.Leg() != t.Facts.Leg() && f.Leg() != Both {
		t.Where = "" // which leg it is was said
	}
	t.lie(f)
	t.Level, t.Cuts = 0, nil // the time is shared out anew
	if t.Pack.Kind != "" && t.unfit() {
		t.packOver()
	}
	t.tellGrip()
	for i, b := range t.Rest {
		if !b.planned() {
			t.Rest[i].Side = t.Facts.Leg()
		}
	}
	if t.Mode == Ended || !t.Head().planned() {
		t.replan(same)
		t.gone(before, Skipped)
		return
	}
	head, since := t.Head(), t.Entered
	t.keep()
	before = slices.Clone(t.Rest)
	t.replan(same)
	if h := t.Head(); h.is(head) && h.Item == head.Item && h.Reps == head.Reps && h.Sets == head.Sets && h.Muscle == head.Muscle {
		t.Rest[0], t.Entered = head, since // it goes on as if nothing had been said
		return
	}
	t.gone(before, Skipped)
	t.head()
}

// passing is how soon after the word for lying another one means that it was only
// passed through.
const passing = 4 * time.Second

// lie takes over the facts, and notes whether the person lies, or lay before.
func (t *turn) lie(f Facts) {
	was, is := t.Facts.Stance() == content.Lying, f.Stance() == content.Lying
	f.Lain = is || t.Facts.Lain
	switch {
	case is && !was && !t.Facts.Lain:
		t.Passed, t.Laid = true, t.Now
	case was && !is && t.Passed && t.Now-t.Laid < passing:
		f.Lain, t.Passed = false, false
	case !is:
		t.Passed = false
	}
	t.Facts = f
}

// gone notes in Done what had begun and is no longer in the plan.
func (t *turn) gone(before []Block, r Result) {
	for _, b := range before {
		if b.Kind == ItemBlock && b.Begun && !slices.ContainsFunc(t.Rest, b.is) && !slices.ContainsFunc(t.Done, b.is) {
			b.Result = r
			t.Done = append(t.Done, b)
		}
	}
}

// tellGrip ends a softest stretch that is another one, or on another leg, by what
// was told.
func (t *turn) tellGrip() {
	b := t.Head()
	if b.Kind != GripBlock {
		return
	}
	if it, ok := t.softest(); !ok || it.ID != b.Item || t.Cramping() != b.Side {
		t.backToWait()
	}
}

// unfit says that the pack that is on is not for this person after all.
func (t *turn) unfit() bool {
	_, spared := t.Facts.sparedPack(t.worn())
	return spared || t.Ease.Signed()
}
