package session

import (
	"flag"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// tally counts what the streams of a run came to.
type tally struct {
	streams, steps, branches, finishes atomic.Int64

	sync.Mutex
	cells map[string]int // accepted events, by row and column
	rows  map[string]int
}

// TestRules plays random streams of events over random facts, at random instants,
// and holds every step to every rule. From some of the states it tries every
// event of the table aside, so that rare states meet rare events, too. Half of the
// streams are played beside the other half.
func TestRules(t *testing.T) {
	n := &tally{cells: map[string]int{}, rows: map[string]int{}}
	began := time.Now()
	whole := flag.Lookup("rapid.checks").Value.String()
	count, err := strconv.Atoi(whole)
	if err != nil {
		t.Fatal(err)
	}
	set("rapid.checks", strconv.Itoa((count+1)/2))
	defer set("rapid.checks", whole)
	t.Run("halves", func(t *testing.T) {
		for _, half := range []string{"one", "other"} {
			t.Run(half, func(t *testing.T) {
				t.Parallel()
				rapid.Check(t, n.stream)
			})
		}
	})
	t.Logf("%d streams, %d steps, %d events tried aside, %d ways to the summary, %v",
		n.streams.Load(), n.steps.Load(), n.branches.Load(), n.finishes.Load(), time.Since(began).Round(time.Millisecond))
	if !t.Failed() && !checksGiven && streams >= 10_000 {
		n.covered(t)
	}
}

// longest is the length of the longest stream.
const longest = 100

// stream plays one random stream.
func (n *tally) stream(t *rapid.T) {
	salt := rapid.Uint64().Draw(t, "facts")
	seed := mixed(salt, 0)
	s, now := seed.forward(seed.facts())
	if seed.below(40) == 1 && s.Mode != Ended {
		if broken := seed.takeUp(&s, &now); broken != "" {
			t.Fatal(broken)
		}
	}
	n.streams.Add(1)
	for i := range rapid.IntRange(1, longest).Draw(t, "length") {
		b := mixed(rapid.Uint64().Draw(t, "step"), salt+uint64(i))
		if s.Mode == Ended && b.below(4) > 0 {
			s, now = b.forward(b.facts())
		}
		if broken := n.step(&s, &now, b); broken != "" {
			t.Fatalf("step %d: %s", i, broken)
		}
	}
}

// step plays one event and returns the rule it breaks.
func (n *tally) step(s *Session, now *time.Duration, b *bits) string {
	at, e := b.later(*s, *now), b.event(*s)
	if a, ok := e.(Away); ok && b.below(3) > 0 {
		at = max(at, *now+a.For)
	}
	old := snapshot(*s)
	x := take(*s, e, at)
	n.steps.Add(1)
	broken := x.judge()
	if d := diff(old, *s); d != "" {
		broken = "the old session changed: " + d
	}
	if visits := shareOf(rowOf(x.after)).visits; broken == "" && b.below(visits) == visits-1 {
		broken = n.aside(x.after, x.now, b)
	}
	if broken == "" && b.below(6) == 1 {
		broken = brokenNext(x.after, x.now, b)
	}
	*s, *now = x.after, max(*now, at)
	return broken
}

// share says how much of the table a row is tried on: at 1 in `visits` of its
// visits, 1 in `events` of the events it mostly accepts. The common rows less, the
// rare ones all; those that don't stand in the table have less to show.
type share struct{ visits, events int }

var shares = map[string]share{
	"ready": {26, 2}, "wait": {9, 2}, "summary": {9, 2}, "drink": {4, 2}, "hold": {6, 2},
	"switch": {4, 2}, "ask-pack": {1, 4}, "confirm": {4, 2}, "rise": {2, 2}, "signed wait": {2, 2}, "grip ready": {2, 2},
	"massage": {1, 2}, "timed": {1, 3}, "check": {2, 4}, "rest": {1, 4}, "grip hold": {1, 3}, "fetch": {1, 3},
	"paused wait": {1, 2}, "pack on": {1, 2}, "lower": {1, 2}, "edge ready": {1, 2}, "edge timed": {2, 1}, "top": {1, 1},
	"skin check": {1, 1}, "grip rest": {1, 1}, "paused hold": {1, 1}, "paused pack on": {1, 1},
}

// shareOf is the share of a row.
func shareOf(row string) share {
	if s, ok := shares[row]; ok {
		return s
	}
	return share{60, 2}
}

// aside tries the events of the table in a state, and the way to the summary: the
// rarely accepted ones always, of the others some.
func (n *tally) aside(s Session, now time.Duration, b *bits) string {
	row := rowOf(s)
	events := shareOf(row).events
	n.met(row)
	old := snapshot(s)
	for _, c := range columns() {
		e := c.of(s)
		why := s.Refusal(e)
		if why != "" && b.below(8) > 0 || why == "" && !c.rare && b.below(events) > 0 {
			continue
		}
		n.branches.Add(1)
		if broken := take(s, e, now).judge(); broken != "" {
			return broken
		}
		if why == "" {
			n.accepted(row + " | " + c.name)
		}
	}
	if d := diff(old, s); d != "" {
		return "the old session changed: " + d
	}
	if broken := brokenPlace(s); broken != "" {
		return broken
	}
	if broken := brokenUndo(s, now); broken != "" || b.below(10) > 0 {
		return broken
	}
	n.finishes.Add(1)
	return brokenFinish(s, now)
}

// met counts a state of that row.
func (n *tally) met(row string) {
	n.Lock()
	defer n.Unlock()
	n.rows[row]++
}

// accepted counts an event that a state of that row takes.
func (n *tally) accepted(cell string) {
	n.Lock()
	defer n.Unlock()
	n.cells[cell]++
}

// covered holds that the streams met every event that the table accepts often
// enough to mean something.
func (n *tally) covered(t *testing.T) {
	t.Helper()
	const enough = 1000
	for _, row := range golden(t) {
		for i, c := range columns() {
			if hits := n.cells[row.row+" | "+c.name]; row.why[i] == "" && hits < enough {
				t.Errorf("%s | %s: accepted %d times, the row was met %d times", row.row, c.name, hits, n.rows[row.row])
			}
		}
	}
}

// brokenFinish is rule 9: from every state, time and at most 12 keys lead to the
// summary. It holds after a warning sign too.
func brokenFinish(s Session, now time.Duration) string {
	keys := 0
	for range 10_000 {
		if s.Mode == Ended {
			break
		}
		e := finishing(s)
		if _, tick := e.(Tick); !tick {
			if asked := s.Standby || s.Facts.Manual && s.Phase().Kind == Open && s.Head().Kind == ItemBlock; !asked {
				keys++ // that each exercise waits for a key is what was asked for
			}
			if why := s.Refusal(e); why != "" {
				return fmt.Sprintf("9 finish: %T refused in %q: %s", e, rowOf(s), why)
			}
		} else if list := s.moments(); len(list) > 0 {
			now = max(now, list[0].at)
		} else {
			return fmt.Sprintf("9 finish: nothing leads on from %q", rowOf(s))
		}
		s, _ = s.Apply(e, now)
	}
	if s.Mode != Ended || keys > 12 {
		return fmt.Sprintf("9 finish: %d keys and still in %q", keys, rowOf(s))
	}
	return ""
}

// finishing is the one key that leads on from here, or time.
func finishing(s Session) Event {
	switch b, p := s.Head(), s.Phase(); {
	case s.Mode == Paused:
		return Resume{}
	case s.Gripping:
		return Eased{}
	case b.Kind == AskBlock:
		return Choose{}
	case b.Kind == PackBlock && p.Kind == Open:
		return Next{}
	case p.Kind == Open && s.lasts() == 0:
		return Go{}
	}
	return Tick{}
}
