//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package cli

import (
	"os"

	"golang.org/x/sys/unix"
)

// wholeLines has a terminal whose keys are read one by one begin each line at its left
// edge again. The same terminal may also show what another program makes of the lines.
func wholeLines(f *os.File) {
	settings, err := unix.IoctlGetTermios(int(f.Fd()), readTerminal)
	if err != nil {
		return // then it's no terminal, or is gone
	}
	settings.Oflag |= unix.OPOST | unix.ONLCR
	_ = unix.IoctlSetTermios(int(f.Fd()), writeTerminal, settings)
}
