//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"uncramp/session/journal"
)

// state is a state folder of a test's own, in which programs die.
type state struct {
	home string // what XDG_STATE_HOME names
	dir  string // the program's folder in it
}

// newState is a state folder that is not there yet.
func newState(t *testing.T) state {
	t.Helper()
	home := t.TempDir()
	return state{home, filepath.Join(home, "uncramp")}
}

// opts are those of a program that keeps its state there. It draws no figures: the tests
// read what it says, and many programs run at once.
func (st state) opts(args ...string) opts {
	env := []string{"XDG_STATE_HOME=" + st.home, "UNCRAMP_FIGURES=off", "UNCRAMP_MOTION=off"}
	return opts{args: args, env: env, cols: 100, rows: 40}
}

// files lists the names in the folder that match a pattern.
func (st state) files(pattern string) []string {
	all, _ := filepath.Glob(filepath.Join(st.dir, pattern))
	for i, path := range all {
		all[i] = filepath.Base(path)
	}
	return all
}

// checkpoints are the sessions that stand in the folder, whoever holds them: they are
// read in a copy. All of them must be whole.
func (st state) checkpoints(t *testing.T) []journal.Checkpoint {
	t.Helper()
	dir := t.TempDir()
	for _, name := range st.files("session-*.json") {
		data, err := os.ReadFile(filepath.Join(st.dir, name))
		if err != nil {
			continue // it's over by now
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	j, err := journal.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	own, left, problems := j.Claim()
	if own == nil || len(problems) > 0 {
		t.Fatalf("checkpoints that can't be read: %v", problems)
	}
	var list []journal.Checkpoint
	for _, l := range left {
		list = append(list, l.Checkpoint)
		_ = l.Slot.Close()
	}
	_ = own.Close()
	return list
}

// edit changes the checkpoints that nobody holds.
func (st state) edit(t *testing.T, change func(*journal.Checkpoint)) {
	t.Helper()
	j, err := journal.Open(st.dir)
	if err != nil {
		t.Fatal(err)
	}
	own, left, problems := j.Claim()
	if own == nil || len(problems) > 0 || len(left) == 0 {
		t.Fatalf("%d checkpoints, %v", len(left), problems)
	}
	for _, l := range left {
		c := l.Checkpoint
		change(&c)
		if err := l.Slot.Save(c); err != nil {
			t.Fatal(err)
		}
		_ = l.Slot.Close()
	}
	_ = own.Close()
}

// line is what the tests look at in a line of the history.
type line struct {
	V       int    `json:"v"`
	ID      string `json:"id"`
	At      string `json:"at"`
	Muscle  string `json:"muscle"`
	Routine string `json:"routine"`
	Outcome string `json:"outcome"`
	Took    int    `json:"took"`
	Look    bool   `json:"look"`
	Preview bool   `json:"preview"`
	Sore    *int   `json:"sore"`
	Eased   []int  `json:"eased"`
	Packs   []struct {
		Kind string `json:"kind"`
		For  int    `json:"for"`
	} `json:"packs"`
}

// history is every line of the history, which must be whole, each session once.
func (st state) history(t *testing.T) []line {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(st.dir, "history.jsonl"))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
		t.Errorf("the history doesn't end with its line: %q", data)
	}
	var list []line
	for in := bufio.NewScanner(bytes.NewReader(data)); in.Scan(); {
		var l line
		if err := json.Unmarshal(in.Bytes(), &l); err != nil || l.V != 1 || l.ID == "" {
			t.Errorf("no whole line: %v: %q", err, in.Text())
		}
		if slices.ContainsFunc(list, func(x line) bool { return x.ID == l.ID }) {
			t.Errorf("%s stands there twice", l.ID)
		}
		list = append(list, l)
	}
	return list
}

// clean checks that nothing is left over in the folder: no session, no temporary file,
// nothing set aside.
func (st state) clean(t *testing.T) {
	t.Helper()
	names, err := os.ReadDir(st.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if n.Name() != "history.jsonl" && !strings.HasSuffix(n.Name(), ".lock") {
			t.Errorf("left over: %s", n.Name())
		}
	}
}
