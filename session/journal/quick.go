package journal

import (
	"bytes"

	"uncramp/content"
	"uncramp/session"
)

// Ten thousand records through encoding/json alone take longer than somebody should wait
// for a table. So a line in the form in which Append writes it, which is nearly every line
// there is, is read by hand; whatever else a line may be is for encoding/json to say.

// words are the words met so far, so that a word that comes in every record is kept once.
type words map[string]string

// maxWords is how many are remembered: far more than there are exercises.
const maxWords = 2000

// word is the text of some bytes.
func (w words) word(text []byte) string {
	if known, is := w[string(text)]; is {
		return known
	}
	s := string(text)
	if w != nil && len(w) < maxWords {
		w[s] = s
	}
	return s
}

// quick reads a line as Append writes it. ok is false for any other line; it may be right
// all the same.
func (w words) quick(text []byte) (l line, ok bool) {
	c := cursor{text: text, words: w}
	c.object(func(key []byte) { c.field(&l, key) })
	return l, !c.lost && len(c.text) == 0
}

// field reads the value of a field of a line.
func (c *cursor) field(l *line, key []byte) {
	switch string(key) {
	case "v":
		l.V = c.number()
	case "id":
		l.ID = string(c.plain())
	case "at":
		if quoted, found := c.quoted(); found && l.At.UnmarshalJSON(quoted) != nil {
			c.lost = true
		}
	case "muscle":
		l.Muscle = content.Muscle(c.word())
	case "side":
		l.Side = session.Side(c.word())
	case "position":
		l.Position = content.Position(c.word())
	case "context":
		l.Context = content.Context(c.word())
	case "routine":
		l.Routine = c.word()
	case "outcome":
		l.Outcome = session.Outcome(c.word())
	case "took":
		l.Took = c.number()
	case "eased":
		list(c, &l.Eased, c.number)
	default:
		c.later(l, key)
	}
}

// later reads the value of a field of a line, of those that come later in it.
func (c *cursor) later(l *line, key []byte) {
	switch string(key) {
	case "gripping":
		l.Gripping = c.yes()
	case "again":
		l.Again = c.number()
	case "softer":
		l.Softer = c.number()
	case "done":
		list(c, &l.Done, c.worked)
	case "skipped":
		list(c, &l.Skipped, c.worked)
	case "left_out":
		list(c, &l.LeftOut, c.worked)
	case "broke_off":
		list(c, &l.BrokeOff, c.worked)
	case "not_begun":
		list(c, &l.NotBegun, c.worked)
	case "packs":
		list(c, &l.Packs, c.applied)
	case "sign":
		l.Sign = content.Tier(c.number())
	case "help":
		l.Help = c.yes()
	case "sore":
		sore := c.number()
		l.Sore = &sore
	case "preview":
		l.Preview = c.yes()
	case "look":
		l.Look = c.yes()
	case "replaced":
		l.Replaced = c.yes()
	default:
		c.lost = true // a field of a newer program
	}
}

func (c *cursor) worked() (w session.Worked) {
	c.object(func(key []byte) {
		switch string(key) {
		case "item":
			w.Item = c.word()
		case "side":
			w.Side = session.Side(c.word())
		case "reps":
			w.Reps = c.number()
		default:
			c.lost = true
		}
	})
	return w
}

func (c *cursor) applied() (a session.Applied) {
	c.object(func(key []byte) {
		switch string(key) {
		case "kind":
			a.Kind = content.Thing(c.word())
		case "for":
			a.For = c.number()
		default:
			c.lost = true
		}
	})
	return a
}

// cursor reads JSON without spaces, from the front. Once it's lost it stays lost, and
// what it reads means nothing.
type cursor struct {
	text  []byte // what is left
	lost  bool
	words words
}

// is goes past a character, if it's the next one.
func (c *cursor) is(b byte) bool {
	if c.lost || len(c.text) == 0 || c.text[0] != b {
		return false
	}
	c.text = c.text[1:]
	return true
}

// must goes past a character that has to come next.
func (c *cursor) must(b byte) { c.lost = !c.is(b) }

// object reads an object, calling field to read the value of each of its keys.
func (c *cursor) object(field func(key []byte)) {
	c.must('{')
	for !c.lost {
		key := c.plain()
		c.must(':')
		if !c.lost {
			field(key)
		}
		if !c.is(',') {
			c.must('}')
			return
		}
	}
}

// list reads a list that isn't empty, by reading one thing after the other. Of two lists
// of one name encoding/json makes a mixture: that is left to it.
func list[T any](c *cursor, to *[]T, one func() T) {
	c.lost = c.lost || *to != nil
	c.must('[')
	for !c.lost {
		*to = append(*to, one())
		if !c.is(',') {
			c.must(']')
			return
		}
	}
}

// quoted reads a string without escapes, with its quotes.
func (c *cursor) quoted() (text []byte, found bool) {
	if c.lost || len(c.text) == 0 || c.text[0] != '"' {
		c.lost = true
		return nil, false
	}
	for i, b := range c.text[1:] {
		switch {
		case b == '"':
			text, c.text = c.text[:i+2], c.text[i+2:]
			return text, true
		case b == '\\' || b < ' ' || b > '~':
			c.lost = true
			return nil, false
		}
	}
	c.lost = true
	return nil, false
}

// plain reads a string without escapes.
func (c *cursor) plain() []byte {
	text, found := c.quoted()
	if !found {
		return nil
	}
	return text[1 : len(text)-1]
}

// word reads a string of those that come again and again.
func (c *cursor) word() string { return c.words.word(c.plain()) }

// number reads a whole number of up to nine digits.
func (c *cursor) number() int {
	n, digits := 0, 0
	for digits < len(c.text) && c.text[digits] >= '0' && c.text[digits] <= '9' {
		n = n*10 + int(c.text[digits]-'0')
		if digits++; digits > 9 {
			break
		}
	}
	if digits == 0 || digits > 9 || digits > 1 && c.text[0] == '0' {
		c.lost = true
		return 0
	}
	c.text = c.text[digits:]
	return n
}

// yes reads true: what is false is left out of a record.
func (c *cursor) yes() bool {
	rest, is := bytes.CutPrefix(c.text, []byte("true"))
	c.text, c.lost = rest, c.lost || !is
	return is
}
