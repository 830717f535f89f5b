//go:build unix

package cli_test

import (
	"bytes"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for what comes at once on an idle machine.
const patience = 10 * time.Second

// shell runs a script in a terminal: the terminal itself is under test here.
func shell(t *testing.T, script string, o opts) *session {
	t.Helper()
	o.bin, o.args = "/bin/sh", []string{"-c", script}
	return start(t, o)
}

// TestTerminalDraws: text, positions, the two screens, the size and its change.
func TestTerminalDraws(t *testing.T) {
	s := shell(t, `printf 'below\033[?1049h\033[2;3Hone\033[3@\033[4b\033[31m漢\033[m'; read -r x
		stty size; read -r x; printf '\033[?1049lafter\n'`, opts{cols: 40, rows: 12})
	s.waitFor(t, "漢", patience)
	if at := s.firstText(); at <= 0 || at > patience {
		t.Errorf("first text after %v", at)
	}
	if _, ok := s.wait(time.Millisecond); ok {
		t.Error("ended before its input")
	}
	if got, want := s.line(1), "  oneeeee漢"; got != want {
		t.Errorf("line 1 is %q, want %q", got, want)
	}
	s.resize(t, 30, 6)
	s.keys("\r")
	s.waitFor(t, "6 30", patience)
	s.keys("\r")
	s.waitGone(t, "6 30", patience)
	s.waitFor(t, "belowafter", patience)
	if code, ok := s.wait(patience); code != 0 || !ok {
		t.Errorf("ended with %d, %t", code, ok)
	}
	s.restored(t)
	if x, y, visible := s.cursor(); x != 0 || y != 1 || !visible {
		t.Errorf("cursor at %d,%d, visible %t", x, y, visible)
	}
}

// TestTerminalNotices everything that a program leaves behind.
func TestTerminalNotices(t *testing.T) {
	for sequence, want := range map[string]string{
		`\033[?1049h`:                    "mode 1049 is true",
		`\033[?25l`:                      "mode 25 is false",
		`\033[?2004h\033[?2004l`:         "",
		`\033[?1002;1006h`:               "mode 1002 is true, mode 1006 is true",
		`\033[>1u`:                       "keyboard stack of screen 0 is +1",
		`\033[>1u\033[<u`:                "",
		`\033[?1049h\033[?1049l`:         "",
		`\033[?1049h\033[31m\033[?1049l`: "",
		`\033[31m`:                       "colours and attributes of new text",
		`\033[31m\033[39m`:               "",
		`\033[>4;2m`:                     "modifyOtherKeys is 2",
		`\033[2;5r`:                      "scroll region is 5",
		`\033[2;5r\033[1;24r`:            "",
		`\033[4h`:                        "ansi mode 4 is 1",
		`\033[4h\033[4l`:                 "",
		`\033[4 q`:                       "cursor shape is 4",
		`\033]11;#123456\033\\`:          "colour 11 is 1",
		`\033]11;#123456\a\033]111\a`:    "",
		`\033]2;name\a`:                  "title is 4",
		`\033]9;4;1;50\a`:                "progress is 1",
		`\033]8;;uri\033\\text`:          "link is 3",
	} {
		s := shell(t, "printf '"+sequence+"'", opts{})
		if _, ok := s.wait(patience); !ok {
			t.Fatalf("%s: still runs", sequence)
		}
		if got := strings.Join(s.scr.leftOn(), ", "); got != want {
			t.Errorf("%s: left on %q, want %q", sequence, got, want)
		}
	}
}

// TestTerminalAnswers: what a program asks is answered, or not by a deaf one.
func TestTerminalAnswers(t *testing.T) {
	ask := `stty raw -echo; printf '\033]11;?\033\\\033[?2026$p\033[c'; head -c 45 | tr -d '\033'; stty sane`
	for want, o := range map[string]opts{
		`]11;rgb:0000/0000/0000\[?2026;2$y[?62;22c`: {},
		`]11;rgb:ffff/ffff/ffff\[?2026;2$y[?62;22c`: {light: true, delay: 20 * time.Millisecond},
		``: {deaf: true},
	} {
		s := shell(t, ask, o)
		if want != "" {
			s.waitFor(t, want, patience)
		} else {
			s.until(t, "queries", patience, func(string) bool { return bytes.Contains(s.raw(), []byte("\x1b[c")) })
		}
		if got := s.asked(); !slices.Equal(got, []string{"OSC 11", "DECRQM 2026", "DA1"}) {
			t.Errorf("asked %q", got)
		}
	}
}

// TestTerminalSignals: exit codes, settings left changed, ctrl+z and resume.
func TestTerminalSignals(t *testing.T) {
	s := shell(t, `stty -echo; echo ready; exec sleep 60`, opts{})
	s.waitFor(t, "ready", patience)
	s.signal(t, syscall.SIGTERM)
	if code, ok := s.wait(patience); code != 128+15 || !ok {
		t.Errorf("ended with %d, %t", code, ok)
	}

	s = shell(t, `echo ready; read -r x; echo "got $x"`, opts{jobs: true})
	s.waitFor(t, "ready", patience)
	s.keys("\x1a")
	s.waitStopped(t)
	s.resume()
	s.keys("more\r")
	s.waitFor(t, "got more", patience)
	if code, ok := s.wait(patience); code != 0 || !ok {
		t.Errorf("ended with %d, %t", code, ok)
	}

	// Its read may fail before the signal comes, so it goes on for a while.
	s = shell(t, `echo ready; read -r x; exec sleep 60`, opts{})
	s.waitFor(t, "ready", patience)
	s.hangup()
	if code, ok := s.wait(patience); code != 128+1 || !ok {
		t.Errorf("ended with %d, %t", code, ok)
	}
}

// TestTerminalWatches: each change of a value, once, in order; inside a
// synchronized update nothing is seen.
func TestTerminalWatches(t *testing.T) {
	s := shell(t, `read -r x; for n in 1 2 3; do printf '\033[?2026h\033[HX'; read -r x
		printf '\033[H%s\033[?2026l' $n; read -r x; done`, opts{})
	w := s.watch(func(screen string) string { return screen[:1] })
	s.keys("\r")
	for _, n := range []string{"1", "2", "3"} {
		s.keys("\r")
		s.until(t, n, patience, func(screen string) bool { return screen[:1] == n })
		s.keys("\r")
	}
	var values []string
	for i, step := range w.all() {
		values = append(values, step.value)
		if i > 0 && step.at.Before(w.all()[i-1].at) {
			t.Errorf("step %d came before the one before it", i)
		}
	}
	if got := strings.Join(values, " "); got != "\n 1 2 3" {
		t.Errorf("saw %q", got)
	}
}
