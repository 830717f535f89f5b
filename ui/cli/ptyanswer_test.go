//go:build unix

package cli_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// csi takes a control sequence: a mode, a query, or something to draw.
func (s *screen) csi(cmd ansi.Cmd, params ansi.Params) {
	first, _, _ := params.Param(0, 0)
	if s.query(cmd, first) || s.keyboard(cmd, params) {
		s.drop(nil)
		return
	}
	switch {
	case cmd.Prefix() == '?' && (cmd.Final() == 'h' || cmd.Final() == 'l'):
		params.ForEach(0, func(_, mode int, _ bool) { s.mode(mode, cmd.Final() == 'h') })
		if first == 1049 {
			s.drop(nil) // the emulator has no such mode
			return
		}
	case cmd.Prefix() == 0 && cmd.Final() == 'h', cmd.Prefix() == 0 && cmd.Final() == 'l':
		s.note(fmt.Sprintf("ansi mode %d", first), int(cmd.Final()-'h')/('l'-'h')^1)
	case cmd == 'r':
		s.note("scroll region", 0)
		if bottom, _, _ := params.Param(1, s.rows); first > 1 || bottom != s.rows {
			s.note("scroll region", bottom)
		}
	case cmd == 'b' || cmd == '`': // two that the emulator doesn't know: REP, HPA
		s.raw = []byte(fmt.Sprintf("\x1b[%dG", max(1, first)))
		if cmd == 'b' {
			s.raw = []byte(strings.Repeat(string(s.last), max(1, first)))
		}
	case cmd.Intermediate() == ' ' && cmd.Final() == 'q':
		s.note("cursor shape", first)
	}
	s.draw()
}

// keyboard takes the sequences of the enhanced keyboard protocols.
func (s *screen) keyboard(cmd ansi.Cmd, params ansi.Params) bool {
	depth := &s.keyboards[0]
	if s.on(1049) {
		depth = &s.keyboards[1]
	}
	first, _, _ := params.Param(0, 1)
	switch {
	case cmd.Prefix() == '>' && cmd.Final() == 'm':
		value, _, _ := params.Param(1, 0)
		s.note("modifyOtherKeys", value)
	case cmd.Prefix() == '>' && cmd.Final() == 'u':
		*depth++
	case cmd.Prefix() == '<' && cmd.Final() == 'u':
		*depth -= first
	case cmd.Prefix() == '=' && cmd.Final() == 'u':
	default:
		return false
	}
	return true
}

// query answers a control sequence that asks something.
func (s *screen) query(cmd ansi.Cmd, first int) bool {
	switch {
	case cmd == 'c':
		s.answer("DA1", "\x1b[?62;22c")
	case cmd.Prefix() == '>' && cmd.Final() == 'c':
		s.answer("DA2", "\x1b[>1;10;0c")
	case cmd.Prefix() == '>' && cmd.Final() == 'q':
		s.answer("XTVERSION", "\x1bP>|test(1)\x1b\\")
	case cmd.Prefix() == '?' && cmd.Final() == 'u':
		s.answer("keyboard", "\x1b[?0u")
	case cmd.Intermediate() == '$' && cmd.Final() == 'p':
		s.answer(fmt.Sprintf("DECRQM %d", first), fmt.Sprintf("\x1b[?%d;%d$y", first, s.modeState(first)))
	case cmd.Prefix() == '?' && cmd.Final() == 'n' && first == 996:
		scheme := 1
		if s.light {
			scheme = 2
		}
		s.answer("colour scheme", fmt.Sprintf("\x1b[?997;%dn", scheme))
	case cmd == 'n' && first == 6:
		at := s.shown.Pos()
		s.answer("CPR", fmt.Sprintf("\x1b[%d;%dR", at.Y+1, at.X+1))
	case cmd.Final() == 't':
		s.answer(fmt.Sprintf("window %d", first), "")
	default:
		return false
	}
	return true
}

// modeState is a mode's state in the words of DECRPM.
func (s *screen) modeState(mode int) int {
	switch {
	case !slices.Contains(modesKnown, mode) && !modesOn[mode]:
		return 0
	case s.on(mode):
		return 1
	}
	return 2
}

// osc takes an operating system command: colours, title, links, progress.
func (s *screen) osc(cmd int, data []byte) {
	s.drop(nil)
	_, value, _ := strings.Cut(string(data), ";")
	ground, ink := "0000/0000/0000", "ffff/ffff/ffff"
	if s.light {
		ground, ink = ink, ground
	}
	switch cmd {
	case 10, 11, 12:
		if value != "?" {
			s.note(fmt.Sprintf("colour %d", cmd), 1)
			return
		}
		if cmd != 11 {
			ground = ink
		}
		s.answer(fmt.Sprintf("OSC %d", cmd), fmt.Sprintf("\x1b]%d;rgb:%s\x1b\\", cmd, ground))
	case 110, 111, 112:
		s.note(fmt.Sprintf("colour %d", cmd-100), 0)
	case 0, 2:
		s.note("title", len(value))
	case 8:
		_, target, _ := strings.Cut(value, ";")
		s.note("link", len(target))
	case 9:
		if state, ok := strings.CutPrefix(value, "4;"); ok {
			s.note("progress", int(state[0]-'0'))
		}
	}
}

// dcs takes a device control string; those that ask for a capability are told
// that it's unknown.
func (s *screen) dcs(cmd ansi.Cmd, _ ansi.Params, _ []byte) {
	s.drop(nil)
	switch {
	case cmd.Intermediate() == '+' && cmd.Final() == 'q':
		s.answer("XTGETTCAP", "\x1bP0+r\x1b\\")
	case cmd.Intermediate() == '$' && cmd.Final() == 'q':
		s.answer("DECRQSS", "\x1bP0$r\x1b\\")
	}
}

// answer keeps a query's name and what is to be sent back.
func (s *screen) answer(name, text string) {
	s.asked = append(s.asked, name)
	s.answers = append(s.answers, text...)
}
