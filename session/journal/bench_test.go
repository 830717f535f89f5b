package journal

import (
	"bytes"
	"strconv"
	"testing"
)

// BenchmarkHistory reads histories of different lengths: ten times as many records take
// ten times as long.
func BenchmarkHistory(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		data := manyRecords(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				h, err := Read(bytes.NewReader(data))
				if err != nil || len(h.Records) != n {
					b.Fatalf("%d records, %v", len(h.Records), err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/record")
		})
	}
}

// BenchmarkSave writes a checkpoint, with all that makes it last.
func BenchmarkSave(b *testing.B) {
	j, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	own, _, _ := j.Claim()
	defer own.Close()
	for b.Loop() {
		if err := own.Save(oneCheckpoint("a")); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAppend keeps a record, with all that makes it last.
func BenchmarkAppend(b *testing.B) {
	j, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := j.Append(oneRecord("a")); err != nil {
			b.Fatal(err)
		}
	}
}
