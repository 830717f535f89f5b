//go:build unix

package cli_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/gdamore/tcell/v3/vt"
)

// screen is the terminal's side: it draws what the program writes, keeps
// account of every mode that the program switches, and answers its queries.
// An emulator draws; it knows one buffer only, so there are two of them.
type screen struct {
	cols, rows  int
	light       bool
	main, shown vt.MockTerm // shown is main or, in the alternate screen, another
	parser      *ansi.Parser
	raw         []byte         // the sequence being read
	last        rune           // the character printed last, for REP
	set         map[int]bool   // private modes that the program has switched
	strange     map[string]int // what else is not at its default, by name
	keyboards   [2]int         // depth of the keyboard protocol's stack: main, alternate
	answers     []byte
	asked       []string
}

// modesOn are the private modes that are on in a new terminal.
var modesOn = map[int]bool{7: true, 25: true}

// modesKnown are the further ones that this terminal says it has. Grapheme
// clusters (2027) are left out, as in most terminals.
var modesKnown = []int{1, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026}

// newScreen returns an empty screen of the session's size.
func newScreen(o opts) *screen {
	s := &screen{cols: o.cols, rows: o.rows, light: o.light, set: map[int]bool{}, strange: map[string]int{}}
	s.main = s.buffer()
	s.shown = s.main
	s.parser = ansi.NewParser()
	s.parser.SetHandler(ansi.Handler{
		Print:     func(r rune) { s.last = r; s.draw() },
		Execute:   func(byte) { s.draw() },
		HandleCsi: s.csi,
		HandleEsc: s.esc,
		HandleOsc: s.osc,
		HandleDcs: s.dcs,
		HandleApc: s.drop, HandlePm: s.drop, HandleSos: s.drop,
	})
	return s
}

// buffer returns an emulator of the screen's size.
func (s *screen) buffer() vt.MockTerm {
	b := vt.NewMockTerm(vt.MockOptSize(vt.Coord{X: vt.Col(s.cols), Y: vt.Row(s.rows)}), vt.MockOptColors(1<<24))
	_ = b.Start() // it fails only where it runs already
	return b
}

// close ends the emulators.
func (s *screen) close() {
	_, _ = s.main.Stop(), s.shown.Stop()
}

// write draws what the program wrote and returns the answers to its queries.
func (s *screen) write(b []byte) []byte {
	s.answers = nil
	for _, c := range b {
		s.raw = append(s.raw, c)
		s.parser.Advance(c)
	}
	return s.answers
}

// draw hands the sequence just read to the emulator.
func (s *screen) draw() {
	_, _ = s.shown.Write(s.raw)
	s.raw = s.raw[:0]
}

// drop forgets the sequence just read.
func (s *screen) drop([]byte) { s.raw = s.raw[:0] }

// text is what stands on the screen.
func (s *screen) text() string {
	var b strings.Builder
	for y := range s.rows {
		var row strings.Builder
		for x := 0; x < s.cols; {
			c := s.shown.GetCell(vt.Coord{X: vt.Col(x), Y: vt.Row(y)})
			if c.C == "" {
				c.C = " "
			}
			row.WriteString(c.C)
			x += max(1, c.W)
		}
		b.WriteString(strings.TrimRight(row.String(), " "))
		if y < s.rows-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// resize makes the screen another size; the program draws it anew.
func (s *screen) resize(cols, rows int) {
	s.cols, s.rows = cols, rows
	for _, b := range []vt.MockTerm{s.main, s.shown} {
		b.SetSize(vt.Coord{X: vt.Col(cols), Y: vt.Row(rows)})
		_ = b.Drain()
	}
}

// on tells whether a private mode is on.
func (s *screen) on(mode int) bool {
	if v, ok := s.set[mode]; ok {
		return v
	}
	return modesOn[mode]
}

// leftOn names everything that is not as in a new terminal.
func (s *screen) leftOn() []string {
	var left []string
	for _, mode := range slices.Sorted(maps.Keys(s.set)) {
		if s.set[mode] != modesOn[mode] {
			left = append(left, fmt.Sprintf("mode %d is %t", mode, s.set[mode]))
		}
	}
	for i, depth := range s.keyboards {
		if depth != 0 {
			left = append(left, fmt.Sprintf("keyboard stack of screen %d is %+d", i, depth))
		}
	}
	if s.pen(s.main) != s.pen(s.buffer()) {
		left = append(left, "colours and attributes of new text")
	}
	for _, name := range slices.Sorted(maps.Keys(s.strange)) {
		left = append(left, fmt.Sprintf("%s is %d", name, s.strange[name]))
	}
	return left
}

// pen tells in which style an emulator would draw next: it draws
// a blank there and goes back.
func (s *screen) pen(b vt.MockTerm) string {
	at := b.Pos()
	_, _ = b.Write([]byte(" "))
	_, _ = fmt.Fprintf(b, "\x1b[%d;%dH", at.Y+1, at.X+1)
	style := b.GetCell(at).S
	link, _ := style.Url()
	return fmt.Sprint(style.Fg(), style.Bg(), style.Attr(), link)
}

// note keeps account of a setting whose default is 0.
func (s *screen) note(name string, value int) {
	if value == 0 {
		delete(s.strange, name)
		return
	}
	s.strange[name] = value
}

// esc takes a short escape sequence. A lone ESC \ ends a string, drawn or not.
func (s *screen) esc(cmd ansi.Cmd) {
	if cmd == '\\' {
		s.drop(nil)
		return
	}
	s.draw()
}

// mode switches a mode; the alternate screen is an emulator of its own.
func (s *screen) mode(mode int, on bool) {
	if mode == 1049 && on != s.on(mode) {
		if on {
			s.shown = s.buffer()
		} else {
			_ = s.shown.Stop()
			s.shown = s.main
		}
	}
	s.set[mode] = on
}
