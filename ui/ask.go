package ui

import (
	"fmt"

	"uncramp/content"
	"uncramp/session"
)

// askPage asks for heat, cold or neither, behind the short list of who should not.
func (m Model) askPage(p page) page {
	p.add(part{rank: title, lines: m.text(m.theme.verb, "HEAT, COLD OR NEITHER?")})
	for i, c := range []struct {
		b    binding
		kind content.Thing
	}{{keyHeat, content.Heat}, {keyCold, content.Cold}, {keyNo, ""}} {
		loud := m.s.DefaultPack() == c.kind
		p.add(part{rank: stays, lines: m.packChoice(c.b, c.kind, loud), short: m.action(c.b, loud), tight: i > 0})
	}
	for _, kind := range []content.Thing{content.Heat, content.Cold} {
		def, _ := m.s.Library().Pack(kind)
		p.add(m.notFor(def))
	}
	p.keys = m.hints(without(m.screenKeys(), keyHeat, keyCold, keyNo))
	return p
}

// notFor is the short list of who should not. It stands on the question, and once
// more where the pack is fetched: on a low screen only there.
func (m Model) notFor(def content.Pack) part {
	return part{rank: matters, lines: m.text(m.theme.warn, inOne("No "+string(def.ID)+" with:", def.Not))}
}

// packChoice is one answer, with what it is for or why it can't be.
func (m Model) packChoice(b binding, kind content.Thing, loud bool) []string {
	words := b.Help().Desc
	if kind != "" {
		def, _ := m.s.Library().Pack(kind)
		words += ": " + def.When.Text
		if why := m.s.PackRefusal(kind); why != "" {
			words, loud = b.Help().Desc+" (not now: "+why+")", false
		}
	}
	if loud {
		words += "  (enter)"
	}
	return m.action(b.called(words), loud)
}

// packPage is heat or cold: fetching it, and its time on the skin.
func (m Model) packPage(p page) page {
	b := m.s.Head()
	def, _ := m.s.Library().Pack(content.Thing(b.Item))
	if m.s.Pack.Kind == "" {
		p.add(part{rank: title, lines: styled(m.theme.verb, "GET IT READY")})
		p.add(part{rank: stays, lines: m.action(keyGo.called("it is on the skin"), true), tight: true})
		not := m.notFor(def)
		not.rank, p.keyLines = firstHow, 1
		p.add(not)
	} else {
		p.add(m.now("on the skin, " + fmt.Sprintf("%d minutes in all", int(m.s.Pack.For.Minutes()))))
		full := 1 - float64(m.s.PackLeft(m.at))/float64(m.s.Pack.For)
		p.add(part{rank: progress, lines: []string{m.bar("pack", full, down(m.s.PackLeft(m.at)))}, tight: true})
		p.add(part{rank: progress, lines: m.text(m.theme.dim, m.nextCheck(def)), tight: true})
	}
	p.add(m.listing(def.How, b.Side, matters)...)
	p.add(part{rank: nextUp, lines: styled(m.theme.dim, "Next: "+m.next(session.Block{}))})
	p.keys = m.hints(m.screenKeys())
	return p
}

// nextCheck says when the skin is looked at next.
func (m Model) nextCheck(def content.Pack) string {
	if m.s.Pack.Asking {
		return "Look at the skin now."
	}
	if m.s.Pack.Checked < len(def.Checks) {
		at := m.s.Pack.On + def.Checks[m.s.Pack.Checked].Duration() - m.at
		return "Look at the skin in " + down(at) + "."
	}
	return "It comes off in " + down(m.s.PackLeft(m.at)) + "."
}

// drinks is what to drink, by what the person was doing and may.
func (m Model) drinks() []content.Line {
	d := m.s.Library().Drink(m.s.Facts.Context)
	if m.s.Facts.Care.Has(content.FluidLimit) {
		return d.Limited
	}
	return d.Lines
}

// drinkPage is what to drink, by what the person was doing.
func (m Model) drinkPage(p page) page {
	p.add(m.now("goes on by itself"))
	p.add(m.listing(m.drinks(), m.s.Facts.Leg(), firstHow)...)
	p.add(part{rank: nextUp, lines: styled(m.theme.dim, "Next: "+m.next(m.s.Head()))})
	p.keys = m.hints(m.screenKeys())
	return p
}
