package journal

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

// TestAppendAfterATornLine: the torn one stays as it is, on a line of its own.
func TestAppendAfterATornLine(t *testing.T) {
	t.Parallel()
	j := open(t)
	torn(t, j)
	before := text(t, j, historyFile)
	ok(t, j.Append(oneRecord("x")))
	if got, want := text(t, j, historyFile), before+"\n"+lineOf(t, "x", "", ""); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	h := history(t, j)
	equal(t, "ids", ids(t, j), []string{"a", "x"})
	equal(t, "damaged", h.Damaged, []Damage{{2, "not JSON"}})
}

// TestAppendOnce: a record that is there already is not written again, also where its line
// has no end; one that is there as a torn line alone is.
func TestAppendOnce(t *testing.T) {
	t.Parallel()
	whole := lineOf(t, "x", "", "")
	for name, before := range map[string]string{
		"whole": whole, "without its end": strings.TrimSuffix(whole, "\n"), "first": whole + lineOf(t, "b", "", ""),
	} {
		j := open(t)
		put(t, j, historyFile, before)
		ok(t, j.AppendOnce(oneRecord("x")))
		if got := text(t, j, historyFile); got != before {
			t.Errorf("%s: %s", name, got)
		}
	}
	for name, before := range map[string]string{
		"torn": whole[:len(whole)-2], "another": lineOf(t, "xx", "", ""), "newer": strings.Replace(whole, `"v":1`, `"v":2`, 1),
		"empty": "",
	} {
		j := open(t)
		put(t, j, historyFile, before)
		ok(t, j.AppendOnce(oneRecord("x")))
		if got := text(t, j, historyFile); !strings.HasPrefix(got, before) || !strings.HasSuffix(got, "\n"+whole) && got != whole {
			t.Errorf("%s: %s", name, got)
		}
		ok(t, j.AppendOnce(oneRecord("x")))
		if n := strings.Count(text(t, j, historyFile), "\n"); n > 2 {
			t.Errorf("%s: %d lines", name, n)
		}
	}
}

// TestAppendRefuses what could not be read again.
func TestAppendRefuses(t *testing.T) {
	t.Parallel()
	j := open(t)
	for _, x := range []struct {
		change func(*record)
		want   string
	}{
		{func(r *record) { r.ID = "" }, "history.jsonl: no id"},
		{func(r *record) { r.At = time.Time{} }, "history.jsonl: no at"},
		{func(r *record) { *r.Sore = 11 }, "history.jsonl: sore is not 0 to 10"},
		{func(r *record) { r.Took = -1 }, "history.jsonl: took is negative"},
		{func(r *record) { r.Routine = strings.Repeat("x", limit) }, "history.jsonl: longer than 1 MB"},
		{func(r *record) { r.At = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) }, "history.jsonl: "},
	} {
		r := oneRecord("x")
		x.change(&r)
		says(t, j.Append(r), x.want)
		says(t, j.AppendOnce(r), x.want)
	}
	equal(t, "files", names(t, j), []string{})
}

// TestLockIsStuck: nobody waits for ever, and it's said for what.
func TestLockIsStuck(t *testing.T) {
	t.Parallel()
	j := open(t)
	put(t, j, historyFile, lineOf(t, "a", "", ""))
	j.wait = 20 * time.Millisecond
	held, err := system{}.lock(j.path(historyLock), 0, alone)
	ok(t, err)
	_, forgetting := j.Forget(func(record) bool { return true })
	for _, err := range []error{j.Append(oneRecord("b")), j.AppendOnce(oneRecord("b")), forgetting, j.ForgetAll()} {
		says(t, err, "history.lock: another uncramp holds it")
		if !errors.Is(err, errBusy) {
			t.Errorf("%v is not errBusy", err)
		}
	}
	equal(t, "read all the same", ids(t, j), []string{"a"})
	ok(t, held.Unlock())
	ok(t, j.Append(oneRecord("b")))
	equal(t, "then", ids(t, j), []string{"a", "b"})
}

// TestLockIsWaitedFor: one that is given back in time is taken then.
func TestLockIsWaitedFor(t *testing.T) {
	t.Parallel()
	j := open(t)
	held, err := system{}.lock(j.path(historyLock), 0, alone)
	ok(t, err)
	j.wait = time.Minute
	done := make(chan error)
	go func() { done <- j.Append(oneRecord("a")) }()
	select {
	case err := <-done:
		t.Fatalf("it did not wait: %v", err)
	case <-time.After(30 * time.Millisecond):
	}
	ok(t, held.Unlock())
	ok(t, <-done)
	equal(t, "then", ids(t, j), []string{"a"})
}

