package history

import (
	"io"
	"strconv"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// many are so many records, all over ten years.
func many(n int) []session.Record {
	of := year()
	list := make([]session.Record, n)
	for i := range list {
		list[i] = of[i%len(of)]
		list[i].ID = strconv.Itoa(i)
		list[i].At = today().Add(-time.Duration(n-i) * 10 * 365 * 24 * time.Hour / time.Duration(n))
	}
	return list
}

// BenchmarkPage is what a page costs: ten times the records, at most ten times as much.
func BenchmarkPage(b *testing.B) {
	lib := content.Embedded()
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		records := many(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Page(lib, records, "", Options{Now: today(), Styles: Colours()})
			}
		})
	}
}

// BenchmarkExport is what the records cost as JSON and as CSV.
func BenchmarkExport(b *testing.B) {
	records := many(10_000)
	b.Run("JSON", func(b *testing.B) {
		for b.Loop() {
			_ = JSON(io.Discard, records, 1)
		}
	})
	b.Run("CSV", func(b *testing.B) {
		for b.Loop() {
			_ = CSV(io.Discard, records)
		}
	})
}
