package figure

import (
	"maps"
	"testing"
	"time"

	"uncramp/content"
)

// stick is somebody of ours whose right half is the near one and whose left half the
// far one, both alike: what differs between them in a picture is how it is drawn.
func stick() content.Figure {
	legs := map[string][]int{
		"hip": {500, 500}, "shoulder": {500, 280}, "neck": {500, 244}, "head": {500, 176},
		"near-knee": {600, 669}, "near-heel": {680, 857}, "near-toe": {784, 857},
		"far-knee": {400, 669}, "far-heel": {320, 857}, "far-toe": {216, 857},
	}
	down, up := maps.Clone(legs), map[string][]int{}
	down["near-elbow"], down["near-hand"] = []int{620, 344}, []int{740, 424}
	down["far-elbow"], down["far-hand"] = []int{380, 344}, []int{260, 424}
	up["near-elbow"], up["near-hand"] = []int{620, 216}, []int{740, 136}
	up["far-elbow"], up["far-hand"] = []int{380, 216}, []int{260, 136}
	return content.Figure{
		ID: "stick", View: content.Body, Size: 800, Floor: 857,
		Poses: []content.Pose{{Name: "down", Points: down}, {Name: "up", Points: up}},
		When: content.Course{
			Ready: []string{"down"}, Rise: []string{"up"}, Hold: []string{"up"}, Lower: []string{"down"},
			Rest: []string{"down"}, Timed: []string{"down", "up"},
		},
		Tempo: content.Tempo{Move: 1000, Stay: 500},
	}
}

// figures are all those of the library, and that of ours.
func figures() []content.Figure {
	return append([]content.Figure{stick()}, content.Embedded().Figures...)
}

// figureOf is a figure of the library.
func figureOf(tb testing.TB, id string) content.Figure {
	tb.Helper()
	for _, f := range content.Embedded().Figures {
		if f.ID == id {
			return f
		}
	}
	tb.Fatalf("no figure %q", id)
	return content.Figure{}
}

// kinds are all phases that a session has.
var kinds = []string{"ready", "switch", "rise", "hold", "lower", "rest", "timed", "open"}

// posed is a figure in one of its poses.
func posed(f content.Figure, p content.Pose) Instant { return Instant{points: places(f, p)} }

// halfway is a figure in the middle between two poses.
func halfway(f content.Figure, a, b content.Pose) Instant {
	return Instant{points: blend(f, places(f, a), places(f, b), 0.5)}
}

// moments are the moments of a phase after each other one, a picture at a time until
// it stands still. A round begins as it does whatever was before.
func moments(f content.Figure, visit func(Moment)) {
	for _, before := range append([]string{""}, kinds...) {
		for _, kind := range kinds {
			if before != "" && len(poses(f, kind)) > 1 {
				continue
			}
			m := Moment{Phase: Phase{kind, 3 * time.Second}, Before: Phase{before, 5 * time.Second}}
			for m.Elapsed < longest(f, kind) {
				visit(m)
				d, ok := Next(f, m)
				if !ok {
					break
				}
				m.Elapsed += d
			}
		}
	}
}

// longest is when all that a figure does in a phase has been seen.
func longest(f content.Figure, kind string) time.Duration {
	move, stay := tempo(f)
	return max(3*time.Second, time.Duration(len(poses(f, kind)))*(move+stay)) + Frame
}

// rooms are rooms from the least to beyond the largest, high ones and wide ones.
var rooms = [][2]int{{16, 8}, {17, 9}, {16, 30}, {60, 8}, {34, 12}, {45, 21}, {60, 30}, {100, 50}}

// inked is a picture as the dots that it shows.
func inked(p *Picture) *canvas {
	c := newCanvas(p.W*2, p.H*4)
	for i, r := range p.runes {
		for n, bit := range brailleBits {
			if r >= 0x2800 && r&bit != 0 {
				c.set(i%p.W*2+n%2, i/p.W*4+n/2, p.roles[i])
			}
		}
	}
	return c
}

// count counts the dots of a part of a canvas that are of one of some roles.
func (c *canvas) count(x0, y0, x1, y1 int, roles ...Role) int {
	n := 0
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			for _, r := range roles {
				if c.at(x, y) == r {
					n++
				}
			}
		}
	}
	return n
}
