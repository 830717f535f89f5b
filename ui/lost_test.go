package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// followed is a routine of a person's own behind its gate, on a desk.
func followed(t *testing.T, file string) *desk {
	t.Helper()
	s := ownSession(t, file)
	clock := &handClock{time.Now()}
	d := &desk{TB: t, m: New(Options{Session: s, Clock: clock, Sound: Voice}), clock: clock}
	return d.resize(80, 24).wait(2 * time.Second).press("enter")
}

// ownSession is a session of a person's own routine, at its gate.
func ownSession(t *testing.T, file string) session.Session {
	t.Helper()
	o, lib := ownLibrary(t, file)
	return session.Follow(session.Facts{Routine: o.ID}, o.Routine, func() *content.Library { return lib })
}

// TestLostIsNamedAtTheKey: what a word for too much, or for a cramp, takes out of a routine
// is named at once, and in the summary.
func TestLostIsNamedAtTheKey(t *testing.T) {
	t.Parallel()
	const head = "name: Mine\nfor: For my legs.\nposition: seated\nhave: [chair, towel]\nchoice: I wrote it\nturns:\n"
	const three = head + "  - {id: a, any: [towel-calf]}\n  - {id: b, any: [chair-edge]}\n  - {id: c, any: [hand-sole]}\n"
	const names = "towel calf stretch, chair-edge stretch, sole stretch by hand."
	for _, k := range []string{"t", "c"} {
		d := followed(t, three).wait(20 * time.Second).press(k)
		if text := flat(d.text()); !strings.Contains(text, "Left out from here on: "+names) {
			t.Errorf("%s: %s", k, text)
		}
		if k == "c" {
			d.wait(time.Minute).press("e")
		}
		if text := flat(d.wait(20 * time.Second).text()); !strings.Contains(text, "Left out: "+names) {
			t.Errorf("%s: the summary: %s", k, text)
		}
	}
	many := three + "  - {id: d, any: [towel-foot]}\n  - {id: e, any: [hand-toes]}\n  - {id: f, any: [toes-to-shin]}\n"
	if text := flat(followed(t, many).wait(20 * time.Second).press("t").text()); !strings.Contains(text, "sole stretch by hand and 2 more.") {
		t.Errorf("many: %s", text)
	}
}
