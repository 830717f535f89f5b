package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/session"
)

// overlay is what lies over the session's screen.
type overlay int

const (
	noOverlay overlay = iota
	signsOverlay
	emergencyOverlay // what to do about a sign of each tier
	sameDayOverlay
	soonOverlay
	offOverlay // a pack's time is over: take it off
	helpOverlay
	leaveOverlay
	haveOverlay
	careOverlay
	whereOverlay // which muscle, on the outline of a leg
	learnOverlay // pages to read
)

// Model is the whole program: a session, and how it is shown.
type Model struct {
	opts        Options
	s           session.Session
	at          time.Duration // the session's time that is shown
	beat        beat
	ground      ground // what is known of the terminal's colours
	theme       theme
	w, h        int
	shown       time.Time // when the first frame was made
	over        overlay
	topic       string        // which page is read, "" = the list of them
	behind      overlay       // the signs that the pages to read were opened over
	toggled     int           // the digit that was pressed last in a picker, 0 = none yet
	alone       bool          // the pages to read are the whole program
	held        bool          // the overlay paused the session and goes on when it closes
	off         bool          // a pack's time is over, and nobody has said yet that it is off
	untaken     session.Worn  // that pack; Kind "" = none
	offDue      time.Duration // when that is said again, in the session's time
	offShort    bool          // it was said last without the key
	narrower    int           // by how much the text is narrower, for what stands beside it
	scroll      int           // how far an overlay is scrolled
	notice      string
	noticed     time.Duration // until when the notice stays
	notices     []string      // what is shown after it
	unasked     time.Duration // since when it stands there, where nobody pressed a key for it; none = it is an answer
	lastKey     string
	keyAt       time.Time // when the last key came
	heldAt      time.Time // when the last key came that was not a repeat
	fast        bool      // the last key came again as fast as one that is held down
	stopped     time.Time // when the program was suspended
	sketch      bool      // pictures are left blank: only their place counts
	across      bool      // the screen is for somebody across the room
	hinted      bool      // it was said how that screen is left
	leaving     bool      // the program ends with this update
	interrupted bool
	sound       Sound         // what is heard
	soundAt     time.Time     // when a key chose that, since the listener was told; zero = none did
	awake       Sound         // what is heard again when it is no longer night, "" = the same
	cues        []session.Cue // what was cued since the listener was told
	fresh       []session.Cue // what the last update cued, for a face that tells it in lines
	tells       bool          // the listener has something to be told
	n           int           // how often the listener was told
}

// Init asks for the colour of the background. The first tick is asked for with
// the first size.
func (m Model) Init() tea.Cmd {
	return tea.RequestBackgroundColor
}

// Update lets one thing happen.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	now := m.opts.Clock.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if m.w == 0 {
			m.shown = now
		}
		m.w, m.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.ground.dark, m.ground.known = msg.IsDark(), true
		m.theme = newTheme(m.ground)
	case tickMsg:
		if msg.id != m.beat.id || m.beat.due == none || !m.stopped.IsZero() {
			return m, nil
		}
		m = m.tick(now)
		m.beat.due = none // it came: whatever is next needs a tick of its own
	case tea.ColorProfileMsg:
		m.ground.few = msg.Profile <= colorprofile.ANSI
		m.theme = newTheme(m.ground)
	case tea.KeyPressMsg:
		var cmd tea.Cmd
		if m, cmd = m.key(msg, now); cmd != nil {
			return m, cmd
		}
	case Notice:
		m = m.pass(now).notify(msg)
	case StillOn:
		m = m.pass(now).stillOn(msg.Worn)
	case Voiceless:
		m = m.pass(now).voiceless()
	case Problem:
		m = m.pass(now).later(inert(msg.Err.Error()))
	case Earlier:
		m = m.found(msg, now)
	case Continued:
		return m, takeBack()
	case tea.ResumeMsg:
		m = m.resumed(now)
	default:
		return m, nil
	}
	return m.schedule(now)
}

// apply lets an event happen now. Sleep that the clocks betray comes first.
func (m Model) apply(e session.Event, now time.Time) Model {
	first := m.s
	var away time.Duration
	m.beat, m.at, away = m.beat.read(now)
	m.at = max(m.at, m.s.Now) // a tick may have been half a frame early
	if gap := m.at - m.beat.due; m.beat.due != none && m.beat.real(gap) > late {
		away = max(away, gap) // no tick came for so long: the program stood still
	}
	if _, told := e.(session.Away); away > 0 && !told {
		m = m.heed(m.s.Apply(session.Away{For: away}, m.at)).answer(first, session.Away{For: away})
	}
	before := m.s
	if _, tick := e.(session.Tick); !tick {
		m.tells = true // what was to come may come no more
	}
	m = m.heed(m.s.Apply(e, m.at))
	return m.answer(before, e).sayCuts(before).giveWay(first)
}

