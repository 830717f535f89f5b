package session

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// A stretch before heat or cold, and one after it.
var (
	calfTurn = content.Turn{Any: []string{"toes-to-shin"}}
	quadTurn = content.Turn{Any: []string{"heel-slide"}}
	heatTurn = content.Turn{Pack: content.Heat}
	coldTurn = content.Turn{Pack: content.Cold, For: sec(300)}
)

// sitting is somebody who sits, on one leg, to whom nothing is forbidden.
var sitting = Facts{Side: Left, Position: content.Seated}

// fetched follows a routine to where its heat or cold is to be fetched.
func fetched(t *testing.T, f Facts, turns ...content.Turn) *play {
	t.Helper()
	return follow(t, f, turns...).until("the pack", func(s Session) bool { return s.Head().Kind == PackBlock }).forget()
}

// TestPackOfARoutine comes in its turn, waits until it is on the skin, is looked at, and
// comes off in time; then the routine goes on.
func TestPackOfARoutine(t *testing.T) {
	p := fetched(t, sitting, calfTurn, heatTurn, quadTurn)
	b := p.s.Head()
	if b.Item != "heat" || b.Slot != "turn-2" || b.Muscle != content.Calf || p.s.Phase().Kind != Open || b.Planned() != 15*time.Minute {
		t.Fatalf("%+v", b)
	}
	def, _ := library().Pack(content.Heat, content.Calf)
	if got := p.s.saidPage(); got != "Heat. "+def.Say {
		t.Errorf("it says %q", got)
	}
	if p.pass(time.Hour); p.s.Head().Slot != "turn-2" || p.s.Pack.Kind != "" {
		t.Errorf("nobody put it on, and it went on to %q", rowOf(p.s))
	}
	on := p.say(Go{}).now
	for range 2 {
		p.row("skin check").say(Skin{true})
	}
	p.until("the next", func(s Session) bool { return s.Head().Slot == "turn-3" })
	if p.now != on+15*time.Minute || !p.heard(CueOff) || len(p.s.Packs) != 1 {
		t.Errorf("on for %v, worn %v", p.now-on, p.s.Packs)
	}
	p.until("the end", func(s Session) bool { return s.Mode == Ended })
	if p.s.Outcome != Finished || len(p.s.Summary().Packs) != 1 {
		t.Errorf("%+v", p.s.Summary())
	}
}

// TestPackOfARoutineLasts as long as its turn says, and never longer than it may.
func TestPackOfARoutineLasts(t *testing.T) {
	for n, want := range map[int]time.Duration{0: 15 * time.Minute, 300: 5 * time.Minute, 1200: 20 * time.Minute, 3600: 20 * time.Minute} {
		turn := content.Turn{Pack: content.Heat}
		if n > 0 {
			turn.For = sec(n)
		}
		p := fetched(t, sitting, turn, calfTurn).say(Go{})
		if p.s.Pack.For != want || p.s.Pack.Slot != "turn-1" {
			t.Errorf("%d s: on for %v in %q", n, p.s.Pack.For, p.s.Pack.Slot)
		}
		if n == 3600 && p.try(More{}) == "" {
			t.Error("more than twenty minutes")
		}
	}
}

// TestPackOfARoutineIsRealTime: pause, back and a cramp don't stop it, and nobody who
// doesn't answer keeps it on.
func TestPackOfARoutineIsRealTime(t *testing.T) {
	for name, e := range map[string]Event{"pause": Pause{}, "back": Back{}, "again": Again{}, "nothing": Tick{}} {
		p := fetched(t, sitting, calfTurn, heatTurn, coldTurn, quadTurn).say(Go{})
		on := p.now
		if p.pass(time.Minute).say(e).pass(5 * time.Minute); p.s.Pack.Kind != "" || p.s.Packs[0].Off != on+6*time.Minute {
			t.Errorf("%s: on %+v, worn %+v", name, p.s.Pack, p.s.Packs)
		}
		if at := slices.IndexFunc(p.s.Rest, Block.isPack); p.s.Rest[at].Item != "cold" {
			t.Errorf("%s: the cold that comes later went, too: %v", name, p.s.Rest)
		}
	}
	p := fetched(t, sitting, calfTurn, heatTurn, quadTurn).say(Go{}).pass(time.Minute).say(Back{})
	p.until("heat again", func(s Session) bool { return s.Head().Kind == PackBlock })
	if rowOf(p.s) != "pack on" && rowOf(p.s) != "skin check" || len(p.s.Head().Phases) != 1 {
		t.Errorf("back at it in %q, %v", rowOf(p.s), p.s.Head().Phases)
	}
}

