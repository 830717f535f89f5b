package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// Sound is what is heard of a session.
type Sound string

// What may be heard.
const (
	Voice Sound = "voice" // words and tones
	Tones Sound = "tones"
	Mute  Sound = "mute"
)

// Heard is what a listener is told: what was cued, and the session that it led to.
type Heard struct {
	N       int // counts what is told: what comes out of its turn is behind the times
	Sound   Sound
	Session session.Session
	// Kept is the session as it is to be kept if the program ended now: who reads what to
	// do about a sign, and goes, named it.
	Kept session.Session
	Cues []session.Cue
	// Off says that a pack's time is over, and that nobody has said yet that it is off.
	Off bool
	// Untaken is that pack, for what is kept: a program that breaks off leaves it on the
	// skin. Kind "" = there is none.
	Untaken session.Worn
	// Chosen is when a key chose what is heard, if one did since the last time: then
	// what was chosen makes itself heard, for who pressed it with closed eyes.
	Chosen time.Time
	// At is the real instant of one in the session's time.
	At func(time.Duration) time.Time
}

// Listener follows the session beside the screen: what is heard, what keeps the display
// on. It must return at once. It has no clock of its own: each time that anything was
// cued or a word was said it is told, and what time alone will bring it reads from the
// session.
type Listener interface {
	Hear(Heard)
}

// Notice has the screen show a phrase of the content for a while: something that
// nobody pressed a key for came up.
type Notice struct {
	Key string // of the phrase
	Err error  // why it came up, which is shown with it. nil = that is no news to anybody
}

// Voiceless has the session go on without a voice, where the screen has said already why
// there is none.
type Voiceless struct{}

// Problem has the screen show for a while what went wrong beside it.
type Problem struct {
	Err error
}

// opening is what a session begins with, for who listens. It reads nothing of the
// library, which is still being read.
func (m Model) opening() Model {
	m.cues, m.tells = m.s.Opening(), true
	return m.hush(session.Facts{})
}

// phrase is a phrase of the content.
func (m Model) phrase(key string) string { return m.s.Library().Phrase(key) }

// told makes the command that tells the listener what was heard since the last time.
func (m Model) told() (Model, tea.Cmd) {
	m.fresh = m.cues
	if !m.tells || m.opts.Listener == nil {
		m.cues, m.tells = nil, false
		return m, nil
	}
	m.n++
	h := Heard{
		N: m.n, Sound: m.sound, Session: m.s, Kept: m.Kept(), Cues: m.cues, At: m.beat.instant,
		// Nobody is here to be woken up while the program is suspended.
		Off: m.off && m.stopped.IsZero(), Untaken: m.untaken, Chosen: m.soundAt,
	}
	m.cues, m.tells, m.soundAt = nil, false, time.Time{}
	listener := m.opts.Listener
	return m, func() tea.Msg {
		listener.Hear(h)
		return nil
	}
}

// hush mutes by itself when somebody lies in bed at night, for others sleep there; and
// takes that back when it was a slip. Who said what is to be heard has said so.
func (m Model) hush(before session.Facts) Model {
	was, is := before.Context == content.Sleep, m.s.Facts.Context == content.Sleep
	switch {
	case m.opts.Asked || was == is:
	case is && m.sound != Mute:
		m.sound, m.awake, m.tells = Mute, m.sound, true
	case was && m.awake != "":
		m.sound, m.awake, m.tells = m.awake, "", true
	}
	return m
}

// nextSound goes from voice to tones to mute.
func (m Model) nextSound() Model {
	list := []Sound{Voice, Tones, Mute}
	if m.opts.NoVoice {
		list = list[1:]
	}
	m.sound, m.awake, m.opts.Asked, m.tells = after(list, m.sound), "", true, true
	m.soundAt = m.keyAt
	m = m.note(m.phrase("sound-" + string(m.sound)))
	asleep := m.s.Facts.Context == content.Sleep // what is right there isn't for other days
	if m.opts.RememberSound != nil && !asleep {
		m.opts.RememberSound(m.sound)
	}
	return m
}

// notify shows a notice. One that the voice is gone leaves the session without it.
func (m Model) notify(n Notice) Model {
	words := m.phrase(n.Key)
	if n.Err != nil {
		words = strings.TrimSuffix(words, ".") + ": " + inert(n.Err.Error())
	}
	m = m.later(words)
	if n.Key == "voice-gone" {
		m = m.voiceless()
	}
	return m
}

// warnMuted says that nobody hears what comes of the pack that goes on. Who muted it, or
// whether it muted by itself, makes no difference to the skin.
func (m Model) warnMuted() Model {
	if m.sound != Mute {
		return m
	}
	return m.note(m.phrase("muted-pack"))
}

// voiceless goes on without a voice: there is none any more.
func (m Model) voiceless() Model {
	m.opts.NoVoice = true
	if m.awake == Voice {
		m.awake = Tones
	}
	if m.sound == Voice {
		m.sound, m.tells = Tones, true
	}
	return m
}
