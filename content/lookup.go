package content

import "slices"

// find is the first entry that matches.
func find[T any](list []T, match func(*T) bool) (T, bool) {
	for i := range list { // not as a copy of each: an exercise is a hundred words
		if match(&list[i]) {
			return list[i], true
		}
	}
	var none T
	return none, false
}

// Item is the exercise with that id.
func (l *Library) Item(id string) (Item, bool) {
	return find(l.Items, func(x *Item) bool { return x.ID == id })
}

// Relief is the plan for a muscle.
func (l *Library) Relief(m Muscle) (Relief, bool) {
	return find(l.Reliefs, func(x *Relief) bool { return x.Muscle == m })
}

// Waiting is what to do while that muscle cramps.
func (l *Library) Waiting(m Muscle) (Waiting, bool) {
	return find(l.Waitings, func(x *Waiting) bool { return x.Muscle == m })
}

// First is the line that comes first, by what the person was doing.
func (w Waiting) First(c Context) Line {
	if l, ok := w.Safe[c]; ok {
		return l
	}
	return w.Unsaid
}

// Pack is heat or cold for a muscle.
func (l *Library) Pack(kind Thing, m Muscle) (Pack, bool) {
	return find(l.Packs, func(x *Pack) bool { return x.Kind == kind && slices.Contains(x.Muscles, m) })
}

// Routine is the routine with that id.
func (l *Library) Routine(id string) (Routine, bool) {
	return find(l.Routines, func(x *Routine) bool { return x.ID == id })
}

// Cause is why a cramp may have come in a context; where nothing is known of the
// context it is what suits all of them.
func (l *Library) Cause(c Context) Cause {
	x, ok := find(l.Causes, func(x *Cause) bool { return x.Context == c })
	if !ok {
		x, _ = find(l.Causes, func(x *Cause) bool { return x.Context == "" })
	}
	return x
}

// Drink is what to drink in a context; where nothing is known of the context it
// is what suits all of them.
func (l *Library) Drink(c Context) Drink {
	d, ok := find(l.Drinks, func(x *Drink) bool { return x.Context == c })
	if !ok {
		d, _ = find(l.Drinks, func(x *Drink) bool { return x.Context == "" })
	}
	return d
}

// Help is what to do about the signs of a tier.
func (l *Library) Help(t Tier) (Help, bool) {
	return find(l.Helps, func(x *Help) bool { return x.Tier == t })
}

// WarningsOf lists the warning signs of a tier, the most telling first.
func (l *Library) WarningsOf(t Tier) []Warning {
	var list []Warning
	for _, w := range l.Warnings {
		if w.Tier == t {
			list = append(list, w)
		}
	}
	return list
}

// Warning is the warning sign with that id.
func (l *Library) Warning(id string) (Warning, bool) {
	return find(l.Warnings, func(x *Warning) bool { return x.ID == id })
}

// Advice is a short text with a place of its own.
func (l *Library) Advice(id string) (Advice, bool) {
	return find(l.Advices, func(x *Advice) bool { return x.ID == id })
}

// Phrase is the words for a cue or a refusal. An unknown key is its own words:
// a person must hear something rather than nothing.
func (l *Library) Phrase(key string) string {
	if words, ok := l.Phrases[key]; ok {
		return words
	}
	return key
}

// Source is a publication of the bibliography.
func (l *Library) Source(id string) (Source, bool) {
	return find(l.Sources, func(x *Source) bool { return x.ID == id })
}
