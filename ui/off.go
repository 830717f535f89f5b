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
func (m Model) takeOff() Model {
	m.cues = slices.DeleteFunc(slices.Clone(m.cues), func(c session.Cue) bool {
		return c.Kind == session.CueBegin || c.Kind == session.CueReady || c.Kind == session.CueStandby
	})
	m.off = true
	return m.open(offOverlay)
}

// offAgain says again that a pack has to come off, where that is due at an instant. It is
// said once, however long the machine slept. The words say enter, so what was opened over
// the question gives way to it: enter must not answer something else. What to do about a
// sign stays, and nothing is said meanwhile: it's read because something is wrong.
func (m Model) offAgain(at time.Duration) Model {
	switch {
	case !m.off || at < m.offDue:
		return m
	case m.over == emergencyOverlay, m.over == sameDayOverlay, m.over == soonOverlay:
		m.offDue = at + offEvery
		return m
	}
	again := session.Cue{Kind: session.CueOff, At: at}
	if n := len(m.s.Packs); n > 0 {
		again.Item = string(m.s.Packs[n-1].Kind)
	}
	m = m.open(offOverlay)
	m.offDue = at + offEvery
	m.cues = append(slices.Clone(m.cues), again)
	return m
}

// offNext is when that is due next. ok is false where no pack has to come off.
func (m Model) offNext() (at time.Duration, ok bool) { return m.offDue, m.off }
