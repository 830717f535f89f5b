package cli

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/ui"
	"uncramp/ui/sound"
)

// choices are what the person chose of how a session is shown and heard: now, with
// flags, or some time ago, in the settings.
type choices struct {
	asked    asked
	settings settings
	file     settingsFile
	hearing  hearing // what is heard unless they sleep
	context  content.Context
	now      func() time.Time
	speaker  sound.Speaker
	hasVoice bool
	notices  []tea.Msg // what the screen shows once it can
	scribe   *scribe   // nil = nothing is kept
	told     bool      // which muscle
	lines    *lines    // nil = on the full screen
}

// choose reads the settings, and what the flags ask for beside them. A file that isn't
// right counts for nothing: nobody who cramps is kept out by it.
func (a *app) choose(x content.Context, now func() time.Time) (choices, error) {
	c := choices{file: settingsPlace(a.world.Getenv), now: now, context: x}
	var err error
	if c.asked, err = a.flags.asked(); err != nil {
		return c, err
	}
	if c.settings, err = c.file.read(); err != nil {
		c.notices = append(c.notices, ui.Problem{Err: err})
	}
	c.hearing = hear(c.asked, c.settings, "", now())
	c.speaker, c.hasVoice, err = findSpeaker(c.hearing.speakWith)
	switch {
	case err != nil && c.asked.speakWith != "":
		return c, usage{err}
	case err != nil:
		c.notices = append(c.notices, ui.Problem{Err: err})
	case !c.hasVoice && c.asked.voice == voiceOn:
		c.notices = append(c.notices, ui.Notice{Key: "no-voice"})
	}
	if h := hear(c.asked, c.settings, x, now()); h.why != "" {
		c.notices = append(c.notices, ui.Notice{Key: "muted-" + h.why})
	}
	return c, nil
}

// apply gives a program its choices, and what follows the session beside its screen.
func (c choices) apply(o *ui.Options, getenv func(string) string) *beside {
	b := newBeside(getenv, c.speaker, c.hasVoice, c.hearing.volume)
	o.Listener, o.NoVoice = b, !c.hasVoice
	o.Sound = c.sound()
	o.Asked = c.asked.voice == voiceOn || c.asked.mute.or(false)
	o.Across = c.settings.across.or(false)
	o.Contrast = c.asked.contrast.or(c.settings.contrast.or(false))
	b.saver.file, b.scribe = c.file, c.scribe
	o.RememberSound = func(s ui.Sound) {
		for _, x := range c.kept(mode(s)) {
			b.saver.put(x)
		}
	}
	o.RememberAcross = func(on bool) { b.saver.put(change{keyAcross, strconv.FormatBool(on)}) }
	return b
}

// sound is what is heard at first. Lines may be read aloud by a voice of their own, and
// two that talk at once are worse than none: there the tones are enough, unless a voice
// was asked for or chosen.
func (c choices) sound() ui.Sound {
	chosen := c.asked.voice == voiceOn || c.asked.speakWith != "" || c.settings.sound.said
	if c.hearing.mode == voice && (!c.hasVoice || c.lines != nil && !chosen) {
		return ui.Tones
	}
	return ui.Sound(c.hearing.mode)
}

// kept is what is saved of a choice that was made with a key. At night nothing is kept
// that would be louder the next night: by then somebody may sleep beside. A volume of 0
// would keep the next session silent, whatever was chosen.
func (c choices) kept(m mode) []change {
	key := remembers(c.context, c.now())
	if key == "" || key == keyNight && m != mute {
		return nil
	}
	list := []change{{key, string(m)}}
	if v := c.settings.volume; m != mute && v.said && v.value == 0 {
		list = append(list, change{keyVolume, ""})
	}
	return list
}
