package session

import (
	"slices"

	"uncramp/content"
)

// check notes how the cramp feels. Worse opens the warning signs.
func (t *turn) check(a Answer) {
	t.Answer = a
	switch a {
	case Easing:
		t.Unchanged = t.Now
	case Worse:
		t.cue(Cue{Kind: CueSigns})
	}
}

// eased ends the wait: by the person's own word, and by nothing else.
func (t *turn) eased() {
	t.leaveGrip()
	t.Gripping, t.EasedIn, t.Answer = false, t.Now-t.Onset, ""
	t.Eases = append(t.Eases, t.EasedIn)
	b := t.Rest[0]
	b.Result, b.Took = Completed, t.EasedIn
	t.Done = append(t.Done, b)
	t.Rest = t.Rest[1:]
	if !t.Planned {
		t.Planned, t.Earlier = true, nil     // from here on this is the session
		t.Rest = t.takeUp(t.build(), t.Rest) // a pack of before is on still
		if !t.Ease.Signed() {
			t.Rest = slices.Insert(t.Rest, 0, confirmBlock(t.Facts))
		}
	}
	t.enter(content.Wait)
}

// sayStep says which step begins, where it is another than before.
func (t *turn) sayStep(before content.Step) {
	if b := t.Head(); t.Mode == Running && len(t.Rest) > 0 && b.Step != before && b.planned() && !t.opens(b) {
		t.cue(Cue{Kind: CueStep, Item: string(b.Step)})
	}
}

// opens says that the block is heat or cold of a routine before its first exercise: nobody
// stretches yet.
func (t *turn) opens(b Block) bool {
	return b.isPack() && t.Facts.Routine != "" && t.unbegun()
}

// confirmBlock asks whether leg, position and things are right. Before a routine it is
// the gate.
func confirmBlock(f Facts) Block {
	if f.Routine != "" {
		return gateBlock(f)
	}
	return Block{Kind: ConfirmBlock, Slot: "confirm", Side: f.Leg(), Step: content.Wait, Phases: []Phase{{Kind: Open}}}
}

// softest is the gentlest thing this person can do while it grips.
func (s Session) softest() (content.Item, bool) {
	relief, _ := s.library().Relief(s.Facts.Muscle)
	f := s.Facts
	if f.Lain && f.Stance() == content.Standing {
		f.Position = content.Seated // nobody stands up straight from lying, least of all in a cramp
	}
	e := s.Ease
	e.Dropped = nil // the softest stays, however little there is left
	return pick(s.library(), relief.Softest, f, e)
}

// Softest is the stretch that Grip would start. ok is false where there is none.
func (s Session) Softest() (it content.Item, ok bool) {
	if s.refusalOfGrip() != "" {
		return content.Item{}, false
	}
	return s.softest()
}

// Cramping is the leg that cramps. In a routine it is the one that was stretched when it
// began: a turn may be for another leg than the one that was told.
func (s Session) Cramping() Side {
	if s.Facts.Routine == "" || s.Where == "" || s.Where == Both {
		return s.Facts.Leg()
	}
	return s.Where
}

// grip puts the softest stretch before the wait.
func (t *turn) grip() {
	it, _ := t.softest()
	pace := t.library().Pace
	wait := pace.First
	if slices.ContainsFunc(t.Done, func(b Block) bool { return b.Item == it.ID }) {
		wait = pace.Ready
	}
	b := Block{
		Kind: GripBlock, Item: it.ID, Slot: "grip", Side: t.Cramping(), Step: content.Wait,
		Phases: phases(it, lead(Ready, wait), course{reps: pace.Grip.Count}, t.Ease, pace), Reps: pace.Grip.Count, Pull: it.Pull,
	}
	t.Rest = slices.Insert(t.Rest, 0, b)
	t.head()
}

// leaveGrip moves the softest stretch to Done, where it is the head; the wait is
// beneath it.
func (t *turn) leaveGrip() {
	if b := t.Head(); b.Kind == GripBlock {
		b.Result, b.Took = Completed, t.Now-t.Entered
		t.Done = append(t.Done, b)
		t.Rest = t.Rest[1:]
	}
}

// backToWait ends the softest stretch; the wait goes on and asks anew.
func (t *turn) backToWait() {
	t.leaveGrip()
	t.Answer, t.Unchanged = "", t.Now
	t.head()
}

// gateBlock asks whether nothing cramps and none of the warning signs is there.
func gateBlock(f Facts) Block {
	return Block{Kind: ConfirmBlock, Slot: gateSlot, Side: f.Leg(), Step: content.Wait, Phases: []Phase{{Kind: Open}}}
}

// gateSlot is the place of the gate, which no plan has.
const gateSlot = "gate"

// Gate says that the block asks whether nothing cramps.
func (b Block) Gate() bool { return b.Kind == ConfirmBlock && b.Slot == gateSlot }

// goOn is "yes, go on".
func (t *turn) goOn() {
	b := t.Head()
	switch {
	case t.Mode == Paused:
		t.resume()
	case t.Pack.Asking:
		t.skin(true)
	case b.Kind == ConfirmBlock:
		t.Earlier = nil
		t.Rest = t.Rest[1:]
		t.enter(b.Step)
	case b.Kind == AskBlock:
		t.choose(t.DefaultPack())
	case b.Kind == PackBlock:
		t.packOn()
	case t.At+1 < len(b.Phases):
		t.At++
		t.phase()
	default:
		t.finish(Completed)
	}
}

// next skips the head.
func (t *turn) next() {
	switch t.Head().Kind {
	case GripBlock:
		t.backToWait()
	case AskBlock:
		t.choose("")
	case PackBlock:
		if t.onSkin() {
			t.packOver()
			return
		}
		t.finish(Skipped)
	default:
		t.finish(Skipped)
	}
}

// more lengthens the hold, the massage, the rolling or the pack that runs.
func (t *turn) more() {
	if t.onSkin() {
		def := t.worn()
		t.Pack.For = min(t.Pack.For+t.library().Pace.MorePack.Duration(), def.Cap.Duration())
		return
	}
	b := t.Rest[0]
	b.Phases = slices.Clone(b.Phases)
	p, pace := &b.Phases[t.At], t.library().Pace
	switch p.Kind {
	case Hold:
		p.For = min(p.For+pace.MoreHold.Duration(), p.Cap)
	case Open:
		p.Hint = min(max(p.Hint, t.Elapsed(t.Now))+pace.MoreOpen.Duration(), p.Cap)
	default:
		p.For = min(p.For+pace.MoreOpen.Duration(), p.Cap)
	}
	t.Rest[0] = b
}