// TestPackNotForThemIsLeftOut of a routine, from the beginning or once it is told; a sign
// of a warning takes it out, too. What is left out is told with the reason.
func TestPackNotForThemIsLeftOut(t *testing.T) {
	numb, long := sitting, sitting
	numb.Care, long.Context = Set[content.Care]{content.Numb}, content.Long
	for _, c := range []struct {
		name string
		told Facts
		want int
	}{{"nothing told", sitting, 2}, {"numb", numb, 0}, {"hot", long, 1}} {
		r := mine(calfTurn, heatTurn, coldTurn)
		p := &play{T: t, s: Follow(c.told, r, withRoutine(r))}
		packs := func() int {
			return len(slices.DeleteFunc(slices.Clone(p.s.Rest), func(b Block) bool { return b.Kind != PackBlock }))
		}
		if packs() != c.want || len(p.s.Spared()) != 2-c.want {
			t.Errorf("%s: %d packs, spared %v", c.name, packs(), p.s.Spared())
		}
		p.s = Follow(sitting, r, withRoutine(r))
		p.say(Go{}, Next{}, Go{})
		if p.s.Pack.Kind != content.Heat {
			t.Fatalf("%s: in %q", c.name, rowOf(p.s))
		}
		p.say(Tell{c.told})
		if packs() != c.want || (p.s.Pack.Kind == "") != (c.want < 2) {
			t.Errorf("%s, told with heat on the skin: %d packs, %+v", c.name, packs(), p.s.Pack)
		}
	}
	p := fetched(t, sitting, calfTurn, heatTurn, coldTurn).say(Go{}, Warn{content.SameDay})
	if p.s.Pack.Kind != "" || p.s.Mode != Ended {
		t.Errorf("after a sign: %+v in %q", p.s.Pack, rowOf(p.s))
	}
}

// TestPackTooSoonInARoutine: the same a second time is left out from the beginning; what
// was on the skin within the hour is passed over when its turn comes.
func TestPackTooSoonInARoutine(t *testing.T) {
	p := follow(t, sitting, heatTurn, calfTurn, heatTurn, coldTurn)
	var packs []string
	for _, b := range p.s.Rest {
		if b.Kind == PackBlock {
			packs = append(packs, b.Slot)
		}
	}
	if !slices.Equal(packs, []string{"turn-1", "turn-4"}) {
		t.Errorf("packs at %v", packs)
	}
	before := Saved{Facts: sitting, Pack: Pack{Kind: content.Heat, Muscle: content.Calf, For: 15 * time.Minute}, Start: 0, At: 0}
	r := mine(calfTurn, heatTurn, quadTurn)
	p = &play{T: t, s: Follow(sitting, r, withRoutine(r))}
	p.say(Found{Earlier: before}).say(Skin{false}, Go{}).forget()
	p.until("the other stretch", func(s Session) bool { return s.Head().Slot == "turn-3" })
	if !slices.ContainsFunc(p.cues, func(c Cue) bool { return c.Kind == CueTip && c.Why == "pack-again-heat" }) {
		t.Errorf("nothing said why: %v", p.cues)
	}
	if i := slices.IndexFunc(p.s.Done, Block.isPack); i < 0 || p.s.Done[len(p.s.Done)-1].Result != LeftOut {
		t.Errorf("done %v", p.s.Done)
	}
}

