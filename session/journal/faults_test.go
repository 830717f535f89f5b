package journal

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// scene is something that is done on a disk of which one operation goes wrong, and what
// must hold on a healthy one afterwards.
type scene struct {
	name string
	// before is done on the healthy disk, in a folder of its own.
	before func(t *testing.T, j *Journal)
	// act is done on the faulty one; own is the slot of the session there, if slot.
	slot bool
	act  func(j *Journal, own *Slot) error
	// after sees what is there. err is what act said.
	after func(t *testing.T, j *Journal, err error)
	// meets are operations that the act must come by.
	meets []string
}

// TestFaults lets every operation of every act go wrong in every way, one at a time.
func TestFaults(t *testing.T) {
	t.Parallel()
	total := 0
	for _, x := range scenes {
		clean := x.play(t, fault{}, 0)
		for _, op := range x.meets {
			if !clean.did(op) {
				t.Errorf("%s: never came by %q: %v", x.name, op, clean.ops)
			}
		}
		for _, f := range faults {
			for at := 1; at <= len(clean.ops); at += stride {
				t.Run(fmt.Sprintf("%s/%s/%d %s", x.name, f.name, at, clean.ops[at-1]), func(t *testing.T) {
					t.Parallel()
					x.play(t, f, at)
				})
				total++
			}
		}
	}
	t.Logf("%d faults", total)
}

// play does the act once. The operations are counted from its beginning.
func (x scene) play(t *testing.T, f fault, at int) *faulty {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "state")
	healthy := openAt(t, dir)
	if x.before != nil {
		x.before(t, healthy)
	}
	d := &faulty{fault: f}
	j, err := openOn(d, dir)
	ok(t, err)
	var own *Slot
	if x.slot {
		var left []Left
		if own, left, _ = j.Claim(); len(left) > 0 {
			own = left[0].Slot
		}
	}
	d.ops, d.at = nil, at
	err = x.act(j, own)
	d.ends()
	switch {
	case at == 0 && err != nil:
		t.Fatalf("%s: without a fault: %v", x.name, err)
	case err != nil && f.err != nil && !errors.Is(err, f.err):
		t.Errorf("said %v, which is not %v", err, f.err)
	case err != nil && strings.Contains(err.Error(), dir):
		t.Errorf("said %q, with the whole path", err)
	}
	x.after(t, healthy, err)
	return d
}

// saveOne leaves a checkpoint.
func saveOne(t *testing.T, j *Journal) {
	t.Helper()
	own, left, problems := j.Claim()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	ok(t, own.Save(oneCheckpoint("old")))
	closeAll(t, own, left)
}

// leftIDs are the sessions that are claimed on the healthy disk: nothing is damaged, and
// nothing is left of what was begun and not ended.
func leftIDs(t *testing.T, j *Journal) []string {
	t.Helper()
	own, left, problems := j.Claim()
	if len(problems) > 0 || own == nil {
		t.Errorf("own %v, problems %v", own, problems)
	}
	list := []string{}
	for _, l := range left {
		same(t, l.Checkpoint, oneCheckpoint(l.Checkpoint.ID))
		list = append(list, l.Checkpoint.ID)
	}
	for _, name := range names(t, j) {
		if strings.HasSuffix(name, tempSuffix) && strings.Contains(name, "session") {
			t.Errorf("%s is left", name)
		}
	}
	closeAll(t, own, left)
	return list
}

// among requires what is there to be one of some lists.
func among(t *testing.T, what string, got []string, want ...[]string) {
	t.Helper()
	if !slices.ContainsFunc(want, func(w []string) bool { return slices.Equal(got, w) }) {
		t.Errorf("%s: %v, want one of %v", what, got, want)
	}
}

// threeRecords is a history of a, b and c, with a damaged line and an older record of c.
func threeRecords(t *testing.T, j *Journal) {
	t.Helper()
	put(t, j, historyFile, lineOf(t, "a", "", "")+lineOf(t, "c", `"took":700`, `"took":1`)+"damaged\n"+
		lineOf(t, "b", "", "")+lineOf(t, "c", "", ""))
}

