package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// second is somebody who was in the second hold of the wall stretch.
var second = session.Facts{
	Muscle: content.Calf, Side: session.Left, Position: content.Standing,
	Have: session.Set[content.Thing]{content.Wall},
}

// brokeOff is how a session is kept whose program ended at a phase of an exercise, and so
// long ago; "" is the wait.
func brokeOff(f session.Facts, item string, rep int, ago time.Duration) Earlier {
	var s session.Session
	if r, ok := content.Embedded().Routine(f.Routine); ok {
		s = session.Follow(f, r, content.Embedded)
	} else {
		w, _ := content.Embedded().Waiting(f.Muscle)
		s = session.New(f, w, content.Embedded)
	}
	if s, _ = s.Apply(session.Tick{}, 40*time.Second); item != "" {
		s, _ = s.Apply(session.Eased{}, s.Now)
		s, _ = s.Apply(session.Go{}, s.Now)
	}
	for item != "" && s.Mode != session.Ended && (s.Head().Item != item || s.Phase().Rep != rep) {
		s, _ = s.Apply(session.Tick{}, s.Now+time.Second)
	}
	v := s.Saved()
	return Earlier{v.Later(-v.At - ago)}
}

// back tells a desk of an earlier session.
func (d *desk) back(e Earlier) *desk {
	d.send(e)
	return d
}

// earlierScenes are the screens of a session that broke off, and of what is kept.
func earlierScenes() []scene {
	there := func() Earlier { return brokeOff(second, "wall-calf", 2, 14*time.Minute) }
	kept := func(d *desk) *desk { d.m.opts.Kept = true; return d }
	return []scene{
		{"earlier", nobody, func(d *desk) { d.back(there()) }, []string{"BREATHE", "0:01", "[e]", "[s]", "[r]"}},
		{"earlier-wait", nobody, func(d *desk) { d.back(brokeOff(second, "", 0, 2*time.Minute)) }, []string{"BREATHE", "0:01", "[e]", "[s]", "[r]"}},
		{"earlier-gate", session.Facts{Routine: "legs"}, func(d *desk) { d.back(there()) }, []string{"No cramp now", "[enter]", "[c]", "[r]"}},
		{"resume", nobody, func(d *desk) { d.back(there()).press("r") }, []string{"No cramp now", "[enter]", "[c]", "hold 2 of 2"}},
		{"resume-routine", nobody, func(d *desk) {
			d.back(brokeOff(session.Facts{Routine: "legs"}, "quad-stand", 1, time.Minute)).press("r")
		}, []string{"No cramp now", "[enter]", "[c]"}},
		{"resume-wait", nobody, func(d *desk) { d.back(brokeOff(second, "", 0, 2*time.Minute)).press("r") }, []string{"BREATHE", "2:41", "[e]", "[s]"}},
		{"leave-kept", nobody, func(d *desk) { eased(kept(d)).press("q") }, []string{"LEAVE NOW?", "[enter]", "[esc]"}},
		{"summary-sore", nobody, func(d *desk) {
			relaxed(kept(d)).press("n").until("summary", func() bool { return d.m.s.Mode == session.Ended })
		}, []string{"DONE"}},
		{"summary-rated", nobody, func(d *desk) {
			relaxed(kept(d)).press("n").until("summary", func() bool { return d.m.s.Mode == session.Ended }).press("1", "0")
		}, []string{"DONE"}},
	}
}

// newDesk is a desk on which the program runs, in a usual size.
func newDesk(t *testing.T) *desk {
	t.Helper()
	return sceneOf(t, "wait").at(t, 100, 40)
}

// TestGoOnThere: two keys from the wait to the repetition at which it broke off.
func TestGoOnThere(t *testing.T) {
	d := newDesk(t).back(brokeOff(second, "wall-calf", 2, 14*time.Minute))
	d.sees("You were in Stretch, wall calf stretch, left leg, hold 2 of 2, 14 min ago.")
	d.wait(time.Minute)
	d.sees("15 min ago")
	d.press("r")
	d.sees("Stretch, wall calf stretch, left leg, hold 2 of 2.")
	d.misses("You were in")
	d.press("enter").sees("GET READY", "hold 2 of 2, 30 seconds each")
	d.misses("2 holds of")
	d.on("wall-calf", session.Hold, 2)
}