// TestPackUnderAnother: nobody has two on the skin. What an earlier session left on is
// not the routine's, even where the two have the same place.
func TestPackUnderAnother(t *testing.T) {
	r := mine(calfTurn, heatTurn, quadTurn)
	was := fetched(t, sitting, calfTurn, heatTurn, quadTurn).say(Go{})
	v := ago(was.s.Saved(), time.Second)
	p := &play{T: t, s: Follow(sitting, r, withRoutine(r))}
	p.say(Found{Earlier: v})
	if on := p.s.Rest[len(p.s.Rest)-1]; p.s.Pack.Kind != content.Heat || !p.s.isOn(on) || on.Slot != packSlot {
		t.Fatalf("on %+v, in %v", p.s.Pack, p.s.Rest)
	}
	taken := &play{T: t, s: p.s}
	p.say(Go{}, Next{})
	if b := p.s.Head(); b.Slot != "turn-3" || p.s.Pack.Kind == "" {
		t.Errorf("on to %s with %+v", b.Slot, p.s.Pack)
	}
	taken.say(TakeUp{}, Go{})
	if b := taken.s.Head(); b.Slot != "turn-2" || !taken.s.onSkin() || len(b.Phases) != 1 {
		t.Errorf("taken up in %s, %+v", b.Slot, taken.s.Pack)
	}
	off := &play{T: t, s: Follow(sitting, r, withRoutine(r))}
	off.say(Found{Earlier: v}, Skin{false}, TakeUp{}, Go{})
	if b := off.s.Head(); b.Slot != "turn-3" {
		t.Errorf("it came off, and yet on in %s", b.Slot)
	}
}

// TestPackIsSkipped and comes back; one that was on doesn't.
func TestPackIsSkipped(t *testing.T) {
	p := fetched(t, sitting, calfTurn, heatTurn, quadTurn).say(Next{})
	if b := p.s.Head(); b.Slot != "turn-3" {
		t.Fatalf("on to %s", b.Slot)
	}
	if b := p.say(Back{}).s.Head(); b.Slot != "turn-2" || p.s.Phase().Kind != Open || len(b.Phases) != 2 {
		t.Errorf("back to %s, %v", b.Slot, b.Phases)
	}
	if b := p.say(Go{}, Skin{false}, Back{}).s.Head(); b.Slot != "turn-1" {
		t.Errorf("back to %s", b.Slot)
	}
}

// TestCrampWithAPackAtTheGate: a routine that has not begun turns into a relief, and only
// what is on the skin stays.
func TestCrampWithAPackAtTheGate(t *testing.T) {
	p := fetched(t, sitting, heatTurn, calfTurn, coldTurn).say(Go{}, Back{}, Again{})
	packs := 0
	for _, b := range p.s.Rest {
		if b.Kind == PackBlock {
			packs++
		}
	}
	if p.s.Facts.Routine != "" || packs != 1 || p.s.Pack.Kind != content.Heat {
		t.Errorf("%d packs, %+v in %q", packs, p.s.Pack, rowOf(p.s))
	}
	p.say(Eased{}, Go{})
	for p.s.Head().Kind != AskBlock {
		p.say(Next{})
	}
	if p.say(Choose{content.Heat}); !p.s.onSkin() || p.s.Head().Slot != packSlot {
		t.Errorf("heat was chosen again: %+v, %s", p.s.Pack, p.s.Head().Slot)
	}
}

// TestPackOfTheMuscleThatCramped: until something cramps it is the calf's.
func TestPackOfTheMuscleThatCramped(t *testing.T) {
	p := follow(t, sitting, quadTurn, heatTurn)
	if b := p.s.Rest[len(p.s.Rest)-1]; b.Muscle != content.Calf {
		t.Errorf("for the %s", b.Muscle)
	}
	p.row("hold").say(Again{}, Eased{})
	if b := p.s.Rest[len(p.s.Rest)-1]; b.Muscle != content.Quad {
		t.Errorf("after a cramp for the %s", b.Muscle)
	}
}

