// Package cli is the command line, and the one place that wires the rooms of
// the program together: content, session, screen, clock, terminal and signals.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
)

// The codes that the program exits with.
const (
	Finished    = 0   // the session went to its end, or a question was answered
	Failed      = 1   // something went wrong
	Usage       = 2   // the words on the command line are not right
	LeftEarly   = 3   // the session was left before its end
	Hangup      = 129 // the terminal went away
	Interrupted = 130 // ctrl+c
	Terminated  = 143 // asked to end by the system
)

// World is what the command line meets outside the program.
type World struct {
	In       *os.File
	Out, Err *os.File
	Getenv   func(string) string
}

// System is the real world.
func System() World {
	return World{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv}
}

// clock is the real clock.
type clock struct{}

// Now is the time, with its monotonic reading.
func (clock) Now() time.Time { return time.Now() }

// usage is an error in the words on the command line.
type usage struct{ error }

// Run does what the arguments ask for and returns the exit code.
func Run(args []string, w World) int {
	a := app{world: w}
	root := a.root()
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		a.tell(usage{flagError(c, err)})
		return nil
	})
	root.SetArgs(args)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	// The errors of our own commands are told here, in one line: fang would ask
	// the terminal for its colours first, and wait for a terminal that is deaf.
	if err := fang.Execute(context.Background(), root, fang.WithVersion(version())); err != nil {
		return Usage
	}
	return a.code
}

// app is one run of the command line.
type app struct {
	world World
	flags flags
	code  int
	told  bool // which muscle
}

// tell ends a command: the error in one line and its exit code, or neither.
func (a *app) tell(err error) {
	var wrong usage
	switch {
	case err == nil:
		return
	case errors.As(err, &wrong):
		a.code = Usage
	default:
		a.code = Failed
	}
	_, _ = fmt.Fprintf(a.world.Err, "uncramp: %v\n", err)
}
