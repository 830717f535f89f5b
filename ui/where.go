package ui

import (
	"fmt"
	"slices"
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

// outline is the pictures side by side, or on a narrow screen the sole below.
func (m Model) outline() []part {
	var legs, under []string
	for i := range legFront {
		legs = append(legs, fmt.Sprintf("%-16s%-16s", legFront[i], legBack[i]))
		under = append(under, sole[i])
	}
	const gap = 32 // where the sole begins
	if m.width() >= gap+14 {
		for i := range legs {
			legs[i] += under[i]
		}
		return []part{{rank: extra, lines: m.marked(legs)}}
	}
	under = slices.DeleteFunc(under, func(l string) bool { return l == "" })
	return []part{{rank: extra, lines: m.marked(legs)}, {rank: sources, lines: m.marked(under)}}
}

// marked makes the digit of what is chosen stand out in a picture.
func (m Model) marked(lines []string) []string {
	digit := strconv.Itoa(1 + slices.Index(content.Muscles(), m.s.Facts.Muscle))
	out := make([]string, len(lines))
	for i, l := range lines {
		before, after, found := strings.Cut(l, digit)
		if found {
			l = m.theme.plain.Render(before) + m.theme.verb.Render(digit) + m.theme.plain.Render(after)
		}
		out[i] = l
	}
	return out
}

// askWhere opens the picture. A routine that nothing cramps in has no such muscle.
func (m Model) askWhere() Model {
	if m.s.Facts.Routine != "" && !m.s.Gripping {
		return m.note(m.s.Library().Phrase("no-where"))
	}
	return m.open(whereOverlay)
}

// whereKeys are the digits that pick the muscle and close the picture.
func (m Model) whereKeys() []binding {
	var list []binding
	for i, muscle := range content.Muscles() {
		list = append(list, toggle(i, m.muscleWords(muscle), func(m Model) Model {
			f := m.s.Facts
			f.Muscle = muscle
			m = m.tell(f).close()
			return m.note(content.Titled(m.legWords()) + ".")
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
	}
	p.keys = m.hints([]binding{keyDone.called("as it is"), keySigns})
	if m.h < lowest {
		p.add(part{rank: stays, lines: m.muscleRow(), tight: true})
		return p
	}
	p.add(m.outline()...)
	for i, b := range m.whereKeys() {
		chosen := content.Muscles()[i] == m.s.Facts.Muscle
		name, _, _ := strings.Cut(b.Help().Desc, ":")
		p.add(part{rank: stays, lines: m.choice(b, chosen), short: m.choice(b.called(name), chosen), tight: i > 0})
	}
	return p
}

// lowest is the height under which the muscles stand side by side.
const lowest = 10

// muscleRow is the muscles by their digits in as few lines as they need.
func (m Model) muscleRow() []string {
	var words []string
	for i, b := range m.whereKeys() {
		name, _, _ := strings.Cut(b.Help().Desc, ":")
		text := "[" + b.Help().Key + "] " + name
		if content.Muscles()[i] == m.s.Facts.Muscle {
			text = m.theme.verb.Render(text)
		}
		words = append(words, text)
	}
	return flow(words, m.width())
}

// legWords names the leg and the muscle: "left calf", "both calves". In a routine,
// where neither leg is the sore one, it is the muscle alone.
func (m Model) legWords() string {
	w, leg := m.s.Waiting(), m.s.Cramping()
	switch {
	case leg != session.Both:
		return string(leg) + " " + w.Name
	case m.s.Facts.Routine != "":
		return w.Name
	}
	return w.Both
}
