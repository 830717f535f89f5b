package session

import (
	"testing"
	"time"
)

// TestPause: the clock stands, and what runs goes on behind a lead: a hold with
// what it had left, a raise from its begin, a lead anew.
func TestPause(t *testing.T) {
	for _, c := range []struct {
		name  string
		reach func(*play)
		lead  PhaseKind // what runs after the pause
		next  PhaseKind // and then
		left  time.Duration
		rep   int
	}{
		{"hold", func(p *play) { p.row("hold").pass(12 * time.Second) }, Ready, Hold, 18 * time.Second, 1},
		{"last hold", func(p *play) { p.row("rest").row("hold").pass(29500 * time.Millisecond) }, Ready, Hold, 500 * time.Millisecond, 2},
		{"lead", func(p *play) { p.pass(7 * time.Second) }, Ready, Hold, 30 * time.Second, 1},
		{"rest", func(p *play) { p.row("rest").pass(7 * time.Second) }, Rest, Hold, 30 * time.Second, 2},
		{"top of a raise", func(p *play) { p.row("top").pass(time.Second) }, Ready, Rise, time.Second, 1},
		{"between raises", func(p *play) { p.slot("raises").row("rest") }, Rest, Rise, time.Second, 2},
		{"walk", func(p *play) { p.row("timed").pass(10 * time.Second) }, Ready, Timed, 20 * time.Second, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := begin(t, gym).say(Eased{}, Go{})
			c.reach(p)
			p.say(Pause{})
			elapsed := p.s.Elapsed(p.now)
			if p.pass(time.Hour); p.s.Elapsed(p.now) != elapsed {
				t.Errorf("the clock ran: %v, %v", elapsed, p.s.Elapsed(p.now))
			}
			p.say(Resume{})
			wait := map[bool]time.Duration{true: firstLead, false: leadTime}[c.name == "lead"]
			if ph := p.s.Phase(); ph.Kind != c.lead || p.s.Left(p.now) != wait {
				t.Errorf("goes on with %s for %v", ph.Kind, p.s.Left(p.now))
			}
			if p.pass(wait); p.s.Phase().Kind != c.next || p.s.Left(p.now) != c.left || p.s.Phase().Rep != c.rep {
				t.Errorf("then %+v, %v left", p.s.Phase(), p.s.Left(p.now))
			}
		})
	}
}

// TestPauseOfTheWait: the time since the onset goes on, and help is said in time.
func TestPauseOfTheWait(t *testing.T) {
	p := begin(t, gym).say(Pause{}).pass(10 * time.Minute)
	if p.s.SinceOnset(p.now) != 10*time.Minute || !p.heard(CueHelp) || p.heard(CueCheck) {
		t.Errorf("since the onset %v, heard %v", p.s.SinceOnset(p.now), p.kinds())
	}
}

// TestWordsEndAPause: whoever speaks needn't first say "go on".
func TestWordsEndAPause(t *testing.T) {
	for _, e := range []Event{Again{}, TooMuch{}, Next{}, Go{}, Resume{}} {
		p := begin(t, gym).say(Eased{}, Go{}).row("hold").say(Pause{}, e)
		if p.s.Mode != Running {
			t.Errorf("still paused after %T", e)
		}
	}
	if p := begin(t, gym).say(Pause{}, Eased{}); p.s.Mode != Running || p.s.Head().Kind != ConfirmBlock {
		t.Errorf("paused, eased: %s %q", p.s.Mode, rowOf(p.s))
	}
}

// TestAway: the clock stands where it was when everybody left; a pack and the time
// since the onset go on.
func TestAway(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).row("hold").pass(5 * time.Second)
	p.now += time.Hour + 3*time.Second // three seconds of it were still here
	p.say(Away{time.Hour})
	if rowOf(p.s) != "paused hold" || p.s.Elapsed(p.now) != 8*time.Second || p.s.Gone != time.Hour {
		t.Errorf("%q after %v", rowOf(p.s), p.s.Elapsed(p.now))
	}
	last := p.cues[len(p.cues)-1]
	if last.Kind != CueAway {
		t.Errorf("heard %+v", last)
	}

	p = begin(t, gym)
	p.now += time.Hour
	p.say(Away{time.Hour})
	if p.s.SinceOnset(p.now) != time.Hour || !p.s.Help || !p.s.Gripping {
		t.Errorf("the wait: since %v, help %v", p.s.SinceOnset(p.now), p.s.Help)
	}
}
