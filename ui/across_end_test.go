package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/digits"
)

// toTheEnd goes through a whole session on the screen for across the room.
func toTheEnd(d *desk) *desk {
	d.Helper()
	relaxed(d).press("f", "n")
	return d.until("the end", func() bool { return d.m.s.Mode == session.Ended })
}

// TestAcrossEndsWithTheTimeItTook holds that the end is seen from across the room too,
// and that enter leads to the summary and on.
func TestAcrossEndsWithTheTimeItTook(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		d := toTheEnd(begin(t, nobody, size[0], size[1]).wait(time.Second)).wait(noteTime)
		took := up(d.m.s.Summary().Took)
		if len(large(d, "DONE", digits.Word)) < 3 || len(large(d, took, digits.Number)) < 14 {
			t.Errorf("%v: no DONE with %s:\n%s", size, took, d.text())
		}
		d.press("!").sees("WARNING SIGNS")
		d.press("esc").misses("WARNING SIGNS", "To drink")
		if d.press("enter").sees("DONE", took+" in all"); d.m.leaving {
			t.Errorf("%v: the first enter left", size)
		}
		if d.press("enter"); !d.m.leaving {
			t.Errorf("%v: the second enter did not leave:\n%s", size, d.text())
		}
	}
}

// TestAcrossIsAlsoLeftByItsKeyAtTheEnd holds that its own key leads to the summary too.
func TestAcrossIsAlsoLeftByItsKeyAtTheEnd(t *testing.T) {
	d := toTheEnd(begin(t, nobody, 80, 24).wait(time.Second)).wait(noteTime)
	if d.press("f").sees("DONE", "in all"); d.m.leaving {
		t.Error("it left")
	}
}

// TestAcrossGivesWayToWhatToDo holds that after a sign that needs help, and when
// somebody leaves early, the summary stands at once: it says what to do now.
func TestAcrossGivesWayToWhatToDo(t *testing.T) {
	d := begin(t, nobody, 80, 24).wait(time.Second).press("f", "!", "1", "enter")
	if d.sees("GET EMERGENCY HELP NOW", "Call"); d.m.s.Outcome != session.Warned {
		t.Errorf("it ended with %q", d.m.s.Outcome)
	}
	d = begin(t, nobody, 80, 24).wait(time.Second).press("f", "!", "2", "enter", "e")
	d.until("the end", func() bool { return d.m.s.Mode == session.Ended })
	d.sees("GET ADVICE TODAY", "Call a doctor")
	d = eased(begin(t, nobody, 80, 24).wait(time.Second)).press("f")
	d.m = d.m.Leave() // as a signal does; with q the program is gone
	d.sees("LEFT EARLY")
}

// TestAcrossFitsEverySize holds it to its lines and columns at every size, with verb
// and number on it in some form, however much there is to be told beside them.
func TestAcrossFitsEverySize(t *testing.T) {
	t.Parallel()
	ended := toTheEnd(begin(t, nobody, 80, 24).wait(time.Second))
	check := func(name string, d *desk) {
		for _, size := range thinned(sizes) {
			if tinySize(size[0], size[1]) {
				continue
			}
			d.resize(size[0], size[1])
			text := flat(checkFits(t, d, size[0], size[1]))
			number := d.m.number()
			if d.m.s.Mode == session.Ended {
				number = up(d.m.s.Summary().Took)
			}
			if !strings.Contains(text, d.m.verb()) && large(d, d.m.verb(), digits.Word) == nil {
				t.Errorf("%s at %v: no %s:\n%s", name, size, d.m.verb(), d.text())
			}
			if !strings.Contains(text, number) && large(d, number, digits.Number) == nil {
				t.Errorf("%s at %v: no %s:\n%s", name, size, number, d.text())
			}
		}
	}
	check("the end", ended)
	for _, s := range thinned(afar(t)) {
		check(s.name+" with its notice", s.at(t, 80, 24).press("f"))
	}
	for _, name := range thinned([]string{"wait-help", "pack-gripping", "paused", "hold", "ready", "massage", "pack"}) {
		check(name, across(sceneOf(t, name).at(t, 80, 24)))
	}
	check("a sign", begin(t, nobody, 80, 24).wait(time.Second).press("!", "2", "enter", "f").wait(10*time.Minute))
}

// TestAcrossBarFills holds that the bar is empty at first and full at the end.
func TestAcrossBarFills(t *testing.T) {
	d := eased(begin(t, equipped, 80, 24).wait(time.Second)).press("f")
	d.on("wall-calf", session.Hold, 1)
	was := -1
	for range 30 {
		full := strings.Count(d.text(), "━")
		if full < was || full+strings.Count(d.text(), "─") != 76 {
			t.Errorf("%s: %d of the bar are full, a second before %d:\n%s", d.m.number(), full, was, d.text())
		}
		was = full
		d.wait(time.Second)
	}
	if was < 70 {
		t.Errorf("a second before the end %d of 76 are full", was)
	}
}

// TestAcrossIsThereForEveryMuscle holds that the key works in the wait of every muscle,
// whichever way it is laid out.
func TestAcrossIsThereForEveryMuscle(t *testing.T) {
	for _, muscle := range content.Muscles() {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			d := begin(t, session.Facts{Muscle: muscle}, size[0], size[1]).wait(time.Second)
			across(d).misses("How is it?", "[e]")
			if size[0] > 40 && len(large(d, d.m.number(), digits.Number)) < 14 {
				t.Errorf("%s at %v: the number is not large:\n%s", muscle, size, d.text())
			}
		}
	}
}
