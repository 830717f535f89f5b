package sound

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// zero is the instant at which the tests begin.
var zero = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func after(d time.Duration) time.Time { return zero.Add(d) }

// run mixes what is heard from an instant on, for as long, in buffers of the same size.
func run(m *mixer, from, long time.Duration, size int) []float32 {
	var all []float32
	for n := samples(long); len(all) < n; {
		buf := make([]float32, min(size, n-len(all)))
		m.mix(buf, after(from+lasting(int64(len(all)))))
		all = append(all, buf...)
	}
	return all
}

// expect is what is heard from zero on if each of the notes sounds once.
func expect(notes []Note, long time.Duration) []float32 {
	all := make([]float32, samples(long))
	for _, n := range notes {
		in := max(0, samples(n.At.Sub(zero)))
		for i, s := range samplesOf()[n.Tone] {
			if in+i < len(all) {
				all[in+i] += s
			}
		}
	}
	return all
}

// differ is the largest difference between two recordings.
func differ(a, b []float32) float64 {
	most := math.Abs(float64(len(a) - len(b)))
	for i := range min(len(a), len(b)) {
		most = max(most, math.Abs(float64(a[i])-float64(b[i])))
	}
	return most
}

// anyNotes draws some notes within two seconds, at whole samples, no two at once, so
// that their sum stays within what a device can do.
func anyNotes(t *rapid.T) []Note {
	var notes []Note
	at := 0
	for range rapid.IntRange(0, 6).Draw(t, "notes") {
		at += rapid.IntRange(rate/3, rate/2).Draw(t, "gap")
		notes = append(notes, Note{rapid.SampledFrom(Tones()).Draw(t, "tone"), after(lasting(int64(at)))})
	}
	return notes
}

// TestEachNoteSoundsOnce tells notes in both ways, some of them again and again while
// they sound, takes samples back now and then, and looks at every one.
func TestEachNoteSoundsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newMixer()
		notes := anyNotes(t)
		m.plan(notes, zero)
		var heard []float32
		for long := samples(4 * time.Second); len(heard) < long; {
			now := after(lasting(int64(len(heard))))
			left := slices.DeleteFunc(slices.Clone(notes), func(n Note) bool { return n.At.Before(now.Add(-ms * 700)) })
			switch rapid.IntRange(0, 5).Draw(t, "told") {
			case 0:
				m.plan(left, now)
			case 1:
				for _, n := range left {
					m.play(n, now)
				}
			}
			buf := make([]float32, rapid.IntRange(1, 30000).Draw(t, "size"))
			m.mix(buf, now)
			heard = append(heard, buf...)
			if rapid.IntRange(0, 3).Draw(t, "rewinds") == 0 {
				n := rapid.IntRange(0, len(buf)).Draw(t, "back")
				m.rewind(int64(n))
				heard = heard[:len(heard)-n]
			}
		}
		want := expect(notes, lasting(int64(len(heard))))
		if d := differ(heard, want); d > 1e-6 {
			t.Fatalf("what is heard differs by %.4f", d)
		}
	})
}

// TestSizeOfBuffersMakesNoDifference also takes instants between two samples.
func TestSizeOfBuffersMakesNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notes := anyNotes(t)
		for i := range notes {
			notes[i].At = notes[i].At.Add(time.Duration(rapid.IntRange(-9000, 9000).Draw(t, "off")))
		}
		small, large := newMixer(), newMixer()
		small.plan(notes, zero)
		large.plan(notes, zero)
		a := run(small, 0, 4*time.Second, rapid.IntRange(200, 20000).Draw(t, "small"))
		b := run(large, 0, 4*time.Second, 4*rate)
		if d := differ(a, b); d > 1e-6 {
			t.Fatalf("they differ by %.4f", d)
		}
	})
}

// TestCancelledNoteNeverSounds plans another list at some instant: what has begun plays
// on, what hasn't and isn't in the list is gone.
func TestCancelledNoteNeverSounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, notes := newMixer(), anyNotes(t)
		m.plan(notes, zero)
		cut := time.Duration(rapid.IntRange(0, 3000).Draw(t, "cut")) * ms
		heard := run(m, 0, cut, 480)
		var kept, told []Note
		for _, n := range notes {
			again := rapid.Bool().Draw(t, "again")
			if again {
				told = append(told, n)
			}
			if again || n.At.Before(after(cut-ms/50)) {
				kept = append(kept, n)
			}
		}
		m.plan(told, after(cut))
		heard = append(heard, run(m, lasting(int64(len(heard))), 4*time.Second-cut, 480)...)
		if d := differ(heard, expect(kept, lasting(int64(len(heard))))); d > 1e-6 {
			t.Fatalf("cut at %v: it differs by %.4f", cut, d)
		}
	})
}

