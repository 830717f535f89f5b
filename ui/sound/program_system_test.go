//go:build system

package sound

import (
	"flag"
	"io"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
)

// faster is how many times as fast as life the program runs in TestProgramIsHeard.
var faster = flag.Float64("faster", 4, "how many times as fast as life the program's raises are")

// audience passes on what a program tells its listener, and keeps what was cued.
type audience struct {
	*Listener
	mu   sync.Mutex
	cued []Note
	last session.Session
	turn chan struct{} // something was told
}

// Hear is the program's word.
func (a *audience) Hear(h ui.Heard) {
	m := Moment{N: h.N, Mode: Mode(h.Sound), Session: h.Session, Cues: h.Cues, At: h.At}
	a.mu.Lock()
	a.last = h.Session
	a.cued = append(a.cued, notes(h.Cues, m)...)
	a.mu.Unlock()
	a.Listener.Hear(m)
	select {
	case a.turn <- struct{}{}:
	default:
	}
}

// head is the exercise that runs.
func (a *audience) head() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.last.Head().Item
}

// until waits until something is so.
func (a *audience) until(t *testing.T, limit time.Duration, what string, so func() bool) {
	t.Helper()
	late := time.After(limit)
	for !so() {
		select {
		case <-a.turn:
		case <-late:
			t.Fatalf("%s: never came; %s runs", what, a.head())
		}
	}
}

// realClock is the clock of a program that people use.
type realClock struct{}

func (realClock) Now() time.Time { return time.Now() }

const raises = "toe-raises-seated"

// TestProgramIsHeard runs the whole program with twenty toe raises while the cores have
// something else to do, and compares what the server played with what was cued: each
// tone is told by its cue alone.
func TestProgramIsHeard(t *testing.T) {
	content.Embedded()
	startServer(t, nullSink)
	r := record(t)
	a := &audience{Listener: NewListener(), turn: make(chan struct{}, 1)}
	a.Use(open(t))
	w, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	facts := session.Facts{Muscle: content.Calf, Position: content.Seated, Reps: 20}
	in, keys := io.Pipe()
	p := tea.NewProgram(ui.New(ui.Options{
		Session: session.New(facts, w, content.Embedded), Clock: realClock{}, Speed: *faster,
		Listener: a, Sound: ui.Tones, Lead: time.Second / 80,
	}), tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithWindowSize(100, 30), tea.WithFPS(40), tea.WithoutSignalHandler())
	ended := make(chan error, 1)
	go func() { _, err := p.Run(); ended <- err }()
	press := func(key string) {
		pass(t, time.Now().Add(800*time.Millisecond)) // a finger, not a key held down
		if _, err := io.WriteString(keys, key); err != nil {
			t.Fatal(err)
		}
	}
	press("e")
	press("\r")
	a.until(t, 5*time.Second, "the first exercise", func() bool { return a.head() != "" })
	for before := a.head(); before != raises; before = a.head() {
		press("n") // the other leg has the same name
		pass(t, time.Now().Add(200*time.Millisecond))
	}
	a.mu.Lock()
	from := len(a.cued)
	a.mu.Unlock()
	busy(t)
	a.until(t, 3*time.Minute, "the end of the raises", func() bool { return a.head() != raises })
	pass(t, time.Now().Add(600*time.Millisecond))
	p.Quit()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	want, last := []Note{}, time.Time{}
	for _, n := range a.cued[from:] {
		if n.Tone == ToneBegin || n.Tone == ToneEnd || n.Tone == ToneLast {
			want, last = append(want, n), n.At
		}
	}
	if len(want) != 40 {
		t.Fatalf("%d tones were cued in twenty raises", len(want))
	}
	var got []found
	for _, x := range r.tones(t) {
		if x.at.After(want[0].At.Add(-100*time.Millisecond)) && x.at.Before(last.Add(100*time.Millisecond)) {
			got = append(got, x)
		}
	}
	compare(t, want, got)
}
