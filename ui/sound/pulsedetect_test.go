//go:build system

package sound

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"
)

// found is a tone in a recording.
type found struct {
	tone  Tone
	index int       // of its first sample
	alike float64   // 1 is just the tone
	at    time.Time // when it was heard
}

const (
	coarse = 4             // samples that detect looks at together
	fine   = rate / coarse // windows a second
)

// detect finds the tones in a recording. A tone begins where it isn't silent after 120
// ms that were; which one it is, and its first sample, is where one of the tones is
// most like what follows.
func detect(list []float32) []found {
	thin := thinned(list)
	shapes := map[Tone][]float32{}
	for tone, s := range samplesOf() {
		shapes[tone] = thinned(s)
	}
	var all []found
	still := fine
	for i, v := range thin {
		if max(v, -v) < 0.002 {
			still++
			continue
		}
		if still > fine*12/100 {
			all = append(all, match(thin, i, shapes))
		}
		still = 0
	}
	return all
}

// thinned is a recording with fewer samples.
func thinned(list []float32) []float32 {
	thin := make([]float32, len(list)/coarse)
	for i := range thin {
		for _, s := range list[i*coarse : (i+1)*coarse] {
			thin[i] += s / coarse
		}
	}
	return thin
}

// match is the tone that begins near onset.
func match(thin []float32, onset int, shapes map[Tone][]float32) found {
	best := found{index: onset * coarse}
	for from := max(0, onset-fine*25/1000); from <= onset; from++ {
		w := thin[from:min(len(thin), from+fine*36/100)]
		whole := energy(w)
		for tone, shape := range shapes {
			n := min(len(shape), len(w))
			dot := 0.0
			for i, s := range shape[:n] {
				dot += float64(s) * float64(w[i])
			}
			if alike := dot / (energy(shape) * whole); alike > best.alike {
				best = found{tone: tone, index: from * coarse, alike: alike}
			}
		}
	}
	return best
}

// energy is the length of samples taken as a vector.
func energy(w []float32) float64 { return power(w) * math.Sqrt(float64(len(w))) }

// compare logs the planned and the measured instants side by side, and fails where a
// tone isn't the one, or isn't within 60 ms of its instant.
func compare(t *testing.T, want []Note, got []found) {
	t.Helper()
	const limit = 60 * ms
	if len(got) != len(want) {
		t.Errorf("%d tones are heard of %d", len(got), len(want))
	}
	slices.SortStableFunc(want, func(a, b Note) int { return a.At.Compare(b.At) })
	worst, first := time.Duration(0), want[0].At
	t.Logf("%-12s %10s %10s %10s %6s", "tone", "expected", "measured", "difference", "alike")
	for i, n := range want[:min(len(want), len(got))] {
		off := got[i].at.Sub(n.At)
		t.Logf("%-12s %10s %10s %10s %6.3f", n.Tone, millis(n.At.Sub(first)), millis(got[i].at.Sub(first)), millis(off), got[i].alike)
		if got[i].tone != n.Tone || off.Abs() > limit || got[i].alike < 0.7 {
			t.Errorf("%s is heard as %s (%.2f alike), %v off", n.Tone, cmp.Or(got[i].tone, "nothing"), got[i].alike, off)
		}
		worst = max(worst, off.Abs())
	}
	t.Logf("largest difference %s", millis(worst))
}

func millis(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", d.Seconds()*1000)
}
