package ui

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// bubbleClock is the fake clock of the bubble. A test may let the wall clock run
// ahead of the monotonic one, as a machine does that slept, or both of them, as
// they do for a process that was stopped.
type bubbleClock struct {
	sync.Mutex
	base           time.Time // from outside: in a bubble no time has a monotonic reading
	began          time.Time
	slept, stopped time.Duration
}

func (c *bubbleClock) Now() time.Time {
	c.Lock()
	defer c.Unlock()
	return wallAhead(c.base.Add(time.Since(c.began)+c.stopped), c.slept)
}

// sleep lets the machine sleep: the wall clock goes on, the monotonic one stands.
func (c *bubbleClock) sleep(d time.Duration) { c.Lock(); c.slept += d; c.Unlock() }

// stop lets the process stand still: both clocks go on, no timer fires.
func (c *bubbleClock) stop(d time.Duration) { c.Lock(); c.stopped += d; c.Unlock() }

// wallAhead is t with a wall clock that is d ahead, and the same monotonic reading.
// No call of package time makes one, so it is taken from where package time keeps
// it; TestWallAhead notices if that place moves.
func wallAhead(t time.Time, d time.Duration) time.Time {
	ahead := t.Add(d)
	type reading struct {
		_    uint64
		mono int64
		_    *time.Location
	}
	(*reading)(unsafe.Pointer(&ahead)).mono -= int64(d)
	return ahead
}

// TestWallAhead holds the clock of these tests to what it says.
func TestWallAhead(t *testing.T) {
	now := time.Now()
	ahead := wallAhead(now, time.Hour)
	if mono, wall := ahead.Sub(now), ahead.Round(0).Sub(now.Round(0)); mono != 0 || wall != time.Hour {
		t.Fatalf("monotonic %v, wall %v apart, want 0 and an hour", mono, wall)
	}
}

// moment is what somebody saw: when, and the session beneath.
type moment struct {
	at   time.Duration
	text string
	s    session.Session
}

// reel is what somebody saw, in order: every view that differs from the one before.
// The program writes it while the test reads.
type reel struct {
	sync.Mutex
	began   time.Time
	model   Model
	moments []moment
	ticks   int
}

// film is what was seen so far.
func (r *reel) film() []moment {
	r.Lock()
	defer r.Unlock()
	return slices.Clip(r.moments)
}

// ticked is how many ticks came so far.
func (r *reel) ticked() int {
	r.Lock()
	defer r.Unlock()
	return r.ticks
}

// filmed is the model with a camera: the program runs it, the test reads the reel.
type filmed struct {
	Model
	reel *reel
}

func (f filmed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m, cmd := f.Model.Update(msg)
	next, ok := m.(Model)
	if !ok {
		panic("no model")
	}
	f.reel.Lock()
	defer f.reel.Unlock()
	f.Model, f.reel.model = next, next
	if _, tick := msg.(tickMsg); tick {
		f.reel.ticks++
	}
	return f, cmd
}

func (f filmed) View() tea.View {
	v := f.Model.View()
	text := ansi.Strip(v.Content)
	f.reel.Lock()
	defer f.reel.Unlock()
	if n := len(f.reel.moments); n == 0 || f.reel.moments[n-1].text != text {
		f.reel.moments = append(f.reel.moments, moment{at: time.Since(f.reel.began), text: text, s: f.s})
	}
	return v
}

// stage is the real program, in a bubble of fake time, with a keyboard of bytes.
type stage struct {
	*testing.T
	p     *tea.Program
	keys  *io.PipeWriter
	out   *bytes.Buffer
	reel  *reel
	clock *bubbleClock
	done  chan error
	final Model
}

// perform runs the program for somebody and lets a test play their part. The
// program ends with the play.
func perform(t *testing.T, f session.Facts, play func(*stage), more ...tea.ProgramOption) {
	t.Helper()
	performWith(t, f, Options{}, play, more...)
}

// undrawn makes a long play short: its screens are made, and noted, but not drawn.
func undrawn() tea.ProgramOption { return tea.WithoutRenderer() }

