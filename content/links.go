package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// grounds holds every source that anything names to the bibliography, and the
// bibliography to what is named.
func (l *loader) grounds() *Error {
	known, used := map[string]bool{}, map[string]bool{}
	var ids []string
	for _, s := range l.lib.Sources {
		known[s.ID] = true
		ids = append(ids, s.ID)
	}
	for _, r := range l.refs {
		if used[r.id] = true; !known[r.id] {
			p := r.token.Position
			return &Error{r.doc.file, p.Line, p.Column, fmt.Sprintf("unknown source %q", r.id), oneOf(r.id, sorted(ids))}
		}
	}
	for _, it := range l.lib.Items {
		for i, id := range it.Sources {
			if used[id] = true; !known[id] {
				return l.item(it.ID).fail(fmt.Sprintf("sources.%d", i), fmt.Sprintf("unknown source %q", id), oneOf(id, sorted(ids)))
			}
		}
	}
	for i, s := range l.lib.Sources {
		if !used[s.ID] {
			return l.docs[sourcesFile].fail(fmt.Sprintf("%d.id", i), fmt.Sprintf("source %q that nothing rests on", s.ID), "only sources that are used")
		}
	}
	return nil
}

// item is the file of an exercise.
func (l *loader) item(id string) *doc { return l.docs["items/"+id+".yaml"] }

