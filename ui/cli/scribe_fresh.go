package cli

import (
	"time"

	"uncramp/session"
)

// fresh is how old what is saved may become: a wait, or a pack, has long stretches in which
// nobody says a word, and how long they were counts.
const fresh = 20 * time.Second

// stale tells once what is saved has become old while a pack is on: nothing may be cued for
// minutes then. It never tells where none is.
func (s *scribe) stale() <-chan time.Time {
	if s.stands.session.Pack.Kind == "" {
		return nil
	}
	return time.After(fresh)
}

// refresh saves that time has passed while a pack is on, and nothing more: what else it
// brought the screen says itself. last is the end of a program whose terminal went away.
func (s *scribe) refresh(last bool) {
	m := s.stands
	if m.session.Pack.Kind == "" || m.session.Mode == session.Ended {
		return
	}
	now := time.Now()
	gone := now.Round(0).Sub(m.at.Round(0)) // the other clock stands while the machine sleeps
	gone = time.Duration(float64(max(gone, 0)) * s.speed)
	m.session, _ = m.session.Apply(session.Tick{}, m.session.Now+gone)
	m.at, m.last, m.goesOn = now, last, last
	if !m.session.Saved().Moved(s.stands.session.Saved()) {
		s.checkpoint(m)
	}
}
