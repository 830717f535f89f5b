package sound

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// TestLeavesNothingRunning: once a voice is closed, however its speaker behaves, nothing
// of it goes on: not what waits for a process, nor what feeds or reads one. What runs in
// a bubble of fake time is held to the same by the bubble.
func TestLeavesNothingRunning(t *testing.T) {
	for _, mode := range []string{"speak", "stay", "deaf", "fail", "flood", "parent", "deaf parent", "lines", "lines slow", "lines mute", "lines hung"} {
		t.Run(mode, func(t *testing.T) {
			ear := speakerAs(t, mode)
			// What hears the speaker ends with it, and is not the voice's.
			before := goleak.IgnoreCurrent()
			v, _ := fakeVoice(t)
			if strings.HasPrefix(mode, "lines") {
				v, _ = fakeLinesVoice(t, powershell)
			}
			v.Say("Hold.", time.Time{})
			ear.wait(t, "up")
			v.Say("Switch legs.", time.Time{})
			ear.end(t, v)
			gone(t, before)
		})
	}
}

// TestLeavesNothingWithoutSpeaker holds the same where there is no such speaker.
func TestLeavesNothingWithoutSpeaker(t *testing.T) {
	before := goleak.IgnoreCurrent()
	v, trouble := voiceOf(t, Speaker{Name: "none", path: "/no/such/speaker"})
	for range 3 {
		v.Say("Hold.", time.Time{})
		v.running.Wait()
	}
	select {
	case err := <-trouble:
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("trouble %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("no trouble")
	}
	v.Close()
	gone(t, before)
}

// gone waits until nothing runs that was not there before: an ended process is waited
// for at most a second after Close.
func gone(t *testing.T, before goleak.Option) {
	t.Helper()
	var err error
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); {
		if err = goleak.Find(before); err == nil {
			return
		}
	}
	t.Error(err)
}
