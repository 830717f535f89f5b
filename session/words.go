package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// tell takes new facts and builds the rest anew; what runs keeps its place.
func (t *turn) tell(f Facts) {
	if f.Muscle == "" {
		f.Muscle = t.Facts.Muscle // the rest is told while one muscle cramps
	}
	same := f.Leg() == t.Facts.Leg() && f.Muscle == t.Facts.Muscle
	before := t.Rest
	if f.Muscle != t.Facts.Muscle {
		t.waiting, _ = t.library().Waiting(f.Muscle)
	}
	f.Routine = t.Facts.Routine // nothing told turns a relief into a routine
	t.lie(f)
	t.Level, t.Cuts = 0, nil // the time is shared out anew
	if kind := t.Pack.Kind; kind != "" && t.unfit(kind) {
		t.packOver()
	}
	t.tellGrip()
	for i, b := range t.Rest {
		if !b.planned() {
			t.Rest[i].Side = t.Facts.Leg()
		}
	}
	if t.Mode == Ended || !t.Head().planned() {
		t.replan(same)
		t.gone(before)
		return
	}
	head, since := t.Head(), t.Entered
	t.keep()
	before = slices.Clone(t.Rest)
	t.replan(same)
	if h := t.Head(); h.is(head) && h.Item == head.Item && h.Reps == head.Reps {
		t.Rest[0], t.Entered = head, since // it goes on as if nothing had been said
		return
	}
	t.gone(before)
	t.head()
}

// passing is how soon after the word for lying another one means that it was only
// passed through.
const passing = 4 * time.Second

// lie takes over the facts, and notes whether the person lies, or lay before.
func (t *turn) lie(f Facts) {
	was, is := t.Facts.Stance() == content.Lying, f.Stance() == content.Lying
	f.Lain = is || t.Facts.Lain
	switch {
	case is && !was && !t.Facts.Lain:
		t.Passed, t.Laid = true, t.Now
	case was && !is && t.Passed && t.Now-t.Laid < passing:
		f.Lain, t.Passed = false, false
	case !is:
		t.Passed = false
	}
	t.Facts = f
}

// gone notes in Done what had begun and is no longer in the plan by what was told.
func (t *turn) gone(before []Block) {
	for _, b := range before {
		if b.Kind == ItemBlock && b.Begun && !slices.ContainsFunc(t.Rest, b.is) && !slices.ContainsFunc(t.Done, b.is) {
			b.Result = Skipped
			t.Done = append(t.Done, b)
		}
	}
}

// tellGrip ends a softest stretch that is another one, or on another leg, by what
// was told.
func (t *turn) tellGrip() {
	b := t.Head()
	if b.Kind != GripBlock {
		return
	}
	if it, ok := t.softest(); !ok || it.ID != b.Item || t.Cramping() != b.Side {
		t.backToWait()
	}
}

// unfit says that the pack that is on is not for this person after all.
func (t *turn) unfit(kind content.Thing) bool {
	off := t.Session
	off.Pack, off.Packs = Pack{}, nil
	return off.packRefusal(kind) != ""
}

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
		t.Planned = true
		t.Rest = t.build()
		if !t.Ease.Signed() {
			t.Rest = slices.Insert(t.Rest, 0, confirmBlock(t.Facts))
		}
	}
	t.enter(content.Wait)
}

// sayStep says which step begins, where it is another than before.
func (t *turn) sayStep(before content.Step) {
	if b := t.Head(); t.Mode == Running && len(t.Rest) > 0 && b.Step != before && b.planned() {
		t.cue(Cue{Kind: CueStep, Item: string(b.Step)})
	}
}

