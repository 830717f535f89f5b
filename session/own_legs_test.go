package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// legOf is a turn for certain legs.
func legOf(item string, legs content.Legs) content.Turn {
	return content.Turn{Any: []string{item}, Legs: legs}
}

// TestLegsOfATurn decide, whatever was told; where the turn names none what was told does.
func TestLegsOfATurn(t *testing.T) {
	for _, c := range []struct {
		told Side
		legs content.Legs
		want []Side
	}{
		{"", "", []Side{Left, Right}}, {Left, "", []Side{Left}}, {Right, "", []Side{Right}}, {Both, "", []Side{Left, Right}},
		{"", content.LeftLeg, []Side{Left}}, {Right, content.LeftLeg, []Side{Left}}, {Left, content.RightLeg, []Side{Right}},
		{Left, content.BothLegs, []Side{Left, Right}}, {Right, content.BothLegs, []Side{Right, Left}}, {Both, content.BothLegs, []Side{Left, Right}},
	} {
		p := follow(t, Facts{Side: c.told}, legOf("wall-calf", c.legs))
		var got []Side
		for _, b := range p.s.Rest {
			got = append(got, b.Side)
			if b.Reps != 2 {
				t.Errorf("told %q, legs %q: %s %d times", c.told, c.legs, b.Side, b.Reps)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("told %q, legs %q: %v, want %v", c.told, c.legs, got, c.want)
		}
	}
	for _, b := range follow(t, Facts{}, legOf("forward-bend", content.LeftLeg)).s.Rest {
		if b.Side != Both {
			t.Errorf("both legs at once, on the %s", b.Side)
		}
	}
}

// TestCrampInATurnForTheOtherLeg: the leg that was stretched cramps, whatever was told,
// until the person says which it is.
func TestCrampInATurnForTheOtherLeg(t *testing.T) {
	f := Facts{Side: Left, Position: content.Seated}
	p := follow(t, f, legOf("toes-to-shin", content.RightLeg), legOf("leg-out", content.BothLegs)).row("hold").say(Again{})
	if leg := p.s.Cramping(); leg != Right {
		t.Errorf("it cramps on the %s", leg)
	}
	if p.say(Grip{}); p.s.Head().Side != Right {
		t.Errorf("the softest stretch is for the %s", p.s.Head().Side)
	}
	p.row("wait").say(Eased{})
	if b := p.s.Head(); b.Slot != "turn-1" || b.Side != Right {
		t.Errorf("back at %s %s", b.Slot, b.Side)
	}
	p.say(Again{})
	told := p.s.Facts
	told.Side = Right
	told.Context = content.Desk
	if p.say(Tell{told}); p.s.Cramping() != Right {
		t.Errorf("told the right: the %s", p.s.Cramping())
	}
	told.Side = Left
	if p.say(Tell{told}); p.s.Cramping() != Left {
		t.Errorf("told the left: the %s", p.s.Cramping())
	}
}

// TestOwnMinutes: heat and cold go first, then sets, repeats, and then what comes after
// the first exercise; of each the last first.
func TestOwnMinutes(t *testing.T) {
	turns := []content.Turn{
		{Any: []string{"toes-to-shin"}, Sets: num(3), Reps: num(4), Hold: sec(20), Rest: sec(5), Break: sec(30)},
		{Pack: content.Heat, For: sec(600)},
		{Any: []string{"leg-out"}, Sets: num(2), Reps: num(2), Hold: sec(20), Rest: sec(5), Break: sec(30)},
	}
	for minutes, want := range map[int]string{
		0:  "turn-1 3x4 turn-2 0x0 turn-3 2x2 []",
		30: "turn-1 3x4 turn-2 0x0 turn-3 2x2 []",
		12: "turn-1 3x4 turn-3 2x2 [{pack }]",
		8:  "turn-1 2x4 turn-3 2x2 [{sets } {pack }]",
		6:  "turn-1 2x4 turn-3 1x2 [{sets } {pack }]",
		4:  "turn-1 1x4 turn-3 1x2 [{sets } {pack }]",
		3:  "turn-1 1x4 turn-3 1x2 [{sets } {pack }]",
		2:  "turn-1 1x2 turn-3 1x2 [{sets } {pack }]",
		1:  "turn-1 1x1 [{sets } {pack } {item leg-out}]",
	} {
		f := sitting
		f.Minutes = minutes
		p := follow(t, f, turns...)
		var words []string
		for _, b := range p.s.Rest {
			words = append(words, fmt.Sprintf("%s %dx%d", b.Slot, max(min(1, b.Reps), b.Sets), b.PerSet()))
		}
		if got := strings.Join(append(words, fmt.Sprint(p.s.Cuts)), " "); got != want {
			t.Errorf("%d minutes: %s, want %s", minutes, got, want)
		}
		if minutes > 0 && Total(p.s.Rest) > time.Duration(minutes)*time.Minute {
			t.Errorf("%d minutes: it takes %v", minutes, Total(p.s.Rest))
		}
	}
	f := sitting
	f.Minutes = 1
	if p := follow(t, f, heatTurn, coldTurn); len(p.s.Rest) != 1 || p.s.Rest[0].Slot != "turn-1" {
		t.Errorf("of nothing but packs: %v", p.s.Rest)
	}
}

// TestSetsThatHaveBegunStay: whoever is short of time when a set runs gets it to its end.
func TestSetsThatHaveBegunStay(t *testing.T) {
	f := sitting
	p := follow(t, f, content.Turn{Any: []string{"toes-to-shin"}, Sets: num(3), Reps: num(2)}, quadTurn).row("hold")
	f.Minutes = 1
	p.say(Tell{f})
	if b := p.s.Head(); b.Sets != 3 || b.Reps != 6 || rowOf(p.s) != "hold" {
		t.Errorf("%d sets of %d in %q", b.Sets, b.PerSet(), rowOf(p.s))
	}
	p = follow(t, f, content.Turn{Any: []string{"toes-to-shin"}, Sets: num(3), Reps: num(2)}, quadTurn).row("hold")
	f.Minutes = 0
	if b := p.say(Tell{f}).s.Head(); b.Reps != 1 || b.Sets != 0 {
		t.Errorf("begun short it became %d sets of %d", b.Sets, b.PerSet())
	}
}

// TestBothLegsGetTheSame: where a turn is for both legs, the one that began short of time
// sets the measure for the other.
func TestBothLegsGetTheSame(t *testing.T) {
	f := sitting
	f.Minutes = 1
	p := follow(t, f, content.Turn{Any: []string{"toes-to-shin"}, Legs: content.BothLegs, Sets: num(2)}).row("hold")
	f.Minutes = 0
	p.say(Tell{f})
	if a, b := p.s.Rest[0], p.s.Rest[1]; a.Side != Left || b.Side != Right || a.Reps != b.Reps || a.Sets != b.Sets {
		t.Errorf("%s %d, %s %d", a.Side, a.Reps, b.Side, b.Reps)
	}
}
