package content

import (
	"regexp"
	"slices"
	"testing"
)

func TestRoutineBeforeBedKeepsTheDoseOfTheTrial(t *testing.T) {
	const trial = "hallegraeff-2012"
	r, _ := Embedded().Routine("bedtime")
	ids := make([]string, len(r.Turns))
	for i, x := range r.Turns {
		ids[i] = x.ID
		if x.Hold.Seconds != 10 || x.Rest.Seconds != 10 || x.Reps.Count != 3 {
			t.Errorf("%s: %+v", x.ID, x)
		}
		if x.Hold.Source != trial || x.Rest.Source != trial || x.Reps.Source != trial {
			t.Errorf("%s rests on something other than the trial: %+v", x.ID, x)
		}
		for _, id := range x.Any {
			it, _ := Embedded().Item(id)
			if it.Kind != Held || !it.EachSide || !slices.Contains(it.Muscles, Muscle(x.ID)) {
				t.Errorf("%s: %s is no held stretch of that muscle on each side", x.ID, id)
			}
		}
	}
	if !slices.Equal(ids, []string{"calf", "hamstring"}) || r.Context != Sleep || r.Source != trial {
		t.Errorf("%v in context %q, by %q", ids, r.Context, r.Source)
	}
}

func TestRoutineBeforeBedTellsBothTrials(t *testing.T) {
	r, _ := Embedded().Routine("bedtime")
	for _, id := range []string{"hallegraeff-2012", "coppin-2005"} {
		if !slices.ContainsFunc(r.Notes, func(n Line) bool { return n.Source == id }) {
			t.Errorf("no note cites %s", id)
		}
	}
}

func TestRoutineForTheLegsIsTheFourStretchesOfTheArticleInOrder(t *testing.T) {
	r, _ := Embedded().Routine("legs")
	points := []int{7, 8, 9, 10}
	if len(r.Turns) != len(points) {
		t.Fatalf("%d turns", len(r.Turns))
	}
	for i, x := range r.Turns {
		p := person{r.Position, r.Have, nil}
		at := slices.IndexFunc(x.Any, func(id string) bool {
			it, _ := Embedded().Item(id)
			return p.can(it)
		})
		if at < 0 {
			t.Errorf("%s: nothing to do %s", x.ID, r.Position)
			continue
		}
		if it, _ := Embedded().Item(x.Any[at]); !slices.Contains(it.Article, points[i]) {
			t.Errorf("%s begins with %s, which carries %v, not %d", x.ID, it.ID, it.Article, points[i])
		}
		if x.Hold.Seconds+x.Rest.Seconds+x.Reps.Count > 0 {
			t.Errorf("%s has a dose of its own", x.ID)
		}
	}
}

func TestRoutinesStandById(t *testing.T) {
	files := library(t)
	files["routines/legs-short.yaml"] = files["routines/legs.yaml"]
	edit(t, files, "routines/legs-short.yaml", "id: legs", "id: legs-short")
	lib, err := LoadFS(files)
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, len(lib.Routines))
	for i, r := range lib.Routines {
		ids[i] = r.ID
	}
	if !slices.IsSorted(ids) {
		t.Errorf("%q", ids)
	}
}

// stops ends a sentence, where a colon only leads on.
var stops = regexp.MustCompile(`[.?!](\s|$)`)

func TestDisagreementsRestOnTheirOwnGround(t *testing.T) {
	a, _ := Embedded().Advice("disagree")
	for _, l := range a.Lines {
		if n := len(stops.FindAllString(l.Text, -1)); n != 1 {
			t.Errorf("%d sentences: %q", n, l.Text)
		}
		_, known := Embedded().Source(l.Source)
		if (l.Choice == "") == (l.Source == "") || l.Choice == "" && !known {
			t.Errorf("source %q and choice %q: %q", l.Source, l.Choice, l.Text)
		}
	}
}
