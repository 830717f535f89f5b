package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestOthersAreLeftAlone: what another program holds is nobody else's.
func TestOthersAreLeftAlone(t *testing.T) {
	t.Parallel()
	first := open(t)
	for range 3 {
		own, _ := claimed(t, first)
		ok(t, own.Save(oneCheckpoint("a")))
	}
	own, left, problems := openAt(t, first.dir).Claim()
	if own.n != 4 || len(left) != 0 || len(problems) != 0 {
		t.Fatalf("while the first runs: slot %d, left %v, problems %v", own.n, left, problems)
	}
	ok(t, own.Close())
}

// TestNewestFirst, and a slot that is closed can be claimed by the next.
func TestNewestFirst(t *testing.T) {
	t.Parallel()
	j := open(t)
	var slots []*Slot
	for i, ago := range []time.Duration{2 * time.Minute, time.Minute, 3 * time.Minute} {
		own, left := claimed(t, j)
		if own.n != i+1 || len(left) != 0 {
			t.Fatalf("slot %d, left %v", own.n, left)
		}
		c := oneCheckpoint(fmt.Sprintf("left%d", i))
		c.Left = noon.Add(-ago)
		ok(t, own.Save(c))
		slots = append(slots, own)
	}
	for _, s := range slots {
		ok(t, s.Close())
		ok(t, s.Close()) // twice does no harm
	}
	own, left := claimed(t, openAt(t, j.dir))
	var got []string
	for _, l := range left {
		got = append(got, fmt.Sprint(l.Checkpoint.ID, " in ", l.Slot.n))
	}
	equal(t, "left", got, []string{"left1 in 2", "left0 in 1", "left2 in 3"})
	if own.n != 4 {
		t.Errorf("slot %d is one's own", own.n)
	}
	ok(t, left[1].Slot.Clear())
	ok(t, left[1].Slot.Clear()) // nothing there is no error
	equal(t, "files", names(t, j), []string{"session-2.json", "session-3.json"})
}

// TestClosedSlot writes and removes nothing: it may be another's.
func TestClosedSlot(t *testing.T) {
	t.Parallel()
	j := open(t)
	own, _ := claimed(t, j)
	ok(t, own.Save(oneCheckpoint("a")))
	ok(t, own.Close())
	says(t, own.Save(oneCheckpoint("b")), "session-1.json: its place was given back")
	says(t, own.Clear(), "session-1.json: its place was given back")
	if got := text(t, j, "session-1.json"); !strings.Contains(got, `"id":"a"`) {
		t.Errorf("the file is %s", got)
	}
}

// TestFolderCleared: where somebody removed the lock file, or the folder, another program
// may have the place by now.
func TestFolderCleared(t *testing.T) {
	t.Parallel()
	j := open(t)
	own, _ := claimed(t, j)
	ok(t, os.Remove(j.lockFile(1)))
	says(t, own.Save(oneCheckpoint("a")), "session-1.json: its lock file is gone")
	other, _ := claimed(t, openAt(t, j.dir))
	if other.n != 1 {
		t.Fatalf("the other has slot %d", other.n)
	}
	ok(t, other.Save(oneCheckpoint("b")))
	says(t, own.Save(oneCheckpoint("a")), "session-1.json: its lock file is gone")
	says(t, own.Clear(), "session-1.json: its lock file is gone")
	if got := text(t, j, "session-1.json"); !strings.Contains(got, `"id":"b"`) {
		t.Errorf("the file is %s", got)
	}
}

