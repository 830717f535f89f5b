package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// heated takes a session to heat on the skin.
func heated(t *testing.T) *play {
	t.Helper()
	p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Heat})
	return p.pass(2 * time.Minute).say(Go{}).forget() // fetching takes as long as it takes
}

// TestPackChecks: looked at after 5 and 10 minutes, off after 15.
func TestPackChecks(t *testing.T) {
	p := heated(t)
	on := p.now
	for _, at := range []time.Duration{5 * time.Minute, 10 * time.Minute} {
		p.row("skin check")
		if p.now != on+at {
			t.Errorf("looked at after %v", p.now-on)
		}
		p.pass(59 * time.Second).say(Go{})
	}
	p.row("drink")
	want := Worn{content.Heat, on, on + 15*time.Minute}
	if len(p.s.Packs) != 1 || p.s.Packs[0] != want || !p.heard(CueOff) {
		t.Errorf("worn %+v, heard %v", p.s.Packs, p.kinds())
	}
}

// TestPackUnanswered: no answer for 60 s takes it off, whatever else goes on.
func TestPackUnanswered(t *testing.T) {
	for name, during := range map[string]func(*play){
		"nothing": func(*play) {},
		"pause":   func(p *play) { p.say(Pause{}) },
		"again":   func(p *play) { p.say(Again{}) },
		"back":    func(p *play) { p.say(Back{}, Back{}) },
		"away":    func(p *play) { p.now += time.Hour; p.say(Away{time.Hour}) },
		"asleep":  func(p *play) { p.pass(time.Hour) },
	} {
		t.Run(name, func(t *testing.T) {
			p := heated(t)
			on := p.now
			p.pass(time.Minute)
			during(p)
			p.pass(max(0, on+6*time.Minute-p.now))
			if p.s.Pack.Kind != "" || len(p.s.Packs) != 1 || p.s.Packs[0].Off != on+6*time.Minute {
				t.Errorf("on %+v, worn %+v", p.s.Pack, p.s.Packs)
			}
			if !p.heard(CueOff) {
				t.Errorf("heard %v", p.kinds())
			}
			if name == "asleep" && p.heard(CueSkin) {
				t.Error("asked to look at the skin under a pack that came off long ago")
			}
		})
	}
}

// TestPackCap: time is added up to 20 minutes.
func TestPackCap(t *testing.T) {
	p := heated(t).say(More{})
	on := p.s.Pack.On
	if why := p.try(More{}); why != "no-more-cap" {
		t.Errorf("more: %q", why)
	}
	for range 2 {
		p.row("skin check").say(Skin{true})
	}
	if p.row("drink"); p.s.Packs[0].Off-on != 20*time.Minute {
		t.Errorf("on for %v", p.s.Packs[0].Off-on)
	}
}

// TestPackTooSoon: heat again after an hour, cold after two.
func TestPackTooSoon(t *testing.T) {
	for kind, wait := range map[content.Thing]time.Duration{content.Heat: time.Hour, content.Cold: 2 * time.Hour} {
		p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{kind}, Go{}, Skin{false}, Back{})
		for p.s.Head().Kind != AskBlock {
			p.say(Back{})
		}
		if why := p.pass(wait - 1).try(Choose{kind}); why != "pack-again-"+string(kind) {
			t.Errorf("%s too soon: %q", kind, why)
		}
		if why := p.pass(1).try(Choose{kind}); why != "" {
			t.Errorf("%s in time: %q", kind, why)
		}
	}
}

// TestPackNotForThem: heat isn't for heat illness, numb skin or after a sign, and
// goes at once where that is told later.
func TestPackNotForThem(t *testing.T) {
	long, numb := gym, gym
	long.Context = content.Long
	numb.Care = Set[content.Care]{content.Numb}
	for _, b := range Build(library(), numb, Ease{}, nil) {
		if b.Kind == AskBlock {
			t.Error("numb: asked for heat or cold, and neither may be chosen")
		}
	}
	for name, f := range map[string]Facts{"long": long, "numb": numb} {
		ask := f
		ask.Care = nil // where both are ruled out nothing is asked
		p := begin(t, ask).say(Eased{}, Go{}).slot("pack").say(Tell{f})
		if why := p.s.PackRefusal(content.Heat); why == "" || p.try(Choose{content.Heat}) == "" {
			t.Errorf("%s: heat may be chosen", name)
		}
		for when, p := range map[string]*play{
			"on":    heated(t),
			"fetch": begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Heat}),
		} {
			if p.say(Tell{f}); p.s.Pack.Kind != "" || p.s.Head().Kind == PackBlock {
				t.Errorf("%s told while %s: still there", name, when)
			}
		}
	}
	for when, p := range map[string]*play{
		"on":    heated(t),
		"fetch": begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Heat}),
	} {
		if p.say(Warn{content.SameDay}); p.s.Pack.Kind != "" || p.s.Head().Kind == PackBlock {
			t.Errorf("a sign while %s: heat is still there", when)
		}
	}
}

// TestDefaultPack: neither, or what is on the skin already.
func TestDefaultPack(t *testing.T) {
	for _, f := range []Facts{gym, bed, {}} {
		if got := start(f).DefaultPack(); got != "" {
			t.Errorf("%+v: %q, want neither", f, got)
		}
	}
	p := begin(t, gym).say(Eased{}, Go{}).slot("pack").say(Choose{content.Cold}, Go{}, Back{}, Go{})
	if p.s.Pack.Kind != content.Cold {
		t.Error("enter took off the cold that was on")
	}
}
