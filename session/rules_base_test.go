package session

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"uncramp/content"
)

// brokenTime: time never runs back, and an event at an instant means the same
// whether or not time was told to have passed before it.
func brokenTime(x step) string {
	if x.after.Now != x.now {
		return fmt.Sprintf("the session is at %v", x.after.Now)
	}
	switch x.e.(type) {
	case Away, Tick:
		return "" // time passes within the first; the second is nothing but time
	}
	if x.now == x.before.Now {
		return ""
	}
	again, _ := x.mid.Apply(x.e, x.now)
	if d := diff(again, x.after); d != "" {
		return "a tick before the event changed what it did: " + d
	}
	return ""
}

// brokenRefusal: what is refused says why, and changes nothing but time.
func brokenRefusal(x step) string {
	var refusals []Cue
	for _, c := range x.cues {
		if c.Kind == CueRefused {
			refusals = append(refusals, c)
		}
	}
	switch {
	case x.why == "" && len(refusals) == 0:
		return ""
	case x.why == "" || len(refusals) != 1 || refusals[0].Why != x.why:
		return fmt.Sprintf("refused with %q, heard %v", x.why, refusals)
	case !said(x.lib, x.why):
		return fmt.Sprintf("%q is neither a phrase nor a sentence of the content", x.why)
	}
	if d := diff(x.mid, x.after); d != "" {
		return "refused, and yet it changed " + d
	}
	return ""
}

// said says that a person gets words for a reason, not a bare key.
func said(lib *content.Library, why string) bool {
	return lib.Phrases[why] != "" || sentences()[why]
}

// sentences are the reasons that the content gives for leaving a pack out.
var sentences = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, p := range library().Packs {
		for _, x := range p.NotFor {
			all[x.Why] = true
		}
		for _, x := range p.NotIn {
			all[x.Why] = true
		}
	}
	return all
})

// brokenList: the list is well formed. Each place stands in it once, and each
// phase has a length, or is open.
func brokenList(x step) string {
	s := x.after
	for i, b := range s.Rest {
		if slices.ContainsFunc(s.Rest[:i], b.is) {
			return "twice in Rest: " + b.Slot
		}
		if b.planned() && b.Kind != PackBlock && b.Item != edgeItem && slices.ContainsFunc(s.Done, b.is) {
			return "in Rest and in Done: " + b.Slot
		}
		if len(b.Phases) == 0 {
			return "no phases: " + b.Slot
		}
		for _, p := range b.Phases {
			if (p.For > 0) == (p.Kind == Open) || p.For < 0 || p.Hint < 0 || p.Cap < 0 {
				return fmt.Sprintf("%s has a phase %+v", b.Slot, p)
			}
		}
		if b.From < 0 || b.From > max(0, b.Reps-1) {
			return fmt.Sprintf("%s goes on from %d of %d", b.Slot, b.From, b.Reps)
		}
	}
	if s.Mode != Ended && (s.At < 0 || s.At >= len(s.Head().Phases)) {
		return fmt.Sprintf("at phase %d", s.At)
	}
	return ""
}

// brokenPlan: the rest of the plan is what Build makes of facts, ease and what is
// done: the same places in the same order, the same doses. Only the head may be
// out of its order, because it came back, or further than its repetition.
func brokenPlan(x step) string {
	s := x.after
	if !s.Planned || s.Mode == Ended || x.samePlan() {
		return ""
	}
	var rest []Block
	for _, b := range s.Rest {
		if b.planned() && (b.Kind != PackBlock || s.ofTurn(b) && !s.isOn(b)) {
			rest = append(rest, b)
		}
	}
	if s.Facts.Minutes > 0 {
		return s.lessThanWhole(rest)
	}
	maker := s.builder()
	built, _ := maker.fit(0)
	built = slices.DeleteFunc(built, s.isOn) // it stays on, whether the plan has it or not
	if len(rest) != len(built) {
		return fmt.Sprintf("%d places are left, Build makes %d", len(rest), len(built))
	}
	// The edge stands before everything; then only the next may be out of order.
	next := 0
	if len(rest) > 1 && rest[0].Item == edgeItem {
		next = 1
	}
	if next < len(rest) {
		built = first(built, rest[next])
	}
	for i, b := range rest {
		a := built[i]
		if !a.is(b) || a.Item != b.Item || a.Reps != b.Reps || a.Sets != b.Sets || a.Pull != b.Pull || a.Short != b.Short || a.Step != b.Step {
			return fmt.Sprintf("place %d is %s %s %s, Build makes %s %s %s", i, b.Slot, b.Item, b.Side, a.Slot, a.Item, a.Side)
		}
		begun := b.Begun && b.hint() > 0 // a massage that began short stays as it began
		if d := s.differentDose(b, begun || i == 0 && s.Head().planned()); d != "" {
			return d
		}
	}
	return ""
}

