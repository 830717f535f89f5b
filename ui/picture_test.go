package ui

import (
	"slices"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/session"
)

// brailleCell says that a character is made of dots.
func brailleCell(r rune) bool { return r >= 0x2800 && r <= 0x28ff }

// spot is a place of something on a screen: a column and a row.
type spot struct{ x, y int }

// dotsOf are the cells of a screen that hold such a character.
func dotsOf(screen []string, such func(rune) bool) []spot {
	var out []spot
	for y, l := range screen {
		for x, r := range []rune(l) {
			if such(r) {
				out = append(out, spot{x, y})
			}
		}
	}
	return out
}

// box is how many columns and rows the cells span.
func box(cells []spot) (w, h int) {
	if len(cells) == 0 {
		return 0, 0
	}
	lo, hi := cells[0], cells[0]
	for _, c := range cells {
		lo, hi = spot{min(lo.x, c.x), min(lo.y, c.y)}, spot{max(hi.x, c.x), max(hi.y, c.y)}
	}
	return hi.x - lo.x + 1, hi.y - lo.y + 1
}

// fine are the dots of the braille cells of a picture, two by four in a cell.
func fine(lines []string) []spot {
	bits := [4][2]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}
	var out []spot
	for y, l := range lines {
		for x, r := range []rune(stripped(l)) {
			if !brailleCell(r) {
				continue
			}
			for dy, row := range bits {
				for dx, bit := range row {
					if (r-0x2800)&bit != 0 {
						out = append(out, spot{2*x + dx, 4*y + dy})
					}
				}
			}
		}
	}
	return out
}

// outline is how many dots a picture has in each column of dots, from left to right.
func outline(lines []string, wide int) []int {
	count := make([]int, wide*2)
	for _, p := range fine(lines) {
		count[p.x]++
	}
	return count
}

// apart is how many dots two outlines differ by, and how many one of them has.
func apart(a, b []int) (differ, of int) {
	for i := range a {
		differ += max(a[i]-b[i], b[i]-a[i])
		of += a[i]
	}
	return differ, of
}

// TestPictureOfTheOtherLegIsMirrored holds that whoever works on the right leg sees
// the picture of the left one in a mirror.
func TestPictureOfTheOtherLegIsMirrored(t *testing.T) {
	for _, x := range []struct {
		item string
		who  session.Facts
	}{
		{"wall-calf", equipped}, {"toes-to-shin", nobody}, {"quad-stand", session.Facts{Muscle: content.Quad, Position: content.Standing, Have: content.Things()}},
	} {
		of := func(side session.Side) drawn {
			x.who.Side = side
			d := eased(begin(t, x.who, 120, 40).press("1")).on(x.item, session.Hold, 1)
			return d.m.picture(40, 20)
		}
		left, right := of(session.Left), of(session.Right)
		if left.wide != right.wide || len(left.lines) != len(right.lines) {
			t.Fatalf("%s: %dx%d cells and %dx%d", x.item, left.wide, len(left.lines), right.wide, len(right.lines))
		}
		a, b := outline(left.lines, left.wide), outline(right.lines, right.wide)
		if same, of := apart(a, b); same < of/10 {
			t.Errorf("%s: both legs look alike, %d of %d dots differ:\n%s\n%s", x.item, same, of, strings.Join(left.lines, "\n"), strings.Join(right.lines, "\n"))
		}
		slices.Reverse(b)
		if far, of := apart(a, b); far > of/10 {
			t.Errorf("%s: no mirror image, %d of %d dots differ:\n%s\n%s", x.item, far, of, strings.Join(left.lines, "\n"), strings.Join(right.lines, "\n"))
		}
	}
}
