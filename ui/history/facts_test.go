package history

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// told checks that a page says each of these.
func told(t *testing.T, page string, want ...string) {
	t.Helper()
	page = flat(page)
	for _, w := range want {
		if !strings.Contains(page, w) {
			t.Errorf("no %q in\n%s", w, page)
		}
	}
}

// TestFacts are what the records come to: a session is one cramp, however often it came
// back.
func TestFacts(t *testing.T) {
	t.Parallel()
	sore := func(r session.Record, n int) session.Record { r.Sore = &n; return r }
	grips := inCalf(daysBack(20))
	grips.Gripping, grips.Help, grips.Sign = true, true, content.SameDay
	right := inCalf(daysBack(30).Add(-5*time.Hour), 600, 900)
	right.Side = session.Right
	records := []session.Record{
		sore(inCalf(daysBack(10), 60, 90, 80), 2), sore(inCalf(daysBack(10), 599), 4), grips, right,
		{At: daysBack(40), Routine: "legs", Side: session.Both, Muscle: content.Calf, Sign: content.Soon}, {At: daysBack(39), Muscle: content.Calf, Sign: content.SameDay},
	}
	told(t, pageOf(records, Options{}),
		"- 4 cramps on 3 days since 3 Oct 2026, when the history begins.", "- Left leg 3, right leg 1.",
		"- A cramp that comes back within its session counts once: it came back 3 times within 2 of them.",
		"- Most often in the left calf: 3 of 4. - 1 of 4 at night (22 to 7). - Most often from 9 to 10 o'clock: 3 of 4.",
		"- Time until it first eased: half of them within 9:59, the longest 10:00. 2 gripped for 10 minutes or more; 1 still gripped when the session ended.",
		"- 1 stretch routine without a cramp.", "- 1 session without a cramp and without a routine.",
		"- A warning sign was named in 3 sessions: today 2 (get advice today) and soon 1 (see someone soon).",
		"- How sore afterwards, 0 to 10: half of them at most 2, highest 4, said 2 times.")
	told(t, pageOf(records[4:5], Options{}), "- No cramp since 3 Oct 2026, when the history begins. - 1 stretch routine without a cramp. - A warning",
		"3 Oct 09:30 legs routine", "CRAMPS BY HOUR OF DAY none", "none has eased")
	told(t, pageOf([]session.Record{sore(inCalf(daysBack(1), 60, 1), 7)}, Options{}), "it came back once within one of them.",
		"- Time until it first eased: 1:00. None gripped for 10 minutes or more.", "- How sore afterwards, 0 to 10: 7, said once.")
	told(t, pageOf([]session.Record{grips}, Options{}), "- None has eased before its session ended. 1 gripped for 10 minutes or more; 1 still gripped")
	odd := grips
	odd.Sign = 9
	told(t, pageOf([]session.Record{odd}, Options{}), "- A warning sign was named in 1 session: in other words 1.")
}

// TestSince: a day is told from which on somebody kept count, and no other.
func TestSince(t *testing.T) {
	t.Parallel()
	records := []session.Record{inCalf(daysBack(20), 60), {At: daysBack(30), Preview: true}}
	old := append([]session.Record{inCalf(daysBack(100), 60)}, records...)
	for _, x := range []struct {
		records []session.Record
		since   time.Time
		want    string
	}{
		{records, time.Time{}, "- 1 cramp on 1 day since 23 Oct 2026, when the history begins."},
		{records, daysBack(350), "- 1 cramp on 1 day since 23 Oct 2026, when the history begins."},
		{records, daysBack(20), "- 1 cramp on 1 day since 23 Oct 2026."},
		{old, daysBack(50), "- 1 cramp on 1 day since 23 Sep 2026."},
		{old, time.Time{}, "- 2 cramps on 2 days since 4 Aug 2026, when the history begins."},
	} {
		told(t, pageOf(x.records, Options{Since: x.since}), x.want)
	}
}

// TestWhichLeg sets left against right, with what was said otherwise.
func TestWhichLeg(t *testing.T) {
	t.Parallel()
	of := func(sides ...session.Side) (list []session.Record) {
		for i, s := range sides {
			r := inCalf(daysBack(i), 60)
			r.Side = s
			list = append(list, r)
		}
		return list
	}
	const left, right, both = session.Left, session.Right, session.Both
	for want, records := range map[string][]session.Record{
		"- Left leg 2, right leg 1.":                               of(left, left, right),
		"- Left leg 0, right leg 1, both once.":                    of(right, both),
		"- Left leg 1, right leg 2, both 3 times; not said 2.":     of(left, right, right, both, both, both, "", ""),
		"- Left leg 0, right leg 0; not said 1; in other words 1.": of("", "middle"),
	} {
		told(t, pageOf(records, Options{}), want)
	}
}

// TestMostly: legs and hours that have as many are told together, and two cramps are not
// many.
func TestMostly(t *testing.T) {
	t.Parallel()
	// each is n cramps of each of some muscles, in hours of their own.
	each := func(n int, muscles ...content.Muscle) (list []session.Record) {
		for i, m := range muscles {
			for k := range n {
				r := inCalf(daysBack(20+k).Add(time.Duration(5*i)*time.Hour), 60)
				r.Muscle = m
				list = append(list, r)
			}
		}
		return list
	}
	const calf, quad, arch, toes = content.Calf, content.Quad, content.Arch, content.Toes
	none := "- None of %d at night (22 to 7). - "
	for want, records := range map[string][]session.Record{
		"- Most often in the left calf: 3 of 3. " + fmt.Sprintf(none, 3) + "Most often from 9 to 10 o'clock: 3 of 3.": each(3, calf),
		"- Most often in the left calf and the left quad, as often: 3 each of 6. " + fmt.Sprintf(none, 6) +
			"Most often from 9 to 10 and 14 to 15 o'clock, as often: 3 each of 6.": each(3, calf, quad),
		"- Most often in the left calf, the left quad and the left foot arch, as often: 3 each of 9. " + fmt.Sprintf(none, 9) +
			"Most often from 9 to 10, 14 to 15 and 19 to 20 o'clock, as often: 3 each of 9.": each(3, calf, quad, arch),
		"- 4 legs and muscles have the most, 3 each of 12. - 3 of 12 at night (22 to 7). - 4 times of day have the most, 3 each of 12.": each(3, calf, quad, arch, toes),
		"- Left leg 4, right leg 0. " + fmt.Sprintf(none, 4) + "Time":                                                                   each(2, calf, quad),
	} {
		told(t, pageOf(records, Options{}), want)
	}
}

// TestNight: it begins at 22 and ends at 7, in the place where it was.
func TestNight(t *testing.T) {
	t.Parallel()
	var records []session.Record
	for _, clock := range []string{"21:59", "22:00", "00:00", "06:59", "07:00"} {
		when, err := time.ParseInLocation("2006-01-02 15:04", "2026-11-02 "+clock, time.FixedZone("", 9*3600))
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, inCalf(when, 60, 60))
	}
	told(t, pageOf(records, Options{}), "- 3 of 5 at night (22 to 7).")
}
