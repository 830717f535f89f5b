//go:build !darwin && !windows

package sound

import (
	"testing"
	"testing/synctest"
	"time"
)

// TestToneTakenBackIsNotHeard takes it back until shortly before its instant; later it
// is heard whole, and once.
func TestToneTakenBackIsNotHeard(t *testing.T) {
	const delay = 25 * ms
	for before, want := range map[time.Duration]int{
		2 * time.Second: 0, 300 * ms: 0, 80 * ms: 0, delay + ms: 0, delay - ms: 1, 0: 1, -100 * ms: 1,
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

// TestLostServerIsTold ends it while the player plays and while it is idle, and after
// it was closed.
func TestLostServerIsTold(t *testing.T) {
	for _, playing := range []bool{true, false} {
		for _, closed := range []bool{true, false} {
			synctest.Test(t, func(t *testing.T) {
				s, told := newTape(25*ms), make(chan error, 9)
				p := newPulse(s, func(err error) { told <- err })
				if playing {
					p.Play(Note{ToneReady, time.Now()})
				}
				<-time.After(100 * ms)
				if closed {
					p.Close()
					synctest.Wait()
				}
				close(s.lost)
				synctest.Wait()
				s.mu.Lock()
				defer s.mu.Unlock()
				if want := map[bool]int{true: 0, false: 1}[closed]; len(told) != want || s.ended == 0 {
					t.Errorf("playing %v, closed %v: told %d times, hung up %d times", playing, closed, len(told), s.ended)
				}
			})
		}
	}
}
