package content

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// mine is a routine of a person's own with everything in it.
const mine = `name: Mine
for: For my legs.
position: lying
have: [towel, heat]
choice: I wrote it
turns:
  - id: calf
    any: [towel-calf]
    sets: 2
    break: 30
    hold: 120
    words: ["Slowly.", {text: 'Your {side} leg.', choice: I forget}]
  - id: lifts
    any: [toe-lifts]
    rise: 2
    hold: 0
    reps: {count: 5, source: aaos-cramp}
  - id: knee
    any: [my-knee]
    legs: left
  - id: warm
    pack: heat
    for: 600
notes: [Only when warm.]
items:
  - id: my-knee
    name: My knee
    step: stretch
    kind: held
    verb: HOLD
    muscles: [hamstring]
    positions: [lying]
    each_side: true
    how:
      - Lie down.
      - Take your {side} knee.
      - Draw it in a little.
    say: Draw your {side} knee in.
    dose: {hold: 20, rest: 10, reps: 2}
    pull: 1
    notes: [Only mildly.]
`

// changedMine is that file with one text in it replaced.
func changedMine(tb testing.TB, old, fresh string) []byte {
	tb.Helper()
	if !strings.Contains(mine, old) {
		tb.Fatalf("there is no %q", old)
	}
	return []byte(strings.Replace(mine, old, fresh, 1))
}

// readMine is that routine.
func readMine(tb testing.TB) Own {
	tb.Helper()
	o, err := ReadOwn("mine.yaml", []byte(mine))
	if err != nil {
		tb.Fatal(err)
	}
	return o
}

func TestOwnMayBeBrief(t *testing.T) {
	t.Parallel()
	o := readMine(t)
	its := Ground{Choice: "your file: I wrote it"}
	calf, lifts, knee := o.Turns[0], o.Turns[1], o.Items[0]
	for what, pair := range map[string][2]any{
		"the id":           {o.ID, "mine"},
		"whose":            {o.Own, true},
		"the whole":        {o.Ground, its},
		"for":              {o.For, Line{"For my legs.", its}},
		"a number":         {calf.Hold, Seconds{120, its}},
		"sets":             {calf.Sets, Count{2, its}},
		"what is absent":   {calf.Rest, Seconds{}},
		"a hold of none":   {lifts.Hold, Seconds{0, its}},
		"with a source":    {lifts.Reps, Count{5, Ground{Source: "aaos-cramp"}}},
		"a line":           {calf.Words[0], Line{"Slowly.", its}},
		"with a reason":    {calf.Words[1], Line{"Your {side} leg.", Ground{Choice: "your file: I forget"}}},
		"an item's dose":   {knee.Dose.Hold, Seconds{20, its}},
		"an item's line":   {knee.How[1], Line{"Take your {side} knee.", its}},
		"an item's note":   {knee.Notes[0], Note{Line: Line{"Only mildly.", its}}},
		"a routine's note": {o.Notes[0], Line{"Only when warm.", its}},
		"a pack":           {o.Turns[3].For, Seconds{600, its}},
	} {
		if !equal(pair[0], pair[1]) {
			t.Errorf("%s: %+v, want %+v", what, pair[0], pair[1])
		}
	}
}

func TestOwnStandsBesideTheLibrary(t *testing.T) {
	t.Parallel()
	before := Embedded()
	items, routines := slices.Clone(before.Items), slices.Clone(before.Routines)
	lib, err := before.With(readMine(t))
	if err != nil {
		t.Fatal(err)
	}
	r, ok := lib.Routine("mine")
	if !ok || !r.Own || len(lib.Routines) != len(routines)+1 || len(lib.Items) != len(items)+1 {
		t.Errorf("%v, %d routines, %d items", ok, len(lib.Routines), len(lib.Items))
	}
	if it, ok := lib.Item("my-knee"); !ok || it.Name != "My knee" {
		t.Errorf("%+v", it)
	}
	sorted := slices.IsSortedFunc(lib.Items, func(a, b Item) int { return strings.Compare(a.ID, b.ID) })
	if !sorted || !equal(before.Items, items) || !equal(before.Routines, routines) {
		t.Error("not in order, or the library itself has changed")
	}
	for _, r := range routines {
		if r.Own {
			t.Errorf("%s is the library's", r.ID)
		}
	}
	for _, o := range []Own{readMine(t), {Routine: Routine{ID: "other"}, Items: []Item{{ID: "my-knee"}}}, {Routine: Routine{ID: "legs"}}} {
		if _, err := lib.With(o); err == nil || !strings.HasPrefix(err.Error(), "there is ") {
			t.Errorf("%s: a second time: %v", o.ID, err)
		}
	}
}

