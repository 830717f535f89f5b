package history

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// mostMinutes is the longest ease that a column shows: our own choice.
const mostMinutes = 20

// trend is the time until each cramp first eased, the oldest first. Where there are more
// cramps than columns, a column is the median of some.
func (p page) trend(width int) []string {
	lines := []string{p.heading("Minutes until it eased")}
	n := len(p.t.eases)
	switch {
	case n == 0:
		return append(lines, "none has eased")
	case dayOf(p.t.eases[0].at) == dayOf(p.t.eases[n-1].at):
		return append(lines, p.oneDay(width)...)
	}
	room := max(1, min(width-margin, 96))
	each := (n + room - 1) / room
	if each > 1 {
		each |= 1 // of an odd number there is one in the middle
	}
	c := columnChart{margin: margin, height: chartHeight}
	for part := range slices.Chunk(p.t.lasted(), each) {
		c.values = append(c.values, median(part))
		c.long = append(c.long, median(part) >= p.longest())
	}
	c.cell = min(4, max(1, room/len(c.values)))
	minutes := (slices.Max(c.values) + 59) / 60
	c.top, c.labels = scale(min(minutes, mostMinutes), strconv.Itoa)
	c.top *= 60
	lines = append(lines, p.draw(c)...)
	return append(lines, p.under(c, each, minutes > c.top/60, width)...)
}

// oneDay tells in words what a single day has: it shows no change.
func (p page) oneDay(width int) []string {
	const most = 6
	var words []string
	for i, seconds := range p.t.lasted() {
		if i == most {
			words = append(words, p.glyph.more)
			break
		}
		words = append(words, span(seconds))
	}
	all := ", all on "
	if len(words) == 1 {
		all = " on "
	}
	return p.within(width, "", strings.Join(words, ", ")+all+date(p.t.eases[0].at)+"; a picture takes two days or more.")
}

// under says from when to when the trend goes, and what a column is.
func (p page) under(c columnChart, each int, over bool, width int) []string {
	first, last := date(p.t.eases[0].at), date(p.t.eases[len(p.t.eases)-1].at)
	days := blank(margin + len(c.values)*c.cell)
	indent := strings.Repeat(" ", margin)
	var lines []string
	if len(days) >= margin+len(first)+2+len(last) {
		put(days, margin, first)
		put(days, len(days)-len(last), last)
		lines = append(lines, string(days))
	} else {
		lines = p.within(width, indent, "from "+first+" to "+last)
	}
	words := "each column is one cramp"
	if each > 1 {
		words = fmt.Sprintf("each column is %d cramps in a row, as high as the middle one", each)
	}
	if over {
		words += fmt.Sprintf("; %s is more than %d", p.glyph.over, c.top/60)
	}
	return append(lines, p.within(width, indent, words)...)
}