// TestReadersShare the lock, so that two who look don't wait for each other.
func TestReadersShare(t *testing.T) {
	t.Parallel()
	j := open(t)
	first, err := system{}.lock(j.path(historyLock), 0, shared)
	ok(t, err)
	second, err := system{}.lock(j.path(historyLock), 0, shared)
	ok(t, err)
	if _, err := (system{}).lock(j.path(historyLock), 0, alone); !errors.Is(err, errBusy) {
		t.Errorf("who writes is not alone: %v", err)
	}
	ok(t, first.Unlock())
	ok(t, second.Unlock())
}

// TestForget leaves every line but those that are forgotten as it is, byte by byte.
func TestForget(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("y", 2*limit) + "\n"
	a, strange := lineOf(t, "a", "", ""), lineOf(t, "s", `"v":1`, `"new":[1, 2],"v":1`)
	old, last := lineOf(t, "b", `"took":700`, `"took":1`), lineOf(t, "b", "", "")
	newer := lineOf(t, "n", `"v":1`, `"v":2`)
	j := open(t)
	put(t, j, historyFile, a+long+"\n"+old+strange+"damaged\r\n"+newer+last+"to")
	n, err := j.Forget(func(r record) bool { return r.ID == "none" })
	if n != 0 || err != nil {
		t.Error(n, err)
	}
	info, err := os.Stat(j.path(historyFile))
	ok(t, err)
	n, err = j.Forget(func(r record) bool { return r.Took == 1 })
	if n != 0 || err != nil {
		t.Errorf("%d, %v: an older record of a session counts for nothing", n, err)
	}
	if again, err := os.Stat(j.path(historyFile)); err != nil || !os.SameFile(info, again) {
		t.Errorf("rewritten for nothing: %v", err)
	}
	n, err = j.Forget(func(r record) bool { return r.ID == "b" })
	if n != 1 || err != nil {
		t.Error(n, err)
	}
	if got, want := text(t, j, historyFile), a+long+"\n"+strange+"damaged\r\n"+newer+"to"; got != want {
		t.Errorf("the file is %d bytes, want %d", len(got), len(want))
	}
	n, err = j.Forget(func(record) bool { return true })
	if n != 2 || err != nil {
		t.Error(n, err)
	}
	if got, want := text(t, j, historyFile), long+"\n"+"damaged\r\n"+newer+"to"; got != want {
		t.Errorf("the file is %d bytes, want %d", len(got), len(want))
	}
	n, err = open(t).Forget(func(record) bool { return true })
	if n != 0 || err != nil {
		t.Errorf("without a file: %d, %v", n, err)
	}
}

// TestForgetAll leaves nothing but what runs.
func TestForgetAll(t *testing.T) {
	t.Parallel()
	j := open(t)
	other := openAt(t, j.dir)
	for range 3 {
		own, _ := claimed(t, other)
		ok(t, own.Save(oneCheckpoint("running")))
	}
	left, _ := claimed(t, j)
	ok(t, left.Save(oneCheckpoint("left")))
	ok(t, left.Close())
	mine, _ := claimed(t, openAt(t, t.TempDir()))
	ok(t, mine.Save(oneCheckpoint("elsewhere")))
	ok(t, j.Append(oneRecord("a")))
	for _, name := range []string{
		"session-1.json.aside-1", "session-9.json.aside-12", ".history.jsonl-1.tmp", ".session-7.json-1.tmp",
		".session-2.json-running.tmp", "notes.txt", "session-notes",
	} {
		put(t, j, name, "x")
	}
	ok(t, j.ForgetAll())
	equal(t, "files", names(t, j), []string{
		".session-2.json-running.tmp", "notes.txt", "session-1.json", "session-2.json", "session-3.json", "session-notes",
	})
	ok(t, j.ForgetAll()) // nothing there is no error
	ok(t, os.MkdirAll(j.path("session-1.json.aside-3/in it"), 0o700))
	says(t, j.ForgetAll(), "session-1.json.aside-3: can't be removed: directory not empty")
}

// TestReplace: a file of any kind as a whole, and of its temporary file nothing is left.
func TestReplace(t *testing.T) {
	t.Parallel()
	j := open(t)
	for _, want := range []string{"one", "", "three"} {
		ok(t, Replace(j.path("x.csv"), []byte(want)))
		if got := text(t, j, "x.csv"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	says(t, Replace(j.path("none/x.csv"), nil), "x.csv: no such file or directory")
	ok(t, os.MkdirAll(j.path("folder/in it"), 0o700))
	says(t, Replace(j.path("folder"), nil), "folder: ")
	equal(t, "files", names(t, j), []string{"folder", "x.csv"})
}
