package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
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

// TestHistoryShows the page of what was kept: without colours, in 80 cells or in what
// COLUMNS says, as it goes into a pipe.
func TestHistoryShows(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 1), cramp("b", 2), cramp("c", 3), cramp("d", 400))
	for columns, want := range map[string]int{"": 80, "52": 52, "0": 80, "-3": 80, "wide": 80} {
		h.env["COLUMNS"] = columns
		code, out, errs := h.run(t)
		finished(t, code, errs)
		for _, s := range []string{"3 left-calf cramps in 7 days.", "! Talk to a doctor", "ALL 4 SESSIONS", "CRAMPS BY HOUR OF DAY", "█"} {
			if !strings.Contains(out, s) {
				t.Errorf("COLUMNS=%q: no %q in\n%s", columns, s, out)
			}
		}
		if strings.Contains(out, "\x1b") {
			t.Errorf("COLUMNS=%q: an escape sequence goes into a pipe: %q", columns, out)
		}
		widest := 0
		for line := range strings.Lines(out) {
			widest = max(widest, ansi.StringWidth(strings.TrimSuffix(line, "\n")))
		}
		if widest > want || widest < want-8 {
			t.Errorf("COLUMNS=%q: the widest line has %d cells", columns, widest)
		}
	}
}

// TestHistorySinceAndLast cut what is shown.
func TestHistorySinceAndLast(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 0), cramp("b", 1), cramp("c", 30), cramp("d", 31), cramp("e", 400))
	for _, x := range []struct {
		args  []string
		title string
	}{
		{nil, "ALL 5 SESSIONS"},
		{[]string{"--last", "2"}, "THE LAST 2 SESSIONS"},
		{[]string{"--since", "30d"}, "ALL 3 SESSIONS"},
		{[]string{"--since", "2026-10-12"}, "ALL 4 SESSIONS"},
		{[]string{"--since", "1y", "--last", "1"}, "THE LAST SESSION"},
	} {
		code, out, errs := h.run(t, x.args...)
		if finished(t, code, errs); !strings.Contains(out, x.title+"\n") {
			t.Errorf("%q: no %q in\n%s", x.args, x.title, out)
		}
	}
}

// TestHistoryWrongWords: one line that names what is wrong, and exit code 2.
func TestHistoryWrongWords(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 0))
	const notDay, notDate = " is not 30d, 12w, 6m, 1y or a date like 2026-10-01", " is not a date like 2026-10-01"
	for _, x := range []struct{ args, want string }{
		{"--since soon", `--since: "soon"` + notDay},
		{"--since 0d", `--since: "0d"` + notDay},
		{"--since -3d", `--since: "-3d"` + notDay},
		{"--since 12345d", `--since: "12345d"` + notDay},
		{"--since 30D", `--since: "30D"` + notDay},
		{"--since=", `--since: ""` + notDay},
		{"--since 2026-02-30", `--since: "2026-02-30"` + notDay},
		{"--since 2026-11-13", `--since: 2026-11-13 is yet to come`},
		{"--last 0", `--last is 1 to 10000, not 0`},
		{"--last 10001", `--last is 1 to 10000, not 10001`},
		{"--last x", `--last: "x" is not a whole number`},
		{"--jsn", `there is no flag "--jsn"; did you mean --json?`},
		{"--json --csv", `history: --json or --csv, not both`},
		{"forgt", `history: there is no "forgt"; there is forget; did you mean forget?`},
		{"calf now", `history: there is no "calf now"; there is forget`},
		{"forget", `history forget: --before DATE or --all says what goes`},
		{"forget --yes", `history forget: --before DATE or --all says what goes`},
		{"forget all", `history forget: "all" is not a word that it takes; --before DATE or --all says what goes`},
		{"forget --all --before 2026-01-01", `history forget: --before DATE or --all, not both`},
		{"forget --before yesterday", `--before: "yesterday"` + notDate},
		{"forget --before 30d", `--before: "30d"` + notDate},
		{"forget --before=", `--before: ""` + notDate},
	} {
		code, out, errs := h.run(t, strings.Fields(x.args)...)
		if code != Usage || out != "" || errs != "uncramp: "+x.want+"\n" {
			t.Errorf("%q: exit %d, stdout %q,\nstderr %q,\nwant   %q", x.args, code, out, errs, x.want)
		}
	}
}

