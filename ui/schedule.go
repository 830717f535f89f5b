package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
)

// tickMsg is a tick; only the newest one counts.
type tickMsg struct{ id int }

// tick lets time pass; a tick that comes far too late means that nobody was here.
// One that comes half a frame early, as it is asked to, counts as due.
func (m Model) tick(now time.Time) Model {
	_, at, _ := m.beat.read(now)
	if gap := m.beat.real(at - m.beat.due); gap > late {
		return m.apply(session.Away{For: m.beat.scale(gap)}, now)
	}
	m = m.pass(now)
	if due := m.beat.due; m.at < due && due-m.at <= m.beat.scale(m.opts.Lead) {
		before := m.s
		m.at = due
		return m.heed(m.s.Apply(session.Tick{}, due)).answer(before, session.Tick{}).giveWay(before)
	}
	return m
}

// resumed tells the session how long the program was stopped.
func (m Model) resumed(now time.Time) Model {
	if m.stopped.IsZero() {
		return m.pass(now)
	}
	gone := now.Round(0).Sub(m.stopped.Round(0))
	m.stopped = time.Time{}
	return m.apply(session.Away{For: m.beat.scale(gone)}, now)
}

// pass lets the session's time pass up to now.
func (m Model) pass(now time.Time) Model { return m.apply(session.Tick{}, now) }

// schedule asks for a tick at the next instant at which anything changes, unless
// that tick is on its way already.
func (m Model) schedule(now time.Time) (tea.Model, tea.Cmd) {
	if m.leaving {
		return m, tea.Quit
	}
	_, at, _ := m.beat.read(now)
	shown := max(at, m.at) // an early tick has shown what is due in a moment
	m = m.follow().offAgain(shown)
	m, told := m.told()
	due, ok := m.s.NextChange(shown)
	if m.notice != "" && shown < m.noticed && (!ok || m.noticed < due) {
		due, ok = m.noticed, true
	}
	for _, also := range []func() (time.Duration, bool){m.moves, m.alertEnds, m.offNext} {
		if at, more := also(); more && at > shown && (!ok || at < due) {
			due, ok = at, true
		}
	}
	if !ok || due == m.beat.due {
		return m, told
	}
	m.beat.due = due
	m.beat.id++
	id := m.beat.id
	tick := tea.Tick(max(0, m.beat.real(due-at)-m.opts.Lead), func(time.Time) tea.Msg { return tickMsg{id} })
	return m, tea.Batch(told, tick)
}
