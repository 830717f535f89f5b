package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// written is what the numbers of these tests rest on.
var written = content.Ground{Choice: "made up for a test"}

func num(n int) content.Count   { return content.Count{Count: n, Ground: written} }
func sec(n int) content.Seconds { return content.Seconds{Seconds: n, Ground: written} }

// ownTurns are a stretch and raises in sets, and heat.
func ownTurns() []content.Turn {
	return []content.Turn{
		{ID: "calf", Any: []string{"wall-calf"}, Sets: num(3), Reps: num(2), Hold: sec(45), Rest: sec(10), Break: sec(60),
			Words: []content.Line{{Text: "Turn the {side} foot a little inwards.", Ground: written}}},
		{ID: "raises", Any: []string{"toe-raises"}, Sets: num(2), Reps: num(12), Break: sec(90)},
		{ID: "warm", Pack: content.Heat, For: sec(600)},
		{ID: "long", Any: []string{"forward-bend"}, Sets: num(10), Reps: num(20), Hold: sec(5)},
	}
}

// following opens the program in a routine of somebody's own, past its gate.
func following(tb testing.TB, w, h int) *desk {
	tb.Helper()
	r := content.Routine{
		ID: "mine", Name: "My mornings", For: content.Line{Text: "For me.", Ground: written}, Position: content.Standing,
		Have: []content.Thing{content.Wall}, Turns: ownTurns(), Ground: written,
	}
	lib := *content.Embedded()
	lib.Routines = append(slices.Clip(lib.Routines), r)
	clock := &handClock{time.Now()}
	o := Options{
		Session: session.Follow(session.Facts{}, r, func() *content.Library { return &lib }), Clock: clock, Sound: Voice, Titled: true,
	}
	d := &desk{TB: tb, m: New(o), clock: clock}
	return d.resize(w, h).press("enter")
}

// ownSizes are the screens on which somebody looked at sets.
var ownSizes = [][2]int{{40, 15}, {80, 24}, {120, 40}, {200, 60}}

// ownScenes are the screens of a routine with sets, and what has to be read on each.
func ownScenes() []scene {
	raised := func(d *desk) {
		d.until("raises", func() bool { return d.m.s.Head().Item == "toe-raises" && d.m.s.Phase().Rep == 15 })
	}
	fetch := func(d *desk) { d.until("heat", func() bool { return d.m.s.Head().Kind == session.PackBlock }) }
	return []scene{
		{"sets-ready", session.Facts{}, func(d *desk) { d.wait(2 * time.Second) }, []string{"GET READY", "3 sets of 2"}},
		{"sets-hold", session.Facts{}, func(d *desk) { d.on("wall-calf", session.Hold, 3).wait(5 * time.Second) }, []string{"HOLD", "0:40", "set 2 of 3", "1 of 2"}},
		{"sets-break", session.Facts{}, func(d *desk) { d.on("wall-calf", session.Rest, 4).wait(5 * time.Second) }, []string{"REST", "0:55", "then set 3 of 3"}},
		{"sets-raise", session.Facts{}, raised, []string{"RISE", "set 2 of 2", "3 of 12"}},
		{"sets-many", session.Facts{}, func(d *desk) {
			fetch(d)
			d.press("n").on("forward-bend", session.Hold, 23)
		}, []string{"HOLD", "set 2 of 10", "3 of 20"}},
		{"sets-fetch", session.Facts{}, fetch, []string{"HEAT: GET IT READY, FOR 10:00", "[enter]", "[n]"}},
		{"sets-pack", session.Facts{}, func(d *desk) { fetch(d); d.press("enter").wait(30 * time.Second) }, []string{"HEAT", "9:30"}},
		{"sets-across", session.Facts{}, func(d *desk) { d.on("wall-calf", session.Hold, 3).press("f").wait(noteTime) }, nil},
		{"sets-across-break", session.Facts{}, func(d *desk) { d.on("wall-calf", session.Rest, 4).press("f").wait(noteTime) }, nil},
	}
}

