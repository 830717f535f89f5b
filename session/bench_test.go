package session

import (
	"testing"
	"time"

	"uncramp/content"
)

// BenchmarkTick is a tick in a hold: what the screen costs once a second.
func BenchmarkTick(b *testing.B) {
	s := start(gym)
	s, _ = s.Apply(Eased{}, 0)
	s, _ = s.Apply(Go{}, 0)
	s, _ = s.Apply(Go{}, 0)
	b.ReportAllocs()
	for b.Loop() {
		s.Apply(Tick{}, 10*time.Second)
	}
}

// BenchmarkBuild is the whole plan, made anew.
func BenchmarkBuild(b *testing.B) {
	lib := library()
	b.ReportAllocs()
	for b.Loop() {
		Build(lib, gym, Ease{}, nil)
	}
}

// BenchmarkSession is a whole session in which every change is noticed in time.
func BenchmarkSession(b *testing.B) {
	for b.Loop() {
		s, now := start(gym), time.Duration(0)
		for s.Mode != Ended {
			e := finishing(s)
			if list := s.moments(); e == (Tick{}) && len(list) > 0 {
				now = list[0].at
			}
			s, _ = s.Apply(e, now)
		}
	}
}

// largeRoutine is a routine as large as a file may have one, two hours in forty turns, and
// somebody short of time.
func largeRoutine() (content.Routine, Facts) {
	turns := make([]content.Turn, 40)
	for i := range turns {
		turns[i] = content.Turn{Any: []string{"toes-to-shin"}, Sets: num(10), Reps: num(1), Hold: sec(5), Rest: sec(1), Break: sec(5)}
	}
	r := mine(turns...)
	return r, Facts{Muscle: content.Calf, Minutes: 20, Position: content.Seated}.Following(r)
}

// BenchmarkBuildLarge is the plan of that routine, cut to twenty minutes: it has to be
// made within one frame.
func BenchmarkBuildLarge(b *testing.B) {
	r, f := largeRoutine()
	lib := withRoutine(r)()
	b.ReportAllocs()
	for b.Loop() {
		Build(lib, f, Ease{}, nil)
	}
}

// BenchmarkTellLarge is something told in the middle of that routine.
func BenchmarkTellLarge(b *testing.B) {
	r, f := largeRoutine()
	s := Follow(f, r, withRoutine(r))
	s, _ = s.Apply(Go{}, 0)
	s, _ = s.Apply(Go{}, 0)
	for b.Loop() {
		s.Apply(Tell{f}, time.Second)
	}
}

// BenchmarkRefusalLarge is what a screen asks for each of its keys in that routine, after
// half of it: whether anything can come back.
func BenchmarkRefusalLarge(b *testing.B) {
	r, f := largeRoutine()
	f.Minutes = 0
	s := Follow(f, r, withRoutine(r))
	s, _ = s.Apply(Go{}, 0)
	for range 40 {
		s, _ = s.Apply(Next{}, 0)
	}
	f.Minutes = 30
	s, _ = s.Apply(Tell{f}, 0)
	for b.Loop() {
		s.Refusal(Back{})
	}
}