// TestOwnTakesNothingAway: whatever a file says, the library's own exercises stay as they
// are, with what speaks against them.
func TestOwnTakesNothingAway(t *testing.T) {
	t.Parallel()
	lib, err := Embedded().With(readMine(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range Embedded().Items {
		if got, _ := lib.Item(it.ID); !equal(got, it) {
			t.Errorf("%s is another", it.ID)
		}
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Turn]()) {
		if known := []string{"ID", "Any", "Pack", "Sets", "Break", "Reps", "Rise", "Hold", "Lower", "Rest", "For", "Legs", "Words"}; !slices.Contains(known, f.Name) {
			t.Errorf("a turn says %s: may it take a caution away?", f.Name)
		}
	}
}

// repeated is a file with so many turns of one kind, and so many items.
func repeated(turns int, turn string, items int) []byte {
	var b strings.Builder
	b.WriteString("name: Mine\nfor: For my legs.\nposition: lying\nchoice: c\nturns:\n")
	for i := range turns {
		fmt.Fprintf(&b, "  - {id: t%d, %s}\n", i, turn)
	}
	_, item, _ := strings.Cut(mine, "items:\n")
	for i := range items {
		if i == 0 {
			b.WriteString("items:\n")
		}
		b.WriteString(strings.Replace(item, "id: my-knee", fmt.Sprintf("id: my-knee-%d", i), 1))
	}
	return []byte(b.String())
}

func TestOwnIsBounded(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		data []byte
		want string
	}{
		{"40 turns and 20 items", repeated(40, "any: [bed-bend]", 20), ""},
		{"41 turns", repeated(41, "any: [bed-bend]", 0), "x.yaml:5:1: 41 entries; expected 1 to 40"},
		{"21 items", repeated(1, "any: [bed-bend]", 21), "x.yaml:7:1: 21 entries; expected 0 to 20"},
		// 15 s to get into place, 60 holds, 57 rests and 2 breaks.
		{"just two hours", repeated(1, "any: [bed-bend], hold: 115, reps: 20, sets: 3, rest: 1, break: 114", 0), ""},
		{"a second longer", repeated(1, "any: [bed-bend], hold: 115, reps: 20, sets: 3, rest: 1, break: 115", 0), "x.yaml:5:1: a routine of 2 h 1 min; expected at most 2 hours"},
		{"longer than two hours", repeated(2, "any: [leg-out], hold: 120, reps: 20, rest: 1", 0), "x.yaml:5:1: a routine of 2 h 43 min; expected at most 2 hours"},
		{"shorter on one leg", repeated(2, "any: [leg-out], hold: 120, reps: 20, rest: 1, legs: left", 0), ""},
		{"many sets", repeated(1, "any: [bed-bend], hold: 100, reps: 5, sets: 10, break: 180", 0), ""},
		{"many long sets", repeated(1, "any: [bed-bend], hold: 120, reps: 5, sets: 10, break: 180", 0), "x.yaml:5:1: a routine of 2 h 14 min; expected at most 2 hours"},
	} {
		got := ""
		if _, err := ReadOwn("x.yaml", x.data); err != nil {
			got = err.Error()
		}
		if got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", x.name, got, x.want)
		}
	}
}

// TestOwnIsRefusedQuickly: what costs more than it should is no routine.
func TestOwnIsRefusedQuickly(t *testing.T) {
	t.Parallel()
	long := func(line string) string { return strings.Repeat(line, 1<<20/len(line)) }
	numbered := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	var deep strings.Builder
	for i := range 390 {
		deep.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	for name, text := range map[string]string{
		"too large":           long("# nothing at all\n") + strings.Repeat("#", 20),
		"only comments":       long("# nothing at all\n"),
		"many lines":          long("a: b\n"),
		"many brackets":       long("[[[[[[[[[[[[[[[\n"),
		"many commas":         "a: [" + long(",,,,,,,,,,,,,,,\n")[8:],
		"one long text":       "a: \"" + long("many words in it\n")[9:] + "\"",
		"lines without end":   long("\n"),
		"many fields":         numbered("k%d: 1\n", 6500),
		"many turns":          "turns:\n" + numbered("  - {id: t%d}\n", 2500),
		"many names":          "turns:\n  - id: t\n    any:\n" + numbered("      - wal-calf-%d\n", 9000),
		"many things":         "have:\n" + strings.Repeat("  - wall\n", 9000),
		"deep fields":         deep.String(),
		"deep brackets":       "a: " + strings.Repeat("[", 300),
		"an alias bomb":       "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
		"many colons":         long("a:::::::::::::::::::::::::\n"),
		"quotes without end":  long("'''''''''''''''''\n"),
		"signs of everything": long("? - : ! & * | > % @ `\n"),
	} {
		began := time.Now()
		_, err := ReadOwn("x.yaml", []byte(text))
		if took := time.Since(began); took > limit {
			t.Errorf("%s: refused only after %v", name, took)
		}
		if err == nil {
			t.Errorf("%s is taken", name)
			continue
		}
		if e, ok := errors.AsType[Errors](err); !ok || len(e.Error()) > 2000 || len(e) > mostSlips {
			t.Errorf("%s: %d bytes of %T", name, len(err.Error()), err)
		}
	}
}
