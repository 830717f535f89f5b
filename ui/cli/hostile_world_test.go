//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// without are the options of a session whose environment lacks variables.
func without(t *testing.T, gone ...string) opts {
	t.Helper()
	env, err := exec.LookPath("env")
	if err != nil {
		t.Fatal(err)
	}
	var args []string
	for _, name := range gone {
		args = append(args, "-u", name)
	}
	return opts{bin: env, args: append(args, binary(t))}
}

// helps holds that a session runs that helps: the first frame, a key, the way to the
// warning signs, and an end with one line in a terminal that is as it was.
func (s *session) helps(t *testing.T) {
	t.Helper()
	s.waitFor(t, "q leave", patience)
	s.until(t, "help", patience, func(screen string) bool {
		text := flat(screen)
		return strings.Contains(text, "BREATHE 0:0") && strings.Contains(text, "[e]") && strings.Contains(text, "! signs")
	})
	s.waitSeen(t)
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.keys("!")
	s.waitFor(t, "WARNING SIGNS", patience)
	s.keys("\x03")
	s.ends(t, 130)
	if raw := s.raw(); bytes.Contains(raw, []byte("goroutine ")) || bytes.Contains(raw, []byte("panic")) {
		t.Errorf("a stack trace: %q", raw)
	}
}

// waitSeen waits until somebody may have seen the first frame.
func (s *session) waitSeen(t *testing.T) {
	t.Helper()
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
}

// TestTerminalNames: whatever a terminal is called, there is help on it.
func TestTerminalNames(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		o    opts
		deny string // what must not be written to it
	}{
		"dumb":     {opts{env: []string{"TERM=dumb"}}, "\x1b]2;"},
		"empty":    {opts{env: []string{"TERM="}}, ""},
		"none":     {without(t, "TERM", "COLORTERM"), ""},
		"linux":    {opts{env: []string{"TERM=linux", "COLORTERM="}}, "\x1b]2;"},
		"nonsense": {opts{env: []string{"TERM=\x1b[31mno such terminal/../"}}, ""},
		"vt100":    {opts{env: []string{"TERM=vt100", "COLORTERM="}}, ""},
		"screen":   {opts{env: []string{"TERM=screen", "STY=1.tty"}}, "\x1b]9;"},
		"C":        {opts{env: []string{"LANG=C", "LC_ALL=C"}}, ""},
		"POSIX":    {without(t, "LANG", "COLORTERM"), ""},
		"nothing":  {opts{bin: "/usr/bin/env", args: []string{"-i", binary(t)}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, x.o)
			if nameless := []string{"dumb", "empty", "none", "nothing"}; slices.Contains(nameless, name) {
				s.helpsPlainly(t) // it can show no screen
			} else {
				s.helps(t)
			}
			if x.deny != "" && bytes.Contains(s.raw(), []byte(x.deny)) {
				t.Errorf("%q was written", x.deny)
			}
		})
	}
}

// homes are homes that are none, or that nothing can be kept in, as the environment
// variables that name them.
func homes(t *testing.T) map[string][]string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("sound: mute\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	closed, loop := filepath.Join(dir, "closed"), filepath.Join(dir, "loop")
	if err := os.Mkdir(closed, 0o500); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	return map[string][]string{
		"none":      nil,
		"empty":     {"HOME="},
		"relative":  {"HOME=some/where"},
		"file":      {"HOME=" + file},
		"in a file": {"HOME=" + filepath.Join(file, "x")},
		"read-only": {"HOME=" + closed},
		"proc":      {"HOME=/proc"},
		"loop":      {"HOME=" + loop},
		"gone":      {"HOME=" + filepath.Join(dir, "no", "such", "folder")},
		"control":   {"HOME=" + file + "/\x1b[2J\x1b]0;title\a\nx"},
	}
}

// kept are the variables that say where something is kept.
var kept = []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}

// TestHomes: wherever somebody lives, and where nothing can be kept, there is help; and
// what can't be kept is no reason to end otherwise.
func TestHomes(t *testing.T) {
	t.Parallel()
	for name, env := range homes(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := without(t, kept...)
			o.args = slices.Insert(o.args, len(o.args)-1, env...)
			s := start(t, o)
			s.waitFor(t, "q leave", patience)
			s.waitSeen(t)
			s.keys("m") // has something to keep
			s.keys("f")
			s.until(t, "the large screen", patience, func(screen string) bool { return !strings.Contains(screen, "q leave") })
			s.keys("e")
			s.waitFor(t, "IS THIS RIGHT?", patience)
			s.keys("\x03")
			s.ends(t, 130)
			if raw := s.raw(); bytes.Contains(raw, []byte("goroutine ")) || bytes.Contains(raw, []byte("\x1b[2J\x1b]0;title")) {
				t.Errorf("a stack trace, or a folder's name that the terminal obeys: %q", raw)
			}
		})
	}
}

