package content

import (
	"strings"
	"testing"
)

// TestOwnIsNamedAsItsFile: a file may have any name, and makes a right one.
func TestOwnIsNamedAsItsFile(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"mine.yaml": "mine", "mine.yml": "mine", "MINE.YAML": "mine", "some/where/mine.yaml": "mine", "mine": "mine",
		"Anna March.yaml": "anna-march", "knee (1).yaml": "knee-1", "-a--b-.yaml": "a-b", "knee.v2.yaml": "knee-v2", "Übung 2.yaml": "bung-2",
		"legs.yaml": "my-legs", "cold.yaml": "my-cold", "calf.yml": "my-calf", "Wall Calf.yaml": "my-wall-calf", "history.yaml": "my-history",
		".yaml": "my-routine", "膝.yaml": "my-routine", "": "my-routine",
		strings.Repeat("a", 50) + ".yaml":                strings.Repeat("a", 40),
		strings.Repeat("a", 39) + " " + "knee" + ".yaml": strings.Repeat("a", 39),
	} {
		o, err := ReadOwn(file, []byte(mine))
		if err != nil || o.ID != want || OwnName(o.ID) != nil {
			t.Errorf("%s: %q, %v, want %q", file, o.ID, err, want)
		}
		if o, err := ReadOwn(file, []byte("id: yours\n"+mine)); err != nil || o.ID != "yours" {
			t.Errorf("%s: what stands in the file is its id: %q, %v", file, o.ID, err)
		}
	}
}

// TestOwnMayHaveAByteOrderMark: it's not seen, and changes nothing.
func TestOwnMayHaveAByteOrderMark(t *testing.T) {
	t.Parallel()
	o, err := ReadOwn("mine.yaml", []byte("\xef\xbb\xbf"+mine))
	if err != nil || !equal(o, readMine(t)) {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestOwnName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Mine":                  `the name "Mine"; expected lower-case words joined by hyphens, at most 40 letters`,
		"-mine":                 `the name "-mine"; expected lower-case words joined by hyphens, at most 40 letters`,
		"":                      `the name ""; expected lower-case words joined by hyphens, at most 40 letters`,
		strings.Repeat("a", 41): `the name "` + strings.Repeat("a", 40) + `…"; expected lower-case words joined by hyphens, at most 40 letters`,
		"calf":                  `"calf" is a muscle; expected another name`,
		"legs":                  `"legs" is a routine of the library; expected another name`,
		"wall-calf":             `"wall-calf" is an exercise of the library; expected another name`,
		"history":               `"history" is a command; expected another name`,
		"heat":                  `"heat" is a word of the program's own; expected another name`,
		"wait":                  `"wait" is a word of the program's own; expected another name`,
		strings.Repeat("a", 40): "",
		"my-knee-2":             "",
	} {
		got := ""
		if err := OwnName(name); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", name, got, want)
		}
	}
}
