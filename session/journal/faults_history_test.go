package journal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// scenesOfHistory are what is done with the history.
var scenesOfHistory = []scene{
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