// TestHomesWithoutTerminal: what needs a home and no terminal answers, or says in one
// line, with a code of its own, what is wrong with it.
func TestHomesWithoutTerminal(t *testing.T) {
	t.Parallel()
	for name, env := range homes(t) {
		for _, args := range []string{"plan", "settings", "settings sound", "settings sound mute", "--version"} {
			o := without(t, kept...)
			cmd := exec.Command(o.bin, slices.Concat(o.args[:len(o.args)-1], env, o.args[len(o.args)-1:], strings.Fields(args))...)
			cmd.Dir, cmd.Env = t.TempDir(), environment(t.TempDir(), nil)
			var told bytes.Buffer
			cmd.Stderr = &told
			out, _ := cmd.Output()
			code, line := cmd.ProcessState.ExitCode(), told.String()
			switch {
			case code == 0 && line == "" && len(out) > 0:
			case code == 0 && args == "settings sound mute" && line == "":
			case code == 1 && oneLine.MatchString(line):
			default:
				t.Errorf("%s, home %s: code %d, told %q, wrote %q", args, name, code, line, out)
			}
		}
	}
}

// oneLine is what an error is told in.
var oneLine = regexp.MustCompile(`^uncramp: [^[:cntrl:]]+\n$`)

// TestRedirectedFurther: input and output that are files, closed, or no place at all
// lead to the plan or to one line, never to a screen, a wait or a stack trace.
func TestRedirectedFurther(t *testing.T) {
	t.Parallel()
	const (
		noInput = "uncramp: the input is not a terminal; with --plain each line of it is a key code 1"
		inLines = "Get somewhere safe: off the road and stairs." // told, until it is left
		noRoom  = "uncramp: output: write /dev/stdout: no space left on device code 1"
		thePlan = "calf, side left, seated"
	)
	for redirect, want := range map[string]string{
		"<keys":             noInput,
		"</":                noInput,
		"<>/dev/full":       noInput,
		">out":              "code 130 " + inLines,
		">&-":               "code 130",
		">/dev/full":        noRoom,
		"<keys >out":        "code 0 " + thePlan,
		"<&- >out":          "code 0 " + thePlan,
		"</ >out":           "code 0 " + thePlan,
		"<&- >out 2>&-":     "code 0 " + thePlan,
		"<keys >/dev/full":  "uncramp: write /dev/stdout: no space left on device code 1",
		"<keys >out 2>&1":   "code 0 " + thePlan,
		"<&- 2>&-":          "code 1",
		">&- 2>&-":          "code 130",
		"<&- >&- 2>&-":      "code 0",
		"<keys | head -n 1": thePlan,
		"| head -n 1":       inLines,
	} {
		t.Run(redirect, func(t *testing.T) {
			t.Parallel()
			o := opts{cols: 120, dir: t.TempDir()}
			if err := os.WriteFile(filepath.Join(o.dir, "keys"), []byte("e\r\rq\r"), 0o600); err != nil {
				t.Fatal(err)
			}
			s := shell(t, `: >out; "`+binary(t)+`" `+redirect+`; echo "code $?"; head -n 1 out; echo at an end`, o)
			if strings.Contains(want, "code 130") {
				s.waitRaw(t)
				s.keys("\x03")
			}
			// A reader that is gone is noticed with the next line: at once, or after eight seconds.
			s.waitFor(t, "at an end", 2*patience)
			if got := flat(s.screen()); !strings.Contains(got, want) || strings.Contains(got, "goroutine") {
				t.Errorf("%s:\n%s", redirect, s.screen())
			}
			if bytes.Contains(s.raw(), []byte("\x1b[?1049h")) {
				t.Error("a screen was started")
			}
			s.restored(t)
		})
	}
}

// TestErrorsUnheard: where nobody hears what is wrong, a session runs all the same.
func TestErrorsUnheard(t *testing.T) {
	t.Parallel()
	for _, redirect := range []string{"2>&-", "2>/dev/full"} {
		s := shell(t, `exec "`+binary(t)+`" `+redirect, opts{})
		s.helps(t)
	}
}
