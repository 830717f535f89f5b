package ui

import (
	"time"

	"uncramp/content"
	"uncramp/session"
)

// muscleScenes are the screens of the other muscles, and of too little time.
func muscleScenes() []scene {
	thigh := equipped
	thigh.Muscle, thigh.Context = content.Quad, content.Exercise
	back := session.Facts{Muscle: content.Hamstring, Side: session.Right, Position: content.Seated, Context: content.Desk}
	foot := session.Facts{Muscle: content.Arch, Position: content.Seated, Have: session.Set[content.Thing]{content.Ball, content.Heat, content.Cold}}
	toes := session.Facts{Muscle: content.Toes, Context: content.Sleep}
	hurried := equipped
	hurried.Minutes = 3
	rushed := equipped
	rushed.Minutes = 1
	return []scene{
		{"where", nobody, func(d *desk) { d.press("a") }, []string{"WHERE IS IT?", "[1]", "[5]"}},
		{"where-told", nobody, func(d *desk) { d.press("a", "3") }, []string{"BREATHE", "[e]", "[s]"}},
		{"wait-quad", thigh, func(*desk) {}, []string{"BREATHE", "0:01", "[e]", "[s]"}},
		{"wait-arch", foot, func(*desk) {}, []string{"BREATHE", "0:01", "[e]", "[s]"}},
		{"wait-toes", toes, func(*desk) {}, []string{"BREATHE", "0:01", "[e]", "[s]"}},
		{"confirm-quad", thigh, func(d *desk) { d.press("e") }, []string{"IS THIS RIGHT?", "[enter]"}},
		{"quad", thigh, func(d *desk) { eased(d).on("quad-stand", session.Hold, 1) }, []string{"HOLD", "0:30"}},
		{"hamstring", back, func(d *desk) { eased(d).on("chair-edge", session.Hold, 1) }, []string{"HOLD", "0:30"}},
		{"toes", toes, func(d *desk) { eased(d).on("hand-toes", session.Hold, 1) }, []string{"HOLD", "0:20"}},
		{"ball", foot, func(d *desk) {
			eased(d).on("massage-arch", session.Open, 0).press("enter").on("ball-arch", session.Timed, 0)
		}, []string{"ROLL", "1:00"}},
		{"ask-foot", foot, func(d *desk) {
			eased(d).on("massage-arch", session.Open, 0).press("enter").asked()
		}, []string{"[1]", "[2]", "[n]"}},
		{"confirm-minutes", hurried, func(d *desk) { d.press("e") }, []string{"IS THIS RIGHT?", "[enter]"}},
		{"confirm-minute", rushed, func(d *desk) { d.press("e") }, []string{"IS THIS RIGHT?", "[enter]"}},
		{"summary-minutes", hurried, func(d *desk) {
			eased(d).on("massage-calf", session.Open, 0).press("enter").until("summary", func() bool { return d.m.s.Mode == session.Ended })
		}, []string{"DONE"}},
	}
}

// routineScenes are the screens of a routine.
func routineScenes() []scene {
	legs, bed := session.Facts{Routine: "legs"}, session.Facts{Routine: "bedtime"}
	return []scene{
		{"gate-legs", legs, func(*desk) {}, []string{"No cramp now", "[enter]", "[c]"}},
		{"gate-bedtime", bed, func(*desk) {}, []string{"No cramp now", "[enter]", "[c]"}},
		{"legs", legs, func(d *desk) { d.press("enter").on("wall-calf", session.Hold, 1) }, []string{"HOLD", "0:30"}},
		{"legs-bend", legs, func(d *desk) { d.press("enter").on("forward-bend", session.Hold, 1) }, []string{"HOLD", "0:30"}},
		{"bedtime", bed, func(d *desk) { d.press("enter").on("leg-out", session.Hold, 2) }, []string{"HOLD", "0:10"}},
		{"legs-cramp", legs, func(d *desk) { d.press("enter").on("quad-stand", session.Hold, 1).press("c") }, []string{"BREATHE", "0:00", "[e]"}},
		{"summary-legs", legs, func(d *desk) {
			d.press("enter").wait(10 * time.Minute)
		}, []string{"DONE"}},
		{"summary-bedtime", bed, func(d *desk) {
			d.press("enter").wait(6 * time.Minute)
		}, []string{"DONE"}},
	}
}
