package sound

import (
	"sync"
	"time"
)

// rings says for which tones the terminal's bell rings. It has one sound only, which
// many a terminal draws out: it says that something changes now, or is asked, and so isn't for what
// only counts down to that.
var rings = map[Tone]bool{
	ToneReady:  false,
	ToneBegin:  true,
	ToneHalf:   false,
	ToneThree:  false,
	ToneTwo:    false,
	ToneOne:    false,
	ToneEnd:    true,
	ToneSwitch: true,
	ToneLast:   true,
	ToneSkin:   true,
	ToneStep:   true,
	ToneAsk:    true,
	ToneOff:    true,
	ToneOver:   true,
}

// ringGap is the least time between two rings: closer ones sound like one, or like an
// alarm.
const ringGap = 400 * ms

// ringer is a player that has nothing but a bell.
type ringer struct {
	ring func()

	mu      sync.Mutex
	book    book
	timer   *time.Timer // nil: nothing is waited for
	rang    time.Time
	muted   bool
	ringing bool
	closed  bool
}

// NewBell gives a player that calls ring, once, at the instants of the tones that say
// that something changes now or is asked; for those that count, and for the leads, it
// is silent. It is never called within 400 ms of the last call, nor at
// volume 0; other volumes make no difference. ring is called on a goroutine of its own,
// and never twice at once.
func NewBell(ring func()) Player { return &ringer{ring: ring} }

// Play rings at the instant of a tone.
func (r *ringer) Play(n Note) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if rings[n.Tone] && !r.closed {
		r.book.play(n, time.Now())
		r.wait()
	}
}

// Plan tells for which tones it rings next.
func (r *ringer) Plan(notes []Note) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	var loud []Note
	for _, n := range notes {
		if rings[n.Tone] {
			loud = append(loud, n)
		}
	}
	r.book.plan(loud, time.Now())
	r.wait()
}

// Volume mutes the bell with 0.
func (r *ringer) Volume(v int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.muted = v <= 0
}

// Close leaves the bell alone.
func (r *ringer) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed, r.book = true, book{}
	r.wait()
}

// wait has the timer wait for the next note, whatever it waited for.
func (r *ringer) wait() {
	if r.timer != nil {
		r.timer.Stop()
		r.timer = nil
	}
	if at, ok := r.book.next(time.Now()); ok {
		r.timer = time.AfterFunc(time.Until(at), r.due)
	}
}

// due rings for what is due.
func (r *ringer) due() {
	if !r.take(time.Now()) {
		return
	}
	r.ring()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ringing = false
}

// take takes what is due off the book and says whether to ring for it.
func (r *ringer) take(now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer r.wait()
	if len(r.book.begin(now, now.Add(1))) == 0 || r.muted || r.ringing || now.Sub(r.rang) < ringGap {
		return false
	}
	r.rang, r.ringing = now, true
	return true
}
