package session

import "uncramp/content"

// course is how often an item is gone through on one side.
type course struct {
	reps  int             // repetitions in all
	sets  int             // in so many sets; 0 = in one
	from  int             // how many repetitions are behind
	pause content.Seconds // between two sets
}

// rest is what lies after a repetition.
func (c course) rest(rep int, d content.Dose) content.Seconds {
	if c.sets > 1 && rep%(c.reps/c.sets) == 0 {
		return c.pause
	}
	return d.Rest
}

// phases is the timed course of an item on one side, from the repetition after those
// that are behind, behind a lead.
func phases(it content.Item, lead Phase, c course, e Ease, pace content.Pace) []Phase {
	list := append(make([]Phase, 0, 1+4*max(1, c.reps-c.from)), lead)
	d := it.Dose
	switch it.Kind {
	case content.Timed:
		return append(list, Phase{Kind: Timed, For: d.For.Duration(), Cap: d.Cap.Duration(), Ground: d.For.Ground})
	case content.Open:
		return append(list, Phase{Kind: Open, Hint: d.For.Duration(), Cap: d.Cap.Duration(), Ground: d.For.Ground})
	}
	for rep := c.from + 1; rep <= c.reps; rep++ {
		if rep > c.from+1 {
			list = timed(list, Rest, c.rest(rep-1, d), rep-1)
		}
		list = repetition(list, it, rep, e, pace)
	}
	return list
}

// repetition appends the course of one repetition.
func repetition(list []Phase, it content.Item, rep int, e Ease, pace content.Pace) []Phase {
	d := it.Dose
	if it.Kind == content.Held {
		hold := e.cut(d.Hold, pace)
		return append(list, Phase{Kind: Hold, For: hold.Duration(), Cap: pace.Longest.Duration(), Rep: rep, Ground: hold.Ground})
	}
	list = timed(list, Rise, d.Rise, rep)
	list = timed(list, Hold, d.Hold, rep)
	return timed(list, Lower, d.Lower, rep)
}

// timed appends a phase unless it has no length.
func timed(list []Phase, kind PhaseKind, s content.Seconds, rep int) []Phase {
	if s.Seconds == 0 {
		return list
	}
	return append(list, Phase{Kind: kind, For: s.Duration(), Rep: rep, Ground: s.Ground})
}

// lead is the time to get into place before a block.
func lead(kind PhaseKind, s content.Seconds) Phase {
	return Phase{Kind: kind, For: s.Duration(), Ground: s.Ground}
}
