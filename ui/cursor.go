package ui

import (
	"iter"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/session"
)

// The terminal's cursor stands at the line that matters: a screen reader and a magnifier
// follow it. It is a steady bar before the first letter, which covers nothing.

// cursor is where it stands on a screen that was drawn of a page.
func (m Model) cursor(p page, screen string) *tea.Cursor {
	x, y := spotted(strings.Split(screen, "\n"), m.matters(p))
	c := tea.NewCursor(x, y)
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}

// matters yields the lines that matter on a page, the first one that is to be seen
// counts: the answer to the last key, a question about the skin, what to do now.
func (m Model) matters(p page) iter.Seq[string] {
	parts := slices.Concat(p.brief, p.head, p.body)
	if m.over != noOverlay || m.s.Mode == session.Ended {
		parts = p.body
	}
	if m.s.Pack.Asking {
		parts = slices.Concat(p.status, parts)
	}
	return func(yield func(string) bool) {
		first := p.reading
		if unasked := m.unasked != none && m.at < m.noticed; p.notice != "" && !unasked {
			first = append(paint(p.noticeStyle, wrap(p.notice, m.width())), first...)
		}
		for _, l := range first {
			if !yield(l) {
				return
			}
		}
		for _, x := range parts {
			for _, l := range append(slices.Clip(x.lines), x.short...) {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// spotted is where the first of some lines stands that is to be seen: the cell of its
// first letter. Where none of them is, that is the first line under the header.
func spotted(rows []string, matters iter.Seq[string]) (x, y int) {
	for l := range matters {
		if strings.TrimSpace(ansi.Strip(l)) == "" {
			continue
		}
		for y, row := range rows {
			if at := strings.TrimLeft(row, " "); strings.HasPrefix(at, strings.TrimSpace(l)) {
				return len(row) - len(at), y
			}
		}
	}
	for y, row := range rows {
		if at := strings.TrimLeft(row, " "); at != "" && (y > 0 || len(rows) == 1) {
			return len(row) - len(at), y
		}
	}
	return 0, 0
}
