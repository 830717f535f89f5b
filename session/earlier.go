package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// Cold is how long after its last word a session can still be taken up: later, the
// muscles are cold. Our own choice.
const Cold = time.Hour

// found notes a session that was under way when its program ended. What was on the
// skin then is taken to be on it still: its time never stopped.
func (t *turn) found(v Saved, untold bool) {
	t.Earlier = &v
	if untold && t.Facts.Routine == "" {
		t.tell(t.Facts.like(v.Facts))
	}
	if v.Pack.Kind != "" && t.Pack.Kind == "" {
		t.Pack = v.Pack
		pack := v.pack()
		pack.Slot, t.Pack.Slot = packSlot, packSlot // a turn of this session may have that place's name
		pack.Phases = t.packPhases(v.Pack.Kind)
		t.Rest = append(t.Rest, pack)
		if t.unfit() {
			t.packOver()
		}
		t.packSince()
	}
	// What was named within the hour is named.
	if tier := v.Ease.Tier; tier == content.SameDay && !t.Ease.Signed() || tier == content.Soon && t.Ease.Tier == 0 {
		t.warn(tier)
		t.Carried = tier
	}
}

// like is the facts with what was told in an earlier session: the same leg, the same
// person. How they sit or lie may be another by now, and how much time there is.
func (f Facts) like(x Facts) Facts {
	f.Have, f.Care = slices.Clone(x.Have), slices.Clone(x.Care)
	if x.Routine == "" {
		f.Muscle, f.Side, f.Context, f.Reps = x.Muscle, x.Side, x.Context, x.Reps
	}
	return f
}

// since is the facts of an earlier session with what was told since: what needs care adds
// up, and how they are now is what holds. Who lies, or may have lain, sits up first.
func (f Facts) since(now Facts) Facts {
	f.Manual, f.Care = now.Manual, Set[content.Care](both(f.Care, now.Care))
	lain := f.Lain || f.Stance() == content.Lying
	if now.Position != "" {
		f.Position = now.Position
	}
	if now.Context != "" {
		f.Context = now.Context
	}
	if len(now.Have) > 0 {
		f.Have = now.Have
	}
	f.Lain = lain || now.Lain || f.Stance() == content.Lying || f.Context == content.Sleep
	return f
}

// packSince lets happen to the pack what its time brought while nobody was there: a look
// at the skin that nobody could answer for takes it off.
func (t *turn) packSince() {
	now, told := t.Now, len(t.cues)
	for {
		m := t.packMoment()
		if m.do == nil || m.at > now {
			break
		}
		t.Now = m.at
		m.do(t)
	}
	t.Now = now
	for i := range t.cues[told:] {
		t.cues[told+i].At = now // nobody was told before
	}
}

// pack is the kept block of what is on the skin.
func (v Saved) pack() Block {
	at := slices.IndexFunc(v.Rest, func(b Block) bool {
		return b.isPack() && (v.Pack.Slot == "" || b.Slot == v.Pack.Slot)
	})
	if at < 0 {
		return Block{Kind: PackBlock, Item: string(v.Pack.Kind), Slot: packSlot, Muscle: v.Pack.Muscle, Side: v.Facts.Leg(), Step: content.Soothe}
	}
	return v.Rest[at]
}

// refusalOfFound: an earlier session is found before this one has a plan of its own.
func (s Session) refusalOfFound() string {
	return unless(s.Earlier == nil && s.fresh(), "begun-already")
}

// refusalOfTakeUp says why the earlier session can't be gone on with.
func (s Session) refusalOfTakeUp() string {
	switch {
	case s.Earlier == nil || s.Earlier.strange(s.library()):
		return "no-earlier"
	case !s.fresh():
		return "begun-already"
	case s.Ease.Signed():
		return "sign-named"
	case s.Head().Kind == GripBlock:
		return "gripping" // what stretches now is ended by its own keys
	case s.Now-s.Earlier.At > Cold:
		return "too-late"
	}
	return ""
}

