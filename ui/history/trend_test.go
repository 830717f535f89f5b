package history

import (
	"strings"
	"testing"
	"time"

	"uncramp/session"
)

// TestTrend: the oldest first, in minutes, until it first eased; long ones go on above.
func TestTrend(t *testing.T) {
	t.Parallel()
	p := looked(today(), 40, inCalf(daysBack(1), 60, 900), inCalf(daysBack(3), 240), inCalf(daysBack(9), 120))
	want := `MINUTES UNTIL IT EASED
  4│    ███
   │    ███
   │    ███
  2│███ ███
   │███ ███ ▄▄▄
   │███ ███ ███
  0└────────────
    from 3 Nov 2026 to 11 Nov 2026
    each column is one cramp`
	if got := strings.Join(p.trend(40), "\n"); got != want {
		t.Errorf("the trend is\n%s\nwant\n%s", got, want)
	}
	p = looked(today(), 40, inCalf(daysBack(1), 7200), inCalf(daysBack(2), 60))
	lines := p.trend(40)
	if lines[1] != " 20│    ▲▲▲" || !strings.HasSuffix(flat(strings.Join(lines, "\n")), "each column is one cramp; ▲ is more than 20") {
		t.Errorf("two hours:\n%s", strings.Join(lines, "\n"))
	}
}

// TestTrendOfMany: an odd number of cramps shares a column, so that one is in the middle.
func TestTrendOfMany(t *testing.T) {
	t.Parallel()
	var many []session.Record
	for i := range 100 {
		many = append(many, inCalf(daysBack(i), []int{60, 120, 600}[i%3]))
	}
	for n, want := range map[int]string{
		36:  "8 Oct 2026 12 Nov 2026 each column is one cramp",
		37:  "7 Oct 2026 12 Nov 2026 each column is 3 cramps in a row, as high as the middle one",
		100: "5 Aug 2026 12 Nov 2026 each column is 3 cramps in a row, as high as the middle one",
	} {
		lines := looked(today(), 40, many[:n]...).trend(40)
		if words := flat(strings.Join(lines, "\n")); !strings.HasSuffix(words, want) {
			t.Errorf("%d: no %q in\n%s", n, want, strings.Join(lines, "\n"))
		}
	}
}

// TestTrendOfOneDay is told in words: two equal dates under a picture say nothing.
func TestTrendOfOneDay(t *testing.T) {
	t.Parallel()
	var day []session.Record
	for i := range 8 {
		day = append(day, inCalf(daysBack(1).Add(time.Duration(-i)*time.Hour), 60+i))
	}
	for n, want := range map[int]string{
		1: "1:00 on 11 Nov 2026; a picture takes two days or more.",
		3: "1:02, 1:01, 1:00, all on 11 Nov 2026; a picture takes two days or more.",
		8: "1:07, 1:06, 1:05, 1:04, 1:03, 1:02, …, all on 11 Nov 2026; a picture takes two days or more.",
	} {
		got := flat(strings.Join(looked(today(), 40, day[:n]...).trend(40), "\n"))
		if want = "MINUTES UNTIL IT EASED " + want; got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := flat(strings.Join(looked(today(), 40, grips(today())).trend(40), "\n")); got != "MINUTES UNTIL IT EASED none has eased" {
		t.Errorf("none: %q", got)
	}
}
