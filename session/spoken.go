package session

import (
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
		return s.phrase("ready", "{what}", s.saidName(c))
	case CueSwitch:
		return s.phrase("switch", "{what}", content.Titled(s.saidSide(c.Side)))
	case CueHow:
		return s.saidHow(c)
	case CueBegin:
		return s.saidBegin(c)
	case CueEnd:
		return s.saidEnd(c)
	case CueLast:
		return s.library().Phrase("last")
	case CueStill:
		return s.library().Phrase("still-said")
	case CueAway:
		return s.phrase("away", "{time}", span(s.Gone))
	case CueRefused:
		return s.library().Phrase(c.Why)
	}
	return s.library().Phrase(c.Key())
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
	return Sided(it.Say, c.Side)
}

// saidBegin is what a phase begins with. A raise is counted; that it is held needs no
// word, and there is no time for one.
func (s Session) saidBegin(c Cue) string {
	switch {
	case c.Item == edgeItem:
		return s.saidHow(c)
	case c.Phase == Rise:
		return strconv.Itoa(c.Rep) + "."
	case c.Paced && c.Phase != Lower:
		return ""
	case c.Exercise && (c.Phase == Hold || c.Phase == Timed):
		return s.phrase(c.Key(), "{time}", span(c.For))
	case c.Phase == Rest && c.For < shortRest:
		return ""
	case c.Exercise:
		return s.library().Phrase(c.Key())
	}
	return s.saidPage(c)
}

// shortRest is a rest that is over before its word is.
const shortRest = 3 * time.Second

// saidPage is what is said where nothing is exercised: the wait, a pack, a drink.
func (s Session) saidPage(c Cue) string {
	switch b := s.Head(); {
	case b.Kind == WaitBlock:
		return s.waiting.Say
	case b.Kind == PackBlock && s.Pack.Kind == "":
		def, _ := s.library().Pack(content.Thing(b.Item), s.Facts.Muscle)
		return def.Say
	case b.Kind == DrinkBlock:
		return s.library().Phrase("drink")
	}
	return ""
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
