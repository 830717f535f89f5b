package ui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// down is a time left as m:ss; a second that has begun counts whole.
func down(d time.Duration) string { return up(d + time.Second - 1) }

// up is a time gone as m:ss, or h:mm:ss from an hour on, in whole seconds.
func up(d time.Duration) string {
	s := int(max(0, d) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// pausedWords says that the clock stands, or which doesn't, and since when.
func (m Model) pausedWords() string {
	lib := m.s.Library()
	switch {
	case m.s.Gone >= time.Second:
		return strings.ReplaceAll(lib.Phrase("away"), "{time}", up(m.s.Gone))
	case m.s.Standby:
		return lib.Phrase("standby")
	case m.s.Head().Kind == session.WaitBlock || m.s.Pack.Kind != "":
		return lib.Phrase("paused-real")
	}
	return lib.Phrase("paused")
}

// status is what is true whatever the screen shows: a warning sign that was named,
// a pack on the skin.
func (m Model) status() []part {
	var parts []part
	if m.s.Ease.Signed() && m.s.Mode != session.Ended {
		parts = append(parts, part{rank: stays, lines: m.text(m.theme.danger, m.s.Library().Phrase("named"))})
	}
	k := m.s.Pack.Kind
	switch {
	case k == "":
	case m.s.Pack.Asking:
		lines := m.text(m.theme.warn, m.s.Library().Phrase("skin"))
		if m.over != noOverlay {
			return append(parts, part{rank: stays, lines: lines}) // its keys are the overlay's now
		}
		lines = append(lines, flow([]string{m.action(keySkinOK, true)[0], m.action(keyOff, false)[0]}, m.width())...)
		parts = append(parts, part{rank: stays, lines: lines, short: m.text(m.theme.warn, m.s.Library().Phrase("skin"))})
	case m.s.Head().Kind != session.PackBlock:
		text := fmt.Sprintf("%s on your skin: %s left", content.Titled(string(k)), down(m.s.PackLeft(m.at)))
		parts = append(parts, part{rank: stays, lines: m.text(m.theme.warn, text)})
	}
	return parts
}

// inOne joins sentences of the content to one, behind an opening.
func inOne(opening string, lines []content.Line) string {
	var words []string
	for _, l := range lines {
		words = append(words, content.Lower(l.Text))
	}
	return opening + " " + strings.Join(words, "; ") + "."
}

// verb is the one word for now.
func (m Model) verb() string {
	if m.s.Mode == session.Ended {
		return "DONE"
	}
	if m.s.Standby {
		return "READY?"
	}
	if m.s.Mode == session.Paused {
		return "PAUSED"
	}
	b := m.s.Head()
	switch b.Kind {
	case session.WaitBlock:
		return "BREATHE"
	case session.ConfirmBlock, session.AskBlock:
		return "CHOOSE"
	case session.DrinkBlock:
		return "DRINK"
	case session.PackBlock:
		if m.s.Pack.Asking {
			return "LOOK"
		}
		return strings.ToUpper(b.Item)
	}
	return m.phaseVerb(m.s.Phase())
}

// phaseVerb is the one word for a phase of the exercise that runs.
func (m Model) phaseVerb(ph session.Phase) string {
	it, ok := m.s.Item()
	if v, general := session.Verbs[ph.Kind]; general && (!ok || ph.Kind != session.Rise) {
		return v
	}
	return it.Verb
}

// number is the number for now: what is left, or what has gone where nothing ends by
// itself.
func (m Model) number() string {
	switch b, p := m.s.Head(), m.s.Phase(); {
	case m.s.Mode == session.Ended:
		return ""
	case m.s.Gripping && b.Kind == session.WaitBlock:
		return up(m.s.SinceOnset(m.at))
	case b.Kind == session.ConfirmBlock || b.Kind == session.AskBlock:
		return ""
	case b.Kind == session.PackBlock && m.s.Pack.Kind == "":
		return ""
	case p.Kind == session.Open:
		return up(m.s.Elapsed(m.at))
	}
	return down(m.s.Left(m.at))
}

// tiny is all that fits on a very small screen: verb and number, or what an
// overlay is about.
func (m Model) tiny() string {
	text := m.verb() + " " + m.number()
	switch {
	case m.s.Outcome == session.Warned || m.over == emergencyOverlay:
		text = "CALL " + m.opts.Emergency
	case m.over == signsOverlay:
		text = "SIGNS 1 2 3"
	case m.over == leaveOverlay:
		text = "LEAVE? enter"
	case m.over == offOverlay:
		text = "PACK OFF"
	case m.s.Pack.Asking:
		text = "SKIN? enter"
	case m.over != noOverlay:
		text = "esc"
	}
	return crop([]string{strings.TrimSpace(text)}, m.w, m.h)
}

// now is the line with the verb and the number. Where something is about to change
// the whole line is inverted.
func (m Model) now(more string) part {
	text := m.verb()
	n := m.number()
	if m.alert() {
		line := strings.TrimSpace(text + "  " + n)
		return part{rank: stays, lines: []string{m.theme.alert.Render(line + strings.Repeat(" ", max(0, m.wide()-lipgloss.Width(line))))}}
	}
	line := m.theme.verb.Render(text)
	if n != "" {
		line += "  " + m.theme.bold.Render(n)
	}
	if more != "" && lipgloss.Width(line)+2+lipgloss.Width(more) <= m.width() {
		line += "  " + m.theme.dim.Render(more)
	}
	return part{rank: stays, lines: []string{line}}
}

// headed gives a page its head: what is being done, and the verb and the number with
// what they are of. Over a hero both stand in one line.
func (m Model) headed(p page, name, more string, x hero) page {
	line := m.now(more)
	p.brief = []part{line}
	p.head = []part{line}
	x.verb, x.number, x.alert = m.verb(), m.number(), m.alert()
	p.hero = func(w, h int) []string { return m.draw(x, w, h) }
	if name == "" {
		return p
	}
	title := part{rank: title, lines: m.text(m.theme.bold, name)}
	p.head = []part{title, line}
	right := m.theme.bold.Render(strings.TrimSpace(x.verb + " " + x.number))
	if more != "" {
		right += m.theme.dim.Render(" · " + more)
	}
	gap := m.wide() - lipgloss.Width(name) - lipgloss.Width(right)
	if x.alert && gap >= 2 {
		p.brief = []part{{rank: stays, lines: []string{m.theme.alert.Render(name + strings.Repeat(" ", gap) + ansi.Strip(right))}}}
		return p
	}
	if gap < 2 {
		p.brief = []part{title, {rank: stays, lines: line.lines, tight: true}}
		if !m.s.Pack.Asking {
			p.reading = line.lines // what changes, not what it is of
		}
		return p
	}
	p.brief = []part{{rank: stays, lines: []string{m.theme.bold.Render(name) + strings.Repeat(" ", gap) + right}}}
	return p
}

// bar is a line that fills: full from 0 to 1, in two shapes. No number stands on it:
// what changes every second would have the rest of the line drawn anew.
func (m Model) bar(label string, full float64) string {
	width := m.wide() - lipgloss.Width(label) - 1
	if width < 4 {
		return label
	}
	n := min(width, max(0, int(full*float64(width)+0.5)))
	return m.theme.dim.Render(label) + " " + m.theme.accent.Render(strings.Repeat("━", n)) +
		m.theme.dim.Render(strings.Repeat("─", width-n))
}

// mostDots is how many repetitions are shown one by one.
const mostDots = 20

// dots shows repetitions: a full dot is done or running, a ring is ahead.
func (m Model) dots(at, of int) string {
	if of > mostDots || of < 1 {
		return ""
	}
	at = min(at, of)
	return m.theme.accent.Render(strings.Repeat("● ", at)) + m.theme.dim.Render(strings.TrimSpace(strings.Repeat("○ ", of-at)))
}

// hints writes keys with their words. What the session would refuse now is left
// out: pressed all the same, it says why.
func (m Model) hints(list []binding) []string {
	var out []string
	for _, b := range list {
		if m.refuses(b) || b.early && !m.beforePlan() {
			continue
		}
		h := b.Help()
		out = append(out, m.theme.key.Render(h.Key)+" "+m.theme.dim.Render(h.Desc))
	}
	return out
}

// action writes a key as a line of its own, for what matters most on a screen.
func (m Model) action(b binding, loud bool) []string {
	h := b.Help()
	style := m.theme.plain
	if loud {
		style = m.theme.verb
	}
	return paint(style, bullet("["+h.Key+"] ", h.Desc, m.width()))
}

// listing is instructions, one under the other.
func (m Model) listing(list []content.Line, side session.Side) part {
	var lines []string
	for _, l := range list {
		lines = append(lines, bullet(m.theme.dim.Render("· "), session.Sided(l.Text, side), m.width())...)
	}
	return part{lines: lines, detail: true}
}
