// Package content holds what to do and what to say: exercises, the order they
// stand in for each muscle, guidance, warning signs, phrases and the sources of
// all of it, as YAML that a clinician can review without reading Go.
//
// Every file goes through one strict door: an unknown field, a missing source,
// a dose out of bounds or a control character is an error that names the file,
// the line and the column. The package imports the standard library and the
// YAML decoder, nothing else.
//
// A field whose tag says omitempty may be left out of its file; every other
// field must stand there.
package content

import "time"

// Ground says what a statement rests on: the id of a source, or the reason why
// it is our own choice. Exactly one of the two is set.
type Ground struct {
	Source string `yaml:"source,omitempty"`
	Choice string `yaml:"choice,omitempty"`
}

// Seconds is a length of time with its ground. Whole seconds, 0 where absent.
type Seconds struct {
	Seconds int `yaml:"seconds"`
	Ground  `yaml:",inline"`
}

// Duration is the length of time.
func (s Seconds) Duration() time.Duration { return time.Duration(s.Seconds) * time.Second }

// Count is a number of things with its ground, 0 where absent.
type Count struct {
	Count  int `yaml:"count"`
	Ground `yaml:",inline"`
}

// Line is one sentence for the person, with its ground.
type Line struct {
	Text   string `yaml:"text"`
	Ground `yaml:",inline"`
}

// Note is a qualification in one sentence. With a care it is meant for those only
// who told of it.
type Note struct {
	Care Care `yaml:"care,omitempty"`
	Line `yaml:",inline"`
}

// Kind is the way in which an exercise is timed.
type Kind string

// The kinds of exercise.
const (
	Held  Kind = "held"  // holds of some seconds with rests between: a stretch
	Paced Kind = "paced" // repetitions that rise, hold and lower at a pace
	Timed Kind = "timed" // one length of time: jiggling, rolling
	Open  Kind = "open"  // until the person says: massage by hand
)

// Kinds lists every kind of exercise.
func Kinds() []Kind { return []Kind{Held, Paced, Timed, Open} }

// Dose is how much of an exercise is done. What a Kind does not use is absent.
type Dose struct {
	Rise  Seconds `yaml:"rise,omitempty"`  // paced: the way up, 1 to 10 s
	Hold  Seconds `yaml:"hold,omitempty"`  // held: 5 to 60 s; paced: 0 to 10 s
	Lower Seconds `yaml:"lower,omitempty"` // paced: the way down, 1 to 10 s
	Rest  Seconds `yaml:"rest,omitempty"`  // between repetitions, 1 to 30 s
	Reps  Count   `yaml:"reps,omitempty"`  // on the side that cramped, 1 to 20
	// Longer is a higher number of repetitions that the person may ask for, up
	// to 20; at Reps the program then says that enough is enough. 0 = none.
	Longer Count `yaml:"longer,omitempty"`
	// Other is the number of repetitions on the side that did not cramp, 0 = none.
	Other Count `yaml:"other,omitempty"`
	// For is the whole time of a timed exercise (5 to 120 s), or the time that is
	// suggested for an open one (30 to 120 s).
	For Seconds `yaml:"for,omitempty"`
	// Cap is how far an open or timed exercise may be lengthened, up to 180 s.
	Cap Seconds `yaml:"cap,omitempty"`
	// Least is how short an open exercise may be where the time is short (30 s to
	// For), absent = not shorter.
	Least Seconds `yaml:"least,omitempty"`
}

// Exclusion is a reason for care that rules something out, and why.
type Exclusion struct {
	Care   Care   `yaml:"care"`
	Why    string `yaml:"why"` // one sentence for the person
	Ground `yaml:",inline"`
}

