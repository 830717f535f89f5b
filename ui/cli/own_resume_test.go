package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
)

// knee is a routine of a person's own, with an exercise of its own.
const knee = `name: Knee
for: For my knee.
position: lying
choice: I wrote it
turns:
  - {id: calf, any: [toes-to-shin], hold: 20}
  - {id: knee, any: [my-knee]}
items:
  - id: my-knee
    name: My knee
    step: stretch
    kind: held
    verb: HOLD
    muscles: [hamstring]
    positions: [lying]
    each_side: true
    how:
      - Lie down.
      - Take your {side} knee.
      - Draw it in a little.
    say: Draw your {side} knee in.
    dose: {hold: 20, rest: 10, reps: 2}
    pull: 1
`

// puts puts a text into a file of that name, and returns its path.
func puts(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sitsBefore begins a session over a shelf, and has a scribe keep it.
func (d desk) sitsBefore(t *testing.T, books *shelf, s session.Session) *writing {
	t.Helper()
	w := &writing{scribe: newScribe(d.dir, 1, time.Now()), s: s, base: time.Now()}
	w.shelf = books
	t.Cleanup(w.dies)
	w.begins()
	return w
}

// follows begins the routine of a file.
func (d desk) follows(t *testing.T, path string) *writing {
	t.Helper()
	books := &shelf{}
	r, err := books.take(ownFile(path))
	if err != nil {
		t.Fatal(err)
	}
	return d.sitsBefore(t, books, session.Follow(session.Facts{Routine: r.ID}, r, books.library))
}

// cramps begins a relief session of a program that may go on with anything.
func (d desk) cramps(t *testing.T) *writing {
	t.Helper()
	books := &shelf{}
	guide, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	return d.sitsBefore(t, books, session.New(session.Facts{Muscle: content.Calf}, guide, books.library))
}

// breaksOff follows that file into its second exercise, and ends the program there.
func (d desk) breaksOff(t *testing.T, path string) journal.Checkpoint {
	t.Helper()
	w := d.follows(t, path)
	w.says(session.Go{})
	for w.s.Head().Item != "my-knee" || w.s.Phase().Kind != session.Hold {
		if w.passes(time.Second); w.s.Mode == session.Ended {
			t.Fatal("it ended")
		}
	}
	w.dies()
	j, err := journal.Open(d.dir)
	if err != nil {
		t.Fatal(err)
	}
	own, left, problems := j.Claim()
	if own != nil {
		_ = own.Close()
	}
	if len(left) != 1 || len(problems) > 0 {
		t.Fatalf("%d left, %v", len(left), problems)
	}
	_ = left[0].Slot.Close()
	return left[0].Checkpoint
}

// TestOwnRoutineIsGoneOnWith: the path is kept, and the file is read again.
func TestOwnRoutineIsGoneOnWith(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, path := newDesk(t), puts(t, t.TempDir(), "knee.yaml", knee)
		if c := d.breaksOff(t, path); c.File != path || c.Saved.Facts.Routine != "knee" {
			t.Fatalf("kept: %q of %q", c.Saved.Facts.Routine, c.File)
		}
		w := d.cramps(t)
		w.finds(t)
		if why := w.s.Refusal(session.TakeUp{}); why != "" || len(w.problems()) > 0 {
			t.Fatalf("refused: %q, %q", why, w.problems())
		}
		w.says(session.TakeUp{})
		w.says(session.Go{})
		if b := w.s.Head(); w.s.Facts.Routine != "knee" || b.Item != "my-knee" || w.s.Library() == content.Embedded() {
			t.Errorf("goes on with %q of %q", b.Item, w.s.Facts.Routine)
		}
		if it, ok := w.s.Item(); !ok || it.Name != "My knee" {
			t.Errorf("%+v, %v", it, ok)
		}
		w.dies()
		if w = d.cramps(t); w.offered() == nil || w.shelf.path("knee") != path {
			t.Errorf("a second time: %v, %q", w.offered(), w.shelf.path("knee"))
		}
	})
}

// TestOwnRoutineOfAnyFileIsGoneOnWith: it's the id that counts, stated or made of the
// file's name.
func TestOwnRoutineOfAnyFileIsGoneOnWith(t *testing.T) {
	for name, x := range map[string]struct{ text, id string }{
		"Anna March.yaml": {knee, "anna-march"},
		"legs.yaml":       {knee, "my-legs"},
		"other.yaml":      {"id: knee-2\n" + knee, "knee-2"},
	} {
		synctest.Test(t, func(t *testing.T) {
			d, path := newDesk(t), puts(t, t.TempDir(), name, x.text)
			if c := d.breaksOff(t, path); c.File != path || c.Saved.Facts.Routine != x.id {
				t.Fatalf("%s: kept: %q of %q", name, c.Saved.Facts.Routine, c.File)
			}
			if w := d.cramps(t); w.offered() == nil || w.shelf.path(x.id) != path {
				t.Errorf("%s is not offered: %q", name, w.problems())
			}
		})
	}
}

