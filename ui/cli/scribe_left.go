package cli

import (
	"slices"
	"time"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
)

// claim opens the folder, takes a place in it, and sees to what was left there. What
// can't be read is told.
func (s *scribe) claim(now time.Time) {
	j, err := journal.Open(s.dir)
	if err != nil {
		s.trouble(err)
		return
	}
	s.journal = j
	own, left, problems := j.Claim()
	s.own = own
	for i, err := range problems {
		if i < mostProblems {
			if err = oneLine(err); own == nil {
				err = unsaved(err)
			}
			s.notify(ui.Problem{Err: err})
		}
	}
	// What has a plan is worth more than a wait that merely came after it.
	slices.SortStableFunc(left, func(a, b journal.Left) int {
		return rank(a.Checkpoint) - rank(b.Checkpoint)
	})
	for _, l := range left {
		s.sort(l, now)
	}
}

// rank is the lower the rather a session is gone on with.
func rank(c journal.Checkpoint) int {
	if c.Saved.Planned {
		return 0
	}
	return 1
}

// mostProblems is how many files that are not right are told of in a row.
const mostProblems = 2

// sort sees to a session that was left: it can be gone on with, or it goes into the
// history, or it's another's to go on with.
func (s *scribe) sort(l journal.Left, now time.Time) {
	c := l.Checkpoint
	if s.left != nil || c.Ended || s.tooOld(c, now) {
		s.remind(c)
	}
	switch {
	case c.Ended || c.Record.Look || s.tooOld(c, now):
		s.archive(l)
	case s.left != nil || c.Preview != s.preview():
		s.others = s.others || c.Preview != s.preview()
		_ = l.Slot.Close()
	case !s.findable(c):
		_ = l.Slot.Close() // it stays: the file may come back within the hour
	default:
		s.left = &l
	}
}

// findable says that a session's routine can be had. If it can't, it's told why: it would
// be gone on with by another plan.
func (s *scribe) findable(c journal.Checkpoint) bool {
	if c.File == "" || s.shelf == nil {
		return true
	}
	if err := s.shelf.again(c.File, c.Saved.Facts.Routine); err != nil {
		s.remind(c)
		s.notify(ui.Problem{Err: err})
		return false
	}
	return true
}

// remind tells of a pack on the skin that no program counts any more.
func (s *scribe) remind(c journal.Checkpoint) {
	if c.Saved.Pack.Kind != "" && !c.Ended {
		s.notify(ui.Notice{Key: "off"})
	}
}

// ahead is how far the clock may have been ahead when a session was left.
const ahead = 5 * time.Minute

// tooOld says that a session was left too long ago to be gone on with, or at a time that
// is yet to come: the clock was changed, and nobody knows.
func (s *scribe) tooOld(c journal.Checkpoint, now time.Time) bool {
	return s.gone(c, now) > session.Cold || c.Left.Sub(now) > ahead
}

// gone is how long ago a session was left: a preview, in its own time.
func (s *scribe) gone(c journal.Checkpoint, now time.Time) time.Duration {
	if c.Preview && s.preview() {
		return -c.At(now, s.speed).At
	}
	return -c.At(now, 1).At
}

// archive puts the record of a session that was left into the history, once, and clears
// its place.
func (s *scribe) archive(l journal.Left) {
	err := s.journal.AppendOnce(l.Checkpoint.Record)
	if err == nil {
		err = l.Slot.Clear()
	}
	if err != nil {
		s.trouble(err) // the next program tries again
	}
	_ = l.Slot.Close()
}

// offer tells the screen what can be gone on with.
func (s *scribe) offer(now time.Time) {
	if s.left != nil {
		s.notify(ui.Earlier{Saved: s.left.Checkpoint.At(now, s.speed)})
	}
}

// adopt goes on in the place, and under the name, of the session that was taken up.
func (s *scribe) adopt() {
	if s.own != nil {
		_ = s.own.Clear() // it was only the way there
		_ = s.own.Close()
	}
	c := s.left.Checkpoint
	s.own, s.id, s.began = s.left.Slot, c.ID, c.Record.At // it knows the hour of the place
	s.left, s.taken, s.written = nil, &c, false
}

// supersede puts what was left into the history: there is a new plan, and nobody goes
// back. A wait that came before it counts as the same cramp.
func (s *scribe) supersede() {
	s.left.Checkpoint.Record.Replaced = !s.left.Checkpoint.Saved.Planned
	s.archive(*s.left)
	s.left = nil
}

// packOff notes in what was left that its heat or cold has come off since: it's not
// counted as on when that is gone on with later.
func (s *scribe) packOff(m moment) {
	c := &s.left.Checkpoint
	p := c.Saved.Pack
	if p.Kind == "" || m.session.Pack.Kind != "" || m.session.Earlier == nil {
		return
	}
	// It was on until it broke off at least: on that clock nothing comes after.
	c.Saved.Packs = append(slices.Clip(c.Saved.Packs), session.Worn{Kind: p.Kind, On: p.On})
	c.Saved.Pack = session.Pack{}
	c.Saved.Rest = slices.DeleteFunc(slices.Clone(c.Saved.Rest), func(b session.Block) bool {
		return b.Kind == session.PackBlock && content.Thing(b.Item) == p.Kind
	})
	if err := s.left.Slot.Save(*c); err != nil {
		s.trouble(err)
	}
}

// settle puts into the history what was left too long ago, so that who looks sees it.
func settle(dir string, now time.Time) {
	s := newScribe(dir, 1, now)
	s.claim(now)
	s.giveBack()
}
