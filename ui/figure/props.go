package figure

import (
	"math"
	"slices"

	"uncramp/content"
)

// layer is when a prop is drawn.
type layer int

const (
	behind  layer = iota
	between       // in front of the far limbs
	inFront
)

// shapes draw the props, each in its layer, from its points.
var shapes = map[content.PropKind]struct {
	layer layer
	draw  func(*drawing, []dot)
}{
	content.PropWall:     {behind, (*drawing).wall},
	content.PropChair:    {behind, (*drawing).chair},
	content.PropBed:      {behind, (*drawing).bed},
	content.PropMattress: {behind, (*drawing).mattress},
	content.PropPillow:   {behind, (*drawing).pillow},
	content.PropRail:     {behind, (*drawing).rail},
	content.PropBowl:     {inFront, (*drawing).bowl},
	content.PropRoller:   {between, (*drawing).roller},
	content.PropBall:     {between, (*drawing).ball},
	content.PropCan:      {between, (*drawing).can},
	content.PropTowel:    {inFront, (*drawing).towel},
	content.PropPack:     {inFront, (*drawing).pack},
	content.PropArrow:    {inFront, (*drawing).arrow},
}

// props draws the props of one layer.
func (d *drawing) props(l layer) {
	for _, p := range d.f.Props {
		s := shapes[p.Kind]
		if s.layer != l || d.rests && p.Kind == content.PropArrow {
			continue
		}
		var points []dot
		for _, name := range p.At {
			points = append(points, d.at[name])
		}
		s.draw(d, points)
	}
}

// thin is the pen of what stands around a body.
func (d *drawing) thin() pen { return pen{role: Prop, thick: max(1, d.thick*0.4)} }

// unit is a length of the body or foot, in dots.
func (d *drawing) unit(thousandths float64) float64 { return d.size * thousandths / 1000 }

// ground draws the floor across the whole picture, unless there is a bed.
func (d *drawing) ground() {
	for _, p := range d.f.Props {
		if p.Kind == content.PropBed {
			return
		}
	}
	if d.f.Floor > 0 {
		y := d.floor + d.thick*0.55
		d.stroke(dot{0, y}, dot{float64(d.w), y}, d.thin())
	}
}

// wall is a line from its top to the floor, hatched on its far side.
func (d *drawing) wall(p []dot) {
	x := p[0].x
	d.stroke(dot{x, p[0].y}, dot{x, d.floor}, d.thin())
	step := max(5, d.unit(60))
	for y := p[0].y + step; y < d.floor; y += step {
		d.stroke(dot{x, y}, dot{x + d.facing()*step*0.6, y - step*0.6}, pen{role: Prop, thick: 1})
	}
}

// chair is a seat on legs, with a back or without.
func (d *drawing) chair(p []dot) {
	front, back := p[0], p[1]
	d.path(p, d.thin())
	for _, leg := range []dot{front, back} {
		d.stroke(leg, dot{leg.x, d.floor}, d.thin())
	}
}

// rail is a rail along a wall, on its brackets.
func (d *drawing) rail(p []dot) {
	a, b := p[0], p[1]
	d.stroke(a, b, d.thin())
	for _, t := range []float64{0.08, 0.92} {
		at := a.to(b, t)
		d.stroke(at, at.add(dot{0, d.unit(45)}), d.thin())
	}
}

// bed is a mattress from its head to its foot, on legs, with a board at its head. The
// board at its foot, and a higher one at its head, reach as far up as the bed's points.
func (d *drawing) bed(p []dot) {
	head, foot := p[0], p[1]
	top, bottom, ground := d.floor+d.thick*0.55, d.floor+d.unit(80), d.floor+d.unit(120)
	d.path([]dot{{head.x, top}, {foot.x, top}, {foot.x, bottom}, {head.x, bottom}}, d.thin())
	d.stroke(dot{head.x, min(head.y, d.floor-d.unit(110))}, dot{head.x, ground}, d.thin())
	d.stroke(dot{foot.x, min(foot.y, bottom)}, dot{foot.x, ground}, d.thin())
}

// mattress is a bed from above.
func (d *drawing) mattress(p []dot) {
	a, b := p[0], p[1]
	d.path([]dot{a, {b.x, a.y}, b, {a.x, b.y}, a}, d.thin())
}

// pillow is a cushion around its middle: flat from the side, wide on a bed from above.
func (d *drawing) pillow(p []dot) {
	w, h := d.unit(115), d.unit(34)
	if d.has(content.PropMattress) {
		w, h = d.unit(85), d.unit(150)
	}
	m, in := p[0], min(w, h)*0.4
	edge := curve([]dot{
		{m.x - w, m.y}, {m.x - w + in, m.y - h}, {m.x + w - in, m.y - h},
		{m.x + w, m.y}, {m.x + w - in, m.y + h}, {m.x - w + in, m.y + h},
	}, true)
	d.shade(edge, Prop)
	line := d.thin()
	if !d.has(content.PropMattress) {
		line.role = Near // from the side it is all that tells what a leg lies on
	}
	d.path(edge, line)
}

