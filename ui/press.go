package ui

import (
	"strings"
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
	bounce = 120 * time.Millisecond
	// letGo is the same for a key that confirms and has repeated that fast: a machine or
	// a line that is slow for a moment doesn't make a key that is held down a new press.
	letGo = 300 * time.Millisecond
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
		return m.suspend()
	}
	repeat := m.repeats(msg, now)
	m = m.pressed(msg, now)
	b, ok := m.find(msg)
	if !ok || m.shown.IsZero() || now.Sub(m.shown) < unseen || msg.IsRepeat || repeat(b) {
		return m.pass(now), nil
	}
	m.heldAt = now
	was := m.over
	m = m.wiped()
	m = m.pass(now)
	switch {
	case was != m.over && (m.over == offOverlay || m.s.Pack.Asking) && b.Help().Key != keySigns.Help().Key:
		return m, nil // it was pressed for what stood there before
	case b.early && !m.beforePlan():
		return m.note(m.s.Library().Phrase("asked-before")), nil
	case b.do != nil:
		return b.do(m), nil
	case b.by != 0:
		return m.scrollBy(b.by), nil
	}
	return m.apply(b.event, now), nil
}

// suspend lets the shell take over. Who listens is told before that the session stands:
// afterwards nothing of this program runs, and it must not keep the display on.
func (m Model) suspend() (Model, tea.Cmd) {
	still := m
	still.s, _ = m.s.Apply(session.Pause{}, m.at)
	still.cues, still.tells = nil, true
	still, told := still.told()
	m.n, m.tells = still.n, true
	m.cues = nil
	if told == nil {
		return m, tea.Suspend
	}
	const farewell = 50 * time.Millisecond
	return m, tea.Sequence(told, tea.Tick(farewell, func(time.Time) tea.Msg { return nil }), tea.Suspend)
}

// repeats says of a key whether it is held down rather than pressed. A keyboard
// waits before it repeats, and then repeats faster than a finger.
func (m Model) repeats(msg tea.KeyPressMsg, now time.Time) func(binding) bool {
	same := msg.String() == m.lastKey
	last, first := now.Sub(m.keyAt), now.Sub(m.heldAt)
	return func(b binding) bool {
		return same && b.by == 0 && (last < bounce || b.firm && (first < holdDown || m.fast && last < letGo))
	}
}

// pressed remembers a key press for the next one.
func (m Model) pressed(msg tea.KeyPressMsg, now time.Time) Model {
	last := now.Sub(m.keyAt)
	m.fast = msg.String() == m.lastKey && (last < bounce || m.fast && last < letGo)
	m.lastKey, m.keyAt = msg.String(), now
	return m
}

// beforePlan says that facts are being told: while waiting, and at the question.
func (m Model) beforePlan() bool {
	k := m.s.Head().Kind
	return k == session.WaitBlock || k == session.ConfirmBlock
}

// folded is a key press without its capital: caps lock is no other key.
type folded string

// String is the key as it is declared.
func (f folded) String() string { return string(f) }

// find is what a key does on this screen.
func (m Model) find(msg tea.KeyPressMsg) (binding, bool) {
	pressed := folded(msg.String())
	if len(pressed) == 1 {
		pressed = folded(strings.ToLower(string(pressed)))
	}
	for _, b := range m.everyKey() {
		if key.Matches(pressed, b.Binding) {
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

// Kept is the session as it is to be kept if the program ended now: whoever reads what to
// do about a warning sign, and leaves in a hurry, named it.
func (m Model) Kept() session.Session {
	if m.over != emergencyOverlay && m.over != sameDayOverlay && m.over != soonOverlay {
		return m.s
	}
	s, _ := m.s.Apply(session.Warn{Tier: m.tier()}, m.at)
	return s
}

// leave ends the session where it is, and the program.
func (m Model) leave() Model {
	m.s = m.Kept()
	if m.s.Mode != session.Ended {
		m.s, _ = m.s.Apply(session.Leave{}, m.at)
	}
	m.leaving = true
	return m
}

// close takes the overlay away.
func (m Model) close() Model { return m.shut(m.keyAt) }

// tell gives the session new facts.
func (m Model) tell(f session.Facts) Model {
	before := m.s.Facts
	return m.apply(session.Tell{Facts: f}, m.keyAt).hush(before)
}
