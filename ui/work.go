package ui

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// workPage is an exercise, a massage, a movement: verb and number, how far it
// is, how it is done, what comes next.
func (m Model) workPage(p page) page {
	b, ph := m.s.Head(), m.s.Phase()
	it, _ := m.s.Item()
	name := doing(it, b.Side)
	p = m.headed(p, name, m.about(name, b, ph), hero{picture: m.picture})
	p.add(m.bars(b, ph)...)
	p.add(m.helpDue()...)
	if words := m.stillTight(ph); words != "" {
		p.add(part{rank: stays, lines: m.text(m.theme.verb, words)})
	}
	p.add(m.listing(it.How, b.Side))
	p.add(m.stopIf(it, b)...)
	if m.s.Gripping {
		w := m.s.Waiting()
		p.add(part{rank: matters, lines: m.watch(w, "Get help instead [!] if:", len(w.Watch)), short: m.watch(w, "[!] if", 2)})
	}
	if own := m.notes(it, true); len(own) > 0 {
		p.add(part{rank: matters, lines: m.text(m.theme.warn, strings.Join(own, " "))})
	}
	lead := ph.Kind == session.Ready || ph.Kind == session.Switch // there is time to read
	if all := m.notes(it, false); lead && len(all) > 0 {
		p.add(part{rank: sources, lines: m.text(m.theme.dim, strings.Join(all, " "))})
	}
	if next := m.next(b); next != "" {
		p.add(part{rank: nextUp, lines: m.text(m.theme.dim, "Next: "+next)})
	}
	p.keys = m.hints(m.screenKeys())
	return p
}

// doing names an exercise, and the leg that it is for where it is for one at a time.
func doing(it content.Item, side session.Side) string {
	if it.EachSide {
		return it.Name + " · " + sideWords(side)
	}
	return it.Name
}

// stillTight is what is said when what is open has lasted about as long as it should.
func (m Model) stillTight(ph session.Phase) string {
	switch {
	case m.s.Still(m.at):
		return m.phrase("still")
	case ph.Hint > 0 && m.s.Elapsed(m.at) >= ph.Hint:
		return m.phrase("relaxed")
	}
	return ""
}

// notes are the qualifications that are meant for this person's own reasons for
// care, or for everybody.
func (m Model) notes(it content.Item, own bool) []string {
	var words []string
	for _, n := range it.Notes {
		if own && m.s.Facts.Care.Has(n.Care) || !own && n.Care == "" {
			words = append(words, n.Text)
		}
	}
	return words
}

// stopIf says what stops the exercise: its own signs, and those that stop every one.
func (m Model) stopIf(it content.Item, b session.Block) []part {
	list := it.StopIf
	if stop, ok := m.s.Library().Advice("stop"); ok && b.Kind == session.ItemBlock && !m.s.OnEdge() {
		list = slices.Concat(list, stop.Lines)
	}
	if len(list) == 0 {
		return nil
	}
	brief := list[:min(len(list), max(1, len(it.StopIf)))]
	if rest := list[len(brief):]; m.h < roomy && len(rest) > 0 {
		// Not all of it can be seen at once: the rest stands under the instructions.
		return []part{
			{rank: matters, lines: m.text(m.theme.warn, m.cutShort("Stop if:", brief, list))},
			{lines: m.text(m.theme.warn, inOne("Stop too if:", rest)), detail: true},
		}
	}
	stop := part{
		rank: matters, lines: m.text(m.theme.warn, inOne("Stop if:", list)), short: m.text(m.theme.warn, m.cutShort("Stop if:", brief, list)),
	}
	if rest := list[len(brief):]; len(rest) > 0 {
		stop.rest = m.text(m.theme.warn, inOne("Stop too if:", rest))
	}
	return []part{stop}
}

// cutShort is the first of a list in one sentence, which shows that there are more.
func (m Model) cutShort(opening string, brief, list []content.Line) string {
	text := inOne(opening, brief)
	if len(brief) < len(list) {
		text = strings.TrimSuffix(text, ".") + "; …"
	}
	return text
}

// about says beside the number what it is of.
func (m Model) about(name string, b session.Block, ph session.Phase) string {
	switch {
	case b.Kind == session.GripBlock && ph.Rep > 0:
		return fmt.Sprintf("%d of %d · %s since it began", ph.Rep, b.Reps, up(m.s.SinceOnset(m.at)))
	case ph.Kind == session.Open && ph.Hint > 0:
		return "of about " + up(ph.Hint)
	case b.InSets():
		return m.fitting(name, m.aboutSets(b, ph))
	case b.Reps > 1 && ph.Rep > 0:
		return fmt.Sprintf("%d of %d · %s left", ph.Rep, b.Reps, down(m.s.BlockLeft(m.at)))
	}
	return b.Ahead()
}

// bars shows the repetitions, the exercise and the step.
func (m Model) bars(b session.Block, ph session.Phase) []part {
	var parts []part
	if b.Reps > 1 {
		at := ph.Rep
		if ph.Rep == 0 {
			at = b.From
		}
		row := m.dots(at, b.Reps)
		if b.InSets() {
			row = m.setDots(b, at)
		}
		parts = append(parts, part{rank: extra, lines: []string{row}, tight: true})
	}
	left := m.s.BlockLeft(m.at)
	full := 1.0
	if whole := b.Planned(); whole > 0 {
		full = 1 - float64(left)/float64(whole)
	}
	parts = append(parts, part{rank: progress, lines: []string{m.bar("this", full)}, tight: true})
	if b.Kind != session.GripBlock {
		parts = append(parts, part{rank: extra, lines: []string{m.bar(m.stepWord(), m.s.StepProgress(m.at))}, tight: true})
	}
	return parts
}

// stepWord is what the bar of the step is called: a routine has but one.
func (m Model) stepWord() string {
	if m.s.Facts.Routine != "" {
		return "all "
	}
	return "step"
}

// next says what follows: the two phases, or blocks, that come next.
func (m Model) next(b session.Block) string {
	if b.Kind == session.GripBlock {
		return "back to the wait; it asks again"
	}
	var words []string
	if b.Kind == session.ItemBlock {
		after := b.Phases[min(m.s.At+1, len(b.Phases)):]
		for _, ph := range after[:min(2, len(after))] {
			words = append(words, m.phaseWords(b, ph))
		}
	}
	for _, n := range m.s.Upcoming() {
		words = append(words, m.blockWords(n, b))
		b = n
	}
	return strings.Join(words[:min(2, len(words))], ", then ")
}

// phaseWords names a phase and its length.
func (m Model) phaseWords(b session.Block, ph session.Phase) string {
	word := strings.ToLower(m.phaseVerb(ph))
	if b.Break(ph) {
		word = "break"
	}
	if ph.For == 0 {
		return word
	}
	return fmt.Sprintf("%s %d s", word, int(ph.For.Seconds()))
}

// blockWords names a block that follows another.
func (m Model) blockWords(n, b session.Block) string {
	it, ok := m.s.Library().Item(n.Item)
	switch {
	case n.Kind == session.AskBlock:
		return "heat, cold or neither"
	case n.Kind == session.PackBlock:
		return n.Item + " on the skin"
	case n.Kind == session.DrinkBlock:
		return "what to drink"
	case !ok:
		return "the summary"
	case n.Item == b.Item:
		return sideWords(n.Side)
	}
	return content.Lower(it.Name)
}
