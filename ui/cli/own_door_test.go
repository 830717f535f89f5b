package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/ui/cli"
)

// small is a routine that is right, and short.
const small = "name: Small\nfor: For my legs.\nposition: seated\nchoice: I wrote it\nturns:\n  - {id: calf, any: [toes-to-shin], hold: 20}\n"

// TestDoorIsForFiles: whatever is no file with a routine in it is refused at once, with a
// line that names it.
func TestDoorIsForFiles(t *testing.T) {
	t.Parallel()
	large := file(t, "large.yaml", small+strings.Repeat("# nothing\n", 110_000))
	exact := file(t, "exact.yaml", small+strings.Repeat("#"+strings.Repeat("-", 254)+"\n", (1<<20-len(small))/256))
	folder := t.TempDir()
	for _, x := range []struct{ path, want string }{
		{large, large + ": too large; expected at most 1 MB"},
		{folder + "/", folder + "/: a folder; expected a file"},
		{folder + "/no.yaml", folder + "/no.yaml: no such file"},
		{"no.yml", "no.yml: no such file"},
		{file(t, "empty.yaml", ""), ": no content; expected one mapping or list"},
		{file(t, "bytes.yaml", "name: \xff\xfe"), ":1:7: byte 0xff is not UTF-8"},
		{file(t, "alias.yaml", "a: &a [x]\nb: *a\n"), ":1:4: \"&\"; expected plain values, no anchors"},
		{file(t, "calf.yaml", "id: calf\n"+small), `:1:5: "calf" is a muscle; expected another name`},
		{file(t, "notepad.yaml", "\xff\xfen\x00a\x00"), "notepad.yaml: UTF-16 text; expected UTF-8 text: save it as UTF-8"},
	} {
		for _, command := range []string{"check", "plan", "stretch"} {
			began := time.Now()
			code, out, errs := told(t, command, x.path)
			if code != cli.Failed || !strings.Contains(out+errs, x.want) || strings.Contains(out+errs, "\x1b") {
				t.Errorf("%s %s: exit %d, %q, stderr %q", command, x.path, code, out, errs)
			}
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("%s %s took %v", command, x.path, took)
			}
		}
	}
	if code, out, _ := told(t, "check", exact); code != cli.Finished {
		t.Errorf("a file of just 1 MB: exit %d, %q", code, out)
	}
}

// TestCheckLooksAtAll: one that is wrong doesn't keep it from the next.
func TestCheckLooksAtAll(t *testing.T) {
	t.Parallel()
	good, bad := file(t, "good.yaml", small), file(t, "bad.yaml", "name: x\n")
	code, out, errs := told(t, "check", bad, good)
	if code != cli.Failed || errs != "" || !strings.HasPrefix(out, bad+":1:1: missing field") || !strings.HasSuffix(out, good+": Small, 1 exercise, 3 min; "+onlyForm+"\n") {
		t.Errorf("exit %d, %q, stderr %q", code, out, errs)
	}
	for _, args := range [][]string{{"check"}, {"routine", "show"}, {"routine", "new"}, {"routine", "new", "a", "b"}, {"routine", "lst"}, {"stretch", good, good}} {
		if code, out, errs := told(t, args...); code != cli.Usage || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%q: exit %d, %q, stderr %q", args, code, out, errs)
		}
	}
	_, _, errs = told(t, good)
	if !strings.Contains(errs, "is a file: uncramp stretch follows it") {
		t.Errorf("a file without a command: %q", errs)
	}
}

// ownHome is a folder of settings, as the environment names it.
func ownHome(t *testing.T) (env map[string]string, routines string) {
	t.Helper()
	dir := t.TempDir()
	return map[string]string{"XDG_CONFIG_HOME": dir}, filepath.Join(dir, "uncramp", "routines")
}

