//go:build !darwin && !windows

package sound

import "fmt"

// Open gives the system's sound, played by PulseAudio or by PipeWire in its stead, or
// an error that names what doesn't answer. It takes up to 2 seconds. When the sound is
// lost later, gone is told why, once, on a goroutine of its own; the player is silent
// from then on. A player that was closed tells nothing.
func Open(gone func(error)) (Player, error) {
	s, err := newServer()
	if err != nil {
		return nil, fmt.Errorf("opening the sound: %w", err)
	}
	return newPulse(s, gone), nil
}
