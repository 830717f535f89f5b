package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// reserved are the names of places that a plan has anyway.
var reserved = []string{"wait", "grip", "confirm", "edge", "pack", "drink", "check"}

// checkRelief holds a plan to its form; that its items exist is seen to later.
func checkRelief(d *doc, r Relief) *Error {
	c := &check{doc: d}
	c.name("muscle", string(r.Muscle), base(d.file))
	distinct(c, "softest", r.Softest)
	distinct(c, "check", r.Check)
	seen := map[string]bool{}
	for _, part := range []struct {
		path  string
		slots []Slot
	}{{"stretch", r.Stretch}, {"soothe", r.Soothe}} {
		for i, s := range part.slots {
			path := fmt.Sprintf("%s.%d", part.path, i)
			c.that(!slices.Contains(reserved, s.ID), path+".id", strconv.Quote(s.ID), "a name that the program has no other use for")
			c.that(!seen[s.ID], path+".id", fmt.Sprintf("duplicate id %q", s.ID), "a name of its own")
			seen[s.ID] = true
			distinct(c, path+".any", s.Any)
		}
	}
	c.that(seen["stretch"], "stretch", "no slot named stretch", "one")
	return c.err
}

// checkWaiting holds the wait guidance to its bounds.
func checkWaiting(d *doc, w Waiting) *Error {
	c := &check{doc: d}
	c.name("muscle", string(w.Muscle), base(d.file))
	c.cells("name", w.Name, 12)
	c.cells("both", w.Both, 16)
	c.cells("where", w.Where, 28)
	for _, x := range Contexts() {
		_, ok := w.Safe[x]
		c.that(ok, "safe", fmt.Sprintf("missing context %q", x), "a first line for every context")
		c.cells("safe."+string(x)+".text", w.Safe[x].Text, maxSentence)
	}
	c.cells("unsaid.text", w.Unsaid.Text, maxSentence)
	c.cells("early.text", w.Early.Text, maxSentence)
	c.cells("ends.text", w.Ends.Text, maxSentence)
	c.lines("lines", w.Lines, 3, 5)
	c.say(w.Say, false)
	c.number("breath.in.seconds", w.Breath.In.Seconds, 2, 6)
	c.number("breath.out.seconds", w.Breath.Out.Seconds, 2, 10)
	c.number("check.seconds", w.Check.Seconds, 10, 120)
	c.number("offer.seconds", w.Offer.Seconds, w.Check.Seconds, 600)
	c.number("help.seconds", w.Help.Seconds, w.Offer.Seconds, 600)
	c.count("watch", len(w.Watch), 3, 5)
	for i, x := range w.Watch {
		c.cells(fmt.Sprintf("watch.%d.text", i), x.Text, 36)
	}
	c.article(w.Article)
	return c.err
}

// checkPack holds heat or cold to its bounds: never longer than 20 minutes.
func checkPack(d *doc, p Pack) *Error {
	c := &check{doc: d}
	c.name("id", p.ID, base(d.file))
	c.that(p.Kind == Heat || p.Kind == Cold, "kind", strconv.Quote(string(p.Kind)), "heat or cold")
	distinct(c, "muscles", p.Muscles)
	c.cells("name", p.Name, 16)
	c.cells("when.text", p.When.Text, maxSentence)
	c.lines("how", p.How, 3, 5)
	c.say(p.Say, false)
	c.number("cap.seconds", p.Cap.Seconds, 60, 1200)
	c.number("for.seconds", p.For.Seconds, 60, p.Cap.Seconds)
	c.number("answer.seconds", p.Answer.Seconds, 10, 120)
	c.number("again.seconds", p.Again.Seconds, 3600, 86400)
	c.count("checks", len(p.Checks), 1, 6)
	last := 0
	for i, s := range p.Checks {
		c.number(fmt.Sprintf("checks.%d.seconds", i), s.Seconds, last+1, p.For.Seconds)
		last = s.Seconds
	}
	c.lines("not", p.Not, 3, 6)
	for i, x := range p.NotFor {
		c.cells(fmt.Sprintf("not_for.%d.why", i), x.Why, maxSentence)
	}
	for i, x := range p.NotIn {
		c.cells(fmt.Sprintf("not_in.%d.why", i), x.Why, maxSentence)
	}
	c.article(p.Article)
	return c.err
}

