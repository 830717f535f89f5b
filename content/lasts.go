package content

import "cmp"

// longestRoutine is how many seconds a routine may last.
const longestRoutine = 2 * 60 * 60

// lasts is how many seconds a routine takes at most, if all goes as planned: on both
// legs, with the time to get into place, the rests and the breaks; of each turn the
// exercise that takes longest. What is open counts with the time that is suggested.
func (l *loader) lasts(r Routine) int {
	sum := 0
	for _, t := range r.Turns {
		longest := 0
		if t.Pack != "" {
			longest, _ = l.packCap(r, t.Pack)
			longest = cmp.Or(t.For.Seconds, longest)
		}
		for _, id := range t.Any[:min(len(t.Any), mostAny)] {
			if it, ok := l.lib.Item(id); ok {
				longest = max(longest, l.takes(t, it))
			}
		}
		sum += longest
	}
	return sum
}

// takes is how many seconds an item takes in a turn, on every leg that it is done on.
func (l *loader) takes(t Turn, it Item) int {
	work, pace := it.Dose.in(t, it.Kind), l.lib.Pace
	if one := t.Legs == LeftLeg || t.Legs == RightLeg; one || !it.EachSide {
		return pace.First.Seconds + work
	}
	return pace.First.Seconds + work + pace.Switch.Seconds + work
}

// in is how many seconds a dose takes in a turn, which may state parts of it.
func (d Dose) in(t Turn, k Kind) int {
	if k == Timed || k == Open {
		return cmp.Or(t.For.Seconds, d.For.Seconds)
	}
	rest := cmp.Or(t.Rest.Seconds, d.Rest.Seconds)
	reps, sets := cmp.Or(t.Reps.Count, d.Reps.Count), cmp.Or(t.Sets.Count, 1)
	rep := cmp.Or(t.Rise.Seconds, d.Rise.Seconds) + cmp.Or(t.Hold.Seconds, d.Hold.Seconds) + cmp.Or(t.Lower.Seconds, d.Lower.Seconds)
	return sets*(reps*rep+(reps-1)*rest) + (sets-1)*cmp.Or(t.Break.Seconds, rest)
}
