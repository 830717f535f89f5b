package history

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"uncramp/content"
	"uncramp/session"
)

// aWord is a word that is known, one that may be, or one that somebody made up.
func aWord[T ~string](known []T) *rapid.Generator[T] {
	return rapid.OneOf(rapid.SampledFrom(known), rapid.Map(rapid.SampledFrom(hostile), func(s string) T { return T(s) }),
		rapid.Map(rapid.StringN(0, 12, 40), func(s string) T { return T(s) }))
}

// anItem is an exercise, with how often it was done.
func anItem() *rapid.Generator[session.Worked] {
	return rapid.Custom(func(t *rapid.T) session.Worked {
		return session.Worked{Item: aWord([]string{"wall-calf", "toes-to-shin"}).Draw(t, "item"), Side: aWord(session.Sides()).Draw(t, "side"), Reps: rapid.Int().Draw(t, "reps")}
	})
}

// aRecord is any record that can be decoded, most of them near today.
func aRecord() *rapid.Generator[session.Record] {
	return rapid.Custom(func(t *rapid.T) session.Record {
		zone := time.FixedZone("", 60*rapid.IntRange(-14*60, 14*60).Draw(t, "zone"))
		back := rapid.OneOf(rapid.IntRange(0, 90*24*60), rapid.IntRange(-500*24*60, 9000*24*60)).Draw(t, "back")
		r := session.Record{
			ID: rapid.String().Draw(t, "id"), At: today().Add(-time.Duration(back) * time.Minute).In(zone),
			Muscle: aWord(content.Muscles()).Draw(t, "muscle"), Side: aWord(append(session.Sides(), "")).Draw(t, "side"),
			Context: aWord(append(content.Contexts(), "")).Draw(t, "context"), Routine: aWord([]string{"", "", "legs"}).Draw(t, "routine"),
			Eased:    rapid.SliceOfN(rapid.OneOf(rapid.IntRange(0, 900), rapid.Int()), 0, 4).Draw(t, "eased"),
			Gripping: rapid.Bool().Draw(t, "gripping"), Help: rapid.Bool().Draw(t, "help"), Again: rapid.OneOf(rapid.IntRange(0, 3), rapid.Int()).Draw(t, "again"),
			Done: rapid.SliceOfN(anItem(), 0, 5).Draw(t, "done"), Skipped: rapid.SliceOfN(anItem(), 0, 2).Draw(t, "skipped"),
			Sign: content.Tier(rapid.Int().Draw(t, "sign")), Preview: rapid.IntRange(0, 9).Draw(t, "preview") == 0, Look: rapid.IntRange(0, 9).Draw(t, "look") == 0,
			Replaced: rapid.IntRange(0, 9).Draw(t, "replaced") == 0,
		}
		if rapid.Bool().Draw(t, "rated") {
			sore := rapid.Int().Draw(t, "sore")
			r.Sore = &sore
		}
		return r
	})
}

// someOptions are any that a terminal may lead to.
func someOptions(t *rapid.T) Options {
	o := Options{
		Width: rapid.IntRange(1, 200).Draw(t, "width"), Now: today(), Last: rapid.IntRange(0, 30).Draw(t, "last"),
		ASCII: rapid.Bool().Draw(t, "ascii"),
	}
	if rapid.Bool().Draw(t, "some") {
		o.Since = today().AddDate(0, 0, -rapid.IntRange(0, 200).Draw(t, "since"))
	}
	return o
}

// TestRandomPage: whatever the records are, the page is inert and within its width.
func TestRandomPage(t *testing.T) {
	t.Parallel()
	lib := content.Embedded()
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(aRecord(), 0, 12).Draw(t, "records")
		o := someOptions(t)
		inert(t, Page(lib, records, "", o), o)
		o.Styles = Colours()
		Page(lib, records, "", o)
	})
}

// TestRandomCounts: each picture shows every session with a cramp once, however often it
// came back.
func TestRandomCounts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(aRecord(), 0, 20).Draw(t, "records")
		o := someOptions(t)
		want, again, sessions, without := 0, 0, 0, 0
		for _, r := range records {
			if r.Preview || r.Look || r.Replaced || r.At.Before(o.Since) {
				continue
			}
			sessions++
			n := len(r.Eased)
			if r.Gripping {
				n++
			}
			if n == 0 {
				without++
				continue
			}
			want, again = want+1, again+n-1
		}
		p := page{o: o, names: names{content.Embedded(), o.ASCII}, glyph: blocks, t: newTally(records, o, 600)}
		sum := map[string]int{"eases": len(p.t.eases) + p.t.never, "tally": p.t.cramps}
		for _, n := range p.t.hours {
			sum["hours"] += n
		}
		for _, n := range p.t.days {
			sum["days"] += n
		}
		for _, b := range p.legBars() {
			sum["legs"] += b.n
		}
		for _, b := range p.contextBars() {
			sum["contexts"] += b.n
		}
		for _, what := range []string{"tally", "eases", "hours", "days", "legs", "contexts"} {
			if sum[what] != want {
				t.Fatalf("%s: %d, want %d", what, sum[what], want)
			}
		}
		if len(p.t.sessions) != sessions || p.t.without+p.t.routines != without || p.t.again != again {
			t.Fatalf("%d sessions, %d without, %d again; want %d, %d, %d", len(p.t.sessions), p.t.without+p.t.routines, p.t.again, sessions, without, again)
		}
	})
}

// TestRandomCSV: however the words are, there is one line a record, and no formula.
func TestRandomCSV(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(aRecord(), 0, 6).Draw(t, "records")
		rows := csvOf(t, records)
		for _, row := range rows[1:] {
			for _, c := range row {
				if strings.ContainsFunc(c, func(r rune) bool { return drives(r) && r < 0x300 }) || strings.IndexAny(strings.TrimSpace(c), "=+-@") == 0 {
					t.Fatalf("the cell %q", c)
				}
			}
		}
	})
}