// checkPace holds what stands between the exercises to its bounds.
func checkPace(d *doc, p Pace) *Error {
	c := &check{doc: d}
	for _, x := range []struct {
		path      string
		n         int
		low, high int
	}{
		{"ready.seconds", p.Ready.Seconds, 5, 30},
		{"first.seconds", p.First.Seconds, 5, 60},
		{"switch.seconds", p.Switch.Seconds, 5, 30},
		{"read.seconds", p.Read.Seconds, 10, 60},
		{"grip.count", p.Grip.Count, 1, 5},
		{"longest.seconds", p.Longest.Seconds, 30, 60},
		{"more_hold.seconds", p.MoreHold.Seconds, 5, 30},
		{"more_open.seconds", p.MoreOpen.Seconds, 10, 60},
		{"more_pack.seconds", p.MorePack.Seconds, 60, 300},
		{"still.seconds", p.Still.Seconds, 10, 30},
		{"least_pack.seconds", p.LeastPack.Seconds, 300, 1200},
		{"fewest.count", p.Fewest.Count, 1, 3},
	} {
		c.number(x.path, x.n, x.low, x.high)
	}
	c.count("shorter", len(p.Shorter), 1, 6)
	last := p.Longest.Seconds
	for i, s := range p.Shorter {
		c.number(fmt.Sprintf("shorter.%d.seconds", i), s.Seconds, 5, last-1)
		last = s.Seconds
	}
	return c.err
}

// checkDrink holds the drink of a context to its length.
func checkDrink(d *doc, x Drink) *Error {
	c := &check{doc: d}
	name := string(x.Context)
	if name == "" {
		name = "unknown"
	}
	c.name("context", name, base(d.file))
	c.lines("lines", x.Lines, 1, 4)
	c.lines("limited", x.Limited, 1, 3)
	c.article(x.Article)
	return c.err
}

// checkCause holds the reasons in a context to their length.
func checkCause(d *doc, x Cause) *Error {
	c := &check{doc: d}
	name := string(x.Context)
	if name == "" {
		name = "unknown"
	}
	c.name("context", name, base(d.file))
	c.lines("lines", x.Lines, 1, 2)
	c.article(x.Article)
	return c.err
}

// checkWarning holds a sign to its file's name, "NN-id": the numbers order the
// signs where they are read in a hurry.
func checkWarning(d *doc, w Warning) *Error {
	c := &check{doc: d}
	number, id, _ := strings.Cut(base(d.file), "-")
	_, err := strconv.Atoi(number)
	c.that(err == nil && len(number) == 2, "id", strconv.Quote(base(d.file)), "a file name of two digits, a hyphen and the id")
	c.name("id", w.ID, id)
	c.tier(w.Tier)
	c.cells("sign", w.Sign, 120)
	return c.err
}

// checkHelp holds the help of a tier to its file's name, "N-word".
func checkHelp(d *doc, h Help) *Error {
	c := &check{doc: d}
	c.tier(h.Tier)
	c.that(strings.HasPrefix(base(d.file), fmt.Sprintf("%d-", h.Tier)), "tier", strconv.Itoa(int(h.Tier)), "the number that the file's name begins with")
	c.cells("title", h.Title, 40)
	c.lines("lines", h.Lines, 1, 4)
	return c.err
}

func (c *check) tier(t Tier) { c.number("tier", int(t), int(Emergency), int(Soon)) }

// checkAdvice holds a text to its length.
func checkAdvice(d *doc, a Advice) *Error {
	c := &check{doc: d}
	c.name("id", a.ID, base(d.file))
	c.cells("title", a.Title, 40)
	c.lines("lines", a.Lines, 1, 12)
	c.article(a.Article)
	return c.err
}

// checkSources holds the bibliography to unique ids and to addresses that are
// the publisher's own.
func checkSources(d *doc, list []Source) *Error {
	c := &check{doc: d}
	reads := []string{"publisher", "copy", "news"}
	seen := map[string]bool{}
	for i, s := range list {
		at := func(field string) string { return fmt.Sprintf("%d.%s", i, field) }
		c.name(at("id"), s.ID, s.ID)
		c.that(!seen[s.ID], at("id"), fmt.Sprintf("duplicate id %q", s.ID), "a name of its own")
		seen[s.ID] = true
		c.that(s.Year == 0 || s.Year >= 1900 && s.Year <= 2100, at("year"), strconv.Itoa(s.Year), "a year")
		c.that(s.Where == "" || cited(s.Where), at("where"), strconv.Quote(s.Where), "a DOI, a PMID or the publisher's own page")
		known := s.Read == reads[0] || s.Read == reads[1] || s.Read == reads[2]
		c.that(known, at("read"), strconv.Quote(s.Read), oneOf(s.Read, reads))
	}
	return c.err
}

// cited tells whether a place has the form of a citation.
func cited(where string) bool {
	for _, form := range []string{"doi:", "PMID ", "https://", "http://"} {
		if strings.HasPrefix(where, form) {
			return true
		}
	}
	return false
}
