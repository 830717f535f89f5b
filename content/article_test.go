package content

import (
	"path"
	"slices"
	"testing"
)

// articles is the points of the base article that each file carries.
func articles() map[string][]int {
	lib, all := Embedded(), map[string][]int{}
	for _, x := range lib.Items {
		all["items/"+x.ID] = x.Article
	}
	for _, x := range lib.Waitings {
		all["waiting/"+string(x.Muscle)] = x.Article
	}
	for _, x := range lib.Packs {
		all["packs/"+x.ID] = x.Article
	}
	for _, x := range lib.Drinks {
		all["drinks/"+string(x.Context)] = x.Article
	}
	for _, x := range lib.Causes {
		all["causes/"+string(x.Context)] = x.Article
	}
	for _, x := range lib.Routines {
		all["routines/"+x.ID] = x.Article
	}
	for _, x := range lib.Advices {
		all["advice/"+x.ID] = x.Article
	}
	for _, x := range lib.Topics {
		all["learn/"+x.ID] = x.Article
	}
	return all
}

// carriers says which files carry a point of the article: every one that matches
// must, and one must match.
var carriers = map[int][]string{
	1:  {"waiting/*", "advice/cramp", "learn/cramp"},
	2:  {"advice/cramp", "learn/cramp"},
	3:  {"causes/*", "advice/causes", "advice/disagree", "learn/why"},
	4:  {"waiting/*", "advice/pull", "advice/disagree"},
	5:  {"drinks/*", "causes/long", "advice/causes", "advice/disagree", "learn/drinks"},
	6:  {"advice/pull", "advice/stop", "routines/*"},
	7:  {"items/wall-calf", "routines/legs"},
	8:  {"items/toe-raises*", "items/toe-lifts*", "routines/legs", "advice/disagree"},
	9:  {"items/quad-stand", "routines/legs"},
	10: {"items/forward-bend", "items/chair-edge", "items/bed-bend", "routines/legs"},
	11: {"items/walk-slowly", "items/jiggle"},
	12: {"items/massage-*", "items/light-*"},
	13: {"packs/*", "advice/later", "advice/disagree"},
	14: {"items/move-*", "items/toe-spread"},
	15: {"items/roller-*", "advice/disagree"},
	16: {"items/ball-*"},
}

func TestEveryPointOfTheArticleStandsWhereItBelongs(t *testing.T) {
	all := articles()
	for point := 1; point <= 16; point++ {
		if len(carriers[point]) == 0 {
			t.Errorf("nothing is asked to carry point %d", point)
		}
		for _, pattern := range carriers[point] {
			matched := false
			for file, points := range all {
				if ok, err := path.Match(pattern, file); err != nil || !ok {
					continue
				}
				if matched = true; !slices.Contains(points, point) {
					t.Errorf("%s carries %v, not point %d", file, points, point)
				}
			}
			if !matched {
				t.Errorf("point %d: no %s", point, pattern)
			}
		}
	}
}

// TestItemsCarryThePointOfTheirKind keeps a new item from being left out of the
// table above.
func TestItemsCarryThePointOfTheirKind(t *testing.T) {
	for _, it := range Embedded().Items {
		want := 0
		switch {
		case it.Kind == Held:
			want = 6
		case it.Shortens:
			want = 8
		case it.Kind == Open:
			want = 12
		case slices.Contains(it.AtHand, Roller):
			want = 15
		case slices.Contains(it.AtHand, Ball):
			want = 16
		}
		if want > 0 && !slices.Contains(it.Article, want) {
			t.Errorf("%s carries %v, not point %d", it.ID, it.Article, want)
		}
	}
}
