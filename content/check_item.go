package content

import (
	"fmt"
	"strconv"
	"strings"
)

// checkItem holds an exercise to the bounds that its fields' comments state.
func checkItem(d *doc, it Item) *Error {
	c := &check{doc: d}
	c.name("id", it.ID, base(d.file))
	c.item(it)
	return c.err
}

// item holds what is said of an exercise to its bounds, but for its id.
func (c *check) item(it Item) {
	c.called(it.Name)
	c.that(it.Step != Wait, "step", strconv.Quote(string(it.Step)), "stretch or soothe")
	verb := len(it.Verb) <= 9 && strings.Trim(it.Verb, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	c.that(verb, "verb", strconv.Quote(it.Verb), "one upper-case word of at most 9 letters, A to Z")
	distinct(c, "muscles", it.Muscles)
	distinct(c, "positions", it.Positions)
	distinct(c, "at_hand", it.AtHand)
	for i, t := range it.AtHand {
		c.that(t != Heat && t != Cold, fmt.Sprintf("at_hand.%d", i), strconv.Quote(string(t)), "a thing to exercise with")
	}
	c.number("pull", it.Pull, 1, 3)
	c.lines("how", it.How, 3, 5)
	c.say(it.Say, it.EachSide)
	c.lines("stop_if", it.StopIf, 0, 4)
	c.count("notes", len(it.Notes), 0, 4)
	for i, n := range it.Notes {
		c.cells(fmt.Sprintf("notes.%d.text", i), n.Text, maxSentence)
	}
	c.sides(it)
	c.count("not_for", len(it.NotFor), 0, len(Cares()))
	for i, x := range it.NotFor {
		c.cells(fmt.Sprintf("not_for.%d.why", i), x.Why, maxSentence)
	}
	c.count("not_in", len(it.NotIn), 0, len(Contexts()))
	for i, x := range it.NotIn {
		c.cells(fmt.Sprintf("not_in.%d.why", i), x.Why, maxSentence)
	}
	distinct(c, "sources", it.Sources)
	c.article(it.Article)
	c.dose(it)
}

// sides refuses words for one side where both legs work at once.
func (c *check) sides(it Item) {
	for i, l := range it.How {
		one := strings.Contains(l.Text, "{side}") || strings.Contains(l.Text, "{other}")
		c.that(it.EachSide || !one, fmt.Sprintf("how.%d.text", i), "a side where both legs work at once", "no {side} or {other}, or each_side: true")
	}
	c.that(it.EachSide || it.Dose.Other.Count == 0, "dose.other", "another side where both legs work at once", "no such field, or each_side: true")
}

// span is the bounds of one part of a dose. Zero bounds: the part has no place
// in this kind of exercise.
type span struct{ low, high int }

// part is one part of a dose with its bounds by kind.
type part struct {
	name string
	unit string
	of   func(Dose) int
	by   map[Kind]span
}

// parts is the whole table of the bounds in Dose's comments.
var parts = []part{
	{"rise", "seconds", func(d Dose) int { return d.Rise.Seconds }, map[Kind]span{Paced: {1, 10}}},
	{"hold", "seconds", func(d Dose) int { return d.Hold.Seconds }, map[Kind]span{Held: {5, 60}, Paced: {0, 10}}},
	{"lower", "seconds", func(d Dose) int { return d.Lower.Seconds }, map[Kind]span{Paced: {1, 10}}},
	{"rest", "seconds", func(d Dose) int { return d.Rest.Seconds }, map[Kind]span{Held: {1, 30}, Paced: {1, 30}}},
	{"reps", "count", func(d Dose) int { return d.Reps.Count }, map[Kind]span{Held: {1, 20}, Paced: {1, 20}}},
	{"longer", "count", func(d Dose) int { return d.Longer.Count }, map[Kind]span{Paced: {0, 20}}},
	{"other", "count", func(d Dose) int { return d.Other.Count }, map[Kind]span{Held: {0, 20}, Paced: {0, 20}}},
	{"for", "seconds", func(d Dose) int { return d.For.Seconds }, map[Kind]span{Timed: {5, 120}, Open: {30, 120}}},
	{"cap", "seconds", func(d Dose) int { return d.Cap.Seconds }, map[Kind]span{Timed: {0, 180}, Open: {30, 180}}},
	{"least", "seconds", func(d Dose) int { return d.Least.Seconds }, map[Kind]span{Open: {0, 120}}},
}

// dose holds every part to its bounds, and the parts to each other.
func (c *check) dose(it Item) {
	c.wholeDose(it)
	for _, p := range parts {
		n, path := p.of(it.Dose), "dose."+p.name
		s, used := c.span(p.name, p.by, it.Kind)
		given := c.has(path)
		switch {
		case !used:
			c.that(!given, path, strconv.Quote(p.name)+" in "+a(it.Kind)+" exercise", "no such field")
		case given:
			c.number(path+"."+p.unit, n, s.low, s.high)
		}
	}
	d := it.Dose
	c.that(d.Longer.Count == 0 || d.Longer.Count > d.Reps.Count, "dose.longer.count", strconv.Itoa(d.Longer.Count), "more than reps")
	c.that(d.Other.Count <= d.Reps.Count, "dose.other.count", strconv.Itoa(d.Other.Count), "no more than on the side that cramped")
	c.that(d.Least.Seconds == 0 || 30 <= d.Least.Seconds && d.Least.Seconds <= d.For.Seconds, "dose.least.seconds", strconv.Itoa(d.Least.Seconds), "30 at least, and no longer than for")
	c.that(d.Cap.Seconds == 0 || d.Cap.Seconds >= d.For.Seconds, "dose.cap.seconds", strconv.Itoa(d.Cap.Seconds), "at least as long as for")
}

// wholeDose names the parts that a dose lacks, all at once: they have one place.
func (c *check) wholeDose(it Item) {
	var names, bounds []string
	for _, p := range parts {
		s, used := c.span(p.name, p.by, it.Kind)
		if !used || s.low == 0 || c.has("dose."+p.name) {
			continue
		}
		names = append(names, strconv.Quote(p.name))
		bound := fmt.Sprintf("%d to %d", s.low, s.high)
		if means := openParts[p.name]; it.Kind == Open && means != "" {
			bound += " seconds, " + means
		}
		bounds = append(bounds, bound)
	}
	switch len(names) {
	case 0:
	case 1:
		c.that(false, "dose", fmt.Sprintf("missing field %s of %s exercise", names[0], a(it.Kind)), bounds[0])
	default:
		for i, name := range names {
			bounds[i] = strings.Trim(name, `"`) + ": " + bounds[i]
		}
		c.that(false, "dose", fmt.Sprintf("missing fields %s of %s exercise", strings.Join(names, ", "), a(it.Kind)), strings.Join(bounds, "; "))
	}
}

// openParts is what the numbers of an open exercise mean, which doesn't end by the clock
// alone.
var openParts = map[string]string{"for": "after which it goes on unless more time is asked for", "cap": "the longest it can get that way"}

// a is a kind behind its article.
func a(k Kind) string {
	if k == Open {
		return "an " + string(k)
	}
	return "a " + string(k)
}
