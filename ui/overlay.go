package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/viewport"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/digits"
)

// overlayKeys lists the keys of the overlay that is up.
func (m Model) overlayKeys() []binding {
	scroll := []binding{keyDown, keyUp, keyPageDown, keyPageUp}
	switch m.over {
	case signsOverlay:
		return append([]binding{keyNone, keyTier1, keyTier2, keyTier3, keyQuit}, scroll...)
	case emergencyOverlay:
		return append([]binding{keyIsSo.called("yes: stop here"), keyMistake, keySigns, keyLeaveToo}, scroll...)
	case sameDayOverlay, soonOverlay:
		return append([]binding{keyIsSo.called("yes, I have one"), keyMistake, keySigns, keyLeaveToo}, scroll...)
	case offOverlay:
		return []binding{keyDone.called("it is off"), keySigns}
	case leaveOverlay:
		return []binding{keyStay, keyLeave, keyLeaveToo, keySigns}
	case haveOverlay:
		return append([]binding{keyDone, keyShut, keySigns}, m.haveKeys()...)
	case careOverlay:
		return append([]binding{keyDone, keyShut, keySigns}, m.careKeys()...)
	case whereOverlay:
		return append([]binding{keyDone, keyShut, keySigns}, m.whereKeys()...)
	case learnOverlay:
		return append(m.learnKeys(), scroll...)
	}
	return append([]binding{keyShut, keySigns, keyQuit}, scroll...)
}

// overlayPage is the screen of the overlay that is up.
func (m Model) overlayPage(p page) page {
	switch {
	case m.off && m.over != offOverlay:
		p.status = []part{{rank: stays, lines: m.text(m.theme.warn, m.phrase("off"))}}
	case !m.s.Pack.Asking:
		p.status = nil
	}
	p.keys = m.hints(without(m.overlayKeys(), keyDown, keyUp, keyPageDown, keyPageUp))
	switch m.over {
	case offOverlay:
		return m.offPage(p)
	case leaveOverlay:
		return m.leavePage(p)
	case whereOverlay:
		return m.wherePage(p)
	case haveOverlay:
		return m.pickerPage(p, "WHAT IS AT HAND?", m.haveKeys())
	case careOverlay:
		return m.pickerPage(p, "TAKE CARE OF", m.careKeys())
	case learnOverlay:
		return m.learnPage(p)
	}
	return m.scrolled(p, m.overlayTitle(), m.overlayLines())
}

// overlayTitle is what a scrolled overlay is about.
func (m Model) overlayTitle() string {
	switch m.over {
	case signsOverlay:
		return "WARNING SIGNS"
	case helpOverlay:
		return "ALL KEYS"
	case learnOverlay:
		return m.learnTitle()
	case noOverlay:
		return m.outcome()
	}
	return strings.ToUpper(m.helpTitle(m.tier()))
}

// overlayLines is the text of a scrolled overlay, or of the summary.
func (m Model) overlayLines() []string {
	switch m.over {
	case signsOverlay:
		return m.signLines()
	case helpOverlay:
		return slices.Concat(m.heldLines(), m.helpLines())
	case learnOverlay:
		return slices.Concat(m.heldLines(), m.learnLines())
	case noOverlay:
		return m.summaryLines()
	}
	return m.helpText(m.tier())
}

// heldLines say that an exercise stands still while somebody reads: nothing else on the
// screen does, and a stretch is not to be held for as long.
func (m Model) heldLines() []string {
	if _, exercise := m.s.Item(); !m.held || !exercise {
		return nil
	}
	return m.text(m.theme.warn, m.phrase("reading"))
}

// tier is the tier of warning signs that an overlay tells about.
func (m Model) tier() content.Tier {
	switch m.over {
	case emergencyOverlay:
		return content.Emergency
	case sameDayOverlay:
		return content.SameDay
	}
	return content.Soon
}

// scrolled is a page of lines that may be longer than the screen; the title says
// where there is more.
func (m Model) scrolled(p page, title string, lines []string) page {
	if len(lines) > m.room(p) {
		p.keys = append(m.hints([]binding{on("down", "↓ ↑", "scroll")}), p.keys...)
	}
	style := m.theme.verb
	if m.over == noOverlay && m.alert() {
		style = m.theme.alert
		title += strings.Repeat(" ", max(0, m.width()-lipgloss.Width(title)))
	}
	head := m.text(style, title)
	v := viewport.New(viewport.WithWidth(m.width()), viewport.WithHeight(max(1, m.room(p)-len(head)+1)))
	v.SetContentLines(lines)
	v.SetYOffset(m.scroll)
	mark := ""
	if !v.AtTop() {
		mark += " ↑"
	}
	if !v.AtBottom() {
		mark += " ↓"
	}
	head[len(head)-1] = ansi.Truncate(head[len(head)-1]+m.theme.verb.Render(mark), m.width(), "")
	p.body = []part{
		{rank: stays, lines: head},
		{rank: stays, lines: strings.Split(strings.TrimRight(v.View(), "\n "), "\n"), tight: true},
	}
	if m.scroll > 0 {
		p.reading = p.body[1].lines
	}
	return p
}

// offPage asks to take off the pack whose time is over.
func (m Model) offPage(p page) page {
	p.body = []part{
		{rank: stays, lines: paint(m.theme.danger, m.billed("TAKE IT OFF"))},
		{rank: stays, lines: m.text(m.theme.bold, m.s.Library().Phrase("off")), tight: true},
		{rank: stays, lines: m.action(keyDone.called("it is off"), true)},
	}
	p.keys = m.hints([]binding{keySigns})
	return p
}

// billed is a title in block letters where there is room for them: what can't wait is
// read from across the room.
func (m Model) billed(title string) []string {
	if lines := digits.Word(title, m.wide(), m.h/4); lines != nil {
		return append(lines, title)
	}
	return []string{title}
}

// room is how many lines of a scrolled page there are on the screen.
func (m Model) room(p page) int {
	h := min(m.h, tallest)
	return max(1, h-2-len(footer(p, m.width(), h))-max(0, min(1, h-roomy)))
}

// scrollBy moves the overlay, or the instructions, by n lines, within their text.
func (m Model) scrollBy(n int) Model {
	var most int
	if m.over != noOverlay || m.s.Mode == session.Ended {
		most = len(m.overlayLines()) - m.room(m.page())
	} else {
		p := m.page()
		_, most = arrange(p, m.w, p.tall(m.h))
	}
	m.scroll = max(0, min(m.scroll+n, most))
	return m
}

// keptWords say what stays of the session when it's left.
func (m Model) keptWords() string {
	if m.opts.Kept {
		return "One line will say what you did; uncramp history keeps it, on this machine alone."
	}
	return "One line will say what you did. Nothing is kept."
}

// leavePage asks once whether to leave.
func (m Model) leavePage(p page) page {
	p.body = []part{
		{rank: stays, lines: styled(m.theme.verb, "LEAVE NOW?")},
		{rank: extra, lines: wrap(m.keptWords(), m.width()), tight: true},
		{rank: stays, lines: m.action(keyLeave, false)},
		{rank: stays, lines: m.action(keyStay, true), tight: true},
	}
	if m.s.Pack.Kind != "" {
		p.add(part{rank: stays, lines: m.text(m.theme.warn, "Take the "+string(m.s.Pack.Kind)+" pack off first.")})
	}
	p.keys = m.hints([]binding{keySigns})
	return p
}
