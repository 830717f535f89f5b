package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// CueKind is what a person must notice. Its text is the key of the words in the
// content's phrases, but for CueBegin, whose words depend on the phase.
type CueKind string

// The cues.
const (
	CueReady   CueKind = "ready"   // get into place
	CueBegin   CueKind = "begin"   // a phase begins
	CueSwitch  CueKind = "switch"  // the other leg
	CueHow     CueKind = "how"     // in a lead: how to get into place
	CueTip     CueKind = "tip"     // a key worth knowing, for who doesn't see it; Why says which
	CueHalf    CueKind = "halfway" // of a phase of 20 s or more
	CueTen     CueKind = "ten"     // seconds left, in phases of 30 s or more
	CueThree   CueKind = "three"   // seconds left, in phases of 10 s or more
	CueTwo     CueKind = "two"
	CueOne     CueKind = "one"
	CueEnd     CueKind = "end"     // a hold, or what is timed, is over
	CueLast    CueKind = "last"    // the last repetition begins
	CueEnough  CueKind = "enough"  // the lower number of repetitions is done
	CueStill   CueKind = "still"   // what is open goes on soon, unless more time is asked for
	CueRelaxed CueKind = "relaxed" // what is open has lasted as long as is suggested, and waits
	CueStandby CueKind = "standby" // an exercise waits for the person's word
	CueStep    CueKind = "step"    // the next of the three steps begins
	CueCheck   CueKind = "check"   // easing, same or worse?
	CueOffer   CueKind = "offer"   // the softest stretch is there if it won't ease
	CueHelp    CueKind = "help"    // it has gripped so long that it is time to ask for help
	CueSigns   CueKind = "signs"   // look at the warning signs
	CueSkin    CueKind = "skin"    // look at the skin under the pack
	CueOn      CueKind = "pack-on"
	CueStays   CueKind = "stays" // the skin is fine: the pack stays on
	CueOff     CueKind = "off"   // take the pack off
	CueAsk     CueKind = "ask-pack"
	CueConfirm CueKind = "confirm"
	CueGate    CueKind = "gate" // before a routine, or what is taken up again: no cramp now, no warning sign
	CueAgain   CueKind = "again"
	CuePaused  CueKind = "paused"
	CueResumed CueKind = "resumed"
	CueAway    CueKind = "away"
	CueOver    CueKind = "over"    // the summary
	CueWhere   CueKind = "where"   // where the session stands, for who asked
	CueRefused CueKind = "refused" // the event changed nothing; Why says why
)

// Cue is one thing to notice, at the instant it is about.
type Cue struct {
	Kind     CueKind
	At       time.Duration
	Phase    PhaseKind     // of a begin: which phase
	Item     string        // what it is about
	Side     Side          // on which side
	Rep      int           // in which repetition, 0 = none
	For      time.Duration // of a begin: how long the phase lasts, 0 = open
	Exercise bool          // of a begin: the body works
	Paced    bool          // of a begin or an end: it is part of a repetition at a pace
	Tier     content.Tier  // of signs: which tier was named
	// Why is, of a refusal, the key of its words, or the words themselves; of what comes
	// off, the key of other words than its own; of a where, of what lies over the session.
	Why string
}

// Key is the key of the cue's words in the content's phrases.
func (c Cue) Key() string {
	switch c.Kind {
	case CueBegin:
		return "begin-" + string(c.Phase)
	case CueStep:
		return "step-" + c.Item
	case CueRefused, CueTip:
		return c.Why
	}
	return string(c.Kind)
}

// stale is how late a cue may come and still be about now.
const stale = time.Second

// lasting cues stay true until something else happens, so they are never too
// late to be told.
func (c Cue) lasting() bool {
	switch c.Kind {
	case CueHelp, CueOffer, CueOff, CueOver, CueRefused, CueAsk, CueConfirm, CueGate, CueAway, CueSkin:
		return true
	}
	return false
}

// due leaves out what nobody needs to hear any more: cues more than a second
// late, but for the begin of the newest phase and those that last. So a screen
// that stood still for a while never plays a backlog.
func due(cues []Cue, now, began time.Duration) []Cue {
	kept := cues[:0]
	for i, c := range cues {
		if now-c.At <= stale || c.At == began && !c.ending() || c.lasting() && !c.over(cues[i:]) {
			kept = append(kept, c)
		}
	}
	return kept
}

// ending cues are about the phase before the one that begins at their instant.
func (c Cue) ending() bool { return c.Kind == CueEnd || c.Kind == CueEnough }

