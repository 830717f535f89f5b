package ui

import (
	"strings"
	"unicode"

	"uncramp/ui/digits"
)

// hero is the part of a screen that is read from across a room: the verb and the
// number in block characters, and the figure beside them. Where it has no room the
// screen is words alone.
type hero struct {
	verb, number string
	alert        bool                 // the verb's line is inverted
	picture      func(w, h int) drawn // nil = none; it is empty where the room is too small
	breath       func(w, h int) drawn // the shape that breathes, nil = none
}

// The sizes of a hero, in cells.
const (
	leastFigureW = 16
	leastFigureH = 8
	gutter       = 2  // between the number and the figure
	mostHeroH    = 33 // higher than this it only grows empty
)

// tier is how large the number is: so many rows, in a column so wide, with a verb of
// so many rows above it.
type tier struct {
	rows, wide, verb int
	figure           int // the least width of the figure beside it
}

// heroTiers are the sizes that a hero comes in, the largest first.
var heroTiers = []tier{
	{rows: 21, wide: 99, verb: 10, figure: 44},
	{rows: 21, wide: 99, verb: 5, figure: 44},
	{rows: 14, wide: 62, verb: 5, figure: 30},
	{rows: 14, wide: 62, verb: 3, figure: 30},
	{rows: 7, wide: 38, verb: 3, figure: leastFigureW},
	{rows: 7, wide: 38, verb: 0, figure: leastFigureW},
}

// high is how many rows a tier needs.
func (t tier) high() int {
	if t.verb == 0 {
		return t.rows
	}
	return t.verb + 1 + t.rows
}

// draw draws a hero in a room of w by h cells, nil where it has none. Its size is a
// matter of the room alone, so that nothing jumps from one phase to the next.
func (m Model) draw(x hero, w, h int) []string {
	h = min(h, mostHeroH)
	if t, ok := pick(w, h); ok {
		return m.abreast(x, t, w, h)
	}
	if w < heroTiers[len(heroTiers)-1].wide || h < 7 {
		return nil
	}
	return m.stacked(x, w, h)
}

// abreast draws the verb and the number, and to their right the figure.
func (m Model) abreast(x hero, t tier, w, h int) []string {
	room := w - t.wide - gutter
	left := m.large(x, t)
	right := m.pictures(x, room, h)
	if right.lines == nil {
		return left.lines
	}
	high := max(len(left.lines), len(right.lines))
	lines, pictures := left.boxed(t.wide, high), right.boxed(room, high)
	for i := range lines {
		lines[i] += strings.Repeat(" ", gutter) + pictures[i]
	}
	return lines
}

// pictures is the figure, and the shape that breathes to its left where it breathes.
func (m Model) pictures(x hero, w, h int) drawn {
	switch {
	case x.picture == nil:
		return drawn{}
	case x.breath == nil:
		return x.picture(w, h)
	}
	wide, rows := breathRoom(w, h)
	if wide == 0 {
		return x.picture(w, h)
	}
	figure, shape := x.picture(w-wide-2, h), x.breath(wide, rows)
	high := max(len(shape.lines), len(figure.lines))
	lines, figures := shape.boxed(wide, high), figure.boxed(w-wide-2, high)
	for i := range lines {
		lines[i] += "  " + figures[i]
	}
	return drawn{lines, w}
}

// breathRoom is the room for the shape that breathes beside the figure, where both
// have a room of w by h cells; 0 where there is none for it.
func breathRoom(w, h int) (wide, rows int) {
	wide = min(h*2, w/3, 20)
	if wide < len("breathe out") || w-wide-2 < leastFigureW {
		return 0, 0
	}
	return wide, min(h, wide/2+1)
}

// pick is the tier for a room of w by h cells; ok is false where no tier fits.
func pick(w, h int) (t tier, ok bool) {
	for _, t := range heroTiers {
		if t.high() <= h && t.wide+gutter+t.figure <= w {
			return t, true
		}
	}
	return tier{}, false
}

// large is the verb over the number, in a column as wide as the tier says.
func (m Model) large(x hero, t tier) drawn {
	blank := strings.Repeat(" ", t.wide)
	var lines []string
	if t.verb > 0 {
		word := digits.Word(x.verb, t.wide, t.verb)
		if word == nil {
			word = []string{x.verb}
		}
		for range t.verb - len(word) {
			lines = append(lines, blank)
		}
		lines = append(lines, m.verbLines(word, t.wide, x.alert)...)
	}
	return drawn{append(lines, padded(digits.Number(x.number, t.wide, t.rows), t.wide)...), t.wide}
}

// padded is a number on lines w cells wide, in the terminal's own colour: it is
// large enough, and a style would be sent with every row that changes.
func padded(number []string, w int) []string {
	pad := strings.Repeat(" ", max(0, w-digits.Width(number)))
	out := make([]string, len(number))
	for i, l := range number {
		out[i] = l + pad
	}
	return out
}

// verbLines are the lines of a verb, w cells wide, and a blank one. Inverted they are a
// band, the verb half a row lower, so that it has a margin all around.
func (m Model) verbLines(word []string, w int, alert bool) []string {
	high := len(word)
	if alert && !strings.ContainsFunc(word[0], unicode.IsLetter) { // large, not in plain letters
		word = digits.HalfDown(word)
	}
	pad := strings.Repeat(" ", max(0, w-digits.Width(word)))
	lines := make([]string, 0, len(word)+1)
	for _, l := range word {
		switch {
		case alert && pad != "":
			l = m.theme.alert.Render(" " + l + pad[1:])
		case alert:
			l = m.theme.alert.Render(l)
		default:
			l = m.theme.verb.Render(l) + pad
		}
		lines = append(lines, l)
	}
	if len(lines) == high {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines
}

// stacked draws the number, and the figure under it where there is room: on a screen
// too narrow for both abreast.
func (m Model) stacked(x hero, w, h int) []string {
	lines := padded(digits.Number(x.number, w, 7), w)
	if x.picture == nil || h < len(lines)+1+leastFigureH {
		return lines
	}
	picture := x.picture(w, min(h-len(lines)-1, 14))
	return append(append(lines, ""), picture.boxed(w, len(picture.lines))...)
}
