package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncramp/ui/cli"
)

// told runs the command line with its output in files: no terminal anywhere.
func told(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	return toldIn(t, nil, args...)
}

// toldIn runs it with some variables in its environment, and no others.
func toldIn(t *testing.T, env map[string]string, args ...string) (code int, out, errs string) {
	t.Helper()
	dir := t.TempDir()
	in, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	w := cli.World{In: in, Getenv: func(name string) string { return env[name] }}
	for name, f := range map[string]**os.File{"out": &w.Out, "err": &w.Err} {
		if *f, err = os.Create(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	code = cli.Run(args, w)
	for _, f := range []*os.File{in, w.Out, w.Err} {
		_ = f.Close()
	}
	return code, written(t, w.Out), written(t, w.Err)
}

// written is what was written to a file.
func written(t *testing.T, f *os.File) string {
	t.Helper()
	b, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The words that are right, as they are told with a wrong one.
const (
	sides     = " is not one of left, right, both"
	positions = " is not one of seated, lying, standing"
	contexts  = " is not one of exercise, long, desk, sleep"
	things    = " is not one of wall, chair, towel, roller, ball, heat, cold"
	keys      = "sound, night, volume, speak-with, manual, across, contrast, private"
	cares     = " is not one of pregnant, unsteady, hip, numb, thinner, circulation, fluid-limit"
)

// wrong are command lines that are not right, and what is said of them.
var wrong = []struct {
	args []string
	want string
}{
	{[]string{"caft"}, `muscle: "caft" is not one of calf, quad, hamstring, arch, toes; did you mean calf?`},
	{[]string{"elbow"}, `muscle: "elbow" is not one of calf, quad, hamstring, arch, toes`},
	{[]string{"calf", "thigh"}, `one muscle at a time, not "calf thigh"`},
	{[]string{"calf", "calf"}, `one muscle at a time, not "calf calf"`},
	{[]string{""}, `muscle: "" is not one of calf, quad, hamstring, arch, toes`},
	{[]string{"stretch", "leg"}, `routine: "leg" is not one of bedtime, legs; did you mean legs?`},
	{[]string{"stretch", "calf"}, `calf is a muscle: uncramp calf`},
	{[]string{"bedtime"}, `bedtime is a routine: uncramp stretch bedtime`},
	{[]string{"stretch", "legs", "bedtime"}, `one routine at a time, not "legs bedtime"`},
	{[]string{"stretch", "--sid"}, `there is no flag "--sid"; did you mean --side?`},
	{[]string{"plan", "bedtme"}, `"bedtme" is no muscle and no routine; there are calf, quad, hamstring, arch, toes, bedtime, legs; did you mean bedtime?`},
	{[]string{"plan", "calf", "legs"}, `one muscle at a time, not "calf legs"`},
	{[]string{"plan", "--speed", "2"}, `there is no flag "--speed"; --help lists them`},
	{[]string{"--json"}, `there is no flag "--json"; --help lists them`},
	{[]string{"--minutes", "0"}, `--minutes is 1 to 240, not 0`},
	{[]string{"--minutes", "-3"}, `--minutes is 1 to 240, not -3`},
	{[]string{"--minutes", "241"}, `--minutes is 1 to 240, not 241`},
	{[]string{"--minutes", "ten"}, `--minutes: "ten" is not a whole number`},
	{[]string{"--side", "lft"}, `--side: "lft"` + sides + `; did you mean left?`},
	{[]string{"--side=Rigth"}, `--side: "Rigth"` + sides + `; did you mean right?`},
	{[]string{"--side", "left,right"}, `--side: "left,right"` + sides},
	{[]string{"--side", "\x1b[31mleft"}, `--side: "\x1b[31mleft"` + sides},
	{[]string{"--position", "siting"}, `--position: "siting"` + positions},
	{[]string{"--position", "stand"}, `--position: "stand"` + positions},
	{[]string{"--context", "slep"}, `--context: "slep"` + contexts + `; did you mean sleep?`},
	{[]string{"--have", "wall,wall,tabel"}, `--have: "tabel"` + things + `; did you mean towel?`},
	{[]string{"--have", "wall", "--have", "rolle"}, `--have: "rolle"` + things + `; did you mean roller?`},
	{[]string{"--have", `"wall`}, `--have: "\"wall" is not words with commas between them`},
	{[]string{"--care", "pregnat"}, `--care: "pregnat"` + cares + `; did you mean pregnant?`},
	{[]string{"--reps", "16"}, `--reps is 15 or 20, not 16`},
	{[]string{"--reps", "-15"}, `--reps is 15 or 20, not -15`},
	{[]string{"--reps", "many"}, `--reps: "many" is not a whole number`},
	{[]string{"--speed", "0"}, `--speed is 1 to 1000, not 0`},
	{[]string{"--speed", "NaN"}, `--speed is 1 to 1000, not NaN`},
	{[]string{"--speed", "inf"}, `--speed is 1 to 1000, not +Inf`},
	{[]string{"--speed", "-1"}, `--speed is 1 to 1000, not -1`},
	{[]string{"--speed", "1e9"}, `--speed is 1 to 1000, not 1e+09`},
	{[]string{"--speed", "fast"}, `--speed: "fast" is not a number`},
	{[]string{"--sid", "left"}, `there is no flag "--sid"; did you mean --side?`},
	{[]string{"--hav=wall"}, `there is no flag "--hav"; did you mean --have?`},
	{[]string{"--zzz"}, `there is no flag "--zzz"; --help lists them`},
	{[]string{"-x"}, `there is no flag "-x"; --help lists them`},
	{[]string{"--\x1b[31m"}, `there is no flag "--\x1b[31m"; --help lists them`},
	{[]string{"-\x1b[31m"}, `there is no flag "-\x1b"; --help lists them`},
	{[]string{"---\x1b[31m"}, `"---\x1b[31m" is not a flag; --help lists them`},
	{[]string{"--voice", "of"}, `--voice: "of" is not one of auto, on, off; did you mean on?`},
	{[]string{"stretch", "--voice=loud"}, `--voice: "loud" is not one of auto, on, off`},
	{[]string{"--volume", "101"}, `--volume is 0 to 100, not 101`},
	{[]string{"--volume=-1"}, `--volume is 0 to 100, not -1`},
	{[]string{"--volume", "loud"}, `--volume: "loud" is not a whole number`},
	{[]string{"--mute=perhaps"}, `--mute: "perhaps" is not true or false`},
	{[]string{"--manual=2"}, `--manual: "2" is not true or false`},
	{[]string{"--speak-with", ""}, `--speak-with: "" is not a command`},
	{[]string{"--speak-with", "say\x1b[31m"}, `--speak-with: "say\x1b[31m" is not a command`},
	{[]string{"--mute", "--voice", "on"}, `--mute and --voice on contradict each other: one of them`},
	{[]string{"stretch", "--voice=On", "--volume", "0"}, `--volume 0 and --voice on contradict each other: one of them`},
	{[]string{"--mut"}, `there is no flag "--mut"; did you mean --mute?`},
	{[]string{"plan", "--mute"}, `there is no flag "--mute"; --help lists them`},
	{[]string{"settings", "nigth"}, `settings: "nigth" is not one of ` + keys + `; did you mean night?`},
	{[]string{"settings", ""}, `settings: "" is not one of ` + keys},
	{[]string{"settings", "sound", "loud"}, `sound: "loud" is not one of voice, tones, mute, nor default`},
	{[]string{"settings", "night", "Tone"}, `night: "Tone" is not one of voice, tones, mute, nor default; did you mean tones?`},
	{[]string{"settings", "night", ""}, `night: "" is not one of voice, tones, mute, nor default`},
	{[]string{"settings", "volume", "120"}, `volume: "120" is not a whole number from 0 to 100, nor default`},
	{[]string{"settings", "manual", "yes"}, `manual: "yes" is not true or false, nor default`},
	{[]string{"settings", "across", "defalt"}, `across: "defalt" is not true or false, nor default; did you mean default?`},
	{[]string{"settings", "speak-with", "\x1b"}, `speak-with: "\x1b" is not a command like "espeak-ng -v en", nor default`},
	{[]string{"settings", "speak-with", "say", "it"}, `speak-with takes one value, in quotes where it has spaces, not "say it"`},
	{[]string{"settings", "--mute"}, `there is no flag "--mute"; --help lists them`},
	{[]string{"--side"}, `flag needs an argument: --side`},
	{[]string{"completion"}, `completion: which shell? One of bash, zsh, fish, powershell`},
	{[]string{"completion", "fsh"}, `completion: "fsh" is not one of bash, zsh, fish, powershell; did you mean zsh?`},
	{[]string{"completion", ""}, `completion: "" is not one of bash, zsh, fish, powershell`},
	{[]string{"completion", "bash", "zsh"}, `completion: one shell at a time, not "bash zsh"`},
	{[]string{"help", "plam"}, `help: there is none on "plam"; did you mean plan?`},
	{[]string{"help", "exit-code"}, `help: there is none on "exit-code"; did you mean exit-codes?`},
	{[]string{"help", "history", "forgt"}, `help: there is none on "history forgt"; did you mean history forget?`},
	{[]string{"help", "history", "zzz"}, `help: there is none on "history zzz"`},
	{[]string{"help", "\x1b[31m"}, `help: there is none on "\x1b[31m"`},
	{[]string{"man", "calf"}, `man: there is one page, and no word for it, not "calf"`},
	{[]string{"plan", "--schema", "calf"}, `plan: --schema is about every plan; it takes no word`},
	{[]string{"calf", "--help", "--sid"}, `there is no flag "--sid"; did you mean --side?`},
}

// TestWrongWords: one clear line each, and nothing else.
func TestWrongWords(t *testing.T) {
	t.Parallel()
	for _, c := range wrong {
		code, out, errs := told(t, c.args...)
		if want := "uncramp: " + c.want + "\n"; code != cli.Usage || out != "" || errs != want {
			t.Errorf("%q: exit %d, stdout %q,\nstderr %q,\nwant   %q", c.args, code, out, errs, want)
		}
	}
}

// right are command lines whose words are right.
var right = [][]string{
	{},
	{"calf"},
	{"CALF", "--side", "RIGHT", "--position=Lying"},
	{"--have", "wall,wall,towel", "--have", "chair"},
	{"--have", "Wall, Towel ,roller"},
	{"--have="},
	{"--care", "fluid-limit,hip", "--context", "Sleep"},
	{"--reps", "20", "--speed", "1000"},
	{"--reps", "15", "--speed", "1.5"},
	{"--side", "both", "--", "calf"},
	{"hamstring", "--minutes", "5"},
	{"Toes", "--have", "ball"},
	{"--voice", "Off", "--mute", "--volume", "0", "--manual"},
	{"--voice", "on", "--volume", "100", "--mute=false", "--manual=false", "--speak-with", "espeak-ng -v en"},
	{"stretch"},
	{"stretch", "BEDTIME", "--minutes", "2"},
	{"plan", "Arch"},
	{"plan", "legs", "--side", "left"},
}

// TestNoTerminal: where neither input nor output is one, the plan is printed.
func TestNoTerminal(t *testing.T) {
	t.Parallel()
	for _, args := range right {
		code, out, errs := told(t, args...)
		whole := strings.Contains(out, "\nTotal ") && strings.Contains(out, "\nSOURCES\n") && strings.Contains(out, "No clinician has reviewed it")
		if code != cli.Finished || !whole || errs != "" {
			t.Errorf("%q: exit %d, stdout %.80q of %d bytes, stderr %q", args, code, out, len(out), errs)
		}
	}
}

// TestHelpAndVersion: they print, and that is all.
func TestHelpAndVersion(t *testing.T) {
	t.Parallel()
	flags := []string{"--side", "--position", "--context", "--have", "--care", "--reps", "--speed", "--voice", "--speak-with", "--mute", "--volume", "--manual", "--version"}
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{"--help"}, flags},
		{[]string{"-h"}, flags},
		{[]string{"help"}, flags},
		{[]string{"calf", "--side", "left", "--help"}, flags},
		{[]string{"--version"}, []string{"uncramp "}},
		{[]string{"-v"}, []string{"uncramp "}},
		{[]string{"help", "stretch"}, []string{"--mute", "uncramp stretch bedtime"}},
		{[]string{"help", "history", "forget"}, []string{"--before", "uncramp history forget --all"}},
	} {
		code, out, errs := told(t, c.args...)
		if code != cli.Finished || errs != "" {
			t.Errorf("%q: exit %d, stderr %q", c.args, code, errs)
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%q: no %q in\n%s", c.args, want, out)
			}
		}
		if strings.Contains(out, "\x1b") {
			t.Errorf("%q: an escape sequence in a file: %q", c.args, out)
		}
	}
}

