package session

import (
	"testing"
	"time"
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
