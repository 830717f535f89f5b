package journal

import (
	"bytes"
	"testing"
)

// FuzzCheckpoint: whatever stands in the file, it's a session that can be written again,
// or it's told. The bytes are taken as a file, and as a state under a right checksum.
func FuzzCheckpoint(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, file := range [][]byte{data, sealed(Version, data)} {
			c, err := decode(file)
			if err != nil {
				continue
			}
			again, err := encode(c)
			ok(t, err)
			got, err := decode(again)
			ok(t, err)
			same(t, got, c)
			_ = c.At(noon, 10)
		}
	})
}

// FuzzHistory: whatever stands in the file, every line is a record, or damaged, or empty;
// the records can be written again, and what is appended after them is there.
func FuzzHistory(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		for text := range bytes.Lines(data) {
			agree(t, bytes.TrimSpace(text))
		}
		h, err := Read(bytes.NewReader(data))
		ok(t, err)
		lines := bytes.Count(data, []byte("\n")) + 1
		if len(h.Records)+len(h.Damaged) > lines {
			t.Errorf("%d records and %d damaged of %d lines", len(h.Records), len(h.Damaged), lines)
		}
		var again []byte
		for _, r := range h.Records {
			text, err := recordLine(r)
			ok(t, err)
			again = append(append(again, text...), '\n')
		}
		got, err := Read(bytes.NewReader(again))
		ok(t, err)
		same(t, got, History{Records: h.Records})
		last, err := recordLine(oneRecord("the last one"))
		ok(t, err)
		with, err := Read(bytes.NewReader(bytes.Join([][]byte{data, last}, []byte("\n"))))
		ok(t, err)
		if n := len(with.Records); n == 0 || with.Records[n-1].ID != "the last one" {
			t.Errorf("%d records, and not the last one", n)
		}
	})
}
