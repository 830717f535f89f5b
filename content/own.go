package content

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
)

// OwnNotice is said wherever a routine of the person's own is about to begin.
const OwnNotice = "This routine is from a file, not from uncramp. uncramp has no source for it and has not checked it."

// The bounds of a routine of the person's own where they are not the library's.
const (
	mostOwnTurns   = 40
	mostOwnItems   = 20
	longestOwnHold = 120 // seconds
)

// Errors is all that is wrong with a file, in the order of its lines; never empty.
type Errors []*Error

// Error is the first of them on one line, and how many there are beside it.
func (e Errors) Error() string {
	if len(e) == 1 {
		return e[0].Error()
	}
	return fmt.Sprintf("%v (and %d more)", e[0], len(e)-1)
}

// Unwrap is each of them.
func (e Errors) Unwrap() []error {
	list := make([]error, len(e))
	for i, x := range e {
		list[i] = x
	}
	return list
}

// ReadOwn reads a routine of the person's own out of the bytes of a file, and holds it
// to the library that the program carries. Its id is what it states, or else what OwnID
// makes of the file's name. A byte order mark at its start is passed over. It's the same
// strict door that the library goes through, but what is stated may be brief: a number
// for a dose, a text for a line; they rest on what the whole routine rests on. What is
// wrong is an Errors; file names the file there.
func ReadOwn(file string, data []byte) (Own, error) {
	data = unmarked(data)
	if e := utf16(file, data); e != nil {
		return Own{}, Errors{e}
	}
	d, err := parse(file, data)
	if err != nil {
		return Own{}, Errors{asError(file, err)}
	}
	b := &binder{doc: d, own: &leave{}}
	var o Own
	// slip has noted what is wrong, but for a file that is no mapping at all.
	if e := b.bind(d.root, reflect.ValueOf(&o).Elem()); e != nil {
		b.own.slips.add(e)
	}
	unread := len(b.own.slips.list) > 0
	b.checkOwn(&o, OwnID(file), unread)
	if list := b.own.slips.list; len(list) > 0 {
		slices.SortStableFunc(list, func(x, y *Error) int {
			return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
		})
		return Own{}, Errors(list)
	}
	b.own.settle(o.Ground)
	o.Own = true
	return o, nil
}

// checkOwn holds an own routine to its bounds and to the library; id is the one that it
// has where it states none. unread says that parts
// of the file mean nothing: then nothing is said of what may follow from that.
func (b *binder) checkOwn(o *Own, id string, unread bool) {
	lib := *Embedded()
	l := &loader{lib: lib, unread: unread}
	c := &check{doc: b.doc, own: &b.own.slips}
	if o.ID == "" {
		o.ID = id // where there is an id that is no text, that is told
	}
	if e := checkOwnID(o.ID); e != nil {
		c.that(false, "id", e.What, e.Want)
	}
	c.routine(o.Routine, mostOwnTurns)
	c.count("items", len(o.Items), 0, mostOwnItems)
	if len(o.Turns) > mostOwnTurns || len(o.Items) > mostOwnItems {
		return
	}
	l.lib.Items = append(slices.Clip(lib.Items), o.Items...)
	for i, it := range o.Items {
		l.ownItem(&check{doc: b.doc, own: &b.own.slips, at: fmt.Sprintf("items.%d.", i)}, o.Items[:i], it)
	}
	b.knownSources(&lib)
	l.turns(c, o.Routine)
}

// ownItem holds an exercise that is written out in a file to what the library's are held
// to, but for a figure. It can't take the place of one of the library's.
func (l *loader) ownItem(c *check, before []Item, it Item) {
	kind := taken(it.ID)
	c.name("id", it.ID, it.ID)
	c.that(kind == "", "id", fmt.Sprintf("%q is %s", it.ID, kind), "a name of its own")
	c.that(len(it.ID) <= longestID, "id", "a long name", fmt.Sprintf("at most %d letters", longestID))
	same := func(x Item) bool { return x.ID == it.ID }
	c.that(!slices.ContainsFunc(before, same), "id", fmt.Sprintf("duplicate id %q", it.ID), "a name of its own")
	c.item(it)
	l.fallback(c, it)
	for i, id := range it.Sources {
		_, known := l.lib.Source(id)
		c.that(known, fmt.Sprintf("sources.%d", i), fmt.Sprintf("unknown source %q", id), oneOf(id, l.sourceIDs()))
	}
}

// knownSources holds the sources that a file names to the bibliography.
func (b *binder) knownSources(lib *Library) {
	for _, r := range b.refs {
		if _, known := lib.Source(r.id); !known && !b.own.slips.full() {
			l := loader{lib: *lib}
			b.own.slips.add(b.failAt(r.token, fmt.Sprintf("unknown source %q", r.id), oneOf(r.id, l.sourceIDs())))
		}
	}
}

func (l *loader) sourceIDs() []string {
	ids := make([]string, len(l.lib.Sources))
	for i, s := range l.lib.Sources {
		ids[i] = s.ID
	}
	return sorted(ids)
}

// With is the library with an own routine in it, and the exercises of its file. The
// routine is one that ReadOwn has read. The library itself stays as it is. An id that is
// there already is an error: of two routines that are followed in turn, each keeps its own
// exercises.
func (l *Library) With(o Own) (*Library, error) {
	if _, there := l.Routine(o.ID); there {
		return nil, fmt.Errorf("there is a routine %q already", o.ID)
	}
	for _, it := range o.Items {
		if _, there := l.Item(it.ID); there {
			return nil, fmt.Errorf("there is an exercise %q already", it.ID)
		}
	}
	more := *l
	more.Routines = append(slices.Clip(l.Routines), o.Routine)
	more.Items = append(slices.Clip(l.Items), o.Items...)
	slices.SortFunc(more.Routines, func(a, b Routine) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(more.Items, func(a, b Item) int { return cmp.Compare(a.ID, b.ID) })
	return &more, nil
}
