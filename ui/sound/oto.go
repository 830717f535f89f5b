//go:build darwin || windows

package sound

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ebitengine/oto/v3"
)

// device is the system's sound, of which a process has one only.
var device = sync.OnceValues(func() (*oto.Context, error) {
	c, ready, err := oto.NewContext(&oto.NewContextOptions{
		SampleRate: rate, ChannelCount: 2, Format: oto.FormatFloat32LE, BufferSize: inDrive,
	})
	if err != nil {
		return nil, err
	}
	<-ready
	if err := c.Err(); err != nil {
		return nil, err
	}
	return c, c.Suspend()
})

// answers is how long the system has to give its sound.
const answers = 2 * time.Second

// errNoSound is about a system that doesn't say whether it has sound.
var errNoSound = errors.New("the system's sound doesn't answer")

// readied gives the device, or an error when that takes too long.
func readied() (*oto.Context, error) {
	type result struct {
		c   *oto.Context
		err error
	}
	done := make(chan result, 1)
	go func() {
		c, err := device()
		done <- result{c, err}
	}()
	timer := time.NewTimer(answers)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.c, r.err
	case <-timer.C:
		return nil, errNoSound
	}
}

// source is the device with the feed that it takes its samples from.
type source struct {
	*oto.Context
	player *oto.Player
	begun  bool
}

// Resume has the device run.
func (s *source) Resume() error {
	if err := s.Context.Resume(); err != nil {
		return fmt.Errorf("resuming the system's sound: %w", err)
	}
	if !s.begun {
		s.begun = true
		s.player.Play()
	}
	return nil
}

// openOto plays on the system's device.
func openOto(gone func(error)) (Player, error) {
	c, err := readied()
	if err != nil {
		return nil, fmt.Errorf("opening the sound: %w", err)
	}
	f := &feed{mix: newMixer()}
	player := c.NewPlayer(f)
	player.SetBufferSize(samples(inFeed) * frameBytes)
	f.behind = func() time.Duration {
		return inDrive + lasting(int64(player.BufferedSize()/frameBytes))
	}
	return newDriven(f, &source{Context: c, player: player}, gone), nil
}
