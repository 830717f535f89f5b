package session

import (
	"slices"
	"testing"
	"time"
)

// heard is a cue as the tests write it down: when, from some begin, and what.
type heard struct {
	at    time.Duration
	kind  CueKind
	phase PhaseKind
}

// cuesAre holds the first cues since `began` to a list.
func (p *play) cuesAre(began time.Duration, want []heard) {
	p.Helper()
	var got []heard
	for _, c := range p.cues {
		if len(got) < len(want) {
			got = append(got, heard{c.At - began, c.Kind, c.Phase})
		}
	}
	if !slices.Equal(got, want) {
		p.Errorf("heard\n%v, want\n%v", got, want)
	}
}

// TestCuesOfAHold holds what is heard in 30 s of stretching.
func TestCuesOfAHold(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}, Go{}).forget()
	began := p.now
	if ph := p.s.Phase(); ph.Kind != Hold || ph.For != 30*time.Second {
		t.Fatalf("no hold of 30 s: %+v", ph)
	}
	p.row("rest").until("the second hold", func(s Session) bool { return s.Phase().Kind == Hold })
	p.cuesAre(began, []heard{
		{15 * time.Second, CueHalf, ""}, {20 * time.Second, CueTen, ""}, {27 * time.Second, CueThree, ""}, {28 * time.Second, CueTwo, ""},
		{29 * time.Second, CueOne, ""}, {30 * time.Second, CueEnd, Hold}, {30 * time.Second, CueBegin, Rest}, {33500 * time.Millisecond, CueTip, ""},
		{37 * time.Second, CueThree, ""}, {38 * time.Second, CueTwo, ""}, {39 * time.Second, CueOne, ""},
		{40 * time.Second, CueLast, ""}, {40 * time.Second, CueBegin, Hold},
	})
}

// TestLateCues: up to a second late all of them are told; later only what the
// newest phase begins with, and what stays true.
func TestLateCues(t *testing.T) {
	for _, c := range []struct {
		name string
		late time.Duration // after the second hold began, 70 s after the first
		want []CueKind
	}{
		{"in time", 0, []CueKind{CueOne, CueLast, CueBegin}},
		{"a second", time.Second, []CueKind{CueLast, CueBegin}},
		{"five seconds", 5 * time.Second, []CueKind{CueLast, CueBegin}},
		{"past its half", 17 * time.Second, []CueKind{CueLast, CueBegin}},
		{"at its half", 15 * time.Second, []CueKind{CueLast, CueBegin, CueHalf}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := begin(t, gym).say(Eased{}, Go{}, Go{}).forget().pass(40*time.Second + c.late)
			if got := p.kinds(); !slices.Equal(got, c.want) {
				t.Errorf("heard %v, want %v", got, c.want)
			}
		})
	}
}

// TestCuesThatFallTogether: what happens at the same instant is all told, in the
// wait (the offer and a check) as well as beside an exercise (help and a mark).
func TestCuesThatFallTogether(t *testing.T) {
	p := begin(t, gym).pass(90 * time.Second).forget().pass(30 * time.Second)
	if !p.heard(CueCheck) || !p.heard(CueOffer) {
		t.Errorf("at two minutes: %v", p.kinds())
	}
	// A softest stretch whose half falls on ten minutes.
	half := p.s.Waiting().Help.Duration() - firstLead - 10*time.Second
	p = begin(t, gym).pass(half).say(Grip{}).forget().pass(firstLead + 10*time.Second)
	if !p.heard(CueHelp) || !p.heard(CueHalf) || !p.s.Help {
		t.Errorf("at ten minutes: %v", p.kinds())
	}
}

// TestPausedOfferIsHeardAfterThePause: what came due in a pause isn't lost.
func TestPausedOfferIsHeardAfterThePause(t *testing.T) {
	p := begin(t, gym).pass(time.Minute).say(Pause{}).pass(2 * time.Minute)
	if p.heard(CueOffer) || !p.s.Offered(p.now) {
		t.Errorf("in the pause: %v", p.kinds())
	}
	if p.say(Resume{}); !p.heard(CueOffer) {
		t.Errorf("after the pause: %v", p.kinds())
	}
}
