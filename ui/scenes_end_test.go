package ui

import (
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

func packScenes() []scene {
	refused := packed
	refused.Context = content.Long
	numb := packed
	numb.Care = session.Set[content.Care]{content.Numb}
	return []scene{
		{"ask", nobody, func(d *desk) { relaxed(d) }, []string{"[1]", "[2]", "[n]"}},
		{"ask-heat", packed, func(d *desk) { relaxed(d) }, []string{"[1]", "[2]", "[n]"}},
		{"ask-refused", refused, func(d *desk) { relaxed(d) }, []string{"[1]", "[2]", "[n]"}},
		{"no-packs", numb, func(d *desk) {
			eased(d).on("massage-light", session.Open, 0).press("enter").until("summary", func() bool { return d.m.s.Mode == session.Ended })
		}, []string{"DONE"}},
		{"fetch", packed, func(d *desk) { relaxed(d).press("1") }, []string{"[enter]"}},
		{"pack", packed, func(d *desk) { warm(d).wait(time.Minute) }, []string{"HEAT", "14:00"}},
		{"skin", packed, func(d *desk) { warm(d).wait(5*time.Minute + 2*time.Second) }, []string{"LOOK", "9:58", content.Embedded().Phrase("skin")}},
		{"pack-gripping", packed, func(d *desk) { warm(d).wait(time.Minute).press("c") }, []string{"BREATHE", "0:00", "Heat on your skin: 13:59 left"}},
	}
}

func overScenes() []scene {
	return []scene{
		{"signs", nobody, func(d *desk) { d.press("!") }, []string{"WARNING SIGNS"}},
		{"signs-end", nobody, func(d *desk) {
			d.press("!")
			for range 200 {
				d.hit("down")
			}
		}, []string{"WARNING SIGNS"}},
		{"same-day", nobody, func(d *desk) { d.press("!", "2") }, []string{"GET ADVICE TODAY"}},
		{"help", nobody, func(d *desk) { eased(d).on("toes-to-shin", session.Hold, 1).press("?") }, []string{"ALL KEYS"}},
		{"learn", nobody, func(d *desk) { d.press("i") }, []string{"LEARN"}},
		{"learn-heat", packed, func(d *desk) { relaxed(d).press("i", "enter") }, []string{"HEAT OR COLD"}},
		{"leave", nobody, func(d *desk) { eased(d).press("q") }, []string{"LEAVE NOW?", "[enter]", "[esc]"}},
		{"leave-pack", packed, func(d *desk) { warm(d).press("q") }, []string{"LEAVE NOW?", "[enter]", "[esc]", "Take the heat pack off"}},
	}
}

func endScenes() []scene {
	return []scene{
		{"summary", nobody, func(d *desk) {
			relaxed(d).press("n").until("summary", func() bool { return d.m.s.Mode == session.Ended })
		}, []string{"DONE"}},
		{"summary-left", packed, func(d *desk) {
			warm(d).wait(time.Minute)
			d.m = d.m.Leave() // as a signal does; with q the program is gone
		}, []string{"LEFT EARLY"}},
		{"emergency", nobody, func(d *desk) { d.press("!", "1") }, []string{"GET EMERGENCY HELP NOW"}},
		{"soon", nobody, func(d *desk) { d.press("!", "3") }, []string{"SEE SOMEONE SOON"}},
		{"summary-tier1", nobody, func(d *desk) { d.press("!", "1", "enter") }, []string{"GET EMERGENCY HELP NOW"}},
		{"summary-tier2", nobody, func(d *desk) {
			d.press("!", "2", "enter", "e").
				until("summary", func() bool { return d.m.s.Mode == session.Ended })
		}, []string{"GET ADVICE TODAY"}},
	}
}

// sceneOf is the scene with a name.
func sceneOf(tb testing.TB, name string) scene {
	tb.Helper()
	for _, s := range everyScene() {
		if s.name == name {
			return s
		}
	}
	tb.Fatalf("no scene %q", name)
	return scene{}
}
