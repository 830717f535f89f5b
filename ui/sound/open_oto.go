//go:build darwin || windows

package sound

// Open gives the system's sound, or an error that names what doesn't answer. It takes
// up to 2 seconds. When the sound is lost later, gone is told why, once, on a goroutine
// of its own; the player is silent from then on. A player that was closed tells nothing.
func Open(gone func(error)) (Player, error) { return openOto(gone) }
