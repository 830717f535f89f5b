package content

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"unicode"
)

// FuzzLoad holds that no bytes make the loader panic, that whatever it refuses
// has a message fit for a terminal, and that whatever it takes is fit to be shown.
func FuzzLoad(f *testing.F) {
	names, err := fs.Glob(embedded, "items/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(embedded, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(strings.TrimSuffix(strings.TrimPrefix(name, "items/"), ".yaml"), data)
	}
	for _, m := range mistakes {
		f.Add("jiggle", []byte(m.fresh))
	}
	f.Add("x", []byte("a: &a [*a, *a]\n<<: *a\n? b\n: c\n--- !!x |\n\t\x00"))
	f.Fuzz(func(t *testing.T, id string, data []byte) {
		file := "items/" + id + ".yaml"
		it, b, err := decode[Item](file, data)
		if err == nil {
			err = orNil(checkItem(b.doc, it))
		}
		if err != nil {
			refusedWell(t, err)
			return
		}
		takenWell(t, id, it)
	})
}

// refusedWell holds an error to its form.
func refusedWell(t *testing.T, err error) {
	t.Helper()
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("%v is not an *Error", err)
	}
	if (e.Line > 0) != (e.Column > 0) || e.What == "" {
		t.Errorf("%d:%d %q", e.Line, e.Column, e.What)
	}
	if text := e.What + e.Want; strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		t.Errorf("%q would reach the terminal", text)
	}
}

// takenWell holds an item to its bounds, written down a second time.
func takenWell(t *testing.T, id string, it Item) {
	t.Helper()
	if it.ID != base("items/"+id+".yaml") || it.Pull < 1 || it.Pull > 3 || len(it.How) < 3 || len(it.How) > 5 {
		t.Errorf("taken: %+v", it)
	}
	if n := len(strings.Fields(it.Say)); n < 3 || n > 12 || strings.ContainsAny(it.Say, "0123456789-/()+*!") {
		t.Errorf("taken to be read aloud: %q", it.Say)
	}
	d := it.Dose
	if d.Hold.Seconds > 60 || d.Reps.Count > 20 || d.Longer.Count > 20 || d.For.Seconds > 120 || d.Cap.Seconds > 180 || d.Least.Seconds > d.For.Seconds {
		t.Errorf("taken: %+v", d)
	}
	walk(reflect.ValueOf(it), "item", func(path string, v reflect.Value) {
		if v.Kind() == reflect.String && strings.ContainsFunc(v.String(), func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Errorf("taken: %s %q", path, v)
		}
		if v.Type() == groundType && !v.IsZero() {
			if g := v.Interface().(Ground); (g.Source == "") == (g.Choice == "") {
				t.Errorf("taken: %s %+v", path, g)
			}
		}
	})
}
