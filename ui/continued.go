package ui

import (
	"io"

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

// Run is over at once.
func (nothing) Run() error { return nil }

// SetStdin is asked of whatever runs.
func (nothing) SetStdin(io.Reader) {}

// SetStdout is, too.
func (nothing) SetStdout(io.Writer) {}

// SetStderr is, too.
func (nothing) SetStderr(io.Writer) {}
