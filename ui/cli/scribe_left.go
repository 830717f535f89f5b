package cli

import (
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
	for _, l := range left {
		s.found = append(s.found, l.Checkpoint)
	}
	for i, err := range problems {
		if i < mostProblems {
			if err = oneLine(err); own == nil {
				err = unsaved(err)
			}
			s.notify(ui.Problem{Err: err})
		}
	}
	s.choose(s.open(left, now), now)
}

// mostProblems is how many files that are not right are told of in a row.
const mostProblems = 2

// open is what can be gone on with of what was left, the newest first. The rest goes into
// the history, or it's another's to go on with.
func (s *scribe) open(left []journal.Left, now time.Time) []journal.Left {
	s.sign = s.named(left, now)
	var list []journal.Left
	for _, l := range left {
		c := l.Checkpoint
		switch {
		case c.Ended || c.Record.Look || s.tooOld(c, now):
			s.remind(c, now)
			s.archive(l)
		case c.Preview != s.preview():
			s.others = true
			s.remind(c, now)
			_ = l.Slot.Close()
		case s.sign == content.Emergency:
			s.remind(c, now)
			s.archive(l)
		default:
			list = append(list, l)
		}
	}
	return list
}

// choose takes the newest of them to go on with, and leaves the others where they are. What
// was left last is nearest to how it is now: where that was a cramp that gripped, its help
// comes before any older plan.
func (s *scribe) choose(open []journal.Left, now time.Time) {
	for s.left == nil && len(open) > 0 {
		l := open[0]
		open = open[1:]
		if !s.findable(l.Checkpoint, now) {
			_ = l.Slot.Close() // it stays: the file may come back within the hour
			continue
		}
		s.left = &l
		e := &s.left.Checkpoint.Saved.Ease
		e.Tier = graver(e.Tier, s.sign)
		s.sinceTheFirst(open, now)
	}
	for _, l := range open {
		s.remind(l.Checkpoint, now)
		_ = l.Slot.Close()
	}
}

// findable says that a session's routine can be had. If it can't, it's told why: it would
// be gone on with by another plan.
func (s *scribe) findable(c journal.Checkpoint, now time.Time) bool {
	if c.File == "" || s.shelf == nil {
		return true
	}
	if err := s.shelf.again(c.File, c.Saved.Facts.Routine); err != nil {
		s.remind(c, now)
		s.notify(ui.Problem{Err: err})
		return false
	}
	return true
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
	r := l.Checkpoint.Record
	r.Replaced = r.Replaced || s.outdone(l.Checkpoint)
	err := s.journal.AppendOnce(r)
	if err == nil {
		err = l.Slot.Clear()
	}
	if err != nil {
		s.behind("put into the history", err) // the next program tries again
	}
	_ = l.Slot.Close()
}

// offer tells the screen what can be gone on with.
func (s *scribe) offer(now time.Time) {
	if s.left != nil {
		s.notify(ui.Earlier{Saved: s.offered(now)})
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
// back.
func (s *scribe) supersede(m moment) {
	s.replace(*s.left, m)
	s.left = nil
}

// settle puts into the history what was left too long ago, so that who looks sees it.
func settle(dir string, now time.Time) {
	s := newScribe(dir, 1, now)
	s.claim(now)
	s.giveBack()
}
