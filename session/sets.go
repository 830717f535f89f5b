package session

import "fmt"

// A block in sets has its repetitions in one row: they are counted on through the sets,
// so that going back to one of them is the same with sets and without.

// InSets says that the repetitions of a block are gone through in more than one set.
func (b Block) InSets() bool { return b.Sets > 1 }

// PerSet is how many repetitions one set of the block has: all of them where it has no
// sets, 0 where they aren't counted.
func (b Block) PerSet() int { return b.Reps / max(1, b.Sets) }

// Set is the set that a repetition of the block belongs to, and which repetition of that
// set it is, both from 1. Repetition 0 is none, and so are both.
func (b Block) Set(rep int) (set, of int) {
	per := b.PerSet()
	if rep < 1 || per < 1 {
		return 0, 0
	}
	return (rep-1)/per + 1, (rep-1)%per + 1
}

// Break says that a phase of the block is the rest between two sets.
func (b Block) Break(p Phase) bool {
	return p.Kind == Rest && b.InSets() && p.Rep > 0 && p.Rep%b.PerSet() == 0
}

// often is how many repetitions the block has, in words: "2 holds", "3 sets of 2 holds".
func (b Block) often(noun string) string {
	if b.InSets() {
		return times(b.Sets, "set") + " of " + times(b.PerSet(), noun)
	}
	return times(b.Reps, noun)
}

// setWords is which set a repetition belongs to: "set 2 of 3".
func (b Block) setWords(rep int) string {
	set, _ := b.Set(rep)
	return fmt.Sprintf("set %d of %d", set, b.Sets)
}