// links holds together what stands in different files.
func (l *loader) links() *Error {
	for _, step := range []func() *Error{l.complete, l.gentler, l.reliefs, l.routines, l.packs, l.watches, l.figures, l.topics} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// named are the files that the program asks for by name.
var named = []string{
	"drinks/unknown.yaml", "causes/unknown.yaml", "items/sit-edge.yaml", "routines/legs.yaml", "routines/bedtime.yaml",
	"advice/about.yaml", "advice/cramp.yaml", "advice/causes.yaml", "advice/painkillers.yaml", "advice/pull.yaml",
	"advice/restart.yaml", "advice/stop.yaml", "advice/disagree.yaml", "advice/later.yaml",
	"learn/1-cramp.yaml", "learn/2-why.yaml", "learn/3-drinks.yaml", "learn/4-heat.yaml", "learn/5-night.yaml",
	"learn/6-signs.yaml", "learn/7-disagree.yaml", "learn/8-about.yaml", "learn/9-sources.yaml",
}

// complete holds that nothing the program asks for is missing.
func (l *loader) complete() *Error {
	var files []string
	for _, m := range Muscles() {
		files = append(files, "relief/"+string(m)+".yaml", "waiting/"+string(m)+".yaml")
	}
	for _, c := range Contexts() {
		files = append(files, "drinks/"+string(c)+".yaml", "causes/"+string(c)+".yaml")
	}
	files = append(files, named...)
	for _, f := range files {
		if l.docs[f] == nil {
			return &Error{File: f, What: "no such file", Want: "it to be there"}
		}
	}
	for _, t := range []Tier{Emergency, SameDay, Soon} {
		if _, ok := l.lib.Help(t); !ok || len(l.lib.WarningsOf(t)) == 0 {
			return &Error{File: "help", What: fmt.Sprintf("no help or no warning of tier %d", t), Want: "both"}
		}
	}
	return nil
}

// gentler holds that falling back never asks for more than before.
func (l *loader) gentler() *Error {
	for _, it := range l.lib.Items {
		c := &check{doc: l.item(it.ID)}
		if l.fallback(c, it); c.err != nil {
			return c.err
		}
	}
	return nil
}

// fallback holds an item to a gentler variant that exists and asks for less, if it
// names one.
func (l *loader) fallback(c *check, it Item) {
	to, ok := l.lib.Item(it.Gentler)
	switch {
	case it.Gentler == "":
	case !ok:
		c.that(false, "gentler", fmt.Sprintf("unknown item %q", it.Gentler), oneOf(it.Gentler, l.itemIDs()))
	default:
		why, want := l.harder(it, to)
		c.that(why == "", "gentler", fmt.Sprintf("%q %s", to.ID, why), want)
	}
}

// harder says in which way "to" would ask for more than the item it stands in
// for, "" in none.
func (l *loader) harder(it, to Item) (why, want string) {
	switch {
	case l.circles(it):
		return "leads round in a circle", "a chain of gentler variants that ends"
	case to.Pull > it.Pull:
		return "pulls harder", fmt.Sprintf("a pull of at most %d", it.Pull)
	case to.Dose.Hold.Seconds > it.Dose.Hold.Seconds:
		return "is held longer", fmt.Sprintf("a hold of at most %d s", it.Dose.Hold.Seconds)
	case to.Shortens && !it.Shortens:
		return "shortens the muscle", "one that doesn't"
	case !within(it.Muscles, to.Muscles):
		return "is for other muscles", "one for every muscle of this"
	case !within(it.Positions, to.Positions):
		return "is for other positions", "one for every position of this"
	case !within(to.AtHand, it.AtHand) || to.Support && !it.Support:
		return "needs more at hand", "one that needs no more than this"
	case !within(cares(to), cares(it)) || !within(contexts(to), contexts(it)):
		return "is ruled out where this is not", "one for everybody this is for"
	}
	return "", ""
}

// circles tells whether the chain of gentler variants comes back to an item.
func (l *loader) circles(it Item) bool {
	seen := []string{it.ID}
	for next := it.Gentler; next != ""; {
		if slices.Contains(seen, next) {
			return true
		}
		seen = append(seen, next)
		to, _ := l.lib.Item(next)
		next = to.Gentler
	}
	return false
}

// within tells whether every one of few is among many.
func within[T comparable](few, many []T) bool {
	return !slices.ContainsFunc(few, func(v T) bool { return !slices.Contains(many, v) })
}

// cares lists the reasons for care that rule an item out.
func cares(it Item) []Care {
	list := make([]Care, len(it.NotFor))
	for i, x := range it.NotFor {
		list[i] = x.Care
	}
	return list
}

// contexts lists the contexts that rule an item out.
func contexts(it Item) []Context {
	list := make([]Context, len(it.NotIn))
	for i, x := range it.NotIn {
		list[i] = x.Context
	}
	return list
}

func (l *loader) itemIDs() []string {
	ids := make([]string, len(l.lib.Items))
	for i, it := range l.lib.Items {
		ids[i] = it.ID
	}
	return ids
}

// reliefs holds every plan to items that exist, fit, and leave nobody out.
func (l *loader) reliefs() *Error {
	for _, r := range l.lib.Reliefs {
		d := l.docs["relief/"+string(r.Muscle)+".yaml"]
		for _, use := range uses(r) {
			if err := l.use(d, r.Muscle, use); err != nil {
				return err
			}
		}
		if err := l.serves(d, r); err != nil {
			return err
		}
	}
	return nil
}

// use is a place in a plan that names an item.
type use struct {
	path string
	id   string
	step Step // what the item's step must be, "" = any
	soft bool // it may run while the muscle still grips
}

// uses lists every place in a plan that names an item.
func uses(r Relief) []use {
	var list []use
	for i, id := range r.Softest {
		list = append(list, use{fmt.Sprintf("softest.%d", i), id, Stretch, true})
	}
	for i, id := range r.Check {
		list = append(list, use{fmt.Sprintf("check.%d", i), id, Soothe, false})
	}
	add := func(path string, slots []Slot, step Step) {
		for i, s := range slots {
			for j, id := range s.Any {
				list = append(list, use{fmt.Sprintf("%s.%d.any.%d", path, i, j), id, step, false})
			}
		}
	}
	add("stretch", r.Stretch, Stretch)
	add("soothe", r.Soothe, Soothe)
	return list
}

// use holds one named item to its place.
func (l *loader) use(d *doc, m Muscle, u use) *Error {
	it, ok := l.lib.Item(u.id)
	c := &check{doc: d}
	name := strconv.Quote(u.id)
	c.that(ok, u.path, "unknown item "+name, oneOf(u.id, l.itemIDs()))
	c.that(slices.Contains(it.Muscles, m), u.path, name+" is not for the "+string(m), "an item for it")
	c.that(u.step == "" || it.Step == u.step, u.path, name+" belongs to "+string(it.Step), "an item of the step "+string(u.step))
	c.that(!u.soft || it.Kind == Held, u.path, name+" is not held", "a stretch that can be held until it lets go")
	c.that(!u.soft || it.Pull == 1, u.path, name+" pulls too hard while it grips", "a pull of 1")
	c.that(!u.soft || !it.Shortens, u.path, name+" shortens the muscle while it grips", "one that doesn't")
	return c.err
}

// serves holds that in every position, with nothing at hand and any one reason
// for care, there is a stretch, and a softest one for while it grips.
func (l *loader) serves(d *doc, r Relief) *Error {
	at := slices.IndexFunc(r.Stretch, func(s Slot) bool { return s.ID == "stretch" })
	c := &check{doc: d}
	for _, p := range Positions() {
		for _, care := range append([]Care{""}, Cares()...) {
			who := strings.TrimSpace(string(p) + " " + string(care))
			c.that(l.anyFor(r.Stretch[at].Any, p, care), fmt.Sprintf("stretch.%d.any", at), "no stretch for "+who+" with nothing at hand", "one")
			c.that(l.anyFor(r.Softest, p, care), "softest", "no softest stretch for "+who+" with nothing at hand", "one")
		}
	}
	return c.err
}

// anyFor tells whether one of the items can be done with nothing at hand, without
// shortening the muscle, whatever the context, by somebody with that reason for care.
func (l *loader) anyFor(ids []string, p Position, care Care) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		it, _ := l.lib.Item(id)
		return slices.Contains(it.Positions, p) && len(it.AtHand) == 0 && !it.Support && !it.Shortens && len(it.NotIn) == 0 &&
			!slices.Contains(cares(it), care)
	})
}

// packs holds that every muscle has heat and cold, and no more than one of each.
func (l *loader) packs() *Error {
	for _, m := range Muscles() {
		for _, kind := range []Thing{Heat, Cold} {
			n := 0
			for _, p := range l.lib.Packs {
				if p.Kind == kind && slices.Contains(p.Muscles, m) {
					n++
				}
			}
			if n != 1 {
				return &Error{File: "packs", What: fmt.Sprintf("%d packs of %s for the %s", n, kind, m), Want: "one"}
			}
		}
	}
	return nil
}

// watches holds the signs on the wait screen to the list of warning signs.
func (l *loader) watches() *Error {
	for _, w := range l.lib.Waitings {
		for i, x := range w.Watch {
			s, ok := l.lib.Warning(x.Sign)
			if !ok || s.Tier == Soon {
				d := l.docs["waiting/"+string(w.Muscle)+".yaml"]
				return d.fail(fmt.Sprintf("watch.%d.sign", i), strconv.Quote(x.Sign), "the id of a warning of tier 1 or 2")
			}
		}
	}
	return nil
}
