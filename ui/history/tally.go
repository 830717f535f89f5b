package history

import (
	"slices"
	"time"

	"uncramp/content"
	"uncramp/session"
)

const (
	week      = 7 * 24 * time.Hour
	daySecond = 24 * 60 * 60
	// mostEase is the longest that a cramp is taken to have lasted: what is longer
	// was written wrong, and would be the only thing to be seen in a picture.
	mostEase = 7 * daySecond
	// mostAgain is the most that a session is taken to have cramped again.
	mostAgain = 1000
)

// leg is a muscle of a leg.
type leg struct {
	muscle content.Muscle
	side   session.Side
}

// ease is how long a cramp lasted, of a session that began at an instant.
type ease struct {
	at      time.Time
	seconds int
}

// tally is what records come to. A session may meet several cramps; they count at the
// hour and on the day at which it began, in the place where it was.
type tally struct {
	sessions []*session.Record // that are shown, the newest first
	without  int               // how many of them met no cramp
	cramps   int
	again    int // how often it cramped again, and in how many sessions
	againIn  int
	long     int // how many lasted so long that help the same day is advised
	gripping int // how many still gripped at the end
	signs    int // in how many sessions a warning sign was named
	eases    []ease
	sores    []int
	legs     map[leg]int
	contexts map[content.Context]int
	hours    [24]int
	days     map[int]int // cramps by day, as dayOf numbers them

	recent     map[leg]int // cramps of the last 7 days, whatever Since is
	lastBefore time.Time   // the newest session that is older than Since, zero = none
}

// newTally counts. long is from how many seconds on a cramp lasted long.
func newTally(records []session.Record, o Options, long int) tally {
	t := tally{legs: map[leg]int{}, contexts: map[content.Context]int{}, days: map[int]int{}, recent: map[leg]int{}}
	// The newest are last in a file: there is next to nothing to sort.
	for i := len(records) - 1; i >= 0; i-- {
		r := &records[i]
		if r.Hidden() {
			continue
		}
		// A wall clock that was set back leaves records of tomorrow, not of next year.
		if n := r.Cramps(); n > 0 && r.At.After(o.Now.Add(-week)) && r.At.Before(o.Now.AddDate(0, 0, 1)) {
			t.recent[leg{r.Muscle, r.Side}] += n
		}
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

// add counts a session, the newer before the older.
func (t *tally) add(r *session.Record, long int) {
	n := r.Cramps()
	if n == 0 {
		t.without++
	} else {
		t.cramps += n
		t.legs[leg{r.Muscle, r.Side}] += n
		t.contexts[r.Context] += n
		t.hours[r.At.Hour()] += n
		t.days[dayOf(r.At)] += n
	}
	lasted := 0
	for _, seconds := range slices.Backward(r.Eased) {
		seconds = min(max(0, seconds), mostEase)
		t.eases = append(t.eases, ease{r.At, seconds})
		if seconds >= long {
			lasted++
		}
	}
	if r.Gripping {
		t.gripping++
		if r.Help && lasted == 0 {
			lasted++ // help was advised, and for none of those that eased
		}
	}
	t.long += lasted
	if r.Again > 0 {
		t.again += min(r.Again, mostAgain)
		t.againIn++
	}
	if r.Sign > 0 {
		t.signs++
	}
	if r.Sore != nil && *r.Sore >= 0 && *r.Sore <= 10 {
		t.sores = append(t.sores, *r.Sore)
	}
}

// lasted lists how long each cramp lasted that eased, the oldest first, in seconds.
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
