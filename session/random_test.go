package session

import (
	"slices"
	"strings"
	"sync"
	"time"

	"uncramp/content"
)

// bits is a source of choices that one drawn number decides. 0 chooses the first
// of everything, so a stream shrinks towards ticks that bring nothing.
type bits struct{ x uint64 }

// mixed makes a source of a drawn number and of where it was drawn: rapid draws
// small numbers often, and they shouldn't choose the same everywhere.
func mixed(x, salt uint64) *bits {
	if x == 0 {
		return &bits{}
	}
	return &bits{max(1, x^scattered(salt))}
}

// below is a number from 0 to n-1.
func (b *bits) below(n int) int {
	if b.x == 0 {
		return 0
	}
	b.x += 0x9e3779b97f4a7c15
	return int(scattered(b.x) >> 1 % uint64(n))
}

// scattered is the mixing of splitmix64: near numbers come out far apart.
func scattered(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// one is one of a list.
func one[T any](b *bits, list ...T) T { return list[b.below(len(list))] }

// span is a length of time below d.
func (b *bits) span(d time.Duration) time.Duration { return time.Duration(b.below(int(d))) }

// some is a subset of a list: each of it with a chance of 1 in n.
func some[T ~string](b *bits, list []T, n int) Set[T] {
	var set Set[T]
	for _, t := range list {
		if b.below(n) == 1 {
			set = append(set, t)
		}
	}
	return set
}

// tableRows are the names of the table's rows, the first one first.
var tableRows = sync.OnceValue(func() []string {
	var names []string
	for _, s := range states() {
		if row := s.row(); !slices.Contains(names, row) {
			names = append(names, row)
		}
	}
	return names
})

// facts are random facts, from every muscle to the number of raises.
func (b *bits) facts() Facts {
	f := Facts{Muscle: one(b, content.Muscles()...)}
	f.Side = one(b, append(Sides(), "")...)
	f.Position = one(b, append(content.Positions(), "", content.Standing, content.Lying)...)
	f.Context = one(b, append(content.Contexts(), "")...)
	f.Have = some(b, content.Things(), 2)
	f.Care = some(b, content.Cares(), 8)
	f.Reps = one(b, 0, 15, 20)
	f.Minutes = one(b, 0, 0, 0, 0, 1, 3, 6, 30)
	f.Manual = b.below(8) == 1
	if b.below(6) == 1 {
		f.Routine = one(b, library().Routines...).ID
	}
	return f
}

// retell changes one thing of what was told, or all of it.
func (b *bits) retell(f Facts) Facts {
	other := b.facts()
	switch b.below(9) {
	case 0:
		return other
	case 1:
		f.Side = other.Side
	case 2, 3:
		f.Position = other.Position
	case 4:
		f.Context = other.Context
	case 5:
		f.Have = f.Have.Toggle(one(b, content.Things()...))
	case 6:
		f.Care = f.Care.Toggle(one(b, content.Cares()...))
	case 7:
		f.Reps, f.Minutes = other.Reps, other.Minutes
	case 8:
		f.Muscle = other.Muscle
	}
	return f
}

// later is the instant of the next event: the same, a little later, exactly at a
// change or beside it, minutes late, or before the last one.
func (b *bits) later(s Session, now time.Duration) time.Duration {
	next, ok := s.NextChange(now)
	list := s.moments()
	switch k := b.below(34); {
	case len(list) > 0 && (s.Pack.Kind != "" && k > 21 || k == 33):
		return list[0].at
	case k < 6:
		return now
	case k < 8:
		return now + b.span(time.Millisecond)
	case k < 11:
		return now + b.span(time.Second)
	case k < 15 && ok:
		return next
	case k < 17 && ok:
		return next + one(b, -1, time.Duration(1))
	case k < 32 && s.Phase().Kind == Open:
		return now + s.Left(now)/4 // what goes on by itself is met often enough too
	case k < 24:
		return now + s.Left(now)
	case k < 27:
		return now + s.BlockLeft(now)
	case k < 30:
		return now + b.span(20*time.Second)
	case k == 30:
		return now - b.span(5*time.Second)
	case k == 31:
		return now + b.span(4*time.Minute)
	case k > 31 && b.below(6) == 1:
		return now + b.span(40*time.Minute)
	}
	return now
}

// forward takes a new session to a row of the table, as a person would who mostly
// skips, so that streams begin everywhere. It gives up after a while, and then
// the stream begins wherever that led. now is when.
func (b *bits) forward(f Facts) (s Session, now time.Duration) {
	target, paused := strings.CutPrefix(one(b, tableRows()...), "paused ")
	target, signed := strings.CutPrefix(target, "signed ")
	switch target {
	case "ask-pack", "fetch", "pack on", "skin check", "drink":
		f.Routine, f.Minutes = "", one(b, 0, 0, 0, 30) // heat and cold are for a cramp, and for those with time
	case "top":
		f.Muscle, f.Minutes = one(b, content.Calf, content.Arch, content.Toes), 0 // no other has toe raises
	}
	s = start(f)
	for range 70 {
		if s.Mode == Ended {
			s, now = start(f), 0 // past it: once more
		}
		if rowOf(s) == target {
			break
		}
		e := b.leadsOn(s)
		skips := s.Pack.Kind == "" && b.below(5) < 3 && s.Refusal(Next{}) == "" && (target != "top" || !s.Head().Short)
		if _, tick := e.(Tick); tick && skips {
			e = Next{}
		}
		if list := s.moments(); len(list) > 0 && e == (Tick{}) {
			now = max(now, list[0].at)
		}
		s, _ = s.Apply(e, now)
	}
	if signed {
		s, _ = s.Apply(Warn{content.SameDay}, now)
	}
	if paused {
		s, _ = s.Apply(Pause{}, now)
	}
	return s, now
}

// event is the next event: a tick, what leads on from here, or anything at all.
func (b *bits) event(s Session) Event {
	switch k := b.below(20); {
	case k < 5:
		return Tick{}
	case k < 12:
		return b.leadsOn(s)
	}
	return b.anything(s)
}

// leadsOn is a word that a person who wants to get on would say here.
func (b *bits) leadsOn(s Session) Event {
	switch h, p := s.Head(), s.Phase(); {
	case s.Mode == Paused && s.Pack.Kind != "" && b.below(3) > 0:
		return Tick{}
	case s.Mode == Paused:
		return one[Event](b, Resume{}, Go{})
	case h.Kind == WaitBlock:
		return one[Event](b, Eased{}, Eased{}, Eased{}, Grip{})
	case h.Kind == ConfirmBlock && s.Facts.Lain && s.Facts.Position != content.Standing && b.below(4) > 0:
		f := s.Facts
		f.Position = content.Standing // out of bed: the edge comes first
		return Tell{f}
	case h.Item == edgeItem && p.Kind == Ready:
		return Go{}
	case b.below(40) == 1 && h.Kind != ConfirmBlock, b.below(2) == 1 && s.onSkin():
		return Pause{}
	case h.Kind == AskBlock:
		return Choose{one(b, content.Heat, content.Cold, "")}
	case s.Pack.Asking:
		return Skin{b.below(8) != 1}
	case p.Kind == Open:
		return Go{}
	case p.Kind == Hold && b.below(6) == 1:
		return Next{}
	}
	return Tick{}
}

// anything is any event, the ones that end much least often.
func (b *bits) anything(s Session) Event {
	switch k := b.below(64); {
	case k == 1:
		return Leave{}
	case k == 2:
		return Warn{content.Emergency}
	case k == 3:
		return Warn{content.SameDay}
	case k == 4:
		return Warn{content.Tier(b.below(6) - 1)}
	case k < 12:
		return Tell{b.retell(s.Facts)}
	case k < 18:
		return b.away()
	case k < 22:
		return Again{}
	case k < 25:
		return TooMuch{}
	case k < 28:
		return Choose{one(b, content.Things()...)}
	}
	list := columns()
	return list[b.below(len(list)-5)].of(s) // all but the signs, away and leave
}

// away is a time in which nobody was here, seconds to hours.
func (b *bits) away() Event {
	return Away{one(b, b.span(10*time.Second), b.span(5*time.Minute), b.span(3*time.Hour), -time.Second)}
}
