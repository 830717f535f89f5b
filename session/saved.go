package session

import (
	"reflect"
	"slices"
	"time"
)

// Saved is a session that is under way as it is kept on disk: what is known and where
// it stands, but no phases, so that it survives a change of content. Instants are those
// of the session's own time; kept from an earlier run, they lie before its start.
type Saved struct {
	Facts     Facts
	Ease      Ease
	Done      []Block // without phases
	Rest      []Block // what is left of the plan, without phases
	Planned   bool    // the first wait is over: there is a plan
	Gripping  bool
	Onset     time.Duration // when the cramp began that grips
	Unchanged time.Duration // since when the wait brought nothing
	EasedIn   time.Duration
	Eases     []time.Duration
	Help      bool
	Where     Side
	Level     int
	Cuts      []Cut
	Pack      Pack
	Packs     []Worn
	Off       Worn          // of these, one that nobody has said yet is off; Kind "" = none
	Start     time.Duration // when the session began
	At        time.Duration // the last instant that was applied
}

// Saved is the session as it is kept while it's under way.
func (s Session) Saved() Saved {
	v := Saved{
		Facts: s.Facts, Ease: s.Ease, Planned: s.Planned, Gripping: s.Gripping, Onset: s.Onset,
		Unchanged: s.Unchanged, EasedIn: s.EasedIn, Eases: slices.Clone(s.Eases), Help: s.Help, Where: s.Where,
		Level: s.Level, Cuts: slices.Clone(s.Cuts), Pack: s.Pack, Packs: slices.Clone(s.Packs), Start: s.Start, At: s.Now,
	}
	for _, b := range s.Done {
		v.Done = append(v.Done, b.bare())
	}
	t := turn{Session: s}
	t.Rest = slices.Clone(s.Rest)
	t.keep()
	for _, b := range t.Rest {
		if b.planned() {
			v.Rest = append(v.Rest, b.bare())
		}
	}
	return v
}

// There is the block that a kept session had come to: not the edge of the bed, which
// comes before whatever it is. ok is false where no plan is left.
func (v Saved) There() (b Block, ok bool) {
	for _, b := range v.Rest {
		if b.Item != edgeItem {
			return b, true
		}
	}
	return Block{}, false
}

// bare is a block without its phases; what was suggested for an open one stays, for
// what has begun short goes on short.
func (b Block) bare() Block {
	hint := b.hint()
	if b.Phases = nil; hint > 0 {
		b.Phases = []Phase{{Kind: Open, Hint: hint}}
	}
	return b
}

// Moved says that more has happened since another was kept than that time passed.
func (v Saved) Moved(before Saved) bool {
	return !reflect.DeepEqual(v.still(), before.still())
}

// still is the kept session with what time alone changes taken out.
func (v Saved) still() Saved {
	v.At = 0
	if v.Rest = slices.Clone(v.Rest); len(v.Rest) > 0 {
		v.Rest[0].Took = 0
	}
	return v
}

// Later is the kept session with every instant moved by so much: from one clock to
// another that began at another time.
func (v Saved) Later(by time.Duration) Saved {
	v.Onset, v.Unchanged, v.Start, v.At = v.Onset+by, v.Unchanged+by, v.Start+by, v.At+by
	if v.Pack.Kind != "" {
		v.Pack.On += by
		v.Pack.Asked += by
	}
	v.Packs = slices.Clone(v.Packs)
	for i := range v.Packs {
		v.Packs[i].On += by
		v.Packs[i].Off += by
	}
	v.Off = v.Off.Later(by)
	return v
}

// Later is what was worn with its instants moved by so much.
func (w Worn) Later(by time.Duration) Worn {
	if w.Kind != "" {
		w.On, w.Off = w.On+by, w.Off+by
	}
	return w
}

// Still is what may be on the skin still of a kept session, as far as anybody said; Kind
// "" = nothing. What was on counts as on until its time is over.
func (v Saved) Still() Worn {
	if p := v.Pack; p.Kind != "" {
		return Worn{Kind: p.Kind, On: p.On, Off: p.On + p.For}
	}
	return v.Off
}
