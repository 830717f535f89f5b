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
	tallest               = 44    // on a taller screen the keys stay near the text
	lastKeys              = 3     // signs, all keys, leave: the last of every list
)

// page is a screen before it is laid out.
type page struct {
	header      string // where you are
	status      []part // what is true beside the screen: a sign, a pack on the skin
	body        []part // the one thing to do now, and how
	notice      string // the answer to the last key
	noticeStyle lipgloss.Style
	keys        []string
	more        string // the key that shows more, where there is more than room
	scroll      int    // by how many lines the instructions are scrolled
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
	_, margin := column(w)
	tall := min(h, tallest)
	lines, _ := arrange(p, w, tall)
	return indent(slices.Concat(make([]string, (h-tall)/3), lines), margin, w, h)
}

// arrange makes the lines of a page, as many as the screen has, and says by how
// many lines its instructions can be scrolled.
func arrange(p page, w, h int) (lines []string, most int) {
	width, _ := column(w)
	foot := footer(p, width, h)
	parts, most := fit(p.parts(), h-1-len(foot), p.scroll)
	if most > 0 && p.more != "" {
		p.keys = append([]string{p.more}, p.keys...)
		foot = footer(p, width, h)
		parts, most = fit(p.parts(), h-1-len(foot), p.scroll)
	}
	room := max(0, h-1-len(foot))
	lines = join(parts, room)
	// The same height on every screen of a size, so that nothing jumps.
	if spare := room - len(lines); spare > 0 {
		lines = append(make([]string, min(spare, max(1, (h-20)/4))), lines...)
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return append(append([]string{p.header}, lines...), foot...), most
}

// parts are the parts between header and footer.
func (p page) parts() []part { return append(slices.Clone(p.status), p.body...) }

// footer is the notice and the keys. Where there is room the notice has a line
// of its own, so that nothing moves when one comes; where there is little, keys
// make room for it while it stands.
func footer(p page, width, h int) []string {
	most := max(1, h/4)
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
