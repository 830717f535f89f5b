package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"uncramp/ui/cli"
)

// aFurtherField is one that the starter's exercise doesn't need, but may have.
var aFurtherField = regexp.MustCompile(`^    # (not_for|one_leg|support|gentler):`)

// uncommented is the starter with the examples in its comments as they are meant to be
// used.
func uncommented(t *testing.T, text string) string {
	t.Helper()
	var turns, items []string
	inItems := false
	for line := range strings.Lines(text) {
		bare := strings.TrimPrefix(line, "#")
		switch {
		case strings.HasPrefix(line, "#items:"):
			inItems = true
		case inItems:
			items = append(items, bare)
		case strings.HasPrefix(line, "#  - id:"), strings.HasPrefix(line, "#    "):
			turns = append(turns, bare)
		}
	}
	head, _, _ := strings.Cut(text, "\n# What an exercise needs")
	for i, line := range items {
		items[i] = aFurtherField.ReplaceAllString(line, "    $1:")
	}
	head = strings.NewReplacer("# have: [wall] ", "have: [heat, chair] ", "# context:", "context:", "[heel-slide]", "[ankle-circles]").Replace(head)
	return head + "\n" + strings.Join(turns, "") + "items:\n" + strings.Join(items, "")
}

// aRow is a row of the starter that names exercises.
var aRow = regexp.MustCompile(`^#   [a-z ]+  ([a-z-]+(?:, [a-z-]+)+)$`)

// begunKnee is a routine that was just begun: its home, its file, and what stands in it.
func begunKnee(t *testing.T) (env map[string]string, path string, data []byte) {
	t.Helper()
	env, dir := ownHome(t)
	toldIn(t, env, "routine", "new", "knee")
	path = filepath.Join(dir, "knee.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return env, path, data
}

// TestStarterSaysWhatIsTrue: what stands in its comments works.
func TestStarterSaysWhatIsTrue(t *testing.T) {
	t.Parallel()
	env, path, data := begunKnee(t)
	text := uncommented(t, string(data))
	for _, field := range []string{"not_for", "one_leg", "support", "gentler"} {
		if !strings.Contains(text, "\n    "+field+": ") {
			t.Errorf("%s is not named", field)
		}
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := toldIn(t, env, "check", "knee")
	if code != cli.Finished || !strings.HasPrefix(out, path+": Knee, 4 exercises and heat, ") {
		t.Errorf("exit %d, %q, stderr %q\n%s", code, out, errs, text)
	}
	names := 0
	for line := range strings.Lines(string(data)) {
		if len([]rune(line)) > 80 {
			t.Errorf("a line too long: %q", line)
		}
		row := aRow.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
		if row == nil {
			continue
		}
		names++
		for id := range strings.SplitSeq(row[1], ", ") {
			one := strings.Replace(small, "[toes-to-shin], hold: 20", "["+id+", jiggle]", 1)
			if code, out, _ := told(t, "check", file(t, "x.yaml", one)); code != cli.Finished {
				t.Errorf("%q is no exercise: %s", id, out)
			}
		}
	}
	if names != 5 {
		t.Errorf("%d rows of exercises", names)
	}
}

// TestStarterTellsWhenAVerbIsShown: a paced exercise written by it shows its verb on the way
// up, and one for the way down is noted.
func TestStarterTellsWhenAVerbIsShown(t *testing.T) {
	t.Parallel()
	env, path, data := begunKnee(t)
	if !strings.Contains(strings.ReplaceAll(string(data), "\n#    # ", " "), "paced shows it on the way up, then HOLD, and LOWER on the way down:\n#    verb: CIRCLE\n") {
		t.Error("it doesn't tell")
	}
	text := uncommented(t, string(data))
	paced := strings.NewReplacer("kind: timed  ", "kind: paced  ", "dose: {for: 30}", "dose: {rise: 2, hold: 1, lower: 3, rest: 2, reps: 5}", "verb: CIRCLE", "verb: DOWN").Replace(text)
	if err := os.WriteFile(path, []byte(paced), 0o600); err != nil {
		t.Fatal(err)
	}
	const note = "note: DOWN is shown on the way up; the way down shows LOWER by itself\n"
	if code, out, errs := toldIn(t, env, "check", "knee"); code != cli.Finished || !strings.HasSuffix(out, note) {
		t.Errorf("exit %d, %q, stderr %q", code, out, errs)
	}
	if _, out, _ := toldIn(t, env, "plan", "knee"); !strings.Contains(strings.Join(strings.Fields(out), " "), "5 x down 2 s (1), 5 x hold 1 s (1), 5 x lower 3 s") {
		t.Errorf("it is shown at another moment:\n%s", out)
	}
}

// TestStarterTellsHowOpenIsWritten: with the fields that it names, and one without them is
// told both at once.
func TestStarterTellsHowOpenIsWritten(t *testing.T) {
	t.Parallel()
	env, path, data := begunKnee(t)
	if said := strings.ReplaceAll(string(data), "\n#    # ", " "); !strings.Contains(said, "open takes for (30 to 120 seconds: then it goes on") || !strings.Contains(said, "and cap (the longest") {
		t.Error("it doesn't tell")
	}
	for dose, want := range map[string]string{
		"{for: 30, cap: 60}": "",
		"{for: 30}":          `missing field "cap" of an open exercise; expected 30 to 180 seconds, the longest it can get that way`,
		"{}":                 `missing fields "for", "cap" of an open exercise; expected for: 30 to 120 seconds`,
	} {
		text := strings.NewReplacer("kind: timed  ", "kind: open  ", "dose: {for: 30}", "dose: "+dose).Replace(uncommented(t, string(data)))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		code, out, _ := toldIn(t, env, "check", "knee")
		if (code == cli.Finished) != (want == "") || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d: %s", dose, code, out)
		}
	}
}
