package figure

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"uncramp/content"
)

// FuzzDraw draws figures whose points, size, floor and props are any bytes: bodies of
// no form, that the loader would refuse. Whatever is drawn keeps its room.
func FuzzDraw(f *testing.F) {
	for i, view := range content.Views() {
		f.Add([]byte{}, byte(i), byte(20), byte(10), byte(90))
		f.Add([]byte(string(view)+"a few more bytes, to be points of poses"), byte(i+3), byte(60), byte(30), byte(255))
	}
	f.Add(make([]byte, 200), byte(2), byte(16), byte(8), byte(0))
	f.Fuzz(func(t *testing.T, data []byte, kind, w, h, size byte) {
		fig := anyFigure(data, int(kind), int(size))
		l := Look{W: int(w), H: int(h), Mirror: kind&64 != 0, ASCII: kind&128 != 0}
		m := Moment{Phase: Phase{"timed", 5 * time.Second}, Elapsed: time.Duration(h) * 50 * time.Millisecond}
		p := Draw(fig, At(fig, m), l)
		if (p == nil) != (l.W < LeastW || l.H < LeastH) {
			t.Fatalf("a picture in %dx%d: %v", l.W, l.H, p != nil)
		}
		if p == nil {
			return
		}
		if p.W < 1 || p.H < 1 || p.W > min(l.W, MostW) || p.H > min(l.H, MostH) {
			t.Errorf("%dx%d in a room of %dx%d", p.W, p.H, l.W, l.H)
		}
		if wrong := wellFormed(p, l.ASCII); wrong != "" {
			t.Error(wrong)
		}
	})
}

// anyFigure is a figure whose points are bytes, with props of two kinds.
func anyFigure(data []byte, kind, size int) content.Figure {
	views, props := content.Views(), content.PropKinds()
	f := content.Figure{View: views[kind%len(views)], Size: size * 4}
	next := func(i int) int {
		if len(data) == 0 {
			return i * 100 % 1000
		}
		return int(data[i%len(data)]) * 1000 / 255
	}
	for i := range 2 {
		p := content.Prop{Kind: props[(kind+i*5)%len(props)]}
		for j := range 3 {
			p.At = append(p.At, fmt.Sprint("prop", i, j))
		}
		f.Props = append(f.Props, p)
	}
	for _, m := range content.Muscles() {
		f.Works = append(f.Works, content.Mark{Muscle: m, Leg: content.Near}, content.Mark{Muscle: m, Leg: content.Far})
	}
	names := pointsOf(f)
	for i := range 2 {
		pose := content.Pose{Name: strconv.Itoa(i), Points: map[string][]int{}}
		for j, name := range names {
			pose.Points[name] = []int{next(2*j + i*len(names)), next(2*j + 1 + i*len(names))}
		}
		f.Poses = append(f.Poses, pose)
	}
	f.Floor = next(7)
	f.When.Timed = []string{"0", "1"}
	return f
}

// pointsOf are all points that a figure may have.
func pointsOf(f content.Figure) []string {
	names := []string{
		"toe-1", "toe-2", "toe-3", "toe-4", "toe-5", "far-heel", "far-ball", "far-toe-5", "other-knee", "other-shin", "sock",
		"wrist", "knuckles", "fingers", "thumb", "wrist-two", "knuckles-two", "fingers-two", "thumb-two",
	}
	for _, b := range f.View.Bones() {
		names = append(names, b.From, b.To)
	}
	for _, p := range f.Props {
		names = append(names, p.At...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
