package figure

import (
	"math"

	"uncramp/content"
)

// headSize is the radius of a head, as a share of the body.
const headSize = 0.068

// drawing is a figure while it is drawn.
type drawing struct {
	*canvas
	f      content.Figure
	at     map[string]dot // where every point is on the canvas
	size   float64        // of the body or the foot, in dots
	thick  float64        // of a line, in dots
	floor  float64
	mirror bool
	rests  bool           // no arrows
	marks  []content.Mark // the muscles that are worked on
}

// draw draws what is behind first.
func (d *drawing) draw() {
	d.ground()
	d.props(behind)
	switch d.f.View {
	case content.Body:
		d.body()
	case content.Foot:
		d.foot()
	case content.Sole:
		d.sole()
	}
	d.props(inFront)
}

// line draws a bone of the body, where both its ends are known.
func (d *drawing) line(a, b string, p pen) {
	from, ok := d.at[a]
	to, known := d.at[b]
	if ok && known {
		d.stroke(from, to, p)
	}
}

// body draws a person from the far arm to the near one.
func (d *drawing) body() {
	far := pen{role: Far, thick: max(1.4, d.thick*0.8), light: true}
	near := pen{role: Near, thick: d.thick, halo: d.gap()}
	d.leg("far", far)
	d.works(content.Far)
	d.arm("far", far)
	d.props(between)
	d.trunk(near)
	d.leg("near", near)
	d.works(content.Near)
	d.arm("near", near)
	if d.thick < sparse { // a hand that lies on the muscle would hide it
		d.works(content.Near)
	}
}

// sparse is the thickness, in dots, below which there are too few of them for a muscle
// to show around a hand, or to stand out as little as it does from a thicker limb.
const sparse = 2.5

// gap is what is left free around what is in front, where there are dots to spare.
func (d *drawing) gap() float64 {
	if d.thick < sparse {
		return 0.8
	}
	return 1.2
}

func (d *drawing) leg(side string, p pen) {
	d.line("hip", side+"-knee", p)
	d.line(side+"-knee", side+"-heel", p)
	p.thick *= 0.85
	d.line(side+"-heel", side+"-toe", p)
}

func (d *drawing) arm(side string, p pen) {
	p.thick *= 0.8
	a, elbow, hand := d.at["shoulder"], d.at[side+"-elbow"], d.at[side+"-hand"]
	free := pen{role: None, thick: p.thick + 2*p.halo}
	if p.halo > 0 { // the arm lies in front of the body, but hangs on it
		d.stroke(a.to(elbow, 0.4), elbow, free)
		d.stroke(elbow, hand, free)
	}
	p.halo = 0
	d.path([]dot{a, elbow, hand}, p)
}

func (d *drawing) trunk(p pen) {
	p.thick *= 1.15
	d.line("hip", "shoulder", p)
	p.thick *= 0.7
	d.line("shoulder", "neck", p)
	d.ring(d.at["head"], max(2.2, d.size*headSize), pen{role: Near, thick: max(1, d.thick*0.55), halo: 0.5})
}

// works draws the muscles of a leg that are worked on: fuller than the limb, so that
// they show without colour.
func (d *drawing) works(leg content.Leg) {
	for _, w := range d.marks {
		if w.Leg == leg {
			d.muscle(w.Muscle, string(leg)+"-")
		}
	}
}

// swell is where a muscle lies along its bone and how far out it stands.
var swell = map[content.Muscle]struct {
	from, to   string  // the bone
	begin, end float64 // along it
	front      float64 // towards the front (above 0) or the back, and how far
}{
	content.Calf:      {"knee", "heel", 0.08, 0.62, -1},
	content.Quad:      {"hip", "knee", 0.16, 0.88, 1},
	content.Hamstring: {"hip", "knee", 0.18, 0.92, -1},
	content.Arch:      {"heel", "toe", 0.15, 0.8, -0.55},
	content.Toes:      {"heel", "toe", 0.7, 1.05, 0.55},
}

// muscle draws a muscle as a lens on its side of the bone.
func (d *drawing) muscle(m content.Muscle, leg string) {
	s := swell[m]
	from := leg + s.from
	if s.from == "hip" {
		from = "hip"
	}
	a, b := d.at[from], d.at[leg+s.to]
	out := b.sub(a).unit().front().times(s.front * d.facing())
	full := max(sparse, d.thick)
	thick := full * math.Abs(s.front)
	const steps = 8
	for i := range steps + 1 {
		t := float64(i) / steps
		bulge := 4 * t * (1 - t)
		m := a.to(b, s.begin+(s.end-s.begin)*t).add(out.times(full * (0.35 + 0.45*bulge)))
		d.disc(m, thick*(0.35+0.45*bulge), pen{role: Work})
	}
}

// facing is 1 for a figure that faces right and -1 for its mirror image.
func (d *drawing) facing() float64 {
	if d.mirror {
		return -1
	}
	return 1
}
