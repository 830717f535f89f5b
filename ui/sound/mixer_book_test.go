package sound

import (
	"testing"
	"time"
)

// begun lists the tones that a book begins up to an instant.
func begun(b *book, at time.Duration) []Tone {
	var list []Tone
	for _, n := range b.begin(after(at), after(at+1)) {
		list = append(list, n.Tone)
	}
	return list
}

// TestNoteBeginsOnceWhoeverTellsIt tells the same note before and after it began.
func TestNoteBeginsOnceWhoeverTellsIt(t *testing.T) {
	n := Note{ToneEnd, after(100 * ms)}
	tell := map[string]func(*book, time.Time){
		"play": func(b *book, now time.Time) { b.play(n, now) },
		"plan": func(b *book, now time.Time) { b.plan([]Note{n}, now) },
	}
	for first, before := range tell {
		for second, later := range tell {
			b := &book{}
			before(b, zero)
			later(b, after(50*ms))
			if got := begun(b, 100*ms); len(got) != 1 {
				t.Errorf("%s, then %s: it begins as %v", first, second, got)
			}
			for _, at := range []time.Duration{120 * ms, 900 * ms, 5 * time.Second, time.Minute} {
				later(b, after(at))
				if got := begun(b, at); len(got) != 0 {
					t.Errorf("%s, then %s at %v: it begins again", first, second, at)
				}
			}
		}
	}
}

// TestSameInstantInAnotherZoneIsTheSameNote writes the instant in two ways.
func TestSameInstantInAnotherZoneIsTheSameNote(t *testing.T) {
	b := &book{}
	b.play(Note{ToneEnd, after(ms)}, zero)
	b.play(Note{ToneEnd, after(ms).In(time.FixedZone("", 3600))}, zero)
	b.play(Note{ToneBegin, after(ms)}, zero)
	if got := begun(b, ms); len(got) != 2 {
		t.Errorf("%v begin", got)
	}
}

// TestPlanTakesBackOnlyWhatItToldItself leaves what was played, and what was due.
func TestPlanTakesBackOnlyWhatItToldItself(t *testing.T) {
	for late, want := range map[time.Duration]int{-ms: 1, 0: 2, 20 * ms: 2, 50 * ms: 2, 51 * ms: 1} {
		b := &book{}
		b.play(Note{ToneSkin, after(time.Second)}, zero)
		b.plan([]Note{{ToneEnd, after(500 * ms)}}, zero)
		b.plan(nil, after(500*ms+late))
		if got := begun(b, time.Second); len(got) != want {
			t.Errorf("planned again %v after it was due: %v begin", late, got)
		}
	}
}

func TestPlayedNoteOfAPlanIsNotTakenBack(t *testing.T) {
	b, n := &book{}, Note{ToneEnd, after(time.Second)}
	b.plan([]Note{n}, zero)
	b.play(n, zero)
	b.plan(nil, after(ms))
	if got := begun(b, time.Second); len(got) != 1 {
		t.Errorf("%v begin", got)
	}
}

// TestBookStaysSmall tells notes for a day, that nobody ever asks for.
func TestBookStaysSmall(t *testing.T) {
	b := &book{}
	for d := time.Duration(0); d < 24*time.Hour; d += time.Second {
		b.play(Note{ToneOne, after(d)}, after(d))
		b.plan([]Note{{ToneEnd, after(d + time.Second)}}, after(d))
		if len(b.list) > 5 {
			t.Fatalf("after %v it holds %d notes", d, len(b.list))
		}
	}
}
