package digits

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// readNumber reads a picture of Number back, at whatever scale, by pictures of its
// figures: what it says, or "" where it says nothing, or not one thing alone.
func readNumber(lines []string) string { return readBack(lines, Number, 7, inFigures) }

// readWord reads a picture of Word back in the same way.
func readWord(lines []string) string { return readBack(lines, Word, 5, inLetters) }

// readBack finds the one text that a picture shows.
func readBack(lines []string, draw func(string, int, int) []string, high int, alphabet string) string {
	known := map[string][]string{}
	for _, r := range alphabet {
		known[string(r)] = shrink(draw(string(r), 100, high), 2, 1)
	}
	var found []string
	if rows := len(lines) / high; rows > 0 && len(lines) == rows*high {
		for cols := rows; cols <= 2*rows; cols++ {
			found = append(found, texts(shrink(lines, cols, rows), known)...)
		}
	} else if len(lines) == (high+1)/2 {
		found = texts(split(lines, high), known)
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// shrink makes one character of every pixel of cols by rows cells, nil where the
// cells of a pixel differ or it doesn't come out even.
func shrink(lines []string, cols, rows int) []string {
	var small []string
	for y := 0; y < len(lines); y += rows {
		cells := []rune(lines[y])
		if len(cells)%cols != 0 || slices.ContainsFunc(lines[y:y+rows], func(l string) bool { return l != lines[y] }) {
			return nil
		}
		var b strings.Builder
		for x := 0; x < len(cells); x += cols {
			if slices.ContainsFunc(cells[x:x+cols], func(r rune) bool { return r != cells[x] }) {
				return nil
			}
			b.WriteRune(cells[x])
		}
		small = append(small, b.String())
	}
	return small
}

// split makes two rows of pixels of every line of half blocks.
func split(lines []string, high int) []string {
	upper := strings.NewReplacer("▀", "█", "▄", " ")
	lower := strings.NewReplacer("▀", " ", "▄", "█")
	var rows []string
	for _, l := range lines {
		rows = append(rows, upper.Replace(l), lower.Replace(l))
	}
	return rows[:high]
}

// texts are all texts whose glyphs stand side by side in these rows of pixels, with a
// blank column between them.
func texts(rows []string, known map[string][]string) []string {
	var found []string
	for name, glyph := range known {
		rest, ok := cut(rows, glyph)
		switch {
		case !ok:
		case len(rest[0]) == 0:
			found = append(found, name)
		default:
			if rest, ok = cut(rest, slices.Repeat([]string{" "}, len(rest))); ok {
				for _, t := range texts(rest, known) {
					found = append(found, name+t)
				}
			}
		}
	}
	return found
}

// cut cuts a glyph off the left of rows of pixels.
func cut(rows, glyph []string) (rest []string, ok bool) {
	for y, row := range rows {
		r, has := strings.CutPrefix(row, glyph[y])
		if !has {
			return nil, false
		}
		rest = append(rest, r)
	}
	return rest, len(rest) > 0
}

// TestReadNumber reads numbers back at every scale.
func TestReadNumber(t *testing.T) {
	for _, text := range []string{"0", "7", "10", "0:27", "0:11", "9:58", "10:05", "13:46", "1:02:09", "88:88:88", "0123456789", ":1:"} {
		for rows := 1; rows <= largest; rows++ {
			for cols := rows; cols <= 2*rows; cols++ {
				lines := Number(text, cols*figures.wide(text), 7*rows)
				if got := readNumber(lines); got != text || len(lines) != 7*rows {
					t.Fatalf("%q by %dx%d reads %q:\n%s", text, cols, rows, got, strings.Join(lines, "\n"))
				}
			}
		}
	}
}

// TestReadSeconds reads every time of an hour.
func TestReadSeconds(t *testing.T) {
	for s := range 3600 {
		text := fmt.Sprintf("%d:%02d", s/60, s%60)
		if got := readNumber(Number(text, 62, 15)); got != text {
			t.Errorf("%q reads %q", text, got)
		}
	}
}

// TestReadWord reads words back at every scale, and every pair of characters.
func TestReadWord(t *testing.T) {
	for _, text := range append([]string{inLetters[:20], inLetters[20:]}, verbs...) {
		for rows := 1; rows <= 4; rows++ {
			for cols := rows; cols <= 2*rows; cols++ {
				if got := readWord(Word(text, cols*letters.wide(text), 5*rows)); got != text {
					t.Errorf("%q by %dx%d reads %q", text, cols, rows, got)
				}
			}
		}
	}
	for _, a := range inLetters {
		for _, b := range inLetters {
			text := string(a) + string(b)
			if got := readWord(Word(text, 15, 3)); got != text {
				t.Errorf("%q reads %q", text, got)
			}
		}
	}
}

// TestReadNothing: the reader sees what isn't there as little as what is.
func TestReadNothing(t *testing.T) {
	broken := Number("0:27", 40, 14)
	broken[3] = strings.Repeat("█", Width(broken))
	for name, lines := range map[string][]string{
		"nil": nil, "words": {"0:27"}, "one pixel": {"█"}, "no gap": twice(Number("1", 5, 7)), "broken": broken,
		"uneven": {"█", "██", "█", "█", "█", "█", "█"}, "empty": make([]string, 7),
	} {
		if got := readNumber(lines); got != "" {
			t.Errorf("%s reads %q", name, got)
		}
	}
}

// twice sets a picture beside itself.
func twice(lines []string) []string {
	for i, l := range lines {
		lines[i] = l + l
	}
	return lines
}
