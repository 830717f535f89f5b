package session

import (
	"fmt"
	"slices"
	"time"

	"uncramp/content"
)

// brokenWait is rule 1: the wait ends by the person's word alone, and nothing
// begins to stretch by itself.
func brokenWait(x step) string {
	_, eased := x.e.(Eased)
	word := eased && x.why == ""
	if _, there := x.e.(TakeUp); there && x.why == "" {
		return brokenThere(x)
	}
	switch {
	case x.before.Gripping != x.mid.Gripping:
		return "time alone ended the wait, or began one"
	case x.mid.Gripping && !x.after.Gripping && !word:
		return "it no longer grips without the word"
	case word && (!x.mid.Gripping || x.after.Gripping):
		return "the word did not end the wait"
	case !x.mid.Planned && x.after.Planned && !word:
		return "a plan without the word"
	}
	if word && !x.mid.Planned && x.after.Head().Kind == ItemBlock {
		return "an exercise begins before the leg is confirmed"
	}
	_, going := x.e.(Go)
	if x.mid.Head().Kind == ConfirmBlock && x.after.Head().Kind == ItemBlock && !going {
		return "an exercise begins by itself"
	}
	return ""
}

// brokenThere is rule 1 for a session that is taken up: it goes to the wait where it
// gripped, else to the gate, and nothing stretches before a word there.
func brokenThere(x step) string {
	h := x.after.Head()
	switch {
	case x.after.Gripping && h.Kind != WaitBlock:
		return "it gripped, and what is taken up is no wait but " + string(h.Kind)
	case !x.after.Gripping && !x.after.Ease.Signed() && !h.Gate():
		return "no gate before what is taken up, but " + string(h.Kind)
	case h.Kind == ItemBlock && h.Step == content.Stretch:
		return "a stretch begins by itself"
	}
	return ""
}

// brokenGrip is rule 2: while it grips there is the wait and the softest stretch,
// nothing else, and the time since the onset goes on.
func brokenGrip(x step) string {
	s := x.after
	if s.Mode == Ended || !s.Gripping {
		return ""
	}
	b := s.Head()
	if b.Kind != WaitBlock && b.Kind != GripBlock {
		return "the head is " + string(b.Kind)
	}
	if s.SinceOnset(x.now) != x.now-s.Onset {
		return "the time since the onset stood"
	}
	onset := x.mid.Onset
	if _, there := x.e.(TakeUp); there && x.why == "" {
		onset = x.mid.Earlier.Onset
	}
	if _, again := x.e.(Again); x.mid.Gripping && !again && s.Onset != onset {
		return "another onset"
	}
	if late := x.now - s.Onset; late >= s.Waiting().Help.Duration() && !s.Help {
		return "it gripped long and nobody said to get help"
	}
	if b.Kind != GripBlock {
		return ""
	}
	it, _ := x.lib.Item(b.Item)
	relief, _ := x.lib.Relief(s.Facts.Muscle)
	if !slices.Contains(relief.Softest, b.Item) || it.Shortens || it.Step != content.Stretch || it.Kind != content.Held {
		return b.Item + " runs while it grips"
	}
	if len(s.Rest) < 2 || s.Rest[1].Kind != WaitBlock {
		return "no wait beneath the softest stretch"
	}
	return ""
}

// brokenAgain is rule 3: cramping again works wherever it doesn't grip, goes back
// to the wait, and what was interrupted stays beneath it: at its repetition and
// gentler, or left out.
func brokenAgain(x step) string {
	if x.after.Ease.Again > 0 && slices.ContainsFunc(x.after.Rest, func(b Block) bool { return b.Short }) {
		return "what shortens the muscle is still to come"
	}
	if _, again := x.e.(Again); !again || x.mid.Mode == Ended {
		return ""
	}
	s, b := x.after, x.mid.Head()
	switch {
	case (x.why == "") == x.mid.Gripping:
		return fmt.Sprintf("refused with %q, gripping %v", x.why, x.mid.Gripping)
	case x.why != "":
		return ""
	case s.Head().Kind != WaitBlock || !s.Gripping || s.Onset != x.now || s.Mode != Running:
		return "not back in the wait"
	case b.Kind != ItemBlock || b.Item == edgeItem:
		return ""
	}
	again := slices.Contains(x.mid.Ease.Cramped, b.place())
	i := slices.IndexFunc(s.Rest, b.is)
	if i > 1 && s.Rest[1].Item == edgeItem {
		i--
	}
	switch {
	case (b.Short || again) && i >= 0:
		return "still in the plan: " + b.Item
	case i < 0 && !slices.ContainsFunc(s.Done, func(d Block) bool { return d.is(b) && d.Result == LeftOut }):
		return "lost: " + b.Slot
	case i > 1:
		return "not the next: " + b.Slot
	case i < 0:
		return ""
	}
	return x.lessGentle(b, s.Rest[i])
}

// lessGentle says in what the block that came back is not gentler than it was.
func (x step) lessGentle(b, now Block) string {
	if now.From != min(repOf(x.mid), max(0, now.Reps-1)) {
		return fmt.Sprintf("comes back at %d, was at %d", now.From, repOf(x.mid))
	}
	it, _ := x.lib.Item(b.Item)
	if it.Kind == content.Held && now.Item == b.Item && now.hold() >= x.heldFor(b) {
		return "the hold is no shorter"
	}
	if now.Pull > b.Pull || it.Kind == content.Held && now.hold() > x.heldFor(b) {
		return "it pulls more, or longer"
	}
	return ""
}

// heldFor is how long block b is held in full: a pause may have cut the hold
// that runs.
func (x step) heldFor(b Block) time.Duration {
	return x.mid.Ease.cut(x.mid.itemOf(b).Dose.Hold, x.lib.Pace).Duration()
}

// repOf is how many repetitions of the head are behind: the ones whose last
// phase has ended.
func repOf(s Session) int {
	b := s.Head()
	done := b.From
	for i, p := range b.Phases {
		last := i+1 == len(b.Phases) || b.Phases[i+1].Rep != p.Rep || b.Phases[i+1].Kind == Rest
		if i < s.At && last && p.Rep > done && p.Kind != Ready {
			done = p.Rep
		}
	}
	return done
}

// brokenSigns: an emergency ends all; a sign for the same day ends all work on the
// leg and every pack; one for some day is only noted.
func brokenSigns(x step) string {
	w, warn := x.e.(Warn)
	if warn && x.why == "" {
		switch tier := x.after.Ease.Tier; {
		case tier == 0 || tier > w.Tier:
			return fmt.Sprintf("a sign of tier %d was noted as %d", w.Tier, tier)
		case w.Tier == content.Emergency && x.after.Mode != Ended:
			return "an emergency did not end it"
		case w.Tier == content.Soon && x.mid.Mode != Ended && !slices.EqualFunc(x.mid.Rest, x.after.Rest, equalBlock):
			return "a sign for some day changed the plan"
		}
	}
	s := x.after
	if !s.Ease.Signed() || s.Mode == Ended {
		return ""
	}
	for _, b := range s.Rest {
		if b.Kind == ItemBlock || b.Kind == GripBlock || b.Kind == PackBlock || b.Kind == AskBlock {
			return "still to come after a warning sign: " + b.Slot + " " + b.Item
		}
	}
	return ""
}
