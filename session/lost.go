package session

import "slices"

// lost are the exercises that the plan no longer has because it was made gentler: of each
// place that nothing gentle enough is left for. Nobody is to miss them without a word.
func (s Session) lost() []Block {
	e := s.Ease
	e.Tier = 0 // what a warning sign ends is told as that, and what the time is too short for is in both
	gentler := e.Pull > 0 || e.Again > 0 || len(e.Dropped) > 0 || len(e.Closed) > 0
	if !s.Planned || !gentler {
		return nil
	}
	plan := s.builder()
	plan.ease = e
	left := plan.whole()
	plan.ease = Ease{}
	return slices.DeleteFunc(plan.whole(), func(b Block) bool {
		same := func(x Block) bool { return x.place() == b.place() }
		instead := func(x Block) bool { return same(x) && x.Result != LeftOut && x.Item != b.Item }
		return b.Kind != ItemBlock || b.Item == edgeItem || slices.ContainsFunc(left, same) || slices.ContainsFunc(s.Done, instead)
	})
}

// LostSince are the exercises that were left out since an earlier moment: what was too much
// then, and what would have come and is as hard.
func (s Session) LostSince(before Session) []Block {
	now, then := s.Summary(), before.Summary()
	was := slices.Concat(then.LeftOut, then.Lost)
	return slices.DeleteFunc(slices.Concat(now.LeftOut, now.Lost), func(b Block) bool {
		return slices.ContainsFunc(was, b.is)
	})
}
