package digits

import (
	"fmt"
	"testing"
)

// BenchmarkNumber draws a time as large as the usual screens have room for.
func BenchmarkNumber(b *testing.B) {
	for _, size := range [][2]int{{42, 8}, {196, 24}, {240, 70}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = Number("0:27", size[0], size[1])
			}
		})
	}
}

// BenchmarkWord draws the longest word.
func BenchmarkWord(b *testing.B) {
	for _, size := range [][2]int{{38, 3}, {76, 6}, {240, 20}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = Word("GET READY", size[0], size[1])
			}
		})
	}
}

// TestAllocs: a picture is one string and the list of its lines, whatever its size.
func TestAllocs(t *testing.T) {
	for _, size := range [][2]int{{42, 8}, {240, 70}} {
		n := testing.AllocsPerRun(100, func() { _ = Number("0:27", size[0], size[1]) })
		if n > 2 {
			t.Errorf("0:27 in %v takes %v allocations, want 2", size, n)
		}
	}
}
