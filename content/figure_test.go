package content

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// countFigures is how many figures of a library show something.
func countFigures(lib *Library, m Muscle, p Position, shows func(Figure) bool) int {
	n := 0
	for _, f := range lib.Figures {
		if shows(f) && f.suits(m, p) {
			n++
		}
	}
	return n
}

// TestEverythingThatIsDoneHasOneFigure counts them in the files themselves, and asks
// the library for each.
func TestEverythingThatIsDoneHasOneFigure(t *testing.T) {
	lib, err := LoadFS(embedded)
	if err != nil {
		t.Fatal(err)
	}
	one := func(n int, f Figure, ok bool, what string, m Muscle, p Position) {
		if n != 1 || !ok || f.ID == "" {
			t.Errorf("%d figures of %s, %s %s; found %q", n, what, m, p, f.ID)
		}
	}
	for _, it := range lib.Items {
		for _, m := range it.Muscles {
			for _, p := range it.Positions {
				f, ok := lib.ItemFigure(it.ID, m, p)
				one(countFigures(lib, m, p, func(f Figure) bool { return slices.Contains(f.Items, it.ID) }), f, ok, it.ID, m, p)
			}
		}
	}
	for _, p := range Positions() {
		for _, m := range Muscles() {
			for _, kind := range []Thing{Heat, Cold} {
				pack, _ := lib.Pack(kind, m)
				f, ok := lib.PackFigure(pack.ID, m, p)
				one(countFigures(lib, m, p, func(f Figure) bool { return slices.Contains(f.Packs, pack.ID) }), f, ok, pack.ID, m, p)
			}
			f, ok := FirstFigure(m, p)
			one(countFigures(lib, m, p, func(f Figure) bool { return slices.Contains(f.Waits, m) }), f, ok, "the wait", m, p)
		}
	}
}

// TestFirstFigureAgreesWithTheFiles holds what the first frame draws to the whole
// library.
func TestFirstFigureAgreesWithTheFiles(t *testing.T) {
	lib, err := LoadFS(embedded)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range Muscles() {
		for _, p := range Positions() {
			first, ok := FirstFigure(m, p)
			whole, known := find(lib.Figures, func(f *Figure) bool { return f.ID == first.ID })
			if !ok || !known || !equal(first, whole) {
				t.Errorf("%s %s: the first frame has %q, and the files have another", m, p, first.ID)
			}
		}
	}
	if f, ok := FirstFigure("elbow", Seated); ok {
		t.Errorf("the elbow waits as %q", f.ID)
	}
}

// TestLibraryKeepsFiguresInOrder finds each file of the folder under its own id.
func TestLibraryKeepsFiguresInOrder(t *testing.T) {
	files, err := fs.Glob(embedded, "figures/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var ids, want []string
	for _, f := range Embedded().Figures {
		ids = append(ids, f.ID)
	}
	for _, file := range files {
		want = append(want, base(file))
	}
	slices.Sort(want)
	if !slices.Equal(ids, want) {
		t.Errorf("figures %v\nfiles %v", ids, want)
	}
}

// TestWordsSayWhatAFigureShows holds the words that stand in for a picture to their
// form: they are read aloud.
func TestWordsSayWhatAFigureShows(t *testing.T) {
	seen := map[string]string{}
	for _, f := range Embedded().Figures {
		if len(strings.Fields(f.Words)) < 8 || !strings.HasSuffix(f.Words, ".") {
			t.Errorf("%s: %q is no sentence", f.ID, f.Words)
		}
		if strings.ContainsFunc(f.Words, unicode.IsDigit) {
			t.Errorf("%s: a digit in %q", f.ID, f.Words)
		}
		if other, ok := seen[f.Words]; ok {
			t.Errorf("%s is told in the words of %s", f.ID, other)
		}
		seen[f.Words] = f.ID
		for _, p := range f.Positions {
			if !f.shownAs(p) {
				t.Errorf("%s shows nobody %s: %q", f.ID, p, f.Words)
			}
		}
	}
}

// shownAs says that a figure's words don't name a position other than its own.
func (f Figure) shownAs(p Position) bool {
	lies := strings.Contains(f.Words, "Someone lies") || strings.Contains(f.Words, "Someone is lying")
	stands := strings.HasPrefix(f.Words, "Someone stands")
	return (p == Lying || !lies) && (p != Lying || !stands)
}

// TestPointFallsBackToTheFirstPose leaves out what doesn't differ.
func TestPointFallsBackToTheFirstPose(t *testing.T) {
	f := Figure{Poses: []Pose{
		{Name: "one", Points: map[string][]int{"heel": {1, 2}, "toe": {3, 4}, "odd": {5}}},
		{Name: "two", Points: map[string][]int{"toe": {6, 7}, "ball": {8}}},
	}}
	for _, x := range []struct {
		pose, name string
		x, y       int
		ok         bool
	}{
		{"one", "toe", 3, 4, true}, {"two", "toe", 6, 7, true}, {"two", "heel", 1, 2, true},
		{"two", "hip", 0, 0, false}, {"two", "odd", 0, 0, false}, {"two", "ball", 0, 0, false},
	} {
		pose, found := f.Pose(x.pose)
		gotX, gotY, ok := f.Point(pose, x.name)
		if !found || gotX != x.x || gotY != x.y || ok != x.ok {
			t.Errorf("%s of %s is at %d, %d (%v)", x.name, x.pose, gotX, gotY, ok)
		}
	}
	if _, ok := f.Pose("three"); ok {
		t.Error("a third pose")
	}
	if _, _, ok := (Figure{}).Point(Pose{}, "heel"); ok {
		t.Error("a point of no figure")
	}
}

// TestFigureSuitsAllThatItDoesNotRuleOut takes an empty list for everything.
func TestFigureSuitsAllThatItDoesNotRuleOut(t *testing.T) {
	for _, x := range []struct {
		muscles   []Muscle
		positions []Position
		ok        bool
	}{
		{nil, nil, true},
		{[]Muscle{Calf, Arch}, nil, true},
		{[]Muscle{Arch}, nil, false},
		{nil, []Position{Seated}, true},
		{nil, []Position{Lying}, false},
		{[]Muscle{Calf}, []Position{Lying}, false},
	} {
		if ok := (Figure{Muscles: x.muscles, Positions: x.positions}).suits(Calf, Seated); ok != x.ok {
			t.Errorf("%v %v suits the calf, seated: %v", x.muscles, x.positions, ok)
		}
	}
}

// TestSkeletonsAreWholeAndGrowOutward draws each bone from a point that is there
// already: a picture is laid out from the middle of a body outward.
func TestSkeletonsAreWholeAndGrowOutward(t *testing.T) {
	for _, v := range Views() {
		bones := v.Bones()
		if len(bones) == 0 {
			t.Fatalf("%s has no bones", v)
		}
		there := map[string]bool{bones[0].From: true}
		for _, b := range bones {
			outward := there[b.From] || v == Foot // a foot hangs on two points: its heel and its ankle
			if !outward || b.Long <= 0 {
				t.Errorf("%s: %s to %s, %d long", v, b.From, b.To, b.Long)
			}
			there[b.To] = true
		}
	}
}
