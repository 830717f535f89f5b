package sound

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
)

// update rewrites the golden files instead of comparing with them.
var update = flag.Bool("update", false, "rewrite the golden files")

// hearing is somebody who hears the whole program, in fake time, and writes down what: the
// player and the talker of its listener.
type hearing struct {
	*testing.T
	l    *Listener
	keys *io.PipeWriter

	mu    sync.Mutex
	start time.Time // of the session
	now   time.Duration
	last  session.Session
	began time.Time
	heard []string
}

// Hear is the program's word.
func (x *hearing) Hear(h ui.Heard) {
	x.mu.Lock()
	x.start, x.now, x.last = h.At(0), h.Session.Now, h.Session
	x.mu.Unlock()
	x.l.Hear(Moment{N: h.N, Mode: Mode(h.Sound), Session: h.Session, Cues: h.Cues, Chosen: h.Chosen, At: h.At})
}

// note writes a line down.
func (x *hearing) note(at time.Duration, text string) {
	x.heard = append(x.heard, clock(at)+"  "+text)
}

func (x *hearing) Play(n Note) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.note(n.At.Sub(x.start), "("+string(n.Tone)+")")
}

func (x *hearing) Say(words string, _ time.Time) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.note(x.now, fmt.Sprintf("%q", words))
}
func (x *hearing) Plan([]Note) {}
func (x *hearing) Volume(int)  {}
func (x *hearing) Close()      {}
func (x *hearing) Hush()       {}

// clock is a time as m:ss.s.
func clock(d time.Duration) string {
	return fmt.Sprintf("%3d:%04.1f", int(d.Minutes()), (d % time.Minute).Seconds())
}

// fakeClock is the bubble's clock: its time has a monotonic reading from outside.
type fakeClock struct{ base, began time.Time }

func (c fakeClock) Now() time.Time { return c.base.Add(time.Since(c.began)) }

// hear runs the program for somebody who doesn't look at the screen, and returns what
// they heard.
func hear(t *testing.T, f session.Facts, mode Mode, play func(*hearing)) []string {
	t.Helper()
	lib := content.Embedded() // read outside the bubble, once for all
	w, ok := lib.Waiting(f.Muscle)
	if !ok {
		t.Fatalf("no waiting guidance for %s", f.Muscle)
	}
	base := time.Now()
	x := &hearing{l: NewListener()}
	x.l.Use(x)
	x.l.Talk(x)
	synctest.Test(t, func(t *testing.T) {
		s := session.New(f, w, content.Embedded)
		if r, ok := lib.Routine(f.Routine); ok {
			s = session.Follow(f, r, content.Embedded)
		}
		in, keys := io.Pipe()
		x.T, x.keys, x.began = t, keys, time.Now()
		p := tea.NewProgram(ui.New(ui.Options{
			Session: s, Clock: fakeClock{base, time.Now()}, Listener: x, Sound: ui.Sound(mode), Asked: true, Still: true,
		}), tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24), tea.WithoutSignalHandler(), tea.WithoutRenderer())
		done := make(chan error, 1)
		go func() { _, err := p.Run(); done <- err }()
		play(x)
		p.Quit()
		if err := <-done; err != nil {
			t.Error(err)
		}
		_ = keys.Close()
		x.wait(time.Minute) // past the longest tick
	})
	slices.SortStableFunc(x.heard, func(a, b string) int { return strings.Compare(a[:8], b[:8]) })
	return x.heard
}

// wait lets fake time pass.
func (x *hearing) wait(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// press presses a key, and writes it down.
func (x *hearing) press(key, why string) {
	x.Helper()
	x.mu.Lock()
	x.note(time.Since(x.began), "[presses "+why+"]")
	x.mu.Unlock()
	if _, err := io.WriteString(x.keys, key); err != nil {
		x.Fatal(err)
	}
	synctest.Wait()
}

// until lets time pass until the session that was told last is so.
func (x *hearing) until(is func(session.Session) bool) {
	x.Helper()
	for range 3600 {
		x.mu.Lock()
		so := is(x.last)
		x.mu.Unlock()
		if so {
			return
		}
		x.wait(time.Second)
	}
	x.Fatalf("never came:\n%s", strings.Join(x.heard, "\n"))
}

// packAsked says that the session asks for heat or cold.
func packAsked(s session.Session) bool { return s.Head().Kind == session.AskBlock }

// ended says that the session is over.
func ended(s session.Session) bool { return s.Mode == session.Ended }

// transcripts are whole sessions by ear.
var transcripts = map[string]func(*testing.T) []string{
	"calf": func(t *testing.T) []string {
		t.Helper()
		f := session.Facts{
			Muscle: content.Calf, Side: session.Left, Position: content.Standing,
			Have: session.Set[content.Thing]{content.Wall, content.Chair, content.Roller, content.Heat},
		}
		return hear(t, f, WordsAndTones, func(x *hearing) {
			x.wait(70 * time.Second)
			x.press("e", "e: it eased")
			x.wait(6 * time.Second)
			x.press("\r", "enter: yes, in place")
			x.until(packAsked)
			x.wait(5 * time.Second)
			x.press("1", "1: heat")
			x.wait(time.Minute)
			x.press("\r", "enter: it is on the skin")
			x.pack()
			x.until(ended)
		})
	},
	"calf-tones": func(t *testing.T) []string {
		t.Helper()
		return hear(t, session.Facts{Muscle: content.Calf, Position: content.Seated}, TonesOnly, func(x *hearing) {
			x.wait(time.Second)
			x.press("e", "e")
			x.wait(time.Second)
			x.press("\r", "enter")
			x.until(packAsked)
		})
	},
	"bedtime": func(t *testing.T) []string {
		t.Helper()
		return hear(t, session.Facts{Routine: "bedtime", Muscle: content.Calf}, WordsAndTones, func(x *hearing) {
			x.wait(12 * time.Second)
			x.press("\r", "enter: no cramp now")
			x.until(ended)
		})
	},
}

// pack looks at the skin when it is asked to, until the pack is off.
func (x *hearing) pack() {
	x.Helper()
	off := func(s session.Session) bool { return s.Pack.Kind == "" }
	for {
		x.until(func(s session.Session) bool { return s.Pack.Asking || off(s) })
		x.wait(10 * time.Second)
		if x.mu.Lock(); off(x.last) {
			x.mu.Unlock()
			x.press("\r", "enter: it is off")
			return
		}
		x.mu.Unlock()
		x.press("\r", "enter: the skin looks fine")
	}
}

// TestTranscripts holds what is heard of whole sessions: whoever has only that must
// know at each line what their body does.
func TestTranscripts(t *testing.T) {
	for name, play := range transcripts {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(play(t), "\n") + "\n"
			file := filepath.Join("testdata", "transcript_"+name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("what is heard has changed:\n%s", got)
			}
		})
	}
}
