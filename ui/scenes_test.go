package ui

import (
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// scene is a screen that somebody comes to: how, and what must be read on it
// wherever there is room for more than one line.
type scene struct {
	name string
	who  session.Facts
	play func(*desk)
	must []string
}

// played are the scenes that were played so far, by name.
var played = map[string]desk{}

// at is a scene on a screen of w by h cells. A model is a value, so a scene that
// was played once is taken up where it ended, and resized.
func (s scene) at(tb testing.TB, w, h int) *desk {
	tb.Helper()
	if s.name == "signs-end" {
		return s.anew(tb, w, h) // where the end is depends on the size
	}
	if _, ok := played[s.name]; !ok {
		played[s.name] = *s.anew(tb, 80, 24)
	}
	d, clock := played[s.name], *played[s.name].clock
	d.TB, d.clock, d.m.opts.Clock = tb, &clock, &clock
	return d.resize(w, h)
}

// anew plays a scene from its beginning.
func (s scene) anew(tb testing.TB, w, h int) *desk {
	tb.Helper()
	d := begin(tb, s.who, w, h)
	s.play(d.wait(time.Second))
	return d
}

// Somebody with nothing told, somebody with everything to stand and roll, and
// somebody with both packs.
var (
	nobody   = session.Facts{}
	equipped = session.Facts{
		Side: session.Left, Position: content.Standing, Context: content.Exercise, Reps: 20,
		Have: session.Set[content.Thing]{content.Wall, content.Roller, content.Heat},
	}
	packed = session.Facts{Context: content.Desk, Have: session.Set[content.Thing]{content.Heat, content.Cold}}
)

// eased goes from the wait to the first exercise.
func eased(d *desk) *desk { d.Helper(); return d.press("e", "enter") }

// relaxed goes on from the wait to the question about heat and cold.
func relaxed(d *desk) *desk {
	d.Helper()
	eased(d).on("massage-calf", session.Open, 0)
	return d.press("enter").asked()
}

// warm goes on from the wait to the heat pack on the skin.
func warm(d *desk) *desk { d.Helper(); return relaxed(d).press("1", "enter") }

// scenes lists every screen of the program.
func scenes() []scene { return thinned(everyScene()) }

// everyScene is the whole list.
func everyScene() []scene {
	var all []scene
	for _, list := range [][]scene{waitScenes(), stretchScenes(), sootheScenes(), packScenes(), overScenes(), endScenes(), muscleScenes(), routineScenes(), largeScenes(), earlierScenes()} {
		all = append(all, list...)
	}
	return all
}

func waitScenes() []scene {
	return []scene{
		{"wait", nobody, func(*desk) {}, []string{"BREATHE", "0:01", "[e]", "[s]"}},
		{"wait-exercise", equipped, func(*desk) {}, []string{"BREATHE", "0:01", "[e]", "[s]"}},
		{"wait-sleep", session.Facts{Context: content.Sleep}, func(*desk) {}, []string{"BREATHE", "0:01", "[e]", "[s]"}},
		{"wait-answer", nobody, func(d *desk) { d.press("2") }, []string{"BREATHE", "0:02", "[e]"}},
		{"wait-offer", nobody, func(d *desk) { d.wait(2 * time.Minute) }, []string{"BREATHE", "2:01", "[e]", "[s]"}},
		{"wait-help", nobody, func(d *desk) { d.wait(10 * time.Minute) }, []string{"BREATHE", "10:01", "[e]", content.Embedded().Phrase("help")}},
		{"grip-ready", nobody, func(d *desk) { d.press("s") }, []string{"GET READY", "0:15"}},
		{"grip", nobody, func(d *desk) { d.press("s").wait(17 * time.Second) }, []string{"HOLD", "0:18"}},
		{"confirm", nobody, func(d *desk) { d.press("e") }, []string{"IS THIS RIGHT?", "[enter]"}},
		{"confirm-all", equipped, func(d *desk) { d.press("e") }, []string{"IS THIS RIGHT?", "[enter]"}},
		{"have", nobody, func(d *desk) { d.press("h", "1", "4") }, []string{"WHAT IS AT HAND?", "✓"}},
		{"care", nobody, func(d *desk) { d.press("k", "2") }, []string{"TAKE CARE OF", "✓"}},
	}
}

func stretchScenes() []scene {
	return []scene{
		{"ready", nobody, func(d *desk) { eased(d).wait(3 * time.Second) }, []string{"GET READY", "0:12"}},
		{"hold", equipped, func(d *desk) { eased(d).on("wall-calf", session.Hold, 1).wait(3 * time.Second) }, []string{"HOLD", "0:27"}},
		{"hold-seated", nobody, func(d *desk) { eased(d).on("toes-to-shin", session.Hold, 2).wait(3 * time.Second) }, []string{"HOLD", "0:17"}},
		{"rest", nobody, func(d *desk) { eased(d).on("toes-to-shin", session.Rest, 1) }, []string{"REST", "0:10"}},
		{"switch", nobody, func(d *desk) { eased(d).on("toes-to-shin", session.Switch, 0) }, []string{"SWITCH", "0:10"}},
		{"edge", session.Facts{Context: content.Sleep}, func(d *desk) {
			d.press("p", "e", "enter").on("sit-edge", session.Timed, 0)
		}, []string{"SIT", "0:10"}},
		{"rise", equipped, func(d *desk) { eased(d).on("toe-raises", session.Rise, 3) }, []string{"RISE", "0:01"}},
		{"raised", equipped, func(d *desk) { eased(d).on("toe-raises", session.Hold, 3) }, []string{"HOLD", "0:03"}},
		{"lower", equipped, func(d *desk) { eased(d).on("toe-raises", session.Lower, 3) }, []string{"LOWER", "0:01"}},
		{"enough", equipped, func(d *desk) { eased(d).on("toe-raises", session.Rise, 16) }, []string{"RISE", "0:01"}},
		{"paused", equipped, func(d *desk) { eased(d).on("wall-calf", session.Hold, 1).press("space") }, []string{"PAUSED", "0:29"}},
		{"away", equipped, func(d *desk) {
			eased(d).on("wall-calf", session.Hold, 1)
			d.clock.now = d.clock.now.Add(90 * time.Minute)
			d.wait(0) // the last tick that was due is the figure's, in the first second
		}, []string{"PAUSED", "0:30"}},
		{"refused", equipped, func(d *desk) { eased(d).on("wall-calf", session.Hold, 1).press("enter") }, []string{"HOLD", "0:29"}},
		{"preview", nobody, func(d *desk) {
			d.m.opts.Speed = 10
			eased(d)
		}, []string{"GET READY", "0:15"}},
	}
}

func sootheScenes() []scene {
	return []scene{
		{"massage", nobody, func(d *desk) {
			eased(d).on("massage-calf", session.Open, 0).wait(30 * time.Second)
		}, []string{"RUB", "0:30"}},
		{"massage-light", session.Facts{Care: session.Set[content.Care]{content.Thinner}}, func(d *desk) {
			eased(d).on("massage-light", session.Open, 0)
		}, []string{"STROKE", "0:00"}},
		{"roller", equipped, func(d *desk) {
			eased(d).on("massage-calf", session.Open, 0).press("enter").on("roller-calf", session.Timed, 0)
		}, []string{"ROLL", "0:45"}},
		{"drink", nobody, func(d *desk) { relaxed(d).press("n") }, []string{"DRINK", "0:20"}},
		{"walk-test", equipped, func(d *desk) {
			relaxed(d).press("n").on("walk-test", session.Timed, 0)
		}, []string{"WALK", "0:20"}},
		{"foot-test", nobody, func(d *desk) {
			relaxed(d).press("n").on("foot-test", session.Rise, 4)
		}, []string{"MOVE", "0:01"}},
	}
}
