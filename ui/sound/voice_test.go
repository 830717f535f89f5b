package sound

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// voiceStub is a mouth without a process. Its times are those of the bubble.
type voiceStub struct {
	takes time.Duration // to say a phrase; 0: until it is ended
	lags  time.Duration // from being told to end to its end
	fail  func(text string) error

	mu     sync.Mutex
	began  time.Time
	log    []string
	inside int
	most   int // how many phrases were in it at once
	closed int
}

func (s *voiceStub) speak(ctx context.Context, text string, volume int) error {
	s.note(1, "%s at %d", text, volume)
	defer s.note(-1, "")
	var err error
	if s.fail != nil {
		err = s.fail(text)
	}
	if err != nil {
		return err
	}
	var over <-chan time.Time
	if s.takes > 0 {
		over = time.After(s.takes)
	}
	select {
	case <-over:
		return nil
	case <-ctx.Done():
		s.note(0, "%s ended", text)
		<-time.After(s.lags)
		return context.Cause(ctx)
	}
}

// note writes down what happens, with its time.
func (s *voiceStub) note(step int, format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inside += step
	s.most = max(s.most, s.inside)
	if format != "" {
		s.log = append(s.log, fmt.Sprintf("%v ", time.Since(s.began))+fmt.Sprintf(format, args...))
	}
}

func (s *voiceStub) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed++
}

// stubVoice is a voice in a bubble, and what it was told of trouble.
func stubVoice(t *testing.T, s *voiceStub) (v *Voice, trouble chan error) {
	t.Helper()
	s.began = time.Now()
	trouble = make(chan error, 10)
	v = newVoice("stub", s, func(err error) { trouble <- err })
	t.Cleanup(func() {
		v.Close()
		voicePass(2 * time.Hour) // what lags is over then
	})
	return v, trouble
}

// voicePass lets time go by in a bubble, and what is due happen.
func voicePass(d time.Duration) {
	if d > 0 {
		<-time.After(d)
	}
	synctest.Wait()
}

func wantVoiceLog(t *testing.T, s *voiceStub, want ...string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.Equal(s.log, want) {
		t.Errorf("heard\n\t%s\nwant\n\t%s", strings.Join(s.log, "\n\t"), strings.Join(want, "\n\t"))
	}
	if s.most > 1 {
		t.Errorf("%d phrases at once", s.most)
	}
}

func wantVoiceTrouble(t *testing.T, trouble chan error, want ...string) {
	t.Helper()
	var got []string
	for len(trouble) > 0 {
		got = append(got, (<-trouble).Error())
	}
	if !slices.Equal(got, want) {
		t.Errorf("trouble %q, want %q", got, want)
	}
}

func TestVoiceSays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{takes: time.Second}
		v, _ := stubVoice(t, s)
		v.Say(" Left leg\x1b[2J back.\r\n", time.Time{})
		voicePass(2 * time.Second)
		v.Volume(30)
		v.Say("Hold.", time.Now().Add(time.Second))
		voicePass(0)
		wantVoiceLog(t, s, "0s Left leg [2J back. at 100", "2s Hold. at 30")
	})
}

func TestVoiceDrops(t *testing.T) {
	for _, c := range []struct {
		name, text string
		until      time.Duration
	}{
		{"nothing to say", " \n\t", 0},
		{"what is about a moment that is over", "Hold.", -time.Second},
		{"what would not be over by the next cue", "Palms on the wall.", time.Second},
		{"what misses the next cue by a little more than the slack", "Hold.", Length("Hold.") - slack - time.Millisecond},
		{"what is too long", strings.Repeat("On and on. ", 10), time.Minute},
		{"what is too long where no cue comes", strings.Repeat("On and on. ", 10), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &voiceStub{takes: time.Second}
				v, _ := stubVoice(t, s)
				until := time.Now().Add(c.until)
				if c.until == 0 {
					until = time.Time{}
				}
				v.Say(c.text, until)
				voicePass(10 * time.Second)
				wantVoiceLog(t, s)
			})
		})
	}
}

func TestVoiceSaysWhatJustFits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{takes: 300 * time.Millisecond}
		v, _ := stubVoice(t, s)
		v.Say("Hold.", time.Now().Add(Length("Hold.")-slack))
		voicePass(0)
		wantVoiceLog(t, s, "0s Hold. at 100")
	})
}

