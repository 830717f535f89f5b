package cli

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// daysFormat is how a day is typed.
const daysFormat = "2006-01-02"

// ago is a length of time as it is typed: 30d, 12w, 6m, 1y.
var ago = regexp.MustCompile(`^([1-9][0-9]{0,3})([dwmy])$`)

// sinceDay is the beginning of the day from which on records are shown.
func sinceDay(typed string, now time.Time) (time.Time, error) {
	day, err := dayTyped("since", typed, now)
	if err == nil && day.After(now) {
		return time.Time{}, usage{fmt.Errorf("--since: %s is yet to come", typed)}
	}
	return day, err
}

// beforeDay is the beginning of the day before which records go.
func beforeDay(typed string, now time.Time) (time.Time, error) {
	return dayTyped("before", typed, now)
}

// dayTyped is the beginning of the day that a length of time or a date names, in the
// place of now.
func dayTyped(flag, typed string, now time.Time) (time.Time, error) {
	if m := ago.FindStringSubmatch(typed); m != nil {
		n, _ := strconv.Atoi(m[1]) // four digits
		return daysAgo(n, m[2], now), nil
	}
	day, err := time.ParseInLocation(daysFormat, typed, now.Location())
	if err != nil {
		return time.Time{}, usage{fmt.Errorf("--%s: %q is not 30d, 12w, 6m, 1y or a date like 2026-10-01", flag, typed)}
	}
	return day, nil
}

// daysAgo is the beginning of the day that was so many days, weeks, months or years
// ago. Where that month is shorter, it is its last day.
func daysAgo(n int, unit string, now time.Time) time.Time {
	y, m, d := now.Date()
	in := now.Location()
	switch unit {
	case "d":
		return time.Date(y, m, d-n, 0, 0, 0, 0, in)
	case "w":
		return time.Date(y, m, d-7*n, 0, 0, 0, 0, in)
	case "y":
		n *= 12
	}
	month := time.Date(y, m-time.Month(n), 1, 0, 0, 0, 0, in)
	last := time.Date(month.Year(), month.Month()+1, 0, 0, 0, 0, 0, in).Day()
	day := time.Date(month.Year(), month.Month(), min(d, last), 0, 0, 0, 0, in)
	if day.Year() < 1 {
		return time.Time{} // before every record
	}
	return day
}
