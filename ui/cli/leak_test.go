//go:build unix

package cli_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"go.uber.org/goleak"
	"golang.org/x/sys/unix"

	"uncramp/ui/cli"
)

// inside is a program that runs within the test itself, in a terminal of its own.
type inside struct {
	*session
	code chan int // how it ended
}

// runInside starts the command line as a part of the test.
func runInside(t *testing.T, args ...string) *inside {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatalf("pseudo-terminal: %v", err)
	}
	fd, err := unix.Dup(int(master.Fd()))
	_ = master.Close()
	if err == nil {
		unix.CloseOnExec(fd)
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatalf("pseudo-terminal: %v", err)
	}
	w := &inside{code: make(chan int, 1), session: &session{
		opts: opts{cols: 80, rows: 24}, exited: make(chan struct{}), changed: make(chan struct{}),
		cmd: &exec.Cmd{}, master: os.NewFile(uintptr(fd), "master"), started: time.Now(),
	}}
	w.setSize(t, 80, 24)
	w.before, w.scr = w.settings(t), newScreen(w.opts)
	go w.read()
	go func() {
		w.code <- cli.Run(args, cli.World{In: slave, Out: slave, Err: slave, Getenv: os.Getenv})
		_ = slave.Close() // the reader's end
	}()
	return w
}

// over waits for the end of the program, and of its terminal.
func (w *inside) over(t *testing.T, code int) {
	t.Helper()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case got := <-w.code:
		if got != code {
			t.Errorf("exit code %d, want %d", got, code)
		}
	case <-timer.C:
		t.Fatalf("still runs; screen:\n%s", w.screen())
	}
	_ = w.master.Close()
	<-w.exited
	w.scr.close()
}

// ending is a way in which a session ends.
type ending struct {
	name string
	args []string
	play func(*testing.T, *inside)
	code int
}

// apart is what an ending leaves to the end of the process: where a terminal hangs up, the
// library's reader may have an event that nobody takes any more, and can't be told.
func (x ending) apart() []goleak.Option {
	if x.code != 129 {
		return nil
	}
	return []goleak.Option{goleak.IgnoreTopFunction("github.com/charmbracelet/ultraviolet.(*TerminalReader).sendEvents")}
}

// endings are the ways in which a session ends, with a speaker for the one that is heard.
// That is the last: what it saves holds for the next ones too.
func endings(speaker []string) []ending {
	return []ending{
		{"left at once", nil, func(_ *testing.T, w *inside) { w.keys("\x03") }, 130},
		{"left with q", nil, func(t *testing.T, w *inside) {
			t.Helper()
			w.waitSeen(t)
			w.keys("q")
			w.waitFor(t, "LEAVE NOW?", patience)
			w.keys("\r")
		}, 3},
		{"stopped by a sign", speeds(500), func(t *testing.T, w *inside) {
			t.Helper()
			w.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 250*time.Second })
			w.keys("!")
			w.waitFor(t, "WARNING SIGNS", patience)
			w.keys("1")
			w.waitFor(t, "yes: stop here", patience)
			w.keys("\r")
			w.waitFor(t, "Stopped", patience)
			w.keys("q")
		}, 0},
		{"hung up", speeds(20), func(t *testing.T, w *inside) {
			t.Helper()
			w.waitSeen(t)
			w.hangup()
			// It is not the terminal that the test itself has, so no signal comes with it.
			if err := unix.Kill(os.Getpid(), unix.SIGHUP); err != nil {
				t.Fatal(err)
			}
		}, 129},
		{"heard", append(speeds(20), speaker...), func(t *testing.T, w *inside) {
			t.Helper()
			w.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 10*time.Second })
			w.keys("e")
			w.waitFor(t, "IS THIS RIGHT?", patience)
			w.keys("\r")
			w.waitVerb(t, "HOLD", patience)
			w.keys("f") // and something to save
			w.waitGone(t, "q leave", patience)
			w.keys("\x03")
		}, 130},
	}
}

// TestLeavesNothingRunning: however a session ends, nothing of it goes on: not the
// screen, nor what is heard, keeps the display on, or is saved.
func TestLeavesNothingRunning(t *testing.T) {
	e := speakers(t, "speaks")
	home := t.TempDir()
	quiet(t, home) // what would be said at night stands for seconds, and a tick with it
	for _, v := range environment(home, e.env) {
		name, value, _ := strings.Cut(v, "=")
		t.Setenv(name, value)
	}
	for _, x := range endings(speakWith(t)) {
		t.Run(x.name, func(t *testing.T) {
			before := goleak.IgnoreCurrent()
			w := runInside(t, x.args...)
			w.waitFor(t, "q leave", patience)
			x.play(t, w)
			w.over(t, x.code)
			gone(t, append(x.apart(), before)...)
		})
	}
}

// gone waits until nothing runs that was not there before. The last tick of a screen
// can't be taken back, and sleeps until its time, which is a second at most here; the
// program itself has ended by then.
func gone(t *testing.T, options ...goleak.Option) {
	t.Helper()
	var err error
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); {
		if err = goleak.Find(options...); err == nil {
			return
		}
	}
	t.Error(err)
}