// TestGoldenSets holds the screens of sets, and of heat in a routine, to the files that
// somebody has read: what matters stands on each of them, and nothing is cut off.
func TestGoldenSets(t *testing.T) {
	for _, s := range ownScenes() {
		for _, size := range ownSizes {
			name := fmt.Sprintf("%s_%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				d := following(t, size[0], size[1])
				s.play(d)
				d.sees(s.must...)
				lines := strings.Split(d.text(), "\n")
				if len(lines) > size[1] {
					t.Errorf("%d lines", len(lines))
				}
				golden(t, name, trimmed(d.text()))
			})
		}
	}
}

// TestSetsInWords: the words for a set get fewer as the room does, and what comes next
// and the window's title tell it, too.
func TestSetsInWords(t *testing.T) {
	t.Parallel()
	d := following(t, 120, 40).on("wall-calf", session.Hold, 4)
	b, ph := d.m.s.Head(), d.m.s.Phase()
	for w, want := range map[int]string{
		120: "set 2 of 3 · hold 2 of 2 · 3:25 left", 66: "set 2 of 3 · 2 of 2", 56: "set 2 of 3 · hold 2 of 2 · 3:25 left",
		40: "set 2 of 3 · hold 2 of 2", 36: "set 2 of 3 · 2 of 2", 26: "set 2 of 3",
	} {
		d.resize(w, 40)
		if got := d.m.about("Wall calf stretch · left leg", b, ph); got != want {
			t.Errorf("in %d columns: %q, want %q", w, got, want)
		}
	}
	if got := d.m.title(); got != "HOLD 0:45 · set 2 of 3 · My mornings" {
		t.Errorf("the title is %q", got)
	}
	if got := d.m.next(b); got != "break 60 s, then hold 45 s" {
		t.Errorf("next is %q", got)
	}
	if got := d.on("wall-calf", session.Rest, 4).m.title(); got != "REST 1:00 · then set 3 of 3 · My mornings" {
		t.Errorf("in the break the title is %q", got)
	}
	v := d.on("wall-calf", session.Hold, 6).m.s.Saved()
	if got := d.m.placeWords(v); got != "My mornings, wall calf stretch, left leg, set 3 of 3, hold 2 of 2" {
		t.Errorf("kept in %q", got)
	}
}

// TestSetDots: a dot for each repetition with a gap between the sets, or those of the set
// that runs where all are too many.
func TestSetDots(t *testing.T) {
	t.Parallel()
	m := following(t, 80, 24).m
	for _, c := range []struct {
		reps, sets, at int
		want           string
	}{
		{6, 3, 0, "○ ○  ○ ○  ○ ○"}, {6, 3, 3, "● ●  ● ○  ○ ○"}, {6, 3, 4, "● ●  ● ●  ○ ○"}, {6, 3, 6, "● ●  ● ●  ● ●"},
		{24, 2, 12, "● ● ● ● ● ● ● ● ● ● ● ●"}, {24, 2, 13, "● ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○"}, {24, 2, 0, "○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○"},
		{200, 2, 3, ""},
	} {
		b := session.Block{Reps: c.reps, Sets: c.sets}
		if got := strings.TrimSpace(stripped(m.setDots(b, c.at))); got != c.want {
			t.Errorf("%d of %d in %d sets: %q, want %q", c.at, c.reps, c.sets, got, c.want)
		}
	}
}

// TestGateTellsOfHeat: what has to be fetched in a routine is told before it begins.
func TestGateTellsOfHeat(t *testing.T) {
	t.Parallel()
	d := following(t, 80, 24).press("b")
	d.sees("Then: wall calf stretch, toe raises, heat if you like, slow forward bend.")
	if got := inAll(90 * time.Second); got != "1:30 in all" {
		t.Errorf("%q", got)
	}
	if got := inAll(10 * time.Minute); got != "10 minutes in all" {
		t.Errorf("%q", got)
	}
}
