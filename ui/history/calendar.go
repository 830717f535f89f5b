package history

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	weeksShown = 12
	dayLabel   = 4 // cells for a day's name, with a blank behind it
	// calendarWidth is how wide the calendar is at most.
	calendarWidth = dayLabel + weeksShown*3
)

// calendar is the cramps of the last 12 weeks: the weeks as columns, Monday at the top,
// this week last. Where the width is short, or there is less to show, there are fewer.
func (p page) calendar(width int) []string {
	today := dayOf(p.o.Now)
	weeks := min(weeksShown, (width-dayLabel)/2)
	weeks = min(weeks, (mondayOf(today)-mondayOf(p.from()))/7+1)
	weeks = max(1, weeks)
	cell := min(3, max(2, (width-dayLabel)/weeks))
	first := mondayOf(today) - 7*(weeks-1)
	title := "This week"
	if weeks > 1 {
		title = fmt.Sprintf("The last %d weeks", weeks)
	}
	lines := []string{p.heading(title), p.months(first, weeks, cell)}
	sums := make([]int, weeks)
	for weekday := range 7 {
		var b strings.Builder
		b.WriteString(dateOf(first + weekday).Format("Mon"))
		b.WriteString(" ")
		for w := range weeks {
			day := first + 7*w + weekday
			mark := p.mark(day, today)
			if mark != "" && mark != p.glyph.none {
				sums[w] += p.t.days[day]
				b.WriteString(strings.Repeat(" ", cell-1) + p.o.Styles.Number.Render(mark))
				continue
			}
			b.WriteString(right(mark, cell))
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	if cell > 2 {
		lines = append(lines, sumLine(sums, cell))
	}
	return append(lines, p.legend(width, today)...)
}

// mark is what stands for a day: how many cramps it had, + for more than nine. Days
// that are not shown, were before the history begins, or are yet to come, are blank.
func (p page) mark(day, today int) string {
	n := p.t.days[day]
	switch {
	case day > today, day < p.from():
		return ""
	case n == 0:
		return p.glyph.none
	case n > 9:
		return "+"
	}
	return strconv.Itoa(n)
}

// months names the months over the weeks that they begin in, and the first one.
func (p page) months(first, weeks, cell int) string {
	line := blank(dayLabel + weeks*cell + 2) // a name may reach beyond its week
	if w := p.o.Width; len(line) > w {
		line = line[:w]
	}
	for w := weeks - 1; w >= 0; w-- {
		from, to := dateOf(first+7*w), dateOf(first+7*w+6)
		if from.Month() == to.Month() && from.Day() > 1 && w > 0 {
			continue
		}
		put(line, dayLabel+w*cell+cell-1, to.Format("Jan"))
	}
	return strings.TrimRight(string(line), " ")
}

// sumLine is the cramps of each week.
func sumLine(sums []int, cell int) string {
	var b strings.Builder
	b.WriteString("all ")
	for _, n := range sums {
		words := strconv.Itoa(n)
		if len(words) >= cell {
			words = "+"
		}
		b.WriteString(right(words, cell))
	}
	return b.String()
}

// legend says what the marks mean, and where today is.
func (p page) legend(width, today int) []string {
	words := p.glyph.none + " none, 1 to 9 cramps, + more"
	now := "to " + dateOf(today).Format("Mon 2 Jan 2006")
	if len(words)+len(now)+2 <= width {
		return []string{words + ", " + now}
	}
	return []string{words, now}
}
