package ui

import (
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// tiers are the tiers of warning signs, the most urgent first.
var tiers = []content.Tier{content.Emergency, content.SameDay, content.Soon}

// signLines lists the warning signs, by how soon to get help.
func (m Model) signLines() []string {
	lib := m.s.Library()
	styles := []ink{m.theme.danger, m.theme.warn, m.theme.bold}
	heads := make([]string, len(tiers))
	var lines []string
	for i, tier := range tiers {
		heads[i] = "[" + string(rune('1'+i)) + "] " + m.helpTitle(tier)
		lines = append(lines, m.text(styles[i], heads[i])...)
	}
	for i, tier := range tiers {
		lines = append(lines, "")
		lines = append(lines, m.text(styles[i], heads[i])...)
		for _, w := range lib.WarningsOf(tier) {
			lines = append(lines, bullet(m.theme.dim.Render("· "), w.Sign, m.width())...)
		}
	}
	return lines
}

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

// isSo is a key's deed: yes, the person has a sign of the tier that is told about.
func (m Model) isSo() Model {
	tier := m.tier()
	m.over = noOverlay // it's answered; what that brings about may ask something itself
	m = m.apply(session.Warn{Tier: tier}, m.keyAt)
	if m.s.Mode == session.Ended {
		m.over, m.held, m.scroll = noOverlay, false, 0
		return m.isOff()
	}
	if m.over == offOverlay {
		return m // the sign takes the pack off
	}
	return m.close()
}
