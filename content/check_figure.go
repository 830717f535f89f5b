package content

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
)

// checkFigure holds a figure to its form; that what it shows exists is seen to later.
func checkFigure(d *doc, f Figure) *Error {
	c := &check{doc: d}
	c.name("id", f.ID, base(d.file))
	c.that(len(f.Items)+len(f.Packs)+len(f.Waits) > 0, "id", "a figure of nothing", "items, packs or waits that it shows")
	distinct(c, "items", f.Items)
	distinct(c, "packs", f.Packs)
	distinct(c, "waits", f.Waits)
	distinct(c, "muscles", f.Muscles)
	distinct(c, "positions", f.Positions)
	distinct(c, "works", f.Works)
	c.number("size", f.Size, 200, 1000)
	c.number("floor", f.Floor, 0, 1000)
	c.number("tempo.stay", f.Tempo.Stay, 0, 6000)
	if f.Tempo.Move != 0 {
		c.number("tempo.move", f.Tempo.Move, 200, 6000)
	}
	c.count("poses", len(f.Poses), 1, 6)
	if c.err != nil {
		return c.err
	}
	c.poses(f)
	c.propsOf(f)
	c.course(f)
	c.limbs(f)
	c.standing(f)
	return c.err
}

// poses holds every pose to points that the view or a prop has, within the box. The
// first names every one of them.
func (c *check) poses(f Figure) {
	known := append(f.View.points(), extraPoints[f.View]...)
	need := f.View.points()
	for _, p := range f.Props {
		known = append(known, p.At...)
		need = append(need, p.At...)
	}
	slices.Sort(known)
	known = slices.Compact(known) // a prop may be at a point of the body
	for _, name := range need {
		_, ok := f.Poses[0].Points[name]
		c.that(ok, "poses.0.points", fmt.Sprintf("missing point %q", name), "a place for it in the first pose")
	}
	for i, p := range f.Poses {
		at := fmt.Sprintf("poses.%d.", i)
		first := slices.IndexFunc(f.Poses, func(o Pose) bool { return o.Name == p.Name })
		c.that(first == i, at+"name", fmt.Sprintf("pose %q a second time", p.Name), "a name of its own")
		for _, name := range slices.Sorted(maps.Keys(p.Points)) {
			xy, path := p.Points[name], at+"points."+name
			_, begun := f.Poses[0].Points[name]
			c.that(slices.Contains(known, name), path, fmt.Sprintf("unknown point %q", name), oneOf(name, known))
			c.that(begun, path, fmt.Sprintf("point %q", name), "only points that the first pose has")
			c.that(len(xy) == 2 && max(xy[0], xy[1]) <= 1000, path, fmt.Sprint(xy), "[right, down], each from 0 to 1000")
		}
	}
}

// propsOf holds every prop to its number of points.
func (c *check) propsOf(f Figure) {
	for i, p := range f.Props {
		want := propPoints[p.Kind]
		ok := want.low <= len(p.At) && len(p.At) <= want.high
		path := fmt.Sprintf("props.%d.at", i)
		c.that(ok, path, fmt.Sprintf("%d points", len(p.At)), want.what)
		for _, name := range p.At {
			held := p.Kind == PropTowel || p.Kind == PropPack || p.Kind == PropArrow
			c.that(held || !slices.Contains(f.View.points(), name), path, fmt.Sprintf("%q is a point of the body", name), "points of its own")
		}
	}
}

// course holds the phases to poses that exist.
func (c *check) course(f Figure) {
	var names []string
	for _, p := range f.Poses {
		names = append(names, p.Name)
	}
	for _, x := range f.When.lists() {
		for i, name := range x.poses {
			path := fmt.Sprintf("when.%s.%d", x.phase, i)
			c.that(slices.Contains(names, name), path, fmt.Sprintf("unknown pose %q", name), oneOf(name, names))
		}
	}
}

// phasePoses is the poses of a phase by its name in the file.
type phasePoses struct {
	phase string
	poses []string
}

// lists are the poses of every phase.
func (w Course) lists() []phasePoses {
	return []phasePoses{
		{"ready", w.Ready}, {"rise", w.Rise}, {"hold", w.Hold}, {"lower", w.Lower},
		{"rest", w.Rest}, {"timed", w.Timed}, {"open", w.Open},
	}
}

// stretch is by how much a limb may be longer or shorter than it is, in percent.
const stretch = 10

// limbs holds every bone to its length, but for those that don't lie in the plane.
func (c *check) limbs(f Figure) {
	for _, name := range f.Foreshortened {
		known := slices.ContainsFunc(f.View.Bones(), func(b Bone) bool { return b.To == name })
		c.that(known, "foreshortened", fmt.Sprintf("unknown limb %q", name), "the outer points of limbs")
	}
	for i, p := range f.Poses {
		for _, b := range f.View.Bones() {
			is, want := f.bone(p, b), float64(b.Long*f.Size)/1000
			short := slices.Contains(f.Foreshortened, b.To)
			ok := is <= want*(100+stretch)/100 && (short || is >= want*(100-stretch)/100)
			c.that(ok, fmt.Sprintf("poses.%d.points", i), fmt.Sprintf("%s to %s is %.0f long", b.From, b.To, is), fmt.Sprintf("%.0f within %d percent", want, stretch))
		}
	}
}

// bone is how long a bone is drawn in a pose.
func (f Figure) bone(p Pose, b Bone) float64 {
	ax, ay, _ := f.Point(p, b.From)
	bx, by, _ := f.Point(p, b.To)
	return math.Hypot(float64(bx-ax), float64(by-ay))
}

// onFloor is how far from the floor a foot that stands on it may be drawn.
const onFloor = 12

// standing holds the feet that stay on the floor to it and to their place, and
// everything else above it.
func (c *check) standing(f Figure) {
	c.that(f.Floor > 0 || len(f.Feet) == 0, "feet", "feet on no floor", "a floor")
	for i, p := range f.Poses {
		path := fmt.Sprintf("poses.%d.points", i)
		for _, name := range f.Feet {
			x, y, ok := f.Point(p, name)
			x0, _, _ := f.Point(f.Poses[0], name)
			c.that(ok, "feet", fmt.Sprintf("unknown point %q", name), "points of the poses")
			c.that(abs(y-f.Floor) <= onFloor, path, name+" at "+strconv.Itoa(y), fmt.Sprintf("it on the floor, at %d", f.Floor))
			c.that(abs(x-x0) <= onFloor, path, name+" slides to "+strconv.Itoa(x), fmt.Sprintf("it where it was, at %d", x0))
		}
		for _, name := range f.View.points() {
			_, y, _ := f.Point(p, name)
			c.that(f.Floor == 0 || y <= f.Floor+onFloor, path, name+" at "+strconv.Itoa(y), fmt.Sprintf("nothing below the floor at %d", f.Floor))
		}
	}
}

func abs(n int) int { return max(n, -n) }
