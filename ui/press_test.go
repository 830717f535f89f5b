package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// TestPressBeforeTheFirstFrameIsNone holds that a key typed before anybody can
// have seen the screen does nothing, not even so soon after it.
func TestPressBeforeTheFirstFrameIsNone(t *testing.T) {
	for _, after := range []time.Duration{0, 100 * time.Millisecond, unseen - 1} {
		for _, k := range []string{"e", "s", "!", "q", "space", "2"} {
			d := begin(t, nobody, 80, 24)
			want := d.wait(after).text()
			if got := d.hit(k).text(); got != want {
				t.Errorf("%s, %v after the first frame, did something:\n%s", k, after, got)
			}
		}
	}
	d := begin(t, nobody, 80, 24)
	if d.wait(unseen).hit("e"); d.m.s.Head().Kind != session.ConfirmBlock {
		t.Errorf("e, %v after the first frame, did nothing", unseen)
	}
}

// TestPressBeforeAnySizeIsNone holds the same while no frame was made at all.
func TestPressBeforeAnySizeIsNone(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.m.w, d.m.h, d.m.shown = 0, 0, time.Time{}
	if d.wait(time.Second).hit("e"); d.m.s.Head().Kind != session.WaitBlock {
		t.Error("e worked before the first frame")
	}
}

// TestPressRepeatsConfirmNothing holds that a key held down, and one that bounces,
// confirms once.
func TestPressRepeatsConfirmNothing(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("e").press("enter").wait(400*time.Millisecond).phase("toes-to-shin", session.Ready)
	for range 100 { // a key held down for three seconds
		d.wait(30*time.Millisecond).hit("enter").phase("toes-to-shin", session.Ready)
	}
	d.wait(bounce-time.Millisecond).hit("enter").phase("toes-to-shin", session.Ready)
	for range 10 { // on a machine that is slow for a moment, again and again
		d.wait(letGo-time.Millisecond).hit("enter").phase("toes-to-shin", session.Ready)
	}
	d.wait(letGo).hit("enter").phase("toes-to-shin", session.Hold)
}

// TestPressHastily holds that enter pressed by a finger again and again, however
// impatiently, is pressed.
func TestPressHastily(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("e").press("enter").phase("toes-to-shin", session.Ready)
	for range holdDown/bounce + 1 {
		d.wait(bounce).hit("enter")
	}
	d.phase("toes-to-shin", session.Hold)
}

// TestPressTwiceSoonIsOnce holds that a confirming key that comes again before a
// held key would repeat confirms once, and that patience is enough to press it anew.
func TestPressTwiceSoonIsOnce(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("e").press("enter").phase("toes-to-shin", session.Ready)
	d.wait(holdDown-d.clock.now.Sub(d.m.heldAt)-time.Millisecond).hit("enter").phase("toes-to-shin", session.Ready)
	d.wait(bounce).hit("enter").phase("toes-to-shin", session.Hold)
}

// TestPressCapitals holds that caps lock is no other key.
func TestPressCapitals(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	if d.wait(time.Second).send(tea.KeyPressMsg{Code: 'E', Text: "E"}); d.m.s.Head().Kind != session.ConfirmBlock {
		t.Error("E did nothing")
	}
}

// TestPressFactsOnlyBeforehand holds that no slip in the middle of an exercise
// changes the leg or the position, and that the screen says where to.
func TestPressFactsOnlyBeforehand(t *testing.T) {
	for _, k := range []string{"l", "p", "o", "h", "k"} {
		d := sceneOf(t, "hold").at(t, 80, 24)
		was := d.m.s.Facts
		d.press(k)
		if f := d.m.s.Facts; f.Leg() != was.Leg() || f.Stance() != was.Stance() || f.Context != was.Context || d.m.over != noOverlay {
			t.Errorf("%s changed %+v to %+v", k, was, f)
		}
		if !strings.Contains(flat(d.text()), content.Embedded().Phrase("asked-before")) {
			t.Errorf("%s says nothing:\n%s", k, d.text())
		}
	}
}

// TestPressIsAnswered holds that what a key did is said where nothing else shows it.
func TestPressIsAnswered(t *testing.T) {
	for _, c := range []struct{ scene, key, want string }{
		{"wait", "1", content.Embedded().Phrase("easing")},
		{"wait", "2", content.Embedded().Phrase("same")},
		{"wait", "l", "Right calf."},
		{"wait", "p", "Lying."},
		{"wait", "o", "During exercise."},
		{"hold", "t", "Softer from here on: Toes to shin."},
		{"hold-seated", "t", "Softer from here on: 3 holds of 15 seconds."},
		{"walk-test", "t", "Left out from here on: "},
		{"hold", "n", "Wall calf stretch: skipped."},
	} {
		d := sceneOf(t, c.scene).at(t, 80, 24).press(c.key)
		if !strings.Contains(flat(d.text()), c.want) {
			t.Errorf("%s in %s says no %q:\n%s", c.key, c.scene, c.want, d.text())
		}
	}
}

