//go:build unix

package cli_test

import (
	"strings"
	"syscall"
	"testing"
)

// closes waits for the program's end, and holds it to its code and to a terminal that is
// as it was.
func (s *session) closes(t *testing.T, code int) {
	t.Helper()
	got, ok := s.wait(patience)
	if !ok || got != code {
		t.Errorf("exit %d (%v), want %d; the screen is\n%s", got, ok, code, s.screen())
		return
	}
	s.restored(t)
}

// TestLearnOnATerminal goes from the list to a topic, to its end and back.
func TestLearnOnATerminal(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"learn"}, cols: 40, rows: 15})
	s.waitFor(t, "[9]   Where this comes from", patience)
	s.keys("4")
	s.waitFor(t, "HEAT OR COLD", patience)
	s.waitFor(t, "[1]", patience)
	s.keys("\x1b[6~\x1b[6~") // page down, twice
	s.waitFor(t, "HEAT OR COLD ↑", patience)
	s.keys("\x1b")
	s.waitFor(t, "LEARN", patience)
	s.resize(t, 120, 40)
	s.keys("!")
	s.waitFor(t, "Get emergency help now", patience)
	s.keys("q")
	s.closes(t, 0)
}

func TestLearnLeavesWithEscape(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"learn"}})
	s.waitFor(t, "LEARN", patience)
	s.keys("\x1b")
	s.closes(t, 0)
}

// TestLearnEndsWhenItIsTold: with ctrl+c and with signals, and the terminal is right.
func TestLearnEndsWhenItIsTold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		end  func(*session)
		code int
	}{
		{"ctrl+c", func(s *session) { s.keys("\x03") }, 130},
		{"SIGTERM", func(s *session) { s.signal(t, syscall.SIGTERM) }, 143},
		{"SIGINT", func(s *session) { s.signal(t, syscall.SIGINT) }, 130},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := start(t, opts{args: []string{"learn"}})
			s.waitFor(t, "LEARN", patience)
			c.end(s)
			s.closes(t, c.code)
		})
	}
}

func TestLearnEndsWithItsTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"learn", "heat"}})
	s.waitFor(t, "HEAT OR COLD", patience)
	s.hangup()
	if code, ok := s.wait(patience); !ok || code != 129 {
		t.Errorf("exit %d (%v), want 129", code, ok)
	}
}

// TestLearnPrintsWhereTheScreenCantBeDrawn: on a terminal that calls itself dumb, and to be
// read aloud where that was asked for.
func TestLearnPrintsWhereTheScreenCantBeDrawn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		o           opts
		first, last string
	}{
		{opts{args: []string{"learn", "cramp", "--plain"}}, "What a cramp is.\r\n", "Sources:\r\n"},
		{opts{args: []string{"learn", "cramp"}, env: []string{"TERM=dumb"}}, "WHAT A CRAMP IS\r\n", "SOURCES\r\n"},
		{opts{args: []string{"learn", "cramp"}, env: []string{"TERM="}}, "WHAT A CRAMP IS\r\n", "SOURCES\r\n"},
	} {
		s := start(t, c.o)
		s.closes(t, 0)
		out := string(s.raw())
		if strings.Contains(out, "\x1b") || !strings.HasPrefix(out, c.first) || !strings.Contains(out, c.last) {
			t.Errorf("%v %v: %q", c.o.args, c.o.env, out)
		}
	}
}
