package digits

import (
	"slices"
	"strings"
	"testing"
)

// What each font must draw.
const (
	inFigures = "0123456789:"
	capitals  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	inLetters = capitals + "0123456789:?.- "
)

// TestSheets reads the drawings anew, strictly: every glyph is as high as its font,
// all its rows are equally wide, nothing is drawn twice and nothing is missing.
func TestSheets(t *testing.T) {
	for _, s := range []struct {
		name, drawn, holds string
		font               *font
	}{{"figures", figuresDrawn, inFigures, figures}, {"letters", lettersDrawn, inLetters, letters}} {
		t.Run(s.name, func(t *testing.T) {
			if s.font.high > most {
				t.Fatalf("%d rows, %d is the most", s.font.high, most)
			}
			var seen strings.Builder
			for block := range strings.SplitSeq(strings.Trim(s.drawn, "\n"), "\n\n") {
				rows := strings.Split(block, "\n")
				if len(rows) != 1+s.font.high {
					t.Fatalf("%d rows of pixels, want %d:\n%s", len(rows)-1, s.font.high, block)
				}
				seen.WriteString(strings.Join(strings.Fields(rows[0]), ""))
				checkRows(t, strings.Fields(rows[0]), rows[1:])
			}
			if got := sorted(strings.Replace(seen.String(), blank, " ", 1)); got != sorted(s.holds) {
				t.Errorf("drawn are %q, want %q", got, sorted(s.holds))
			}
		})
	}
}

// checkRows checks the rows of pixels of the glyphs that stand side by side.
func checkRows(t *testing.T, names, rows []string) {
	t.Helper()
	first := strings.Fields(rows[0])
	for y, row := range rows {
		fields := strings.Fields(row)
		if len(fields) != len(names) {
			t.Fatalf("row %d of %v has %d glyphs", y, names, len(fields))
		}
		for i, pixels := range fields {
			if len(pixels) != len(first[i]) || len(pixels) > 8 || strings.Trim(pixels, "#.") != "" {
				t.Errorf("row %d of %s is %q under %q", y, names[i], pixels, first[i])
			}
		}
	}
}

// sorted puts the characters of a text in order.
func sorted(text string) string {
	return string(slices.Sorted(slices.Values([]byte(text))))
}

// TestEquallyWide: a clock that runs doesn't jitter, in either font.
func TestEquallyWide(t *testing.T) {
	for _, f := range []*font{figures, letters} {
		for r := '0'; r <= '9'; r++ {
			if f.wide(string(r)) != f.wide("0") {
				t.Errorf("%c is %d wide, 0 is %d", r, f.wide(string(r)), f.wide("0"))
			}
		}
	}
}

// TestToldApart: no two characters look nearly the same, even beside each other.
func TestToldApart(t *testing.T) {
	for _, tt := range []struct {
		name   string
		f      *font
		a, b   string
		pixels int
	}{
		{"figures", figures, inFigures, inFigures, 3},
		{"letters", letters, capitals, capitals, 2},
		{"all", letters, inLetters[:len(inLetters)-1], inLetters[:len(inLetters)-1], 1},
		{"letters and figures", letters, capitals, "0123456789", 2},
		{"0 and 8", figures, "0", "8", 4}, {"1 and 7", figures, "1", "7", 8},
		{"5 and 6", figures, "5", "6", 3}, {"3 and 8", figures, "3", "8", 4},
		{"small 0 and 8", letters, "0", "8", 4}, {"small 1 and 7", letters, "1", "7", 4},
		{"small 5 and 6", letters, "5", "6", 3}, {"small 3 and 8", letters, "3", "8", 4},
		{"O and D", letters, "O", "D", 5}, {"M and W", letters, "M", "W", 5},
		{"M and N", letters, "M", "N", 4}, {"N and W", letters, "N", "W", 4},
		{"N and H", letters, "N", "H", 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, a := range tt.a {
				for _, b := range tt.b {
					if n := apart(tt.f, a, b); a != b && n < tt.pixels {
						t.Errorf("%c and %c differ in %d pixels, want %d", a, b, n, tt.pixels)
					}
				}
			}
		})
	}
}

// apart is in how many pixels two glyphs differ, laid over each other as well as they
// match: from afar one doesn't see where the one began.
func apart(f *font, a, b rune) int {
	ga, _ := f.glyph(a)
	gb, _ := f.glyph(b)
	least := 1 << 10
	for shift := -4; shift <= 4; shift++ {
		n := 0
		for y := range f.high {
			for x := -8; x < 16; x++ {
				if pixel(ga, x, y) != pixel(gb, x+shift, y) {
					n++
				}
			}
		}
		least = min(least, n)
	}
	return least
}

// pixel is a pixel of a glyph, or the blank beside it.
func pixel(g *glyph, x, y int) uint8 {
	if x < 0 || x >= g.wide {
		return 0
	}
	return g.at(x, y)
}

// TestLittleChanges: from one figure to the next most of it stays as it is, so that
// the number doesn't flicker.
func TestLittleChanges(t *testing.T) {
	sum := 0
	for i := range 10 {
		a, b := rune('0'+i), rune('0'+(i+1)%10)
		ga, _ := figures.glyph(a)
		gb, _ := figures.glyph(b)
		n := 0
		for y := range figures.high {
			for x := range ga.wide {
				n += int(ga.at(x, y) ^ gb.at(x, y))
			}
		}
		if n > 21 {
			t.Errorf("%d of 35 pixels change from %c to %c", n, a, b)
		}
		sum += n
	}
	if sum > 150 {
		t.Errorf("%d of 350 pixels change from 0 to 0", sum)
	}
}