// strange says that the content no longer has what the session was about.
func (v Saved) strange(lib *content.Library) bool {
	_, known := lib.Routine(v.Facts.Routine)
	return v.Facts.Routine != "" && !known
}

// fresh says that the session is under way, and nothing but the wait, or a routine's
// gate, was there yet.
func (s Session) fresh() bool { return s.Mode != Ended && !s.Begun() }

// Begun says that the session has, or had, work of its own: the wait is over, or the
// gate of a routine is passed.
func (s Session) Begun() bool {
	if s.Facts.Routine == "" || !s.Planned {
		return s.Planned
	}
	t := turn{Session: s}
	atGate := len(s.Rest) > 0 && s.Rest[0].Gate()
	return !atGate || !t.unbegun() || s.Ease.Again > 0
}

// goOnThere goes on with the earlier session: to its wait where it gripped, else to the
// gate before what it had come to. What was said since then stays said: nothing becomes
// less gentle.
func (t *turn) goOnThere() {
	v, worn := *t.Earlier, t.Packs
	if v.Facts.Side == "" && !v.Planned && v.Facts.OneCramp(t.Facts) {
		v.Facts.Side = t.Facts.Side // nobody had said before which leg it is
	}
	t.Facts, t.Ease = v.Facts.since(t.Facts), v.Ease.with(t.Ease)
	t.waiting, _ = t.library().Waiting(t.Facts.Muscle)
	t.Planned, t.Where, t.Level, t.Cuts = v.Planned, v.Where, v.Level, slices.Clone(v.Cuts)
	t.EasedIn, t.Eases, t.Start = v.EasedIn, slices.Clone(v.Eases), v.Start
	t.Packs = append(slices.Clone(v.Packs), worn...)
	t.Done, t.Rest = slices.Clone(v.Done), slices.Clone(v.Rest)
	t.Earlier, t.Carried = nil, 0
	t.Pack.Slot = ""
	if v.Pack.Kind != "" && t.Pack.Kind == "" {
		t.Rest = slices.DeleteFunc(t.Rest, v.pack().is) // it has come off since
	} else if t.Pack.Kind != "" {
		t.Pack.Slot = v.pack().Slot
	}
	for i, b := range t.Rest {
		if b.isPack() {
			t.Rest[i].Phases = t.packPhases(content.Thing(b.Item))
		}
	}
	t.rejoin()
	t.enterThere(v)
}

// rejoin makes the plan of today's content out of the kept one: what ran stays the next,
// and what was left out for want of time stays left out.
func (t *turn) rejoin() {
	if !t.Planned {
		return
	}
	kept := t.Rest
	t.Rest = t.takeUp(t.rebuilt(), kept)
	if len(kept) > 0 {
		t.Rest = first(t.Rest, kept[0])
	}
}

// enterThere puts the wait, or the gate, before what is left.
func (t *turn) enterThere(v Saved) {
	t.Gripping, t.Answer = v.Gripping, ""
	t.Onset, t.Unchanged = v.Onset, v.Unchanged
	t.Help = v.Help || t.HelpDue(t.Now)
	front := gateBlock(t.Facts)
	if v.Gripping || !v.Planned {
		front = waitBlock(t.Facts)
	}
	if front.Kind == WaitBlock || !t.Ease.Signed() {
		t.Rest = slices.Insert(t.Rest, 0, front)
	}
	t.enter(content.Wait)
}

// TakenUp says that the session goes on with one of an earlier run.
func (s Session) TakenUp() bool { return s.Start < 0 }

// rate takes over how sore it is.
func (t *turn) rate(sore int) { t.Rated, t.Sore = true, sore }

// refusalOfRate: it's asked once all is over, on a scale of 0 to 10.
func (s Session) refusalOfRate(sore int) string {
	return unless(s.Mode == Ended && s.Outcome != Warned && 0 <= sore && sore <= 10, "no-rate")
}