// TestSinceDay: days, weeks, months and years back, to the beginning of a day.
func TestSinceDay(t *testing.T) {
	t.Parallel()
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ now, typed, want string }{
		{"2026-11-12 09:30", "1d", "2026-11-11T00:00:00+01:00"},
		{"2026-11-12 09:30", "30d", "2026-10-13T00:00:00+02:00"},
		{"2026-11-12 00:00", "12w", "2026-08-20T00:00:00+02:00"},
		{"2026-11-12 09:30", "6m", "2026-05-12T00:00:00+02:00"},
		{"2026-08-31 09:30", "6m", "2026-02-28T00:00:00+01:00"},
		{"2026-12-31 09:30", "1m", "2026-11-30T00:00:00+01:00"},
		{"2026-01-31 09:30", "2m", "2025-11-30T00:00:00+01:00"},
		{"2028-02-29 09:30", "1y", "2027-02-28T00:00:00+01:00"},
		{"2026-03-29 12:00", "1d", "2026-03-28T00:00:00+01:00"}, // the clocks were changed since
		{"2026-11-12 09:30", "2026-11-12", "2026-11-12T00:00:00+01:00"},
		{"2026-11-12 09:30", "9999y", "0001-01-01T00:00:00Z"},
	} {
		now, err := time.ParseInLocation("2006-01-02 15:04", x.now, paris)
		if err != nil {
			t.Fatal(err)
		}
		got, err := sinceDay(x.typed, now)
		if err != nil || got.Format(time.RFC3339) != x.want {
			t.Errorf("%s on %s: %s, %v, want %s", x.typed, x.now, got.Format(time.RFC3339), err, x.want)
		}
	}
}

// TestHistoryJSON: what another program reads back is what was kept.
func TestHistoryJSON(t *testing.T) {
	t.Parallel()
	preview := cramp("p", 2)
	preview.Preview, preview.Muscle = true, "\x1b[31m\u202e\u009b"
	h := newHistorian(t, cramp("a", 40), preview)
	h.add(t, "{broken\n")
	code, out, errs := h.run(t, "--json", "--since", "30d")
	var got []struct {
		V int
		session.Record
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != Finished {
		t.Fatalf("exit %d, %v in %s", code, err, out)
	}
	if len(got) != 1 || got[0].V != 1 || got[0].ID != "p" || !got[0].Preview || got[0].Muscle != preview.Muscle {
		t.Errorf("read back %+v", got)
	}
	if want := "uncramp: 1 line of history.jsonl was skipped: line 3 (not JSON).\n"; errs != want {
		t.Errorf("stderr %q, want %q", errs, want)
	}
	if strings.ContainsFunc(out, func(r rune) bool { return r > 0x7e || r < ' ' && r != '\n' }) {
		t.Errorf("not inert: %q", out)
	}
}

// TestHistoryCSV: a head, and a row for each record.
func TestHistoryCSV(t *testing.T) {
	t.Parallel()
	bad := cramp("=cmd()", 2)
	bad.Muscle = "a\nb"
	code, out, errs := newHistorian(t, cramp("a", 40), bad).run(t, "--csv")
	finished(t, code, errs)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != 3 || strings.Count(out, "\n") != 3 {
		t.Fatalf("%v, %d rows in %q", err, len(rows), out)
	}
	if rows[0][0] != "id" || rows[1][0] != "a" || rows[2][0] != "'=cmd()" || rows[2][2] != "a b" {
		t.Errorf("rows %q", rows)
	}
}

// TestHistoryDamaged: what was skipped is named by its line, and the rest is shown.
func TestHistoryDamaged(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 1))
	h.add(t, "{\n\x1b[31m\n{\"v\":9}\n")
	before, err := os.ReadFile(h.file())
	if err != nil {
		t.Fatal(err)
	}
	code, out, errs := h.run(t)
	finished(t, code, errs)
	want := "3 lines of history.jsonl were skipped: line 2 (not JSON), line 3 (not JSON),\nline 4 (from a newer uncramp (version 9)).\n"
	if !strings.HasSuffix(out, "\n\n"+want) || !strings.Contains(out, "1 left-calf cramp in 7 days.") {
		t.Errorf("the page is\n%s", out)
	}
	if after, err := os.ReadFile(h.file()); err != nil || string(after) != string(before) {
		t.Errorf("the file became %q, %v", after, err)
	}
}

