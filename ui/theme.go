package ui

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// palette is the colours of the theme for one kind of background. Every one
// reads at a contrast of 4.5:1 or more; none is the only carrier of a meaning.
type palette struct {
	dim    color.Color // what is there for later: instructions' numbers, keys' words
	accent color.Color // the one thing to do now
	warn   color.Color // take care
	danger color.Color // get help
}

// The two palettes. Text itself keeps the terminal's own colour.
var (
	onDark = palette{
		dim:    lipgloss.Color("#9AA7B2"),
		accent: lipgloss.Color("#6FD3C0"),
		warn:   lipgloss.Color("#FFBE5C"),
		danger: lipgloss.Color("#FF8F8F"),
	}
	onLight = palette{
		dim:    lipgloss.Color("#55606B"),
		accent: lipgloss.Color("#006156"),
		warn:   lipgloss.Color("#7A4600"),
		danger: lipgloss.Color("#A8001C"),
	}
)

// theme is the styles that the screens use, and no others.
type theme struct {
	plain, bold, dim, accent, verb, warn, danger, key lipgloss.Style
}

// newTheme makes the styles for a dark or a light background.
func newTheme(dark bool) theme {
	p := onLight
	if dark {
		p = onDark
	}
	s := lipgloss.NewStyle
	return theme{
		plain:  s(),
		bold:   s().Bold(true),
		dim:    s().Foreground(p.dim),
		accent: s().Foreground(p.accent),
		verb:   s().Foreground(p.accent).Bold(true),
		warn:   s().Foreground(p.warn).Bold(true),
		danger: s().Foreground(p.danger).Bold(true),
		key:    s().Bold(true),
	}
}
