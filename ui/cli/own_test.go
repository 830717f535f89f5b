package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/ui/cli"
)

// fifteen is a routine of fifteen exercises, as somebody wrote it by hand.
const fifteen = "testdata/own/fifteen.yaml"

// onlyForm is what check says of a file that is right.
const onlyForm = "its form is right; whether it does you good nobody has checked"

// fifteenText is what stands in it.
func fifteenText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(fifteen))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// file is a file of that name in a folder of its own.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFifteenExercises: a file written by hand is right, and its plan has all of it.
func TestFifteenExercises(t *testing.T) {
	t.Parallel()
	code, out, errs := told(t, "check", fifteen)
	if code != cli.Finished || errs != "" || !strings.HasPrefix(out, fifteen+": After a long run, 15 exercises and heat, ") || !strings.HasSuffix(out, " min; "+onlyForm+"\n") || strings.Count(out, "\n") != 1 {
		t.Errorf("exit %d, %q, stderr %q", code, out, errs)
	}
	code, out, errs = told(t, "plan", fifteen)
	text := strings.Join(strings.Fields(out), " ")
	if code != cli.Finished || errs != "" || !strings.Contains(text, content.OwnNotice) {
		t.Errorf("exit %d, stderr %q: %.400q", code, errs, text)
	}
	for _, want := range []string{
		"fifteen, side both, lying", "Towel calf stretch, left", "of 45 seconds", "Knee to chest, left", "Figure four", "Knees from side to side",
		"Draw it toward your chest until you feel a mild pull.", "Stop if your back or your hip hurts", "CHOICES: OUR OWN, AND THOSE OF YOUR FILE",
		"Your file: written by hand after a talk with a physiotherapist.", "STOP AT ONCE IF YOU FEEL", "[aaos-cramp]",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the plan lacks %q", want)
		}
	}
	p := planOf(t, fifteen)
	places := map[string]bool{}
	for _, b := range p.Blocks {
		if b.Kind == "item" {
			places[b.Item] = true
		}
	}
	for id := range strings.FieldsSeq("toe-lifts towel-calf toes-to-shin towel-foot hand-sole hand-toes towel-toes side-quad towel-quad heel-slide towel-hamstring bed-bend knee-to-chest figure-four knee-sway") {
		if !places[id] {
			t.Errorf("%s has no place", id)
		}
	}
	if len(places) != 15 || p.Routine != "fifteen" {
		t.Errorf("%d exercises of %s", len(places), p.Routine)
	}
}

// TestPlanSaysWhoseRoutineItIs, as JSON too; of the library's it says nothing.
func TestPlanSaysWhoseRoutineItIs(t *testing.T) {
	t.Parallel()
	for name, own := range map[string]bool{fifteen: true, "legs": false, "calf": false} {
		_, out, _ := told(t, "plan", name, "--json")
		var p struct{ Own bool }
		if err := json.Unmarshal([]byte(out), &p); err != nil || p.Own != own {
			t.Errorf("%s: %v, %v", name, p, err)
		}
		_, out, _ = told(t, "plan", name)
		if strings.Contains(strings.Join(strings.Fields(out), " "), content.OwnNotice) != own || strings.Contains(out, "YOUR FILE") != own {
			t.Errorf("%s: %.300q", name, out)
		}
	}
}

// ownMistakes are ten slips in that file, and what check says of each: the place, what was
// expected, the line and a caret.
var ownMistakes = []struct{ name, old, fresh, want string }{
	{
		"a field misspelt", "    hold: 45\n    rest: 15", "    hodl: 45\n    rest: 15",
		":18:5: unknown field \"hodl\"; expected one of any, break, for, hold, id, legs, lower, pack, reps, rest, rise, sets, words (did you mean hold?)\n" +
			"        hodl: 45\n" +
			"        ^\n",
	},
	{
		"an exercise misspelt", "[toes-to-shin]", "[toe-to-shin]",
		":23:11: unknown item \"toe-to-shin\"; expected one of the 29 that are there (did you mean toes-to-shin?)\n" +
			"        any: [toe-to-shin]\n" +
			"              ^\n",
	},
	{
		"an exercise of the file misspelt", "any: [figure-four]", "any: [figure-for]",
		":57:11: unknown item \"figure-for\"; expected one of the 29 that are there (did you mean figure-four?)\n" +
			"        any: [figure-for]\n" +
			"              ^\n",
	},
	{
		"a hold too long", "    hold: 20\n", "    hold: 200\n",
		":27:11: 200; expected 5 to 120\n" +
			"        hold: 200\n" +
			"              ^\n",
	},
	{
		"a position misspelt", "position: lying\n", "position: laying\n",
		":5:11: unknown position \"laying\"; expected one of seated, lying, standing (did you mean lying?)\n" +
			"    position: laying\n" +
			"              ^\n",
	},
	{
		"a leg that nobody has", "legs: right", "legs: rihgt",
		":42:11: unknown legs \"rihgt\"; expected one of left, right, both (did you mean right?)\n" +
			"        legs: rihgt\n" +
			"              ^\n",
	},
	{
		"a source that isn't known", "source: aaos-cramp", "source: aaos-camp",
		":43:33: unknown source \"aaos-camp\"; expected one of the 59 that are there (did you mean aaos-cramp?)\n" +
			"        hold: {seconds: 30, source: aaos-camp}\n" +
			"                                    ^\n",
	},
	{
		"a dose of another kind", "    for: 60\n", "    hold: 60\n",
		":61:11: \"hold\" for \"knee-sway\", which is timed; expected no such field, or exercises that are held or paced\n" +
			"        hold: 60\n" +
			"              ^\n",
	},
	{
		"heat for too long", "for: 600", "for: 1800",
		":64:10: 1800; expected 60 to 1200\n" +
			"        for: 1800\n" +
			"             ^\n",
	},
	{
		"the place of a library's exercise", "  - id: knee-sway\n", "  - id: wall-calf\n",
		":110:9: \"wall-calf\" is an exercise of the library; expected a name of its own\n" +
			"      - id: wall-calf\n" +
			"            ^\n",
	},
}

