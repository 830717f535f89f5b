//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// commands are what a terminal is told, as against what it draws or rings for: some
// end with the character of the bell.
var commands = regexp.MustCompile(`\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?`)

// rings is how often the bell rang so far.
func (s *session) rings() int { return bytes.Count(commands.ReplaceAll(s.raw(), nil), []byte("\a")) }

// waitRings waits until the bell has rung so often.
func (s *session) waitRings(t *testing.T, n int) {
	t.Helper()
	s.until(t, "bell", patience, func(string) bool { return s.rings() >= n })
}

// TestNoDevice: where no sound device answers, that is said once, for a while, and the
// bell rings where the body has to change something.
func TestNoDevice(t *testing.T) {
	t.Parallel()
	e := speakers(t, "speaks")
	s := start(t, opts{heard: true, args: append(speeds(5), speakWith(t)...), env: e.env})
	said := s.shows(content.Embedded().Phrase("no-device"))
	s.waitPhrase(t, "no-device")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 5*time.Second })
	if n := s.rings(); n > 0 {
		t.Errorf("%d rings in the wait", n)
	}
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.waitGone(t, "No sound device", patience)
	s.keys("\r")
	s.waitVerb(t, "GET READY", patience)
	for _, c := range []struct {
		verb  string
		left  time.Duration
		rings int
	}{
		{"GET READY", 11 * time.Second, 1}, // the step began
		{"GET READY", 6 * time.Second, 1},
		{"HOLD", 15 * time.Second, 2}, // and then the hold; its half and the countdown don't ring
		{"HOLD", 7 * time.Second, 2},
	} {
		s.counts(t, c.verb, patience, func(d time.Duration) bool { return d <= c.left })
		if n := s.rings(); n != c.rings {
			t.Errorf("%d rings at %s %v, want %d", n, c.verb, c.left, c.rings)
		}
	}
	s.keys("q")
	s.waitFor(t, "LEAVE NOW?", patience)
	s.keys("\r")
	s.ends(t, 3)
	said.once(t, "that no device answers")
	if n := s.rings(); n > 3 { // one more where it was left after the hold
		t.Errorf("%d rings in all", n)
	}
}

// TestSpeakerTellsWhy: what a speaker that the person named says itself of its failure
// stands on the screen, on one line.
func TestSpeakerTellsWhy(t *testing.T) {
	t.Parallel()
	s := start(t, opts{heard: true, cols: 120, env: []string{noDevice},
		args: []string{"--voice", "on", "--speak-with", `sh -c "echo boom >&2; exit 1"`}})
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.keys("e")
	s.waitText(t, "The voice does not answer any more: sh: exit status 1: boom")
	s.keys("\x03")
	s.ends(t, 130)
}

// TestNoDeviceNoSystemVoice: a voice of the system's that needs the device, and never
// spoke, is not missed a second time.
func TestNoDeviceNoSystemVoice(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := t.TempDir()
	for _, name := range []string{"espeak-ng", "say"} { // where it is looked for, here and there
		if err := os.Symlink(self, filepath.Join(path, name)); err != nil {
			t.Fatal(err)
		}
	}
	e := speakers(t, "fails")
	s := start(t, opts{heard: true, env: append(e.env, "PATH="+path, atHour(t, 12))})
	device := s.shows(content.Embedded().Phrase("no-device"))
	gone := s.shows(content.Embedded().Phrase("voice-gone"))
	s.waitPhrase(t, "no-device")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	e.hears(t, "said", 1)
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	e.hears(t, "said", 2)
	s.waitText(t, "m tones on")
	s.waitGone(t, "No sound device", 2*patience) // what waited for its turn would stand there now
	s.keys("\x03")
	s.ends(t, 130)
	device.once(t, "that no device answers")
	if slices.ContainsFunc(gone.all(), func(step seen) bool { return step.value == "true" }) {
		t.Error("and then that the voice does not answer")
	}
}

// TestVoiceSaysThatItIsOn: the key for sound makes itself heard to who doesn't see what it
// did.
func TestVoiceSaysThatItIsOn(t *testing.T) {
	t.Parallel()
	e := speakers(t, "speaks")
	s := start(t, opts{heard: true, args: append([]string{"--mute"}, speakWith(t)[:2]...), env: e.env})
	s.waitText(t, "m muted")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.keys("m")
	if got := e.hears(t, "said", 1).text; got != "Voice on.\n" {
		t.Errorf("said %q", got)
	}
	s.keys("\x03")
	s.ends(t, 130)
}
