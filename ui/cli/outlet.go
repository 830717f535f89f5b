package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// outlet is the terminal that is drawn on. Once it is shut nothing more is
// written to it: a terminal that hung up must not be.
type outlet struct {
	*os.File
	shut  atomic.Bool
	gone  func() // called where the terminal is there no more; nil = nobody asks
	alive tea.ProgramOption
	kill  context.CancelFunc // ends the program that was made with alive, wherever it is
}

// outletTo is the way out to a terminal, for one program.
func outletTo(f *os.File) *outlet {
	ctx, kill := context.WithCancel(context.Background())
	return &outlet{File: f, alive: tea.WithContext(ctx), kill: kill}
}

// Write draws, or pretends to.
func (o *outlet) Write(b []byte) (int, error) {
	if o.shut.Load() {
		return len(b), nil
	}
	if bytes.Contains(b, leave) {
		if _, err := o.wrote(o.File.Write(bytes.ReplaceAll(b, leave, leaveWhole))); err != nil {
			return 0, err
		}
		return len(b), nil
	}
	return o.wrote(o.File.Write(b))
}

// Lines that scroll are scrolled in a part of the screen that ends where the renderer
// takes the screen to end. A terminal that has just been made larger keeps that part, so
// it is made whole before the screen is left: for the shell, too, only it would scroll.
var (
	leave      = []byte(ansi.ResetModeAltScreenSaveCursor)
	leaveWhole = []byte(ansi.SetTopBottomMargins(0, 0) + ansi.ResetModeAltScreenSaveCursor)
)

// WriteString draws, or pretends to. An empty one waits for no other that is under way.
func (o *outlet) WriteString(s string) (int, error) {
	if s == "" || o.shut.Load() {
		return len(s), nil
	}
	return o.wrote(o.File.WriteString(s))
}

// wrote looks at how a write ended. Only the terminal that a program belongs to sends a
// signal when it goes; any other is known to be gone by what can't be written.
func (o *outlet) wrote(n int, err error) (int, error) {
	if o.gone != nil && errors.Is(err, syscall.EIO) {
		o.gone()
	}
	return n, err
}

// abandon ends the program without another word to the terminal. A write that
// nobody reads never comes back, so it doesn't wait for long. Program.Kill isn't made
// for a program that is only starting: both see to the renderer then, and it falls over.
func abandon(out *outlet, done <-chan ended) {
	out.shut.Store(true)
	out.kill()
	select {
	case <-done:
	case <-time.After(grace):
	}
}
