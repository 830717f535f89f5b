package history

import (
	"fmt"
	"time"
)

const (
	monthsShown = 12 // at most: a year goes once round the seasons
	window      = 30 // days that are compared with as many before
)

// from is the first day that is told of: what is asked for, but no day before the
// history begins, for nobody kept count then.
func (p page) from() int {
	day := dayOf(p.t.begins)
	if !p.o.Since.IsZero() {
		day = max(day, dayOf(p.o.Since))
	}
	return min(day, dayOf(p.o.Now)) // a clock may have been set back since
}

// fromWords are the same in words.
func (p page) fromWords() string {
	day := date(dateOf(p.from()))
	if p.o.Since.IsZero() || dayOf(p.t.begins) > dayOf(p.o.Since) {
		return "since " + day + ", when the history begins"
	}
	return "since " + day
}

// monthOf numbers the months of the calendar.
func monthOf(t time.Time) int { return 12*t.Year() + int(t.Month()) - 1 }

// byMonth is the cramps of each of the last months, the oldest first. A month that was
// not watched as a whole is told below.
func (p page) byMonth(width int) []string {
	today := dateOf(dayOf(p.o.Now))
	last := monthOf(today)
	from := dateOf(p.from())
	first := max(monthOf(from), last-monthsShown+1)
	if monthOf(from) < first {
		from = time.Date(first/12, time.Month(first%12+1), 1, 0, 0, 0, 0, time.UTC)
	}
	list := make([]bar, last-first+1)
	for i := range list {
		month := first + i
		list[i].name = time.Date(month/12, time.Month(month%12+1), 1, 0, 0, 0, 0, time.UTC).Format("Jan 2006")
	}
	for day, n := range p.t.days {
		if month := monthOf(dateOf(day)); month >= first && month <= last {
			list[month-first].n += n
		}
	}
	lines := append([]string{p.heading("Cramps by month")}, p.bars(list, len("Jan 2006"), width)...)
	return append(lines, fromTo(from, today, width)...)
}

// fromTo says from when to when a picture goes: in a line, or two where that is too wide.
func fromTo(from, to time.Time, width int) []string {
	if from.Equal(to) {
		return []string{"on " + date(to)}
	}
	first, last := "from "+date(from), "to "+date(to)
	if len(first)+1+len(last) <= width {
		return []string{first + " " + last}
	}
	return []string{first, last}
}

// change says how often it cramped in the last days, and how often in as many before,
// whatever is asked for. What was before the history begins is not told as none.
func (p page) change() string {
	today := dayOf(p.o.Now)
	begins := min(dayOf(p.t.begins), today)
	middle := today - window + 1
	words := fmt.Sprintf("Last %d days: %d", window, p.t.between(middle, today+1))
	switch {
	case begins >= middle:
		return fmt.Sprintf("%s; the history begins on %s.", words, date(dateOf(begins)))
	case begins > middle-window:
		days := "day"
		if n := middle - begins; n > 1 {
			days = fmt.Sprintf("%d days", n)
		}
		return fmt.Sprintf("%s, the %s before, back to where the history begins: %d.", words, days, p.t.between(begins, middle))
	}
	return fmt.Sprintf("%s, the %d days before: %d.", words, window, p.t.between(middle-window, middle))
}
