//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package cli

import "golang.org/x/sys/unix"

const readTerminal, writeTerminal = unix.TIOCGETA, unix.TIOCSETA
