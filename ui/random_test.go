package ui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// messages is how many random messages TestRandom sends in all, seed where they begin:
// go test ./ui -run TestRandom -messages 1000000 -seed 7. Without a seed each run has
// its own, and names it.
var (
	messages = flag.Int("messages", 20_000, "how many random messages the model is sent")
	seed     = flag.Uint64("seed", 0, "where random messages begin, 0 = elsewhere each time")
)

// longestWalk is the most messages that one program is sent.
const longestWalk = 150

// TestRandom sends random messages to programs in every state, and holds each view and
// each step to the rules. A walk that breaks one is made as short as it can be, and
// printed.
func TestRandom(t *testing.T) {
	first := *seed
	if first == 0 {
		first = rand.Uint64()
	}
	most := len(thinned(thinned(make([]struct{}, *messages)))) // all, unless the race detector looks on
	began, met := time.Now(), tally{}
	places, kept := starts(t), keptOnes(t)
	sent, walks := 0, 0
	for ; sent < most && !t.Failed(); walks++ {
		r := rand.New(rand.NewPCG(first, uint64(walks)))
		from := places[walks%len(places)]
		w := from.begin(t)
		w.kept = kept
		met.note(w.m)
		var acts []act
		for range min(1+r.IntN(longestWalk), most-sent) {
			a := w.next(r)
			acts = append(acts, a)
			sent++
			if broken := w.play(a); broken != "" {
				t.Errorf("-seed %d, walk %d from %s: %s", first, walks, from.name, shortest(t, from, acts, broken))
				break
			}
			met.note(w.m)
			if w.m.leaving {
				break
			}
		}
	}
	t.Logf("-seed %d: %d messages in %d walks from %d places, %d states, %v",
		first, sent, walks, len(places), len(met), time.Since(began).Round(time.Millisecond))
	if !t.Failed() && sent >= 20_000 {
		met.covered(t)
	}
}

// origin is where a walk begins.
type origin struct {
	name  string
	begin func(testing.TB) *walk
}

// starts are the places where walks begin, spread so that those at the beginning come
// as often as those in the middle: people's facts, kinds of screen, and every scene.
func starts(tb testing.TB) []origin {
	tb.Helper()
	var list []origin
	begins := opened()
	all := scenes()
	for _, rare := range []string{"skin", "soon", "same-day", "emergency", "pack"} {
		all = append(all, slices.Repeat([]scene{sceneOf(tb, rare)}, 4)...)
	}
	for i, s := range all {
		list = append(list, begins[i%len(begins)], origin{"scene " + s.name, func(tb testing.TB) *walk {
			tb.Helper()
			d := s.at(tb, 80, 24)
			d.m.opts.Figures = []Figures{Braille, Braille, ASCII, NoFigures}[i%4]
			d.m.opts.Titled, d.m.opts.Progress = true, true
			d.m.opts.CanStop = func() bool { return true }
			return &walk{desk: d}
		}})
	}
	return list
}

// keptOnes are sessions as they are kept, with their last instant at 0.
func keptOnes(tb testing.TB) []session.Saved {
	tb.Helper()
	var list []session.Saved
	for _, name := range []string{"wait-help", "grip", "confirm", "hold", "rise", "massage", "pack", "skin", "pack-gripping", "ask-heat", "legs", "legs-cramp", "toes", "resume"} {
		v := sceneOf(tb, name).at(tb, 80, 24).m.s.Saved()
		list = append(list, v.Later(-v.At))
	}
	return list
}

// opened are programs at their first frame, for different people on different screens.
func opened() []origin {
	manual, short := equipped, equipped
	manual.Manual, short.Minutes = true, 3
	legs := session.Facts{Routine: "legs"}
	var list []origin
	for _, x := range []struct {
		name string
		who  session.Facts
		w, h int
		o    Options
	}{
		{"nobody", nobody, 80, 24, Options{}},
		{"no size yet", nobody, 0, 0, Options{Titled: true}},
		{"equipped", equipped, 120, 40, Options{Titled: true, Progress: true}},
		{"packed", packed, 80, 24, Options{Figures: NoFigures}},
		{"legs", legs, 80, 24, Options{Figures: ASCII}},
		{"bedtime", session.Facts{Routine: "bedtime"}, 40, 12, Options{NoVoice: true}},
		{"manual", manual, 100, 30, Options{CanStop: func() bool { return true }}},
		{"minutes", short, 60, 20, Options{Light: true}},
		{"across", equipped, 240, 70, Options{Across: true}},
		{"across, legs", legs, 80, 24, Options{Across: true, Still: true}},
		{"narrow", session.Facts{Context: content.Sleep}, 20, 6, Options{}},
		{"tiny", nobody, 9, 2, Options{Titled: true}},
		{"preview", packed, 80, 24, Options{Speed: 20}},
		{"fast", legs, 80, 24, Options{Speed: 500, Lead: 12 * time.Millisecond}},
		{"both feet", session.Facts{Muscle: content.Arch, Side: session.Both}, 80, 24, Options{Emergency: "112"}},
		{"heard", nobody, 80, 24, Options{Listener: deaf{}, Sound: Tones}},
	} {
		list = append(list, origin{x.name, func(tb testing.TB) *walk {
			tb.Helper()
			return &walk{desk: beginWith(tb, x.who, x.w, x.h, x.o)}
		}})
	}
	return list
}

