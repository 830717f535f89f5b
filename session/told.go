package session

import (
	"slices"
	"strings"

	"uncramp/content"
)

// Spared is something that is left out of the plan because it is not for this
// person, and why: an item, or heat or cold.
type Spared struct {
	ID   string
	Name string
	Why  content.Exclusion
}

// Spared lists what the plan would hold in its places, were it for this person:
// what can be done in this position, with what is at hand, and heat and cold. Of a
// routine, whose places are few, it also lists what can't.
func (s Session) Spared() []Spared {
	var list []Spared
	for _, slot := range s.places() {
		list = append(list, s.sparedOf(slot)...)
	}
	for _, kind := range s.packKinds() {
		def, _ := s.library().Pack(kind, s.Facts.Muscle)
		if why, is := s.Facts.sparedPack(def); is {
			list = append(list, Spared{def.ID, def.Name, why})
		}
	}
	return list
}

// sparedOf lists what is left out of a place.
func (s Session) sparedOf(slot content.Slot) (list []Spared) {
	free := s.Facts
	free.Position, free.Care, free.Context = s.Facts.Stance(), nil, ""
	for _, id := range slot.Any {
		it, ok := s.library().Item(id)
		if !ok || !free.suits(it) {
			continue
		}
		why, is := s.Facts.spared(it)
		if !is {
			return list
		}
		list = append(list, Spared{it.ID, it.Name, why})
	}
	if it, ok := s.library().Item(slices.Concat(slot.Any, []string{""})[0]); ok && len(list) == 0 && s.Facts.Routine != "" {
		list = append(list, Spared{it.ID, it.Name, content.Exclusion{Why: asks(it), Ground: content.Ground{Choice: "what the exercise itself asks for"}}})
	}
	return list
}

// asks is what an exercise asks for: how one is, and what is at hand.
func asks(it content.Item) string {
	var words, things []string
	for _, p := range it.Positions {
		words = append(words, string(p))
	}
	for _, t := range it.AtHand {
		things = append(things, string(t))
	}
	text := "It is done " + strings.Join(words, " or ")
	if it.Support {
		things = append(things, "wall or chair")
	}
	if len(things) > 0 {
		text += ", with: " + strings.Join(things, ", ")
	}
	return text + "."
}

// packKinds lists what the plan would put on the skin, or ask about: in a routine what
// its turns name.
func (s Session) packKinds() []content.Thing {
	r, following := s.library().Routine(s.Facts.Routine)
	if !following {
		return []content.Thing{content.Heat, content.Cold}
	}
	var list []content.Thing
	for _, t := range r.Turns {
		if t.Pack != "" && !slices.Contains(list, t.Pack) {
			list = append(list, t.Pack)
		}
	}
	return list
}

// places lists the places of the plan.
func (s Session) places() []content.Slot {
	var list []content.Slot
	if r, ok := s.library().Routine(s.Facts.Routine); ok {
		return slotsOf(r)
	}
	r, _ := s.library().Relief(s.Facts.Muscle)
	list = append(append(list, r.Stretch...), r.Soothe...)
	return append(list, content.Slot{ID: "check", Any: r.Check})
}

// Drinks is what to drink, by what the person was doing and may.
func (s Session) Drinks() []content.Line {
	d := s.library().Drink(s.Facts.Context)
	if s.Facts.Care.Has(content.FluidLimit) {
		return d.Limited
	}
	return d.Lines
}

// Sided puts the leg's name into an instruction; where both legs are meant they
// are the sore one and the other.
func Sided(text string, side Side) string {
	if !strings.Contains(text, "{") { // most name no leg
		return content.Titled(text)
	}
	leg, other := string(side), string(side.Other())
	if side == Both {
		leg, other = "sore", "other"
	}
	var pairs []string
	for _, end := range []string{". ", "? ", "! ", ""} { // a sentence begins with a capital
		one, two := leg, other
		if end != "" {
			one, two = content.Titled(leg), content.Titled(other)
		}
		pairs = append(pairs, end+"{side}", end+one, end+"{other}", end+two)
	}
	return content.Titled(strings.NewReplacer(pairs...).Replace(text))
}