// heed takes over the session that an event led to, and shows its cues.
func (m Model) heed(s session.Session, cues []session.Cue) Model {
	if head := s.Head(); head.Slot != m.s.Head().Slot || head.Side != m.s.Head().Side {
		m = m.wiped() // it was about what ran before
		if m.over == noOverlay {
			m.scroll = 0
		}
	}
	if s.Begun() && !m.s.Begun() {
		m.across = m.opts.Across // from here on there is more to do than to read
	}
	m.s = s
	m = m.hintAcross()
	m.cues, m.tells = slices.Concat(m.cues, cues), m.tells || len(cues) > 0
	for _, c := range cues {
		switch c.Kind {
		case session.CueRefused, session.CueAgain, session.CueEnough, session.CueLast:
			m = m.note(s.Library().Phrase(c.Key()))
		case session.CueOn:
			m = m.warnMuted()
		case session.CueWhere:
			m = m.note(s.Said(c))
		case session.CueSigns:
			if c.Tier == 0 {
				m = m.open(signsOverlay)
			}
		}
	}
	return m
}

// open puts an overlay over the screen. The clock stands while it is there.
func (m Model) open(o overlay) Model {
	m.over, m.scroll, m.toggled, m.tells = o, 0, 0, true
	m.offDue = m.at + offEvery // who opens something is awake, and has time to read it
	if m.s.Mode == session.Running {
		m.held = true
		m.s, _ = m.s.Apply(session.Pause{}, m.at)
	}
	return m
}

// shut takes the overlay away, and goes on where the overlay had paused.
func (m Model) shut(now time.Time) Model {
	if m.off && m.over != offOverlay {
		m.over, m.scroll = offOverlay, 0 // that one was opened over it, or instead of it
		return m.pass(now).withKey()
	}
	m.tells = m.tells || m.off // nothing keeps the display on for it any more
	m = m.isOff()
	m.over, m.scroll = noOverlay, 0
	if m.held {
		m.held = false
		if m.s.Mode == session.Paused {
			return m.apply(session.Resume{}, now).lookAgain()
		}
	}
	return m.pass(now).lookAgain()
}

// View shows the model.
func (m Model) View() tea.View {
	text, p := m.drawn()
	v := tea.NewView(text)
	v.AltScreen = true
	v.BackgroundColor, v.ForegroundColor = m.ground.paper()
	if text != "" {
		v.Cursor = m.cursor(p, text)
	}
	v.WindowTitle, v.ProgressBar = m.title(), m.taskbar()
	return v
}

// width is the width of the text column.
func (m Model) width() int {
	w, _ := column(m.w)
	return w - m.narrower
}

// wide is the width of the screen's frame.
func (m Model) wide() int {
	w, _ := frame(m.w)
	return w - m.narrower
}

// drawn is the screen, in the size the terminal has, and the page that it shows.
func (m Model) drawn() (string, page) {
	switch {
	case m.w <= 0 || m.h <= 0:
		return "", page{}
	case m.w < tinyWidth || m.h < tinyHeight:
		return m.tiny(), page{}
	}
	p := m.page()
	if m.fromAfar(p) {
		return m.acrossPage(p), p
	}
	return layout(p, m.w, m.h), p
}

// page is the screen of what happens now.
func (m Model) page() page {
	p := page{header: m.header(), status: m.status(), notice: m.notice, noticeStyle: m.theme.warn}
	switch {
	case m.at < m.noticed:
	case m.s.Mode == session.Paused && m.over == noOverlay:
		p.notice = m.pausedWords()
	default:
		p.notice = ""
	}
	p.more = m.hints([]binding{keyDown.called("more")})[0]
	if m.over != noOverlay {
		return m.overlayPage(p)
	}
	p.scroll, p.also = m.scroll, m.hints([]binding{keyLearn})[0]
	return m.screen(p)
}

// screen is the session's own screen.
func (m Model) screen(p page) page {
	if m.s.Mode == session.Ended {
		return m.summaryPage(p)
	}
	switch m.s.Head().Kind {
	case session.WaitBlock:
		return m.waitPage(p)
	case session.ConfirmBlock:
		return m.questionPage(p)
	case session.AskBlock:
		return m.askPage(p)
	case session.PackBlock:
		return m.packPage(p)
	case session.DrinkBlock:
		return m.drinkPage(p)
	}
	return m.workPage(p)
}

// questionPage is what stands before the plan: the question, or a gate.
func (m Model) questionPage(p page) page {
	r, following := m.following()
	switch {
	case m.s.TakenUp() && m.s.Head().Gate():
		return m.resumePage(p)
	case following:
		return m.gatePage(p, r)
	}
	return m.confirmPage(p)
}