// ofTurn says that heat or cold is what a turn of the routine names.
func (s Session) ofTurn(b Block) bool {
	r, _ := s.library().Routine(s.Facts.Routine)
	return slices.ContainsFunc(r.Turns, func(t content.Turn) bool { return t.ID == b.Slot && string(t.Pack) == b.Item })
}

// lessThanWhole: where the time is short the rest is the whole plan with some left
// out, in the same order; only the next may be out of its order.
func (s Session) lessThanWhole(rest []Block) string {
	s.Facts.Minutes = 0
	maker := s.builder()
	whole, _ := maker.fit(0)
	last := -1
	for i, b := range rest {
		at := slices.IndexFunc(whole, b.is)
		switch {
		case at < 0:
			return fmt.Sprintf("%s %s is not in the whole plan", b.Slot, b.Side)
		case whole[at].Item != b.Item || whole[at].Reps < b.Reps:
			return fmt.Sprintf("%s %s is more than in the whole plan", b.Slot, b.Side)
		case i > 0 && rest[0].Item != edgeItem && at < last && i > 1:
			return fmt.Sprintf("%s %s is out of order", b.Slot, b.Side)
		}
		last = at
		if d := s.differentDose(b, i == 0 && s.Head().planned() || b.Phases[len(b.Phases)-1].Kind == Open); d != "" {
			return d
		}
	}
	return ""
}

// samePlan says that the step changed nothing of the plan, so that what held
// before it holds after it.
func (x step) samePlan() bool {
	a, b := x.before, x.after
	return a.Planned == b.Planned && len(a.Done) == len(b.Done) && len(a.Rest) == len(b.Rest) &&
		equalFacts(a.Facts, b.Facts) && equalEase(a.Ease, b.Ease) && slices.EqualFunc(a.Rest, b.Rest, equalBlock)
}

// differentDose compares the phases of a block with those that its numbers make.
func (s Session) differentDose(b Block, head bool) string {
	it, ok := s.itemOf(b), b.Kind == ItemBlock
	if !ok || head {
		return ""
	}
	_, pause := s.Facts.setsOf(s.library(), b.Slot, it)
	want := phases(it, b.Phases[0], course{reps: b.Reps, sets: b.Sets, from: b.From, pause: pause}, s.Ease, s.library().Pace)
	if !slices.Equal(want, b.Phases) {
		return fmt.Sprintf("%s has phases %v, its dose makes %v", b.Slot, b.Phases, want)
	}
	return ""
}

// brokenCues: what is heard has words, comes in the order of time, and is not a
// backlog. In a pause nothing is heard but what is counted in real time.
func brokenCues(x step) string {
	last := x.before.Now
	for _, c := range x.cues {
		if c.At < last || c.At > x.now {
			return fmt.Sprintf("%+v is out of time", c)
		}
		last = c.At
		if !said(x.lib, c.Key()) {
			return fmt.Sprintf("no words for %+v", c)
		}
		if late := x.now - c.At; late > time.Second && !c.lasting() && (c.At != x.after.Began || c.ending()) {
			return fmt.Sprintf("%+v comes %v late", c, late)
		}
	}
	_, tick := x.e.(Tick)
	for _, c := range x.cues {
		lives := c.Kind == CueHelp || c.Kind == CueSkin || c.Kind == CueOff
		if tick && x.before.Mode == Paused && !lives && c.Kind != CueOver {
			return fmt.Sprintf("heard in a pause: %+v", c)
		}
	}
	return ""
}
