package ui

import (
	"slices"
	"strconv"
	"strings"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui/plain"
)

// The pages of the program in lines. Each tells what its screen tells, in the order in
// which it is needed by somebody who hears it: first what to do, then the keys, then what
// can wait.

// summaryID is the page where every session ends.
const summaryID = "summary"

// unwrapped is wide enough that no text is broken into lines.
const unwrapped = 100_000

// worded is the model as it writes texts without colour, each sentence on one line.
func (m Model) worded() Model {
	m.w, m.h, m.narrower, m.theme, m.sketch = 80, 24, -unwrapped, theme{}, true
	return m
}

// plainPage is the screen of what happens now, in words.
func (m Model) plainPage() plain.Page {
	m = m.worded()
	var p plain.Page
	switch b := m.s.Head(); {
	case m.over != noOverlay:
		return m.plainOver()
	case m.s.Mode == session.Ended:
		return m.plainSummary()
	case b.Kind == session.WaitBlock:
		p = m.plainWait()
	case b.Kind == session.ConfirmBlock:
		p = m.plainQuestion()
	case b.Kind == session.AskBlock:
		p = m.plainAsk()
	case b.Kind == session.PackBlock:
		p = m.plainPack()
	case b.Kind == session.DrinkBlock:
		p = m.plainDrink()
	default:
		p = m.plainWork()
	}
	p.First = append(m.standing(), p.First...)
	return p
}

// standing is what is true whatever the page tells: a sign that was named, a pack on the
// skin.
func (m Model) standing() []string {
	var lines []string
	if m.s.Ease.Signed() {
		lines = append(lines, m.phrase("named"))
	}
	if k := m.s.Pack.Kind; k != "" && m.s.Head().Kind != session.PackBlock {
		lines = append(lines, content.Titled(string(k))+" is on your skin.")
	}
	return lines
}

// plainKeys are keys in words: those of a page, and what always works.
func (m Model) plainKeys(list []binding) []plain.Key {
	var keys []plain.Key
	drop := []binding{keyAcross, keySound, keyQuit, keyHelp, keySigns, keySore}
	for _, b := range list {
		dropped := slices.ContainsFunc(drop, func(d binding) bool { return d.Help().Key == b.Help().Key && (b.do != nil || b.event == nil) })
		if b.by != 0 || dropped || m.refuses(b) || b.early && b.Help().Key != keyLeg.Help().Key {
			continue
		}
		keys = append(keys, plain.Key{Name: b.Help().Key, Words: b.Help().Desc})
	}
	return append(keys,
		plain.Key{Name: keySigns.Help().Key, Words: "warning signs"}, plain.Key{Name: keyHelp.Help().Key, Words: "all keys"})
}

// texts are lines of content as they are.
func texts(list []content.Line) []string {
	var lines []string
	for _, l := range list {
		lines = append(lines, l.Text)
	}
	return lines
}

// sidedTexts are instructions for a leg.
func sidedTexts(list []content.Line, side session.Side) []string {
	var lines []string
	for _, l := range list {
		lines = append(lines, session.Sided(l.Text, side))
	}
	return lines
}

// pictureWords is what the picture shows, in words.
func (m Model) pictureWords() string {
	f, ok := m.figureNow()
	if !ok || f.Words == "" {
		return ""
	}
	return "Picture: " + session.Sided(f.Words, m.legNow())
}

