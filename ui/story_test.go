package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// items are the names of what was done, in order, each once in a row.
func items(blocks []session.Block) string {
	var names []string
	for _, b := range blocks {
		if len(names) == 0 || names[len(names)-1] != b.Item {
			names = append(names, b.Item)
		}
	}
	return strings.Join(names, " ")
}

// TestStoryFourKeysReachTheSummary tells the shortest way: it eased, yes that leg,
// it is relaxed, no pack. The rest goes on by itself.
func TestStoryFourKeysReachTheSummary(t *testing.T) {
	t.Parallel()
	perform(t, nobody, func(s *stage) {
		s.sees("BREATHE", "0:01", "[e]", "! signs")
		s.press("e").sees("IS THIS RIGHT?", "left calf · seated · nothing at hand")
		s.press("enter").sees("GET READY", "0:15", "Toes to shin")
		s.item("massage-calf", session.Open).press("enter")
		s.block(session.AskBlock).press("n")
		s.over().sees("DONE", "Eased after 0:02")
		sum := s.now().s.Summary()
		if sum.Outcome != session.Finished || len(sum.Skipped)+len(sum.LeftOut)+len(sum.NotBegun) > 0 {
			t.Errorf("it came to %+v", sum)
		}
		if got, want := items(sum.Done), "toes-to-shin jiggle toe-raises-seated massage-calf move-ankle foot-test"; got != want {
			t.Errorf("done: %s, want %s", got, want)
		}
		s.press("enter")
		if line := s.final.Line(); !strings.HasPrefix(line, "uncramp: left calf · eased after 0:02 · done: toes to shin, ") {
			t.Errorf("the line is %q", line)
		}
	})
}

// TestStoryWholeRelief tells a session with a wall, a roller and heat, and both
// skin checks answered.
func TestStoryWholeRelief(t *testing.T) {
	t.Parallel()
	perform(t, equipped, func(s *stage) {
		s.sees("off the road").press("e").sees("standing · wall, roller, heat").press("enter")
		s.item("wall-calf", session.Hold).sees("Wall calf stretch · left leg", "HOLD")
		s.item("wall-calf", session.Switch).sees("Wall calf stretch · right leg", "SWITCH")
		s.item("toe-raises", session.Ready).item("toe-raises", session.Hold).sees("Toe raises", "of 20")
		s.item("massage-calf", session.Open).press("enter")
		s.item("roller-calf", session.Timed).sees("ROLL")
		s.block(session.AskBlock).sees("[n] neither (enter)").press("1").sees("GET IT READY").press("enter")
		s.sees("HEAT", "15:00")
		for range 2 {
			s.until("a skin check", func(x session.Session) bool { return x.Pack.Asking })
			s.sees(content.Embedded().Phrase("skin")).press("enter")
		}
		s.block(session.DrinkBlock).sees("TAKE IT OFF").press("enter").sees("DRINK")
		s.item("walk-test", session.Timed).sees("WALK").over().sees("DONE", "Heat on for 15:00.")
		if got, want := items(s.now().s.Summary().Done), "wall-calf walk-slowly toe-raises massage-calf roller-calf move-ankle walk-test"; got != want {
			t.Errorf("done: %s, want %s", got, want)
		}
	})
}

// TestStorySoftestStretch tells of a cramp that stays: the softest stretch runs
// three times and comes back to the wait, which only a word ends.
func TestStorySoftestStretch(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("s").sees("Toes to shin", "GET READY", "it eased, none of these")
		s.item("toes-to-shin", session.Hold).sees("HOLD", "1 of 3")
		s.block(session.WaitBlock).sees("BREATHE")
		if took := s.now().at; took < 95*time.Second || took > 100*time.Second {
			t.Errorf("three holds of 20 s, their lead and rests, took until %v", took)
		}
		s.press("s").item("toes-to-shin", session.Hold).press("e").sees("IS THIS RIGHT?")
		if s.now().s.Gripping {
			t.Error("it still grips")
		}
	}, undrawn())
}

