package session

import (
	"time"

	"uncramp/content"
)

// Event is something that happened: a word of the person, or time.
type Event interface{ event() }

// The events. Each is an edit of what is left to do.
type (
	// Tick says only that time passed.
	Tick struct{}
	// Tell replaces the facts.
	Tell struct{ Facts Facts }
	// Check answers the wait's question: easing, same or worse?
	Check struct{ Answer Answer }
	// Eased is the person's word that the spasm eased and that none of the
	// warning signs is there. Nothing else ends the wait.
	Eased struct{}
	// Grip asks for the softest stretch while it still grips.
	Grip struct{}
	// Again says that it is cramping again.
	Again struct{}
	// TooMuch says that what runs now is too much.
	TooMuch struct{}
	// Go is "yes, go on": it confirms, starts at once, or ends what is open.
	Go struct{}
	// Next skips what runs now.
	Next struct{}
	// Back brings the last thing back.
	Back struct{}
	// More asks for more time.
	More struct{}
	// Choose answers heat, cold or neither ("").
	Choose struct{ Pack content.Thing }
	// Skin answers a skin check; OK false takes the pack off, at any time.
	Skin struct{ OK bool }
	// Warn names a warning sign of a tier.
	Warn struct{ Tier content.Tier }
	// Pause stops the clock of what runs now.
	Pause struct{}
	// Resume goes on after a pause, behind a lead.
	Resume struct{}
	// Away says that nobody was here for a while: the machine slept, the program
	// was stopped. The clock stands where it was when that began.
	Away struct{ For time.Duration }
	// Found says that an earlier session was under way when its program ended. Its
	// instants are on this session's clock, none of them after now.
	Found struct {
		Earlier Saved
		Untold  bool // nobody told anything of this session: what was told of that one holds
	}
	// TakeUp goes on with the session that was found.
	TakeUp struct{}
	// Where asks where the session stands. It changes nothing.
	Where struct {
		Over string // what lies over it, as the key of its words; "" = nothing does
	}
	// Rate says, once all is over, how sore it is, from 0 to 10.
	Rate struct{ Sore int }
	// Leave ends the session; what was done is kept.
	Leave struct{}
)

func (Tick) event()    {}
func (Tell) event()    {}
func (Check) event()   {}
func (Eased) event()   {}
func (Grip) event()    {}
func (Again) event()   {}
func (TooMuch) event() {}
func (Go) event()      {}
func (Next) event()    {}
func (Back) event()    {}
func (More) event()    {}
func (Choose) event()  {}
func (Skin) event()    {}
func (Warn) event()    {}
func (Pause) event()   {}
func (Resume) event()  {}
func (Away) event()    {}
func (Found) event()   {}
func (TakeUp) event()  {}
func (Where) event()   {}
func (Rate) event()    {}
func (Leave) event()   {}

// Answer is how the cramp feels at a check of the wait.
type Answer string

// The answers.
const (
	Easing Answer = "easing"
	Same   Answer = "same"
	Worse  Answer = "worse"
)
