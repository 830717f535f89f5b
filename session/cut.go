package session

import (
	"slices"
	"sort"
	"strings"
	"time"

	"uncramp/content"
)

// CutKind is what was left out or shortened because the time is short.
type CutKind string

// The kinds of cut. Its text, behind "cut-", is the key of its words.
const (
	CutSide  CutKind = "side"  // the leg that did not cramp
	CutSets  CutKind = "sets"  // repetitions of a stretch, or sets
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
	other map[string]bool // places whose turn on the leg that did not cramp is left out
	sets  map[string]int  // the most sets of an exercise, by its place
	reps  map[string]int  // the most repetitions of a stretch, in each set
	slots map[string]bool // places in the plan
	open  bool            // the full time of a massage
	drink bool
	pack  bool
}

// fit makes the list that fits into the minutes there are, with at least so many
// steps of the ladder gone, and says how many were. What can't be cut stays: the
// first stretch and the last test of the leg.
func (b *builder) fit(level int) (list []Block, gone int) {
	if b.facts.Minutes == 0 {
		b.short = short{}
		return b.whole(), 0
	}
	left, ladder := b.left(), b.ladder()
	steps := slices.Clone(ladder[:min(level, len(ladder))]) // what was kept may come from another content
	if !b.fixed && level < len(ladder) {
		// Each step leaves less than the one before, so the first that is enough is soon found.
		level += sort.Search(len(ladder)-level, func(n int) bool { return Total(b.cutBy(ladder[:level+n])) <= left })
		steps = slices.Clone(ladder[:level])
	}
	for i := len(steps) - 2; i >= 0; i-- {
		if !b.open(steps[i]) {
			continue
		}
		fewer := slices.Delete(slices.Clone(steps), i, i+1)
		if b.fixed || Total(b.cutBy(fewer)) <= left { // what was there stays, however late it is by now
			steps = fewer
		}
	}
	list = b.cutBy(steps)
	if b.facts.Routine == "" && !b.asked && (b.never || left-Total(list) < b.lib.Pace.LeastPack.Duration()) {
		b.short.pack = true
		list = b.whole()
	}
	return list, level
}

// open says that a cut may be taken back. Where nothing more is cut, nothing comes
// back either but what was there.
func (b *builder) open(c cut) bool {
	done := func(x Block) bool {
		return (x.Muscle == "" || x.Muscle == b.facts.planOf()) && slices.Contains(c.before, x.Slot)
	}
	there := func(x Block) bool { return x.Slot == c.free }
	return c.free != "" && !slices.ContainsFunc(b.done, done) && (!b.fixed || slices.ContainsFunc(b.under, there))
}

// cutBy makes the list without what the steps cut.
func (b *builder) cutBy(steps []cut) []Block {
	b.short = short{other: map[string]bool{}, sets: map[string]int{}, reps: map[string]int{}, slots: map[string]bool{}}
	for _, c := range steps {
		c.make(&b.short)
	}
	return b.whole()
}

// left is how much of the minutes is left, less than nothing where they are over.
func (b *builder) left() time.Duration {
	left := time.Duration(b.facts.Minutes) * time.Minute
	for _, x := range slices.Concat(b.done, b.under) {
		if x.planned() {
			left -= x.Took
		}
	}
	return left
}

// cut says that a place in the plan is left out because the time is short.
func (b *builder) cut(place Block) bool {
	same := func(x Block) bool { return x.Begun && x.place() == place.place() }
	return b.short.slots[place.Slot] && !slices.ContainsFunc(b.under, same)
}

// begun is the block in a place of the plan where work on it has begun.
func (b *builder) begun(place Block) (x Block, ok bool) {
	for i := range b.under {
		if x := &b.under[i]; x.Begun && x.is(place) {
			return *x, true
		}
	}
	return Block{}, false
}

// began is the block in a place of the plan where work has begun; where both legs
// get the same it may be the other leg's, which set the measure.
func (b *builder) began(place Block) (x Block, ok bool) {
	both := b.facts.Leg() == Both || b.facts.turnOf(b.lib, place.Slot).Legs == content.BothLegs
	if x, ok = b.begun(place); ok || !both {
		return x, ok
	}
	for _, list := range [][]Block{b.under, b.done} {
		for i := range list {
			if x := &list[i]; x.Begun && x.Slot == place.Slot && x.Muscle == place.Muscle {
				return *x, true
			}
		}
	}
	return Block{}, false
}

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
		same := func(y Block) bool { return y.place() == x.place() }
		switch {
		case at >= 0 && list[at].Reps < x.Reps:
			note(Cut{CutSets, ""})
		case at >= 0 && list[at].hint() < x.hint():
			note(Cut{CutOpen, x.Item})
		case at >= 0:
		case x.Kind == AskBlock || x.isPack():
			note(Cut{CutPack, ""})
		case x.Kind == DrinkBlock:
			note(Cut{CutDrink, ""})
		case slices.ContainsFunc(list, same) || slices.ContainsFunc(b.done, same):
			note(Cut{CutSide, ""})
		default:
			note(Cut{CutItem, x.Item})
		}
	}
	return cuts
}

// builder is what makes the plan of this session.
func (s Session) builder() builder {
	asked := func(x Block) bool { return x.Kind == AskBlock && x.Begun }
	return builder{
		lib: s.library(), facts: s.Facts, ease: s.Ease, done: s.Done, under: s.Rest,
		asked: slices.ContainsFunc(s.Rest, asked), never: slices.Contains(s.Cuts, Cut{Kind: CutPack}),
	}
}

// build makes the list of what is left after the wait, and notes what the time is
// too short for. What was cut once stays cut, so that nothing comes back when its
// turn is over.
func (t *turn) build() []Block {
	b := t.builder()
	list, level := b.fit(t.Level)
	t.Level = level
	t.note(&b, list)
	return list
}

// rebuilt is the plan as it is, with what came back in it: nothing more is cut.
func (t *turn) rebuilt() []Block {
	b := t.builder()
	b.fixed, b.asked = true, b.asked || slices.ContainsFunc(t.Rest, func(x Block) bool { return x.Kind == AskBlock })
	list, _ := b.fit(t.Level)
	t.note(&b, list)
	return list
}

// note keeps what the time is too short for. What was cut of an exercise that is
// done by now is not forgotten.
func (t *turn) note(b *builder, list []Block) {
	if t.Facts.Minutes == 0 {
		t.Cuts = nil
		return
	}
	var kept []Cut
	for _, c := range t.Cuts {
		if c.Kind == CutSets || c.Kind == CutOpen {
			kept = append(kept, c)
		}
	}
	for _, c := range b.cuts(list) {
		if !slices.Contains(kept, c) {
			kept = append(kept, c)
		}
	}
	t.Cuts = kept
}

// CutWords names cuts in words, one each; never nil.
func (s Session) CutWords(cuts []Cut) []string {
	words := []string{}
	for _, c := range cuts {
		it, _ := s.library().Item(c.Item)
		words = append(words, strings.ReplaceAll(s.library().Phrase("cut-"+string(c.Kind)), "{what}", content.Lower(it.Name)))
	}
	return words
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

// OverTime says that what is left takes longer than there is time, and can't be cut.
func (s Session) OverTime() bool {
	b := s.builder()
	need, left := Total(s.Upcoming()), b.left()
	if s.Head().planned() {
		need, left = need+s.BlockLeft(s.Now), left-(s.Now-s.Entered)
	}
	return s.Facts.Minutes > 0 && need > left
}
