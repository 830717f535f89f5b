package ui

import (
	"strings"
	"time"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/figure"
)

// Figures is how figures are drawn.
type Figures string

// The ways to draw figures.
const (
	Braille   Figures = ""      // dots
	ASCII     Figures = "ascii" // plain characters, where dots can't be shown
	NoFigures Figures = "off"
)

// figureNow is the figure of what happens now.
func (m Model) figureNow() (content.Figure, bool) {
	b, stance := m.s.Head(), m.s.Facts.Stance()
	switch {
	case m.opts.Figures == NoFigures || m.s.Mode == session.Ended:
	case b.Kind == session.WaitBlock:
		return content.FirstFigure(m.s.Facts.Muscle, stance)
	case b.Kind == session.PackBlock:
		def, _ := m.s.Library().Pack(content.Thing(b.Item), b.Muscle)
		return m.s.Library().PackFigure(def.ID, b.Muscle, stance)
	case b.Kind == session.ItemBlock || b.Kind == session.GripBlock:
		return m.s.Library().ItemFigure(b.Item, b.Muscle, stance)
	}
	return content.Figure{}, false
}

// legNow is the leg that is worked on; where both are, the one that is cramped.
func (m Model) legNow() session.Side {
	if k, side := m.s.Head().Kind, m.s.Head().Side; side != session.Both && k != session.WaitBlock && k != session.PackBlock {
		return side
	}
	return m.s.Cramping()
}

// muscleNow is the muscle that is treated; in a routine the first that the exercise is
// for.
func (m Model) muscleNow() content.Muscle {
	b := m.s.Head()
	switch it, ok := m.s.Item(); {
	case b.Kind == session.WaitBlock:
		return m.s.Facts.Muscle
	case b.Muscle == "" && ok:
		return it.Muscles[0]
	}
	return b.Muscle
}

// moment is what the figure has to show now.
func (m Model) moment() figure.Moment {
	b, ph := m.s.Head(), m.s.Phase()
	now := figure.Moment{
		Phase: figure.Phase{Kind: string(ph.Kind), For: ph.For}, Elapsed: m.s.Elapsed(m.at),
		Still: m.opts.Still, Every: m.frame(),
	}
	if b.Kind == session.PackBlock {
		now.Phase.Kind = string(session.Ready)
		if m.s.Pack.Kind != "" {
			now.Phase.Kind = string(session.Timed)
		}
	}
	if m.s.At > 0 && m.s.At <= len(b.Phases) {
		was := b.Phases[m.s.At-1]
		now.Before = figure.Phase{Kind: string(was.Kind), For: was.For}
	}
	return now
}

// frame is the time between two pictures, in the session's time.
func (m Model) frame() time.Duration { return m.beat.scale(figure.Frame) }

// picture is the figure of now in a room of w by h cells, empty where there is none.
func (m Model) picture(w, h int) drawn {
	f, ok := m.figureNow()
	if !ok {
		return drawn{}
	}
	if m.sketch {
		return blank(w, h)
	}
	p := figure.Draw(f, figure.At(f, m.moment()), figure.Look{
		W: w, H: h, Mirror: m.legNow() == session.Left, ASCII: m.opts.Figures == ASCII, Muscle: m.muscleNow(),
	})
	return m.painted(p)
}

// painted is a picture in the colours of the theme, empty for no picture.
func (m Model) painted(p *figure.Picture) drawn {
	if p == nil {
		return drawn{}
	}
	return drawn{wide: p.W, lines: p.Lines(func(r figure.Role, text string) string {
		switch r {
		case figure.Work:
			return m.theme.accent.Render(text)
		case figure.Far, figure.Prop:
			return m.theme.dim.Render(text)
		}
		return text
	})}
}

// blank is a picture of nothing, empty where the room is too small for one.
func blank(w, h int) drawn {
	if w < figure.LeastW || h < figure.LeastH {
		return drawn{}
	}
	return drawn{make([]string, h), 0}
}

// drawn is a picture: lines that are all equally wide.
type drawn struct {
	lines []string
	wide  int // in cells
}

// boxed puts a picture into the middle of a box of w by h cells.
func (p drawn) boxed(w, h int) []string {
	above, left := max(0, h-len(p.lines))/2, max(0, w-p.wide)/2
	before, after := strings.Repeat(" ", left), strings.Repeat(" ", max(0, w-p.wide-left))
	out := make([]string, h)
	for y := range out {
		if i := y - above; i >= 0 && i < len(p.lines) {
			out[y] = before + p.lines[i] + after
		} else {
			out[y] = strings.Repeat(" ", w)
		}
	}
	return out
}