// TestNewRoutine: the file is its owner's alone, is right as it is, and is never written
// over.
func TestNewRoutine(t *testing.T) {
	t.Parallel()
	env, dir := ownHome(t)
	for name, called := range map[string]string{"knee": "Knee", "my-left-knee": "My left knee", "2": "2", "yes": "Yes", "null": "Null", "a-name-that-is-as-long-as-it-may-well-be": "My own routine"} {
		path := filepath.Join(dir, name+".yaml")
		code, out, errs := toldIn(t, env, "routine", "new", name)
		if code != cli.Finished || errs != "" || !strings.HasPrefix(out, path+"\n") || !strings.Contains(out, "\n  uncramp check "+name+"\n  uncramp plan "+name+"\n  uncramp stretch "+name+"\n") {
			t.Fatalf("%s: exit %d, %q, stderr %q", name, code, out, errs)
		}
		code, out, errs = toldIn(t, env, "check", name)
		if code != cli.Finished || !strings.HasPrefix(out, path+": "+called+", 3 exercises, ") {
			t.Errorf("%s: exit %d, %q, stderr %q", name, code, out, errs)
		}
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		code, _, errs = toldIn(t, env, "routine", "new", name)
		after, _ := os.ReadFile(path)
		if code != cli.Failed || errs != "uncramp: "+path+": it is there already, and stays as it is\n" || !bytes.Equal(before, after) {
			t.Errorf("%s a second time: exit %d, stderr %q", name, code, errs)
		}
	}
	for _, name := range []string{"", "Knee", "a b", "../x", "knee.yaml", "calf", "legs", "history", "-x", "\x1b[31m", strings.Repeat("a", 41)} {
		code, out, errs := toldIn(t, env, "routine", "new", "--", name)
		if code != cli.Usage || out != "" || !strings.HasPrefix(errs, "uncramp: routine new: ") || strings.Contains(errs, "\x1b") {
			t.Errorf("%q: exit %d, %q, stderr %q", name, code, out, errs)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 6 {
		t.Errorf("%d files", len(entries))
	}
}

// TestListOfRoutines: the person's own, with what is wrong with those that can't be
// followed, and the library's.
func TestListOfRoutines(t *testing.T) {
	t.Parallel()
	env, dir := ownHome(t)
	for _, args := range [][]string{{"routine"}, {"routine", "list"}} {
		code, out, errs := toldIn(t, env, args...)
		if code != cli.Finished || errs != "" || !strings.Contains(out, "none yet: uncramp routine new NAME begins one") || !strings.Contains(out, "  bedtime ") {
			t.Errorf("%q: exit %d, %q, stderr %q", args, code, out, errs)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "folder.yaml"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"small.yaml": small, "other.yml": small, "broken.yaml": strings.Replace(small, "hold: 20", "hold: 300", 1), "Not a name.yaml": small, "stated.yaml": "id: hers\n" + small,
		"notes.txt": "x", ".hidden.yaml": "x",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, out, errs := toldIn(t, env, "routine")
	want := "YOUR OWN, in " + dir + "\n" +
		"  Not a name.yaml   Small                           3 min\n" +
		"  broken.yaml can't be followed: 6:43: 300; expected 5 to 120\n" +
		"  other             Small                           3 min\n" +
		"  small             Small                           3 min\n" +
		"  stated            Small                           3 min\n" +
		"\nTHE LIBRARY'S\n"
	if !strings.HasPrefix(out, want) || errs != "" {
		t.Errorf("\n got %s\nwant %s\nstderr %q", out, want, errs)
	}
	for _, name := range []string{"small", "SMALL", "other", "stated", "small.yaml", "Not a name.yaml"} {
		_, shown, _ := toldIn(t, env, "routine", "show", name)
		_, planned, _ := toldIn(t, env, "plan", name)
		_, begun, _ := toldIn(t, env, "stretch", name)
		if shown != planned || shown != begun || !strings.Contains(shown, "Toes to shin, left") {
			t.Errorf("%s: show, plan and stretch differ: %.100q %.100q %.100q", name, shown, planned, begun)
		}
	}
	for name, want := range map[string]string{
		"smal":   "; did you mean small?",
		"broken": "broken.yaml:6:43: 300; expected 5 to 120; uncramp check shows the place",
		"x.yaml": "x.yaml: no such file",
		"hidden": "is not one of bedtime, legs, broken, other, small, stated",
		"../x":   "no such file",
	} {
		if code, out, errs := toldIn(t, env, "stretch", name); code == cli.Finished || out != "" || !strings.Contains(errs, want) {
			t.Errorf("stretch %s: exit %d, %q, stderr %q", name, code, out, errs)
		}
	}
}

// TestFilesBesideTheProgramComeFirst: a file that lies here is the one that is named; one of
// the person's own is found by all of its name, too.
func TestFilesBesideTheProgramComeFirst(t *testing.T) {
	env, dir := ownHome(t)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	here := t.TempDir()
	t.Chdir(here)
	for path, name := range map[string]string{filepath.Join(dir, "legs.yaml"): "Kept", filepath.Join(dir, "both.yaml"): "Kept", filepath.Join(here, "both.yaml"): "Here"} {
		if err := os.WriteFile(path, []byte(strings.Replace(small, "name: Small", "name: "+name, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for word, want := range map[string]string{"both.yaml": "both.yaml: Here", "./both.yaml": "./both.yaml: Here", "both": filepath.Join(dir, "both.yaml") + ": Kept"} {
		if code, out, errs := toldIn(t, env, "check", word); code != cli.Finished || !strings.HasPrefix(out, want) {
			t.Errorf("check %s: exit %d, %q, %q", word, code, out, errs)
		}
	}
	if code, out, _ := toldIn(t, env, "check", "./legs.yaml"); code != cli.Failed || !strings.Contains(out, "no such file") {
		t.Errorf("another path is not looked for elsewhere: exit %d, %q", code, out)
	}
	if code, out, errs := toldIn(t, env, "check", "legs.yaml"); code != cli.Finished || !strings.Contains(out, filepath.Join(dir, "legs.yaml")) {
		t.Errorf("legs.yaml: exit %d, %q, %q", code, out, errs)
	}
}

// TestRoutinesAreCompleted: names, and files where there is a folder before them.
func TestRoutinesAreCompleted(t *testing.T) {
	t.Parallel()
	env, dir := ownHome(t)
	toldIn(t, env, "routine", "new", "knee")
	if err := os.WriteFile(filepath.Join(dir, "Not a name.yaml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"stretch|":      "bedtime legs knee :0",
		"plan|":         "calf quad hamstring arch toes bedtime legs knee :0",
		"check|":        "knee :0",
		"check|x.yaml|": "knee :0",
		"routine show|": "bedtime legs knee :0",
		"stretch|./x":   "yaml yml :8",
		"stretch|legs|": ":4",
		"routine new|":  ":4",
	} {
		words := strings.Split(typed, "|")
		args := append([]string{"__complete"}, strings.Fields(words[0])...)
		code, out, _ := toldIn(t, env, append(args, words[1:]...)...)
		if got := strings.Join(strings.Fields(out), " "); code != cli.Finished || got != want {
			t.Errorf("%s: exit %d, %q, want %q", typed, code, got, want)
		}
	}
}

// TestManualIsEverybodys: the manual page is the same on every machine; whose routines
// are there is nothing for a package.
func TestManualIsEverybodys(t *testing.T) {
	t.Parallel()
	env, _ := ownHome(t)
	_, before, _ := toldIn(t, env, "man")
	toldIn(t, env, "routine", "new", "knee")
	if code, after, errs := toldIn(t, env, "man"); code != cli.Finished || before != after || errs != "" {
		t.Errorf("exit %d, stderr %q, it has the knee: %t", code, errs, strings.Contains(after, "knee"))
	}
}

// TestNoHomeForRoutines: it's said, and files are followed all the same.
func TestNoHomeForRoutines(t *testing.T) {
	t.Parallel()
	if os.PathSeparator == '\\' {
		return // there is always a home
	}
	code, out, errs := told(t, "routine")
	if code != cli.Finished || errs != "" || !strings.HasPrefix(out, "There is no home folder, so no routine is found by name; XDG_CONFIG_HOME can name a folder for them.\n") {
		t.Errorf("exit %d, %q, stderr %q", code, out, errs)
	}
	if code, _, errs := told(t, "routine", "new", "knee"); code != cli.Failed || !strings.Contains(errs, "XDG_CONFIG_HOME can name") {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
	if code, _, errs := told(t, "plan", file(t, "small.yaml", small)); code != cli.Finished {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}

// TestFolderThatIsNone: a file in its place is named, and nothing else breaks.
func TestFolderThatIsNone(t *testing.T) {
	t.Parallel()
	env, dir := ownHome(t)
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"routine"}, {"routine", "new", "knee"}, {"check", "knee"}, {"stretch", "knee"}} {
		code, out, errs := toldIn(t, env, args...)
		if code == cli.Finished || strings.Count(out+errs, "\n") != 1 || len(args) < 3 && args[0] == "routine" && !strings.Contains(errs, dir) {
			t.Errorf("%q: exit %d, %q, stderr %q", args, code, out, errs)
		}
	}
	if code, _, errs := toldIn(t, env, "plan", "legs"); code != cli.Finished {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}
