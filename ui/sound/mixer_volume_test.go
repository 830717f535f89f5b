package sound

import (
	"math"
	"testing"
	"time"
)

// TestVolumeIsInProportion: as the voice has it, so that both stay as far apart as they are.
func TestVolumeIsInProportion(t *testing.T) {
	for _, v := range []int{-5, 0, 1, 25, 50, 100, 300} {
		m := newMixer()
		m.volume(v, zero)
		run(m, 0, 100*ms, 480)
		m.play(Note{ToneReady, after(100 * ms)}, zero)
		peak := 0.0
		for _, s := range run(m, 100*ms, 500*ms, 480) {
			peak = max(peak, math.Abs(float64(s)))
		}
		share := float64(min(max(v, 0), 100)) / 100
		if want := loudest * share; math.Abs(peak-want) > 1e-3 {
			t.Errorf("at volume %d it reaches %.4f, not %.4f", v, peak, want)
		}
	}
}

// TestVolumeDoesNotClick changes it within a tone, to silent and back.
func TestVolumeDoesNotClick(t *testing.T) {
	m := newMixer()
	m.play(Note{ToneReady, zero}, zero)
	all := run(m, 0, 100*ms, 480)
	m.volume(0, after(100*ms))
	all = append(all, run(m, 100*ms, 100*ms, 480)...)
	m.volume(100, after(200*ms))
	all = append(all, run(m, 200*ms, 200*ms, 480)...)
	for i := range all[1:] {
		if jump := math.Abs(float64(all[i+1] - all[i])); jump > 0.03 {
			t.Fatalf("it jumps by %.3f at %v", jump, lasting(int64(i)))
		}
	}
	if still := power(all[samples(150*ms):samples(200*ms)]); still > 0 {
		t.Errorf("at volume 0 it sounds with %.4f", still)
	}
}

// TestWhatWasDueInAMuteIsNotMadeUpFor tells of a tone that the device slept through.
func TestWhatWasDueInAMuteIsNotMadeUpFor(t *testing.T) {
	m := newMixer()
	m.volume(0, zero)
	m.plan([]Note{{ToneEnd, after(100 * ms)}, {ToneBegin, after(700 * ms)}}, zero)
	if on, next := m.awake(after(100 * ms)); on || !next.IsZero() {
		t.Errorf("muted, the device runs: %v, till %v", on, next)
	}
	m.volume(100, after(500*ms))
	m.mix(make([]float32, 960), after(500*ms)) // the gain takes its time
	got := run(m, 520*ms, time.Second, 480)
	if d := differ(got[:samples(170*ms)], make([]float32, samples(170*ms))); d > 0 {
		t.Errorf("%.4f is heard of it", d)
	}
	if power(got) == 0 {
		t.Error("the next one isn't heard")
	}
}

// TestMuteThatEndsBeforeATone mixes it ahead in silence, and then again.
func TestMuteThatEndsBeforeATone(t *testing.T) {
	m := newMixer()
	m.plan([]Note{{ToneEnd, after(300 * ms)}}, zero)
	m.volume(0, zero)
	run(m, 0, 600*ms, 480)
	if on, _ := m.awake(after(200 * ms)); on {
		t.Error("the device runs for what isn't heard")
	}
	m.volume(100, after(200*ms))
	if !m.outdated() || m.outdated() {
		t.Error("what was mixed in silence isn't outdated, once")
	}
	m.rewind(int64(samples(400 * ms)))
	if got := run(m, 200*ms, 600*ms, 480); power(got[samples(100*ms):]) == 0 {
		t.Error("the tone after the mute isn't heard")
	}
}
