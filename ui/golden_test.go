package ui

import (
	"bytes"
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// update rewrites the golden files: go test ./ui -run Golden -update.
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

// TestGoldenScreens holds every screen, as it settles, to the file that somebody
// has read.
func TestGoldenScreens(t *testing.T) {
	for _, s := range scenes() {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			name := fmt.Sprintf("%s_%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				golden(t, name, trimmed(s.at(t, size[0], size[1]).text()))
			})
		}
	}
}

// trimmed is a screen without the blanks at the ends of its lines: nobody sees them.
func trimmed(screen string) string {
	var b strings.Builder
	for line := range strings.Lines(screen) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return b.String()
}

// TestGoldenStyles holds the styles of some screens: on a dark and on a light
// background, and as NO_COLOR leaves them.
func TestGoldenStyles(t *testing.T) {
	for _, scene := range []string{"wait", "hold", "paused", "skin", "have", "signs", "learn", "learn-heat"} {
		for _, look := range []struct {
			name    string
			ground  color.Color
			profile colorprofile.Profile
		}{
			{"dark", color.Black, colorprofile.TrueColor},
			{"light", color.White, colorprofile.TrueColor},
			{"nocolor", color.Black, colorprofile.ASCII},
		} {
			name := scene + "_" + look.name
			t.Run(name, func(t *testing.T) {
				d := sceneOf(t, scene).at(t, 80, 24)
				d.send(tea.BackgroundColorMsg{Color: look.ground})
				golden(t, name, visible(t, d.m.View().Content, look.profile))
			})
		}
	}
}

// visible is a screen as a terminal of that profile gets it, with its escape
// sequences made readable.
func visible(t *testing.T, screen string, p colorprofile.Profile) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := (&colorprofile.Writer{Forward: &b, Profile: p}).WriteString(screen); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "\x1b", "␛") + "\n"
}
