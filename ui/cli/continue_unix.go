//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package cli

import (
	"os"
	"os/signal"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"uncramp/ui"
)

// ownWay is how long a program that stopped by ctrl+z may take to have its terminal again.
const ownWay = 100 * time.Millisecond

// continued tells the program when the system lets it go on and its terminal is the
// shell's still: something other than ctrl+z stopped it. The function that it returns ends
// that.
func continued(p *tea.Program, out *os.File) (end func()) {
	again, over := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(again, unix.SIGCONT)
	go func() {
		for {
			select {
			case <-over:
				return
			case <-again:
			}
			select {
			case <-over:
				return
			case <-time.After(ownWay):
			}
			if taken(out) {
				p.Send(ui.Continued{})
			}
		}
	}()
	return func() { signal.Stop(again); close(over) }
}

// taken says that a terminal is this program's to use, and reads its keys in lines, as a
// shell has it. In the background it belongs to others.
func taken(f *os.File) bool {
	group, err := unix.IoctlGetInt(int(f.Fd()), unix.TIOCGPGRP)
	if err != nil || group != unix.Getpgrp() {
		return false
	}
	settings, err := unix.IoctlGetTermios(int(f.Fd()), readTerminal)
	return err == nil && settings.Lflag&unix.ICANON != 0
}
