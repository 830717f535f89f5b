package session

import (
	"slices"
	"testing"

	"uncramp/content"
)

// spared says why an item is spared, "" = it isn't.
func spared(s Session, item string) string {
	list := s.Spared()
	if i := slices.IndexFunc(list, func(x Spared) bool { return x.ID == item }); i >= 0 {
		return list[i].Why.Why
	}
	return ""
}

// TestSpared: what would be in the plan, were it for this person, and why it isn't.
func TestSpared(t *testing.T) {
	wall := Set[content.Thing]{content.Wall}
	unsteady := Facts{Muscle: content.Calf, Position: content.Standing, Have: wall, Care: Set[content.Care]{content.Unsteady}}
	night := Facts{Muscle: content.Quad, Position: content.Standing, Have: wall, Context: content.Sleep}
	pregnant := Facts{Routine: "legs", Care: Set[content.Care]{content.Pregnant}}
	for _, c := range []struct {
		facts Facts
		item  string
		why   string
	}{
		{unsteady, "wall-calf", itemsByID()["wall-calf"].NotFor[0].Why},
		{unsteady, "walk-slowly", itemsByID()["walk-slowly"].NotFor[0].Why},
		{unsteady, "walk-test", itemsByID()["walk-test"].NotFor[0].Why},
		{unsteady, "towel-calf", ""}, // nobody does that standing
		{unsteady, "roller-calf", ""},
		{unsteady, "toes-to-shin", ""},
		{night, "quad-stand", itemsByID()["quad-stand"].NotIn[0].Why},
		{night, "heel-slide", ""},
		{pregnant, "toe-raises", why(t, "toe-raises", content.Pregnant)},
		{pregnant, "forward-bend", why(t, "forward-bend", content.Pregnant)},
		{pregnant, "wall-calf", ""},
		{pregnant, "massage-calf", ""}, // no routine has one
	} {
		if got := spared(start(c.facts), c.item); got != c.why {
			t.Errorf("%s: %q, want %q", c.item, got, c.why)
		}
	}
	if got := start(unsteady).Spared()[0].ID; got != "wall-calf" {
		t.Errorf("first comes %s", got)
	}
}

// why is why an item is not for somebody.
func why(t *testing.T, item string, care content.Care) string {
	t.Helper()
	for _, x := range itemsByID()[item].NotFor {
		if x.Care == care {
			return x.Why
		}
	}
	t.Fatalf("%s is for %s", item, care)
	return ""
}

// TestSparedIsNotInThePlan: whoever told of no care is spared nothing outside of a
// context, and what is spared is in nobody's plan, with a reason in words.
func TestSparedIsNotInThePlan(t *testing.T) {
	for f := range people(97) {
		if f.Minutes > 0 || f.Side != Left {
			continue
		}
		for _, f.Muscle = range content.Muscles() {
			s := start(f)
			list, plan := s.Spared(), Build(library(), f, Ease{}, nil)
			if len(f.Care) == 0 && f.Context == "" && len(list) > 0 {
				t.Fatalf("%+v: spared %s", f, list[0].ID)
			}
			for _, x := range list {
				in := slices.ContainsFunc(plan, func(b Block) bool { return b.Item == x.ID })
				if in || x.Why.Why == "" || !grounded(x.Why.Ground) {
					t.Fatalf("%+v: spared %s: %+v", f, x.ID, x.Why)
				}
			}
		}
	}
}

// TestDrinks: by what the person was doing, and by what they may drink.
func TestDrinks(t *testing.T) {
	for _, c := range append(content.Contexts(), "") {
		f := Facts{Context: c}
		want := library().Drink(c)
		if got := start(f).Drinks(); want.Context != c || len(got) == 0 || !slices.Equal(got, want.Lines) {
			t.Errorf("%q: %v", c, got)
		}
		f.Care = Set[content.Care]{content.FluidLimit}
		if got := start(f).Drinks(); len(got) == 0 || !slices.Equal(got, want.Limited) {
			t.Errorf("%q with a limit: %v", c, got)
		}
	}
}

// TestSided: the legs stand by their names in the words for a person.
func TestSided(t *testing.T) {
	for _, c := range []struct {
		text string
		side Side
		want string
	}{
		{"", Left, ""},
		{"sit.", Left, "Sit."},
		{"{side} foot back, {other} foot in front.", Left, "Left foot back, right foot in front."},
		{"{side} foot back, {other} foot in front.", Right, "Right foot back, left foot in front."},
		{"{other} foot flat. {side} leg out.", Left, "Right foot flat. Left leg out."},
		{"Tired? {other} leg! {side} one.", Both, "Tired? Other leg! Sore one."},
		{"Bend the {side} knee.", Both, "Bend the sore knee."},
		{"{other} knee, then the {side} one.", Both, "Other knee, then the sore one."},
	} {
		if got := Sided(c.text, c.side); got != c.want {
			t.Errorf("%q on %s: %q, want %q", c.text, c.side, got, c.want)
		}
	}
}
