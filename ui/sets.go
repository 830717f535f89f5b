package ui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/session"
	"uncramp/ui/digits"
)

// Where an exercise has sets, every screen says which of them runs, and which repetition
// of it.

// setNow is the set that a phase belongs to, or in a break the one that comes; "" where
// the block has no sets, or none of them has begun.
func setNow(b session.Block, ph session.Phase) string {
	set, _ := b.Set(ph.Rep)
	switch {
	case !b.InSets() || set == 0:
		return ""
	case b.Break(ph):
		return fmt.Sprintf("then set %d of %d", set+1, b.Sets)
	}
	return fmt.Sprintf("set %d of %d", set, b.Sets)
}

// aboutSets says which set and which repetition runs, or how many are to come, in fewer
// and fewer words.
func (m Model) aboutSets(b session.Block, ph session.Phase) []string {
	set, left := setNow(b, ph), " · "+down(m.s.BlockLeft(m.at))+" left"
	switch {
	case ph.Rep == 0:
		return []string{b.Dose(), fmt.Sprintf("%d sets of %d", b.Sets, b.PerSet())}
	case b.Break(ph):
		return []string{"break, " + set + left, "break, " + set, set}
	}
	_, rep := b.Set(ph.Rep)
	if b.PerSet() == 1 {
		return []string{set + left, set}
	}
	count := fmt.Sprintf("%d of %d", rep, b.PerSet())
	named := set + " · " + m.repWord(b) + " " + count
	return []string{named + left, set + " · " + count + left, named, set + " · " + count, set}
}

// fitting is the first of some texts that has room beside the verb and the number, with
// the name in the same line if it can be.
func (m Model) fitting(name string, texts []string) string {
	now := lipgloss.Width(m.verb()) + 2 + lipgloss.Width(m.number()) + 2
	for _, x := range texts {
		if m.wide() >= narrow && lipgloss.Width(name)+2+now+lipgloss.Width(x) <= m.wide() {
			return x
		}
	}
	for _, x := range texts {
		if now+lipgloss.Width(x) <= m.width() {
			return x
		}
	}
	return texts[len(texts)-1]
}

// setDots shows the repetitions of every set, with a gap between two of them; where those
// are too many, of the set that runs.
func (m Model) setDots(b session.Block, at int) string {
	per := b.PerSet()
	if b.Reps > mostDots {
		set, _ := b.Set(max(1, at))
		return m.dots(at-(set-1)*per, per)
	}
	var full, empty strings.Builder
	for rep := range b.Reps {
		into, dot := &full, "● "
		if rep >= at {
			into, dot = &empty, "○ "
		}
		into.WriteString(dot)
		if (rep+1)%per == 0 {
			into.WriteString(" ")
		}
	}
	return m.theme.accent.Render(full.String()) + m.theme.dim.Render(strings.TrimRight(empty.String(), " "))
}

// setsAcross is the set for somebody across the room: in letters as large as leaves the
// verb and the number their size, else in words with the repetition.
func (m Model) setsAcross(w int) []string {
	b, ph := m.s.Head(), m.s.Phase()
	set := setNow(b, ph)
	if set == "" || m.s.Mode == session.Ended {
		return nil
	}
	const largest = 5
	if word := digits.Word(set, w, min(largest, m.h/8)); word != nil && m.h >= airy {
		return append(centred(word, w), "")
	}
	return m.text(m.theme.bold, m.fitting("", m.aboutSets(b, ph)))
}
