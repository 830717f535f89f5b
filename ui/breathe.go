package ui

import (
	"strings"
	"time"

	"uncramp/session"
	"uncramp/ui/figure"
)

// breathNow is the breath that the wait paces.
func (m Model) breathNow() figure.Breath {
	b := m.s.Waiting().Breath
	return figure.Breath{In: b.In.Duration(), Out: b.Out.Duration(), At: m.s.SinceOnset(m.at), Still: m.opts.Still}
}

// breathWords says which way the breath goes.
func (m Model) breathWords() string {
	if m.breathNow().DrawingIn() {
		return "breathe in"
	}
	return "breathe out"
}

// breathShape is the circle that grows with the breath, and over it which way it goes.
func (m Model) breathShape(w, h int) drawn {
	const least = len("breathe out")
	if m.s.Mode != session.Running || w < least || h < 4 || m.opts.Figures == NoFigures {
		return drawn{}
	}
	if m.sketch {
		return drawn{make([]string, h), 0}
	}
	shape := m.painted(m.breathNow().Draw(w, h-1, m.opts.Figures == ASCII))
	left := (shape.wide - least) / 2
	words := m.breathWords()
	line := strings.Repeat(" ", left) + m.theme.plain.Render(words) + strings.Repeat(" ", shape.wide-left-len(words))
	shape.lines = append([]string{line}, shape.lines...)
	return shape
}

// breathes is when the circle looks different next; ok is false where it isn't shown.
func (m Model) breathes() (at time.Duration, ok bool) {
	if m.opts.Still {
		return 0, false
	}
	w, h, ok := m.breathSize()
	return m.at + m.breathNow().Next(w, h, m.beat.scale(breathStep)), ok
}

// breathStep is the shortest time between two sizes of the circle: a breath is slow.
const breathStep = time.Second / 4

// breathSize is the room of the circle on this screen, in cells: it grows in as many
// steps as can be seen. ok is false where it isn't shown.
func (m Model) breathSize() (w, h int, ok bool) {
	lively, room := m.look()
	switch {
	case m.across: // a bar
		w, _ = frame(m.w)
		return w, w / 2, lively
	case room < smallHero:
		return asideWidth - 2, asideShape - 1, lively
	}
	w, h = m.heroBreath(room)
	return w, max(0, h-1), lively
}

// heroBreath is the room of the circle in a hero so many rows high, 0 where it has none.
func (m Model) heroBreath(room int) (w, h int) {
	wide, _ := frame(m.w)
	t, ok := pick(wide, room)
	if !ok {
		return 0, 0
	}
	return breathRoom(wide-t.wide-gutter, room)
}
