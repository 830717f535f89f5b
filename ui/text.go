package ui

import (
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// wrap breaks a text into lines of at most width cells, between words.
func wrap(text string, width int) []string {
	return strings.Split(ansi.Wrap(text, max(1, width), ""), "\n")
}

// text wraps a text in one style. The style is set on every line anew, since a
// line of the screen may be drawn without the one before it.
func (m Model) text(style ink, text string) []string {
	return paint(style, wrap(text, m.width()))
}

// paint sets every line in one style.
func paint(style ink, lines []string) []string {
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return lines
}

// bullet wraps a text behind a mark, the further lines under the first.
func bullet(mark, text string, width int) []string {
	lines := wrap(text, width-lipgloss.Width(mark))
	for i := range lines {
		if i == 0 {
			lines[i] = mark + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", lipgloss.Width(mark)) + lines[i]
		}
	}
	return lines
}

// inert is a text from outside the program as it can be shown: one line of characters
// that are seen. What a terminal would obey is a gap, and what no screen has room for
// is cut off.
func inert(text string) string {
	const most = 600 // a notice has three lines
	runes := 0
	seen := strings.Map(func(r rune) rune {
		switch runes++; {
		case runes > most:
			return -1
		case !unicode.IsPrint(r):
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(seen), " ")
}

// styled is a shorthand for a line in one style.
func styled(s ink, text string) []string { return []string{s.Render(text)} }
