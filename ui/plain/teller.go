package plain

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Teller tells what changed, a line a change, and no line twice in a row. The zero Teller
// needs a way Out.
type Teller struct {
	Out  func(line string) // takes a line without its end; it must return at once
	last string            // the line that was told last
	page Page              // the page that was told last
	keys map[string]string // what each key was told to do, when it was told last

	under Page            // the page that something lies over
	above map[string]Page // what lay over it since it was told, by ID
}

// Say tells a text, unless it was the last thing told.
func (t *Teller) Say(text string) {
	for _, line := range Split(Clean(text)) {
		if line != t.last {
			t.put(line)
		}
	}
}

// Answer tells a text that somebody waits for: again, where it was the last thing told,
// but not in the same words.
func (t *Teller) Answer(text string) {
	lines := Split(Clean(text))
	if len(lines) == 1 && lines[0] == t.last {
		t.put("As before: " + lowered(lines[0]))
		return
	}
	for _, line := range lines {
		if line != t.last {
			t.put(line)
		}
	}
}

// put hands a line out.
func (t *Teller) put(line string) {
	t.last = line
	if t.Out != nil {
		t.Out(line)
	}
}

// lowered begins with a small letter, unless the first word is all in capitals.
func lowered(line string) string {
	r, n := utf8.DecodeRuneInString(line)
	if next, _ := utf8.DecodeRuneInString(line[n:]); unicode.IsUpper(next) {
		return line
	}
	return string(unicode.ToLower(r)) + line[n:]
}

// Begin tells what comes first on a page, where it is another page than before: what
// else is said at the same instant follows it.
func (t *Teller) Begin(p Page) {
	if p.ID == t.page.ID || t.returns(p) {
		return
	}
	for _, line := range p.First {
		t.Say(line)
	}
}

// Show tells a page: all of it where it is another than before, else what is new in it.
// said is whether something was said at the same instant: then nobody needs to hear the
// title of where they are.
func (t *Teller) Show(p Page, said bool) {
	back := t.returns(p)
	switch {
	case back:
		t.page = t.under
	case p.Over && !t.page.Over:
		t.under, t.above = t.page, map[string]Page{}
	}
	was := t.page
	t.page = p
	if p.ID == was.ID {
		if back && !said {
			t.Say(p.Title)
		}
		t.changes(was, p)
		return
	}
	if p.Over || !said {
		t.Say(p.Title)
	}
	if before, again := t.above[p.ID]; p.Over && again { // one key back: nobody wants all of it again
		t.changes(before, p)
		t.tellKeys(p)
		return
	}
	if p.Over && t.above != nil {
		t.above[p.ID] = p
	}
	for _, line := range p.Lines {
		t.Say(line)
	}
	t.tellKeys(p)
	for _, line := range p.More {
		t.Say(line)
	}
	t.Say(p.Shown)
}

// returns says that what lay over a page is gone, and the page is the one of before.
func (t *Teller) returns(p Page) bool { return t.page.Over && !p.Over && p.ID == t.under.ID }

// tellKeys tells the keys of a page that are new, or mean something else than when they
// were told last. What lies over a page tells all of its own, which are few.
func (t *Teller) tellKeys(p Page) {
	if t.keys == nil {
		t.keys = map[string]string{}
	}
	var fresh []Key
	for _, k := range p.Keys {
		if p.Over {
			fresh = append(fresh, k)
			continue
		}
		if t.keys[k.Name] != k.Words {
			t.keys[k.Name] = k.Words
			fresh = append(fresh, k)
		}
	}
	for _, line := range keyLines(fresh) {
		t.Say(line)
	}
}

// changes tells the lines of a page that it did not have before. Keys that come and go
// with the moment are not news: the list of all keys has them. Nor is a picture, which
// does what the lines say.
func (t *Teller) changes(was, is Page) {
	before := slices.Concat(was.First, was.Lines, was.More)
	for _, line := range slices.Concat(is.First, is.Lines, is.More) {
		if !slices.Contains(before, line) {
			t.Say(line)
		}
	}
}

// Told says that the page that was told last has this ID.
func (t *Teller) Told(id string) bool { return t.page.ID == id }
