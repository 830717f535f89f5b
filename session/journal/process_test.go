package journal

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestTenPrograms append to one history at once: each of their lines is whole, once, and
// in the order of its program.
func TestTenPrograms(t *testing.T) {
	const programs = 10
	each := *records
	if each == 0 {
		each = eachAppends
	}
	j := open(t)
	var all []*program
	for i := range programs {
		all = append(all, start(t, "append", j.dir, fmt.Sprintf("program%d", i), each))
	}
	began := time.Now()
	for _, p := range all {
		p.goes(t)
	}
	for _, p := range all {
		p.ends(t)
	}
	took := time.Since(began)
	h := history(t, j)
	if len(h.Records) != programs*each || len(h.Damaged) > 0 {
		t.Fatalf("%d records, %v damaged; want %d", len(h.Records), h.Damaged, programs*each)
	}
	if n := strings.Count(text(t, j, historyFile), "\n"); n != programs*each {
		t.Errorf("%d lines, want %d", n, programs*each)
	}
	next, turns, before := map[string]int{}, 0, ""
	for _, r := range h.Records {
		name, number, _ := strings.Cut(r.ID, "-")
		if number != strconv.Itoa(next[name]) {
			t.Fatalf("%s after %d records of its program", r.ID, next[name])
		}
		same(t, r, oneRecord(r.ID))
		next[name]++
		if name != before {
			turns++
		}
		before = name
	}
	if turns < programs {
		t.Errorf("%d turns: they did not write at once", turns)
	}
	t.Logf("%d records of %d programs in %v, %d turns", len(h.Records), programs, took.Round(time.Millisecond), turns)
}

// TestTwoProgramsShareNoSlot, and what the first left is not the second's until it's dead.
func TestTwoProgramsShareNoSlot(t *testing.T) {
	t.Parallel()
	j := open(t)
	first, second := start(t, "claim", j.dir, "first", 0), start(t, "claim", j.dir, "second", 0)
	first.goes(t)
	if got := first.line(t); got != "own 1" {
		t.Fatalf("the first says %q", got)
	}
	if !j.Running() {
		t.Error("nothing runs, though the first program does")
	}
	second.goes(t)
	if got := second.line(t); got != "own 2" {
		t.Fatalf("the second says %q", got)
	}
	own, left := claimed(t, j)
	if own.n != 3 || len(left) != 0 {
		t.Fatalf("claimed slot %d and %d that were left", own.n, len(left))
	}
	ok(t, own.Close())

	first.dies(t)
	own, left = claimed(t, j)
	if own.n != 3 || len(left) != 1 || left[0].Checkpoint.ID != "first" || left[0].Slot.n != 1 {
		t.Fatalf("after the first was killed: slot %d, left %v", own.n, left)
	}
	same(t, left[0].Checkpoint, oneCheckpoint("first"))
	closeAll(t, own, left)
	third := start(t, "claim", j.dir, "third", 0)
	third.goes(t)
	equal(t, "the third", []string{third.line(t), third.line(t)}, []string{"left 1 first", "own 3"})
	third.ends(t)
	second.ends(t)
	if j.Running() {
		t.Error("something runs, though every program has ended")
	}
}

// TestManyClaimAtOnce: ten programs that begin at the same moment have ten slots.
func TestManyClaimAtOnce(t *testing.T) {
	t.Parallel()
	j := open(t)
	var all []*program
	for i := range 10 {
		all = append(all, start(t, "claim", j.dir, fmt.Sprintf("p%d", i), 0))
	}
	for _, p := range all {
		p.goes(t)
	}
	seen := map[string]bool{}
	for _, p := range all {
		got := p.line(t)
		if !strings.HasPrefix(got, "own ") || seen[got] {
			t.Errorf("%q, and before it %v", got, seen)
		}
		seen[got] = true
	}
	for _, p := range all {
		p.ends(t)
	}
}
