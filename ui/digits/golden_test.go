package digits

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update rewrites the golden file: go test ./ui/digits -run Golden -update.
var update = flag.Bool("update", false, "rewrite the golden file")

// TestGoldenFonts holds every glyph, and some words at several scales, to the file
// that somebody has read.
func TestGoldenFonts(t *testing.T) {
	var b strings.Builder
	show := func(name string, draw func(string, int, int) []string, text string, w, h int) {
		fmt.Fprintf(&b, "%s %q in %dx%d\n\n", name, text, w, h)
		for _, l := range draw(text, w, h) {
			b.WriteString(strings.TrimRight(l, " ") + "\n")
		}
		b.WriteString("\n")
	}
	show("Number", Number, inFigures, 200, 7)
	for at := 0; at < len(inLetters); at += 13 {
		group := inLetters[at:min(at+13, len(inLetters))]
		show("Word", Word, group, 200, 5)
		show("Word", Word, group, 200, 3)
	}
	for _, v := range verbs {
		show("Word", Word, v, 40, 3)
	}
	for _, size := range [][2]int{{42, 8}, {62, 15}, {80, 24}, {196, 24}} {
		show("Number", Number, "0:27", size[0], size[1])
		show("Number", Number, "10:05", size[0], size[1])
		show("Word", Word, "HOLD", size[0], size[1]/2)
	}
	golden(t, "fonts", b.String())
}

// golden compares a text with a file of testdata, and shows both where they differ.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (rewrite it with -update, and read it). It is\n%s\nand was\n%s", path, got, want)
	}
}
