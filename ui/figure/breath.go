package figure

import (
	"math"
	"time"
)

// Breath is a breath that is shown: in, and then out.
type Breath struct {
	In, Out time.Duration
	At      time.Duration // since the first breath began
	Still   bool          // nothing moves: large while breathing in, small while breathing out
}

// DrawingIn says that it is the way in.
func (b Breath) DrawingIn() bool { return b.At%(b.In+b.Out) < b.In }

// Full is how full the lungs are, from 0 to 1.
func (b Breath) Full() float64 {
	t := b.At % (b.In + b.Out)
	switch {
	case b.Still && t < b.In:
		return 1
	case b.Still:
		return 0
	case t < b.In:
		return share(t, b.In)
	}
	return 1 - share(t-b.In, b.Out)
}

// radius is that of the circle of a breath on a canvas, in half dots: what can be
// seen of its growth.
func (b Breath) radius(w, h int) int {
	most := float64(min(w*2, h*4))/2 - 0.5
	least := most * 0.3
	return int(math.Round(2 * (least + (most-least)*b.Full())))
}

// Draw draws the breath as a circle that grows and shrinks in a room of w by h cells.
func (b Breath) Draw(w, h int, ascii bool) *Picture {
	c := newCanvas(w*2, h*4)
	m, r := dot{float64(c.w) / 2, float64(c.h) / 2}, float64(b.radius(w, h))/2
	c.ring(m, r, pen{role: Work, thick: max(1.2, r*0.14)})
	if r > 6 {
		c.disc(m, r*0.55, pen{role: Work, light: true})
	}
	if ascii {
		return c.ascii()
	}
	return c.braille()
}

// Next is how long after now the circle looks different, in steps of every.
func (b Breath) Next(w, h int, every time.Duration) time.Duration {
	now := b.radius(w, h)
	at := b.At
	for range 200 {
		b.At = b.At.Truncate(every) + every
		if b.radius(w, h) != now {
			break
		}
	}
	return b.At - at
}
