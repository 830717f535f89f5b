package session

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// night is when the sessions of these tests begin.
var night = time.Date(2026, 11, 23, 3, 12, 0, 0, time.FixedZone("", 3600))

func TestRecordOfAnEndedSession(t *testing.T) {
	p := begin(t, gym)
	p.pass(95*time.Second).say(Eased{}, Go{}).slot("raises")
	p.say(Next{}).slot("pack")
	p.say(Choose{content.Heat}, Go{}).pass(2*time.Minute).say(Skin{}, Leave{}, Rate{4})
	r := p.s.Record("abc", night, false)
	if r.ID != "abc" || !r.At.Equal(night) || r.Muscle != content.Calf || r.Side != Left || r.Position != content.Standing || r.Context != content.Exercise {
		t.Errorf("what it's about: %+v", r)
	}
	if !reflect.DeepEqual(r.Eased, []int{95}) || r.Gripping || r.Cramps() != 1 || r.Outcome != LeftEarly {
		t.Errorf("how it went: %+v", r)
	}
	if len(r.Done) == 0 || r.Done[0] != (Worked{Item: "wall-calf", Side: Left, Reps: 2}) {
		t.Errorf("done: %v", r.Done)
	}
	if len(r.Skipped) != 1 || r.Skipped[0].Item != "toe-raises" {
		t.Errorf("skipped: %v", r.Skipped)
	}
	if !reflect.DeepEqual(r.Packs, []Applied{{Kind: content.Heat, For: 120}}) {
		t.Errorf("packs: %v", r.Packs)
	}
	if r.Sore == nil || *r.Sore != 4 || r.Preview || r.Look || r.Hidden() {
		t.Errorf("%+v", r)
	}
}

func TestRecordOfWhatBrokeOff(t *testing.T) {
	p := begin(t, gym)
	p.say(Eased{}, Go{}).slot("stretch").pass(56 * time.Second)
	under := p.s.Record("x", night, false)
	left := p.say(Leave{}).s.Record("x", night, false)
	for name, r := range map[string]Record{"under way": under, "left": left} {
		if r.Outcome != LeftEarly {
			t.Errorf("%s: outcome %q", name, r.Outcome)
		}
		if want := []Worked{{Item: "wall-calf", Side: Left, Reps: 1}}; !reflect.DeepEqual(r.BrokeOff, want) {
			t.Errorf("%s: broke off %v, want %v", name, r.BrokeOff, want)
		}
		if len(r.NotBegun) == 0 || r.NotBegun[0] != (Worked{Item: "wall-calf", Side: Right}) {
			t.Errorf("%s: not begun %v", name, r.NotBegun)
		}
	}
}

func TestRecordCountsEveryCramp(t *testing.T) {
	p := begin(t, gym)
	p.pass(30*time.Second).say(Eased{}, Go{}).slot("stretch").say(Again{}).pass(20*time.Second).say(Eased{}, Again{}, Leave{})
	r := p.s.Record("x", night, false)
	if !reflect.DeepEqual(r.Eased, []int{30, 20}) || !r.Gripping || r.Cramps() != 3 || r.Again != 2 {
		t.Errorf("%+v", r)
	}
}

// TestALookIsNoCramp: who opens the program and closes it had none.
func TestALookIsNoCramp(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*play)
		look bool
	}{
		{"opened and closed", func(p *play) { p.pass(glance - time.Second) }, true},
		{"stayed", func(p *play) { p.pass(glance) }, false},
		{"it eased", func(p *play) { p.say(Eased{}) }, false},
		{"a sign", func(p *play) { p.say(Warn{content.Soon}) }, false},
	} {
		p := begin(t, gym)
		c.do(p)
		p.say(Leave{})
		if r := p.s.Record("x", night, false); r.Look != c.look || r.Hidden() != c.look {
			t.Errorf("%s: look %v", c.name, r.Look)
		}
		if r := p.s.Record("x", night, true); !r.Hidden() || !r.Preview {
			t.Errorf("%s: a preview counts", c.name)
		}
	}
}

// TestWhatWasTakenUpIsNoLook: a routine broke off in its first seconds, and is at its gate.
func TestWhatWasTakenUpIsNoLook(t *testing.T) {
	_, next := killed(t, Facts{Routine: "legs"}, time.Second, func(p *play) { p.say(Go{}).pass(2 * time.Second) })
	next.say(TakeUp{})
	if !next.s.Head().Gate() || len(next.s.Done) > 0 || next.s.Look() {
		t.Errorf("a look: %s", show(next.s))
	}
}

// TestASignIsNamedOnce: in the record of the session in which somebody named it. Who merely
// looks afterwards is told of it, and has named nothing.
func TestASignIsNamedOnce(t *testing.T) {
	for _, tier := range []content.Tier{content.SameDay, content.Soon} {
		_, next := killed(t, gym, time.Minute, func(p *play) { p.say(Eased{}, Go{}).pass(20 * time.Second).say(Warn{tier}) })
		if next.s.Ease.Tier != tier {
			t.Fatalf("tier %d is forgotten", tier)
		}
		if r := next.s.Record("x", night, false); r.Sign != 0 || !r.Look {
			t.Errorf("tier %d: a look that names %d: %t", tier, r.Sign, r.Look)
		}
		named := begin(t, gym)
		named.s, named.now = next.s, next.now
		if r := named.say(Warn{tier}).s.Record("x", night, false); r.Sign != tier || r.Look {
			t.Errorf("tier %d, named again: %d, a look: %t", tier, r.Sign, r.Look)
		}
		if tier == content.SameDay {
			continue // nothing is stretched after it
		}
		if r := next.say(TakeUp{}).s.Record("x", night, false); r.Sign != tier {
			t.Errorf("taken up, its record forgets the sign: %d", r.Sign)
		}
	}
}

// TestRecordOfTheLeg: what nobody said, and no question showed, isn't told as a fact.
func TestRecordOfTheLeg(t *testing.T) {
	p := begin(t, Facts{Muscle: content.Calf})
	if r := p.s.Record("x", night, false); r.Side != "" {
		t.Errorf("in the wait: %q", r.Side)
	}
	if r := p.say(Eased{}, Go{}).s.Record("x", night, false); r.Side != Left {
		t.Errorf("after the question: %q", r.Side)
	}
	p = begin(t, Facts{Muscle: content.Calf, Routine: "legs"})
	p.say(Go{}).row("hold").say(Again{})
	if r := p.s.Record("x", night, false); r.Side != Left || r.Again != 0 || r.Cramps() != 1 {
		t.Errorf("in a routine: %q, %d cramps, again %d", r.Side, r.Cramps(), r.Again)
	}
}

// TestRecordTellsNoMoreThanItSays: what needs care is nobody's business.
func TestRecordTellsNoMoreThanItSays(t *testing.T) {
	f := gym
	f.Care = content.Cares()
	p := begin(t, f).say(Eased{}, Leave{})
	text, err := json.Marshal(p.s.Record("x", night, false))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range content.Cares() {
		if strings.Contains(string(text), string(c)) {
			t.Errorf("%s is in %s", c, text)
		}
	}
}
