package history

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"uncramp/content"
	"uncramp/session"
)

// csvOf is the CSV of records, read back; it has no line breaks within a row.
func csvOf(t interface{ Fatal(args ...any) }, records []session.Record) [][]string {
	var b bytes.Buffer
	if err := CSV(&b, records); err != nil {
		t.Fatal(err)
	}
	shown := len(slices.DeleteFunc(slices.Clone(records), session.Record.Hidden))
	if n := bytes.Count(b.Bytes(), []byte("\n")); n != shown+1 {
		t.Fatal(n, "lines of", shown, "records")
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// whole is a record with something in every field.
func whole() session.Record {
	sore := 0
	w := func(item string, reps int) []session.Worked {
		return []session.Worked{{Item: item, Side: session.Left, Reps: reps}}
	}
	return session.Record{
		ID: "1f", At: time.Date(2026, 3, 29, 3, 5, 0, 0, time.FixedZone("", 7200)), Muscle: content.Arch, Side: session.Left,
		Position: content.Lying, Context: content.Sleep, Routine: "legs", Outcome: session.LeftEarly, Took: 700, Eased: []int{200, 35}, Gripping: true,
		Again: 2, Softer: 1, Done: append(w("wall-calf", 2), w("walk-test", 0)...), Skipped: w("a", 1), LeftOut: w("b", 1), BrokeOff: w("d", 1), NotBegun: w("c", 0),
		Packs: []session.Applied{{Kind: content.Heat, For: 600}}, Sign: content.SameDay, Help: true, Sore: &sore,
	}
}

// TestCSVRow is a record as a row, every field of it but those that hide it.
func TestCSVRow(t *testing.T) {
	t.Parallel()
	rows := csvOf(t, []session.Record{whole(), {}})
	want := map[string]string{
		"id": "1f", "at": "2026-03-29T03:05:00+02:00", "muscle": "arch", "side": "left", "position": "lying", "context": "sleep",
		"routine": "legs", "outcome": "left", "took_seconds": "700", "eased_seconds": "200 35", "gripping": "true", "again": "2", "softer": "1",
		"done": "wall-calf:left:2 walk-test:left:0", "skipped": "a:left:1", "left_out": "b:left:1", "broke_off": "d:left:1", "not_begun": "c:left:0",
		"packs_seconds": "heat:600", "sign": "today", "help": "true", "sore": "0",
	}
	hides := []string{"preview", "look", "replaced"}
	fields := reflect.TypeFor[session.Record]()
	if len(rows[0]) != fields.NumField()-len(hides) || len(want) != len(rows[0]) {
		t.Errorf("%d columns of %d fields", len(rows[0]), fields.NumField())
	}
	for i, head := range rows[0] {
		tag, _, _ := strings.Cut(fields.Field(i).Tag.Get("json"), ",")
		if strings.TrimSuffix(head, "_seconds") != tag || rows[1][i] != want[head] {
			t.Errorf("%s (%s): %q, want %q", head, tag, rows[1][i], want[head])
		}
		if (head == "sore" || head == "sign" || head == "side") && rows[2][i] != "" {
			t.Errorf("not said: %s %q", head, rows[2][i])
		}
	}
}

// TestCSVHides what counts for nothing, so that a spreadsheet counts right.
func TestCSVHides(t *testing.T) {
	t.Parallel()
	rows := csvOf(t, []session.Record{{ID: "a"}, {ID: "p", Preview: true}, {ID: "l", Look: true}, {ID: "b", Sign: content.Emergency}, {ID: "r", Replaced: true}, {ID: "c", Sign: content.Soon}})
	var got []string
	for _, row := range rows[1:] {
		got = append(got, row[0]+row[slices.Index(rows[0], "sign")])
	}
	if want := []string{"a", "bemergency", "csoon"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
	var b bytes.Buffer
	if err := JSON(&b, []session.Record{{ID: "r", Replaced: true}}, 1); err != nil || !strings.Contains(b.String(), `"replaced":true`) {
		t.Errorf("JSON: %s, %v", b.String(), err)
	}
}

// TestDefused: what a spreadsheet would take for a formula is text, and one line.
func TestDefused(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"calf": "calf", "": "", "=1": "'=1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "' x", "\rx": "' x", "  =1": "'  =1",
		"\n=1": "' =1", "＝1": "'＝1", "a=1": "a=1", "a\nb\x1b[1m": "a b [1m", "a;=1": "a =1", "\u202ea": " a", "\u0000=1": "' =1",
	} {
		if got := defused(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestJSON: the records come back as they were, hidden ones as well, and what is sent
// can be seen.
func TestJSON(t *testing.T) {
	t.Parallel()
	for _, records := range [][]session.Record{nil, {whole()}, append(hostileRecords(), year()...)} {
		var b bytes.Buffer
		if err := JSON(&b, records, 3); err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsFunc(b.Bytes(), func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }) {
			t.Errorf("not inert: %q", b.String())
		}
		lines := len(records) + 2
		if len(records) == 0 {
			lines = 1
		}
		if n := strings.Count(b.String(), "\n"); n != lines {
			t.Errorf("%d lines of %d records", n, len(records))
		}
		var got []entry
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || len(got) != len(records) {
			t.Fatalf("%d records, %v", len(got), err)
		}
		for i, e := range got {
			want := records[i]
			if !e.At.Equal(want.At) || e.V != 3 {
				t.Errorf("at %v, version %d", e.At, e.V)
			}
			e.At = want.At
			valid := func(text string) string { return strings.Map(func(r rune) rune { return r }, text) }
			if e.ID != valid(want.ID) || string(e.Muscle) != valid(string(want.Muscle)) || e.Took != want.Took || e.Preview != want.Preview || len(e.Done) != len(want.Done) {
				t.Errorf("record %d came back as %+v, was %+v", i, e.Record, want)
			}
		}
	}
	var b bytes.Buffer
	if err := JSON(&b, []session.Record{{ID: "\x1b\u009b\u202e\U000e0041<é"}}, 1); err != nil || !strings.Contains(b.String(), `"\u001b\u009b\u202e\udb40\udc41<é"`) {
		t.Errorf("escaped as %s, %v", b.String(), err)
	}
}

// full is a writer that takes nothing.
type full struct{}

var errFull = errors.New("full")

// Write takes nothing.
func (full) Write([]byte) (int, error) { return 0, errFull }

// TestExportTellsOfTheWriter: what could not be written is told.
func TestExportTellsOfTheWriter(t *testing.T) {
	t.Parallel()
	if err := JSON(full{}, year(), 1); !errors.Is(err, errFull) {
		t.Errorf("JSON: %v", err)
	}
	if err := CSV(full{}, year()); !errors.Is(err, errFull) {
		t.Errorf("CSV: %v", err)
	}
	if err := CSV(full{}, nil); !errors.Is(err, errFull) {
		t.Errorf("CSV of nothing: %v", err)
	}
}
