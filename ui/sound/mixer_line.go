package sound

import "time"

// spot says when a sample is heard: the one that the device takes next, by its number
// since the stream began.
type spot struct {
	index   int64
	heard   time.Time
	delay   time.Duration // of what the device has taken already
	running bool          // else it is when it would be, if it began to run now
}

const (
	// astray is how far a place may lie from where the others say it is before it is
	// taken for a mistake, or for a stream that stood still.
	astray = 15 * ms
	// trusted is how many places make up what is believed of the next.
	trusted = 4
)

// ruler maps the number of a sample to the instant at which it is heard, from the places
// that it was told. Each of them is a little wrong, so it follows them by degrees.
type ruler struct {
	at    spot
	count int // running places it rests on, at most trusted
	odd   int // places in a row that lie far off
}

// learn takes in a place. One that lies far off is believed when the next does too.
// A stream that stands still is believed at once.
func (l *ruler) learn(p spot) {
	if l.count == 0 || !p.running {
		*l = ruler{at: p}
		if p.running {
			l.count = 1
		}
		return
	}
	off := p.heard.Sub(l.heard(p.index))
	if off.Abs() > astray {
		if l.odd++; l.odd > 1 {
			*l = ruler{at: p, count: 1}
		}
		return
	}
	l.odd = 0
	l.count = min(l.count+1, trusted)
	p.heard = p.heard.Add(-off + off/time.Duration(l.count))
	l.at = p
}

// doubt has the next place count for more than all before it.
func (l *ruler) doubt() { l.count, l.odd = 0, 0 }

// heard is when a sample is heard, as far as is known.
func (l *ruler) heard(index int64) time.Time {
	return l.at.heard.Add(lasting(index - l.at.index))
}
