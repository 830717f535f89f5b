package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
)

// historyDay is when the tests look at a history.
var historyDay = time.Date(2026, time.November, 12, 9, 30, 0, 0, time.Local)

// historian is somebody with a history.
type historian struct {
	dir string // the state folder
	env map[string]string
}

// newHistorian has a state folder with these records, or none where there are none.
func newHistorian(t *testing.T, records ...session.Record) historian {
	t.Helper()
	state := t.TempDir()
	h := historian{filepath.Join(state, "uncramp"), map[string]string{"XDG_STATE_HOME": state}}
	if len(records) == 0 {
		return h
	}
	j, err := journal.Open(h.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if err := j.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// file is the path of the history.
func (h historian) file() string { return filepath.Join(h.dir, historyName) }

// add writes text to the end of the file.
func (h historian) add(t *testing.T, text string) {
	t.Helper()
	f, err := os.OpenFile(h.file(), os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteString(text)
	if closing := f.Close(); err != nil || closing != nil {
		t.Fatal(err, closing)
	}
}

// runIn runs uncramp history with an input.
func (h historian) runIn(t *testing.T, in *os.File, args ...string) (code int, out, errs string) {
	t.Helper()
	dir := t.TempDir()
	w := World{In: in, Getenv: func(name string) string { return h.env[name] }}
	for name, f := range map[string]**os.File{"out": &w.Out, "err": &w.Err} {
		var err error
		if *f, err = os.Create(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	code = historyIn(t, w, args...)
	told := map[string]string{}
	for _, f := range []*os.File{w.Out, w.Err} {
		_ = f.Close()
		b, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		told[filepath.Base(f.Name())] = string(b)
	}
	return code, told["out"], told["err"]
}

// historyIn runs uncramp history in a world, on historyDay.
func historyIn(t *testing.T, w World, args ...string) (code int) {
	t.Helper()
	a := &app{world: w}
	cmd := (&historyRun{app: a, now: func() time.Time { return historyDay }}).command()
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		a.tell(usage{flagError(c, err)})
		return nil
	})
	cmd.SetArgs(append([]string{}, args...))
	cmd.SetOut(w.Out)
	cmd.SetErr(w.Err)
	if err := cmd.Execute(); err != nil {
		t.Errorf("%q: %v", args, err)
	}
	return a.code
}

// run runs uncramp history where nobody can be asked.
func (h historian) run(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	in, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	return h.runIn(t, in, args...)
}

// cramp is a record of a cramp in the left calf, so many days before historyDay.
func cramp(id string, days int) session.Record {
	return session.Record{
		ID: id, At: historyDay.AddDate(0, 0, -days), Muscle: content.Calf, Side: session.Left, Position: content.Lying,
		Context: content.Sleep, Outcome: session.Finished, Took: 700, Eased: []int{200},
		Done: []session.Worked{{Item: "toes-to-shin", Side: session.Left, Reps: 2}},
	}
}

// finished checks that a command said nothing but its output.
func finished(t *testing.T, code int, errs string) {
	t.Helper()
	if code != Finished || errs != "" {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}

// write makes a history of so many records, one every three hours.
func (h historian) write(tb testing.TB, n int) {
	tb.Helper()
	if err := os.MkdirAll(h.dir, 0o700); err != nil {
		tb.Fatal(err)
	}
	var b strings.Builder
	for i := range n {
		r := cramp(fmt.Sprintf("%016x", i), 0)
		r.At = historyDay.Add(-time.Duration(n-i) * 3 * time.Hour)
		text, err := json.Marshal(struct {
			V int `json:"v"`
			session.Record
		}{journal.Version, r})
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(append(text, '\n'))
	}
	if err := os.WriteFile(h.file(), []byte(b.String()), 0o600); err != nil {
		tb.Fatal(err)
	}
}