// A dropped phrase leaves alone what speaks.
func TestVoiceEndsAtTheNextCue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{}
		v, trouble := stubVoice(t, s)
		for range 3 {
			v.Say("Hold.", time.Now().Add(2*time.Second))
			voicePass(time.Second)
			v.Say("Halfway.", time.Now().Add(100*time.Millisecond))
			voicePass(2 * time.Second)
		}
		wantVoiceLog(t, s, "0s Hold. at 100", "2s Hold. ended", "3s Hold. at 100", "5s Hold. ended", "6s Hold. at 100", "8s Hold. ended")
		wantVoiceTrouble(t, trouble)
	})
}

func TestVoiceNewEndsOld(t *testing.T) {
	for _, c := range []struct {
		lags time.Duration
		want []string
	}{
		{0, []string{"0s Hold. at 100", "1s Hold. ended", "1s Rest. at 100"}},
		{150 * time.Millisecond, []string{"0s Hold. at 100", "1s Hold. ended", "1.15s Rest. at 100"}},
		// It would begin late: nothing is said.
		{300 * time.Millisecond, []string{"0s Hold. at 100", "1s Hold. ended"}},
	} {
		t.Run(c.lags.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &voiceStub{lags: c.lags}
				v, trouble := stubVoice(t, s)
				v.Say("Hold.", time.Time{})
				voicePass(time.Second)
				v.Say("Rest.", time.Time{})
				voicePass(500 * time.Millisecond)
				wantVoiceLog(t, s, c.want...)
				wantVoiceTrouble(t, trouble)
			})
		})
	}
}

// What had room when it was said, but no more when its turn came, is dropped.
func TestVoiceTurnComesTooLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{lags: 150 * time.Millisecond}
		v, _ := stubVoice(t, s)
		v.Say("Hold.", time.Time{})
		voicePass(time.Second)
		v.Say("Rest.", time.Now().Add(Length("Rest.")-slack+100*time.Millisecond))
		voicePass(time.Second)
		wantVoiceLog(t, s, "0s Hold. at 100", "1s Hold. ended")
	})
}

func TestVoiceOnlyTheNewestOfMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{lags: 100 * time.Millisecond}
		v, trouble := stubVoice(t, s)
		v.Say("First.", time.Time{})
		voicePass(0)
		for range 50 {
			v.Say("Second.", time.Time{})
		}
		v.Say("Last.", time.Time{})
		voicePass(time.Second)
		wantVoiceLog(t, s, "0s First. at 100", "0s First. ended", "100ms Last. at 100")
		wantVoiceTrouble(t, trouble)
	})
}

func TestVoiceHush(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{}
		v, trouble := stubVoice(t, s)
		v.Hush()
		v.Say("Hold.", time.Time{})
		voicePass(time.Second)
		v.Hush()
		voicePass(time.Second)
		v.Say("Rest.", time.Time{})
		voicePass(time.Second)
		v.Volume(-5)
		v.Say("Never.", time.Time{})
		voicePass(time.Second)
		v.Volume(500)
		v.Say("Up.", time.Time{})
		voicePass(time.Second)
		v.Close()
		v.Say("Never.", time.Time{})
		voicePass(time.Second)
		wantVoiceLog(t, s, "0s Hold. at 100", "1s Hold. ended", "2s Rest. at 100", "3s Rest. ended", "4s Up. at 100", "5s Up. ended")
		wantVoiceTrouble(t, trouble)
	})
}

func TestVoiceFromManySides(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &voiceStub{takes: 50 * time.Millisecond, lags: 10 * time.Millisecond}
		v, _ := stubVoice(t, s)
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				for j := range 50 {
					switch (i + j) % 5 {
					case 0:
						v.Hush()
					case 1:
						v.Volume(i * 20)
					default:
						v.Say("Hold.", time.Time{})
					}
					<-time.After(time.Duration(i*j) * time.Millisecond)
				}
				if i == 3 {
					v.Close()
				}
			})
		}
		all.Wait()
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.most != 1 {
			t.Errorf("%d phrases at once", s.most)
		}
	})
}
