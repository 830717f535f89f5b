package ui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/session"
	"uncramp/ui/digits"
)

// The screen for somebody across the room: the verb, the number and a bar, as large as
// the terminal is. A line over them says of what, and on which leg.

// chooseAcross turns that screen on and off, also for the next time.
func (m Model) chooseAcross() Model {
	m = m.toggleAcross()
	m.opts.Across = m.across
	if m.opts.RememberAcross != nil && m.opts.Speed <= 1 { // a preview chooses nothing
		m.opts.RememberAcross(m.across)
	}
	return m
}

// toggleAcross turns that screen on and off.
func (m Model) toggleAcross() Model {
	m.across, m.hinted = !m.across, true
	if m.across {
		return m.note(m.s.Library().Phrase("across"))
	}
	m = m.wiped()
	return m
}

// hintAcross says how that screen is left when it comes up for the first time and nobody
// pressed its key for it.
func (m Model) hintAcross() Model {
	if !m.across || m.hinted || m.over != noOverlay || m.s.Mode == session.Ended || !m.counts() {
		return m
	}
	m.hinted = true
	return m.later(m.phrase("across"))
}

// fromAfar says that this screen is shown for somebody across the room. What has to be
// read or answered is not: that takes the screen itself.
func (m Model) fromAfar(p page) bool {
	if !m.across || m.over != noOverlay || m.s.Pack.Asking {
		return false
	}
	if m.s.Mode == session.Ended {
		return m.s.Outcome == session.Finished && !m.s.Ease.Signed()
	}
	return p.hero != nil || m.s.Head().Kind == session.WaitBlock
}

// acrossPage is that screen. What keeps somebody safe stands on it all the same.
func (m Model) acrossPage(p page) string {
	top := m.titleAcross()
	for _, x := range p.status {
		top = append(top, x.lines...)
	}
	if m.s.HelpDue(m.at) {
		top = append(top, m.text(m.theme.danger, m.s.Library().Phrase("help"))...)
	}
	if words := m.stillTight(m.s.Phase()); words != "" {
		top = append(top, m.text(m.theme.verb, words)...)
	}
	wide, margin := frame(m.w)
	top = append(top, m.setsAcross(wide)...)
	var foot []string
	if p.notice != "" {
		foot = paint(p.noticeStyle, wrap(p.notice, m.width()))
	}
	top = append(top, m.sayAcross(m.h-len(top)-len(foot))...)
	const least = 2 // the verb and the number, in words at least
	top = top[:min(len(top), max(0, m.h-least))]
	foot = foot[:min(len(foot), max(0, m.h-least-len(top)))]
	top, foot = indented(top, margin), indented(foot, margin)
	room := max(0, m.h-len(top)-len(foot))
	lines := slices.Concat(top, indented(m.billboard(wide, room), margin))
	for len(lines) < m.h-len(foot) {
		lines = append(lines, "")
	}
	return crop(append(lines, foot...), m.w, m.h)
}

// The heights of that screen, in lines.
const (
	titledAcross = 10        // from here on a line says what is being done
	leastBoard   = 7 + 1 + 3 // a number and a verb that are read from across the room
)

// titleAcross is what is being done and on which leg, in one line.
func (m Model) titleAcross() []string {
	it, ok := m.s.Item()
	if !ok || m.h < titledAcross || m.s.Mode == session.Ended {
		return nil
	}
	return []string{m.theme.bold.Render(ansi.Truncate(doing(it, m.s.Head().Side), m.width(), "…"))}
}

// sayAcross is how it is done, in a sentence or two, while there is time to get into
// place and where verb and number keep their size in a room of h lines.
func (m Model) sayAcross(h int) []string {
	it, ok := m.s.Item()
	ph := m.s.Phase().Kind
	if !ok || m.h < titledAcross || ph != session.Ready && ph != session.Switch {
		return nil
	}
	lines := wrap(session.Sided(it.Say, m.s.Head().Side), m.width())
	if h-len(lines) < leastBoard {
		return nil
	}
	return lines
}

// billboard is the verb, the number and the bar in a room of w by h cells, in its
// middle. The bar leaves before the number gets small.
func (m Model) billboard(w, h int) []string {
	number := m.number()
	if m.s.Mode == session.Ended {
		number = up(m.s.Summary().Took)
	}
	full, ok := m.share()
	bar := 2 // with the blank line over it
	if !ok || h < 7+1+3+bar {
		bar = 0
	}
	word := digits.Word(m.verb(), w, max(0, (h-bar-1)/4))
	if word == nil {
		word = []string{m.verb()}
	}
	lines := m.verbLines(padTo(centred(word, w), w), w, m.alert())
	figures := digits.Number(number, w, h-bar-len(lines))
	if bar > 1 { // the number is worth the blank line
		if more := digits.Number(number, w, h-1-len(lines)); len(more) > len(figures) {
			figures, bar = more, 1
		}
	}
	if figures == nil {
		figures, lines = []string{number}, lines[:min(len(lines), max(1, h-1))]
	}
	lines = append(lines, centred(figures, w)...)
	if bar > 0 && len(lines)+bar <= h {
		lines = append(lines, make([]string, bar-1)...)
		lines = append(lines, m.wideBar(full, w))
	}
	above := max(0, h-len(lines)) / 2
	return slices.Concat(make([]string, above), lines)
}

// centred puts lines in the middle of w columns.
func centred(lines []string, w int) []string {
	return indented(lines, (w-widest(lines))/2)
}

// padTo makes lines w cells wide.
func padTo(lines []string, w int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l + strings.Repeat(" ", max(0, w-lipgloss.Width(l)))
	}
	return out
}

// share is how much of what runs is behind, from 0 to 1; while waiting it is the
// breath. ok is false where nothing is known of it.
func (m Model) share() (full float64, ok bool) {
	if m.s.Mode == session.Ended {
		return 1, true
	}
	if m.s.Head().Kind == session.WaitBlock {
		return m.breathNow().Full(), true
	}
	whole := m.s.Length()
	if whole <= 0 {
		return 0, false
	}
	return min(1, float64(m.s.Elapsed(m.at))/float64(whole)), true
}

// wideBar is a bar as wide as the screen.
func (m Model) wideBar(full float64, w int) string {
	n := min(w, max(0, int(full*float64(w)+0.5)))
	return m.theme.accent.Render(strings.Repeat("━", n)) + m.theme.dim.Render(strings.Repeat("─", w-n))
}
