package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// checkRoutine holds a routine to its form; that its items exist is seen to later.
func checkRoutine(d *doc, r Routine) *Error {
	c := &check{doc: d}
	c.name("id", r.ID, base(d.file))
	c.cells("name", r.Name, 28)
	c.cells("for.text", r.For.Text, maxSentence)
	distinct(c, "have", r.Have)
	c.count("turns", len(r.Turns), 1, 12)
	seen := map[string]bool{}
	for i, t := range r.Turns {
		path := fmt.Sprintf("turns.%d", i)
		c.that(!slices.Contains(reserved, t.ID), path+".id", strconv.Quote(t.ID), "a name that the program has no other use for")
		c.that(!seen[t.ID], path+".id", fmt.Sprintf("duplicate id %q", t.ID), "a name of its own")
		seen[t.ID] = true
		distinct(c, path+".any", t.Any)
		c.part(path+".hold", "seconds", t.Hold.Seconds, 5, 60)
		c.part(path+".rest", "seconds", t.Rest.Seconds, 1, 30)
		c.part(path+".reps", "count", t.Reps.Count, 1, 20)
	}
	c.lines("notes", r.Notes, 0, 6)
	c.article(r.Article)
	return c.err
}

// part holds a part of a dose that may be absent to its bounds.
func (c *check) part(path, unit string, n, low, high int) {
	if c.doc.has(path) {
		c.number(path+"."+unit, n, low, high)
	}
}

// routines holds every routine to items that exist, can be done in its own
// position with what it takes to be at hand, and leave nobody out.
func (l *loader) routines() *Error {
	for _, r := range l.lib.Routines {
		c := &check{doc: l.docs["routines/"+r.ID+".yaml"]}
		for i, t := range r.Turns {
			l.turn(c, r, fmt.Sprintf("turns.%d", i), t)
		}
		l.leavesNobody(c, r)
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// turn holds one place of a routine to items that exist, and to one at least that
// can be done in the way the routine is meant to be done.
func (l *loader) turn(c *check, r Routine, path string, t Turn) {
	dosed := t.Hold.Seconds+t.Rest.Seconds+t.Reps.Count > 0
	done := false
	for i, id := range t.Any {
		at, name := fmt.Sprintf("%s.any.%d", path, i), strconv.Quote(id)
		it, ok := l.lib.Item(id)
		c.that(ok, at, "unknown item "+name, oneOf(id, l.itemIDs()))
		c.that(it.Step == Stretch, at, name+" belongs to "+string(it.Step), "an item of the step stretch")
		c.that(!dosed || it.Kind == Held, path, name+" is not held", "no hold, rest or reps, or held items alone")
		done = done || r.meant(it)
	}
	who := strings.TrimSpace(string(r.Position) + " " + string(r.Context))
	c.that(done, path+".any", "nothing for "+who+" with what the routine takes to be at hand", "something")
}

// meant tells whether an item can be done in the routine's own position and
// context with what it takes to be at hand.
func (r Routine) meant(it Item) bool {
	held := !it.Support || slices.Contains(r.Have, Wall) || slices.Contains(r.Have, Chair)
	return held && slices.Contains(it.Positions, r.Position) && within(it.AtHand, r.Have) && !slices.Contains(contexts(it), r.Context)
}

// leavesNobody holds that in every position, with nothing at hand and any one
// reason for care, a routine has something to do.
func (l *loader) leavesNobody(c *check, r Routine) {
	var all []string
	for _, t := range r.Turns {
		all = append(all, t.Any...)
	}
	for _, p := range Positions() {
		for _, care := range append([]Care{""}, Cares()...) {
			who := strings.TrimSpace(string(p) + " " + string(care))
			c.that(l.anyFor(all, p, care), "turns", "nothing for "+who+" with nothing at hand", "something")
		}
	}
}
