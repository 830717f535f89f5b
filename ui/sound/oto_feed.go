package sound

import (
	"encoding/binary"
	"math"
	"sync"
	"time"
)

const (
	frameBytes = 8       // bytes of a sample on both sides of a stereo stream of 32-bit floats
	inFeed     = 20 * ms // what waits between the mixer and the device
	inDrive    = 60 * ms // what waits in the device
)

// drive is a device that takes samples from a feed while it runs. Its calls may block.
type drive interface {
	Resume() error
	Suspend() error
	Err() error
}

// feed gives samples to a device that asks for them. When they are heard follows from
// how many wait before them.
type feed struct {
	mix    *mixer
	behind func() time.Duration // what waits between this feed and the ear

	mu   sync.Mutex
	line ruler
	next int64 // the number of the next sample
	buf  []float32
}

// restart forgets when samples were heard: the device stood still.
func (f *feed) restart() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.line = ruler{}
}

// Read fills b with as many whole samples as it takes, the same on both sides.
func (f *feed) Read(b []byte) (int, error) {
	delay := f.behind()
	heard := time.Now().Add(delay)
	f.mu.Lock()
	defer f.mu.Unlock()
	n := len(b) / frameBytes
	if cap(f.buf) < n {
		f.buf = make([]float32, n)
	}
	f.buf = f.buf[:n]
	f.line.learn(spot{index: f.next, heard: heard, delay: delay, running: true})
	f.mix.mix(f.buf, f.line.heard(f.next))
	f.next += int64(n)
	for i, s := range f.buf {
		v := math.Float32bits(s)
		binary.LittleEndian.PutUint32(b[i*frameBytes:], v)
		binary.LittleEndian.PutUint32(b[i*frameBytes+frameBytes/2:], v)
	}
	return n * frameBytes, nil
}

// driven is a player on a device that takes its samples by itself. Its goroutine has
// the device run while there is something to be heard.
type driven struct {
	mix   *mixer
	feed  *feed
	drive drive
	wake  chan struct{}
	quit  chan struct{}
	once  sync.Once
	gone  func(error)
}

// newDriven plays on a device, which stands still, from now on.
func newDriven(f *feed, d drive, gone func(error)) *driven {
	p := &driven{
		mix: f.mix, feed: f, drive: d, wake: make(chan struct{}, 1), quit: make(chan struct{}), gone: gone,
	}
	go p.run()
	return p
}

// Play has a tone sound at its instant.
func (p *driven) Play(n Note) {
	p.mix.play(n, time.Now())
	p.nudge()
}

// Plan tells which tones come next.
func (p *driven) Plan(notes []Note) {
	p.mix.plan(notes, time.Now())
	p.nudge()
}

// Volume says how loud tones are, 0 to 100.
func (p *driven) Volume(v int) {
	p.mix.volume(v, time.Now())
	p.nudge()
}

// Close has the device stand still.
func (p *driven) Close() { p.once.Do(func() { close(p.quit) }) }

func (p *driven) nudge() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// run has the device run and rest until the player is closed or the device lost.
func (p *driven) run() {
	samplesOf() // before the first of them is due
	err := p.play()
	_ = p.drive.Suspend()
	if err != nil && p.gone != nil {
		p.gone(err)
	}
}

// play gives the error that the device is lost by, or none once the player is closed.
func (p *driven) play() error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	on := false
	for {
		run, next := p.mix.awake(time.Now())
		if err := p.turn(on, run); err != nil {
			return err
		}
		on = run
		timer.Stop()
		if on {
			next = soonest(next, time.Now().Add(200*ms)) // its error tells itself to nobody
		}
		if !next.IsZero() {
			timer.Reset(time.Until(next))
		}
		select {
		case <-p.wake:
		case <-timer.C:
		case <-p.quit:
			return nil
		}
	}
}

// turn has the device run or rest and says whether it is well.
func (p *driven) turn(on, run bool) error {
	switch {
	case run && !on:
		p.feed.restart()
		if err := p.drive.Resume(); err != nil {
			return err
		}
	case on && !run:
		if err := p.drive.Suspend(); err != nil {
			return err
		}
	}
	return p.drive.Err()
}
