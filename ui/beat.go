package ui

import (
	"math"
	"time"
)

const (
	// late is how much too late a tick may come before nobody was here.
	late = 5 * time.Second
	// slept is how far the wall clock may run ahead of the monotonic one, which
	// stands while the machine sleeps.
	slept = 2 * time.Second
	// none says that no tick is on its way.
	none time.Duration = -1
)

// beat turns the clock into the session's time: real time since the start, the
// machine's sleep included, times the speed of a preview.
type beat struct {
	start time.Time
	last  time.Time
	sleep time.Duration // how long the machine slept in all
	speed float64
	due   time.Duration // when the pending tick is due, in the session's time
	id    int           // of the pending tick; older ones don't count
}

func newBeat(now time.Time, speed float64) beat {
	return beat{start: now, last: now, speed: speed}
}

// read takes a reading of the clock: the session's time, and for how long of it
// the machine slept since the last reading.
func (b beat) read(now time.Time) (_ beat, at, away time.Duration) {
	mono := now.Sub(b.last)
	wall := now.Round(0).Sub(b.last.Round(0))
	if gap := wall - mono; gap > slept {
		b.sleep += gap
		away = b.scale(gap)
	}
	b.last = now
	return b, b.scale(now.Sub(b.start) + b.sleep), away
}

// instant is the real instant of one in the session's time.
func (b beat) instant(at time.Duration) time.Time { return b.start.Add(b.real(at) - b.sleep) }

// scale makes the session's time of real time.
func (b beat) scale(d time.Duration) time.Duration {
	return time.Duration(float64(d) * b.speed)
}

// real makes real time of the session's time; rounded up, for a tick that comes a
// nanosecond too soon changes nothing.
func (b beat) real(d time.Duration) time.Duration {
	return time.Duration(math.Ceil(float64(d) / b.speed))
}
