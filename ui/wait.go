package ui

import (
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/content"
	"uncramp/session"
)

// waitPage is the first screen: wait until the spasm eases. It needs nothing but
// the waiting guidance, so that it can stand before the library is read. The figure
// and the shape that breathes stand over the text or beside it, as there is room.
func (m Model) waitPage(p page) page {
	p.keyLines = 1
	p.keys = m.hints(without(m.screenKeys(), keyEased, keyGrip, keyEasing, keySame, keyWorse, keyTakeUp))
	large := m.headed(p, "", "since it began", hero{picture: m.picture, breath: m.breathShape})
	large.spare = true
	guide := part{rank: progress, lines: []string{m.breath(m.s.Waiting().Breath)}, tight: true}
	large.add(m.waitBody()...)
	large.reading = readFirst(large.body)
	running := m.s.Mode == session.Running
	if running {
		large.head = append(large.head, guide)
	}
	if room := large.heroHigh(large.room(m.w, m.h)); room >= smallHero {
		if w, _ := m.heroBreath(room); running && (w == 0 || m.opts.Figures == NoFigures) {
			large.brief = append(large.brief, guide)
		}
		return large
	}
	if beside, ok := m.waitAside(p); ok {
		return beside
	}
	large.hero = nil
	return large
}

// waitBody is what to do, what to watch for, and the two keys that lead on.
func (m Model) waitBody() []part {
	return slices.Concat(m.waitHelp(), m.waitText(), m.waitWays())
}

// readFirst is what is read first of the parts of the wait: that it is time to ask for
// help, or what to do.
func readFirst(parts []part) []string {
	if len(parts) > 0 && !parts[0].detail {
		return parts[0].lines
	}
	return lines(parts, true)
}

// waitText is what to do while it cramps, and the question how it is.
func (m Model) waitText() []part {
	return append(m.guidance(m.s.Waiting()), part{lines: m.checkLine(), detail: true})
}

// waitHelp says that it is time to ask for help, where it is.
func (m Model) waitHelp() []part {
	parts := m.helpDue()
	if m.s.Ease.Again >= often {
		parts = append(parts, part{rank: matters, lines: m.text(m.theme.warn, m.s.Library().Phrase("often"))})
	}
	return parts
}

// waitWays is what to watch for, and the keys that lead on from the wait.
func (m Model) waitWays() []part {
	w := m.s.Waiting()
	if m.s.Ease.Signed() {
		return []part{{rank: stays, lines: m.action(keyEased.called("it eased"), true)}}
	}
	ways := append([]part{
		{rank: matters, lines: m.watch(w, "Get help instead [!] if:", len(w.Watch)), short: m.watch(w, "[!] if", 2)},
		{rank: stays, lines: m.action(keyEased, true)},
	}, m.offer(w)...)
	return append(ways, m.earlierParts()...)
}

// asideWidth is the column beside the text of the wait, with the gap before it.
const asideWidth = 25

// asideShape is how many of its lines the shape that breathes takes, asideLeast how
// many lines it has at least.
const (
	asideShape = 6
	asideLeast = asideShape + leastFigureH
)

// waitAside is the wait with the shape that breathes and the figure beside the text,
// where all of both fits.
func (m Model) waitAside(p page) (page, bool) {
	if m.width() < 76 {
		return p, false
	}
	n := m
	n.narrower = asideWidth
	text := append([]part{n.now("since it began")}, n.waitText()...)
	help := m.waitHelp()
	room := p.room(m.w, m.h) - height(help) - height(m.waitWays())
	if height(text) > room {
		return p, false
	}
	left := join(text, room, 0)
	for len(left) < min(room, asideLeast) {
		left = append(left, "")
	}
	right := m.asideLines(asideWidth-2, len(left))
	if right == nil {
		return p, false
	}
	for i, l := range left {
		left[i] = l + strings.Repeat(" ", max(0, n.width()-lipgloss.Width(l))) + "  " + right[i]
	}
	p.aside, p.reading = true, readFirst(append(help, text[1:]...))
	p.add(help...)
	p.add(part{rank: stays, lines: left})
	p.add(m.waitWays()...)
	return p, true
}

// asideLines is the figure over the shape that breathes, in a column of w by h cells.
func (m Model) asideLines(w, h int) []string {
	figure := m.picture(w, h-asideShape)
	if figure.lines == nil {
		return nil
	}
	return append(figure.boxed(w, h-asideShape), m.breathShape(w, asideShape).boxed(w, asideShape)...)
}

