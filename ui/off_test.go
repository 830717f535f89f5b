package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// offs is how often a listener was told to have a pack taken off.
func (e *ear) offs() []session.Cue {
	return slices.DeleteFunc(e.cues(), func(c session.Cue) bool { return c.Kind != session.CueOff })
}

// waitHeard lets time pass, and has told all that is to be told on the way.
func (d *desk) waitHeard(e *ear, dur time.Duration) *desk {
	d.Helper()
	end := d.clock.now.Add(dur)
	for {
		at, ok := d.tickDue()
		if !ok || at.After(end) {
			return d.wait(end.Sub(d.clock.now))
		}
		d.wait(max(0, at.Sub(d.clock.now))).heard(e)
	}
}

// heard has told what the last update had to tell, if it had anything, and leaves its tick
// alone: that would pass in real time.
func (d *desk) heard(e *ear) {
	if d.cmd == nil || !d.told || e.last().N >= d.m.n {
		return
	}
	if batch, ok := d.cmd().(tea.BatchMsg); ok {
		batch[0]()
	}
}

// packOver is a program whose pack's time is over just now, at a speed.
func packOver(t *testing.T, o Options) (*desk, *ear) {
	t.Helper()
	d, e := heardBy(t, equipped, o)
	d.do("e", "enter").asked().do("1", "enter")
	d.until("the end of the pack", func() bool { return d.m.over == offOverlay })
	d.heard(e)
	if n := len(e.offs()); n != 1 {
		t.Fatalf("with the pack's end it is said %d times", n)
	}
	return d, e
}

// TestOffComesAgain: who dozed off over a pack is told every minute of the session's time,
// whatever its speed, until they say that it is off; and the display stays on so long.
func TestOffComesAgain(t *testing.T) {
	for _, speed := range []float64{1, 10} {
		d, e := packOver(t, Options{Speed: speed})
		if !e.last().Off {
			t.Error("nobody is told that it waits")
		}
		minute := time.Duration(float64(time.Minute) / speed)
		d.waitHeard(e, 5*minute+minute/2)
		offs := e.offs()
		if len(offs) != 6 {
			t.Fatalf("at speed %v it is said %d times in five minutes and a half, want 6", speed, len(offs))
		}
		for i, c := range offs[1:] {
			if gap := c.At - offs[i].At; gap != time.Minute || c.Item != string(content.Heat) {
				t.Errorf("%s is said %v after the last time", c.Item, gap)
			}
		}
		if said := d.m.s.Said(offs[5]); said != d.m.phrase("off-said") || !e.last().Off {
			t.Errorf("it says %q", said)
		}
		d.press("enter").heard(e)
		if e.last().Off {
			t.Error("it is off, and nobody is told")
		}
		if d.waitHeard(e, 10*minute); len(e.offs()) != 6 {
			t.Error("it is said although it is off")
		}
	}
}

// TestOffComesOnceAfterSleep: however long the machine slept, or stood still, it is said
// once, and then a minute later.
func TestOffComesOnceAfterSleep(t *testing.T) {
	for _, sleeps := range []bool{true, false} {
		d, e := packOver(t, Options{})
		if d.clock.now = d.clock.now.Add(time.Hour); sleeps {
			d.clock.now = wallAhead(d.clock.now.Add(-time.Hour), time.Hour)
		}
		d.ticked = d.m.beat.id
		d.send(tickMsg{d.m.beat.id}).heard(e)
		if n := len(e.offs()); n != 2 {
			t.Errorf("asleep %t: said %d times, want 2", sleeps, n)
		}
		if d.waitHeard(e, 59*time.Second); len(e.offs()) != 2 {
			t.Errorf("asleep %t: said again within a minute", sleeps)
		}
		if d.waitHeard(e, 2*time.Second); len(e.offs()) != 3 {
			t.Errorf("asleep %t: not said again after a minute", sleeps)
		}
	}
}

// TestOffComesOverWhatIsRead: what is read and was opened over it has a minute, and then
// the question is back: what is said names a key, which must not answer something else.
func TestOffComesOverWhatIsRead(t *testing.T) {
	d, e := packOver(t, Options{})
	d.waitHeard(e, 40*time.Second).press("i").heard(e)
	if d.waitHeard(e, 50*time.Second); d.m.over != learnOverlay || len(e.offs()) != 1 {
		t.Fatalf("overlay %d, said %d times: what was opened has its minute", d.m.over, len(e.offs()))
	}
	if d.waitHeard(e, 11*time.Second); d.m.over != offOverlay || len(e.offs()) != 2 {
		t.Errorf("overlay %d, said %d times", d.m.over, len(e.offs()))
	}
	if d.press("enter"); d.m.over != noOverlay || d.m.s.Ease.Signed() {
		t.Errorf("enter leads to overlay %d, sign %d", d.m.over, d.m.s.Ease.Tier)
	}
}

