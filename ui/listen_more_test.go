package ui

import (
	"errors"
	"slices"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestSoundKeyMakesItselfHeard: who listens is told, once, that a key chose what is heard,
// and of nothing else that changes it.
func TestSoundKeyMakesItselfHeard(t *testing.T) {
	d, e := heardBy(t, equipped, Options{})
	if !e.last().Chosen.IsZero() {
		t.Error("told at the start, where nobody pressed a key")
	}
	for range 3 {
		d.do("m")
		if got := e.last(); !got.Chosen.Equal(d.clock.now) {
			t.Errorf("%s: chosen at %v, the key came at %v", got.Sound, got.Chosen, d.clock.now)
		}
		if d.do("space"); !e.last().Chosen.IsZero() {
			t.Error("told again of a key that was pressed before")
		}
	}
	d.send(Notice{Key: "voice-gone"})
	run(d.cmd)
	if got := e.last(); got.Sound != Tones || !got.Chosen.IsZero() {
		t.Errorf("the voice is gone: %q, chosen %v", got.Sound, got.Chosen)
	}
	d, e = heardBy(t, nobody, Options{})
	for d.m.s.Facts.Context != content.Sleep {
		d.do("o")
	}
	if got := e.last(); got.Sound != Mute || !got.Chosen.IsZero() {
		t.Errorf("in bed: %q, chosen %v", got.Sound, got.Chosen)
	}
}

// TestVoiceGoneSaysWhy: in one line of what can be printed, where there is a reason; and
// nothing at all where the screen has said it.
func TestVoiceGoneSaysWhy(t *testing.T) {
	d, _ := heardBy(t, nobody, Options{})
	d.send(Notice{Key: "voice-gone", Err: errors.New("sh: exit status 1:\n\x1b[31mboom")})
	d.sees("The voice does not answer any more: sh: exit status 1: [31mboom", "m tones on")

	d, e := heardBy(t, nobody, Options{})
	d.send(Voiceless{}).misses("The voice does not answer")
	run(d.cmd)
	if d.sees("m tones on"); e.last().Sound != Tones {
		t.Errorf("the listener was told %q", e.last().Sound)
	}
	l := tell(t, nobody, Options{}, LineOptions{})
	l.send(Notice{Key: "voice-gone", Err: errors.New("sh: exit status 1: boom")})
	l.says("The voice does not answer any more: sh: exit status 1: boom")
}

// TestMutedPackSaysSo: a pack whose look and end nobody will hear says so as it goes on,
// on the screen and in lines, whoever muted it; and only then.
func TestMutedPackSaysSo(t *testing.T) {
	const words = "Muted: no sound will say when to look at the skin, or to take it off. Press m for sound."
	asleep := equipped
	asleep.Context = content.Sleep
	for name, x := range map[string]struct {
		facts session.Facts
		sound Sound
		want  bool
	}{
		"in bed": {asleep, Voice, true}, "muted": {equipped, Mute, true}, "tones": {equipped, Tones, false}, "voice": {equipped, Voice, false},
	} {
		d := beginWith(t, x.facts, 80, 24, Options{Sound: x.sound}).press("e", "enter").asked().press("1")
		d.misses(words)
		if d.press("enter"); d.m.s.Pack.Kind != content.Heat {
			t.Fatalf("%s: no pack is on:\n%s", name, d.text())
		}
		if x.want {
			d.sees(words)
			d.wait(noteTime + time.Second)
		}
		d.misses(words)
		l := tell(t, x.facts, Options{Sound: x.sound}, LineOptions{})
		l.wait(time.Second).press("e", "enter").asked().press("1").fresh()
		l.press("enter")
		if got := slices.Contains(l.fresh(), words); got != x.want {
			t.Errorf("%s: told in lines %t, want %t", name, got, x.want)
		}
	}
}
