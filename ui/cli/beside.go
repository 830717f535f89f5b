package cli

import (
	"os/exec"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
	"uncramp/ui"
	"uncramp/ui/cli/awake"
	"uncramp/ui/sound"
)

// beside is what goes on beside the screen: what is heard, and what keeps the display
// on. Nothing of it is opened before it is needed, and nothing of it is waited for.
type beside struct {
	speaker  sound.Speaker
	hasVoice bool
	volume   int
	notify   func(tea.Msg) // tells the screen; it may wait for it

	listener *sound.Listener
	keeper   *awake.Keeper
	saver    saver
	scribe   *scribe // nil = nothing is kept

	mu     sync.Mutex
	voice  *sound.Voice // nil = nothing was said yet
	player sound.Player // nil = there is none yet
	opened bool         // the player is there, or on its way
	closed bool
	deaf   bool // the screen said that no sound device answers
	newest int  // what the keeper was told last
}

// newBeside is what goes on beside the screen, at a volume of 0 to 100. Where there is
// no speaker there is no voice.
func newBeside(getenv func(string) string, speaker sound.Speaker, hasVoice bool, volume int) *beside {
	b := &beside{
		speaker: speaker, hasVoice: hasVoice, volume: volume,
		listener: sound.NewListener(), keeper: awake.New(getenv),
		notify: func(tea.Msg) {},
	}
	b.saver.trouble = func(err error) { b.notify(ui.Problem{Err: err}) }
	return b
}

// findSpeaker is who speaks: the command that was asked for, or what the system has.
// ok is false where there is nobody.
func findSpeaker(command string) (s sound.Speaker, ok bool, err error) {
	if command != "" {
		if s, err = sound.Command(command); err == nil {
			return s, true, nil
		}
	}
	s, ok = sound.FindSpeaker(exec.LookPath)
	return s, ok, err
}

// Hear follows the session.
func (b *beside) Hear(h ui.Heard) {
	b.scribe.hear(h.N, h.Kept, h.Untaken, time.Now())
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		return
	}
	if h.N > b.newest {
		b.newest = h.N
		b.keeper.Keep(needed(h))
	}
	b.ready(h.Sound)
	b.mu.Unlock()
	b.listener.Hear(sound.Moment{
		N: h.N, Mode: sound.Mode(h.Sound), Session: h.Session, Cues: h.Cues, Chosen: h.Chosen, At: h.At,
	})
}

// needed says whether the display has to stay on: while something runs, and while a pack
// is on the skin, also after its time, until somebody says that it is off.
func needed(h ui.Heard) bool {
	return h.Session.Mode == session.Running || h.Session.Pack.Kind != "" || h.Off
}

// ready opens what is needed for a sound to be heard.
func (b *beside) ready(s ui.Sound) {
	if s == ui.Mute {
		return
	}
	if s == ui.Voice && b.hasVoice && b.voice == nil {
		b.voice = sound.NewVoice(b.speaker, b.voiceless)
		b.voice.Volume(b.volume)
		b.listener.Talk(b.voice)
	}
	if !b.opened {
		b.opened = true
		go b.open()
	}
}

// voiceless tells the screen that the voice is gone. What the speaker did is told of one
// that the person named, for they can mend it. One that the system has, and that never
// spoke where no device answers, needs that device: the screen has said so already.
func (b *beside) voiceless(err error) {
	b.mu.Lock()
	known := b.deaf && (b.voice == nil || !b.voice.Spoke())
	b.mu.Unlock()
	switch {
	case b.speaker.Own:
		b.notify(ui.Notice{Key: "voice-gone", Err: err})
	case known:
		b.notify(ui.Voiceless{})
	default:
		b.notify(ui.Notice{Key: "voice-gone"})
	}
}

// open opens the sound device, or the terminal's bell in its stead; also later, when
// the device is lost.
func (b *beside) open() {
	p, err := sound.Open(func(error) { b.play(b.bell(), false) })
	if err != nil {
		b.play(b.bell(), false)
		return
	}
	b.play(p, true)
}

// bell is the terminal's, and the screen says so.
func (b *beside) bell() sound.Player {
	b.mu.Lock()
	b.deaf = true
	b.mu.Unlock()
	b.notify(ui.Notice{Key: "no-device"})
	return sound.NewBell(func() { b.notify(tea.RawMsg{Msg: "\a"}) })
}

// play has tones sound through a player from here on. A device that is lost may be so
// before it is used: then the bell is there already, and stays.
func (b *beside) play(p sound.Player, device bool) {
	p.Volume(b.volume)
	b.mu.Lock()
	was := b.player
	if b.closed || device && was != nil {
		was = p
	} else {
		b.player = p
		b.listener.Use(p)
	}
	b.mu.Unlock()
	if was != nil {
		was.Close()
	}
}

// Close ends what is heard, lets the display sleep again, and waits a moment for the
// disk.
func (b *beside) Close() {
	b.mu.Lock()
	b.closed = true
	voice, player := b.voice, b.player
	b.mu.Unlock()
	var all sync.WaitGroup
	all.Go(b.keeper.Close)
	all.Go(func() { b.saver.flush(grace) })
	if voice != nil {
		all.Go(voice.Close)
	}
	if player != nil {
		all.Go(player.Close)
	}
	all.Wait()
}
