package session

import (
	"fmt"
	"strings"
	"time"
)

// Dose says in words how much of a block is done. The words come from the same
// phases that drive the timer, so the two can't disagree.
func (b Block) Dose() string {
	hold, rise, lower := b.hold(), b.longest(Rise), b.longest(Lower)
	switch {
	case b.Reps > 0 && rise+lower > 0:
		return fmt.Sprintf("%s of %s", b.often("repetition"), span(rise+hold+lower))
	case b.Reps > 0 && hold > 0:
		return fmt.Sprintf("%s of %s", b.often("hold"), span(hold))
	case b.longest(Timed) > 0:
		return span(b.longest(Timed))
	case b.hint() > 0:
		return "about " + span(b.hint())
	}
	return ""
}

// hint is the time suggested for an open phase of the block.
func (b Block) hint() time.Duration {
	var most time.Duration
	for _, p := range b.Phases {
		most = max(most, p.Hint)
	}
	return most
}

// times is a number and a noun that agrees with it.
func times(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// span is a length of time in words: "30 seconds", "1 minute", "1 minute 30 seconds".
func span(d time.Duration) string {
	sec := int(d.Round(time.Second) / time.Second)
	var parts []string
	if sec >= 60 {
		parts = append(parts, times(sec/60, "minute"))
	}
	if sec%60 > 0 || sec == 0 {
		parts = append(parts, times(sec%60, "second"))
	}
	return strings.Join(parts, " ")
}
