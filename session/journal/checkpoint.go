package journal

import (
	"time"

	"uncramp/session"
)

// Checkpoint is a session that is under way, as it's kept.
type Checkpoint struct {
	ID      string    // of the session, in the history too
	Began   time.Time // by the wall clock: when the session began
	Left    time.Time // by the wall clock: when this was written
	Preview bool      // it ran faster than life; how fast is not kept
	Ended   bool      // it is over: only its record has still to be appended
	File    string    // where the routine that it follows comes from, absolute; "" = no file
	// Saved is the session itself. Its instants are durations relative to Left: Left is
	// 0, what was before is negative.
	Saved  session.Saved
	Record session.Record // what goes into the history if it's never taken up again
}

// longest is the longest time that is reckoned with: no session comes near it, and it is
// far from what a Duration holds.
const longest = 10 * 366 * 24 * time.Hour

// At is the saved session with its instants relative to now, none of them after it. The
// time since Left passed speed times as fast as the wall clock (1 = as in life). Where
// that was set back, none has passed.
func (c Checkpoint) At(now time.Time, speed float64) session.Saved {
	gone := now.Sub(c.Left.Round(0)) // by the wall clock: the other one stands while the machine sleeps
	gone = min(max(gone, 0), longest)
	if speed > 0 {
		gone = time.Duration(min(float64(gone)*speed, float64(longest)))
	}
	return c.Saved.Later(-gone)
}
