//go:build unix

package cli_test

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// looked is how long a person looks at a screen where nothing counts before they
// answer: keys that come sooner confirm nothing.
const looked = 300 * time.Millisecond

// TestRoutineFromGateToSummary: one key begins it, time does the rest.
func TestRoutineFromGateToSummary(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"stretch", "bedtime", "--speed", "20"}})
	s.waitPhrase(t, "gate")
	<-time.After(looked)
	s.keys("\r")
	for _, verb := range []string{"GET READY", "HOLD", "REST", "SWITCH", "HOLD"} {
		s.waitVerb(t, verb, patience)
	}
	s.waitFor(t, "DONE", 30*time.Second)
	s.waitText(t, "Hallegraeff")
	s.keys("\r")
	line := s.ends(t, 0)
	if !strings.Contains(line, "before bed · done: toes to shin, leg out in front") {
		t.Errorf("%q", line)
	}
}

// TestCrampAtTheGateOfARoutine: it becomes a session for the cramp, and asks which leg.
func TestCrampAtTheGateOfARoutine(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"stretch"}})
	s.waitPhrase(t, "gate")
	<-time.After(looked)
	s.keys("c")
	s.waitVerb(t, "BREATHE", patience)
	s.keys("a")
	s.waitFor(t, "WHERE IS IT?", patience)
	s.keys("3")
	s.waitFor(t, "left hamstring", patience)
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.waitText(t, "another muscle than the hamstring")
	s.keys("\x03")
	s.ends(t, 130)
}

// TestEveryMuscleBegins: each has its own first screen.
func TestEveryMuscleBegins(t *testing.T) {
	t.Parallel()
	for _, m := range content.Muscles() {
		w, err := content.FirstWaiting(m)
		if err != nil {
			t.Fatal(err)
		}
		s := start(t, opts{args: []string{string(m), "--side", "right"}})
		s.waitText(t, w.Lines[0].Text)
		s.waitFor(t, "right "+w.Name, patience)
		s.keys("\x03")
		s.ends(t, 130)
	}
}
