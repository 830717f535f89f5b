package ui

import (
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// confirmPage asks in one line whether leg, position and things are right.
func (m Model) confirmPage(p page) page {
	f := m.s.Facts
	p.add(
		part{rank: stays, lines: styled(m.theme.verb, "IS THIS RIGHT?")},
		part{rank: stays, lines: m.text(m.theme.bold, m.factLine())},
		part{rank: stays, lines: m.action(keyGo.called("yes, go on"), true), tight: true},
		part{rank: progress, lines: m.choices(f)},
		part{rank: nextUp, lines: m.planLines()},
	)
	p.add(m.cutLines()...)
	p.keys = m.hints(without(m.screenKeys(), keyGo, keyMuscle, keyLeg, keyPosition, keyHave, keyContext, keyCare))
	return p
}

// row is a key and what it changes.
type row struct {
	b     binding
	words string
}

// choices lists what one key each changes.
func (m Model) choices(f session.Facts) []string {
	return m.rows([]row{
		{keyMuscle, "another muscle than the " + m.s.Waiting().Name},
		{keyLeg, m.legWords()},
		{keyPosition, string(f.Stance())},
		{keyHave, haveWords(f)},
		{keyContext, "it came: " + contextWords(f.Context)},
		{keyCare, "take care of: " + careWords(f)},
	})
}

// rows lists keys with the words that they change.
func (m Model) rows(list []row) []string {
	var lines []string
	for _, r := range list {
		lines = append(lines, bullet(m.theme.key.Render("["+r.b.Help().Key+"]")+" ", r.words, m.width())...)
	}
	return lines
}

// planLines tells what would come: the names in order, each once.
func (m Model) planLines() []string {
	var names []string
	for _, b := range m.s.Upcoming() {
		it, ok := m.s.Library().Item(b.Item)
		switch {
		case b.Kind == session.AskBlock:
			names = append(names, "heat or cold if you like")
		case b.Kind == session.PackBlock && m.s.Facts.Routine != "":
			names = append(names, b.Item+" if you like")
		case b.Kind == session.ItemBlock && ok && (len(names) == 0 || names[len(names)-1] != content.Lower(it.Name)):
			names = append(names, content.Lower(it.Name))
		}
	}
	text := "Then: " + strings.Join(names, ", ") + "."
	if len(names) == 0 {
		text = "Nothing of it is left for you."
	}
	return m.text(m.theme.dim, text)
}
