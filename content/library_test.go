package content

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// mayBeAbsent is the parts of a dose that the kind has no use for, and those that
// a routine leaves as they are.
var mayBeAbsent = regexp.MustCompile(`\.(Dose\.\w+|Turns\[\d+\]\.(Sets|Break|Reps|Rise|Hold|Lower|Rest|For))$`)

func TestEveryStatementAndNumberRestsOnOneThing(t *testing.T) {
	lib := Embedded()
	grounds, absent := 0, map[string]bool{}
	walk(reflect.ValueOf(lib), "library", func(path string, v reflect.Value) {
		if v.IsZero() && mayBeAbsent.MatchString(path) {
			absent[path+".Ground"] = true
		}
		if v.Type() != groundType || absent[path] {
			return
		}
		g := v.Interface().(Ground)
		grounds++
		if (g.Source == "") == (g.Choice == "") {
			t.Errorf("%s: source %q and choice %q", path, g.Source, g.Choice)
		}
		if _, ok := lib.Source(g.Source); g.Source != "" && !ok {
			t.Errorf("%s: unknown source %q", path, g.Source)
		}
	})
	if grounds < 800 {
		t.Errorf("only %d grounds were looked at", grounds)
	}
}

func TestEveryNumberIsInsideSomethingWithAGround(t *testing.T) {
	free := map[reflect.Type]bool{ // numbers that state nothing about a body
		reflect.TypeFor[Tier](): true,
	}
	drawn := []reflect.Type{reflect.TypeFor[Figure](), reflect.TypeFor[Tempo]()} // how a picture is drawn is no dose
	for typ, s := range shapes {
		if slices.Contains(drawn, typ) {
			continue
		}
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
			if d.Least.Seconds > 0 {
				in("least", d.Least.Seconds, 30, d.For.Seconds)
			}
		}
	}
}

func TestTimesSaidInWordsAreThoseOfTheClock(t *testing.T) {
	lib := Embedded()
	for key, seconds := range map[string]int{"help": lib.Waitings[0].Help.Seconds, "no-pack-time": lib.Pace.LeastPack.Seconds} {
		if words := lib.Phrase(key); seconds != 600 || !strings.Contains(words, "ten minutes") {
			t.Errorf("%q, but it is %d s", words, seconds)
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
