package digits

import (
	"strings"
	"unicode/utf8"
)

// most is the most rows of pixels that a font has.
const most = 7

// font is glyphs of one height, by their ASCII character; what it lacks is 0 wide.
type font struct {
	high   int
	glyphs [utf8.RuneSelf]glyph
}

// glyph is one character: bit x of a row is its pixel x, from the left.
type glyph struct {
	wide int
	rows [most + 1]uint8 // one more, always blank: the half row under an odd number of them
}

// at is 1 where a pixel is set, else 0.
func (g *glyph) at(x, y int) uint8 { return g.rows[y] >> x & 1 }

// glyph finds a character, a small letter as its capital.
func (f *font) glyph(r rune) (g *glyph, ok bool) {
	if 'a' <= r && r <= 'z' {
		r -= 'a' - 'A'
	}
	if r >= utf8.RuneSelf || f.glyphs[r].wide == 0 {
		return nil, false
	}
	return &f.glyphs[r], true
}

// wide is how many pixels wide a text is, 0 where it can't be drawn.
func (f *font) wide(text string) int {
	n := 0
	for i, r := range text {
		g, ok := f.glyph(r)
		if !ok {
			return 0
		}
		if i > 0 {
			n += gap
		}
		n += g.wide
	}
	return n
}

// blank stands for the space on a sheet, where spaces stand between the glyphs.
const blank = "_"

// sheet reads a font from its drawing: a line of characters, under it as many lines
// of pixels as the font is high, and so on.
func sheet(high int, drawing string) *font {
	f := &font{high: high}
	var names []string
	y := high
	for line := range strings.Lines(drawing) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
		case y == high:
			names, y = fields, 0
		default:
			for i, pixels := range fields {
				name := strings.Replace(names[i], blank, " ", 1)
				f.glyphs[name[0]].set(y, pixels)
			}
			y++
		}
	}
	return f
}

// set sets one row of pixels.
func (g *glyph) set(y int, pixels string) {
	g.wide = len(pixels)
	for x := range pixels {
		if pixels[x] == '#' {
			g.rows[y] |= 1 << x
		}
	}
}
