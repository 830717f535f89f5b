package content

// Cause is why a cramp may have come, in one context ("" = not known).
type Cause struct {
	Context Context `yaml:"context,omitempty"`
	Lines   []Line  `yaml:"lines"` // 1 or 2 lines
	Article []int   `yaml:"article,omitempty"`
}

// Turn is a place in a routine, filled by the first item that suits. A dose that
// it states stands in for the item's own, part by part, where the item's Kind has
// that part. A turn is either exercises (Any) or a pack (Pack), never both.
type Turn struct {
	ID   string   `yaml:"id"`             // unique in its routine
	Any  []string `yaml:"any,omitempty"`  // item ids, the best first
	Pack Thing    `yaml:"pack,omitempty"` // heat or cold on the skin in place of an exercise, "" = none
	// Sets is how often Reps are gone through, 1 to 10; absent = once.
	Sets  Count   `yaml:"sets,omitempty"`
	Break Seconds `yaml:"break,omitempty"` // between two sets, 5 to 180 s; absent = as Rest
	Reps  Count   `yaml:"reps,omitempty"`  // held, paced: 1 to 20
	Rise  Seconds `yaml:"rise,omitempty"`  // paced: 1 to 10 s
	Hold  Seconds `yaml:"hold,omitempty"`  // held: 5 to 60 s, in a file of the person's own to 120 s; paced: 0 to 10 s
	Lower Seconds `yaml:"lower,omitempty"` // paced: 1 to 10 s
	Rest  Seconds `yaml:"rest,omitempty"`  // held, paced: 1 to 30 s
	For   Seconds `yaml:"for,omitempty"`   // timed: 5 to 120 s; open: 30 to 120 s; a pack: 60 to 1200 s, no longer than its cap
	// Legs is which legs it is done on, whatever was told; "" = those that were told.
	Legs Legs `yaml:"legs,omitempty"`
	// Words are said beside the item's own instructions, 0 to 3 lines; {side} and
	// {other} as in Item.How.
	Words []Line `yaml:"words,omitempty"`
}

// Routine is a timed row of stretches for somebody who has no cramp now.
type Routine struct {
	ID       string   `yaml:"id"`                // as the file's name
	Name     string   `yaml:"name"`              // at most 28 cells
	For      Line     `yaml:"for"`               // whom it is for
	Position Position `yaml:"position"`          // how it is meant to be done, unless told
	Have     []Thing  `yaml:"have,omitempty"`    // what it takes to be at hand, unless told
	Context  Context  `yaml:"context,omitempty"` // when it is meant to be done, unless told
	Turns    []Turn   `yaml:"turns"`             // 1 to 12 in the library, in a file of the person's own to 40, in their order
	Notes    []Line   `yaml:"notes,omitempty"`   // what is known of it, at most 6 lines
	Article  []int    `yaml:"article,omitempty"`
	// Own says that it comes from a file of the person's own, not from the library.
	Own    bool `yaml:"-" json:"-"`
	Ground `yaml:",inline"`
}

// Own is a routine of the person's own, with the exercises that are written out in its
// file.
type Own struct {
	Routine `yaml:",inline"`
	Items   []Item `yaml:"items,omitempty"` // none has the id of one of the library's
}

// Called is the routine's name as it stands within a sentence: the library's without its
// capital, and one of the person's own as it was written.
func (r Routine) Called() string {
	if r.Own {
		return r.Name
	}
	return Lower(r.Name)
}
