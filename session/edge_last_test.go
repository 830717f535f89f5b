package session

import (
	"testing"

	"uncramp/content"
)

// TestNobodySitsUpForNothing: sitting on the edge comes before something. Where all else
// is done, or was left out because it brought the cramp back, nothing is left.
func TestNobodySitsUpForNothing(t *testing.T) {
	lib := content.Embedded()
	for _, r := range lib.Routines {
		f := Facts{Muscle: content.Calf}.Following(r)
		f.Position, f.Lain = content.Standing, true
		plan := Build(lib, f, Ease{}, nil)
		if len(plan) < 2 || plan[0].Item != edgeItem {
			t.Fatalf("%s: who lay sits up first, before something: %v", r.ID, plan)
		}
		var e Ease
		for _, b := range plan[1:] {
			e.Closed = append(e.Closed, b.place())
		}
		if left := Build(lib, f, Ease{}, plan[1:]); len(left) > 0 {
			t.Errorf("%s: with all else done %v is left", r.ID, left)
		}
		if left := Build(lib, f, e, nil); len(left) > 0 {
			t.Errorf("%s: with all else closed %v is left", r.ID, left)
		}
	}
}