// torn is a history of a whose last line was cut.
func torn(t *testing.T, j *Journal) {
	t.Helper()
	put(t, j, historyFile, lineOf(t, "a", "", "")+lineOf(t, "b", "", "")[:70])
}

// appended says what must be there after x was appended to a history with some records:
// x once where it's said that it's kept, at most once where not, and once in any case when
// it's tried again.
func appended(before ...string) func(*testing.T, *Journal, error) {
	return func(t *testing.T, j *Journal, err error) {
		t.Helper()
		with := append(slices.Clone(before), "x")
		if err == nil {
			equal(t, "kept", ids(t, j), with)
		} else {
			among(t, "not kept", ids(t, j), before, with)
		}
		ok(t, j.AppendOnce(oneRecord("x")))
		equal(t, "tried again", ids(t, j), with)
		ok(t, j.Append(oneRecord("y")))
		equal(t, "and one more", ids(t, j), append(with, "y"))
		for _, r := range history(t, j).Records {
			same(t, r, oneRecord(r.ID))
		}
	}
}

var scenes = []scene{
	{
		name: "first save", slot: true,
		act: func(_ *Journal, own *Slot) error { return own.Save(oneCheckpoint("new")) },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "saved", leftIDs(t, j), []string{"new"})
			} else {
				among(t, "not saved", leftIDs(t, j), []string{}, []string{"new"})
			}
		},
		meets: []string{"temp", "write", "sync", "close", "rename", "sync folder"},
	},
	{
		name: "save", before: saveOne, slot: true,
		act: func(_ *Journal, own *Slot) error { return own.Save(oneCheckpoint("new")) },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "saved", leftIDs(t, j), []string{"new"})
			} else {
				among(t, "not saved", leftIDs(t, j), []string{"old"}, []string{"new"})
			}
		},
		meets: []string{"temp", "write", "sync", "close", "rename", "sync folder"},
	},
	{
		name: "clear", before: saveOne, slot: true,
		act: func(_ *Journal, own *Slot) error { return own.Clear() },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "cleared", leftIDs(t, j), []string{})
			} else {
				among(t, "not cleared", leftIDs(t, j), []string{"old"}, []string{})
			}
		},
		meets: []string{"remove", "sync folder"},
	},
	{
		name: "claim", before: func(t *testing.T, j *Journal) {
			t.Helper()
			saveOne(t, j)
			put(t, j, ".session-1.json-7.tmp", "{")
			put(t, j, ".session-4.json-7.tmp", "{")
		},
		act: func(j *Journal, _ *Slot) error { return claims(j, []string{"old"}) },
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			if got := slices.Concat(leftIDs(t, j), asideIDs(t, j)); !slices.Equal(got, []string{"old"}) {
				t.Errorf("left or set aside: %v", got)
			}
		},
		meets: []string{"lock", "list", "remove", "lstat", "open", "read", "close", "unlock"},
	},
	{
		name: "claim what is no checkpoint", before: func(t *testing.T, j *Journal) {
			t.Helper()
			put(t, j, "session-1.json", `{"v":7}`)
			put(t, j, "session-1.json.aside-1", "earlier")
		},
		act: func(j *Journal, _ *Slot) error { return claims(j, []string{}) },
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			own, left, problems := j.Claim()
			if own == nil || len(left) > 0 || len(problems) > 1 {
				t.Errorf("own %v, left %v, problems %v", own, left, problems)
			}
			closeAll(t, own, left)
			if text(t, j, "session-1.json.aside-1") != "earlier" || text(t, j, "session-1.json.aside-2") != `{"v":7}` {
				t.Error("what was set aside is lost")
			}
		},
		meets: []string{"rename", "sync folder"},
	},
	{
		name:  "first append",
		act:   func(j *Journal, _ *Slot) error { return j.Append(oneRecord("x")) },
		after: appended(),
		meets: []string{"lock", "lstat", "edit", "fstat", "write", "sync", "sync folder", "close", "unlock"},
	},
	{
		name: "append", before: func(t *testing.T, j *Journal) {
			t.Helper()
			put(t, j, historyFile, lineOf(t, "a", "", "")+lineOf(t, "b", "", ""))
		},
		act:   func(j *Journal, _ *Slot) error { return j.Append(oneRecord("x")) },
		after: appended("a", "b"),
		meets: []string{"lock", "lstat", "edit", "fstat", "read", "write", "sync", "close", "unlock"},
	},
	{
		name: "append after a torn line", before: torn,
		act:   func(j *Journal, _ *Slot) error { return j.Append(oneRecord("x")) },
		after: appended("a"),
	},
	{
		name: "append once", before: torn,
		act:   func(j *Journal, _ *Slot) error { return j.AppendOnce(oneRecord("x")) },
		after: appended("a"),
		meets: []string{"read", "write", "sync"},
	},
	{
		name: "append once more", before: func(t *testing.T, j *Journal) {
			t.Helper()
			put(t, j, historyFile, lineOf(t, "a", "", "")+lineOf(t, "x", "", ""))
		},
		act:   func(j *Journal, _ *Slot) error { return j.AppendOnce(oneRecord("x")) },
		after: appended("a"),
		meets: []string{"read", "sync", "sync folder"},
	},
	{
		name: "forget", before: threeRecords,
		act: func(j *Journal, _ *Slot) error {
			n, err := j.Forget(func(r record) bool { return r.ID == "a" || r.ID == "c" })
			if (n == 2) != (err == nil) || n != 2 && n != 0 {
				return fmt.Errorf("%d were removed, and said was %w", n, err)
			}
			return err
		},
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "forgotten", ids(t, j), []string{"b"})
			} else {
				among(t, "not forgotten", ids(t, j), []string{"a", "b", "c"}, []string{"b"})
			}
			if h := history(t, j); len(h.Damaged) != 1 || h.Damaged[0].Why != "not JSON" {
				t.Errorf("damaged: %v", h.Damaged)
			}
			_, err = j.Forget(func(r record) bool { return r.ID != "b" })
			ok(t, err)
			equal(t, "tried again", ids(t, j), []string{"b"})
			equal(t, "files", names(t, j), []string{historyFile})
		},
		meets: []string{"lock", "lstat", "open", "list", "read", "temp", "write", "sync", "close", "rename", "sync folder", "unlock"},
	},
	{
		name: "forget of a long history", before: func(t *testing.T, j *Journal) {
			t.Helper()
			put(t, j, historyFile, lineOf(t, "a", "", "")+strings.Repeat("y", 200_000)+"\n"+lineOf(t, "b", "", ""))
		},
		act: func(j *Journal, _ *Slot) error {
			_, err := j.Forget(func(r record) bool { return r.ID == "a" })
			return err
		},
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "forgotten", ids(t, j), []string{"b"})
			} else {
				among(t, "not forgotten", ids(t, j), []string{"a", "b"}, []string{"b"})
			}
			if !strings.Contains(text(t, j, historyFile), strings.Repeat("y", 200_000)+"\n") {
				t.Error("the long line is another")
			}
		},
	},
	{
		name: "history", before: threeRecords,
		act: func(j *Journal, _ *Slot) error {
			h, err := j.History()
			if err == nil && (len(h.Records) != 3 || len(h.Damaged) != 1) {
				return fmt.Errorf("%d records, damaged %v, and nothing said", len(h.Records), h.Damaged)
			}
			return err
		},
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			equal(t, "still", ids(t, j), []string{"a", "b", "c"})
		},
		meets: []string{"lock", "lstat", "open", "read", "close", "unlock"},
	},
	{
		name: "running", before: saveOne, slot: true,
		act: func(j *Journal, _ *Slot) error {
			if j.Running() {
				return errors.New("nobody else is there")
			}
			return nil
		},
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			equal(t, "left", leftIDs(t, j), []string{"old"})
		},
		meets: []string{"lstat"},
	},
	{
		name: "forget all", before: func(t *testing.T, j *Journal) {
			t.Helper()
			threeRecords(t, j)
			saveOne(t, j)
			put(t, j, "session-3.json.aside-1", "x")
			put(t, j, ".history.jsonl-1.tmp", "x")
			put(t, j, ".session-1.json-1.tmp", "x")
		},
		act: func(j *Journal, _ *Slot) error { return j.ForgetAll() },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil && len(history(t, j).Records) > 0 {
				t.Error("said that all was forgotten")
			}
			ok(t, j.ForgetAll())
			equal(t, "files", names(t, j), []string{})
		},
		meets: []string{"lock", "list", "remove", "sync folder"},
	},
}

