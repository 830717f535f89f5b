package session

import (
	"testing"
	"time"
)

// raises takes a session to the lead of twenty toe raises.
func raises(t *testing.T) *play {
	t.Helper()
	p := begin(t, gym).say(Eased{}, Go{}).slot("raises")
	if b := p.s.Head(); b.Item != "toe-raises" || b.Reps != 20 || p.s.Phase().For != firstLead {
		t.Fatalf("not twenty toe raises behind a lead: %+v", b)
	}
	return p
}

// Twenty raises of five seconds with a second between them take 20*5 + 19*1 s.
var twentyRaises = firstLead + 119*time.Second

// TestRaisesEndAtThePlannedInstant holds that no pattern of ticks moves the end
// of twenty toe raises, not by a nanosecond.
func TestRaisesEndAtThePlannedInstant(t *testing.T) {
	for _, c := range []struct {
		name  string
		ticks []time.Duration // from the begin of the lead
	}{
		{"none", nil},
		{"one", []time.Duration{time.Minute}},
		{"thousands", every10ms(twentyRaises)},
		{"late", []time.Duration{17 * time.Second, 31*time.Second + 7, 99 * time.Second}},
		{"the same instant again", []time.Duration{20 * time.Second, 20 * time.Second, 20 * time.Second}},
		{"running back", []time.Duration{50 * time.Second, 20 * time.Second, 51 * time.Second}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := raises(t)
			began := p.now
			if got := p.s.Head().Planned(); got != twentyRaises {
				t.Errorf("planned %v, want %v", got, twentyRaises)
			}
			for _, at := range c.ticks {
				p.s, _ = p.s.Apply(Tick{}, began+at)
			}
			p.s, _ = p.s.Apply(Tick{}, began+twentyRaises-1)
			if h := p.s.Head(); h.Slot != "raises" || p.s.Phase().Kind != Lower || p.s.Phase().Rep != 20 {
				t.Errorf("a nanosecond before the end: %s, %+v", h.Slot, p.s.Phase())
			}
			p.s, _ = p.s.Apply(Tick{}, began+twentyRaises)
			last := p.s.Done[len(p.s.Done)-1]
			if last.Slot != "raises" || last.Result != Completed || last.Took != twentyRaises || p.s.Began != began+twentyRaises {
				t.Errorf("at the end: %s %s, took %v, next began at %v", last.Slot, last.Result, last.Took, p.s.Began)
			}
		})
	}
}

func every10ms(until time.Duration) []time.Duration {
	var list []time.Duration
	for at := 10 * time.Millisecond; at < until; at += 10 * time.Millisecond {
		list = append(list, at)
	}
	return list
}

// TestRaisesSound holds what is heard in a raise: its begins and its end, not a
// beep a second; "enough" after fifteen of twenty, and the last one named.
func TestRaisesSound(t *testing.T) {
	p := raises(t).forget().say(Go{})
	began := p.now
	p.until("the next exercise", func(s Session) bool { return s.Head().Slot != "raises" })
	p.cuesAre(began, []heard{
		{0, CueBegin, Rise}, {1 * time.Second, CueBegin, Hold}, {4 * time.Second, CueBegin, Lower},
		{5 * time.Second, CueEnd, Lower}, {5 * time.Second, CueBegin, Rest}, {6 * time.Second, CueBegin, Rise},
	})
	var enough, last []Cue
	for _, c := range p.cues {
		switch c.Kind {
		case CueEnough:
			enough = append(enough, c)
		case CueLast:
			last = append(last, c)
		}
	}
	// The fifteenth raise ends after 15*5 + 14*1 s, the twentieth begins after 19*6 s.
	if len(enough) != 1 || enough[0].At != began+89*time.Second || enough[0].Rep != 15 {
		t.Errorf("enough is enough: %+v", enough)
	}
	if len(last) != 1 || last[0].At != began+114*time.Second || last[0].Rep != 20 {
		t.Errorf("the last one: %+v", last)
	}
}

// TestFifteenRaisesSayNoEnough: somebody who asked for the usual number isn't told
// half-way that it is enough.
func TestFifteenRaisesSayNoEnough(t *testing.T) {
	f := gym
	f.Reps = 15
	p := begin(t, f).say(Eased{}, Go{}).slot("raises")
	if got := p.s.Head().Reps; got != 15 {
		t.Errorf("%d raises", got)
	}
	p.until("the end of the raises", func(s Session) bool { return s.Head().Slot != "raises" })
	if p.heard(CueEnough) {
		t.Error("enough was said")
	}
}

// TestRaisesThatCrampAreDropped: raises shorten the calf, so one cramp in them is
// one too many.
func TestRaisesThatCrampAreDropped(t *testing.T) {
	p := raises(t).row("top").say(Again{})
	for _, b := range p.s.Rest {
		if b.Slot == "raises" || b.Short {
			t.Errorf("still in the plan: %s", b.Item)
		}
	}
	sum := p.s.Summary()
	if len(sum.LeftOut) != 1 || sum.LeftOut[0].Item != "toe-raises" {
		t.Errorf("left out: %+v", sum.LeftOut)
	}
	// After a cramp anywhere they are out, too: the place gets what lengthens.
	p = begin(t, gym).say(Eased{}, Go{}).row("hold").say(Again{})
	for _, b := range p.s.Rest {
		if b.Slot == "raises" && b.Item != "toe-lifts-standing" {
			t.Errorf("in the place of the raises: %s", b.Item)
		}
	}
}
