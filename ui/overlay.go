package ui

import (
	"strings"

	"charm.land/bubbles/v2/viewport"
	"github.com/charmbracelet/x/ansi"
)

// overlayKeys lists the keys of the overlay that is up.
func (m Model) overlayKeys() []binding {
	switch m.over {
	case signsOverlay:
		return []binding{keyNone, keyDown, keyUp, keyTier1, keyTier2, keyTier3}
	case sameDayOverlay:
		return []binding{keyDone, keySigns, keyDown, keyUp}
	case leaveOverlay:
		return []binding{keyStay, keyLeave, keySigns}
	case haveOverlay:
		return append([]binding{keyDone, keySigns}, m.haveKeys()...)
	case careOverlay:
		return append([]binding{keyDone, keySigns}, m.careKeys()...)
	}
	return []binding{keyShut, keyDown, keyUp, keySigns, keyQuit}
}

// overlayPage is the screen of the overlay that is up.
func (m Model) overlayPage(p page) page {
	if !m.s.Pack.Asking {
		p.status = nil
	}
	p.keys = m.hints(m.overlayKeys())
	switch m.over {
	case signsOverlay:
		return m.scrolled(p, "WARNING SIGNS", m.signLines())
	case sameDayOverlay:
		return m.scrolled(p, "GET ADVICE TODAY", m.sameDayLines())
	case leaveOverlay:
		return m.leavePage(p)
	case haveOverlay:
		return m.pickerPage(p, "WHAT IS AT HAND?", m.haveKeys())
	case careOverlay:
		return m.pickerPage(p, "TAKE CARE OF", m.careKeys())
	}
	return m.scrolled(p, "ALL KEYS", m.helpLines())
}

// scrolled is a page of lines that may be longer than the screen.
func (m Model) scrolled(p page, title string, lines []string) page {
	room := m.room(p)
	v := viewport.New(viewport.WithWidth(m.width()), viewport.WithHeight(room))
	v.SetContentLines(lines)
	v.SetYOffset(m.scroll)
	if !v.AtBottom() {
		title += " ↓"
	}
	p.body = []part{
		{rank: stays, lines: styled(m.theme.verb, ansi.Truncate(title, m.width(), "…"))},
		{rank: stays, lines: strings.Split(strings.TrimRight(v.View(), "\n "), "\n"), tight: true},
	}
	return p
}

// room is how many lines of a scrolled page there are on the screen.
func (m Model) room(p page) int {
	return max(1, m.h-2-len(footer(p, m.width(), m.h)))
}

// scrollBy moves the overlay by n lines, within its text.
func (m Model) scrollBy(n int) Model {
	var lines []string
	switch m.over {
	case signsOverlay:
		lines = m.signLines()
	case sameDayOverlay:
		lines = m.sameDayLines()
	case helpOverlay:
		lines = m.helpLines()
	case noOverlay:
		lines = m.summaryLines()
	}
	most := len(lines) - m.room(page{keys: m.hints(m.screenKeys())})
	m.scroll = max(0, min(m.scroll+n, most))
	return m
}

// leavePage asks once whether to leave.
func (m Model) leavePage(p page) page {
	p.body = []part{
		{rank: stays, lines: styled(m.theme.verb, "LEAVE NOW?")},
		{rank: how, lines: wrap("What you did is told in the summary line. Nothing else is kept.", m.width()), tight: true},
		{rank: stays, lines: m.action(keyLeave, false)},
		{rank: stays, lines: m.action(keyStay, true), tight: true},
	}
	if m.s.Pack.Kind != "" {
		p.add(part{rank: stays, lines: m.text(m.theme.warn, "Take the "+string(m.s.Pack.Kind)+" pack off first.")})
	}
	p.keys = m.hints([]binding{keySigns})
	return p
}
