package cli

import (
	"time"

	"uncramp/content"
	"uncramp/session/journal"
)

// sinceTheFirst has a wait that was left have begun when the first did of those that may
// be for the same cramp: a connection that drops again and again doesn't make it younger.
func (s *scribe) sinceTheFirst(others []journal.Left, now time.Time) {
	c := &s.left.Checkpoint
	if c.Saved.Planned {
		return
	}
	onset := c.At(now, s.speed).Onset
	first := onset
	for _, l := range others {
		if x := l.Checkpoint; x.Saved.Gripping && about(x.Record).OneCramp(about(c.Record)) {
			first = min(first, x.At(now, s.speed).Onset)
		}
	}
	c.Saved.Onset += first - onset
}

// overtake puts what was left besides of the same cramp into the history: nobody goes back
// to it.
func (s *scribe) overtake(m moment) {
	for _, l := range s.journal.Others() {
		if c := l.Checkpoint; !c.Record.Look && s.within(c, m.at) && s.isOf(c, m) {
			s.replace(l, m)
			continue
		}
		_ = l.Slot.Close()
	}
}

// within says that what was left could be gone on with as far as its kind and the hour go.
func (s *scribe) within(c journal.Checkpoint, now time.Time) bool {
	return !c.Ended && c.Preview == s.preview() && !s.tooOld(c, now)
}

// named is the gravest sign that was named in what was left within the hour, 0 = none.
func (s *scribe) named(left []journal.Left, now time.Time) content.Tier {
	var sign content.Tier
	for _, l := range left {
		if c := l.Checkpoint; c.Preview == s.preview() && !s.tooOld(c, now) {
			sign = graver(sign, c.Saved.Ease.Tier)
		}
	}
	return sign
}

// graver is the more urgent of two signs; 0 = none.
func graver(a, b content.Tier) content.Tier {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// passOn has what was left know at the end of this session what was said in it. A sign
// counts there too: none of it is gone on with as if nothing had been, and after an
// emergency not at all. What is of the cramp that this session ended with counts no more.
func (s *scribe) passOn(m moment) {
	left := s.journal.Others()
	if s.left != nil {
		left, s.left = append(left, *s.left), nil
	}
	for _, l := range left {
		if c := l.Checkpoint; s.within(c, m.at) {
			s.learns(l, m)
		}
		_ = l.Slot.Close()
	}
}

// learns is passOn for one that was left.
func (s *scribe) learns(l journal.Left, m moment) {
	sign, c := m.session.Ease.Tier, l.Checkpoint
	if sign == content.Emergency {
		s.replace(l, m)
		return
	}
	c.Saved.Ease.Tier = graver(c.Saved.Ease.Tier, sign)
	c.Record.Replaced = c.Record.Replaced || m.ends() && s.isOf(c, m)
	if c.Saved.Ease.Tier == l.Checkpoint.Saved.Ease.Tier && c.Record.Replaced == l.Checkpoint.Record.Replaced {
		return
	}
	if err := l.Slot.Save(c); err != nil {
		s.behind("saved", err)
	}
}
