//go:build unix

package cli_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/gdamore/tcell/v3/color"
	"github.com/gdamore/tcell/v3/vt"

	"uncramp/content"
	"uncramp/ui/figure"
)

// film is what was to be seen of a session while it was rolling.
type film struct {
	s     *session
	pages map[string]page // by what the watch calls them
	watch *watched
	shots []shot
	asks  int // the shot before this number is a question, which stands still
}

// film begins to watch all cells of a session's screen.
func (s *session) film() *film {
	f := &film{s: s, pages: map[string]page{}}
	f.watch = s.watch(func(string) string {
		p := s.scr.page()
		name := fmt.Sprint(p)
		f.pages[name] = p
		return name
	})
	return f
}

// own is the ink that the emulator begins with: the terminal's own.
const own = color.Silver

// page is all cells of the screen. Their background is the terminal's own.
func (s *screen) page() page {
	p := make(page, s.rows)
	for y := range p {
		p[y] = make([]cell, s.cols)
		for x := range p[y] {
			c := s.shown.GetCell(vt.Coord{X: vt.Col(x), Y: vt.Row(y)})
			char, _ := utf8.DecodeRuneInString(c.C + " ")
			p[y][x] = cell{char: char}
			if c.S != nil {
				attr := c.S.Attr()
				p[y][x].bold, p[y][x].reverse = attr&vt.Bold != 0, attr&vt.Reverse != 0
				if ink := c.S.Fg(); ink.Valid() && ink != own {
					p[y][x].ink = strings.ToLower(ink.TrueColor().CSS())
				}
			}
		}
	}
	return p
}

// roll lets a while pass and keeps what was to be seen in it. Times are those
// at which the frames came, to a hundredth of a second.
func (f *film) roll(d time.Duration) {
	const round, least = 10 * time.Millisecond, 3
	from := time.Now()
	f.s.wait(d)
	steps := f.watch.all()
	f.watch.s.mu.Lock()
	defer f.watch.s.mu.Unlock()
	began := time.Duration(0)
	for i, step := range steps {
		end := d
		if i+1 < len(steps) {
			end = min(d, steps[i+1].at.Sub(from).Round(round))
		}
		// Nobody sees what is gone at once: its time goes to the one after it.
		if end-began >= least*round || end == d && end > began {
			f.shots = append(f.shots, shot{f.pages[step.value], end - began})
			began = end
		}
	}
}

// calm checks that no frame came late: a clock is on every screen but one.
func (f *film) calm(t *testing.T) {
	t.Helper()
	for i, shot := range f.shots {
		if i != f.asks-1 && shot.stays > 1150*time.Millisecond {
			t.Fatalf("a page stood for %v, so a frame came late: record again when less runs beside", shot.stays)
		}
	}
}

// sheetFigures are the figures of the still, in its order.
var sheetFigures = strings.Fields(`
	wait-calf-seated wall-calf toe-raises quad-stand
	forward-bend side-quad chair-edge toes-to-shin-seated
	towel-calf-lying towel-hamstring knee-lying bed-bend
	roller-calf roller-quad massage-calf-seated walk-slowly
	ball-arch hand-sole toe-spread massage-arch
	pack-quad-seated wait-calf-lying toe-lifts-standing cold-foot`)

// The still of figures: how many stand in a line, and how much room each has.
const (
	sheetCols          = 4
	sheetW, sheetH     = 24, 10
	sheetGap, sheetInk = 3, "#9aa7b2"
)

// drawSheet draws the still: figures at their work, with their names underneath.
func drawSheet(t *testing.T) []byte {
	t.Helper()
	var sheet page
	for ids := range slices.Chunk(sheetFigures, sheetCols) {
		if len(sheet) > 0 {
			sheet = append(sheet, make([]cell, len(sheet[0])))
		}
		sheet = append(sheet, sheetLine(t, ids)...)
	}
	still := []shot{{page: sheet}}
	return newDrawing(still).write(still, 0, "Figures of uncramp",
		"Some of the figures that do each exercise, drawn with braille dots, with their names: "+strings.Join(sheetFigures, ", ")+".")
}

// sheetLine is a line of figures on one floor, no higher than they are.
func sheetLine(t *testing.T, ids []string) page {
	t.Helper()
	line := make(page, sheetH+1)
	for y := range line {
		line[y] = make([]cell, sheetCols*(sheetW+sheetGap)-sheetGap)
	}
	high := 0
	for i, id := range ids {
		p := working(t, id)
		left := i * (sheetW + sheetGap)
		for y, cells := range figureCells(p) {
			copy(line[sheetH-p.H+y][left+(sheetW-p.W)/2:], cells)
		}
		for x, r := range id {
			line[sheetH][left+(sheetW-len(id))/2+x] = cell{char: r, ink: sheetInk}
		}
		high = max(high, p.H)
	}
	return line[sheetH-high:]
}

// working draws a figure as it works, as the right leg's.
func working(t *testing.T, id string) *figure.Picture {
	t.Helper()
	for _, f := range content.Embedded().Figures {
		if f.ID != id {
			continue
		}
		m := figure.Moment{Phase: figure.Phase{Kind: "ready"}, Still: true}
		switch {
		case len(f.When.Hold) > 0:
			m.Phase.Kind = "hold"
		case len(f.When.Timed) > 0:
			m.Phase.Kind = "timed"
		case len(f.When.Open) > 0:
			m.Phase.Kind = "open"
		}
		return figure.Draw(f, figure.At(f, m), figure.Look{W: sheetW, H: sheetH})
	}
	t.Fatalf("no figure %s", id)
	return nil
}

// figureCells are the cells of a figure, in the colours that the program has on a
// dark ground.
func figureCells(p *figure.Picture) page {
	inks := map[rune]string{rune(figure.Work): "#6fd3c0", rune(figure.Far): sheetInk, rune(figure.Prop): sheetInk}
	// Each character is led by its role: the paint is told runs, not places.
	lines := p.Lines(func(r figure.Role, s string) string {
		var b strings.Builder
		for _, c := range s {
			b.WriteString(string([]rune{rune(r), c}))
		}
		return b.String()
	})
	cells := make(page, len(lines))
	for y, line := range lines {
		ink := ""
		for _, r := range line {
			if r < ' ' {
				ink = inks[r]
				continue
			}
			cells[y] = append(cells[y], cell{char: r, ink: ink})
			ink = ""
		}
	}
	return cells
}
