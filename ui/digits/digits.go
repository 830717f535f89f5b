// Package digits draws one number or one word in block characters, so large that it
// can be read from across a room. It is text in and lines out: no styles, no clock,
// no terminal.
//
// Sizes are in cells of the terminal, which are about twice as high as wide: a square
// pixel of a font is two columns by one row.
package digits

import "unicode/utf8"

const (
	gap     = 1  // pixels between two glyphs
	largest = 16 // rows of the largest pixel: no screen is higher than what that fills
)

// Number draws a time or a count, of 0 to 9 and ':', as large as fits into w columns
// and h rows, in figures 7 pixels high: it is 7, 14, 21 ... up to 112 rows high, and
// every line is equally wide. Texts of one pattern (0:11, 0:58) are equally large,
// and a figure of one of them stands where it stands in the other.
//
// It is nil where that doesn't fit, where the text is empty, and where it holds any
// other character.
func Number(text string, w, h int) []string {
	return figures.whole(text, w, h)
}

// Word draws a word as large as fits into w columns and h rows, in letters 5 pixels
// high: it is 5, 10, 15 ... up to 80 rows high, or 3 rows of half blocks where there
// is no room for more, and every line is equally wide. It knows A to Z (small letters
// are drawn as capitals), 0 to 9, ':', '?', '.', '-' and ' '.
//
// It is nil where that doesn't fit, where the text is empty, and where it holds any
// other character.
func Word(text string, w, h int) []string {
	if lines := letters.whole(text, w, h); lines != nil {
		return lines
	}
	wide := letters.wide(text)
	if wide == 0 || wide > w || h < halves(letters.high) {
		return nil
	}
	return letters.draw(text, wide, scale{cols: 1, half: true})
}

// Width is how many columns wide a picture of Number or Word is, 0 where it is nil.
func Width(lines []string) int {
	if len(lines) == 0 {
		return 0
	}
	return utf8.RuneCountInString(lines[0])
}

// whole draws a text in pixels of whole rows. Height comes first, since it is what
// one reads by from afar: pixels are rather narrow than low, down to half a square.
func (f *font) whole(text string, w, h int) []string {
	wide := f.wide(text)
	if wide == 0 {
		return nil
	}
	for rows := min(h/f.high, largest); rows > 0; rows-- {
		if cols := min(2*rows, w/wide); cols >= rows {
			return f.draw(text, wide, scale{cols: cols, rows: rows})
		}
	}
	return nil
}
