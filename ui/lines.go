package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
	"uncramp/ui/plain"
)

// Lines is the program without a screen: the same model, told in lines of text. What it
// changes it tells, once, and nothing is ever drawn.
type Lines struct {
	Model
	o      LineOptions
	tell   *plain.Teller
	begun  bool // the first page was told
	ended  bool // there is no more input
	silent bool // nothing sounds: there is no device, and no bell in its stead
	// dropped is the session as it stood when it needed a word and there was no more input,
	// nil = it didn't come to that.
	dropped *session.Session
}

// LineOptions is what a program in lines is started with beside Options.
type LineOptions struct {
	// Out takes a line of text without its end. It must return at once.
	Out func(line string)
	// Ready is called before the first line is read, and again after the program was
	// suspended. nil = nobody asks.
	Ready func()
	// Bell rings the terminal's bell. nil = there is none.
	Bell func()
	// Why says in a sentence why there is no screen, where nobody asked for lines; "" = it
	// was asked for.
	Why string
}

// Typed is a line of input, where keys don't come one by one.
type Typed struct{ Line string }

// InputEnd says that no more input will come.
type InputEnd struct{}

// NewLines is the program in lines, on its first page and already counting.
func NewLines(o Options, l LineOptions) Lines {
	o.Across, o.RememberAcross, o.Still = false, nil, true
	o.Titled, o.Progress = false, false
	return Lines{Model: New(o), o: l, tell: &plain.Teller{Out: l.Out}}
}

// Of is the model beneath a program's face, on the screen or in lines. ok is false where
// it is neither.
func Of(face tea.Model) (m Model, ok bool) {
	switch x := face.(type) {
	case Model:
		return x, true
	case Lines:
		return x.Model, true
	}
	return Model{}, false
}

// Init says that the program is ready. It asks the terminal for nothing.
func (l Lines) Init() tea.Cmd {
	if l.o.Ready == nil {
		return nil
	}
	return func() tea.Msg {
		l.o.Ready()
		return nil
	}
}

// View shows nothing: what there is to tell was told in lines.
func (l Lines) View() tea.View { return tea.NewView("") }

// Update lets one thing happen, and tells what it changed.
func (l Lines) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var first, cmd tea.Cmd
	if !l.begun {
		l, first = l.begin()
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg: // there is no screen to be wide or high
	case tea.RawMsg:
		l.ring(msg)
	case tea.KeyPressMsg:
		l, cmd = l.press(msg)
	case Typed:
		l, cmd = l.read(msg.Line)
	case InputEnd:
		l.ended = true
	case Notice:
		l.silent = l.silent || msg.Key == "no-device" && l.o.Bell == nil
		l, cmd = l.step(msg)
	case tea.ResumeMsg:
		if l, cmd = l.step(msg); l.o.Ready != nil {
			cmd = tea.Batch(l.Init(), cmd)
		}
	default:
		l, cmd = l.step(msg)
	}
	if l.ended && !l.leaving && l.needsWord() {
		return l.abandoned()
	}
	return l, tea.Batch(first, cmd)
}

// begin tells the first page: what helps comes first, and then why there is no screen.
func (l Lines) begin() (Lines, tea.Cmd) {
	l.begun = true
	l, cmd := l.step(tea.WindowSizeMsg{})
	l.o.Why = ""
	return l, cmd
}

// ring rings the bell, where the library would have the terminal do it.
func (l Lines) ring(msg tea.RawMsg) {
	if msg.Msg == "\a" && l.o.Bell != nil {
		l.o.Bell()
	}
}

// step lets one thing happen to the model, and tells what that changed.
func (l Lines) step(msg tea.Msg) (Lines, tea.Cmd) {
	before := l.Model
	l.fresh = nil
	next, cmd := l.Model.Update(msg)
	m, ok := Of(next)
	if !ok {
		return l, cmd
	}
	l.Model = m
	if !l.leaving { // the last line is the shell's
		l.news(before)
		l.unasked = none // what was told was heard, and need not come again
	}
	return l, cmd
}

// news tells what changed since a moment before.
func (l Lines) news(before Model) {
	p := l.plainPage()
	if l.o.Why != "" {
		p.Lines = slices.Insert(p.Lines, min(1, len(p.Lines)), l.o.Why)
	}
	l.tell.Begin(p)
	said := false
	for _, c := range l.fresh {
		if words := l.words(c); words != "" {
			if c.Kind == session.CueCheck { // asked time and again, and each time it is later
				l.tell.Say("It has gripped for " + up(l.s.SinceOnset(c.At)) + ".")
			}
			l.tell.Answer(words)
			said = true
		}
	}
	if words := l.freshNotice(before); words != "" {
		l.tell.Answer(words)
		said = true
	}
	l.tell.Show(p, said)
}

// words are those of a cue: the session's, unless they are about a screen, or about a
// tone that nobody hears.
func (l Lines) words(c session.Cue) string {
	switch drink := l.s.Head().Kind == session.DrinkBlock; {
	case c.Kind == session.CueBegin && drink:
		return l.phrase("drink-lines")
	case c.Kind == session.CueOver:
		return l.phrase("over")
	case c.Kind == session.CueTip && c.Why == "how-more" && (l.silent || l.sound == Mute):
		return ""
	}
	return l.s.Said(c)
}

// freshNotice is the notice that came up since a moment before, unless a cue has said it.
// Nobody is told to look at a screen.
func (l Lines) freshNotice(before Model) string {
	is := l.notice
	old := is == before.notice && l.noticed == before.noticed
	if is == "" || old || l.at >= l.noticed {
		return ""
	}
	for _, c := range l.fresh {
		if words := l.s.Said(c); words != "" && (is == words || is == l.phrase(c.Key())) {
			return ""
		}
	}
	return strings.ReplaceAll(is, l.phrase("no-device"), l.phrase("no-device-lines"))
}

// needsWord says that nothing goes on here by time alone.
func (l Lines) needsWord() bool {
	switch b := l.s.Head(); {
	case l.over != noOverlay || l.s.Mode != session.Running || l.s.Pack.Asking:
		return true
	case b.Kind == session.PackBlock:
		return l.s.Pack.Kind == ""
	case slices.Contains([]session.BlockKind{session.WaitBlock, session.ConfirmBlock, session.AskBlock}, b.Kind):
		return true
	}
	return l.s.Phase().Kind == session.Open && l.s.Facts.Manual
}

// abandoned leaves a session that nobody is there for, with its summary.
func (l Lines) abandoned() (tea.Model, tea.Cmd) {
	if l.s.Mode != session.Ended {
		l.tell.Say("There is no more input, and here it needs a word of yours. It ends here.")
	}
	kept := l.Kept()
	l.dropped, l.Model = &kept, l.leave()
	l.over, l.opts.Kept = noOverlay, false // nobody is asked anything any more
	p := l.plainPage()
	p.Keys = nil
	l.tell.Show(p, true)
	return l, tea.Quit
}

// Dropped is the session as it stood when the program ended because it needed a word and
// there was no more input: nobody left it. ok is false where the program ended otherwise.
func (l Lines) Dropped() (s session.Session, ok bool) {
	if l.dropped == nil {
		return s, false
	}
	return *l.dropped, true
}

// LastLine is the session in one line of words, for the shell; "" where the summary has
// told it.
func (l Lines) LastLine() string {
	if l.tell.Told(summaryID) {
		return ""
	}
	return plain.Clean(l.Leave().Line())
}

// sameKey says whether two bindings are the same key with the same deed.
func sameKey(a, b binding) bool { return a.Help() == b.Help() }
