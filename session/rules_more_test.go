package session

import (
	"fmt"
	"slices"
	"time"

	"uncramp/content"
)

// brokenMore is rule 4: what was made gentler stays so for the rest of the
// session, nothing in the list exceeds it, and only the person's word adds time,
// within its limits.
func brokenMore(x step) string {
	a, b := x.before.Ease, x.after.Ease
	switch {
	case orMost(b.Pull) > orMost(a.Pull) || orEver(b.Hold) > orEver(a.Hold):
		return fmt.Sprintf("a limit rose from %+v to %+v", a, b)
	case b.Again < a.Again || b.Steps < a.Steps || !holdsAll(b.Dropped, a.Dropped) || !holdsAll(b.Closed, a.Closed) || !holdsAll(b.Cramped, a.Cramped):
		return fmt.Sprintf("something was forgotten: %+v, %+v", a, b)
	case a.Tier != 0 && (b.Tier == 0 || b.Tier > a.Tier):
		return "a sign was forgotten"
	}
	for _, r := range x.after.Rest {
		it, _ := x.lib.Item(r.Item)
		switch {
		case r.Pull > orMost(b.Pull):
			return fmt.Sprintf("%s pulls %d, %d is the most", r.Item, r.Pull, b.Pull)
		case it.Kind == content.Held && b.Hold > 0 && r.hold() > b.Hold:
			return fmt.Sprintf("%s is held for %v, %v is the most", r.Item, r.hold(), b.Hold)
		case r.Kind != GripBlock && slices.Contains(b.Dropped, r.Item) || slices.Contains(b.Closed, r.place()):
			return r.Item + " was left out and is back"
		}
	}
	if _, more := x.e.(More); more && x.why == "" {
		return x.tooLong()
	}
	return ""
}

// tooLong says in what time was added that must not be.
func (x step) tooLong() string {
	s := x.after
	p, before := s.Phase(), x.mid.Phase()
	ran := s.Elapsed(x.now) + x.ranBefore()
	switch {
	case x.mid.Ease.Again > 0 || x.mid.Ease.Steps > 0:
		return "time was added after it was too much"
	case x.mid.Mode != Running:
		return "time was added in a pause"
	case s.Length() <= x.mid.Length() && s.Left(x.now) <= x.mid.Left(x.now):
		return "no time was added"
	case s.onSkin():
		return unless(s.Pack.For <= 20*time.Minute, "the pack stays on for more than 20 minutes")
	case p.Kind == Hold && p.For > 60*time.Second:
		return "a hold of more than 60 s"
	case p.plannedFor() > max(p.Cap, before.plannedFor()):
		return "longer than its cap"
	}
	return unless(p.Kind != Hold || ran+s.Left(x.now) <= 60*time.Second, "pauses left out, a hold of more than 60 s")
}

// ranBefore is how long the hold that runs ran before a pause cut it: the cap
// that it lost.
func (x step) ranBefore() time.Duration {
	if p := x.mid.Phase(); p.Kind == Hold {
		return longestHold - p.Cap
	}
	return 0
}

// orEver reads an unset limit on a hold as the longest there is.
func orEver(d time.Duration) time.Duration {
	if d == 0 {
		return time.Hour
	}
	return d
}

func holdsAll(list, all []string) bool {
	for _, x := range all {
		if !slices.Contains(list, x) {
			return false
		}
	}
	return true
}

// brokenTooMuch is the other half of rule 4: after "too much" the same place has
// a softer or shorter stretch, or another exercise, or none, and no later one
// pulls as much as what was too much.
func brokenTooMuch(x step) string {
	if _, much := x.e.(TooMuch); !much || x.why != "" {
		return ""
	}
	s, b := x.after, x.mid.Head()
	if x.mid.onSkin() {
		if s.Pack.Kind != "" {
			return "the pack that was too much is still on"
		}
		return ""
	}
	it, _ := x.lib.Item(b.Item)
	if s.Ease.Steps != x.mid.Ease.Steps+1 {
		return "it was not noted"
	}
	for _, r := range s.Rest {
		if b.Step != content.Soothe && r.Pull > max(1, b.Pull-1) {
			return fmt.Sprintf("%s pulls %d after %d was too much", r.Item, r.Pull, b.Pull)
		}
		later, _ := x.lib.Item(r.Item)
		if it.Kind == content.Held && later.Kind == content.Held && r.hold() > x.heldFor(b) {
			return fmt.Sprintf("%s is held for %v after %v was too much", r.Item, r.hold(), x.heldFor(b))
		}
	}
	if i := slices.IndexFunc(s.Rest, b.is); i >= 0 {
		r := s.Rest[i]
		switch full := s.Ease.Hold; {
		case b.Kind == GripBlock:
			return "the softest stretch goes on"
		case r.Item == b.Item && (it.Kind != content.Held || full == 0 || full >= orEver(x.mid.Ease.Hold)):
			return "the same again: " + r.Item
		case i > 0 || r.From != min(repOf(x.mid), max(0, r.Reps-1)):
			return fmt.Sprintf("%s lost its place: %d, from %d", r.Slot, i, r.From)
		}
		return ""
	}
	if b.Kind == ItemBlock && !slices.ContainsFunc(s.Done, func(d Block) bool { return d.is(b) && d.Result == LeftOut }) {
		return "lost: " + b.Slot
	}
	return ""
}
