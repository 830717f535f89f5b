package journal

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// records is how many records each of ten programs appends in TestTenPrograms.
var records = flag.Int("records", 0, "how many records each of ten programs appends, 0 = a hundred")

// TestMain is also the other programs: the tests start this binary anew, with what it
// should do in a variable of its environment.
func TestMain(m *testing.M) {
	if what := os.Getenv(childWork); what != "" {
		if err := child(what); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	set("rapid.nofailfile", "true") // a failing stream is printed with its seed
	if !given {
		set("rapid.checks", strconv.Itoa(streams))
	}
	os.Exit(m.Run())
}

func set(name, value string) {
	if err := flag.Set(name, value); err != nil {
		panic(err)
	}
}

// open opens a journal in a folder that is not there yet.
func open(t *testing.T) *Journal {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "state"))
}

func openAt(t *testing.T, dir string) *Journal {
	t.Helper()
	j, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// noon is when the sessions of the tests were left.
var noon = time.Date(2026, 3, 4, 12, 0, 0, 123456789, time.UTC)

// oneRecord is a record with something in every field.
func oneRecord(id string) session.Record {
	sore := 3
	return session.Record{
		ID: id, At: noon.In(time.FixedZone("", 3600)), Muscle: content.Calf, Side: session.Left,
		Position: content.Lying, Context: content.Sleep, Routine: "bedtime", Outcome: session.LeftEarly,
		Took: 700, Eased: []int{65, 30}, Gripping: true, Again: 2, Softer: 1,
		Done:     []session.Worked{{Item: "wall-calf", Side: session.Left, Reps: 2}},
		Skipped:  []session.Worked{{Item: "roller-calf", Side: session.Both}},
		LeftOut:  []session.Worked{{Item: "toe-raises", Side: session.Both, Reps: 4}},
		BrokeOff: []session.Worked{{Item: "knee-calf", Side: session.Left, Reps: 1}},
		NotBegun: []session.Worked{{Item: "shake", Side: session.Right}},
		Packs:    []session.Applied{{Kind: content.Heat, For: 1200}},
		Sign:     content.Soon, Help: true, Sore: &sore, Preview: true, Look: true, Replaced: true,
	}
}

// wholePath is the whole path of a routine's file.
var wholePath, _ = filepath.Abs("knee.yaml")

// oneCheckpoint is a checkpoint with something in every field.
func oneCheckpoint(id string) Checkpoint {
	block := session.Block{
		Kind: session.ItemBlock, Item: "massage-calf", Slot: "massage", Muscle: content.Calf, Side: session.Left,
		Step: content.Soothe, Phases: []session.Phase{{Kind: session.Open, Hint: 90 * time.Second}}, Reps: 6,
		Count: content.Ground{Choice: "Two are enough: our own choice."}, From: 1, Begun: true, Pull: 2, Short: true,
		Sets: 3, SetsBy: content.Ground{Choice: "as it was written down"}, Result: session.Completed, Took: 31*time.Second + 7,
	}
	rest := block
	rest.Result, rest.Count = "", content.Ground{Source: "some-trial"}
	return Checkpoint{
		ID: id, Began: noon.Add(-20 * time.Minute), Left: noon, Preview: true, Ended: true, Record: oneRecord(id),
		File: wholePath,
		Saved: session.Saved{
			Facts: session.Facts{
				Muscle: content.Calf, Routine: "bedtime", Side: session.Left, Position: content.Seated,
				Context: content.Desk, Have: session.Set[content.Thing]{content.Wall, content.Heat},
				Care: session.Set[content.Care]{content.Numb}, Reps: 15, Minutes: 30, Lain: true,
			},
			Ease: session.Ease{
				Pull: 2, Hold: 20 * time.Second, Steps: 1, Again: 2, Cramped: []string{"calf/stretch"},
				Dropped: []string{"toe-raises"}, Closed: []string{"calf/top"}, Tier: content.Soon,
			},
			Done: []session.Block{block}, Rest: []session.Block{rest}, Planned: true, Gripping: true,
			Onset: -20 * time.Minute, Unchanged: -time.Minute - 1, EasedIn: 65 * time.Second,
			Eases: []time.Duration{65 * time.Second, 30*time.Second + 5}, Help: true, Where: session.Right, Level: 4,
			Cuts: []session.Cut{{Kind: session.CutItem, Item: "roller-calf"}, {Kind: session.CutPack}},
			Pack: session.Pack{
				Kind: content.Heat, Slot: "warm", Muscle: content.Calf, On: -5 * time.Minute, For: 20 * time.Minute,
				Checked: 1, Asking: true, Asked: -3 * time.Second,
			},
			Packs: []session.Worn{{Kind: content.Cold, On: -19 * time.Minute, Off: -18 * time.Minute}},
			Off:   session.Worn{Kind: content.Cold, On: -17 * time.Minute, Off: -16 * time.Minute},
			Start: -20 * time.Minute, At: -time.Nanosecond,
		},
	}
}

// same compares what was written with what was read. An empty list is none, and an instant
// is the same in every zone.
func same(t *testing.T, got, want any) {
	t.Helper()
	if a, b := plain(got), plain(want); a != b {
		t.Errorf("read back\n%s\nwant\n%s", a, b)
	}
}

// plain is a value as a text, in which nil and empty lists look alike and every pointer is
// what it points to.
func plain(v any) string {
	var b strings.Builder
	write(&b, reflect.ValueOf(v))
	return b.String()
}

func write(b *strings.Builder, v reflect.Value) {
	if at, is := reflect.TypeAssert[time.Time](v); is {
		b.WriteString(at.UTC().Format(time.RFC3339Nano))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		b.WriteString("{")
		for i := range v.NumField() {
			b.WriteString(v.Type().Field(i).Name + ":")
			write(b, v.Field(i))
			b.WriteString(" ")
		}
		b.WriteString("}")
	case reflect.Slice:
		b.WriteString("[")
		for i := range v.Len() {
			write(b, v.Index(i))
			b.WriteString(" ")
		}
		b.WriteString("]")
	case reflect.Pointer:
		if !v.IsNil() {
			b.WriteString("&")
			write(b, v.Elem())
		}
	default:
		fmt.Fprintf(b, "%#v", v.Interface())
	}
}

// says holds an error to a text that it contains.
func says(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("the error is %v, want %q in it", err, want)
	}
}

