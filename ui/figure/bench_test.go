package figure

import (
	"fmt"
	"testing"
	"time"
)

// benched are a figure of each view.
var benched = []string{"wall-calf", "massage-arch", "toe-spread"}

// BenchmarkDraw draws a picture, as every frame does.
func BenchmarkDraw(b *testing.B) {
	for _, id := range benched {
		for _, room := range [][2]int{{34, 12}, {60, 30}} {
			b.Run(fmt.Sprintf("%s/%dx%d", id, room[0], room[1]), func(b *testing.B) {
				f := figureOf(b, id)
				at, l := posed(f, f.Poses[0]), Look{W: room[0], H: room[1]}
				b.ReportAllocs()
				for b.Loop() {
					_ = Draw(f, at, l)
				}
			})
		}
	}
}

// BenchmarkAt places a figure that moves.
func BenchmarkAt(b *testing.B) {
	for _, id := range benched {
		b.Run(id, func(b *testing.B) {
			f := figureOf(b, id)
			m := Moment{Phase: Phase{"ready", 10 * time.Second}}
			b.ReportAllocs()
			for b.Loop() {
				m.Elapsed = (m.Elapsed + Frame) % (10 * time.Second)
				_ = At(f, m)
			}
		})
	}
}
