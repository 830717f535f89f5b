package session

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// ours is what the numbers of these tests rest on.
var ours = content.Ground{Choice: "made up for a test"}

// sec and num are a length of time and a number as a file states them.
func sec(n int) content.Seconds { return content.Seconds{Seconds: n, Ground: ours} }
func num(n int) content.Count   { return content.Count{Count: n, Ground: ours} }

// mine is a routine of these turns, for somebody who stands and has it all at hand.
func mine(turns ...content.Turn) content.Routine {
	for i := range turns {
		turns[i].ID = fmt.Sprintf("turn-%d", i+1)
	}
	return content.Routine{ID: "mine", Name: "Mine", Position: content.Standing, Have: content.Things(), Turns: turns, Ground: ours}
}

// withRoutine is the content with that routine in it.
func withRoutine(r content.Routine) func() *content.Library {
	lib := *content.Embedded()
	lib.Routines = append(slices.Clip(lib.Routines), r)
	return func() *content.Library { return &lib }
}

// follow begins a routine of somebody's own, behind its gate.
func follow(t *testing.T, f Facts, turns ...content.Turn) *play {
	t.Helper()
	r := mine(turns...)
	p := &play{T: t, s: Follow(f, r, withRoutine(r))}
	return p.say(Go{})
}

// phaseOf are the lengths of the phases of a kind, in their order.
func phaseOf(b Block, kind PhaseKind) []time.Duration {
	var list []time.Duration
	for _, p := range b.Phases {
		if p.Kind == kind {
			list = append(list, p.For)
		}
	}
	return list
}
