//go:build unix

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"uncramp/session/journal"
)

// ask runs uncramp history in a terminal in which somebody types.
func (h historian) ask(t *testing.T, typed string, args ...string) (code int, out, errs string) {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = master.Close() }()
	defer func() { _ = tty.Close() }()
	if _, err := master.WriteString(typed); err != nil {
		t.Fatal(err)
	}
	return h.runIn(t, tty, args...)
}

// ids are the records that are left, in the file's order.
func (h historian) ids(t *testing.T) string {
	t.Helper()
	j, err := journal.Open(h.dir)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := j.History()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range kept.Records {
		list = append(list, r.ID)
	}
	return fmt.Sprintf("%s, %d damaged", strings.Join(list, " "), len(kept.Damaged))
}

// TestForgetAsks: yes and y remove, everything else doesn't.
func TestForgetAsks(t *testing.T) {
	t.Parallel()
	const question = "Remove 2 of 4 records? [y/N] "
	for typed, removed := range map[string]bool{
		"y\n": true, "Y\n": true, "yes\n": true, "\tyeS\n": true,
		"\n": false, "n\n": false, "no\n": false, "yep\n": false, "yy\n": false, "\x04": false, "y\x04\x04": false, "q\ny\n": false,
	} {
		h := newHistorian(t, cramp("a", 60), cramp("b", 43), cramp("c", 42), cramp("d", 1))
		h.add(t, "damaged\n")
		code, out, errs := h.ask(t, typed, "forget", "--before", "2026-10-01")
		want, left := "Nothing was removed.\n", "a b c d, 1 damaged"
		if removed {
			want, left = "2 records were removed.\n", "c d, 1 damaged"
		}
		if code != Finished || errs != question || out != want {
			t.Errorf("%q: exit %d, stdout %q, stderr %q", typed, code, out, errs)
		}
		if got := h.ids(t); got != left {
			t.Errorf("%q: %s are left, want %s", typed, got, left)
		}
	}
}

// TestForgetBefore: a day begins at midnight of the place, and its own records stay.
func TestForgetBefore(t *testing.T) {
	t.Parallel()
	early, late := cramp("a", 1), cramp("b", 1)
	early.At = time.Date(2026, time.November, 11, 0, 0, 0, 0, time.Local)
	late.At = time.Date(2026, time.November, 11, 23, 59, 59, 0, time.Local)
	h := newHistorian(t, early, late)
	for _, x := range []struct{ args, want, left string }{
		{"forget --before 2026-11-11 --yes", "No record is from before 11 Nov 2026, so nothing was removed.\n", "a b, 0 damaged"},
		{"forget --before 1d --yes", "No record is from before 11 Nov 2026, so nothing was removed.\n", "a b, 0 damaged"},
		{"forget --before 2026-11-12 --yes", "2 records were removed.\n", ", 0 damaged"},
		{"forget --before 2026-11-12 --yes", "No record is from before 12 Nov 2026, so nothing was removed.\n", ", 0 damaged"},
	} {
		code, out, errs := h.run(t, strings.Fields(x.args)...)
		if finished(t, code, errs); out != x.want {
			t.Errorf("%s: %q, want %q", x.args, out, x.want)
		}
		if got := h.ids(t); got != x.left {
			t.Errorf("%s: %s are left, want %s", x.args, got, x.left)
		}
	}
}

// TestForgetBeforeSoLong: a length of time is counted back from today, in whole days.
func TestForgetBeforeSoLong(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 31), cramp("b", 30), cramp("c", 0))
	code, out, errs := h.ask(t, "y\n", "forget", "--before", "30d")
	if code != Finished || errs != "Remove 1 of 3 records? [y/N] " || out != "1 record was removed.\n" || h.ids(t) != "b c, 0 damaged" {
		t.Errorf("exit %d, stdout %q, stderr %q, %s", code, out, errs, h.ids(t))
	}
}

// TestForgetLast: the session that began last goes, of those that are shown, wherever it
// stands in the file; it is named first.
func TestForgetLast(t *testing.T) {
	t.Parallel()
	look := cramp("look", 0)
	look.Look = true
	routine := cramp("routine", 400)
	routine.Eased, routine.Routine = nil, "bedtime"
	hostile := cramp("hostile", 500)
	hostile.Muscle, hostile.Side = "\x1b[2J\u202e", ""
	h := newHistorian(t, cramp("b", 1), cramp("twin", 1), cramp("a", 2), look, routine, hostile)
	for _, x := range []struct{ typed, name, left string }{
		{"n\n", "he session of 11 Nov, 09:30, left calf", "b twin a look routine hostile"},
		{"y\n", "he session of 11 Nov, 09:30, left calf", "b a look routine hostile"},
		{"y\n", "he session of 11 Nov, 09:30, left calf", "a look routine hostile"},
		{"y\n", "he session of 10 Nov, 09:30, left calf", "look routine hostile"},
		{"y\n", "he session of 8 Oct 2025, 09:30, before bed routine", "look hostile"},
		{"y\n", "he session of 30 Jun 2025, 09:30, ?[2J?, leg not said", "look"},
	} {
		want := "T" + x.name + " was removed.\n"
		if x.typed == "n\n" {
			want = "Nothing was removed.\n"
		}
		code, out, errs := h.ask(t, x.typed, "forget", "--last")
		if code != Finished || errs != "Remove t"+x.name+"? [y/N] " || out != want {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", x.name, code, out, errs)
		}
		if got := h.ids(t); got != x.left+", 0 damaged" {
			t.Errorf("%s: %s are left, want %s", x.name, got, x.left)
		}
	}
	code, out, errs := h.run(t, "forget", "--last", "--yes")
	if finished(t, code, errs); out != "No session is in the history, so nothing was removed.\n" || h.ids(t) != "look, 0 damaged" {
		t.Errorf("none is left: %q, %s", out, h.ids(t))
	}
}

