package history

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// looked is a page of records in a width, at an instant.
func looked(now time.Time, width int, records ...session.Record) page {
	o := Options{Width: width, Now: now, Last: 10}
	return page{o: o, names: names{content.Embedded(), false}, glyph: blocks, t: newTally(records, o, 600)}
}

// grips is a cramp at an instant.
func grips(when time.Time) session.Record {
	return session.Record{At: when, Muscle: content.Calf, Side: session.Left, Gripping: true}
}

// TestCalendarYearWrap: weeks go on over the end of the year, Monday first.
func TestCalendarYearWrap(t *testing.T) {
	t.Parallel()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 12, 0, 0, 0, time.UTC) }
	p := looked(day(2027, time.January, 7), 40,
		grips(day(2026, time.December, 31)), grips(day(2027, time.January, 1)), grips(day(2027, time.January, 1)), grips(day(2027, time.January, 4)),
		grips(day(2026, time.October, 19)), grips(day(2026, time.October, 18)))
	want := `THE LAST 12 WEEKS
         Nov            Dec         Jan
Mon   1  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  1
Tue   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
Wed   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
Thu   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  1  ·
Fri   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  2
Sat   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
Sun   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
all   1  0  0  0  0  0  0  0  0  0  3  1
· none, 1 to 9 cramps, + more
to Thu 7 Jan 2027`
	if got := strings.Join(p.calendar(40), "\n"); got != want {
		t.Errorf("the calendar is\n%s\nwant\n%s", got, want)
	}
}

// TestCalendarMarks: more than nine, days before Since, fewer weeks in less width.
func TestCalendarMarks(t *testing.T) {
	t.Parallel()
	now := today()
	p := looked(now, 40, append(slices.Repeat([]session.Record{grips(now)}, 10), grips(daysBack(100)))...)
	if line := p.calendar(40)[5]; !strings.HasPrefix(line, "Thu") || !strings.HasSuffix(line, "·  +") {
		t.Errorf("ten cramps: %q", line)
	}
	if sums := p.calendar(40)[9]; !strings.HasSuffix(sums, " 10") {
		t.Errorf("the sums: %q", sums)
	}
	p.o.Since = time.Date(2026, time.November, 11, 0, 0, 0, 0, berlin)
	if title := p.calendar(40)[0]; title != "THIS WEEK" {
		t.Errorf("since yesterday: %s", title)
	}
	marks := strings.Join(p.calendar(40)[2:9], "")
	if n := strings.Count(marks, "·"); n != 1 {
		t.Errorf("since yesterday: %d days without a cramp:\n%s", n, marks)
	}
	p.o.Since = daysBack(21)
	if title := p.calendar(40)[0]; title != "THE LAST 4 WEEKS" {
		t.Errorf("since three weeks: %s", title)
	}
	p.o.Since = daysBack(400)
	for width, weeks := range map[int]string{28: "THE LAST 12 WEEKS", 27: "THE LAST 11 WEEKS", 14: "THE LAST 5 WEEKS", 3: "THIS WEEK"} {
		if title := p.calendar(width)[0]; title != weeks {
			t.Errorf("width %d: %s", width, title)
		}
	}
}

// TestDays: a day is what the calendar of the place says, also where the clocks change:
// no day is lost, none comes twice.
func TestDays(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo"} {
		place, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		before := dayOf(time.Date(2016, time.December, 31, 23, 59, 0, 0, place))
		for d := range 1500 {
			noon := time.Date(2017, time.January, 1+d, 12, 0, 0, 0, place)
			got := dayOf(noon)
			if got != before+1 || dateOf(got).Format("2 Jan 2006") != noon.Format("2 Jan 2006") {
				t.Fatalf("%s: day %d after %d on %v", name, got, before, noon)
			}
			if m := mondayOf(got); dateOf(m).Weekday() != time.Monday || m > got || m < got-6 {
				t.Fatalf("%s: the Monday of %v is %v", name, noon, dateOf(m))
			}
			before = got
		}
	}
	old := dayOf(time.Date(1, time.January, 2, 3, 0, 0, 0, time.UTC))
	if got := dateOf(mondayOf(old)).Format(time.DateOnly); got != "0001-01-01" {
		t.Errorf("long ago: %s", got)
	}
}

