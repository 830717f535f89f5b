package history

import (
	"slices"
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
		{"again", []session.Record{inCalf(daysBack(1), 60, 50), inCalf(daysBack(2), 60)}, true, "3 left-calf cramps in 7 days."},
		{"older", []session.Record{inCalf(daysBack(0), 60), inCalf(daysBack(3), 60), inCalf(daysBack(7), 60)}, false, "2 left-calf cramps in 7 days."},
		{"hidden", []session.Record{inCalf(daysBack(0), 60), inCalf(daysBack(3), 60), {At: daysBack(1), Preview: true, Gripping: true}, {At: daysBack(1), Look: true, Gripping: true}}, false, "2 left-calf cramps in 7 days."},
		{"none", []session.Record{inCalf(daysBack(9), 60)}, false, "No cramp in the last 7 days."},
		{"one", []session.Record{inCalf(daysBack(1), 60)}, false, "1 left-calf cramp in 7 days."},
		{"a clock of next year", []session.Record{inCalf(daysBack(-400), 60, 60, 60)}, false, "No cramp in the last 7 days."},
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
	in := func(m content.Muscle, s session.Side) session.Record {
		return session.Record{At: daysBack(2), Muscle: m, Side: s, Gripping: true}
	}
	for want, records := range map[string][]session.Record{
		"1 cramp in 7 days, in the left foot arch.":                                                   {in(content.Arch, session.Left)},
		"2 cramps in 7 days, in the calf of both legs.":                                               {in(content.Calf, session.Both), in(content.Calf, session.Both)},
		"1 cramp in 7 days, in the calf.":                                                             {in(content.Calf, "")},
		"3 cramps in 7 days: right quad 2, left calf 1.":                                              {in(content.Quad, session.Right), in(content.Calf, session.Left), in(content.Quad, session.Right)},
		"5 cramps in 7 days: left calf 1, left quad 1, left hamstring 1, left foot arch 1, others 1.": {in(content.Calf, session.Left), in(content.Quad, session.Left), in(content.Hamstring, session.Left), in(content.Arch, session.Left), in(content.Toes, session.Left)},
	} {
		for _, o := range []Options{{Width: 120}, {Width: 120, Since: daysBack(1)}} {
			page := pageOf(append(records, inCalf(daysBack(0))), o)
			first, _, _ := strings.Cut(page, "\n\n")
			if first = flat(first); first != want {
				t.Errorf("since %v: %q, want %q", o.Since, first, want)
			}
		}
	}
}

