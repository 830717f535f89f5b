package ui

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/plain"
)

// voices is what was heard of one of two programs, and said by it.
type voices struct {
	ear
	keys *io.PipeWriter
	p    *tea.Program
	done chan error

	mu    sync.Mutex
	lines []string
}

// put keeps a line.
func (v *voices) put(line string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.lines = append(v.lines, line)
}

// duet is the program on a screen and the program in lines, for the same person, at the
// same time, with the same keys.
type duet struct {
	*testing.T
	screen, lines *voices
	beneath       func() session.Session // the session on the screen
}

// start runs one of them.
func (v *voices) start(m tea.Model, more ...tea.ProgramOption) {
	in, keys := io.Pipe()
	v.keys, v.done = keys, make(chan error, 1)
	v.p = tea.NewProgram(m, append([]tea.ProgramOption{
		tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithFPS(1), tea.WithoutSignalHandler(),
		tea.WithColorProfile(colorprofile.NoTTY), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
	}, more...)...)
	go func() {
		_, err := v.p.Run()
		v.done <- err
	}()
}

// perform2 runs both, and lets a test play the part of the person.
func perform2(t *testing.T, f session.Facts, play func(*duet)) {
	t.Helper()
	content.Embedded() // read outside the bubble
	base := time.Now()
	s := sessionOf(t, f)
	synctest.Test(t, func(t *testing.T) {
		d := &duet{T: t, screen: &voices{}, lines: &voices{}}
		clock := &bubbleClock{base: base, began: time.Now()}
		o := Options{Session: s, Clock: clock, Sound: Voice, Asked: true, Kept: true}
		r := &reel{began: time.Now()}
		o.Listener = d.screen
		r.model = New(o)
		d.beneath = func() session.Session {
			r.Lock()
			defer r.Unlock()
			return r.model.s
		}
		d.screen.start(filmed{r.model, r}, tea.WithWindowSize(80, 24))
		o.Listener = d.lines
		d.lines.start(NewLines(o, LineOptions{Out: d.lines.put}))
		d.wait(time.Second)
		play(d)
		d.wait(time.Second) // an escape key that came last is known for one only now
		for _, v := range []*voices{d.screen, d.lines} {
			v.p.Quit()
			if err := <-v.done; err != nil {
				t.Errorf("it ended with: %v", err)
			}
			v.keys.Close()
		}
		d.wait(time.Minute)
		d.agree()
	})
}

// wait lets time pass, until all that it brings is done.
func (d *duet) wait(dur time.Duration) {
	<-time.After(dur)
	synctest.Wait()
}

// press types a key into both.
func (d *duet) press(k string) {
	for _, v := range []*voices{d.screen, d.lines} {
		select {
		case err := <-v.done:
			v.done <- err // it has ended
		default:
			if _, err := io.WriteString(v.keys, bytesOf(k)); err != nil {
				d.Fatal(err)
			}
		}
	}
	synctest.Wait()
}

// agree: the same cues at the same instants, and every one that has words has its line,
// in the same order.
func (d *duet) agree() {
	d.Helper()
	if a, b := d.screen.cues(), d.lines.cues(); !slices.Equal(a, b) {
		at := 0
		for at < min(len(a), len(b)) && a[at] == b[at] {
			at++
		}
		d.Errorf("%d cues on the screen, %d in lines; the first that differ: %+v, %+v", len(a), len(b), a[at:min(at+1, len(a))], b[at:min(at+1, len(b))])
	}
	said := d.lines.lines
	readable(d, said)
	rest, told := said, 0
	for _, h := range d.lines.told {
		for _, c := range h.Cues {
			for _, want := range plain.Split(plain.Clean(inWords(h, c))) {
				i := slices.IndexFunc(rest, func(line string) bool {
					return line == want || strings.EqualFold(line, "As before: "+want)
				})
				if i < 0 {
					d.Fatalf("no line says %q, of %+v; after\n%s", want, c, strings.Join(said[max(0, len(said)-len(rest)-5):len(said)-len(rest)], "\n"))
				}
				rest = rest[i+1:]
				told++
			}
		}
	}
	if told == 0 {
		d.Error("nothing was said")
	}
}

// inWords is what lines say at a cue: what the voice says, but nothing of a screen, nor
// of a tone where none is heard.
func inWords(h Heard, c session.Cue) string {
	s := h.Session
	if c.Why == "how-more" && h.Sound == Mute {
		return ""
	}
	switch words := s.Said(c); words {
	case s.Library().Phrase("drink"):
		return s.Library().Phrase("drink-lines")
	case s.Library().Phrase("over-said"):
		return s.Library().Phrase("over")
	default:
		return words
	}
}

// TestLinesCueWhatTheScreenCues: told stories, key by key.
func TestLinesCueWhatTheScreenCues(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		who  session.Facts
		keys string // a key, or a number of seconds to wait
	}{
		{"four keys", nobody, "e enter 800 n 120 enter"},
		{"long wait", nobody, "130 1 40 2 40 3 esc s 60 e 5 enter 20 q q"},
		{"cramping again", equipped, "e enter 20 c 30 w e 40 t 20 c 5 e 10 b 15 n 2 + 2 space 9 space 30"},
		{"a pack", packed, "e enter 660 1 enter 301 enter 2 w 310 enter 300 enter 40"},
		{"a pack that is forgotten", packed, "e enter 660 1 enter 370 enter 60"},
		{"a routine", session.Facts{Routine: "legs"}, "enter 400 w enter"},
		{"a warning sign", nobody, "e enter 20 ! 2 enter 30 w ! 1 enter 2 w"},
		{"facts", nobody, "l p o h 1 6 enter k 1 esc a 2 5 e l p ? esc i esc enter 20 w"},
		{"repeats", nobody, "w w w z z z 2 n n n e e e"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			perform2(t, x.who, func(d *duet) {
				for k := range strings.FieldsSeq(x.keys) {
					var seconds int
					if n, _ := fmt.Sscanf(k, "%d", &seconds); n == 1 && (seconds > 9 || len(k) > 1) {
						d.wait(time.Duration(seconds) * time.Second)
						continue
					}
					d.wait(time.Second)
					d.press(k)
				}
			})
		})
	}
}

// TestLinesCueWhateverHappens: the same of people who press anything at any time.
func TestLinesCueWhateverHappens(t *testing.T) {
	t.Parallel()
	who := []session.Facts{nobody, equipped, packed, {Routine: "legs"}, {Routine: "bedtime"}, {Context: content.Sleep, Muscle: content.Arch}}
	list := strings.Fields("e e e e enter enter enter n n s c t b + 1 2 3 space w w l p o h k a i ! ? esc x r z q down f m")
	walks := len(thinned(make([]struct{}, 24)))
	first := rand.Uint64()
	for i := range walks {
		r := rand.New(rand.NewPCG(first, uint64(i)))
		t.Run(fmt.Sprintf("%d of %d", i, first), func(t *testing.T) {
			t.Parallel()
			perform2(t, who[i%len(who)], func(d *duet) {
				for range 40 {
					d.wait(one(r, 0, 50*time.Millisecond, time.Second, time.Second, span(r, 5*time.Second), span(r, 40*time.Second), span(r, 5*time.Minute)))
					k := one(r, list...)
					if k == "q" && r.IntN(3) > 0 {
						continue
					}
					d.press(k)
				}
			})
		})
	}
}
