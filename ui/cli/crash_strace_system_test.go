//go:build system && linux

package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestFaultsOfTheDisk: the real program, and every kind of call that it makes to the
// disk failing once, now and then, or always. It helps all the same and ends as always.
// What it could not keep it says, and the next program finds everything whole.
func TestFaultsOfTheDisk(t *testing.T) {
	t.Parallel()
	for _, x := range faults() {
		t.Run(strings.Join(x, " "), func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			o := st.opts()
			o.bin = "strace"
			o.args = []string{"-f", "-o", filepath.Join(t.TempDir(), "trace"), "-e", "inject=" + x[0]}
			for _, name := range x[1:] {
				o.args = append(o.args, "-P", filepath.Join(st.dir, name))
			}
			o.args = append(append(o.args, binary(t)), speeds(10)...)
			s := start(t, o)
			told := s.unsaved("")
			s.waitFor(t, "q leave", 2*patience)
			s.insists(t, "e", func(screen string) bool { return strings.Contains(screen, "IS THIS RIGHT?") })
			s.insists(t, "\r", works)
			s.waitVerb(t, "HOLD", patience)
			s.keys("\x03")
			s.exits(t, 130, patience)
			s.restored(t)
			st.recovers(t, told.times() > 0)
		})
	}
}

// faults are what is injected, and the files that it's about, none = any.
func faults() [][]string {
	var list [][]string
	for _, call := range []string{"fsync:error=EIO", "fsync:error=ENOSPC", "renameat:error=ENOSPC", "renameat:error=EIO"} {
		for _, when := range []string{"1", "2", "3", "4", "2+2", "1+"} {
			list = append(list, []string{call + ":when=" + when})
		}
	}
	for _, when := range []string{"1", "2", "1+"} {
		list = append(list,
			[]string{"unlinkat:error=EIO:when=" + when},
			[]string{"pwrite64:error=ENOSPC:when=" + when},
			[]string{"mkdirat:error=EACCES:when=" + when},
			[]string{"flock:error=ENOLCK:when=" + when},
			[]string{"openat:error=EACCES:when=" + when, ""},
			[]string{"openat:error=EACCES:when=" + when, "history.jsonl"},
			[]string{"openat:error=EIO:when=" + when, "session-1.json"},
			[]string{"openat:error=EMFILE:when=" + when, "session-1.lock", "session-2.lock"},
			[]string{"openat:error=EACCES:when=" + when, "history.lock"},
		)
	}
	return list
}

// recovers checks what another program, with a disk that is right, makes of what was
// left: the session is in the history, once, unless it was said that it isn't.
func (st state) recovers(t *testing.T, lost bool) {
	t.Helper()
	before := len(st.history(t))
	if !lost && before != 1 && len(st.files("session-*.json")) == 0 {
		t.Errorf("nothing is kept, and nobody said so: %v", st.files("*"))
	}
	s := st.resumes(t, speeds(10)...)
	if !s.sees(patience, func(screen string) bool {
		return strings.Contains(screen, "go on there") || strings.Contains(screen, "no session broke off")
	}) {
		t.Fatalf("neither a gate nor a word:\n%s", s.screen())
	}
	if strings.Contains(s.screen(), "go on there") {
		s.insists(t, "q", func(screen string) bool { return strings.Contains(screen, "LEAVE NOW?") })
		s.keys("\r")
		s.exits(t, 3, patience)
	}
	s.wait(patience)
	after := len(st.history(t))
	if after > 1 || after < before {
		t.Errorf("%d records before, %d after", before, after)
	}
	st.clean(t)
}
