package cli

import (
	"testing"

	"uncramp/ui"
)

// TestOneVoiceAtATime: where a session is told in lines, a voice is heard beside whoever
// reads them only if it was asked for or chosen.
func TestOneVoiceAtATime(t *testing.T) {
	t.Parallel()
	spoken := hearing{mode: voice}
	for name, x := range map[string]struct {
		c    choices
		want ui.Sound
	}{
		"on the screen":              {choices{hearing: spoken, hasVoice: true}, ui.Voice},
		"on the screen, no voice":    {choices{hearing: spoken}, ui.Tones},
		"in lines":                   {choices{hearing: spoken, hasVoice: true, lines: &lines{}}, ui.Tones},
		"in lines, asked for":        {choices{hearing: spoken, hasVoice: true, lines: &lines{}, asked: asked{voice: voiceOn}}, ui.Voice},
		"in lines, with a speaker":   {choices{hearing: spoken, hasVoice: true, lines: &lines{}, asked: asked{speakWith: "say"}}, ui.Voice},
		"in lines, a setting":        {choices{hearing: spoken, hasVoice: true, lines: &lines{}, settings: settings{sound: say(voice)}}, ui.Voice},
		"in lines, but there's none": {choices{hearing: spoken, lines: &lines{}, asked: asked{voice: voiceOn}}, ui.Tones},
		"muted in lines":             {choices{hearing: hearing{mode: mute}, hasVoice: true, lines: &lines{}}, ui.Mute},
	} {
		if got := x.c.sound(); got != x.want {
			t.Errorf("%s: %s, want %s", name, got, x.want)
		}
	}
}
