//go:build unix

package cli_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// record makes the README's pictures anew.
var record = flag.Bool("record", false, "record the README's pictures anew, in half a minute on a calm machine")

// recordCommand is what the README says to make them with.
const recordCommand = "go test ./ui/cli -run TestReadmePictures -record"

// TestReadmePictures: the README shows the program as it was recorded, and says
// with which command.
func TestReadmePictures(t *testing.T) {
	root := filepath.Join("..", "..")
	dir := filepath.Join(root, ".pictures")
	if *record {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		save(t, filepath.Join(dir, "uncramp.svg"), recordRun(t))
		save(t, filepath.Join(dir, "figures.svg"), drawSheet(t))
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"](.pictures/uncramp.svg)", "](.pictures/figures.svg)", recordCommand} {
		if !bytes.Contains(readme, []byte(want)) {
			t.Errorf("README.md has no %q", want)
		}
	}
	const pages = 40 // fewer don't look like motion
	moving := checkPicture(t, filepath.Join(dir, "uncramp.svg"), "BREATHE", "HOLD", "RISE")
	if moving < pages {
		t.Errorf("%d pages in the recording, want at least %d", moving, pages)
	}
	if n := checkPicture(t, filepath.Join(dir, "figures.svg"), "wall-calf", "toe-raises"); n != 1 {
		t.Errorf("%d pages in the still of figures", n)
	}
}

// save writes a picture.
func save(t *testing.T, path string, svg []byte) {
	t.Helper()
	if err := os.WriteFile(path, svg, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d KB", path, len(svg)>>10)
}

// aPage is the name of a page in a picture.
var aPage = regexp.MustCompile(`^f\d+$`)

// checkPicture checks that a picture is small, well formed and on its own, says
// some words as text, and returns how many pages it has.
func checkPicture(t *testing.T, path string, words ...string) (pages int) {
	t.Helper()
	const most = 400 << 10 // bytes: it's loaded with every look at the README
	svg, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run %s", err, recordCommand)
	}
	if len(svg) > most {
		t.Errorf("%s has %d bytes, want at most %d", path, len(svg), most)
	}
	var said strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch token := token.(type) {
		case xml.CharData:
			said.Write(token)
		case xml.StartElement:
			pages += checkElement(t, path, token)
		}
	}
	for _, word := range words {
		if !strings.Contains(said.String(), word) {
			t.Errorf("%s doesn't say %s", path, word)
		}
	}
	return pages
}

// checkElement checks that an element needs nothing from elsewhere, and counts pages.
func checkElement(t *testing.T, path string, e xml.StartElement) (pages int) {
	t.Helper()
	switch e.Name.Local {
	case "script", "image", "a", "foreignObject":
		t.Errorf("%s has a %s", path, e.Name.Local)
	}
	for _, a := range e.Attr {
		if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
			t.Errorf("%s refers to %s", path, a.Value)
		}
		if a.Name.Local == "id" && aPage.MatchString(a.Value) {
			pages++
		}
	}
	return pages
}

// recordRun records the real program, from the cramp to the toe raises.
func recordRun(t *testing.T) []byte {
	t.Helper()
	s := start(t, opts{args: strings.Fields("--position standing --have wall,chair --side right")})
	f := s.film()
	s.waitVerb(t, "BREATHE", patience)
	f.roll(4 * time.Second)
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	f.roll(time.Second)
	f.asks = len(f.shots) // a question stands until it is answered
	s.keys("\r")
	s.waitVerb(t, "GET READY", patience)
	f.roll(2500 * time.Millisecond)
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	f.roll(4 * time.Second)
	still := len(f.shots) - 1
	s.skipTo(t, "toe-raises")
	s.waitGone(t, "skipped", patience)
	f.roll(held)
	s.keys("\r")
	s.waitVerb(t, "RISE", patience)
	f.roll(11 * time.Second)
	s.keys("\x03")
	s.ends(t, 130)
	f.calm(t)
	t.Logf("%d pages", len(f.shots))
	return newDrawing(f.shots).write(f.shots, still, "uncramp in a terminal",
		"A recording of the program. BREATHE: it waits until a calf cramp eases, counts the time, and a circle "+
			"grows and shrinks with slow breaths. One question: is it this leg, and are these things at hand? GET READY "+
			"counts down. HOLD: a figure leans against a wall in the wall calf stretch, beside large seconds. RISE: in "+
			"the toe raises the figure goes up on its toes and down again.")
}

// held is after how long a key is pressed again and no longer held down.
const held = 1200 * time.Millisecond

// skipTo skips until an exercise is the screen's title.
func (s *session) skipTo(t *testing.T, id string) {
	t.Helper()
	it, _ := content.Embedded().Item(id)
	title := func(screen string) string {
		if at := now.FindStringIndex(screen); len(at) > 0 {
			return screen[:at[0]]
		}
		return ""
	}
	for range 20 {
		was := title(s.screen())
		if strings.Contains(was, it.Name) {
			return
		}
		s.wait(held)
		s.keys("n")
		s.until(t, "another title", patience, func(screen string) bool { return title(screen) != "" && title(screen) != was })
	}
	t.Fatalf("no %s; screen:\n%s", id, s.screen())
}
