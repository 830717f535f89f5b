//go:build unix

package awake

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for what comes at once on an idle machine.
const patience = 10 * time.Second

// TestProcess: it runs until it is told to end, and then nothing of it is left.
func TestProcess(t *testing.T) {
	p := &process{name: "/bin/sleep", args: []string{"60"}}
	for range 2 {
		if err := p.hold(); err != nil {
			t.Fatal(err)
		}
		pid := p.cmd.Process.Pid
		if err := syscall.Kill(pid, 0); err != nil {
			t.Errorf("it doesn't run: %v", err)
		}
		p.release()
		if err := syscall.Kill(pid, 0); !errors.Is(err, syscall.ESRCH) {
			t.Errorf("something is left: %v", err)
		}
	}
}

// TestProcessEnds: one that ends by itself is no zombie, and can be told to end.
func TestProcessEnds(t *testing.T) {
	p := &process{name: "/bin/sh", args: []string{"-c", "exit 1"}}
	if err := p.hold(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-p.gone:
	case <-time.After(patience):
		t.Fatal("it wasn't waited for")
	}
	p.release()
}

// TestProcessMissing: where there is no such program there is no hold.
func TestProcessMissing(t *testing.T) {
	p := &process{name: filepath.Join(t.TempDir(), "caffeinate")}
	if err := p.hold(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("held: %v", err)
	}
}
