package figure

import "uncramp/content"

// skin is a point of a foot's outline: on which bone, how far along it, and how far
// from it towards the front, both in thousandths of the foot.
type skin struct {
	from, to string
	along    float64 // thousandths of the bone
	front    float64 // thousandths of the foot
}

// footSkin is the outline of a foot from the front of the shin round to its back. Its
// sole lies on the line from heel to ball, but for the arch.
var footSkin = []skin{
	{"ankle", "shin", 1000, -125}, {"ankle", "shin", 600, -105}, {"ankle", "shin", 280, -115},
	{"heel", "ball", 600, 252}, {"heel", "ball", 850, 180},
	{"ball", "toe", 120, 136}, {"ball", "toe", 550, 98}, {"ball", "toe", 900, 96}, {"ball", "toe", 1060, 46},
	{"ball", "toe", 930, -2}, {"ball", "toe", 600, 0}, {"ball", "toe", 280, 22},
	{"heel", "ball", 985, -4}, {"heel", "ball", 850, 4},
	{"heel", "ball", 540, 78}, {"heel", "ball", 240, 12}, {"heel", "ball", 40, -4}, {"heel", "ball", -110, 26}, {"heel", "ball", -130, 110},
	{"ankle", "shin", 80, 112}, {"ankle", "shin", 400, 90}, {"ankle", "shin", 1000, 150},
}

// outline is where the outline of the foot is now.
func (d *drawing) outline(list []skin) []dot {
	var out []dot
	for _, s := range list {
		a, b := d.at[s.from], d.at[s.to]
		front := b.sub(a).unit().front().times(d.unit(s.front) * d.facing())
		out = append(out, a.to(b, s.along/1000).add(front))
	}
	return out
}

// roomy is the length of a foot, in dots, from which on there is room for what isn't
// needed to know it: the ankle bone, a nail, the lines between fingers.
const roomy = 34

// foot draws a foot from the side on what lies under it, and the hands at it.
func (d *drawing) foot() {
	d.otherKnee()
	d.props(between)
	edge := curve(d.outline(footSkin), false)
	d.fill(edge, None)
	d.path(edge, pen{role: Near, thick: d.thick})
	d.sock()
	d.detail()
	for _, w := range d.marks {
		d.footWork(w.Muscle)
	}
	d.hand("")
	d.hand("-two")
}

// detail draws the bone on the inner side of the ankle and the nail of the big toe.
func (d *drawing) detail() {
	_, sock := d.at["sock"]
	if d.size < roomy || sock {
		return
	}
	fine := pen{role: Near, thick: max(1, d.thick*0.4)}
	d.path(curve(d.outline([]skin{{"heel", "ankle", 900, 40}, {"heel", "ankle", 1080, 10}, {"heel", "ankle", 1060, -45}, {"heel", "ankle", 880, -60}}), false), fine)
	d.path(d.outline([]skin{{"ball", "toe", 720, 70}, {"ball", "toe", 1010, 50}}), fine)
}

// soleBand and toeBand are the parts of a foot that are worked on, from the skin
// inward; calfBand is that of the leg above it.
var (
	soleBand = []skin{
		{"heel", "ball", 60, -8}, {"heel", "ball", 240, 2}, {"heel", "ball", 540, 62}, {"heel", "ball", 850, -4}, {"heel", "ball", 960, -10},
		{"heel", "ball", 930, 75}, {"heel", "ball", 560, 160}, {"heel", "ball", 120, 85},
	}
	toeBand = []skin{
		{"heel", "ball", 870, -12}, {"ball", "toe", 0, -14}, {"ball", "toe", 280, 4}, {"ball", "toe", 600, -14}, {"ball", "toe", 930, -14}, {"ball", "toe", 1080, 35},
		{"ball", "toe", 900, 58}, {"ball", "toe", 300, 74}, {"heel", "ball", 900, 66},
	}
	calfBand = []skin{
		{"ankle", "shin", 1000, 168}, {"ankle", "shin", 700, 132}, {"ankle", "shin", 330, 100},
		{"ankle", "shin", 450, 62}, {"ankle", "shin", 750, 45}, {"ankle", "shin", 1000, 50},
	}
)

// footWork fills the part of the foot that is worked on.
func (d *drawing) footWork(m content.Muscle) {
	band := map[content.Muscle][]skin{content.Arch: soleBand, content.Toes: toeBand, content.Calf: calfBand}[m]
	if band != nil {
		d.fill(curve(d.outline(band), true), Work)
	}
}

// otherKnee draws the knee of the other leg that the ankle rests on, seen from the
// front, where the pose has one. Its shin goes on beyond the picture.
func (d *drawing) otherKnee() {
	knee, ok := d.at["other-knee"]
	shin, known := d.at["other-shin"]
	if !ok || !known {
		return
	}
	wide, on := d.unit(380), shin.sub(knee).unit().times(d.size)
	d.stroke(knee, knee.add(on), pen{role: Far, thick: wide})
	d.stroke(knee, knee.add(on.times(2)), pen{role: None, thick: wide - 2*max(1, d.thick*0.7)})
}

// sock draws a sock up to where the pose has its cuff: the cuff, a heel, and knitting
// where there is room for it.
func (d *drawing) sock() {
	if _, ok := d.at["sock"]; !ok {
		return
	}
	fine := pen{role: Near, thick: max(1, d.thick*0.7)}
	d.path(d.outline([]skin{{"ankle", "sock", 1000, -120}, {"ankle", "sock", 1000, 105}}), fine)
	d.path(d.outline([]skin{{"ankle", "sock", 700, -125}, {"ankle", "sock", 700, 110}}), fine)
	d.path(curve(d.outline([]skin{{"heel", "ball", 250, 30}, {"heel", "ball", 220, 140}, {"heel", "ball", -60, 200}}), false), fine)
	d.path(curve(d.outline([]skin{{"ball", "toe", -100, 90}, {"ball", "toe", 60, 60}, {"ball", "toe", -60, 20}}), false), fine)
}
