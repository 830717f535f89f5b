package figure

import (
	"math"
	"testing"
)

// drawnDots are the dots of a canvas that are not empty.
func drawnDots(c *canvas) int { return c.w*c.h - c.count(0, 0, c.w, c.h, None) }

// TestNothingIsDrawnBeyondTheEdge lets a stroke cross the canvas: what leaves it on one
// side must not come in on the other.
func TestNothingIsDrawnBeyondTheEdge(t *testing.T) {
	c := newCanvas(8, 8)
	for _, p := range [][2]int{{-1, 3}, {8, 3}, {3, -1}, {3, 8}, {-100, -100}, {100, 100}} {
		c.set(p[0], p[1], Near)
		if c.at(p[0], p[1]) != None {
			t.Errorf("a dot at %v", p)
		}
	}
	if n := drawnDots(c); n > 0 {
		t.Errorf("%d dots", n)
	}
	c.stroke(dot{-20, 4}, dot{20, 4}, pen{role: Near, thick: 2})
	if n := drawnDots(c); n != 16 {
		t.Errorf("%d dots of a stroke", n)
	}
	c.fill([]dot{{-50, 6}, {50, 6}, {50, 7}, {-50, 7}}, Far)
	if n := c.count(0, 0, 8, 8, Far); n != 8 {
		t.Errorf("%d dots of a filled outline", n)
	}
}

// TestThinLineHasNoGaps draws lines in all directions, thinner than a dot.
func TestThinLineHasNoGaps(t *testing.T) {
	for angle := 0.0; angle < math.Pi; angle += 0.05 {
		c := newCanvas(40, 40)
		m, way := dot{20, 20}, dot{math.Cos(angle), math.Sin(angle)}.times(15)
		c.stroke(m.sub(way), m.add(way), pen{role: Near, thick: 0.1})
		along := max(math.Abs(way.x), math.Abs(way.y))
		if n := drawnDots(c); float64(n) < 2*along-2 {
			t.Errorf("at %.2f the line has %d dots, not %.0f", angle, n, 2*along)
		}
	}
}

// TestStrokesLieOverOneAnother holds what a halo clears: what lies behind, and the body
// itself only where it is asked to.
func TestStrokesLieOverOneAnother(t *testing.T) {
	for _, x := range []struct {
		under Role
		over  bool
		clear bool
	}{{Prop, false, true}, {Far, false, true}, {Near, false, false}, {Near, true, true}, {Work, true, true}} {
		c := newCanvas(20, 20)
		c.stroke(dot{10, 0}, dot{10, 20}, pen{role: x.under, thick: 2})
		c.stroke(dot{0, 10}, dot{20, 10}, pen{role: Near, thick: 2, halo: 2, over: x.over})
		if c.at(10, 10) != Near || c.at(10, 2) != x.under {
			t.Errorf("%v: the strokes are not both there", x)
		}
		if cleared := c.at(10, 12) == None; cleared != x.clear {
			t.Errorf("%v: a gap around the upper one: %v", x, cleared)
		}
	}
}

// TestRingIsEmptyInside draws it over something.
func TestRingIsEmptyInside(t *testing.T) {
	c := newCanvas(20, 20)
	c.fill([]dot{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, Prop)
	c.ring(dot{10, 10}, 6, pen{role: Near, thick: 1})
	if c.at(10, 10) != None || c.at(0, 0) != Prop || c.at(10, 4) != Near || c.at(4, 10) != Near {
		t.Errorf("inside %d, outside %d, above %d, left %d", c.at(10, 10), c.at(0, 0), c.at(10, 4), c.at(4, 10))
	}
}
