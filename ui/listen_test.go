package ui

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// ear is a listener that keeps what it is told.
type ear struct {
	mu   sync.Mutex
	told []Heard
}

func (e *ear) Hear(h Heard) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.told = append(e.told, h)
}

// cues lists what was cued, in the order in which it was told.
func (e *ear) cues() []session.Cue {
	e.mu.Lock()
	defer e.mu.Unlock()
	slices.SortStableFunc(e.told, func(a, b Heard) int { return a.N - b.N })
	var list []session.Cue
	for _, h := range e.told {
		list = append(list, h.Cues...)
	}
	return list
}

// last is what was told last.
func (e *ear) last() Heard { return e.told[len(e.told)-1] }

// run runs a command as the program would, but for what waits for the clock.
func run(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		batch, ok := msg.(tea.BatchMsg)
		if !ok {
			return []tea.Msg{msg}
		}
		var all []tea.Msg
		for _, c := range batch {
			all = append(all, run(c)...)
		}
		return all
	case <-time.After(50 * time.Millisecond):
		return nil // a tick
	}
}

// heardBy is a program that somebody listens to.
func heardBy(t *testing.T, f session.Facts, o Options) (*desk, *ear) {
	t.Helper()
	e := &ear{}
	o.Listener = e
	d := beginWith(t, f, 80, 24, o)
	run(d.cmd)
	return d, e
}

// do presses keys and runs what they ask for.
func (d *desk) do(keys ...string) *desk {
	d.Helper()
	for _, k := range keys {
		d.press(k)
		run(d.cmd)
	}
	return d
}

// TestListenerHearsTheSession: the opening, each cue once and in its order, with the
// real instant of each; the whole program runs.
func TestListenerHearsTheSession(t *testing.T) {
	e := &ear{}
	performWith(t, equipped, Options{Listener: e, Sound: Voice}, func(s *stage) {
		s.wait(40*time.Second).press("e", "enter").wait(4 * time.Minute)
	}, undrawn())
	cues := e.cues()
	if len(cues) == 0 || cues[0].Kind != session.CueBegin || cues[0].At != 0 {
		t.Fatalf("the opening is not heard: %+v", cues)
	}
	want := reheard(t, cues)
	if !slices.Equal(cues, want) {
		t.Errorf("heard %d cues, the session cued %d", len(cues), len(want))
	}
	first := e.told[0].At(0)
	for _, h := range e.told {
		if got := h.At(90 * time.Second).Sub(first); got != 90*time.Second {
			t.Errorf("90 s are %v", got)
		}
	}
}

// reheard are the cues of the same session, played without a program: with the words
// at the instants at which the program had them.
func reheard(t *testing.T, heard []session.Cue) []session.Cue {
	t.Helper()
	s := sessionOf(t, equipped)
	list := s.Opening()
	say := func(e session.Event, kind session.CueKind) {
		i := slices.IndexFunc(heard, func(c session.Cue) bool { return c.Kind == kind })
		if i < 0 {
			t.Fatalf("never heard %s", kind)
		}
		for {
			then, cues, ok := s.Ahead()
			if !ok || then.Now > heard[i].At {
				break
			}
			s, list = then, append(list, cues...)
		}
		var cues []session.Cue
		s, cues = s.Apply(e, heard[i].At)
		list = append(list, cues...)
	}
	say(session.Eased{}, session.CueConfirm)
	say(session.Go{}, session.CueStep)
	for len(list) < len(heard) {
		then, cues, ok := s.Ahead()
		if !ok {
			break
		}
		s, list = then, append(list, cues...)
	}
	return list[:min(len(list), len(heard))]
}

// TestListenerIsToldWhatStops: a pause, and what is laid over the screen.
func TestListenerIsToldWhatStops(t *testing.T) {
	d, e := heardBy(t, equipped, Options{})
	d.do("e", "enter")
	for _, k := range []string{"space", "!", "?"} {
		if d.do(k); e.last().Session.Mode != session.Paused {
			t.Errorf("%s: the listener was told of a session that is %s", k, e.last().Session.Mode)
		}
		back := "esc"
		if k == "space" {
			back = "space"
		}
		if d.do(back); e.last().Session.Mode != session.Running {
			t.Errorf("after %s: %s", k, e.last().Session.Mode)
		}
	}
	n := len(e.told)
	if d.wait(300 * time.Millisecond); len(e.told) != n {
		t.Error("told although nothing happened")
	}
}

