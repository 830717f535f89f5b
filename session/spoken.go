package session

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"uncramp/content"
)

// Said is what is said at a cue, for somebody who doesn't see the screen; "" where a
// tone alone is enough. s is the session in which the cue came up. The words are the
// content's; what a moment fills in are names, legs, times and counts.
func (s Session) Said(c Cue) string {
	switch c.Kind {
	case CueThree, CueTwo, CueOne, CueEnough:
		return "" // counted down in tones; between two raises there is no time to talk
	case CueReady:
		return s.phrase("ready", "{what}", s.saidName(c)+s.saidCount(c))
	case CueStandby:
		return s.phrase("standby-said", "{what}", content.Titled(s.saidName(c)))
	case CueConfirm:
		return s.phrase("confirm-said", "{what}", s.saidFacts())
	case CueAsk:
		return s.saidPacks()
	case CueHow:
		return s.saidHow(c)
	case CueBegin:
		return s.saidBegin(c)
	case CueEnd:
		return s.saidEnd(c)
	case CueLast:
		return s.saidLast(c)
	case CueOn:
		return s.phrase("pack-on", "{time}", span(s.Pack.For))
	case CueAway:
		return s.phrase("away", "{time}", span(s.Gone))
	case CueWhere:
		return s.saidBeneath(c)
	case CueOff:
		if c.Why != "" {
			return s.library().Phrase(c.Why)
		}
	}
	if said := s.library().Phrases[c.Key()+"-said"]; said != "" {
		return said
	}
	return s.library().Phrase(c.Key())
}

// SaidShort is what is said where there is no time for Said; "" where there is nothing
// shorter.
func (s Session) SaidShort(c Cue) string {
	switch c.Kind {
	case CueReady:
		return s.library().Phrase("ready-short")
	case CueWhere:
		if c.Why != "" {
			return s.library().Phrase(c.Why)
		}
		return s.saidWhereShort(c.At)
	}
	return ""
}

// phrase is a phrase of the content, filled in.
func (s Session) phrase(key, gap, with string) string {
	return strings.ReplaceAll(s.library().Phrase(key), gap, with)
}

// saidName is an exercise's name, with the leg where it is done on one.
func (s Session) saidName(c Cue) string {
	it, _ := s.library().Item(c.Item)
	name := content.Lower(it.Name)
	if it.EachSide {
		name += ", " + s.saidSide(c.Side)
	}
	return name
}

// saidCount is how often it is done, from its beginning on, or where it goes on.
func (s Session) saidCount(c Cue) string {
	b := s.Head()
	switch {
	case b.Item != c.Item || c.Rep > 0 || b.Reps < 2:
		return ""
	case b.InSets():
		return fmt.Sprintf(", %s of %d", times(b.Sets, "set"), b.PerSet())
	case b.goesOn():
		noun, _ := b.each()
		return fmt.Sprintf(", %s %d of %d", noun, b.From+1, b.Reps)
	case b.paced():
		return ", " + times(b.Reps, "time")
	}
	return ", " + times(b.Reps, "hold")
}

// saidFacts is which leg, and how they are.
func (s Session) saidFacts() string {
	return content.Titled(s.saidSide(s.Facts.Leg())) + ", " + string(s.Facts.Stance())
}

// saidSide names a leg.
func (s Session) saidSide(side Side) string {
	if side == Both {
		return s.library().Phrase("both-sides")
	}
	return s.phrase("this-side", "{side}", string(side))
}

// saidHow is how to get into place.
func (s Session) saidHow(c Cue) string {
	it, _ := s.library().Item(c.Item)
	words := []string{Sided(it.Say, c.Side)}
	for _, l := range s.ownWords() {
		words = append(words, Sided(l.Text, c.Side))
	}
	return strings.Join(words, " ")
}

// ownWords are the words of a routine's turn. They are said in a lead that has the time
// for them: the one that is as long as the first.
func (s Session) ownWords() []content.Line {
	if p := s.Phase(); p.Kind != Ready || p.For < longLead {
		return nil
	}
	return s.Facts.turnOf(s.library(), s.Head().Slot).Words
}

// taught is after how many repetitions everybody knows what the tone for the way down
// stands for.
const taught = 3