// TestGoOnToTheSummary: where all of the plan is done, nothing but the summary is left,
// and nobody is sent to a wait that is over.
func TestGoOnToTheSummary(t *testing.T) {
	there := brokeOff(second, "wall-calf", 2, 14*time.Minute)
	there.Saved.Done, there.Saved.Rest = slices.Concat(there.Saved.Done, there.Saved.Rest), nil
	d := newDesk(t).back(there)
	d.sees("You were in the summary, 14 min ago.")
	d.press("r").sees("go on there", "The summary.")
	d.press("enter")
	if d.m.s.Mode != session.Ended || d.m.s.Outcome != session.Finished {
		t.Errorf("it's %s, %s", d.m.s.Mode, d.m.s.Outcome)
	}
}

// TestTheOfferEnds with a plan of one's own, and after an hour.
func TestTheOfferEnds(t *testing.T) {
	there := brokeOff(second, "wall-calf", 2, 59*time.Minute)
	d := newDesk(t).back(there)
	d.sees("59 min ago")
	d.wait(time.Minute + time.Second)
	d.misses("You were in", "[r]")
	d.press("r")
	d.sees(content.Embedded().Phrase("too-late"))
	d = newDesk(t).back(there).press("e", "r")
	d.misses("You were in", "[r]")
	d.sees(content.Embedded().Phrase("no-earlier"))
}

// TestAPackOfBefore: its time went on while no program ran, and it's told without lying
// over the help.
func TestAPackOfBefore(t *testing.T) {
	on := session.Event(session.Go{}) // it's on the skin
	worn := func(ago time.Duration) Earlier {
		w, _ := content.Embedded().Waiting(content.Calf)
		f := packed
		f.Muscle = content.Calf
		s := session.New(f, w, content.Embedded)
		for _, e := range []session.Event{session.Eased{}, session.Go{}} {
			s, _ = s.Apply(e, s.Now)
		}
		for s.Head().Kind != session.AskBlock && s.Mode != session.Ended {
			s, _ = s.Apply(session.Next{}, s.Now)
		}
		s, _ = s.Apply(session.Choose{Pack: content.Heat}, s.Now)
		s, _ = s.Apply(on, s.Now)
		v := s.Saved()
		return Earlier{v.Later(-v.At - ago)}
	}
	d := newDesk(t).back(worn(2 * time.Minute))
	d.sees("Heat on your skin: 13:00 left", "BREATHE", "[r]", "You were in Soothe, heat on the skin, 2 min ago.")
	d = newDesk(t).back(worn(50 * time.Minute))
	if d.sees("TAKE IT OFF", content.Embedded().Phrase("off")); d.m.over != offOverlay {
		t.Errorf("overlay %d: its time is over, and nobody is asked", d.m.over)
	}
	d.press("enter").sees("BREATHE", "[r]")
	on = session.Tick{} // it was only being fetched
	d = newDesk(t).back(worn(2 * time.Minute))
	d.misses("on your skin", "on the skin")
	d.sees("You were in Soothe, heat to get ready, 2 min ago.")
}

// TestSore: a number is kept, another takes its place, and nobody has to say.
func TestSore(t *testing.T) {
	ended := func(kept bool) *desk {
		d := newDesk(t)
		d.m.opts.Kept = kept
		return d.press("e", "q", "enter")
	}
	// Leaving ends the program; what the summary asks is asked where the plan ends.
	summary := func(kept bool) *desk {
		d := sceneOf(t, "summary").at(t, 100, 40)
		d.m.opts.Kept = kept
		return d
	}
	if d := ended(true); d.m.s.Rated {
		t.Error("rated, and nobody said a number")
	}
	d := summary(true)
	d.sees("How sore is it now?", "0 is not at all, 10 is the worst")
	for _, c := range []struct {
		keys []string
		want int
	}{{[]string{"0"}, 0}, {[]string{"7"}, 7}, {[]string{"1"}, 1}, {[]string{"0"}, 10}, {[]string{"0"}, 0}, {[]string{"3"}, 3}} {
		d.press(c.keys...)
		if !d.m.s.Rated || d.m.s.Sore != c.want {
			t.Errorf("after %v: %d, want %d", c.keys, d.m.s.Sore, c.want)
		}
	}
	d.sees("3 of 10")
	d = summary(false).press("4")
	d.misses("How sore")
	if d.m.s.Rated {
		t.Error("rated where nothing is kept")
	}
}

