//go:build !darwin && !windows

package sound

import (
	"testing"
	"time"
)

// TestToneTakenBackIsNotHeard takes it back until shortly before its instant; later it
// is heard whole, and once.
func TestToneTakenBackIsNotHeard(t *testing.T) {
	const delay = 25 * ms
	for before, want := range map[time.Duration]int{
		2 * time.Second: 0, 300 * ms: 0, queueNear + delay + ms: 0, queueDepth: 1, 0: 1, -100 * ms: 1,
	} {
		onTape(t, delay, func(s *tape, p *pulse) {
			n := Note{ToneStep, time.Now().Add(3 * time.Second)}
			p.Plan([]Note{n})
			<-time.After(3*time.Second - before)
			p.Plan(nil)
			<-time.After(2 * time.Second)
			s.heardAt(t, []Note{n}[:want], 2*ms)
			if calls, on := s.seen(); on {
				t.Errorf("taken back %v before, it runs on after %d calls", before, calls)
			}
		})
	}
}

// TestClosingEndsATone leaves nothing in the device that it could go on with.
func TestClosingEndsATone(t *testing.T) {
	onTape(t, 25*ms, func(s *tape, p *pulse) {
		p.Play(Note{ToneReady, time.Now()})
		<-time.After(100 * ms)
		p.Close()
		s.mu.Lock()
		ended := s.ended
		s.mu.Unlock()
		calls, _ := s.seen()
		<-time.After(time.Second)
		if more, _ := s.seen(); ended == 0 || more > calls+1 {
			t.Errorf("hung up %d times, %d calls after it", ended, more-calls)
		}
		p.Volume(100)
		p.Plan(nil)
		p.Play(Note{ToneReady, time.Now()})
	})
}
