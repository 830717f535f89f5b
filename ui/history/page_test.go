package history

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// inCalf is a cramp of a left calf that eased after so many seconds.
func inCalf(when time.Time, eased ...int) session.Record {
	return session.Record{ID: when.String(), At: when, Muscle: content.Calf, Side: session.Left, Context: content.Sleep, Eased: eased}
}

// daysBack is an instant so many days before today.
func daysBack(n int) time.Time { return today().AddDate(0, 0, -n) }

// pageOf is the page of records today.
func pageOf(records []session.Record, o Options) string {
	o.Now = today()
	return Page(content.Embedded(), records, "", o)
}

// flat is a text without its line breaks.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestOften: three cramps in seven days are worth telling somebody, in the words of the
// content, with their source, and with what is our own choice.
func TestOften(t *testing.T) {
	t.Parallel()
	lib := content.Embedded()
	sign, _ := lib.Warning("often")
	help, _ := lib.Help(content.Soon)
	if sign.Tier != content.Soon || sign.Source == "" || help.Lines[0].Source == "" {
		t.Fatalf("the content says %+v, %+v", sign, help)
	}
	source, _ := lib.Source(sign.Source)
	for _, x := range []struct {
		name    string
		records []session.Record
		tells   bool
		begins  string
	}{
		{"two", []session.Record{inCalf(daysBack(0), 60), inCalf(daysBack(6), 60)}, false, "2 left-calf cramps in 7 days."},
		{"three", []session.Record{inCalf(daysBack(0), 60), inCalf(daysBack(3), 60), inCalf(daysBack(6), 60)}, true, "3 left-calf cramps in 7 days."},
		{"again", []session.Record{inCalf(daysBack(1), 60, 50, 40), inCalf(daysBack(2), 60)}, false, "2 left-calf cramps in 7 days."},
		{"two days", []session.Record{inCalf(daysBack(1), 60, 50), inCalf(daysBack(1), 60), inCalf(daysBack(4), 60)}, true, "3 left-calf cramps in 7 days, on 2 days."},
		{"older", []session.Record{inCalf(daysBack(0), 60), inCalf(daysBack(3), 60), inCalf(daysBack(7), 60)}, false, "2 left-calf cramps in 7 days."},
		{"hidden", []session.Record{inCalf(daysBack(0), 60), inCalf(daysBack(3), 60), {At: daysBack(1), Preview: true, Gripping: true}, {At: daysBack(1), Look: true, Gripping: true}, {At: daysBack(1), Replaced: true, Gripping: true}}, false, "2 left-calf cramps in 7 days."},
		{"none", []session.Record{inCalf(daysBack(9), 60)}, false, "No cramp in the last 7 days."},
		{"one", []session.Record{inCalf(daysBack(1), 60)}, false, "1 left-calf cramp in 7 days."},
		{"a clock of next year", []session.Record{inCalf(daysBack(-400), 60, 60, 60), inCalf(daysBack(90), 60)}, false, "No cramp in the last 7 days."},
		{"a place where it is tomorrow", []session.Record{inCalf(daysBack(-1), 60), inCalf(daysBack(0), 60)}, false, "2 left-calf cramps in 7 days, on 1 day."},
		{"not so long watched", []session.Record{{At: daysBack(3), Routine: "legs"}}, false, "No cramp since 9 Nov 2026, when the history begins."},
		{"just as long watched", []session.Record{{At: daysBack(6), Routine: "legs"}}, false, "No cramp in the last 7 days."},
	} {
		page := pageOf(x.records, Options{})
		if !strings.HasPrefix(page, x.begins+"\n") {
			t.Errorf("%s: it begins %q, want %q", x.name, page[:60], x.begins)
		}
		words := flat(page)
		for _, want := range []string{
			"! " + help.Lines[0].Text, content.Lower(sign.Sign), "[" + source.Publisher + ", " + source.Title + "]",
			"from 3 cramps in 7 days on; that number is our own choice", "This program can't diagnose.",
		} {
			if strings.Contains(words, want) != x.tells {
				t.Errorf("%s: %q is told: %t, want %t", x.name, want, !x.tells, x.tells)
			}
		}
	}
}

