package ui

import (
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// after is the word that follows w in a list, the first after the last.
func after[T ~string](list []T, w T) T {
	for i, x := range list {
		if x == w {
			return list[(i+1)%len(list)]
		}
	}
	return list[0]
}

// nextSide tells the next side.
func (m Model) nextSide() Model {
	f := m.s.Facts
	f.Side = after(session.Sides(), f.Leg())
	m = m.tell(f)
	if f.Routine != "" {
		return m.note(content.Titled(sideWords(f.Leg())) + ".")
	}
	return m.note(content.Titled(m.legWords()) + ".")
}

// nextPosition tells the next position.
func (m Model) nextPosition() Model {
	f := m.s.Facts
	f.Position = after(content.Positions(), f.Stance())
	return m.tell(f).note(content.Titled(string(f.Stance())) + ".")
}

// nextContext tells the next context.
func (m Model) nextContext() Model {
	f := m.s.Facts
	f.Context = after(content.Contexts(), f.Context)
	words := content.Titled(contextWords(f.Context)) + "."
	before := m.sound
	if m = m.tell(f); m.sound == Mute && before != Mute {
		words += " " + m.phrase("muted-sleep")
	}
	return m.note(words)
}

// sideWords names the side a block is done on.
func sideWords(s session.Side) string {
	if s == session.Both {
		return "both legs"
	}
	return string(s) + " leg"
}

// contextWords says what the person was doing.
func contextWords(c content.Context) string {
	switch c {
	case content.Exercise:
		return "during exercise"
	case content.Long:
		return "long or hot exercise"
	case content.Desk:
		return "after sitting"
	case content.Sleep:
		return "in bed"
	}
	return "not said"
}

// haveWords lists what is at hand.
func haveWords(f session.Facts) string {
	if len(f.Have) == 0 {
		return "nothing at hand"
	}
	return listed(content.Things(), f.Have)
}

// careWords lists what needs care.
func careWords(f session.Facts) string {
	if len(f.Care) == 0 {
		return "nothing special"
	}
	var words []string
	for _, c := range content.Cares() {
		if f.Care.Has(c) {
			words = append(words, careName(c))
		}
	}
	return strings.Join(words, ", ")
}

// careName is a reason for care in words.
func careName(c content.Care) string {
	switch c {
	case content.Unsteady:
		return "unsteady on your feet"
	case content.Hip:
		return "hip replaced"
	case content.Numb:
		return "numb skin or feet"
	case content.Thinner:
		return "blood thinner"
	case content.Circulation:
		return "poor circulation"
	case content.FluidLimit:
		return "a limit on fluids"
	}
	return string(c)
}

// thingName is something at hand in words.
func thingName(t content.Thing) string {
	switch t {
	case content.Wall:
		return "a wall"
	case content.Chair:
		return "a steady chair"
	case content.Towel:
		return "a towel or belt"
	case content.Roller:
		return "a foam roller"
	case content.Ball:
		return "a tennis ball"
	case content.Heat:
		return "a heat pack"
	case content.Cold:
		return "a cold pack"
	}
	return string(t)
}

// listed joins the words of a set in the order of the list of all of them.
func listed[T ~string](all []T, set session.Set[T]) string {
	var words []string
	for _, t := range all {
		if set.Has(t) {
			words = append(words, string(t))
		}
	}
	return strings.Join(words, ", ")
}
