// Package sound is what is heard of a session: short tones, a voice, and the
// terminal's bell where there is neither. It listens to the same cues as the screen
// and has no clock of its own: each sound comes with its instant. Nothing here ever
// makes its caller wait.
package sound

import "time"

// Tone is one of the sounds that stand for a cue. Each can be told from the others
// without looking.
type Tone string

// The tones.
const (
	ToneReady  Tone = "get ready"
	ToneBegin  Tone = "begin"
	ToneHalf   Tone = "half-way"
	ToneThree  Tone = "three"
	ToneTwo    Tone = "two"
	ToneOne    Tone = "one"
	ToneEnd    Tone = "end"
	ToneSwitch Tone = "switch"
	ToneLast   Tone = "last one"
	ToneSkin   Tone = "skin check"
	ToneStep   Tone = "step done"
	ToneAsk    Tone = "question"
	ToneOff    Tone = "take it off"
	ToneOver   Tone = "all done"
)

// Tones lists every tone.
func Tones() []Tone {
	return []Tone{
		ToneReady, ToneBegin, ToneHalf, ToneThree, ToneTwo, ToneOne, ToneEnd, ToneSwitch, ToneLast, ToneSkin, ToneStep,
		ToneAsk, ToneOff, ToneOver,
	}
}

// Note is a tone at its instant.
type Note struct {
	Tone Tone
	At   time.Time // with its monotonic reading
}

// Player is where tones are heard. Its calls return at once and may come from
// several goroutines.
type Player interface {
	// Play has a tone sound at its instant, or at once where that is past already.
	Play(Note)
	// Plan tells ahead which tones come next, in place of what the last call told:
	// a tone of that one that hasn't begun and isn't told again doesn't sound.
	Plan([]Note)
	// Volume says how loud tones are from here on: 0, silent, to 100.
	Volume(int)
	// Close ends what sounds, and gives back the device.
	Close()
}
