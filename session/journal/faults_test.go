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
	for _, x := range slices.Concat(scenesOfSessions, scenesOfHistory) {
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

// among requires what is there to be one of some lists.
func among(t *testing.T, what string, got []string, want ...[]string) {
	t.Helper()
	if !slices.ContainsFunc(want, func(w []string) bool { return slices.Equal(got, w) }) {
		t.Errorf("%s: %v, want one of %v", what, got, want)
	}
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

// TestUnreadableNow: what the disk can't read may be whole, and stays for another time;
// what may not be read is set aside.
func TestUnreadableNow(t *testing.T) {
	t.Parallel()
	for _, op := range []string{"lstat", "open", "read"} {
		for _, fault := range []fault{{err: errIO}, {err: errNo}} {
			j := open(t)
			saveOne(t, j)
			d := &faulty{}
			clean, err := openOn(d, j.dir)
			ok(t, err)
			own, left := claimed(t, clean)
			at := slices.Index(d.ops, op) + 1
			closeAll(t, own, left)
			d = &faulty{fault: fault, at: at}
			failing, err := openOn(d, j.dir)
			ok(t, err)
			own, left, problems := failing.Claim()
			if own == nil || len(left) != 0 || len(problems) != 1 || !errors.Is(problems[0], fault.err) {
				t.Fatalf("%s: own %v, left %v, problems %v", op, own, left, problems)
			}
			says(t, problems[0], "session-1.json: ")
			closeAll(t, own, left)
			want := []string{"session-1.json"}
			if errors.Is(fault.err, errNo) {
				want = []string{"session-1.json.aside-1"}
			}
			equal(t, op+": "+fault.err.Error(), names(t, j), want)
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
