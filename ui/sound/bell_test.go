package sound

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// rung tells a story to a bell in a bubble of time and gives when it rang.
func rung(t *testing.T, story func(p Player, began time.Time)) []time.Duration {
	t.Helper()
	var at []time.Duration
	synctest.Test(t, func(*testing.T) {
		began := time.Now()
		p := NewBell(func() { at = append(at, time.Since(began)) })
		story(p, began)
		<-time.After(time.Minute)
		p.Close()
		synctest.Wait()
	})
	return at
}

func TestBellRingsForWhatChanges(t *testing.T) {
	want := []Tone{ToneBegin, ToneEnd, ToneSwitch, ToneLast, ToneSkin, ToneStep, ToneAsk, ToneOff, ToneOver}
	for _, tone := range Tones() {
		if _, known := rings[tone]; !known {
			t.Errorf("nobody says whether it rings for %s", tone)
		}
		at := rung(t, func(p Player, began time.Time) { p.Plan([]Note{{tone, began.Add(3 * time.Second)}}) })
		if rang := slices.Equal(at, []time.Duration{3 * time.Second}); rang != slices.Contains(want, tone) {
			t.Errorf("for %s it rings at %v", tone, at)
		}
	}
}

func TestBellNeverRingsTwiceWithinItsGap(t *testing.T) {
	at := rung(t, func(p Player, began time.Time) {
		for i := range 30 {
			p.Play(Note{ToneBegin, began.Add(time.Duration(i) * 100 * ms)})
		}
		p.Play(Note{ToneLast, began}) // beside the first
	})
	if len(at) != 8 || at[0] != 0 {
		t.Errorf("it rings at %v", at)
	}
	for i := range at[1:] {
		if at[i+1]-at[i] < ringGap {
			t.Errorf("it rings at %v and at %v", at[i], at[i+1])
		}
	}
}

// TestBellFollowsThePlan takes notes back, tells them again, and tells late ones.
func TestBellFollowsThePlan(t *testing.T) {
	at := rung(t, func(p Player, began time.Time) {
		a, b := Note{ToneBegin, began.Add(time.Second)}, Note{ToneEnd, began.Add(3 * time.Second)}
		p.Plan([]Note{a, b, {ToneStep, began.Add(4 * time.Second)}})
		<-time.After(2 * time.Second)
		p.Plan([]Note{a, b})
		p.Play(b)
		<-time.After(8 * time.Second)
		p.Play(Note{ToneSkin, time.Now().Add(-900 * ms)})
		p.Play(Note{ToneSkin, time.Now().Add(-1100 * ms)})
	})
	if want := []time.Duration{time.Second, 3 * time.Second, 10 * time.Second}; !slices.Equal(at, want) {
		t.Errorf("it rings at %v, want %v", at, want)
	}
}

func TestBellIsSilentWhileMutedAndOnceClosed(t *testing.T) {
	at := rung(t, func(p Player, began time.Time) {
		for i := range 5 {
			p.Play(Note{ToneBegin, began.Add(time.Duration(i+1) * time.Second)})
		}
		<-time.After(1500 * ms)
		p.Volume(0)
		<-time.After(time.Second)
		p.Volume(1) // what was due a while ago isn't made up for
		<-time.After(time.Second)
		p.Close()
		p.Play(Note{ToneEnd, time.Now()})
		p.Plan([]Note{{ToneEnd, time.Now()}})
	})
	if want := []time.Duration{time.Second, 3 * time.Second}; !slices.Equal(at, want) {
		t.Errorf("it rings at %v, want %v", at, want)
	}
}

// TestBellThatHangsMakesNobodyWait has the terminal take the ring seconds later.
func TestBellThatHangsMakesNobodyWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began, calls := time.Now(), 0
		p := NewBell(func() {
			calls++
			<-time.After(5 * time.Second)
		})
		for i := range 4 {
			p.Play(Note{ToneBegin, began.Add(time.Duration(i) * time.Second)})
		}
		<-time.After(2500 * ms)
		p.Plan(nil)
		p.Close()
		if took := time.Since(began); took != 2500*ms {
			t.Errorf("it takes %v", took)
		}
		<-time.After(time.Minute)
		if calls != 1 {
			t.Errorf("%d calls, one within the other", calls)
		}
	})
}
