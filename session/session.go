package session

import (
	"time"

	"uncramp/content"
)

// Mode is whether the session's clock runs.
type Mode string

// The modes.
const (
	Running Mode = "running"
	Paused  Mode = "paused"
	Ended   Mode = "ended"
)

// Outcome is how an ended session ended.
type Outcome string

// The outcomes.
const (
	Finished  Outcome = "finished" // everything was gone through
	LeftEarly Outcome = "left"     // the person left early
	Warned    Outcome = "warned"   // a sign of an emergency was named
)

// Session is the whole state of one session. It is a value: Apply returns a new
// one and leaves the old one as it was. Instants are durations since the start.
type Session struct {
	Facts Facts
	Ease  Ease
	Done  []Block // what is behind, newest last
	Rest  []Block // what is left; the head is what happens now
	At    int     // the current phase of the head

	Now     time.Duration // the last instant that was applied
	Began   time.Duration // when the current phase began
	Entered time.Duration // when the head became the head
	Stood   time.Duration // how long the current phase stood still in pauses
	Stopped time.Duration // when the pause began, in mode Paused; when all ended, in mode Ended
	Mode    Mode
	Outcome Outcome // in mode Ended
	Standby bool    // in mode Paused: nobody paused, an exercise waits for its word

	Gripping  bool
	Onset     time.Duration   // when the cramp began
	EasedIn   time.Duration   // from the onset to the person's word, of the last cramp
	Eases     []time.Duration // the same of every cramp, in order
	Help      bool            // a cramp gripped so long that it was time to ask for help
	Planned   bool            // the first wait is over: the list holds a plan
	Where     Side            // in a routine: the leg that was stretched when it last cramped, "" = none
	Laid      time.Duration   // when the person last said that they lie
	Passed    bool            // that word may only have been passed through
	Level     int             // how much was cut from the plan because the time is short
	Cuts      []Cut           // what that was
	Carried   content.Tier    // of the sign: one that an earlier session named, 0 = none
	Answer    Answer          // the last answer to a check of the wait, "" = none
	Unchanged time.Duration   // since when the wait brought nothing

	Pack  Pack
	Packs []Worn        // what was on the skin and came off again
	Gone  time.Duration // how long nobody was here, the last time

	Start   time.Duration // when it began: before 0 where an earlier run's session was taken up
	Earlier *Saved        // an earlier session that can be taken up; never changed, nil = none
	Rated   bool          // the person said how sore it is
	Sore    int           // how sore, 0 to 10, where Rated

	waiting content.Waiting
	library func() *content.Library
}

// Pack is heat or cold on the skin. Its time is real time: nothing stops it.
type Pack struct {
	Kind    content.Thing // heat or cold; "" = nothing is on the skin
	Slot    string        // the place in the plan of its block
	Muscle  content.Muscle
	On      time.Duration // when it was put on
	For     time.Duration // how long it stays
	Checked int           // how many skin checks were asked
	Asking  bool          // a skin check waits for its answer
	Asked   time.Duration // since when
}

// Worn is a pack that was on the skin: what it was and when it came off.
type Worn struct {
	Kind content.Thing
	On   time.Duration
	Off  time.Duration
}

// New starts a session: the wait, already counting. The waiting guidance is all
// that the wait needs; the library is called for no sooner than it has ended.
func New(f Facts, w content.Waiting, library func() *content.Library) Session {
	f.Lain = f.Stance() == content.Lying || f.Context == content.Sleep
	return Session{
		Facts: f, Mode: Running, Gripping: true,
		Rest:    []Block{waitBlock(f)},
		waiting: w, library: library,
	}
}

// Follow starts a routine for somebody who has no cramp, at its gate: no cramp
// now, none of the warning signs, and what is at hand. What the routine takes to
// be so holds where nothing else was told.
func Follow(f Facts, r content.Routine, library func() *content.Library) Session {
	f = f.Following(r)
	if f.Muscle == "" {
		f.Muscle = content.Calf // until something cramps it stands for none
	}
	f.Lain = f.Stance() == content.Lying
	w, _ := library().Waiting(f.Muscle)
	t := turn{Session: Session{Facts: f, Mode: Running, Planned: true, waiting: w, library: library}}
	t.Rest = append([]Block{confirmBlock(f)}, t.build()...)
	return t.Session
}

// waitBlock is the wait: open, until the person's own word.
func waitBlock(f Facts) Block {
	return Block{Kind: WaitBlock, Slot: "wait", Side: f.Leg(), Step: content.Wait, Phases: []Phase{{Kind: Open}}}
}

// Head is what happens now. In an ended session it is the zero Block.
func (s Session) Head() Block {
	if len(s.Rest) == 0 || s.Mode == Ended {
		return Block{}
	}
	return s.Rest[0]
}

// Phase is the phase that runs now. In an ended session it is the zero Phase.
func (s Session) Phase() Phase {
	b := s.Head()
	if s.At >= len(b.Phases) {
		return Phase{}
	}
	return b.Phases[s.At]
}

// Waiting is the guidance of the wait.
func (s Session) Waiting() content.Waiting { return s.waiting }

// Library is the content that the session draws on.
func (s Session) Library() *content.Library { return s.library() }

// Item is the content of the head, where it is an exercise.
func (s Session) Item() (content.Item, bool) {
	if b := s.Head(); b.Kind == ItemBlock || b.Kind == GripBlock {
		return s.ItemOf(b)
	}
	return content.Item{}, false
}

// ItemOf is the content of a block of this session's plan, with the dose and the words
// that a routine states for its turn; ok is false where it is no exercise.
func (s Session) ItemOf(b Block) (it content.Item, ok bool) {
	it, ok = s.library().Item(b.Item)
	return s.Facts.dosed(s.library(), b.Slot, it), ok
}
