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

// header is where you are: the three steps, and what there is room for of which
// leg, how long it still takes, and that it is a preview.
func (m Model) header() string {
	if m.alone {
		return m.theme.bold.Render("uncramp learn")
	}
	left := m.crumbs()
	room := m.wide() - lipgloss.Width(left) - 2
	for _, right := range m.beside() {
		if w := lipgloss.Width(right); right != "" && w <= room {
			return left + strings.Repeat(" ", room+2-w) + m.theme.dim.Render(right)
		}
	}
	return left
}

// beside is what stands beside the steps, in fewer and fewer words.
func (m Model) beside() []string {
	long, short := "", ""
	if m.opts.Speed != 1 {
		long, short = fmt.Sprintf("preview ×%g", m.opts.Speed), fmt.Sprintf("×%g", m.opts.Speed)
	}
	f, b := m.s.Facts, m.s.Head()
	words := []string{m.legWords() + " · " + string(f.Stance()), m.legWords()}
	switch {
	case m.s.Mode == session.Ended:
		return []string{long, short}
	case b.Kind != session.WaitBlock && b.Kind != session.GripBlock:
		left := max(1, (m.s.TotalLeft(m.at)+time.Minute/2)/time.Minute)
		words = []string{fmt.Sprintf("about %d min left", left), fmt.Sprintf("%d min left", left)}
	case long == "":
		words = append([]string{m.factLine()}, words...)
	}
	if long == "" {
		return words
	}
	return []string{long + " · " + words[0], long + " · " + words[1], short + " · " + words[1], short, words[1]}
}

// crumbs shows the three steps: a tick is behind, a ring is ahead, the one that
// runs has a full dot and capitals.
func (m Model) crumbs() string {
	now := m.step()
	r, routine := m.following()
	switch {
	case routine && now == 3 && m.s.Outcome == session.Finished && !m.s.Ease.Signed():
		return m.theme.bold.Render("✓ " + r.Name)
	case routine && now < 3 && !m.s.Gripping:
		return m.theme.bold.Render("● " + strings.ToUpper(r.Name))
	case now <= 2:
	case m.s.Outcome == session.Warned:
		return m.theme.danger.Render("Stopped")
	case m.s.Outcome != session.Finished || m.s.Ease.Signed() || m.width() < 24:
		return m.theme.bold.Render("Summary")
	default:
		return m.theme.bold.Render("✓ Wait, stretch, soothe")
	}
	if m.width() < narrow-4 && !routine {
		return m.theme.bold.Render(fmt.Sprintf("%d of 3 %s", now+1, strings.ToUpper(stepNames[content.Steps()[now]])))
	}
	if routine {
		return m.theme.bold.Render("● WAIT") + m.theme.dim.Render(" ── ○ "+r.Name)
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
