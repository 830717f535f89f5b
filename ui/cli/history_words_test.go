package cli

import (
	"strings"
	"testing"
	"time"
)

// TestHistoryWrongWords: one line that names what is wrong, and exit code 2.
func TestHistoryWrongWords(t *testing.T) {
	t.Parallel()
	h := newHistorian(t, cramp("a", 0))
	const notDay = " is not 30d, 12w, 6m, 1y or a date like 2026-10-01"
	const which = "--last, --before DATE or --all"
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
		{"forget", `history forget: ` + which + ` says what goes`},
		{"forget --yes", `history forget: ` + which + ` says what goes`},
		{"forget all", `history forget: "all" is not a word that it takes; ` + which + ` says what goes`},
		{"forget --all --before 2026-01-01", `history forget: only one of ` + which},
		{"forget --all --last", `history forget: only one of ` + which},
		{"forget --last --before 30d", `history forget: only one of ` + which},
		{"forget --last 3", `history forget: "3" is not a word that it takes; ` + which + ` says what goes`},
		{"forget --before yesterday", `--before: "yesterday"` + notDay},
		{"forget --before 0d", `--before: "0d"` + notDay},
		{"forget --before=", `--before: ""` + notDay},
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
