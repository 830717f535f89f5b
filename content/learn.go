package content

import (
	"fmt"
	"strconv"
	"strings"
)

// Topic is a page to read: what a cramp is, what helps, where this comes from.
type Topic struct {
	ID      string    `yaml:"id"`    // as the file's name behind its digit: a word that can be typed
	Title   string    `yaml:"title"` // at most 28 cells
	Parts   []Passage `yaml:"parts"` // 1 to 12, in the order in which they are read
	Article []int     `yaml:"article,omitempty"`
}

// Passage is a part of a topic: lines of its own, or what stands in another file. What
// is said elsewhere is drawn from there, so that it can't be said in two ways.
type Passage struct {
	// Title stands over it, at most 40 cells. Without one it has the title of the file
	// it is drawn from; where that has none, it goes on under the title before it.
	Title string `yaml:"title,omitempty"`
	Lines []Line `yaml:"lines,omitempty"` // 1 to 8
	// From is that file, with its folder and without its ending: causes/sleep. Of a
	// bibliography, sources, it is the whole of it.
	From string `yaml:"from,omitempty"`
}

// Section is a part of a topic as it is read.
type Section struct {
	Title string // "" = it goes on under the title before it
	Lines []Line
	All   bool // the whole bibliography stands here
}

// Topic is the topic with that id.
func (l *Library) Topic(id string) (Topic, bool) {
	return find(l.Topics, func(t *Topic) bool { return t.ID == id })
}

// Sections are the parts of a topic, with what they draw from other files.
func (l *Library) Sections(t Topic) []Section {
	var list []Section
	for _, p := range t.Parts {
		if p.From == "" {
			list = append(list, Section{Title: p.Title, Lines: p.Lines})
			continue
		}
		drawn, _ := l.drawn(p.From)
		if p.Title != "" && len(drawn) > 0 {
			drawn[0].Title = p.Title
		}
		list = append(list, drawn...)
	}
	if len(list) > 0 && list[0].Title == t.Title {
		list[0].Title = "" // it stands over the page
	}
	return list
}

// drawn is what a file has to be read; ok is false where there is no such file, or
// nothing in it to read.
func (l *Library) drawn(from string) (list []Section, ok bool) {
	folder, name, _ := strings.Cut(from, "/")
	if name == "unknown" {
		name = "" // what suits every context
	}
	switch folder {
	case "sources":
		return []Section{{All: true}}, from == folder
	case "advice":
		x, ok := l.Advice(name)
		return []Section{{Title: x.Title, Lines: x.Lines}}, ok
	case "causes":
		x := l.Cause(Context(name))
		return []Section{{Lines: x.Lines}}, string(x.Context) == name
	case "drinks":
		x := l.Drink(Context(name))
		return []Section{{Lines: x.Lines}}, string(x.Context) == name
	case "waiting":
		x, ok := l.Waiting(Muscle(name))
		return []Section{{Lines: []Line{x.Ends}}}, ok
	case "routines":
		x, ok := l.Routine(name)
		return []Section{{Title: x.Name, Lines: append([]Line{x.For}, x.Notes...)}}, ok
	case "packs":
		x, ok := find(l.Packs, func(p *Pack) bool { return p.ID == name })
		return x.sections(), ok
	}
	return l.urgent(folder, name)
}

// urgent is what a file of warning signs or of help has to be read. Their names begin
// with a number.
func (l *Library) urgent(folder, name string) (list []Section, ok bool) {
	number, id, _ := strings.Cut(name, "-")
	switch folder {
	case "warnings":
		x, ok := l.Warning(id)
		return []Section{{Lines: []Line{{Text: x.Sign, Ground: x.Ground}}}}, ok
	case "help":
		x, ok := find(l.Helps, func(h *Help) bool { return strconv.Itoa(int(h.Tier)) == number })
		signs := Section{Title: "Signs for that"}
		for _, w := range l.WarningsOf(x.Tier) {
			signs.Lines = append(signs.Lines, Line{Text: w.Sign, Ground: w.Ground})
		}
		return []Section{{Title: x.Title, Lines: x.Lines}, signs}, ok
	}
	return nil, false
}

// sections are a pack to be read: what it is for, how, for how long, and for whom not.
func (p Pack) sections() []Section {
	how := append([]Line{p.When}, p.How...)
	return []Section{
		{Title: p.Name, Lines: append(how, p.times()...)},
		{Title: "No " + Lower(p.Name) + " with", Lines: p.Not},
	}
}

// times says how long a pack stays on, and when it may come again, from the numbers that
// drive its clock, each with what it rests on.
func (p Pack) times() []Line {
	list := []Line{{Text: fmt.Sprintf("Keep it up for %s at most.", spanWords(p.For.Seconds)), Ground: p.For.Ground}}
	if p.Cap.Seconds > p.For.Seconds {
		list[0].Text = fmt.Sprintf("Keep it up for %s.", spanWords(p.For.Seconds))
		list = append(list, Line{Text: fmt.Sprintf("Never over %s.", spanWords(p.Cap.Seconds)), Ground: p.Cap.Ground})
	}
	return append(list, Line{Text: fmt.Sprintf("Then leave it for %s at least.", spanWords(p.Again.Seconds)), Ground: p.Again.Ground})
}

// spanWords is a length of time in whole minutes or hours.
func spanWords(seconds int) string {
	n, unit := seconds/60, "minute"
	if n%60 == 0 && n > 0 {
		n, unit = n/60, "hour"
	}
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// Number is the number of a source in the bibliography, from 1; 0 = it isn't there.
func (l *Library) Number(id string) int {
	for i, s := range l.Sources {
		if s.ID == id {
			return i + 1
		}
	}
	return 0
}

// Marked is a line with the number of its source behind it; a choice of our own has none.
func (l *Library) Marked(x Line) string {
	if n := l.Number(x.Source); n > 0 {
		return fmt.Sprintf("%s [%d]", x.Text, n)
	}
	return x.Text
}

// Used are the sources that a topic's lines name, in the order of their numbers; none
// where all of them are listed there anyway.
func (l *Library) Used(t Topic) []Source {
	named := map[string]bool{}
	for _, s := range l.Sections(t) {
		if s.All {
			return nil
		}
		for _, x := range s.Lines {
			named[x.Source] = true
		}
	}
	var list []Source
	for _, s := range l.Sources {
		if named[s.ID] {
			list = append(list, s)
		}
	}
	return list
}

// Cited is a source as it is cited: who published what, when, where it is to be found,
// and how it was read where that wasn't the publisher's own page.
func (s Source) Cited() string {
	words := s.Publisher + ". " + s.Title + "."
	if s.Year > 0 {
		words += fmt.Sprintf(" %d.", s.Year)
	}
	if s.Where != "" {
		words += " " + s.Where
	}
	switch s.Read {
	case "copy":
		words += " (read as a copy)"
	case "news":
		words += " (read as a news report)"
	}
	return words
}
