//go:build unix

package cli_test

import (
	"fmt"
	"html"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// cell is what stands in one place of a screen.
type cell struct {
	char          rune
	ink           string // as CSS names it, "" for the terminal's own
	bold, reverse bool
}

// blank tells that nothing is to be seen there.
func (c cell) blank() bool { return (c.char == ' ' || c.char == 0) && !c.reverse }

// page is all that is to be seen at once, row by row.
type page [][]cell

// shot is a page that stands for a while.
type shot struct {
	page  page
	stays time.Duration
}

// The measures of a drawing. A cell holds two by four dots of one distance, so
// that the dots of figures make an even grid and lie at whole numbers.
const (
	cellW, cellH = 8, 16
	base         = 12 // from the top of a row down to its letters' feet: y = 0
	margin       = 20
	paper        = "#101418"
	letters      = "#d8dee4"
)

// style is all that a drawing brings along: no font, nothing from elsewhere.
const style = `text{font:13.3px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;` +
	`fill:currentColor}.b{font-weight:700}path{fill:none;stroke:currentColor}` +
	`.k{fill:currentColor;stroke:none;shape-rendering:crispEdges}.d{stroke-width:2.9;stroke-linecap:round}` +
	`.o{stroke-width:7;stroke-linecap:round}.r{stroke-width:1.2}.h{stroke-width:3}.l{stroke-width:1.2}` +
	`.v{color:` + paper + `}`

// drawing collects what the pages of a film have in common: each row is drawn
// once, and so is each piece of a row between two gaps, for a figure moves
// while the text beside it stands, and the other way round.
type drawing struct {
	pieces, rows parts
	inks         map[string]string // classes, by ink
}

// parts are drawn parts in the order they were met, numbered from 0.
type parts struct {
	ids  map[string]int
	list []string
}

// id is a part's number.
func (p *parts) id(part string) int {
	if p.ids == nil {
		p.ids = map[string]int{}
	}
	n, ok := p.ids[part]
	if !ok {
		n = len(p.list)
		p.ids[part] = n
		p.list = append(p.list, part)
	}
	return n
}

// define writes the parts down, to be used by their name.
func (p *parts) define(b *strings.Builder, name string) {
	for i, part := range p.list {
		fmt.Fprintf(b, "<g id=\"%s%d\">%s</g>\n", name, i, part)
	}
}

// newDrawing gives the inks of a film their classes, in an order that depends
// on the inks alone.
func newDrawing(film []shot) *drawing {
	d := &drawing{inks: map[string]string{}}
	for _, s := range film {
		for _, row := range s.page {
			for _, c := range row {
				if c.ink != "" {
					d.inks[c.ink] = ""
				}
			}
		}
	}
	for i, ink := range slices.Sorted(maps.Keys(d.inks)) {
		d.inks[ink] = "i" + strconv.Itoa(i)
	}
	return d
}

// page is a page made of rows.
func (d *drawing) page(p page) string {
	var b strings.Builder
	for y, row := range p {
		if content := d.row(row); content != "" {
			fmt.Fprintf(&b, `<use href="#r%d" y="%d"/>`, d.rows.id(content), y*cellH+base)
		}
	}
	return b.String()
}

// row is a row made of pieces, which end where two cells or more are blank.
func (d *drawing) row(row []cell) string {
	var b strings.Builder
	for x := 0; x < len(row); {
		if row[x].blank() {
			x++
			continue
		}
		end := x + 1
		for i := end; i < len(row) && i <= end+1; i++ {
			if !row[i].blank() {
				end = i + 1
			}
		}
		fmt.Fprintf(&b, `<use href="#p%d"%s/>`, d.pieces.id(d.piece(row[x:end])), place(x))
		x = end
	}
	return b.String()
}

// place is where something stands in its row, left out where it is the first.
func place(x int) string {
	if x == 0 {
		return ""
	}
	return fmt.Sprintf(` x="%d"`, x*cellW)
}

// piece draws a few cells, a run of one kind and one style at a time.
func (d *drawing) piece(cells []cell) string {
	var b strings.Builder
	for x := 0; x < len(cells); {
		first, end := cells[x], x+1
		k := kindOf(first)
		for end < len(cells) && first.joins(cells[end], k) {
			end++
		}
		class := d.inks[first.ink]
		if first.reverse {
			if x == 0 || !first.like(cells[x-1]) {
				b.WriteString(shape("k "+class, blocked(x, behind(cells[x:]))))
			}
			class = "v"
		}
		b.WriteString(k.draw(x, cells[x:end], class))
		x = end
	}
	return b.String()
}

// joins tells that a cell goes on in the run that another began. One that is blank
// goes on in any.
func (c cell) joins(next cell, k kind) bool {
	if next.blank() && !c.reverse {
		return true
	}
	return kindOf(next) == k && next.bold == c.bold && c.like(next)
}

// like tells that a cell has the colours of another.
func (c cell) like(next cell) bool { return next.ink == c.ink && next.reverse == c.reverse }

// behind is the ground of the first of some inverted cells, and of those that
// go on like it: whole blocks.
func behind(cells []cell) []cell {
	n := 1
	for n < len(cells) && cells[0].like(cells[n]) {
		n++
	}
	return slices.Repeat([]cell{{char: '█'}}, n)
}

// write is the whole picture: a card with a film on it. Where there is no motion,
// or none is wanted, the page that is number still is to be seen.
func (d *drawing) write(film []shot, still int, title, desc string) []byte {
	w, h := len(film[0].page[0])*cellW, len(film[0].page)*cellH
	var pages, b strings.Builder
	for i, s := range film {
		fmt.Fprintf(&pages, "<g id=\"f%d\" transform=\"translate(%d)\">%s</g>\n", i, i*w, d.page(s.page))
	}
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %[2]d" width="%[1]d" height="%[2]d" role="img" aria-labelledby="t d">`+"\n",
		w+2*margin, h+2*margin)
	fmt.Fprintf(&b, "<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n<style>%s", html.EscapeString(title), html.EscapeString(desc), style)
	for _, ink := range slices.Sorted(maps.Keys(d.inks)) {
		fmt.Fprintf(&b, ".%s{color:%s}", d.inks[ink], ink)
	}
	b.WriteString(motion(film, w) + "</style>\n<defs>\n")
	d.pieces.define(&b, "p")
	d.rows.define(&b, "r")
	fmt.Fprintf(&b, "</defs>\n<rect width=\"%d\" height=\"%d\" rx=\"12\" fill=\"%s\"/>\n", w+2*margin, h+2*margin, paper)
	fmt.Fprintf(&b, "<svg x=\"%d\" y=\"%[1]d\" width=\"%d\" height=\"%d\" color=\"%s\"><g id=\"film\" transform=\"translate(%d)\">\n%s</g></svg>\n</svg>\n",
		margin, w, h, letters, -still*w, pages.String())
	return []byte(b.String())
}

