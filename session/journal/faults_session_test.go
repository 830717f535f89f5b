package journal

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// scenesOfSessions are what is done with checkpoints.
var scenesOfSessions = []scene{
	{
		name: "first save", slot: true,
		act: func(_ *Journal, own *Slot) error { return own.Save(oneCheckpoint("new")) },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "saved", leftIDs(t, j), []string{"new"})
			} else {
				among(t, "not saved", leftIDs(t, j), []string{}, []string{"new"})
			}
		},
		meets: []string{"temp", "write", "sync", "close", "rename", "sync folder"},
	},
	{
		name: "save", before: saveOne, slot: true,
		act: func(_ *Journal, own *Slot) error { return own.Save(oneCheckpoint("new")) },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "saved", leftIDs(t, j), []string{"new"})
			} else {
				among(t, "not saved", leftIDs(t, j), []string{"old"}, []string{"new"})
			}
		},
		meets: []string{"temp", "write", "sync", "close", "rename", "sync folder"},
	},
	{
		name: "clear", before: saveOne, slot: true,
		act: func(_ *Journal, own *Slot) error { return own.Clear() },
		after: func(t *testing.T, j *Journal, err error) {
			t.Helper()
			if err == nil {
				equal(t, "cleared", leftIDs(t, j), []string{})
			} else {
				among(t, "not cleared", leftIDs(t, j), []string{"old"}, []string{})
			}
		},
		meets: []string{"remove", "sync folder"},
	},
	{
		name: "claim", before: func(t *testing.T, j *Journal) {
			t.Helper()
			saveOne(t, j)
			put(t, j, ".session-1.json-7.tmp", "{")
			put(t, j, ".session-4.json-7.tmp", "{")
		},
		act: func(j *Journal, _ *Slot) error { return claims(j, []string{"old"}) },
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			if got := slices.Concat(leftIDs(t, j), asideIDs(t, j)); !slices.Equal(got, []string{"old"}) {
				t.Errorf("left or set aside: %v", got)
			}
		},
		meets: []string{"lock", "list", "remove", "lstat", "open", "read", "close", "unlock"},
	},
	{
		name: "claim what is no checkpoint", before: func(t *testing.T, j *Journal) {
			t.Helper()
			put(t, j, "session-1.json", `{"v":7}`)
			put(t, j, "session-1.json.aside-1", "earlier")
		},
		act: func(j *Journal, _ *Slot) error { return claims(j, []string{}) },
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			own, left, problems := j.Claim()
			if own == nil || len(left) > 0 || len(problems) > 1 {
				t.Errorf("own %v, left %v, problems %v", own, left, problems)
			}
			closeAll(t, own, left)
			if text(t, j, "session-1.json.aside-1") != "earlier" || text(t, j, "session-1.json.aside-2") != `{"v":7}` {
				t.Error("what was set aside is lost")
			}
		},
		meets: []string{"rename", "sync folder"},
	},
	{
		name: "running", before: saveOne, slot: true,
		act: func(j *Journal, _ *Slot) error {
			if j.Running() {
				return errors.New("nobody else is there")
			}
			return nil
		},
		after: func(t *testing.T, j *Journal, _ error) {
			t.Helper()
			equal(t, "left", leftIDs(t, j), []string{"old"})
		},
		meets: []string{"lstat"},
	},
}

// saveOne leaves a checkpoint.
func saveOne(t *testing.T, j *Journal) {
	t.Helper()
	own, left, problems := j.Claim()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	ok(t, own.Save(oneCheckpoint("old")))
	closeAll(t, own, left)
}

// leftIDs are the sessions that are claimed on the healthy disk: nothing is damaged, and
// nothing is left of what was begun and not ended.
func leftIDs(t *testing.T, j *Journal) []string {
	t.Helper()
	own, left, problems := j.Claim()
	if len(problems) > 0 || own == nil {
		t.Errorf("own %v, problems %v", own, problems)
	}
	list := []string{}
	for _, l := range left {
		same(t, l.Checkpoint, oneCheckpoint(l.Checkpoint.ID))
		list = append(list, l.Checkpoint.ID)
	}
	for _, name := range names(t, j) {
		if strings.HasSuffix(name, tempSuffix) && strings.Contains(name, "session") {
			t.Errorf("%s is left", name)
		}
	}
	closeAll(t, own, left)
	return list
}

// claims claims, as a program does that ends right after it. What it's told is an error
// only where the caller was given less than there was and not told.
func claims(j *Journal, want []string) error {
	own, left, problems := j.Claim()
	got := []string{}
	for _, l := range left {
		got = append(got, l.Checkpoint.ID)
	}
	if len(problems) == 0 && (own == nil || !slices.Equal(got, want)) {
		return fmt.Errorf("own %v, left %v, and nothing told", own, got)
	}
	return nil
}

// asideIDs are the checkpoints that were set aside, though they are whole: the disk said
// that they may not be read.
func asideIDs(t *testing.T, j *Journal) []string {
	t.Helper()
	var list []string
	for _, name := range names(t, j) {
		if strings.Contains(name, asideMark) {
			c, err := decode([]byte(text(t, j, name)))
			ok(t, err)
			list = append(list, c.ID)
		}
	}
	return list
}