// TestStoryNothingEndsTheWaitButAWord tells of twenty minutes of waiting.
func TestStoryNothingEndsTheWaitButAWord(t *testing.T) {
	t.Parallel()
	perform(t, nobody, func(s *stage) {
		help := content.Embedded().Phrase("help")
		s.wait(10*time.Minute - 2*time.Second)
		if strings.Contains(flat(s.text()), help) {
			t.Error("the help line came before ten minutes")
		}
		s.wait(time.Second).sees("10:00", help, "[e]", "[s]")
		s.press("enter", "n", "space", "space").wait(10 * time.Minute)
		s.sees("BREATHE", help, "[e]")
		if x := s.now().s; x.Head().Kind != session.WaitBlock || !x.Gripping || !x.Help {
			t.Errorf("after twenty minutes it is %s", x.Head().Kind)
		}
	}, undrawn())
}

// TestStoryGrippingTenMinutesShowsHelp tells that the help line comes in a pause as
// well.
func TestStoryGrippingTenMinutesShowsHelp(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("space").wait(10*time.Minute).sees("PAUSED", "10:0", content.Embedded().Phrase("help"))
	}, undrawn())
}

// TestStoryCrampsAgain tells of a cramp that comes back in a hold: back to the wait
// at once, and from there to the same place, gentler.
func TestStoryCrampsAgain(t *testing.T) {
	t.Parallel()
	perform(t, equipped, func(s *stage) {
		s.press("e", "enter").item("wall-calf", session.Rest).item("wall-calf", session.Hold).wait(5 * time.Second)
		s.press("c").sees("BREATHE", "0:00", "[e]")
		before := s.now().s.Rest[1]
		if before.Slot != "stretch" || before.From != 1 {
			t.Errorf("beneath the wait lies %+v", before)
		}
		s.wait(time.Minute).sees("1:00").press("e")
		if b := s.now().s.Head(); b.Slot != "stretch" || b.From != 1 || b.Pull >= 2 {
			t.Errorf("it went on with %s, pull %d, after %d", b.Item, b.Pull, b.From)
		}
		for _, b := range s.now().s.Rest {
			if b.Short {
				t.Errorf("%s shortens the muscle, and stayed", b.Item)
			}
		}
		s.item("massage-calf", session.Open).press("enter").item("roller-calf", session.Timed)
		s.block(session.AskBlock).press("n").over().sees("It cramped again once.")
	}, undrawn())
}

// TestStoryTooMuch tells that "too much" makes what follows gentler.
func TestStoryTooMuch(t *testing.T) {
	perform(t, equipped, func(s *stage) {
		s.press("e", "enter").item("wall-calf", session.Hold).press("t")
		if b := s.now().s.Head(); b.Item != "toes-to-shin" || b.Pull != 1 {
			t.Errorf("after too much comes %s, pull %d", b.Item, b.Pull)
		}
		s.sees("GET READY").press("t", "t", "t", "t", "t", "t", "t", "t")
		s.until("soothe", func(x session.Session) bool { return x.Head().Step == content.Soothe || x.Mode == session.Ended })
	})
}

// TestStoryPauseAndGoOn tells of an hour's pause in a hold: it goes on behind a
// lead with the time it had left.
func TestStoryPauseAndGoOn(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold).wait(7 * time.Second)
		s.press("space").sees("PAUSED", "0:12", "space go on")
		ticks := s.wait(time.Second).reel.ticked() // the one that was on its way comes, and counts for nothing
		s.wait(time.Hour).sees("PAUSED", "0:12")
		if more := s.reel.ticked() - ticks; more > 0 {
			t.Errorf("%d ticks in a pause with nothing to show", more)
		}
		s.press("space").sees("GET READY", "0:10").wait(10 * time.Second)
		s.sees("HOLD", "0:12").wait(12*time.Second).sees("REST", "0:10")
	})
}
