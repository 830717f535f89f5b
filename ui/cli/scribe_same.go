package cli

import (
	"slices"

	"uncramp/session"
	"uncramp/session/journal"
)

// A cramp counts once, however often its program broke off. Two sessions are of one cramp
// where the later began within the hour, before the muscle was cold, and nothing that was
// told says that it's another muscle, or leg.

// about is what a record is about. Which leg is in it where it was told, or where the
// question before the plan showed it.
func about(r session.Record) session.Facts {
	return session.Facts{Muscle: r.Muscle, Side: r.Side, Routine: r.Routine}
}

// isOf says that what was left within the hour is of the cramp of this session, which is
// more than a look.
func (s *scribe) isOf(c journal.Checkpoint, m moment) bool {
	r := s.record(m)
	return !r.Look && about(c.Record).OneCramp(about(r))
}

// outdone says that a session that was left is of the same cramp as another one that was
// left, which is the one that counts.
func (s *scribe) outdone(c journal.Checkpoint) bool {
	return slices.ContainsFunc(s.found, func(x journal.Checkpoint) bool { return x.ID != c.ID && ofOne(x, c) && rather(x, c) })
}

// ofOne says that two sessions that were left are of one cramp. One that had come to its
// end before the other began is over.
func ofOne(a, b journal.Checkpoint) bool {
	if a.Left.After(b.Left) {
		a, b = b, a
	}
	alike := !a.Record.Look && !b.Record.Look && a.Preview == b.Preview
	return alike && !a.Ended && b.Began.Sub(a.Left) <= session.Cold && about(a.Record).OneCramp(about(b.Record))
}

// rather says that of two of one cramp the first is the one that counts: what came to its
// end, what has a plan, and else the newer.
func rather(a, b journal.Checkpoint) bool {
	switch {
	case a.Ended != b.Ended:
		return a.Ended
	case a.Saved.Planned != b.Saved.Planned:
		return a.Saved.Planned
	case !a.Left.Equal(b.Left):
		return a.Left.After(b.Left)
	}
	return a.ID > b.ID
}

// replace puts a session that was left into the history because there is another now,
// which counts in its place if it is of the same cramp.
func (s *scribe) replace(l journal.Left, m moment) {
	r := &l.Checkpoint.Record
	r.Replaced = r.Replaced || s.isOf(l.Checkpoint, m)
	s.archive(l)
}