// TestSoundKey cycles, says so, and has the choice remembered.
func TestSoundKey(t *testing.T) {
	var kept []Sound
	d, e := heardBy(t, nobody, Options{RememberSound: func(s Sound) { kept = append(kept, s) }})
	d.sees("m voice on")
	for _, x := range []struct {
		sound Sound
		words string
	}{{Tones, "Tones are on."}, {Mute, "Muted."}, {Voice, "Voice and tones are on."}} {
		d.do("m")
		d.sees(x.words, "m "+soundWords[x.sound])
		if e.last().Sound != x.sound {
			t.Errorf("the listener was told %q, want %q", e.last().Sound, x.sound)
		}
	}
	if want := []Sound{Tones, Mute, Voice}; !slices.Equal(kept, want) {
		t.Errorf("kept %v, want %v", kept, want)
	}
	d, _ = heardBy(t, nobody, Options{NoVoice: true, Sound: Tones})
	d.do("m").sees("m muted")
	d.do("m").sees("m tones on")
}

// TestVoiceGone: there is none any more, and m doesn't offer it.
func TestVoiceGone(t *testing.T) {
	d, e := heardBy(t, nobody, Options{})
	d.send(Notice{Key: "voice-gone"})
	run(d.cmd)
	if d.sees("m tones on"); e.last().Sound != Tones {
		t.Errorf("the listener was told %q", e.last().Sound)
	}
	d.do("m").sees("m muted")
	d.do("m").sees("m tones on")

	d, _ = heardBy(t, session.Facts{Context: content.Sleep}, Options{})
	d.send(Notice{Key: "voice-gone"}).sees("m muted")
	for d.m.s.Facts.Context == content.Sleep {
		d.do("o")
	}
	d.sees("m tones on")
}

// TestMutedInBed: in context sleep nothing is heard, unless somebody said so, and when
// that was a slip it is heard again. What is chosen there isn't kept for other days.
func TestMutedInBed(t *testing.T) {
	asleep := session.Facts{Context: content.Sleep}
	d, e := heardBy(t, asleep, Options{})
	if d.sees("m muted"); e.last().Sound != Mute {
		t.Errorf("heard in bed: %q", e.last().Sound)
	}
	kept := false
	d, _ = heardBy(t, asleep, Options{RememberSound: func(Sound) { kept = true }})
	if d.do("m").sees("m voice on"); kept {
		t.Error("the choice of a night in bed is kept")
	}
	d, _ = heardBy(t, asleep, Options{Asked: true})
	d.sees("m voice on")

	d, e = heardBy(t, nobody, Options{})
	for range content.Contexts() {
		d.do("o")
		asleep := d.m.s.Facts.Context == content.Sleep
		if asleep {
			d.sees("Muted, so that nobody wakes up.")
		}
		if muted := e.last().Sound == Mute; muted != asleep {
			t.Errorf("context %s: %q", d.m.s.Facts.Context, e.last().Sound)
		}
	}
}

