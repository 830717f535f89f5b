package history

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
	"github.com/charmbracelet/x/ansi"

	"uncramp/session"
)

// column is one of the table's.
type column struct {
	head  string
	right bool // its cells are numbers
	leave int  // where the width is short, the highest leaves first; 0 = stays
	cell  func(page, session.Record) string
	cells []string
	width int
}

const (
	gap      = 2 // blanks between two columns
	doneHead = "done"
)

// columns are the table's, from the left.
func columns() []column {
	return []column{
		{head: "date", right: true, cell: page.day},
		{head: "time", leave: 1, cell: func(_ page, r session.Record) string { return r.At.Format("15:04") }},
		{head: "what", cell: page.where},
		{head: "doing", leave: 5, cell: func(p page, r session.Record) string { return p.names.doing(r.Context) }},
		{head: "eased", right: true, leave: 2, cell: page.eased},
		{head: "sign", leave: 3, cell: func(p page, r session.Record) string { return p.names.sign(r.Sign) }},
		{head: "again", right: true, leave: 6, cell: func(_ page, r session.Record) string { return number(relapses(r)) }},
		{head: "sore", right: true, leave: 7, cell: sore},
		{head: doneHead, leave: 4, cell: doneOf},
	}
}

// day is when a session was; its year where that is another than this one.
func (p page) day(r session.Record) string {
	if r.At.Year() != p.o.Now.Year() {
		return date(r.At)
	}
	return r.At.Format("2 Jan")
}

// where is what cramped, or the routine that was followed without a cramp.
func (p page) where(r session.Record) string {
	if r.Routine != "" && r.Cramps() == 0 {
		return p.names.routine(r.Routine) + " routine"
	}
	return p.names.leg(leg{r.Muscle, r.Side})
}

// eased is how long it took until it first eased, and no where it gripped at the end.
func (p page) eased(r session.Record) string {
	var words []string
	if len(r.Eased) > 0 {
		words = append(words, span(min(max(0, r.Eased[0]), mostEase)))
	}
	if r.Gripping {
		words = append(words, "no")
	}
	return strings.Join(words, ", ")
}

// number is a count, nothing where there is none.
func number(n int) string {
	switch {
	case n <= 0:
		return ""
	case n > 99:
		return "99+"
	}
	return strconv.Itoa(n)
}

// sore is how sore it was afterwards, nothing where it wasn't said.
func sore(_ page, r session.Record) string {
	if r.Sore == nil || *r.Sore < 0 || *r.Sore > 10 {
		return ""
	}
	return strconv.Itoa(*r.Sore)
}

// doneOf is how much was done of what there was to do.
func doneOf(_ page, r session.Record) string {
	if all := len(r.Done) + len(r.Skipped) + len(r.LeftOut) + len(r.BrokeOff) + len(r.NotBegun); all > 0 {
		return fmt.Sprintf("%d of %d", len(r.Done), all)
	}
	return ""
}

// did is what was done, by name, each name once.
func (p page) did(r session.Record) string {
	const most = 20
	var words []string
	seen := map[string]bool{}
	for _, w := range r.Done[:min(most, len(r.Done))] {
		if name := p.names.item(w.Item); !seen[name] {
			seen[name] = true
			words = append(words, name)
		}
	}
	for _, k := range r.Packs[:min(most, len(r.Packs))] {
		words = append(words, p.names.inert(string(k.Kind), 8)+" "+span(min(max(0, k.For), mostEase)))
	}
	return strings.Join(words, ", ")
}

// table is the last sessions, the newest first.
func (p page) table() []string {
	var shown []session.Record
	for _, r := range p.t.sessions[:min(p.o.Last, len(p.t.sessions))] {
		shown = append(shown, *r)
	}
	list := p.fitting(shown)
	rows := make([][]string, len(shown))
	for _, c := range list {
		for i := range rows {
			rows[i] = append(rows[i], ansi.Truncate(c.cells[i], c.width, p.glyph.more))
		}
	}
	heads := make([]string, len(list))
	for i, c := range list {
		heads[i] = c.head
	}
	t := table.New().Headers(heads...).Rows(rows...).Wrap(false).
		Border(p.glyph.border).BorderStyle(lipgloss.NewStyle()).
		BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).BorderColumn(false).BorderRow(false).
		StyleFunc(func(row, col int) lipgloss.Style { return p.cellStyle(list, row, col) })
	title := fmt.Sprintf("The last %d sessions", len(shown))
	switch len(shown) {
	case 1:
		title = "The last session"
	case len(p.t.sessions):
		title = fmt.Sprintf("All %d sessions", len(shown))
	}
	return append([]string{p.heading(title)}, strings.Split(t.String(), "\n")...)
}

// cellStyle sets a cell of the table.
func (p page) cellStyle(list []column, row, col int) lipgloss.Style {
	s := lipgloss.NewStyle()
	if row == table.HeaderRow {
		s = p.o.Styles.Heading
	}
	if list[col].right {
		s = s.Align(lipgloss.Right)
	}
	if col < len(list)-1 {
		s = s.PaddingRight(gap)
	}
	return s
}

// fitting are the columns that the width has room for. A column without a word in
// it isn't there. What room is left takes the names of what was done.
func (p page) fitting(shown []session.Record) []column {
	var list []column
	for _, c := range columns() {
		filled := false
		for _, r := range shown {
			words := c.cell(p, r)
			filled = filled || words != ""
			c.width = max(c.width, ansi.StringWidth(words))
			c.cells = append(c.cells, words)
		}
		if c.width = max(c.width, len(c.head)); filled || c.leave == 0 {
			list = append(list, c)
		}
	}
	for {
		over, last := p.over(list)
		if over <= 0 || last < 0 {
			return p.named(list, shown, -over)
		}
		list = append(list[:last:last], list[last+1:]...)
	}
}

// named puts the names of what was done behind how much it was, in the sessions where
// they fit whole into so many cells more.
func (p page) named(list []column, shown []session.Record, room int) []column {
	c := &list[len(list)-1]
	if c.head != doneHead {
		return list
	}
	most := c.width + room
	for i, r := range shown {
		words := p.did(r)
		if c.cells[i] != "" && words != "" {
			words = c.cells[i] + ": " + words
		}
		if w := ansi.StringWidth(words); words != "" && w <= most {
			c.cells[i], c.width = words, max(c.width, w)
		}
	}
	return list
}

// over is by how many cells the columns are too wide together, and which of them is
// the next to leave, -1 for none.
func (p page) over(list []column) (cells, next int) {
	cells, next = -gap-p.o.Width, -1
	for i, c := range list {
		cells += c.width + gap
		if c.leave > 0 && (next < 0 || c.leave > list[next].leave) {
			next = i
		}
	}
	return cells, next
}
