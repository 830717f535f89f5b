package session

import (
	"slices"
	"testing"

	"uncramp/content"
)

// TestWhatCantBeDoneIsTold: a turn of which nothing suits doesn't vanish without a word,
// and a turn that something suits is not told of.
func TestWhatCantBeDoneIsTold(t *testing.T) {
	turns := []content.Turn{{Any: []string{"wall-calf", "toes-to-shin"}}, {Any: []string{"toe-raises"}}, {Any: []string{"towel-calf"}}}
	told := func(f Facts) (list []string) {
		r := mine(turns...)
		r.Own = true
		for _, x := range Follow(f, r, withRoutine(r)).Spared() {
			list = append(list, x.Name+": "+x.Why.Why)
			if x.Why.Choice == "" && x.Why.Source == "" {
				t.Errorf("%s rests on nothing", x.Name)
			}
		}
		return list
	}
	if got := told(Facts{Position: content.Standing}); !slices.Equal(got, []string{"Towel calf stretch: It is done seated or lying, with: towel."}) {
		t.Errorf("standing: %q", got)
	}
	if got := told(Facts{Position: content.Seated}); !slices.Equal(got, []string{"Toe raises: It is done standing, with: wall or chair."}) {
		t.Errorf("seated: %q", got)
	}
}

// TestOrderAtTheGate: whoever looks what another position would bring, and goes back, has
// the routine in its own order.
func TestOrderAtTheGate(t *testing.T) {
	r := mine(content.Turn{Any: []string{"towel-calf"}}, content.Turn{Any: []string{"forward-bend", "chair-edge"}}, content.Turn{Any: []string{"towel-quad", "quad-stand"}})
	p := &play{T: t, s: Follow(Facts{Position: content.Lying}, r, withRoutine(r))}
	places := func() (list []string) {
		for _, b := range p.s.Rest {
			list = append(list, b.Slot+" "+string(b.Side))
		}
		return list
	}
	before := places()
	for _, pos := range []content.Position{content.Standing, content.Seated, content.Lying} {
		f := p.s.Facts
		f.Position = pos
		p.say(Tell{Facts: f})
	}
	if got := places(); !slices.Equal(got, before) {
		t.Errorf("%v, and was %v", got, before)
	}
}
