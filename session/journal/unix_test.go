//go:build unix

package journal

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestOnlyTheOwner may read: the folder is 0700, also where it was wider, every file 0600.
func TestOnlyTheOwner(t *testing.T) {
	old := unix.Umask(0) // nothing but the program takes rights away
	defer unix.Umask(old)
	dir := filepath.Join(t.TempDir(), "wide")
	ok(t, os.Mkdir(dir, 0o755))
	ok(t, os.Chmod(dir, 0o755))
	for _, dir := range []string{dir, filepath.Join(t.TempDir(), "new")} {
		j := openAt(t, dir)
		own, _ := claimed(t, j)
		ok(t, own.Save(oneCheckpoint("a")))
		ok(t, j.Append(oneRecord("a")))
		ok(t, j.Append(oneRecord("b")))
		list, err := os.ReadDir(dir)
		ok(t, err)
		if len(list) < 4 {
			t.Errorf("%d files", len(list))
		}
		for _, e := range list {
			mode(t, filepath.Join(dir, e.Name()), 0o600)
		}
		mode(t, dir, 0o700)
		n, err := j.Forget(func(r record) bool { return r.ID == "a" })
		if n != 1 || err != nil {
			t.Error(n, err)
		}
		mode(t, j.path(historyFile), 0o600)
	}
}

func mode(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	ok(t, err)
	if got := info.Mode().Perm(); got != want {
		t.Errorf("%s is %o, want %o", path, got, want)
	}
}

// TestTenThousandRecords are read in a moment. It's the time of the processor that is
// held to it, for the machine may be busy with other things.
func TestTenThousandRecords(t *testing.T) {
	data := manyRecords(10_000)
	best := time.Hour
	for range 3 {
		before := worked(t)
		h, err := Read(bytes.NewReader(data))
		best = min(best, worked(t)-before)
		if err != nil || len(h.Records) != 10_000 {
			t.Fatalf("%d records, %v", len(h.Records), err)
		}
	}
	t.Logf("%d bytes in %v", len(data), best)
	if most := 200 * time.Millisecond * slower; best > most {
		t.Errorf("read in %v, want %v at the most", best, most)
	}
}

// worked is how long the processor has worked for this process.
func worked(t *testing.T) time.Duration {
	t.Helper()
	var use unix.Rusage
	ok(t, unix.Getrusage(unix.RUSAGE_SELF, &use))
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// TestNothingHangs: nobody writes into a pipe, and a device never ends.
func TestNothingHangs(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"session-1.json", "session-1.lock", historyFile, historyLock} {
		for _, device := range []bool{false, true} {
			j := open(t)
			if device {
				ok(t, os.Symlink("/dev/zero", j.path(name)))
			} else {
				ok(t, unix.Mkfifo(j.path(name), 0o600))
			}
			done := make(chan struct{})
			go func() {
				defer close(done)
				own, left, problems := j.Claim()
				if own == nil || len(left) != 0 || len(problems) > 1 {
					t.Errorf("%s: own %v, left %v, problems %v", name, own, left, problems)
				}
				hindered := strings.HasPrefix(name, "history")
				if told := len(problems) == 1; told == hindered {
					t.Errorf("%s: problems %v", name, problems)
				}
				if err := j.Append(oneRecord("a")); (err != nil) != hindered {
					t.Errorf("%s: %v", name, err)
				}
				if _, err := j.History(); (err != nil) != (name == historyFile) {
					t.Errorf("%s: %v", name, err)
				}
				_, err := j.Forget(func(record) bool { return true })
				if (err != nil) != hindered {
					t.Errorf("%s: %v", name, err)
				}
				closeAll(t, own, left)
			}()
			select {
			case <-done:
			case <-time.After(20 * time.Second):
				t.Fatalf("%s: still at it", name)
			}
		}
	}
}
