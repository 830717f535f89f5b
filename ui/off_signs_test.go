package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// skins is how often a listener was told to have the skin looked at.
func (e *ear) skins() int {
	return len(slices.DeleteFunc(e.cues(), func(c session.Cue) bool { return c.Kind != session.CueSkin }))
}

// TestOffLeavesTheSigns: the list of signs, and a page that was opened over it, stay, for
// somebody reads them because something is wrong. It's told every minute that the pack has
// to come off, without a key; the question, with its key, is back once the list is closed.
func TestOffLeavesTheSigns(t *testing.T) {
	for _, keys := range [][]string{{"!"}, {"!", "i"}, {"!", "i", "4"}} {
		d, e := packOver(t, Options{})
		d.press(keys...).heard(e)
		over := d.m.over
		d.waitHeard(e, 3*time.Minute+time.Second).sees(d.m.phrase("off"))
		if d.m.over != over || len(e.offs()) != 4 {
			t.Fatalf("%v: overlay %d, told %d times", keys, d.m.over, len(e.offs()))
		}
		if words := d.m.s.Said(e.offs()[3]); words != d.m.phrase("off") {
			t.Errorf("%v: it says %q", keys, words)
		}
		for range keys[:len(keys)-1] {
			d.press("esc").heard(e)
		}
		if d.m.over != signsOverlay {
			t.Fatalf("%v: overlay %d", keys, d.m.over)
		}
		d.press("esc").heard(e)
		if n := len(e.offs()); d.m.over != offOverlay || n != 5 || d.m.s.Said(e.offs()[4]) != d.m.phrase("off-said") {
			t.Errorf("%v: closed: overlay %d, told %d times", keys, d.m.over, n)
		}
	}
	d, e := packOver(t, Options{})
	d.press("!").heard(e)
	if d.waitHeard(e, 2*time.Minute).press("1"); d.m.over != emergencyOverlay {
		t.Errorf("1 leads to overlay %d", d.m.over)
	}
}

// TestOffComesUnderTheSigns: a pack whose time is over while the signs are read takes
// nothing of them away, and asks once they are closed.
func TestOffComesUnderTheSigns(t *testing.T) {
	for _, keys := range [][]string{{"!"}, {"!", "2"}, {"!", "i"}} {
		d, e := heardBy(t, equipped, Options{})
		d.do("e", "enter").asked().do("1", "enter").do(keys...)
		over := d.m.over
		d.waitHeard(e, 7*time.Minute) // nobody answers a look that isn't asked for
		if offs := e.offs(); d.m.over != over || !d.m.off || len(offs) == 0 || d.m.s.Said(offs[0]) != d.m.phrase("off") || e.skins() != 0 {
			t.Fatalf("%v: overlay %d, told %v, the skin %d times", keys, d.m.over, offs, e.skins())
		}
		d.sees(d.m.phrase("off"))
		for d.m.over != offOverlay {
			d.press("esc").heard(e)
		}
		if offs := e.offs(); d.m.s.Said(offs[len(offs)-1]) != d.m.phrase("off-said") {
			t.Errorf("%v: the last is %v", keys, offs[len(offs)-1])
		}
		if d.press("enter").heard(e); d.m.over != noOverlay || d.m.s.Ease.Signed() || d.m.s.Mode != session.Running {
			t.Errorf("%v: overlay %d, sign %d, %s", keys, d.m.over, d.m.s.Ease.Tier, d.m.s.Mode)
		}
	}
}

// TestSkinClosesWhatLiesOverIt: its words name enter, which must not leave the program or
// answer anything else; also where the tick comes half a frame early.
func TestSkinClosesWhatLiesOverIt(t *testing.T) {
	for _, keys := range [][]string{{"q"}, {"?"}, {"i"}, {"c", "h"}, {"c", "k"}, {"c", "a"}} {
		for _, lead := range []time.Duration{0, 10 * time.Millisecond} {
			d, e := heardBy(t, equipped, Options{Lead: lead})
			d.do("e", "enter").asked().do("1", "enter").do(keys...)
			if d.m.over == noOverlay {
				t.Fatalf("%v opens nothing", keys)
			}
			if d.waitHeard(e, 5*time.Minute); !d.m.s.Pack.Asking || d.m.over != noOverlay || e.skins() != 1 {
				t.Fatalf("%v, lead %v: asking %t, overlay %d, told %d times", keys, lead, d.m.s.Pack.Asking, d.m.over, e.skins())
			}
			d.press("enter")
			if d.m.s.Mode == session.Paused && d.m.s.Pack.Asking {
				d.press("enter")
			}
			if d.m.leaving || d.m.s.Mode == session.Ended || d.m.s.Pack.Kind == "" {
				t.Errorf("%v: enter leads to %s, %+v", keys, d.m.s.Mode, d.m.s.Pack)
			}
		}
	}
}

// TestSkinWaitsForTheSigns: nothing is told of it while they are read, and enter names no
// sign by mistake; closed, it's told.
func TestSkinWaitsForTheSigns(t *testing.T) {
	for _, keys := range [][]string{{"!"}, {"!", "1"}, {"!", "i"}, {"!", "3"}} {
		d, e := heardBy(t, equipped, Options{})
		d.do("e", "enter").asked().do("1", "enter").do(keys...)
		over := d.m.over
		if d.waitHeard(e, 5*time.Minute); !d.m.s.Pack.Asking || d.m.over != over || e.skins() != 0 {
			t.Fatalf("%v: asking %t, overlay %d, told %d times", keys, d.m.s.Pack.Asking, d.m.over, e.skins())
		}
		for range keys {
			d.press("esc").heard(e)
		}
		if d.m.over != noOverlay || e.skins() != 1 {
			t.Errorf("%v: closed: overlay %d, told %d times", keys, d.m.over, e.skins())
		}
		if d.press("enter"); d.m.s.Pack.Asking || d.m.s.Pack.Kind == "" {
			t.Errorf("%v: enter leads to %+v", keys, d.m.s.Pack)
		}
	}
}

// TestSkinInLines: the same, told in lines.
func TestSkinInLines(t *testing.T) {
	look := content.Embedded().Phrase("skin-said")
	for over, now := range map[string]bool{"q": true, "!": false, "! 1": false} {
		d := tell(t, equipped, Options{}, LineOptions{})
		d.wait(time.Second).press("e", "enter").asked().press("1", "enter").press(strings.Fields(over)...).fresh()
		if told := strings.Join(d.wait(5*time.Minute).fresh(), "\n"); strings.Contains(told, look) != now {
			t.Errorf("%s: told\n%s", over, told)
		}
		if now {
			continue
		}
		for range strings.FieldsSeq(over) {
			d.press("esc")
		}
		if told := strings.Join(d.fresh(), "\n"); strings.Count(told, look) != 1 {
			t.Errorf("%s: closed:\n%s", over, told)
		}
	}
}
