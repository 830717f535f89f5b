//go:build unix

package cli_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/ui/cli"
)

// home is a person's own, with the real program in it.
type home struct{ bin, dir, file string }

// newHome is a home without settings.
func newHome(t *testing.T) home {
	t.Helper()
	dir := t.TempDir()
	return home{binary(t), dir, filepath.Join(dir, "config", "uncramp", "settings.yaml")}
}

// settings runs uncramp settings.
func (h home) settings(t *testing.T, env []string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(h.bin, append([]string{"settings"}, args...)...)
	cmd.Env, cmd.Dir = append(environment(h.dir, nil), env...), t.TempDir()
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ended := errors.AsType[*exec.ExitError](err); err != nil && !ended {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

// write puts a file of settings in its place.
func (h home) write(t *testing.T, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(h.file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(h.file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// builtIn is what is shown where nothing was said.
const builtIn = `sound       voice  built in  by day: voice, tones, mute
night       mute   built in  from 22 to 7 o'clock: voice, tones, mute
volume      60     built in  how loud: 0 to 100
speak-with  -      built in  another voice: a command that says what it reads
manual      false  built in  enter before each exercise: true or false
across      false  built in  large, to read across the room: true or false
contrast    false  built in  strong colours, nothing faint: true or false
private     false  built in  keep nothing of sessions: true or false
`

// TestSettingsCommand: they are shown, changed, and taken back.
func TestSettingsCommand(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	kept := func(args []string, want, file string) {
		t.Helper()
		code, out, errs := h.settings(t, nil, args...)
		if want = h.file + "\n\n" + want; code != cli.Finished || out != want || errs != "" {
			t.Errorf("%q: exit %d, stderr %q, stdout\n%s, want\n%s", args, code, errs, out, want)
		}
		got, err := os.ReadFile(h.file)
		if string(got) != file || err != nil && file != "" {
			t.Errorf("%q: the file holds %q, %v, want %q", args, got, err, file)
		}
	}
	kept(nil, builtIn, "")
	kept([]string{"Manual", "TRUE"}, "manual      true   file      enter before each exercise: true or false\n", "manual: true\n")
	kept([]string{"night", "tones"}, "night       tones  file      from 22 to 7 o'clock: voice, tones, mute\n", "manual: true\nnight: tones\n")
	kept([]string{"night"}, "night       tones  file      from 22 to 7 o'clock: voice, tones, mute\n", "manual: true\nnight: tones\n")
	kept([]string{"manual", "default"}, "manual      false  built in  enter before each exercise: true or false\n", "night: tones\n")
	kept([]string{"speak-with", "say -v Default"},
		"speak-with  say -v Default\n                   file      another voice: a command that says what it reads\n",
		"night: tones\nspeak-with: 'say -v Default'\n")
	kept([]string{"speak-with", "Default"}, "speak-with  -      built in  another voice: a command that says what it reads\n", "night: tones\n")
	for line := range strings.Lines(builtIn) {
		if len(line) > 80 {
			t.Errorf("a line of %d cells: %s", len(line), line)
		}
	}
}

// TestSettingsCommandBroken: one line each, and the file stays as it is, byte for byte.
func TestSettingsCommandBroken(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	told := func(args []string, want string) {
		t.Helper()
		code, out, errs := h.settings(t, nil, args...)
		if want = "uncramp: " + h.file + want + "\n"; code != cli.Failed || out != "" || errs != want {
			t.Errorf("%q: exit %d, stdout %q,\nstderr %q,\nwant   %q", args, code, out, errs, want)
		}
	}
	const broken = "# mine\r\nsound: tone  \n\n"
	h.write(t, broken)
	for _, args := range [][]string{nil, {"night"}, {"night", "mute"}, {"sound", "tones"}, {"sound", "default"}} {
		told(args, `:2:8: sound: "tone"; expected one of voice, tones, mute (did you mean tones?)`)
		if got, err := os.ReadFile(h.file); err != nil || string(got) != broken {
			t.Fatalf("%q: the file holds %q, %v", args, got, err)
		}
	}
	// A wrong word is told first: the file has no part in it.
	if code, _, errs := h.settings(t, nil, "night", "on"); code != cli.Usage || !strings.HasPrefix(errs, `uncramp: night: "on"`) {
		t.Errorf("a wrong word: exit %d, %q", code, errs)
	}
	h = newHome(t)
	if err := os.WriteFile(filepath.Join(h.dir, "config"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	told([]string{"manual", "true"}, ": not a directory")
}

// TestSettingsCommandNoHome: there is nothing to read, and nowhere to write.
func TestSettingsCommandNoHome(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	env := []string{"HOME=", "XDG_CONFIG_HOME="}
	code, out, errs := h.settings(t, env)
	if want := "There is no home folder, so nothing is kept.\n\n" + builtIn; code != cli.Finished || out != want || errs != "" {
		t.Errorf("exit %d, stderr %q, stdout\n%s", code, errs, out)
	}
	code, out, errs = h.settings(t, env, "manual", "true")
	want := "uncramp: settings: there is no home folder; XDG_CONFIG_HOME can name a folder for them\n"
	if code != cli.Failed || out != "" || errs != want {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, errs)
	}
}
