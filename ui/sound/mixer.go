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

// mixer turns the notes that it was told into samples. It reads no clock: whoever asks
// for samples says when the first of them will be heard. Its calls may come from
// several goroutines.
type mixer struct {
	mu    sync.Mutex
	book  book
	next  int64     // the number of the next sample
	till  time.Time // when that is heard
	gain  float32   // of the last sample
	aim   float32   // of those to come
	quiet time.Time // when the last of the tones that have begun will have been heard
	old   bool      // samples that aren't heard yet would be others now
}

func newMixer() *mixer { return &mixer{gain: 1, aim: 1} }

func (m *mixer) play(n Note, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.changed(m.book.play(n, now))
}

func (m *mixer) plan(notes []Note, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.changed(m.book.plan(notes, now))
}

// changed says that from an instant on, if any, it sounds otherwise.
func (m *mixer) changed(from time.Time) {
	m.old = m.old || !from.IsZero() && from.Before(m.till)
}

// volume sets how loud it is from the next sample on, 0 to 100. The amplitude follows it
// in proportion, as that of a speaker does which is told a volume: so tones and voice stay
// as far apart as they are. What was due while it was silent is over, and isn't made up
// for.
func (m *mixer) volume(v int, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.aim == 0 {
		for _, e := range m.book.begin(now, now) {
			e.over, e.start = true, math.MinInt64
		}
	}
	if aim := float32(min(max(v, 0), 100)) / 100; aim != m.aim {
		m.aim = aim
		m.changed(now)
	}
}

// outdated says, once, whether samples that were mixed would be others now.
func (m *mixer) outdated() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	old := m.old
	m.old = false
	return old
}

// rewind has the last n samples not mixed: nobody will hear them.
func (m *mixer) rewind(n int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next -= n
	m.till = m.till.Add(-lasting(n))
	m.book.undo(m.next)
	m.quiet, m.old = time.Time{}, false
	for _, e := range m.book.list {
		m.quiet = later(m.quiet, e.end())
	}
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
	m.till = at.Add(lasting(int64(len(buf))))
	// A note within half a sample of the end belongs to the next buffer.
	for _, e := range m.book.begin(at, m.till.Add(-time.Second/rate/2)) {
		e.start = m.next + max(0, int64(math.Round(e.At.Sub(at).Seconds()*rate)))
		e.over = m.aim == 0
		m.quiet = later(m.quiet, e.end())
	}
	for _, e := range m.book.list {
		if e.begun && !e.over {
			e.add(buf, m.next)
		}
	}
	m.next += int64(len(buf))
	m.loud(buf)
}

// end is when a note will have been heard, if it has begun.
func (e *entry) end() time.Time {
	if !e.begun || e.over {
		return time.Time{}
	}
	return e.heard.Add(lasting(int64(len(samplesOf()[e.Tone]))))
}

// add adds what of a note falls into buf, which begins with the sample of that number.
func (e *entry) add(buf []float32, first int64) {
	tone, in := samplesOf()[e.Tone], e.start-first
	if in >= int64(len(buf)) || in+int64(len(tone)) <= 0 {
		return
	}
	if in < 0 {
		tone, in = tone[-in:], 0
	}
	for i, s := range tone[:min(len(tone), len(buf)-int(in))] {
		buf[int(in)+i] += s
	}
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
