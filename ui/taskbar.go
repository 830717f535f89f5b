package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// What the terminal shows around the screen: its window's title, and in some systems a
// bar on the task that stands for it. Both are seen when the window is not.

// title is verb, time left, set and step.
func (m Model) title() string {
	if !m.opts.Titled {
		return ""
	}
	words := []string{strings.TrimSpace(m.tiny())}
	if set := setNow(m.s.Head(), m.s.Phase()); set != "" && m.over == noOverlay {
		words = append(words, set)
	}
	switch {
	case m.s.Mode == session.Ended:
		words = append(words, "uncramp")
	case m.s.Facts.Routine != "" && !m.s.Gripping:
		r, _ := m.following()
		words = append(words, r.Name)
	default:
		words = append(words, stepNames[m.s.Head().Step])
	}
	return strings.Join(words, " · ")
}

// taskbar is how far the step is. While waiting nobody knows, and the bar is none.
func (m Model) taskbar() *tea.ProgressBar {
	if !m.opts.Progress || m.s.Mode == session.Ended || m.s.Head().Step == content.Wait {
		return nil
	}
	state := tea.ProgressBarDefault
	if m.s.Mode == session.Paused {
		state = tea.ProgressBarWarning
	}
	const whole = 100
	return tea.NewProgressBar(state, int(whole*m.s.StepProgress(m.at)))
}