// TestHistoryEmpty: a friendly line, and no folder is made for looking.
func TestHistoryEmpty(t *testing.T) {
	t.Parallel()
	h := newHistorian(t)
	for args, want := range map[string]string{
		"":                   "Nothing is in the history yet.\n",
		"--json":             "[]\n",
		"--csv":              "id,at,muscle,",
		"forget --all --yes": "There is no history, so nothing was removed.\n",
	} {
		code, out, errs := h.run(t, strings.Fields(args)...)
		if finished(t, code, errs); !strings.HasPrefix(out, want) {
			t.Errorf("%q: %q, want %q", args, out, want)
		}
	}
	if _, err := os.Stat(h.dir); !os.IsNotExist(err) {
		t.Errorf("the state folder: %v", err)
	}
	h.env = map[string]string{}
	for args, want := range map[string]string{"": noState, "--json": "[]\n", "forget --all --yes": noState} {
		code, out, errs := h.run(t, strings.Fields(args)...)
		if finished(t, code, errs); out != want {
			t.Errorf("no home, %q: %q, want %q", args, out, want)
		}
	}
}

// TestHistoryUnreadable: one line that names the folder and the file.
func TestHistoryUnreadable(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 1))
	if err := os.Remove(h.file()); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(h.file(), 0o700); err != nil {
		t.Fatal(err)
	}
	code, out, errs := h.run(t)
	if code != Failed || out != "" || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "uncramp: "+h.dir+": history.jsonl: ") {
		t.Errorf("a folder: exit %d, stdout %q, stderr %q", code, out, errs)
	}
	h.env["XDG_STATE_HOME"] = h.file() + "\n\x1b[31m"
	if err := os.WriteFile(h.env["XDG_STATE_HOME"], nil, 0o600); err != nil {
		h.env["XDG_STATE_HOME"] = filepath.Join(h.dir, "\n\x1b[31m")
		if err := os.WriteFile(h.env["XDG_STATE_HOME"], nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, out, errs = h.run(t)
	if code != Failed || out != "" || strings.Count(errs, "\n") != 1 || strings.Contains(errs, "\x1b") {
		t.Errorf("a file for a folder: exit %d, stdout %q, stderr %q", code, out, errs)
	}
}

// TestStateDir: XDG_STATE_HOME where it's a whole path, else under the home, else none.
func TestStateDir(t *testing.T) {
	t.Parallel()
	abs := t.TempDir()
	env := func(pairs ...string) func(string) string {
		m := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = pairs[i+1]
		}
		return func(name string) string { return m[name] }
	}
	if got, want := stateDir(env("XDG_STATE_HOME", abs)), filepath.Join(abs, "uncramp"); got != want {
		t.Errorf("absolute: %q, want %q", got, want)
	}
	usual := stateDir(env("HOME", abs))
	if usual == "" || filepath.Base(usual) != "uncramp" || !filepath.IsAbs(usual) {
		t.Errorf("the usual place: %q", usual)
	}
	if got := stateDir(env("XDG_STATE_HOME", "state", "HOME", abs)); got != usual {
		t.Errorf("relative: %q, want %q", got, usual)
	}
}

// TestOnlyASCII: what the terminal and the language show, and what the person wants.
func TestOnlyASCII(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		env  string
		want bool
	}{
		{"", false},
		{"LANG=C", true},
		{"LANG=POSIX", true},
		{"LANG=C.UTF-8", false},
		{"LANG=de_DE.utf8", false},
		{"LANG=de_DE.ISO-8859-1", true},
		{"LANG=C.UTF-8 LC_ALL=C", true},
		{"LANG=C LC_CTYPE=en_GB.UTF-8", false},
		{"LANG=C.UTF-8 TERM=linux", true},
		{"LANG=C.UTF-8 TERM=linux UNCRAMP_FIGURES=braille", false},
		{"LANG=C UNCRAMP_FIGURES=braille", false},
		{"LANG=C.UTF-8 UNCRAMP_FIGURES=ascii", true},
	} {
		env := map[string]string{}
		for pair := range strings.FieldsSeq(x.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := onlyASCII(World{Getenv: func(name string) string { return env[name] }}); got != x.want {
			t.Errorf("%s: %t", x.env, got)
		}
	}
}

// TestHistoryLarge: a history of 10,000 records is shown as a whole, and in no time.
func TestHistoryLarge(t *testing.T) {
	h := newHistorian(t)
	h.write(t, 10_000)
	start := time.Now()
	code, out, errs := h.run(t)
	took := time.Since(start)
	finished(t, code, errs)
	if !strings.Contains(out, "10000 cramps in 10000 sessions") {
		t.Errorf("the page is\n%s", out)
	}
	// Five times what it may take, for a machine that does other things beside.
	if t.Logf("10,000 records: %v", took); took > time.Second {
		t.Errorf("10,000 records took %v", took)
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
