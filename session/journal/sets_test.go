package journal

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/session"
)

// TestWithoutSetsIsRead: a checkpoint in which nothing stands of sets, or of the place of
// a pack, is read as it always was.
func TestWithoutSetsIsRead(t *testing.T) {
	t.Parallel()
	c := oneCheckpoint("a")
	for _, list := range [][]session.Block{c.Saved.Done, c.Saved.Rest} {
		for i := range list {
			list[i].Sets, list[i].SetsBy = 0, content.Ground{}
		}
	}
	c.Saved.Pack.Slot = ""
	data, err := encode(c)
	ok(t, err)
	for _, name := range []string{"sets", "sets_by", "slot\":\"warm"} {
		if bytes.Contains(data, []byte(`"`+name)) {
			t.Errorf("%s stands in it: %s", name, data)
		}
	}
	got, err := decode(data)
	ok(t, err)
	same(t, got, c)
}

// TestSetsThatNoSessionHas are no checkpoint: the repetitions of a block are so many in
// each of its sets.
func TestSetsThatNoSessionHas(t *testing.T) {
	t.Parallel()
	data, err := encode(oneCheckpoint("a"))
	ok(t, err)
	var file struct {
		State json.RawMessage `json:"state"`
	}
	ok(t, json.Unmarshal(data, &file))
	for from, to := range map[string]string{
		`"sets":3`: `"sets":4`, `"reps":6`: `"reps":0`, `"sets":3,`: `"sets":-1,`,
		`"sets_by":{`: `"sets_by":{"source":"No name",`, `"slot":"warm"`: `"slot":"w\u0007"`,
	} {
		text := strings.ReplaceAll(string(file.State), from, to)
		if text == string(file.State) {
			t.Fatalf("nothing is %s in %s", from, text)
		}
		if got, err := decodeState([]byte(text)); err == nil {
			t.Errorf("%s became %s, and was read as %+v", from, to, got.Saved.Rest)
		}
	}
}

// withOwn is the content with a routine of somebody's own in it, of sets and of packs.
func withOwn() *content.Library {
	written := content.Ground{Choice: "made up for a test"}
	lib := *content.Embedded()
	lib.Routines = append(slices.Clip(lib.Routines), content.Routine{
		ID: "mine", Name: "Mine", Position: content.Seated, Ground: written, Turns: []content.Turn{
			{ID: "calf", Any: []string{"toes-to-shin"}, Sets: content.Count{Count: 3, Ground: written}, Legs: content.RightLeg},
			{ID: "warm", Pack: content.Heat},
			{ID: "lifts", Any: []string{"toe-lifts"}, Sets: content.Count{Count: 2, Ground: written}},
			{ID: "cool", Pack: content.Cold},
		},
	})
	return &lib
}
