package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCreateChangesNothing: what has come to be there meanwhile stays as it is.
func TestCreateChangesNothing(t *testing.T) {
	t.Parallel()
	path := puts(t, t.TempDir(), "knee.yaml", "mine")
	err := ownFile(path).create("other")
	if err == nil || err.Error() != path+": it is there already, and stays as it is" {
		t.Errorf("it says %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" {
		t.Errorf("it's now %q, %v", data, err)
	}
}

// TestOnlySoMuchIsRead: of a file that is far too large one byte more than the limit.
func TestOnlySoMuchIsRead(t *testing.T) {
	t.Parallel()
	path := puts(t, t.TempDir(), "knee.yaml", "")
	must(t, os.Truncate(path, 8*largestRoutine)) // a hole, that takes no room
	if data, err := ownFile(path).bytes(); err != nil || len(data) != largestRoutine+1 {
		t.Errorf("%d bytes of it, %v", len(data), err)
	}
}

// TestShelfNotesWholePaths: a session may be gone on with out of another folder.
func TestShelfNotesWholePaths(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	puts(t, dir, "knee.yaml", knee)
	t.Chdir(dir)
	books := &shelf{}
	_, err = books.take("./knee.yaml")
	must(t, err)
	if got := books.path("knee"); got != filepath.Join(dir, "knee.yaml") {
		t.Errorf("it's %q", got)
	}
}
