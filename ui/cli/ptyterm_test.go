//go:build unix

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// opts says what to run in a terminal, and in what kind of terminal.
type opts struct {
	bin        string        // the program; empty: uncramp, built from this module
	args       []string      // its arguments
	cols, rows int           // the size; 0: 80x24
	env        []string      // K=V pairs, on top of a small fixed environment
	heard      bool          // sound is as it is without settings: by day on, at night off
	light      bool          // the terminal answers that its background is light
	deaf       bool          // the terminal answers nothing
	delay      time.Duration // each answer comes this much later, as over a slow line
	dir        string        // the working directory; empty: a new one
	jobs       bool          // under a shell with job control: ctrl+z stops, resume goes on
}

// jobShell runs a command as a shell's job and puts it back in the foreground
// on enter whenever it was stopped; where that took the job by surprise, the shell has its
// own settings of the terminal, as interactive ones do. A session leader has no shell above it,
// and the kernel discards SIGTSTP there, so ctrl+z is only real under one.
const jobShell = `"$@"; r=$?
while s=$(kill -l $r 2>/dev/null); [ "$s" = TSTP ] || [ "$s" = STOP ]; do
[ "$s" = TSTP ] || stty sane; echo "` + stopped + `"; read -r _; fg >/dev/null; r=$?; done
exit $r`

// stopped is what the job shell writes once the program has been stopped.
const stopped = "(the job is stopped)"

// session is a program that runs in a pseudo-terminal of its own.
type session struct {
	cmd     *exec.Cmd
	opts    opts
	master  *os.File
	before  *term.State   // the terminal's settings before the program ran
	started time.Time     // just before the program was executed
	exited  chan struct{} // closed after its last byte and its exit

	mu      sync.Mutex
	scr     *screen
	out     []byte
	changed chan struct{} // closed, and replaced, whenever something arrived
	watches []*watched
	first   time.Time // when text first stood on the screen
}

// start runs a program in a new pseudo-terminal; it is ended with the test.
func start(t *testing.T, o opts) *session {
	t.Helper()
	if o.bin == "" {
		o.bin = binary(t)
	}
	if o.cols == 0 || o.rows == 0 {
		o.cols, o.rows = 80, 24
	}
	home := t.TempDir()
	if o.dir == "" {
		o.dir = t.TempDir()
	}
	s := &session{opts: o, exited: make(chan struct{}), changed: make(chan struct{})}
	s.cmd = exec.Command(o.bin, o.args...)
	if o.jobs {
		s.cmd = exec.Command("sh", append([]string{"-mc", jobShell, "sh", o.bin}, o.args...)...)
	}
	s.cmd.Dir, s.cmd.Env = o.dir, environment(home, o.env)
	if !o.heard {
		quiet(t, home)
	}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	s.open(t)
	t.Cleanup(s.end)
	go s.read()
	return s
}

// environment is the same on every machine: nothing of the person's own
// settings reaches the program, and nothing it writes reaches their home.
func environment(home string, more []string) []string {
	env := []string{
		"HOME=" + home, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TERM=xterm-256color",
		"COLORTERM=truecolor", "GOCOVERDIR=" + os.Getenv("GOCOVERDIR"),
	}
	for _, kind := range []string{"CONFIG", "STATE", "DATA", "CACHE", "RUNTIME"} {
		name, dir := "XDG_"+kind+"_HOME", filepath.Join(home, strings.ToLower(kind))
		if kind == "RUNTIME" {
			name = "XDG_RUNTIME_DIR"
		}
		env = append(env, name+"="+dir)
	}
	return append(env, more...)
}

