package ui

import (
	"fmt"
	"testing"
	"time"
)

// BenchmarkView draws screens of the usual sizes.
func BenchmarkView(b *testing.B) {
	for _, name := range []string{"wait", "hold", "rise", "pack", "signs", "summary"} {
		for _, size := range [][2]int{{80, 24}, {240, 70}} {
			b.Run(fmt.Sprintf("%s/%dx%d", name, size[0], size[1]), func(b *testing.B) {
				d := sceneOf(b, name).at(b, size[0], size[1])
				b.ReportAllocs()
				for b.Loop() {
					_ = d.m.View()
				}
			})
		}
	}
}

// BenchmarkTick lets a second pass, without drawing it.
func BenchmarkTick(b *testing.B) {
	for _, name := range []string{"wait", "massage", "pack"} {
		b.Run(name, func(b *testing.B) {
			d := sceneOf(b, name).at(b, 80, 24)
			b.ReportAllocs()
			for b.Loop() {
				d.clock.now = d.clock.now.Add(time.Second)
				d.send(tickMsg{d.m.beat.id})
			}
		})
	}
}

// BenchmarkKey presses a key that the session refuses: the whole way of a key.
func BenchmarkKey(b *testing.B) {
	d := sceneOf(b, "massage").at(b, 80, 24)
	b.ReportAllocs()
	for b.Loop() {
		d.clock.now = d.clock.now.Add(time.Second)
		d.hit("e")
	}
}
