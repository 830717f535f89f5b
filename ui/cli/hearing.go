package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"uncramp/content"
)

// spoken is what --voice takes.
type spoken string

const (
	voiceAuto spoken = "auto"
	voiceOn   spoken = "on"
	voiceOff  spoken = "off"
)

// spokens lists them.
func spokens() []spoken { return []spoken{voiceAuto, voiceOn, voiceOff} }

// asked is what the flags ask for: what is heard, and how a session goes on.
type asked struct {
	voice     spoken
	speakWith string
	mute      maybe[bool]
	volume    maybe[int]
	manual    maybe[bool]
	private   maybe[bool]
	contrast  maybe[bool]
}

// hearing declares the flags of what is heard, and of a session without hands.
func (f *flags) hearing(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.voice, "voice", string(voiceAuto), "words said aloud: "+words(spokens()))
	fs.StringVar(&f.speakWith, "speak-with", "", `a command that says what it reads, like "espeak-ng -v en"`)
	fs.BoolVar(&f.mute, "mute", false, "no sound")
	fs.IntVar(&f.volume, "volume", 0, fmt.Sprintf("how loud, 0 to %d", fullVolume))
	fs.BoolVar(&f.manual, "manual", false, "wait for enter before each exercise, and after a massage")
	complete(cmd, "voice", spokens())
	complete(cmd, "volume", volumes())
}

// asked reads what the flags ask for out of the words, or says which is wrong.
func (f *flags) asked() (asked, error) {
	var a asked
	var err error
	if a.voice, err = word("--voice", f.voice, spokens()); err != nil {
		return a, err
	}
	if a.voice == "" {
		a.voice = voiceAuto
	}
	said := func(name string) bool { return f.said != nil && f.said(name) }
	if said("speak-with") {
		command, ok := parseCommand(f.speakWith)
		if !ok {
			return a, usage{fmt.Errorf("--speak-with: %q is not a command", f.speakWith)}
		}
		a.speakWith = command
	}
	a.private = maybe[bool]{f.private, said("private")}
	a.contrast = maybe[bool]{f.contrast, said("high-contrast")}
	a.mute, a.manual, a.volume = maybe[bool]{f.mute, said("mute")}, maybe[bool]{f.manual, said("manual")}, maybe[int]{f.volume, said("volume")}
	if v := a.volume; v.said && (v.value < 0 || v.value > fullVolume) {
		return a, usage{fmt.Errorf("--volume is 0 to %d, not %d", fullVolume, v.value)}
	}
	return a, a.agree()
}

// agree says which of the flags contradict each other.
func (a asked) agree() error {
	switch {
	case a.voice != voiceOn:
	case a.mute.or(false):
		return usage{errors.New("--mute and --voice on contradict each other: one of them")}
	case a.volume.said && a.volume.value == 0:
		return usage{errors.New("--volume 0 and --voice on contradict each other: one of them")}
	}
	return nil
}

// hearing is what is heard when a session begins.
type hearing struct {
	mode      mode
	why       string // what muted it, where nobody asked for that: "sleep", "night"
	volume    int    // 1 to 100, also while it is muted: for when it no longer is
	speakWith string // the command of another speaker, "" = the system's voice
}

// hear decides what is heard when a session begins. Flags win over settings, but where
// somebody may sleep only --voice on is heard, and at night also --mute=false and the
// settings' own word for it: --speak-with says who speaks, not that it may be now, and
// --voice off takes a voice away without asking for tones.
func hear(a asked, s settings, c content.Context, local time.Time) hearing {
	h := hearing{speakWith: a.speakWith, volume: a.volume.or(s.volume.or(usualVolume))}
	if h.speakWith == "" {
		h.speakWith = s.speakWith.or("")
	}
	switch {
	case a.mute.or(false):
		h.mode = mute
	case a.voice == voiceOn:
		h.mode = voice
	case c == content.Sleep:
		h.mode, h.why = mute, string(content.Sleep)
	case night(local):
		h.mode, h.why = a.byNight(s)
	default:
		h.mode = a.byDay(s)
	}
	if h.volume == 0 { // says the same as mute, and is no volume to come back to
		h.volume = usualVolume
		if a.voice != voiceOn {
			h.mode = mute
		}
	}
	if h.mode == voice && a.voice == voiceOff {
		h.mode = tones
	}
	return h
}

// byNight is what is heard from 22 to 7, and what muted it where nobody asked for that.
// --mute=false, which is all that said can be here, doesn't ask for more than the settings
// keep for the night.
func (a asked) byNight(s settings) (m mode, why string) {
	switch m = s.night.or(mute); {
	case m != mute:
		return m, ""
	case a.mute.said:
		return a.byDay(s), ""
	case !s.night.said:
		return mute, "night"
	}
	return mute, ""
}

// byDay is what is heard where nobody sleeps: what the settings say, unless a flag
// asks for sound.
func (a asked) byDay(s settings) mode {
	m := s.sound.or(voice)
	speaker := a.speakWith != "" && a.voice != voiceOff
	if speaker || m == mute && a.mute.said {
		return voice
	}
	return m
}

// handsOn says whether enter is waited for before each exercise.
func (a asked) handsOn(s settings) bool { return a.manual.or(s.manual.or(false)) }

// night says whether it is an hour in which people sleep.
func night(local time.Time) bool {
	const evening, morning = 22, 7
	return local.Hour() >= evening || local.Hour() < morning
}

// remembers is the setting that keeps what is chosen with a key during a session. In
// context sleep none does: what is right there is not right for the rest of the day.
func remembers(c content.Context, local time.Time) string {
	switch {
	case c == content.Sleep:
		return ""
	case night(local):
		return keyNight
	}
	return keySound
}
