package figure

import (
	"cmp"
	"maps"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"uncramp/content"
)

const second = time.Second

// same says that everything is at the same place.
func same(a, b Instant) bool { return maps.Equal(a.points, b.points) }

// someMoment is any moment of any figure, at a frame rate that needs not divide
// anything.
func someMoment(t *rapid.T) (content.Figure, Moment) {
	long := func(what string) time.Duration {
		return time.Duration(rapid.Int64Range(0, int64(20*second)).Draw(t, what))
	}
	f := rapid.SampledFrom(figures()).Draw(t, "figure")
	f.Tempo.Move = rapid.SampledFrom([]int{f.Tempo.Move, 0, 200, 1250, 1337}).Draw(t, "move")
	return f, Moment{
		Phase:   Phase{rapid.SampledFrom(kinds).Draw(t, "kind"), long("for")},
		Before:  Phase{rapid.SampledFrom(append(kinds, "")).Draw(t, "before"), long("before for")},
		Elapsed: long("elapsed"),
		Every:   rapid.SampledFrom([]time.Duration{0, Frame, 83333333, 300 * time.Millisecond, second}).Draw(t, "every"),
	}
}

// TestMomentIsOnePicture draws moments in any order: nothing is remembered from one
// to the next.
func TestMomentIsOnePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, m := someMoment(t)
		other, later := someMoment(t)
		look := Look{W: 20, H: 10, Mirror: rapid.Bool().Draw(t, "mirror"), ASCII: rapid.Bool().Draw(t, "ascii")}
		m.Still = rapid.Bool().Draw(t, "still")
		first := Draw(f, At(f, m), look).Text()
		Draw(other, At(other, later), look)
		if again := Draw(f, At(f, m), look).Text(); again != first {
			t.Errorf("%s in %s is\n%s\nand then\n%s", f.ID, m.Phase.Kind, first, again)
		}
	})
}

// TestPictureLastsUntilNext holds the promise of Next: until then, and for good where
// there is none, everything stays where it is; and it is within a frame where
// something moves.
func TestPictureLastsUntilNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, m := someMoment(t)
		now, every := At(f, m), cmp.Or(m.Every, Frame)
		d, ok := Next(f, m)
		if !ok {
			d = time.Hour
		}
		if d <= 0 {
			t.Fatalf("next is %v after now", d)
		}
		if ok && len(poses(f, m.Phase.Kind)) == 1 && (m.Elapsed+d)%every != 0 {
			t.Errorf("next is at %v, between two frames of %v", m.Elapsed+d, every)
		}
		until := m
		for range 8 {
			until.Elapsed = m.Elapsed + time.Duration(rapid.Int64Range(0, int64(d)-1).Draw(t, "into"))
			if !same(now, At(f, until)) {
				t.Fatalf("%s in %s moves at %v, before %v", f.ID, m.Phase.Kind, until.Elapsed, m.Elapsed+d)
			}
		}
		until.Elapsed = m.Elapsed + d - 1
		if !same(now, At(f, until)) {
			t.Errorf("%s in %s moves just before %v", f.ID, m.Phase.Kind, m.Elapsed+d)
		}
	})
}

// TestFrameIsOnePicture asks at all instants of a frame.
func TestFrameIsOnePicture(t *testing.T) {
	f := stick()
	m := Moment{Phase: Phase{"rise", 3 * second}, Elapsed: second}
	first := At(f, m)
	for m.Elapsed < second+Frame-1 {
		m.Elapsed += 7 * time.Millisecond
		m.Elapsed = min(m.Elapsed, second+Frame-1)
		if !same(first, At(f, m)) {
			t.Fatalf("another picture at %v", m.Elapsed)
		}
	}
	if m.Elapsed++; same(first, At(f, m)) {
		t.Errorf("the same picture at %v still", m.Elapsed)
	}
}

func TestAtMostTwelvePicturesASecond(t *testing.T) {
	for _, f := range figures() {
		for _, kind := range kinds {
			m, n := Moment{Phase: Phase{kind, 10 * second}, Before: Phase{"ready", second}}, 0
			for m.Elapsed < 10*second {
				d, ok := Next(f, m)
				if !ok {
					break
				}
				m.Elapsed += d
				n++
			}
			if n > 12*10 {
				t.Errorf("%s: %d pictures in 10 s of %s", f.ID, n, kind)
			}
		}
	}
}

// TestRiseTakesItsWholePhase goes from the pose before into its own: a rise as long
// as the dose says, and so does a lowering.
func TestRiseTakesItsWholePhase(t *testing.T) {
	f := stick()
	down, up := posed(f, f.Poses[0]), posed(f, f.Poses[1])
	for _, x := range []struct {
		kind, before string
		from, to     Instant
	}{{"rise", "rest", down, up}, {"rise", "", down, up}, {"lower", "hold", up, down}} {
		for _, long := range []time.Duration{second, 1250 * time.Millisecond, 7 * second} {
			m := Moment{Phase: Phase{x.kind, long}, Before: Phase{x.before, second}}
			if !same(At(f, m), x.from) {
				t.Errorf("%s does not begin in the pose before", x.kind)
			}
			m.Elapsed = (long - 1).Truncate(Frame)
			if _, ok := Next(f, m); !ok || same(At(f, m), x.to) {
				t.Errorf("%s of %v is over at %v", x.kind, long, m.Elapsed)
			}
			m.Elapsed += Frame
			if _, ok := Next(f, m); ok || !same(At(f, m), x.to) {
				t.Errorf("%s of %v is not over at %v", x.kind, long, m.Elapsed)
			}
		}
	}
}

