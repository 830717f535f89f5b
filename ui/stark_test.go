package ui

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// stark is a hold in high contrast.
func stark(t *testing.T) *desk {
	t.Helper()
	d := sceneOf(t, "hold").at(t, 80, 24)
	d.m.ground.stark, d.m.ground.known = true, true
	d.m.theme = newTheme(d.m.ground)
	return d
}

// TestHighContrastReads holds every colour of high contrast to 10:1 on the background
// that comes with it, beyond the 7:1 of WCAG AAA.
func TestHighContrastReads(t *testing.T) {
	for _, dark := range []bool{true, false} {
		g := ground{dark: dark, stark: true, known: true}
		back, text := g.paper()
		p := g.palette()
		for name, c := range map[string]color.Color{"text": text, "dim": p.dim, "accent": p.accent, "warn": p.warn, "danger": p.danger} {
			if got := contrast(c, back); got < 10 {
				t.Errorf("dark %t, %s: %.2f", dark, name, got)
			}
		}
		if p.dim != text {
			t.Errorf("dark %t: something is fainter than the text", dark)
		}
	}
}

// TestHighContrastIsBold: thin strokes are hard to see, whatever they say.
func TestHighContrastIsBold(t *testing.T) {
	for _, g := range []ground{{stark: true, known: true}, {stark: true, known: true, dark: true}, {stark: true, few: true}} {
		x := newTheme(g)
		for name, ink := range map[string]ink{"plain": x.plain, "dim": x.dim, "accent": x.accent, "key": x.key} {
			if !strings.HasPrefix(ink.before, "\x1b[1m") && !strings.HasPrefix(ink.before, "\x1b[1;") {
				t.Errorf("%+v: %s is thin: %q", g, name, ink.before)
			}
		}
	}
	if x := newTheme(ground{known: true}); x.plain.before != "" {
		t.Errorf("bold without being asked for: %q", x.plain.before)
	}
}

// TestHighContrastChangesNoWord: the same screen in other colours, on its own background.
func TestHighContrastChangesNoWord(t *testing.T) {
	usual, strong := sceneOf(t, "hold").at(t, 80, 24).m.View(), stark(t).m.View()
	if ansi.Strip(usual.Content) != ansi.Strip(strong.Content) || usual.Content == strong.Content {
		t.Error("high contrast changes more than the colours, or nothing")
	}
	if usual.BackgroundColor != nil || usual.ForegroundColor != nil {
		t.Error("without it the terminal's own colours are changed")
	}
	if strong.BackgroundColor != lipgloss.Color("#000000") || strong.ForegroundColor != lipgloss.Color("#FFFFFF") {
		t.Errorf("it's %v on %v", strong.ForegroundColor, strong.BackgroundColor)
	}
	light := stark(t).send(tea.BackgroundColorMsg{Color: color.White}).m.View()
	if light.BackgroundColor != lipgloss.Color("#FFFFFF") || light.ForegroundColor != lipgloss.Color("#000000") {
		t.Errorf("in a light terminal it's %v on %v", light.ForegroundColor, light.BackgroundColor)
	}
}

// TestHighContrastWithFewColours keeps to the terminal's own colours, in bold, where it
// has but 16 or none.
func TestHighContrastWithFewColours(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ASCII} {
		v := stark(t).send(tea.ColorProfileMsg{Profile: profile}).m.View()
		if v.BackgroundColor != nil || v.ForegroundColor != nil {
			t.Errorf("%v: the terminal's own colours are changed", profile)
		}
		if strings.Contains(v.Content, "38;") || !strings.Contains(v.Content, "\x1b[1m") {
			t.Errorf("%v: not in bold and the terminal's own colours", profile)
		}
	}
}

// TestHighContrastOnUnknownGround: white on what may be white is no contrast; until the
// terminal has told, its own colours in bold are the surest.
func TestHighContrastOnUnknownGround(t *testing.T) {
	d := stark(t)
	d.m.ground.known = false
	d.m.theme = newTheme(d.m.ground)
	v := d.m.View()
	if v.BackgroundColor != nil || v.ForegroundColor != nil || strings.Contains(v.Content, "38;") || !strings.Contains(v.Content, "\x1b[1m") {
		t.Error("colours are set where the background isn't known")
	}
}

// TestHighContrastIsAskedFor holds that the option makes it.
func TestHighContrastIsAskedFor(t *testing.T) {
	o := sceneOf(t, "wait").at(t, 80, 24).m.opts
	o.Contrast = true
	if m := New(o); !m.ground.stark || m.theme == newTheme(ground{dark: true}) {
		t.Error("the option does nothing")
	}
}
