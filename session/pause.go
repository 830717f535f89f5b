package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// pause stops the clock of what runs. The time since the onset and a pack on the
// skin go on.
func (t *turn) pause() {
	t.Mode, t.Stopped = Paused, t.Now
	t.cue(Cue{Kind: CuePaused})
}

// unpause lets the clock run on; the time stood still is not counted.
func (t *turn) unpause() {
	t.Gone, t.Standby = 0, false
	t.Stood += t.Now - t.Stopped
	t.Mode = Running
	if at := t.offerAt(); t.Head().Kind == WaitBlock && at > t.Stopped && at <= t.Now {
		t.offer()
	}
}

// standBy pauses at the beginning of an exercise that waits for the person. The
// other leg of the same one is no new exercise, unless the person came there by a key.
func (t *turn) standBy() {
	lead := t.Phase().Kind == Ready || t.Phase().Kind == Switch && t.jumped()
	if !t.Facts.Manual || t.Mode != Running || t.Head().Kind != ItemBlock || !lead {
		return
	}
	t.Mode, t.Stopped, t.Standby = Paused, t.Now, true
	t.cue(Cue{Kind: CueStandby})
}

// jumped says that the head came up because the one before was skipped or left out,
// or the person went back to it.
func (t *turn) jumped() bool {
	last := lastPlanned(t.Done)
	return t.returned || last.Result == Skipped || last.Result == LeftOut
}

// away stops the clock for somebody who was not here. The caller has let time
// pass up to the instant at which that began.
func (t *turn) away(d time.Duration) {
	if t.Mode == Ended {
		return
	}
	if t.Mode == Running {
		t.Mode, t.Stopped = Paused, t.Now
	}
	t.Gone = max(0, d)
	t.cue(Cue{Kind: CueAway})
}

// resume goes on where the session stood, behind a lead: a lead starts again, a
// paced repetition starts again, a hold or a timed exercise goes on with the
// time it had left, so that a pause never makes a stretch longer.
func (t *turn) resume() {
	t.unpause()
	b, p := t.Head(), t.Phase()
	switch b.Kind {
	case GripBlock, ItemBlock:
	case AskBlock, ConfirmBlock:
		t.cue(Cue{Kind: CueResumed})
		t.phase() // asks again: it may have come up in the pause
		return
	case DrinkBlock, PackBlock:
		t.cue(Cue{Kind: CueResumed})
		if !t.onSkin() {
			t.cue(Cue{Kind: CueBegin, Phase: p.Kind, For: p.For}) // what lay over it was louder
		}
		return
	default:
		t.cue(Cue{Kind: CueResumed})
		return
	}
	switch {
	case p.Kind == Rest:
		t.lengthen(t.library().Pace.Ready) // a second between two raises is no time to get ready
		t.phase()
	case p.Kind == Ready || p.Kind == Switch:
		t.phase()
	case p.Kind == Open:
		t.cue(Cue{Kind: CueResumed})
	case b.paced():
		t.leadIn(t.start(b), p.Rep, 0)
	default:
		t.leadIn(t.At, p.Rep, p.For-(t.Now-t.Began-t.Stood))
	}
}

// start is the index of the first phase of the repetition that runs.
func (t *turn) start(b Block) int {
	at := t.At
	for at > 0 && b.Phases[at-1].Rep == b.Phases[t.At].Rep && b.Phases[at-1].Kind != Ready {
		at--
	}
	return at
}

// lengthen makes the current phase at least so long.
func (t *turn) lengthen(least content.Seconds) {
	b := t.Rest[0]
	b.Phases = slices.Clone(b.Phases)
	if p := &b.Phases[t.At]; p.For < least.Duration() {
		p.For, p.Ground = least.Duration(), least.Ground
	}
	t.Rest[0] = b
}

// leadIn puts a lead before the phase at an index and begins there. The phase
// keeps what it had left, or all of it where left is 0.
func (t *turn) leadIn(at, rep int, left time.Duration) {
	b := t.Rest[0]
	b.Phases = slices.Clone(b.Phases)
	if p := &b.Phases[at]; left > 0 {
		// What ran before the pause counts towards the longest it may become.
		p.Cap = max(0, p.Cap-(p.For-left))
		p.For = left
	}
	ready := lead(Ready, t.library().Pace.Ready)
	ready.Rep = rep
	b.Phases = slices.Insert(b.Phases, at, ready)
	t.Rest[0], t.At = b, at
	t.phase()
}
