package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// ownRoutine is a routine of a person's own.
const ownRoutine = "name: Mine\nfor: For my legs.\nposition: seated\nchoice: I wrote it\nturns:\n  - {id: calf, any: [toes-to-shin]}\n"

// atGate is the screen of a routine's gate.
func atGate(t *testing.T, lib *content.Library, id string, w, h int) string {
	t.Helper()
	r, ok := lib.Routine(id)
	if !ok {
		t.Fatalf("there is no routine %q", id)
	}
	f := session.Facts{Routine: id}
	clock := &handClock{time.Now()}
	s := session.Follow(f, r, func() *content.Library { return lib })
	d := &desk{TB: t, m: New(Options{Session: s, Clock: clock, Sound: Voice}), clock: clock}
	text := ansi.Strip(d.resize(w, h).wait(time.Second).m.View().Content)
	return strings.Join(strings.Fields(text), " ")
}

// TestGateSaysWhoseRoutineItIs: of the person's own it says so on every screen, of the
// library's never.
func TestGateSaysWhoseRoutineItIs(t *testing.T) {
	t.Parallel()
	o, err := content.ReadOwn("mine.yaml", []byte(ownRoutine))
	if err != nil {
		t.Fatal(err)
	}
	lib, err := content.Embedded().With(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
		text := atGate(t, lib, "mine", size[0], size[1])
		if !strings.Contains(text, content.OwnNotice) && !strings.Contains(text, "Your own routine, not checked.") {
			t.Errorf("%v: %q", size, text)
		}
		if size[0] > 40 && !strings.Contains(text, content.OwnNotice) {
			t.Errorf("%v: not in full: %q", size, text)
		}
		if text := atGate(t, lib, "legs", size[0], size[1]); strings.Contains(text, "our own routine") {
			t.Errorf("%v: the library's: %q", size, text)
		}
	}
}
