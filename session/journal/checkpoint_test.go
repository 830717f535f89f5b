package journal

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestCheckpointComesBack as it was written.
func TestCheckpointComesBack(t *testing.T) {
	t.Parallel()
	want := oneCheckpoint(NewID())
	data, err := encode(want)
	ok(t, err)
	got, err := decode(data)
	ok(t, err)
	same(t, got, want)
	if got.Left.Location() != time.UTC || !strings.Contains(string(data), `"on":"2026-03-04T11:55:00.123456789Z"`) {
		t.Errorf("not in UTC, or not the wall clock: %s", data)
	}
}

// TestCheckpointOfBefore: one that was written before it was kept that a pack has to come
// off is read, and says nothing of that.
func TestCheckpointOfBefore(t *testing.T) {
	t.Parallel()
	const off = `,"off":{"kind":"cold","on":"2026-03-04T11:43:00.123456789Z","off":"2026-03-04T11:44:00.123456789Z"}`
	got, err := decode(edited(t, off, ""))
	ok(t, err)
	want := oneCheckpoint("a")
	want.Saved.Off = session.Worn{}
	same(t, got, want)
}

// TestClockSetAhead: an instant after the moment of leaving counts as that moment, for the
// session may go on while it's written.
func TestClockSetAhead(t *testing.T) {
	t.Parallel()
	c := oneCheckpoint("a")
	c.Saved.At, c.Saved.Pack.Asked = time.Millisecond, time.Hour
	data, err := encode(c)
	ok(t, err)
	got, err := decode(data)
	ok(t, err)
	c.Saved.At, c.Saved.Pack.Asked = 0, 0
	same(t, got, c)
}

// TestAt: the instants of the session by what passed on the wall clock.
func TestAt(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name  string
		now   time.Time
		speed float64
		gone  time.Duration
	}{
		{"at once", noon, 1, 0},
		{"later", noon.Add(14 * time.Minute), 1, 14 * time.Minute},
		{"in another zone", noon.Add(time.Minute).In(time.FixedZone("", -7200)), 1, time.Minute},
		{"faster than life", noon.Add(time.Minute), 10, 10 * time.Minute},
		{"set back", noon.Add(-3 * time.Hour), 10, 0},
		{"no speed", noon.Add(time.Minute), 0, time.Minute},
		{"no number", noon.Add(time.Minute), math.NaN(), time.Minute},
		{"for ever", noon.Add(math.MaxInt64), 1000, longest},
	} {
		c := oneCheckpoint("a")
		got := c.At(x.now, x.speed)
		want := oneCheckpoint("a").Saved
		for _, d := range []*time.Duration{
			&want.Onset, &want.Unchanged, &want.Start, &want.At, &want.Pack.On, &want.Pack.Asked,
			&want.Packs[0].On, &want.Packs[0].Off, &want.Off.On, &want.Off.Off,
		} {
			*d -= x.gone
		}
		if plain(got) != plain(want) {
			t.Errorf("%s:\n%s\nwant\n%s", x.name, plain(got), plain(want))
		}
		same(t, c, oneCheckpoint("a")) // it's left as it was
	}
	c := oneCheckpoint("a")
	c.Saved.Pack, c.Saved.Off = session.Pack{}, session.Worn{}
	if got := c.At(noon.Add(time.Hour), 1); got.Pack != (session.Pack{}) || got.Off != (session.Worn{}) {
		t.Errorf("no pack became %+v, %+v", got.Pack, got.Off)
	}
}

// TestAtByTheWallClock: the other clock stands while the machine sleeps.
func TestAtByTheWallClock(t *testing.T) {
	t.Parallel()
	left := time.Now()
	c := Checkpoint{Left: left}
	if got := c.At(left.Round(0).Add(time.Hour), 1).At; got != -time.Hour {
		t.Errorf("at %v, want an hour ago", got)
	}
}

// edited is a checkpoint's state with one text in it replaced, under a right checksum.
func edited(t *testing.T, from, to string) []byte {
	t.Helper()
	data, err := encode(oneCheckpoint("a"))
	ok(t, err)
	_, state, _ := strings.Cut(string(data), `"state":`)
	state = strings.TrimSuffix(state, "}\n")
	if strings.Count(state, from) == 0 {
		t.Fatalf("%s is not in %s", from, state)
	}
	return sealed(Version, []byte(strings.Replace(state, from, to, 1)))
}

