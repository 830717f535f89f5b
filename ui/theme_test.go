package ui

import (
	"image/color"
	"math"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// contrast is the contrast of WCAG 2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrastIsComputedRight holds the measure to known values.
func TestContrastIsComputedRight(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#ff0000", "#ffffff", 4.00}} {
		if got := contrast(lipgloss.Color(x.a), lipgloss.Color(x.b)); math.Abs(got-x.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, want %.2f", x.a, x.b, got, x.want)
		}
	}
}

// TestColoursReadOnTypicalBackgrounds holds every colour to WCAG AA.
func TestColoursReadOnTypicalBackgrounds(t *testing.T) {
	for _, x := range []struct {
		name    string
		p       palette
		grounds []string
	}{
		{"dark", onDark, []string{"#000000", "#1e1e2e", "#282c34", "#002b36"}},
		{"light", onLight, []string{"#ffffff", "#fafafa", "#fdf6e3", "#eee8d5"}},
	} {
		colours := map[string]color.Color{"dim": x.p.dim, "accent": x.p.accent, "warn": x.p.warn, "danger": x.p.danger}
		for name, c := range colours {
			for _, ground := range x.grounds {
				if got := contrast(c, lipgloss.Color(ground)); got < 4.5 {
					t.Errorf("%s %s on %s: %.2f", x.name, name, ground, got)
				}
			}
		}
	}
}

// TestBackgroundChoosesThePalette holds that dark is assumed until the terminal
// answers, and that its answer counts.
func TestBackgroundChoosesThePalette(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	unsaid := d.m.View().Content
	if got := d.send(tea.BackgroundColorMsg{Color: color.Black}).m.View().Content; got != unsaid {
		t.Error("dark isn't what is assumed")
	}
	light := d.send(tea.BackgroundColorMsg{Color: color.White}).m.View().Content
	if light == unsaid || ansi.Strip(light) != ansi.Strip(unsaid) {
		t.Error("a light background changes the colours, and nothing else")
	}
}

// TestColourIsNeverTheOnlyCarrier holds that what a style tells can also be read
// without any.
func TestColourIsNeverTheOnlyCarrier(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	plain := d.text()
	if !strings.Contains(plain, "● STRETCH") || !strings.Contains(plain, "✓ Wait") || !strings.Contains(plain, "○ Soothe") {
		t.Errorf("the step that runs, the one behind and the one ahead look alike:\n%s", plain)
	}
	if paused := d.press("space").text(); !strings.Contains(paused, "PAUSED") {
		t.Errorf("a pause shows in colour only:\n%s", paused)
	}
	d = sceneOf(t, "have").at(t, 80, 24)
	if got := d.text(); !strings.Contains(got, "[1] ✓ a wall") || strings.Contains(got, "[2] ✓") {
		t.Errorf("what is chosen shows in colour only:\n%s", got)
	}
	d = sceneOf(t, "wait-answer").at(t, 80, 24)
	if got := d.text(); !strings.Contains(got, "the same ✓") {
		t.Errorf("the answer shows in colour only:\n%s", got)
	}
}

// TestLoudActionShowsWithoutColour holds that what is pointed out can be told from
// what is not without any style.
func TestLoudActionShowsWithoutColour(t *testing.T) {
	line := func(name, key string) string {
		for l := range strings.Lines(sceneOf(t, name).at(t, 80, 24).text()) {
			if strings.Contains(l, key) {
				return strings.TrimSpace(l)
			}
		}
		return ""
	}
	if soft, loud := line("wait", "[s]"), line("wait-offer", "[s]"); soft == loud || loud == "" {
		t.Errorf("the softest stretch, pointed out, is still only %q", loud)
	}
	if def, other := line("ask-heat", "[n]"), line("ask-heat", "[1]"); !strings.Contains(def, "(enter)") || strings.Contains(other, "(enter)") {
		t.Errorf("the choice that enter takes shows in colour only: %q, %q", def, other)
	}
}
