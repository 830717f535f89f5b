package ui

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// following is the routine that is followed, if one is.
func (m Model) following() (content.Routine, bool) {
	if m.s.Facts.Routine == "" {
		return content.Routine{}, false
	}
	return m.s.Library().Routine(m.s.Facts.Routine)
}

// gatePage stands before a routine: no cramp now, none of the warning signs, and
// how and with what it will be done.
func (m Model) gatePage(p page, r content.Routine) page {
	w := m.s.Waiting()
	f := m.s.Facts
	p.add(
		part{rank: stays, lines: m.text(m.theme.verb, m.s.Library().Phrase("gate")), short: styled(m.theme.verb, "No cramp now?")},
		part{rank: matters, lines: m.watch(w, "Signs [!]:", len(w.Watch)), short: m.watch(w, "[!]", 2)},
		part{rank: stays, lines: m.action(keyGo.called("no cramp, none of these: begin"), true), short: m.action(keyGo.called("none: begin"), true)},
		part{rank: stays, lines: m.action(keyAgain.called("it cramps now"), false), tight: true},
		part{rank: stays, lines: m.gateChoices(f), short: m.text(m.theme.bold, content.Titled(string(f.Stance()))+" [p] · "+haveWords(f)+" [h]")},
		part{rank: nextUp, lines: m.planLines()},
		part{rank: extra, lines: m.text(m.theme.dim, r.For.Text)},
		part{rank: nextUp, lines: m.textLines(r.Notes), tight: true},
	)
	p.add(m.ownParts(r)...)
	p.add(m.sparedLines()...)
	p.add(m.cutLines()...)
	p.add(m.earlierParts()...)
	p.keyLines = 1
	p.keys = m.hints(without(m.screenKeys(), keyGo, keyAgain, keyLeg, keyPosition, keyHave, keyCare, keyTakeUp))
	return p
}

// gateChoices lists what one key each changes at the gate.
func (m Model) gateChoices(f session.Facts) []string {
	return m.rows([]row{
		{keyLeg, m.gateLegs(f)},
		{keyPosition, content.Titled(string(f.Stance()))},
		{keyHave, content.Titled(haveWords(f))},
		{keyCare, "take care of: " + careWords(f)},
	})
}

// gateLegs names the legs that were told, and says where the routine has its own.
func (m Model) gateLegs(f session.Facts) string {
	words := content.Titled(sideWords(f.Leg()))
	r, _ := m.following()
	if slices.ContainsFunc(r.Turns, func(t content.Turn) bool { return t.Legs != "" }) {
		words += ", where the routine names none"
	}
	return words
}

// sparedLines says what of a routine is left out because it isn't for this person, or
// can't be done in this way.
func (m Model) sparedLines() []part {
	words := m.sparedWords()
	if words == "" {
		return nil
	}
	brief := fmt.Sprintf("Left out for you: %d.", len(m.s.Spared()))
	return []part{{rank: matters, lines: m.text(m.theme.warn, words), short: m.text(m.theme.warn, brief)}}
}

// sparedWords is the same in a sentence, "" = nothing is.
func (m Model) sparedWords() string {
	var words []string
	for _, x := range m.s.Spared() {
		words = append(words, content.Lower(x.Name)+" ("+content.Lower(x.Why.Why)+")")
	}
	if len(words) == 0 {
		return ""
	}
	return "Left out for you: " + strings.Join(words, "; ") + "."
}

// ownParts says of a routine of the person's own whose it is.
func (m Model) ownParts(r content.Routine) []part {
	if !r.Own {
		return nil
	}
	return []part{{rank: matters, lines: m.text(m.theme.warn, content.OwnNotice), short: m.text(m.theme.warn, "From a file, not checked.")}}
}

// cutLines says what is left out because the time is short.
func (m Model) cutLines() []part {
	if len(m.s.Cuts) == 0 {
		return nil
	}
	text := m.cutWords(m.s.Cuts)
	if m.s.OverTime() {
		text += " " + m.s.Library().Phrase("time-over")
	}
	brief := m.text(m.theme.warn, fmt.Sprintf("Left out for time: %d.", len(m.s.Cuts)))
	return []part{{rank: matters, lines: m.text(m.theme.warn, text), short: brief}}
}

// cutWords is what was left out because the time is short, in a sentence.
func (m Model) cutWords(cuts []session.Cut) string {
	return strings.ReplaceAll(m.s.Library().Phrase("time"), "{what}", strings.Join(m.s.CutWords(cuts), ", "))
}
