//go:build unix

package cli_test

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// TestHangupSignal: it ends, and writes nothing more to the terminal.
func TestHangupSignal(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{}) // on this screen nothing is counted
	s.wait(200 * time.Millisecond)
	before := len(s.raw())
	s.signal(t, syscall.SIGHUP)
	s.exits(t, 129, soon)
	if after := s.raw(); len(after) > before {
		t.Errorf("wrote %q after the signal", after[before:])
	}
}

// TestHangup: the terminal goes away, whatever the program is doing.
func TestHangup(t *testing.T) {
	t.Parallel()
	stages := map[string]func(*testing.T, opts) *session{
		"first frame": func(t *testing.T, o opts) *session {
			t.Helper()
			s := start(t, o)
			s.waitFor(t, "BREATHE", patience)
			return s
		},
		"wait": gripped, "question": eased, "hold": holding,
	}
	for name, stage := range stages {
		s := stage(t, opts{})
		s.hangup()
		asked := time.Now()
		if code, ok := s.wait(soon); code != 129 || !ok {
			t.Errorf("%s: ended with %d, %t after %v", name, code, ok, time.Since(asked))
		}
	}
}

// TestHangupUnread: nobody reads what it writes, as over a line that hangs, so
// that a write doesn't come back. It ends all the same, also where it was told
// to end more politely before.
func TestHangupUnread(t *testing.T) {
	t.Parallel()
	for _, before := range []syscall.Signal{0, syscall.SIGTERM, syscall.SIGINT} {
		cmd, ended := unread(t)
		if before != 0 {
			_ = cmd.Process.Signal(before)
			select {
			case <-ended: // it found a way
				continue
			case <-time.After(200 * time.Millisecond):
			}
		}
		_ = cmd.Process.Signal(syscall.SIGHUP)
		select {
		case <-ended:
			if code := cmd.ProcessState.ExitCode(); code != 129 {
				t.Errorf("after %v: ended with %d", before, code)
			}
		case <-time.After(soon):
			t.Errorf("after %v: still runs", before)
		}
	}
}

// unread starts uncramp in a terminal that nobody reads from, and fills it.
func unread(t *testing.T) (cmd *exec.Cmd, ended <-chan struct{}) {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatalf("pseudo-terminal: %v", err)
	}
	t.Cleanup(func() { _, _ = master.Close(), slave.Close() })
	cmd = exec.Command(binary(t))
	cmd.Env = environment(t.TempDir(), nil)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	resized(t, master, 80)
	if err := cmd.Start(); err != nil {
		t.Fatalf("start: %v", err)
	}
	over := make(chan struct{})
	go func() { _ = cmd.Wait(); close(over) }()
	t.Cleanup(func() { _ = cmd.Process.Kill(); <-over })
	fill(t, master, slave)
	return cmd, over
}

// fill has the program draw anew until the terminal takes no more, and a little
// longer, so that it waits in a write.
func fill(t *testing.T, master, slave *os.File) {
	t.Helper()
	tick := time.NewTicker(30 * time.Millisecond)
	defer tick.Stop()
	full := 0
	for end := time.Now().Add(patience); full < 10; {
		if <-tick.C; time.Now().After(end) {
			t.Fatal("the terminal takes whatever is written")
		}
		resized(t, master, 80+full%2+int(time.Until(end)/time.Millisecond)%40)
		poll := []unix.PollFd{{Fd: int32(slave.Fd()), Events: unix.POLLOUT}}
		if n, err := unix.Poll(poll, 0); err == nil && n == 0 {
			full++
		}
	}
}

// resized sets the size of a terminal.
func resized(t *testing.T, master *os.File, cols int) {
	t.Helper()
	if err := pty.Setsize(master, &pty.Winsize{Cols: uint16(cols), Rows: 24}); err != nil {
		t.Fatalf("terminal size: %v", err)
	}
}
