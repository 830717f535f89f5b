//go:build unix

package cli_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The environment variables that make a speaker of the test binary: how it behaves,
// and where it tells what happens to it.
const (
	speakerMode = "UNCRAMP_TEST_SPEAKER"
	speakerEar  = "UNCRAMP_TEST_SPEAKER_EAR"
)

// fakeSpeaker is the main function of a speaker. It is connected to its test from
// its first moment to its last, so the test knows without asking when it ends.
func fakeSpeaker(mode string) int {
	ear, err := net.Dial("tcp", os.Getenv(speakerEar))
	if err != nil {
		return 3
	}
	tell := func(what, text string) { _, _ = fmt.Fprintf(ear, "%s %q\n", what, text) }
	// The test's own end is the end of every speaker, whatever goes wrong.
	stay := func() { _, _ = io.Copy(io.Discard, ear) }
	if mode != "speaks" {
		signal.Ignore(syscall.SIGTERM)
	}
	switch mode {
	case "child":
		tell("child", "")
		stay()
		return 0
	case "hangs":
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), speakerMode+"=child")
		if child.Start() != nil {
			return 3
		}
	}
	text, _ := io.ReadAll(os.Stdin)
	tell("args", strings.Join(os.Args[1:], "\n"))
	tell("said", string(text))
	switch mode {
	case "hangs":
		stay()
	case "fails":
		return 1
	}
	return 0
}

// spoken is what a speaker told its test.
type spoken struct {
	what string // child, args, said
	text string
	at   time.Time
}

// ear is where the fake speakers of a test are heard.
type ear struct {
	env  []string // makes speakers of what the program starts
	list net.Listener

	mu      sync.Mutex
	all     []spoken
	begun   int // processes
	alive   int
	ended   time.Time     // when the last that is gone was gone
	changed chan struct{} // closed, and replaced, whenever something was heard
}

// speakers has the speakers that a program starts behave like mode.
func speakers(t *testing.T, mode string) *ear {
	t.Helper()
	list, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = list.Close() })
	e := &ear{list: list, changed: make(chan struct{})}
	e.env = []string{
		speakerMode + "=" + mode, speakerEar + "=" + list.Addr().String(), noDevice,
		"GORACE=atexit_sleep_ms=0", // else the race detector has it linger for a second
	}
	go e.open()
	return e
}

// noDevice is an environment in which no sound device is to be found.
const noDevice = "PULSE_SERVER=unix:/nonexistent"

// speakWith are the arguments that name this test binary as the speaker.
func speakWith(t *testing.T, more ...string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return append([]string{"--speak-with", strings.Join(append([]string{`"` + self + `"`}, more...), " ")}, "--voice", "on")
}

// open hears every speaker.
func (e *ear) open() {
	for {
		c, err := e.list.Accept()
		if err != nil {
			return
		}
		e.note(func() { e.begun++; e.alive++ })
		go e.listen(c)
	}
}

// listen hears one of them to its end.
func (e *ear) listen(c net.Conn) {
	defer func() { _ = c.Close() }()
	for lines := bufio.NewScanner(c); lines.Scan(); {
		what, quoted, _ := strings.Cut(lines.Text(), " ")
		text, _ := strconv.Unquote(quoted)
		e.note(func() { e.all = append(e.all, spoken{what, text, time.Now()}) })
	}
	e.note(func() { e.alive--; e.ended = time.Now() })
}

// note keeps what was heard, and wakes whoever waits for it.
func (e *ear) note(what func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	what()
	close(e.changed)
	e.changed = make(chan struct{})
}

// until waits until what was heard fits.
func (e *ear) until(t *testing.T, what string, fits func() bool) {
	t.Helper()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		e.mu.Lock()
		ok, changed := fits(), e.changed
		e.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-timer.C:
			t.Fatalf("never heard %s, only %s", what, e)
		}
	}
}

// String is all that was heard so far.
func (e *ear) String() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return fmt.Sprintf("%v of %d processes, of which %d live", e.all, e.begun, e.alive)
}

// hears waits until something was told for the nth time, from 1, and returns it.
func (e *ear) hears(t *testing.T, what string, n int) (heard spoken) {
	t.Helper()
	e.until(t, what, func() bool {
		left := n
		for _, h := range e.all {
			if h.what == what {
				left--
			}
			if left == 0 {
				heard = h
				return true
			}
		}
		return false
	})
	return heard
}

// empties waits until no process is left of any speaker.
func (e *ear) empties(t *testing.T) {
	t.Helper()
	e.until(t, "the end of every speaker", func() bool { return e.alive == 0 })
}

// end is when the last of them that is gone was gone.
func (e *ear) end() time.Time {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.ended
}

// count is how often something was told so far.
func (e *ear) count(what string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	n := 0
	for _, h := range e.all {
		if h.what == what {
			n++
		}
	}
	return n
}
