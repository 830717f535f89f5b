package session

import (
	"slices"
	"time"
)

// CutKind is what was left out or shortened because the time is short.
type CutKind string

// The kinds of cut. Its text, behind "cut-", is the key of its words.
const (
	CutSide  CutKind = "side"  // the leg that did not cramp
	CutSets  CutKind = "sets"  // repetitions of a stretch
	CutItem  CutKind = "item"  // an exercise
	CutOpen  CutKind = "open"  // part of a massage
	CutDrink CutKind = "drink" // the page about drinking
	CutPack  CutKind = "pack"  // heat or cold
)

// Cut is one thing that was left out or shortened because the time is short.
type Cut struct {
	Kind CutKind
	Item string // of an exercise: which
}

// short is what a plan does without because the time is short.
type short struct {
	other bool     // the leg that did not cramp
	sets  int      // the most repetitions of a stretch, 0 = as many as it has
	slots []string // places in the plan
	open  bool     // the full time of a massage
	drink bool
	pack  bool
}

// ladder lists the cuts in the order in which they are made: each step does without
// all that the steps before it do without.
func (b *builder) ladder() []func(*short) {
	fewer := func(n int) func(*short) { return func(s *short) { s.sets = n } }
	without := func(slot string) func(*short) { return func(s *short) { s.slots = append(s.slots, slot) } }
	least := b.lib.Pace.Fewest.Count
	sets := []func(*short){fewer(least + 1), fewer(least)}
	if r, ok := b.lib.Routine(b.facts.Routine); ok {
		for _, t := range slices.Backward(r.Turns[1:]) {
			sets = append(sets, without(t.ID))
		}
		return sets
	}
	list := append([]func(*short){func(s *short) { s.other = true }}, sets...)
	list = append(list, without("roller"), without("ball"))
	r, _ := b.lib.Relief(b.facts.Muscle)
	for i := len(r.Stretch) - 1; i > 0; i-- {
		list = append(list, without(r.Stretch[i].ID))
	}
	return append(list, func(s *short) { s.open = true }, without("move"),
		func(s *short) { s.drink = true }, without("massage"))
}

// fit makes the list that fits into the minutes there are, with at least so many
// steps of the ladder gone, and says how many were. What can't be cut stays: the
// first stretch and the last test of the leg.
func (b *builder) fit(level int) (list []Block, gone int) {
	b.short = short{}
	if b.facts.Minutes == 0 {
		return b.whole(), 0
	}
	left := b.left()
	ladder := b.ladder()
	for _, cut := range ladder[:level] {
		cut(&b.short)
	}
	list = b.whole()
	for level < len(ladder) && Total(list) > left {
		ladder[level](&b.short)
		level++
		list = b.whole()
	}
	if left-Total(list) < b.lib.Pace.LeastPack.Duration() {
		b.short.pack = true
		list = b.whole()
	}
	return list, level
}

// left is how much of the minutes is left, less than nothing where they are over.
func (b *builder) left() time.Duration {
	left := time.Duration(b.facts.Minutes) * time.Minute
	for _, x := range slices.Concat(b.done, b.begun) {
		if x.planned() {
			left -= x.Took
		}
	}
	return left
}

// cut says that a place in the plan is left out because the time is short.
func (b *builder) cut(place Block) bool {
	same := func(x Block) bool { return x.place() == place.place() }
	return slices.Contains(b.short.slots, place.Slot) && !slices.ContainsFunc(b.begun, same)
}

// hasBegun says that work in a place of the plan has begun.
func (b *builder) hasBegun(place Block) bool { return slices.ContainsFunc(b.begun, place.is) }

// cuts tells in what a list is less than it would be with all the time there is.
func (b *builder) cuts(list []Block) []Cut {
	b.short = short{}
	var cuts []Cut
	note := func(c Cut) {
		if !slices.Contains(cuts, c) {
			cuts = append(cuts, c)
		}
	}
	for _, x := range b.whole() {
		at := slices.IndexFunc(list, x.is)
		switch other := slices.ContainsFunc(list, func(y Block) bool { return y.Item == x.Item }); {
		case at >= 0 && list[at].Reps < x.Reps:
			note(Cut{CutSets, ""})
		case at >= 0 && list[at].hint() < x.hint():
			note(Cut{CutOpen, x.Item})
		case at >= 0:
		case x.Kind == AskBlock:
			note(Cut{CutPack, ""})
		case x.Kind == DrinkBlock:
			note(Cut{CutDrink, ""})
		case other:
			note(Cut{CutSide, ""})
		default:
			note(Cut{CutItem, x.Item})
		}
	}
	return cuts
}

// builder is what makes the plan of this session.
func (s Session) builder() builder {
	b := builder{lib: s.library(), facts: s.Facts, ease: s.Ease, done: s.Done}
	for _, x := range s.Rest {
		if x.Begun {
			b.begun = append(b.begun, x)
		}
	}
	return b
}

// build makes the list of what is left after the wait, and notes what the time is
// too short for. What was cut once stays cut, so that nothing comes back when its
// turn is over.
func (t *turn) build() []Block {
	b := t.builder()
	list, level := b.fit(t.Level)
	t.Level = level
	if t.Facts.Minutes == 0 {
		t.Cuts = nil
		return list
	}
	cuts := slices.Clone(t.Cuts)
	for _, c := range b.cuts(list) {
		if !slices.Contains(cuts, c) {
			cuts = append(cuts, c)
		}
	}
	t.Cuts = cuts
	return list
}

// packRoom is how long heat or cold may stay on within the minutes there are, in
// whole minutes; ok is false where nothing limits it.
func (s Session) packRoom() (room time.Duration, ok bool) {
	if s.Facts.Minutes == 0 {
		return 0, false
	}
	b := s.builder()
	after := slices.DeleteFunc(slices.Clone(s.Upcoming()), Block.isPack)
	gone := s.Now - s.Entered // of the question itself
	return (b.left() - gone - Total(after)).Truncate(time.Minute), true
}

// OverTime says that what is left takes longer than the minutes there are, because
// it can't be made any shorter.
func (s Session) OverTime() bool {
	b := s.builder()
	return s.Facts.Minutes > 0 && Total(s.Upcoming()) > b.left()
}
