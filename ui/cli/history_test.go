package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/session"
)

// TestHistoryShows the page of what was kept: without colours, in 80 cells or in what
// COLUMNS says, as it goes into a pipe.
func TestHistoryShows(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 1), cramp("b", 2), cramp("c", 3), cramp("d", 400))
	for columns, want := range map[string]int{"": 80, "52": 52, "0": 80, "-3": 80, "wide": 80} {
		h.env["COLUMNS"] = columns
		code, out, errs := h.run(t)
		finished(t, code, errs)
		for _, s := range []string{"3 left-calf cramps in 7 days.", "! Talk to a doctor", "ALL 4 SESSIONS", "CRAMPS BY MONTH", "CRAMPS BY HOUR OF DAY", "█"} {
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
		{[]string{"--since", "2y"}, "since 8 Oct 2025, when the history begins."},
		{[]string{"--since", "1y"}, "since 12 Nov 2025."},
	} {
		code, out, errs := h.run(t, x.args...)
		if finished(t, code, errs); !strings.Contains(out, x.title+"\n") {
			t.Errorf("%q: no %q in\n%s", x.args, x.title, out)
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

// TestHistoryCSV: a head, and a row for each record that counts.
func TestHistoryCSV(t *testing.T) {
	t.Parallel()
	bad := cramp("=cmd()", 2)
	bad.Muscle = "a\nb"
	preview, replaced := cramp("p", 3), cramp("r", 3)
	preview.Preview, replaced.Replaced = true, true
	code, out, errs := newHistorian(t, cramp("a", 40), preview, replaced, bad).run(t, "--csv")
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
	if after, err := os.ReadFile(h.file()); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file became %q, %v", after, err)
	}
}

// TestHistoryLarge: a history of 10,000 records is shown as a whole, and in no time:
// UNCRAMP_STRICT=1 go test -run HistoryLarge holds it to that.
func TestHistoryLarge(t *testing.T) {
	h := newHistorian(t)
	h.write(t, 10_000)
	start := time.Now()
	code, out, errs := h.run(t)
	took := time.Since(start)
	finished(t, code, errs)
	if !strings.Contains(out, "10000 cramps on 1251 days") {
		t.Errorf("the page is\n%s", out)
	}
	most := 10 * time.Second // on a machine that does other things beside
	if os.Getenv("UNCRAMP_STRICT") != "" {
		most = 200 * time.Millisecond
	}
	if t.Logf("10,000 records: %v", took); took > most {
		t.Errorf("10,000 records took %v", took)
	}
}
