package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// TestTimeIsNotForgotten: the minutes count down on the page about drinking, while a
// pack is fetched, and while it is on.
func TestTimeIsNotForgotten(t *testing.T) {
	left := func(p *play) time.Duration { b := p.s.builder(); return b.left() }
	f := gym
	f.Minutes = 30
	p := begin(t, f).say(Eased{}, Go{}).slot("drink")
	was := left(p)
	if p.linger(4*time.Minute).say(Again{}, Eased{}); left(p) > was-4*time.Minute {
		t.Errorf("drink: %v left, %v before", left(p), was)
	}
	p = begin(t, f).say(Eased{}, Go{}).slot("pack")
	was = left(p)
	p.say(Choose{content.Heat}).pass(8*time.Minute).say(Go{}).pass(time.Minute).say(Again{}, Eased{})
	if left(p) > was-9*time.Minute {
		t.Errorf("fetching: %v left, %v before", left(p), was)
	}
	p = begin(t, f).say(Eased{}, Go{}).slot("pack")
	was = left(p)
	p.say(Choose{content.Heat}, Go{}).pass(4*time.Minute).say(Back{}, Choose{content.Heat})
	if left(p) > was-4*time.Minute {
		t.Errorf("chosen again: %v left, %v before", left(p), was)
	}
}

// TestPackHasALength: the same pack chosen again stays on as it was, however little
// time is left.
func TestPackHasALength(t *testing.T) {
	f := gym
	f.Minutes = 12
	p := begin(t, f).say(Eased{}, Go{})
	for p.s.Head().Slot != "move" {
		p.say(Next{})
	}
	p.say(Tell{f}).pass(50*time.Second).say(Next{}, Choose{content.Heat}, Go{}, Back{})
	p.pass(5 * time.Minute).say(Skin{true}).pass(4*time.Minute + 50*time.Second).say(Choose{content.Heat})
	if p.s.Phase().For == 0 {
		t.Errorf("%+v", p.s.Head())
	}
}

// TestTellLeavesThePackOn: what has nothing to do with a pack doesn't take it off.
func TestTellLeavesThePackOn(t *testing.T) {
	f := gym
	f.Minutes = 30
	p := begin(t, f).say(Eased{}, Go{}).row("hold").linger(9 * time.Minute).slot("pack")
	p.say(Choose{content.Heat}, Go{}).pass(4 * time.Minute).say(Back{})
	f.Care = Set[content.Care]{content.FluidLimit}
	if p.say(Tell{f}); p.s.Pack.Kind == "" {
		t.Error("heat came off because of a limit on fluid")
	}
}

// TestCutPackStaysCut: heat or cold that there was no time for isn't asked about
// behind the last test.
func TestCutPackStaysCut(t *testing.T) {
	p := begin(t, hurried(15)).say(Eased{}, Go{})
	cut := slices.Contains(p.s.Cuts, Cut{Kind: CutPack})
	for p.s.Head().Slot != "check" {
		p.say(Next{})
	}
	p.say(Again{}, Eased{})
	if slices.ContainsFunc(p.s.Rest, func(b Block) bool { return b.Kind == AskBlock }) {
		t.Errorf("cut: %v, and asked after the last test:\n%s", cut, showPlan(p.s.Rest))
	}
}

// TestCutMoveStaysCut: back brings the last thing back, and nothing before it.
func TestCutMoveStaysCut(t *testing.T) {
	p := begin(t, hurried(2)).say(Eased{}, Go{}, Next{}, Next{}, Back{})
	if slices.ContainsFunc(p.s.Rest, func(b Block) bool { return b.Slot == "move" }) {
		t.Errorf("its turn was over:\n%s", showPlan(p.s.Rest))
	}
}

// TestOverTimeCountsWhatRuns: the exercise that runs is part of what is left.
func TestOverTimeCountsWhatRuns(t *testing.T) {
	p := begin(t, hurried(1)).say(Eased{})
	at := p.s.OverTime()
	if p.say(Go{}); p.s.OverTime() != at {
		t.Errorf("at the question %v, in the lead %v", at, p.s.OverTime())
	}
	if p.row("hold").linger(time.Hour); !p.s.OverTime() {
		t.Error("an hour over")
	}
}

// TestCrampedThenSigned: what was interrupted stands in the summary, whatever ended it.
func TestCrampedThenSigned(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).row("hold").say(Again{}, Warn{content.SameDay}, Eased{}, Leave{})
	sum := p.s.Summary()
	if len(slices.Concat(sum.Done, sum.Skipped, sum.LeftOut, sum.NotBegun)) == 0 {
		t.Errorf("%+v", sum)
	}
}

// TestRelieveKeepsWhatWas: a cramp at the gate keeps the leg that was told; after
// something was begun it is a cramp in the routine.
func TestRelieveKeepsWhatWas(t *testing.T) {
	f := legs
	f.Side = Right
	if p := begin(t, f).say(Again{}); p.s.Facts.Leg() != Right {
		t.Errorf("the %s leg", p.s.Facts.Leg())
	}
	p := begin(t, legs).say(Go{}).row("hold").say(Back{}, Again{}, Leave{})
	sum := p.s.Summary()
	if sum.Again != 1 || len(slices.Concat(sum.Done, sum.Skipped, sum.LeftOut, sum.NotBegun)) == 0 {
		t.Errorf("%+v", sum)
	}
}

// TestLeadAfterAPauseHasAGround: it is as long as any other.
func TestLeadAfterAPauseHasAGround(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).row("hold").say(Pause{}, Resume{})
	if g := p.s.Phase().Ground; !grounded(g) {
		t.Errorf("%+v", g)
	}
}

// TestNoMuscleNoPlan: facts without a muscle lead to no plan, however little time.
func TestNoMuscleNoPlan(t *testing.T) {
	for _, minutes := range []int{0, 3} {
		if list := Build(library(), Facts{Minutes: minutes}, Ease{}, nil); len(list) > 0 {
			t.Errorf("%d minutes: %v", minutes, list)
		}
	}
}
