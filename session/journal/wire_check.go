package journal

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"uncramp/content"
	"uncramp/session"
)

// Every word and number of a checkpoint is one that a session may have: what resumes is a
// session that was, or none. What the words of the content mean (items, routines, places)
// is for the session to find out, for the content may have changed.

// The words of a session that it has no lists of.
var (
	blockKinds = []session.BlockKind{
		session.WaitBlock, session.GripBlock, session.ConfirmBlock, session.ItemBlock,
		session.AskBlock, session.PackBlock, session.DrinkBlock,
	}
	results  = []session.Result{session.Completed, session.Skipped, session.LeftOut}
	cutKinds = []session.CutKind{
		session.CutSide, session.CutSets, session.CutItem, session.CutOpen, session.CutDrink, session.CutPack,
	}
	packKinds = []content.Thing{content.Heat, content.Cold}
)

// The largest numbers: far above what a session has, far below what would do harm.
const (
	maxCount   = 1_000_000 // of what can happen again and again
	maxReps    = 1000      // repetitions of an exercise
	maxMinutes = 10_000
	maxLevel   = 1000 // steps in which a plan is cut
	maxPull    = 3
	maxName    = 255    // bytes of an id, which is the name of a file
	maxText    = 10_000 // bytes of a reason, or of the name that a person gave a turn
)

// MaxPath is how many bytes the path of a routine's file may have.
const MaxPath = 4096

// checker keeps the first thing that is not right.
type checker struct{ err error }

