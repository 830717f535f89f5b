package journal

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"uncramp/content"
	"uncramp/session"
)

// unkept are the fields that a checkpoint leaves out, and why.
var unkept = map[string]string{
	"Facts.Manual": "how somebody likes to be led on is a setting, read at every start",
	// What was suggested for an open phase is kept; of the rest of a block's course
	// nothing is, so that it is made of the content that there is then.
	"Phase.Kind": "always open", "Phase.For": "no length", "Phase.Cap": "made anew",
	"Phase.Rep": "made anew", "Phase.Ground": "made anew",
}

// TestEveryFieldIsKept: a field that a session gets is in its checkpoint, or it's said here
// why it isn't.
func TestEveryFieldIsKept(t *testing.T) {
	t.Parallel()
	whole := oneCheckpoint("a")
	data, err := encode(whole)
	ok(t, err)
	got, err := decode(data)
	ok(t, err)
	seen := map[string]bool{}
	kept(t, "Checkpoint", reflect.ValueOf(whole), reflect.ValueOf(got), seen)
	for name := range unkept {
		if !seen[name] {
			t.Errorf("%s is no field", name)
		}
	}
}

// kept requires every field beneath a value to have something in it, and the same after
// it was read.
func kept(t *testing.T, name string, want, got reflect.Value, seen map[string]bool) {
	t.Helper()
	switch {
	case want.Type() == reflect.TypeFor[time.Time]():
	case want.Kind() == reflect.Struct:
		for i := range want.NumField() {
			field := want.Type().Name() + "." + want.Type().Field(i).Name
			seen[field] = true
			if unkept[field] == "" && !want.Field(i).IsZero() || want.Type() == reflect.TypeFor[content.Ground]() {
				kept(t, field, want.Field(i), got.Field(i), seen)
			} else if unkept[field] == "" && !partly[field] {
				t.Errorf("%s: the example has nothing in it", field)
			}
		}
		return
	case want.Kind() == reflect.Slice:
		if want.Len() != got.Len() || want.Len() == 0 {
			t.Fatalf("%s: %d of %d came back", name, got.Len(), want.Len())
		}
		for i := range want.Len() {
			kept(t, name, want.Index(i), got.Index(i), seen)
		}
		return
	}
	if plain(want.Interface()) != plain(got.Interface()) {
		t.Errorf("%s: %v came back as %v", name, want, got)
	}
}

// TestEveryFieldIsDocumented: the schema of the history, and what a checkpoint holds, stand
// in the comment of the package.
func TestEveryFieldIsDocumented(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	ok(t, err)
	for _, of := range []reflect.Type{reflect.TypeFor[record](), reflect.TypeFor[state]()} {
		for field := range of.Fields() {
			name, rest, _ := strings.Cut(field.Tag.Get("json"), ",")
			mark := " "
			if of == reflect.TypeFor[record]() && rest == "" {
				mark = " * "
			}
			if !strings.Contains(string(doc), "\n//\t"+name+mark) {
				t.Errorf("%s%sis not in doc.go", name, mark)
			}
		}
	}
}

// partly are the fields that can be empty in one of the examples of a list.
var partly = map[string]bool{"Block.Result": true, "Cut.Item": true, "Worked.Reps": true}

// TestWordsAreListed: every word that the session has of a kind is one that a checkpoint
// may have.
func TestWordsAreListed(t *testing.T) {
	t.Parallel()
	want := map[string][]string{
		"BlockKind": texts(blockKinds), "Result": texts(results), "CutKind": texts(cutKinds), "Side": texts(session.Sides()),
	}
	found := map[string][]string{}
	files, err := filepath.Glob("../*.go")
	ok(t, err)
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		ok(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, is := n.(*ast.ValueSpec)
			if !is || spec.Type == nil || len(spec.Values) != 1 {
				return true
			}
			kind, word := fmt.Sprint(spec.Type), spec.Values[0]
			if lit, is := word.(*ast.BasicLit); is && want[kind] != nil {
				text, err := strconv.Unquote(lit.Value)
				ok(t, err)
				found[kind] = append(found[kind], text)
			}
			return true
		})
	}
	for kind := range want {
		slices.Sort(found[kind])
		slices.Sort(want[kind])
		equal(t, kind, want[kind], found[kind])
	}
}

