package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// TestSummary: every way to end has one, and it stays as it was at the end.
func TestSummary(t *testing.T) {
	for _, c := range []struct {
		name    string
		play    func(*play)
		outcome Outcome
		holds   func(Summary) bool
	}{
		{"left in the wait", func(p *play) { p.pass(time.Minute).say(Leave{}) }, LeftEarly,
			func(s Summary) bool { return s.Gripping && s.Took == time.Minute && len(s.NotBegun) == 0 }},
		{"left in a hold", func(p *play) { p.say(Eased{}, Go{}).row("hold").say(Leave{}) }, LeftEarly,
			func(s Summary) bool { return len(s.NotBegun) > 5 && len(s.Done) == 0 }},
		{"skipped", func(p *play) { p.say(Eased{}, Go{}, Next{}, Leave{}) }, LeftEarly,
			func(s Summary) bool { return len(s.Skipped) == 1 }},
		{"emergency", func(p *play) { p.say(Warn{content.Emergency}) }, Warned,
			func(s Summary) bool { return s.Tier == content.Emergency }},
		{"ten minutes of it", func(p *play) { p.pass(11*time.Minute).say(Eased{}, Leave{}) }, LeftEarly,
			func(s Summary) bool { return s.Help && s.EasedIn == 11*time.Minute }},
		{"with heat on", func(p *play) {
			p.say(Eased{}, Go{}).slot("pack").say(Choose{content.Heat}, Go{}).pass(time.Minute).say(Leave{})
		}, LeftEarly, func(s Summary) bool { return len(s.Packs) == 1 && s.Packs[0].Off-s.Packs[0].On == time.Minute }},
		{"all of it", func(p *play) {
			p.say(Eased{}, Go{}).slot("pack").say(Choose{}).until("the end", func(s Session) bool { return s.Mode == Ended })
		}, Finished, func(s Summary) bool { return len(s.Done) == 8 && len(s.NotBegun) == 0 }},
		{"after a sign", func(p *play) {
			p.say(Warn{content.SameDay}, Eased{}, Go{})
		}, Finished, func(s Summary) bool { return s.Tier == content.SameDay && len(s.Done) == 0 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := begin(t, gym)
			c.play(p)
			sum := p.s.Summary()
			if sum.Outcome != c.outcome || !c.holds(sum) {
				t.Errorf("%+v", sum)
			}
			if p.pass(time.Hour); p.s.Summary().Took != sum.Took || p.s.Summary().Gripping != sum.Gripping {
				t.Error("it changed an hour later")
			}
			if _, ok := p.s.NextChange(p.now); ok {
				t.Error("something will still change")
			}
		})
	}
}

// TestDoseWords: the words come from the numbers that drive the timer.
func TestDoseWords(t *testing.T) {
	want := map[string]string{
		"wall-calf": "2 holds of 30 seconds", "walk-slowly": "30 seconds", "toe-raises": "20 repetitions of 5 seconds",
		"massage-calf": "about 1 minute 30 seconds", "roller-calf": "45 seconds", "move-ankle": "8 repetitions of 4 seconds",
		"walk-test": "20 seconds",
	}
	p := begin(t, gym).say(Eased{}, Go{})
	for _, b := range p.s.Rest {
		if b.Kind != ItemBlock || b.Side == Right {
			continue
		}
		if got := b.Dose(); got != want[b.Item] {
			t.Errorf("%s: %q, want %q", b.Item, got, want[b.Item])
		}
		delete(want, b.Item)
	}
	if len(want) > 0 {
		t.Errorf("not in the plan: %v", want)
	}
	if b := p.s.Rest[1]; b.Dose() != "1 hold of 30 seconds" {
		t.Errorf("on the other leg: %q", b.Dose())
	}
	p.row("hold").say(TooMuch{})
	if got := p.s.Head().Dose(); got != "2 holds of 20 seconds" {
		t.Errorf("gentler: %q", got)
	}
}

// TestNextChange: what the next change is, in every state of the table.
func TestNextChange(t *testing.T) {
	second := map[string]bool{"paused hold": false, "summary": false}
	for _, st := range states() {
		p := begin(t, st.facts)
		st.reach(p)
		at, ok := p.s.NextChange(p.now)
		if want, special := second[st.name]; special {
			if ok != want {
				t.Errorf("%s: changes at %v", st.name, at)
			}
			continue
		}
		if !ok || at <= p.now || at > p.now+time.Second {
			t.Errorf("%s: next change %v after now, %v", st.name, at-p.now, ok)
		}
	}
}
