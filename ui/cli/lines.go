package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"uncramp/ui"
	text "uncramp/ui/plain"
)

// lines is a session without a screen: what it tells goes out line by line, and what is
// typed comes in key by key from a terminal, line by line from anything else.
type lines struct {
	why   string // why there is no screen, where nobody asked for that
	typed bool   // the input is a terminal
	feed  *text.Feed
	opens sync.Once
	open  chan struct{} // closed once lines may be written
	quit  func()        // ends the program, with its last state

	mu     sync.Mutex
	before *term.State // the input's settings before the program; nil = it's no terminal
	over   bool        // they are to stay as they were
	lost   error       // why nothing can be written any more, where somebody may still be there
}

// wayOut is how a session is shown: nil is the full screen. plan says that no session is
// meant: neither end is a terminal, and nobody asked for lines.
func (a *app) wayOut() (way *lines, plan bool, err error) {
	in, out := term.IsTerminal(a.world.In.Fd()), term.IsTerminal(a.world.Out.Fd())
	way = &lines{typed: in, open: make(chan struct{})}
	switch {
	case a.flags.lines:
		return way, false, nil
	case !in && !out:
		return nil, true, nil
	case !in:
		return nil, false, errors.New("the input is not a terminal; with --plain each line of it is a key")
	case !out:
		return way, false, nil
	}
	way.why = whyLines(a.world.Getenv("TERM"), runtime.GOOS)
	if way.why == "" {
		return nil, false, nil
	}
	return way, false, nil
}

// whyLines says why a terminal of this name can't show a screen, "" = it can. On Windows
// no terminal has a name.
func whyLines(name, system string) string {
	switch {
	case name == "dumb":
		return "This is plain text, because the terminal calls itself dumb."
	case name == "" && system != "windows":
		return "This is plain text, because the terminal has no name in TERM."
	}
	return ""
}

// face is the program in lines, and how it meets input and output. Nothing that the
// library would send to a terminal gets there: its output leads nowhere.
func (l *lines) face(o ui.Options, w World, out *outlet) (tea.Model, []tea.ProgramOption) {
	l.feed = text.NewFeed(gated{out, l.open}, func(err error) { l.lose(err, out) })
	list := []tea.ProgramOption{
		tea.WithOutput(io.Discard), tea.WithFPS(1), tea.WithoutSignalHandler(),
		tea.WithColorProfile(colorprofile.NoTTY), out.alive, tea.WithInput(nil),
	}
	if l.typed {
		list[len(list)-1] = tea.WithInput(w.In)
		l.before, _ = term.GetState(w.In.Fd())
	}
	var bell func() // nothing rings in a pipe
	if term.IsTerminal(w.Out.Fd()) {
		bell = func() { _, _ = out.WriteString("\a") }
	}
	return ui.NewLines(o, ui.LineOptions{Out: l.feed.Put, Why: l.why, Bell: bell, Ready: func() {
		l.ready(w.In)
	}}), list
}

// ready makes a terminal whose keys are read one by one show whole lines, and lets them be
// written.
func (l *lines) ready(in *os.File) {
	l.mu.Lock()
	if l.before != nil && !l.over {
		wholeLines(in)
	}
	l.mu.Unlock()
	l.begin()
}

// restore gives the terminal the settings that it had. The library has done so too, but
// the program may have become ready at that very moment.
func (l *lines) restore(in *os.File) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over = true; l.before != nil {
		_ = term.Restore(in.Fd(), l.before)
	}
}

// lose ends the program where nothing can be written any more. A pipe that nobody reads is
// as good as a terminal that went away; a full disk is an error.
func (l *lines) lose(err error, out *outlet) {
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.EIO) {
		out.gone()
		return
	}
	l.mu.Lock()
	l.lost = err
	l.mu.Unlock()
	l.quit()
}

// begin lets lines be written.
func (l *lines) begin() { l.opens.Do(func() { close(l.open) }) }

// gated is an output to which nothing is written before it's open.
type gated struct {
	out  io.Writer
	open <-chan struct{}
}

// Write waits until the output is open, and writes.
func (g gated) Write(b []byte) (int, error) {
	<-g.open
	return g.out.Write(b)
}

// follow reads the input, unless the library does.
func (l *lines) follow(in io.Reader, send func(tea.Msg)) {
	if !l.typed {
		go readLines(in, send)
	}
}

// mostLine is how much of a line of input is looked at; no key has a longer name.
const mostLine = 200

// endless is how many pieces of 4 KB a line may have before it's taken to have no end.
const endless = 1000

// readLines hands over lines of input, and then says that there are no more. A last line
// without an end is one too.
func readLines(in io.Reader, send func(tea.Msg)) {
	r := bufio.NewReaderSize(in, 4096)
	for {
		line, more, err := r.ReadLine()
		if err != nil {
			send(ui.InputEnd{})
			return
		}
		words := string(line[:min(len(line), mostLine)])
		for pieces := 0; more && err == nil; pieces++ {
			if pieces > endless {
				send(ui.InputEnd{})
				return
			}
			_, more, err = r.ReadLine()
		}
		send(ui.Typed{Line: words})
	}
}

// finish tells the last words of a program, and waits a while until all is written. It
// returns why that couldn't be, where anybody can do something about it.
func (l *lines) finish(end *closing) error {
	last := end.line
	if end.line = ""; end.code == Hangup {
		return nil // nobody is there to read it
	}
	for line := range strings.Lines(last) {
		if line = text.Clean(line); line != "" {
			l.feed.Put(line)
		}
	}
	l.begin()
	l.feed.Close(4 * grace)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lost != nil {
		return fmt.Errorf("output: %w", l.lost)
	}
	return nil
}

// unbroken has a write to a pipe that nobody reads any more fail, rather than end the
// program on the spot. The function that it returns takes that back.
func unbroken() func() {
	broken := make(chan os.Signal, 1)
	signal.Notify(broken, syscall.SIGPIPE)
	return func() { signal.Stop(broken) }
}
