package figure

import "uncramp/content"

// hand draws a hand at a foot, where the pose has one: an arm from the wrist, over the
// knuckles where they are bent, to the tips of the fingers. It is filled, so that it
// stands out from the foot that it lies on.
func (d *drawing) hand(which string) {
	way := d.handWay(which)
	if way == nil {
		return
	}
	d.palm(way)
	d.thumb(which, way)
}

// handWay is the way from the tips of the fingers back to the wrist.
func (d *drawing) handWay(which string) []dot {
	var way []dot
	for _, part := range []string{"fingers", "knuckles", "wrist"} {
		if at, ok := d.at[part+which]; ok {
			way = append(way, at)
		}
	}
	if len(way) < 2 {
		return nil
	}
	return way
}

// handShape is how far a hand reaches from its middle line: how far back from the tips
// of the fingers, and how far out, in thousandths of a foot.
var handShape = []dot{{0, 54}, {110, 70}, {260, 86}, {380, 94}, {480, 82}, {560, 66}, {1000, 82}}

// palm fills a hand and an arm, with the gaps between the fingers where there is room.
func (d *drawing) palm(way []dot) {
	d.along(way, 1, func(m dot, back float64) {
		d.disc(m, d.unit(reach(back))+d.gap(), pen{role: None})
	})
	d.along(way, 1, func(m dot, back float64) { d.disc(m, d.unit(reach(back)), pen{role: Near}) })
	if d.size < 2*roomy {
		return
	}
	back := way[1].sub(way[0]).unit()
	for _, out := range []float64{-0.5, 0, 0.5} {
		side := back.front().times(d.unit(72) * out)
		tip := way[0].sub(back.times(d.unit(60)))
		d.stroke(tip.add(side), tip.add(back.times(d.unit(260))).add(side), pen{role: None, thick: max(1, d.unit(13))})
	}
}

// along calls draw at every dot along a way, with how far from its beginning it is in
// thousandths of a foot.
func (d *drawing) along(way []dot, step float64, draw func(m dot, back float64)) {
	gone := 0.0
	for i := 1; i < len(way); i++ {
		a, b := way[i-1], way[i]
		long := b.sub(a).long()
		for at := 0.0; at < long; at += step {
			draw(a.to(b, at/long), (gone+at)*1000/d.size)
		}
		gone += long
	}
}

// reach is how far a hand reaches from its middle line, so far back from its tips.
func reach(back float64) float64 {
	for i := 1; i < len(handShape); i++ {
		a, b := handShape[i-1], handShape[i]
		if back < b.x {
			return a.y + (b.y-a.y)*(back-a.x)/(b.x-a.x)
		}
	}
	return handShape[len(handShape)-1].y
}

// thumb draws the thumb of a hand, where the pose has one: from the palm to its tip.
func (d *drawing) thumb(which string, way []dot) {
	tip, ok := d.at["thumb"+which]
	if !ok {
		return
	}
	root := 400.0
	if d.f.View == content.Sole { // the palm is hidden behind the foot
		root = 640
	}
	var palm dot
	d.along(way, 1, func(m dot, back float64) {
		if back < root {
			palm = m
		}
	})
	d.stroke(palm.to(tip, 0.35), tip, pen{role: None, thick: d.unit(110) + 2*d.gap()})
	d.stroke(palm, tip, pen{role: Near, thick: d.unit(110)})
}