// quiet has nothing heard, at whatever hour the test runs: what is heard at first, and
// what the screen says about it, depends on the time of day.
func quiet(t *testing.T, home string) {
	t.Helper()
	dir := filepath.Join(home, "config", "uncramp")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "settings.yaml"), []byte("sound: mute\nnight: mute\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// open makes the pseudo-terminal, remembers its settings and starts the program.
func (s *session) open(t *testing.T) {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatalf("pseudo-terminal: %v", err)
	}
	defer func() { _ = slave.Close() }()
	// The library leaves the descriptor blocking, and then a close would wait
	// for the read under way: hangup needs one that the runtime polls.
	fd, err := unix.Dup(int(master.Fd()))
	_ = master.Close()
	if err == nil {
		unix.CloseOnExec(fd)
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatalf("pseudo-terminal: %v", err)
	}
	s.master = os.NewFile(uintptr(fd), "master")
	s.setSize(t, s.opts.cols, s.opts.rows)
	s.before = s.settings(t)
	s.scr = newScreen(s.opts)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = slave, slave, slave
	s.started = time.Now()
	if err := s.cmd.Start(); err != nil {
		t.Fatalf("start: %v", err)
	}
}

// read follows the program's output until its end and answers its queries.
func (s *session) read() {
	defer close(s.exited)
	buf := make([]byte, 64<<10)
	for {
		n, err := s.master.Read(buf)
		at := time.Now()
		if n > 0 {
			s.take(buf[:n], at)
		}
		if err != nil {
			break // the last program has closed the terminal, or hangup has
		}
	}
	_ = s.cmd.Wait()
}

// take draws what arrived, answers what was asked, and wakes whoever waits: who sees a
// screen knows that its program was answered.
func (s *session) take(b []byte, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.out = append(s.out, b...)
	s.reply(s.scr.write(b))
	if s.first.IsZero() && strings.TrimSpace(s.scr.text()) != "" {
		s.first = at
	}
	// A frame between the marks of synchronized output is not yet to be seen.
	if !s.scr.on(2026) {
		for _, w := range s.watches {
			w.look(s.scr.text(), at)
		}
		close(s.changed)
		s.changed = make(chan struct{})
	}
}

// reply sends a terminal's answers, unless it's deaf.
func (s *session) reply(b []byte) {
	if len(b) == 0 || s.opts.deaf {
		return
	}
	if s.opts.delay > 0 {
		time.AfterFunc(s.opts.delay, func() { _, _ = s.master.Write(b) })
		return
	}
	_, _ = s.master.Write(b)
}

// end ends whatever still runs and waits for it.
func (s *session) end() {
	select {
	case <-s.exited:
	default:
		if job := s.foreground(); job > 0 {
			_ = unix.Kill(-job, unix.SIGKILL)
		}
		_ = s.cmd.Process.Kill()
	}
	_ = s.master.Close()
	<-s.exited
	s.scr.close()
}

// foreground is the process group that the terminal's keys and signals go to.
func (s *session) foreground() int {
	group := 0
	s.control(func(fd int) { group, _ = unix.IoctlGetInt(fd, unix.TIOCGPGRP) })
	return group
}

// settings are the terminal's modes as the kernel keeps them.
func (s *session) settings(t *testing.T) *term.State {
	t.Helper()
	var state *term.State
	err := os.ErrClosed
	s.control(func(fd int) { state, err = term.GetState(uintptr(fd)) })
	if err != nil {
		t.Fatalf("terminal settings: %v", err)
	}
	return state
}

// setSize sets the size that the kernel tells the program.
func (s *session) setSize(t *testing.T, cols, rows int) {
	t.Helper()
	err := os.ErrClosed
	size := &unix.Winsize{Col: uint16(cols), Row: uint16(rows)}
	s.control(func(fd int) { err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, size) })
	if err != nil {
		t.Fatalf("terminal size: %v", err)
	}
}

// control lends the master's descriptor without making it block, as Fd would.
func (s *session) control(f func(fd int)) {
	if conn, err := s.master.SyscallConn(); err == nil {
		_ = conn.Control(func(fd uintptr) { f(int(fd)) })
	}
}

// restored checks that the program, once ended, left the terminal as it was.
func (s *session) restored(t *testing.T) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if left := s.scr.leftOn(); len(left) > 0 {
		t.Errorf("left on in the terminal: %s", strings.Join(left, ", "))
	}
	if after := s.settings(t); !reflect.DeepEqual(s.before, after) {
		t.Errorf("terminal settings changed:\nbefore %+v\nafter  %+v", *s.before, *after)
	}
}