// has says that a figure has a prop of that kind.
func (d *drawing) has(k content.PropKind) bool {
	return slices.ContainsFunc(d.f.Props, func(p content.Prop) bool { return p.Kind == k })
}

// roller is a foam roller from its end.
func (d *drawing) roller(p []dot) {
	r := d.unit(62)
	d.ring(p[0], r, pen{role: Near, thick: max(1, d.thick*0.5), halo: 0.5})
	if r > 5 {
		d.disc(p[0], r*0.35, pen{role: Near})
	}
}

// ball is a tennis ball: round, with its seam where there is room for it. It turns as it
// rolls.
func (d *drawing) ball(p []dot) {
	m, r := p[0], d.unit(ballSize[d.f.View])
	d.ring(m, r, pen{role: Near, thick: max(1, d.thick*0.5), halo: 0.5})
	if r <= 4 {
		return
	}
	for _, side := range []float64{-1, 1} {
		var seam []dot
		for _, at := range []dot{{-0.75, 0.62}, {-0.4, 0.34}, {0, 0.25}, {0.4, 0.34}, {0.75, 0.62}} {
			seam = append(seam, m.add(dot{at.x, at.y * side}.times(r).turned(m.x/r)))
		}
		d.path(curve(seam, false), pen{role: Near, thick: 1})
	}
}

// turned is a turned clockwise by an angle in radians.
func (a dot) turned(by float64) dot {
	sin, cos := math.Sincos(by)
	return dot{a.x*cos - a.y*sin, a.x*sin + a.y*cos}
}

// ballSize is the radius of a tennis ball, in thousandths of a body or a foot.
var ballSize = map[content.View]float64{content.Body: 34, content.Foot: 135, content.Sole: 135}

// can is a can or a bottle from its end.
func (d *drawing) can(p []dot) {
	r := d.unit(ballSize[d.f.View])
	d.ring(p[0], r, pen{role: Near, thick: max(1, d.thick*0.4), halo: 0.5})
	d.ring(p[0], r*0.6, pen{role: Near, thick: max(1, d.thick*0.4)})
}

// towel runs along its points. Beside a body it isn't to be taken for an arm.
func (d *drawing) towel(p []dot) {
	towel := pen{role: Near, thick: max(1, d.thick*0.5), halo: 0.6, over: true}
	if d.f.View == content.Body {
		towel.role = Prop
	}
	d.path(p, towel)
}

// pack is a cushion along a limb, checked, with a gap around it: it is neither the
// limb nor the muscle that it lies on.
func (d *drawing) pack(p []dot) {
	r := d.unit(packSize[d.f.View])
	gap := max(1.2, d.thick*0.4)
	d.stroke(p[0], p[1], pen{role: Near, thick: 2 * r, light: true, halo: gap, over: true})
	if r < 3 {
		return
	}
	edge := max(1, d.thick*0.4)
	d.stroke(p[0], p[1], pen{role: Near, thick: 2 * r, over: true})
	d.capsule(p[0], p[1], r-edge, func(x, y int) {
		if (x+y)%2 != 0 || x%2 != 0 {
			d.set(x, y, None)
		}
	})
}

// packSize is how far a pack reaches from its middle.
var packSize = map[content.View]float64{content.Body: 46, content.Foot: 90, content.Sole: 90}

// bowl is a bowl of water between the ends of its rim. No steam rises from it: the
// water is warm, never hot.
func (d *drawing) bowl(p []dot) {
	a, b := p[0], p[1]
	deep, wide := d.floor-a.y, b.x-a.x
	on := func(x, y float64) dot { return dot{a.x + x*wide, a.y + y*deep} }
	line := pen{role: Near, thick: max(1, d.thick*0.7), halo: 0.5}
	d.path(curve([]dot{a, on(0.035, 0.5), on(0.13, 0.9), on(0.22, 1), on(0.5, 1), on(0.78, 1), on(0.87, 0.9), on(0.965, 0.5), b}, false), line)
	wave := pen{role: Work, thick: max(1, d.thick*0.5)}
	var water []dot
	for i := range 13 {
		water = append(water, on(0.05+0.9*float64(i)/12, 0.3+0.06*float64(i%2*2-1)))
	}
	d.path(curve(water, false), wave)
}

// arrow shows which way something goes.
func (d *drawing) arrow(p []dot) {
	a, b := p[0], p[1]
	line := pen{role: Work, thick: max(1, d.thick*0.4), halo: 0.7, over: true}
	head := d.unit(45)
	if d.f.View != content.Body {
		line.thick, head = max(1, d.thick*0.6), d.unit(100)
	}
	d.stroke(a, b, line)
	line.halo = 0
	back := a.sub(b).unit().times(max(2.5, head))
	side := back.front().times(0.7)
	d.stroke(b, b.add(back).add(side), line)
	d.stroke(b, b.add(back).sub(side), line)
}
