package session

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// saying is a word at an instant.
type saying struct {
	e  Event
	at time.Duration
}

// TestTicks plays the same words at the same instants four times: without any
// tick between the words, with ticks anywhere, with ticks exactly at each change, and with
// ticks up to a second late. All come to the same session. The last two hear the
// same, each cue once; the first two hear no more than that.
func TestTicks(t *testing.T) {
	if !checksGiven {
		set("rapid.checks", strconv.Itoa(streams/4)) // each is played four times over
		t.Cleanup(func() { set("rapid.checks", strconv.Itoa(streams)) })
	}
	rapid.Check(t, func(t *rapid.T) {
		salt := rapid.Uint64().Draw(t, "facts")
		b := mixed(salt, 1)
		f := b.facts()
		words := script(t, f, salt)
		none, heardNone := playTicks(f, words, func(Session, time.Duration, time.Duration) time.Duration { return -1 })
		anyhow, heardAny := playTicks(f, words, func(_ Session, now, _ time.Duration) time.Duration {
			gap := one(b, time.Second, time.Millisecond, 3*time.Second, time.Minute)
			return now + gap/2 + b.span(gap)
		})
		exact, heard := playTicks(f, words, func(s Session, now, _ time.Duration) time.Duration {
			at, ok := s.NextChange(now)
			return unlessOK(at, ok)
		})
		late, heardLate := playTicks(f, words, func(s Session, now, until time.Duration) time.Duration {
			at, ok := s.NextChange(now)
			return min(unlessOK(at, ok)+b.span(time.Second), max(until, now+1))
		})
		for name, s := range map[string]Session{"any": anyhow, "exact": exact, "late": late} {
			if d := diff(none, s); d != "" {
				t.Fatalf("ticks %s: %s", name, d)
			}
		}
		if !slices.Equal(heard, heardLate) {
			t.Fatalf("late ticks: %s", differentCues(heard, heardLate))
		}
		for name, cues := range map[string][]Cue{"no": heardNone, "any": heardAny} {
			if c, ok := more(cues, heard); ok {
				t.Fatalf("%s ticks: heard %+v, and with exact ticks not", name, c)
			}
		}
	})
}

// unlessOK is an instant that never comes where there is none.
func unlessOK(at time.Duration, ok bool) time.Duration {
	if !ok {
		return 1000 * time.Hour
	}
	return at
}

// script is a random stream of words of a person, at their instants.
func script(t *rapid.T, f Facts, salt uint64) []saying {
	s, now := start(f), time.Duration(0)
	var words []saying
	for i := range rapid.IntRange(1, 30).Draw(t, "words") {
		b := mixed(rapid.Uint64().Draw(t, "word"), salt+uint64(i))
		now = max(now, min(b.later(s, now), now+5*time.Minute))
		e := one(b, b.event(s), b.leadsOn(s))
		words = append(words, saying{e, now})
		s, _ = s.Apply(e, now)
	}
	return words
}

// playTicks plays words with ticks between, each at the instant that next tells
// from the last one and the next word's. Away needs no ticks: nobody is there.
func playTicks(f Facts, words []saying, next func(s Session, now, until time.Duration) time.Duration) (Session, []Cue) {
	s, now := start(f), time.Duration(0)
	var heard []Cue
	apply := func(e Event, at time.Duration) {
		var cues []Cue
		s, cues = s.Apply(e, at)
		heard, now = append(heard, cues...), max(now, at)
	}
	for _, w := range words {
		until := w.at
		if a, ok := w.e.(Away); ok {
			until = min(w.at, max(now, w.at-a.For))
		}
		for at := next(s, now, until); at >= now && at < until; at = next(s, now, until) {
			apply(Tick{}, at)
		}
		apply(Tick{}, until) // somebody was here until the word, or until the absence began
		apply(w.e, w.at)
	}
	return s, heard
}

// more is a cue that stands more often in a than in b.
func more(a, b []Cue) (Cue, bool) {
	n := map[Cue]int{}
	for _, c := range b {
		n[c]++
	}
	for _, c := range a {
		if n[c]--; n[c] < 0 {
			return c, true
		}
	}
	return Cue{}, false
}

func differentCues(a, b []Cue) string {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("cue %d of %d and %d:\n%+v\n%+v", i, len(a), len(b), a[i:min(i+3, len(a))], b[i:min(i+3, len(b))])
		}
	}
	return ""
}
