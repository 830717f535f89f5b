package session

import (
	"slices"

	"uncramp/content"
)

// warn takes a named warning sign seriously: an emergency ends the session, a
// sign for the same day ends all work on the leg.
func (t *turn) warn(tier content.Tier) {
	if t.Ease.Tier == 0 || tier < t.Ease.Tier {
		t.Ease.Tier = tier
	}
	t.cue(Cue{Kind: CueSigns, Tier: tier})
	switch {
	case t.Mode == Ended && tier == content.Emergency:
		t.Outcome = Warned
		return
	case t.Mode == Ended || tier == content.Soon:
		return
	case tier == content.Emergency:
		t.end(Warned)
		return
	}
	if t.Pack.Kind != "" {
		t.packOff()
	}
	if !t.Planned {
		t.dropPack() // no plan will be made that leaves it out
	}
	before := t.Head()
	t.leaveGrip()
	t.keep()
	if t.Head().is(before) {
		before = t.Head()
	}
	t.Rest = slices.DeleteFunc(t.Rest, func(b Block) bool { return b.Kind == ConfirmBlock })
	rest := slices.Clone(t.Rest)
	t.rebuild()
	t.leftOut(before)
	t.gone(rest, LeftOut)
	if h := t.Head(); !h.is(before) || h.Item != before.Item {
		t.enter(before.Step)
	}
}
