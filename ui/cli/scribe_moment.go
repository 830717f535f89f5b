package cli

import (
	"time"

	"uncramp/session"
)

// moment is a session as it stood at an instant of the wall clock.
type moment struct {
	session session.Session
	off     session.Worn // nobody has said yet that it is off; Kind "" = there is none
	at      time.Time
	last    bool // nothing comes after it
	goesOn  bool // of the last: the session was not ended, only its program
}

// ends says that the session is over.
func (m moment) ends() bool {
	return m.last && m.session.Mode == session.Ended && !m.goesOn
}

// plans says that there is a plan of the session's own. Until the question before it is
// answered, which leg it's for may still change.
func (m moment) plans() bool {
	return m.session.Begun() && (m.session.Mode == session.Ended || m.session.Head().Kind != session.ConfirmBlock)
}

// saved is the session as it's kept, with what has to come off.
func (m moment) saved() session.Saved {
	v := m.session.Saved()
	v.Off = m.off
	return v
}
