package content

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
)

// FuzzOwn holds that no file makes the door panic or wait, that whatever it refuses has
// messages fit for a terminal, and that whatever it takes is within its bounds and stands
// beside the library.
func FuzzOwn(f *testing.F) {
	f.Add([]byte(mine))
	for _, m := range ownMistakes {
		f.Add(changedMine(f, m.old, m.fresh))
	}
	f.Add([]byte("\xef\xbb\xbf" + mine))
	f.Add([]byte("\xff\xfen\x00a\x00"))
	f.Add([]byte("name: \"Mine\nfor: [a, {b: 'c\n– id:x\nhold = 5\n"))
	f.Add(repeated(40, "any: [bed-bend]", 20))
	f.Add([]byte("a: &a [*a, *a]\n<<: *a\n? b\n: c\n--- !!x |\n\t\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		o, err := ReadOwn("mine.yaml", data)
		if took := time.Since(began); took > 10*limit {
			t.Errorf("%d bytes took %v", len(data), took)
		}
		if err != nil {
			ownRefusedWell(t, err, data)
			return
		}
		ownTakenWell(t, o)
		for _, line := range OwnNotes("mine.yaml", data, o) {
			if !strings.HasPrefix(line, "mine.yaml:") || strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) {
				t.Errorf("noted: %q", line)
			}
		}
	})
}

// ownRefusedWell holds what is said of a file to its form.
func ownRefusedWell(t *testing.T, err error, data []byte) {
	t.Helper()
	all, ok := errors.AsType[Errors](err)
	if !ok || len(all) == 0 || len(all) > mostSlips {
		t.Fatalf("%T: %v", err, err)
	}
	for i, e := range all {
		refusedWell(t, e)
		if i > 0 && (e.Line < all[i-1].Line || e.Line == all[i-1].Line && e.Column <= all[i-1].Column) {
			t.Errorf("%v comes after %v", e, all[i-1])
		}
		line, caret, _ := strings.Cut(e.Shown(data), "\n")
		if strings.ContainsFunc(line+caret, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Errorf("%q over %q would reach the terminal", line, caret)
		}
	}
}

// ownTakenWell holds a routine to its bounds, written down a second time.
func ownTakenWell(t *testing.T, o Own) {
	t.Helper()
	if OwnName(o.ID) != nil || !o.Own || len(o.Turns) < 1 || len(o.Turns) > 40 || len(o.Items) > 20 || cells(o.Name) > 28 {
		t.Errorf("taken: %+v", o)
	}
	lib, err := Embedded().With(o)
	if err != nil {
		t.Fatalf("taken, yet: %v", err)
	}
	for _, turn := range o.Turns {
		if (turn.Pack == "") == (len(turn.Any) == 0) || turn.Hold.Seconds > 120 || turn.Reps.Count > 20 || turn.Sets.Count > 10 || turn.Break.Seconds > 180 || turn.For.Seconds > 1200 || turn.Pack == "" && turn.For.Seconds > 120 {
			t.Errorf("taken: %+v", turn)
		}
		for _, id := range turn.Any {
			if it, ok := lib.Item(id); !ok || it.Step != Stretch {
				t.Errorf("taken: %q", id)
			}
		}
	}
	for _, it := range o.Items {
		if _, clash := Embedded().Item(it.ID); clash || it.Pull < 1 || it.Pull > 3 || it.Dose.Hold.Seconds > 120 || it.Dose.Cap.Seconds > 180 {
			t.Errorf("taken: %+v", it)
		}
	}
	if text, err := json.Marshal(o); err != nil || len(text) > 2<<20 {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	walk(reflect.ValueOf(o), "own", func(path string, v reflect.Value) {
		if v.Kind() == reflect.String && (strings.ContainsFunc(v.String(), func(r rune) bool { return !unicode.IsPrint(r) }) || len(v.String()) > 4*(maxText+20)) {
			t.Errorf("taken: %s %q", path, v)
		}
	})
}
