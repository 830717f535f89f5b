package content

import (
	"fmt"
	"strings"
)

// checkTopic holds a topic to its form; that what it draws is there is seen to later.
// Its file is named by a digit, which is its key, a hyphen and the id.
func checkTopic(d *doc, t Topic) *Error {
	c := &check{doc: d}
	digit, id, _ := strings.Cut(base(d.file), "-")
	c.that(len(digit) == 1 && digit >= "1" && digit <= "9", "id", fmt.Sprintf("%q", base(d.file)), "a file name of a digit from 1 to 9, a hyphen and the id")
	c.name("id", t.ID, id)
	c.cells("title", t.Title, 28)
	c.count("parts", len(t.Parts), 1, 12)
	for i, p := range t.Parts {
		path := fmt.Sprintf("parts.%d", i)
		c.that((p.From == "") != (len(p.Lines) == 0), path, "lines and a file to draw from, or neither", "one of the two")
		c.cells(path+".title", p.Title, 40)
		if len(p.Lines) > 0 {
			c.lines(path+".lines", p.Lines, 1, 8)
		}
	}
	c.article(t.Article)
	return c.err
}

// topics holds every topic to what it draws from other files, and each to a key and a
// title of its own.
func (l *loader) topics() *Error {
	for i, t := range l.lib.Topics {
		c := &check{doc: l.topic(t.ID)}
		for _, before := range l.lib.Topics[:i] {
			c.that(before.Title != t.Title, "title", "a second topic with this title", "a title of its own")
			c.that(base(l.topic(before.ID).file)[0] != base(c.doc.file)[0], "id", "a second topic with this digit", "a digit of its own")
		}
		for j, p := range t.Parts {
			drawn, ok := l.lib.drawn(p.From)
			path := fmt.Sprintf("parts.%d", j)
			c.that(p.From == "" || ok, path+".from", fmt.Sprintf("%q, which has nothing to be read", p.From), oneOf(p.From, l.readable()))
			untitled := p.Title == "" && (len(drawn) == 0 || drawn[0].Title == "" && !drawn[0].All)
			c.that(j > 0 || !untitled || len(p.Lines) > 0, path, "a part without a title at the top", "a title")
		}
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// topic is the file of a topic.
func (l *loader) topic(id string) *doc {
	for file, d := range l.docs {
		if _, name, _ := strings.Cut(base(file), "-"); strings.HasPrefix(file, "learn/") && name == id {
			return d
		}
	}
	return nil
}

// readable lists the files that a topic can be drawn from.
func (l *loader) readable() []string {
	list := []string{"sources"}
	for file := range l.docs {
		name := strings.TrimSuffix(file, ".yaml")
		if _, ok := l.lib.drawn(name); ok {
			list = append(list, name)
		}
	}
	return sorted(list)
}