// claimed is what Claim gives, with no problems, and given back at the end of the test.
func claimed(t *testing.T, j *Journal) (*Slot, []Left) {
	t.Helper()
	own, left, problems := j.Claim()
	if len(problems) > 0 || own == nil {
		t.Fatalf("claimed %v, problems %v", own, problems)
	}
	t.Cleanup(func() { closeAll(t, own, left) })
	return own, left
}

// closeAll gives back what was claimed.
func closeAll(t *testing.T, own *Slot, left []Left) {
	t.Helper()
	for _, l := range left {
		ok(t, l.Slot.Close())
	}
	if own != nil {
		ok(t, own.Close())
	}
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// names lists the files of the state folder, but for the locks.
func names(t *testing.T, j *Journal) []string {
	t.Helper()
	list, err := system{}.list(j.dir)
	ok(t, err)
	return slices.DeleteFunc(list, func(name string) bool { return strings.HasSuffix(name, ".lock") })
}

// put writes a file into the state folder, and text reads one.
func put(t *testing.T, j *Journal, name, text string) {
	t.Helper()
	ok(t, os.WriteFile(j.path(name), []byte(text), 0o600))
}

func text(t *testing.T, j *Journal, name string) string {
	t.Helper()
	data, err := os.ReadFile(j.path(name))
	ok(t, err)
	return string(data)
}

// history reads the history; there must be no error.
func history(t *testing.T, j *Journal) History {
	t.Helper()
	h, err := j.History()
	ok(t, err)
	return h
}

// ids are the ids of the history in its order.
func ids(t *testing.T, j *Journal) []string {
	t.Helper()
	list := []string{}
	for _, r := range history(t, j).Records {
		list = append(list, r.ID)
	}
	return list
}

// equal compares two lists.
func equal[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// record is short for what the history holds.
type record = session.Record