// TestNobodySitsUpForAPackThatIsOff: where heat was all that was left, and it comes off, neither
// does anybody sit on the edge of the bed any more.
func TestNobodySitsUpForAPackThatIsOff(t *testing.T) {
	lying := Facts{Side: Left, Position: content.Lying}
	up := lying
	up.Position = content.Standing
	for name, e := range map[string]Event{"at the gate": Back{}, "on the edge": Tick{}} {
		p := fetched(t, lying, heatTurn).say(Go{}).pass(time.Minute).say(e, Tell{up})
		if at := slices.IndexFunc(p.s.Rest, func(b Block) bool { return b.Item == edgeItem }); at < 0 {
			t.Fatalf("%s: no edge in %v", name, p.s.Rest)
		}
		if p.say(Skin{false}); slices.ContainsFunc(p.s.Rest, Block.planned) {
			t.Errorf("%s: still %v", name, p.s.Rest)
		}
		if e == (Tick{}) && p.s.Mode != Ended {
			t.Errorf("%s: in %q", name, rowOf(p.s))
		}
	}
}

// TestPackStaysWhereItIs: what is on the calf stays the calf's when the thigh cramps.
func TestPackStaysWhereItIs(t *testing.T) {
	p := fetched(t, sitting, quadTurn, heatTurn, calfTurn).say(Go{}).pass(time.Second).say(Back{}).row("hold").say(Again{})
	at := slices.IndexFunc(p.s.Rest, Block.isPack)
	if at < 0 || p.s.Facts.Muscle != content.Quad || p.s.Rest[at].Muscle != content.Calf || !p.s.isOn(p.s.Rest[at]) || len(p.s.Rest[at].Phases) != 1 {
		t.Errorf("on %+v, in %+v", p.s.Pack, p.s.Rest)
	}
}

// TestPackOfAFoot: where a routine works a foot, heat and cold are as short as a foot can
// bear, whatever the muscle of the facts.
func TestPackOfAFoot(t *testing.T) {
	for _, kind := range []content.Thing{content.Heat, content.Cold} {
		foot, _ := library().Pack(kind, content.Arch)
		for _, dose := range []content.Seconds{{}, sec(1200)} {
			p := fetched(t, sitting, calfTurn, content.Turn{Any: []string{"hand-sole"}}, content.Turn{Pack: kind, For: dose})
			b := p.s.Head()
			want := min(stated(dose, foot.For).Duration(), foot.Cap.Duration())
			if b.Muscle != content.Arch || b.Planned() != want || b.longest(Timed) != want {
				t.Errorf("%s for %d: %v on the %s, want %v", kind, dose.Seconds, b.Planned(), b.Muscle, want)
			}
			p.say(Go{})
			if p.s.worn().ID != foot.ID || p.s.Pack.For != want {
				t.Errorf("%s: %s is on for %v", kind, p.s.worn().ID, p.s.Pack.For)
			}
		}
	}
}

// TestAChangedFileBeginsAnew: where the file no longer has in a turn what was done in it,
// the repetitions begin anew; where it has, in whatever form it's done by now, they go on.
func TestAChangedFileBeginsAnew(t *testing.T) {
	for was, from := range map[string]int{"toes-to-shin": 1, "towel-calf": 1, "heel-slide": 0} {
		r := mine(content.Turn{Any: []string{"towel-calf", "toes-to-shin"}, Reps: num(3)})
		s := Follow(sitting, r, withRoutine(r))
		b := s.Rest[1]
		if b.Item != "towel-calf" && b.Item != "toes-to-shin" {
			t.Fatalf("%s is done", b.Item)
		}
		if got := s.from(b, Block{Kind: ItemBlock, Item: was, Slot: b.Slot, Side: b.Side, From: 1}).From; got != from {
			t.Errorf("%s was at repetition 2; %s goes on after %d, want %d", was, b.Item, got, from)
		}
	}
}
