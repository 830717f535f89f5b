package ui

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Continued says that the program goes on after the system had stopped it, and that its
// terminal is not as it left it: nobody could put that right before, and the shell has set
// its own.
type Continued struct{}

// takeBack takes the terminal anew, as after another program that had it.
func takeBack() tea.Cmd {
	return tea.Exec(nothing{}, func(error) tea.Msg { return tea.ResumeMsg{} })
}

// nothing is what ran meanwhile.
type nothing struct{}

// settle is how long nothing runs: the library stops its renderer's ticks behind its own
// back, and ticks that begin again before that would be stopped as well.
const settle = 50 * time.Millisecond

// Run is over in a moment.
func (nothing) Run() error {
	time.Sleep(settle)
	return nil
}

// SetStdin is asked of whatever runs.
func (nothing) SetStdin(io.Reader) {}

// SetStdout is, too.
func (nothing) SetStdout(io.Writer) {}

// SetStderr is, too.
func (nothing) SetStderr(io.Writer) {}
