package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// page is the widest that a text is printed: longer lines are hard to read.
const page = 80

// narrowest is the least: what is narrower is left to the terminal.
const narrowest = 30

// pageIn is the width of a text in so many columns, 0 = nobody knows how many.
func pageIn(columns int) int {
	if columns <= 0 {
		return page
	}
	return min(max(columns, narrowest), page)
}

// planText is the plan as it is written, and the choices that it came to.
type planText struct {
	strings.Builder
	width   int // no line is wider
	choices []string
}

// line writes one line.
func (t *planText) line(text string) { _, _ = t.WriteString(text + "\n") }

// put writes a text behind an opening, wrapped, what follows set in under it.
func (t *planText) put(opening, text string) {
	lines := strings.Split(ansi.Wrap(text, t.width-len(opening), ""), "\n")
	for i, l := range lines {
		if i > 0 {
			opening = strings.Repeat(" ", len(opening))
		}
		t.line(strings.TrimRight(opening+strings.TrimSpace(l), " "))
	}
}

// named writes what a block is called, and on the right how long it takes.
func (t *planText) named(n int, name, length string) {
	opening := fmt.Sprintf("%2d. ", n)
	room := t.width - len(opening) - len(length)
	lines := strings.Split(ansi.Wrap(name, room-1, ""), "\n")
	for i, l := range lines {
		l = strings.TrimSpace(l)
		if i == len(lines)-1 {
			l += strings.Repeat(" ", max(1, room-len(l))) + length
		}
		t.line(opening + l)
		opening = strings.Repeat(" ", len(opening))
	}
}
