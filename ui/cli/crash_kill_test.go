//go:build unix

package cli_test

import (
	"flag"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"uncramp/session/journal"
)

var (
	kills     = flag.Int("kills", 12, "how many times the program is killed in the middle of a session")
	killsSeed = flag.Uint64("kills-seed", 0, "what the moments of the kills and the keys before them are drawn from, 0 = by chance")
)

// figures are what became of the sessions that were killed.
type figures struct {
	sync.Mutex
	kills, stops              int // SIGKILL; hang-ups and SIGTERM beside
	same, before, ahead       int // at the place that was on the screen, at the one before, at one that it was about to show
	waits, over, looks, early int // of those at the same place: in a wait; ended; merely looked at; before anything was kept
	latest                    time.Duration
}

// count adds one to a figure.
func (f *figures) count(n *int) {
	f.Lock()
	defer f.Unlock()
	*n++
}

// TestKilled kills programs at moments that nobody chose, and goes on with what they
// left, which must stand where it stood; in the end every session is in the history,
// once.
func TestKilled(t *testing.T) {
	t.Parallel()
	seed := *killsSeed
	for seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("-kills %d -kills-seed %d", *kills, seed)
	const each = 4
	var all figures
	began := time.Now()
	t.Run("chains", func(t *testing.T) {
		for n := range (*kills + each - 1) / each {
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				c := &chain{
					person: person{rng: rand.New(rand.NewPCG(seed, uint64(n)))}, state: newState(t), figures: &all,
					kept: map[string]journal.Checkpoint{},
				}
				c.run(t, min(each, *kills-n*each))
			})
		}
	})
	t.Logf("%d kills, and %d hang-ups and terminations between them, in %v: %d at the same place (%d of them in a wait), %d at the one before, "+
		"%d at one that the screen was about to show; %d had ended, %d were merely looked at, %d ended before anything was kept (the latest %v after its first text)",
		all.kills, all.stops, time.Since(began).Round(time.Second), all.same, all.waits, all.before, all.ahead,
		all.over, all.looks, all.early, all.latest.Round(time.Millisecond))
	if all.kills >= 100 && all.early > all.kills/20 {
		t.Errorf("%d sessions were killed before anything was kept of them: that's not seldom", all.early)
	}
}

// chain is one state folder, in which one program after the other is killed.
type chain struct {
	person
	state
	*figures
	s      *session
	seen   *watched
	kept   map[string]journal.Checkpoint // the sessions that a checkpoint was seen of
	id     string                        // of the session that runs, "" = not known yet
	others int                           // sessions that ended, of which no checkpoint was seen
}

// run kills a program so many times, and goes on after each.
func (c *chain) run(t *testing.T, times int) {
	t.Helper()
	for range times {
		if c.s == nil {
			c.begin(t)
		}
		c.mood = mood(c.rng.IntN(3))
		long := c.span(0, 4*time.Second)
		switch {
		case c.rng.IntN(6) == 0:
			long = c.span(0, 200*time.Millisecond)
		case c.mood == calm: // to the second hold, and further
			long = c.span(3*time.Second, 9*time.Second)
		}
		if !c.lives(c.s, long) {
			t.Fatalf("it ended by itself; screen:\n%s", c.s.screen())
		}
		c.kill(t)
		c.goOn(t)
		c.perhapsLeave(t)
	}
	c.end(t)
}

// begin begins a session.
func (c *chain) begin(t *testing.T) {
	t.Helper()
	c.watch(start(t, c.opts(c.begins()...)))
	c.id = ""
	switch c.rng.IntN(6) {
	case 0: // it's killed whenever it is
	case 1, 2:
		c.s.waitFor(t, "q leave", patience)
	default: // it's more than a look
		c.s.waitFor(t, "q leave", patience)
		c.s.insists(t, "e", func(screen string) bool { return !strings.Contains(screen, "it eased") })
	}
}

// watch follows the places of a program.
func (c *chain) watch(s *session) {
	c.s = s
	c.seen = s.watch(func(screen string) string { return placeOn(screen).text() })
}

// places are those that the program that was killed has shown, in order, and since when
// the last of them stood there.
func (c *chain) places() (list []spot, since time.Time) {
	for _, step := range c.seen.all() {
		if p := placed(step.value); p.name != "" && (len(list) == 0 || list[len(list)-1] != p) {
			list, since = append(list, p), step.at
		}
	}
	return list, since
}

// kill kills the program, and looks what it left.
func (c *chain) kill(t *testing.T) {
	t.Helper()
	c.s.signal(t, syscall.SIGKILL)
	if code, ok := c.s.wait(patience); code != 137 || !ok {
		t.Fatalf("ended with %d, %t", code, ok)
	}
	c.count(&c.kills)
}

// perhapsLeave ends the program that goes on, in one way or another, or doesn't.
func (c *chain) perhapsLeave(t *testing.T) {
	t.Helper()
	if c.s == nil {
		return
	}
	switch c.rng.IntN(8) {
	case 0:
		c.leave(t)
	case 1:
		c.s.keys("\x03") // also before anything else counts
		c.ended(t, 130)
	case 2: // its machine goes down
		c.s.signal(t, syscall.SIGTERM)
		if code, ok := c.s.wait(patience); code != 143 || !ok {
			t.Fatalf("terminated: ended with %d, %t", code, ok)
		}
		c.count(&c.stops)
		c.goOn(t)
	case 3: // its terminal goes away, and it goes on elsewhere
		c.s.hangup()
		if code, ok := c.s.wait(patience); code != 129 || !ok {
			t.Fatalf("hung up: ended with %d, %t", code, ok)
		}
		c.count(&c.stops)
		c.goOn(t)
	}
}

// leave leaves with q.
func (c *chain) leave(t *testing.T) {
	t.Helper()
	c.s.insists(t, "q", func(screen string) bool { return strings.Contains(screen, "LEAVE NOW?") })
	c.s.keys("\r")
	c.ended(t, 3)
}

// ended waits until the program has ended the session.
func (c *chain) ended(t *testing.T, code int) {
	t.Helper()
	if got, ok := c.s.wait(patience); got != code || !ok {
		t.Fatalf("ended with %d, %t, not %d; screen:\n%s", got, ok, code, c.s.screen())
	}
	if c.id == "" {
		c.others++
	}
	c.s, c.id = nil, ""
}

// end ends what still goes on, and looks at what all of it left.
func (c *chain) end(t *testing.T) {
	t.Helper()
	if c.s != nil {
		c.leave(t)
	}
	list := c.history(t)
	for id := range c.kept {
		if !slices.ContainsFunc(list, func(l line) bool { return l.ID == id }) {
			t.Errorf("session %s is not in the history", id)
		}
	}
	if want := len(c.kept) + c.others; len(list) != want {
		t.Errorf("%d records, want %d: %+v", len(list), want, list)
	}
	c.clean(t)
}
