//go:build unix

package cli_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/session/journal"
)

// goOn goes on with what was left, in one of the two ways, and checks that it stands
// where it stood.
func (c *chain) goOn(t *testing.T) {
	t.Helper()
	died := time.Now()
	was, since := c.places()
	k := c.found(t, died)
	offers := k != nil && !k.Ended && !k.Record.Look
	switch {
	case !offers:
		c.nothing(t, start(t, c.opts(append([]string{"resume"}, speeds(10)...)...)))
	case c.rng.IntN(3) == 0:
		c.watch(start(t, c.opts(speeds(10)...)))
		c.compare(t, was, c.offered(t), died.Sub(since), died.Sub(k.Left))
	default:
		c.watch(start(t, c.opts(append([]string{"resume"}, speeds(10)...)...)))
		c.compare(t, was, c.there(t, was), died.Sub(since), died.Sub(k.Left))
	}
}

// found is the session that was left by the program that died, nil = none.
func (c *chain) found(t *testing.T, died time.Time) *journal.Checkpoint {
	t.Helper()
	var ours *journal.Checkpoint
	for _, k := range c.checkpoints(t) {
		if before, again := c.kept[k.ID]; again && !before.Began.Equal(k.Began) {
			t.Errorf("it began %v, and then %v", before.Began, k.Began)
		}
		c.kept[k.ID] = k
		switch {
		case k.ID == c.id, c.id == "" && ours == nil:
			ours = &k
		case !k.Record.Look: // that's the way to an offer that was taken
			t.Fatalf("session %s was left beside %s", k.ID, c.id)
		}
	}
	if ours == nil {
		if c.id != "" {
			t.Fatalf("session %s was kept before, and isn't any more", c.id)
		}
		c.tooEarly(t, died)
		return nil
	}
	c.id = ours.ID
	switch {
	case ours.Ended:
		c.count(&c.over)
	case ours.Record.Look:
		c.count(&c.looks)
	}
	return ours
}

// tooEarly counts a session of which nothing was kept: that may be only where its screen
// was hardly there yet.
func (c *chain) tooEarly(t *testing.T, died time.Time) {
	t.Helper()
	c.count(&c.early)
	var shown time.Duration
	if first := c.s.firstText(); first > 0 {
		shown = died.Sub(c.s.started) - first
	}
	if shown > time.Second {
		t.Errorf("after %v there is nothing to go on with; screen:\n%s", shown, c.s.screen())
	}
	c.Lock()
	defer c.Unlock()
	c.latest = max(c.latest, shown)
}

// offered is the place that a new program offers to go on at; it's taken up there.
func (c *chain) offered(t *testing.T) spot {
	t.Helper()
	var p spot
	c.s.until(t, "an offer", patience, func(screen string) bool {
		offer, ok := offeredOn(screen)
		p = offer
		return ok
	})
	c.s.insists(t, "r", func(screen string) bool {
		_, still := offeredOn(screen)
		return !still
	})
	return p
}

// nothing checks that there is nothing to go on with.
func (c *chain) nothing(t *testing.T, s *session) {
	t.Helper()
	if code, ok := s.wait(patience); code != 1 || !ok || !strings.Contains(flat(s.screen()), "no session broke off") {
		t.Fatalf("ended with %d, %t:\n%s", code, ok, s.screen())
	}
	c.s, c.id = nil, ""
}

// there is the place that the program goes on at: behind its gate, or its wait.
func (c *chain) there(t *testing.T, was []spot) spot {
	t.Helper()
	var p spot
	c.s.until(t, fmt.Sprintf("place to go on at, after %v", was), patience, func(screen string) bool {
		p = placeOn(screen)
		return p.name != "" && strings.Contains(screen, "q")
	})
	if p.name != atEdge || slices.Contains(was[max(0, len(was)-2):], p) {
		return p
	}
	// Who may lie sits up first.
	c.s.insists(t, "\r", func(screen string) bool { return !strings.Contains(screen, "go on there") })
	c.s.until(t, "something behind sitting up", patience, func(screen string) bool {
		p = placeOn(screen)
		return p.name != "" && p.name != atEdge
	})
	return p
}

// compare holds the place that it goes on at to those that were seen. Before the end the
// last of these stood for so long, and the session was kept so long ago.
func (c *chain) compare(t *testing.T, was []spot, is spot, stood, kept time.Duration) {
	t.Helper()
	const moment = 700 * time.Millisecond // what it takes to show or to keep something, on a busy machine
	n := len(was)
	switch {
	case n > 0 && was[n-1].name == atEdge && is.name != atWait:
		c.count(&c.same) // the edge comes before whatever it is, and only that is told
	case n > 0 && was[n-1].fits(is):
		c.count(&c.same)
		if is.name == atWait {
			c.count(&c.waits)
		}
	case n > 1 && was[n-2].fits(is) && stood < moment:
		c.count(&c.before)
	case kept < moment:
		c.count(&c.ahead)
	default:
		t.Errorf("it was at %+v (the last for %v), and goes on at %+v (kept %v before its end); screen:\n%s", was, stood, is, kept, c.s.screen())
	}
}
