package figure

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"uncramp/content"
)

// update rewrites the golden files: go test ./ui/figure -run Golden -update.
var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a text with a file of testdata, and shows where they differ first.
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
	is, was := sections(got), sections(string(want))
	for i := range max(len(is), len(was)) {
		if a, b := nth(is, i), nth(was, i); a != b {
			t.Fatalf("%s differs (rewrite it with -update, and read it). It is\n%s\nand was\n%s", path, a, b)
		}
	}
}

// sections are the figures of a sheet, each with its header.
func sections(sheet string) []string { return strings.SplitAfter(sheet, "\n\n") }

func nth(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing\n"
}

// TestGoldenSheets holds every pose of every figure to a file that somebody has looked
// at.
func TestGoldenSheets(t *testing.T) {
	for _, l := range []Look{{W: 16, H: 8}, {W: 34, H: 12}, {W: 60, H: 30}, {W: 34, H: 12, ASCII: true}} {
		name := fmt.Sprintf("sheet_%dx%d", l.W, l.H)
		if l.ASCII {
			name += "_ascii"
		}
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for _, f := range content.Embedded().Figures {
				b.WriteString(header(f) + "\n" + strip(f, l) + "\n")
			}
			golden(t, name, b.String())
		})
	}
}

// header names a figure and what it shows.
func header(f content.Figure) string {
	words := []string{f.ID + ":"}
	for _, id := range f.Items {
		words = append(words, "item "+id)
	}
	for _, id := range f.Packs {
		words = append(words, "pack "+id)
	}
	for _, m := range f.Waits {
		words = append(words, "wait "+string(m))
	}
	return strings.Join(words, " ")
}

// strip is all poses of a figure side by side, each under its name, without blanks at
// the ends of lines: nobody sees them.
func strip(f content.Figure, l Look) string {
	var rows []string
	for i, pose := range f.Poses {
		p := Draw(f, posed(f, pose), l)
		lines := append([]string{pose.Name}, strings.Split(p.Text(), "\n")...)
		if i == 0 {
			rows = make([]string, len(lines))
		}
		for y, line := range lines {
			rows[y] += line + strings.Repeat(" ", max(p.W, utf8.RuneCountInString(pose.Name))+2-utf8.RuneCountInString(line))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return b.String()
}

// TestSheetsShowAllThatIsDone looks for every item, pack and wait among the headers.
func TestSheetsShowAllThatIsDone(t *testing.T) {
	lib := content.Embedded()
	var all strings.Builder
	for _, f := range lib.Figures {
		all.WriteString(header(f) + " \n")
	}
	shows := func(what string) {
		if !strings.Contains(all.String(), " "+what+" ") {
			t.Errorf("no figure shows the %s", what)
		}
	}
	for _, it := range lib.Items {
		shows("item " + it.ID)
	}
	for _, p := range lib.Packs {
		shows("pack " + p.ID)
	}
	for _, m := range content.Muscles() {
		shows("wait " + string(m))
	}
}
