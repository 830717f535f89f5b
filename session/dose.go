package session

import (
	"fmt"
	"strings"
	"time"
)

// Dose says in words how much of a block is done. The words come from the same
// phases that drive the timer, so the two can't disagree.
func (b Block) Dose() string {
	noun, each := b.each()
	switch {
	case noun != "":
		return fmt.Sprintf("%s of %s", b.often(noun), span(each))
	case b.longest(Timed) > 0:
		return span(b.longest(Timed))
	case b.hint() > 0:
		return "about " + span(b.hint())
	}
	return ""
}

// each is what is counted in a block, and how long one of it takes; "" = nothing is.
func (b Block) each() (noun string, each time.Duration) {
	hold, rise, lower := b.hold(), b.longest(Rise), b.longest(Lower)
	switch {
	case b.Reps > 0 && rise+lower > 0:
		return "repetition", rise + hold + lower
	case b.Reps > 0 && hold > 0:
		return "hold", hold
	}
	return "", 0
}

// Ahead is Dose for a block of which some is done already: where it goes on.
func (b Block) Ahead() string {
	noun, each := b.each()
	if !b.goesOn() {
		return b.Dose()
	}
	return fmt.Sprintf("%s %d of %d, %s each", noun, b.From+1, b.Reps, span(each))
}

// goesOn says that some of what is counted is done already. Of sets it's not said.
func (b Block) goesOn() bool {
	noun, _ := b.each()
	return noun != "" && 0 < b.From && b.From < b.Reps && !b.InSets()
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
