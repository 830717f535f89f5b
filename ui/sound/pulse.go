//go:build !darwin && !windows

package sound

import (
	"encoding/binary"
	"sync"
	"time"
)

// stream is what the player needs of a sound server. Any call but hangUp may take as
// long as the server has for an answer; only place may be called beside another.
type stream interface {
	signals() *news
	start() error
	stop() error
	drop() (next int64, err error)
	place() (spot, error)
	send([]byte) error
	hangUp()
}

// pulse is a player whose tones a sound server plays. All it does it does on a
// goroutine of its own; what it is told only changes the mixer.
type pulse struct {
	mix    *mixer
	stream stream
	news   *news
	quit   chan struct{}
	once   sync.Once
	gone   func(error)

	// The rest belongs to the goroutine.
	on      bool
	line    ruler
	written int64 // the number of the next sample
	buf     []float32
	bytes   []byte
	answers chan answer
	asking  bool
	turn    int // how often the stream was started: an answer may come too late
	asked   int // questions since it was started or shaken
	askAt   time.Time
}

// answer is where the stream is.
type answer struct {
	place spot
	turn  int
	err   error
}

// newPulse plays on a stream from now on.
func newPulse(s stream, gone func(error)) *pulse {
	p := &pulse{
		mix: newMixer(), stream: s, news: s.signals(), quit: make(chan struct{}), gone: gone,
		buf: make([]float32, samples(depth)), answers: make(chan answer, 1),
	}
	go p.run()
	return p
}

// Play has a tone sound at its instant.
func (p *pulse) Play(n Note) {
	p.mix.play(n, time.Now())
	p.news.nudge()
}

// Plan tells which tones come next.
func (p *pulse) Plan(notes []Note) {
	p.mix.plan(notes, time.Now())
	p.news.nudge()
}

// Volume says how loud tones are, 0 to 100.
func (p *pulse) Volume(v int) {
	p.mix.volume(v, time.Now())
	p.news.nudge()
}

// Close ends what sounds. The server may be told nothing more: it sees the socket close.
func (p *pulse) Close() {
	p.once.Do(func() {
		close(p.quit)
		p.stream.hangUp()
	})
}

// run plays until the player is closed or the server lost, which it tells.
func (p *pulse) run() {
	samplesOf() // before the first of them is due
	err := p.play()
	p.stream.hangUp()
	select {
	case <-p.quit:
	default:
		if p.gone != nil {
			p.gone(err)
		}
	}
}

// play plays until something is wrong.
func (p *pulse) play() error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		next, err := p.step(time.Now())
		if err != nil {
			return err
		}
		timer.Stop()
		if !next.IsZero() {
			timer.Reset(time.Until(next))
		}
		select {
		case <-p.news.wake:
		case <-timer.C:
		case a := <-p.answers:
			err = p.answered(a)
		case <-p.news.lost:
			err = errLost
		case <-p.quit:
			err = errLost
		}
		if err != nil {
			return err
		}
	}
}

// step does what is due and says when the next thing is, if that is known: while
// nothing is to be heard, the stream stands still and nothing wakes us.
func (p *pulse) step(now time.Time) (next time.Time, err error) {
	on, next := p.mix.awake(now)
	switch {
	case on && !p.on:
		err = p.begin()
	case !on && p.on:
		err = p.rest()
	}
	if err != nil || !on {
		return next, err
	}
	if p.news.shaken.Swap(false) {
		p.line.doubt()
		p.asked, p.askAt = 0, now
	}
	if p.mix.outdated() {
		err = p.drop()
	}
	if err != nil {
		return next, err
	}
	short, err := p.fill(time.Now())
	if err != nil {
		return next, err
	}
	next = soonest(next, short)
	if p.asking {
		return next, nil
	}
	if !now.Before(p.askAt) {
		p.ask()
		return next, nil
	}
	return soonest(next, p.askAt), nil
}

// begin starts the stream. What it says of its delay before it runs is not quite what
// it will be, but all that is known for a tone that is due at once.
func (p *pulse) begin() error {
	p.on = true
	p.turn++
	if err := p.stream.start(); err != nil {
		return err
	}
	at, err := p.stream.place()
	if err != nil {
		return err
	}
	p.line = ruler{}
	p.line.learn(at)
	p.asked, p.askAt = 0, time.Now().Add(pauseAfter(0))
	return nil
}

// rest has the stream stand still, with nothing in its queue.
func (p *pulse) rest() error {
	p.on = false
	p.turn++
	if err := p.stream.stop(); err != nil {
		return err
	}
	return p.drop()
}

// drop takes back what the device hasn't taken yet, so that it can be mixed again.
func (p *pulse) drop() error {
	next, err := p.stream.drop()
	if err != nil {
		return err
	}
	p.mix.rewind(max(0, p.written-next))
	p.written = next
	return nil
}

const (
	// depth is how much waits for the device to take it: for as long a busy machine may
	// keep us from our work, and no tone that was planned is late, or has a gap. What is
	// told meanwhile doesn't wait for it: then the queue is dropped, and filled again.
	depth = 500 * ms
	// refill is how much of it is sent at a time.
	refill = 100 * ms
)

// fill sends samples until enough are ahead of the device and says when to do so again.
func (p *pulse) fill(now time.Time) (again time.Time, err error) {
	goal := max(depth, lasting(p.news.target.Load()/sampleBytes))
	// What is heard a delay from now is what the device takes now.
	missing := goal - p.line.heard(p.written).Sub(now.Add(p.line.at.delay))
	if !p.line.at.running {
		// What is in the queue stays there until the stream runs.
		missing = goal - lasting(p.written-p.line.at.index)
	}
	if missing < refill {
		return now.Add(max(refill-missing, ms)), nil
	}
	return now.Add(refill), p.send(samples(missing))
}

// send sends the next n samples, or as many of them as go at once.
func (p *pulse) send(n int) error {
	buf := p.buf[:min(n, len(p.buf))]
	p.mix.mix(buf, p.line.heard(p.written))
	p.written += int64(len(buf))
	p.bytes = p.bytes[:0]
	for _, s := range buf {
		p.bytes = binary.LittleEndian.AppendUint16(p.bytes, uint16(int16(s*32767)))
	}
	return p.stream.send(p.bytes)
}

// pauseAfter is how long it is to the next question after so many: a device that has
// just woken takes a while to tell the truth.
func pauseAfter(asked int) time.Duration {
	if asked < 5 {
		return 30 * ms << asked
	}
	return time.Second
}

// ask asks where the stream is, without waiting for the answer.
func (p *pulse) ask() {
	p.asking = true
	turn := p.turn
	go func() {
		at, err := p.stream.place()
		p.answers <- answer{at, turn, err}
	}()
}

// answered takes in where the stream is.
func (p *pulse) answered(a answer) error {
	p.asking = false
	if a.err != nil || a.turn != p.turn || !p.on {
		p.askAt = time.Now()
		return a.err
	}
	believed := p.line.heard(a.place.index)
	p.line.learn(a.place)
	if p.asked++; p.line.odd > 0 || p.line.count < 2 {
		p.asked = 0 // it is not where it was believed to be
	}
	if believed.Sub(p.line.heard(a.place.index)).Abs() > astray {
		return p.drop() // what waits would be heard at another instant than it was mixed for
	}
	p.askAt = time.Now().Add(pauseAfter(p.asked))
	return nil
}
