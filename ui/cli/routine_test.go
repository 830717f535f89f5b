//go:build unix

package cli_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session/journal"
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

// mine is a short routine of a person's own, with an exercise that stands in its file.
const mine = `name: My knee
for: For my knee, when it feels stiff.
position: lying
choice: I wrote it
turns:
  - {id: calf, any: [toes-to-shin], sets: 2, break: 5, reps: 1, hold: 20, legs: left, words: [Slowly.]}
  - {id: knee, any: [bent-knee], legs: right}
items:
  - id: bent-knee
    name: Bent knee
    step: stretch
    kind: held
    verb: HOLD
    muscles: [hamstring]
    positions: [lying]
    each_side: true
    how:
      - Lie down.
      - Take your {side} knee.
      - Draw it in a little.
    say: Lie down. Draw your {side} knee in.
    dose: {hold: 20, rest: 10, reps: 2}
    pull: 1
`

// TestOwnRoutineFromGateToSummary: a file is followed like the library's, and it's said
// whose it is.
func TestOwnRoutineFromGateToSummary(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"stretch", file(t, "knee.yaml", mine), "--speed", "20"}})
	s.waitPhrase(t, "gate")
	s.waitText(t, content.OwnNotice)
	<-time.After(looked)
	s.keys("\r")
	s.waitText(t, "Slowly.")
	for _, verb := range []string{"GET READY", "HOLD"} {
		s.waitVerb(t, verb, patience)
	}
	s.waitFor(t, "Bent knee", patience)
	s.waitText(t, "Take your right knee.")
	s.waitFor(t, "DONE", 30*time.Second)
	s.keys("\r")
	if line := s.ends(t, 0); !strings.Contains(line, "My knee · done: toes to shin (left), bent knee (right)") {
		t.Errorf("%q", line)
	}
}

// TestOwnRoutineBrokenOff: the next program reads the file again and goes on; without the
// file it says so, in one line.
func TestOwnRoutineBrokenOff(t *testing.T) {
	t.Parallel()
	st, path := newState(t), file(t, "knee.yaml", mine)
	s := start(t, st.opts("stretch", path, "--speed", "10"))
	s.waitPhrase(t, "gate")
	<-time.After(looked)
	s.keys("\r")
	c := st.waitKept(t, "the hold", func(c journal.Checkpoint) bool { return len(c.Saved.Rest) > 0 && c.Saved.Rest[0].Begun })
	if c.File != path {
		t.Errorf("kept: %q", c.File)
	}
	s.killed(t)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	o := st.opts("resume", "--speed", "10")
	o.cols = 250 // in one line
	s = start(t, o)
	s.exits(t, 1, patience)
	if want := "uncramp: resume: there is nothing to go on with: your routine can't be gone on with: " + path + ": no such file"; flat(s.screen()) != flat(want) {
		t.Errorf("not «%s»:\n%s", want, s.screen())
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	s = st.resumes(t, "--speed", "10")
	s.waitText(t, "go on there My knee, toes to shin, left leg")
	<-time.After(looked)
	s.insists(t, "\r", works)
	s.waitFor(t, "Bent knee", 30*time.Second)
	s.waitFor(t, "DONE", 30*time.Second)
	s.keys("\r")
	s.ends(t, 0)
	if list := st.history(t); len(list) != 1 || list[0].Routine != "knee" {
		t.Errorf("%+v", list)
	}
}