// TestNoSession: what no session has is no checkpoint, however right its checksum is.
func TestNoSession(t *testing.T) {
	t.Parallel()
	for _, x := range []struct{ from, to, want string }{
		{`"id":"a"`, `"id":""`, "id: missing"},
		{`"id":"a"`, `"id":"\u001b[2J"`, `id: "\x1b[2J" is no name`},
		{`"began":"2026`, `"began":"1926`, "began: the year 1926"},
		{`"left":"2026`, `"left":"0001`, "left: the year 1"},
		{`"muscle":"calf"`, `"muscle":"nose"`, ""},
		{`"facts":{"muscle":"calf"`, `"facts":{"muscle":"nose"`, `facts: muscle: unknown word "nose"`},
		{`"facts":{"muscle":"calf"`, `"facts":{"muscle":""`, "facts: muscle"},
		{`"routine":"bedtime","side":"left","position"`, `"routine":"../x","side":"left","position"`, ""},
		{`"facts":{"muscle":"calf","routine":"bedtime"`, `"facts":{"muscle":"calf","routine":"../x"`, "facts: routine"},
		{`"position":"seated"`, `"position":"flying"`, "facts: position"},
		{`"context":"desk"`, `"context":"moon"`, "facts: context"},
		{`["wall","heat"]`, `["wall","fire"]`, "facts: have"},
		{`["numb"]`, `["rich"]`, "facts: care"},
		{`"reps":15`, `"reps":-1`, "facts: reps: -1 is not"},
		{`"minutes":30`, `"minutes":1000000000`, "facts: minutes"},
		{`"pull":2,"hold"`, `"pull":4,"hold"`, "ease: pull"},
		{`"hold":"20s"`, `"hold":"-20s"`, "ease: hold"},
		{`"hold":"20s"`, `"hold":"a while"`, "invalid duration"},
		{`"hold":"20s"`, `"hold":20`, "cannot unmarshal"},
		{`"hold":"20s"`, `"hold":"200000h"`, "ease: hold"},
		{`"calf/stretch"`, `"calf/\u202estretch"`, "ease: place"},
		{`"dropped":["toe-raises"]`, `"dropped":["toe raises"]`, "ease: dropped"},
		{`"tier":3`, `"tier":4`, "ease: tier"},
		{`"kind":"item"`, `"kind":"dance"`, "done: kind"},
		{`"slot":"massage"`, `"slot":"a\tb"`, "done: slot"},
		{`"step":"soothe"`, `"step":"jump"`, "done: step"},
		{`"result":"completed"`, `"result":"won"`, "done: result"},
		{`"result":"completed",`, ``, "done: result"},
		{`"took":"31.000000007s"`, `"took":"-1ns"`, "done: took"},
		{`"suggested":"1m30s"`, `"suggested":"-1m30s"`, "done: suggested"},
		{`"choice":"Two`, `"choice":"\u0007Two`, "done: count: choice"},
		{`"from":1`, `"from":1001`, "done: from"},
		{`"rest":[{"kind":"item"`, `"rest":[{"kind":"wait"`, `"wait" is not of the plan`},
		{`"source":"some-trial"`, `"source":"\u0000"`, "rest: count: source"},
		{`"onset":"2026`, `"onset":"2027`, "onset: 2027-03-04T11:40:00Z is after the session was left"},
		{`"onset":"2026`, `"onset":"1990`, "onset: 1990-03-04T11:40:00Z is too long ago"},
		{`"onset":"2026-03-04T11:40:00.123456789Z",`, ``, "onset"},
		{`"eases":["1m5s"`, `"eases":["-1m5s"`, "eases"},
		{`"where":"right"`, `"where":"up"`, "where"},
		{`"level":4`, `"level":-4`, "level"},
		{`"cuts":[{"kind":"item"`, `"cuts":[{"kind":"hair"`, "cuts: kind"},
		{`"pack":{"kind":"heat"`, `"pack":{"kind":"wall"`, "pack: kind"},
		{`"checked":1`, `"checked":-1`, "pack: checked"},
		{`"packs":[{"kind":"cold"`, `"packs":[{"kind":""`, "packs: kind"},
		{`"off":"2026-03-04T11:42`, `"off":"2026-03-04T11:40`, "packs: off before it was on"},
		{`"off":{"kind":"cold"`, `"off":{"kind":"wall"`, "off: kind"},
		{`"off":"2026-03-04T11:44`, `"off":"2026-03-04T11:40`, "off: off before it was on"},
		{`"off":"2026-03-04T11:44`, `"off":"2027-03-04T11:44`, "off: off: 2027-03-04T11:44:00Z is after the session was left"},
		{`"planned":true`, `"planned":"yes"`, "cannot unmarshal"},
		{`"planned":true`, `"planed":true`, "unknown field"},
		{`"took":700`, `"took":-700`, "record: took is negative"},
		{`"record":{"v":1`, `"record":{"v":2`, "record: from a newer uncramp (version 2)"},
	} {
		_, err := decode(edited(t, x.from, x.to))
		if x.want == "" {
			if x.from == `"muscle":"calf"` && err != nil {
				t.Errorf("%s: an unknown word in the record: %v", x.to, err) // a newer program may have written it
			}
			continue
		}
		says(t, err, x.want)
		if !errors.As(err, new(bad)) {
			t.Errorf("%s: %v is not a bad", x.to, err)
		}
	}
}

