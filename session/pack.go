package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// DefaultPack is what "go on" answers to the question about heat or cold: what is
// on the skin already, else neither (""), and always neither in context sleep. A
// pack is never put on by a key that was only meant to go on.
func (s Session) DefaultPack() content.Thing {
	if s.Facts.Context == content.Sleep {
		return ""
	}
	return s.Pack.Kind
}

// choose answers the question: the question becomes a pack, or nothing. What was
// on the skin stays on only where the same is chosen again.
func (t *turn) choose(kind content.Thing) {
	if t.Pack.Kind != "" && t.Pack.Kind != kind {
		t.packOff()
	}
	for _, b := range t.Rest[1:] {
		if b.isPack() {
			t.Rest[0].Took += b.Took
		}
	}
	t.dropPack()
	if kind != "" {
		ask := t.Rest[0]
		pack := Block{Kind: PackBlock, Item: string(kind), Slot: packSlot, Muscle: ask.Muscle, Side: ask.Side, Step: content.Soothe,
			Phases: t.packPhases(kind)}
		if t.Pack.Kind == kind {
			pack.Muscle, t.Pack.Slot = t.Pack.Muscle, packSlot // it stays on, wherever it is
		}
		t.Rest = slices.Insert(t.Rest, 1, pack)
	}
	t.finish(Completed)
}

// packSlot is the place of the heat or cold that was chosen; a routine's has its turn's.
const packSlot = "pack"

// packPhases is fetching and wrapping the pack, as long as it takes, and then
// the pack on the skin.
func (s Session) packPhases(kind content.Thing) []Phase {
	def, _ := s.library().Pack(kind, s.Facts.Muscle)
	on := Phase{Kind: Timed, For: s.PackLength(kind), Cap: def.Cap.Duration(), Ground: def.For.Ground}
	return []Phase{{Kind: Open}, on}
}

// dropPack takes heat and cold out of the list.
func (t *turn) dropPack() {
	t.Rest = slices.DeleteFunc(t.Rest, Block.isPack)
}

// packOn says that the pack is on the skin: from now on its time is real time.
func (t *turn) packOn() {
	b := t.Head()
	t.Pack = Pack{Kind: content.Thing(b.Item), Slot: b.Slot, Muscle: b.Muscle, On: t.Now, For: b.longest(Timed)}
	t.cue(Cue{Kind: CueOn})
	t.Rest[0].Took += t.Now - t.Entered // fetching it took that long
	t.head()
}

// PackLength is how long heat or cold would stay on if it were chosen now: as long
// as the content says, and no longer than the minutes there are allow.
func (s Session) PackLength(kind content.Thing) time.Duration {
	def, _ := s.library().Pack(kind, s.Facts.Muscle)
	if kind == s.Pack.Kind {
		return s.Pack.For // it is on already
	}
	if room, short := s.packRoom(); short {
		return min(def.For.Duration(), max(0, room))
	}
	return def.For.Duration()
}

// worn is the content of the pack that is on the skin.
func (s Session) worn() content.Pack {
	def, _ := s.library().Pack(s.Pack.Kind, s.Pack.Muscle)
	return def
}

// packOff takes the pack off the skin and says so. One whose time was over before the
// program was there to say so counts to the end of its time: more isn't known.
func (t *turn) packOff() {
	t.Packs = append(t.Packs, Worn{Kind: t.Pack.Kind, On: t.Pack.On, Off: min(t.Now, t.Pack.On+t.Pack.For)})
	t.cue(Cue{Kind: CueOff, Item: string(t.Pack.Kind)})
	t.Pack = Pack{}
}

// packOver takes the pack off and ends its block, wherever that stands.
func (t *turn) packOver() {
	at := slices.IndexFunc(t.Rest, t.isOn)
	t.packOff()
	switch {
	case at == 0:
		t.finish(Completed)
	case at > 0:
		b := t.Rest[at]
		b.Result = Completed
		t.Done = append(t.Done, b)
		t.Rest = slices.Delete(t.Rest, at, at+1)
		t.forNothing()
	}
}

// forNothing takes the edge of the bed out of the list where a pack was all that was left
// to sit up for.
func (t *turn) forNothing() {
	at := slices.IndexFunc(t.Rest, Block.planned)
	if at < 0 || t.Rest[at].Item != edgeItem || at+1 < len(t.Rest) {
		return
	}
	t.Rest = t.Rest[:at]
	if at == 0 {
		t.head()
	}
}

// askSkin asks to look at the skin under the pack.
func (t *turn) askSkin() {
	t.Pack.Asking, t.Pack.Asked = true, t.Now
	t.Pack.Checked++
	t.cue(Cue{Kind: CueSkin, Item: string(t.Pack.Kind)})
}

// skin takes the answer to a skin check, or takes the pack off unasked.
func (t *turn) skin(ok bool) {
	if ok {
		t.Pack.Asking = false
		t.cue(Cue{Kind: CueStays})
		return
	}
	t.packOver()
}
