package session

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"uncramp/content"
)

// whereNow is what "where am I" says now, and what it says where there is no time.
func (p *play) whereNow() (long, short string) {
	p.Helper()
	s, cues := p.s.Apply(Where{}, p.now)
	if len(cues) == 0 || cues[len(cues)-1].Kind != CueWhere {
		p.Fatalf("asked where it is, %q cues %+v", rowOf(p.s), cues)
	}
	c := cues[len(cues)-1]
	return s.Said(c), s.SaidShort(c)
}

// TestWhereSays: what runs, on which leg, how long it lasts, and what comes next.
func TestWhereSays(t *testing.T) {
	t.Parallel()
	asked := func(p *play) *play { return p.say(Eased{}, Go{}).slot("pack") }
	for _, x := range []struct {
		name        string
		facts       Facts
		reach       func(*play)
		long, short string
	}{
		{"wait", gym, func(p *play) { p.pass(65 * time.Second) },
			"Wait, left leg, 1 minute 5 seconds so far. Then: gentle stretches, once you press e.", "1 minute 5 seconds so far."},
		{"paused wait", gym, func(p *play) { p.pass(5 * time.Second).say(Pause{}).pass(5 * time.Second) },
			"Paused, wait, left leg, 10 seconds so far. Then: gentle stretches, once you press e.", "10 seconds so far."},
		{"softest", gym, func(p *play) { p.say(Grip{}, Go{}).pass(2500 * time.Millisecond) },
			"Wait, toes to shin, left leg, hold 1 of 3, 18 seconds left. Then: rest after hold 1 of 3, 10 seconds.", "Hold 1 of 3, 18 seconds left."},
		{"question", gym, func(p *play) { p.say(Eased{}) },
			"Wait, a question before the plan. Then: wall calf stretch, left leg.", "A question before the plan."},
		{"gate", legs, func(p *play) { p.pass(time.Second) },
			"Legs, a question before it begins. Then: wall calf stretch, left leg.", "A question before it begins."},
		{"ready", gym, func(p *play) { p.say(Eased{}, Go{}) },
			"Stretch, wall calf stretch, left leg, get ready, 15 seconds left. Then: hold 1 of 2, 30 seconds.", "Get ready, 15 seconds left."},
		{"rest", gym, func(p *play) { p.say(Eased{}, Go{}).row("rest").pass(4 * time.Second) },
			"Stretch, wall calf stretch, left leg, rest after hold 1 of 2, 6 seconds left. Then: hold 2 of 2, 30 seconds.", "Rest after hold 1 of 2, 6 seconds left."},
		{"raise", gym, func(p *play) { p.say(Eased{}, Go{}).row("lower") },
			"Stretch, toe raises, repetition 1 of 20, lower, 1 second left. Then: rest after repetition 1 of 20, 1 second.", "Repetition 1 of 20, lower, 1 second left."},
		{"last hold", gym, func(p *play) { p.say(Eased{}, Go{}).row("rest").row("hold").pass(18 * time.Second) },
			"Stretch, wall calf stretch, left leg, hold 2 of 2, 12 seconds left. Then: right leg.", "Hold 2 of 2, 12 seconds left."},
		{"paused hold", gym, func(p *play) { p.say(Eased{}, Go{}).row("hold").pass(18 * time.Second).say(Pause{}).pass(time.Minute) },
			"Paused, stretch, wall calf stretch, left leg, hold 1 of 2, 12 seconds left. Then: rest after hold 1 of 2, 10 seconds.", "Hold 1 of 2, 12 seconds left."},
		{"massage", gym, func(p *play) { p.say(Eased{}, Go{}).slot("massage").row("massage").pass(30 * time.Second) },
			"Soothe, massage the calf, left leg, rub, 1 minute left. Then: foam roller, left leg.", "Rub, 1 minute left."},
		{"choice", gym, func(p *play) { asked(p) },
			"Soothe, heat, cold or neither. Then: what to drink.", "Heat, cold or neither."},
		{"fetch", gym, func(p *play) { asked(p).say(Choose{content.Heat}) },
			"Soothe, heat, to get ready. Then: heat on the skin.", "Heat, to get ready."},
		{"pack", gym, func(p *play) { asked(p).say(Choose{content.Heat}, Go{}).pass(2 * time.Minute) },
			"Soothe, heat on the skin, 13 minutes left. Then: what to drink.", "13 minutes left."},
		{"look", gym, func(p *play) { asked(p).say(Choose{content.Heat}, Go{}).row("skin check") },
			"Soothe, a look at the skin, enter if it is fine, x if not, 10 minutes left. Then: what to drink.", "10 minutes left."},
		{"pack while it cramps", gym, func(p *play) {
			asked(p).say(Choose{content.Heat}, Go{}).pass(time.Minute).say(Again{}).pass(time.Second)
		},
			"Wait, left leg, 1 second so far. Then: gentle stretches, once you press e. Heat on the skin, 13 minutes 59 seconds left.", "1 second so far."},
		{"cramp in a routine", legs, func(p *play) { p.say(Go{}).pass(20 * time.Second).say(Again{}).pass(time.Second) },
			"Wait, left leg, 1 second so far. Then: gentle stretches, once you press e.", "1 second so far."},
		{"end", gym, func(p *play) { p.say(Leave{}) }, "The session is over. Enter closes it.", ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			p := begin(t, x.facts)
			x.reach(p)
			if long, short := p.whereNow(); long != x.long || short != x.short {
				t.Errorf("says\n%q, want\n%q\nshort %q, want %q", long, x.long, short, x.short)
			}
		})
	}
}

