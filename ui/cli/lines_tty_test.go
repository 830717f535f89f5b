//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// plainly fails for a byte that is more than text.
func (s *session) plainly(t *testing.T) {
	t.Helper()
	for _, b := range [][]byte{{0x1b}, {'\r', '\r'}, {'\t'}, {0x07}} {
		if bytes.Contains(s.raw(), b) {
			t.Errorf("it wrote %q: %q", b, s.raw())
		}
	}
	if out := s.raw(); bytes.Count(out, []byte("\n")) != bytes.Count(out, []byte("\r\n")) {
		t.Errorf("a line that doesn't begin at the left edge: %q", out)
	}
}

// tells waits until a text was written.
func (s *session) tells(t *testing.T, text string) {
	t.Helper()
	s.until(t, "«"+text+"»", 3*patience, func(string) bool {
		return bytes.Contains(bytes.Join(bytes.Fields(s.raw()), []byte(" ")), []byte(text))
	})
}

// TestLinesByThemselves: a terminal that can only print gets lines, and is asked for
// nothing; each key counts at once.
func TestLinesByThemselves(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"TERM=dumb": "This is plain text, because the terminal calls itself dumb.",
		"TERM=":     "This is plain text, because the terminal has no name in TERM.",
	} {
		s := start(t, opts{cols: 400, rows: 200, env: []string{name}})
		s.tells(t, want)
		s.tells(t, "Picture: ")
		if len(s.asked()) > 0 {
			t.Errorf("%s: it asked %q", name, s.asked())
		}
		time.AfterFunc(200*time.Millisecond, func() { s.keys("w") }) // a key that is typed too soon counts for nothing
		s.tells(t, "Wait, left leg, ")
		s.keys("e")
		s.tells(t, "Left leg, seated. When you are in place, press enter.")
		s.keys("q")
		s.tells(t, "Leave now?")
		s.keys("\r")
		s.exits(t, 3, patience)
		s.plainly(t)
		s.restored(t)
		if !bytes.HasPrefix(s.raw(), []byte("Get somewhere safe: ")) || !bytes.HasSuffix(s.raw(), []byte("\r\n")) {
			t.Errorf("it begins or ends otherwise: %q", s.raw())
		}
	}
}

// TestLinesOnAnyTerminal: with --plain, four keys lead to the summary, and a fifth closes.
func TestLinesOnAnyTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, opts{cols: 400, rows: 500, args: append([]string{"--plain"}, speeds(60)...)})
	s.tells(t, "Picture: ")
	time.AfterFunc(200*time.Millisecond, func() { s.keys("e") })
	s.tells(t, "When you are in place, press enter.")
	s.keys("\r")
	s.tells(t, "Rub: about 1 minute 30 seconds.")
	s.keys("\r")
	s.tells(t, "Heat, press one.")
	s.keys("n")
	s.tells(t, "The session is over. Here is what to do now.")
	s.tells(t, "Keys. enter: close.")
	s.keys("\r")
	s.exits(t, 0, patience)
	s.plainly(t)
	s.restored(t)
	if bytes.Contains(s.raw(), []byte("This is plain text")) {
		t.Error("it says why, and was asked for it")
	}
}

// TestLinesInterrupted: a routine, and what a signal or ctrl+c leaves.
func TestLinesInterrupted(t *testing.T) {
	t.Parallel()
	for name, stop := range map[string]func(*session){
		"ctrl+c": func(s *session) { s.keys("\x03") },
		"SIGINT": func(s *session) { s.signal(t, syscall.SIGINT) },
	} {
		s := start(t, opts{cols: 400, rows: 200, args: []string{"stretch", "legs", "--plain"}})
		s.tells(t, "Press c if it cramps now.")
		stop(s)
		s.exits(t, 130, patience)
		s.plainly(t)
		s.restored(t)
		if !bytes.Contains(s.raw(), []byte("\nuncramp: legs")) {
			t.Errorf("%s: no last line: %q", name, s.raw())
		}
	}
}

// TestLinesSuspended: ctrl+z gives the shell its terminal, and afterwards keys count and
// lines begin at the left edge as before.
func TestLinesSuspended(t *testing.T) {
	t.Parallel()
	s := start(t, opts{cols: 400, rows: 200, jobs: true, args: []string{"--plain"}})
	s.tells(t, "Picture: ")
	time.AfterFunc(200*time.Millisecond, func() { s.keys("\x1a") })
	s.tells(t, stopped)
	s.resume()
	s.tells(t, "You were away for ")
	s.keys(" ")
	s.tells(t, "Carrying on.")
	s.keys("\x03")
	s.exits(t, 130, patience)
	if bytes.Contains(s.raw(), []byte{0x1b}) {
		t.Errorf("an escape sequence: %q", s.raw())
	}
}

