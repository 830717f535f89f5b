package history

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/session"
)

// TestByMonth: a bar for each month that was watched, those without a cramp as well, and
// no more than twelve.
func TestByMonth(t *testing.T) {
	t.Parallel()
	routine := session.Record{At: at(2026, time.August, 20, 1, 0), Routine: "legs"}
	records := []session.Record{
		routine, inCalf(at(2026, time.September, 30, 23, 59), 60, 60, 60), inCalf(at(2026, time.October, 1, 0, 0), 60),
		inCalf(at(2026, time.October, 31, 1, 0), 60), inCalf(at(2026, time.November, 12, 1, 0), 60),
	}
	want := `CRAMPS BY MONTH
Aug 2026  0
Sep 2026 ██████████▌ 1
Oct 2026 █████████████████████ 2
Nov 2026 ██████████▌ 1
from 20 Aug 2026 to 12 Nov 2026`
	if got := strings.Join(looked(today(), 32, records...).byMonth(32), "\n"); got != want {
		t.Errorf("the months are\n%s\nwant\n%s", got, want)
	}
	p := looked(today(), 30, append(records, inCalf(at(2024, time.May, 1, 0, 0), 60), inCalf(at(2025, time.December, 1, 0, 0), 60))...)
	lines := p.byMonth(29)
	if len(lines) != 1+12+2 || !strings.HasPrefix(lines[1], "Dec 2025 █") || !strings.HasSuffix(lines[1], " 1") || !strings.HasPrefix(lines[12], "Nov 2026 ") {
		t.Errorf("two years:\n%s", strings.Join(lines, "\n"))
	}
	if !slices.Equal(lines[13:], []string{"from 1 Dec 2025", "to 12 Nov 2026"}) {
		t.Errorf("from when to when: %q", lines[13:])
	}
	p.o.Since = at(2026, time.October, 5, 0, 0)
	if lines = p.byMonth(40); len(lines) != 1+2+1 || lines[3] != "from 5 Oct 2026 to 12 Nov 2026" {
		t.Errorf("since October:\n%s", strings.Join(lines, "\n"))
	}
}

// TestByMonthOfOneDay has one bar and one date.
func TestByMonthOfOneDay(t *testing.T) {
	t.Parallel()
	lines := looked(today(), 40, inCalf(today(), 60)).byMonth(40)
	if len(lines) != 3 || !strings.HasSuffix(lines[1], "█ 1") || lines[2] != "on 12 Nov 2026" {
		t.Errorf("the months are\n%s", strings.Join(lines, "\n"))
	}
}

// TestChange: the last 30 days, today included, and as many before; days that nobody
// watched are not told as days without a cramp.
func TestChange(t *testing.T) {
	t.Parallel()
	routine := func(back int) session.Record { return session.Record{At: daysBack(back), Routine: "legs"} }
	for _, x := range []struct {
		want    string
		records []session.Record
	}{
		{"Last 30 days: 2, the 30 days before: 3.", []session.Record{
			inCalf(daysBack(0), 60, 60), inCalf(daysBack(29), 60), inCalf(daysBack(30), 60, 1), inCalf(daysBack(31), 60), inCalf(daysBack(59), 60), inCalf(daysBack(60), 60),
		}},
		{"Last 30 days: 0, the 30 days before: 1.", []session.Record{inCalf(daysBack(59), 60)}},
		{"Last 30 days: 1, the 29 days before, back to where the history begins: 0.", []session.Record{inCalf(daysBack(1), 60), routine(58)}},
		{"Last 30 days: 1, the 28 days before, back to where the history begins: 0.", []session.Record{inCalf(daysBack(1), 60), routine(57)}},
		{"Last 30 days: 1, the day before, back to where the history begins: 1.", []session.Record{inCalf(daysBack(1), 60), inCalf(daysBack(30), 60)}},
		{"Last 30 days: 1; the history begins on 14 Oct 2026.", []session.Record{inCalf(daysBack(29), 60)}},
		{"Last 30 days: 1; the history begins on 12 Nov 2026.", []session.Record{inCalf(daysBack(-1), 60)}},
	} {
		if got := looked(today(), 80, x.records...).change(); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
		p := looked(today(), 80, x.records...)
		p.t = newTally(x.records, Options{Now: today(), Since: daysBack(2)}, 600)
		if got := p.change(); got != x.want {
			t.Errorf("since two days: %q, want %q", got, x.want)
		}
	}
}