// Item is one thing to do: a stretch, toe raises, a massage, a roller, a movement.
//
// Say is spoken after its name and its leg, so that somebody who can't see the screen
// gets into place: 3 to 12 words, less than five seconds. It says nothing that How,
// the notes or the figure don't say, and so it has no ground of its own.
type Item struct {
	ID        string      `yaml:"id"`                  // as the file's name: lower-case words joined by hyphens
	Name      string      `yaml:"name"`                // at most 28 cells
	Step      Step        `yaml:"step"`                // stretch or soothe
	Kind      Kind        `yaml:"kind"`                // how it is timed
	Verb      string      `yaml:"verb"`                // one upper-case word for its main phase, at most 9 letters: HOLD, RUB, ROLL
	Muscles   []Muscle    `yaml:"muscles"`             // what it is for
	Positions []Position  `yaml:"positions"`           // the positions it can be done in
	AtHand    []Thing     `yaml:"at_hand,omitempty"`   // everything it needs
	Support   bool        `yaml:"support,omitempty"`   // a wall or a chair to hold is needed too
	OneLeg    bool        `yaml:"one_leg,omitempty"`   // the other leg alone carries the weight
	EachSide  bool        `yaml:"each_side,omitempty"` // one leg at a time; otherwise both at once
	How       []Line      `yaml:"how"`                 // 3 to 5 short instructions, {side} and {other} stand for left and right
	Say       string      `yaml:"say"`                 // how to do it in a breath, 3 to 12 words, {side} and {other} as in How
	Dose      Dose        `yaml:"dose"`                // how much
	Pull      int         `yaml:"pull"`                // how strongly it lengthens, 1 (softest) to 3: our own ranking
	Shortens  bool        `yaml:"shortens,omitempty"`  // it shortens the muscle, the state in which cramps start
	StopIf    []Line      `yaml:"stop_if,omitempty"`   // beside the signs that stop every exercise
	NotFor    []Exclusion `yaml:"not_for,omitempty"`   // whom it is not for
	NotIn     []NotIn     `yaml:"not_in,omitempty"`    // contexts in which it is not offered
	Gentler   string      `yaml:"gentler,omitempty"`   // id of the variant to fall back on, "" = none
	Notes     []Note      `yaml:"notes,omitempty"`     // one-sentence qualifications
	Sources   []string    `yaml:"sources,omitempty"`   // where the technique comes from
	Article   []int       `yaml:"article,omitempty"`   // points of the base article, 1 to 16
}

// Slot is a place in a muscle's plan, filled by the first item that suits.
type Slot struct {
	ID  string   `yaml:"id"`  // unique in its plan: stretch, loosen, raises, massage, roller, move
	Any []string `yaml:"any"` // item ids, the best first
}

// Relief is the plan for one muscle: what fills Stretch and Soothe, in order.
type Relief struct {
	Muscle  Muscle   `yaml:"muscle"`
	Softest []string `yaml:"softest"` // what may run while it still grips, the best first
	Stretch []Slot   `yaml:"stretch"`
	Soothe  []Slot   `yaml:"soothe"`
	Check   []string `yaml:"check"` // the last test of the leg, the best first
	Ground  `yaml:",inline"`
}

// Breath is one slow breath of the guide on the wait screen.
type Breath struct {
	In  Seconds `yaml:"in"`  // 2 to 6 s
	Out Seconds `yaml:"out"` // 2 to 10 s
}

// Watch is a warning sign in a few words, for the wait screen.
type Watch struct {
	Sign string `yaml:"sign"` // id of the warning
	Text string `yaml:"text"` // at most 36 cells
}

// Waiting is what to do until the spasm eases. It is decoded alone for the
// first frame.
type Waiting struct {
	Muscle  Muscle           `yaml:"muscle"`
	Name    string           `yaml:"name"`   // behind "left" or "right", at most 12 cells
	Both    string           `yaml:"both"`   // of both legs: "both calves", at most 16 cells
	Where   string           `yaml:"where"`  // where it is, for whoever doesn't know its name, at most 28 cells
	Safe    map[Context]Line `yaml:"safe"`   // the first line, by context
	Unsaid  Line             `yaml:"unsaid"` // the first line while no context is known
	Lines   []Line           `yaml:"lines"`  // 3 to 5 lines: support, neutral, breathe, don't force
	Say     string           `yaml:"say"`    // what it comes to, as Item.Say; names no side
	Ends    Line             `yaml:"ends"`   // how long most cramps last, while this one hasn't lasted longer
	Breath  Breath           `yaml:"breath"`
	Check   Seconds          `yaml:"check"` // how often it asks: easing, same or worse
	Offer   Seconds          `yaml:"offer"` // when the softest stretch is pointed out
	Help    Seconds          `yaml:"help"`  // when it is time to ask for help the same day
	Early   Line             `yaml:"early"` // that most guidance stretches early
	Watch   []Watch          `yaml:"watch"` // 3 to 5 main warning signs
	Article []int            `yaml:"article,omitempty"`
}

// Pack is heat or cold on the skin.
type Pack struct {
	ID      string      `yaml:"id"`                // as the file's name
	Kind    Thing       `yaml:"kind"`              // heat or cold
	Name    string      `yaml:"name"`              // at most 16 cells
	Muscles []Muscle    `yaml:"muscles"`           // what it is for; each has one of each kind
	When    Line        `yaml:"when"`              // what it is for: "if it still feels tight"
	How     []Line      `yaml:"how"`               // 3 to 5 short instructions
	Say     string      `yaml:"say"`               // how to do it in a breath, as Item.Say; names no side
	For     Seconds     `yaml:"for"`               // how long it stays on, up to Cap
	Checks  []Seconds   `yaml:"checks"`            // when to look at the skin, from its start
	Answer  Seconds     `yaml:"answer"`            // how long a skin check waits before the pack comes off
	Cap     Seconds     `yaml:"cap"`               // the longest it may be on, at most 1200 s
	Again   Seconds     `yaml:"again"`             // the earliest for the same again, from its end
	Not     []Line      `yaml:"not"`               // the short list of who should not, 3 to 6 lines
	NotFor  []Exclusion `yaml:"not_for,omitempty"` // whom the program doesn't offer it to
	NotIn   []NotIn     `yaml:"not_in,omitempty"`  // contexts in which the program doesn't offer it
	Article []int       `yaml:"article,omitempty"`
}

