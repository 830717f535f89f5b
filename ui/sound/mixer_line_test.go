package sound

import (
	"math/rand/v2"
	"testing"
	"time"
)

// at is where a stream is that began at zero, d later, told wrong by off.
func at(d, off time.Duration) spot {
	return spot{index: int64(samples(d)), heard: after(d + off), running: true}
}

// TestRulerIsBetterThanWhatItIsTold tells it places that are up to 5 ms wrong.
func TestRulerIsBetterThanWhatItIsTold(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var l ruler
	var worst time.Duration
	for i := range 200 {
		d := time.Duration(i) * time.Second
		l.learn(at(d, time.Duration(random.IntN(10_001)-5000)*time.Microsecond))
		if off := l.heard(int64(samples(d))).Sub(after(d)).Abs(); i > 10 {
			worst = max(worst, off)
		}
	}
	if worst > 4*ms {
		t.Errorf("it is %v wrong", worst)
	}
}

// TestRulerTakesOneOddPlaceForAMistake and two for the truth.
func TestRulerTakesOneOddPlaceForAMistake(t *testing.T) {
	var l ruler
	for i := range 5 {
		l.learn(at(time.Duration(i)*time.Second, 0))
	}
	check := func(want time.Duration) {
		t.Helper()
		if off := l.heard(0).Sub(zero); (off - want).Abs() > ms {
			t.Errorf("it is %v off, want %v", off, want)
		}
	}
	l.learn(at(5*time.Second, 80*ms))
	check(0)
	l.learn(at(6*time.Second, 0))
	l.learn(at(7*time.Second, 80*ms))
	check(0)
	l.learn(at(8*time.Second, 81*ms))
	check(81 * ms)
}

// TestRulerFollowsAStreamThatStoodStill believes that at once, and the first place
// after it, or after a doubt.
func TestRulerFollowsAStreamThatStoodStill(t *testing.T) {
	var l ruler
	l.learn(at(time.Second, 0))
	still := at(time.Second, 300*ms)
	still.running = false
	l.learn(still)
	if off := l.heard(0).Sub(zero); off != 300*ms {
		t.Errorf("standing still it is %v off", off)
	}
	l.learn(at(2*time.Second, 330*ms))
	if off := l.heard(0).Sub(zero); off != 330*ms {
		t.Errorf("running again it is %v off", off)
	}
	l.doubt()
	l.learn(at(3*time.Second, 400*ms))
	if off := l.heard(0).Sub(zero); off != 400*ms {
		t.Errorf("after a doubt it is %v off", off)
	}
}
