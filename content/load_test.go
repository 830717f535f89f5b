package content

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// library is a copy of the embedded files that a test may change.
func library(tb testing.TB) fstest.MapFS {
	tb.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(embedded, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(embedded, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// edit replaces the first occurrence of a text in a file; the text must be there.
func edit(tb testing.TB, files fstest.MapFS, name, old, fresh string) {
	tb.Helper()
	data := string(files[name].Data)
	if !strings.Contains(data, old) {
		tb.Fatalf("%s does not hold %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(data, old, fresh, 1))}
}

func TestEmbeddedLibraryIsValid(t *testing.T) {
	lib, err := LoadFS(embedded)
	if err != nil {
		t.Fatal(err)
	}
	if first := Embedded(); first != Embedded() {
		t.Error("the embedded library is decoded more than once")
	}
	if len(Embedded().Items) != len(lib.Items) || len(lib.Items) < 46 {
		t.Errorf("%d items", len(lib.Items))
	}
}

func TestFirstWaitingAgreesWithTheLibrary(t *testing.T) {
	for _, m := range Muscles() {
		first, err := FirstWaiting(m)
		if err != nil {
			t.Fatal(err)
		}
		whole, ok := Embedded().Waiting(m)
		if !ok || !equal(first, whole) {
			t.Errorf("%s: the first frame and the library differ", m)
		}
	}
	if _, err := FirstWaiting("elbow"); err == nil || err.Error() != "waiting/elbow.yaml: no such file; expected it to be there" {
		t.Errorf("an unknown muscle gives %v", err)
	}
}

func TestLoadFSAcceptsTheLineEndsOfWindows(t *testing.T) {
	files := library(t)
	for name, f := range files {
		files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(f.Data), "\n", "\r\n"))}
	}
	lib, err := LoadFS(files)
	if err != nil {
		t.Fatal(err)
	}
	if same, err := LoadFS(embedded); err != nil || !equal(lib, same) {
		t.Errorf("the library differs with other line ends (%v)", err)
	}
}

func TestLoadFSRefusesAnIncompleteLibrary(t *testing.T) {
	for _, name := range thinned(slices.Sorted(maps.Keys(library(t)))) {
		if strings.HasPrefix(name, "warnings/") || name == "advice/ask-first.yaml" {
			continue // one sign less is a library still
		}
		files := library(t)
		delete(files, name)
		if _, err := LoadFS(files); err == nil {
			t.Errorf("nobody misses %s", name)
		}
	}
}

func TestErrorsAreAlwaysOurs(t *testing.T) {
	for _, files := range []fs.FS{fstest.MapFS{}, fstest.MapFS{"items": &fstest.MapFile{}}, broken{}} {
		_, err := LoadFS(files)
		if _, ok := errors.AsType[*Error](err); !ok {
			t.Errorf("%v is not an *Error", err)
		}
	}
}

// broken is a file system in which nothing can be opened.
type broken struct{}

func (broken) Open(string) (fs.File, error) { return nil, errors.New("the disk\x1b[31m is gone") }

func TestErrorNeverCarriesControlsToTheTerminal(t *testing.T) {
	_, err := LoadFS(broken{})
	if got := err.Error(); got != ".: the disk [31m is gone; expected a file that can be read" {
		t.Errorf("%q", got)
	}
}

func TestLookups(t *testing.T) {
	lib := Embedded()
	if it, ok := lib.Item("wall-calf"); !ok || it.Name != "Wall calf stretch" {
		t.Errorf("wall-calf: %v %v", it.Name, ok)
	}
	if _, ok := lib.Item("elbow"); ok {
		t.Error("an item that isn't there is found")
	}
	if r, ok := lib.Relief(Calf); !ok || r.Softest[0] != "toes-to-shin" {
		t.Errorf("relief: %v", r.Softest)
	}
	if d := lib.Drink(Long); d.Context != Long {
		t.Errorf("drink: %q", d.Context)
	}
	if d := lib.Drink(""); d.Context != "" || len(d.Lines) == 0 {
		t.Errorf("drink without a context: %v", d)
	}
	if d := lib.Drink("opera"); len(d.Lines) == 0 {
		t.Error("no drink for an unknown context")
	}
	if a, ok := lib.Advice("stop"); !ok || len(a.Lines) == 0 {
		t.Error("no advice on when to stop")
	}
}

func TestPackIsFoundByKindAndMuscle(t *testing.T) {
	for _, m := range Muscles() {
		for _, kind := range []Thing{Heat, Cold} {
			if p, ok := Embedded().Pack(kind, m); !ok || p.Kind != kind || !slices.Contains(p.Muscles, m) {
				t.Errorf("%s for the %s: %s for %v", kind, m, p.Kind, p.Muscles)
			}
		}
	}
	if p, _ := Embedded().Pack(Heat, Arch); p.ID != "heat-foot" {
		t.Errorf("the arch is warmed by %s", p.ID)
	}
	if p, ok := Embedded().Pack(Wall, Calf); ok {
		t.Errorf("a wall is the pack %s", p.ID)
	}
	if p, ok := Embedded().Pack(Heat, "elbow"); ok {
		t.Errorf("%s warms an elbow", p.ID)
	}
}

func TestCauseFallsBackOnWhatSuitsEveryContext(t *testing.T) {
	lib := Embedded()
	for _, c := range Contexts() {
		if x := lib.Cause(c); x.Context != c || len(x.Lines) == 0 {
			t.Errorf("%s: %v", c, x)
		}
	}
	if x := lib.Cause(""); x.Context != "" || len(x.Lines) == 0 || !equal(x, lib.Cause("opera")) {
		t.Errorf("without a context: %v", x)
	}
}

func TestRoutineIsFoundByItsId(t *testing.T) {
	for _, id := range []string{"legs", "bedtime"} {
		if r, ok := Embedded().Routine(id); !ok || r.ID != id {
			t.Errorf("%s: %q", id, r.ID)
		}
	}
	if r, ok := Embedded().Routine("arms"); ok || r.ID != "" {
		t.Errorf("a routine that isn't there: %q", r.ID)
	}
}

func TestLookupsOfWhatIsSaid(t *testing.T) {
	lib := Embedded()
	if s, ok := lib.Source("nhs-cramp"); !ok || s.Publisher != "NHS" {
		t.Errorf("source: %v", s)
	}
	if w, ok := lib.Warning("chest"); !ok || w.Tier != Emergency {
		t.Errorf("warning: %v", w)
	}
	if p := lib.Phrase("halfway"); p != "Halfway." {
		t.Errorf("phrase: %q", p)
	}
	if p := lib.Phrase("Some words."); p != "Some words." {
		t.Errorf("unknown phrase: %q", p)
	}
}

func TestWarningsStandByTierAndUrgency(t *testing.T) {
	lib := Embedded()
	sum := 0
	for _, tier := range []Tier{Emergency, SameDay, Soon} {
		list := lib.WarningsOf(tier)
		sum += len(list)
		if h, ok := lib.Help(tier); !ok || h.Tier != tier || len(list) < 7 {
			t.Errorf("tier %d: %d signs", tier, len(list))
		}
	}
	if sum != len(lib.Warnings) || lib.Warnings[0].ID != "chest" {
		t.Errorf("%d of %d signs, %q first", sum, len(lib.Warnings), lib.Warnings[0].ID)
	}
}

func BenchmarkFirstWaiting(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := FirstWaiting(Calf); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadFS(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := LoadFS(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
