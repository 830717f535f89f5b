package ui

import (
	"strconv"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// legFront, legBack and sole are the outline of a leg, for whoever doesn't know
// which muscle it is: a digit stands where its key's muscle is.
var (
	legFront = []string{
		"   front    ",
		"  .------.  ",
		"  |      |  ",
		"  |  2   |  ",
		"  |      |  ",
		"   \\    /   ",
		"   ( () )   ",
		"   /    \\   ",
		"   |    |   ",
		"    \\  /    ",
		"    |  |    ",
		"   /____\\   ",
	}
	legBack = []string{
		"    back    ",
		"  .------.  ",
		"  |      |  ",
		"  |  3   |  ",
		"  |      |  ",
		"   \\    /   ",
		"   |    |   ",
		"   / 1  \\   ",
		"   |    |   ",
		"    \\  /    ",
		"    |  |    ",
		"    (__)    ",
	}
	sole = []string{
		"under the foot",
		"",
		"",
		"   o o o O    ",
		"   (   5  )   ",
		"   |      |   ",
		"    \\     |   ",
		"     | 4 /    ",
		"     |  |     ",
		"     |  |     ",
		"     (__)     ",
		"",
	}
)

// outline is the pictures side by side, what is chosen standing out.
func (m Model) outline() []string {
	mark := strconv.Itoa(1 + indexOf(content.Muscles(), m.s.Facts.Muscle))
	lines := make([]string, len(legFront))
	for i := range lines {
		row := pad(legFront[i], 16) + pad(legBack[i], 16) + sole[i]
		before, after, found := strings.Cut(row, mark)
		if found {
			row = m.theme.plain.Render(before) + m.theme.verb.Render(mark) + m.theme.plain.Render(after)
		}
		lines[i] = row
	}
	return lines
}

// pad fills a line with blanks to a width.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-len(text)))
}

// indexOf is where w stands in a list, -1 = nowhere.
func indexOf[T comparable](list []T, w T) int {
	for i, x := range list {
		if x == w {
			return i
		}
	}
	return -1
}

// whereKeys are the digits that pick the muscle and close the picture.
func (m Model) whereKeys() []binding {
	var list []binding
	for i, muscle := range content.Muscles() {
		list = append(list, toggle(i, m.muscleWords(muscle), func(m Model) Model {
			f := m.s.Facts
			f.Muscle = muscle
			m = m.tell(f).close()
			return m.note(titled(m.legWords()) + ".")
		}))
	}
	return list
}

// muscleWords names a muscle and says where it is.
func (m Model) muscleWords(muscle content.Muscle) string {
	w, _ := m.s.Library().Waiting(muscle)
	if w.Name == w.Where {
		return w.Name
	}
	return w.Name + ": " + w.Where
}

// wherePage is the outline of a leg, and the muscles by their digits.
func (m Model) wherePage(p page) page {
	p.body = []part{
		{rank: stays, lines: styled(m.theme.verb, "WHERE IS IT?")},
		{rank: extra, lines: m.outline()},
	}
	for i, b := range m.whereKeys() {
		mark := "  "
		if content.Muscles()[i] == m.s.Facts.Muscle {
			mark = "✓ "
		}
		h := b.Help()
		opening := m.theme.key.Render("["+h.Key+"]") + " " + m.theme.accent.Render(mark)
		name, _, _ := strings.Cut(h.Desc, ":")
		p.add(part{rank: stays, lines: bullet(opening, h.Desc, m.width()), short: bullet(opening, name, m.width()), tight: i > 0})
	}
	p.keys = m.hints([]binding{keyDone.called("as it is"), keySigns})
	return p
}

// legWords names the leg and the muscle: "left calf", "both calves". In a routine,
// where neither leg is the sore one, it is the muscle alone.
func (m Model) legWords() string {
	w, f := m.s.Waiting(), m.s.Facts
	switch {
	case f.Leg() != session.Both:
		return string(f.Leg()) + " " + w.Name
	case f.Routine != "":
		return w.Name
	}
	return w.Both
}
