package digits

import (
	"slices"
	"strings"
)

// scale is how large a pixel is drawn.
type scale struct {
	cols int  // columns
	rows int  // rows, where it isn't half a row
	half bool // half a row: two pixels share a cell
}

// halves is how many rows that many pixels of half a row fill.
func halves(pixels int) int { return (pixels + 1) / 2 }

// cells are what a cell shows: nothing, its upper half, its lower half, or both.
var cells = [4]string{" ", "▀", "▄", "█"}

// draw draws a text that is wide pixels wide. All lines are cut from one string, and
// the rows of one pixel are the same line: it is drawn anew every second.
func (f *font) draw(text string, wide int, s scale) []string {
	lines, rows := f.high, s.rows
	if s.half {
		lines, rows = halves(f.high), 1
	}
	var all strings.Builder
	all.Grow(lines * wide * s.cols * len(cells[3]))
	var ends [most + 1]int
	for i := range lines {
		if s.half {
			f.line(&all, text, 2*i, 2*i+1, s.cols)
		} else {
			f.line(&all, text, i, i, s.cols)
		}
		ends[i+1] = all.Len()
	}
	picture := make([]string, 0, lines*rows)
	for i := range lines {
		for range rows {
			picture = append(picture, all.String()[ends[i]:ends[i+1]])
		}
	}
	return picture
}

// line writes one line of cells, whose halves show two rows of pixels of the text.
func (f *font) line(b *strings.Builder, text string, upper, lower, cols int) {
	for i, r := range text {
		if i > 0 {
			write(b, cells[0], gap*cols)
		}
		g, _ := f.glyph(r)
		for x := range g.wide {
			write(b, cells[g.at(x, upper)|g.at(x, lower)<<1], cols)
		}
	}
}

// write writes a cell n times.
func write(b *strings.Builder, cell string, n int) {
	for range n {
		b.WriteString(cell)
	}
}

// HalfDown moves a picture of Word or Number down by half a row: it is a row higher,
// with half a row free above it. So there is a margin around it where it stands on a
// ground of its own.
func HalfDown(lines []string) []string {
	blank := strings.Repeat(" ", Width(lines))
	out := make([]string, 0, len(lines)+1)
	above := []rune(blank)
	for _, l := range append(slices.Clone(lines), blank) {
		cells := []rune(l)
		var row strings.Builder
		for x, r := range cells {
			row.WriteRune(halfCell(above[x] == '█' || above[x] == '▄', r == '█' || r == '▀'))
		}
		out = append(out, row.String())
		above = cells
	}
	return out
}

// halfCell is the character of a cell by which of its halves are full.
func halfCell(top, bottom bool) rune {
	switch {
	case top && bottom:
		return '█'
	case top:
		return '▀'
	case bottom:
		return '▄'
	}
	return ' '
}
