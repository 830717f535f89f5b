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
	frameMost             = 157   // a frame wider than this falls apart
	roomy                 = 16    // from this height on there is room to spare
	tallest               = 44    // on a taller screen the keys stay near the text
	tallestHero           = 64    // the same where a figure stands over it
	lastKeys              = 3     // signs, all keys, leave: the last of every list
)

// page is a screen before it is laid out.
type page struct {
	header      string                  // where you are
	status      []part                  // what is true beside the screen: a sign, a pack on the skin
	head        []part                  // what is being done, the verb and the number, in words
	brief       []part                  // the same in one line, over the hero
	hero        func(w, h int) []string // verb, number and figure, large; nil = none
	spare       bool                    // the hero gets only what everything else leaves
	aside       bool                    // a figure stands beside the text
	body        []part                  // the one thing to do now, and how
	notice      string                  // the answer to the last key
	noticeStyle ink
	reading     []string // where a reader begins, if not with what is done
	keys        []string
	also        string // a key that is shown where it costs no line, "" = none
	more        string // the key that shows more, where there is more than room
	scroll      int    // by how many lines the instructions are scrolled
	// keyLines is how many lines the keys get on a low screen, 0 = as many as usual.
	keyLines int
	keysMost int // the same on any screen
}

// add puts parts under what the page has.
func (p *page) add(parts ...part) { p.body = append(p.body, parts...) }

// frame is the width of a screen's frame on a terminal of width w, and its margin. What
// is large, the header and the bars take all of it.
func frame(w int) (width, margin int) {
	switch {
	case w >= narrow:
		width = min(w-4, frameMost)
		return width, (w - width) / 2
	case w >= 36:
		return w - 2, 1
	}
	return w, 0
}

// column is the width that text gets on a terminal of width w, and its margin.
func column(w int) (width, margin int) {
	width, margin = frame(w)
	return min(width, columnMost), margin
}

// layout puts a page on a screen of w by h cells.
func layout(p page, w, h int) string {
	tall := p.tall(h)
	lines, _ := arrange(p, w, tall)
	return crop(slices.Concat(make([]string, (h-tall)/3), lines), w, h)
}

// tall is how much of a screen h lines high a page takes.
func (p page) tall(h int) int {
	if p.hero != nil {
		return min(h, tallestHero)
	}
	return min(h, tallest)
}

// arrange makes the lines of a page, as many as the screen has, and says by how
// many lines its instructions can be scrolled.
func arrange(p page, w, h int) (lines []string, most int) {
	width, margin := column(w)
	foot := footer(p, width, h)
	large := p.heroOn(w, p.room(w, h))
	shown := p.parts(large)
	if large != nil { // bars and what is next are not worth a screen without a gap
		shown = leave(shown, h-1-len(foot)-max(2, h/10), extra)
	}
	parts, most := fit(shown, h-1-len(foot), p.scroll)
	if most > 0 && p.more != "" {
		if large != nil { // it was reckoned without this key
			p.keysMost = p.keyRows(width, h)
		}
		p.keys = append([]string{p.more}, p.keys...)
		foot = footer(p, width, h)
		parts, most = fit(shown, h-1-len(foot), p.scroll)
	}
	room := max(0, h-1-len(foot))
	lines = join(parts, room, margin)
	// The same height on every screen of a size, so that nothing jumps.
	if spare := room - len(lines); spare > 0 {
		above := max(1, (h-20)/4)
		if large != nil {
			above = 0
		}
		lines = append(make([]string, min(spare, above)), lines...)
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return slices.Concat(indented([]string{p.header}, margin), lines, indented(foot, margin)), most
}

// parts are the parts between header and footer, over them the hero where it has room.
func (p page) parts(large []string) []part {
	if large == nil {
		return slices.Concat(p.status, p.head, p.body)
	}
	body := slices.Clone(p.body)
	for i := range body {
		body[i].tight = body[i].tight && i > 0
		switch body[i].rank {
		case progress: // the hero tells it larger
			body[i].rank = extra
		case sources: // it makes room for the hero, but can still be scrolled to
			body[i].detail, body[i].spills = true, true
		}
	}
	return slices.Concat(p.status, p.brief, []part{{rank: stays, lines: large, placed: true, tight: true}}, body)
}

// room is how many lines there are between header and footer.
func (p page) room(w, h int) int {
	width, _ := column(w)
	h, p.notice = p.tall(h), "" // a notice makes other things leave, not what is large
	return h - 1 - len(footer(p, width, h))
}

// heroOn draws the hero of a page on a screen w cells wide with so much room between
// header and footer, nil where there is none for it.
func (p page) heroOn(w, room int) []string {
	if p.hero == nil {
		return nil
	}
	width, margin := frame(w)
	lines := indented(p.hero(width, p.heroHigh(room)), margin)
	switch {
	case len(lines) == 0:
		return nil
	case room >= airy:
		return append([]string{""}, lines...)
	}
	return lines
}

// heroHigh is how high a hero may be: about half of the screen, whatever it shows, so
// that nothing jumps from one phase to the next. Instructions come before the figure,
// and the figure before what else there is to say.
func (p page) heroHigh(room int) int {
	gapped, full, least := 0, 0, 0
	for _, x := range slices.Concat(p.status, p.brief, p.body) {
		gapped += len(x.lines)
		if !x.tight {
			gapped++
		}
		if x.rank >= progress && !x.detail {
			continue
		}
		full += len(x.lines)
		least += len(x.lines)
		if x.short != nil {
			least += len(x.short) - len(x.lines)
		}
	}
	half := max(smallHero, (room+4)*8/15)
	if room >= airy {
		room--
	}
	switch {
	case p.spare:
		return min(half, room-gapped)
	case room-full >= smallHero:
		return min(half, room-full)
	}
	return min(half, room-least)
}

const (
	airy      = 24 // from this room on there is a blank line over a hero
	smallHero = 11 // the smallest hero with a verb
	leastHero = 7  // the smallest one
)

// widest is the width of the widest line.
func widest(lines []string) int {
	most := 0
	for _, l := range lines {
		most = max(most, lipgloss.Width(l))
	}
	return most
}

// keyRows is how many lines the keys take.
func (p page) keyRows(width, h int) int {
	p.notice = ""
	if h >= roomy {
		return len(footer(p, width, h)) - 1
	}
	return len(footer(p, width, h))
}

// footer is the notice and the keys. Where there is room the notice has a line
// of its own, so that nothing moves when one comes; where there is little, keys
// make room for it while it stands.
func footer(p page, width, h int) []string {
	most := max(1, h/4)
	if p.keyLines > 0 && h < roomy {
		most = p.keyLines
	}
	if p.keysMost > 0 {
		most = min(most, p.keysMost)
	}
	keys := withAlso(p.keys, p.also, width, most)
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
	filled := 0 // of the last line
	for _, w := range words {
		n, wide := len(lines)-1, lipgloss.Width(w)
		if n < 0 || filled+len(gap)+wide > width {
			lines, filled = append(lines, w), wide
			continue
		}
		lines[n] += gap + w
		filled += len(gap) + wide
	}
	return lines
}

// indented gives every line a margin.
func indented(lines []string, margin int) []string {
	pad := strings.Repeat(" ", max(0, margin))
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = pad + l
		}
	}
	return out
}

// crop cuts what is wider or higher than the screen.
func crop(lines []string, w, h int) string {
	lines = lines[:min(len(lines), h)]
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, w, "")
	}
	return strings.Join(lines, "\n")
}
