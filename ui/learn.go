package ui

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// The keys of the pages to read. Each topic has its digit.
var (
	keyLearn  = on("i", "i", "learn").does(Model.learn).meaning("what a cramp is, what helps, where this comes from")
	keyRead   = on("enter", "enter", "read").does(Model.readNear).firmly()
	keyTopics = on("esc", "esc", "all topics").does(Model.learn)
	keyUnread = on("esc", "esc", "back to the signs").does(Model.unread)
)

// learn opens the list of topics, from any screen and from any topic.
func (m Model) learn() Model {
	m.topic = ""
	switch m.over {
	case learnOverlay: // it was opened over the same as before
	case signsOverlay, emergencyOverlay, sameDayOverlay, soonOverlay:
		m.behind = m.over
	default:
		m.behind = noOverlay
	}
	return m.open(learnOverlay)
}

// unread leads from the list of topics back to the signs that it was opened over: they
// are answered before anything goes on.
func (m Model) unread() Model { return m.open(m.behind) }

// read opens a topic at its top.
func (m Model) read(id string) Model {
	m.topic = id
	return m.open(learnOverlay)
}

// readNear opens the topic that is marked.
func (m Model) readNear() Model { return m.read(m.nearTopic()) }

// nearTopic is the topic that the screen beneath makes the nearest: of a pack, heat or
// cold; of a drink, what to drink.
func (m Model) nearTopic() string {
	switch k := m.s.Head().Kind; {
	case m.alone:
		return "cramp"
	case m.s.Ease.Signed():
		return "signs"
	case m.s.Mode == session.Ended:
		return "why"
	case k == session.AskBlock || k == session.PackBlock:
		return "heat"
	case k == session.DrinkBlock:
		return "drinks"
	case m.s.Gripping:
		return "cramp"
	case m.s.Facts.Context == content.Sleep:
		return "night"
	case k == session.ConfirmBlock:
		return "cramp"
	}
	return "disagree" // what it asks for now is not what everybody would
}

// learnKeys lists the keys of the list of topics, or of the topic that is read.
func (m Model) learnKeys() []binding {
	if m.topic != "" {
		return []binding{keyTopics, m.signsKey(), keyQuit}
	}
	shut := keyShut
	switch {
	case m.alone:
		shut = keyLeaveAll
	case m.behind != noOverlay:
		shut = keyUnread
	}
	return append([]binding{keyRead, shut, m.signsKey(), keyQuit}, m.topicKeys()...)
}

// signsKey leads to the warning signs: where the pages are all there is, to theirs.
func (m Model) signsKey() binding {
	if m.alone {
		return keySigns.does(func(m Model) Model { return m.read("signs") })
	}
	return keySigns
}

// topicKeys are the digits that open a topic.
func (m Model) topicKeys() []binding {
	var list []binding
	for i, t := range m.s.Library().Topics {
		list = append(list, toggle(i, t.Title, func(m Model) Model { return m.read(t.ID) }))
	}
	return list
}

// learnPage is the list of topics, or the topic that is read.
func (m Model) learnPage(p page) page {
	digits := m.topicKeys()
	p.keys = m.hints(slices.DeleteFunc(m.learnKeys(), func(b binding) bool {
		return slices.ContainsFunc(digits, func(d binding) bool { return d.Help() == b.Help() })
	}))
	p = m.scrolled(p, m.learnTitle(), m.overlayLines())
	if m.topic == "" && m.scroll == 0 {
		near := slices.IndexFunc(m.s.Library().Topics, func(t content.Topic) bool { return t.ID == m.nearTopic() })
		p.reading = m.topicEntry(max(0, near))
	}
	return p
}

// learnTitle is the title of the topic that is read, or of the list.
func (m Model) learnTitle() string {
	if t, ok := m.s.Library().Topic(m.topic); ok {
		return strings.ToUpper(t.Title)
	}
	return "LEARN"
}

// learnLines is the text of the topic that is read, or the list of topics.
func (m Model) learnLines() []string {
	lib := m.s.Library()
	if t, ok := lib.Topic(m.topic); ok {
		return m.topicLines(t)
	}
	var lines []string
	for i := range lib.Topics {
		lines = append(lines, m.topicEntry(i)...)
	}
	return lines
}

// topicEntry is the i-th topic in the list, marked if it is the nearest.
func (m Model) topicEntry(i int) []string {
	t := m.s.Library().Topics[i]
	mark, style := "  ", m.theme.plain
	if t.ID == m.nearTopic() {
		mark, style = "● ", m.theme.verb
	}
	digit := m.theme.key.Render(fmt.Sprintf("[%d]", i+1)) + " " + m.theme.accent.Render(mark)
	lines := bullet(digit, t.Title, m.width())
	for i, l := range lines { // each in its own style: none may run over the end of a line
		words := strings.TrimLeft(strings.TrimPrefix(l, digit), " ")
		lines[i] = l[:len(l)-len(words)] + style.Render(words)
	}
	return lines
}

// topicLines is a topic, and at its end the sources that it names.
func (m Model) topicLines(t content.Topic) []string {
	lib := m.s.Library()
	var lines []string
	for i, s := range lib.Sections(t) {
		if i > 0 && (s.Title != "" || s.All) {
			lines = append(lines, "")
		}
		if s.Title != "" {
			lines = append(lines, m.text(m.theme.bold, s.Title)...)
		}
		for _, l := range s.Lines {
			lines = append(lines, bullet(m.theme.dim.Render("· "), m.named(lib.Marked(l)), m.width())...)
		}
		if s.All {
			lines = append(lines, m.sourceLines(lib.Sources)...)
		}
	}
	if used := lib.Used(t); len(used) > 0 {
		lines = append(lines, "", m.theme.bold.Render("Sources"))
		lines = append(lines, m.sourceLines(used)...)
	}
	return lines
}

// sourceLines lists sources by their numbers.
func (m Model) sourceLines(list []content.Source) []string {
	var lines []string
	for _, s := range list {
		mark := fmt.Sprintf("%-5s", fmt.Sprintf("[%d]", m.s.Library().Number(s.ID)))
		lines = append(lines, bullet(m.theme.key.Render(mark), s.Cited(), m.width())...)
	}
	return lines
}

// withAlso lays keys out with one more before the last ones, if it takes the place of
// none and needs no line of its own.
func withAlso(keys []string, also string, width, most int) []string {
	lines, all := wrapKeys(keys, width, most), flow(keys, width)
	if also == "" || len(keys) < lastKeys || len(all) > len(lines) {
		return lines
	}
	with := flow(slices.Insert(slices.Clone(keys), len(keys)-lastKeys, also), width)
	if len(with) > len(lines) {
		return lines
	}
	return with
}
