//go:build !darwin && !windows

package sound

import (
	"encoding/binary"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// tape is a stream that keeps when each tone that it plays is heard. It plays by the
// clock of the test, and stands still while it has nothing to play.
type tape struct {
	*news
	delay time.Duration // from the queue to the ear
	hung  chan struct{} // closed when the socket is; nil: it answers
	once  sync.Once

	mu     sync.Mutex
	on     bool
	queue  []int16
	taken  int64 // samples that have left the queue
	till   time.Time
	still  int
	onsets []time.Time
	calls  int
	most   int // samples that ever were in the queue
	ended  int
}

func newTape(delay time.Duration) *tape {
	n := newNews()
	n.target.Store(sampleBytes * rate * 60 / 1000)
	return &tape{news: n, delay: delay, still: rate}
}

// advance plays what was to be played by now.
func (s *tape) advance() {
	s.calls++
	now := time.Now()
	if !s.on || len(s.queue) == 0 {
		s.till = later(s.till, now)
		return
	}
	n := max(0, min(samples(now.Sub(s.till)), len(s.queue)))
	for i, v := range s.queue[:n] {
		if s.still++; v != 0 && s.still > rate/8 {
			s.onsets = append(s.onsets, s.till.Add(lasting(int64(i))+s.delay))
		}
		if v != 0 {
			s.still = 0
		}
	}
	s.queue, s.taken, s.till = s.queue[n:], s.taken+int64(n), s.till.Add(lasting(int64(n)))
	if len(s.queue) == 0 && now.Sub(s.till) > 0 {
		s.till = now
		s.shaken.Store(true)
	}
}

// answer waits for ever where the server hangs.
func (s *tape) answer() error {
	s.mu.Lock()
	hung := s.hung
	s.mu.Unlock()
	if hung == nil {
		return nil
	}
	select {
	case <-hung:
	case <-time.After(answers):
	}
	return errors.New("no answer")
}

func (s *tape) signals() *news { return s.news }

func (s *tape) start() error {
	err := s.answer()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance()
	s.on = true
	return err
}

func (s *tape) stop() error {
	err := s.answer()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance()
	s.on = false
	return err
}

func (s *tape) drop() (int64, error) {
	err := s.answer()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance()
	s.queue = nil
	return s.taken, err
}

func (s *tape) place() (spot, error) {
	err := s.answer()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance()
	return spot{index: s.taken, heard: time.Now().Add(s.delay), delay: s.delay, running: s.on && len(s.queue) > 0}, err
}

func (s *tape) send(b []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(b) == 0 {
		return errors.New("an empty frame")
	}
	s.advance()
	for ; len(b) > 1; b = b[2:] {
		s.queue = append(s.queue, int16(binary.LittleEndian.Uint16(b)))
	}
	s.most = max(s.most, len(s.queue))
	return nil
}

func (s *tape) hangUp() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended++
	if s.hung != nil {
		s.once.Do(func() { close(s.hung) })
	}
}

// stall has the device take nothing for a while, and lose what was in the queue.
func (s *tape) stall(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance()
	s.till = s.till.Add(d)
	s.shaken.Store(true)
	s.nudge()
}

// seen is how often it was called, and whether it runs.
func (s *tape) seen() (calls int, on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls, s.on
}

// heardAt holds the instants of the onsets against those of the notes.
func (s *tape) heardAt(t *testing.T, notes []Note, within time.Duration) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.onsets) != len(notes) {
		t.Errorf("%d tones are heard of %d", len(s.onsets), len(notes))
		return
	}
	if long := lasting(int64(s.most)); long > depth+ms {
		t.Errorf("%v wait in the queue", long)
	}
	for i, n := range notes {
		if off := s.onsets[i].Sub(n.At); off.Abs() > within {
			t.Errorf("%s is heard %v off", n.Tone, off)
		}
	}
}

// onTape plays on a tape in a bubble of time; the sound isn't to be lost.
func onTape(t *testing.T, delay time.Duration, story func(*tape, *pulse)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := newTape(delay)
		p := newPulse(s, func(err error) { t.Errorf("lost: %v", err) })
		story(s, p)
		p.Close()
		synctest.Wait()
	})
}

