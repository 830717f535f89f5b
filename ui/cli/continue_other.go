//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd

package cli

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// continued has nothing to tell: no system here stops a program and keeps its terminal.
func continued(*tea.Program, *os.File) (end func()) { return func() {} }
