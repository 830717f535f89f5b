package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

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
		p.add(part{rank: stays, lines: m.packChoice(c.b, c.kind, loud), short: m.action(m.briefly(c.b, loud), loud), tight: i > 0})
	}
	heat, _ := m.s.Library().Pack(content.Heat, m.s.Facts.Muscle)
	cold, _ := m.s.Library().Pack(content.Cold, m.s.Facts.Muscle)
	both, onlyHeat := shared(heat.Not, cold.Not)
	_, onlyCold := shared(cold.Not, heat.Not)
	p.add(m.notWith("Neither with:", both)...)
	p.add(m.notWith("No heat with:", onlyHeat)...)
	p.add(m.notWith("No cold with:", onlyCold)...)
	p.keys = m.hints(without(m.screenKeys(), keyHeat, keyCold, keyNo))
	return p
}

// shared parts the lines of a list into those that another has too, and the rest.
func shared(list, other []content.Line) (both, only []content.Line) {
	for _, l := range list {
		if slices.ContainsFunc(other, func(o content.Line) bool { return o.Text == l.Text }) {
			both = append(both, l)
		} else {
			only = append(only, l)
		}
	}
	return both, only
}

// notWith is a short list of who should not.
func (m Model) notWith(opening string, list []content.Line) []part {
	if len(list) == 0 {
		return nil
	}
	return []part{{lines: m.text(m.theme.warn, inOne(opening, list)), detail: true}}
}

// briefly is an answer in a word, and whether enter is the same.
func (m Model) briefly(b binding, loud bool) binding {
	if loud {
		return b.called(b.Help().Desc + " (enter)")
	}
	return b
}

// packChoice is one answer, with what it is for or why it can't be.
func (m Model) packChoice(b binding, kind content.Thing, loud bool) []string {
	words := b.Help().Desc
	if kind != "" {
		def, _ := m.s.Library().Pack(kind, m.s.Facts.Muscle)
		words = content.Lower(def.Name) + ": " + content.Lower(def.When.Text)
		if m.s.Facts.Have.Has(kind) {
			words += " · at hand"
		}
		if why := m.s.PackRefusal(kind); why != "" {
			words, loud = content.Lower(def.Name)+": not now. "+why, false
		}
	}
	if loud {
		words += " (enter)"
	}
	return m.action(b.called(words), loud)
}

// packPage is heat or cold: fetching it, and its time on the skin.
func (m Model) packPage(p page) page {
	b := m.s.Head()
	def, _ := m.s.Library().Pack(content.Thing(b.Item), b.Muscle)
	if m.s.Pack.Kind == "" {
		p.add(part{rank: title, lines: m.text(m.theme.verb, m.fetchWords(def))})
		p.add(part{rank: stays, lines: m.action(keyGo.called("it is on the skin"), true), tight: true})
		if m.s.Facts.Routine != "" {
			p.add(part{rank: stays, lines: m.action(keyNext.called("go on without it"), false), tight: true})
		}
		p.add(m.notWith("No "+b.Item+" with:", def.Not)...)
		p.keyLines = 1
	} else {
		more := "on the skin, " + inAll(m.s.Pack.For)
		p = m.headed(p, "", more, hero{picture: m.picture})
		full := 1 - float64(m.s.PackLeft(m.at))/float64(m.s.Pack.For)
		p.add(part{rank: progress, lines: []string{m.bar("pack", full)}, tight: true})
		p.add(part{rank: extra, lines: []string{m.bar(m.stepWord(), m.s.StepProgress(m.at))}, tight: true})
		p.add(part{rank: progress, lines: m.text(m.theme.dim, m.nextCheck(def)), tight: true})
	}
	p.add(m.listing(def.How, b.Side))
	if m.s.Pack.Kind == "" { // where it goes
		p.add(part{rank: extra, lines: m.picture(m.width(), m.h/3).lines})
	}
	if next := m.next(session.Block{}); next != "" {
		p.add(part{rank: nextUp, lines: styled(m.theme.dim, "Next: "+next)})
	}
	p.keys = m.hints(m.screenKeys())
	return p
}

// fetchWords says to get heat or cold ready: in a routine, where nobody just chose it, also
// which, and for how long.
func (m Model) fetchWords(def content.Pack) string {
	if m.s.Facts.Routine == "" {
		return "GET IT READY"
	}
	return fmt.Sprintf("%s: GET IT READY, FOR %s", strings.ToUpper(def.Name), up(m.s.Head().Planned()))
}

// inAll is how long heat or cold is on the skin.
func inAll(d time.Duration) string {
	if d%time.Minute == 0 && d > time.Minute {
		return fmt.Sprintf("%d minutes in all", int(d/time.Minute))
	}
	return up(d) + " in all"
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

// drinkPage is what to drink, by what the person was doing.
func (m Model) drinkPage(p page) page {
	p = m.headed(p, "", "goes on by itself", hero{})
	p.add(m.listing(m.s.Drinks(), m.s.Facts.Leg()))
	p.add(part{rank: nextUp, lines: styled(m.theme.dim, "Next: "+m.afterDrink())})
	p.keys = m.hints(m.screenKeys())
	return p
}

// afterDrink is what follows the page about drinking: the test of the leg, or
// nothing more.
func (m Model) afterDrink() string {
	if next := m.next(m.s.Head()); next != "" {
		return next
	}
	return "the summary"
}
