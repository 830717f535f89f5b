//go:build unix

package cli_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"uncramp/ui/cli"
)

// brittleMode is the environment variable that makes a program of the test binary that
// panics when x is pressed.
const brittleMode = "UNCRAMP_TEST_BRITTLE"

// built is the program under test, built at most once for all tests.
var built struct {
	once sync.Once
	dir  string
	out  []byte
	err  error
}

// TestMain lets more tests run at once than there are processors, for those that
// drive the program mostly wait, and removes what binary has built. It lets the test
// binary be another program where a test starts it as one.
func TestMain(m *testing.M) {
	if mode := os.Getenv(speakerMode); mode != "" {
		os.Exit(fakeSpeaker(mode))
	}
	if os.Getenv(brittleMode) != "" {
		os.Exit(cli.ShowBrittle(cli.System()))
	}
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "test.parallel" })
	if !given {
		_ = flag.Set("test.parallel", strconv.Itoa(max(8, runtime.GOMAXPROCS(0))))
	}
	code := m.Run()
	if built.dir != "" {
		_ = os.RemoveAll(built.dir)
	}
	os.Exit(code)
}

// binary is the path of the real program.
func binary(t *testing.T) string {
	t.Helper()
	sources(t)
	built.once.Do(func() {
		//nolint:usetesting // it outlives the test that happens to build it
		if built.dir, built.err = os.MkdirTemp("", "uncramp"); built.err != nil {
			return
		}
		build := exec.Command("go", "build", "-o", filepath.Join(built.dir, "uncramp"), ".")
		build.Dir = filepath.Join("..", "..")
		built.out, built.err = build.CombinedOutput()
	})
	if built.err != nil {
		t.Fatalf("go build: %v\n%s", built.err, built.out)
	}
	return filepath.Join(built.dir, "uncramp")
}

// screen is the text that stands on the screen, a line a row, without
// trailing blanks. Inside a synchronized update it's the frame so far.
func (s *session) screen() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.scr.text()
}

// line is row n of the screen, from 0.
func (s *session) line(n int) string {
	return strings.Split(s.screen(), "\n")[n]
}

// cursor tells where the cursor stands, from 0, and whether it shows.
func (s *session) cursor() (x, y int, visible bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.scr.shown.Pos()
	return int(at.X), int(at.Y), s.scr.on(25)
}

// raw is everything the program has written so far.
func (s *session) raw() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]byte(nil), s.out...)
}

// asked names the queries that the program has sent so far.
func (s *session) asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.scr.asked...)
}

// firstText is the time from the start to the first text on the screen.
func (s *session) firstText() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.first.Sub(s.started)
}

// until waits for a whole frame that fits; what names it in the failure.
func (s *session) until(t *testing.T, what string, timeout time.Duration, fits func(screen string) bool) {
	t.Helper()
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for {
		s.mu.Lock()
		text, whole, changed := s.scr.text(), !s.scr.on(2026), s.changed
		s.mu.Unlock()
		if whole && fits(text) {
			return
		}
		select {
		case <-changed:
		case <-s.exited:
			if text = s.screen(); !fits(text) {
				t.Fatalf("ended before %s; screen:\n%s", what, text)
			}
			return
		case <-timer.C:
			t.Fatalf("no %s after %v; screen:\n%s", what, timeout, s.screen())
		}
	}
}

// waitFor waits until a text stands on the screen.
func (s *session) waitFor(t *testing.T, text string, timeout time.Duration) {
	t.Helper()
	s.until(t, "«"+text+"»", timeout, func(screen string) bool { return strings.Contains(screen, text) })
}

// waitGone waits until a text no longer stands on the screen.
func (s *session) waitGone(t *testing.T, text string, timeout time.Duration) {
	t.Helper()
	s.until(t, "end of «"+text+"»", timeout, func(screen string) bool { return !strings.Contains(screen, text) })
}

// keys types; control keys as the bytes that a terminal sends ("\r", "\x03").
func (s *session) keys(keys string) { _, _ = s.master.WriteString(keys) }

// resize makes the window another size, as dragging its corner does.
func (s *session) resize(t *testing.T, cols, rows int) {
	t.Helper()
	s.mu.Lock()
	s.scr.resize(cols, rows)
	s.mu.Unlock()
	s.setSize(t, cols, rows)
}

// signal sends a signal to the program alone, as kill PID does.
func (s *session) signal(t *testing.T, sig syscall.Signal) {
	t.Helper()
	pid := s.cmd.Process.Pid
	if s.opts.jobs {
		pid = s.foreground() // the job's leader
	}
	if err := unix.Kill(pid, sig); err != nil {
		t.Fatalf("%v: %v", sig, err)
	}
}

// hangup takes the terminal away, as closing its window does: the kernel
// sends SIGHUP, and every read and write of the program fails from then on.
func (s *session) hangup() { _ = s.master.Close() }

// waitStopped waits until ctrl+z, or a signal, has stopped the program (opts.jobs).
func (s *session) waitStopped(t *testing.T) {
	t.Helper()
	s.waitFor(t, stopped, patience)
}

// resume puts a stopped program back in the foreground, as fg does.
func (s *session) resume() { s.keys("\n") }

// wait waits for the program's end. The code of one that a signal ended is
// 128 + the signal's number, as in a shell; ok is false if it still runs.
func (s *session) wait(timeout time.Duration) (code int, ok bool) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case <-s.exited:
	case <-timer.C:
		return 0, false
	}
	state := s.cmd.ProcessState
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal()), true
	}
	return state.ExitCode(), true
}

// seen is a value that was read off the screen, and when its bytes arrived.
type seen struct {
	at    time.Time
	value string
}

// watched follows one value on the screen.
type watched struct {
	s     *session
	value func(screen string) string
	steps []seen
}

// watch records every change of a value that is derived from the screen,
// beginning with its present one. The function must not call the session.
func (s *session) watch(value func(screen string) string) *watched {
	s.mu.Lock()
	defer s.mu.Unlock()
	w := &watched{s: s, value: value}
	w.look(s.scr.text(), time.Now())
	s.watches = append(s.watches, w)
	return w
}

// look records the value if it's another than before.
func (w *watched) look(screen string, at time.Time) {
	v := w.value(screen)
	if n := len(w.steps); n == 0 || w.steps[n-1].value != v {
		w.steps = append(w.steps, seen{at: at, value: v})
	}
}

// all returns the changes seen so far.
func (w *watched) all() []seen {
	w.s.mu.Lock()
	defer w.s.mu.Unlock()
	return append([]seen(nil), w.steps...)
}