// TestForgetAll: after a question everything goes, what can't be read as well.
func TestForgetAll(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 60))
	h.add(t, "damaged\n")
	aside := filepath.Join(h.dir, "session-1.json.aside-1")
	if err := os.WriteFile(aside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	const question = "Remove all of the history, 1 record? Sessions that were left, and files that were set aside, go as well. [y/N] "
	code, out, errs := h.ask(t, "n\n", "forget", "--all")
	if code != Finished || errs != question || out != "Nothing was removed.\n" || h.ids(t) != "a, 1 damaged" {
		t.Errorf("no: exit %d, stdout %q, stderr %q, %s", code, out, errs, h.ids(t))
	}
	code, out, errs = h.ask(t, "y\n", "forget", "--all")
	if code != Finished || errs != question || out != "All of the history was removed.\n" || h.ids(t) != ", 0 damaged" {
		t.Errorf("yes: exit %d, stdout %q, stderr %q, %s", code, out, errs, h.ids(t))
	}
	for _, path := range []string{aside, h.file()} {
		if _, err := os.Lstat(path); !os.IsNotExist(err) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestForgetWithoutATerminal needs --yes, and says so.
func TestForgetWithoutATerminal(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 60))
	for _, args := range []string{"forget --all", "forget --before 2026-11-12", "forget --last"} {
		code, out, errs := h.run(t, strings.Fields(args)...)
		if code != Failed || out != "" || errs != "uncramp: "+errNobody.Error()+"\n" || h.ids(t) != "a, 0 damaged" {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", args, code, out, errs)
		}
	}
	code, out, errs := h.run(t, "forget", "--all", "--yes")
	if finished(t, code, errs); out != "All of the history was removed.\n" || h.ids(t) != ", 0 damaged" {
		t.Errorf("--yes: stdout %q, %s", out, h.ids(t))
	}
}

// TestForgetUnreadable: what can't be read is told, and before a day nothing goes.
func TestForgetUnreadable(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 60))
	if err := os.Remove(h.file()); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(h.file(), "mine"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"forget --all --yes", "forget --before 2026-11-12 --yes", "forget --last --yes"} {
		code, out, errs := h.run(t, strings.Fields(args)...)
		if code != Failed || out != "" || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "uncramp: "+h.dir+": history.jsonl: ") {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", args, code, out, errs)
		}
	}
	if _, errs := os.Stat(filepath.Join(h.file(), "mine")); errs != nil {
		t.Errorf("what was there: %v", errs)
	}
}

// TestHistoryInATerminal: it takes the terminal's width and its colours, and what it
// wants of them.
func TestHistoryInATerminal(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 1), cramp("b", 100))
	for _, columns := range []uint16{44, 100} {
		for _, plain := range []bool{false, true} {
			h.env["NO_COLOR"] = map[bool]string{true: "please"}[plain]
			h.env["COLUMNS"] = "60"
			out := h.drawn(t, columns)
			rule := strings.Repeat("─", 10)
			if !strings.Contains(out, rule) || !strings.Contains(out, "1 left-calf cramp in 7 days.\r\n") {
				t.Errorf("%d cells: %q", columns, out)
			}
			if coloured := strings.Contains(out, "\x1b[38"); coloured && plain {
				t.Errorf("%d cells, NO_COLOR: %q", columns, out)
			}
			if beside := strings.Contains(lineOf(out, "THE LAST 12 WEEKS"), "CRAMPS BY"); beside != (columns > 60) {
				t.Errorf("%d cells: side by side: %t", columns, beside)
			}
		}
	}
}

// lineOf is the line that a text stands in.
func lineOf(page, text string) string {
	for line := range strings.Lines(page) {
		if strings.Contains(line, text) {
			return line
		}
	}
	return ""
}

// drawn is what uncramp history writes to a terminal of a width.
func (h historian) drawn(t *testing.T, columns uint16) string {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = master.Close() }()
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
		t.Fatal(err)
	}
	all := make(chan string)
	go func() {
		var b strings.Builder
		part := make([]byte, 4096)
		for {
			n, err := master.Read(part)
			if b.Write(part[:n]); err != nil {
				all <- b.String()
				return
			}
		}
	}()
	code := historyIn(t, World{In: tty, Out: tty, Err: tty, Getenv: func(name string) string { return h.env[name] }})
	if _ = tty.Close(); code != Finished {
		t.Errorf("exit %d", code)
	}
	return <-all
}

// TestHistoryColours are those that the terminal has, and none where it's not wanted.
func TestHistoryColours(t *testing.T) {
	h := newHistorian(t, cramp("a", 1))
	for _, x := range []struct{ term, colours, wants, has, not string }{
		{"xterm-256color", "truecolor", "", "\x1b[38;2;", ""},
		{"xterm-256color", "", "", "\x1b[38;5;", "38;2;"},
		{"xterm", "", "", "\x1b[1m", "\x1b[3"},
		{"xterm-256color", "truecolor", "1", "\x1b[1m", "38;"},
		{"xterm-256color", "truecolor", "please", "\x1b[1m", "38;"},
		{"dumb", "", "", "THE LAST", "\x1b"},
	} {
		t.Setenv("TERM", x.term)
		t.Setenv("COLORTERM", x.colours)
		t.Setenv("NO_COLOR", x.wants)
		h.env["TERM"], h.env["NO_COLOR"] = x.term, x.wants
		out := h.drawn(t, 80)
		if !strings.Contains(out, x.has) || x.not != "" && strings.Contains(out, x.not) {
			t.Errorf("%+v: %q", x, out)
		}
	}
}
