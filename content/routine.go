package content

// Cause is why a cramp may have come, in one context ("" = not known).
type Cause struct {
	Context Context `yaml:"context,omitempty"`
	Lines   []Line  `yaml:"lines"` // 1 or 2 lines
	Article []int   `yaml:"article,omitempty"`
}

// Turn is a place in a routine, filled by the first item that suits. A dose that
// it states stands in for the item's own, where the item is held.
type Turn struct {
	ID   string   `yaml:"id"`             // unique in its routine
	Any  []string `yaml:"any"`            // item ids, the best first
	Hold Seconds  `yaml:"hold,omitempty"` // 5 to 60 s
	Rest Seconds  `yaml:"rest,omitempty"` // 1 to 30 s
	Reps Count    `yaml:"reps,omitempty"` // 1 to 20
}

// Routine is a timed row of stretches for somebody who has no cramp now.
type Routine struct {
	ID       string   `yaml:"id"`                // as the file's name
	Name     string   `yaml:"name"`              // at most 28 cells
	For      Line     `yaml:"for"`               // whom it is for
	Position Position `yaml:"position"`          // how it is meant to be done, unless told
	Have     []Thing  `yaml:"have,omitempty"`    // what it takes to be at hand, unless told
	Context  Context  `yaml:"context,omitempty"` // when it is meant to be done, unless told
	Turns    []Turn   `yaml:"turns"`             // 1 to 12, in their order
	Notes    []Line   `yaml:"notes,omitempty"`   // what is known of it, at most 6 lines
	Article  []int    `yaml:"article,omitempty"`
	Ground   `yaml:",inline"`
}
