package sound

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// heardNote is a note as it is measured in samples.
type heardNote struct {
	at, last time.Duration
	hz       float64
}

// measureNotes finds the notes in samples: stretches of the same height that aren't
// silent, looked at in windows of 12 ms every 4 ms.
func measureNotes(list []float32) []heardNote {
	const hop, window = rate * 4 / 1000, rate * 12 / 1000
	var notes []heardNote
	open := false
	for i := 0; i+window <= len(list); i += hop {
		w := list[i : i+window]
		hz := 0.0
		if power(w) > 0.04 {
			hz = pitch(w)
		}
		at := lasting(int64(i))
		switch {
		case hz == 0:
			open = false
			continue
		case open && math.Abs(math.Log2(hz/notes[len(notes)-1].hz)) < 1.0/24:
			n := &notes[len(notes)-1]
			n.last = at + 12*ms - n.at
			continue
		}
		notes = append(notes, heardNote{at, 12 * ms, hz})
		open = true
	}
	// What lies between two notes is neither.
	return slices.DeleteFunc(notes, func(n heardNote) bool { return n.last <= 24*ms })
}

// power is the effective amplitude of samples.
func power(w []float32) float64 {
	sum := 0.0
	for _, s := range w {
		sum += float64(s) * float64(s)
	}
	return math.Sqrt(sum / float64(len(w)))
}

// pitch is the frequency at which samples repeat themselves best, from 300 to 1150 Hz.
func pitch(w []float32) float64 {
	best, hz := -1.0, 0.0
	for f := 300.0; f < 1150; f *= math.Pow(2, 1.0/48) {
		lag := rate / f
		if v := like(w, int(math.Round(lag))); v > best*1.02+1e-9 {
			best, hz = v, f
		}
	}
	// A sound that repeats at this pitch also does at half of it: the highest that is
	// about as good is the note.
	for f := 1150.0; f > hz; f /= math.Pow(2, 1.0/48) {
		if like(w, int(math.Round(rate/f))) > 0.97*best {
			return f
		}
	}
	return hz
}

// like is how alike samples are to themselves some time later, at most 1.
func like(w []float32, lag int) float64 {
	var ab, aa, bb float64
	for i := range len(w) - lag {
		a, b := float64(w[i]), float64(w[i+lag])
		ab, aa, bb = ab+a*b, aa+a*a, bb+b*b
	}
	return ab / math.Sqrt(aa*bb+1e-12)
}

func TestEachToneIsShortAndSoft(t *testing.T) {
	if len(samplesOf()) != len(Tones()) {
		t.Fatalf("%d tones are made of %d", len(samplesOf()), len(Tones()))
	}
	for _, tone := range Tones() {
		list := samplesOf()[tone]
		last := lasting(int64(len(list)))
		if last < 60*ms || last > 350*ms {
			t.Errorf("%s lasts %v", tone, last)
		}
		peak, sum := 0.0, 0.0
		for _, s := range list {
			peak, sum = max(peak, math.Abs(float64(s))), sum+float64(s)
		}
		if peak > loudest+1e-6 || peak < loudest-1e-3 {
			t.Errorf("%s reaches %.3f", tone, peak)
		}
		if mean := sum / float64(len(list)); math.Abs(mean) > 1e-3 {
			t.Errorf("%s has a mean of %.5f", tone, mean)
		}
	}
}

// TestNoToneClicks looks for jumps: at its ends, and between its samples, none larger
// than the highest partial makes by itself.
func TestNoToneClicks(t *testing.T) {
	for _, tone := range Tones() {
		list := samplesOf()[tone]
		if first, end := list[0], list[len(list)-1]; math.Abs(float64(first)) > 1e-4 || math.Abs(float64(end)) > 1e-4 {
			t.Errorf("%s begins at %.5f and ends at %.5f", tone, first, end)
		}
		for i := range list[1:] {
			if jump := math.Abs(float64(list[i+1] - list[i])); jump > 0.16 {
				t.Fatalf("%s jumps by %.3f at %v", tone, jump, lasting(int64(i)))
			}
		}
		// What rises from silence in a millisecond is a click, however smooth.
		if early := power(list[:rate/1000]); early > 0.02 {
			t.Errorf("%s begins with %.4f", tone, early)
		}
	}
}

// TestNotesAreWhatTheScoreSays measures what each tone really sounds like.
func TestNotesAreWhatTheScoreSays(t *testing.T) {
	for _, tone := range Tones() {
		notes := measureNotes(samplesOf()[tone])
		want := score[tone].notes
		if len(notes) != len(want) {
			t.Errorf("%s has %d notes of %d: %v", tone, len(notes), len(want), notes)
			continue
		}
		for i, n := range notes {
			if off := 12 * math.Log2(n.hz/want[i].hz); math.Abs(off) > 0.7 || (n.at-want[i].at).Abs() > 25*ms {
				t.Errorf("%s: note %d is %.0f Hz at %v, want %.0f at %v", tone, i, n.hz, n.at, want[i].hz, want[i].at)
			}
		}
	}
}

// shape is the way a tone goes, as an ear without a sense of absolute pitch keeps it:
// how many notes, each up, down or level after the one before.
func shape(notes []heardNote) string {
	var b strings.Builder
	for i, n := range notes {
		switch {
		case i == 0:
			b.WriteByte('.')
		case n.hz > notes[i-1].hz*1.03:
			b.WriteByte('/')
		case n.hz < notes[i-1].hz/1.03:
			b.WriteByte('\\')
		default:
			b.WriteByte('-')
		}
	}
	return b.String()
}

// TestTonesDifferByShape holds every two tones apart by their shape, or, where both are
// a single note, by its height and length.
func TestTonesDifferByShape(t *testing.T) {
	told := map[Tone][]heardNote{}
	for _, tone := range Tones() {
		told[tone] = measureNotes(samplesOf()[tone])
		t.Logf("%-12s %-5s %s", tone, shape(told[tone]), spelt(told[tone]))
	}
	for i, a := range Tones() {
		for _, b := range Tones()[i+1:] {
			x, y := told[a], told[b]
			if shape(x) != shape(y) {
				continue
			}
			if len(x) != 1 || math.Abs(12*math.Log2(x[0].hz/y[0].hz)) < 1.5 {
				t.Errorf("%s and %s both go %s: %s, %s", a, b, shape(x), spelt(x), spelt(y))
			}
		}
	}
	if three, one := told[ToneThree][0], told[ToneOne][0]; one.last < three.last*5/4 {
		t.Errorf("the last of the count lasts %v, the first %v", one.last, three.last)
	}
}

func spelt(notes []heardNote) string {
	var b strings.Builder
	for _, n := range notes {
		fmt.Fprintf(&b, " %.0f Hz for %v", n.hz, n.last)
	}
	return b.String()
}

func TestLastingAndSamplesAgree(t *testing.T) {
	for n := range int64(10000) {
		if got := samples(lasting(n * 37)); got != int(n*37) {
			t.Fatalf("%d samples are %d", n*37, got)
		}
	}
}
