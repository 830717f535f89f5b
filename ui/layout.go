package ui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// The sizes of the layout, in cells.
const (
	tinyWidth, tinyHeight = 20, 6 // below either, one line tells verb and number
	narrow                = 60    // below, the header shortens
	columnMost            = 78    // a line longer than this is hard to read
	roomy                 = 16    // from this height on there is room to spare
	lastKeys              = 3     // signs, all keys, leave: the last of every list
)

// rank says when a part of a screen leaves where there is no room: the highest
// first. What has rank stays never leaves.
type rank int

// What a part is, from what never leaves to what leaves first.
const (
	stays    rank = iota
	firstHow                 // the first instruction
	matters                  // short lines that keep somebody safe
	title                    // what is being done
	how                      // the further instructions, the last leaving first
	progress rank = how + 2  // how far it is
	lastHow  rank = how + 4  // instructions from here on leave before progress does
	extra    rank = how + 10 // what only matters where there is room
	sources  rank = how + 11 // where it comes from
	nextUp   rank = how + 12 // what follows
)

// part is some lines of a screen that come and go together.
type part struct {
	rank  rank
	lines []string
	tight bool     // no blank line before it
	short []string // what stands there instead before anything leaves, nil = nothing shorter
}

// page is a screen before it is laid out.
type page struct {
	header      string // where you are
	status      []part // what is true beside the screen: a pack on the skin, a pause
	body        []part // the one thing to do now, and how
	notice      string // the answer to the last key
	noticeStyle lipgloss.Style
	keys        []string
	// keyLines is how many lines the keys get on a low screen, 0 = as many as usual.
	keyLines int
}

// add puts parts under what the page has.
func (p *page) add(parts ...part) { p.body = append(p.body, parts...) }

// column is the width that text gets on a terminal of width w, and its margin.
func column(w int) (width, margin int) {
	switch {
	case w >= columnMost+8:
		return columnMost, (w - columnMost) / 2
	case w >= narrow:
		return min(w-4, columnMost), 2
	case w >= 36:
		return w - 2, 1
	}
	return w, 0
}

// layout puts a page on a screen of w by h cells.
func layout(p page, w, h int) string {
	width, margin := column(w)
	foot := footer(p, width, h)
	head := []string{p.header}
	room := h - len(head) - len(foot)
	parts := fit(append(p.status, p.body...), room)
	lines := join(parts, room)
	if spare := room - len(lines); spare > 0 {
		top := max(1, min(spare/3, 6))
		lines = append(make([]string, top), lines...)
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	all := append(append(head, lines...), foot...)
	return indent(all, margin, w, h)
}

// footer is the notice and the keys. Where there is room the notice has a line
// of its own, so that nothing moves when one comes; where there is little, keys
// make room for it while it stands.
func footer(p page, width, h int) []string {
	most := max(1, h/6)
	if p.keyLines > 0 && h < roomy {
		most = p.keyLines
	}
	keys := wrapKeys(p.keys, width, most)
	notice := paint(p.noticeStyle, wrap(p.notice, width))
	notice = notice[:min(len(notice), 3, max(1, h-5))] // the verb and the number keep their place
	switch {
	case h >= roomy:
		return append(notice, keys...)
	case p.notice == "":
		return keys
	case len(notice) > 1:
		keys = wrapKeys(p.keys, width, 1)
	}
	return append(notice, keys...)
}

// wrapKeys lays keys out in as few lines as they need. Where they need more than
// there is room for, those before the last ones leave: the signs and the list of
// all keys always have their place.
func wrapKeys(keys []string, width, most int) []string {
	lines := flow(keys, width)
	for drop := len(keys) - lastKeys - 1; len(lines) > most && drop >= 0; drop-- {
		keys = append(append([]string(nil), keys[:drop]...), keys[drop+1:]...)
		lines = flow(keys, width)
	}
	return lines[:min(len(lines), most)]
}

// flow fills lines with words, with a gap between them.
func flow(words []string, width int) []string {
	const gap = "  "
	var lines []string
	for _, w := range words {
		n := len(lines) - 1
		if n < 0 || lipgloss.Width(lines[n])+len(gap)+lipgloss.Width(w) > width {
			lines = append(lines, w)
			continue
		}
		lines[n] += gap + w
	}
	return lines
}

// fit shortens parts, and then drops them, the highest rank first, until the rest
// has room. Where that made more room than it had to, what is short and what left
// comes back as far as it fits; but for instructions, which come in order or not.
func fit(parts []part, room int) []part {
	if height(parts) <= room {
		return parts
	}
	kept := make([]part, len(parts))
	for i, p := range parts {
		if p.short != nil {
			p.lines = p.short
		}
		kept[i] = p
	}
	for height(kept) > room {
		drop := -1
		for i, p := range kept {
			if p.rank > stays && len(p.lines) > 0 && (drop < 0 || p.rank >= kept[drop].rank) {
				drop = i
			}
		}
		if drop < 0 {
			break
		}
		kept[drop].lines = nil
	}
	for r := stays; r <= title; r++ {
		for i, p := range parts {
			if more := len(p.lines) - len(kept[i].lines); p.rank == r && more >= 0 && height(kept)+more <= room {
				kept[i].lines = p.lines
			}
		}
	}
	return slices.DeleteFunc(kept, func(p part) bool { return len(p.lines) == 0 })
}

// height is the least number of lines the parts need.
func height(parts []part) int {
	n := 0
	for _, p := range parts {
		n += len(p.lines)
	}
	return n
}

// join stacks the parts, with a blank line between them as far as there is room.
func join(parts []part, room int) []string {
	blanks := room - height(parts)
	var lines []string
	for i, p := range parts {
		if i > 0 && !p.tight && blanks > 0 {
			lines = append(lines, "")
			blanks--
		}
		lines = append(lines, p.lines...)
	}
	return lines[:min(len(lines), max(0, room))]
}

// indent gives every line its margin and cuts what is wider than the screen.
func indent(lines []string, margin, w, h int) string {
	lines = lines[:min(len(lines), h)]
	pad := strings.Repeat(" ", margin)
	for i, l := range lines {
		if l != "" {
			lines[i] = ansi.Truncate(pad+l, w, "")
		}
	}
	return strings.Join(lines, "\n")
}

// wrap breaks a text into lines of at most width cells, between words.
func wrap(text string, width int) []string {
	return strings.Split(ansi.Wrap(text, max(1, width), ""), "\n")
}

// text wraps a text in one style. The style is set on every line anew, since a
// line of the screen may be drawn without the one before it.
func (m Model) text(style lipgloss.Style, text string) []string {
	return paint(style, wrap(text, m.width()))
}

// paint sets every line in one style.
func paint(style lipgloss.Style, lines []string) []string {
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return lines
}

// bullet wraps a text behind a mark, the further lines under the first.
func bullet(mark, text string, width int) []string {
	lines := wrap(text, width-lipgloss.Width(mark))
	for i := range lines {
		if i == 0 {
			lines[i] = mark + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", lipgloss.Width(mark)) + lines[i]
		}
	}
	return lines
}