// TestNobodyIsAskedInAnEmergency how sore it is.
func TestNobodyIsAskedInAnEmergency(t *testing.T) {
	d := newDesk(t)
	d.m.opts.Kept = true
	d.press("!", "1", "enter").misses("How sore")
}

// TestTheListenerIsToldOfThePlace: who keeps the session hears when it's taken up.
func TestTheListenerIsToldOfThePlace(t *testing.T) {
	e := &ear{}
	d := newDesk(t)
	d.m.opts.Listener = e
	d.back(brokeOff(second, "wall-calf", 2, time.Minute))
	run(d.cmd)
	d.press("r")
	run(d.cmd)
	if s := e.last().Session; !s.TakenUp() {
		t.Errorf("told of %s", s.Head().Kind)
	}
}

// TestEarlierOnEverySize: the key is there wherever there is room for keys.
func TestEarlierOnEverySize(t *testing.T) {
	there := brokeOff(second, "wall-calf", 2, 14*time.Minute)
	for _, size := range [][2]int{{40, 15}, {40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		d := sceneOf(t, "wait").at(t, size[0], size[1]).back(there)
		for _, want := range []string{"BREATHE", "[e]", "[s]", "[r]"} {
			if !strings.Contains(d.text(), want) {
				t.Errorf("%v: no %s:\n%s", size, want, d.text())
			}
		}
	}
}

// TestASignThatIsReadIsNamed for who keeps the session: whoever reads what to do about it
// and is gone, has it. Whoever comes back doesn't.
func TestASignThatIsReadIsNamed(t *testing.T) {
	e := &ear{}
	d := newDesk(t)
	d.m.opts.Listener = e
	kept := func(keys ...string) session.Session {
		t.Helper()
		for _, k := range keys {
			d.press(k)
			run(d.cmd)
		}
		return e.last().Kept
	}
	if s := kept("e", "!"); s.Mode == session.Ended || s.Ease.Tier != 0 {
		t.Errorf("the list alone: %s, tier %d", s.Mode, s.Ease.Tier)
	}
	if s := kept("1"); s.Outcome != session.Warned || d.m.s.Mode == session.Ended {
		t.Errorf("an emergency is read: kept as %s, shown as %s", s.Outcome, d.m.s.Mode)
	}
	if s := kept("esc", "esc"); s.Mode == session.Ended || s.Ease.Tier != 0 {
		t.Errorf("a mistake: %s, tier %d", s.Mode, s.Ease.Tier)
	}
	if s := kept("!", "2"); s.Ease.Tier != content.SameDay {
		t.Errorf("a sign for today is read: tier %d", s.Ease.Tier)
	}
}

// TestTheFirstScreenHelps, however large the screens are wanted to be.
func TestTheFirstScreenHelps(t *testing.T) {
	d, _ := heardBy(t, equipped, Options{Across: true})
	d.sees("How is it?", "[e]", "[s]")
	d.do("e", "enter").misses("Put both palms", "Stop if")
	d, _ = heardBy(t, equipped, Options{Across: true})
	d.do("f", "f").sees("How is it?")
	if d.do("e", "enter"); d.m.across {
		t.Error("it was turned off, and is on again")
	}
}

// TestALookSaysNothing of a cramp that nobody told of.
func TestALookSaysNothing(t *testing.T) {
	d := newDesk(t)
	if line := d.m.Leave().Line(); strings.Contains(line, "grips") {
		t.Errorf("%q", line)
	}
	d.wait(20 * time.Second)
	if line := d.m.Leave().Line(); !strings.Contains(line, "it still grips") {
		t.Errorf("%q", line)
	}
}
