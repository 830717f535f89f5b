package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHistoryEmpty: a friendly line, and no folder is made for looking.
func TestHistoryEmpty(t *testing.T) {
	t.Parallel()
	h := newHistorian(t)
	for args, want := range map[string]string{
		"":                   "Nothing is in the history yet.\n",
		"--json":             "[]\n",
		"--csv":              "id,at,muscle,",
		"forget --all --yes": "There is no history, so nothing was removed.\n",
	} {
		code, out, errs := h.run(t, strings.Fields(args)...)
		if finished(t, code, errs); !strings.HasPrefix(out, want) {
			t.Errorf("%q: %q, want %q", args, out, want)
		}
	}
	if _, err := os.Stat(h.dir); !os.IsNotExist(err) {
		t.Errorf("the state folder: %v", err)
	}
	h.env = map[string]string{}
	for args, want := range map[string]string{"": noState, "--json": "[]\n", "forget --all --yes": noState} {
		code, out, errs := h.run(t, strings.Fields(args)...)
		if finished(t, code, errs); out != want {
			t.Errorf("no home, %q: %q, want %q", args, out, want)
		}
	}
}

// TestHistoryUnreadable: one line that names the folder and the file.
func TestHistoryUnreadable(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 1))
	if err := os.Remove(h.file()); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(h.file(), 0o700); err != nil {
		t.Fatal(err)
	}
	code, out, errs := h.run(t)
	if code != Failed || out != "" || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "uncramp: "+h.dir+": history.jsonl: ") {
		t.Errorf("a folder: exit %d, stdout %q, stderr %q", code, out, errs)
	}
	const word = "\n\x1b[31m"
	h.env["XDG_STATE_HOME"] = filepath.Join(t.TempDir(), word)
	if err := os.Mkdir(h.env["XDG_STATE_HOME"], 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(h.env["XDG_STATE_HOME"], "uncramp"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs = h.run(t)
	if code != Failed || out != "" || strings.Count(errs, "\n") != 1 || strings.Contains(errs, "\x1b") {
		t.Errorf("a file for a folder: exit %d, stdout %q, stderr %q", code, out, errs)
	}
}

// TestStateDir: XDG_STATE_HOME where it's a whole path, else under the home, else none.
func TestStateDir(t *testing.T) {
	t.Parallel()
	abs := t.TempDir()
	env := func(pairs ...string) func(string) string {
		m := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = pairs[i+1]
		}
		return func(name string) string { return m[name] }
	}
	if got, want := stateDir(env("XDG_STATE_HOME", abs)), filepath.Join(abs, "uncramp"); got != want {
		t.Errorf("absolute: %q, want %q", got, want)
	}
	usual := stateDir(env("HOME", abs))
	if usual == "" || filepath.Base(usual) != "uncramp" || !filepath.IsAbs(usual) {
		t.Errorf("the usual place: %q", usual)
	}
	if got := stateDir(env("XDG_STATE_HOME", "state", "HOME", abs)); got != usual {
		t.Errorf("relative: %q, want %q", got, usual)
	}
}

// TestOnlyASCII: what the terminal and the language show, and what the person wants.
func TestOnlyASCII(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		env  string
		want bool
	}{
		{"", false},
		{"LANG=C", true},
		{"LANG=POSIX", true},
		{"LANG=C.UTF-8", false},
		{"LANG=de_DE.utf8", false},
		{"LANG=de_DE.ISO-8859-1", true},
		{"LANG=C.UTF-8 LC_ALL=C", true},
		{"LANG=C LC_CTYPE=en_GB.UTF-8", false},
		{"LANG=C.UTF-8 TERM=linux", true},
		{"LANG=C.UTF-8 TERM=linux UNCRAMP_FIGURES=braille", false},
		{"LANG=C UNCRAMP_FIGURES=braille", false},
		{"LANG=C.UTF-8 UNCRAMP_FIGURES=ascii", true},
	} {
		env := map[string]string{}
		for pair := range strings.FieldsSeq(x.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := onlyASCII(World{Getenv: func(name string) string { return env[name] }}); got != x.want {
			t.Errorf("%s: %t", x.env, got)
		}
	}
}
