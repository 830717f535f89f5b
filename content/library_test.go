package content

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestEveryStatementAndNumberRestsOnOneThing(t *testing.T) {
	lib := Embedded()
	grounds := 0
	walk(reflect.ValueOf(lib), "library", func(path string, v reflect.Value) {
		if v.Type() != groundType {
			return
		}
		g := v.Interface().(Ground)
		absent := v.IsZero() && strings.Contains(path, ".Dose.") // a part that the kind has no use for
		if absent {
			return
		}
		grounds++
		if (g.Source == "") == (g.Choice == "") {
			t.Errorf("%s: source %q and choice %q", path, g.Source, g.Choice)
		}
		if _, ok := lib.Source(g.Source); g.Source != "" && !ok {
			t.Errorf("%s: unknown source %q", path, g.Source)
		}
	})
	if grounds < 250 {
		t.Errorf("only %d grounds were looked at", grounds)
	}
}

func TestEveryNumberIsInsideSomethingWithAGround(t *testing.T) {
	free := map[reflect.Type]bool{ // numbers that state nothing about a body
		reflect.TypeFor[Tier](): true,
	}
	for typ, s := range shapes {
		for name, f := range s.fields {
			field := typ.FieldByIndex(f.index).Type
			named := name == "pull" || name == "year" // pull is our own ranking, as its comment says
			if field.Kind() == reflect.Int && !s.ground && !free[field] && !named {
				t.Errorf("%s.%s is a number without a ground", typ, name)
			}
		}
	}
}

func TestEveryDoseIsWithinItsBounds(t *testing.T) {
	for _, it := range Embedded().Items {
		d := it.Dose
		in := func(name string, n, low, high int) {
			if n < low || n > high {
				t.Errorf("%s: %s is %d, not %d to %d", it.ID, name, n, low, high)
			}
		}
		switch it.Kind {
		case Held:
			in("hold", d.Hold.Seconds, 5, 60)
			in("reps", d.Reps.Count, 1, 20)
			in("rest", d.Rest.Seconds, 1, 30)
		case Paced:
			in("rise", d.Rise.Seconds, 1, 10)
			in("hold", d.Hold.Seconds, 0, 10)
			in("lower", d.Lower.Seconds, 1, 10)
			in("rest", d.Rest.Seconds, 1, 30)
		case Timed:
			in("for", d.For.Seconds, 5, 120)
		case Open:
			in("for", d.For.Seconds, 30, 120)
			in("cap", d.Cap.Seconds, d.For.Seconds, 180)
		}
	}
}

func TestToeRaisesKeepTheDoseOfTheArticle(t *testing.T) {
	for _, id := range []string{"toe-raises", "toe-raises-seated"} {
		it, _ := Embedded().Item(id)
		d := it.Dose
		if d.Rise.Seconds+d.Hold.Seconds+d.Lower.Seconds != 5 || d.Reps.Count != 15 || d.Longer.Count != 20 || d.Rest.Seconds != 1 {
			t.Errorf("%s: %+v", id, d)
		}
		if !it.Shortens || it.EachSide {
			t.Errorf("%s shortens the muscle of both legs", id)
		}
	}
}

func TestRaisesStandLastInTheirStep(t *testing.T) {
	for _, r := range Embedded().Reliefs {
		for i, s := range r.Stretch {
			for _, id := range s.Any {
				it, _ := Embedded().Item(id)
				if it.Shortens && i != len(r.Stretch)-1 {
					t.Errorf("%s: %s is not last", r.Muscle, id)
				}
			}
		}
	}
}

// suits tells whether somebody can do an item.
func suits(it Item, p Position, have []Thing, care ...Care) bool {
	support := !it.Support || slices.Contains(have, Wall) || slices.Contains(have, Chair)
	out := slices.ContainsFunc(it.NotFor, func(x Exclusion) bool { return slices.Contains(care, x.Care) })
	return support && !out && slices.Contains(it.Positions, p) && within(it.AtHand, have)
}

func TestSlotsServeEveryPositionAndCare(t *testing.T) {
	lib := Embedded()
	for _, r := range lib.Reliefs {
		known := map[string]bool{}
		for _, slot := range append(slices.Clone(r.Stretch), r.Soothe...) {
			known[slot.ID] = true
			for _, p := range Positions() {
				for _, care := range append([]Care{""}, Cares()...) {
					served := slices.ContainsFunc(slot.Any, func(id string) bool {
						it, _ := lib.Item(id)
						return suits(it, p, nil, care)
					})
					if !served && !mayBeEmpty(slot.ID, p, care) {
						t.Errorf("%s: nothing in %s for %s %s", r.Muscle, slot.ID, p, care)
					}
				}
			}
		}
		for _, id := range []string{"stretch", "loosen", "raises", "massage", "roller", "move"} {
			if !known[id] {
				t.Errorf("%s: no slot %s", r.Muscle, id)
			}
		}
	}
}

// mayBeEmpty lists what is left out on purpose: the roller needs a roller,
// standing raises something to hold, and legs are not massaged in pregnancy.
func mayBeEmpty(slot string, p Position, care Care) bool {
	return slot == "roller" || slot == "raises" && p == Standing || slot == "massage" && care == Pregnant
}