// over says that a later cue answered c: nobody looks at the skin under a pack
// that has come off since.
func (c Cue) over(later []Cue) bool {
	off := func(x Cue) bool { return x.Kind == CueOff }
	return c.Kind == CueSkin && slices.ContainsFunc(later, off)
}

// mark is a cue at an offset from its phase's begin.
type mark struct {
	at   time.Duration
	kind CueKind
	why  string // of a tip
}

// When the words for getting into place come in a lead: after the name of what
// comes, and early enough to be through before it is counted down.
const (
	longLead = 15 * time.Second
	howLong  = 5 * time.Second // in a lead that is at least so long
	howMore  = 10 * time.Second
	howShort = 2 * time.Second // in a shorter one
	counted  = 10 * time.Second
)

// marks lists the cues within a phase, in order. A short phase has few: a five
// second raise gets its begin and its end, not seven beeps.
func marks(p Phase) []mark {
	var list []mark
	put := func(at time.Duration, kind CueKind) { list = append(list, mark{at: at, kind: kind}) }
	switch lead := p.Kind == Ready || p.Kind == Switch; {
	case lead && p.For >= longLead:
		put(howLong, CueHow)
		list = append(list, mark{howMore, CueTip, "how-more"})
	case lead && p.For >= counted:
		put(howShort, CueHow)
	case !lead && p.For >= 20*time.Second:
		put(p.For/2, CueHalf)
	}
	if p.For >= 30*time.Second {
		put(p.For-10*time.Second, CueTen)
	}
	if p.For >= counted {
		put(p.For-3*time.Second, CueThree)
		put(p.For-2*time.Second, CueTwo)
		put(p.For-time.Second, CueOne)
	}
	return list
}

// marks lists the cues within the phase that runs. What is open is asked about
// before it goes on by itself, where more time can be had.
func (s Session) marks() []mark {
	p := s.Phase()
	switch {
	case !s.Head().exercise():
		return s.tips()
	case p.Kind == Rest && p.For >= counted && !slices.ContainsFunc(s.Done, Block.exercise):
		// The first time that there is time to listen, and a pull to be told about.
		at := tipInRest
		if s.Head().Break(p) {
			at = tipInBreak
		}
		list := append(marks(p), mark{at, CueTip, "tip-later"})
		slices.SortStableFunc(list, func(a, b mark) int { return int(a.at - b.at) })
		return list
	case p.Kind != Open && (len(s.Done) > toneTaught || len(s.ownWords()) > 0):
		return slices.DeleteFunc(marks(p), func(m mark) bool { return m.kind == CueTip })
	case p.Kind != Open:
		return marks(p)
	case s.lasts() == 0:
		return []mark{{at: p.Hint, kind: CueRelaxed}}
	}
	list := marks(Phase{Kind: Timed, For: s.lasts()})
	list = slices.DeleteFunc(list, func(m mark) bool { return m.kind == CueTen })
	if s.refusalOfMore() == "" {
		still := s.library().Pace.Still.Duration()
		list = append(list, mark{at: s.lasts() - min(still, s.lasts()/2), kind: CueStill})
		slices.SortStableFunc(list, func(a, b mark) int { return int(a.at - b.at) })
	}
	return list
}

// toneTaught is after how many blocks everybody knows that nothing begins before its
// tone.
const toneTaught = 4

// tipInRest is when the words for the rest are over.
const tipInRest = 3500 * time.Millisecond

// tipInBreak is the same of the rest between two sets, which says which set comes.
const tipInBreak = 5 * time.Second

// tips lists the keys worth knowing where nothing is exercised: told one after the
// other, after what is said first. Nobody counts down to the end of a page.
func (s Session) tips() []mark {
	first, second := 8*time.Second, 16*time.Second
	switch b := s.Head(); {
	case b.Kind == WaitBlock:
		return []mark{{first, CueTip, "tip-eased"}, {second, CueTip, "tip-signs"}}
	case b.Gate():
		return []mark{{first, CueTip, "tip-signs"}}
	case b.Kind == PackBlock && s.Pack.Kind == "":
		return []mark{{first, CueTip, "tip-on"}}
	}
	return nil
}

// lasts is how long the phase that runs lasts by itself, 0 = until the person says.
// What is open goes on after the time that is suggested for it, so that nobody who
// lies on a roller has to reach for a key; where each exercise waits for the
// person's word, so does its end.
func (s Session) lasts() time.Duration {
	p := s.Phase()
	if p.Kind == Open && s.Head().Kind == ItemBlock && !s.Facts.Manual {
		return p.Hint
	}
	return p.For
}
