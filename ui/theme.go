package ui

import (
	"image/color"
	"strings"

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
	plain, bold, dim, accent, verb, warn, danger, key ink
	// alert is the verb's line when something is about to change: inverted, colour or not.
	alert ink
}

// ink is a style worked out once: what goes before a text and after it. A screen has
// hundreds of short runs of text, and working a style out anew for each of them would
// be most of what drawing one costs.
type ink struct{ before, after string }

// newInk is the ink of a style of colours and weights, which has no size of its own.
func newInk(s lipgloss.Style) ink {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return ink{before, after}
}

// Render sets a text of one line in the style.
func (i ink) Render(text string) string {
	if text == "" || i.before == "" {
		return text
	}
	return i.before + text + i.after
}

// The palettes of a terminal with 16 colours, which paints them as it likes: the
// ones that read well on their background in the common schemes.
var (
	fewOnDark = palette{
		dim: lipgloss.NoColor{}, accent: lipgloss.BrightCyan, warn: lipgloss.BrightYellow, danger: lipgloss.BrightRed,
	}
	fewOnLight = palette{
		dim: lipgloss.NoColor{}, accent: lipgloss.Blue, warn: lipgloss.Magenta, danger: lipgloss.Red,
	}
	// noPalette is for 16 colours on a background that is not known: there all is
	// told by weight and shape.
	noPalette = palette{
		dim: lipgloss.NoColor{}, accent: lipgloss.NoColor{}, warn: lipgloss.NoColor{}, danger: lipgloss.NoColor{},
	}
)

// The palettes of high contrast, on black and on white: every colour reads at 10:1 or
// more, and nothing is faint.
var (
	starkOnDark = palette{
		dim: lipgloss.Color("#FFFFFF"), accent: lipgloss.Color("#5CFFFF"), warn: lipgloss.Color("#FFE600"), danger: lipgloss.Color("#FFC0C0"),
	}
	starkOnLight = palette{
		dim: lipgloss.Color("#000000"), accent: lipgloss.Color("#003D7A"), warn: lipgloss.Color("#5C2E00"), danger: lipgloss.Color("#7A0000"),
	}
	black, white = lipgloss.Color("#000000"), lipgloss.Color("#FFFFFF")
)

// ground is what is known of the terminal's colours.
type ground struct {
	dark  bool // the background is dark, or taken to be
	known bool // the terminal has told
	few   bool // it has 16 colours or fewer
	stark bool // high contrast is asked for
}

// paper is the background and the text of the whole screen, nil = the terminal's own.
// Where there are only 16 colours, or nothing is known yet, the terminal's own are the
// surest.
func (g ground) paper() (back, text color.Color) {
	switch {
	case !g.stark || g.few || !g.known:
		return nil, nil
	case g.dark:
		return black, white
	}
	return white, black
}

// palette is the colours that read well there.
func (g ground) palette() palette {
	switch {
	case g.stark && (g.few || !g.known):
		return noPalette
	case g.stark && g.dark:
		return starkOnDark
	case g.stark:
		return starkOnLight
	case g.few && !g.known:
		return noPalette
	case g.few && g.dark:
		return fewOnDark
	case g.few:
		return fewOnLight
	case g.dark:
		return onDark
	}
	return onLight
}

// newTheme makes the styles for a terminal's colours.
func newTheme(g ground) theme {
	p := g.palette()
	s := lipgloss.NewStyle
	if g.stark { // thin strokes are hard to see
		s = func() lipgloss.Style { return lipgloss.NewStyle().Bold(true) }
	}
	return theme{
		plain:  newInk(s()),
		bold:   newInk(s().Bold(true)),
		dim:    newInk(s().Foreground(p.dim)),
		accent: newInk(s().Foreground(p.accent)),
		verb:   newInk(s().Foreground(p.accent).Bold(true)),
		warn:   newInk(s().Foreground(p.warn).Bold(true)),
		danger: newInk(s().Foreground(p.danger).Bold(true)),
		key:    newInk(s().Bold(true)),
		alert:  newInk(s().Foreground(p.accent).Bold(true).Reverse(true)),
	}
}