// saidBegin is what a phase begins with. A raise is counted; that it is held needs no
// word, and there is no time for one.
func (s Session) saidBegin(c Cue) string {
	it, _ := s.library().Item(c.Item)
	raise := slices.Contains([]string{"RISE", "LIFT"}, it.Verb)
	key := c.Key()
	_, rep := s.Head().Set(c.Rep) // a set is counted from its own beginning
	switch {
	case c.Item == edgeItem:
		return s.saidHow(c)
	case c.For >= shortRest && s.Head().Break(Phase{Kind: c.Phase, Rep: c.Rep}):
		return s.saidBreak(c)
	case c.Phase == Rise && rep == 1 && raise:
		return s.library().Phrase(key) + " 1."
	case c.Phase == Rise:
		return strconv.Itoa(rep) + "."
	case c.Phase == Lower && c.Rep > taught:
		return ""
	case c.Phase == Lower && !raise:
		return s.library().Phrase("lower-back")
	case c.Paced && c.Phase != Lower, c.Phase == Rest && c.For < shortRest:
		return ""
	case c.Phase == Rest && c.Rep == 1:
		return s.library().Phrase("rest-said")
	case c.Phase == Hold && c.Rep > 1:
		return s.library().Phrase("hold-again")
	case c.Exercise:
		lasts := max(c.For, s.Phase().Hint)
		words := strings.ReplaceAll(s.library().Phrase(key), "{time}", span(lasts))
		return strings.ReplaceAll(words, "{what}", content.Titled(strings.ToLower(it.Verb)))
	}
	return s.saidPage()
}

// saidBreak is how long it is to the next set, and which that is.
func (s Session) saidBreak(c Cue) string {
	return s.phrase("break-said", "{what}", span(c.For)+", then "+s.Head().setWords(c.Rep+1))
}

// shortRest is a rest that is over before its word is.
const shortRest = 3 * time.Second

// saidPage is what is said where nothing is exercised: the wait, a pack, a drink.
func (s Session) saidPage() string {
	switch b := s.Head(); {
	case b.Kind == WaitBlock:
		return s.waiting.Say
	case b.isPack() && !s.onSkin():
		def, _ := s.library().Pack(content.Thing(b.Item), b.Muscle)
		if s.Facts.Routine != "" {
			return def.Name + ". " + def.Say // nobody chose it just now
		}
		return def.Say
	case b.Kind == DrinkBlock:
		return s.library().Phrase("drink")
	}
	return ""
}

// saidPacks is which of heat and cold can be had, and by which key.
func (s Session) saidPacks() string {
	var words []string
	for _, kind := range []content.Thing{content.Heat, content.Cold} {
		if s.PackRefusal(kind) == "" {
			words = append(words, s.library().Phrase("ask-"+string(kind)))
		}
	}
	return strings.Join(append(words, s.library().Phrase("ask-neither")), " ")
}

// saidLast is that the last repetition begins; of a longer hold, on which leg.
func (s Session) saidLast(c Cue) string {
	it, _ := s.library().Item(c.Item)
	if it.EachSide && it.Kind == content.Held {
		return s.phrase("last-side", "{what}", s.saidSide(c.Side))
	}
	return s.library().Phrase("last")
}

// saidEnd is what a hold or what is timed ends with.
func (s Session) saidEnd(c Cue) string {
	switch {
	case c.Paced:
		return ""
	case c.Phase == Hold:
		return s.library().Phrase("end")
	}
	return s.library().Phrase("end-stop")
}

// Opening is what a session begins with: what its first head would have cued.
func (s Session) Opening() []Cue {
	s.Rest = slices.Clone(s.Rest)
	t := turn{Session: s}
	t.phase()
	return t.cues
}

// Ahead lets time pass to the next instant at which anything is cued by time alone,
// and returns the session then and its cues. ok is false where nothing more will be.
func (s Session) Ahead() (then Session, cues []Cue, ok bool) {
	for range farAhead {
		next := s.moments()
		if s.Mode == Ended || len(next) == 0 {
			return s, nil, false
		}
		if s, cues = s.Apply(Tick{}, next[0].at); len(cues) > 0 {
			return s, cues, true
		}
	}
	return s, nil, false
}

// farAhead is how many instants without a cue may come before one with a cue: more
// than there are in any plan.
const farAhead = 100
