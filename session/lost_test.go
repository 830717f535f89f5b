package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// TestWhatIsLostIsNamed: one word for too much, or for a cramp, takes out of a routine what
// pulls as hard. All of it is in the summary and in the record, and nothing else is.
func TestWhatIsLostIsNamed(t *testing.T) {
	t.Parallel()
	seated := Facts{Position: content.Seated, Have: Set[content.Thing]{content.Chair, content.Towel}}
	one := func(items ...string) content.Turn { return content.Turn{Any: items, Legs: content.LeftLeg} }
	for _, c := range []struct {
		name  string
		turns []content.Turn
		word  Event
		want  []string
	}{
		{"too much", []content.Turn{one("towel-calf"), one("chair-edge"), one("hand-sole")}, TooMuch{}, []string{"towel-calf", "chair-edge", "hand-sole"}},
		{"a cramp", []content.Turn{one("towel-calf"), one("chair-edge"), one("hand-sole")}, Again{}, []string{"towel-calf", "chair-edge", "hand-sole"}},
		{"what is soft stays", []content.Turn{one("towel-calf"), one("toes-to-shin"), one("chair-edge")}, TooMuch{}, []string{"towel-calf", "chair-edge"}},
		{"a softer one is there", []content.Turn{one("towel-calf", "toes-to-shin"), one("chair-edge", "leg-out")}, TooMuch{}, nil},
		{"the other leg", []content.Turn{{Any: []string{"towel-calf"}, Legs: content.BothLegs}}, TooMuch{}, []string{"towel-calf", "towel-calf"}},
	} {
		p := follow(t, seated, c.turns...).row("hold")
		before := p.s
		p.say(c.word)
		var got, since, kept []string
		sum := p.s.Summary()
		for _, b := range slices.Concat(sum.LeftOut, sum.Lost) {
			got = append(got, b.Item)
		}
		for _, b := range p.s.LostSince(before) {
			since = append(since, b.Item)
		}
		for _, w := range p.s.Record("x", time.Time{}, false).LeftOut {
			kept = append(kept, w.Item)
		}
		if !slices.Equal(got, c.want) || !slices.Equal(since, c.want) || !slices.Equal(kept, c.want) {
			t.Errorf("%s: left out %v, since then %v, in the record %v; want %v", c.name, got, since, kept, c.want)
		}
		if again := p.s.LostSince(p.s); len(again) > 0 {
			t.Errorf("%s: left out a second time: %v", c.name, again)
		}
	}
}

// TestNothingIsLostToTheTime: what the time is too short for is told as that, and so is what
// a warning sign ends.
func TestNothingIsLostToTheTime(t *testing.T) {
	t.Parallel()
	turns := []content.Turn{{Any: []string{"toes-to-shin"}}, {Any: []string{"heel-slide"}}, {Any: []string{"flat-press"}}}
	f := Facts{Position: content.Seated, Minutes: 1}
	p := follow(t, f, turns...).row("hold").say(TooMuch{})
	if lost := p.s.Summary().Lost; len(p.s.Cuts) == 0 || len(lost) > 0 {
		t.Errorf("cut %v, lost %v", p.s.Cuts, lost)
	}
	p = follow(t, Facts{Position: content.Seated}, turns...).row("hold").say(TooMuch{}, Warn{Tier: content.SameDay})
	if lost := p.s.Summary().Lost; len(lost) > 0 {
		t.Errorf("a sign was named: lost %v", lost)
	}
}
