package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/session"
)

const (
	// unseen is how long after the first frame a key is still one that was typed
	// before it: nobody sees a screen and answers sooner.
	unseen = 150 * time.Millisecond
	// bounce is how soon after itself a key is a repeat: keyboards repeat faster,
	// fingers slower.
	bounce = 80 * time.Millisecond
	// holdDown is the same for a key that confirms: longer than the time after
	// which a key held down begins to repeat.
	holdDown = 700 * time.Millisecond
)

// key takes a key press.
func (m Model) key(msg tea.KeyPressMsg, now time.Time) (Model, tea.Cmd) {
	switch msg.String() {
	case "ctrl+c":
		m.interrupted = true
		return m.leave(), nil
	case "ctrl+z":
		m = m.pass(now)
		if m.opts.CanStop == nil || !m.opts.CanStop() {
			return m, nil
		}
		m.stopped = now
		return m, tea.Suspend
	}
	since := now.Sub(m.keyAt)
	same := msg.String() == m.lastKey
	m.lastKey, m.keyAt = msg.String(), now
	if m.shown.IsZero() || now.Sub(m.shown) < unseen || msg.IsRepeat {
		return m.pass(now), nil
	}
	b, ok := m.find(msg)
	if !ok || same && since < bounce && b.by == 0 || same && b.firm && since < holdDown {
		return m.pass(now), nil
	}
	m.noticed = 0
	m = m.pass(now)
	switch {
	case b.do != nil:
		return b.do(m), nil
	case b.by != 0:
		return m.scrollBy(b.by), nil
	}
	return m.apply(b.event, now), nil
}

// find is what a key does on this screen.
func (m Model) find(msg tea.KeyPressMsg) (binding, bool) {
	for _, b := range m.everyKey() {
		if key.Matches(msg, b.Binding) {
			return b, true
		}
	}
	return binding{}, false
}

// askLeave asks once while something runs; in the summary nothing does.
func (m Model) askLeave() Model {
	if m.s.Mode == session.Ended {
		return m.leave()
	}
	return m.open(leaveOverlay)
}

// Leave is the program's last state when it was ended from outside: the session
// is over, with its summary.
func (m Model) Leave() Model { return m.leave() }

// Interrupted says that the program was left with ctrl+c.
func (m Model) Interrupted() bool { return m.interrupted }

// leave ends the session where it is, and the program.
func (m Model) leave() Model {
	if m.s.Mode != session.Ended {
		m.s, _ = m.s.Apply(session.Leave{}, m.at)
	}
	m.leaving = true
	return m
}

// close takes the overlay away.
func (m Model) close() Model { return m.shut(m.keyAt) }

// tell gives the session new facts.
func (m Model) tell(f session.Facts) Model { return m.apply(session.Tell{Facts: f}, m.keyAt) }
