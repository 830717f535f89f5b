package session

import (
	"time"

	"uncramp/content"
)

// PhaseKind is what the body does in a phase.
type PhaseKind string

// The kinds of phase.
const (
	Ready  PhaseKind = "ready"  // the lead: get into place
	Rise   PhaseKind = "rise"   // the way up of a repetition
	Hold   PhaseKind = "hold"   // stay there
	Lower  PhaseKind = "lower"  // the way down
	Rest   PhaseKind = "rest"   // between repetitions
	Switch PhaseKind = "switch" // the lead of the other side
	Timed  PhaseKind = "timed"  // one length of time: shaking, rolling, reading
	Open   PhaseKind = "open"   // until the person says
)

// Verbs are the words for what the body does in a phase; in the others it does what
// the exercise's own verb says.
var Verbs = map[PhaseKind]string{Ready: "GET READY", Hold: "HOLD", Lower: "LOWER", Rest: "REST", Switch: "SWITCH"}

// Phase is one stretch of time in which one thing is done.
type Phase struct {
	Kind PhaseKind
	For  time.Duration // 0 in an open phase
	Hint time.Duration // open: the time that is suggested, 0 = none
	Cap  time.Duration // how far More may lengthen it, 0 = not at all
	Rep  int           // the repetition it belongs to, from 1; 0 = none
	// Ground is what its length rests on; empty where it has none.
	Ground content.Ground
}

// plannedFor is the time to reckon with: what is timed, or suggested.
func (p Phase) plannedFor() time.Duration { return max(p.For, p.Hint) }

// BlockKind is what sort of thing a block is.
type BlockKind string

// The kinds of block.
const (
	WaitBlock    BlockKind = "wait"     // until the spasm eases
	GripBlock    BlockKind = "grip"     // the softest stretch while it still grips
	ConfirmBlock BlockKind = "confirm"  // is this the leg, the position, what is at hand?
	ItemBlock    BlockKind = "item"     // an item of the content
	AskBlock     BlockKind = "ask-pack" // heat, cold or neither?
	PackBlock    BlockKind = "pack"     // heat or cold on the skin
	DrinkBlock   BlockKind = "drink"    // what to drink
)

// Result is how a block ended.
type Result string

// The ways a block ends.
const (
	Completed Result = "completed"
	Skipped   Result = "skipped"
	LeftOut   Result = "left out" // too much, or it brought the cramp back
)

// Block is one thing in the list of what is left to do: one exercise on one
// side, the wait, the massage, a question, a pack.
type Block struct {
	Kind   BlockKind
	Item   string         // the content's id: an item, or heat or cold
	Slot   string         // its place in the plan; with Muscle and Side it names the block
	Muscle content.Muscle // whose plan it belongs to, "" = a routine's, or none's
	Side   Side
	Step   content.Step
	Phases []Phase
	Reps   int            // how many repetitions it has in all, 0 = not counted
	Count  content.Ground // what that number rests on; in sets the number of one set
	Sets   int            // in how many sets they are done, all of them alike; 0 = in one
	SetsBy content.Ground // what that number rests on
	From   int            // repetitions already done when it came back
	Begun  bool           // work on it has begun, so that it isn't dropped for want of time
	Pull   int            // 1 to 3, 0 where nothing is lengthened
	Short  bool           // it shortens the muscle
	Result Result         // in Done: how it ended
	Took   time.Duration  // what it took so far; in Done: all of it
}

// is says whether a and b are the same place in the plan. Only an exercise has a
// place on each leg: the questions stay what they are when the leg is corrected,
// and what both legs do at once stands for either. Heat or cold of a routine stays what
// it is whichever muscle cramped meanwhile.
func (b Block) is(a Block) bool {
	oneLeg := b.Kind == ItemBlock && a.Side != Both && b.Side != Both
	return b.Kind == a.Kind && b.Slot == a.Slot && (b.Muscle == a.Muscle || b.isPack()) && (a.Side == b.Side || !oneLeg)
}

// place names a place in the plan of a muscle, on whichever leg.
func (b Block) place() string { return string(b.Muscle) + "/" + b.Slot }

// hold is the longest hold of the block, 0 = none.
func (b Block) hold() time.Duration { return b.longest(Hold) }

// longest is the longest phase of a kind, 0 = none.
func (b Block) longest(kind PhaseKind) time.Duration {
	var most time.Duration
	for _, p := range b.Phases {
		if p.Kind == kind {
			most = max(most, p.For)
		}
	}
	return most
}

// Planned is the time the block takes if all goes as planned. Open phases count
// with the time that is suggested for them.
func (b Block) Planned() time.Duration {
	var sum time.Duration
	for _, p := range b.Phases {
		sum += p.plannedFor()
	}
	return sum
}

// Total is the planned time of all blocks.
func Total(blocks []Block) time.Duration {
	var sum time.Duration
	for _, b := range blocks {
		sum += b.Planned()
	}
	return sum
}
