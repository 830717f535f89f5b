//go:build unix

package cli_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"uncramp/ui/cli"
)

// ways has the real program end with each of its codes.
var ways = map[int]func(t *testing.T) *session{
	cli.Finished: func(t *testing.T) *session { t.Helper(); return start(t, opts{args: strings.Fields("plan calf")}) },
	cli.Failed:   func(t *testing.T) *session { t.Helper(); return start(t, opts{args: []string{"resume"}}) },
	cli.Usage:    func(t *testing.T) *session { t.Helper(); return start(t, opts{args: []string{"--sid"}}) },
	cli.LeftEarly: func(t *testing.T) *session {
		t.Helper()
		s := gripped(t, opts{args: speeds(20)})
		s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 20*time.Second })
		s.keys("q")
		s.waitFor(t, "LEAVE NOW?", patience)
		s.keys("\r")
		return s
	},
	cli.Hangup: func(t *testing.T) *session {
		t.Helper()
		s := gripped(t, opts{})
		s.hangup()
		return s
	},
	cli.Interrupted: func(t *testing.T) *session {
		t.Helper()
		s := gripped(t, opts{})
		s.keys("\x03")
		return s
	},
	cli.Terminated: func(t *testing.T) *session {
		t.Helper()
		s := gripped(t, opts{})
		s.signal(t, syscall.SIGTERM)
		return s
	},
}

// TestExitCodes: the real program ends with every code that is told, and each in the
// way that is told of it.
func TestExitCodes(t *testing.T) {
	t.Parallel()
	for _, x := range cli.ExitCodes() {
		t.Run(x.Name, func(t *testing.T) {
			t.Parallel()
			way, known := ways[x.Code]
			if !known {
				t.Fatalf("nothing ends with %d", x.Code)
			}
			way(t).exits(t, x.Code, patience)
		})
	}
	if n := len(cli.ExitCodes()); n != len(ways) {
		t.Errorf("%d codes are told, there are %d", n, len(ways))
	}
}

// TestVersionLine: one line, with the system that it was built for.
func TestVersionLine(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"--version"}})
	s.exits(t, cli.Finished, patience)
	if line := strings.TrimSpace(s.screen()); !aVersion.MatchString(line) {
		t.Errorf("%q", line)
	}
}
