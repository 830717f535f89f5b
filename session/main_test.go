package session

import (
	"flag"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"
	"time"

	"uncramp/content"
)

// update rewrites the golden files instead of comparing with them.
var update = flag.Bool("update", false, "rewrite the golden files")

// checksGiven says that the caller chose how many streams to play, so that the
// counts that hold for a normal run needn't be reached.
var checksGiven bool

// TestMain makes rapid play as many streams as the rules ask for, unless told
// otherwise: `go test ./session -run TestRules -rapid.checks=20000` plays a
// million steps and more. A failing stream is printed with its seed; no files
// are left behind.
func TestMain(m *testing.M) {
	debug.SetGCPercent(1600) // what the streams leave behind is small and short-lived
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { checksGiven = checksGiven || f.Name == "rapid.checks" })
	set("rapid.nofailfile", "true")
	if !checksGiven {
		set("rapid.checks", strconv.Itoa(streams))
	}
	os.Exit(m.Run())
}

func set(name, value string) {
	if err := flag.Set(name, value); err != nil {
		panic(err)
	}
}

// library is the embedded content: the tests run on what people get.
func library() *content.Library { return content.Embedded() }

// start begins a session with these facts.
func start(f Facts) Session {
	if f.Muscle == "" {
		f.Muscle = content.Calf
	}
	if r, ok := library().Routine(f.Routine); ok {
		return Follow(f, r, library)
	}
	w, ok := library().Waiting(f.Muscle)
	if !ok {
		panic("no waiting guidance for " + string(f.Muscle))
	}
	return New(f, w, library)
}

// play drives a session by hand: words and time.
type play struct {
	*testing.T
	s    Session
	now  time.Duration
	cues []Cue
}

func begin(t *testing.T, f Facts) *play {
	t.Helper()
	return &play{T: t, s: start(f)}
}

// say lets one word after the other happen now. Each must be accepted.
func (p *play) say(events ...Event) *play {
	p.Helper()
	for _, e := range events {
		if why := p.try(e); why != "" {
			p.Fatalf("%T at %v in %q was refused: %s", e, p.now, rowOf(p.s), why)
		}
	}
	return p
}

// try lets an event happen now and tells why it was refused, "" = it wasn't.
func (p *play) try(e Event) string {
	var cues []Cue
	p.s, cues = p.s.Apply(e, p.now)
	p.cues = append(p.cues, cues...)
	for _, c := range cues {
		if c.Kind == CueRefused {
			return c.Why
		}
	}
	return ""
}

// pass lets time pass, told at its end.
func (p *play) pass(d time.Duration) *play {
	p.now += d
	p.try(Tick{})
	return p
}

// until lets time pass from change to change until something holds.
func (p *play) until(what string, is func(Session) bool) *play {
	p.Helper()
	for range 100_000 {
		if is(p.s) {
			return p
		}
		next := p.s.moments()
		if len(next) == 0 {
			break
		}
		p.now = max(p.now, next[0].at)
		p.try(Tick{})
	}
	p.Fatalf("never came to %s: stuck in %q at %v", what, rowOf(p.s), p.now)
	return p
}

// row lets time pass until the session stands in a row of the table.
func (p *play) row(name string) *play {
	p.Helper()
	return p.until(name, func(s Session) bool { return rowOf(s) == name })
}

// slot lets time pass, going through what is open, until a place is the head.
func (p *play) slot(slot string) *play {
	p.Helper()
	for range 100 {
		p.until("something open or "+slot, func(s Session) bool {
			return s.Head().Slot == slot || s.Phase().Kind == Open || s.Mode == Ended
		})
		if p.s.Head().Slot == slot {
			return p
		}
		p.say(Go{})
	}
	p.Fatalf("never came to %s", slot)
	return p
}

// kinds lists what was heard since the start.
func (p *play) kinds() []CueKind { return kindsOf(p.cues) }

func kindsOf(cues []Cue) []CueKind {
	var list []CueKind
	for _, c := range cues {
		list = append(list, c.Kind)
	}
	return list
}

// heard says whether a cue was heard since the start.
func (p *play) heard(k CueKind) bool { return slices.Contains(p.kinds(), k) }

// forget clears what was heard.
func (p *play) forget() *play {
	p.cues = nil
	return p
}
