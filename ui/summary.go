package ui

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// summaryPage is where every session ends, whichever way it ended. It scrolls
// where the screen is too low for it.
func (m Model) summaryPage(p page) page {
	p.keys = m.hints(without(m.screenKeys(), keyDown, keyUp, keyPageDown, keyPageUp, keySore))
	return m.scrolled(p, m.outcome(), m.summaryLines())
}

// outcome is the summary's title.
func (m Model) outcome() string {
	switch m.s.Outcome {
	case session.Warned:
		return strings.ToUpper(m.helpTitle(content.Emergency))
	case session.LeftEarly:
		if !m.s.Ease.Signed() {
			return "LEFT EARLY"
		}
	}
	if m.s.Ease.Signed() {
		return strings.ToUpper(m.helpTitle(m.s.Ease.Tier))
	}
	return "DONE"
}

// summaryLines is what to do about a sign that was named, what happened, and what
// to do from here on.
func (m Model) summaryLines() []string {
	sum := m.s.Summary()
	var lines []string
	if t := sum.Tier; t > 0 {
		lines = append(m.helpText(t), "")
	}
	if sum.Help && !m.s.Ease.Signed() {
		lines = append(lines, m.text(m.theme.danger, m.s.Library().Phrase("help"))...)
	}
	lines = append(lines, m.soreLines()...)
	lines = append(lines, m.happened(sum)...)
	if sum.Outcome == session.Warned {
		return lines
	}
	r, routine := m.following()
	if routine {
		lines = append(lines, "", m.theme.bold.Render(r.Name))
		lines = append(lines, m.textLines(append([]content.Line{r.For}, r.Notes...))...)
	}
	if !m.s.Ease.Signed() && !routine {
		lines = append(lines, m.advice("restart")...)
	}
	if !routine || len(sum.Eases) > 0 || sum.Gripping {
		lines = append(lines, m.afterCramp()...)
	}
	return append(lines, m.advice("about")...)
}

// afterCramp is what to know after a cramp: heat and cold where there was no time
// for them, what to drink, painkillers, why it may have come.
func (m Model) afterCramp() []string {
	var lines []string
	lines = append(lines, m.aboutPacks()...)
	lines = append(lines, "", m.theme.bold.Render("To drink"))
	lines = append(lines, m.textLines(m.s.Drinks())...)
	lines = append(lines, m.advice("painkillers")...)
	lines = append(lines, "", m.theme.bold.Render("Why it may have come"))
	lines = append(lines, m.textLines(m.s.Library().Cause(m.s.Facts.Context).Lines)...)
	return append(lines, m.advice("disagree")...)
}

// aboutPacks is what to know about heat and cold where it wasn't asked: why they are
// not for this person, or how to take them later.
func (m Model) aboutPacks() []string {
	heat, cold := m.s.PackRefusal(content.Heat), m.s.PackRefusal(content.Cold)
	switch {
	case m.s.Ease.Signed():
		return nil
	case heat != "" && cold != "" && len(m.s.Packs) == 0:
		a, _ := m.s.Library().Advice("later")
		lines := []string{"", m.theme.bold.Render(a.Title)}
		return append(lines, m.textLines([]content.Line{{Text: heat}, {Text: cold}})...)
	case slices.Contains(m.s.Cuts, session.Cut{Kind: session.CutPack}):
		return m.advice("later")
	}
	return nil
}

// advice is a short text of the content, behind its title.
func (m Model) advice(id string) []string {
	a, ok := m.s.Library().Advice(id)
	if !ok {
		return nil
	}
	return append([]string{"", m.theme.bold.Render(a.Title)}, m.textLines(a.Lines)...)
}

// happened tells what was done.
func (m Model) happened(sum session.Summary) []string {
	var lines []string
	switch {
	case sum.Gripping:
		lines = append(lines, wrap("It still gripped when this ended.", m.width())...)
	case len(sum.Eases) == 0:
		lines = append(lines, wrap(up(sum.Took)+" in all.", m.width())...)
	default:
		lines = append(lines, wrap(easedWords(sum)+", "+up(sum.Took)+" in all.", m.width())...)
	}
	for _, x := range []struct {
		word   string
		blocks []session.Block
	}{{"Done", sum.Done}, {"Skipped", sum.Skipped}, {"Left out", slices.Concat(sum.LeftOut, sum.Lost)}, {"Not begun", sum.NotBegun}} {
		if words := m.names(x.blocks); words != "" {
			lines = append(lines, wrap(x.word+": "+words+".", m.width())...)
		}
	}
	if len(m.s.Cuts) > 0 {
		lines = append(lines, wrap(m.cutWords(m.s.Cuts), m.width())...)
	}
	if n := sum.Again; n > 0 {
		lines = append(lines, fmt.Sprintf("It cramped%s %s.", m.again(), times(n)))
	}
	for _, w := range sum.Packs {
		lines = append(lines, fmt.Sprintf("%s on for %s.", content.Titled(string(w.Kind)), up(w.Off-w.On)))
	}
	return lines
}

// again is the word for a cramp after the first: a routine begins without one.
func (m Model) again() string {
	if m.s.Facts.Routine != "" {
		return ""
	}
	return " again"
}

// times is a count in words.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// easedWords says how long each cramp gripped.
func easedWords(sum session.Summary) string {
	var words []string
	for _, d := range sum.Eases {
		words = append(words, up(d))
	}
	return "Eased after " + strings.Join(words, ", then again after ")
}

// names lists blocks by name, each name once; with the leg, where
// both are to be done and only one was.
func (m Model) names(blocks []session.Block) string {
	var names []string
	for i, b := range blocks {
		it, ok := m.s.Library().Item(b.Item)
		if !ok {
			continue // an earlier program did it, and this one no longer has it
		}
		name := content.Lower(it.Name)
		again := i > 0 && blocks[i-1].Item == b.Item
		more := i+1 < len(blocks) && blocks[i+1].Item == b.Item
		both := it.EachSide && m.s.Facts.Leg() == session.Both
		if (it.Dose.Other.Count > 0 || both) && b.Side != session.Both && !again && !more {
			name += " (" + string(b.Side) + ")"
		}
		if !again {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// subject is what the session was about: a leg, or a routine.
func (m Model) subject() string {
	if r, ok := m.following(); ok {
		return r.Called()
	}
	return m.legWords()
}

// Line is the session in one line, for the shell that the program returns to.
func (m Model) Line() string {
	sum := m.s.Summary()
	var words []string
	switch {
	case sum.Outcome == session.Warned:
		words = append(words, "call "+m.opts.Emergency+" now")
	case sum.Gripping && !m.s.Look():
		words = append(words, "it still grips")
	case len(sum.Eases) > 0:
		words = append(words, content.Lower(easedWords(sum)))
	}
	if done := m.names(sum.Done); done != "" {
		words = append(words, "done: "+done)
	}
	if sum.Again > 0 {
		words = append(words, "cramped"+m.again()+" "+times(sum.Again))
	}
	if n := len(sum.Packs); n > 0 && sum.Outcome != session.Finished && sum.Packs[n-1].Off == sum.Took {
		words = append(words, "take the "+string(sum.Packs[n-1].Kind)+" pack off")
	}
	if sum.Tier == content.SameDay || sum.Help {
		words = append(words, "get advice today")
	}
	return "uncramp: " + strings.Join(append([]string{m.subject()}, words...), " · ")
}
