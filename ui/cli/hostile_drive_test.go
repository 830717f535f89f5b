//go:build unix

package cli_test

import (
	"errors"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// unattended starts uncramp in a terminal whose output waits until the test reads it.
func unattended(t *testing.T, o opts) *session {
	t.Helper()
	home := t.TempDir()
	if o.cols == 0 {
		o.cols, o.rows = 80, 24
	}
	s := &session{opts: o, exited: make(chan struct{}), changed: make(chan struct{})}
	s.cmd = exec.Command(binary(t), o.args...)
	s.cmd.Dir, s.cmd.Env = t.TempDir(), environment(home, o.env)
	quiet(t, home)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	s.open(t)
	return s
}

// reader reads a terminal's output as long as it isn't told to leave it.
type reader struct {
	*session
	turn sync.Mutex // who reads, or has nobody read
}

// blockable starts uncramp in a terminal whose reader can be stopped: nobody reads while
// turn is locked.
func blockable(t *testing.T, o opts) *reader {
	t.Helper()
	r := &reader{session: unattended(t, o)}
	t.Cleanup(r.end)
	go r.read()
	return r
}

// read follows the output in turns, until its end.
func (r *reader) read() {
	defer close(r.exited)
	buf := make([]byte, 64<<10)
	for {
		if !r.readable() {
			continue
		}
		r.turn.Lock()
		n, err := r.master.Read(buf)
		at := time.Now()
		r.turn.Unlock()
		if n > 0 {
			r.take(buf[:n], at)
		}
		if err != nil {
			break
		}
	}
	_ = r.cmd.Wait()
}

// readable waits a moment for output, or for the end of the terminal.
func (r *reader) readable() bool {
	ready := true
	r.control(func(fd int) {
		poll := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
		n, err := unix.Poll(poll, 20)
		ready = n > 0 || err != nil && !errors.Is(err, unix.EINTR)
	})
	return ready
}

// cpu is what a program that has ended took of the processor.
func (s *session) cpu() time.Duration {
	return s.cmd.ProcessState.UserTime() + s.cmd.ProcessState.SystemTime()
}

// alone checks that nothing of the program runs any more: it led a group of its own.
func (s *session) alone(t *testing.T) {
	t.Helper()
	if err := unix.Kill(-s.cmd.Process.Pid, 0); !errors.Is(err, unix.ESRCH) {
		t.Errorf("something of it still runs: %v", err)
	}
}

// each calls f at every tick for as long as it is to last.
func each(every, last time.Duration, f func(n int)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	n := 0
	for end := time.Now().Add(last); time.Now().Before(end); n++ {
		<-tick.C
		f(n)
	}
}
