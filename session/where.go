package session

import (
	"fmt"
	"strings"
	"time"

	"uncramp/content"
)

// saidBeneath answers "where am I" where something may lie over the session. That comes
// first then, and no word of an enter follows: there the key means something else.
func (s Session) saidBeneath(c Cue) string {
	if c.Why == "" {
		return s.saidWhere(c.At)
	}
	words := s.library().Phrase(c.Why)
	if s.Mode == Ended {
		return words
	}
	s.Standby, s.Pack.Asking = false, false
	return words + " " + s.saidWhere(c.At)
}

// saidWhere answers "where am I": step, exercise, leg, repetition, phase and the time
// left at an instant, and then what comes next.
func (s Session) saidWhere(now time.Duration) string {
	if s.Mode == Ended {
		return s.library().Phrase("where-over")
	}
	parts := s.whereStep()
	parts = append(parts, s.whereHead()...)
	parts = append(parts, s.wherePhase(now)...)
	said := []string{s.phrase("where", "{what}", content.Titled(strings.Join(parts, ", ")))}
	if next := s.whereNext(); next != "" {
		said = append(said, s.phrase("where-next", "{what}", next))
	}
	if s.Pack.Kind != "" && !s.onSkin() {
		worn := s.phrase("where-on", "{what}", string(s.Pack.Kind)) + ", " + s.whereLeft(s.PackLeft(now))
		said = append(said, s.phrase("where", "{what}", content.Titled(worn)))
	}
	return strings.Join(said, " ")
}

// saidWhereShort is the same where there is time for the phase and its time alone.
func (s Session) saidWhereShort(now time.Duration) string {
	if s.Mode == Ended {
		return ""
	}
	parts := s.wherePhase(now)
	if len(parts) == 0 {
		parts = s.whereHead()
	}
	return s.phrase("where", "{what}", content.Titled(strings.Join(parts, ", ")))
}

// whereStep is that the clock stands, where it does, and the step: in a routine, which
// has but one, its name.
func (s Session) whereStep() []string {
	var parts []string
	switch {
	case s.Standby:
		parts = append(parts, s.library().Phrase("where-standby"))
	case s.Mode == Paused:
		parts = append(parts, s.library().Phrase("where-paused"))
	}
	if r, ok := s.library().Routine(s.Facts.Routine); ok && !s.Gripping {
		return append(parts, r.Called())
	}
	return append(parts, string(s.Head().Step))
}

// whereHead names what happens now, and the leg.
func (s Session) whereHead() []string {
	b := s.Head()
	switch {
	case b.Kind == WaitBlock:
		return []string{s.saidSide(s.Cramping())}
	case b.Gate():
		return []string{s.library().Phrase("where-gate")}
	case b.Kind == ConfirmBlock:
		return []string{s.library().Phrase("where-confirm")}
	case b.Kind == PackBlock && s.Pack.Kind == "":
		return []string{s.phrase("where-fetch", "{what}", b.Item)}
	case s.onSkin() && s.Pack.Asking:
		return []string{s.library().Phrase("where-skin")}
	}
	return []string{s.blockName(b)}
}

// blockName names a block in a few words.
func (s Session) blockName(b Block) string {
	switch b.Kind {
	case AskBlock:
		return s.library().Phrase("where-ask")
	case PackBlock:
		return s.phrase("where-on", "{what}", b.Item)
	case DrinkBlock:
		return s.library().Phrase("where-drink")
	}
	return s.saidName(Cue{Item: b.Item, Side: b.Side})
}

// wherePhase is what runs, in which repetition, and how long it still lasts; how long it
// has lasted where nothing ends by itself.
func (s Session) wherePhase(now time.Duration) []string {
	b, p := s.Head(), s.Phase()
	switch {
	case b.Kind == WaitBlock:
		return []string{s.phrase("where-gone", "{time}", span(s.SinceOnset(now).Truncate(time.Second)))}
	case s.onSkin(), b.Kind == DrinkBlock:
		return []string{s.whereLeft(s.Left(now))}
	case !b.exercise() && b.Item != edgeItem:
		return nil
	}
	parts := s.phaseName(b, p)
	if p.Kind == Open && s.lasts() == 0 {
		return append(parts, s.phrase("where-gone", "{time}", span(s.Elapsed(now).Truncate(time.Second))))
	}
	return append(parts, s.whereLeft(s.Left(now)))
}

// whereLeft is a time left; a second that has begun counts whole.
func (s Session) whereLeft(d time.Duration) string {
	return s.phrase("where-left", "{time}", span((d + time.Second - 1).Truncate(time.Second)))
}

// phaseName is what the body does in a phase, and in which repetition.
func (s Session) phaseName(b Block, p Phase) []string {
	it, _ := s.library().Item(b.Item)
	verb := strings.ToLower(it.Verb)
	if v, general := Verbs[p.Kind]; general {
		verb = strings.ToLower(v)
	}
	if p.Rep == 0 || b.Reps < 2 {
		return []string{verb}
	}
	noun := "repetition"
	if !b.paced() {
		noun = "hold"
	}
	set, rep := b.Set(p.Rep)
	count := fmt.Sprintf("%s %d of %d", noun, rep, b.PerSet())
	switch {
	case b.Break(p):
		return []string{fmt.Sprintf("break after set %d of %d", set, b.Sets)}
	case b.InSets():
		count = b.setWords(p.Rep) + ", " + count
	}
	switch {
	case p.Kind == Hold && noun == "hold":
		return []string{count}
	case p.Kind == Rest:
		return []string{verb + " after " + count}
	}
	return []string{count, verb}
}

// whereNext is what follows: the next phase, or the next block.
func (s Session) whereNext() string {
	b := s.Head()
	switch {
	case b.Kind == WaitBlock:
		return s.library().Phrase("where-eased")
	case s.At+1 < len(b.Phases) && b.Kind != PackBlock:
		p := b.Phases[s.At+1]
		words := strings.Join(s.phaseName(b, p), ", ")
		if p.For > 0 {
			words += ", " + span(p.For)
		}
		return words
	case b.Kind == PackBlock && s.Pack.Kind == "":
		return s.blockName(b)
	case b.Kind == GripBlock:
		return s.library().Phrase("where-back")
	}
	list := s.Upcoming()
	switch {
	case len(list) == 0:
		return s.library().Phrase("where-end")
	case list[0].Item != "" && list[0].Item == b.Item:
		return s.saidSide(list[0].Side)
	}
	return s.blockName(list[0])
}
