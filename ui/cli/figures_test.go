//go:build unix

package cli_test

import (
	"strings"
	"testing"
	"time"
)

// hasDots says that braille stands on a screen.
func hasDots(screen string) bool {
	return strings.ContainsFunc(screen, func(r rune) bool { return r > 0x2800 && r <= 0x28ff })
}

// TestFiguresAsTheEnvironmentSays: dots, plain characters or none, by a setting or by
// what the terminal can show; a word that means nothing keeps nobody out.
func TestFiguresAsTheEnvironmentSays(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name         string
		env          []string
		dots, pluses bool
	}{
		{"as it is", nil, true, false},
		{"ascii", []string{"UNCRAMP_FIGURES=ascii"}, false, true},
		{"off", []string{"UNCRAMP_FIGURES=off"}, false, false},
		{"a word that means nothing", []string{"UNCRAMP_FIGURES=yes"}, true, false},
		{"a Linux console", []string{"TERM=linux", "COLORTERM="}, false, true},
		{"a Linux console with a font for it", []string{"TERM=linux", "COLORTERM=", "UNCRAMP_FIGURES=braille"}, true, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			s := start(t, opts{env: x.env})
			s.waitFor(t, "BREATHE", patience)
			screen := s.screen()
			if got := hasDots(screen); got != x.dots {
				t.Errorf("braille on the screen: %t, want %t:\n%s", got, x.dots, screen)
			}
			if got := strings.Contains(screen, "||") || strings.Contains(screen, "##"); got != x.pluses {
				t.Errorf("plain lines on the screen: %t, want %t:\n%s", got, x.pluses, screen)
			}
		})
	}
}

// TestMotionOff: nothing moves but the clock. A lead is long enough to see it on a busy
// machine, too.
func TestMotionOff(t *testing.T) {
	t.Parallel()
	lead := func(env ...string) (*session, string) {
		s := eased(t, opts{env: env})
		s.keys("\r")
		s.waitVerb(t, "GET READY", patience)
		return s, strings.Join(pictures(s.screen()), "\n")
	}
	s, still := lead("UNCRAMP_MOTION=off")
	s.counts(t, "GET READY", patience, func(left time.Duration) bool { return left <= 11*time.Second })
	if now := strings.Join(pictures(s.screen()), "\n"); now != still {
		t.Errorf("the picture moved:\n%s\nwas\n%s", now, still)
	}
	moving, first := lead()
	moving.until(t, "the figure shows what comes", patience, func(screen string) bool {
		return strings.Contains(screen, "GET READY") && strings.Join(pictures(screen), "\n") != first
	})
}

// pictures are the braille characters of each line of a screen.
func pictures(screen string) []string {
	var list []string
	for line := range strings.Lines(screen) {
		list = append(list, strings.Map(func(r rune) rune {
			if r > 0x2800 && r <= 0x28ff {
				return r
			}
			return -1
		}, line))
	}
	return list
}

// TestAcross: f is for somebody across the room, and f again brings the screen back.
func TestAcross(t *testing.T) {
	t.Parallel()
	s := holding(t, opts{})
	s.keys("f")
	s.until(t, "nothing but the large screen", patience, func(screen string) bool {
		return !strings.Contains(screen, "Stop if") && strings.Contains(screen, "██████") && !hasDots(screen)
	})
	s.keys("!")
	s.waitFor(t, "WARNING SIGNS", patience)
	s.keys("\x1b")
	s.waitGone(t, "WARNING SIGNS", patience)
	s.keys("f")
	s.waitFor(t, "Stop if", patience)
}
