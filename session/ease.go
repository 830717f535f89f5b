package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// Ease is everything that made the plan gentler so far. It only ever grows:
// nothing in a session asks for more again.
type Ease struct {
	Pull    int           // the strongest pull allowed, 0 = no limit yet
	Hold    time.Duration // the longest stretch allowed, 0 = no limit yet
	Steps   int           // how often something was made gentler
	Again   int           // how often it cramped again
	Cramped []string      // the places in the plan where it did
	Dropped []string      // items left out
	Closed  []string      // places in the plan left out
	Tier    content.Tier  // the most urgent warning sign named, 0 = none
}

// shorter is the next shorter stretch, 0 where there is none.
func shorter(d time.Duration, pace content.Pace) time.Duration {
	for _, s := range pace.Shorter {
		if s.Duration() < d {
			return s.Duration()
		}
	}
	return 0
}

// allows says whether an item is still gentle enough.
func (e Ease) allows(it content.Item) bool {
	return (e.Pull == 0 || it.Pull <= e.Pull) &&
		!slices.Contains(e.Dropped, it.ID) &&
		(e.Again == 0 || !it.Shortens) &&
		e.Tier != content.Emergency && e.Tier != content.SameDay
}

// with is what was made gentler in either of two runs of a session.
func (e Ease) with(x Ease) Ease {
	e.Pull, e.Hold, e.Tier = least(e.Pull, x.Pull), least(e.Hold, x.Hold), least(e.Tier, x.Tier)
	e.Steps, e.Again = e.Steps+x.Steps, e.Again+x.Again
	e.Cramped, e.Dropped, e.Closed = both(e.Cramped, x.Cramped), both(e.Dropped, x.Dropped), both(e.Closed, x.Closed)
	return e
}

// least is the lower of two limits, of which 0 is none.
func least[T int | time.Duration | content.Tier](a, b T) T {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// both is a list with what another one has beside it.
func both[T ~string](list, more []T) []T {
	for _, id := range more {
		if !slices.Contains(list, id) {
			list = append(slices.Clip(list), id)
		}
	}
	return list
}

// cut shortens the hold of a stretch to what is still allowed.
func (e Ease) cut(hold content.Seconds, pace content.Pace) content.Seconds {
	if e.Hold == 0 || hold.Duration() <= e.Hold {
		return hold
	}
	for _, s := range pace.Shorter {
		if s.Duration() == e.Hold {
			return s
		}
	}
	return content.Seconds{Seconds: int(e.Hold / time.Second), Ground: hold.Ground}
}

// soften makes everything from now on gentler than the block b of item it: less
// pull, shorter holds. What can't be shortened is dropped where its place has
// something gentler, or where drop says that it was too much as it is.
func (e Ease) soften(b Block, it content.Item, drop bool, pace content.Pace) Ease {
	e.Steps++
	limit := b.Pull
	if it.Step == content.Stretch {
		limit-- // massage and movement pull as little as they can already
	}
	e.Pull = max(1, min(orMost(e.Pull), limit))
	if it.Kind != content.Held {
		if drop || it.Gentler != "" {
			e.Dropped = added(e.Dropped, it.ID)
		}
		return e
	}
	now := e.cut(it.Dose.Hold, pace).Duration()
	if e.Hold = shorter(now, pace); e.Hold == 0 {
		e.Hold = now
		e.Dropped = added(e.Dropped, it.ID)
	}
	return e
}

// orMost reads an unset limit on pull as the most there is.
func orMost(pull int) int {
	if pull == 0 {
		return 3
	}
	return pull
}

// added returns the list with id in it, leaving the old one as it was.
func added(list []string, id string) []string {
	if slices.Contains(list, id) {
		return list
	}
	return append(slices.Clone(list), id)
}
