package ui

import (
	"fmt"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// summaryPage is where every session ends, whichever way it ended. It scrolls
// where the screen is too low for it.
func (m Model) summaryPage(p page) page {
	p.keys = m.hints(without(m.screenKeys(), keyDown, keyUp, keyPageDown, keyPageUp))
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
	lines = append(lines, m.happened(sum)...)
	if sum.Outcome == session.Warned {
		return lines
	}
	if !m.s.Ease.Signed() {
		lines = append(lines, m.advice("restart")...)
	}
	lines = append(lines, "", m.theme.bold.Render("To drink"))
	lines = append(lines, m.textLines(m.drinks())...)
	lines = append(lines, m.advice("painkillers")...)
	return append(lines, m.advice("about")...)
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
	if sum.Gripping {
		lines = append(lines, wrap("It still gripped when this ended.", m.width())...)
	} else {
		lines = append(lines, wrap(easedWords(sum)+", "+up(sum.Took)+" in all.", m.width())...)
	}
	for _, x := range []struct {
		word   string
		blocks []session.Block
	}{{"Done", sum.Done}, {"Skipped", sum.Skipped}, {"Left out", sum.LeftOut}, {"Not begun", sum.NotBegun}} {
		if words := m.names(x.blocks); words != "" {
			lines = append(lines, wrap(x.word+": "+words+".", m.width())...)
		}
	}
	if n := sum.Again; n > 0 {
		lines = append(lines, fmt.Sprintf("It cramped again %s.", times(n)))
	}
	for _, w := range sum.Packs {
		lines = append(lines, fmt.Sprintf("%s on for %s.", titled(string(w.Kind)), up(w.Off-w.On)))
	}
	return lines
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
		it, _ := m.s.Library().Item(b.Item)
		name := lower(it.Name)
		again := i > 0 && blocks[i-1].Item == b.Item
		more := i+1 < len(blocks) && blocks[i+1].Item == b.Item
		if it.Dose.Other.Count > 0 && !again && !more {
			name += " (" + string(b.Side) + ")"
		}
		if !again {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Line is the session in one line, for the shell that the program returns to.
func (m Model) Line() string {
	sum := m.s.Summary()
	var words []string
	switch {
	case sum.Outcome == session.Warned:
		words = append(words, "call "+m.opts.Emergency+" now")
	case sum.Gripping:
		words = append(words, "it still grips")
	default:
		words = append(words, lower(easedWords(sum)))
	}
	if done := m.names(sum.Done); done != "" {
		words = append(words, "done: "+done)
	}
	if sum.Again > 0 {
		words = append(words, "cramped again "+times(sum.Again))
	}
	if n := len(sum.Packs); n > 0 && sum.Outcome != session.Finished && sum.Packs[n-1].Off == sum.Took {
		words = append(words, "take the "+string(sum.Packs[n-1].Kind)+" pack off")
	}
	if sum.Tier == content.SameDay || sum.Help {
		words = append(words, "get advice today")
	}
	return "uncramp: " + legWords(m.s.Facts) + " · " + strings.Join(words, " · ")
}
