//go:build unix

package cli_test

import (
	"bytes"
	"strings"
	"testing"
)

// TestHelpInTerminal: no screen is started for it, nor for a wrong word.
func TestHelpInTerminal(t *testing.T) {
	t.Parallel()
	for args, c := range map[string]struct {
		code int
		want string
	}{
		"--help":     {0, "--side"},
		"--version":  {0, "uncramp "},
		"--side lft": {2, "did you mean left?"},
		"--reps 16":  {2, "--reps is 15 or 20"},
	} {
		s := start(t, opts{args: strings.Fields(args), cols: 120, rows: 60})
		s.exits(t, c.code, patience)
		s.restored(t)
		if !strings.Contains(s.screen(), c.want) {
			t.Errorf("%s: no «%s»:\n%s", args, c.want, s.screen())
		}
		for _, mode := range []string{"\x1b[?1049h", "\x1b[?25l", "\x1b[?2004h"} {
			if bytes.Contains(s.raw(), []byte(mode)) {
				t.Errorf("%s: %q was written", args, mode)
			}
		}
		if c.code != 0 && bytes.Contains(s.raw(), []byte("\x1b")) {
			t.Errorf("%s: an escape sequence: %q", args, s.raw())
		}
	}
}

// TestRedirected: input or output that is not a terminal is told apart.
func TestRedirected(t *testing.T) {
	t.Parallel()
	for redirect, want := range map[string]string{
		"</dev/null":            "uncramp: the input is not a terminal; with --plain each line of it is a key",
		"<&-":                   "uncramp: the input is not a terminal; with --plain each line of it is a key",
		"2>/dev/null":           "",
		"</dev/null >/dev/null": "code 0",
	} {
		s := shell(t, `"`+binary(t)+`" --side rigth `+redirect+`; "`+binary(t)+`" `+redirect+`; echo "code $?"`, opts{cols: 120})
		if want == "" {
			s.waitFor(t, "BREATHE", patience)
			s.keys("\x03")
		}
		s.waitFor(t, "code ", patience)
		screen := s.screen()
		if !strings.Contains(screen, want) || strings.HasPrefix(want, "uncramp: ") && !strings.Contains(screen, "code 1\n") {
			t.Errorf("%s:\n%s", redirect, screen)
		}
		s.restored(t)
	}
}
