package cli

import (
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
)

// scribe keeps a session on disk, behind the screen: where it stands while it's under
// way, and in the history once it has ended. One goroutine has all to do with the disk,
// and nobody waits for it.
type scribe struct {
	dir    string
	speed  float64 // of a preview, 1 = as in life
	notify func(tea.Msg)
	// pending is what was to be told before there was a screen.
	pending []tea.Msg
	shelf   *shelf // where own routines are; nil = it doesn't matter

	journal *journal.Journal     // these are the goroutine's, from its start to its end
	own     *journal.Slot        // nil = there is no place for a checkpoint
	found   []journal.Checkpoint // all that was left when this session began
	left    *journal.Left        // what can be gone on with, nil = nothing
	taken   *journal.Checkpoint  // what was taken up, as long as nothing came behind its gate
	id      string
	began   time.Time
	saved   session.Saved
	ended   bool
	others  bool         // there is something to go on with, but not for this speed
	look    bool         // of what is saved: nothing more than a look
	at      time.Time    // when it was saved
	written bool         // there is a checkpoint
	silent  bool         // that it can't be saved was said
	missed  bool         // that an earlier one can't be was said
	sign    content.Tier // the gravest that was named in what was left within the hour, 0 = none
	asked   bool         // a pack had to come off when it was saved
	lost    error        // why the end is not in the history
	stands  moment       // what was taken last

	mu     sync.Mutex
	begun  sync.Once
	newest int          // what was heard last
	off    session.Worn // what had to come off then; Kind "" = nothing
	next   *moment      // what is to be written, nil = nothing
	wake   chan struct{}
	over   chan struct{} // closed once the goroutine has ended
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
func (s *scribe) hear(n int, now session.Session, off session.Worn, at time.Time) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if n <= s.newest || s.next != nil && s.next.last {
		return // it comes out of its turn
	}
	s.newest, s.off, s.next = n, off, &moment{session: now, off: off, at: at}
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
		s.next = &moment{session: *last, off: s.off, at: time.Now(), last: true, goesOn: goesOn}
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
	for {
		select {
		case <-s.wake:
		case <-s.stale():
			s.refresh(false)
		}
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

// trouble tells once that the session can't be saved.
func (s *scribe) trouble(err error) {
	if !s.silent {
		s.silent = true
		s.notify(ui.Problem{Err: unsaved(err)})
	}
}

// behind tells once that an earlier session can't be put where it belongs. It's not this
// one's trouble, which is still to be told if it comes.
func (s *scribe) behind(what string, err error) {
	if !s.missed {
		s.missed = true
		s.notify(ui.Problem{Err: oneLine(fmt.Errorf("an earlier session can't be %s: %w", what, err))})
	}
}

// unsaved says what goes wrong; the session itself goes on.
func unsaved(err error) error { return oneLine(fmt.Errorf("this session can't be saved: %w", err)) }

// take writes what has changed.
func (s *scribe) take(m moment) {
	switch {
	case s.journal == nil:
		return // there is nowhere to write it
	case m.at.IsZero():
		s.refresh(true) // nothing more was heard
		return
	case m.session.TakenUp() && s.left != nil:
		s.adopt()
		s.overtake(m)
	case m.plans() && s.left != nil:
		s.supersede(m)
		s.overtake(m)
	case s.left != nil:
		s.packOff(m)
	}
	s.stands = m
	s.cameOff(m)
	if m.last {
		s.passOn(m)
	}
	if m.ends() {
		s.conclude(m)
		return
	}
	s.checkpoint(m)
}

// checkpoint writes where the session stands, where that is another place than before,
// or is some time later.
func (s *scribe) checkpoint(m moment) {
	saved, ended, record := m.saved(), m.session.Mode == session.Ended, s.record(m)
	moved := !s.written || ended || s.ended || m.last || record.Look != s.look || saved.Moved(s.saved) || m.at.Sub(s.at) >= fresh
	if s.own == nil || !moved {
		return
	}
	left, stood := s.leftAt(m)
	err := s.own.Save(journal.Checkpoint{
		ID: s.id, Began: s.began, Left: left, Preview: s.preview(), Ended: ended, File: s.shelf.path(saved.Facts.Routine),
		Saved: stood, Record: record,
	})
	if err != nil {
		s.trouble(err)
		return
	}
	s.saved, s.ended, s.look, s.at, s.written = saved, ended, record.Look, m.at, true
}

// leftAt is when a session was left that is kept now, and the session relative to that.
// What is said at the gate changes what was taken up, but makes it no younger: an hour is
// an hour since something was done.
func (s *scribe) leftAt(m moment) (time.Time, session.Saved) {
	saved := m.saved()
	saved = saved.Later(-saved.At)
	if s.taken == nil || !m.session.Head().Gate() {
		s.taken = nil
		return m.at, saved
	}
	saved = saved.Later(s.gone(*s.taken, m.at))
	saved.At = 0
	return s.taken.Left, saved
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
