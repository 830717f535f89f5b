// Package ui is the full-screen program: a Bubble Tea model around a session,
// with one small file a screen. It reaches the clock only through what it is
// given, and neither disk nor speaker at all.
package ui

import (
	"time"

	"uncramp/session"
)

// Clock tells the time. The real one is time.Now, with its monotonic reading:
// the difference between the two readings shows that the machine slept.
type Clock interface {
	Now() time.Time
}

// Options is what a program is started with.
type Options struct {
	Session   session.Session
	Clock     Clock
	Speed     float64 // how many times faster than life, 1 = as it is
	Emergency string  // the emergency number's name, "" = "your emergency number"
	// Light says that the background is known to be light before the terminal tells.
	Light bool
	// Contrast has all of it in strong colours, on black or on white.
	Contrast bool
	// Figures is how figures are drawn.
	Figures Figures
	// Still says that nothing moves: a figure shows its key poses only.
	Still bool
	// Lead is how long before its instant a change is handed to the renderer: half
	// of the time between two of its frames, so that it is seen neither too late
	// nor too early.
	Lead time.Duration
	// CanStop says whether a shell would take over if the program were suspended.
	// nil = it would not, and ctrl+z does nothing.
	CanStop func() bool
	// Listener hears what is cued. nil = nobody.
	Listener Listener
	// Sound is what is heard at first, "" = Mute.
	Sound Sound
	// Asked says that the person said what is to be heard: nothing mutes by itself.
	Asked bool
	// NoVoice says that the system has no voice.
	NoVoice bool
	// Across says that the large screen is on once it has eased: the first screen helps,
	// and says how.
	Across bool
	// RememberSound and RememberAcross keep a choice for the next time; they return at
	// once. nil = it isn't kept.
	RememberSound  func(Sound)
	RememberAcross func(bool)
	// Kept says that the session is kept in a history when it ends.
	Kept bool
	// Told says that the person told what it's about when they started the program.
	Told bool
	// Titled says that the terminal can show a title, and Progress a progress bar.
	Titled, Progress bool
}

// New is the program's model, on the wait screen and already counting.
func New(o Options) Model {
	if o.Speed <= 0 {
		o.Speed = 1
	}
	if o.Emergency == "" {
		o.Emergency = "your emergency number"
	}
	g := ground{dark: !o.Light, known: o.Light, stark: o.Contrast}
	if o.Sound == "" {
		o.Sound = Mute
	}
	m := Model{
		sound: o.Sound, across: o.Across && o.Session.Begun(), unasked: none,
		opts: o, s: o.Session, ground: g, theme: newTheme(g),
		beat: newBeat(o.Clock.Now(), o.Speed),
	}
	return m.opening()
}

// Session is the session as it stands.
func (m Model) Session() session.Session { return m.s }