// NotIn is a context that rules something out, and why.
type NotIn struct {
	Context Context `yaml:"context"`
	Why     string  `yaml:"why"`
	Ground  `yaml:",inline"`
}

// Drink is what to drink after a cramp in one context ("" = not known).
type Drink struct {
	Context Context `yaml:"context,omitempty"`
	Lines   []Line  `yaml:"lines"`   // 1 to 4 lines
	Limited []Line  `yaml:"limited"` // the same for somebody with a limit on fluid
	Article []int   `yaml:"article,omitempty"`
}

// Pace is what stands between the exercises, and how far they may be made gentler
// or longer.
type Pace struct {
	Ready    Seconds   `yaml:"ready"`     // to get into place, 5 to 30 s
	First    Seconds   `yaml:"first"`     // the same the first time, 5 to 60 s
	Switch   Seconds   `yaml:"switch"`    // to change legs, 5 to 30 s
	Read     Seconds   `yaml:"read"`      // for a page that goes on by itself, 10 to 60 s
	Grip     Count     `yaml:"grip"`      // holds of the softest stretch before the wait asks again, 1 to 5
	Shorter  []Seconds `yaml:"shorter"`   // the lengths a stretch is shortened to, the longest first
	Longest  Seconds   `yaml:"longest"`   // how long a stretch may be made, 30 to 60 s
	Fewest   Count     `yaml:"fewest"`    // repetitions of a stretch where the time is short, 1 to 3
	MoreHold Seconds   `yaml:"more_hold"` // what more time adds to a stretch, 5 to 30 s
	MoreOpen Seconds   `yaml:"more_open"` // to massage or rolling, 10 to 60 s
	MorePack Seconds   `yaml:"more_pack"` // to heat or cold, 60 to 300 s
	// Still is how long before an open exercise goes on by itself the person is
	// asked whether it is still tight, 10 to 30 s.
	Still Seconds `yaml:"still"`
	// LeastPack is the shortest time for which heat or cold is offered where the
	// time is short, 300 to 1200 s.
	LeastPack Seconds `yaml:"least_pack"`
}

// Tier is how soon to get help.
type Tier int

// The three tiers of warning signs.
const (
	Emergency Tier = 1 // the emergency number, now
	SameDay   Tier = 2 // advice the same day
	Soon      Tier = 3 // a doctor or pharmacist soon
)

// Warning is one warning sign.
type Warning struct {
	ID     string `yaml:"id"`
	Tier   Tier   `yaml:"tier"`
	Sign   string `yaml:"sign"` // what the person notices, at most 120 cells
	Ground `yaml:",inline"`
}

// Help is what to do about the signs of one tier; {emergency} in a text stands
// for the emergency number.
type Help struct {
	Tier  Tier   `yaml:"tier"`
	Title string `yaml:"title"` // at most 40 cells
	Lines []Line `yaml:"lines"` // 1 to 4 lines
}

// Advice is a short text with a place of its own: when to stop, restarting,
// what this program is not.
type Advice struct {
	ID      string `yaml:"id"`
	Title   string `yaml:"title"`
	Lines   []Line `yaml:"lines"`
	Article []int  `yaml:"article,omitempty"`
}

// Source is a publication that the content cites.
type Source struct {
	ID        string `yaml:"id"`
	Publisher string `yaml:"publisher"` // the publisher, or the authors and the journal
	Title     string `yaml:"title"`
	Year      int    `yaml:"year,omitempty"`  // 0 where the page gives none
	Where     string `yaml:"where,omitempty"` // DOI, PMID or the publisher's own page, "" = none
	Read      string `yaml:"read"`            // publisher, copy or news: what was read of it
}

// Library is the whole content, validated.
type Library struct {
	Items    []Item // by id
	Reliefs  []Relief
	Waitings []Waiting
	Packs    []Pack
	Drinks   []Drink
	Causes   []Cause
	Routines []Routine // by id
	Warnings []Warning // by tier, in the order of the files' numbers
	Helps    []Help    // by tier
	Advices  []Advice
	Topics   []Topic // in the order of the files' digits
	Pace     Pace
	Phrases  map[string]string // the words of cues and refusals, by key
	Sources  []Source
	Figures  []Figure
}
