package ui

import (
	"strconv"

	"uncramp/content"
)

// haveKeys are the digits that change what is at hand.
func (m Model) haveKeys() []binding {
	var list []binding
	for i, t := range content.Things() {
		list = append(list, toggle(i, thingName(t), func(m Model) Model {
			f := m.s.Facts
			f.Have = f.Have.Toggle(t)
			m.toggled = i + 1
			return m.tell(f)
		}))
	}
	return list
}

// careKeys are the digits that change what needs care.
func (m Model) careKeys() []binding {
	var list []binding
	for i, c := range content.Cares() {
		list = append(list, toggle(i, careName(c), func(m Model) Model {
			f := m.s.Facts
			f.Care = f.Care.Toggle(c)
			m.toggled = i + 1
			return m.tell(f)
		}))
	}
	return list
}

// toggle is the key of the i-th choice of a picker.
func toggle(i int, words string, do func(Model) Model) binding {
	digit := strconv.Itoa(i + 1)
	return on(digit, digit, words).does(do)
}

// pickerPage lists choices, each with its digit and whether it is chosen.
func (m Model) pickerPage(p page, title string, list []binding) page {
	p.body = []part{{rank: stays, lines: styled(m.theme.verb, title)}}
	for i, b := range list {
		p.add(part{rank: stays, lines: m.choice(b, m.chosen(i)), tight: i > 0})
	}
	if i := m.toggled - 1; i >= 0 {
		p.reading = m.choice(list[i], m.chosen(i))
	}
	p.keys = m.hints([]binding{keyDone, keySigns})
	return p
}

// choice is one choice of a picker: its digit, whether it is chosen, its words.
func (m Model) choice(b binding, chosen bool) []string {
	mark := "  "
	if chosen {
		mark = "✓ "
	}
	h := b.Help()
	return bullet(m.theme.key.Render("["+h.Key+"]")+" "+m.theme.accent.Render(mark), h.Desc, m.width())
}

// chosen says whether the i-th choice of the picker that is up is chosen.
func (m Model) chosen(i int) bool {
	if m.over == haveOverlay {
		return m.s.Facts.Have.Has(content.Things()[i])
	}
	return m.s.Facts.Care.Has(content.Cares()[i])
}