// motion is the rule that shows a film: its pages stand side by side on a strip
// behind a window, and the strip moves on in steps. A picture in a page may have
// styles, but no scripts. It is one rule for the whole film, so that no two pages
// are ever seen together.
func motion(film []shot, w int) string {
	if len(film) < 2 {
		return ""
	}
	var length, from time.Duration
	for _, s := range film {
		length += s.stays
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n@media(prefers-reduced-motion:no-preference){#film{animation:film %gs step-end infinite}}\n@keyframes film{", length.Seconds())
	for i, s := range film {
		share := strconv.FormatFloat(100*from.Seconds()/length.Seconds(), 'f', 3, 64)
		fmt.Fprintf(&b, "%s%%{transform:translate(%dpx)}\n", share, -i*w)
		from += s.stays
	}
	return b.String() + "}"
}

// TestDrawing draws one cell of each kind: letters as text, all else as shapes.
func TestDrawing(t *testing.T) {
	row := []cell{
		{char: 'a', bold: true}, {char: ' '}, {char: '<', bold: true}, {char: ' '}, {char: ' '},
		{char: '⠁', ink: "#fff"}, {char: '⢀', ink: "#fff"}, {char: '█'}, {char: '█'}, {char: '▄'}, {char: '━'}, {char: '━'},
		{char: '●'}, {char: '○'}, {char: '✓'}, {char: '▄', reverse: true}, {char: 'b', reverse: true}, {char: 'é'},
	}
	film := []shot{{page{row, row}, time.Second}, {page{row, {}}, time.Second}}
	svg := string(newDrawing(film).write(film, 1, "one & two", "<three>"))
	for want, times := range map[string]int{
		`<text class="b" textLength="24">a &lt;</text>`: 1,
		`<path class="d i0" d="M2-10h0M14 2h0"/>`:       1,
		`d="M16-12h16v16h-16zM32-4h8v8h-8z"`:            1,
		`d="M40-4h16"`:                                  1,
		`d="M56-4m4 0h0"`:                               1,
		`<path class="k" d="M80-12h16v16h-16z"/><path class="k v" d="M80-4h8v8h-8z"/><text x="88" class="v" textLength="8">b</text><text x="96" textLength="8">é</text>`: 1,
		`<g id="p0">`:                           1,
		`<use href="#p1" x="40"/>`:              1,
		`<g id="r0">`:                           1,
		`<use href="#r0" y="12"/>`:              2,
		`<use href="#r0" y="28"/>`:              1,
		`id="film" transform="translate(-144)"`: 1,
		`animation:film 2s step-end`:            1,
		`50.000%{transform:translate(-144px)}`:  1,
		`.i0{color:#fff}`:                       1,
		`one &amp; two`:                         1,
		`&lt;three&gt;`:                         1,
	} {
		if n := strings.Count(svg, want); n != times {
			t.Errorf("%d of %s, want %d, in\n%s", n, want, times, svg)
		}
	}
}
