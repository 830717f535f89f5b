package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestOffOfBefore: a pack that an earlier session left on the skin is asked for at once, in
// words that are heard, and every minute until it's off, whichever way one comes back; and
// the listener, who has it kept, is told of it so long.
func TestOffOfBefore(t *testing.T) {
	heat := session.Worn{Kind: content.Heat, On: -40 * time.Minute, Off: -25 * time.Minute}
	wait, _ := content.Embedded().Waiting(content.Calf)
	unsaid := session.New(session.Facts{Muscle: content.Calf}, wait, content.Embedded).Saved()
	unsaid.Off = heat
	over := unsaid
	over.Off, over.Pack = session.Worn{}, session.Pack{Kind: content.Heat, Muscle: content.Calf, On: heat.On, For: heat.Off - heat.On}
	for name, msg := range map[string]any{"told": StillOn{heat}, "unsaid": Earlier{unsaid}, "over": Earlier{over}} {
		d, e := heardBy(t, nobody, Options{})
		d.wait(time.Second).send(msg).heard(e)
		if d.sees("TAKE IT OFF"); len(e.offs()) != 1 || d.m.s.Said(e.offs()[0]) != d.m.phrase("off-said") || !e.last().Off {
			t.Fatalf("%s: told %v", name, e.offs())
		}
		d.waitHeard(e, 3*time.Minute+time.Second)
		h := e.last()
		if w := h.Untaken; len(e.offs()) != 4 || w.Kind != content.Heat || h.At(0).Add(w.On) != h.At(w.On) || w.On > -39*time.Minute || w.On < -41*time.Minute {
			t.Errorf("%s: told %d times, kept %+v", name, len(e.offs()), w)
		}
		if d.press("enter").heard(e); d.m.over != noOverlay || e.last().Off || e.last().Untaken.Kind != "" || d.m.s.Mode != session.Running {
			t.Errorf("%s: overlay %d, kept %+v, %s", name, d.m.over, e.last().Untaken, d.m.s.Mode)
		}
		if d.waitHeard(e, 2*time.Minute); len(e.offs()) != 4 {
			t.Errorf("%s: it's told although it is off", name)
		}
	}
}

// TestOffOfBeforeIsAskedOnce, also where it's told of twice, or once the session is under
// way, and in lines.
func TestOffOfBeforeIsAskedOnce(t *testing.T) {
	on := StillOn{session.Worn{Kind: content.Cold, On: -time.Hour, Off: -time.Minute}}
	d, e := heardBy(t, equipped, Options{})
	d.do("e", "enter").send(on).heard(e)
	if d.send(on).heard(e); d.m.over != offOverlay || len(e.offs()) != 1 {
		t.Errorf("overlay %d, told %d times", d.m.over, len(e.offs()))
	}
	l := tell(t, nobody, Options{}, LineOptions{})
	l.wait(time.Second).fresh()
	if told := strings.Join(l.send(on).fresh(), "\n"); strings.Count(told, content.Embedded().Phrase("off-said")) != 1 {
		t.Errorf("told\n%s", told)
	}
}

// TestOffIsKept: what is kept of a session says which pack has to come off.
func TestOffIsKept(t *testing.T) {
	d, e := packOver(t, Options{})
	if w := e.last().Untaken; len(d.m.s.Packs) != 1 || w != d.m.s.Packs[0] {
		t.Errorf("%+v of %+v", w, d.m.s.Packs)
	}
	if d.press("enter").heard(e); e.last().Untaken != (session.Worn{}) {
		t.Errorf("%+v is kept though it is off", e.last().Untaken)
	}
}