// TestClockChange: the calendar and the hours of a night in which the clocks change.
func TestClockChange(t *testing.T) {
	t.Parallel()
	place, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	first := time.Date(2026, time.October, 25, 0, 30, 0, 0, time.UTC).In(place) // 2:30 in summer time
	again := first.Add(time.Hour)                                               // 2:30 once more, in winter time
	if first.Hour() != again.Hour() {
		t.Fatalf("%v and %v", first, again)
	}
	p := looked(time.Date(2026, time.October, 26, 0, 10, 0, 0, place), 40, grips(first), grips(again), grips(again.Add(22*time.Hour)), grips(again.AddDate(0, -1, 0).Add(9*time.Hour)))
	if p.t.hours[2] != 2 || p.t.hours[0] != 1 {
		t.Errorf("hours %v", p.t.hours)
	}
	lines := p.calendar(40)
	if !strings.HasSuffix(lines[8], "·  2") || !strings.HasSuffix(lines[2], "·  1") {
		t.Errorf("the calendar is\n%s", strings.Join(lines, "\n"))
	}
}

// TestPlaceOfTheHour: the hour and the day are those of the place where it was.
func TestPlaceOfTheHour(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, time.November, 10, 20, 0, 0, 0, time.UTC)
	tokyo, halifax := at.In(time.FixedZone("", 9*3600)), at.In(time.FixedZone("", -4*3600))
	p := looked(today(), 80, grips(tokyo), grips(halifax))
	if p.t.hours[5] != 1 || p.t.hours[16] != 1 {
		t.Errorf("hours %v", p.t.hours)
	}
	if p.t.days[dayOf(tokyo)] != 1 || p.t.days[dayOf(halifax)] != 1 || dayOf(tokyo) != dayOf(halifax)+1 {
		t.Errorf("days %v", p.t.days)
	}
	if rows := strings.Join(p.table(), "\n"); !strings.Contains(rows, "11 Nov  05:00") || !strings.Contains(rows, "10 Nov  16:00") {
		t.Errorf("the table is\n%s", rows)
	}
}

// TestByHour: the columns stand over their hours, and the night is where it is.
func TestByHour(t *testing.T) {
	t.Parallel()
	var records []session.Record
	for hour, n := range map[int]int{12: 1, 22: 4, 6: 2} {
		for range n {
			records = append(records, grips(time.Date(2026, time.November, 10, hour, 59, 0, 0, berlin)))
		}
	}
	want := `CRAMPS BY HOUR OF DAY
  4│          █
   │          █
   │          █
  2│          █       █
   │▄         █       █
   │█         █       █
  0└────────────────────────
    12    18    0     6
              └ night ┘`
	if got := strings.Join(looked(today(), 40, records...).byHour(40), "\n"); got != want {
		t.Errorf("the hours are\n%s\nwant\n%s", got, want)
	}
}

// TestBusiest are the best hours in a row, over midnight as well, without hours that had
// none at their ends; equal ones are all told.
func TestBusiest(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		hours map[int]int
		want  []hoursOf
		n     int
	}{
		{map[int]int{23: 2, 0: 1, 2: 1, 12: 3}, []hoursOf{{23, 3}}, 4},
		{map[int]int{3: 1}, []hoursOf{{3, 4}}, 1},
		{map[int]int{23: 1}, []hoursOf{{23, 0}}, 1},
		{map[int]int{1: 1, 4: 1, 20: 2}, []hoursOf{{1, 5}, {20, 21}}, 2},
		{map[int]int{2: 3, 14: 3, 8: 2}, []hoursOf{{2, 3}, {14, 15}}, 3},
		{map[int]int{22: 1, 0: 1, 1: 1, 3: 1, 4: 1}, []hoursOf{{0, 4}}, 3},
		{nil, nil, 0},
	} {
		var hours [24]int
		for h, n := range x.hours {
			hours[h] = n
		}
		if got, n := busiest(hours); !slices.Equal(got, x.want) || n != x.n {
			t.Errorf("%v: %d in %v, want %d in %v", x.hours, n, got, x.n, x.want)
		}
	}
}
