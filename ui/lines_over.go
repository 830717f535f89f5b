package ui

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/plain"
)

// plainOver is what lies over the session, in words.
func (m Model) plainOver() plain.Page {
	p := plain.Page{ID: fmt.Sprintf("over %d %s", m.over, m.topic), Over: true}
	switch m.over {
	case offOverlay:
		p.Title = m.phrase("off-said") // as its cue has it: what was just told isn't told again
	case leaveOverlay:
		p.Title, p.Lines = "Leave now?", []string{m.keptWords()}
		if k := m.s.Pack.Kind; k != "" {
			p.Lines = append(p.Lines, "Take the "+string(k)+" pack off first.")
		}
	case haveOverlay:
		p.Title, p.Lines = "What is at hand? A number changes it.", m.choiceWords(m.haveKeys())
	case careOverlay:
		p.Title, p.Lines = "Take care of what? A number changes it.", m.choiceWords(m.careKeys())
	case whereOverlay:
		p.Title, p.Lines = "Where is it? Press a number.", m.muscleChoices()
	case signsOverlay:
		p.Title, p.Lines = "Warning signs. Press the number of the first one you have, or escape for none.", m.plainSigns()
	case helpOverlay:
		p.Title, p.Lines = "All keys.", m.plainHelp()
	case learnOverlay:
		p.Title, p.Lines = content.Titled(strings.ToLower(m.overlayTitle()))+".", m.plainLearn()
	default:
		p.Title = content.Titled(strings.ToLower(m.overlayTitle())) + "."
		if m.over == emergencyOverlay || m.over == sameDayOverlay || m.over == soonOverlay {
			p.Title = m.helpTitle(m.tier()) + "."
		}
		p.Lines = headed(m.overlayLines())
	}
	p.Keys = m.overKeys()
	return p
}

// plainHelp lists every key that works on the page beneath, and then what this program is
// and is not.
func (m Model) plainHelp() []string {
	beneath := m
	beneath.over = noOverlay
	if m.held {
		beneath.s.Mode = session.Running // as it is again once this closes
	}
	var lines []string
	seen := map[string]bool{keyAcross.Help().Key: true} // there is no screen to make large
	for _, b := range append(beneath.everyKey(), on("ctrl+c", "ctrl+c", "leave at once")) {
		h := b.Help()
		if seen[h.Key] || b.by != 0 || beneath.refuses(b) || b.early && !beneath.beforePlan() {
			continue
		}
		seen[h.Key] = true
		line := plain.Key{Name: h.Key, Words: h.Desc}.String()
		if b.long != "" {
			line += ", " + b.long
		}
		lines = append(lines, line+".")
	}
	about := m.helpLines()
	return append(lines, headed(about[max(0, slices.Index(about, "")):])...)
}

// overKeys are the keys of what lies over the session, without those that its lines tell.
func (m Model) overKeys() []plain.Key {
	list := m.overlayKeys()
	var told []binding
	switch m.over {
	case haveOverlay:
		told = m.haveKeys()
	case careOverlay:
		told = m.careKeys()
	case whereOverlay:
		told = m.whereKeys()
	case learnOverlay:
		if m.topic == "" {
			told = m.topicKeys()
		}
	case leaveOverlay:
		told = []binding{keyLeaveToo}
	}
	var keys []plain.Key
	for _, b := range without(list, told...) {
		if b.by == 0 && !m.refuses(b) {
			keys = append(keys, plain.Key{Name: b.Help().Key, Words: b.Help().Desc})
		}
	}
	return keys
}

// choiceWords are the choices of a picker, and which are chosen.
func (m Model) choiceWords(list []binding) []string {
	var lines []string
	for i, b := range list {
		lines = append(lines, choiceLine(b, m.chosen(i)))
	}
	return lines
}

// choiceLine is one choice, and whether it is chosen.
func choiceLine(b binding, chosen bool) string {
	line := b.Help().Key + ": " + strings.ReplaceAll(b.Help().Desc, ": ", ", ")
	if chosen {
		return line + ", chosen."
	}
	return line + "."
}

// muscleChoices are the muscles by their numbers, and which is taken to cramp.
func (m Model) muscleChoices() []string {
	var lines []string
	for i, b := range m.whereKeys() {
		lines = append(lines, choiceLine(b, content.Muscles()[i] == m.s.Facts.Muscle))
	}
	return lines
}

// plainSigns lists the warning signs, by how soon to get help.
func (m Model) plainSigns() []string {
	var lines []string
	for i, tier := range tiers {
		lines = append(lines, fmt.Sprintf("%d: %s, with one of these.", i+1, content.Lower(m.helpTitle(tier))))
		for _, w := range m.s.Library().WarningsOf(tier) {
			lines = append(lines, w.Sign)
		}
	}
	return lines
}
