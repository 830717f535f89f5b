package session

import (
	"testing"
	"time"
)

// TestBackFromARepetitionToTheQuestion: before the first exercise stood the question, where leg
// and position can be set right; enter leads back to the same repetition.
func TestBackFromARepetitionToTheQuestion(t *testing.T) {
	p := second(t, gym)
	was := p.s.Head()
	if p.say(Back{}); p.s.Head().Kind != ConfirmBlock {
		t.Fatalf("back to %s", p.s.Head().Slot)
	}
	p.pass(time.Minute).say(Go{})
	b := p.s.Head()
	if !b.is(was) || b.From != 1 || p.s.Phase().Kind != Ready {
		t.Errorf("on to %s from %d in %s", b.Slot, b.From, p.s.Phase().Kind)
	}
}

// TestBackToTheQuestionOnOtherFacts: what is told there changes the plan.
func TestBackToTheQuestionOnOtherFacts(t *testing.T) {
	f := gym
	f.Side = Right
	p := second(t, gym).say(Back{}, Tell{f}, Go{})
	if b := p.s.Head(); b.Side != Right {
		t.Errorf("on to the %s leg", b.Side)
	}
}

// TestEasesAreAllKept: the summary knows how long each of the cramps gripped.
func TestEasesAreAllKept(t *testing.T) {
	p := begin(t, gym).pass(7*time.Minute).say(Eased{}, Go{}).pass(5 * time.Second).say(Again{}).pass(4 * time.Second)
	sum := p.say(Eased{}, Leave{}).s.Summary()
	if len(sum.Eases) != 2 || sum.Eases[0] != 7*time.Minute || sum.Eases[1] != 4*time.Second {
		t.Errorf("eased in %v", sum.Eases)
	}
}
