package journal

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestTornCheckpoint: cut at every byte it is no checkpoint, until all of it is there.
func TestTornCheckpoint(t *testing.T) {
	t.Parallel()
	data, err := encode(oneCheckpoint("a"))
	ok(t, err)
	for n := range len(data) + 1 {
		c, err := decode(data[:n])
		switch {
		case n >= len(data)-1: // without the end of its line it is whole
			ok(t, err)
			same(t, c, oneCheckpoint("a"))
		case err == nil || err.Error() != "only partly written" || !errors.As(err, new(bad)):
			t.Fatalf("cut at %d of %d: %v", n, len(data), err)
		}
	}
}

// TestFlippedCheckpoint: with any one bit turned it's told, or it means what it meant.
func TestFlippedCheckpoint(t *testing.T) {
	t.Parallel()
	data, err := encode(oneCheckpoint("a"))
	ok(t, err)
	want := plain(oneCheckpoint("a"))
	for i := range data {
		for bit := range 8 {
			flipped := append([]byte(nil), data...)
			flipped[i] ^= 1 << bit
			c, err := decode(flipped)
			if err == nil && plain(c) != want {
				t.Fatalf("bit %d of byte %d: another session", bit, i)
			}
		}
	}
}

// TestTornCheckpointIsSetAside: Claim takes each of them aside, and the session starts.
func TestTornCheckpointIsSetAside(t *testing.T) {
	t.Parallel()
	j := open(t)
	data, err := encode(oneCheckpoint("a"))
	ok(t, err)
	torn := 0
	for n := 0; n < len(data)-1; n += 97 {
		put(t, j, "session-1.json", string(data[:n]))
		torn++
		own, left, problems := j.Claim()
		want := fmt.Sprintf("session-1.json: only partly written; set aside as session-1.json.aside-%d", torn)
		if own == nil || own.n != 1 || len(left) > 0 || len(problems) != 1 || problems[0].Error() != want {
			t.Fatalf("cut at %d: own %v, left %v, problems %v", n, own, left, problems)
		}
		if text(t, j, fmt.Sprintf("session-1.json.aside-%d", torn)) != string(data[:n]) {
			t.Errorf("cut at %d: something of it is lost", n)
		}
		closeAll(t, own, left)
	}
}

// TestTornHistory: cut at every byte, no whole record before the cut is lost, and one that
// is appended then is there.
func TestTornHistory(t *testing.T) {
	t.Parallel()
	var data string
	var ends []int // of the lines, without their ends
	for i := range 5 {
		data += lineOf(t, fmt.Sprint("r", i), "", "")
		ends = append(ends, len(data)-1)
	}
	x := lineOf(t, "x", "", "")
	for n := range len(data) + 1 {
		whole := 0
		for whole < len(ends) && ends[whole] <= n {
			whole++
		}
		h, err := Read(strings.NewReader(data[:n]))
		ok(t, err)
		damaged := 0
		if n > 0 && whole < len(ends) && data[n-1] != '\n' && (whole == 0 || n > ends[whole-1]) {
			damaged = 1
		}
		if len(h.Records) != whole || len(h.Damaged) != damaged {
			t.Fatalf("cut at %d: %d records, want %d; damaged %v", n, len(h.Records), whole, h.Damaged)
		}
		for i, r := range h.Records {
			if r.ID != fmt.Sprint("r", i) {
				t.Fatalf("cut at %d: record %d is %s", n, i, r.ID)
			}
		}
		if n%41 != 0 {
			continue
		}
		j := open(t)
		put(t, j, historyFile, data[:n])
		ok(t, j.Append(oneRecord("x")))
		if got := ids(t, j); len(got) != whole+1 || got[whole] != "x" || !strings.HasSuffix(text(t, j, historyFile), x) {
			t.Fatalf("cut at %d: then %v", n, got)
		}
	}
}

// TestFlippedHistory: with any one bit turned in the middle line, the others are there.
func TestFlippedHistory(t *testing.T) {
	t.Parallel()
	before, line, after := lineOf(t, "a", "", ""), lineOf(t, "b", "", ""), lineOf(t, "c", "", "")
	for i := range len(line) - 1 { // without its end two lines are one
		for bit := range 8 {
			flipped := []byte(line)
			flipped[i] ^= 1 << bit
			h, err := Read(strings.NewReader(before + string(flipped) + after))
			ok(t, err)
			n := len(h.Records)
			if n < 2 || n > 3 || h.Records[0].ID != "a" || h.Records[n-1].ID != "c" {
				t.Fatalf("bit %d of byte %d: %d records, damaged %v", bit, i, n, h.Damaged)
			}
		}
	}
}
