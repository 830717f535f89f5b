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

// ownLibrary is a person's own routine, and the library with it.
func ownLibrary(t *testing.T, file string) (content.Own, *content.Library) {
	t.Helper()
	o, err := content.ReadOwn("mine.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	lib, err := content.Embedded().With(o)
	if err != nil {
		t.Fatal(err)
	}
	return o, lib
}

// TestGateSaysWhoseRoutineItIs: of the person's own it says so on every screen, of the
// library's never.
func TestGateSaysWhoseRoutineItIs(t *testing.T) {
	t.Parallel()
	_, lib := ownLibrary(t, ownRoutine)
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
		text := atGate(t, lib, "mine", size[0], size[1])
		if !strings.Contains(text, content.OwnNotice) && !strings.Contains(text, "From a file, not checked.") {
			t.Errorf("%v: %q", size, text)
		}
		if size[0] > 40 && !strings.Contains(text, content.OwnNotice) {
			t.Errorf("%v: not in full: %q", size, text)
		}
		if text := atGate(t, lib, "legs", size[0], size[1]); strings.Contains(strings.ToLower(text), "from a file") {
			t.Errorf("%v: the library's: %q", size, text)
		}
	}
}

// TestGateSaysWhatIsLeftOut: a turn that can't be done doesn't vanish without a word, and
// where the routine names legs, the one that is told isn't taken for all of it.
func TestGateSaysWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	file := strings.Replace(ownRoutine, "position: seated", "position: seated\nhave: [towel]", 1) + "  - {id: raise, any: [toe-lifts], legs: left}\n"
	file = strings.Replace(file, "toes-to-shin", "towel-foot", 1)
	file = strings.Replace(file, ", legs: left", "", 1) + "  - {id: towel, any: [towel-calf], legs: left}\n"
	_, lib := ownLibrary(t, file)
	r, _ := lib.Routine("mine")
	shown := func(f session.Facts) string {
		clock := &handClock{time.Now()}
		s := session.Follow(f, r, func() *content.Library { return lib })
		d := &desk{TB: t, m: New(Options{Session: s, Clock: clock, Sound: Voice}), clock: clock}
		return flat(d.resize(80, 40).wait(time.Second).text())
	}
	if text := shown(session.Facts{}); strings.Contains(text, "Left out") || !strings.Contains(text, "Both legs, where the routine names none") {
		t.Errorf("as it is meant: %q", text)
	}
	standing := shown(session.Facts{Position: content.Standing})
	for _, want := range []string{"Left out for you: towel foot stretch (it is done seated or lying, with: towel); ", "towel calf stretch (it is done seated or lying, with: towel)."} {
		if !strings.Contains(standing, want) {
			t.Errorf("standing: without %q: %q", want, standing)
		}
	}
	if !strings.Contains(standing, "Nothing of it is left for you.") {
		t.Errorf("standing: %q", standing)
	}
}

// TestGateSaysTheSameInLines: whose routine it is, which legs are meant, and what is left
// out for whom, to who doesn't see the screen.
func TestGateSaysTheSameInLines(t *testing.T) {
	t.Parallel()
	_, lib := ownLibrary(t, ownRoutine+"  - {id: raise, any: [heel-slide], legs: left}\n")
	told := func(f session.Facts) string {
		r, _ := lib.Routine(f.Routine)
		m := New(Options{Session: session.Follow(f, r, func() *content.Library { return lib }), Clock: &handClock{time.Now()}})
		return strings.Join(m.plainQuestion().Lines, "\n")
	}
	if text := told(session.Facts{Routine: "mine"}); !strings.Contains(text, content.OwnNotice) || !strings.Contains(text, "where the routine names none") {
		t.Errorf("of a file: %s", text)
	}
	text := told(session.Facts{Routine: "legs", Care: session.Set[content.Care]{content.Hip}})
	if strings.Contains(text, content.OwnNotice) || !strings.Contains(text, "; slow forward bend (this bend can take") {
		t.Errorf("of the library: %s", text)
	}
	if text := told(session.Facts{Routine: "legs"}); strings.Contains(text, "Left out for you") {
		t.Errorf("nothing is left out: %s", text)
	}
}
