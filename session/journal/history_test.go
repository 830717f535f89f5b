package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// TestRecordComesBack as it was appended, and its line is as documented.
func TestRecordComesBack(t *testing.T) {
	t.Parallel()
	j := open(t)
	if h := history(t, j); len(h.Records)+len(h.Damaged) != 0 {
		t.Errorf("at first there is %v", h)
	}
	want := oneRecord("a")
	ok(t, j.Append(want))
	small := record{ID: "b", At: noon, Muscle: "quad"}
	ok(t, j.Append(small))
	h := history(t, j)
	same(t, h, History{Records: []record{want, small}})
	if _, offset := h.Records[0].At.Zone(); offset != 3600 {
		t.Errorf("the hour of the place is lost: %v", h.Records[0].At)
	}
	var raw map[string]any
	ok(t, json.Unmarshal([]byte(strings.SplitAfter(text(t, j, historyFile), "\n")[0]), &raw))
	if raw["v"] != 1.0 || raw["id"] != "a" || raw["at"] != "2026-03-04T13:00:00.123456789+01:00" || raw["sore"] != 3.0 {
		t.Errorf("the line is %v", raw)
	}
}

// lineOf is a whole line of the history with one text in it replaced.
func lineOf(t *testing.T, id, from, to string) string {
	t.Helper()
	data, err := recordLine(oneRecord(id))
	ok(t, err)
	if !strings.Contains(string(data), from) {
		t.Fatalf("%s is not in %s", from, data)
	}
	return strings.Replace(string(data), from, to, 1) + "\n"
}

// TestDamage: a line that is not right is skipped and told, and the rest is read.
func TestDamage(t *testing.T) {
	t.Parallel()
	for _, x := range []struct{ name, line, why string }{
		{"words", "hello\n", "not JSON"},
		{"zeros", strings.Repeat("\x00", 300) + "\n", "not JSON"},
		{"torn", lineOf(t, "x", "", "")[:90] + "\n", "not JSON"},
		{"two on a line", strings.TrimSpace(lineOf(t, "x", "", "")) + lineOf(t, "y", "", ""), "not JSON"},
		{"a number", "7\n", "not JSON"},
		{"a list", "[]\n", "not JSON"},
		{"null", "null\n", "no version"},
		{"no version", lineOf(t, "x", `"v":1,`, ``), "no version"},
		{"newer", lineOf(t, "x", `"v":1`, `"v":2`), "from a newer uncramp (version 2)"},
		{"newer, of another form", `{"id":7,"at":"later","v":3}` + "\n", "from a newer uncramp (version 3)"},
		{"no id", lineOf(t, "x", `"id":"x"`, `"id":""`), "no id"},
		{"another id", lineOf(t, "x", `"id":"x"`, `"id":5`), "id is of the wrong kind"},
		{"no at", lineOf(t, "x", `"at":"`, `"when":"`), "no at"},
		{"another at", lineOf(t, "x", `"at":"2026`, `"at":"soon`), "at is not a time"},
		{"at as a number", lineOf(t, "x", `"at":"2026-03-04T13:00:00.123456789+01:00"`, `"at":5`), "at is not a time"},
		{"took", lineOf(t, "x", `"took":700`, `"took":-1`), "took is negative"},
		{"half a second", lineOf(t, "x", `"took":700`, `"took":1.5`), "took is of the wrong kind"},
		{"far too long", lineOf(t, "x", `"took":700`, `"took":1e99`), "took is of the wrong kind"},
		{"again", lineOf(t, "x", `"again":2`, `"again":-2`), "again is negative"},
		{"softer", lineOf(t, "x", `"softer":1`, `"softer":-1`), "softer is negative"},
		{"eased", lineOf(t, "x", `[65,30]`, `[65,-30]`), "eased is negative"},
		{"reps", lineOf(t, "x", `"reps":4`, `"reps":-4`), "reps is negative"},
		{"reps as a word", lineOf(t, "x", `"reps":4`, `"reps":"4"`), "left_out.reps is of the wrong kind"},
		{"for", lineOf(t, "x", `"for":1200`, `"for":-1200`), "for is negative"},
		{"sore", lineOf(t, "x", `"sore":3`, `"sore":11`), "sore is not 0 to 10"},
		{"sore below", lineOf(t, "x", `"sore":3`, `"sore":-1`), "sore is not 0 to 10"},
		{"sign", lineOf(t, "x", `"sign":3`, `"sign":4`), "sign is not 0 to 3"},
		{"long", `{"v":1,"id":"` + strings.Repeat("x", limit) + `"}` + "\n", "longer than 1 MB"},
		{"long, a list", strings.Repeat("[", 3*limit) + "\n", "longer than 1 MB"},
		{"deep", strings.Repeat("[", limit/2) + "\n", "not JSON"},
	} {
		in := lineOf(t, "a", "", "") + "\n" + x.line + "\r\n" + lineOf(t, "b", "", "")
		h, err := Read(strings.NewReader(in))
		ok(t, err)
		if len(h.Records) != 2 || h.Records[0].ID != "a" || h.Records[1].ID != "b" {
			t.Errorf("%s: %d records", x.name, len(h.Records))
		}
		if want := []Damage{{Line: 3, Why: x.why}}; !slices.Equal(h.Damaged, want) {
			t.Errorf("%s: %v, want %v", x.name, h.Damaged, want)
		}
	}
}