// TestLastWeek tells the legs apart, whatever is left out of the rest.
func TestLastWeek(t *testing.T) {
	t.Parallel()
	in := func(back int, m content.Muscle, s session.Side) session.Record {
		return session.Record{At: daysBack(back), Muscle: m, Side: s, Gripping: true}
	}
	const left, right, both = session.Left, session.Right, session.Both
	for want, records := range map[string][]session.Record{
		"1 cramp in the left foot arch in 7 days.":                                     {in(2, content.Arch, left)},
		"2 cramps in the calf of both legs in 7 days.":                                 {in(2, content.Calf, both), in(3, content.Calf, both)},
		"2 calf cramps (leg not said) in 7 days, on 1 day.":                            {in(2, content.Calf, ""), in(2, content.Calf, "")},
		"1 cramp in the foot arch (leg not said) in 7 days.":                           {in(2, content.Arch, "")},
		"2 cramps in 7 days: left calf 1, right calf 1.":                               {in(2, content.Calf, left), in(3, content.Calf, right)},
		"2 right-quad cramps in 7 days, and 1 other: calf (leg not said) 1; 3 in all.": {in(2, content.Quad, right), in(3, content.Calf, ""), in(4, content.Quad, right)},
		"3 left-calf cramps in 7 days, and 2 others: left quad 1, both quads 1; 5 in all, on 2 days.": {
			in(2, content.Calf, left), in(2, content.Calf, left), in(3, content.Calf, left), in(3, content.Quad, left), in(3, content.Quad, both),
		},
		"5 cramps in 7 days, on 1 day: left calf 1, left quad 1, left hamstring 1, left foot arch 1, others 1.": {
			in(2, content.Calf, left), in(2, content.Quad, left), in(2, content.Hamstring, left), in(2, content.Arch, left), in(2, content.Toes, left),
		},
	} {
		for _, o := range []Options{{Width: 120}, {Width: 120, Since: daysBack(1)}} {
			page := pageOf(append(records, session.Record{At: daysBack(0), Routine: "legs"}), o)
			first, _, _ := strings.Cut(page, "\n\n")
			if first = flat(first); first != want {
				t.Errorf("since %v: %q, want %q", o.Since, first, want)
			}
		}
	}
}

// TestEmpty: what to do where nothing is kept, and why nothing is shown where it is.
func TestEmpty(t *testing.T) {
	t.Parallel()
	look := session.Record{At: daysBack(1), Look: true}
	for _, x := range []struct {
		records []session.Record
		since   time.Time
		want    string
	}{
		{nil, time.Time{}, "Nothing is in the history yet. When a muscle cramps, type uncramp: each session that ends is kept here, on this machine alone."},
		{[]session.Record{look}, time.Time{}, "Nothing is in the history yet."},
		{[]session.Record{inCalf(daysBack(60), 60), inCalf(daysBack(50), 60), look}, daysBack(30), "No session since 13 Oct 2026. The last one was on 23 Sep 2026."},
		{nil, daysBack(30), "Nothing is in the history yet."},
	} {
		page := pageOf(x.records, Options{Since: x.since})
		if !strings.HasPrefix(flat(page), x.want) || strings.Contains(page, "CRAMPS BY") {
			t.Errorf("%d records since %v:\n%s", len(x.records), x.since, page)
		}
	}
}

// TestSkipped names the lines by their numbers, five of them at most.
func TestSkipped(t *testing.T) {
	t.Parallel()
	var list []Damage
	for i := range 7 {
		list = append(list, Damage{10 * (i + 1), "not JSON"})
	}
	for n, want := range map[int]string{
		0: "", 1: "1 line of h.jsonl was skipped: line 10 (not JSON).", 2: "2 lines of h.jsonl were skipped: line 10 (not JSON), line 20 (not JSON).",
		5: "5 lines of h.jsonl were skipped: line 10 (not JSON), line 20 (not JSON), line 30 (not JSON), line 40 (not JSON), line 50 (not JSON).",
		7: "7 lines of h.jsonl were skipped: line 10 (not JSON), line 20 (not JSON), line 30 (not JSON), line 40 (not JSON), line 50 (not JSON), and 2 more.",
	} {
		if got := Skipped("h.jsonl", list[:n]); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	page := Page(content.Embedded(), nil, Skipped("h.jsonl", list), Options{Width: 40, Now: today()})
	if !strings.HasSuffix(flat(page), "and 2 more.") || !strings.HasPrefix(page, "Nothing") {
		t.Errorf("the page is\n%s", page)
	}
}
