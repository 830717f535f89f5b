package sound

import (
	"encoding/binary"
	"errors"
	"math"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// card is a device that reads 10 ms of a feed every 10 ms while it runs, and plays them
// after a delay.
type card struct {
	feed  *feed
	delay time.Duration
	quit  chan struct{}

	mu     sync.Mutex
	on     bool
	err    error
	still  int
	onsets []time.Time
	reads  int
}

func newCard(delay time.Duration) *card {
	c := &card{delay: delay, quit: make(chan struct{}), still: rate}
	c.feed = &feed{mix: newMixer(), behind: func() time.Duration { return c.delay }}
	go c.run()
	return c
}

func (c *card) run() {
	tick := time.NewTicker(10 * ms)
	defer tick.Stop()
	buf := make([]byte, samples(10*ms)*frameBytes)
	for {
		select {
		case <-c.quit:
			return
		case <-tick.C:
		}
		c.mu.Lock()
		if c.on {
			c.play(buf)
		}
		c.mu.Unlock()
	}
}

func (c *card) play(buf []byte) {
	c.reads++
	n, _ := c.feed.Read(buf)
	for i := 0; i < n; i += frameBytes {
		left, right := binary.LittleEndian.Uint32(buf[i:]), binary.LittleEndian.Uint32(buf[i+4:])
		if c.still++; math.Float32frombits(left) != 0 && c.still > rate/8 {
			c.onsets = append(c.onsets, time.Now().Add(c.delay+lasting(int64(i/frameBytes))))
		}
		if left != 0 && left == right {
			c.still = 0
		}
	}
}

func (c *card) set(on bool) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.on = on
	return c.err
}

// seen is how often it read, when tones were heard, and whether it runs.
func (c *card) seen() (reads int, onsets []time.Time, on bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.reads, c.onsets, c.on
}

func (c *card) Resume() error  { return c.set(true) }
func (c *card) Suspend() error { return c.set(false) }

func (c *card) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// onCard plays on a card in a bubble of time.
func onCard(t *testing.T, delay time.Duration, gone func(error), story func(*testing.T, *card, *driven)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c := newCard(delay)
		p := newDriven(c.feed, c, gone)
		story(t, c, p)
		p.Close()
		p.Close()
		close(c.quit)
		synctest.Wait()
	})
}

func TestFeedIsInTime(t *testing.T) {
	for _, delay := range []time.Duration{20 * ms, 80 * ms, 300 * ms} {
		onCard(t, delay, nil, func(t *testing.T, c *card, p *driven) {
			t.Helper()
			notes := notesFrom(time.Now().Add(2*time.Second+3*ms), 2777*ms)
			p.Plan(notes)
			<-time.After(40 * time.Second)
			_, onsets, on := c.seen()
			if len(onsets) != len(notes) || on {
				t.Fatalf("%d tones are heard, it runs on: %v", len(onsets), on)
			}
			for i, n := range notes {
				if off := onsets[i].Sub(n.At); off.Abs() > ms {
					t.Errorf("%s is heard %v off", n.Tone, off)
				}
			}
		})
	}
}

// TestIdleDeviceRests counts what the device reads in an hour before a tone and in one
// at volume 0.
func TestIdleDeviceRests(t *testing.T) {
	onCard(t, 60*ms, nil, func(t *testing.T, c *card, p *driven) {
		t.Helper()
		n := Note{ToneEnd, time.Now().Add(time.Hour)}
		p.Plan([]Note{n})
		<-time.After(time.Hour - wakeLead - ms)
		if reads, _, _ := c.seen(); reads > 0 {
			t.Errorf("%d reads before it is time", reads)
		}
		<-time.After(3 * time.Second)
		reads, _, _ := c.seen()
		p.Volume(0)
		p.Play(Note{ToneEnd, time.Now().Add(time.Minute)})
		<-time.After(time.Hour)
		if all, _, _ := c.seen(); reads == 0 || all != reads {
			t.Errorf("%d reads for a tone, %d when muted", reads, all-reads)
		}
	})
}

func TestLostDeviceIsToldOnce(t *testing.T) {
	told := make(chan error, 9)
	errOut := errors.New("unplugged")
	onCard(t, 60*ms, func(err error) { told <- err }, func(t *testing.T, c *card, p *driven) {
		t.Helper()
		p.Play(Note{ToneReady, time.Now().Add(time.Second)})
		<-time.After(500 * ms)
		c.mu.Lock()
		c.err = errOut
		c.mu.Unlock()
		<-time.After(time.Second)
		p.Play(Note{ToneReady, time.Now()})
		<-time.After(time.Minute)
		if err := <-told; len(told) > 0 || !errors.Is(err, errOut) {
			t.Errorf("it is told %v, and %d more", err, len(told))
		}
	})
}
