package content

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// shownCells is how wide a line of a file is shown at most.
const shownCells = 72

// Shown is the line of the file that the error is about, with a caret under the place;
// two lines without an end. data is the file. A long line is cut around the place, and
// what can't be seen stands as a space. "" where the error is about the whole file, or
// the file has no such line.
func (e *Error) Shown(data []byte) string {
	lines := strings.Split(string(unmarked(data)), "\n")
	if e.Line < 1 || e.Line > len(lines) || e.Column < 1 {
		return ""
	}
	line := []rune(strings.TrimSuffix(lines[e.Line-1], "\r"))
	for i, r := range line {
		if !unicode.IsPrint(r) {
			line[i] = ' '
		}
	}
	at := min(e.Column-1, len(line))
	from, to := window(line, at)
	before := string(line[from:at])
	shown := before + string(line[at:to])
	blank := displaywidth.String(before)
	if from > 0 {
		shown, blank = "…"+shown, blank+1
	}
	if to < len(line) {
		shown += "…"
	}
	return strings.TrimRight(shown, " ") + "\n" + strings.Repeat(" ", blank) + "^"
}

// window is the part of a line around a place that is shown.
func window(line []rune, at int) (from, to int) {
	from, to = at, at
	for room := shownCells; room > 0 && (from > 0 || to < len(line)); {
		// As much before the place as behind it, as long as there is any.
		if from > 0 {
			from--
			room -= displaywidth.Rune(line[from])
		}
		if to < len(line) {
			room -= displaywidth.Rune(line[to])
			to++
		}
	}
	return from, to
}
