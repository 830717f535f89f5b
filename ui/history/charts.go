package history

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// glyphs are the shapes that pictures are made of.
type glyphs struct {
	none   string   // a day without a cramp
	more   string   // a text goes on
	rows   []string // parts of a bar that lies, the smallest first, the last one a whole cell
	cols   []string // the same of a column
	over   string   // a column goes on above the picture
	corner string   // of the axes
	axis   string   // the lower one
	side   string   // the left one
	from   string   // the ends of a range
	to     string
	border lipgloss.Border
}

// The shapes: blocks, and what ASCII has.
var (
	blocks = glyphs{
		none: "·", more: "…", over: "▲", corner: "└", axis: "─", side: "│", from: "└", to: "┘",
		rows:   strings.Split("▏▎▍▌▋▊▉█", ""),
		cols:   strings.Split("▁▂▃▄▅▆▇█", ""),
		border: lipgloss.NormalBorder(),
	}
	ascii = glyphs{
		none: ".", more: "~", over: "^", corner: "+", axis: "-", side: "|", from: "[", to: "]",
		rows:   []string{"#"},
		cols:   []string{".", ":", "#"},
		border: lipgloss.ASCIIBorder(),
	}
)

// bar is one line of a chart: a name and a number.
type bar struct {
	name string
	n    int
}

// bars are numbers as bars that lie, each behind its name, which has so many cells.
func (p page) bars(list []bar, label, width int) []string {
	digits, most := 0, 1
	for _, b := range list {
		digits, most = max(digits, len(strconv.Itoa(b.n))), max(most, b.n)
	}
	label = min(label, max(1, width*5/8))
	room := min(width-label-digits-2, 40)
	lines := make([]string, 0, len(list))
	for _, b := range list {
		name := ansi.Truncate(b.name, label, p.glyph.more)
		name += strings.Repeat(" ", label-ansi.StringWidth(name)+1)
		drawn := ""
		if room > 2 {
			drawn = p.o.Styles.Bar.Render(p.glyph.lying(b.n, most, room)) + " "
		}
		lines = append(lines, name+drawn+strconv.Itoa(b.n))
	}
	return lines
}

// lying is a bar for a number, in a room of cells for the highest; what is not
// nothing can be seen.
func (g glyphs) lying(n, most, room int) string {
	parts := len(g.rows)
	eighths := max(n*room*parts/most, min(n, 1))
	drawn := strings.Repeat(g.rows[parts-1], eighths/parts)
	if rest := eighths % parts; rest > 0 {
		drawn += g.rows[rest-1]
	}
	return drawn
}

// columnChart is numbers as columns that stand on an axis.
type columnChart struct {
	values []int
	long   []bool // those that lasted long; nil = none
	top    int    // the highest number that has room
	labels map[int]string
	cell   int // cells for each column
	margin int // cells for the labels, with a blank behind them
	height int // rows
}

// draw is the chart, its lower axis last.
func (p page) draw(c columnChart) []string {
	lines := make([]string, 0, c.height+1)
	for row := c.height; row > 0; row-- {
		var b strings.Builder
		b.WriteString(right(c.labels[row], c.margin-1) + p.glyph.side)
		for i, v := range c.values {
			style := p.o.Styles.Bar
			if i < len(c.long) && c.long[i] {
				style = p.o.Styles.Long
			}
			drawn := p.glyph.standing(v, c.top, c.height, row)
			if drawn != " " {
				drawn = style.Render(strings.Repeat(drawn, max(1, c.cell-1)))
			} else {
				drawn = strings.Repeat(" ", max(1, c.cell-1))
			}
			b.WriteString(drawn + strings.Repeat(" ", min(1, c.cell-1)))
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return append(lines, right("0", c.margin-1)+p.glyph.corner+strings.Repeat(p.glyph.axis, len(c.values)*c.cell))
}

// standing is what a column shows in a row, counted from below.
func (g glyphs) standing(n, top, height, row int) string {
	if n > top && row == height {
		return g.over
	}
	parts := len(g.cols)
	filled := max(min(n, top)*height*parts/top, min(max(0, n), 1)) - (row-1)*parts
	switch {
	case filled <= 0:
		return " "
	case filled >= parts:
		return g.cols[parts-1]
	}
	return g.cols[filled-1]
}

// right sets a text at the right end of so many cells.
func right(text string, cells int) string {
	return strings.Repeat(" ", max(0, cells-ansi.StringWidth(text))) + text
}

// put writes a text of ASCII into a line, from a cell on; where something stands there
// already, or the line ends, it is left out.
func put(line []byte, at int, text string) {
	if at < 0 || at+len(text) > len(line) {
		return
	}
	around := line[max(0, at-1):min(len(line), at+len(text)+1)]
	if strings.Trim(string(around), " ") == "" {
		copy(line[at:], text)
	}
}

// blank is a line without a word.
func blank(cells int) []byte { return []byte(strings.Repeat(" ", max(0, cells))) }
