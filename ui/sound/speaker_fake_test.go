package sound

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The environment variables that make a speaker of the test binary: how it behaves,
// and where it tells what happens to it.
const (
	fakeSpeakerMode = "UNCRAMP_TEST_SPEAKER"
	fakeSpeakerEar  = "UNCRAMP_TEST_SPEAKER_EAR"
)

// fakeSpeaker is the main function of a speaker. It is connected to its test from
// its first moment to its last, so the test knows without asking when it ends.
func fakeSpeaker(mode string) int {
	ear, err := net.Dial("tcp", os.Getenv(fakeSpeakerEar))
	if err != nil {
		return 3
	}
	tell := func(what, text string) {
		// Nobody listens any more where the test has ended.
		_, _ = fmt.Fprintf(ear, "%d %s %s\n", os.Getpid(), what, text)
	}
	// The test's own end is the end of every speaker, whatever goes wrong.
	stay := func() { _, _ = io.Copy(io.Discard, ear) }
	if strings.Contains(mode, "deaf") {
		signal.Ignore(syscall.SIGTERM)
	}
	tell("up", mode)
	switch mode {
	case "lines", "lines slow", "lines mute", "lines hung":
		return fakeLines(mode, tell, stay)
	case "fail":
		fmt.Fprintf(os.Stderr, "\n  no \x1b[31mdevice %s\n second line\n", strings.Repeat("x", 200))
		return 1
	case "parent", "deaf parent", "quick parent":
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), fakeSpeakerMode+"=deaf child")
		child.Stderr = os.Stderr
		out, err := child.StdoutPipe()
		if err != nil || child.Start() != nil {
			return 3
		}
		_, _ = out.Read(make([]byte, 1)) // it is up
	case "deaf child":
		fmt.Println("up")
		stay()
	case "flood":
		for range 2000 {
			fmt.Fprintln(os.Stderr, strings.Repeat("noise ", 100))
			fmt.Println(strings.Repeat("noise ", 100))
		}
	}
	text, _ := io.ReadAll(os.Stdin)
	tell("said", fmt.Sprintf("%q", text))
	switch mode {
	case "stay", "deaf", "parent", "deaf parent":
		stay()
	}
	return 0
}

// fakeLines is a speaker that stays. A phrase with "long" in it isn't over before
// it is told to hush.
func fakeLines(mode string, tell func(what, text string), stay func()) int {
	answer := func(text string) {
		if mode != "lines mute" {
			fmt.Println(text)
		}
	}
	if mode != "lines slow" {
		answer("ready")
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		tell("said", fmt.Sprintf("%q", lines.Text()))
		if mode == "lines hung" {
			stay()
		}
		if !strings.Contains(lines.Text(), "long") {
			answer("over")
		}
	}
	tell("closed", "")
	return 0
}

// speakerHeard is what a speaker told its test.
type speakerHeard struct {
	pid  string
	what string // open, up, said, closed, or gone: its process has ended
	text string
	at   time.Time
}

// speakerEar is where the fake speakers of a test are heard.
type speakerEar struct {
	events chan speakerHeard
	alive  int // as far as the events were read
}

// speakerAs has the speakers that the test starts behave like mode.
func speakerAs(t *testing.T, mode string) *speakerEar {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	t.Setenv(fakeSpeakerMode, mode)
	t.Setenv(fakeSpeakerEar, l.Addr().String())
	// Else the race detector has a process linger for a second.
	t.Setenv("GORACE", "atexit_sleep_ms=0")
	e := &speakerEar{events: make(chan speakerHeard, 1000)}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			e.events <- speakerHeard{what: "open"}
			go e.listen(c)
		}
	}()
	return e
}

func (e *speakerEar) listen(c net.Conn) {
	pid := ""
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		word := append(strings.SplitN(lines.Text(), " ", 3), "", "")
		pid = word[0]
		e.events <- speakerHeard{pid, word[1], word[2], time.Now()}
	}
	e.events <- speakerHeard{pid, "gone", "", time.Now()}
}

// next is what is heard next.
func (e *speakerEar) next(t *testing.T, what string) speakerHeard {
	t.Helper()
	select {
	case h := <-e.events:
		switch h.what {
		case "open":
			e.alive++
		case "gone":
			e.alive--
		}
		return h
	case <-time.After(20 * time.Second):
		t.Fatalf("never heard %q", what)
		return speakerHeard{}
	}
}

// wait passes over what is heard until it is what.
func (e *speakerEar) wait(t *testing.T, what string) speakerHeard {
	t.Helper()
	for {
		if h := e.next(t, what); h.what == what {
			return h
		}
	}
}

// end closes the voice, waits until no speaker is left, and returns what was said
// or begun meanwhile.
func (e *speakerEar) end(t *testing.T, v *Voice) []string {
	t.Helper()
	began := time.Now()
	v.Close()
	if took := time.Since(began); took > 900*time.Millisecond {
		t.Errorf("Close took %v", took)
	}
	var list []string
	for e.alive > 0 || len(e.events) > 0 {
		if h := e.next(t, "gone"); h.what == "said" || h.what == "up" {
			list = append(list, h.what+" "+h.text)
		}
	}
	return list
}

// silence ends it all, and whatever a speaker says meanwhile is too much.
func (e *speakerEar) silence(t *testing.T, v *Voice) {
	t.Helper()
	if list := e.end(t, v); len(list) > 0 {
		t.Errorf("heard %q", list)
	}
}

// fakeVoice is a voice that speaks through this test binary. What goes wrong is in
// the channel.
func fakeVoice(t *testing.T) (v *Voice, trouble chan error) {
	t.Helper()
	s, err := Command(`"` + os.Args[0] + `"`)
	if err != nil {
		t.Fatal(err)
	}
	return voiceOf(t, s)
}

func voiceOf(t *testing.T, s Speaker) (v *Voice, trouble chan error) {
	t.Helper()
	trouble = make(chan error, 10)
	v = NewVoice(s, func(err error) { trouble <- err })
	t.Cleanup(v.Close)
	return v, trouble
}

// voicePromptly calls f, which must not make its caller wait.
func voicePromptly(t *testing.T, f func()) {
	t.Helper()
	began := time.Now()
	f()
	if took := time.Since(began); took > 50*time.Millisecond {
		t.Errorf("the caller waited %v", took)
	}
}