// claims claims, as a program does that ends right after it. What it's told is an error
// only where the caller was given less than there was and not told.
func claims(j *Journal, want []string) error {
	own, left, problems := j.Claim()
	got := []string{}
	for _, l := range left {
		got = append(got, l.Checkpoint.ID)
	}
	if len(problems) == 0 && (own == nil || !slices.Equal(got, want)) {
		return fmt.Errorf("own %v, left %v, and nothing told", own, got)
	}
	return nil
}

// asideIDs are the checkpoints that were set aside, though they are whole: the disk said
// that they may not be read.
func asideIDs(t *testing.T, j *Journal) []string {
	t.Helper()
	var list []string
	for _, name := range names(t, j) {
		if strings.Contains(name, asideMark) {
			c, err := decode([]byte(text(t, j, name)))
			ok(t, err)
			list = append(list, c.ID)
		}
	}
	return list
}

// TestOrderOfSave: the bytes are on the disk before the name is, and the name before it's
// said; anything else could lose both after a power cut.
func TestOrderOfSave(t *testing.T) {
	t.Parallel()
	d := &faulty{}
	j, err := openOn(d, t.TempDir())
	ok(t, err)
	own, _ := claimed(t, j)
	d.ops = nil
	ok(t, own.Save(oneCheckpoint("a")))
	equal(t, "save", d.ops, []string{"temp", "write", "sync", "close", "rename", "sync folder"})
	d.ops = nil
	ok(t, j.Append(oneRecord("a")))
	equal(t, "first append", d.ops, []string{"lock", "lstat", "edit", "fstat", "write", "sync", "sync folder", "close", "unlock"})
	d.ops = nil
	ok(t, j.Append(oneRecord("b")))
	equal(t, "append", d.ops, []string{"lock", "lstat", "edit", "fstat", "read", "write", "sync", "close", "unlock"})
}

