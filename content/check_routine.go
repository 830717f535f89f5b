package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// mostTurns is how many turns a routine of the library has at most.
const mostTurns = 12

// mostAny is how many exercises a turn chooses from at most.
const mostAny = 12

// checkRoutine holds a routine to its form; that its items exist is seen to later.
func checkRoutine(d *doc, r Routine) *Error {
	c := &check{doc: d}
	c.name("id", r.ID, base(d.file))
	c.routine(r, mostTurns)
	return c.err
}

// routine holds what is said of a routine to its bounds, but for its id.
func (c *check) routine(r Routine, most int) {
	c.called(r.Name)
	c.cells("for.text", r.For.Text, maxSentence)
	distinct(c, "have", r.Have)
	c.count("turns", len(r.Turns), 1, most)
	seen := map[string]bool{}
	for i, t := range r.Turns[:min(len(r.Turns), most)] {
		path := fmt.Sprintf("turns.%d", i)
		c.name(path+".id", t.ID, t.ID)
		c.that(!slices.Contains(reserved, t.ID), path+".id", strconv.Quote(t.ID), "a name that the program has no other use for")
		c.that(!seen[t.ID], path+".id", fmt.Sprintf("duplicate id %q", t.ID), "a name of its own")
		seen[t.ID] = true
		c.that(c.has(path+".any") || c.has(path+".pack"), path, "neither exercises nor a pack", `either "any" or "pack"`)
		c.that(len(t.Any) == 0 || t.Pack == "", path+".pack", "exercises and a pack in one turn", `either "any" or "pack"`)
		c.that(t.Pack == "" || t.Pack == Heat || t.Pack == Cold, path+".pack", strconv.Quote(string(t.Pack)), "heat or cold")
		c.count(path+".any", len(t.Any), 0, mostAny)
		distinct(c, path+".any", t.Any)
		c.lines(path+".words", t.Words, 0, 3)
		c.that(!c.has(path+".break") || t.Sets.Count > 1, path+".break", "a break where there is one set", "sets of 2 or more, or no such field")
	}
	c.lines("notes", r.Notes, 0, 6)
	c.article(r.Article)
}

// turnPart is one part of a dose that a turn may state, with its bounds by kind.
type turnPart struct {
	name string
	unit string
	of   func(Turn) int
	by   map[Kind]span
}

// turnParts is the whole table of the bounds in Turn's comments, packs left out.
var turnParts = []turnPart{
	{"sets", "count", func(t Turn) int { return t.Sets.Count }, map[Kind]span{Held: {1, 10}, Paced: {1, 10}}},
	{"break", "seconds", func(t Turn) int { return t.Break.Seconds }, map[Kind]span{Held: {5, 180}, Paced: {5, 180}}},
	{"reps", "count", func(t Turn) int { return t.Reps.Count }, map[Kind]span{Held: {1, 20}, Paced: {1, 20}}},
	{"rise", "seconds", func(t Turn) int { return t.Rise.Seconds }, map[Kind]span{Paced: {1, 10}}},
	{"hold", "seconds", func(t Turn) int { return t.Hold.Seconds }, map[Kind]span{Held: {5, 60}, Paced: {0, 10}}},
	{"lower", "seconds", func(t Turn) int { return t.Lower.Seconds }, map[Kind]span{Paced: {1, 10}}},
	{"rest", "seconds", func(t Turn) int { return t.Rest.Seconds }, map[Kind]span{Held: {1, 30}, Paced: {1, 30}}},
	{"for", "seconds", func(t Turn) int { return t.For.Seconds }, map[Kind]span{Timed: {5, 120}, Open: {30, 120}}},
}

// kinds names the kinds of exercise that have the part.
func (p turnPart) kinds() string {
	var list []string
	for _, k := range Kinds() {
		if _, has := p.by[k]; has {
			list = append(list, string(k))
		}
	}
	return strings.Join(list, " or ")
}

// span is the bounds of a part of a dose for a kind, and whether the kind has it. In a
// file of the person's own a stretch may be held for longer.
func (c *check) span(name string, by map[Kind]span, k Kind) (s span, has bool) {
	s, has = by[k]
	if c.own != nil && name == "hold" && k == Held {
		s.high = longestOwnHold
	}
	return s, has
}

