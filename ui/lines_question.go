package ui

import (
	"strings"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/plain"
)

// plainQuestion is what stands before the plan: is this right, or is there no cramp now.
func (m Model) plainQuestion() plain.Page {
	r, following := m.following()
	p := plain.Page{ID: "question", Title: "A question before the plan."}
	if m.s.Head().Gate() {
		p = m.plainGate()
	} else {
		p.Lines = []string{"Is this right? " + content.Titled(m.factWords()) + ". Press enter if it is."}
	}
	if !following {
		f := m.s.Facts
		p.Lines = append(p.Lines, "It came: "+contextWords(f.Context)+". Take care of: "+careWords(f)+".")
	}
	p.Lines = append(p.Lines, m.changeWords())
	p.Keys = m.plainKeys(without(m.screenKeys(), keyGo, keyLeg))
	p.More = m.planLines()
	if following {
		p.More = append(append(p.More, r.For.Text), texts(r.Notes)...)
	}
	for _, x := range m.cutLines() {
		p.More = append(p.More, x.lines...)
	}
	p.More = append(p.More, m.plainEarlier()...)
	return p
}

// plainGate asks for what must not be there before anything is stretched.
func (m Model) plainGate() plain.Page {
	p := plain.Page{ID: "gate", Title: "A question before it begins."}
	p.Lines = []string{m.phrase("gate"), "Press c if it cramps now.", m.watchWords(m.s.Waiting())}
	f := m.s.Facts
	if m.s.TakenUp() {
		p.Lines = append(p.Lines, "Then it goes on there: "+m.placeWords(m.s.Saved())+".")
	}
	r, following := m.following()
	if !following {
		p.Lines = append(p.Lines, content.Titled(m.factWords())+".")
		return p
	}
	p.Lines = append(p.Lines, m.gateLegs(f)+". "+content.Titled(string(f.Stance())+", "+haveWords(f))+". Take care of: "+careWords(f)+".")
	if r.Own {
		p.Lines = append(p.Lines, content.OwnNotice)
	}
	if words := m.sparedWords(); words != "" {
		p.Lines = append(p.Lines, words)
	}
	return p
}

// changeWords say which keys change what is taken to be so.
func (m Model) changeWords() string {
	list := []binding{keyMuscle, keyLeg, keyPosition, keyHave, keyContext, keyCare}
	if _, following := m.following(); following {
		list = []binding{keyLeg, keyPosition, keyHave, keyCare}
	}
	var words []string
	for _, b := range list {
		words = append(words, b.Help().Key+", "+b.Help().Desc)
	}
	return "To change it press " + strings.Join(words, "; ") + "."
}

// plainAsk asks for heat, cold or neither.
func (m Model) plainAsk() plain.Page {
	p := plain.Page{ID: "ask", Title: "Heat, cold or neither?"}
	for _, c := range []struct {
		b    binding
		kind content.Thing
	}{{keyHeat, content.Heat}, {keyCold, content.Cold}, {keyNo, ""}} {
		loud := m.s.DefaultPack() == c.kind
		p.Lines = append(p.Lines, m.packWords(c.b, c.kind, loud))
	}
	heat, _ := m.s.Library().Pack(content.Heat, m.s.Facts.Muscle)
	cold, _ := m.s.Library().Pack(content.Cold, m.s.Facts.Muscle)
	both, onlyHeat := shared(heat.Not, cold.Not)
	_, onlyCold := shared(cold.Not, heat.Not)
	for _, x := range []struct {
		opening string
		list    []content.Line
	}{{"Neither with:", both}, {"No heat with:", onlyHeat}, {"No cold with:", onlyCold}} {
		if len(x.list) > 0 {
			p.Lines = append(p.Lines, inOne(x.opening, x.list))
		}
	}
	p.Keys = m.plainKeys(without(m.screenKeys(), keyHeat, keyCold, keyNo))
	return p
}

// packWords is one answer: its key, and what it is for or why it can't be.
func (m Model) packWords(b binding, kind content.Thing, loud bool) string {
	key := b.Help().Key
	if loud {
		key += " or enter"
	}
	if kind == "" {
		return key + ": " + b.Help().Desc + "."
	}
	def, _ := m.s.Library().Pack(kind, m.s.Facts.Muscle)
	if why := m.s.PackRefusal(kind); why != "" {
		return def.Name + ": not now. " + why
	}
	words := key + ": " + content.Lower(def.Name) + ", " + content.Lower(def.When.Text)
	if m.s.Facts.Have.Has(kind) {
		words = strings.TrimSuffix(words, ".") + ". It is at hand."
	}
	return words
}

// plainPack is heat or cold: fetching it, and its time on the skin.
func (m Model) plainPack() plain.Page {
	b := m.s.Head()
	def, _ := m.s.Library().Pack(content.Thing(b.Item), b.Muscle)
	p := plain.Page{ID: "pack " + b.Item, Title: content.Titled(b.Item) + " on the skin."}
	drop := []binding{keyGo}
	if m.s.Pack.Kind == "" { // else how long it stays was said just now
		p.Lines = []string{"Press enter when it is on your skin. n: go on without it."}
		drop = append(drop, keyNext) // told each time: it is how to say no
	}
	p.Lines = append(p.Lines, sidedTexts(def.How, b.Side)...)
	p.Lines = append(p.Lines, inOne("No "+b.Item+" with:", def.Not))
	p.Keys = m.plainKeys(without(m.screenKeys(), drop...))
	p.Shown = m.pictureWords()
	return p
}

// plainDrink is what to drink, by what the person was doing.
func (m Model) plainDrink() plain.Page {
	return plain.Page{
		ID: "drink", Title: "What to drink.", Lines: sidedTexts(m.s.Drinks(), m.s.Facts.Leg()),
		Keys: m.plainKeys(m.screenKeys()),
	}
}

// plainSummary is where every session ends: what to do about a sign, what happened, and
// what to do from here on.
func (m Model) plainSummary() plain.Page {
	p := plain.Page{ID: summaryID, Title: "Summary.", Lines: []string{m.outcomeWords()}}
	p.Lines = append(p.Lines, headed(m.summaryLines())...)
	p.Keys = m.plainKeys(m.screenKeys())
	return p
}

// outcomeWords is how the session ended, in a sentence.
func (m Model) outcomeWords() string {
	switch title := m.outcome(); {
	case m.s.Outcome == session.Warned:
		return m.helpTitle(content.Emergency) + "."
	case m.s.Ease.Signed():
		return m.helpTitle(m.s.Ease.Tier) + "."
	default:
		return content.Titled(strings.ToLower(title)) + "."
	}
}

// headed makes sentences of a text in paragraphs: what stands behind a gap is a heading.
func headed(lines []string) []string {
	var out []string
	gap := false
	for _, l := range lines {
		l = strings.TrimSpace(l)
		switch {
		case l == "":
			gap = true
			continue
		case gap && !strings.HasSuffix(l, ".") && !strings.HasSuffix(l, "?"):
			l += ":"
		}
		gap = false
		out = append(out, l)
	}
	return out
}
