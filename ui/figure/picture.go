package figure

import (
	"strings"
	"unicode/utf8"
)

// Picture is a figure as it is shown: cells, each with a character and its role.
type Picture struct {
	W, H  int // in cells
	runes []rune
	roles []Role
}

// Lines are the lines of the picture, all W cells wide, each run of one role painted
// by paint. What is empty is not painted.
func (p *Picture) Lines(paint func(Role, string) string) []string {
	lines := make([]string, p.H)
	var run []byte
	for y := range lines {
		var line strings.Builder
		role := None
		flush := func() {
			if len(run) > 0 {
				text := string(run)
				if role != None {
					text = paint(role, text)
				}
				line.WriteString(text)
				run = run[:0]
			}
		}
		for x := range p.W {
			i := y*p.W + x
			if p.roles[i] != role {
				flush()
				role = p.roles[i]
			}
			run = utf8.AppendRune(run, p.runes[i])
		}
		flush()
		lines[y] = line.String()
	}
	return lines
}

// Text is the picture without any paint.
func (p *Picture) Text() string {
	return strings.Join(p.Lines(func(_ Role, s string) string { return s }), "\n")
}

// braille makes a picture of the dots, two by four in a cell.
func (c *canvas) braille() *Picture { return c.picture(dots) }

// picture makes a picture of the dots, two by four in a cell: each cell is the character
// for its dots, where bit dy*2+dx is the dot dx to the right and dy down. A cell has one
// colour: that of the role most of its dots have, the later one where they are even.
func (c *canvas) picture(character func(mask uint, r Role) rune) *Picture {
	p := &Picture{W: c.w / 2, H: c.h / 4}
	p.runes, p.roles = make([]rune, p.W*p.H), make([]Role, p.W*p.H)
	for i := range p.runes {
		x, y := i%p.W*2, i/p.W*4
		var mask uint
		var count [Work + 1]int
		for bit := range 8 {
			if r := c.at(x+bit%2, y+bit/2); r != None {
				mask |= 1 << bit
				count[r]++
			}
		}
		role := most(count)
		p.runes[i], p.roles[i] = character(mask, role), role
	}
	return p
}

// brailleBits are the bits of the braille character for the dots of a cell, in their order.
var brailleBits = [8]rune{0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80}

// dots is the braille character for the dots of a cell, a blank for none.
func dots(mask uint, _ Role) rune {
	if mask == 0 {
		return ' '
	}
	cell := rune(0x2800)
	for i, bit := range brailleBits {
		if mask&(1<<i) != 0 {
			cell |= bit
		}
	}
	return cell
}

// most is the role that most dots have.
func most(count [Work + 1]int) Role {
	best := None
	for r := Prop; r <= Work; r++ {
		if count[r] > 0 && (best == None || count[r] >= count[best]) {
			best = r
		}
	}
	return best
}
