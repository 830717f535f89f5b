package content

import (
	"cmp"
	"fmt"
	"slices"
)

// longestLibraryHold is how many seconds the library has a stretch held at most.
const longestLibraryHold = 60

// downward are verbs of the way down: an exercise at a pace shows its own on the way up.
var downward = []string{"LOWER", "DOWN"}

// OwnNotes names the doses of a person's own routine that are far above the library's: a
// hold beyond a minute, or more than twice the work of the exercise itself; and a verb of
// the person's own that is shown at the wrong moment. Numbers and words alone, as lines
// without an end in the form of an Error: whether they are too much, the program can't
// know. o is what ReadOwn made of the same file and data.
func OwnNotes(file string, data []byte, o Own) []string {
	d, err := parse(file, unmarked(data))
	if err != nil {
		return nil // then it has no routine either
	}
	var list Errors
	note := func(path, what string) {
		list = append(list, d.fail(path, "note: "+what, ""))
	}
	for i, t := range o.Turns {
		path := fmt.Sprintf("turns.%d", i)
		for j, id := range t.Any {
			if it, known := Embedded().Item(id); known {
				if what := it.beyond(t); what != "" {
					note(fmt.Sprintf("%s.any.%d", path, j), what)
				}
			}
		}
		noteHold(note, path+".hold.seconds", t.Hold)
	}
	for i, it := range o.Items {
		noteHold(note, fmt.Sprintf("items.%d.dose.hold.seconds", i), it.Dose.Hold)
		if it.Kind == Paced && slices.Contains(downward, it.Verb) {
			note(fmt.Sprintf("items.%d.verb", i), it.Verb+" is shown on the way up; the way down shows LOWER by itself")
		}
	}
	return notesInOrder(list)
}

// noteHold notes a hold that is longer than any of the library's.
func noteHold(note func(path, what string), path string, hold Seconds) {
	if hold.Seconds > longestLibraryHold {
		note(path, fmt.Sprintf("a hold of %d s; the library holds for %d s at most", hold.Seconds, longestLibraryHold))
	}
}

// notesInOrder are the lines of some notes, by their places.
func notesInOrder(list Errors) []string {
	slices.SortStableFunc(list, func(x, y *Error) int {
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = e.Error()
	}
	return lines
}

// beyond says by how much a turn is more than twice the work of an exercise, "" = it isn't.
func (it Item) beyond(t Turn) string {
	usual, asked := it.Dose.work(Turn{}, it.Kind), it.Dose.work(t, it.Kind)
	if asked <= 2*usual {
		return ""
	}
	leg := ""
	if it.EachSide {
		leg = " a leg"
	}
	return fmt.Sprintf("%s for %d s%s; the library does %d s", it.ID, asked, leg, usual)
}

// work is how many seconds of a dose are work in a turn, on one leg: the rests and breaks
// don't count.
func (d Dose) work(t Turn, k Kind) int {
	t.Rest, t.Break = Seconds{}, Seconds{}
	d.Rest = Seconds{}
	return d.in(t, k)
}