// routines holds every routine to items that exist, can be done in its own
// position with what it takes to be at hand, and leave nobody out.
func (l *loader) routines() *Error {
	for _, r := range l.lib.Routines {
		c := &check{doc: l.docs["routines/"+r.ID+".yaml"]}
		l.turns(c, r)
		l.leavesNobody(c, r)
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// turns holds the places of a routine to what there is, and the whole to its length.
func (l *loader) turns(c *check, r Routine) {
	packs := map[Thing]bool{}
	for i, t := range r.Turns {
		path := fmt.Sprintf("turns.%d", i)
		if t.Pack == "" {
			l.turn(c, r, path, t)
			continue
		}
		c.that(!packs[t.Pack], path+".pack", string(t.Pack)+" a second time", "each only once: the skin needs hours between")
		packs[t.Pack] = true
		l.packTurn(c, r, path, t)
	}
	if long := l.lasts(r); long > longestRoutine && c.err == nil && !l.unread {
		minutes := (long + 59) / 60 // just too long is not two hours
		c.that(false, "turns", fmt.Sprintf("a routine of %d h %d min", minutes/60, minutes%60), fmt.Sprintf("at most %d hours", longestRoutine/3600))
	}
}

// turn holds one place of a routine to items that exist, and to one at least that
// can be done in the way the routine is meant to be done.
func (l *loader) turn(c *check, r Routine, path string, t Turn) {
	done, known, why := false, true, []string(nil)
	for i, id := range t.Any[:min(len(t.Any), mostAny)] {
		at, name := fmt.Sprintf("%s.any.%d", path, i), strconv.Quote(id)
		it, ok := l.lib.Item(id)
		if known = known && ok; !ok {
			c.that(false, at, "unknown item "+name, oneOf(id, l.stretchIDs()))
			continue
		}
		if it.Step == "" || it.Kind == "" {
			continue // that is told where it should stand
		}
		c.that(it.Step == Stretch, at, name+" belongs to "+string(it.Step), "an item of the step stretch")
		c.doses(path, t, it)
		c.sidedWords(path, t, it)
		if unmet := r.unmet(it); unmet != "" {
			why = append(why, id+" "+unmet)
		} else {
			done = true
		}
	}
	untold := l.unread || !known && c.own != nil // what is wrong is told, and this may follow from it
	c.that(done || untold || len(t.Any) == 0, path+".any", "nothing that can be done: "+strings.Join(why, ", "), "an exercise that suits, or another position or have")
}

// doses holds what a turn states of a dose to what an item has, and to its bounds.
func (c *check) doses(path string, t Turn, it Item) {
	for _, p := range turnParts {
		at := path + "." + p.name
		if !c.has(at) {
			continue
		}
		s, has := c.span(p.name, p.by, it.Kind)
		c.that(has, at, fmt.Sprintf("%q for %q, which is %s", p.name, it.ID, it.Kind), "no such field, or exercises that are "+p.kinds())
		if has {
			c.number(at+"."+p.unit, p.of(t), s.low, s.high)
		}
	}
	longest := it.Dose.Cap.Seconds
	c.that(longest == 0 || t.For.Seconds <= longest, path+".for.seconds", strconv.Itoa(t.For.Seconds), fmt.Sprintf("at most %d, as %q has it", longest, it.ID))
}

// sidedWords refuses one leg, and words for one side, where both legs work at once.
func (c *check) sidedWords(path string, t Turn, it Item) {
	oneLeg := t.Legs == LeftLeg || t.Legs == RightLeg
	c.that(it.EachSide || !oneLeg, path+".legs", fmt.Sprintf("one leg where both work at once, in %q", it.ID), "both, or no such field")
	for i, l := range t.Words {
		one := strings.Contains(l.Text, "{side}") || strings.Contains(l.Text, "{other}")
		c.that(it.EachSide || !one, fmt.Sprintf("%s.words.%d.text", path, i), fmt.Sprintf("a side where both legs work at once, in %q", it.ID), "no {side} or {other}")
	}
}

// packTurn holds heat or cold in a routine to what the pack allows: nothing but its
// time, and that no longer than its cap.
func (l *loader) packTurn(c *check, r Routine, path string, t Turn) {
	for _, name := range []string{"sets", "break", "reps", "rise", "hold", "lower", "rest", "legs", "words"} {
		c.that(!c.has(path+"."+name), path+"."+name, strconv.Quote(name)+" with a pack", `nothing but "for"`)
	}
	longest, able := l.packCap(r, t.Pack)
	if c.has(path + ".for") {
		c.number(path+".for.seconds", t.For.Seconds, 60, longest)
	}
	c.that(able, path+".pack", fmt.Sprintf("%s in the context %s", t.Pack, r.Context), "another context, or no such turn")
	c.that(l.unread || slices.Contains(r.Have, t.Pack), path+".pack", string(t.Pack)+", which the routine doesn't take to be at hand", strconv.Quote(string(t.Pack))+" in have")
}

// packCap is how long that pack may be on in that routine: as long as on the tenderest
// of the muscles that its exercises are for in the first place. It's not able where the
// routine's context rules the pack out.
func (l *loader) packCap(r Routine, kind Thing) (seconds int, able bool) {
	muscles := l.lib.worked(r)
	if muscles == nil {
		muscles = Muscles()
	}
	seconds, able = 1200, true
	for _, m := range muscles {
		p, known := l.lib.Pack(kind, m)
		if !known {
			continue // a muscle that there isn't: that is told where it stands
		}
		seconds = min(seconds, p.Cap.Seconds)
		able = able && !slices.Contains(contexts(Item{NotIn: p.NotIn}), r.Context)
	}
	return seconds, able
}

// unmet says what keeps an item from being done in the routine's own position and context
// with what it takes to be at hand, "" = nothing.
func (r Routine) unmet(it Item) string {
	for _, t := range it.AtHand {
		if !slices.Contains(r.Have, t) {
			return "needs " + string(t)
		}
	}
	switch {
	case !slices.Contains(it.Positions, r.Position):
		return "is for " + strings.Join(texts(it.Positions), " or ")
	case it.Support && !slices.Contains(r.Have, Wall) && !slices.Contains(r.Have, Chair):
		return "needs wall or chair"
	case slices.Contains(contexts(it), r.Context):
		return "is not for the context " + string(r.Context)
	}
	return ""
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
