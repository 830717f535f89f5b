package figure

import (
	"math"
	"slices"
	"testing"

	"uncramp/content"
)

// eachInstant visits a figure at all its moments, and tells nobody twice of what is
// wrong with it.
func eachInstant(t *testing.T, check func(f content.Figure, at points) string) {
	t.Helper()
	for _, f := range figures() {
		told := map[string]bool{}
		moments(f, func(m Moment) {
			if wrong := check(f, At(f, m).points); wrong != "" && !told[wrong] && len(told) < 5 {
				told[wrong] = true
				t.Errorf("%s: %s (%s after %q, at %v)", f.ID, wrong, m.Phase.Kind, m.Before.Kind, m.Elapsed)
			}
		})
	}
}

// TestLimbsKeepTheirLength holds a body that moves to what the loader holds its poses
// to. A limb that points out of the picture may look shorter, never longer.
func TestLimbsKeepTheirLength(t *testing.T) {
	eachInstant(t, func(f content.Figure, at points) string {
		for _, b := range f.View.Bones() {
			is, want := at[b.To].sub(at[b.From]).long(), float64(b.Long*f.Size)/1000
			short := slices.Contains(f.Foreshortened, b.To)
			if is > want*1.1+0.01 || !short && is < want*0.9-0.01 {
				return b.From + " to " + b.To + " changes its length"
			}
		}
		return ""
	})
}

// TestPlantedFeetStayWhereTheyAre lets them neither slide nor lift.
func TestPlantedFeetStayWhereTheyAre(t *testing.T) {
	eachInstant(t, func(f content.Figure, at points) string {
		for _, name := range f.Feet {
			x, y, _ := f.Point(f.Poses[0], name)
			if p := at[name]; math.Abs(p.x-float64(x)) > 12 || math.Abs(p.y-float64(y)) > 12 {
				return name + " leaves its place"
			}
		}
		return ""
	})
}

// TestNothingLeavesTheBox lets a foot that turns swing a little beyond two poses at the
// edge: a picture has a margin.
func TestNothingLeavesTheBox(t *testing.T) {
	eachInstant(t, func(_ content.Figure, at points) string {
		for name, p := range at {
			if min(p.x, p.y) < -15 || max(p.x, p.y) > 1015 {
				return name + " is out of the box"
			}
		}
		return ""
	})
}

// TestNothingSinksIntoTheFloor looks at bodies on their way, between poses that the
// loader has seen.
func TestNothingSinksIntoTheFloor(t *testing.T) {
	eachInstant(t, func(f content.Figure, at points) string {
		for _, b := range f.View.Bones() {
			if f.Floor > 0 && at[b.To].y > float64(f.Floor)+15 {
				return b.To + " sinks into the floor"
			}
		}
		return ""
	})
}

// TestEndOfALimbThatStaysDoesNotSwing moves the body between two poses in which a hand
// or a foot is at the same place: the elbow or the knee bends.
func TestEndOfALimbThatStaysDoesNotSwing(t *testing.T) {
	ends := []string{"near-hand", "far-hand", "near-heel", "far-heel", "near-toe", "far-toe"}
	for _, f := range figures() {
		for _, a := range f.Poses {
			for _, b := range f.Poses {
				from, to, mid := places(f, a), places(f, b), halfway(f, a, b).points
				for _, end := range ends {
					if from[end] == to[end] && mid[end].sub(from[end]).long() > 0.01 {
						t.Errorf("%s: %s swings between %s and %s", f.ID, end, a.Name, b.Name)
					}
				}
			}
		}
	}
}

// TestFootTurnsAboutAHeelThatStays lifts the toes a quarter of a turn: on the way the
// foot is as long as before, not as long as the way between the two.
func TestFootTurnsAboutAHeelThatStays(t *testing.T) {
	f := stick()
	down, up := f.Poses[0], content.Pose{Name: "toes up", Points: map[string][]int{"near-toe": {680, 753}}}
	at := halfway(f, down, up).points
	if long := at["near-toe"].sub(at["near-heel"]).long(); math.Abs(long-104) > 0.1 {
		t.Errorf("halfway the foot is %.0f long, not 104", long)
	}
}
