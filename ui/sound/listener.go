package sound

import (
	"sync"
	"time"

	"uncramp/session"
)

// Mode is what is heard.
type Mode string

// The modes.
const (
	WordsAndTones Mode = "voice"
	TonesOnly     Mode = "tones"
	Silence       Mode = "mute"
)

// Moment is what a listener is told: what was cued, and the session that it led to.
type Moment struct {
	N       int // counts what is told: what comes out of its turn is behind the times
	Mode    Mode
	Session session.Session
	Cues    []session.Cue
	// Chosen is when the person chose the mode, if that was just now: then it makes
	// itself heard, for who chose with closed eyes.
	Chosen time.Time
	// At is the real instant of one in the session's time.
	At func(time.Duration) time.Time
}

// Talker says words. Its calls return at once.
type Talker interface {
	// Say says words now. What isn't said by the instant `until` is not said at all.
	Say(words string, until time.Time)
	// Hush ends what is being said.
	Hush()
}

// Listener turns what a session cues into what is heard. Tones are planned ahead, from
// what time alone will bring, so that each sounds at its instant however busy the
// machine is; words are said when their cue comes, or not at all.
type Listener struct {
	mu     sync.Mutex
	player Player // nil = there is none yet
	talker Talker // nil = there is none
	last   Moment
}

// NewListener is a listener that nobody hears yet.
func NewListener() *Listener { return &Listener{} }

// Talk has words said by a talker from here on.
func (l *Listener) Talk(t Talker) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.talker = t
}

// Use has tones sound through a player from here on.
func (l *Listener) Use(p Player) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.player = p
	if l.last.N > 0 {
		l.plan()
		l.confirm() // it may have been chosen before there was anything to hear it with
	}
}

// Hear makes heard what was cued, and plans what comes next.
func (l *Listener) Hear(m Moment) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.player != nil && m.Mode != Silence {
		for _, n := range notes(m.Cues, m) {
			l.player.Play(n)
		}
	}
	if m.N <= l.last.N {
		return
	}
	l.last = m
	l.plan()
	l.confirm()
	l.talk()
}

// confirm plays the tone that says that tones are on, where that was just chosen.
func (l *Listener) confirm() {
	if n, ok := confirming(l.last); ok && l.player != nil {
		l.player.Play(n)
	}
}

// plan tells the player which tones come next.
func (l *Listener) plan() {
	switch {
	case l.player == nil:
	case l.last.Mode == Silence:
		l.player.Plan(nil)
	default:
		l.player.Plan(planned(l.last))
	}
}

// talk says what the moment's cues say.
func (l *Listener) talk() {
	if l.talker == nil {
		return
	}
	m := l.last
	words, until := "", time.Time{}
	if m.Mode == WordsAndTones {
		words, until = script(m)
	}
	switch {
	case words != "":
		l.talker.Say(words, until)
	case m.Mode != WordsAndTones || len(m.Cues) == 0 && m.Session.Mode != session.Running:
		l.talker.Hush() // muted, or something was laid over the session
	}
}
