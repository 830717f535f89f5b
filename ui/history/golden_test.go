package history

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/content"
)

// update rewrites the golden files: go test ./ui/history -run Golden -update.
var update = flag.Bool("update", false, "rewrite the golden files")

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

// TestGoldenYear holds a generated year to the pages that somebody has read.
func TestGoldenYear(t *testing.T) {
	t.Parallel()
	records := year()
	for _, width := range []int{30, 40, 60, 80, 120} {
		for name, ascii := range map[string]bool{"plain": false, "ascii": true} {
			o := Options{Width: width, Now: today(), ASCII: ascii}
			golden(t, fmt.Sprintf("year_%d_%s", width, name), Page(content.Embedded(), records, "", o))
		}
	}
}

// TestGoldenColours holds the colours, with their escape sequences made readable.
func TestGoldenColours(t *testing.T) {
	t.Parallel()
	page := Page(content.Embedded(), year(), "", Options{Width: 80, Now: today(), Styles: Colours()})
	golden(t, "year_80_colour", strings.ReplaceAll(page, "\x1b", "␛"))
}