// TestOffLeavesWhatIsDoneAboutASign: what to do about one is not taken away while somebody
// reads it; closed, the question is back, and comes again.
func TestOffLeavesWhatIsDoneAboutASign(t *testing.T) {
	for key, over := range map[string]overlay{"1": emergencyOverlay, "2": sameDayOverlay, "3": soonOverlay} {
		d, e := packOver(t, Options{})
		d.press("!", key).heard(e)
		if d.waitHeard(e, 5*time.Minute); d.m.over != over || len(e.offs()) != 1 {
			t.Fatalf("overlay %d, said %d times", d.m.over, len(e.offs()))
		}
		d.press("esc", "esc").heard(e)
		if d.waitHeard(e, time.Minute+time.Second); d.m.over != offOverlay || len(e.offs()) != 2 {
			t.Errorf("closed: overlay %d, said %d times", d.m.over, len(e.offs()))
		}
	}
}

// TestOffIsAskedAfterTheLook: who says that the skin isn't fine is asked, too, when it's
// off; what comes next waits for that.
func TestOffIsAskedAfterTheLook(t *testing.T) {
	d := sceneOf(t, "skin").at(t, 80, 24)
	if d.press("x"); d.m.over != offOverlay || d.m.s.Mode != session.Paused {
		t.Fatalf("overlay %d, %s:\n%s", d.m.over, d.m.s.Mode, d.text())
	}
	if d.press("enter"); d.m.over != noOverlay || d.m.s.Mode != session.Running || d.m.s.Head().Kind != session.DrinkBlock {
		t.Errorf("it goes on with %s:\n%s", d.m.s.Head().Kind, d.text())
	}
}

// TestOffComesAgainAtTheEnd: also where the pack was the last of the session, and nothing
// else is due any more.
func TestOffComesAgainAtTheEnd(t *testing.T) {
	d, e := packOver(t, Options{})
	d.m.s, _ = d.m.s.Apply(session.Leave{}, d.m.at)
	if d.waitHeard(e, 2*time.Minute+time.Second); len(e.offs()) != 3 {
		t.Errorf("said %d times, want 3", len(e.offs()))
	}
	d.press("enter").heard(e)
	if d.m.over != noOverlay || e.last().Off {
		t.Errorf("overlay %d, off %t: nothing runs, and the display is kept on for nothing", d.m.over, e.last().Off)
	}
}

// TestOffLetsASuspendedProgramBe: the shell has the terminal, and nothing keeps the
// display on; back here it does.
func TestOffLetsASuspendedProgramBe(t *testing.T) {
	d, e := packOver(t, Options{CanStop: func() bool { return true }})
	d.hit("ctrl+z")
	still := d.m
	still.tells = true
	_, cmd := still.told()
	if cmd(); e.last().Off {
		t.Error("the display is kept on while the shell has the terminal")
	}
	e.told = []Heard{{}}
	d.send(tea.ResumeMsg{}).heard(e)
	if !e.last().Off || d.m.over != offOverlay {
		t.Errorf("back here: off %t, overlay %d", e.last().Off, d.m.over)
	}
}

// TestOffComesAgainInLines: each time as a line of its own, and never twice at once.
func TestOffComesAgainInLines(t *testing.T) {
	d := tell(t, equipped, Options{}, LineOptions{})
	d.wait(time.Second).press("e", "enter").asked().press("1", "enter")
	d.until("the end of the pack", func(session.Session) bool { return d.l.over == offOverlay })
	d.fresh()
	isTold := func() bool {
		words := strings.ToLower(strings.Join(d.fresh(), "\n"))
		return strings.Count(words, "take the pack off now. then press enter.") == 1
	}
	for range 3 {
		if d.wait(time.Minute); !isTold() {
			t.Error("it isn't told again")
		}
	}
	readable(t, d.lines)
	d.press("enter").fresh()
	if d.wait(5 * time.Minute); isTold() {
		t.Error("it is told although it is off")
	}
}
