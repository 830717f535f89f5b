// Package figure draws the figures of the content: poses become pictures of braille
// dots, or of plain characters, at any size and instant. It reads no clock: the same
// instant is the same picture.
package figure

import (
	"math"

	"uncramp/content"
)

// The smallest room for a figure and the largest that it fills, in cells.
const (
	LeastW = 16
	LeastH = 8
	MostW  = 60
	MostH  = 30
)

// Look is how a figure is drawn.
type Look struct {
	W, H   int  // the room there is, in cells
	Mirror bool // for the left leg: the near leg is the one that is worked on
	ASCII  bool // with plain characters in place of braille
	// Muscle is the one that is treated: where the figure shows the work of several, it
	// is marked alone. "" = all of them.
	Muscle content.Muscle
}

// points are where everything is at one instant, in thousandths of the box.
type points map[string]dot

// Draw draws a figure at one instant, as large as fits. It is nil where the room is
// smaller than LeastW x LeastH.
func Draw(f content.Figure, at Instant, l Look) *Picture {
	if l.W < LeastW || l.H < LeastH || len(f.Poses) == 0 {
		return nil
	}
	c, s := sheet(f, min(l.W, MostW), min(l.H, MostH))
	d := drawing{canvas: c, f: f, at: map[string]dot{}, size: float64(f.Size) * s.scale, mirror: l.Mirror, rests: at.rests}
	for name, p := range at.points {
		d.at[name] = s.place(p, l.Mirror)
	}
	d.floor = s.place(dot{0, float64(f.Floor)}, false).y
	d.marks = marks(f, l.Muscle)
	d.thick = max(1.6, d.size*thickness[f.View])
	d.draw()
	if l.ASCII {
		return c.ascii()
	}
	return c.braille()
}

// marks are the muscles to mark: the one that is treated, where it is among them.
func marks(f content.Figure, m content.Muscle) []content.Mark {
	var own []content.Mark
	for _, w := range f.Works {
		if w.Muscle == m {
			own = append(own, w)
		}
	}
	if own == nil {
		return f.Works
	}
	return own
}

// thickness is that of a line, as a share of the figure's size.
var thickness = map[content.View]float64{content.Body: 0.052, content.Foot: 0.05, content.Sole: 0.05}

// placing is where on the canvas a place of the box is.
type placing struct {
	left, top float64 // of what is shown, in the box
	scale     float64 // dots a thousandth
	width     float64 // of the canvas, in dots
	dx, dy    float64 // the margins, in dots
}

// place is where a place of the box is on the canvas.
func (s placing) place(p dot, mirror bool) dot {
	x := (p.x-s.left)*s.scale + s.dx
	if mirror {
		x = s.width - x
	}
	return dot{x, (p.y-s.top)*s.scale + s.dy}
}

// sheet is the canvas for a figure in a room of w by h cells: just as large as the
// figure needs in all its poses, so that it stays where it is when it moves.
func sheet(f content.Figure, w, h int) (*canvas, placing) {
	lo, hi := extent(f)
	wide, high := max(1, hi.x-lo.x), max(1, hi.y-lo.y)
	scale := min(float64(w*2)/wide, float64(h*4)/high)
	cw := min(w, int(math.Ceil(wide*scale/2)))
	ch := min(h, int(math.Ceil(high*scale/4)))
	c := newCanvas(cw*2, ch*4)
	return c, placing{
		left: lo.x, top: lo.y, scale: scale, width: float64(c.w),
		dx: (float64(c.w) - wide*scale) / 2, dy: float64(c.h) - high*scale,
	}
}

// extent is the part of the box that a figure uses in all its poses, with the
// thickness of what is drawn there.
func extent(f content.Figure) (lo, hi dot) {
	lo, hi = dot{1000, 1000}, dot{0, 0}
	around := float64(f.Size) * margin[f.View]
	for _, pose := range f.Poses {
		for name, p := range pose.Points {
			if len(p) != 2 {
				continue
			}
			m := around
			if name == "head" {
				m = float64(f.Size) * (headSize + 0.005)
			}
			x, y := float64(p[0]), float64(p[1])
			lo = dot{min(lo.x, x-m), min(lo.y, y-m)}
			hi = dot{max(hi.x, x+m), max(hi.y, y+m)}
		}
	}
	for _, w := range f.Works { // a muscle stands out from its limb
		for _, pose := range f.Poses {
			m := float64(f.Size) * bulge[f.View]
			for _, name := range []string{swell[w.Muscle].from, swell[w.Muscle].to} {
				if x, _, ok := f.Point(pose, string(w.Leg)+"-"+name); ok {
					lo.x, hi.x = min(lo.x, float64(x)-m), max(hi.x, float64(x)+m)
				}
			}
		}
	}
	if f.Floor > 0 {
		hi.y = max(hi.y, float64(f.Floor)+float64(f.Size)*below(f))
	}
	return lo, hi
}

// margin is what a point takes around it, as a share of the figure's size.
var margin = map[content.View]float64{content.Body: 0.035, content.Foot: 0.12, content.Sole: 0.14}

// bulge is how far a muscle reaches beyond the bone it lies on.
var bulge = map[content.View]float64{content.Body: 0.075}

// below is how much is drawn under the floor, or the top of the bed, as a share of
// the figure's size.
func below(f content.Figure) float64 {
	for _, p := range f.Props {
		if p.Kind == content.PropBed {
			return 0.12
		}
	}
	return 0.06
}
