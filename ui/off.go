package ui

import (
	"slices"
	"time"

	"uncramp/session"
)

// offEvery is how often, in the session's time, it is said again that a pack has to come
// off, until somebody says that it is off. The interval is our own choice: who left a look
// at the skin unanswered has dozed off, and a minute is short beside the time in which a
// pack burns, and long enough to take it off in peace.
const offEvery = time.Minute

// takeOff asks to take a pack off, and waits until somebody says that it is off: what
// comes after it is told then.
func (m Model) takeOff(w session.Worn) Model {
	m.cues = slices.DeleteFunc(slices.Clone(m.cues), func(c session.Cue) bool {
		return c.Kind == session.CueBegin || c.Kind == session.CueReady || c.Kind == session.CueStandby
	})
	m.off, m.untaken, m.offDue, m.tells = true, w, m.at+offEvery, true
	if m.onSigns() {
		return m.keyless()
	}
	return m.open(offOverlay)
}

// StillOn tells the program of a pack that may be on the skin still, and that no program
// counts any more. Its instants are relative to now.
type StillOn struct {
	Worn session.Worn
}

// stillOn asks to take off a pack that an earlier session left on the skin. Kind "" = there
// is none.
func (m Model) stillOn(w session.Worn) Model {
	if w.Kind == "" || m.off {
		return m // or it's asked already
	}
	m.cues = append(slices.Clone(m.cues), session.Cue{Kind: session.CueOff, At: m.at, Item: string(w.Kind)})
	return m.takeOff(w.Later(m.at))
}

// offAgain says again that a pack has to come off, where that is due at an instant. It is
// said once, however long the machine slept. The words say enter, so what was opened over
// the question gives way to it: enter must not answer something else. The warning signs
// stay, for they are read because something is wrong: the words over their list name no
// key, and over what to do about one nothing is said.
func (m Model) offAgain(at time.Duration) Model {
	switch {
	case !m.off || at < m.offDue:
		return m
	case m.onHelp():
		m.offDue = at + offEvery
		return m
	}
	again := session.Cue{Kind: session.CueOff, At: at, Item: string(m.untaken.Kind)}
	m.cues, m.tells = append(slices.Clone(m.cues), again), true
	if m.onSigns() {
		m = m.keyless()
	} else {
		m = m.open(offOverlay)
	}
	m.offDue = at + offEvery
	return m
}

// keyless has what was just cued about a pack say that it has to come off, and no key: on
// what is read enter does nothing, or names a sign.
func (m Model) keyless() Model {
	m.cues, m.offShort = slices.Clone(m.cues), true
	for i, c := range m.cues {
		if c.Kind == session.CueOff {
			m.cues[i].Why = "off"
		}
	}
	return m
}

// withKey has it said at once, with its key, where the question is back.
func (m Model) withKey() Model {
	if m.offShort {
		m.offShort, m.offDue = false, m.at
	}
	return m
}

// isOff notes that the pack is off. An exercise that waits for enter says so only now.
func (m Model) isOff() Model {
	if b := m.s.Head(); m.off && m.s.Standby {
		m.cues = append(slices.Clone(m.cues), session.Cue{Kind: session.CueStandby, At: m.at, Item: b.Item, Side: b.Side})
	}
	m.off, m.offShort, m.untaken = false, false, session.Worn{}
	return m
}

// onHelp says that it is read what to do about a sign, and onSigns that, or the list of
// them, or a page that was opened over either.
func (m Model) onHelp() bool {
	return m.over == emergencyOverlay || m.over == sameDayOverlay || m.over == soonOverlay
}

func (m Model) onSigns() bool {
	return m.onHelp() || m.over == signsOverlay || m.over == learnOverlay && m.behind != noOverlay
}

// giveWay closes what lies over the session when the skin is to be looked at: the words
// name enter, which must not answer something else. What it had paused stays so. The
// warning signs stay, and what has to come off first: the question waits for them.
func (m Model) giveWay(before session.Session) Model {
	switch {
	case !m.s.Pack.Asking || before.Pack.Asking || m.over == noOverlay:
	case m.onSigns() || m.over == offOverlay:
		m.cues = slices.DeleteFunc(slices.Clone(m.cues), func(c session.Cue) bool { return c.Kind == session.CueSkin })
	default:
		m.over, m.scroll, m.held, m.tells = noOverlay, 0, false, true
	}
	return m
}

// lookAgain asks to look at the skin where that still waits: what lay over the question
// may have kept it back.
func (m Model) lookAgain() Model {
	if m.s.Pack.Asking && m.over == noOverlay {
		m.cues = append(slices.Clone(m.cues), session.Cue{Kind: session.CueSkin, At: m.at, Item: string(m.s.Pack.Kind)})
		m.tells = true
	}
	return m
}

// offNext is when that is due next. ok is false where no pack has to come off.
func (m Model) offNext() (at time.Duration, ok bool) { return m.offDue, m.off }
