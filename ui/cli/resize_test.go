//go:build unix

package cli_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestResize: every size has a screen of its own, and none is the end.
func TestResize(t *testing.T) {
	t.Parallel()
	small := func(rows int) func(string) bool {
		return func(screen string) bool {
			lines := strings.Split(screen, "\n")
			return len(lines) == rows && strings.HasPrefix(lines[0], "BREATHE 0:") && strings.TrimSpace(strings.Join(lines[1:], "")) == ""
		}
	}
	whole := func(rows int, words ...string) func(string) bool {
		return func(screen string) bool {
			for _, w := range append(words, "BREATHE", "[e] it eased", "[s] softest", "! signs", "q leave") {
				if !strings.Contains(screen, w) {
					return false
				}
			}
			return len(strings.Split(screen, "\n")) == rows
		}
	}
	s := gripped(t, opts{})
	for _, size := range []struct {
		cols, rows int
		fits       func(string) bool
	}{
		{40, 12, whole(12)},
		{15, 4, small(4)},
		{1, 1, func(screen string) bool { return screen == "B" }},
		{200, 60, whole(60, "● WAIT", "How is it?")},
		{15, 40, small(40)},
		{80, 24, whole(24, "● WAIT", "How is it?")},
	} {
		s.resize(t, size.cols, size.rows)
		s.until(t, fmt.Sprintf("screen of %dx%d", size.cols, size.rows), patience, size.fits)
	}
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.resize(t, 1, 1)
	s.resize(t, 80, 24)
	s.waitFor(t, "[enter] yes, go on", patience)
	s.keys("\x03")
	s.ends(t, 130)
}

// TestSmallFromTheStart: verb and number stand in the smallest terminals too.
func TestSmallFromTheStart(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{15, 4}, {1, 1}, {12, 1}} {
		s := start(t, opts{cols: size[0], rows: size[1], args: speeds(50)})
		want := "BREATHE 0:12"[:min(size[0], len("BREATHE 0:"))]
		s.until(t, want, patience, func(screen string) bool { return strings.HasPrefix(screen, want) })
		s.wait(300 * time.Millisecond)
		s.keys("\x03")
		s.exits(t, 130, patience)
		s.restored(t)
	}
}