// TestMovementIsEased compares the ways in the first, the middle and the last fifth.
func TestMovementIsEased(t *testing.T) {
	f := stick()
	for _, kind := range []string{"rise", "lower"} {
		var y [6]float64
		for i := range y {
			m := Moment{Phase: Phase{kind, 5 * second}, Before: Phase{"rest", second}, Elapsed: time.Duration(i) * second}
			if kind == "lower" {
				m.Before.Kind = "hold"
			}
			y[i] = At(f, m).points["near-hand"].y
		}
		first, middle, last := math.Abs(y[1]-y[0]), math.Abs(y[3]-y[2]), math.Abs(y[5]-y[4])
		if first == 0 || first > middle/2 || last == 0 || last > middle/2 {
			t.Errorf("%s goes %.0f, then %.0f, then %.0f", kind, first, middle, last)
		}
	}
}

// TestHoldStandsStillAfterItsMove goes to its pose in the time that the figure takes,
// and in half of a phase that is too short for it.
func TestHoldStandsStillAfterItsMove(t *testing.T) {
	f := stick()
	up := posed(f, f.Poses[1])
	for _, x := range []struct{ long, move time.Duration }{
		{30 * second, second}, {0, second}, {second, 500 * time.Millisecond}, {1500 * time.Millisecond, 800 * time.Millisecond},
	} {
		m := Moment{Phase: Phase{"hold", x.long}, Before: Phase{"ready", second}}
		for ; m.Elapsed < 40*second; m.Elapsed += 50 * time.Millisecond {
			_, ok := Next(f, m)
			if there := m.Elapsed >= x.move; ok == there || same(At(f, m), up) != there {
				t.Fatalf("hold of %v at %v: moves %v, in its pose %v", x.long, m.Elapsed, ok, same(At(f, m), up))
			}
		}
	}
	m := Moment{Phase: Phase{"hold", second}}
	if _, ok := Next(f, m); ok || !same(At(f, m), up) {
		t.Error("a hold after nothing does not stand still at once")
	}
}

// TestRoundGoesRound stands in each pose as long as the figure says, and wakes nobody
// meanwhile.
func TestRoundGoesRound(t *testing.T) {
	f := stick()
	down, up := posed(f, f.Poses[0]), posed(f, f.Poses[1])
	m := Moment{Phase: Phase{"timed", 60 * second}}
	for round := range 3 {
		start := time.Duration(round) * 3 * second
		for at, want := range map[time.Duration]Instant{0: down, second: up, 1400 * time.Millisecond: up, 2500 * time.Millisecond: down} {
			if m.Elapsed = start + at; !same(At(f, m), want) {
				t.Errorf("it is in no pose at %v", m.Elapsed)
			}
		}
		if m.Elapsed = start + second/2; same(At(f, m), up) || same(At(f, m), down) {
			t.Errorf("it stands still at %v", m.Elapsed)
		}
		m.Elapsed = start + second + second/4
		first := second/7 + 1 // a move of a second has seven pictures
		if d, ok := Next(f, m); !ok || d != second/4+first {
			t.Errorf("the next picture is %v after %v", d, m.Elapsed)
		}
	}
}

// TestRoundThatEndsLeadsOn begins a phase where the one before was when it ended.
func TestRoundThatEndsLeadsOn(t *testing.T) {
	f := stick()
	m := Moment{Phase: Phase{"hold", 9 * second}, Before: Phase{"timed", second / 2}}
	ended := At(f, Moment{Phase: m.Before, Elapsed: m.Before.For})
	if !same(At(f, m), ended) {
		t.Error("the hold does not begin where the round ended")
	}
}

// TestStillShowsKeyPosesAlone stays in the last pose of each phase.
func TestStillShowsKeyPosesAlone(t *testing.T) {
	for _, f := range figures() {
		moments(f, func(m Moment) {
			m.Still = true
			list := poses(f, m.Phase.Kind)
			if held, ok := named(f, f.When.Hold); ok && m.leads() {
				list = held // where it leads
			}
			if _, ok := Next(f, m); ok || !same(At(f, m), posed(f, list[len(list)-1])) {
				t.Fatalf("%s moves in %s at %v", f.ID, m.Phase.Kind, m.Elapsed)
			}
		})
	}
}

// TestPhaseWithoutPosesShowsTheFirst holds also for phases that nobody has heard of.
func TestPhaseWithoutPosesShowsTheFirst(t *testing.T) {
	f := stick()
	for _, kind := range []string{"open", "", "somersault"} {
		if m := (Moment{Phase: Phase{kind, second}}); !same(At(f, m), posed(f, f.Poses[0])) {
			t.Errorf("%q is not in the first pose", kind)
		}
	}
}
