package figure

import (
	"math"
	"slices"
)

// Role is what a part of a picture is, so that it can be painted.
type Role uint8

// The roles, from what is painted over to what is painted last. None is empty.
const (
	None Role = iota
	Prop      // wall, floor, bed, chair
	Far       // the limbs behind
	Near      // the body, what it holds, the limbs in front
	Work      // the muscle that is worked on, and which way it goes
)

// dot is a place on the canvas, in dots from its upper left corner. Dots are square.
type dot struct{ x, y float64 }

func (a dot) add(b dot) dot           { return dot{a.x + b.x, a.y + b.y} }
func (a dot) sub(b dot) dot           { return dot{a.x - b.x, a.y - b.y} }
func (a dot) times(k float64) dot     { return dot{a.x * k, a.y * k} }
func (a dot) long() float64           { return math.Hypot(a.x, a.y) }
func (a dot) to(b dot, t float64) dot { return a.add(b.sub(a).times(t)) }

// unit is the direction of a, or straight down where it has none.
func (a dot) unit() dot {
	if n := a.long(); n > 0 {
		return a.times(1 / n)
	}
	return dot{0, 1}
}

// front is a turned towards the front of a body that faces right: whoever stands has
// legs that point down, and the front is to the right.
func (a dot) front() dot { return dot{a.y, -a.x} }

// canvas is a grid of dots, each with the role of what is drawn there.
type canvas struct {
	w, h int
	dots []Role
}

func newCanvas(w, h int) *canvas { return &canvas{w, h, make([]Role, w*h)} }

// set draws a dot; beyond the edge there is nothing to draw on.
func (c *canvas) set(x, y int, r Role) {
	if x >= 0 && y >= 0 && x < c.w && y < c.h {
		c.dots[y*c.w+x] = r
	}
}

// at is the role of a dot, None beyond the edge.
func (c *canvas) at(x, y int) Role {
	if x >= 0 && y >= 0 && x < c.w && y < c.h {
		return c.dots[y*c.w+x]
	}
	return None
}

// pen is how a line is drawn.
type pen struct {
	role  Role
	thick float64 // in dots
	light bool    // every other dot is left out
	halo  float64 // how far around it what lies behind is cleared first, in dots
	over  bool    // the body itself lies behind it too
}

// stroke draws a line from a to b with round ends.
func (c *canvas) stroke(a, b dot, p pen) {
	if p.halo > 0 {
		c.capsule(a, b, p.thick/2+p.halo, func(x, y int) {
			if p.over || c.at(x, y) < Near {
				c.set(x, y, None)
			}
		})
	}
	c.capsule(a, b, p.thick/2, func(x, y int) {
		if !p.light || (x+y)%2 == 0 {
			c.set(x, y, p.role)
		}
	})
}

// path draws a line through points.
func (c *canvas) path(points []dot, p pen) {
	for i := 1; i < len(points); i++ {
		c.stroke(points[i-1], points[i], p)
	}
}

// disc fills a circle.
func (c *canvas) disc(m dot, r float64, p pen) {
	c.stroke(m, m, pen{role: p.role, thick: 2 * r, light: p.light, halo: p.halo, over: p.over})
}

// ring draws a circle, empty inside.
func (c *canvas) ring(m dot, r float64, p pen) {
	c.disc(m, r+p.halo, pen{role: None})
	for y := int(m.y - r - p.thick); y <= int(m.y+r+p.thick)+1; y++ {
		for x := int(m.x - r - p.thick); x <= int(m.x+r+p.thick)+1; x++ {
			d := dot{float64(x) + .5, float64(y) + .5}.sub(m).long()
			if d <= r && d > r-p.thick && (!p.light || (x+y)%2 == 0) {
				c.set(x, y, p.role)
			}
		}
	}
}

// capsule calls draw for every dot whose middle is within r of the line from a to b.
// A line thinner than a dot still has one dot in every row or column it crosses.
func (c *canvas) capsule(a, b dot, r float64, draw func(x, y int)) {
	r = max(r, 0.5)
	ab := b.sub(a)
	n := ab.x*ab.x + ab.y*ab.y
	for y := max(0, int(min(a.y, b.y)-r)); y <= min(c.h-1, int(max(a.y, b.y)+r)); y++ {
		for x := max(0, int(min(a.x, b.x)-r)); x <= min(c.w-1, int(max(a.x, b.x)+r)); x++ {
			m := dot{float64(x) + .5, float64(y) + .5}
			t := 0.0
			if n > 0 {
				t = min(1, max(0, ((m.x-a.x)*ab.x+(m.y-a.y)*ab.y)/n))
			}
			if m.sub(a.to(b, t)).long() <= r {
				draw(x, y)
			}
		}
	}
}

// fill fills a closed outline.
func (c *canvas) fill(outline []dot, r Role) {
	c.within(outline, func(x, y int) { c.set(x, y, r) })
}

// shade fills a closed outline lightly, with one dot in four.
func (c *canvas) shade(outline []dot, r Role) {
	c.within(outline, func(x, y int) {
		if x%2 == 0 && y%2 == 0 {
			c.set(x, y, r)
		}
	})
}

// within calls draw for every dot inside a closed outline, row by row between the
// places where the outline crosses it.
func (c *canvas) within(outline []dot, draw func(x, y int)) {
	var crossings []float64
	for y := range c.h {
		crossings = crossings[:0]
		at := float64(y) + .5
		for i, a := range outline {
			b := outline[(i+1)%len(outline)]
			if (a.y > at) != (b.y > at) {
				crossings = append(crossings, (b.x-a.x)*(at-a.y)/(b.y-a.y)+a.x)
			}
		}
		slices.Sort(crossings)
		for i := 0; i+1 < len(crossings); i += 2 {
			for x := max(0, int(math.Ceil(crossings[i]-.5))); x < c.w && float64(x)+.5 <= crossings[i+1]; x++ {
				draw(x, y)
			}
		}
	}
}

// curve is a smooth line through points, closed where the last leads to the first.
func curve(points []dot, closed bool) []dot {
	const steps = 6
	n := len(points)
	at := func(i int) dot {
		if closed {
			return points[(i+n)%n]
		}
		return points[min(max(i, 0), n-1)]
	}
	last := n - 1
	if closed {
		last = n
	}
	var out []dot
	for i := range last {
		a, b, c, d := at(i-1), at(i), at(i+1), at(i+2)
		for s := range steps {
			out = append(out, spline(a, b, c, d, float64(s)/steps))
		}
	}
	return append(out, at(last))
}

// spline is a point between b and c on the smooth line through a, b, c and d.
func spline(a, b, c, d dot, t float64) dot {
	one := func(a, b, c, d float64) float64 {
		return b + t/2*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
	}
	return dot{one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y)}
}
