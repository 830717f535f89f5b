package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// byWord are the words that take a pack off, beside that at a look, and what comes then.
var byWord = []struct {
	keys string
	then session.BlockKind
}{{"t", session.DrinkBlock}, {"n", session.DrinkBlock}, {"b n", session.DrinkBlock}, {"b 2", session.PackBlock}}

// TestOffIsAskedAfterAnyWord: whichever word takes a pack off, it's asked for, every
// minute, until it's off; and what comes next is told then.
func TestOffIsAskedAfterAnyWord(t *testing.T) {
	for _, x := range byWord {
		d, e := heardBy(t, equipped, Options{})
		d.do("e", "enter").asked().do("1", "enter")
		for k := range strings.FieldsSeq(x.keys) {
			d.press(k).heard(e)
		}
		if d.sees("TAKE IT OFF"); d.m.over != offOverlay || d.m.s.Mode != session.Paused || len(e.offs()) != 1 {
			t.Fatalf("%s: overlay %d, %s, told %d times:\n%s", x.keys, d.m.over, d.m.s.Mode, len(e.offs()), d.text())
		}
		if d.waitHeard(e, 2*time.Minute+time.Second); len(e.offs()) != 3 || d.m.s.Head().Kind != x.then {
			t.Errorf("%s: told %d times, and then %s", x.keys, len(e.offs()), d.m.s.Head().Kind)
		}
		e.told = []Heard{{}}
		d.press("enter").heard(e)
		begins := func(c session.Cue) bool { return c.Kind == session.CueBegin }
		if d.m.over != noOverlay || d.m.s.Mode != session.Running || d.m.s.Pack.Kind != "" || !slices.ContainsFunc(e.cues(), begins) {
			t.Errorf("%s: overlay %d, %s, told %v:\n%s", x.keys, d.m.over, d.m.s.Mode, e.cues(), d.text())
		}
	}
}

// TestOffIsOneEnterInLines, and the next one is for what comes then: cold is not on the
// skin because heat is off it.
func TestOffIsOneEnterInLines(t *testing.T) {
	for _, x := range byWord {
		d := tell(t, equipped, Options{}, LineOptions{})
		d.wait(time.Second).press("e", "enter").asked().press("1", "enter").fresh()
		d.press(strings.Fields(x.keys)...)
		told := strings.Join(d.fresh(), "\n")
		if off := content.Embedded().Phrase("off-said"); !strings.Contains(told, off) || strings.Contains(told, "Wrap") || strings.Contains(told, "rink") {
			t.Errorf("%s: told\n%s", x.keys, told)
		}
		d.press("enter")
		if told := strings.Join(d.fresh(), "\n"); d.l.s.Head().Kind != x.then || d.l.s.Pack.Kind != "" || !strings.Contains(told, "Wrap") && !strings.Contains(told, "rink") {
			t.Errorf("%s: %s, %+v:\n%s", x.keys, d.l.s.Head().Kind, d.l.s.Pack, told)
		}
	}
}

// TestOffBeforeWhatWaits: an exercise that waits for enter says so once the pack is off,
// for the first enter says that.
func TestOffBeforeWhatWaits(t *testing.T) {
	f := equipped
	f.Manual = true
	d, e := heardBy(t, f, Options{})
	d.do("e", "enter")
	for d.m.s.Head().Kind != session.AskBlock {
		d.do("n")
	}
	d.do("1", "enter")
	i := slices.IndexFunc(d.m.s.Rest, func(b session.Block) bool { return b.Kind == session.DrinkBlock })
	d.m.s.Rest = slices.Delete(slices.Clone(d.m.s.Rest), i, i+1)
	standby := func(c session.Cue) bool { return c.Kind == session.CueStandby }
	e.told = []Heard{{}}
	if d.press("n").heard(e); d.m.over != offOverlay || !d.m.s.Standby || slices.ContainsFunc(e.cues(), standby) {
		t.Fatalf("overlay %d, waiting %t, told %v", d.m.over, d.m.s.Standby, e.cues())
	}
	if d.press("enter").heard(e); d.m.over != noOverlay || !d.m.s.Standby || !slices.ContainsFunc(e.cues(), standby) {
		t.Errorf("overlay %d, waiting %t, told %v", d.m.over, d.m.s.Standby, e.cues())
	}
}
