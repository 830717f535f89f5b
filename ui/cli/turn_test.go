//go:build unix

package cli_test

import (
	"strings"
	"testing"
	"time"
)

// item waits until an exercise's name is the screen's title.
func (s *session) item(t *testing.T, name string) {
	t.Helper()
	s.until(t, name+" as the title", patience, func(screen string) bool {
		at := now.FindStringIndex(screen)
		return len(at) > 0 && strings.Contains(screen[:at[0]], name)
	})
}

// TestGripping: the softest stretch while it still grips, and eased within it.
func TestGripping(t *testing.T) {
	t.Parallel()
	s := gripped(t, opts{args: speeds(10)})
	s.keys("s")
	s.waitVerb(t, "GET READY", patience)
	s.item(t, softest())
	s.waitVerb(t, "HOLD", patience)
	s.keys("b")
	s.waitVerb(t, "BREATHE", patience)
	s.keys("s")
	s.waitVerb(t, "HOLD", patience)
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
}

// TestPause: the clock stands in a hold, and it goes on behind a lead with the
// time that was left.
func TestPause(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d <= 29*time.Second })
	s.keys(" ")
	s.waitFor(t, "PAUSED", patience)
	stood, _ := count(s.screen(), "PAUSED")
	if _, ok := s.wait(1200 * time.Millisecond); ok {
		t.Fatal("ended in a pause")
	}
	if d, _ := count(s.screen(), "PAUSED"); d != stood {
		t.Errorf("the clock went on in the pause: %v, then %v", stood, d)
	}
	s.keys(" ")
	s.counts(t, "GET READY", patience, func(d time.Duration) bool { return d <= 9*time.Second })
	s.keys("\r")
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d == stood })
}

// TestTooMuch: the hold is shorter, and more time is refused from then on.
func TestTooMuch(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	before, _ := count(s.screen(), "HOLD")
	s.keys("t")
	s.waitVerb(t, "GET READY", patience)
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	after, _ := count(s.screen(), "HOLD")
	if after >= before-time.Second {
		t.Errorf("the hold is as long as before: %v, then %v", before, after)
	}
	s.keys("+")
	s.waitPhrase(t, "no-more-much")
	if d, _ := count(s.screen(), "HOLD"); d > after {
		t.Errorf("longer after too much: %v, then %v", after, d)
	}
}

// TestAgain: back to the wait at once, from there to where it was, and more
// time is refused.
func TestAgain(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	before, _ := count(s.screen(), "HOLD")
	s.keys("c")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d <= time.Second })
	s.keys("e")
	s.item(t, softest())
	s.waitVerb(t, "GET READY", patience)
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	after, _ := count(s.screen(), "HOLD")
	if after >= before-time.Second {
		t.Errorf("the hold is as long as before: %v, then %v", before, after)
	}
	s.keys("+")
	s.waitPhrase(t, "no-more-again")
	s.keys("\x03")
	if line := s.ends(t, 130); !strings.Contains(line, "cramped again once") {
		t.Errorf("no word of it in %q", line)
	}
}

// TestSkipAndBack: back undoes a skip.
func TestSkipAndBack(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	s.item(t, softest()+" · left")
	s.keys("n")
	s.item(t, softest()+" · right")
	s.keys("b")
	s.item(t, softest()+" · left")
	s.keys("+")
	s.waitPhrase(t, "no-more-here")
}

// TestMoreTime: a hold gets longer where nothing speaks against it.
func TestMoreTime(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	before, _ := count(s.screen(), "HOLD")
	s.keys("+")
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d > before+5*time.Second })
}

// TestSigns: they pause what runs, and close again without a word.
func TestSigns(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	s.keys("!")
	s.waitFor(t, "WARNING SIGNS", patience)
	s.waitFor(t, "[1]", patience)
	s.keys("\x1b")
	s.waitVerb(t, "GET READY", patience)
	s.keys("?")
	s.waitFor(t, "ALL KEYS", patience)
}
