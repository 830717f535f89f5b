package session

import (
	"slices"
	"time"

	"uncramp/content"
)

// Record is what an ended session came to, as it is kept in the history: what a person
// can be asked about their cramps, and no more. What needs care is not in it. Lengths
// of time are whole seconds. A word of it may be one that this program doesn't know,
// for a newer one may have written it.
type Record struct {
	ID       string           `json:"id"` // names the session, so that it's kept once
	At       time.Time        `json:"at"` // when it began, with the offset of the place
	Muscle   content.Muscle   `json:"muscle"`
	Side     Side             `json:"side,omitempty"` // "" = nobody said which leg
	Position content.Position `json:"position"`
	Context  content.Context  `json:"context,omitempty"` // "" = untold
	Routine  string           `json:"routine,omitempty"` // the id of the routine that was followed, "" = none
	Outcome  Outcome          `json:"outcome"`
	Took     int              `json:"took"`               // seconds in all
	Eased    []int            `json:"eased,omitempty"`    // of every cramp that eased, in order: seconds until it did
	Gripping bool             `json:"gripping,omitempty"` // the last cramp still gripped at the end
	Again    int              `json:"again,omitempty"`    // how often it cramped again
	Softer   int              `json:"softer,omitempty"`   // how often something was made gentler
	Done     []Worked         `json:"done,omitempty"`
	Skipped  []Worked         `json:"skipped,omitempty"`
	LeftOut  []Worked         `json:"left_out,omitempty"`  // too much, or it brought the cramp back; or as hard as what was
	BrokeOff []Worked         `json:"broke_off,omitempty"` // begun, and left before its end
	NotBegun []Worked         `json:"not_begun,omitempty"` // left before its turn
	Packs    []Applied        `json:"packs,omitempty"`
	Sign     content.Tier     `json:"sign,omitempty"`     // the most urgent warning sign named, 1 to 3; 0 = none
	Help     bool             `json:"help,omitempty"`     // it gripped so long that help the same day was advised
	Sore     *int             `json:"sore,omitempty"`     // how sore it was at the end, 0 to 10; nil = not said
	Preview  bool             `json:"preview,omitempty"`  // it ran faster than life
	Look     bool             `json:"look,omitempty"`     // opened and closed, and nothing said
	Replaced bool             `json:"replaced,omitempty"` // it broke off, and another session of the same cramp counts
}

// Worked is one exercise in a record.
type Worked struct {
	Item string `json:"item"` // the content's id
	Side Side   `json:"side"`
	Reps int    `json:"reps,omitempty"` // how many were done, 0 = not counted
}

// Applied is heat or cold in a record.
type Applied struct {
	Kind content.Thing `json:"kind"`
	For  int           `json:"for"` // seconds on the skin
}

// Hidden says that the record is of no real session, and counts for nothing.
func (r Record) Hidden() bool { return r.Preview || r.Look || r.Replaced }

// Cramps is how many cramps the session met: those that eased, and one that still
// gripped.
func (r Record) Cramps() int {
	n := len(r.Eased)
	if r.Gripping {
		n++
	}
	return n
}

// glance is the longest that somebody merely looks at the program: our own choice.
const glance = 15 * time.Second

// Record is what the session came to so far; one that has not ended counts as left.
// began is when it began: the wall clock's instant of s.Start.
func (s Session) Record(id string, began time.Time, preview bool) Record {
	sum := s.Summary()
	r := Record{
		ID: id, At: began, Preview: preview,
		Muscle: s.Facts.Muscle, Side: s.crampedSide(), Position: s.Facts.Stance(),
		Context: s.Facts.Context, Routine: s.Facts.Routine,
		Outcome: sum.Outcome, Took: seconds(sum.Took), Gripping: sum.Gripping,
		Softer: sum.Softer, Sign: s.named(), Help: sum.Help,
		Done: worked(sum.Done), Skipped: worked(sum.Skipped),
		LeftOut: worked(slices.Concat(sum.LeftOut, sum.Lost)),
	}
	r.BrokeOff, r.NotBegun = s.remaining(sum.NotBegun)
	if r.Outcome == "" {
		r.Outcome = LeftEarly
	}
	for _, d := range sum.Eases {
		r.Eased = append(r.Eased, seconds(d))
	}
	packs := sum.Packs
	if s.Pack.Kind != "" {
		packs = append(slices.Clip(packs), Worn{Kind: s.Pack.Kind, On: s.Pack.On, Off: s.Now})
	}
	for _, w := range packs {
		r.Packs = append(r.Packs, Applied{Kind: w.Kind, For: seconds(w.Off - w.On)})
	}
	r.Again = max(0, r.Cramps()-1)
	if s.Rated {
		sore := s.Sore
		r.Sore = &sore
	}
	r.Look = s.Look()
	return r
}

// Look says that nobody did more so far than open the program: nothing was said, and it
// was not long ago. What was taken up is more: something was done before.
func (s Session) Look() bool {
	if s.TakenUp() {
		return false
	}
	sum := s.Summary()
	untouched := len(s.Rest) > 0 && (s.Rest[0].Kind == WaitBlock || s.Rest[0].Gate()) && s.Answer == ""
	return sum.Took < glance && len(s.Done) == 0 && s.named() == 0 && untouched
}

// named is the most urgent warning sign that was named in this session, 0 = none: one that
// was named in an earlier one is in its record.
func (s Session) named() content.Tier {
	if s.Ease.Tier == s.Carried {
		return 0
	}
	return s.Ease.Tier
}

// crampedSide is the leg that it was about, "" = nobody said which: the one that is taken
// for granted counts once the question before the plan showed it.
func (s Session) crampedSide() Side {
	if s.Facts.Side == "" && !s.Planned {
		return ""
	}
	return s.Cramping()
}

// remaining is what was left of the plan: what had begun, and what hadn't.
func (s Session) remaining(left []Block) (begun, not []Worked) {
	for i, w := range worked(left) {
		b := left[i]
		if len(s.Rest) > 0 && b.is(s.Rest[0]) && s.Mode != Ended {
			w.Reps = s.reps() // it runs
		}
		if b.Begun {
			begun = append(begun, w)
			continue
		}
		not = append(not, w)
	}
	return begun, not
}

// reps is how many repetitions of the head are behind.
func (s Session) reps() int {
	t := turn{Session: s}
	return t.rep()
}

// seconds are the whole seconds of a length of time.
func seconds(d time.Duration) int { return int(d / time.Second) }

// worked is the exercises among blocks.
func worked(blocks []Block) []Worked {
	var list []Worked
	for _, b := range blocks {
		w := Worked{Item: b.Item, Side: b.Side, Reps: min(b.From, b.Reps)}
		if b.Result == Completed {
			w.Reps = b.Reps
		}
		list = append(list, w)
	}
	return list
}
