//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// piped is a program whose output is a pipe, and whose input is a pipe or a terminal.
type piped struct {
	cmd    *exec.Cmd
	in     io.WriteCloser // a pipe, or the person's end of a terminal
	lines  chan string    // what it writes, a line each; closed at its end
	out    *os.File       // the reader's end of its output
	stderr bytes.Buffer
	seen   []string
}

// pipe starts a program with its output in a pipe. typed says that its input is a terminal,
// else it is a pipe too.
func pipe(t *testing.T, typed bool, args ...string) *piped {
	t.Helper()
	p := pipeUnread(t, typed, args...)
	p.lines = make(chan string, 10_000)
	go func() {
		defer close(p.lines)
		for s := bufio.NewScanner(p.out); s.Scan(); {
			p.lines <- s.Text()
		}
	}()
	return p
}

// pipeUnread is pipe, but nobody reads what it writes yet.
func pipeUnread(t *testing.T, typed bool, args ...string) *piped {
	t.Helper()
	p := &piped{cmd: exec.Command(binary(t), args...)}
	home := t.TempDir()
	quiet(t, home)
	p.cmd.Dir, p.cmd.Env, p.cmd.Stderr = t.TempDir(), environment(home, nil), &p.stderr
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	p.out, p.cmd.Stdout = r, w
	if typed {
		master, slave, err := pty.Open()
		if err != nil {
			t.Fatalf("pseudo-terminal: %v", err)
		}
		p.cmd.Stdin, p.in = slave, master
		p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
		defer func() { _ = slave.Close() }()
	} else if p.in, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("start: %v", err)
	}
	_ = w.Close()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		_, _ = p.cmd.Process.Wait()
		_, _ = p.in.Close(), r.Close()
	})
	return p
}

// types types keys, or lines where the input is a pipe.
func (p *piped) types(text string) { _, _ = io.WriteString(p.in, text) }

// until reads lines until one begins so.
func (p *piped) until(t *testing.T, begins string) *piped {
	t.Helper()
	timer := time.NewTimer(3 * patience)
	defer timer.Stop()
	for {
		select {
		case line, ok := <-p.lines:
			if !ok {
				t.Fatalf("ended before «%s»: %q, stderr %s", begins, p.seen, p.stderr.String())
			}
			p.seen = append(p.seen, line)
			if strings.HasPrefix(line, begins) {
				return p
			}
		case <-timer.C:
			t.Fatalf("no «%s»; the last lines are %q", begins, p.seen[max(0, len(p.seen)-5):])
		}
	}
}

// ends reads the rest, and holds the program to its exit code and to lines that are plain.
func (p *piped) ends(t *testing.T, code int) {
	t.Helper()
	timer := time.NewTimer(3 * patience)
	defer timer.Stop()
	for open := true; open; {
		var line string
		select {
		case line, open = <-p.lines:
			p.seen = append(p.seen, line)
		case <-timer.C:
			t.Fatalf("still runs; the last lines are %q", p.seen[max(0, len(p.seen)-5):])
		}
	}
	p.exits(t, code)
	for _, line := range p.seen {
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r > 0x2000 }) {
			t.Errorf("not plain: %q", line)
		}
	}
}

// exits waits for the program's end.
func (p *piped) exits(t *testing.T, code int) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		_ = p.cmd.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatal("still runs")
	}
	if got := p.cmd.ProcessState.ExitCode(); got != code || p.stderr.Len() > 0 {
		t.Errorf("ended with %d, want %d; stderr %q, state %v", got, code, p.stderr.String(), p.cmd.ProcessState)
	}
}

// waitRaw waits until the program reads its terminal key by key.
func (s *session) waitRaw(t *testing.T) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		if now := s.settings(t); !reflect.DeepEqual(s.before, now) {
			return
		}
	}
	t.Fatal("it reads no keys")
}
