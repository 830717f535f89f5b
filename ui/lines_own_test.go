package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
)

// ownTold is a person's own routine told in lines, behind its gate.
func ownTold(t *testing.T, file string, lo LineOptions) *telling {
	t.Helper()
	d := &telling{TB: t, clock: &handClock{time.Now()}}
	lo.Out = func(line string) { d.lines = append(d.lines, line) }
	d.l = NewLines(Options{Session: ownSession(t, file), Clock: d.clock, Sound: Voice}, lo)
	return d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
}

// ownHead is the head of a person's own routine.
const ownHead = "name: Mine\nfor: For my legs.\nposition: seated\nhave: [chair, heat]\nchoice: I wrote it\nturns:\n"

// TestLinesTellEachTurn: another turn of the same exercise has words of its own, whichever
// leg it is for; the other leg of the same turn is told no more than that.
func TestLinesTellEachTurn(t *testing.T) {
	t.Parallel()
	d := ownTold(t, ownHead+
		"  - {id: good, any: [toes-to-shin], legs: left, reps: 1, words: [This is the good leg.]}\n"+
		"  - {id: bad, any: [toes-to-shin], legs: right, reps: 1, words: [Only half as far.]}\n"+
		"  - {id: two, any: [toes-to-shin], legs: both, reps: 1, words: [Now both of them.]}\n", LineOptions{})
	d.press("enter").wait(5 * time.Minute)
	for _, want := range []string{"This is the good leg.", "Only half as far.", "Now both of them."} {
		n := 0
		for _, line := range d.lines {
			if line == want {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q is told %d times as a line of its own", want, n)
		}
	}
}

// TestLinesTellHowToSayNo: with every pack, and it begins with no word of stretching.
func TestLinesTellHowToSayNo(t *testing.T) {
	t.Parallel()
	const no = "Press enter when it is on your skin. n: go on without it."
	d := ownTold(t, ownHead+"  - {id: warm, pack: heat}\n  - {id: calf, any: [toes-to-shin], reps: 1}\n", LineOptions{})
	d.press("enter")
	stretch := d.l.phrase("step-stretch")
	if !slices.Contains(d.lines, no) || slices.Contains(d.lines, stretch) {
		t.Errorf("it begins with a pack: %q", d.lines)
	}
	if d.press("n"); !slices.Contains(d.lines, stretch) {
		t.Errorf("behind the pack: %q", d.lines)
	}
	d = ownTold(t, ownHead+"  - {id: calf, any: [toes-to-shin], reps: 1}\n  - {id: warm, pack: heat}\n", LineOptions{})
	if d.press("enter").on("heat", session.Open); !slices.Contains(d.lines, no) {
		t.Errorf("a pack later on: %q", d.lines)
	}
}

// TestLinesNameNoTone where none can sound.
func TestLinesNameNoTone(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		bell func()
		want bool
	}{{nil, false}, {func() {}, true}} {
		d := ownTold(t, ownRoutine, LineOptions{Bell: x.bell})
		d.send(Notice{Key: "no-device"}).press("enter").on("toes-to-shin", session.Hold)
		if got := slices.Contains(d.lines, d.l.phrase("how-more")); got != x.want {
			t.Errorf("a bell: %v, a tone is named: %v", x.want, got)
		}
	}
}

// TestLinesAnswerOverTheSigns: what is open, and the keys there.
func TestLinesAnswerOverTheSigns(t *testing.T) {
	t.Parallel()
	const keys = "escape: none of these. 1: emergency. 2: today. 3: soon. q: leave."
	d := tell(t, nobody, Options{}, LineOptions{})
	d.press("!").fresh()
	d.press("?").only("Keys here. " + keys)
	d.press("w").only("Warning signs. Press the number of the first one you have, or escape for none. " + keys)
	d.press("z").only(`"z" does nothing here. Press the question mark for the keys.`)
	d.press("2").fresh()
	for _, k := range []string{"w", "?"} {
		if told := strings.Join(d.press(k).fresh(), " "); !strings.Contains(told, "escape: ") || strings.Contains(told, "does nothing") {
			t.Errorf("%s: %q", k, told)
		}
	}
}