// TestWhatIsMixedAheadCanBeTakenBack plans another list while samples of the first are
// mixed already, that nobody has heard.
func TestWhatIsMixedAheadCanBeTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, notes := newMixer(), anyNotes(t)
		m.plan(notes, zero)
		cut := time.Duration(rapid.IntRange(0, 2500).Draw(t, "cut")) * ms
		ahead := time.Duration(rapid.IntRange(0, 600).Draw(t, "ahead")) * ms
		heard := run(m, 0, cut+ahead, 480)
		var kept []Note
		for _, n := range notes {
			if rapid.Bool().Draw(t, "kept") || !n.At.After(after(cut)) {
				kept = append(kept, n)
			}
		}
		if rapid.Bool().Draw(t, "more") {
			kept = append(kept, Note{ToneOne, after(cut + 100*ms)})
		}
		m.plan(kept, after(cut))
		if m.outdated() {
			m.rewind(int64(samples(ahead)))
			heard = heard[:samples(cut)]
		}
		heard = append(heard, run(m, lasting(int64(len(heard))), 4*time.Second, 480)...)
		if d := differ(heard, expect(kept, lasting(int64(len(heard))))); d > 1e-6 {
			t.Fatalf("cut at %v, %v ahead: it differs by %.4f", cut, ahead, d)
		}
	})
}

func TestLateNoteBeginsAtOnce(t *testing.T) {
	for _, late := range []time.Duration{ms, 500 * ms, 999 * ms, time.Second, 1001 * ms, time.Minute} {
		m := newMixer()
		m.play(Note{ToneBegin, after(-late)}, after(-late))
		got := run(m, 0, 500*ms, 480)
		var want []Note
		if late <= time.Second {
			want = []Note{{ToneBegin, zero}}
		}
		if d := differ(got, expect(want, 500*ms)); d > 1e-6 {
			t.Errorf("%v late: it differs by %.4f", late, d)
		}
	}
}

func TestSumStaysWithinTheDevice(t *testing.T) {
	m := newMixer()
	for _, tone := range Tones() {
		m.play(Note{tone, zero}, zero)
	}
	for i, s := range run(m, 0, 400*ms, 480) {
		if s < -1 || s > 1 {
			t.Fatalf("sample %d is %.3f", i, s)
		}
	}
}

// TestDeviceRunsAroundTones asks at every 10 ms whether the device must run, and holds
// it against the instants of the tones; and no other instant is named than those at
// which the answer changes.
func TestDeviceRunsAroundTones(t *testing.T) {
	notes := []Note{{ToneReady, after(4 * time.Second)}, {ToneBegin, after(5 * time.Second)}, {ToneStep, after(9 * time.Second)}}
	m := newMixer()
	m.plan(notes, zero)
	var spans []string
	was := false
	for d := time.Duration(0); d < 12*time.Second; d += 10 * ms {
		on, next := m.awake(after(d))
		if on != was {
			spans = append(spans, fmt.Sprint(d))
			was = on
		}
		if !next.IsZero() && !next.After(after(d)) {
			t.Fatalf("at %v it is to be asked again at %v", d, next.Sub(zero))
		}
		if on {
			m.mix(make([]float32, 480), after(d))
		}
	}
	want := []string{"2.5s", "5.38s", "7.5s", "9.5s"}
	if !slices.Equal(spans, want) {
		t.Errorf("it runs and rests at %v, want %v", spans, want)
	}
	if on, next := m.awake(after(time.Hour)); on || !next.IsZero() {
		t.Errorf("with nothing to be heard it runs (%v) or is woken at %v", on, next)
	}
}

// notesFrom is every tone, so far apart.
func notesFrom(at time.Time, gap time.Duration) []Note {
	var list []Note
	for _, tone := range Tones() {
		list = append(list, Note{tone, at})
		at = at.Add(gap)
	}
	return list
}
