package figure

import "math/bits"

// ascii makes a picture of plain characters, for where braille can't be shown.
func (c *canvas) ascii() *Picture { return c.picture(plain) }

// plain is the character that looks most like the dots of a cell: bit dy*2+dx is the
// dot dx to the right and dy down.
func plain(mask uint, r Role) rune {
	const left, right = 0b01010101, 0b10101010
	n := bits.OnesCount(mask)
	switch rows := [4]uint{mask & 3, mask >> 2 & 3, mask >> 4 & 3, mask >> 6 & 3}; {
	case n == 0:
		return ' '
	case r == Work:
		return '%'
	case r == Far:
		return ':'
	case n >= 6:
		return '#'
	case mask&right == 0 || mask&left == 0 || n >= 4 && rows[0] != 0 && rows[3] != 0 && mask&left != 0 && mask&right != 0 && rows[0] == rows[3]:
		if n == 1 {
			return '.'
		}
		return '|'
	case rows[0] != 0 && rows[3] != 0 && rows[0] == 2:
		return '/'
	case rows[0] != 0 && rows[3] != 0 && rows[0] == 1:
		return '\\'
	case rows[2] == 0 && rows[3] == 0:
		return '\''
	case rows[0] == 0 && rows[1] == 0 && rows[3] != 0:
		return '_'
	case rows[0] == 0 && rows[3] == 0 || rows[0] == 0:
		return '-'
	}
	return '+'
}
