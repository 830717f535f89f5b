package sound

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sayAndWait says text and waits until its speaker has ended.
func sayAndWait(t *testing.T, v *Voice, text string) {
	t.Helper()
	voicePromptly(t, func() { v.Say(text, time.Time{}) })
	v.running.Wait()
}

// wantVoiceFault has the voice fail twice, which is once too often.
func wantVoiceFault(t *testing.T, v *Voice, trouble chan error, prefix string, is error) {
	t.Helper()
	sayAndWait(t, v, "Palms on the wall. Left leg back.")
	wantVoiceTrouble(t, trouble)
	sayAndWait(t, v, "Switch legs. Right leg back.")
	voiceFault(t, trouble, prefix, is)
	sayAndWait(t, v, "Hold.")
	wantVoiceTrouble(t, trouble)
}

// voiceFault waits until the voice tells what its speaker did. is may be nil.
func voiceFault(t *testing.T, trouble chan error, prefix string, is error) {
	t.Helper()
	select {
	case err := <-trouble:
		if !strings.HasPrefix(err.Error(), prefix) || is != nil && !errors.Is(err, is) {
			t.Errorf("trouble %q, want %s...", err, prefix)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("no trouble")
	}
}

func TestSpeakerSpeaks(t *testing.T) {
	ear := speakerAs(t, "speak")
	v, trouble := fakeVoice(t)
	began := time.Now()
	for _, text := range []string{"Hold.", "Halfway."} {
		sayAndWait(t, v, text)
		up := ear.wait(t, "up")
		if h := ear.wait(t, "said"); h.text != fmt.Sprintf("%q", text+"\n") {
			t.Errorf("said %s, want %q", h.text, text)
		}
		t.Logf("the speaker was up %v after the call", up.at.Sub(began).Round(time.Millisecond))
		began = time.Now()
	}
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}

// What would mean something to a shell, a terminal or a pattern is said as it is.
func TestSpeakerTextIsLiteral(t *testing.T) {
	ear := speakerAs(t, "speak")
	v, _ := fakeVoice(t)
	there := t.TempDir()
	t.Chdir(there)
	sayAndWait(t, v, "$(touch x); rm * | `a` 'b' \"c\" \\n %s --help\x1b[0m\n-f /etc/passwd")
	if h := ear.wait(t, "said"); h.text != fmt.Sprintf("%q", "$(touch x); rm * | `a` 'b' \"c\" \\n %s --help [0m -f /etc/passwd\n") {
		t.Errorf("said %s", h.text)
	}
	files, err := os.ReadDir(there)
	if err != nil || len(files) > 0 {
		t.Errorf("%v, %v in the directory", files, err)
	}
	ear.silence(t, v)
}

func TestSpeakerFails(t *testing.T) {
	ear := speakerAs(t, "fail")
	v, trouble := fakeVoice(t)
	name := filepath.Base(os.Args[0])
	wantVoiceFault(t, v, trouble, name+": exit status 1: no [31mdevice "+strings.Repeat("x", 66), nil)
	ear.wait(t, "up")
	ear.wait(t, "up")
	ear.silence(t, v)
}

// A speaker that should take as long as its words, and doesn't, has said nothing.
func TestSpeakerTooQuick(t *testing.T) {
	speakerAs(t, "speak")
	s, err := Command(`"` + os.Args[0] + `"`)
	if err != nil {
		t.Fatal(err)
	}
	s.lasts = true
	v, trouble := voiceOf(t, s)
	for range 2 {
		sayAndWait(t, v, "Palms on the wall. Left leg back, heel down, and lean in slowly.")
	}
	voiceFault(t, trouble, s.Name+": made no sound", errNothing)
}

func TestSpeakerFloods(t *testing.T) {
	ear := speakerAs(t, "flood")
	v, trouble := fakeVoice(t)
	sayAndWait(t, v, "Hold.")
	ear.wait(t, "said")
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}

func TestVoiceNewEndsOldProcess(t *testing.T) {
	ear := speakerAs(t, "stay")
	v, trouble := fakeVoice(t)
	v.Say("Hold.", time.Time{})
	old := ear.wait(t, "said")
	began := time.Now()
	voicePromptly(t, func() { v.Say("Rest.", time.Time{}) })
	if gone := ear.wait(t, "gone"); gone.pid != old.pid {
		t.Errorf("%s has ended, not %s", gone.pid, old.pid)
	}
	if h := ear.wait(t, "said"); h.text != `"Rest.\n"` {
		t.Errorf("said %s", h.text)
	} else {
		t.Logf("the new phrase was said %v after the call", h.at.Sub(began).Round(time.Millisecond))
	}
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}

func TestVoiceEndsProcessAtTheNextCue(t *testing.T) {
	ear := speakerAs(t, "stay")
	v, trouble := fakeVoice(t)
	until := time.Now().Add(1500 * time.Millisecond)
	v.Say("Hold.", until)
	ear.wait(t, "said")
	if gone := ear.wait(t, "gone"); gone.at.Before(until.Add(-time.Millisecond)) {
		t.Errorf("ended %v before the cue", until.Sub(gone.at))
	}
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}

func TestVoiceHushEndsProcess(t *testing.T) {
	ear := speakerAs(t, "stay")
	v, trouble := fakeVoice(t)
	v.Say("Hold.", time.Time{})
	ear.wait(t, "said")
	voicePromptly(t, v.Hush)
	ear.wait(t, "gone")
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}

// A speaker that still starts when the voice closes must not go on by itself.
func TestVoiceCloseEndsProcess(t *testing.T) {
	for _, first := range []string{"", "up", "said"} {
		t.Run("after "+first, func(t *testing.T) {
			ear := speakerAs(t, "stay")
			v, trouble := fakeVoice(t)
			v.Say("Hold.", time.Time{})
			if first != "" {
				ear.wait(t, first)
			}
			ear.end(t, v)
			v.Say("Never.", time.Time{})
			ear.silence(t, v)
			wantVoiceTrouble(t, trouble)
		})
	}
}

// Five seconds of real time, at the end of which a speaker that is hung is ended.
func TestSpeakerHung(t *testing.T) {
	ear := speakerAs(t, "deaf")
	v, trouble := fakeVoice(t)
	began := time.Now()
	voicePromptly(t, func() { v.Say("Hold.", time.Time{}) })
	ear.wait(t, "said")
	if took := ear.wait(t, "gone").at.Sub(began); took < Longest || took > Longest+2*time.Second {
		t.Errorf("ended after %v", took)
	}
	v.running.Wait()
	if v.failures != 1 {
		t.Errorf("%d failures, want 1", v.failures)
	}
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}
