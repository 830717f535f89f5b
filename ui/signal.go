package ui

import (
	"time"

	"uncramp/session"
)

// How long the verb's line is inverted around a change, which shows without sound and
// without colour. It stays inverted all that time, so nothing blinks.
const (
	lastOf  = 3 * time.Second  // of a phase
	firstOf = time.Second      // of what comes after it
	counted = 10 * time.Second // the shortest phase whose end is counted down
	// mostSpeed is the fastest preview that inverts it: faster it would flash.
	mostSpeed = 10
)

// alert says that the verb's line is inverted: in the last three seconds of a phase,
// in the first one of a switch of sides, of what follows an exercise, and of the end.
func (m Model) alert() bool {
	if m.s.Mode == session.Ended {
		return m.s.Outcome == session.Finished && m.at-m.s.Stopped < firstOf
	}
	ph := m.s.Phase()
	switch {
	case m.s.Mode != session.Running || m.beat.speed > mostSpeed:
		return false
	case ph.Kind == session.Switch || ph.Kind == session.Ready:
		if m.s.Elapsed(m.at) < firstOf {
			return true
		}
	}
	return ph.For >= counted && m.s.Left(m.at) <= lastOf
}

// alertEnds is when the line of an ended session is no longer inverted: nothing else
// changes there any more.
func (m Model) alertEnds() (at time.Duration, ok bool) {
	return m.s.Stopped + firstOf, m.s.Mode == session.Ended && m.alert()
}