func (c *checker) that(ok bool, format string, args ...any) {
	if !ok && c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

// word holds a word to a list.
func word[T ~string](c *checker, what string, w T, list []T) {
	c.that(slices.Contains(list, w), "%s: unknown word %.40q", what, w)
}

// orNone holds a word that may be untold to a list.
func orNone[T ~string](c *checker, what string, w T, list []T) {
	if w != "" {
		word(c, what, w, list)
	}
}

func (c *checker) number(what string, n, most int) {
	c.that(n >= 0 && n <= most, "%s: %d is not 0 to %d", what, n, most)
}

func (c *checker) length(what string, l length) {
	c.that(l >= 0 && time.Duration(l) <= longest, "%s: %s is no length of time", what, time.Duration(l))
}

// name holds an id to the letters that ids are made of.
func (c *checker) name(what, id string) {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
	c.that(len(id) <= maxName && strings.Trim(id, letters) == "", "%s: %.40q is no name", what, id)
}

// text holds words of the content, or of a person's own routine, to what can be printed.
func (c *checker) text(what, s string) {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	c.that(len(s) <= maxText && !strings.ContainsFunc(s, hidden), "%s: %.40q is not plain text", what, s)
}

// file holds the path of a routine's file, where there is one, to what a path may be. What
// lies there is for whoever reads it to find out.
func (c *checker) file(path string) {
	c.text("file", path)
	c.that(path == "" || filepath.IsAbs(path), "file: %.40q is no whole path", path)
	c.that(len(path) <= MaxPath, "file: a path of %d bytes", len(path))
}

// date holds a time of the wall clock to the years that a clock shows.
func (c *checker) date(what string, t time.Time) {
	c.that(!t.IsZero(), "%s: missing", what)
	c.that(t.Year() >= 1970 && t.Year() < 9999, "%s: the year %d", what, t.Year())
}

// instant holds a time to those before the checkpoint was left.
func (c *checker) instant(what string, t, left time.Time) {
	c.that(!t.After(left), "%s: %s is after the session was left", what, t.Format(time.RFC3339))
	c.that(t.After(left.Add(-longest)), "%s: %s is too long ago", what, t.Format(time.RFC3339))
}

// checkState says what is not right in a state, nil = all is.
func checkState(s state) error {
	c := &checker{}
	c.that(s.ID != "", "id: missing")
	c.name("id", s.ID)
	c.date("began", s.Began)
	c.date("left", s.Left)
	c.file(s.File)
	v := s.Session
	c.facts(v.Facts)
	c.ease(v.Ease)
	for _, b := range v.Done {
		c.block("done", b)
		word(c, "done: result", b.Result, results)
	}
	for _, b := range v.Rest {
		c.block("rest", b)
		orNone(c, "rest: result", b.Result, results)
		front := b.Kind == session.WaitBlock || b.Kind == session.GripBlock || b.Kind == session.ConfirmBlock
		c.that(!front, "rest: kind: %q is not of the plan", b.Kind)
	}
	c.instant("onset", v.Onset, s.Left)
	c.instant("unchanged", v.Unchanged, s.Left)
	c.instant("start", v.Start, s.Left)
	c.instant("at", v.At, s.Left)
	c.length("eased_in", v.EasedIn)
	for _, l := range v.Eases {
		c.length("eases", l)
	}
	orNone(c, "where", v.Where, session.Sides())
	c.number("level", v.Level, maxLevel)
	for _, x := range v.Cuts {
		word(c, "cuts: kind", x.Kind, cutKinds)
		c.name("cuts: item", x.Item)
	}
	c.packs(v, s.Left)
	return c.err
}

func (c *checker) packs(v saved, left time.Time) {
	if p := v.Pack; p != nil {
		word(c, "pack: kind", p.Kind, packKinds)
		c.text("pack: slot", p.Slot)
		orNone(c, "pack: muscle", p.Muscle, content.Muscles())
		c.instant("pack: on", p.On, left)
		c.instant("pack: asked", p.Asked, left)
		c.length("pack: for", p.For)
		c.number("pack: checked", p.Checked, maxCount)
	}
	for _, p := range v.Packs {
		c.worn("packs", p, left)
	}
	if v.Off != nil {
		c.worn("off", *v.Off, left)
	}
}

func (c *checker) worn(what string, p worn, left time.Time) {
	word(c, what+": kind", p.Kind, packKinds)
	c.instant(what+": on", p.On, left)
	c.instant(what+": off", p.Off, left)
	c.that(!p.Off.Before(p.On), "%s: off before it was on", what)
}

func (c *checker) facts(f facts) {
	word(c, "facts: muscle", f.Muscle, content.Muscles())
	c.name("facts: routine", f.Routine)
	orNone(c, "facts: side", f.Side, session.Sides())
	orNone(c, "facts: position", f.Position, content.Positions())
	orNone(c, "facts: context", f.Context, content.Contexts())
	for _, t := range f.Have {
		word(c, "facts: have", t, content.Things())
	}
	for _, x := range f.Care {
		word(c, "facts: care", x, content.Cares())
	}
	c.number("facts: reps", f.Reps, maxReps)
	c.number("facts: minutes", f.Minutes, maxMinutes)
}

func (c *checker) ease(e ease) {
	c.number("ease: pull", e.Pull, maxPull)
	c.length("ease: hold", e.Hold)
	c.number("ease: steps", e.Steps, maxCount)
	c.number("ease: again", e.Again, maxCount)
	for _, place := range slices.Concat(e.Cramped, e.Closed) {
		c.text("ease: place", place)
	}
	for _, id := range e.Dropped {
		c.name("ease: dropped", id)
	}
	c.number("ease: tier", int(e.Tier), int(content.Soon))
}

func (c *checker) block(where string, b block) {
	word(c, where+": kind", b.Kind, blockKinds)
	c.name(where+": item", b.Item)
	c.text(where+": slot", b.Slot)
	orNone(c, where+": muscle", b.Muscle, content.Muscles())
	orNone(c, where+": side", b.Side, session.Sides())
	orNone(c, where+": step", b.Step, content.Steps())
	c.length(where+": suggested", b.Suggested)
	c.number(where+": reps", b.Reps, maxReps)
	c.number(where+": from", b.From, maxReps)
	whole := b.Sets == 0 || b.Sets > 0 && b.Sets <= b.Reps && b.Reps%b.Sets == 0
	c.that(whole, "%s: sets: %d repetitions in %d sets", where, b.Reps, b.Sets)
	c.number(where+": pull", b.Pull, maxPull)
	c.length(where+": took", b.Took)
	c.ground(where+": count", b.Count)
	c.ground(where+": sets_by", b.SetsBy)
}

func (c *checker) ground(what string, g *ground) {
	if g != nil {
		c.name(what+": source", g.Source)
		c.text(what+": choice", g.Choice)
	}
}
