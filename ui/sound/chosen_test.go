package sound

import (
	"errors"
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// waiting is a session that waits for the spasm to ease, ten seconds on: nothing is heard
// for a while.
func waiting(t *testing.T) session.Session {
	t.Helper()
	w, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(session.Facts{Muscle: content.Calf}, w, content.Embedded)
	s, _ = s.Apply(session.Tick{}, 10*time.Second)
	return s
}

// TestChosenMakesItselfHeard: who presses the key with closed eyes hears which of the
// three it is, and nobody hears it who didn't press.
func TestChosenMakesItselfHeard(t *testing.T) {
	for _, x := range []struct {
		mode   Mode
		chosen bool
		played []Tone
		said   []string
	}{
		{WordsAndTones, true, nil, []string{"Voice on."}},
		{TonesOnly, true, []Tone{ToneReady}, nil},
		{Silence, true, nil, nil},
		{WordsAndTones, false, nil, nil},
		{TonesOnly, false, nil, nil},
	} {
		for name, s := range map[string]session.Session{"running": waiting(t), "paused": paused(waiting(t))} {
			b := &ledger{}
			m := b.moment(1, x.mode, s, nil)
			if x.chosen {
				m.Chosen = b.clock(s.Now)
			}
			l := b.listener()
			l.Hear(m)
			var played []Tone
			for _, n := range b.played {
				if played = append(played, n.Tone); !n.At.Equal(m.Chosen) {
					t.Errorf("%s, %s: it sounds at %v", x.mode, name, n.At)
				}
			}
			if !slices.Equal(played, x.played) || !slices.Equal(b.said, x.said) {
				t.Errorf("%s, chosen %t, %s: played %v, said %q", x.mode, x.chosen, name, played, b.said)
			}
			// What comes after it says nothing more about it.
			if l.Hear(b.moment(2, x.mode, s, nil)); len(b.played) != len(x.played) || len(b.said) != len(x.said) {
				t.Errorf("%s, %s: heard again", x.mode, name)
			}
		}
	}
}

// paused is a session that stands.
func paused(s session.Session) session.Session {
	s, _ = s.Apply(session.Pause{}, s.Now)
	return s
}

// TestChosenBesideACue: what is cued at the same instant says by itself what is on.
func TestChosenBesideACue(t *testing.T) {
	s, cues := stretching(t)
	for _, mode := range []Mode{WordsAndTones, TonesOnly} {
		b := &ledger{}
		m := b.moment(1, mode, s, cues)
		m.Chosen = b.clock(s.Now)
		b.listener().Hear(m)
		if len(b.played) != 1 || slices.Contains(b.said, "Voice on.") || mode == WordsAndTones && len(b.said) != 1 {
			t.Errorf("%s: played %v, said %q", mode, b.played, b.said)
		}
	}
}

// TestChosenJustBeforeACue: a tone that comes in a moment is not blurred, and no word
// falls into it.
func TestChosenJustBeforeACue(t *testing.T) {
	s, _ := stretching(t)
	b := &ledger{}
	next := planned(b.moment(1, TonesOnly, s, nil))[0].At.Sub(b.clock(0))
	for _, x := range []struct {
		before       time.Duration
		played, said int
	}{{1500 * time.Millisecond, 1, 1}, {following + 10*time.Millisecond, 1, 0}, {following - 10*time.Millisecond, 0, 0}} {
		for s.Now < next-x.before-time.Second {
			s, _ = s.Apply(session.Tick{}, s.Now+time.Second)
		}
		near, _ := s.Apply(session.Tick{}, next-x.before)
		for _, mode := range []Mode{WordsAndTones, TonesOnly} {
			b := &ledger{}
			m := b.moment(1, mode, near, nil)
			m.Chosen = b.clock(near.Now)
			b.listener().Hear(m)
			if mode == TonesOnly && len(b.played) != x.played || mode == WordsAndTones && len(b.said) != x.said {
				t.Errorf("%s, %v before a tone: played %v, said %q", mode, x.before, b.played, b.said)
			}
		}
	}
}

// TestChosenBeforeThereIsAPlayer: the device is opened for it, which takes a moment.
func TestChosenBeforeThereIsAPlayer(t *testing.T) {
	b := &ledger{}
	l := NewListener()
	m := b.moment(1, TonesOnly, waiting(t), nil)
	m.Chosen = b.clock(m.Session.Now)
	l.Hear(m)
	if l.Use(b); !slices.Equal(b.played, []Note{{ToneReady, m.Chosen}}) {
		t.Errorf("played %v", b.played)
	}
}

// TestVoiceSpoke: one that fails at once never spoke, one that was heard to an end did.
func TestVoiceSpoke(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bad := true
		v, _ := stubVoice(t, &voiceStub{takes: time.Second, fail: func(string) error {
			if bad {
				return errors.New("stub: exit status 1")
			}
			return nil
		}})
		v.Say("One.", time.Time{})
		if voicePass(2 * time.Second); v.Spoke() {
			t.Error("it failed, and is said to have spoken")
		}
		bad = false
		v.Say("Two.", time.Time{})
		if voicePass(2 * time.Second); !v.Spoke() {
			t.Error("it spoke, and is said not to have")
		}
	})
}

// TestOneLawOfVolume: tones and a voice follow it alike, so that they stay as far apart as
// they are at full volume.
func TestOneLawOfVolume(t *testing.T) {
	for _, percent := range []int{1, 20, 50, 80, 100} {
		m := newMixer()
		m.volume(percent, zero)
		args := espeak("espeak-ng").volume(percent)
		amplitude, err := strconv.ParseFloat(args[1], 32)
		if err != nil {
			t.Fatal(err)
		}
		if tone := float64(m.aim) * 100; tone < amplitude-0.01 || tone > amplitude+0.01 {
			t.Errorf("at %d tones have %.2f of their full amplitude, the voice %.2f", percent, tone, amplitude)
		}
	}
}
