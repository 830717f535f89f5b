package cli

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
)

// stillOn is for how long after it was put on heat or cold may be on the skin still: our
// own choice.
const stillOn = 3 * time.Hour

// untaken is what a session that was left may have left on the skin, relative to now, where
// now is at a speed of 1. Kind "" = nothing, or it was put on too long ago.
func untaken(c journal.Checkpoint, now time.Time, speed float64) session.Worn {
	v := c.At(now, speed)
	w := v.Still()
	if c.Ended {
		w = v.Off
	}
	if -w.On > stillOn {
		return session.Worn{}
	}
	return w
}

// remind tells of a pack on the skin that no program counts any more. A preview's is on
// nobody's skin: only another preview tells of it.
func (s *scribe) remind(c journal.Checkpoint, now time.Time) {
	if w := s.untaken(c, now); w.Kind != "" {
		s.notify(ui.StillOn{Worn: w})
	}
}

// untaken is what a session that was left may have left on the skin, as far as this one is
// to tell of it. A real session's is on for as long as the wall clock says.
func (s *scribe) untaken(c journal.Checkpoint, now time.Time) session.Worn {
	switch {
	case !c.Preview:
		return untaken(c, now, 1)
	case s.preview():
		return untaken(c, now, s.speed)
	}
	return session.Worn{}
}

// offered is what was left as it's gone on with now. A pack in it that is counted no more is
// told of no longer than it may be on.
func (s *scribe) offered(now time.Time) session.Saved {
	v := s.left.Checkpoint.At(now, s.speed)
	if -v.Off.On > stillOn {
		v.Off = session.Worn{}
	}
	return v
}

// remindAlone is remind for a session of which nothing is kept: it looks at what was left,
// and touches nothing of it.
func remindAlone(dir string, now time.Time, send func(tea.Msg)) {
	if dir == "" {
		return
	}
	for _, c := range journal.Peek(dir) {
		if w := untaken(c, now, 1); w.Kind != "" && !c.Preview && c.Left.Sub(now) <= ahead {
			send(ui.StillOn{Worn: w})
			return
		}
	}
}

// packOff notes in what was left that its heat or cold has come off since: it's not
// counted as on when that is gone on with later, and not told of once somebody said so.
func (s *scribe) packOff(m moment) {
	v := &s.left.Checkpoint.Saved
	over := v.Pack.Kind != "" && m.session.Pack.Kind == ""
	said := v.Off.Kind != "" && m.off.Kind == ""
	if m.session.Earlier == nil || !over && !said {
		return
	}
	comesOff(v)
	if m.off.Kind == "" {
		v.Off = session.Worn{}
	}
	if err := s.left.Slot.Save(s.left.Checkpoint); err != nil {
		s.behind("saved", err)
	}
}

// comesOff takes the pack of a kept session off the clock: it has to come off.
func comesOff(v *session.Saved) {
	p := v.Pack
	if p.Kind == "" {
		return
	}
	// It was on until it broke off at least: on that clock nothing comes after.
	v.Off = session.Worn{Kind: p.Kind, On: p.On}
	v.Pack, v.Packs = session.Pack{}, append(slices.Clip(v.Packs), v.Off)
	v.Rest = slices.DeleteFunc(slices.Clone(v.Rest), func(b session.Block) bool {
		return b.Kind == session.PackBlock && content.Thing(b.Item) == p.Kind
	})
}

// cameOff has what else was left know that the pack is off of which this session told: the
// next one needn't tell it again.
func (s *scribe) cameOff(m moment) {
	said := s.asked && m.off.Kind == ""
	if s.asked = m.off.Kind != ""; !said || m.last {
		return
	}
	for _, l := range s.journal.Others() {
		c := l.Checkpoint
		if c.Preview == s.preview() && s.untaken(c, m.at).Kind != "" {
			comesOff(&c.Saved)
			c.Saved.Off = session.Worn{}
			if err := l.Slot.Save(c); err != nil {
				s.behind("saved", err)
			}
		}
		_ = l.Slot.Close()
	}
}
