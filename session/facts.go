package session

import (
	"slices"

	"uncramp/content"
)

// Set is a small set of words. Its methods return new sets and never change it.
type Set[T ~string] []T

// Has reports whether the set holds t.
func (s Set[T]) Has(t T) bool { return slices.Contains(s, t) }

// Toggle returns the set with t put in, or taken out where it was in.
func (s Set[T]) Toggle(t T) Set[T] {
	if i := slices.Index(s, t); i >= 0 {
		return slices.Delete(slices.Clone(s), i, i+1)
	}
	return append(slices.Clone(s), t)
}

// Side is the leg: left, right or both.
type Side string

// The sides.
const (
	Left  Side = "left"
	Right Side = "right"
	Both  Side = "both"
)

// Sides lists the sides, in the order in which one key changes them.
func Sides() []Side { return []Side{Left, Right, Both} }

// Other is the other leg; Both has none but itself.
func (s Side) Other() Side {
	switch s {
	case Left:
		return Right
	case Right:
		return Left
	}
	return s
}

// Facts is what the person told us. Every field may be left untold.
type Facts struct {
	Muscle   content.Muscle   // which one cramps, or would; never untold
	Routine  string           // the id of a routine that is followed, "" = a cramp is relieved
	Side     Side             // "" = untold, taken as left
	Position content.Position // "" = untold, taken from the context
	Context  content.Context  // "" = untold
	Have     Set[content.Thing]
	Care     Set[content.Care]
	Reps     int // toe raises: 15 or 20; 0 = as the exercise says
	Minutes  int // how much time there is for Stretch and Soothe; 0 = as long as it takes
	// Lain is true from the moment the person lies until they have sat on the
	// edge: standing up straight from lying is how people fall at night.
	Lain bool
	// Manual says that each exercise waits for the person's word before it begins,
	// and what is open for the word that it is over.
	Manual bool
}

// Leg is the side told, or left while none is told.
func (f Facts) Leg() Side {
	if f.Side == "" {
		return Left
	}
	return f.Side
}

// Stance is the position told, or the safest guess: lying in context sleep, else
// seated. Standing comes only from the person's word.
func (f Facts) Stance() content.Position {
	switch {
	case f.Position != "":
		return f.Position
	case f.Context == content.Sleep:
		return content.Lying
	}
	return content.Seated
}

// OneCramp says that what was told twice may be about the same cramp: of one muscle, and
// of no other leg. What follows a routine is about none.
func (f Facts) OneCramp(x Facts) bool {
	either := func(s Side) bool { return s == "" || s == Both }
	leg := f.Side == x.Side || either(f.Side) || either(x.Side)
	return leg && f.Muscle == x.Muscle && f.Routine == "" && x.Routine == ""
}

// supported says whether something steady to hold is at hand.
func (f Facts) supported() bool { return f.Have.Has(content.Wall) || f.Have.Has(content.Chair) }

// suits says whether this person, in this position with these things, may do it.
func (f Facts) suits(it content.Item) bool {
	if !slices.Contains(it.Positions, f.Stance()) || it.Support && !f.supported() {
		return false
	}
	if it.OneLeg && f.Leg() == Both && f.Routine == "" {
		return false // the other leg, which would carry it, cramps too
	}
	for _, t := range it.AtHand {
		if !f.Have.Has(t) {
			return false
		}
	}
	_, spared := f.spared(it)
	return !spared
}

// spared says why an item is left out for this person, in this context.
func (f Facts) spared(it content.Item) (why content.Exclusion, is bool) {
	for _, x := range it.NotFor {
		if f.Care.Has(x.Care) {
			return x, true
		}
	}
	for _, x := range it.NotIn {
		if f.Context == x.Context {
			return content.Exclusion{Why: x.Why, Ground: x.Ground}, true
		}
	}
	return content.Exclusion{}, false
}

// packs says whether heat or cold may be for this person at all.
func (f Facts) packs(lib *content.Library) bool {
	for _, kind := range []content.Thing{content.Heat, content.Cold} {
		def, ok := lib.Pack(kind, f.Muscle)
		if _, spared := f.sparedPack(def); ok && !spared {
			return true
		}
	}
	return false
}

// sparedPack says why heat or cold is not for this person, in this context.
func (f Facts) sparedPack(def content.Pack) (why content.Exclusion, is bool) {
	return f.spared(content.Item{NotFor: def.NotFor, NotIn: def.NotIn})
}

// Following is the facts with what a routine takes to be so where nothing was
// told: how it is meant to be done, with what, when. It works on both legs.
func (f Facts) Following(r content.Routine) Facts {
	f.Routine = r.ID
	if f.Side == "" {
		f.Side = Both
	}
	if f.Context == "" {
		f.Context = r.Context
	}
	// Nobody unsteady, or in bed, is taken to stand.
	wary := f.Context == content.Sleep || f.Care.Has(content.Unsteady)
	if f.Position == "" && (r.Position != content.Standing || !wary) {
		f.Position = r.Position
	}
	// What somebody wrote down for this person is at hand however they are.
	if (f.Position == r.Position || r.Own) && len(f.Have) == 0 {
		f.Have = Set[content.Thing](r.Have)
	}
	return f
}
