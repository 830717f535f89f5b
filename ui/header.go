package ui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/content"
	"uncramp/session"
)

// stepNames are the three steps as they are called.
var stepNames = map[content.Step]string{content.Wait: "Wait", content.Stretch: "Stretch", content.Soothe: "Soothe"}

// header is where you are: the three steps, and about how long it still takes.
func (m Model) header() string {
	right := m.timeWords()
	left := m.crumbs()
	if lipgloss.Width(left)+2+lipgloss.Width(right) > m.width() {
		right = legWords(m.s.Facts) // never without the leg
	}
	gap := m.width() - lipgloss.Width(left) - lipgloss.Width(right)
	if gap < 2 {
		return left
	}
	return left + strings.Repeat(" ", gap) + m.theme.dim.Render(right)
}

// crumbs shows the three steps: a tick is behind, a ring is ahead, the one that
// runs has a full dot and capitals.
func (m Model) crumbs() string {
	now := m.step()
	switch {
	case now <= 2:
	case m.s.Outcome == session.Warned:
		return m.theme.danger.Render("Stopped")
	case m.s.Outcome != session.Finished || m.s.Ease.Signed() || m.width() < 24:
		return m.theme.bold.Render("Summary")
	default:
		return m.theme.bold.Render("✓ Wait, stretch, soothe")
	}
	if m.width() < narrow-4 {
		return m.theme.bold.Render(fmt.Sprintf("%d of 3 %s", now+1, strings.ToUpper(stepNames[content.Steps()[now]])))
	}
	var words []string
	for i, step := range content.Steps() {
		switch {
		case i < now:
			words = append(words, m.theme.dim.Render("✓ "+stepNames[step]))
		case i == now:
			words = append(words, m.theme.bold.Render("● "+strings.ToUpper(stepNames[step])))
		default:
			words = append(words, m.theme.dim.Render("○ "+stepNames[step]))
		}
	}
	return strings.Join(words, m.theme.dim.Render(" ── "))
}

// step is the index of the step that runs; 3 in the summary.
func (m Model) step() int {
	if m.s.Mode == session.Ended {
		return 3
	}
	for i, step := range content.Steps() {
		if m.s.Head().Step == step {
			return i
		}
	}
	return 0
}

// timeWords is about how long it still takes, and that it is a preview.
func (m Model) timeWords() string {
	var words []string
	if m.opts.Speed != 1 {
		words = append(words, fmt.Sprintf("preview ×%g", m.opts.Speed))
	}
	if b := m.s.Head(); (b.Kind == session.WaitBlock || b.Kind == session.GripBlock) && m.s.Mode != session.Ended {
		words = append(words, m.factLine())
	}
	if m.s.Planned && m.s.Mode != session.Ended && !m.s.Gripping {
		left := (m.s.TotalLeft(m.at) + time.Minute - 1) / time.Minute
		words = append(words, fmt.Sprintf("about %d min left", left))
	}
	return strings.Join(words, " · ")
}
