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
	planned bool // by the last plan: the next one may take it back
	begun   bool
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

// play adds a note that no plan takes back.
func (b *book) play(n Note, now time.Time) {
	b.forget(now)
	if e := b.find(n); e != nil {
		e.planned = false
		return
	}
	b.add(entry{Note: n}, now)
}

// plan adds notes in place of those of the last plan that haven't begun.
func (b *book) plan(notes []Note, now time.Time) {
	b.forget(now)
	b.list = slices.DeleteFunc(b.list, func(e *entry) bool {
		due := !e.At.After(now) && now.Sub(e.At) <= spared
		return e.planned && !e.begun && !due && !slices.ContainsFunc(notes, func(n Note) bool {
			return n.Tone == e.Tone && n.At.Equal(e.At)
		})
	})
	for _, n := range notes {
		if b.find(n) == nil {
			b.add(entry{Note: n, planned: true}, now)
		}
	}
}

func (b *book) add(e entry, now time.Time) {
	if now.Sub(e.At) <= stale {
		b.list = append(b.list, &e)
	}
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
// told, and counts them as begun.
func (b *book) begin(now, until time.Time) []Note {
	b.forget(now)
	var due []Note
	for _, e := range b.list {
		if !e.begun && e.At.Before(until) {
			e.begun = true
			due = append(due, e.Note)
		}
	}
	return due
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