// TestTenMistakes: each is answered by a line that names the place and the right word.
func TestTenMistakes(t *testing.T) {
	t.Parallel()
	text := fifteenText(t)
	for _, m := range ownMistakes {
		if strings.Count(text, m.old) == 0 {
			t.Fatalf("%s: there is no %q", m.name, m.old)
		}
		path := file(t, "fifteen.yaml", strings.Replace(text, m.old, m.fresh, 1))
		code, out, errs := told(t, "check", path)
		if code != cli.Failed || errs != "" || !strings.Contains(out, path+m.want) {
			t.Errorf("%s: exit %d, stderr %q\n got %s\nwant %s", m.name, code, errs, strings.ReplaceAll(out, path, ""), m.want)
		}
		place, _, _ := strings.Cut(m.want, " ")
		code, out, errs = told(t, "stretch", path)
		if code != cli.Failed || out != "" || !strings.HasPrefix(errs, "uncramp: "+path+":") || strings.Count(errs, "\n") != 1 || !strings.HasSuffix(errs, "uncramp check shows the place\n") {
			t.Errorf("%s: stretch, which begins at %s: exit %d, %q, stderr %q", m.name, place, code, out, errs)
		}
	}
}

// TestAllMistakesAtOnce: what can be told of a file is told in one go, in its order.
func TestAllMistakesAtOnce(t *testing.T) {
	t.Parallel()
	text, lines := fifteenText(t), 0
	for _, m := range ownMistakes {
		text = strings.Replace(text, m.old, m.fresh, 1)
	}
	path := file(t, "fifteen.yaml", text)
	_, out, _ := told(t, "check", path)
	for _, m := range ownMistakes {
		if strings.Contains(out, path+m.want) {
			lines++
		} else {
			t.Logf("%s is not told yet", m.name)
		}
	}
	// The last leaves a turn without its exercise: that is told, and its dose is not.
	if lines != 9 || strings.Count(out, path) != 10 {
		t.Errorf("%d of ten are told:\n%s", lines, out)
	}
}

// TestTwoHoursAreThoseOfTheTimer: what the door counts is what the session takes.
func TestTwoHoursAreThoseOfTheTimer(t *testing.T) {
	t.Parallel()
	const long = "name: Long\nfor: For my legs.\nposition: lying\nchoice: c\nturns:\n  - {id: a, any: [bed-bend], hold: 115, reps: 20, sets: 3, rest: 1, break: 114}\n"
	if p := planOf(t, file(t, "long.yaml", long)); p.Total != 2*60*60 {
		t.Errorf("%d s", p.Total)
	}
	path := file(t, "long.yaml", strings.Replace(long, "114", "115", 1))
	if code, out, _ := told(t, "check", path); code != cli.Failed || !strings.HasPrefix(out, path+":5:1: a routine of 2 h 1 min; expected at most 2 hours\n    turns:\n    ^\n") {
		t.Errorf("exit %d, %q", code, out)
	}
}

// TestCheckNamesDosesFarAboveTheLibrarys: each with its line, under the file's own, and
// the file is right all the same.
func TestCheckNamesDosesFarAboveTheLibrarys(t *testing.T) {
	t.Parallel()
	path := file(t, "Anna March.yaml", "\xef\xbb\xbfname: Long\nfor: For my legs.\nposition: lying\nhave: [towel]\nchoice: c\nturns:\n  - {id: a, any: [towel-calf], hold: 120}\n")
	code, out, errs := told(t, "check", path, path)
	one := path + ": Long, 1 exercise, 9 min; " + onlyForm + "\n" +
		path + ":7:19: note: towel-calf for 240 s a leg; the library does 60 s\n" +
		path + ":7:38: note: a hold of 120 s; the library holds for 60 s at most\n"
	if code != cli.Finished || errs != "" || out != one+one {
		t.Errorf("exit %d, stderr %q\n got %s\nwant %s", code, errs, out, one+one)
	}
	if _, out, _ := told(t, "check", fifteen, path); strings.Count(out, "\n") != 4 {
		t.Errorf("a file that is as the library has it is noted: %s", out)
	}
}

// TestFileOfAnyName: it's followed under the name that its own makes, or that it states.
func TestFileOfAnyName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Anna March.yaml": "anna-march", "knee (1).yml": "knee-1", "legs.yaml": "my-legs", "cold.yaml": "my-cold"} {
		if p := planOf(t, file(t, name, small)); p.Routine != want {
			t.Errorf("%s: %q", name, p.Routine)
		}
		if p := planOf(t, file(t, name, "id: hers\n"+small)); p.Routine != "hers" {
			t.Errorf("%s with an id: %q", name, p.Routine)
		}
	}
	path := file(t, "small.yaml", "id: legs\n"+small)
	if code, out, _ := told(t, "check", path); code != cli.Failed || out != path+":1:5: \"legs\" is a routine of the library; expected another name\n    id: legs\n        ^\n" {
		t.Errorf("exit %d, %q", code, out)
	}
}
