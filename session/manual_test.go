package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// toTheMassage goes to the massage without a key but those before the first hold.
func toTheMassage(t *testing.T, f Facts) *play {
	t.Helper()
	p := begin(t, f).say(Eased{}, Go{})
	return p.until("the massage", func(s Session) bool { return s.Phase().Kind == Open })
}

// TestNoKeyFromTheFirstHoldToThePack: in every muscle and position time alone leads
// from the question before the plan to the choice of a pack.
func TestNoKeyFromTheFirstHoldToThePack(t *testing.T) {
	for _, m := range content.Muscles() {
		for _, pos := range content.Positions() {
			f := Facts{Muscle: m, Position: pos, Have: Set[content.Thing]{content.Wall, content.Chair, content.Roller, content.Ball}}
			p := begin(t, f).say(Eased{}, Go{}).forget()
			p.until("the choice", func(s Session) bool { return s.Head().Kind == AskBlock })
			for _, b := range p.s.Done {
				if b.Result != Completed {
					t.Errorf("%s, %s: %s is %s", m, pos, b.Item, b.Result)
				}
			}
			if p.heard(CueStandby) || !p.heard(CueAsk) {
				t.Errorf("%s, %s: heard %v", m, pos, p.kinds())
			}
		}
	}
}

// TestMassageGoesOn: it asks before its time is over, lasts as long as was suggested,
// and with more time asks again.
func TestMassageGoesOn(t *testing.T) {
	p := toTheMassage(t, gym)
	began, hint := p.now, p.s.Phase().Hint
	still := library().Pace.Still.Duration()
	p.forget().pass(hint - still - 1)
	if len(p.cues) > 0 || p.s.Still(p.now) {
		t.Fatalf("too early: %v", p.kinds())
	}
	if p.pass(1); !slices.Equal(p.kinds(), []CueKind{CueStill}) || !p.s.Still(p.now) {
		t.Fatalf("at %v heard %v", p.now-began, p.kinds())
	}
	more := library().Pace.MoreOpen.Duration()
	p.say(More{}).forget()
	if p.s.Still(p.now) || p.s.Left(p.now) != still+more {
		t.Errorf("after more time: %v left", p.s.Left(p.now))
	}
	p.pass(more)
	if want := p.s.Refusal(More{}) == ""; p.heard(CueStill) != want {
		t.Errorf("asked again: %v, want %t", p.kinds(), want)
	}
	p.forget().pass(still)
	if p.s.Phase().Kind == Open || !p.heard(CueEnd) || p.now-began != hint+more {
		t.Errorf("after %v: %q, heard %v", p.now-began, rowOf(p.s), p.kinds())
	}
	if done := p.s.Done[len(p.s.Done)-1]; done.Result != Completed {
		t.Errorf("it is %s", done.Result)
	}
}

// TestMassageDoesNotAskForWhatItRefuses: where no time can be added, nobody is told to
// press a key for it.
func TestMassageDoesNotAskForWhatItRefuses(t *testing.T) {
	p := toTheMassage(t, gym)
	for p.s.Refusal(More{}) == "" {
		p.say(More{})
	}
	p.forget().until("its end", func(s Session) bool { return s.Phase().Kind != Open })
	if p.heard(CueStill) {
		t.Errorf("heard %v", p.kinds())
	}
}

// TestPausedMassageStands: its time is not real time.
func TestPausedMassageStands(t *testing.T) {
	p := toTheMassage(t, gym)
	p.say(Pause{}).forget().pass(time.Hour)
	if p.s.Phase().Kind != Open || len(p.cues) > 0 {
		t.Errorf("an hour later %q, heard %v", rowOf(p.s), p.kinds())
	}
	if left := p.s.Left(p.now); left != p.s.Phase().Hint {
		t.Errorf("%v left", left)
	}
}

// TestManual: each exercise waits for the word, the other leg of the same one does not,
// and what is open lasts until the person says.
func TestManual(t *testing.T) {
	f := gym
	f.Manual = true
	p := begin(t, f).say(Eased{}, Go{})
	items := map[string]int{}
	for range 20 {
		if p.s.Head().Kind == AskBlock {
			break
		}
		if !p.s.Standby || p.s.Mode != Paused || p.s.Phase().Kind != Ready {
			t.Fatalf("%s does not wait: %q", p.s.Head().Item, rowOf(p.s))
		}
		items[p.s.Head().Item]++
		before := p.s.Head().Slot
		if p.forget().pass(time.Hour); p.s.Head().Slot != before || len(p.cues) > 0 {
			t.Fatalf("%s did not wait an hour: %v", before, p.kinds())
		}
		p.say(Go{}).until("the next word", func(s Session) bool {
			return s.Standby || s.Head().Kind == AskBlock || s.Phase().Kind == Open
		})
		if !p.heard(CueReady) {
			t.Errorf("%s begins without its lead: %v", before, p.kinds())
		}
		if p.s.Head().Kind == ItemBlock && p.s.Phase().Kind == Open {
			hint := p.s.Phase().Hint
			if p.forget().pass(hint); !slices.Equal(p.kinds(), []CueKind{CueRelaxed}) {
				t.Errorf("%s lasted as long as is suggested, and heard is %v", before, p.kinds())
			}
			if p.pass(time.Hour); p.s.Head().Slot != before || p.heard(CueStill) {
				t.Fatalf("%s went on by itself", before)
			}
			p.say(Go{})
		}
	}
	if len(items) < 4 {
		t.Errorf("only %v", items)
	}
	for item, n := range items {
		if n > 1 {
			t.Errorf("%s waited %d times", item, n)
		}
	}
}

// TestManualResumedAtOnce: the word may come at the very instant.
func TestManualResumedAtOnce(t *testing.T) {
	f := gym
	f.Manual = true
	p := begin(t, f).say(Eased{}, Go{}, Go{})
	if p.s.Standby || p.s.Mode != Running || p.s.Phase().Kind != Ready {
		t.Errorf("%q, standby %t", rowOf(p.s), p.s.Standby)
	}
}

// TestManualByKey: where a key leads to the other leg, that one waits too.
func TestManualByKey(t *testing.T) {
	f := gym
	f.Manual = true
	p := begin(t, f).say(Eased{}, Go{})
	leg := p.s.Head().Side
	if p.say(Next{}); p.s.Head().Side == leg || !p.s.Standby {
		t.Errorf("after a skip %s, standby %t", p.s.Head().Side, p.s.Standby)
	}
	p.say(Go{}).until("what comes after it", func(s Session) bool { return s.Standby })
	if p.say(Back{}); p.s.Head().Side == leg || p.s.Phase().Kind != Switch || !p.s.Standby {
		t.Errorf("back on %s, standby %t: %q", p.s.Head().Side, p.s.Standby, rowOf(p.s))
	}
}
