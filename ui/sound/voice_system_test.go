//go:build system

package sound

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// wavVoice is a voice whose espeak-ng writes to file instead of the sound device.
func wavVoice(t *testing.T, file string, args ...string) (v *Voice, trouble chan error) {
	t.Helper()
	s, ok := FindSpeaker(exec.LookPath)
	if !ok || s.Name != "espeak-ng" {
		t.Fatalf("found %q, %v, want espeak-ng", s.Name, ok)
	}
	s.args = slices.Concat(s.args, []string{"-w", file}, args)
	s.lasts = false
	return voiceOf(t, s)
}

// wavOf reads a file of 16 bit samples on one channel: how long it is, where in it
// the first sound is, and how loud it gets.
func wavOf(t *testing.T, file string) (length, first time.Duration, peak int) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil || len(b) < 44 {
		t.Fatalf("%d bytes, %v", len(b), err)
	}
	rate := binary.LittleEndian.Uint32(b[24:])
	at := func(i int) time.Duration { return time.Duration(i) * time.Second / time.Duration(rate) }
	b = b[44:]
	for i := range len(b) / 2 {
		level := int(int16(binary.LittleEndian.Uint16(b[2*i:])))
		if level = max(level, -level); level > 300 && first == 0 {
			first = at(i)
		}
		peak = max(peak, level)
	}
	return at(len(b) / 2), first, peak
}

// typical phrases, the short and the long ones.
var typical = []string{
	"Hold.", "Up.", "Rest.", "Slowly down.", "Three.", "Two.", "One.", "And ease off.", "Halfway.", "Ten seconds.",
	"Get ready.", "Switch legs.", "Switch sides.", "Last one.", "Seventeen.", "Twenty.", "Strength.",
	"Palms on the wall. Left leg back, heel down.",
	"Begin. Take your time.",
	"Still tight? Plus for more time.",
	"Easing, the same or worse?",
	"Heat, cold or neither?",
	"Take the pack off now.",
	"Look at your skin under the pack. Is it all right?",
	"The pack is on. Its time has started.",
	"This cramp has lasted ten minutes or more. Get advice today.",
	"Two holds of 30 seconds, each side.",
	"You were away for 12 minutes. Press space to go on.",
	"Stand facing a wall, an arm's length away.",
}

// The estimate is never shorter than real speech by more than a tenth, nor so long
// that it drops what fits.
func TestLengthOfRealSpeech(t *testing.T) {
	file := filepath.Join(t.TempDir(), "words.wav")
	v, trouble := wavVoice(t, file)
	for _, text := range typical {
		began := time.Now()
		sayAndWait(t, v, text)
		took := time.Since(began)
		spoken, first, peak := wavOf(t, file)
		estimate := Length(text)
		t.Logf("%4d ms estimated, %4d ms spoken, first sound at %2d ms, made in %3d ms: %s", estimate.Milliseconds(), spoken.Milliseconds(), first.Milliseconds(), took.Milliseconds(), text)
		if spoken == 0 || peak < 5000 {
			t.Errorf("%q lasts %v with a peak of %d", text, spoken, peak)
		}
		if estimate < spoken*9/10 || estimate > spoken*3/2+300*time.Millisecond {
			t.Errorf("%q lasts %v, estimated %v", text, spoken, estimate)
		}
		if first > 150*time.Millisecond {
			t.Errorf("%q is silent for %v", text, first)
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	wantVoiceTrouble(t, trouble)
}

func TestVolumeOfRealSpeech(t *testing.T) {
	file := filepath.Join(t.TempDir(), "words.wav")
	v, _ := wavVoice(t, file)
	last := 0
	for _, percent := range []int{10, 50, 100} {
		v.Volume(percent)
		sayAndWait(t, v, "Palms on the wall.")
		_, _, peak := wavOf(t, file)
		t.Logf("%d%%: peak %d", percent, peak)
		if peak <= last || peak > 32000 {
			t.Errorf("at %d%% a peak of %d, after %d", percent, peak, last)
		}
		last = peak
	}
}

// A command of the person's own, and words that a shell or espeak-ng itself could
// take for something else.
func TestCommandOfRealSpeech(t *testing.T) {
	file := filepath.Join(t.TempDir(), "some words.wav")
	s, err := Command(`espeak-ng -z --stdin -w "` + file + `"`)
	if err != nil {
		t.Fatal(err)
	}
	v, trouble := voiceOf(t, s)
	sayAndWait(t, v, "$(rm) `x` --help")
	if length, _, _ := wavOf(t, file); length < 500*time.Millisecond {
		t.Errorf("words of %v", length)
	}
	wantVoiceTrouble(t, trouble)
}

func TestRealSpeakerFails(t *testing.T) {
	v, trouble := wavVoice(t, filepath.Join(t.TempDir(), "words.wav"), "-v", "nosuchvoice")
	wantVoiceFault(t, v, trouble, "espeak-ng: exit status 1: Error: The specified espeak-ng voice does not exist.", nil)
}

// Without a sound device espeak-ng calls it a success.
func TestRealSpeakerWithoutDevice(t *testing.T) {
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(t.TempDir(), "none"))
	t.Setenv("ALSA_CONFIG_PATH", os.DevNull)
	s, _ := FindSpeaker(exec.LookPath)
	v, trouble := voiceOf(t, s)
	wantVoiceFault(t, v, trouble, "espeak-ng: made no sound: ALSA lib ", nil)
}
