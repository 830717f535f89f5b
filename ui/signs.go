package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/content"
	"uncramp/session"
)

// tiers are the tiers of warning signs, the most urgent first.
var tiers = []content.Tier{content.Emergency, content.SameDay, content.Soon}

// signLines lists the warning signs, by how soon to get help.
func (m Model) signLines() []string {
	lib := m.s.Library()
	var lines []string
	for i, tier := range tiers {
		help, _ := lib.Help(tier)
		style := []lipgloss.Style{m.theme.danger, m.theme.warn, m.theme.bold}[i]
		head := "[" + string(rune('1'+i)) + "] " + m.named(help.Title)
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, m.text(style, head)...)
		for _, w := range lib.WarningsOf(tier) {
			lines = append(lines, bullet(m.theme.dim.Render("· "), w.Sign, m.width())...)
		}
	}
	return lines
}

// sameDayLines says what to do about a sign for the same day.
func (m Model) sameDayLines() []string { return m.helpText(content.SameDay) }

// helpText says what to do about the signs of a tier.
func (m Model) helpText(tier content.Tier) []string {
	var lines []string
	help, _ := m.s.Library().Help(tier)
	for i, l := range help.Lines {
		style := m.theme.plain
		if i == 0 {
			style = m.theme.danger
		}
		lines = append(lines, m.text(style, m.named(l.Text))...)
	}
	return lines
}

// helpTitle says in a few words what to do about the signs of a tier.
func (m Model) helpTitle(tier content.Tier) string {
	help, _ := m.s.Library().Help(tier)
	return m.named(help.Title)
}

// named puts the emergency number into a text.
func (m Model) named(text string) string {
	return strings.ReplaceAll(text, "{emergency}", m.opts.Emergency)
}

// names is a key's deed: the person has a sign of this tier.
func names(tier content.Tier) func(Model) Model {
	return func(m Model) Model {
		m = m.apply(session.Warn{Tier: tier}, m.keyAt)
		switch {
		case m.s.Mode == session.Ended:
			m.over, m.held = noOverlay, false
		case tier == content.SameDay:
			m.over, m.scroll = sameDayOverlay, 0
		default:
			m = m.close()
			m = m.note(m.helpTitle(tier), noteTime)
		}
		return m
	}
}
