package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// leftThere leaves sessions in slots 1 to 4, the first by a program that runs still.
func leftThere(t *testing.T) *Journal {
	t.Helper()
	j := open(t)
	var slots []*Slot
	for i := range 4 {
		own, _ := claimed(t, j)
		c := oneCheckpoint(fmt.Sprintf("left%d", i+1))
		c.Left = noon.Add(time.Duration(i) * time.Minute)
		ok(t, own.Save(c))
		slots = append(slots, own)
	}
	for _, s := range slots[1:] {
		ok(t, s.Close())
	}
	put(t, j, "session-4.json", "{")
	return j
}

// TestOthers are what can be read and nobody holds, the newest first; no more is taken, and
// nothing is set aside.
func TestOthers(t *testing.T) {
	t.Parallel()
	j := leftThere(t)
	before := all(t, j.dir)
	for _, by := range []*Journal{j, openAt(t, j.dir)} {
		left := by.Others()
		var got []string
		for _, l := range left {
			got = append(got, fmt.Sprint(l.Checkpoint.ID, " in ", l.Slot.n))
		}
		equal(t, "left", got, []string{"left3 in 3", "left2 in 2"})
		if more := by.Others(); len(more) != 0 {
			t.Errorf("what is held is there once more: %v", more)
		}
		for _, l := range left {
			ok(t, l.Slot.Close())
		}
	}
	equal(t, "files", all(t, j.dir), before)
}

// TestPeek sees the same, and touches nothing.
func TestPeek(t *testing.T) {
	t.Parallel()
	j := leftThere(t)
	ok(t, os.Remove(j.lockFile(3))) // nobody made it anew
	before := all(t, j.dir)
	var got []string
	for _, c := range Peek(j.dir) {
		got = append(got, c.ID)
	}
	equal(t, "left", got, []string{"left2", "left3"})
	equal(t, "files", all(t, j.dir), before)
	none := filepath.Join(j.dir, "none")
	if list := Peek(none); len(list) > 0 {
		t.Errorf("in no folder there is %v", list)
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("it made a folder")
	}
}

// all is every file in a folder, and when it was written.
func all(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	ok(t, err)
	var list []string
	for _, e := range entries {
		info, err := e.Info()
		ok(t, err)
		list = append(list, fmt.Sprint(e.Name(), info.Mode(), info.Size(), info.ModTime()))
	}
	return list
}
