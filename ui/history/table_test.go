package history

import (
	"slices"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/session"
)

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
		records[i].Eased = append(records[i].Eased, 60, 60)
	}
	order := []string{"sore", "again", "doing", "done", "sign", "eased", "time"}
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
		if now[0] != "date" || !slices.Contains(now, "what") {
			t.Errorf("width %d: %q", width, now)
		}
		before = now
	}
	if len(before) > 3 {
		t.Errorf("24 cells: %q", before)
	}
}

// TestDoneKeepsItsCount: names of what was done stand behind how much it was where they
// fit whole, and are never cut.
func TestDoneKeepsItsCount(t *testing.T) {
	t.Parallel()
	few, all := inCalf(daysBack(2), 60), inCalf(daysBack(3), 60)
	all.Done = []session.Worked{{Item: "toes-to-shin"}, {Item: "massage-calf"}, {Item: "walk-test"}}
	few.Done, few.Skipped = all.Done[:1], all.Done[1:]
	for width, want := range map[int][]string{
		120: {"1 of 3: toes to shin", "3 of 3: toes to shin, massage the calf, walk 20 steps"},
		80:  {"1 of 3: toes to shin", "3 of 3"},
		50:  {"1 of 3", "3 of 3"},
	} {
		rows := strings.Split(looked(today(), width, few, all).tableOf(), "\n")
		for i, end := range want {
			if row := rows[3+i]; !strings.HasSuffix(strings.TrimRight(row, " "), "  "+end) {
				t.Errorf("%d cells: no %q at the end of %q", width, end, row)
			}
		}
	}
}

// tableOf is the table as text.
func (p page) tableOf() string { return strings.Join(p.table(), "\n") }

// TestTableTells what was in a session.
func TestTableTells(t *testing.T) {
	t.Parallel()
	sore := 3
	r := session.Record{
		At: daysBack(400), Muscle: content.Toes, Side: session.Both, Context: content.Long, Eased: []int{61, 3700, 5, 6}, Gripping: true,
		Sore: &sore, Done: []session.Worked{{Item: "hand-toes"}, {Item: "hand-toes"}, {Item: "brand-new"}},
		Skipped: []session.Worked{{Item: "massage-toes"}}, LeftOut: []session.Worked{{Item: "a"}}, BrokeOff: []session.Worked{{Item: "b"}},
		NotBegun: []session.Worked{{Item: "c"}, {Item: "d"}}, Packs: []session.Applied{{Kind: content.Cold, For: 600}},
	}
	r.Sign = content.Soon
	page := flat(pageOf([]session.Record{r}, Options{Width: 120}))
	want := "8 Oct 2025 09:30 both feet's toes long or hot exercise 1:01, no soon 4 3 3 of 8 "
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
	for want, r := range map[string]session.Record{
		"before bed routine":      {Routine: "bedtime", Side: session.Both, Muscle: content.Calf},
		"right calf":              {Routine: "bedtime", Side: session.Right, Muscle: content.Calf, Gripping: true}, // it cramped within
		"foot arch, leg not said": {Muscle: content.Arch, Gripping: true},
		"both arches":             {Muscle: content.Arch, Side: session.Both, Gripping: true},
	} {
		if got := p.where(r); got != want {
			t.Errorf("where: %q, want %q", got, want)
		}
	}
	for tier, want := range map[content.Tier]string{0: "", content.Emergency: "emergency", content.SameDay: "today", content.Soon: "soon", 9: "?", -1: ""} {
		if got := p.names.sign(tier); got != want {
			t.Errorf("sign %d: %q, want %q", tier, got, want)
		}
	}
	if got, want := Session(content.Embedded(), inCalf(daysBack(1)), today(), false), "11 Nov, 09:30, left calf"; got != want {
		t.Errorf("the session is named %q, want %q", got, want)
	}
}

// page0 is a page without records.
func page0() page {
	return page{o: Options{Width: 80, Now: today()}, names: names{content.Embedded(), false}, glyph: blocks, t: newTally(nil, Options{}, 600)}
}
