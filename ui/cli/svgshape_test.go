//go:build unix

package cli_test

import (
	"fmt"
	"html"
	"strings"
)

// kind is how a cell is drawn. All but letters are shapes: fonts draw them in
// widths and weights of their own, or not at all.
type kind int

const (
	aText kind = iota
	aDot
	aBlock
	aHeavy // bars
	aLight
	aDisc
	aRing
	aTick
)

// kindOf is how a cell is drawn.
func kindOf(c cell) kind {
	switch {
	case c.char >= 0x2800 && c.char <= 0x28ff:
		return aDot
	case strings.ContainsRune("█▀▄", c.char):
		return aBlock
	}
	if k, ok := map[rune]kind{'━': aHeavy, '─': aLight, '●': aDisc, '○': aRing, '✓': aTick}[c.char]; ok {
		return k
	}
	return aText
}

// draw draws a run of cells that begins in column x.
func (k kind) draw(x int, run []cell, class string) string {
	switch k {
	case aText:
		return letter(x, run, class)
	case aDot:
		return shape("d "+class, dotted(x, run))
	case aBlock:
		return shape("k "+class, blocked(x, run))
	}
	return shape(signs[k].class+class, signed(x, run, k))
}

// shape is a path, nothing where there is nothing to draw.
func shape(class, d string) string {
	if d == "" {
		return ""
	}
	return `<path class="` + strings.TrimSpace(class) + `" d="` + d + `"/>`
}

// letter is text, as wide as its cells in whatever font there is.
func letter(x int, run []cell, class string) string {
	var b strings.Builder
	for _, c := range run {
		b.WriteRune(max(' ', c.char))
	}
	line := strings.TrimRight(b.String(), " ")
	indent := len(line) - len(strings.TrimLeft(line, " "))
	line = line[indent:]
	if line == "" {
		return ""
	}
	if run[0].bold {
		class += " b"
	}
	if class = strings.TrimSpace(class); class != "" {
		class = ` class="` + class + `"`
	}
	return fmt.Sprintf(`<text%s%s textLength="%d">%s</text>`,
		place(x+indent), class, len([]rune(line))*cellW, html.EscapeString(line))
}

// signs are how the signs are drawn, from the left of their cell in the middle
// of the row; a bar is as long as there are cells.
var signs = map[kind]struct{ class, path string }{
	aHeavy: {"h ", ""},
	aLight: {"l ", ""},
	aDisc:  {"o ", "m4 0h0"},
	aRing:  {"r ", "m1 0a3 3 0 1 1 0 .01z"},
	aTick:  {"r ", "m1.5 0l2 3 3.5-6.5"},
}

// signed are signs of a kind; bars beside each other are one.
func signed(x int, run []cell, k kind) string {
	var d strings.Builder
	for i := 0; i < len(run); {
		n, path := 1, signs[k].path
		if path == "" {
			for i+n < len(run) && !run[i+n].blank() {
				n++
			}
			path = fmt.Sprintf("h%d", n*cellW)
		}
		if !run[i].blank() {
			fmt.Fprintf(&d, "M%d-4%s", (x+i)*cellW, path)
		}
		i += n
	}
	return d.String()
}

// bits are the dots of a braille cell, by row and column.
var bits = [4][2]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// dotted are dots: lines of no length, which have round ends.
func dotted(x int, run []cell) string {
	var d strings.Builder
	for i, c := range run {
		for dy, row := range bits {
			for dx, bit := range row {
				if c.char >= 0x2800 && c.char&bit != 0 {
					fmt.Fprintf(&d, "M%d%sh0", (x+i)*cellW+2+4*dx, []string{"-10", "-6", "-2", " 2"}[dy])
				}
			}
		}
	}
	return d.String()
}

// blocked are whole and half blocks, those beside each other as one.
func blocked(x int, run []cell) string {
	var d strings.Builder
	for i := 0; i < len(run); {
		n := 1
		for i+n < len(run) && run[i+n].char == run[i].char {
			n++
		}
		top, high := -base, cellH
		switch run[i].char {
		case '▀':
			high /= 2
		case '▄':
			top, high = top+cellH/2, high/2
		}
		if !run[i].blank() {
			fmt.Fprintf(&d, "M%d%dh%dv%dh-%dz", (x+i)*cellW, top, n*cellW, high, n*cellW)
		}
		i += n
	}
	return d.String()
}