// TestFacts are what the records come to.
func TestFacts(t *testing.T) {
	t.Parallel()
	sore := func(r session.Record, n int) session.Record { r.Sore = &n; return r }
	grips := inCalf(daysBack(20))
	grips.Gripping, grips.Help, grips.Sign = true, true, content.SameDay
	right := inCalf(daysBack(30).Add(-5*time.Hour), 600)
	right.Side, right.Again = session.Right, 2
	records := []session.Record{
		sore(inCalf(daysBack(10), 60, 90), 2), sore(inCalf(daysBack(10), 599), 4), grips, right,
		{At: daysBack(40), Routine: "legs", Side: session.Both, Muscle: content.Calf},
	}
	page := flat(pageOf(records, Options{}))
	for _, want := range []string{
		"- 5 cramps in 4 sessions since 3 Oct 2026, on 3 days.", "- 1 session without a cramp.", "- Most often in the left calf: 4 of 5.",
		"- Most often between 6 and 10 o'clock: 4 of 5.", "- Time until it eased: median 1:30, longest 10:00, of 4 cramps. 2 lasted 10 minutes or more; 1 still gripped when the session ended.",
		"- It cramped again 2 times, in 1 session.", "- A warning sign was named in 1 session.", "- Sore afterwards: median 2 of 10, told 2 times.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	page = flat(pageOf(records, Options{Since: daysBack(35)}))
	if want := "- 5 cramps in 4 sessions since 8 Oct 2026, on 3 days. - Most often in"; !strings.Contains(page, want) {
		t.Errorf("no %q in\n%s", want, page)
	}
	page = flat(pageOf(records[4:], Options{}))
	for _, want := range []string{"- No cramp since 3 Oct 2026. - 1 session without a cramp. THE LAST SESSION", "legs", "CRAMPS BY HOUR OF DAY none", "none has eased"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

// TestMostly: two legs with as many cramps are not told apart, nor are two cramps many.
func TestMostly(t *testing.T) {
	t.Parallel()
	other := func(n int) []session.Record {
		r := inCalf(daysBack(60).Add(8*time.Hour), slices.Repeat([]int{60}, n)...)
		r.Side = session.Right
		return []session.Record{inCalf(daysBack(50), 60, 60, 60), r}
	}
	for n, want := range map[int]string{
		2: "- Most often in the left calf: 3 of 5. - Most often between 6 and 10 o'clock: 3 of 5. - Time",
		3: "on 2 days. - Most often between 6 and 10 o'clock: 3 of 6. - Time",
		4: "- Most often in the right calf: 4 of 7. - Most often between 14 and 18 o'clock: 4 of 7. - Time",
	} {
		if page := flat(pageOf(other(n), Options{})); !strings.Contains(page, want) {
			t.Errorf("%d: no %q in\n%s", n, want, page)
		}
	}
	if page := pageOf([]session.Record{inCalf(daysBack(50), 60, 60)}, Options{}); strings.Contains(page, "Most often") {
		t.Errorf("two cramps:\n%s", page)
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
		{nil, daysBack(30), "No session since 13 Oct 2026."},
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

// heads are the columns of the table in a page.
func heads(page string) []string {
	lines := strings.Split(page, "\n")
	at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "THE LAST 10") })
	return strings.Fields(lines[at+1])
}

// TestColumnsLeave in their order as the width gets short, and never come back. The day
// and the muscle stay.
func TestColumnsLeave(t *testing.T) {
	t.Parallel()
	records := year()
	for i := range records {
		records[i].Again = 1
	}
	order := []string{"sore", "again", "doing", "done", "time", "eased"}
	var before []string
	for width := 120; width >= 24; width-- {
		page := pageOf(records, Options{Width: width})
		now := heads(page)
		if before != nil && len(now) > len(before) {
			t.Errorf("width %d: %q after %q", width, now, before)
		}
		for i, head := range order {
			if i > 0 && !slices.Contains(now, head) && slices.Contains(now, order[i-1]) {
				t.Errorf("width %d: %s left before %s: %q", width, head, order[i-1], now)
			}
		}
		if now[0] != "date" || !slices.Contains(now, "muscle") {
			t.Errorf("width %d: %q", width, now)
		}
		before = now
	}
	if len(before) > 3 {
		t.Errorf("24 cells: %q", before)
	}
	if page := pageOf(records, Options{Width: 120}); !strings.Contains(page, "toes to shin, massage the calf") {
		t.Errorf("120 cells: it is not told what was done:\n%s", page)
	}
}

// TestTableTells what was in a session.
func TestTableTells(t *testing.T) {
	t.Parallel()
	sore := 3
	r := session.Record{
		At: daysBack(400), Muscle: content.Toes, Side: session.Both, Context: content.Long, Eased: []int{61, 3700, 5, 6}, Gripping: true,
		Again: 3, Sore: &sore, Done: []session.Worked{{Item: "hand-toes"}, {Item: "hand-toes"}, {Item: "brand-new"}},
		Skipped: []session.Worked{{Item: "massage-toes"}}, LeftOut: []session.Worked{{Item: "a"}}, BrokeOff: []session.Worked{{Item: "b"}},
		NotBegun: []session.Worked{{Item: "c"}, {Item: "d"}}, Packs: []session.Applied{{Kind: content.Cold, For: 600}},
	}
	page := flat(pageOf([]session.Record{r}, Options{Width: 120}))
	want := "8 Oct 2025 09:30 both feet's toes long or hot exercise 1:01 1 h 01 … grips 3 3 3 of 8 "
	if !strings.Contains(page, want) {
		t.Errorf("no %q in\n%s", want, page)
	}
	p := page0()
	if got, want := p.did(r), "straighten the toes by hand, brand-new, cold 10:00"; got != want {
		t.Errorf("done: %q, want %q", got, want)
	}
	if got := doneOf(p, r); got != "3 of 8" {
		t.Errorf("done: %q", got)
	}
	if got := p.where(session.Record{Routine: "bedtime", Side: session.Both, Muscle: content.Calf}); got != "before bed" {
		t.Errorf("a routine: %q", got)
	}
	if got := p.where(session.Record{Routine: "bedtime", Side: session.Right, Muscle: content.Calf, Gripping: true}); got != "right calf" {
		t.Errorf("a routine in which it cramped: %q", got)
	}
}

// page0 is a page without records.
func page0() page {
	return page{o: Options{Width: 80, Now: today()}, names: names{content.Embedded(), false}, glyph: blocks, t: newTally(nil, Options{}, 600)}
}