// plainWait is the wait: what to do, the two keys that matter, what to watch for.
func (m Model) plainWait() plain.Page {
	w := m.s.Waiting()
	list := w.Lines
	if !m.s.HelpDue(m.at) {
		list = append(slices.Clone(list), w.Ends)
	}
	p := plain.Page{
		ID:    "wait " + strconv.Itoa(m.s.Ease.Again),
		Title: "Wait. " + content.Titled(m.legWords()) + ".",
		First: []string{w.First(m.s.Facts.Context).Text},
		Lines: []string{"Press e when it has eased, with no warning sign. Press the exclamation mark for the warning signs."},
	}
	if m.s.Ease.Signed() {
		p.Lines = []string{"Press e when it has eased."}
	}
	p.Lines = append(p.Lines, m.plainHelpDue()...)
	p.Lines = append(p.Lines, "Wait, step 1 of 3. "+content.Titled(m.factWords())+".")
	p.Lines = append(p.Lines, sidedTexts(list, m.s.Facts.Leg())...)
	if !m.s.Ease.Signed() {
		p.Lines = append(p.Lines, m.watchWords(w))
	}
	if m.s.Ease.Again >= often {
		p.Lines = append(p.Lines, m.phrase("often"))
	}
	p.Keys = m.plainKeys(m.screenKeys())
	p.More, p.Shown = append(m.plainEarlier(), w.Early.Text), m.pictureWords()
	return p
}

// factWords is what we take to be so.
func (m Model) factWords() string {
	f := m.s.Facts
	return strings.Join([]string{m.legWords(), string(f.Stance()), haveWords(f)}, ", ")
}

// watchWords are the main warning signs.
func (m Model) watchWords(w content.Waiting) string {
	var signs []string
	for _, x := range w.Watch {
		signs = append(signs, content.Lower(x.Text))
	}
	return "Get help instead, with the exclamation mark, if: " + strings.Join(signs, "; ") + "."
}

// plainHelpDue says to ask for help the same day, once it is time to, and whom.
func (m Model) plainHelpDue() []string {
	if !m.s.HelpDue(m.at) {
		return nil
	}
	help, _ := m.s.Library().Help(content.SameDay)
	return []string{m.phrase("help") + " " + help.Lines[0].Text}
}

// plainEarlier says where the person was in an earlier session, and the key that goes on
// there. How long ago is reckoned from when this session began: a line that changes is told
// again, and that would be every minute.
func (m Model) plainEarlier() []string {
	if !m.offered() {
		return nil
	}
	v := *m.s.Earlier
	if v.Gripping {
		name, same := m.earlierCramp(v)
		words := "Press r to go back to the cramp of before"
		if same {
			words = "Press r if it is still the same cramp"
		}
		return []string{words + ": it began " + agoWords(-v.Onset) + name + "."}
	}
	return []string{m.filled("earlier", m.placeWords(v)+", "+agoWords(-v.At)) + " Press r to go on there."}
}

// plainWork is an exercise, a massage, a movement: how much, how, and when to stop.
func (m Model) plainWork() plain.Page {
	b := m.s.Head()
	it, _ := m.s.Item()
	name := it.Name
	if it.EachSide {
		name += ", " + sideWords(b.Side)
	}
	p := plain.Page{ID: strings.Join([]string{"work", string(b.Kind), b.Slot, b.Item, string(b.Side)}, " "), Title: name + "."}
	dose := b.Ahead()
	p.Lines = m.plainHelpDue()
	if dose != "" {
		p.Lines = append(p.Lines, content.Titled(dose)+".")
	}
	p.Lines = append(p.Lines, sidedTexts(it.How, b.Side)...)
	for _, x := range m.worded().stopIf(it, b) {
		p.Lines = append(p.Lines, x.lines...)
	}
	p.Lines = append(p.Lines, m.notes(it, true)...)
	if m.s.Gripping {
		p.Lines = append(p.Lines, m.watchWords(m.s.Waiting()))
	}
	p.Keys = m.plainKeys(m.screenKeys())
	p.More, p.Shown = m.notes(it, false), m.pictureWords()
	if m.secondSide(b) {
		p.Lines, p.More = []string{content.Titled(sideWords(b.Side)) + ": " + dose + "."}, nil // the rest was told
		p.Shown = ""
	}
	return p
}

// secondSide says that the same turn was done on the other leg just before: another turn
// has words of its own.
func (m Model) secondSide(b session.Block) bool {
	n := len(m.s.Done)
	if n == 0 || b.Item == "" {
		return false
	}
	last := m.s.Done[n-1]
	return last.Item == b.Item && last.Slot == b.Slot && last.Side != b.Side
}