// helpDue says, once it has gripped for so long, to ask for help the same day, and
// whom.
func (m Model) helpDue() []part {
	if !m.s.HelpDue(m.at) {
		return nil
	}
	brief := m.text(m.theme.danger, m.s.Library().Phrase("help"))
	help, _ := m.s.Library().Help(content.SameDay)
	full := m.text(m.theme.danger, m.s.Library().Phrase("help")+" "+help.Lines[0].Text)
	return []part{{rank: stays, lines: full, short: brief}}
}

// often is how many times it may cramp again before that is a reason to see someone.
const often = 3

// guidance is what to do while it cramps: get safe first. On a low screen, where
// not all of it can be seen, getting safe makes way after a while.
func (m Model) guidance(w content.Waiting) []part {
	safe := part{lines: m.text(m.theme.bold, w.First(m.s.Facts.Context).Text), detail: true}
	list := w.Lines
	if !m.s.HelpDue(m.at) {
		list = append(slices.Clone(list), w.Ends)
	}
	lines := m.listing(list, m.s.Facts.Leg())
	if m.h < roomy && m.s.SinceOnset(m.at) >= w.Check.Duration() {
		return []part{lines, safe}
	}
	return []part{safe, lines}
}

// breath is the guide: a row that fills while you breathe in and empties while
// you breathe out, a cell a second.
func (m Model) breath(b content.Breath) string {
	in, out := b.In.Duration(), b.Out.Duration()
	at := m.s.SinceOnset(m.at) % (in + out)
	word, full := "breathe in ", int(at/time.Second)+1
	if at >= in {
		word, full = "breathe out", int((in+out-at+time.Second-1)/time.Second)
	}
	most := int(max(in, out) / time.Second)
	if at < in {
		full = full * most / int(in/time.Second)
	}
	return m.theme.plain.Render(word) + "  " + m.theme.accent.Render(strings.Repeat("━", full*2)) +
		m.theme.dim.Render(strings.Repeat("─", max(0, (most-full)*2)))
}

// checkLine asks how it is, and shows the last answer.
func (m Model) checkLine() []string {
	words := []string{"How is it?"}
	if m.asking() {
		words[0] = m.theme.verb.Render("How is it now?")
	}
	for i, b := range []binding{keyEasing, keySame, keyWorse} {
		h := b.Help()
		text := m.theme.key.Render("["+h.Key+"]") + " " + h.Desc
		if []session.Answer{session.Easing, session.Same, session.Worse}[i] == m.s.Answer {
			text = m.theme.verb.Render("["+h.Key+"] "+h.Desc) + " ✓"
		}
		words = append(words, text)
	}
	return wrapKeys(words, m.width(), 4)
}

// asking says that the check came a moment ago and has no answer yet.
func (m Model) asking() bool {
	every := m.s.Waiting().Check.Duration()
	since := m.s.SinceOnset(m.at)
	return m.s.Answer == "" && since >= every && since%every < checkShown
}

// checkShown is how long a check stands out: long enough to be noticed, not to nag.
const checkShown = 10 * time.Second

// watch lists the first n of the main warning signs behind an opening.
func (m Model) watch(w content.Waiting, opening string, n int) []string {
	var signs []string
	for _, x := range w.Watch[:min(n, len(w.Watch))] {
		signs = append(signs, content.Lower(x.Text))
	}
	text := opening + " " + strings.Join(signs, "; ")
	if n < len(w.Watch) {
		text += ", or any sign there"
	}
	return m.text(m.theme.warn, text+".")
}

// offer is the softest stretch: one key from the first frame, loud once the wait
// brought nothing, and then with the reason why not sooner.
func (m Model) offer(w content.Waiting) []part {
	loud := m.s.Offered(m.at) && !m.s.HelpDue(m.at) // then help comes first
	words := "softest stretch, if it stays"
	if loud {
		words = "not easing? the softest stretch"
	}
	parts := []part{{rank: stays, lines: m.action(keyGrip.called(words), loud), tight: true}}
	r := sources
	if loud {
		r = progress
	}
	return append(parts, part{rank: r, lines: m.text(m.theme.dim, w.Early.Text)})
}

// factLine is what we take to be so.
func (m Model) factLine() string {
	f := m.s.Facts
	return strings.Join([]string{m.legWords(), string(f.Stance()), haveWords(f)}, " · ")
}

// without leaves out keys that a screen shows elsewhere.
func without(list []binding, gone ...binding) []binding {
	var out []binding
next:
	for _, b := range list {
		for _, g := range gone {
			if b.Help().Key == g.Help().Key {
				continue next
			}
		}
		out = append(out, b)
	}
	return out
}
