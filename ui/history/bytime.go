package history

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	noon = 12 // the first hour of the picture: the night is in its middle
	// The night of the picture, the hours in which the program keeps quiet: our own
	// choice, and its label says which they are.
	nightFrom = 22
	nightTo   = 7

	chartHeight = 6
	margin      = 4 // cells for the numbers of an axis
)

// byLeg is the cramps by muscle and leg.
func (p page) byLeg(width int) []string {
	return p.titled("Cramps by muscle and leg", p.legBars(), width)
}

// byContext is the cramps by what the person was doing.
func (p page) byContext(width int) []string {
	return p.titled("Cramps by what you were doing", p.contextBars(), width)
}

// legBars are the cramps of each leg.
func (p page) legBars() []bar {
	return barsOf(shares(p.t.legs, byLeg), 8, p.names.leg)
}

// contextBars are the cramps in each context.
func (p page) contextBars() []bar {
	return barsOf(shares(p.t.contexts, byDoing), 6, p.names.doing)
}

// barsOf are the largest of the shares by name, and the others together.
func barsOf[T comparable](list []share[T], most int, name func(T) string) []bar {
	var bars []bar
	others := 0
	for i, s := range list {
		if i < most {
			bars = append(bars, bar{name(s.of), s.n})
			continue
		}
		others += s.n
	}
	if others > 0 {
		bars = append(bars, bar{"others", others})
	}
	return bars
}

// titled is bars below a title. The bars of both pictures begin in the same cell.
func (p page) titled(title string, list []bar, width int) []string {
	lines := []string{p.heading(title)}
	if len(list) == 0 {
		return append(lines, "none")
	}
	label := 0
	for _, b := range slices.Concat(p.legBars(), p.contextBars()) {
		label = max(label, ansi.StringWidth(b.name))
	}
	return append(lines, p.bars(list, label, width)...)
}

// byHour is the cramps by the hour of the day, from noon to noon.
func (p page) byHour(width int) []string {
	lines := []string{p.heading("Cramps by hour of day")}
	if p.t.cramps == 0 {
		return append(lines, "none")
	}
	c := columnChart{cell: min(4, max(1, (width-margin)/24)), margin: margin, height: chartHeight}
	for i := range 24 {
		c.values = append(c.values, p.t.hours[(noon+i)%24])
	}
	c.top, c.labels = scale(slices.Max(c.values), strconv.Itoa)
	lines = append(lines, p.draw(c)...)
	every, hours := 3, blank(margin+24*c.cell)
	if c.cell == 1 {
		every = 6
	}
	for i := 0; i < 24; i += every {
		put(hours, margin+i*c.cell, strconv.Itoa((noon+i)%24))
	}
	return append(lines, strings.TrimRight(string(hours), " "), p.night(c.cell))
}

// night is the line that says which hours are night.
func (p page) night(cell int) string {
	const hours = (nightTo - nightFrom + 24) % 24
	room := hours*cell - 2
	words := fmt.Sprintf(" night, %d to %d ", nightFrom, nightTo)
	if len(words) > room {
		words = " night "
	}
	left := (room - len(words)) / 2
	return strings.Repeat(" ", margin+(nightFrom-noon)*cell) + p.glyph.from + strings.Repeat(p.glyph.axis, left) +
		words + strings.Repeat(p.glyph.axis, room-left-len(words)) + p.glyph.to
}

// scale is the highest number of an axis, and the labels of its rows: at the top and
// half way up.
func scale(most int, label func(int) string) (top int, labels map[int]string) {
	top = 2
	for step := 1; top < most; step *= 10 {
		for _, n := range []int{4, 6, 8, 10, 12, 16, 20} {
			if top = n * step; top >= most {
				break
			}
		}
	}
	return top, map[int]string{chartHeight: label(top), chartHeight / 2: label(top / 2)}
}
