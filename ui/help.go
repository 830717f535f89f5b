package ui

import (
	"fmt"

	"uncramp/content"
	"uncramp/session"
)

// helpLines lists every key that works on the screen beneath, and what this
// program is and is not.
func (m Model) helpLines() []string {
	m.over = noOverlay
	if m.held {
		m.s.Mode = session.Running // as it is again once this closes
	}
	var lines []string
	seen := map[string]bool{}
	for _, b := range append(m.everyKey(), on("ctrl+c", "ctrl+c", "leave at once")) {
		h := b.Help()
		if seen[h.Key] || m.refuses(b) || b.early && !m.beforePlan() {
			continue
		}
		seen[h.Key] = true
		words := h.Desc
		if b.long != "" {
			words += " (" + b.long + ")"
		}
		lines = append(lines, bullet(m.theme.key.Render(fmt.Sprintf("%-7s", h.Key))+" ", words, m.width())...)
	}
	for _, id := range []string{"about", "ask-first", "pull", "stop", "cramp", "causes"} {
		lines = append(lines, m.advice(id)...)
	}
	return lines
}

// textLines wraps lines of content.
func (m Model) textLines(list []content.Line) []string {
	var lines []string
	for _, l := range list {
		lines = append(lines, bullet(m.theme.dim.Render("· "), m.named(l.Text), m.width())...)
	}
	return lines
}
