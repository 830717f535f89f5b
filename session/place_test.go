package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// TestBackUndoesASkip: at its repetition, and what was next stays next.
func TestBackUndoesASkip(t *testing.T) {
	p := second(t, gym)
	skipped := p.s.Head()
	p.say(Next{})
	next := p.s.Head()
	p.pass(3 * time.Second).say(Back{})
	if h := p.s.Head(); !h.is(skipped) || h.From != 1 || p.s.Rest[1].Slot != next.Slot {
		t.Errorf("back at %s from %d, then %s", h.Slot, h.From, p.s.Rest[1].Slot)
	}
	// What was gone through comes back from its begin.
	p = begin(t, gym).say(Eased{}, Go{}).slot("loosen").say(Back{})
	if h := p.s.Head(); h.Slot != "stretch" || h.Side != Right || h.From != 0 {
		t.Errorf("back at %s %s from %d", h.Slot, h.Side, h.From)
	}
}

// TestBackToTheQuestion: "neither" can be thought over.
func TestBackToTheQuestion(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{}, Back{})
	if p.s.Head().Kind != AskBlock {
		t.Errorf("back at %q", rowOf(p.s))
	}
}

// TestTellKeepsThePlace: what is told while something runs leaves it running, where
// it still suits.
func TestTellKeepsThePlace(t *testing.T) {
	p := second(t, gym)
	f := gym
	f.Have = f.Have.Toggle(content.Roller)
	before, left := p.s.Head(), p.s.Left(p.now)
	p.say(Tell{f})
	if h := p.s.Head(); !equalBlock(h, before) || p.s.Left(p.now) != left {
		t.Errorf("%+v, %v left", h, p.s.Left(p.now))
	}
	for _, b := range p.s.Rest {
		if b.Slot == "roller" {
			t.Error("a roller that isn't at hand")
		}
	}
	// Where it suits no longer, its place gets something else, at its repetition.
	f.Position = content.Seated
	p.say(Tell{f})
	if h := p.s.Head(); h.Slot != "stretch" || h.Item == before.Item || h.From != 1 {
		t.Errorf("%s from %d", h.Item, h.From)
	}
}

// TestSigns: an emergency ends it; a sign for the same day leaves nothing to do on
// the leg; one for some day changes nothing.
func TestSigns(t *testing.T) {
	p := second(t, gym).say(Warn{content.Soon})
	if rowOf(p.s) != "hold" || p.s.Ease.Tier != content.Soon {
		t.Errorf("some day: %q", rowOf(p.s))
	}
	p.say(Warn{content.SameDay})
	for _, b := range p.s.Rest {
		if b.Kind == ItemBlock {
			t.Errorf("the same day: still %s", b.Item)
		}
	}
	p.say(Warn{content.Soon})
	if p.s.Ease.Tier != content.SameDay {
		t.Error("a lesser sign hides the greater one")
	}
	p.say(Warn{content.Emergency})
	if p.s.Outcome != Warned || p.s.Summary().Tier != content.Emergency {
		t.Errorf("emergency: %+v", p.s.Summary())
	}
}
