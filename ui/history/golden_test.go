package history

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
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

// TestGoldenOften holds the page of somebody whom it cramps often, and of whom little
// is known yet.
func TestGoldenOften(t *testing.T) {
	t.Parallel()
	grips := inCalf(daysBack(2))
	grips.Gripping, grips.Help = true, true
	records := []session.Record{inCalf(daysBack(5), 190), grips, inCalf(daysBack(0).Add(-6*time.Hour), 75, 40)}
	skipped := Skipped("history.jsonl", []Damage{{12, "not JSON"}, {40, "longer than 1 MB"}})
	golden(t, "often_80", Page(content.Embedded(), records, skipped, Options{Width: 80, Now: today()}))
}