// performWith is perform with options; session and clock are filled in.
func performWith(t *testing.T, f session.Facts, o Options, play func(*stage), more ...tea.ProgramOption) {
	t.Helper()
	content.Embedded() // read outside the bubble, once for all
	base := time.Now()
	synctest.Test(t, func(t *testing.T) {
		waiting, err := content.FirstWaiting(content.Calf)
		if err != nil {
			t.Fatal(err)
		}
		in, keys := io.Pipe()
		s := &stage{T: t, keys: keys, out: &bytes.Buffer{}, clock: &bubbleClock{base: base, began: time.Now()}, done: make(chan error, 1)}
		s.reel = &reel{began: time.Now()}
		o.Session, o.Clock = session.New(facts(f), waiting, content.Embedded), s.clock
		s.reel.model = New(o)
		s.p = tea.NewProgram(filmed{s.reel.model, s.reel}, append([]tea.ProgramOption{
			tea.WithInput(in), tea.WithOutput(s.out), tea.WithWindowSize(80, 24), tea.WithFPS(1),
			tea.WithoutSignalHandler(), tea.WithColorProfile(colorprofile.TrueColor),
			tea.WithEnvironment([]string{"TERM=xterm-256color"}),
		}, more...)...)
		go func() {
			m, err := s.p.Run()
			if f, ok := m.(filmed); ok {
				s.final = f.Model
			}
			s.done <- err
		}()
		defer s.end() // a play that fails leaves nobody behind on the stage
		s.wait(time.Second)
		play(s)
	})
}

// end ends the program unless it has ended, and waits for its last timers.
func (s *stage) end() {
	s.Helper()
	s.p.Quit()
	if err := <-s.done; err != nil {
		s.Errorf("the program ended with: %v", err)
	}
	s.keys.Close()
	s.wait(time.Minute)
}

// wait lets fake time pass, until all that it brings is done.
func (s *stage) wait(d time.Duration) *stage {
	<-time.After(d)
	synctest.Wait()
	return s
}

// bytesOf are the bytes that a terminal sends for a key.
func bytesOf(key string) string {
	switch key {
	case "enter":
		return "\r"
	case "space":
		return " "
	case "esc":
		return "\x1b"
	case "down":
		return "\x1b[B"
	case "ctrl+c":
		return "\x03"
	case "ctrl+z":
		return "\x1a"
	}
	return key
}

// press waits a second, and types a key, for each of the keys.
func (s *stage) press(keys ...string) *stage {
	s.Helper()
	for _, k := range keys {
		s.wait(time.Second)
		if _, err := io.WriteString(s.keys, bytesOf(k)); err != nil {
			s.Fatal(err)
		}
		synctest.Wait()
	}
	return s
}

// now is the model as it stands.
func (s *stage) now() Model {
	s.reel.Lock()
	defer s.reel.Unlock()
	return s.reel.model
}

// text is the screen as it stands.
func (s *stage) text() string {
	film := s.reel.film()
	return film[len(film)-1].text
}

// sees fails unless the screen holds each of the texts.
func (s *stage) sees(texts ...string) *stage {
	s.Helper()
	for _, x := range texts {
		if !strings.Contains(flat(s.text()), x) {
			s.Errorf("the screen lacks %q:\n%s", x, s.text())
		}
	}
	return s
}

// until lets seconds pass until something is so, at most two hours.
func (s *stage) until(what string, so func(session.Session) bool) *stage {
	s.Helper()
	for range 2 * 3600 {
		if so(s.now().s) {
			return s
		}
		s.wait(time.Second)
	}
	s.Fatalf("%s never came:\n%s", what, s.text())
	return s
}

// block waits for a kind of block, item for an item's phase.
func (s *stage) block(kind session.BlockKind) *stage {
	s.Helper()
	return s.until(string(kind), func(x session.Session) bool { return x.Head().Kind == kind })
}

func (s *stage) item(id string, kind session.PhaseKind) *stage {
	s.Helper()
	return s.until(id+" "+string(kind), func(x session.Session) bool {
		return x.Head().Item == id && x.Phase().Kind == kind
	})
}

// over waits for the summary.
func (s *stage) over() *stage {
	s.Helper()
	return s.until("the summary", func(x session.Session) bool { return x.Mode == session.Ended })
}
