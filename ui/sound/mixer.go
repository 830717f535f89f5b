package sound

import (
	"math"
	"sync"
	"time"
)

// wakeLead is how long before a tone the device runs already, with silence: one that slept
// needs a moment to wake, and only one that runs can say when a sample is heard.
const wakeLead = 1500 * ms

// wakeTail is how long the device still runs after the last tone, so that what it tells of
// its delay may be wrong by as much.
const wakeTail = 150 * ms

// piece is a tone that sounds.
type piece struct {
	samples []float32 // what is left of it
	in      int       // samples before it begins
}

// mixer turns the notes that it was told into samples. It reads no clock: whoever asks
// for samples says when the first of them will be heard. Its calls may come from
// several goroutines.
type mixer struct {
	mu      sync.Mutex
	book    book
	ringing []piece
	gain    float32   // of the last sample
	aim     float32   // of those to come
	quiet   time.Time // when the last of the tones that have begun will have been heard
}

func newMixer() *mixer { return &mixer{gain: 1, aim: 1} }

func (m *mixer) play(n Note, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.book.play(n, now)
}

func (m *mixer) plan(notes []Note, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.book.plan(notes, now)
}

// volume sets how loud it is from the next sample on, 0 to 100. Half of it sounds about
// half as loud: the ear hears ratios, so the amplitude follows the square. What was due
// while it was silent is over, and isn't made up for.
func (m *mixer) volume(v int, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.aim == 0 {
		m.book.begin(now, now)
	}
	share := float64(min(max(v, 0), 100)) / 100
	m.aim = float32(share * share)
}

// ramp is how many samples the gain takes from silent to full, so that a change of the
// volume within a tone doesn't click.
const ramp = rate / 50

// mix fills buf with samples, the first of which is heard at the instant at. A note
// begins at its sample; one whose instant is past, at the first.
func (m *mixer) mix(buf []float32, at time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(buf)
	// A note within half a sample of the end belongs to the next buffer.
	until := at.Add(lasting(int64(len(buf))) - time.Second/rate/2)
	for _, n := range m.book.begin(at, until) {
		tone := samplesOf()[n.Tone]
		in := max(0, int(math.Round(n.At.Sub(at).Seconds()*rate)))
		m.ringing = append(m.ringing, piece{tone, in})
		if end := at.Add(lasting(int64(in + len(tone)))); end.After(m.quiet) {
			m.quiet = end
		}
	}
	kept := m.ringing[:0]
	for _, v := range m.ringing {
		if v.add(buf) {
			kept = append(kept, v)
		}
	}
	m.ringing = kept
	m.loud(buf)
}

// add adds what falls into buf and says whether there is more of it.
func (v *piece) add(buf []float32) bool {
	from := min(v.in, len(buf))
	n := min(len(buf)-from, len(v.samples))
	for i, s := range v.samples[:n] {
		buf[from+i] += s
	}
	v.in, v.samples = v.in-from, v.samples[n:]
	return len(v.samples) > 0
}

// loud applies the gain, on its way from what it was to what it is to be, and keeps
// several tones at once within what a device can do.
func (m *mixer) loud(buf []float32) {
	for i, s := range buf {
		switch {
		case m.gain < m.aim:
			m.gain = min(m.aim, m.gain+1.0/ramp)
		case m.gain > m.aim:
			m.gain = max(m.aim, m.gain-1.0/ramp)
		}
		buf[i] = min(max(s*m.gain, -1), 1)
	}
}

// awake says whether the device must run at the instant now, and when the answer will
// be another: never, for a time of zero, unless something new is told.
func (m *mixer) awake(now time.Time) (bool, time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	end := m.quiet.Add(wakeTail)
	next, ok := m.book.next(now)
	ok = ok && m.aim > 0
	switch {
	case ok && !next.Add(-wakeLead).After(now):
		return true, later(end, next.Add(stale))
	case end.After(now):
		return true, end
	case ok:
		return false, next.Add(-wakeLead)
	}
	return false, time.Time{}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func soonest(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
