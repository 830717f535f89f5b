package ui

import (
	"strconv"

	"uncramp/session"
)

// asksSore says that the summary asks how sore it is: where it's kept, and where nothing
// more urgent is to be done.
func (m Model) asksSore() bool {
	return m.opts.Kept && m.s.Mode == session.Ended && m.s.Outcome != session.Warned
}

// rate takes a digit for how sore it is. A 0 behind a 1 makes it 10.
func (m Model) rate() Model {
	sore, err := strconv.Atoi(m.lastKey)
	if err != nil {
		return m
	}
	if sore == 0 && m.s.Rated && m.s.Sore == 1 {
		sore = 10
	}
	return m.apply(session.Rate{Sore: sore}, m.keyAt)
}

// soreLines ask how sore it is, or show what was said. Nobody has to say.
func (m Model) soreLines() []string {
	if !m.asksSore() {
		return nil
	}
	words, style := m.phrase("sore")+" 0 is not at all, 10 is the worst.", m.theme.bold
	if m.s.Rated {
		words, style = m.filled("rated", strconv.Itoa(m.s.Sore)+" of 10"), m.theme.plain
	}
	return append(m.text(style, words), "")
}
