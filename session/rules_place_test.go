package session

import (
	"fmt"
	"slices"
	"time"

	"uncramp/content"
)

// brokenSides is half of rule 7: the cramped side first, and with no less than
// the other.
func brokenSides(x step) string {
	s := x.after
	leg := s.Facts.Leg()
	next := slices.IndexFunc(s.Rest, func(b Block) bool { return b.Kind == ItemBlock && b.Item != edgeItem })
	for i, b := range s.Rest {
		if b.Kind != ItemBlock || b.Side == Both || i == next {
			continue // the next may have come back, out of its order
		}
		for _, later := range s.Rest[i+1:] {
			if later.Slot != b.Slot || later.Kind != ItemBlock {
				continue
			}
			if leg != Both && later.Side == leg {
				return b.Slot + ": the other side comes first"
			}
			if later.Reps > b.Reps && !later.Begun {
				return b.Slot + ": the other side gets more"
			}
		}
	}
	return ""
}

// brokenHold is the other half: a hold that is begun gets its full time, unless
// the person says a word that ends it. "Go on" doesn't.
func brokenHold(x step) string {
	p := x.mid.Phase()
	if x.mid.Mode != Running || p.Kind != Hold || x.after.Mode == Ended {
		return ""
	}
	switch x.e.(type) {
	case Next, Back, TooMuch, Again, Eased, Tell, Warn, Away:
		return ""
	}
	if x.after.Head().is(x.mid.Head()) && x.after.At == x.mid.At && x.after.Left(x.now) >= x.mid.Left(x.now) {
		return ""
	}
	return fmt.Sprintf("%T cut the hold with %v left", x.e, x.mid.Left(x.now))
}

// brokenPlace is rule 8: every place that the facts and the ease allow is behind
// or ahead.
func brokenPlace(s Session) string {
	if !s.Planned || s.Mode == Ended {
		return ""
	}
	maker := s.builder()
	maker.done = nil
	list, _ := maker.fit(s.Level)
	for _, b := range list {
		if s.Facts.Minutes > 0 && (b.Kind == AskBlock || b.Kind == DrinkBlock || b.Slot == "move") {
			continue // there was no room for it, whatever room there would be by now
		}
		if b.Item == edgeItem && !slices.ContainsFunc(s.Rest, Block.planned) {
			continue // all is behind, and nobody sits up for nothing
		}
		if !slices.ContainsFunc(s.Rest, b.is) && !slices.ContainsFunc(s.Done, b.is) {
			return fmt.Sprintf("8 place: lost %s %s\n%s", b.Slot, b.Side, show(s))
		}
	}
	return ""
}

// brokenRepetition is rule 8 too: what was under way and what came back from a
// skip keep their repetition, and adding time changes nothing of the place.
func brokenRepetition(x step) string {
	s := x.after
	if !s.Planned || s.Mode == Ended {
		return ""
	}
	for i, b := range x.mid.Rest {
		at := slices.IndexFunc(s.Rest, b.is)
		if at < 0 || b.Kind != ItemBlock || i > 0 && b.Side != s.Rest[at].Side {
			continue // what both legs do at once took up the first leg's repetition
		}
		rep := b.From
		if i == 0 {
			rep = repOf(x.mid)
		}
		now := s.Rest[at]
		if at == 0 {
			now.From = repOf(s)
		}
		if now.From != min(rep, max(0, now.Reps-1)) {
			return fmt.Sprintf("%s was at repetition %d, is at %d", b.Slot, rep, now.From)
		}
	}
	if _, more := x.e.(More); more && (s.At != x.mid.At || !s.Head().is(x.mid.Head())) {
		return "adding time lost the place"
	}
	return ""
}

// brokenUndo is rule 8 too: back undoes a skip, at its repetition.
func brokenUndo(s Session, now time.Duration) string {
	b := s.Head()
	chosen := b.Kind == PackBlock && (s.onSkin() || !s.ofTurn(b)) // it is chosen anew, or too soon
	if s.Refusal(Next{}) != "" || chosen || b.Kind == GripBlock {
		return ""
	}
	skipped, _ := s.Apply(Next{}, now)
	if skipped.Mode == Ended {
		return ""
	}
	undone, _ := skipped.Apply(Back{}, now)
	if h := undone.Head(); !h.is(b) || h.Item != b.Item || h.From != repOf(s) {
		return fmt.Sprintf("8 place: back does not undo the skip of %s %s at %d: %s %s at %d\n%s",
			b.Slot, b.Side, repOf(s), h.Slot, h.Side, h.From, show(s))
	}
	return ""
}

// brokenSummary is rule 10: whichever way it ends there is a summary, each
// exercise stands in it once, and after that nothing but signs changes it.
func brokenSummary(x step) string {
	s := x.after
	if _, leave := x.e.(Leave); leave && s.Mode != Ended {
		return "leaving did not end it"
	}
	if s.Mode != Ended {
		return unless(s.Outcome == "", "an outcome before the end")
	}
	sum := s.Summary()
	if sum.Outcome == "" || len(s.Head().Phases) > 0 {
		return "no outcome, or still something to do"
	}
	late, ok := x.e.(Warn)
	warned := ok && late.Tier == content.Emergency && sum.Outcome == Warned // an emergency may be named there too
	if x.mid.Mode == Ended && (sum.Took != x.mid.Summary().Took || sum.Outcome != x.mid.Outcome && !warned) {
		return "the summary changed after the end"
	}
	if x.mid.Mode != Ended && count(x.cues, CueOver) != 1 {
		return "the end was not said"
	}
	all := slices.Concat(sum.Done, sum.Skipped, sum.LeftOut, sum.NotBegun)
	n := 0
	for _, b := range slices.Concat(s.Done, s.Rest) {
		if b.Kind == ItemBlock && b.Item != edgeItem {
			n++
		}
	}
	if len(all) != n {
		return fmt.Sprintf("%d exercises in the summary, %d in the session", len(all), n)
	}
	return ""
}
