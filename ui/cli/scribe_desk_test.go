package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
)

// desk is a folder of the state, in which scribes write one after the other.
type desk struct{ dir string }

// newDesk is a desk in a bubble: there time passes at once, and a scribe has written once
// all wait.
func newDesk(t *testing.T) desk {
	t.Helper()
	return desk{filepath.Join(t.TempDir(), "state")}
}

// writing is a scribe at work on a session, and what it told the screen.
type writing struct {
	*scribe
	s    session.Session
	base time.Time // when its session began
	n    int
	off  session.Worn // what the screen asks to take off

	heard sync.Mutex
	told  []tea.Msg
}

// sits begins a session, and has a scribe keep it.
func (d desk) sits(t *testing.T, speed float64, s session.Session) *writing {
	t.Helper()
	w := &writing{scribe: newScribe(d.dir, speed, time.Now()), s: s, base: time.Now()}
	t.Cleanup(w.dies)
	w.begins()
	return w
}

// begins starts the scribe, as the screen does once it's there.
func (w *writing) begins() {
	w.tell(func(m tea.Msg) {
		w.heard.Lock()
		defer w.heard.Unlock()
		w.told = append(w.told, m)
	})
	w.start()
	synctest.Wait()
	w.says()
}

// says has something said, and the scribe hear of it.
func (w *writing) says(events ...session.Event) {
	for _, e := range events {
		w.s, _ = w.s.Apply(e, time.Since(w.base))
	}
	w.n++
	w.hear(w.n, w.s, w.off, time.Now())
	synctest.Wait()
}

// passes lets time pass, and the scribe hear of it.
func (w *writing) passes(d time.Duration) {
	<-time.After(d)
	w.says(session.Tick{})
}

// dies ends the program with nothing more written.
func (w *writing) dies() {
	_ = w.finish(nil, true, time.Minute)
	w.giveBack()
}

// ends ends the session, and its program.
func (w *writing) ends(t *testing.T) {
	t.Helper()
	w.s, _ = w.s.Apply(session.Leave{}, time.Since(w.base))
	if err := w.finish(&w.s, false, time.Minute); err != nil {
		t.Error(err)
	}
}

// problems are what the screen was told that went wrong.
func (w *writing) problems() []string {
	w.heard.Lock()
	defer w.heard.Unlock()
	var list []string
	for _, m := range w.told {
		if p, ok := m.(ui.Problem); ok {
			list = append(list, p.Err.Error())
		}
	}
	return list
}

// offered is the session that the screen was told of, nil = none.
func (w *writing) offered() *session.Saved {
	w.heard.Lock()
	defer w.heard.Unlock()
	for _, m := range w.told {
		if e, ok := m.(ui.Earlier); ok {
			return &e.Saved
		}
	}
	return nil
}

// finds has the session find what was offered.
func (w *writing) finds(t *testing.T) {
	t.Helper()
	v := w.offered()
	if v == nil {
		t.Fatal("nothing is offered")
	}
	w.says(session.Found{Earlier: v.Later(time.Since(w.base))})
}

// relief is a session for a muscle, in its wait.
func relief(t *testing.T, m content.Muscle) session.Session {
	t.Helper()
	w, err := content.FirstWaiting(m)
	if err != nil {
		t.Fatal(err)
	}
	return session.New(session.Facts{Muscle: m}, w, content.Embedded)
}

// kept is the text of each checkpoint, by its file.
func (d desk) kept(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	files, _ := filepath.Glob(filepath.Join(d.dir, "session-*.json"))
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(path)] = string(data)
	}
	return all
}

// one is the state in the only checkpoint.
func (d desk) one(t *testing.T) (state struct {
	ID      string
	Began   time.Time
	Left    time.Time
	Ended   bool
	Record  session.Record
	Session struct {
		Planned bool
		Onset   time.Time
		Rest    []struct {
			Item string
			From int
		}
	}
}) {
	t.Helper()
	all := d.kept(t)
	if len(all) != 1 {
		t.Fatalf("%d checkpoints: %v", len(all), all)
	}
	for _, text := range all {
		if err := json.Unmarshal([]byte(text), &struct{ State any }{&state}); err != nil {
			t.Fatal(err)
		}
	}
	return state
}

// whole is the only checkpoint, as the next program reads it.
func (d desk) whole(t *testing.T) journal.Checkpoint {
	t.Helper()
	dir := t.TempDir()
	for name, text := range d.kept(t) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	j, err := journal.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	own, left, problems := j.Claim()
	if len(left) != 1 || len(problems) > 0 {
		t.Fatalf("%d checkpoints, %v", len(left), problems)
	}
	_, _ = own.Close(), left[0].Slot.Close()
	return left[0].Checkpoint
}

// records are the sessions in the history.
func (d desk) records(t *testing.T) []session.Record {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, "history.jsonl"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	h, reading := journal.Read(bytes.NewReader(data))
	if err != nil || reading != nil || len(h.Damaged) > 0 || bytes.Count(data, []byte("\n")) != len(h.Records) {
		t.Fatalf("%v, %v, %v: %q", err, reading, h.Damaged, data)
	}
	return h.Records
}

// ids are the names of records.
func ids(list []session.Record) []string {
	var all []string
	for _, r := range list {
		all = append(all, r.ID)
	}
	return all
}

// wantRecords holds the history to some sessions, in order.
func (d desk) wantRecords(t *testing.T, want ...string) {
	t.Helper()
	if got := ids(d.records(t)); !slices.Equal(got, want) {
		t.Errorf("the history holds %v, want %v", got, want)
	}
}
