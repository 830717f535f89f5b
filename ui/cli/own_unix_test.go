//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"uncramp/ui/cli"
)

// TestDoorNeverWaits: a pipe that nobody writes to, or a device without end, is refused at
// once, also by its name in the folder.
func TestDoorNeverWaits(t *testing.T) {
	t.Parallel()
	env, dir := ownHome(t)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"zero.yaml": "/dev/zero", "nowhere.yaml": filepath.Join(dir, "no"), "round.yaml": filepath.Join(dir, "round.yaml")} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	began := time.Now()
	for _, x := range []struct{ word, want string }{
		{pipe, "not a plain file"}, {"pipe", "not a plain file"}, {"/dev/zero", "not a plain file"}, {"zero", "not a plain file"},
		{"nowhere", "no such file"}, {"round", "too many levels of symbolic links"},
	} {
		for _, command := range []string{"check", "stretch", "plan"} {
			code, out, errs := toldIn(t, env, command, x.word)
			if code != cli.Failed || !strings.Contains(out+errs, x.want) || strings.Count(out+errs, "\n") != 1 {
				t.Errorf("%s %s: exit %d, %q, stderr %q", command, x.word, code, out, errs)
			}
		}
	}
	code, out, _ := toldIn(t, env, "routine")
	if code != cli.Finished || strings.Count(out, "can't be followed") != 4 {
		t.Errorf("exit %d, %q", code, out)
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
}

// TestNewRoutineIsItsOwners: nobody else reads the file or its folder, and a link that
// lies in its place is not followed.
func TestNewRoutineIsItsOwners(t *testing.T) {
	t.Parallel()
	env, dir := ownHome(t)
	toldIn(t, env, "routine", "new", "knee")
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, "knee.yaml"): 0o600} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Symlink(elsewhere, filepath.Join(dir, "link.yaml")); err != nil {
		t.Fatal(err)
	}
	code, _, errs := toldIn(t, env, "routine", "new", "link")
	if _, err := os.Lstat(elsewhere); code != cli.Failed || err == nil {
		t.Errorf("a link was followed: exit %d, %q", code, errs)
	}
}