func TestAllReasonsForCareAtOnceStillLeaveAStretchAndATest(t *testing.T) {
	lib := Embedded()
	for _, r := range lib.Reliefs {
		for _, p := range Positions() {
			for name, ids := range map[string][]string{"stretch": r.Stretch[0].Any, "softest": r.Softest, "check": r.Check} {
				if !slices.ContainsFunc(ids, func(id string) bool {
					it, _ := lib.Item(id)
					return suits(it, p, nil, Cares()...)
				}) {
					t.Errorf("%s: no %s %s", r.Muscle, name, p)
				}
			}
		}
	}
}

func TestGentlerChainsEndAndNeverAskForMore(t *testing.T) {
	lib := Embedded()
	for _, it := range lib.Items {
		for steps, from := 0, it; from.Gentler != ""; steps++ {
			to, ok := lib.Item(from.Gentler)
			if !ok || steps > len(lib.Items) {
				t.Fatalf("%s: the chain breaks or circles at %s", it.ID, from.ID)
			}
			if to.Pull > from.Pull || to.Dose.Hold.Seconds > from.Dose.Hold.Seconds || to.Shortens && !from.Shortens {
				t.Errorf("%s is not gentler than %s", to.ID, from.ID)
			}
			from = to
		}
	}
}

func TestArticlePointsOfTheCalfAreThere(t *testing.T) {
	seen := map[int]bool{}
	walk(reflect.ValueOf(Embedded()), "library", func(path string, v reflect.Value) {
		if strings.HasSuffix(path, ".Article") {
			for _, p := range v.Interface().([]int) {
				seen[p] = true
			}
		}
	})
	for _, p := range []int{1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15} {
		if !seen[p] {
			t.Errorf("nothing carries point %d", p)
		}
	}
}

func TestPacksComeOffInTimeAndAreKeptFromNumbSkinAndHeatIllness(t *testing.T) {
	for _, p := range Embedded().Packs {
		id, again := p.ID, map[Thing]int{Heat: 3600, Cold: 7200}[p.Kind]
		if p.Cap.Seconds > 1200 || p.For.Seconds > p.Cap.Seconds || p.Answer.Seconds != 60 || p.Again.Seconds < again {
			t.Errorf("%s: %v s, cap %v, answer %v, again %v", id, p.For.Seconds, p.Cap.Seconds, p.Answer.Seconds, p.Again.Seconds)
		}
		for _, care := range []Care{Numb, Circulation} {
			if !slices.ContainsFunc(p.NotFor, func(x Exclusion) bool { return x.Care == care }) {
				t.Errorf("%s is offered with %s", id, care)
			}
		}
	}
	for _, m := range Muscles() {
		heat, _ := Embedded().Pack(Heat, m)
		if !slices.ContainsFunc(heat.NotIn, func(x NotIn) bool { return x.Context == Long }) {
			t.Errorf("%s: heat is offered after long or hot exercise", m)
		}
	}
}

func TestWaitingKeepsTheTimesOfTheDesign(t *testing.T) {
	for _, w := range Embedded().Waitings {
		if w.Check.Seconds != 30 || w.Offer.Seconds != 120 || w.Help.Seconds != 600 {
			t.Errorf("%s: check %d, offer %d, help %d", w.Muscle, w.Check.Seconds, w.Offer.Seconds, w.Help.Seconds)
		}
		for _, c := range []Context{Exercise, Long} {
			if !strings.HasPrefix(w.Safe[c].Text, "Get somewhere safe") {
				t.Errorf("%s %s begins with %q", w.Muscle, c, w.Safe[c].Text)
			}
		}
		if !strings.HasPrefix(w.Unsaid.Text, "Get somewhere safe") {
			t.Errorf("%s begins with %q", w.Muscle, w.Unsaid.Text)
		}
	}
}

func TestEmergencyHelpNamesTheNumberOfThePerson(t *testing.T) {
	h, _ := Embedded().Help(Emergency)
	if !strings.Contains(h.Lines[0].Text, "{emergency}") {
		t.Errorf("%q", h.Lines[0].Text)
	}
	walk(reflect.ValueOf(Embedded()), "library", func(path string, v reflect.Value) {
		if v.Kind() == reflect.String {
			for _, number := range []string{"999", "112", "911", "111"} {
				if slices.Contains(strings.FieldsFunc(v.String(), func(r rune) bool { return !unicode.IsDigit(r) }), number) && !strings.Contains(path, "Sources") {
					t.Errorf("%s guesses the number %s: %q", path, number, v)
				}
			}
		}
	})
}

func TestSourcesNameNoCopyByItsAddress(t *testing.T) {
	for _, s := range Embedded().Sources {
		if s.Read != "publisher" && s.Where != "" {
			t.Errorf("%s was read as a %s, yet names %s", s.ID, s.Read, s.Where)
		}
		for _, kind := range []string{"blogspot", "shop", "wordpress", "scribd", "healthday", "zana.com", "doctoori"} {
			if strings.Contains(s.Where, kind) {
				t.Errorf("%s: %s", s.ID, s.Where)
			}
		}
	}
}
