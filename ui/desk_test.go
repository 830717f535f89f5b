package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// handClock is a clock that stands until a test turns it.
type handClock struct{ now time.Time }

func (c *handClock) Now() time.Time { return c.now }

// desk drives the model by hand: the updates that the program would make, at the
// instants at which it would make them, without the program.
type desk struct {
	testing.TB
	m      Model
	clock  *handClock
	ticked int     // the id of the last tick that was handed over
	cmd    tea.Cmd // what the last update asked for
	told   bool    // it asks for a listener to be told
}

// facts are somebody's facts, with the calf as the muscle where none is told.
func facts(f session.Facts) session.Facts {
	if f.Muscle == "" {
		f.Muscle = content.Calf
	}
	return f
}

// sessionOf is the session that these facts begin: a relief, or a routine.
func sessionOf(tb testing.TB, f session.Facts) session.Session {
	tb.Helper()
	if r, ok := content.Embedded().Routine(f.Routine); ok {
		return session.Follow(f, r, content.Embedded)
	}
	waiting, err := content.FirstWaiting(facts(f).Muscle)
	if err != nil {
		tb.Fatal(err)
	}
	return session.New(facts(f), waiting, content.Embedded)
}

// begin opens the program for somebody with these facts, its first frame made.
func begin(tb testing.TB, f session.Facts, w, h int) *desk {
	tb.Helper()
	return beginWith(tb, f, w, h, Options{})
}

// beginWith is begin with options; session and clock are filled in.
func beginWith(tb testing.TB, f session.Facts, w, h int, o Options) *desk {
	tb.Helper()
	clock := &handClock{time.Now()}
	o.Session, o.Clock = sessionOf(tb, f), clock
	if o.Sound == "" {
		o.Sound = Voice
	}
	d := &desk{TB: tb, m: New(o), clock: clock}
	return d.resize(w, h)
}

// send hands the model a message.
func (d *desk) send(msg tea.Msg) *desk {
	d.Helper()
	n := d.m.n
	m, cmd := d.m.Update(msg)
	d.cmd = cmd
	next, ok := m.(Model)
	if !ok {
		d.Fatalf("the model became a %T", m)
	}
	d.m, d.told = next, next.n != n
	return d
}

func (d *desk) resize(w, h int) *desk { return d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

// tickDue is the instant at which the pending tick is due. ok is false where
// none is.
func (d *desk) tickDue() (at time.Time, ok bool) {
	b := d.m.beat
	return b.start.Add(b.real(b.due) - b.sleep), b.id != d.ticked
}

// wait lets time pass, with every tick at the instant it is due.
func (d *desk) wait(dur time.Duration) *desk {
	d.Helper()
	end := d.clock.now.Add(dur)
	for {
		at, ok := d.tickDue()
		if !ok || at.After(end) {
			d.clock.now = end
			return d
		}
		if at.After(d.clock.now) {
			d.clock.now = at
		}
		d.ticked = d.m.beat.id
		d.send(tickMsg{d.m.beat.id})
	}
}

// until lets time pass until something is so, at most a day.
func (d *desk) until(what string, so func() bool) *desk {
	d.Helper()
	for range 24 * 3600 * 2 {
		if so() {
			return d
		}
		at, ok := d.tickDue()
		if !ok {
			break
		}
		d.wait(at.Sub(d.clock.now))
	}
	d.Fatalf("%s: never came; the screen is\n%s", what, d.text())
	return d
}

// press takes a second and presses a key, for each of the keys.
func (d *desk) press(keys ...string) *desk {
	d.Helper()
	for _, k := range keys {
		d.wait(time.Second).hit(k)
	}
	return d
}

// hit presses a key at once.
func (d *desk) hit(k string) *desk {
	d.Helper()
	return d.send(pressOf(k))
}

// pressOf is the message of a key by the name that the program knows it by.
func pressOf(k string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
	}
	switch code, ok := special[k]; {
	case ok:
		return tea.KeyPressMsg{Code: code}
	case k == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case strings.HasPrefix(k, "ctrl+"):
		return tea.KeyPressMsg{Code: rune(k[len(k)-1]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: rune(k[0]), Text: k}
}

// text is the screen without its styles.
func (d *desk) text() string { return ansi.Strip(d.m.View().Content) }

// sees fails unless the screen holds each of the texts. Line breaks count as
// spaces, since where a text wraps is a matter of the layout.
func (d *desk) sees(texts ...string) {
	d.Helper()
	for _, x := range texts {
		if !strings.Contains(flat(d.text()), x) {
			d.Errorf("the screen lacks %q:\n%s", x, d.text())
		}
	}
}

// misses fails if the screen holds one of the texts.
func (d *desk) misses(texts ...string) {
	d.Helper()
	for _, x := range texts {
		if strings.Contains(flat(d.text()), x) {
			d.Errorf("the screen still holds %q:\n%s", x, d.text())
		}
	}
}

// flat is a text on one line, with one space between the words and without pictures.
func flat(text string) string {
	words := strings.Map(func(r rune) rune {
		if picture(r) {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(words), " ")
}

// on waits until an item's phase runs, in a repetition where rep is more than 0.
func (d *desk) on(item string, kind session.PhaseKind, rep int) *desk {
	d.Helper()
	return d.until(item+" "+string(kind), func() bool {
		p := d.m.s.Phase()
		return d.m.s.Head().Item == item && p.Kind == kind && (rep == 0 || p.Rep == rep)
	})
}

// asked waits until it asks for heat, cold or neither.
func (d *desk) asked() *desk {
	d.Helper()
	return d.until("the question", func() bool { return d.m.s.Head().Kind == session.AskBlock })
}

// phase fails unless an item's phase runs.
func (d *desk) phase(item string, kind session.PhaseKind) {
	d.Helper()
	if b, p := d.m.s.Head(), d.m.s.Phase(); b.Item != item || p.Kind != kind {
		d.Errorf("%s %s %s runs, want %s %s:\n%s", b.Kind, b.Item, p.Kind, item, kind, d.text())
	}
}

// stripped is a text without its styles.
func stripped(text string) string { return ansi.Strip(text) }