// TestLinesPiped: lines in, lines out, from the wait to the summary.
func TestLinesPiped(t *testing.T) {
	t.Parallel()
	p := pipe(t, false, append([]string{"calf", "--plain"}, speeds(60)...)...)
	p.until(t, "Picture: ").types("e\n")
	p.until(t, "Left leg, seated.").types("\n")
	p.until(t, "Rub: about").types("enter\n")
	p.until(t, "Heat, press one.").types("neither\n")
	p.until(t, "Keys. enter: close.").types("7\n")
	p.until(t, "Soreness: 7 of 10.").types("\n")
	p.ends(t, 0)
	if p.seen[0][:18] != "Get somewhere safe" {
		t.Errorf("it begins with %q", p.seen[0])
	}
}

// TestLinesPipedOut: keys from a terminal, and lines that another program reads: nobody
// has to ask for them.
func TestLinesPipedOut(t *testing.T) {
	t.Parallel()
	p := pipe(t, true)
	p.until(t, "Picture: ")
	time.AfterFunc(200*time.Millisecond, func() { p.types("e") })
	p.until(t, "Left leg, seated.").types("q")
	p.until(t, "Keys. escape: stay.").types("\r")
	p.ends(t, 3)
}

// TestLinesInputEnds: what needs no word goes on, what does ends the session, with its
// summary.
func TestLinesInputEnds(t *testing.T) {
	t.Parallel()
	for input, code := range map[string]int{"": 3, "e\n": 3, "e\n\n": 3, "e": 3} {
		p := pipe(t, false, append([]string{"--plain"}, speeds(600)...)...)
		p.types(input)
		_ = p.in.Close()
		p.ends(t, code)
		if !slices.Contains(p.seen, "Left early.") || !slices.Contains(p.seen, "What this program is not:") {
			t.Errorf("%q: no summary: %q", input, p.seen)
		}
	}
	p := pipe(t, false, append([]string{"stretch", "--plain"}, speeds(600)...)...)
	p.types("\n")
	_ = p.in.Close()
	p.ends(t, 0)
}

// TestLinesUnread: who read them is gone, and nothing is said about it; the session can be
// gone on with.
func TestLinesUnread(t *testing.T) {
	t.Parallel()
	for _, typed := range []bool{false, true} {
		p := pipe(t, typed, append([]string{"--plain"}, speeds(60)...)...)
		p.until(t, "Picture: ")
		_ = p.out.Close()
		p.exits(t, 129)
	}
}

// TestLinesSlowReader: whoever reads nothing holds nothing up, neither the session nor its
// end.
func TestLinesSlowReader(t *testing.T) {
	t.Parallel()
	p := pipeUnread(t, false, append([]string{"--plain"}, speeds(1000)...)...)
	p.types(strings.Repeat("!\nesc\n", 200)) // far more lines than a pipe holds
	p.types("q\nleave\n")
	p.exits(t, 3)
}

// TestLinesFullDisk is an error, in one line.
func TestLinesFullDisk(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	cmd := exec.Command(binary(t), "--plain")
	var told bytes.Buffer
	cmd.Env, cmd.Dir, cmd.Stdout, cmd.Stderr = environment(t.TempDir(), nil), t.TempDir(), full, &told
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	_ = cmd.Run()
	if got := told.String(); cmd.ProcessState.ExitCode() != 1 || got != "uncramp: output: write /dev/stdout: no space left on device\n" {
		t.Errorf("ended with %d: %q", cmd.ProcessState.ExitCode(), got)
	}
}

// TestLinesOfAResumedSession: it goes on in lines, from the gate on.
func TestLinesOfAResumedSession(t *testing.T) {
	t.Parallel()
	st := newState(t)
	brokeOff(t, st)
	o := st.opts("resume", "--plain")
	o.cols, o.rows = 400, 200
	s := start(t, o)
	s.tells(t, "Then it goes on there: ")
	s.plainly(t)
	s.keys("\x03")
	s.exits(t, 130, patience)
}

// helpsPlainly holds that a session runs that helps, in lines: what to do, a key, the way
// to the warning signs, and an end in a terminal that is as it was.
func (s *session) helpsPlainly(t *testing.T) {
	t.Helper()
	s.tells(t, "Picture: ")
	time.AfterFunc(200*time.Millisecond, func() { s.keys("e") })
	s.tells(t, "Is this right?")
	s.keys("!")
	s.tells(t, "Warning signs. Press the number")
	s.keys("\x03")
	s.exits(t, 130, patience)
	s.plainly(t)
	s.restored(t)
	if !bytes.HasPrefix(s.raw(), []byte("Get somewhere safe: ")) {
		t.Errorf("it begins otherwise: %q", s.raw())
	}
}