// TestCompletion: the shell is told the words of each flag, and no files.
func TestCompletion(t *testing.T) {
	t.Parallel()
	for flag, words := range map[string]string{
		"--side": "left right both", "--position": "seated lying standing", "--context": "exercise long desk sleep",
		"--have":  "wall chair towel roller ball heat cold",
		"--care":  "pregnant unsteady hip numb thinner circulation fluid-limit",
		"--voice": "auto on off", "--volume": "20 40 60 80 100",
		"": "calf quad hamstring arch toes",
	} {
		args := []string{"__complete", flag, ""}
		if flag == "" {
			args = []string{"__complete", ""}
		}
		code, out, _ := told(t, args...)
		var got []string
		for line := range strings.Lines(out) {
			word, about, described := strings.Cut(strings.TrimSpace(line), "\t")
			if !described || about == "" { // a command is described, a word is not
				got = append(got, word)
			}
		}
		if want := append(strings.Fields(words), ":4"); code != cli.Finished || !slices.Equal(got, want) {
			t.Errorf("%s: exit %d, %q, want %q", flag, code, got, want)
		}
	}
	for args, want := range map[string]string{
		"stretch": "bedtime legs :0", "plan": "calf quad hamstring arch toes bedtime legs :0",
		"settings night": "voice tones mute default :4", "settings volume": "20 40 60 80 100 default :4",
		"settings across": "true false default :4", "settings speak-with": "default :0", "settings nothing": ":4",
	} {
		code, out, _ := told(t, append(append([]string{"__complete"}, strings.Fields(args)...), "")...)
		if got := strings.Fields(out); code != cli.Finished || strings.Join(got[:min(len(got), len(strings.Fields(want)))], " ") != want {
			t.Errorf("%s: exit %d, %q, want %q", args, code, got, want)
		}
	}
	for typed, want := range map[string]string{
		"wall,":        "wall,chair wall,towel wall,roller wall,ball wall,heat wall,cold",
		"Wall,towel,c": "Wall,towel,chair Wall,towel,cold", "wall,chair,towel,roller,ball,heat,cold,": "",
	} {
		var near []string
		for _, w := range offered(t, "calf", "--have", typed) {
			if strings.HasPrefix(w, typed) { // the shell leaves the others out
				near = append(near, w)
			}
		}
		if got := strings.Join(near, " "); got != want {
			t.Errorf("--have %s: %q, want %q", typed, got, want)
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if code, out, errs := told(t, "completion", shell); code != cli.Finished || !strings.Contains(out, "uncramp") || errs != "" {
			t.Errorf("%s: exit %d, %d bytes, stderr %q", shell, code, len(out), errs)
		}
	}
}
