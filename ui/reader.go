package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/content"
	"uncramp/session"
)

// Reader is the pages to read as a program of their own: the same list, the same topics
// and the same keys as over a session, and no session beneath.
type Reader struct{ m Model }

// keyLeaveAll leaves the program from the list of topics.
var keyLeaveAll = on("esc", "esc", "leave").does(Model.askLeave)

// NewReader is that program at a topic, or at the list where id is "". Of the options it
// takes clock, colours and the emergency number.
func NewReader(o Options, id string) Reader {
	// A session that is over: nothing runs, and nothing asks before it's left.
	s := session.New(session.Facts{Muscle: content.Calf}, content.Waiting{}, content.Embedded)
	s.Mode = session.Ended
	o.Session, o.Listener = s, nil
	m := New(o)
	m.alone, m.over, m.topic = true, learnOverlay, id
	return Reader{m}
}

// Init asks for the colour of the background.
func (r Reader) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update lets one thing happen.
func (r Reader) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	now := r.m.opts.Clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.m.w, r.m.h = msg.Width, msg.Height
		r.m = r.m.scrollBy(0)
	case tea.BackgroundColorMsg:
		r.m.ground.dark, r.m.ground.known = msg.IsDark(), true
	case tea.ColorProfileMsg:
		r.m.ground.few = msg.Profile <= colorprofile.ANSI
	case Continued:
		return r, takeBack()
	case tea.KeyPressMsg:
		repeat := r.m.repeats(msg, now)
		r.m = r.m.pressed(msg, now)
		if msg.String() == "ctrl+c" {
			r.m.interrupted, r.m.leaving = true, true
		} else if b, ok := r.m.find(msg); ok && !msg.IsRepeat && !repeat(b) {
			r.m.heldAt = now
			r.m = r.pressed(b)
		}
	}
	r.m.theme = newTheme(r.m.ground)
	if r.m.leaving {
		return r, tea.Quit
	}
	return r, nil
}

// pressed is what a key does.
func (r Reader) pressed(b binding) Model {
	if b.by != 0 {
		return r.m.scrollBy(b.by)
	}
	return b.do(r.m)
}

// View shows the page.
func (r Reader) View() tea.View { return r.m.View() }

// Interrupted says that the program was left with ctrl+c.
func (r Reader) Interrupted() bool { return r.m.interrupted }
