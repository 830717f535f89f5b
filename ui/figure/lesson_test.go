package figure

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// TestLeadShowsOnceWhatComes holds that in a lead the figure shows the exercise once,
// slowly, and then stands where it begins, so that the hold still has to be entered.
func TestLeadShowsOnceWhatComes(t *testing.T) {
	for _, f := range figures() {
		if len(f.When.Ready) < 2 {
			continue
		}
		first := posed(f, f.Poses[0])
		for _, kind := range []string{"ready", "switch"} {
			m := Moment{Phase: Phase{kind, 15 * second}}
			led := false
			for m.Elapsed = 0; m.Elapsed < lesson(f, m); m.Elapsed += Frame {
				led = led || !same(At(f, m), first)
			}
			if !led {
				t.Errorf("%s shows nothing in %s", f.ID, kind)
			}
			last := posed(f, named1(f, f.When.Ready[0]))
			for ; m.Elapsed < m.Phase.For; m.Elapsed += time.Second / 3 {
				if _, ok := Next(f, m); ok || !same(At(f, m), last) {
					t.Fatalf("%s doesn't stand ready at %v", f.ID, m.Elapsed)
				}
			}
		}
	}
}

// named1 is the pose with that name.
func named1(f content.Figure, name string) content.Pose {
	p, _ := f.Pose(name)
	return p
}

// TestArrowsRestWithTheBody holds that no arrow points up while the body goes down, or
// anywhere while it rests.
func TestArrowsRestWithTheBody(t *testing.T) {
	f, ok := content.Embedded().ItemFigure("toe-raises", content.Calf, content.Standing)
	bare := f
	bare.Props = slices.DeleteFunc(slices.Clone(f.Props), func(p content.Prop) bool { return p.Kind == content.PropArrow })
	if !ok || len(bare.Props) == len(f.Props) {
		t.Fatal("toe raises have no figure, or no arrow")
	}
	for kind, arrow := range map[string]bool{"rise": true, "hold": true, "lower": false, "rest": false} {
		with, without := worked(f, kind), worked(bare, kind)
		if (with > without) != arrow {
			t.Errorf("%s: %d cells are marked, %d without the arrow", kind, with, without)
		}
	}
}

// worked is how many cells of a figure are marked in a phase.
func worked(f content.Figure, kind string) int {
	p := Draw(f, At(f, Moment{Phase: Phase{kind, second}, Still: true}), Look{W: 60, H: 30})
	n := 0
	for _, r := range p.roles {
		if r == Work {
			n++
		}
	}
	return n
}
