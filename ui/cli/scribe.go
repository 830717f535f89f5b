package cli

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
)

// cold is how long a session that was left can be gone on with: the muscles are cold
// after that. Our own choice; the session has the same.
const cold = time.Hour

// scribe keeps a session on disk, behind the screen: where it stands while it's under
// way, and in the history once it has ended. One goroutine has all to do with the disk,
// and nobody waits for it.
type scribe struct {
	dir    string
	speed  float64 // of a preview, 1 = as in life
	notify func(tea.Msg)
	// pending is what was to be told before there was a screen.
	pending []tea.Msg

	journal *journal.Journal // these are the goroutine's, from its start to its end
	own     *journal.Slot    // nil = there is no place for a checkpoint
	left    *journal.Left    // what can be gone on with, nil = nothing
	id      string
	began   time.Time
	saved   session.Saved
	ended   bool
	look    bool  // of what is saved: nothing more than a look
	written bool  // there is a checkpoint
	silent  bool  // that it can't be saved was said
	lost    error // why the end is not in the history

	mu     sync.Mutex
	begun  sync.Once
	newest int     // what was heard last
	next   *moment // what is to be written, nil = nothing
	wake   chan struct{}
	over   chan struct{} // closed once the goroutine has ended
}

// moment is a session as it stood at an instant of the wall clock.
type moment struct {
	session session.Session
	at      time.Time
	last    bool // nothing comes after it
	goesOn  bool // of the last: the session was not ended, only its program
}

// newScribe is a scribe for a session that begins now. nil keeps nothing.
func newScribe(dir string, speed float64, now time.Time) *scribe {
	s := &scribe{
		dir: dir, speed: speed,
		id: journal.NewID(), began: now.Round(time.Second),
		wake: make(chan struct{}, 1), over: make(chan struct{}),
	}
	s.notify = func(m tea.Msg) { s.pending = append(s.pending, m) }
	return s
}

// preview says that the session runs faster than life.
func (s *scribe) preview() bool { return s.speed != 1 }

// hear takes over the session as it stands. It returns at once.
func (s *scribe) hear(n int, now session.Session, at time.Time) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if n <= s.newest || s.next != nil && s.next.last {
		return // it comes out of its turn
	}
	s.newest, s.next = n, &moment{session: now, at: at}
	s.poke()
}

// poke has the goroutine look at what is next.
func (s *scribe) poke() {
	select {
	case s.wake <- struct{}{}:
	default: // it will look anyhow
	}
}

// finish writes how the session ended, and waits for that, but not for longer than the
// limit. last is its end; nil is one that nobody saw, because the terminal went away:
// then what was heard last stays, to be gone on with.
func (s *scribe) finish(last *session.Session, goesOn bool, limit time.Duration) error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	switch {
	case last != nil:
		s.next = &moment{session: *last, at: time.Now(), last: true, goesOn: goesOn}
	case s.next != nil:
		s.next.last, s.next.goesOn = true, true
	default:
		s.next = &moment{last: true, goesOn: true, at: time.Time{}}
	}
	s.poke()
	s.mu.Unlock()
	s.start()
	select {
	case <-s.over:
		return s.lost
	case <-time.After(limit):
		return errors.New("the disk does not answer: what was done is not in the history")
	}
}

// tell has what there is to tell told to the screen.
func (s *scribe) tell(to func(tea.Msg)) {
	if s != nil {
		s.notify = to
	}
}

// start begins the work.
func (s *scribe) start() {
	if s != nil {
		s.begun.Do(func() { go s.run() })
	}
}

// run claims a place on the disk, unless that was done, and writes until the end.
func (s *scribe) run() {
	defer close(s.over)
	defer s.giveBack()
	for _, m := range s.pending {
		s.notify(m)
	}
	if s.journal == nil {
		s.claim(time.Now())
		s.offer(time.Now())
	}
	for range s.wake {
		s.mu.Lock()
		m := s.next
		s.next = nil
		s.mu.Unlock()
		if m == nil {
			continue
		}
		s.take(*m)
		if m.last {
			return
		}
	}
}

// giveBack gives back what was claimed.
func (s *scribe) giveBack() {
	if s.own != nil {
		_ = s.own.Close() // the lock ends with the program in any case
	}
	if s.left != nil {
		_ = s.left.Slot.Close()
	}
}

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
			s.notify(ui.Problem{Err: oneLine(err)})
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
	switch {
	case c.Ended || c.Record.Look || s.gone(c, now) > cold:
		s.archive(l)
	case s.left == nil && c.Preview == s.preview():
		s.left = &l
	default:
		_ = l.Slot.Close()
	}
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

// trouble tells once that the session can't be saved.
func (s *scribe) trouble(err error) {
	if !s.silent {
		s.silent = true
		s.notify(ui.Problem{Err: unsaved(err)})
	}
}

// unsaved says what goes wrong; the session itself goes on.
func unsaved(err error) error { return oneLine(fmt.Errorf("this session can't be saved: %w", err)) }

// take writes what has changed.
func (s *scribe) take(m moment) {
	switch {
	case m.at.IsZero() || s.journal == nil:
		return // nothing was heard, or there is nowhere to write it
	case m.session.TakenUp() && s.left != nil:
		s.adopt()
	case m.session.Begun() && s.left != nil:
		s.archive(*s.left) // there is a new plan: nobody goes back to the old one
		s.left = nil
	}
	if m.last && (m.session.Mode == session.Ended && !m.goesOn) {
		s.conclude(m)
		return
	}
	s.checkpoint(m)
}

// adopt goes on in the place, and under the name, of the session that was taken up.
func (s *scribe) adopt() {
	if s.own != nil {
		_ = s.own.Clear() // it was only the way there
		_ = s.own.Close()
	}
	c := s.left.Checkpoint
	s.own, s.id, s.began = s.left.Slot, c.ID, c.Record.At // it knows the hour of the place
	s.left, s.written = nil, false
}

// checkpoint writes where the session stands, where that is another place than before,
// or where time alone made more of it than a look: nobody has to press a key in a wait.
func (s *scribe) checkpoint(m moment) {
	saved, ended, record := m.session.Saved(), m.session.Mode == session.Ended, s.record(m)
	moved := !s.written || ended || s.ended || record.Look != s.look || saved.Moved(s.saved)
	if s.own == nil || !moved {
		return
	}
	err := s.own.Save(journal.Checkpoint{
		ID: s.id, Began: s.began, Left: m.at, Preview: s.preview(), Ended: ended,
		Saved: saved.Later(-saved.At), Record: record,
	})
	if err != nil {
		s.trouble(err)
		return
	}
	s.saved, s.ended, s.look, s.written = saved, ended, record.Look, true
}

// record is the session's own for the history.
func (s *scribe) record(m moment) session.Record {
	return m.session.Record(s.id, s.began, s.preview())
}

// conclude puts the session into the history and clears its place. A checkpoint of the
// end comes first: if anything goes wrong then, the next program puts it there.
func (s *scribe) conclude(m moment) {
	s.checkpoint(m)
	if err := s.journal.Append(s.record(m)); err != nil {
		s.lost = unsaved(err)
		return
	}
	if s.own != nil {
		_ = s.own.Clear() // it is in the history: another time it's only cleared
	}
}
