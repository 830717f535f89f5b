package session

import (
	"fmt"
	"slices"
	"time"
)

// brokenShort: where the time is short, what is left out stays left out until
// something is told, or a relief takes a routine's place, and no word that leaves
// the plan as it is gives back time that was spent.
func brokenShort(x step) string {
	a, b := x.before, x.after
	_, tell := x.e.(Tell)
	_, there := x.e.(TakeUp)
	if tell || there || a.Facts.Minutes == 0 || b.Facts.Routine != x.mid.Facts.Routine {
		return ""
	}
	if b.Level < a.Level {
		return fmt.Sprintf("as if less had been left out: level %d after %d", b.Level, a.Level)
	}
	for _, c := range a.Cuts {
		if shorter := c.Kind == CutSets || c.Kind == CutOpen; shorter && !slices.Contains(b.Cuts, c) {
			return fmt.Sprintf("%+v was left out, and nothing says so", c)
		}
	}
	switch x.e.(type) {
	case Again, TooMuch, Back, Warn, Choose:
		return "" // the plan is made anew
	}
	if b.Mode == Ended || !x.mid.Head().exercise() {
		return "" // a pack has a clock of its own
	}
	if before, after := spent(x.mid), spent(b); after < before {
		return fmt.Sprintf("%v were spent, and now it is %v", before, after)
	}
	return ""
}

// spent is the time that the plan took so far: what is behind, and what has begun.
func spent(s Session) time.Duration {
	var sum time.Duration
	for _, b := range s.Done {
		if b.planned() {
			sum += b.Took
		}
	}
	for i, b := range s.Rest {
		switch {
		case !b.planned() || !b.Begun:
		case i == 0:
			sum += b.Took + s.Now - s.Entered
		default:
			sum += b.Took
		}
	}
	return sum
}
