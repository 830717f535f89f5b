package ui

import (
	"testing"
	"time"

	"uncramp/session"
)

// BenchmarkFrame makes one frame of 240x70 cells, which is to take less than 2 ms: while
// a figure moves, while it holds still, and while a breath is shown.
func BenchmarkFrame(b *testing.B) {
	for _, x := range []struct {
		name string
		at   func(*desk) *desk
	}{
		{"rise", func(d *desk) *desk { return eased(d).on("toe-raises", session.Rise, 3).wait(400 * time.Millisecond) }},
		{"hold", func(d *desk) *desk { return eased(d).on("wall-calf", session.Hold, 1).wait(10 * time.Second) }},
		{"wait", func(d *desk) *desk { return d.wait(2 * time.Second) }},
	} {
		b.Run(x.name+"/240x70", func(b *testing.B) {
			d := x.at(begin(b, equipped, 240, 70).wait(time.Second))
			b.ReportAllocs()
			for b.Loop() {
				_ = d.m.View()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/frame")
		})
	}
}
