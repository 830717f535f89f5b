package sound

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestVoiceTrouble(t *testing.T) {
	bad := func(bad ...string) func(string) error {
		return func(text string) error {
			if slices.Contains(bad, text) {
				return errors.New("stub: exit status 1")
			}
			return nil
		}
	}
	for _, c := range []struct {
		name  string
		stub  *voiceStub
		every time.Duration
		say   []string
		begun int // how many of them
		want  []string
	}{
		{"once in a while", &voiceStub{takes: 1, fail: bad("Two.", "Four.")}, time.Second, []string{"One.", "Two.", "Three.", "Four.", "Five."}, 5, nil},
		{"twice in a row", &voiceStub{takes: 1, fail: bad("Two.", "Three.")}, time.Second, []string{"One.", "Two.", "Three.", "Four.", "Five."}, 3, []string{"stub: exit status 1"}},
		{"what was ended doesn't count", &voiceStub{fail: bad("One.", "Three.")}, time.Second, []string{"One.", "Two.", "Three.", "Four."}, 3, []string{"stub: exit status 1"}},
		{"hung", &voiceStub{}, 6 * time.Second, []string{"One.", "Two.", "Three.", "Four."}, 2, []string{"stub: not over after 5 s"}},
		{"slow with much to say", &voiceStub{}, 6 * time.Second, []string{"Palms on the wall. Left leg back, heel down, and lean in.", "Look at your skin under the pack. Is it all right?", "Palms on the wall. Left leg back, heel down, and lean in."}, 3, nil},
		{"ends too slowly", &voiceStub{lags: time.Minute}, time.Second, []string{"One.", "Two.", "Three.", "Four."}, 1, []string{"stub: can't be ended"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				v, trouble := stubVoice(t, c.stub)
				for _, text := range c.say {
					v.Say(text, time.Time{})
					voicePass(c.every)
				}
				begun := slices.DeleteFunc(c.stub.log, func(s string) bool { return strings.HasSuffix(s, "ended") })
				if len(begun) != c.begun {
					t.Errorf("%d phrases begun, want %d:\n%s", len(begun), c.begun, strings.Join(begun, "\n"))
				}
				wantVoiceTrouble(t, trouble, c.want...)
				if c.want != nil && c.stub.closed != 1 {
					t.Errorf("the mouth was closed %d times, want once", c.stub.closed)
				}
			})
		})
	}
}

// Close doesn't wait longer than a second, whatever the speaker does.
func TestVoiceClose(t *testing.T) {
	for _, c := range []struct{ lags, want time.Duration }{{0, 0}, {300 * time.Millisecond, 300 * time.Millisecond}, {time.Hour, time.Second}} {
		synctest.Test(t, func(t *testing.T) {
			v, _ := stubVoice(t, &voiceStub{lags: c.lags})
			v.Say("Hold.", time.Time{})
			voicePass(time.Second)
			began := time.Now()
			v.Close()
			if took := time.Since(began); took != c.want {
				t.Errorf("Close took %v of a speaker that takes %v", took, c.lags)
			}
		})
	}
}

// Nobody listens to the trouble of a voice without a listener.
func TestVoiceWithoutListener(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{fail: func(string) error { return errors.New("broken") }, began: time.Now()}
		v := newVoice("stub", s, nil)
		for range 3 {
			v.Say("Hold.", time.Time{})
			voicePass(time.Second)
		}
		v.Close()
		wantVoiceLog(t, s, "0s Hold. at 100", "1s Hold. at 100")
	})
}
