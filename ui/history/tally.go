package history

import (
	"slices"
	"time"

	"uncramp/content"
	"uncramp/session"
)

const (
	week      = 7 // days, the one that runs included
	daySecond = 24 * 60 * 60
	// mostEase is the longest that a cramp is taken to have lasted: what is longer
	// was written wrong, and would be the only thing to be seen in a picture.
	mostEase = 7 * daySecond
)

// leg is a muscle of a leg.
type leg struct {
	muscle content.Muscle
	side   session.Side
}

// ease is how long a cramp lasted until it first eased, of a session that began at an
// instant.
type ease struct {
	at      time.Time
	seconds int
}

// tally is what records come to. A session with a cramp is one cramp, however often it
// came back within it, for a person asked how often it cramps would count it once. It
// counts at the hour and on the day at which the session began, in the place where it was.
type tally struct {
	sessions []*session.Record // that are shown, the newest first
	routines int               // how many of them followed a routine and met no cramp
	without  int               // how many others met no cramp
	cramps   int
	again    int // how often it came back within its session, and in how many sessions
	againIn  int
	long     int // in how many sessions one lasted so long that help the same day is advised
	gripping int // how many still gripped at the end
	never    int // how many of those had not eased once
	signs    map[content.Tier]int
	eases    []ease // the oldest first
	sores    []int
	legs     map[leg]int
	contexts map[content.Context]int
	hours    [24]int
	days     map[int]int // cramps by day, as dayOf numbers them

	// Whatever Since is:
	begins     time.Time    // the oldest session, zero = there is none
	all        map[int]int  // cramps by day
	recent     map[leg]int  // cramps of the last 7 days
	recentDays map[int]bool // the days that had them
	lastBefore time.Time    // the newest session that is older than Since, zero = none
}

// newTally counts. long is from how many seconds on a cramp lasted long.
func newTally(records []session.Record, o Options, long int) tally {
	t := tally{
		legs: map[leg]int{}, contexts: map[content.Context]int{}, signs: map[content.Tier]int{}, days: map[int]int{},
		all: map[int]int{}, recent: map[leg]int{}, recentDays: map[int]bool{},
	}
	// The newest are last in a file: there is next to nothing to sort.
	for i := len(records) - 1; i >= 0; i-- {
		r := &records[i]
		if r.Hidden() {
			continue
		}
		t.whenever(r, o.Now)
		if r.At.Before(o.Since) {
			if r.At.After(t.lastBefore) {
				t.lastBefore = r.At
			}
			continue
		}
		t.sessions = append(t.sessions, r)
	}
	slices.SortStableFunc(t.sessions, func(a, b *session.Record) int { return b.At.Compare(a.At) })
	for _, r := range t.sessions {
		t.add(r, long)
	}
	slices.Reverse(t.eases)
	return t
}

// whenever counts a session for what is told whatever Since is.
func (t *tally) whenever(r *session.Record, now time.Time) {
	if t.begins.IsZero() || r.At.Before(t.begins) {
		t.begins = r.At
	}
	if r.Cramps() == 0 {
		return
	}
	// A wall clock that was set back, or a place further east, leaves records of
	// tomorrow, not of next year.
	today := dayOf(now)
	day := dayOf(r.At)
	if day > today+1 {
		return
	}
	day = min(day, today)
	t.all[day]++
	if day > today-week {
		t.recent[leg{r.Muscle, r.Side}]++
		t.recentDays[day] = true
	}
}

// add counts a session, the newer before the older.
func (t *tally) add(r *session.Record, long int) {
	switch {
	case r.Cramps() > 0:
		t.cramp(r, long)
	case r.Routine != "":
		t.routines++
	default:
		t.without++
	}
	if r.Sign > 0 {
		t.signs[r.Sign]++
	}
	if r.Sore != nil && *r.Sore >= 0 && *r.Sore <= 10 {
		t.sores = append(t.sores, *r.Sore)
	}
}

// cramp counts a session that met a cramp.
func (t *tally) cramp(r *session.Record, long int) {
	t.cramps++
	t.legs[leg{r.Muscle, r.Side}]++
	t.contexts[r.Context]++
	t.hours[r.At.Hour()]++
	t.days[dayOf(r.At)]++
	if n := relapses(*r); n > 0 {
		t.again += n
		t.againIn++
	}
	if r.Gripping {
		t.gripping++
	}
	if len(r.Eased) == 0 {
		t.never++
	} else {
		t.eases = append(t.eases, ease{r.At, min(max(0, r.Eased[0]), mostEase)})
	}
	if r.Gripping && r.Help || slices.ContainsFunc(r.Eased, func(n int) bool { return n >= long }) {
		t.long++
	}
}

// relapses is how often it cramped again within a session. A cramp in a routine, where
// none was before, is no relapse.
func relapses(r session.Record) int { return max(0, r.Cramps()-1) }

// between is how many cramps there were from a day on until before another one.
func (t tally) between(from, until int) int {
	n := 0
	for day := from; day < until; day++ {
		n += t.all[day]
	}
	return n
}

// lasted lists how long each cramp lasted until it first eased, the oldest first, in
// seconds.
func (t tally) lasted() []int {
	list := make([]int, len(t.eases))
	for i, e := range t.eases {
		list[i] = e.seconds
	}
	return list
}

// dayOf numbers the days of the calendar, whatever the length of a day in a place;
// day 0 is a Thursday, 1 January 1970.
func dayOf(t time.Time) int {
	y, m, d := t.Date()
	seconds := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()
	if seconds < 0 {
		seconds -= daySecond - 1
	}
	return int(seconds / daySecond)
}

// dateOf is the day with a number.
func dateOf(day int) time.Time { return time.Unix(int64(day)*daySecond, 0).UTC() }

// mondayOf is the Monday of the week that a day is in.
func mondayOf(day int) int { return day - ((day+3)%7+7)%7 }

// median is the middle of a list, 0 of none; of two in the middle the lower one.
func median(list []int) int {
	if len(list) == 0 {
		return 0
	}
	list = slices.Sorted(slices.Values(list))
	return list[(len(list)-1)/2]
}

// share is a part of the cramps.
type share[T comparable] struct {
	of T
	n  int
}

// shares lists the parts, the largest first; of equal ones the first by order.
func shares[T comparable](parts map[T]int, order func(a, b T) int) []share[T] {
	list := make([]share[T], 0, len(parts))
	for of, n := range parts {
		list = append(list, share[T]{of, n})
	}
	slices.SortFunc(list, func(a, b share[T]) int {
		if a.n != b.n {
			return b.n - a.n
		}
		return order(a.of, b.of)
	})
	return list
}
