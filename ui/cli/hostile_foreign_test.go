//go:build unix

package cli_test

import (
	"errors"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestHangupWithoutSignal: a terminal goes away that is not the program's own, so that no
// signal comes. It ends all the same, as soon as it has something to draw.
func TestHangupWithoutSignal(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := &session{opts: opts{cols: 80, rows: 24}, exited: make(chan struct{}), changed: make(chan struct{})}
	s.cmd = exec.Command(binary(t))
	s.cmd.Dir, s.cmd.Env = t.TempDir(), environment(home, nil)
	quiet(t, home)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // and no Setctty
	s.open(t)
	t.Cleanup(s.end)
	go s.read()
	s.waitSeen(t)
	s.hangup()
	if code, ok := s.wait(3 * time.Second); code != 129 || !ok {
		t.Fatalf("ended with %d, %t", code, ok)
	}
	if err := unix.Kill(-s.cmd.Process.Pid, 0); !errors.Is(err, unix.ESRCH) {
		t.Errorf("something of it still runs: %v", err)
	}
}