// TestNoCheckpoint: what stands in the file is something else.
func TestNoCheckpoint(t *testing.T) {
	t.Parallel()
	whole, err := encode(oneCheckpoint("a"))
	ok(t, err)
	_, state, _ := strings.Cut(string(whole), `"state":`)
	state = strings.TrimSuffix(state, "}\n")
	for _, x := range []struct{ name, data, want string }{
		{"empty", "", "only partly written"},
		{"zeros", strings.Repeat("\x00", 512), "only partly written"},
		{"two", string(whole) + string(whole), "only partly written"},
		{"newer", string(sealed(2, []byte(state))), "from a newer uncramp (version 2)"},
		{"newer, of another form", `{"sum":7,"state":[],"v":12}`, "from a newer uncramp (version 12)"},
		{"older", string(sealed(0, []byte(state))), "not a saved session"},
		{"no object", `[1,2]`, "not a saved session"},
		{"null", `null`, "not a saved session"},
		{"no state", `{"v":1,"sum":""}`, "not a saved session"},
		{"state of null", string(sealed(1, []byte("null"))), "not a saved session"},
		{"another sum", strings.Replace(string(whole), `"id":"a"`, `"id":"b"`, 1), "damaged: its checksum is wrong"},
		{"long", string(whole) + strings.Repeat(" ", limit), "longer than 1 MB"},
	} {
		c, err := decode([]byte(x.data))
		if err == nil || !strings.Contains(err.Error(), x.want) || !errors.As(err, new(bad)) || c.ID != "" {
			t.Errorf("%s: %v, %v; want %q", x.name, c.ID, err, x.want)
		}
	}
}

// TestSaveRefuses what it could not read again, and leaves what is there.
func TestSaveRefuses(t *testing.T) {
	t.Parallel()
	j := open(t)
	own, _ := claimed(t, j)
	ok(t, own.Save(oneCheckpoint("a")))
	before := text(t, j, "session-1.json")
	for _, x := range []struct {
		change func(*Checkpoint)
		want   string
	}{
		{func(c *Checkpoint) { c.ID = "" }, "session-1.json: id: missing"},
		{func(c *Checkpoint) { c.Record = session.Record{} }, "session-1.json: record: no id"},
		{func(c *Checkpoint) { c.Left = time.Time{} }, "session-1.json: left: missing"},
		{func(c *Checkpoint) { c.Left = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) }, "session-1.json: "},
		{func(c *Checkpoint) { c.Saved.Facts.Muscle = content.Muscle("nose") }, "session-1.json: facts: muscle"},
		{func(c *Checkpoint) { c.Record.Routine = strings.Repeat("x", limit) }, "session-1.json: record: longer than 1 MB"},
		{func(c *Checkpoint) {
			for i := range 20_000 {
				c.Saved.Ease.Dropped = append(c.Saved.Ease.Dropped, fmt.Sprintf("%050d", i))
			}
		}, "session-1.json: longer than 1 MB"},
	} {
		c := oneCheckpoint("a")
		x.change(&c)
		says(t, own.Save(c), x.want)
	}
	if after := text(t, j, "session-1.json"); after != before {
		t.Errorf("the file is %s", after)
	}
	if _, err := os.Stat(j.path("session-2.json")); err == nil {
		t.Error("another file was written")
	}
}

// TestNewID: ids are 16 hex digits, and no two are alike.
func TestNewID(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 1000 {
		id := NewID()
		if len(id) != 16 || strings.Trim(id, "0123456789abcdef") != "" || seen[id] {
			t.Fatalf("%q", id)
		}
		seen[id] = true
	}
}

// TestFileOfARoutine: a whole path that can be told comes back as it was, and nothing else
// is kept or read.
func TestFileOfARoutine(t *testing.T) {
	t.Parallel()
	whole, err := filepath.Abs("my knee é.yaml")
	ok(t, err)
	c := oneCheckpoint("a")
	c.File = whole
	data, err := encode(c)
	ok(t, err)
	got, err := decode(data)
	ok(t, err)
	same(t, got, c)
	for path, want := range map[string]string{
		"knee.yaml":                          `file: "knee.yaml" is no whole path`,
		whole + "\x1b[2J":                    "file: ",
		whole + "\u202e":                     "file: ",
		whole + strings.Repeat("a", MaxPath): "file: a path of ",
	} {
		c.File = path
		if _, err := encode(c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", path, err, want)
		}
	}
	c.File = ""
	if plain, err := encode(c); err != nil || strings.Contains(string(plain), `"file"`) {
		t.Errorf("one without a file has one: %v", err)
	}
	if _, err := decode(edited(t, `"file":"`, `"file":"..`)); err == nil || !strings.Contains(err.Error(), "is no whole path") {
		t.Errorf("%v", err)
	}
}
