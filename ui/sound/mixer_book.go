package sound

import (
	"slices"
	"time"
)

const (
	// stale is how late a tone may begin and still be about now.
	stale = time.Second
	// spared is how long after its instant a planned tone stays, though a new plan
	// doesn't tell it: it was due, only the device was not there yet.
	spared = 50 * ms
	// remembered is how long a tone that has begun is known, so that it isn't begun a
	// second time. Whatever is told later than that is stale.
	remembered = 5 * stale
)

// entry is a note that was told.
type entry struct {
	Note
	planned bool      // by the last plan: the next one may take it back
	begun   bool      // it is among the samples that were mixed
	taken   bool      // taken back after it had begun: it goes if those samples do
	over    bool      // it began in a mute, and is never heard
	heard   time.Time // when it begins to be heard, once it has begun
	start   int64     // the number of its first sample then
}

// book holds the notes that were told. A note is the same as another of the same tone
// at the same instant, whoever told it, and begins once.
type book struct{ list []*entry }

func (b *book) find(n Note) *entry {
	for _, e := range b.list {
		if e.Tone == n.Tone && e.At.Equal(n.At) {
			return e
		}
	}
	return nil
}

// play adds a note that no plan takes back. It gives the instant from which on things
// changed, or none.
func (b *book) play(n Note, now time.Time) (changed time.Time) {
	b.forget(now)
	if e := b.find(n); e != nil {
		e.planned, e.taken = false, false
		return changed
	}
	return b.add(entry{Note: n}, now)
}

// plan adds notes in place of those of the last plan that aren't heard yet. It gives
// the instant from which on things changed, or none.
func (b *book) plan(notes []Note, now time.Time) (changed time.Time) {
	b.forget(now)
	change := func(at time.Time) {
		if !at.IsZero() && (changed.IsZero() || at.Before(changed)) {
			changed = at
		}
	}
	b.list = slices.DeleteFunc(b.list, func(e *entry) bool {
		told := slices.ContainsFunc(notes, func(n Note) bool { return n.Tone == e.Tone && n.At.Equal(e.At) })
		switch due := !e.At.After(now) && now.Sub(e.At) <= spared; {
		case !e.planned || told:
			e.taken = false
		case e.begun && e.heard.After(now):
			e.taken = true
			change(e.heard)
		case !e.begun && !due:
			return true
		}
		return false
	})
	for _, n := range notes {
		if b.find(n) == nil {
			change(b.add(entry{Note: n, planned: true}, now))
		}
	}
	return changed
}

// add gives the instant of the note that it adds, if it isn't too late for it.
func (b *book) add(e entry, now time.Time) time.Time {
	if now.Sub(e.At) > stale {
		return time.Time{}
	}
	b.list = append(b.list, &e)
	return e.At
}

// forget drops what is too late to begin, and what began so long ago that nobody tells
// it any more.
func (b *book) forget(now time.Time) {
	b.list = slices.DeleteFunc(b.list, func(e *entry) bool {
		late := now.Sub(e.At)
		return late > remembered || !e.begun && late > stale
	})
}

// begin gives the notes that are due before until, in the order in which they were
// told, and counts them as begun, not before now.
func (b *book) begin(now, until time.Time) []*entry {
	b.forget(now)
	var due []*entry
	for _, e := range b.list {
		if !e.begun && e.At.Before(until) {
			e.begun, e.heard = true, later(e.At, now)
			due = append(due, e)
		}
	}
	return due
}

// undo has the notes that begin with the sample of that number, or after it, not begun
// yet; those of them that were taken back are gone.
func (b *book) undo(from int64) {
	b.list = slices.DeleteFunc(b.list, func(e *entry) bool {
		back, gone := e.begun && e.start >= from, e.taken
		e.begun, e.over, e.taken = e.begun && !back, e.over && !back, false
		return back && gone
	})
}

// next is the instant of the earliest note that hasn't begun and isn't stale, if there
// is one.
func (b *book) next(now time.Time) (at time.Time, ok bool) {
	for _, e := range b.list {
		if !e.begun && now.Sub(e.At) <= stale && (!ok || e.At.Before(at)) {
			at, ok = e.At, true
		}
	}
	return at, ok
}