// TestToneIsHeardAtItsInstant plays on devices that are near and far, tones that are
// near each other and far apart.
func TestToneIsHeardAtItsInstant(t *testing.T) {
	for _, delay := range []time.Duration{0, 25 * ms, 180 * ms, 700 * ms} {
		for _, gap := range []time.Duration{550 * ms, 1777 * ms, 7 * time.Second} {
			onTape(t, delay, func(s *tape, p *pulse) {
				notes := notesFrom(time.Now().Add(2*time.Second), gap)
				p.Plan(notes)
				<-time.After(2*time.Second + time.Duration(len(notes))*gap)
				s.heardAt(t, notes, 2*ms)
			})
		}
	}
}

// TestToneAtOnceIsHeardSoon plays on a device that sleeps.
func TestToneAtOnceIsHeardSoon(t *testing.T) {
	onTape(t, 25*ms, func(s *tape, p *pulse) {
		n := Note{ToneBegin, time.Now()}
		p.Play(n)
		<-time.After(time.Second)
		s.heardAt(t, []Note{n}, 27*ms)
		n.At = time.Now().Add(-700 * ms)
		p.Play(n)
		<-time.After(time.Second)
		s.heardAt(t, []Note{{n.Tone, n.At.Add(-time.Second + 700*ms)}, {n.Tone, n.At.Add(700 * ms)}}, 27*ms)
	})
}

// TestIdlePlayerDoesNothing counts what the server hears of us in an hour before a
// tone, and in one without any.
func TestIdlePlayerDoesNothing(t *testing.T) {
	onTape(t, 25*ms, func(s *tape, p *pulse) {
		p.Plan([]Note{{ToneBegin, time.Now().Add(time.Hour)}})
		<-time.After(time.Hour - wakeLead - 1)
		if calls, _ := s.seen(); calls > 0 {
			t.Errorf("%d calls before it is time", calls)
		}
		<-time.After(3 * time.Second)
		calls, on := s.seen()
		if calls == 0 || on {
			t.Errorf("after the tone: %d calls, running %v", calls, on)
		}
		<-time.After(time.Hour)
		if more, _ := s.seen(); more != calls {
			t.Errorf("%d calls without a tone", more-calls)
		}
	})
}

// TestToneIsInTimeAfterAStall has the device stand still between two tones.
func TestToneIsInTimeAfterAStall(t *testing.T) {
	for _, stall := range []time.Duration{50 * ms, 200 * ms, 600 * ms} {
		onTape(t, 25*ms, func(s *tape, p *pulse) {
			now := time.Now()
			notes := []Note{{ToneBegin, now.Add(1 * time.Second)}, {ToneEnd, now.Add(2500 * ms)}}
			p.Plan(notes)
			<-time.After(1500 * ms)
			s.stall(stall)
			<-time.After(2 * time.Second)
			s.heardAt(t, notes, 3*ms)
		})
	}
}

// TestHungServerMakesNobodyWait hangs before and within a tone.
func TestHungServerMakesNobodyWait(t *testing.T) {
	for _, in := range []time.Duration{0, 300 * ms} {
		synctest.Test(t, func(t *testing.T) {
			s, told := newTape(25*ms), make(chan error, 9)
			p := newPulse(s, func(err error) { told <- err })
			p.Play(Note{ToneReady, time.Now().Add(200 * ms)})
			<-time.After(in)
			s.mu.Lock()
			s.hung = make(chan struct{})
			s.mu.Unlock()
			began := time.Now()
			p.Play(Note{ToneReady, began})
			p.Plan(nil)
			p.Volume(3)
			took := time.Since(began)
			if err := <-told; err == nil || took > 0 || time.Since(began) > 4*time.Second {
				t.Errorf("the calls take %v; after %v it is told %v", took, time.Since(began), err)
			}
			p.Play(Note{ToneReady, time.Now()})
			p.Close()
			synctest.Wait()
			if len(told) > 0 {
				t.Errorf("told again: %v", <-told)
			}
		})
	}
}
