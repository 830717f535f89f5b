package cli

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
)

const (
	// frames is how many times a second the renderer looks for something new.
	frames = 40
	// afterFrame is when the first frame is surely drawn.
	afterFrame = 60 * time.Millisecond
	// grace is how long a program may take to end after the terminal went away.
	grace = 500 * time.Millisecond
)

// ended is how a program ended.
type ended struct {
	model tea.Model
	err   error
}

// closing is what a program left when it ended.
type closing struct {
	code int
	line string           // the one line that stays in the terminal
	last *session.Session // nil = nobody knows
}

// goesOn says that the session was not ended: its terminal went away, or its machine
// does.
func (c closing) goesOn() bool {
	stopped := c.code == Hangup || c.code == Terminated
	return stopped && (c.last == nil || c.last.Mode != session.Ended)
}

// show runs a session, on the full screen or in lines, and sees to what is kept of it.
func show(w World, s session.Session, speed float64, c choices) (closing, error) {
	out := outletTo(w.Out)
	o := ui.Options{
		Session:   s,
		Clock:     clock{},
		Speed:     speed,
		Emergency: emergency(w.Getenv("UNCRAMP_EMERGENCY")),
		Light:     lightBackground(w.Getenv("COLORFGBG")),
		Figures:   figures(w),
		Still:     w.Getenv("UNCRAMP_MOTION") == "off",
		Lead:      time.Second / frames / 2,
		CanStop:   canStop,
		Titled:    c.lines == nil && titled(w), Progress: progress(w),
		Kept: c.scribe != nil, Told: c.told,
	}
	around := c.apply(&o, w.Getenv)
	defer around.Close()
	p := c.program(o, w, out)
	around.notify = p.Send
	c.scribe.tell(p.Send)
	// The library is read behind the first frame, and is there before a key counts.
	time.AfterFunc(afterFrame, func() {
		content.Embedded()
		for _, n := range c.notices {
			p.Send(n)
		}
		c.scribe.start()
		if c.scribe == nil {
			remindAlone(stateDir(w.Getenv), time.Now(), p.Send)
		}
	})

	if c.lines != nil {
		defer unbroken()()
	}
	end, err := attend(p, out, o.Titled)
	if lost := c.scribe.finish(end.last, end.goesOn(), 4*grace); lost != nil && end.code != Hangup {
		end.line += "uncramp: " + lost.Error() + "\n"
	}
	if c.lines != nil {
		c.lines.restore(w.In)
		err = cmp.Or(err, c.lines.finish(&end))
	}
	return end, err
}

// program is the program in the face that was chosen: on the screen, or in lines.
func (c choices) program(o ui.Options, w World, out *outlet) *tea.Program {
	if c.lines == nil {
		return tea.NewProgram(ui.New(o), options(w, out)...)
	}
	face, list := c.lines.face(o, w, out)
	p := tea.NewProgram(face, list...)
	c.lines.quit = p.Quit
	c.lines.follow(w.In, p.Send)
	return p
}

// run runs a program. The title that the terminal had is kept, and given back.
func run(p *tea.Program, out *outlet, titled bool) ended {
	keep, give := titles(titled)
	_, _ = out.WriteString(keep)
	m, err := p.Run()
	_, _ = out.WriteString(give)
	return ended{m, err}
}

// options says how the program meets the terminal.
func options(w World, out *outlet) []tea.ProgramOption {
	list := []tea.ProgramOption{
		tea.WithInput(w.In), tea.WithOutput(out), tea.WithFPS(frames), tea.WithoutSignalHandler(), out.alive,
	}
	if w.Getenv("TMUX") != "" {
		// Asking tmux for its colours means a process before the first frame.
		list = append(list, tea.WithColorProfile(colorprofile.Env(os.Environ())))
	}
	return list
}

// wait waits for the program, or for a signal that ends it.
func wait(p *tea.Program, out *outlet, signals <-chan os.Signal, done <-chan ended) (closing, error) {
	var code int
	var stalled <-chan time.Time
	for {
		select {
		case <-stalled: // asked to end, and nobody reads what would restore the terminal
			abandon(out, done)
			return closing{code: code}, nil
		case e := <-done:
			if e.err != nil && hungUp(signals) {
				return closing{code: Hangup, last: under(e)}, nil
			}
			return conclude(e, code)
		case s := <-signals:
			switch s {
			case syscall.SIGHUP:
				abandon(out, done)
				return closing{code: Hangup}, nil
			case os.Interrupt:
				code = Interrupted
			default:
				code = Terminated
			}
			go p.Quit()
			stalled = time.After(4 * grace)
		}
	}
}

// hungUp says whether the terminal went away: its reads fail a moment before
// the signal comes.
func hungUp(signals <-chan os.Signal) bool {
	select {
	case s := <-signals:
		return s == syscall.SIGHUP
	case <-time.After(grace):
		return false
	}
}

// under is the session that a program had when it ended.
func under(e ended) *session.Session {
	m, ok := ui.Of(e.model)
	if !ok {
		return nil
	}
	s := m.Kept()
	return &s
}

// conclude makes the exit code and the line of how a program ended; by is the
// code of a signal, or 0. What a signal ended, or the end of the input, can be gone on with.
func conclude(e ended, by int) (closing, error) {
	if r, read := e.model.(ui.Reader); read && e.err == nil {
		if r.Interrupted() {
			by = Interrupted
		}
		return closing{code: by}, nil
	}
	m, ok := ui.Of(e.model)
	switch {
	case e.err != nil:
		return closing{code: Failed, last: under(e)}, fmt.Errorf("screen: %w", e.err)
	case !ok:
		return closing{code: Failed}, fmt.Errorf("screen: ended with a %T", e.model)
	}
	c := closing{code: by, last: under(e)}
	m = m.Leave()
	if by != Terminated {
		left := m.Session()
		c.last = &left
	}
	switch {
	case by != 0:
	case m.Interrupted():
		c.code = Interrupted
	case m.Session().Outcome == session.LeftEarly:
		c.code = LeftEarly
	}
	c.line = m.Line() + "\n"
	if l, told := e.model.(ui.Lines); told {
		c.line = l.LastLine()
		if s, dropped := l.Dropped(); dropped {
			c.last = &s // not as it was left: a connection without a terminal that drops looks so
		}
	}
	return c, nil
}

// lightBackground reads what some terminals say of their colours ("0;15"): the
// background is the last number, and 7 and 15 are light.
func lightBackground(colours string) bool {
	last := colours[strings.LastIndexByte(colours, ';')+1:]
	return last == "7" || last == "15"
}

// figures is how the terminal can show figures, or how the person wants them. A Linux
// console has no braille. A word that is unknown counts for nothing: whoever cramps
// is not to be kept out by a setting.
func figures(w World) ui.Figures {
	switch want := ui.Figures(w.Getenv("UNCRAMP_FIGURES")); {
	case want == ui.ASCII || want == ui.NoFigures:
		return want
	case w.Getenv("TERM") == "linux" && want != "braille":
		return ui.ASCII
	}
	return ui.Braille
}

// emergency is the emergency number's name from the environment, made harmless:
// what is not to be seen becomes a gap, and it is short enough for a title.
func emergency(name string) string {
	const most = 32
	seen := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, name)
	runes := []rune(strings.Join(strings.Fields(seen), " "))
	return strings.TrimSpace(string(runes[:min(most, len(runes))]))
}
