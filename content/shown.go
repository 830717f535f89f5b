package content

import (
	"strings"
	"unicode"
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
	blank := width(before)
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
			room -= cell(line[from])
		}
		if to < len(line) {
			room -= cell(line[to])
			to++
		}
	}
	return from, to
}

// width is how many cells of a terminal a text takes.
func width(text string) int {
	n := 0
	for _, r := range text {
		n += cell(r)
	}
	return n
}

// cell is how many cells a character takes.
func cell(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wide are the characters of two cells: the scripts of East Asia, and pictures.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, {0x231a, 0x231b, 1}, {0x23e9, 0x23ec, 1}, {0x2e80, 0x303e, 1},
		{0x3041, 0x4dbf, 1}, {0x4e00, 0xa4cf, 1}, {0xa960, 0xa97c, 1}, {0xac00, 0xd7a3, 1},
		{0xf900, 0xfaff, 1}, {0xfe30, 0xfe6f, 1}, {0xff00, 0xff60, 1}, {0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{
		{0x16fe0, 0x18cd5, 1}, {0x1aff0, 0x1b2fb, 1}, {0x1f300, 0x1f64f, 1}, {0x1f680, 0x1f6ff, 1},
		{0x1f900, 0x1f9ff, 1}, {0x20000, 0x3fffd, 1},
	},
}
