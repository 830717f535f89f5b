package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// turn is one event at work on a copy of the session.
type turn struct {
	Session
	cues     []Cue
	returned bool // the head came back
}

// Apply lets time pass up to now and then the event happen. It returns the new
// session and what the person must notice, in order; s stays as it was. A now
// before the last one counts as the last one: time never runs back. An event
// that can't happen changes nothing and is answered with CueRefused.
func (s Session) Apply(e Event, now time.Duration) (Session, []Cue) {
	s.Done, s.Rest, s.Packs = slices.Clone(s.Done), slices.Clone(s.Rest), slices.Clone(s.Packs)
	s.Eases = slices.Clone(s.Eases)
	t := &turn{Session: s}
	now = max(now, s.Now)
	if away, ok := e.(Away); ok {
		t.advance(min(now, max(s.Now, now-away.For)))
		t.away(away.For)
		t.advance(now)
	} else {
		t.advance(now)
		t.do(e)
		t.advance(now) // what was told may have made something shorter than it has lasted
	}
	return t.Session, due(t.cues, now, t.Began)
}

// do lets one event happen now.
func (t *turn) do(e Event) {
	if _, tick := e.(Tick); tick {
		return
	}
	if why := t.Refusal(e); why != "" {
		t.refuse(why)
		return
	}
	if t.Mode == Paused && wakes(e) {
		t.unpause()
	}
	switch e := e.(type) {
	case Tell:
		t.tell(e.Facts)
	case Check:
		t.check(e.Answer)
	case Eased:
		t.eased()
	case Grip:
		t.grip()
	case Again:
		t.again()
	case TooMuch:
		t.tooMuch()
	case Go:
		t.goOn()
	case Next:
		t.next()
	case Back:
		t.back()
	case More:
		t.more()
	case Choose:
		t.choose(e.Pack)
	case Skin:
		t.skin(e.OK)
	case Warn:
		t.Carried = 0
		t.warn(e.Tier)
	case Pause:
		t.pause()
	case Resume:
		t.resume()
	case Leave:
		t.end(LeftEarly)
	default:
		t.around(e)
	}
}

// around lets happen what comes before a session and after it.
func (t *turn) around(e Event) {
	switch e := e.(type) {
	case Found:
		t.found(e.Earlier, e.Untold)
	case TakeUp:
		t.goOnThere()
	case Where:
		t.cue(Cue{Kind: CueWhere, Why: e.Over})
	case Rate:
		t.rate(e.Sore)
	}
}

// wakes says that a word, spoken in a pause, also ends the pause.
func wakes(e Event) bool {
	switch e.(type) {
	case Check, Eased, Grip, Again, TooMuch, Next, Back, Choose, TakeUp:
		return true
	}
	return false
}

// refuse answers that nothing happened, and why.
func (t *turn) refuse(why string) {
	t.cue(Cue{Kind: CueRefused, Why: why})
}

// cue says something about the head, now.
func (t *turn) cue(c Cue) {
	c.At = t.Now
	if c.Item == "" {
		c.Item = t.Head().Item
	}
	if c.Side == "" {
		c.Side = t.Head().Side
	}
	if c.Rep == 0 {
		c.Rep = t.Phase().Rep
	}
	t.cues = append(t.cues, c)
}

// head makes the list's first block the one that happens now, from its first
// phase on.
func (t *turn) head() {
	t.At, t.Entered = 0, t.Now
	t.passOver()
	if len(t.Rest) == 0 {
		t.end(Finished)
		return
	}
	if t.isOn(t.Rest[0]) {
		t.Rest[0].Phases = t.Rest[0].Phases[len(t.Rest[0].Phases)-1:]
	}
	t.standBy()
	t.phase()
}

// phase begins the current phase, and says so unless the clock stands.
func (t *turn) phase() {
	t.Began, t.Stood, t.Stopped = t.Now, 0, t.Now
	b, p := t.Head(), t.Phase()
	switch {
	case t.Mode != Running:
	case b.Kind == AskBlock:
		t.Rest[0].Begun = true
		t.cue(Cue{Kind: CueAsk})
	case b.Gate():
		t.cue(Cue{Kind: CueGate})
	case b.Kind == ConfirmBlock:
		t.cue(Cue{Kind: CueConfirm})
	case b.Kind == WaitBlock:
		t.cue(Cue{Kind: CueBegin, Phase: Open})
	case p.Kind == Ready:
		t.cue(Cue{Kind: CueReady})
	case p.Kind == Switch:
		t.cue(Cue{Kind: CueSwitch})
	default:
		t.begin(b, p)
	}
}

// begin tells what a phase of work begins with.
func (t *turn) begin(b Block, p Phase) {
	t.Rest[0].Begun = true
	first := t.At == 0 || b.Phases[t.At-1].Rep != p.Rep
	if first && p.Rep == b.Reps && b.Reps > 1 && p.Kind != Rest {
		t.cue(Cue{Kind: CueLast})
	}
	t.cue(Cue{Kind: CueBegin, Phase: p.Kind, For: p.For, Exercise: b.exercise(), Paced: b.paced()})
}

// enter begins the new head after a block of step `before`: first the word for the
// step, where it is a new one, and then what to do.
func (t *turn) enter(before content.Step) {
	t.At = 0
	t.sayStep(before)
	t.head()
}

// finish moves the head to Done and goes on.
func (t *turn) finish(r Result) {
	b := t.Rest[0]
	b.Result, b.Took = r, b.Took+t.Now-t.Entered
	b.From = t.rep()
	if b.Kind == ItemBlock && b.Item == edgeItem {
		t.Facts.Lain = false
	}
	t.Done = append(t.Done, b)
	t.Rest = t.Rest[1:]
	step := b.Step
	if t.opens(b) {
		step = content.Wait // the word for the step comes with its first exercise
	}
	t.enter(step)
}

// rep is how many repetitions of the head are behind.
func (t *turn) rep() int {
	b, p := t.Head(), t.Phase()
	if p.Kind == Rest {
		return p.Rep
	}
	if p.Rep > 0 {
		return p.Rep - 1
	}
	return b.From
}

// end ends the session. A pack that is still on is told to come off.
func (t *turn) end(o Outcome) {
	if t.Pack.Kind != "" {
		t.packOff()
	}
	t.keep() // what was left in the middle
	t.Mode, t.Outcome = Ended, o
	t.Began, t.Stood, t.Stopped = t.Now, 0, t.Now
	t.cue(Cue{Kind: CueOver})
}
