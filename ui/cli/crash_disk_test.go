//go:build unix

package cli_test

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

// unsavedWords is how the one line begins that says what is wrong with the disk.
const unsavedWords = "this session can't be saved: "

// TestDiskThatCantBeWritten: there is help all the same, and one quiet line.
func TestDiskThatCantBeWritten(t *testing.T) {
	t.Parallel()
	for name, x := range diskTroubles {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			o := x.make(t, st)
			if o.env == nil {
				return // there is no such folder on this system
			}
			s := start(t, o)
			told := s.unsaved(x.why)
			s.insists(t, "e", func(screen string) bool { return strings.Contains(screen, "IS THIS RIGHT?") })
			s.until(t, "what is wrong", patience, func(screen string) bool { return strings.Contains(flat(screen), unsavedWords) })
			s.keys("\r")
			s.waitVerb(t, "HOLD", patience)
			if n := strings.Count(flat(s.screen()), unsavedWords); n > 1 {
				t.Errorf("it says so %d times:\n%s", n, s.screen())
			}
			s.until(t, "quiet again", patience, func(screen string) bool { return !strings.Contains(flat(screen), unsavedWords) })
			before := told.times()
			s.keys("n")
			s.waitGone(t, "HOLD", patience)
			if after := told.times(); before == 0 || after != before {
				t.Errorf("«%s» came up %d times, and then %d", x.why, before, after)
			}
			s.keys("\x03")
			s.exits(t, 130, patience)
			s.restored(t)
			if all := append(st.files("session-*.json"), st.files(".*")...); len(all) > 0 || len(st.history(t)) > 0 {
				t.Errorf("left over: %v", all)
			}
		})
	}
}

// unsaved follows whether the screen says that the session can't be saved, and why.
func (s *session) unsaved(why string) *watched {
	return s.watch(func(screen string) string {
		if _, after, ok := strings.Cut(flat(screen), unsavedWords); ok && strings.Contains(after, why) {
			return unsavedWords + why
		}
		return ""
	})
}

// times is how often a value that is watched for came up.
func (w *watched) times() int {
	n := 0
	for _, step := range w.all() {
		if step.value != "" {
			n++
		}
	}
	return n
}

// diskTroubles are what can be wrong with a disk without any help of the system. Options
// without an environment are for a folder that this system has not.
var diskTroubles = map[string]struct {
	make func(*testing.T, state) opts
	why  string // in the line that says so
}{
	"below a file": {func(t *testing.T, st state) opts {
		t.Helper()
		if err := os.WriteFile(st.dir, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		return st.opts(speeds(10)...)
	}, "not a directory"},
	"a folder that nobody may write to": {func(t *testing.T, st state) opts {
		t.Helper()
		o := st.opts(speeds(10)...)
		switch {
		case os.Geteuid() > 0:
			if err := os.Chmod(st.home, 0o500); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(st.home, 0o700) })
		case runtime.GOOS == "linux":
			o.env = []string{"XDG_STATE_HOME=/proc/self"}
		default:
			o.env = nil // root may write anywhere
		}
		return o
	}, "uncramp: "},
	"a full disk": {func(t *testing.T, st state) opts {
		t.Helper()
		o := st.opts()
		o.bin, o.args = "/bin/sh", []string{"-c", `ulimit -f 0; exec "$@"`, "sh", binary(t), "--speed", "10"}
		return o
	}, "file too large"},
}