// TestSetAside: what can't be read keeps nobody from a session, and nothing of it is lost.
func TestSetAside(t *testing.T) {
	t.Parallel()
	whole, err := encode(oneCheckpoint("a"))
	ok(t, err)
	for name, x := range map[string]struct {
		make func(j *Journal, path string) error
		want string
	}{
		"newer": {func(_ *Journal, path string) error {
			return os.WriteFile(path, []byte(strings.Replace(string(whole), `"v":1`, `"v":2`, 1)), 0o600)
		}, "session-1.json: from a newer uncramp (version 2)"},
		"torn": {func(_ *Journal, path string) error { return os.WriteFile(path, whole[:len(whole)/2], 0o600) },
			"session-1.json: only partly written"},
		"sum": {func(_ *Journal, path string) error {
			return os.WriteFile(path, []byte(strings.Replace(string(whole), "calf", "quad", 1)), 0o600)
		}, "session-1.json: damaged: its checksum is wrong"},
		"folder": {func(_ *Journal, path string) error { return os.MkdirAll(filepath.Join(path, "in it"), 0o700) },
			"session-1.json: not a plain file"},
		"loop": {func(_ *Journal, path string) error { return os.Symlink(path, path) }, "session-1.json: not a plain file"},
		"link": {func(j *Journal, path string) error {
			put(t, j, "elsewhere", string(whole))
			return os.Symlink(j.path("elsewhere"), path)
		}, "session-1.json: not a plain file"},
	} {
		t.Run(name, func(t *testing.T) {
			j := open(t)
			put(t, j, "session-1.json.aside-1", "an earlier one")
			ok(t, x.make(j, j.path("session-1.json")))
			before, err := os.Lstat(j.path("session-1.json"))
			ok(t, err)
			own, left, problems := j.Claim()
			if own == nil || own.n != 1 || len(left) != 0 || len(problems) != 1 {
				t.Fatalf("own %v, left %v, problems %v", own, left, problems)
			}
			if got, want := problems[0].Error(), x.want+"; set aside as session-1.json.aside-2"; got != want {
				t.Errorf("told %q, want %q", got, want)
			}
			after, err := os.Lstat(j.path("session-1.json.aside-2"))
			ok(t, err)
			if !os.SameFile(before, after) || text(t, j, "session-1.json.aside-1") != "an earlier one" {
				t.Error("what was set aside is another file, or took the place of one")
			}
			ok(t, own.Save(oneCheckpoint("new")))
			ok(t, own.Close())
			_, left = claimed(t, j)
			if len(left) != 1 || left[0].Checkpoint.ID != "new" {
				t.Errorf("then left %v", left)
			}
		})
	}
}

// TestTooManyAside: one place is left alone, and the session has another.
func TestTooManyAside(t *testing.T) {
	t.Parallel()
	j := open(t)
	put(t, j, "session-1.json", "{")
	for i := 1; i <= asides; i++ {
		put(t, j, fmt.Sprintf("session-1.json.aside-%d", i), "")
	}
	own, left, problems := j.Claim()
	if own == nil || own.n != 2 || len(left) > 0 || len(problems) != 1 {
		t.Fatalf("own %v, left %v, problems %v", own, left, problems)
	}
	says(t, problems[0], "session-1.json: only partly written; can't be set aside: 1000 files of that name")
	if text(t, j, "session-1.json") != "{" {
		t.Error("it's another")
	}
	closeAll(t, own, left)
}

// TestFewFiles: a program makes no more locks than it needs.
func TestFewFiles(t *testing.T) {
	t.Parallel()
	j := open(t)
	own, _ := claimed(t, j)
	ok(t, own.Save(oneCheckpoint("a")))
	claimed(t, openAt(t, j.dir))
	list, err := system{}.list(j.dir)
	ok(t, err)
	equal(t, "files", list, []string{"session-1.json", "session-1.lock", "session-2.lock"})
}

// TestFolderGone: where the whole folder is removed while it runs, everything says so, and
// a program that begins then makes a new one.
func TestFolderGone(t *testing.T) {
	t.Parallel()
	j := open(t)
	own, _ := claimed(t, j)
	ok(t, own.Save(oneCheckpoint("a")))
	ok(t, os.RemoveAll(j.dir))
	says(t, own.Save(oneCheckpoint("a")), "session-1.json: its lock file is gone")
	says(t, j.Append(oneRecord("a")), "history.lock: no such file or directory")
	equal(t, "ids", ids(t, j), []string{})
	_, left := claimed(t, openAt(t, j.dir))
	if len(left) != 0 {
		t.Errorf("left %v", left)
	}
	ok(t, j.Append(oneRecord("a")))
	equal(t, "ids", ids(t, j), []string{"a"})
}