// deaf is a listener that hears nothing.
type deaf struct{}

func (deaf) Hear(Heard) {}

// walk is a program that things happen to.
type walk struct {
	*desk
	last tea.KeyPressMsg // the key that came last
	kept []session.Saved // earlier sessions that may be told of
}

// act is one thing that happens: how much later than the one before, by how much the
// machine slept meanwhile, and what.
type act struct {
	after, slept time.Duration
	msg          tea.Msg // pending and stray stand for ticks
}

// String tells it in one line.
func (a act) String() string {
	words := fmt.Sprintf("%v later", a.after)
	if a.slept != 0 {
		words += fmt.Sprintf(", slept %v", a.slept)
	}
	if k, ok := a.msg.(tea.KeyPressMsg); ok {
		return fmt.Sprintf("%s: key %q %#v", words, k.String(), k)
	}
	return fmt.Sprintf("%s: %T %+q", words, a.msg, fmt.Sprint(a.msg))
}

// The ticks: the one that is on its way, so much late; and one that counts no longer, as
// many before it.
type (
	pending time.Duration
	stray   int
)

// play lets an act happen, and says which rule it breaks.
func (w *walk) play(a act) (broken string) {
	defer func() {
		if p := recover(); p != nil {
			broken = fmt.Sprintf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	msg, before := w.arrive(a), w.m
	w.send(msg)
	if k, ok := msg.(tea.KeyPressMsg); ok {
		w.last = k
	}
	return w.judge(before, msg)
}

// arrive lets the time before an act pass, and makes its message.
func (w *walk) arrive(a act) tea.Msg {
	w.clock.now = wallAhead(w.clock.now.Add(a.after), a.slept)
	switch x := a.msg.(type) {
	case pending:
		at, ok := w.tickDue()
		if !ok {
			return tickMsg{-1}
		}
		if late := at.Add(time.Duration(x)); late.After(w.clock.now) {
			w.clock.now = w.clock.now.Add(late.Sub(w.clock.now))
		}
		w.ticked = w.m.beat.id
		return tickMsg{w.m.beat.id}
	case stray:
		return tickMsg{w.m.beat.id - 1 - int(x)}
	}
	return a.msg
}

// aside is the same program at the same instant, for what is only tried.
func (w *walk) aside() *walk {
	d, clock := *w.desk, *w.clock
	d.clock, d.m.opts.Clock = &clock, &clock
	return &walk{desk: &d, last: w.last}
}

// shortest leaves out of a walk what it breaks the rule without, and tells the rest.
func shortest(tb testing.TB, from origin, acts []act, broken string) string {
	tb.Helper()
	rule, _, _ := strings.Cut(broken, ":")
	again := func(acts []act) (string, int) {
		w := from.begin(tb)
		for i, a := range acts {
			if b := w.play(a); b != "" && strings.HasPrefix(b, rule) {
				return b, i + 1
			}
		}
		return "", 0
	}
	for size := len(acts); size > 0; size /= 2 {
		for i := 0; i+size <= len(acts); {
			fewer := slices.Delete(slices.Clone(acts), i, i+size)
			if b, n := again(fewer); b != "" {
				acts, broken = fewer[:n], b
			} else {
				i += size
			}
		}
	}
	var list strings.Builder
	for _, a := range acts {
		fmt.Fprintf(&list, "\n  %v", a)
	}
	return broken + "\nafter" + list.String()
}

// tally counts how often each state was met.
type tally map[string]int

// note counts a state: what runs, and what lies over it.
func (n tally) note(m Model) {
	n[fmt.Sprintf("over %d", m.over)]++
	n["mode "+string(m.s.Mode)+" "+string(m.s.Outcome)]++
	n["phase "+string(m.s.Head().Kind)+" "+string(m.s.Phase().Kind)]++
	for what, is := range map[string]bool{"skin check": m.s.Pack.Asking, "offered": m.offered(), "taken up": m.s.Start < 0, "off": m.off} {
		if is {
			n[what]++
		}
	}
}

// covered holds that the walks met every screen often enough to mean something.
func (n tally) covered(t *testing.T) {
	t.Helper()
	const enough = 4
	want := []string{
		"mode running ", "mode paused ", "mode ended finished", "mode ended left", "mode ended warned", "skin check", "offered", "taken up", "off",
		"phase wait open", "phase grip hold", "phase confirm open", "phase ask-pack open", "phase pack open", "phase pack timed", "phase drink timed",
	}
	for _, k := range []session.PhaseKind{session.Ready, session.Rise, session.Hold, session.Lower, session.Rest, session.Switch, session.Timed, session.Open} {
		want = append(want, "phase item "+string(k))
	}
	for o := noOverlay; o <= whereOverlay; o++ {
		want = append(want, fmt.Sprintf("over %d", o))
	}
	for _, name := range want {
		if n[name] < enough {
			t.Errorf("%q was met %d times, want at least %d", name, n[name], enough)
		}
	}
}
