package ui

import (
	"time"

	"uncramp/session"
	"uncramp/ui/figure"
)

// quick is a preview so fast that the clock alone has the screen drawn often enough.
const quick = 8

// moves is when the picture changes next, in the session's time; ok is false where it
// stands still, or is not to be seen.
func (m Model) moves() (at time.Duration, ok bool) {
	if m.over != noOverlay || m.s.Mode != session.Running || m.beat.speed >= quick {
		return 0, false
	}
	if m.s.Head().Kind == session.WaitBlock {
		return m.breathes()
	}
	f, ok := m.figureNow()
	if !ok {
		return 0, false
	}
	d, ok := figure.Next(f, m.moment())
	if !ok {
		return 0, false
	}
	lively, _ := m.look()
	return m.at + d, lively
}

// look says whether what moves has a place on the screen, and how high the room for a
// hero is. Nothing is drawn for it.
func (m Model) look() (lively bool, room int) {
	if m.w < tinyWidth || m.h < tinyHeight {
		return false, 0
	}
	m.sketch = true
	p := m.page()
	if p.hero != nil {
		room = min(p.heroHigh(p.room(m.w, m.h)), mostHeroH)
	}
	return m.pictured(p, room), room
}

// pictured says that a figure, or the shape that breathes, is to be seen on a page with
// such a room for a hero.
func (m Model) pictured(p page, room int) bool {
	wait := m.s.Head().Kind == session.WaitBlock
	switch {
	case m.fromAfar(p):
		return wait
	case m.opts.Figures == NoFigures:
		return false
	case !wait:
		return room >= leastHero
	case p.aside:
		return true
	}
	w, _ := m.heroBreath(room)
	return w > 0
}
