// Package cli is the command line, and the one place that wires the rooms of
// the program together: content, session, screen, clock, terminal and signals.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
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

// columns is how wide the terminal is, or what COLUMNS says where there is none, or 0.
func (w World) columns() int {
	if n, _, err := term.GetSize(w.Out.Fd()); err == nil && n > 0 {
		return n
	}
	const most = 10000
	if n, err := strconv.Atoi(w.Getenv("COLUMNS")); err == nil && n > 0 && n < most {
		return n
	}
	return 0
}

// clock is the real clock.
type clock struct{}

// Now is the time, with its monotonic reading.
func (clock) Now() time.Time { return time.Now() }

// usage is an error in the words on the command line.
type usage struct{ error }

// printed is where help and whatever else the library prints is written: it doesn't look
// at errors, so the first one is kept. It is as much of a file as is needed to tell
// whether it's a terminal.
type printed struct {
	file *os.File
	err  error
}

// Write writes, or pretends to once something went wrong.
func (p *printed) Write(b []byte) (int, error) {
	if p.err == nil {
		_, p.err = p.file.Write(b)
	}
	return len(b), nil
}

// Read reads from the same terminal.
func (p *printed) Read(b []byte) (int, error) { return p.file.Read(b) }

// Fd is the file's descriptor.
func (p *printed) Fd() uintptr { return p.file.Fd() }

// Close leaves the file open: it isn't the library's.
func (p *printed) Close() error { return nil }

// wrong is what went wrong, without the name of the file: nobody knows it by one.
func (p *printed) wrong() error {
	if path, ok := errors.AsType[*fs.PathError](p.err); ok {
		return fmt.Errorf("output: %w", path.Err)
	}
	return p.err
}

// Run does what the arguments ask for and returns the exit code.
func Run(args []string, w World) int {
	a := app{world: w}
	root, out := a.root(), &printed{file: w.Out}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		a.tell(usage{flagError(c, err)})
		return nil
	})
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(w.Err)
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	// The errors of our own commands are told here, in one line: fang would ask
	// the terminal for its colours first, and wait for a terminal that is deaf.
	err := fang.Execute(context.Background(), root,
		fang.WithVersion(thisBuild().String()), fang.WithoutManpage(),
		fang.WithErrorHandler(func(_ io.Writer, _ fang.Styles, err error) { a.tell(usage{err}) }))
	if err == nil && a.code == Finished {
		a.tell(out.wrong())
	}
	return a.code
}

// app is one run of the command line.
type app struct {
	world World
	flags flags
	code  int
	told  bool // which muscle
	shelf shelf
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