func texts[T ~string](list []T) []string {
	var out []string
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}

// TestSessionsComeBack: whatever happened in a session, its checkpoint can be written, and
// what is read is what was written.
func TestSessionsComeBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		s := player{T: r, lib: withOwn()}.play()
		at := s.Now
		v := s.Saved().Later(-at)
		v.Facts.Manual = false
		c := Checkpoint{
			ID: NewID(), Began: noon.Add(s.Start), Left: noon.Add(at),
			Preview: rapid.Bool().Draw(r, "preview"), Ended: s.Mode == session.Ended, Saved: v,
		}
		c.Record = s.Record(c.ID, c.Began, c.Preview)
		data, err := encode(c)
		if err != nil {
			r.Fatal(err)
		}
		got, err := decode(data)
		if err != nil {
			r.Fatal(err)
		}
		if plain(got) != plain(c) {
			r.Fatalf("read back\n%s\nwant\n%s", plain(got), plain(c))
		}
		if len(data) > limit/20 {
			r.Errorf("%d bytes", len(data))
		}
	})
}

// player plays a session by chance.
type player struct {
	*rapid.T
	lib *content.Library
}

// one is one of a list.
func one[T any](p player, name string, list ...T) T { return rapid.SampledFrom(list).Draw(p.T, name) }

func (p player) play() session.Session {
	f := session.Facts{
		Muscle:   one(p, "muscle", content.Muscles()...),
		Side:     one(p, "side", append(session.Sides(), "")...),
		Position: one(p, "position", append(content.Positions(), "")...),
		Context:  one(p, "context", append(content.Contexts(), "")...),
		Have:     some(p, content.Things()), Care: some(p, content.Cares()[:3]),
		Minutes: one(p, "minutes", 0, 0, 1, 6, 30), Reps: one(p, "reps", 0, 15, 20), Manual: one(p, "manual", false, true),
	}
	w, _ := p.lib.Waiting(f.Muscle)
	library := func() *content.Library { return p.lib }
	s := session.New(f, w, library)
	if r := one(p, "routine", append([]content.Routine{{}, {}}, p.lib.Routines...)...); r.ID != "" {
		s = session.Follow(f, r, library)
	}
	now := time.Duration(0)
	for range rapid.IntRange(0, 60).Draw(p.T, "events") {
		if next, ok := s.NextChange(now); ok && one(p, "to the change", true, true, false) {
			now = max(now, next)
		} else {
			now += time.Duration(rapid.Int64Range(0, int64(90*time.Second)).Draw(p.T, "later"))
		}
		s, _ = s.Apply(p.event(f), now)
	}
	return s
}

func some[T ~string](p player, list []T) session.Set[T] {
	var set session.Set[T]
	for _, w := range list {
		if one(p, string(w), false, true) {
			set = append(set, w)
		}
	}
	return set
}

// event is an event by chance; those that lead on come most often.
func (p player) event(f session.Facts) session.Event {
	f.Side, f.Position = one(p, "told", session.Sides()...), one(p, "as", content.Positions()...)
	f.Muscle = one(p, "of", f.Muscle, content.Quad)
	f.Minutes = one(p, "in", f.Minutes, 3)
	return one[session.Event](p, "event", session.Tick{}, session.Tick{}, session.Go{}, session.Go{}, session.Next{},
		session.Next{}, session.Eased{}, session.Eased{}, session.Grip{}, session.Again{}, session.TooMuch{},
		session.Back{}, session.More{}, session.Choose{Pack: content.Heat}, session.Choose{Pack: content.Cold},
		session.Skin{OK: true}, session.Pause{}, session.Resume{}, session.Tell{Facts: f},
		session.Check{Answer: session.Same}, session.Warn{Tier: content.Soon}, session.Away{For: time.Hour})
}
