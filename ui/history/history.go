// Package history turns records of ended sessions into text: sentences, a table and
// pictures to be read in a terminal, and JSON and CSV for other programs. It reads no
// clock and no disk, and sends nothing of a record to the terminal as it is.
package history

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

const (
	usualWidth = 80  // where no width is told
	widest     = 120 // more is not used: a line that long is hard to follow
	prose      = 80  // how wide sentences go
)

// Options say how the history is shown.
type Options struct {
	Width  int       // of the terminal in cells, 0 = 80; no line is wider
	Now    time.Time // its place decides which day is today
	Since  time.Time // what is older is not shown; zero = everything is
	Last   int       // how many sessions the table lists, 0 = 10
	ASCII  bool      // nothing but ASCII is drawn
	Styles Styles    // the zero value is plain text
}

// Styles are the only ones that are used. Each of them is a help: what it says is
// said by words, numbers and shapes as well.
type Styles struct {
	Heading lipgloss.Style // titles, and the heads of columns
	Number  lipgloss.Style // days with cramps
	Bar     lipgloss.Style // bars and columns
	Long    lipgloss.Style // columns of cramps that lasted long
	Alert   lipgloss.Style // worth telling somebody
}

// Weights are the styles without colours.
func Weights() Styles {
	bold := lipgloss.NewStyle().Bold(true)
	return Styles{Heading: bold, Number: bold, Alert: bold}
}

// Colours are the styles for a terminal of 256 colours or more. The ground they are
// drawn on is not known, so they are for shapes alone, and tell from black and from
// white alike at a contrast of 4.5:1; words keep the terminal's own colour.
func Colours() Styles {
	s := Weights()
	s.Bar = lipgloss.NewStyle().Foreground(lipgloss.Color("#00847A"))
	s.Long = lipgloss.NewStyle().Foreground(lipgloss.Color("#D0442D"))
	return s
}

// Damage is a line of the file that could not be read.
type Damage struct {
	Line int    // from 1
	Why  string // in short plain words
}

// page is a history as it is written.
type page struct {
	o     Options
	names names
	glyph glyphs
	t     tally
}

// Page is the history to be read: how often, what was last, and the pictures. Records
// that are hidden don't count; skipped is what Skipped says, and stands at the end. No line
// is wider than the width, and every one ends in a line feed. The library is the content
// that names what the records name.
func Page(lib *content.Library, records []session.Record, skipped string, o Options) string {
	if o.Width <= 0 {
		o.Width = usualWidth
	}
	o.Width = min(o.Width, widest)
	if o.Last <= 0 {
		o.Last = 10
	}
	p := page{o: o, names: names{lib, o.ASCII}, glyph: blocks}
	if o.ASCII {
		p.glyph = ascii
	}
	p.t = newTally(records, o, p.longest())
	lines := p.empty()
	if len(p.t.sessions) > 0 {
		lines = slices.Concat(p.sentences(), []string{""}, p.table(), []string{""}, p.pictures())
	}
	if skipped != "" {
		lines = append(append(lines, ""), p.wrap("", skipped)...)
	}
	return p.finish(lines)
}

// empty says that there is nothing to show, and what to do.
func (p page) empty() []string {
	if last := p.t.lastBefore; !last.IsZero() {
		return p.wrap("", fmt.Sprintf("No session since %s. The last one was on %s.", date(p.o.Since), date(last)))
	}
	lines := p.wrap("", "Nothing is in the history yet.")
	return append(lines, p.wrap("", "When a muscle cramps, type uncramp: each session that ends is kept here, on this machine alone.")...)
}

// pictures are the pictures, side by side where there is room.
func (p page) pictures() []string {
	const gap, beside, wide = 3, 76, 108
	w := p.o.Width
	half := (w - gap) / 2
	switch {
	case w >= wide:
		left := half + gap
		return parted(p.join(p.calendar(half), p.byMonth(half), left), p.join(p.byLeg(half), p.byContext(half), left),
			p.join(p.byHour(half), p.trend(half), left))
	case w >= beside:
		left := calendarWidth + gap
		return parted(p.join(p.calendar(calendarWidth), p.byMonth(w-left), left), p.join(p.byLeg(half), p.byContext(half), half+gap),
			p.byHour(w), p.trend(w))
	}
	return parted(p.calendar(w), p.byMonth(w), p.byLeg(w), p.byContext(w), p.byHour(w), p.trend(w))
}

// parted are pictures below each other, with a blank line between them.
func parted(pictures ...[]string) []string {
	lines := pictures[0]
	for _, p := range pictures[1:] {
		lines = append(append(lines, ""), p...)
	}
	return lines
}

// join sets two pictures side by side, the second from a cell on.
func (p page) join(left, right []string, from int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		if i < len(left) {
			lines[i] = left[i]
		}
		if i < len(right) && right[i] != "" {
			lines[i] += strings.Repeat(" ", max(0, from-ansi.StringWidth(lines[i]))) + right[i]
		}
	}
	return lines
}

// heading is a title in capitals.
func (p page) heading(text string) string {
	return p.o.Styles.Heading.Render(strings.ToUpper(text))
}

// wrap breaks a text into lines behind an opening; what follows is set in under it.
func (p page) wrap(opening, text string) []string {
	return p.within(min(p.o.Width, prose), opening, text)
}

// within is the same in a width.
func (p page) within(width int, opening, text string) []string {
	lines := strings.Split(ansi.Wrap(text, max(1, width-len(opening)), ""), "\n")
	for i := range lines {
		lines[i] = opening + strings.TrimSpace(lines[i])
		opening = strings.Repeat(" ", len(opening))
	}
	return lines
}

// finish joins lines, and cuts what a very narrow terminal has no room for.
func (p page) finish(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		if ansi.StringWidth(l) > p.o.Width {
			l = ansi.Truncate(l, p.o.Width, "")
		}
		b.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	return b.String()
}

// Skipped says which lines of a file were skipped, at most five of them by number, in
// one line; "" where none was.
func Skipped(file string, list []Damage) string {
	if len(list) == 0 {
		return ""
	}
	const most = 5
	n := names{ascii: true}
	var words []string
	for _, d := range list[:min(most, len(list))] {
		words = append(words, fmt.Sprintf("line %d (%s)", d.Line, n.inert(d.Why, 60)))
	}
	if more := len(list) - most; more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
	}
	were := "lines of %s were skipped: %s."
	if len(list) == 1 {
		were = "line of %s was skipped: %s."
	}
	return fmt.Sprintf("%d "+were, len(list), n.inert(file, 60), strings.Join(words, ", "))
}