// TestNotices: what comes up beside the screen is said for a while, and a voice that
// is gone leaves tones.
func TestNotices(t *testing.T) {
	d, _ := heardBy(t, nobody, Options{})
	d.send(Notice{Key: "no-device"})
	d.sees("No sound device answers.")
	if d.wait(noteTime + time.Second).misses("No sound device"); d.m.sound != Voice {
		t.Errorf("it is %q", d.m.sound)
	}
	d.send(Notice{Key: "voice-gone"}).sees("The voice does not answer", "m tones on")
	d.send(Problem{errors.New("settings.yaml:2:1: unknown setting")}).misses("settings.yaml:2:1")
	d.wait(noteTime).sees("settings.yaml:2:1")
	d.wait(noteTime + time.Second).misses("settings.yaml:2:1")

	// What was hardly there when a key came is there again.
	d.send(Notice{Key: "no-device"}).hit("b").misses("No sound device")
	d.wait(noteTime + time.Second).sees("No sound device answers.")
	d.wait(glance).press("b").wait(noteTime + time.Second).misses("No sound device")

	// A key answers at once; what nobody asked for comes after it.
	d.send(Notice{Key: "no-device"}).send(Notice{Key: "muted-night"}).press("m").sees("Muted. Press m for sound.")
	d.wait(noteTime).sees("No sound device answers.") // it had stood there for a second
	d.wait(noteTime).sees("Muted for the night.")
}

// TestAcrossIsRemembered, and can be on from the beginning.
func TestAcrossIsRemembered(t *testing.T) {
	var kept []bool
	d, _ := heardBy(t, equipped, Options{Across: true, RememberAcross: func(on bool) { kept = append(kept, on) }})
	d.do("e", "enter").misses("Put both palms", "Stop if")
	d.do("f", "f", "f").sees("Put both palms on the wall")
	if want := []bool{false, true, false}; !slices.Equal(kept, want) {
		t.Errorf("kept %v, want %v", kept, want)
	}
	// The key that leads from the large end to its summary chooses nothing for next time.
	kept = nil
	d, _ = heardBy(t, session.Facts{Routine: "legs"}, Options{Across: true, RememberAcross: func(on bool) { kept = append(kept, on) }})
	d.do("enter")
	d.until("the end", func() bool { return d.m.s.Mode == session.Ended })
	d.do("enter")
	if d.m.across || len(kept) > 0 {
		t.Errorf("across %t, kept %v", d.m.across, kept)
	}
}

// TestMassageAsksOnScreen for what the voice asks too, on both screens.
func TestMassageAsksOnScreen(t *testing.T) {
	for _, o := range []Options{{}, {Across: true}} {
		d, _ := heardBy(t, equipped, o)
		d.do("e", "enter")
		d.until("the massage", func() bool { return d.m.s.Phase().Kind == session.Open })
		d.misses("Still tight?")
		d.until("the question", func() bool { return d.m.s.Still(d.m.at) }).sees("Still tight? Press + for more time.")
		d.hit("+").misses("Still tight?")
		slot := d.m.s.Head().Slot
		d.wait(d.m.s.Left(d.m.at) + time.Second)
		if d.m.s.Head().Slot == slot {
			t.Errorf("it did not go on:\n%s", d.text())
		}
	}
}

// TestPackOffWaits: the words after it come when it is off, not under the overlay that
// waits for that.
func TestPackOffWaits(t *testing.T) {
	d, e := heardBy(t, equipped, Options{})
	d.do("e", "enter").asked().do("1", "enter")
	d.until("the end of the pack", func() bool { return d.m.over == offOverlay })
	run(d.cmd)
	var kinds []session.CueKind
	for _, c := range e.last().Cues {
		kinds = append(kinds, c.Kind)
	}
	if !slices.Contains(kinds, session.CueOff) || slices.Contains(kinds, session.CueBegin) {
		t.Errorf("with the pack's end is told %v", kinds)
	}
	d.do("enter")
	cues := e.last().Cues
	if last := cues[len(cues)-1]; last.Kind != session.CueBegin || d.m.s.Said(last) != d.m.phrase("drink") {
		t.Errorf("after it is told %+v", cues)
	}
}

// TestManualOnScreen: an exercise that waits says what for, and enter begins it.
func TestManualOnScreen(t *testing.T) {
	f := equipped
	f.Manual = true
	d := begin(t, f, 80, 24).press("e", "enter")
	d.wait(time.Minute).sees("READY?", "Press enter when you are ready.", "enter begin")
	if strings.Count(flat(d.text()), "enter ") != 2 { // the words, and the key
		t.Errorf("enter is offered twice:\n%s", d.text())
	}
	d.press("enter").sees("GET READY")
}