// TestStrangers: what a newer program of the same version may have written counts.
func TestStrangers(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"another field":  lineOf(t, "x", `"v":1`, `"v":1,"mood":{"a":[1,{}]}`),
		"another muscle": lineOf(t, "x", `"muscle":"calf"`, `"muscle":"neck"`),
		"controls":       lineOf(t, "x", `"item":"wall-calf"`, `"item":"\u001b[2J\u202e"`),
		"no sore":        lineOf(t, "x", `"sore":3`, `"sore":null`),
		"no end of line": strings.TrimSpace(lineOf(t, "x", "", "")),
		"spaces":         " \t" + strings.TrimSpace(lineOf(t, "x", "", "")) + " \r\n",
	} {
		h, err := Read(strings.NewReader(line))
		ok(t, err)
		if len(h.Records) != 1 || len(h.Damaged) != 0 || h.Records[0].ID != "x" {
			t.Errorf("%s: %v", name, h)
		}
	}
}

// TestLastCounts: of two records of one session the later one, in its place.
func TestLastCounts(t *testing.T) {
	t.Parallel()
	h, err := Read(strings.NewReader(lineOf(t, "a", `"took":700`, `"took":1`) + lineOf(t, "b", "", "") +
		lineOf(t, "a", `"took":700`, `"took":2`) + lineOf(t, "c", "", "") + lineOf(t, "a", `"took":700`, `"took":-3`)))
	ok(t, err)
	var got []string
	for _, r := range h.Records {
		got = append(got, fmt.Sprint(r.ID, r.Took))
	}
	equal(t, "records", got, []string{"b700", "a2", "c700"})
	equal(t, "damaged", h.Damaged, []Damage{{5, "took is negative"}})
}

