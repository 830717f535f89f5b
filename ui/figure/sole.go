package figure

import (
	"uncramp/content"
)

// imprint is a foot from above.
type imprint struct {
	heel, ball dot
	toes       []dot
	side       float64 // 1 where the big toe lies towards the front of the bone, else -1
}

// footprint is the outline of a foot from above without its toes, from the root of the
// big one round the heel: along the foot and out to the side of the big toe.
var footprint = []dot{
	{1110, 195}, {900, 228}, {620, 130}, {300, 112}, {60, 130}, {-100, 80}, {-140, 0}, {-100, -80}, {60, -130}, {300, -145}, {620, -195}, {850, -235}, {1010, -205}, {1110, -100}, {1150, 55},
}

// toeSize is the radius of each toe, the big one first, and toeLong how long it is.
var (
	toeSize = [5]float64{66, 42, 40, 38, 36}
	toeLong = [5]float64{125, 120, 100, 80, 60}
)

// on is a place of a print: along the foot and out to the side of the big toe.
func (p imprint) on(d *drawing, at dot) dot {
	out := p.ball.sub(p.heel).unit().front().times(d.unit(at.y) * p.side)
	return p.heel.to(p.ball, at.x/1000).add(out)
}

func (p imprint) all(d *drawing, list []dot) []dot {
	var out []dot
	for _, at := range list {
		out = append(out, p.on(d, at))
	}
	return out
}

// sole draws a foot from above, the other one beside it where the pose has one, and
// the hand at it. A hand with a thumb holds the foot from behind, the thumb in front.
func (d *drawing) sole() {
	near := d.nearPrint()
	_, thumb := d.at["thumb"]
	way := d.handWay("")
	if thumb && way != nil {
		d.palm(way)
	}
	if far, ok := d.farPrint(near); ok {
		d.imprint(far, Far)
	}
	d.imprint(near, Near)
	for _, w := range d.marks {
		d.printWork(near, w.Muscle)
	}
	if thumb && way != nil {
		d.bones(near)
		d.thumb("", way)
	} else {
		d.hand("")
	}
	d.hand("-two")
}

// nearPrint is the foot that is worked on. On which side its big toe is says whether
// it is seen from above or from below.
func (d *drawing) nearPrint() imprint {
	p := imprint{heel: d.at["heel"], ball: d.at["ball"], side: 1}
	for _, name := range []string{"toe-1", "toe-2", "toe-3", "toe-4", "toe-5"} {
		if at, ok := d.at[name]; ok {
			p.toes = append(p.toes, at)
		}
	}
	if len(p.toes) == 0 {
		return p
	}
	long, out := p.ball.sub(p.heel), p.toes[0].sub(p.heel)
	if front := long.front(); front.x*out.x+front.y*out.y < 0 {
		p.side = -1
	}
	return p
}

// farPrint is the other foot, the mirror image of the near one.
func (d *drawing) farPrint(near imprint) (imprint, bool) {
	heel, ok := d.at["far-heel"]
	ball, known := d.at["far-ball"]
	far := imprint{heel: heel, ball: ball, side: -near.side}
	long := near.ball.sub(near.heel)
	for _, at := range near.toes {
		v, n := at.sub(near.heel), long.x*long.x+long.y*long.y
		along, out := (v.x*long.x+v.y*long.y)/n, v.x*long.front().x+v.y*long.front().y
		way := ball.sub(heel)
		far.toes = append(far.toes, heel.add(way.times(along)).sub(way.front().times(out/n)))
	}
	return far, ok && known
}

// imprint draws a foot from above like the print that it leaves: the toes lie apart from
// it, so that they can be told from one another in a few dots.
func (d *drawing) imprint(p imprint, r Role) {
	line := pen{role: r, thick: max(1, d.thick*0.85)}
	edge := curve(p.all(d, footprint), true)
	d.fill(edge, None)
	d.path(edge, line)
	for i, tip := range p.toes {
		d.stroke(p.root(d, i), tip, pen{role: r, thick: max(2, d.unit(2*toeSize[i])), halo: 0.8, over: true})
	}
	if d.size < 2*roomy {
		return
	}
	for i, tip := range p.toes {
		d.stroke(p.root(d, i), tip, pen{role: None, thick: d.unit(2*toeSize[i]) - 2*line.thick})
	}
}

// root is where a toe begins: a toe fans out from the middle of the ball of the foot.
func (p imprint) root(d *drawing, i int) dot {
	tip := p.toes[i]
	from := p.heel.to(p.ball, 0.5)
	return tip.add(from.sub(tip).unit().times(d.unit(toeLong[i])))
}

// printArch is the part of a foot from above that is worked on.
var printArch = []dot{{150, 80}, {450, 95}, {800, 160}, {880, 20}, {800, -120}, {450, -90}, {150, -70}}

// printWork fills the part of a foot from above that is worked on.
func (d *drawing) printWork(p imprint, m content.Muscle) {
	switch m {
	case content.Arch:
		d.fill(curve(p.all(d, printArch), true), Work)
	case content.Toes:
		for i, tip := range p.toes {
			root := p.root(d, i)
			if d.size < 2*roomy { // the others are full too: these are a little longer
				tip = tip.add(tip.sub(root).unit())
			}
			d.stroke(root, tip, pen{role: Work, thick: max(2, d.unit(2*toeSize[i])), halo: 0.8, over: true})
		}
	}
}

// bones draws the gaps between the bones of the foot, from between the toes.
func (d *drawing) bones(p imprint) {
	if d.size < roomy {
		return
	}
	for _, gap := range [][2]dot{{{950, 60}, {520, 15}}, {{960, -20}, {520, -25}}, {{930, -90}, {520, -65}}, {{880, -150}, {520, -105}}} {
		d.stroke(p.on(d, gap[0]), p.on(d, gap[1]), pen{role: Prop, thick: 1})
	}
}