// TestPressTheTerminalCallsARepeat holds that what the terminal itself calls a
// repeat does nothing.
func TestPressTheTerminalCallsARepeat(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	for _, k := range []string{"e", "s", "space", "l", "!"} {
		msg := pressOf(k)
		msg.IsRepeat = true
		want := d.wait(time.Second).text()
		if got := d.send(msg).text(); got != want {
			t.Errorf("a repeat of %s did something:\n%s", k, got)
		}
	}
}

// TestPressBounceIsOne holds that the same key twice within a moment is one press,
// and that other keys are not held up.
func TestPressBounceIsOne(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("l").wait(bounce - 1).hit("l")
	if got := d.m.s.Facts.Leg(); got != session.Right {
		t.Errorf("a bounce changed the leg twice: %s", got)
	}
	if d.wait(bounce).hit("l"); d.m.s.Facts.Leg() != session.Both {
		t.Error("a second press did nothing")
	}
	if d.wait(1).hit("p"); d.m.s.Facts.Stance() != content.Lying {
		t.Error("another key was taken for a bounce")
	}
}

// TestPressScrollsWhileHeld holds that a key held down scrolls.
func TestPressScrollsWhileHeld(t *testing.T) {
	d := begin(t, nobody, 80, 24).press("!")
	for range 5 {
		d.wait(30 * time.Millisecond).hit("down")
	}
	if d.m.scroll != 5 {
		t.Errorf("scrolled by %d lines, want 5", d.m.scroll)
	}
	for range 500 {
		d.hit("down")
	}
	end := d.text()
	d.hit("up")
	if d.text() == end {
		t.Error("scrolling past the end takes as long to come back")
	}
	for range 500 {
		d.hit("up")
	}
	if d.m.scroll != 0 {
		t.Errorf("scrolled to %d, above the top", d.m.scroll)
	}
}

// TestPressFactsCycle holds that one key goes through what can be told, and comes
// back to where it began.
func TestPressFactsCycle(t *testing.T) {
	for _, scene := range []string{"wait", "confirm"} {
		d := sceneOf(t, scene).at(t, 80, 24)
		for _, want := range []string{"right calf", "both calves", "left calf"} {
			d.press("l").sees(want)
		}
		for _, want := range []string{"lying", "standing", "seated"} {
			d.press("p").sees(want)
		}
		var told []content.Context
		for range content.Contexts() {
			d.press("o")
			told = append(told, d.m.s.Facts.Context)
		}
		if !slices.Equal(told, content.Contexts()) {
			t.Errorf("%s: o went through %v", scene, told)
		}
	}
}

// TestPressPickersToggle holds that each digit puts its fact in and takes it out.
func TestPressPickersToggle(t *testing.T) {
	d := begin(t, nobody, 80, 24).press("h")
	for i, thing := range content.Things() {
		k := string(rune('1' + i))
		if d.press(k); !d.m.s.Facts.Have.Has(thing) {
			t.Errorf("%s didn't put %s in", k, thing)
		}
		if d.press(k); d.m.s.Facts.Have.Has(thing) {
			t.Errorf("%s didn't take %s out", k, thing)
		}
	}
	d.press("enter", "k")
	for i, care := range content.Cares() {
		k := string(rune('1' + i))
		if d.press(k); !d.m.s.Facts.Care.Has(care) {
			t.Errorf("%s didn't put %s in", k, care)
		}
		if d.press(k); d.m.s.Facts.Care.Has(care) {
			t.Errorf("%s didn't take %s out", k, care)
		}
	}
	if d.press("enter"); d.m.over != noOverlay || d.m.s.Mode != session.Running {
		t.Errorf("the picker doesn't close:\n%s", d.text())
	}
}

// TestPressPickerKeepsThePause holds that a picker opened in a pause leaves it so.
func TestPressPickerKeepsThePause(t *testing.T) {
	d := begin(t, nobody, 80, 24).press("space", "h", "1", "enter")
	if d.m.s.Mode != session.Paused {
		t.Errorf("it is %s", d.m.s.Mode)
	}
}

// TestPressUnknownKeysDoNothing holds that other keys change nothing on any screen.
func TestPressUnknownKeysDoNothing(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		want := d.m.View().Content
		for _, msg := range []tea.KeyPressMsg{{Code: 'z', Text: "z"}, {Code: 'é', Text: "é"}, {Code: tea.KeyF5}, {Code: 'e', Mod: tea.ModCtrl}} {
			if d.send(msg); d.m.View().Content != want {
				t.Errorf("%s: %s did something:\n%s", s.name, msg, d.text())
			}
		}
	}
}

// TestPressCtrlZWithoutAShell holds that ctrl+z does nothing where no shell would
// take over.
func TestPressCtrlZWithoutAShell(t *testing.T) {
	d := begin(t, nobody, 80, 24).press("ctrl+z")
	if d.cmd != nil || !d.m.stopped.IsZero() {
		t.Error("the program would stop, and nobody could make it go on")
	}
}
