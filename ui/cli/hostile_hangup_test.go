//go:build unix

package cli_test

import (
	"math/rand/v2"
	"sync"
	"testing"
	"time"
)

// hangups is how many terminals go away in TestHangupWhileDrawing.
const hangups = 60

// TestHangupWhileDrawing: the terminal goes away after any number of bytes, in the first
// frame and in the middle of later ones, while each change of size has it drawn anew.
// The program ends soon, by the signal's code, and leaves nothing behind.
func TestHangupWhileDrawing(t *testing.T) {
	t.Parallel()
	var longest struct {
		sync.Mutex
		time.Duration
		inFrame int
	}
	turns := make(chan struct{}, 4) // as many at once
	var all sync.WaitGroup
	for i := range hangups {
		turns <- struct{}{}
		s := unattended(t, opts{args: speeds(20), rows: 20 + i%30, cols: 40 + 7*(i%20)})
		most := rand.IntN(40_000)
		if i%3 == 0 {
			most = rand.IntN(400) // before or in the first frame
		}
		all.Go(func() {
			defer func() { <-turns }()
			inFrame := s.hangUpAfter(most)
			asked := time.Now()
			go func() { _ = s.cmd.Wait(); close(s.exited) }()
			code, ok := s.wait(2 * time.Second)
			took := time.Since(asked)
			if !ok || code != 129 {
				_ = s.cmd.Process.Kill()
				<-s.exited
				t.Errorf("after %d bytes: ended with %d, %t after %v", most, code, ok, took)
				return
			}
			s.alone(t)
			longest.Lock()
			defer longest.Unlock()
			longest.Duration = max(longest.Duration, took)
			if inFrame {
				longest.inFrame++
			}
		})
	}
	all.Wait()
	t.Logf("%d hang-ups, %d in the middle of a frame, ended within %v", hangups, longest.inFrame, longest.Round(time.Millisecond))
	if longest.inFrame < hangups/10 {
		t.Errorf("only %d of %d came in the middle of a frame", longest.inFrame, hangups)
	}
}

// TestHangupAtTheStart: the terminal goes away while the program is only starting. It ends
// as it does later, or can't write its text to what is no terminal any more, and doesn't
// fall over.
func TestHangupAtTheStart(t *testing.T) {
	t.Parallel()
	turns := make(chan struct{}, 4) // as many at once
	var all sync.WaitGroup
	for i := range 5 * hangups {
		turns <- struct{}{}
		s := unattended(t, opts{args: [][]string{nil, {"--plain"}, {"learn"}}[i%3]})
		all.Go(func() {
			defer func() { <-turns }()
			defer s.scr.close()
			after := rand.N(15 * time.Millisecond)
			<-time.After(after)
			s.hangup()
			go func() { _ = s.cmd.Wait(); close(s.exited) }()
			if code, ok := s.wait(2 * time.Second); !ok || code != 129 && code != 1 {
				_ = s.cmd.Process.Kill()
				<-s.exited
				t.Errorf("%q, hung up after %v: ended with %d, %t", s.opts.args, after, code, ok)
			}
		})
	}
	all.Wait()
}

// hangUpAfter reads so many bytes, answering what is asked, and takes the terminal away.
// It says whether that was in the middle of a frame.
func (s *session) hangUpAfter(most int) (inFrame bool) {
	defer s.scr.close()
	buf := make([]byte, 1+rand.IntN(3000))
	from := time.Now()
	for n, asked := 0, 0; n < most && time.Since(from) < patience; asked++ {
		got, err := s.master.Read(buf[:min(len(buf), most-n)])
		if err != nil {
			break
		}
		n += got
		s.take(buf[:got], time.Now())
		s.control(func(fd int) { _ = pushSize(fd, 60+asked%100, 20+asked%30) })
	}
	s.hangup()
	return s.scr.on(2026)
}
