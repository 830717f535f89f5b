package cli

import (
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
	"uncramp/ui/sound"
)

// TestVoicelessIsToldOnce: why a voice is gone is told of a speaker that the person named;
// and of the system's own nothing, where the screen has said that no device answers.
func TestVoicelessIsToldOnce(t *testing.T) {
	t.Parallel()
	boom := errors.New("sh: exit status 1: boom")
	for name, x := range map[string]struct {
		own, deaf bool
		want      []tea.Msg
	}{
		"the system's voice":             {false, false, []tea.Msg{ui.Notice{Key: "voice-gone"}}},
		"the system's voice, no device":  {false, true, []tea.Msg{ui.Notice{Key: "no-device"}, ui.Voiceless{}}},
		"a speaker of theirs":            {true, false, []tea.Msg{ui.Notice{Key: "voice-gone", Err: boom}}},
		"a speaker of theirs, no device": {true, true, []tea.Msg{ui.Notice{Key: "no-device"}, ui.Notice{Key: "voice-gone", Err: boom}}},
	} {
		var told []tea.Msg
		b := newBeside(func(string) string { return "" }, sound.Speaker{Own: x.own}, true, 80)
		b.notify = func(m tea.Msg) { told = append(told, m) }
		if x.deaf {
			b.bell().Close()
		}
		b.voiceless(boom)
		b.Close()
		if !slices.Equal(told, x.want) {
			t.Errorf("%s: told %v, want %v", name, told, x.want)
		}
	}
	own, err := sound.Command("go version")
	if system, ok := sound.FindSpeaker(func(name string) (string, error) { return name, nil }); err != nil || !ok || !own.Own || system.Own {
		t.Errorf("own %+v, %v; the system's %+v, %t", own, err, system, ok)
	}
}

// TestDisplayStaysOn: while something runs, and as long as a pack may be on the skin: also
// after its time, until somebody says that it is off.
func TestDisplayStaysOn(t *testing.T) {
	t.Parallel()
	on := session.Session{Mode: session.Paused}
	on.Pack.Kind = content.Heat
	for name, x := range map[string]struct {
		h    ui.Heard
		want bool
	}{
		"it runs":                {ui.Heard{Session: session.Session{Mode: session.Running}}, true},
		"it is paused":           {ui.Heard{Session: session.Session{Mode: session.Paused}}, false},
		"a pack is on":           {ui.Heard{Session: on}, true},
		"a pack has to come off": {ui.Heard{Session: session.Session{Mode: session.Paused}, Off: true}, true},
		"also at the end":        {ui.Heard{Session: session.Session{Mode: session.Ended}, Off: true}, true},
		"it is over":             {ui.Heard{Session: session.Session{Mode: session.Ended}}, false},
	} {
		if got := needed(x.h); got != x.want {
			t.Errorf("%s: needed %t, want %t", name, got, x.want)
		}
	}
}