// TestFaultsOfOpen: whatever goes wrong, it names the folder.
func TestFaultsOfOpen(t *testing.T) {
	t.Parallel()
	for at, want := range []bool{false, true, true} {
		dir := t.TempDir()
		_, err := openOn(&faulty{fault: fault{err: errNo}, at: at}, dir)
		if (err != nil) != want || want && !strings.HasPrefix(err.Error(), dir+": ") {
			t.Errorf("fault %d: %v", at, err)
		}
	}
}

// TestCutBack: a record that could not be kept leaves nothing of itself, so that what was
// torn stays as it was.
func TestCutBack(t *testing.T) {
	t.Parallel()
	for _, f := range faults {
		if f.dead {
			continue
		}
		d := &faulty{fault: f}
		j, err := openOn(d, t.TempDir())
		ok(t, err)
		torn(t, j)
		before := text(t, j, historyFile)
		for d.at = 6; d.at <= 7; d.at++ { // the write, and the sync
			d.ops = nil
			if err := j.Append(oneRecord("x")); err == nil || !strings.HasPrefix(err.Error(), "history.jsonl: ") {
				t.Errorf("%s at %v: %v", f.name, d.ops, err)
			}
			if after := text(t, j, historyFile); after != before || !d.did("truncate") {
				t.Errorf("%s at %v: %q", f.name, d.ops, after)
			}
		}
	}
}

// TestOneTroubleIsToldOnce: a folder that may not be written says so in one line.
func TestOneTroubleIsToldOnce(t *testing.T) {
	t.Parallel()
	d := &locksRefused{}
	j, err := openOn(d, t.TempDir())
	ok(t, err)
	own, left, problems := j.Claim()
	if own != nil || len(left) > 0 || len(problems) != 1 {
		t.Fatalf("own %v, left %v, problems %v", own, left, problems)
	}
	if got := problems[0].Error(); got != "session-1.lock: permission denied" {
		t.Errorf("told %q", got)
	}
}