// TestReadByBits: the lines don't depend on how they stream in, and what came before an
// error is there.
func TestReadByBits(t *testing.T) {
	t.Parallel()
	in := lineOf(t, "a", "", "") + "no\n" + lineOf(t, "b", `"item":"wall-calf"`, `"item":"`+strings.Repeat("w", 200_000)+`"`)
	want, err := Read(strings.NewReader(in))
	ok(t, err)
	got, err := Read(iotest.OneByteReader(strings.NewReader(in)))
	ok(t, err)
	same(t, got, want)
	broken := errors.New("unplugged")
	got, err = Read(io.MultiReader(strings.NewReader(in), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || len(got.Records) != 2 {
		t.Errorf("%v, %d records", err, len(got.Records))
	}
}

// endless is a line without an end.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), e.left)
	for i := range n {
		p[i] = 'x'
	}
	e.left -= n
	return int(n), nil
}

// TestLongLinesAreNotHeld: 1 GB without an end of a line is read in a few megabytes.
func TestLongLinesAreNotHeld(t *testing.T) {
	size := int64(1 << 30)
	if eachAppends < 100 {
		size = 64 << 20
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	h, err := Read(io.MultiReader(&endless{left: size}, strings.NewReader("\n"+lineOf(t, "a", "", ""))))
	runtime.ReadMemStats(&after)
	ok(t, err)
	if len(h.Records) != 1 || len(h.Damaged) != 1 || h.Damaged[0] != (Damage{1, "longer than 1 MB"}) {
		t.Errorf("%v", h)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("%d bytes were allocated in all", used)
	}
}

// TestHistoryIsElsewhere: a link to the history stays a link, whatever is done.
func TestHistoryIsElsewhere(t *testing.T) {
	t.Parallel()
	j, kept := open(t), t.TempDir()+"/mine.jsonl"
	ok(t, os.WriteFile(kept, []byte(lineOf(t, "a", "", "")), 0o600))
	ok(t, os.Symlink(kept, j.path(historyFile)))
	ok(t, j.Append(oneRecord("b")))
	n, err := j.Forget(func(r record) bool { return r.ID == "a" })
	if n != 1 || err != nil {
		t.Error(n, err)
	}
	equal(t, "ids", ids(t, j), []string{"b"})
	info, err := os.Lstat(j.path(historyFile))
	if err != nil || info.Mode().IsRegular() {
		t.Errorf("the link is %v, %v", info, err)
	}
	ok(t, j.ForgetAll())
	if _, err := os.Lstat(kept); err == nil {
		t.Error("it's still there")
	}
	equal(t, "files", names(t, j), []string{})
	for to, want := range map[string]string{
		j.path(historyFile): "history.jsonl: ", // round and round
		kept:                "history.jsonl: a link that leads nowhere",
	} {
		_ = os.Remove(j.path(historyFile))
		ok(t, os.Symlink(to, j.path(historyFile)))
		_, err = j.History()
		says(t, err, want)
		says(t, j.Append(oneRecord("b")), want)
		says(t, j.AppendOnce(oneRecord("b")), want)
		says(t, j.ForgetAll(), want)
		_, err = j.Forget(func(record) bool { return true })
		says(t, err, want)
	}
}

// TestHistoryReadOnly: a history can be read while its lock can't be had.
func TestHistoryReadOnly(t *testing.T) {
	t.Parallel()
	j := open(t)
	put(t, j, historyFile, lineOf(t, "a", "", ""))
	ok(t, os.Mkdir(j.path(historyLock), 0o700))
	equal(t, "ids", ids(t, j), []string{"a"})
	says(t, j.Append(oneRecord("b")), "history.lock: not a plain file")
}

// TestHistoryIsNoFile: it's told by its name.
func TestHistoryIsNoFile(t *testing.T) {
	t.Parallel()
	j := open(t)
	ok(t, os.Mkdir(j.path(historyFile), 0o700))
	_, err := j.History()
	says(t, err, "history.jsonl: not a plain file")
	says(t, j.Append(oneRecord("b")), "history.jsonl: not a plain file")
	_, err = j.Forget(func(record) bool { return true })
	says(t, err, "history.jsonl: not a plain file")
	says(t, j.ForgetAll(), "history.jsonl: not a plain file")
}

// manyRecords is a history of so many records, each with something in every field.
func manyRecords(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		r := oneRecord(fmt.Sprintf("%016x", i))
		r.At = noon.Add(time.Duration(i) * time.Hour)
		data, _ := recordLine(r)
		b.Write(append(data, '\n'))
	}
	return b.Bytes()
}

// TestReadGrowsLinearly: ten times as many records take ten times as much.
func TestReadGrowsLinearly(t *testing.T) {
	cost := func(n int) float64 {
		data := manyRecords(n)
		return testing.AllocsPerRun(1, func() { _, _ = Read(bytes.NewReader(data)) })
	}
	few, many := cost(500), cost(5000)
	if per := many / 5000; many > 11*few || per > 12 {
		t.Errorf("%v allocations for 500, %v for 5,000", few, many)
	}
}