// TestOwnRoutineThatIsGone: it's said in one line, nothing is offered, and what is kept
// stays: the file may come back.
func TestOwnRoutineThatIsGone(t *testing.T) {
	for name, x := range map[string]struct {
		change func(t *testing.T, path string)
		want   string
	}{
		"away":   {func(t *testing.T, path string) { t.Helper(); must(t, os.Remove(path)) }, "PATH: no such file"},
		"broken": {func(t *testing.T, path string) { t.Helper(); puts(t, filepath.Dir(path), "knee.yaml", "name: [\n") }, "PATH:"},
		"wrong": {func(t *testing.T, path string) {
			t.Helper()
			puts(t, filepath.Dir(path), "knee.yaml", strings.ReplaceAll(knee, "20", "2000"))
		}, "PATH:6:43: 2000; expected 5 to 120"},
		"renamed": {func(t *testing.T, path string) {
			t.Helper()
			puts(t, filepath.Dir(path), "knee.yaml", "id: other\n"+knee)
		}, `PATH: another routine than the one that broke off`},
		"a folder": {func(t *testing.T, path string) {
			t.Helper()
			must(t, os.Remove(path))
			must(t, os.Mkdir(path, 0o700))
		}, "PATH: a folder; expected a file"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d, path := newDesk(t), puts(t, t.TempDir(), "knee.yaml", knee)
				d.breaksOff(t, path)
				x.change(t, path)
				w := d.cramps(t)
				told := w.problems()
				want := "your routine can't be gone on with: " + strings.ReplaceAll(x.want, "PATH", path)
				if w.offered() != nil || len(told) != 1 || !strings.HasPrefix(told[0], want) || strings.ContainsAny(told[0], "\n\x1b") {
					t.Errorf("offered %v, told %q, want %q", w.offered(), told, want)
				}
				w.dies()
				must(t, os.RemoveAll(path))
				puts(t, filepath.Dir(path), "knee.yaml", knee)
				if d.cramps(t).offered() == nil {
					t.Error("the file is back, and it's not offered")
				}
			})
		})
	}
}

// must is for what can't go wrong.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestOwnRoutineOfAnotherName: a file that holds another routine now is not gone on with.
func TestOwnRoutineOfAnotherName(t *testing.T) {
	t.Parallel()
	books, path := &shelf{}, puts(t, t.TempDir(), "knee.yaml", knee)
	if err := books.again(path, "ankle"); err == nil || err.Error() != "your routine can't be gone on with: "+path+": another routine than the one that broke off" {
		t.Errorf("%v", err)
	}
}

// TestPackOfAGoneRoutine: nobody counts its time any more, and that is said.
func TestPackOfAGoneRoutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, path := newDesk(t), puts(t, t.TempDir(), "knee.yaml", knee)
		c := d.breaksOff(t, path)
		c.Saved.Pack = session.Pack{Kind: content.Heat, Muscle: content.Calf, On: -time.Minute, For: 15 * time.Minute, Asked: -time.Minute}
		books := &shelf{}
		w := &writing{scribe: newScribe(d.dir, 1, time.Now())}
		w.shelf = books
		must(t, os.Remove(path))
		if w.findable(c, time.Now()) || len(w.pending) != 2 {
			t.Errorf("told: %v", w.pending)
		}
	})
}

// TestShelf: what was taken stays as it was, and two files don't mix.
func TestShelf(t *testing.T) {
	t.Parallel()
	dir, other := t.TempDir(), t.TempDir()
	path := puts(t, dir, "knee.yaml", knee)
	books := &shelf{}
	if books.library() != content.Embedded() || books.path("knee") != "" {
		t.Error("an empty shelf has something")
	}
	r, err := books.take(ownFile(path))
	must(t, err)
	lib := books.library()
	puts(t, dir, "knee.yaml", strings.Replace(knee, "name: Knee", "name: Other", 1))
	if again, err := books.take(ownFile(path)); err != nil || again.Name != r.Name || books.library() != lib {
		t.Errorf("it changed underway: %q, %v", again.Name, err)
	}
	for name, want := range map[string]string{"knee.yaml": `there is a routine "knee" already`, "ankle.yaml": `there is an exercise "my-knee" already`} {
		path := puts(t, other, name, knee)
		if _, err := books.take(ownFile(path)); err == nil || err.Error() != path+": "+want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, ok := books.library().Routine("ankle"); ok || books.library() != lib {
		t.Error("what was refused is there")
	}
	var none *shelf
	if none.library() != content.Embedded() || none.path("knee") != "" {
		t.Error("no shelf has something")
	}
}

// TestUnprintablePathIsNotKept: a checkpoint holds only what can be told.
func TestUnprintablePathIsNotKept(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/a\x1b/knee.yaml", "/a\xff/knee.yaml", "/" + strings.Repeat("a", journal.MaxPath)} {
		books := &shelf{files: map[string]ownFile{"knee": ownFile(path)}}
		if got := books.path("knee"); got != "" {
			t.Errorf("%q", got)
		}
	}
}

// TestEveryCommandIsTaken: no routine of a person's own has the name of a command, or of
// what is below one.
func TestEveryCommandIsTaken(t *testing.T) {
	t.Parallel()
	for _, c := range new(app).root().Commands() {
		if content.OwnName(c.Name()) == nil {
			t.Errorf("a routine may be named %s", c.Name())
		}
	}
}
