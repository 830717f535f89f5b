//go:build unix

package sound

import (
	"testing"
	"time"
)

// A speaker that ignores the request to end is ended all the same, and doesn't
// keep the next phrase from being said.
func TestSpeakerDeaf(t *testing.T) {
	ear := speakerAs(t, "deaf")
	v, trouble := fakeVoice(t)
	v.Say("Hold.", time.Time{})
	old := ear.wait(t, "said")
	began := time.Now()
	voicePromptly(t, func() { v.Say("Rest.", time.Time{}) })
	if gone := ear.wait(t, "gone"); gone.pid != old.pid {
		t.Errorf("%s has ended, not %s", gone.pid, old.pid)
	} else {
		t.Logf("ended %v after the call", gone.at.Sub(began).Round(time.Millisecond))
	}
	ear.wait(t, "said")
	ear.silence(t, v)
	wantVoiceTrouble(t, trouble)
}

// What a speaker starts ends with it, whether the speaker was ended, had to be
// killed, or left by itself.
func TestSpeakerFamily(t *testing.T) {
	for _, mode := range []string{"parent", "deaf parent", "quick parent"} {
		t.Run(mode, func(t *testing.T) {
			ear := speakerAs(t, mode)
			v, trouble := fakeVoice(t)
			v.Say("Hold.", time.Time{})
			ear.wait(t, "said")
			if mode != "quick parent" {
				v.Hush()
			}
			v.running.Wait()
			for range 2 {
				ear.wait(t, "gone")
			}
			ear.silence(t, v)
			wantVoiceTrouble(t, trouble)
		})
	}
}