// TestAllTaken: seventeen sessions at once are too many, and the last one is told.
func TestAllTaken(t *testing.T) {
	t.Parallel()
	j := open(t)
	for range slots {
		own, _ := claimed(t, j)
		ok(t, own.Save(oneCheckpoint("a")))
	}
	own, left, problems := openAt(t, j.dir).Claim()
	if own != nil || len(left) != 0 || len(problems) != 1 {
		t.Fatalf("own %v, left %v, problems %v", own, left, problems)
	}
	says(t, problems[0], "all 16 places are taken")
}

// TestAllLeft: sixteen sessions were left; they are all there, and one of their slots is
// free again once it was cleared.
func TestAllLeft(t *testing.T) {
	t.Parallel()
	j := open(t)
	data, err := encode(oneCheckpoint("a"))
	ok(t, err)
	for n := 1; n <= slots; n++ {
		put(t, j, fmt.Sprintf("session-%d.json", n), string(data))
	}
	own, left, problems := j.Claim()
	if own != nil || len(left) != slots || len(problems) != 1 {
		t.Fatalf("own %v, %d left, problems %v", own, len(left), problems)
	}
	ok(t, left[3].Slot.Clear())
	closeAll(t, own, left)
	if own, left = claimed(t, j); own.n != 4 || len(left) != slots-1 {
		t.Errorf("slot %d, %d left", own.n, len(left))
	}
}

// TestSweep: what a crash left of a half-written file goes, in one's own slots alone.
func TestSweep(t *testing.T) {
	t.Parallel()
	j := open(t)
	own, _ := claimed(t, j)
	for _, name := range []string{
		".session-1.json-5.tmp", ".session-2.json-5.tmp", ".session-11.json-5.tmp", ".other-1.tmp", ".session-2.json-5",
	} {
		put(t, j, name, "{")
	}
	other, left, problems := openAt(t, j.dir).Claim()
	defer closeAll(t, other, left)
	if len(problems) != 0 {
		t.Error(problems)
	}
	equal(t, "files", names(t, j), []string{".other-1.tmp", ".session-1.json-5.tmp", ".session-2.json-5"})
	ok(t, own.Save(oneCheckpoint("a")))
}

// TestRunning is about others alone, and about sessions that have something to lose.
func TestRunning(t *testing.T) {
	t.Parallel()
	j := open(t)
	other := openAt(t, j.dir)
	running := func(when string, want bool) {
		t.Helper()
		if got := j.Running(); got != want {
			t.Errorf("%s: %v", when, got)
		}
	}
	running("at first", false)
	own, _ := claimed(t, other)
	running("with nothing saved", false)
	ok(t, own.Save(oneCheckpoint("a")))
	running("while the other runs", true)
	if other.Running() {
		t.Error("one's own session is not another's")
	}
	ok(t, own.Close())
	running("after the other was closed", false)
	_, left := claimed(t, j)
	if len(left) != 1 {
		t.Fatal("asking took it")
	}
	running("while it's one's own", false)
}

// TestFolder: what Open makes of what is there.
func TestFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	ok(t, os.WriteFile(file, nil, 0o600))
	_, err := Open(file)
	says(t, err, file+": not a directory")
	_, err = Open(filepath.Join(file, "beneath"))
	says(t, err, "not a directory")
	_, err = Open("")
	says(t, err, "no folder")
	deep := openAt(t, filepath.Join(dir, "a", "b", "c"))
	claimed(t, deep)
	link := filepath.Join(dir, "link")
	ok(t, os.Symlink(deep.dir, link))
	ok(t, openAt(t, link).Append(oneRecord("a")))
	equal(t, "through the link", ids(t, deep), []string{"a"})
}
