//go:build unix

package cli_test

import (
	"slices"
	"testing"
	"time"
)

// unreadFor is for how long nobody reads, as where a line hangs.
const unreadFor = 10 * time.Second

// TestBlockedOutput: nobody reads for 10 s, while the program has ever more to draw. It
// doesn't grow, goes on when it is read again, and then shows the second that it is.
func TestBlockedOutput(t *testing.T) {
	t.Parallel()
	for word, x := range map[string]struct {
		reach func(*testing.T, *reader)
		down  bool // the clock counts down
	}{
		"BREATHE": {func(*testing.T, *reader) {}, false},
		"HOLD":    {toHold, true},
	} {
		t.Run(word, func(t *testing.T) {
			t.Parallel()
			const mostMemory = 64 << 20
			r := blockable(t, opts{})
			r.waitSeen(t)
			x.reach(t, r)
			w := r.watch(func(screen string) string {
				d, ok := count(screen, word)
				if !ok {
					return ""
				}
				return d.String()
			})
			r.until(t, "two seconds of "+word, patience, func(string) bool { return len(w.all()) > 2 })
			r.block(t)
			from := time.Now()
			r.wait(3 * time.Second)
			memory := r.memory(t)
			r.keys("\x03")
			r.ends(t, 130)
			agree(t, w.all(), from, x.down)
			t.Logf("%v of CPU, %d MB", r.cpu().Round(time.Millisecond), memory>>20)
			if memory > mostMemory {
				t.Errorf("%d MB, want at most %d MB", memory>>20, mostMemory>>20)
			}
		})
	}
}

// toHold goes on from the wait to the first hold.
func toHold(t *testing.T, r *reader) {
	t.Helper()
	r.keys("e")
	r.waitFor(t, "IS THIS RIGHT?", patience)
	r.keys("\r")
	r.counts(t, "GET READY", patience, func(d time.Duration) bool { return d <= 14*time.Second })
	r.keys("\r")
	r.waitVerb(t, "HOLD", patience)
}

// agree holds the seconds that were shown from an instant on to those before it: as much
// later as they were shown, as much more or less they tell. A test that is kept waiting
// sees one late, never early, so the soonest on either side count.
func agree(t *testing.T, steps []seen, from time.Time, down bool) {
	t.Helper()
	const most = 500 * time.Millisecond
	var before, after []time.Duration // how long after the start that each tells it was seen
	for _, step := range steps[1:] {  // the first had begun already
		told, err := time.ParseDuration(step.value)
		if err != nil {
			continue // the end
		}
		if down {
			told = -told
		}
		switch off := step.at.Sub(steps[0].at) - told; {
		case after != nil || step.at.After(from):
			after = append(after, off)
		case len(before) < 2: // what is drawn while nobody looks comes later
			before = append(before, off)
		}
	}
	if len(before) < 2 || len(after) < 2 {
		t.Fatalf("too few seconds were shown: %v", steps)
	}
	if off := slices.Min(after) - slices.Min(before); off.Abs() > most {
		t.Errorf("afterwards it is off by %v: %v", off, steps)
	}
}

// block has nobody read for a while, in which each change of size is drawn, until the
// terminal takes no more.
func (r *reader) block(t *testing.T) {
	t.Helper()
	const every = 20 * time.Millisecond
	r.turn.Lock()
	half := 0
	each(every, unreadFor, func(n int) {
		r.control(func(fd int) { _ = pushSize(fd, 80+n%100, 24) })
		if n == int(unreadFor/every/2) {
			half = r.waiting()
		}
	})
	full := r.waiting()
	r.turn.Unlock()
	if half == 0 || half != full {
		t.Errorf("%d bytes waited after half of the time and %d after all of it: it wasn't blocked", half, full)
	}
	r.wait(200 * time.Millisecond) // what waited is drawn in the size that it was drawn for
	r.resize(t, 80, 24)
}