// confirmBlock asks whether leg, position and things are right.
func confirmBlock(f Facts) Block {
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

// Cramping is the leg that cramps. In a routine for both legs it is the one that
// was stretched when it began.
func (s Session) Cramping() Side {
	leg := s.Facts.Leg()
	if s.Facts.Routine == "" || leg != Both {
		return leg
	}
	for _, b := range s.Rest {
		if b.Kind == ItemBlock && b.Begun {
			return b.Side
		}
	}
	return leg
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
		Phases: phases(it, lead(Ready, wait), pace.Grip.Count, 0, t.Ease, pace), Reps: pace.Grip.Count, Pull: it.Pull,
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

// again goes back to the wait at once. Beneath it stays what was interrupted, at
// its repetition and gentler; what shortens the muscle, and what brought the
// cramp twice, is left out.
func (t *turn) again() {
	if t.Head().Kind == ConfirmBlock && t.Facts.Routine != "" {
		t.relieve()
		return
	}
	t.keep()
	b := t.Head()
	t.Ease.Again++
	if b.Kind == ItemBlock && b.Item != edgeItem {
		t.blame(b)
		t.cramps(b)
	}
	t.Gripping, t.Onset, t.Unchanged, t.Answer = true, t.Now, t.Now, ""
	t.rebuild()
	t.leftOut(b)
	t.Rest = slices.Insert(t.Rest, 0, waitBlock(t.Facts))
	t.head()
	t.cue(Cue{Kind: CueAgain})
}

// relieve turns a routine that has not begun into a relief: it cramps now, so that
// is what is asked about and worked on.
func (t *turn) relieve() {
	t.Facts.Routine, t.Facts.Side = "", ""
	t.Level, t.Cuts, t.Planned = 0, nil, false
	t.Gripping, t.Onset, t.Unchanged, t.Answer = true, t.Now, t.Now, ""
	t.Rest = []Block{waitBlock(t.Facts)}
	t.head()
	t.cue(Cue{Kind: CueAgain})
}

// cramps notes which muscle cramps, when a routine was under way: the one that
// was stretched.
func (t *turn) cramps(b Block) {
	it, _ := t.library().Item(b.Item)
	if t.Facts.Routine == "" || len(it.Muscles) == 0 {
		return
	}
	t.Facts.Muscle = it.Muscles[0]
	t.waiting, _ = t.library().Waiting(t.Facts.Muscle)
}

// blame makes gentler, or leaves out, what the cramp came back in.
func (t *turn) blame(b Block) {
	if b.Short || slices.Contains(t.Ease.Cramped, b.place()) {
		t.Ease.Closed = added(t.Ease.Closed, b.place())
	}
	t.Ease.Cramped = added(t.Ease.Cramped, b.place())
	t.pressNoMore(b)
	it := t.itemOf(b)
	t.Ease = t.Ease.soften(b, it, false, t.library().Pace)
}

// pressNoMore leaves out the roller and the ball once a massage, or what pressed,
// brought the cramp back or was too much: they press harder than hands.
func (t *turn) pressNoMore(b Block) {
	r, _ := t.library().Relief(b.Muscle)
	if b.Step != content.Soothe {
		return
	}
	for _, slot := range r.Soothe {
		first, _ := t.library().Item(slot.Any[0])
		if len(first.AtHand) > 0 {
			t.Ease.Closed = added(t.Ease.Closed, Block{Muscle: b.Muscle, Slot: slot.ID}.place())
		}
	}
}

// leftOut notes in Done that block b, the head before the plan was made anew, is
// no longer in it.
func (t *turn) leftOut(b Block) {
	if b.Kind == ItemBlock && !slices.ContainsFunc(t.Rest, b.is) {
		b.Result, b.Took = LeftOut, b.Took+t.Now-t.Entered
		t.Done = append(t.Done, b)
	}
}

// tooMuch makes what runs, and all that follows, gentler.
func (t *turn) tooMuch() {
	b := t.Head()
	if t.onSkin() {
		t.packOver() // what burns comes off, whichever key says so
		return
	}
	if b.Kind == GripBlock {
		t.Ease.Steps++
		t.Ease.Pull = max(1, min(orMost(t.Ease.Pull), b.Pull-1))
		it, _ := t.library().Item(b.Item)
		full := t.Ease.cut(it.Dose.Hold, t.library().Pace).Duration() // a pause may have cut the hold that runs
		if next := shorter(full, t.library().Pace); next > 0 {        // the softest always stays
			t.Ease.Hold = next
		}
		t.backToWait()
		t.rebuild()
		return
	}
	t.keep()
	b = t.Head()
	t.pressNoMore(b)
	it := t.itemOf(b)
	t.Ease = t.Ease.soften(b, it, true, t.library().Pace)
	t.rebuild()
	t.leftOut(b)
	t.enter(b.Step)
}

// goOn is "yes, go on".
func (t *turn) goOn() {
	b := t.Head()
	switch {
	case t.Mode == Paused:
		t.resume()
	case t.Pack.Asking:
		t.skin(true)
	case b.Kind == ConfirmBlock:
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
		if t.Pack.Kind != "" {
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
