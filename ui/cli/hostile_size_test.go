//go:build unix

package cli_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// pushSize sets the size of a terminal, and has the program told.
func pushSize(fd, cols, rows int) error {
	return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(cols), Row: uint16(rows)})
}

// TestResizedAllTheTime: the window changes its size 200 times a second. The program
// goes on, takes no more than it should, and then shows what it would have shown.
func TestResizedAllTheTime(t *testing.T) {
	t.Parallel()
	const (
		lasts      = 3 * time.Second
		mostCPU    = 2500 * time.Millisecond // of about five seconds
		mostMemory = 64 << 20
	)
	s := holding(t, opts{})
	sent, from := 0, time.Now()
	each(time.Second/200, lasts, func(int) {
		for ; sent < int(200*time.Since(from)/time.Second); sent++ { // a tick may be missed
			s.control(func(fd int) { _ = pushSize(fd, rand.IntN(300), rand.IntN(100)) })
		}
	})
	s.control(func(fd int) { _ = pushSize(fd, 100, 30) })
	s.wait(time.Second) // what is under way is drawn, on a busy machine too
	s.resize(t, 80, 24)
	s.until(t, "the hold in its size", patience, func(screen string) bool {
		d, ok := count(screen, "HOLD")
		return ok && d < 18*time.Second && strings.Contains(screen, "● STRETCH") && strings.Contains(screen, "q leave") &&
			len(strings.Split(screen, "\n")) == 24
	})
	settled := s.screen()
	s.resize(t, 81, 24)
	s.resize(t, 80, 24)
	s.until(t, "the same screen", patience, func(screen string) bool { return layoutOf(screen) == layoutOf(settled) })
	memory := s.memory(t)
	s.keys("\x03")
	s.ends(t, 130)
	cpu := s.cpu()
	t.Logf("%d sizes, %v of CPU, %d MB", sent, cpu.Round(time.Millisecond), memory>>20)
	if cpu > mostCPU || memory > mostMemory {
		t.Errorf("%v of CPU and %d MB, want at most %v and %d MB", cpu, memory>>20, mostCPU, mostMemory>>20)
	}
}

// layoutOf is a screen without what time changes: its words, and where they begin.
func layoutOf(screen string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '━' || r == '─' || r >= 0x2800 && r <= 0x28ff || r >= '▀' && r <= '▟' {
			return '.'
		}
		return r
	}, strings.ReplaceAll(strings.ReplaceAll(screen, "█", "."), " ", "."))
}
