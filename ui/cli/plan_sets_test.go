package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/session"
)

// setsPlan is the plan of a routine of somebody's own, of these turns.
func setsPlan(t *testing.T, turns ...content.Turn) plan {
	t.Helper()
	written := content.Ground{Choice: "written by hand"}
	for i := range turns {
		turns[i].ID = fmt.Sprintf("turn-%d", i+1)
	}
	lib := *content.Embedded()
	lib.Routines = append(slices.Clip(lib.Routines), content.Routine{
		ID: "mine", Name: "Mine", For: content.Line{Text: "For me.", Ground: written}, Position: content.Standing,
		Have: []content.Thing{content.Wall, content.Heat}, Turns: turns, Ground: written,
	})
	return newPlan(&lib, session.Facts{Routine: "mine"})
}

// stated is a length of time that a file states, counted a number.
func stated(n int) content.Seconds {
	return content.Seconds{Seconds: n, Ground: content.Ground{Choice: "written by hand"}}
}

func counted(n int) content.Count {
	return content.Count{Count: n, Ground: content.Ground{Choice: "of the person's own"}}
}

// TestPlanTellsSets: how many, how many in each, the break, and what each rests on; in
// words and in JSON.
func TestPlanTellsSets(t *testing.T) {
	t.Parallel()
	p := setsPlan(t, content.Turn{
		Any: []string{"wall-calf"}, Legs: content.LeftLeg, Sets: counted(3), Reps: counted(2), Hold: stated(45), Break: stated(60),
		Words: []content.Line{{Text: "Turn the {side} foot in.", Ground: content.Ground{Choice: "as I was shown"}}},
	})
	if len(p.Blocks) != 1 || p.Total != 15+6*45+3*10+2*60 {
		t.Fatalf("%d blocks, %d s", len(p.Blocks), p.Total)
	}
	b := p.Blocks[0]
	if b.Sets == nil || b.Sets.Count != 3 || b.Reps.Count != 2 || b.Break == nil || b.Break.Seconds != 60 || b.Break.Choice != "written by hand" {
		t.Errorf("sets %+v, reps %+v, break %+v", b.Sets, b.Reps, b.Break)
	}
	if first := b.How[0]; first.Text != "Turn the left foot in." || first.Choice != "as I was shown" {
		t.Errorf("the words are %+v", first)
	}
	text := p.text(0)
	for _, want := range []string{
		" 1. Wall calf stretch, left: 3 sets of 2 holds of 45 seconds ", "3 sets (", "2 repetitions (", "6 x hold 45 s (", "2 x break 60 s (", "3 x rest 10 s [",
		"- Turn the left foot in. (",
	} {
		if !strings.Contains(spaced(text), spaced(want)) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"sets":{"count":3,"choice":"of the person's own"}`, `"break":{"seconds":60,"choice":"written by hand"}`, `"verb":"break"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("it lacks %s: %s", want, data)
		}
	}
	plain := setsPlan(t, content.Turn{Any: []string{"wall-calf"}}).Blocks[0]
	if plain.Sets != nil || plain.Break != nil || plain.Reps.Count != 2 {
		t.Errorf("without sets: %+v", plain)
	}
}

// spaced is a text with one space between its words.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestPlanTellsAPackOfARoutine: that it is the person's word that puts it on, how it is
// done, for how long, and with what it is not.
func TestPlanTellsAPackOfARoutine(t *testing.T) {
	t.Parallel()
	p := setsPlan(t, content.Turn{Any: []string{"forward-bend"}}, content.Turn{Pack: content.Heat, For: stated(600)})
	b := p.Blocks[1]
	if b.Kind != "pack" || b.Name != "Heat" || b.Seconds != 600 || len(b.Packs) != 1 || !b.Packs[0].AtHand || b.Figure == "" || len(b.How) < 3 {
		t.Errorf("%+v", b)
	}
	if len(b.Notes) < 3 || !strings.HasPrefix(b.Notes[0].Text, "Not with: numb skin") {
		t.Errorf("with what it is not: %+v", b.Notes)
	}
	text := p.text(0)
	for _, want := range []string{" 2. Heat ", "until you say, heat 600 s (", "if you want it, heat (at hand) for 10:00 (", "* Not with: numb skin"} {
		if !strings.Contains(spaced(text), spaced(want)) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
}

// TestPlanOfARoutineFits in eighty columns, however long a dose is in words; what is the
// same again is told once, but for other words.
func TestPlanOfARoutineFits(t *testing.T) {
	t.Parallel()
	bend := content.Turn{Any: []string{"forward-bend"}, Sets: counted(10), Reps: counted(20), Hold: stated(90)}
	calf := content.Turn{Any: []string{"hand-toes", "towel-calf"}, Sets: counted(10), Reps: counted(20), Hold: stated(119), Break: stated(180)}
	other := bend
	other.Words = []content.Line{{Text: "Slowly.", Ground: content.Ground{Choice: "as I was shown"}}}
	p := setsPlan(t, bend, bend, other, calf)
	text := p.text(0)
	for line := range strings.Lines(text) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 80 {
			t.Errorf("a line of %d cells: %q", n, line)
		}
	}
	if n := strings.Count(text, "The same again."); n != 1 {
		t.Errorf("the same again %d times:\n%s", n, text)
	}
	if !strings.Contains(text, "- Slowly. (") || !strings.Contains(text, "10 sets of 20 holds of 1 minute 30 seconds") {
		t.Errorf("it lacks the words, or the dose:\n%s", text)
	}
}