// TestWhereIsOpen: what is open and doesn't end by itself has no time left.
func TestWhereIsOpen(t *testing.T) {
	t.Parallel()
	manual := gym
	manual.Manual = true
	p := begin(t, manual).say(Eased{}, Go{})
	if long, _ := p.whereNow(); !strings.HasPrefix(long, "Waiting for enter, stretch, wall calf stretch, left leg, get ready, ") {
		t.Errorf("an exercise that waits: %q", long)
	}
	for range 80 {
		if p.s.Phase().Kind == Open && p.s.Head().Slot == "massage" {
			break
		}
		switch {
		case p.s.Refusal(Go{}) == "":
			p.say(Go{})
		default:
			p.say(Next{})
		}
	}
	if long, _ := p.pass(20 * time.Second).whereNow(); !strings.Contains(long, "rub, 20 seconds so far. Then: ") {
		t.Errorf("a massage that waits for a word: %q", long)
	}
}

// TestWhereChangesNothing: wherever it is asked, the session is the one that time alone
// would have left, and the answer can be read.
func TestWhereChangesNothing(t *testing.T) {
	t.Parallel()
	readable := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,:'-", r)
	}
	met := map[string]bool{}
	for i := range uint64(600) {
		b := &bits{scattered(i + 1)}
		s, now := b.forward(b.facts())
		for range 6 {
			now = max(now, b.later(s, now))
			ticked, _ := s.Apply(Tick{}, now)
			asked, cues := s.Apply(Where{}, now)
			if d := diff(ticked, asked); d != "" {
				t.Fatalf("in %q it changed something: %s", rowOf(s), d)
			}
			if n := len(cues); n == 0 || cues[n-1].Kind != CueWhere || cues[n-1].At != asked.Now {
				t.Fatalf("in %q it is not answered: %+v", rowOf(s), cues)
			}
			met[rowOf(asked)] = true
			long, short := asked.Said(cues[len(cues)-1]), asked.SaidShort(cues[len(cues)-1])
			if long == "" || strings.TrimFunc(long+short, readable) != "" || strings.Contains(long, ", ,") || strings.Contains(long, " .") {
				t.Errorf("in %q it says %q, in short %q", rowOf(asked), long, short)
			}
			s, _ = s.Apply(b.event(s), now)
		}
	}
	if len(met) < 25 {
		t.Errorf("asked in %d kinds of state alone: %v", len(met), met)
	}
}
