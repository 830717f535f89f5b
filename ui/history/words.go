package history

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// names are the names of what records name by id. What the content doesn't know is
// shown as it is written, made inert: a newer program may know it.
type names struct {
	lib   *content.Library
	ascii bool
}

// scripts are the letters that every terminal draws in the same cells and in the
// order in which they are written.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana}

// sure says that a rune is drawn as itself, in a width that is known. What drives a
// terminal, turns a line round, joins with its neighbour or can't be seen is not.
func (n names) sure(r rune) bool {
	switch {
	case r < ' ' || r == 0x7f:
		return false
	case r < 0x7f:
		return true
	case n.ascii:
		return false
	case r >= 0xac00 && r <= 0xd7a3: // Hangul in whole syllables; its parts would join
		return true
	}
	return unicode.IsLetter(r) && unicode.In(r, scripts...)
}

// inert is a text that does nothing but stand there, in at most so many cells.
func (n names) inert(text string, most int) string {
	if len(text) > 8*most { // a rune has at most 4 bytes: nothing that fits is cut here
		text = text[:8*most]
	}
	text = strings.Map(func(r rune) rune {
		if !n.sure(r) {
			return '?'
		}
		return r
	}, text)
	text = strings.TrimSpace(text)
	tail := "…"
	if n.ascii {
		tail = "~"
	}
	return cmp.Or(ansi.Truncate(text, most, tail), "?")
}

// muscle is a muscle's name; both that of it in both legs.
func (n names) muscle(m content.Muscle, both bool) string {
	w, ok := n.lib.Waiting(m)
	switch {
	case !ok && both:
		return "both " + n.inert(string(m), 16)
	case !ok:
		return n.inert(string(m), 16)
	case both:
		return w.Both
	}
	return w.Name
}

// unsaid says that nobody told which leg it was.
const unsaid = "leg not said"

// leg is a muscle's name with its leg, to stand alone.
func (n names) leg(x leg) string {
	switch x.side {
	case session.Both:
		return n.muscle(x.muscle, true)
	case "":
		return n.muscle(x.muscle, false) + ", " + unsaid
	case session.Left, session.Right:
		return string(x.side) + " " + n.muscle(x.muscle, false)
	}
	return n.inert(string(x.side), 8) + " " + n.muscle(x.muscle, false)
}

// listed is the same to stand between commas.
func (n names) listed(x leg) string {
	if x.side == "" {
		return n.muscle(x.muscle, false) + " (" + unsaid + ")"
	}
	return n.leg(x)
}

// sign is how soon help was advised, in a word.
func (n names) sign(t content.Tier) string {
	switch t {
	case content.Emergency:
		return "emergency"
	case content.SameDay:
		return "today"
	case content.Soon:
		return "soon"
	}
	if t > 0 {
		return "?"
	}
	return ""
}

// Session names a session in one line of plain text: 23 Nov, 06:32, left calf. The year
// is told where now is in another one.
func Session(lib *content.Library, r session.Record, now time.Time, ascii bool) string {
	p := page{o: Options{Now: now}, names: names{lib, ascii}}
	return p.day(r) + ", " + r.At.Format("15:04") + ", " + p.where(r)
}

// doing is what somebody was doing, in the words of the screen.
func (n names) doing(c content.Context) string {
	switch c {
	case content.Exercise:
		return "during exercise"
	case content.Long:
		return "long or hot exercise"
	case content.Desk:
		return "after sitting"
	case content.Sleep:
		return "in bed"
	case "":
		return "not said"
	}
	return n.inert(string(c), 20)
}

// item is an exercise's name, to stand in a list.
func (n names) item(id string) string {
	if it, ok := n.lib.Item(id); ok {
		return content.Lower(it.Name)
	}
	return n.inert(id, 28)
}

// routine is a routine's name.
func (n names) routine(id string) string {
	if r, ok := n.lib.Routine(id); ok {
		return content.Lower(r.Name)
	}
	return n.inert(id, 16)
}

// source names a publication, to stand behind what it says.
func (n names) source(id string) string {
	s, ok := n.lib.Source(id)
	if !ok {
		return n.inert(id, 28)
	}
	return s.Publisher + ", " + s.Title
}

// date is a day with its year.
func date(t time.Time) string { return t.Format("2 Jan 2006") }

// span is a length of time in seconds: m:ss, from an hour on in hours and minutes.
func span(seconds int) string {
	const hour, most = 3600, 99
	switch h := seconds / hour; {
	case h > most:
		return fmt.Sprintf("over %d h", most)
	case h > 0:
		return fmt.Sprintf("%d h %02d", h, seconds%hour/60)
	}
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

// count is a number of things: one, or more of them.
func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// times is how often something was.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// joined is a list in a sentence: a, b and c.
func joined(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
