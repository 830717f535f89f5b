package cli

import (
	"uncramp/content"
	"uncramp/session"
)

// plan is what a session or a routine would do, as JSON shows it. Lengths are
// whole seconds. What may change in it, and when its version does, is said in schema.go.
type plan struct {
	Version  int              `json:"version"`
	Muscle   content.Muscle   `json:"muscle,omitempty"`
	Routine  string           `json:"routine,omitempty"`
	Own      bool             `json:"own,omitempty"` // the routine is the person's own
	Side     session.Side     `json:"side"`
	Position content.Position `json:"position"`
	Context  content.Context  `json:"context,omitempty"`
	Have     []content.Thing  `json:"have"`
	Care     []content.Care   `json:"care"`
	Minutes  int              `json:"minutes,omitempty"` // the time there is, 0 = as long as it takes
	Assumed  []string         `json:"assumed"`           // what was not told
	First    []statement      `json:"first"`             // the wait, or whom the routine is for
	Figure   string           `json:"figure,omitempty"`  // what the figure of the wait shows, in words
	Blocks   []planBlock      `json:"blocks"`
	StopIf   []statement      `json:"stop_if"` // what stops every exercise
	LeftOut  []string         `json:"left_out_for_time"`
	NotYou   []spared         `json:"left_out_for_you"`
	Total    int              `json:"total_seconds"` // the sum of all phases
	Notes    []statement      `json:"notes"`
	Sources  []planSource     `json:"sources"`
}

// ground is what a number or a statement rests on: a source's id, or why it is ours.
type ground struct {
	Source string `json:"source,omitempty"`
	Choice string `json:"choice,omitempty"`
}

// statement is a sentence with its ground.
type statement struct {
	Text string `json:"text"`
	ground
}

// spared is an exercise that is left out for this person, and why.
type spared struct {
	Item string `json:"item"`
	Name string `json:"name"`
	Why  string `json:"why"`
	ground
}

// planBlock is one thing to do.
type planBlock struct {
	Step    content.Step `json:"step"`
	Kind    string       `json:"kind"`
	Item    string       `json:"item,omitempty"`
	Name    string       `json:"name"`
	Side    session.Side `json:"side"`
	Dose    string       `json:"dose,omitempty"`
	Reps    *planCount   `json:"reps,omitempty"` // in each set
	Sets    *planCount   `json:"sets,omitempty"`
	Break   *planLength  `json:"break,omitempty"` // between two sets
	Seconds int          `json:"seconds"`         // the sum of its phases
	Phases  []planPhase  `json:"phases"`
	Figure  string       `json:"figure,omitempty"` // what the figure on the screen shows, in words
	How     []statement  `json:"how,omitempty"`
	StopIf  []statement  `json:"stop_if,omitempty"`
	Notes   []statement  `json:"notes,omitempty"`
	Sources []string     `json:"sources,omitempty"` // of the technique
	Packs   []planPack   `json:"packs,omitempty"`   // what the question about heat or cold offers, or a routine has
}

// planCount is a number with its ground.
type planCount struct {
	Count int `json:"count"`
	ground
}

// planLength is a length of time with its ground.
type planLength struct {
	Seconds int `json:"seconds"`
	ground
}

// planPhase is a length of time in which one thing is done.
type planPhase struct {
	Kind    session.PhaseKind `json:"kind"`
	Verb    string            `json:"verb"` // what it is called on the screen
	Seconds int               `json:"seconds"`
	Open    bool              `json:"open,omitempty"` // until the person says, or longer than its seconds where they ask for it
	Rep     int               `json:"rep,omitempty"`  // counted on through the sets
	ground
}

// planPack is heat or cold, which only the person's word puts on.
type planPack struct {
	Kind    content.Thing `json:"kind"`
	Name    string        `json:"name"`
	Seconds int           `json:"seconds"`
	AtHand  bool          `json:"at_hand"`
	Figure  string        `json:"figure,omitempty"` // what its figure shows, in words
	ground
}

// planSource is a publication that the plan cites.
type planSource struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Year      int    `json:"year,omitempty"`
	Where     string `json:"where,omitempty"`
	Read      string `json:"read"`
}
