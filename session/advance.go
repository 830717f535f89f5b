package session

import "time"

// moment is the next thing that happens by time alone.
type moment struct {
	at time.Duration
	do func(*turn)
}

// advance lets time pass up to now: phases end at their deadlines, however late
// that is noticed, so that nothing ever drifts.
func (t *turn) advance(now time.Duration) {
	for t.Mode != Ended {
		next := t.moments()
		if len(next) == 0 || next[0].at > now {
			break
		}
		t.Now = max(t.Now, next[0].at)
		for _, m := range next {
			if t.Mode != Ended {
				m.do(t)
			}
		}
	}
	t.Now = now
}

// moments is what happens next by time alone: all that falls on the earliest
// instant, so that nothing that coincides is passed over. A phase's end comes
// last, because the others are about what ran until then.
func (s Session) moments() []moment {
	all := append([]moment{s.packMoment()}, s.gripMoments()...)
	var first []moment
	for _, m := range append(all, s.phaseMoment()) {
		switch {
		case m.do == nil || len(first) > 0 && m.at > first[0].at:
		case len(first) > 0 && m.at == first[0].at:
			first = append(first, m)
		default:
			first = []moment{m}
		}
	}
	return first
}

// phaseMoment is the next mark or the end of the phase that runs.
func (s Session) phaseMoment() moment {
	if s.Mode != Running || s.onSkin() {
		return moment{}
	}
	begun := s.Began + s.Stood
	for _, m := range s.marks() {
		if begun+m.at > s.Now {
			return moment{begun + m.at, func(t *turn) { t.cue(Cue{Kind: m.kind, Why: m.why}) }}
		}
	}
	lasts := s.lasts()
	if lasts == 0 {
		return moment{}
	}
	return moment{begun + lasts, (*turn).phaseOver}
}

// onSkin says that the head is a pack that is on: its time is the pack's own.
func (s Session) onSkin() bool {
	return s.isOn(s.Head())
}

// phaseOver goes on to the next phase, or to the next block after the last.
func (t *turn) phaseOver() {
	b, p := t.Head(), t.Phase()
	if b.exercise() && (p.Kind == Hold && !b.paced() || p.Kind == Lower || p.Kind == Timed || p.Kind == Open) {
		t.cue(Cue{Kind: CueEnd, Phase: p.Kind, Paced: b.paced()})
		t.enough(b, p)
	}
	if t.At+1 < len(b.Phases) {
		t.At++
		t.phase()
		return
	}
	if b.Kind == GripBlock {
		t.backToWait()
		return
	}
	t.finish(Completed)
}

// exercise says that the body works in the block.
func (b Block) exercise() bool {
	return b.Kind == GripBlock || b.Kind == ItemBlock && b.Item != edgeItem
}

// paced says that the block's repetitions end with a lowering, not with a hold.
func (b Block) paced() bool {
	for _, p := range b.Phases {
		if p.Kind == Lower {
			return true
		}
	}
	return false
}

// enough tells somebody who asked for more repetitions when the usual number is done.
func (t *turn) enough(b Block, p Phase) {
	if b.Kind != ItemBlock || p.Rep == 0 {
		return
	}
	it := t.itemOf(b)
	_, rep := b.Set(p.Rep)
	if it.Dose.Longer.Count > 0 && rep == it.Dose.Reps.Count && b.PerSet() > rep {
		t.cue(Cue{Kind: CueEnough})
	}
}

// gripMoments is what the time since the onset brings: checks, the offer of the
// softest stretch, and the time to ask for help. The last comes in a pause too;
// the offer is seen in a pause and heard after it.
func (s Session) gripMoments() []moment {
	if !s.Gripping {
		return nil
	}
	w := s.waiting
	var list []moment
	put := func(at time.Duration, do func(*turn)) {
		if at > s.Now {
			list = append(list, moment{at, do})
		}
	}
	put(s.Onset+w.Help.Duration(), (*turn).askHelp)
	if s.Head().Kind != WaitBlock {
		return list
	}
	put(s.offerAt(), (*turn).offer)
	if s.Mode == Running {
		every := w.Check.Duration()
		put(s.Onset+(s.Now-s.Onset).Truncate(every)+every, (*turn).askCheck)
	}
	return list
}

// offerAt is when the softest stretch is pointed out.
func (s Session) offerAt() time.Duration { return s.Unchanged + s.waiting.Offer.Duration() }

// offer points out the softest stretch, unless the clock stands.
func (t *turn) offer() {
	if t.Mode == Running {
		t.cue(Cue{Kind: CueOffer})
	}
}

// askCheck asks how it is; an older answer is no answer to it.
func (t *turn) askCheck() {
	t.Answer = ""
	t.cue(Cue{Kind: CueCheck})
}

// askHelp says that it has gripped long enough to ask for help today.
func (t *turn) askHelp() {
	t.Help = true
	t.cue(Cue{Kind: CueHelp})
}

// packMoment is what the pack's own time brings: skin checks, their time-out and
// the end. Nothing stops it.
func (s Session) packMoment() moment {
	p := s.Pack
	if p.Kind == "" {
		return moment{}
	}
	def := s.worn()
	end := moment{p.On + p.For, (*turn).packOver}
	if p.Asking {
		if late := p.Asked + def.Answer.Duration(); late < end.at {
			return moment{late, (*turn).packOver}
		}
		return end
	}
	if p.Checked < len(def.Checks) {
		if at := p.On + def.Checks[p.Checked].Duration(); at < end.at {
			return moment{at, (*turn).askSkin}
		}
	}
	return end
}

// NextChange is the next instant after now at which anything that can be seen or
// heard changes by time alone. ok is false where nothing will: in a pause with
// nothing gripping and nothing on the skin, and in the summary.
func (s Session) NextChange(now time.Duration) (at time.Duration, ok bool) {
	now = max(now, s.Now)
	if s.Mode == Ended {
		return 0, false
	}
	if next := s.moments(); len(next) > 0 {
		at, ok = max(next[0].at, now), true
	}
	for _, base := range s.clocks() {
		// The next whole second of a clock that counts from, or down to, base.
		next := now + time.Second - mod(now-base, time.Second)
		if !ok || next < at {
			at, ok = next, true
		}
	}
	return at, ok
}

// clocks are the instants that the clocks on the screen count from or down to.
func (s Session) clocks() []time.Duration {
	var list []time.Duration
	if s.Gripping {
		list = append(list, s.Onset)
	}
	if s.Mode == Running && !s.onSkin() {
		begun := s.Began + s.Stood
		// A phase that goes on after a pause needn't have whole seconds left, so
		// what counts down may turn over at another instant than what counts up.
		list = append(list, begun, begun+s.Length(), s.Now+s.BlockLeft(s.Now))
	}
	if s.Pack.Kind != "" {
		list = append(list, s.Pack.On)
	}
	return list
}

// mod is the remainder of a/b that is never negative.
func mod(a, b time.Duration) time.Duration { return ((a % b) + b) % b }
