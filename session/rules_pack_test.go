package session

import (
	"fmt"
	"slices"
	"time"

	"uncramp/content"
)

// brokenPause is rule 5: in a pause nothing moves but the time since the onset
// and a pack on the skin.
func brokenPause(x step) string {
	a, b := x.before, x.mid
	if a.Mode != Paused || b.Mode == Ended {
		return ""
	}
	if b.Mode != Paused {
		return "the pause ended by itself"
	}
	if a.Gripping && b.SinceOnset(b.Now) != b.Now-a.Onset {
		return "the time since the onset stood"
	}
	if a.onSkin() {
		return ""
	}
	if a.Elapsed(a.Now) != b.Elapsed(b.Now) || a.BlockLeft(a.Now) != b.BlockLeft(b.Now) || a.At != b.At {
		return "the clock of the exercise ran"
	}
	if a.Pack.Kind != "" {
		return ""
	}
	b.Now, b.Help = a.Now, a.Help
	if d := diff(a, b); d != "" {
		return "a pause changed " + d
	}
	return ""
}

// brokenPack is rule 6: a pack counts in real time, 20 minutes at most, and 60 s
// without an answer take it off. It comes off with a word, and only once.
func brokenPack(x step) string {
	a, b := x.before, x.after
	on := a.Pack.Kind != ""
	if on && b.Pack.Kind == a.Pack.Kind && b.Pack.On != a.Pack.On {
		return "its time began anew"
	}
	if p := b.Pack; p.Kind != "" {
		def, _ := x.lib.Pack(p.Kind, p.Muscle)
		switch {
		case p.For > def.Cap.Duration() || p.For > 20*time.Minute || x.now >= p.On+p.For:
			return fmt.Sprintf("on for %v of %v", x.now-p.On, p.For)
		case p.Asking && x.now-p.Asked >= time.Minute:
			return "no answer, and it is still on"
		case p.Checked < len(def.Checks) && x.now-p.On >= def.Checks[p.Checked].Duration():
			return "the skin was not looked at"
		case b.Mode == Ended:
			return "still on in the summary"
		case !slices.ContainsFunc(b.Rest, func(r Block) bool { return r.Item == string(p.Kind) }):
			return "on, and nowhere in the list"
		}
	}
	before := len(a.Packs)
	if _, there := x.e.(TakeUp); there && x.why == "" {
		before += len(x.mid.Earlier.Packs)
	}
	if len(b.Packs)-before != count(x.cues, CueOff) {
		return "it came off without a word"
	}
	if on && b.Pack.On != a.Pack.On && len(b.Packs) == len(a.Packs) {
		return "it came off and was not noted"
	}
	for _, w := range b.Packs {
		if w.Off-w.On > 20*time.Minute || w.Off < w.On {
			return fmt.Sprintf("it was on for %v", w.Off-w.On)
		}
	}
	return x.takenOff()
}

// takenOff: pause, sleep, back, cramping again and going on leave a pack on.
func (x step) takenOff() string {
	if x.mid.Pack.Kind == "" || x.after.Pack.Kind == x.mid.Pack.Kind {
		return ""
	}
	switch x.e.(type) {
	case Skin, Next, TooMuch, Choose, Go, Tell, Warn, Leave:
		return ""
	case Away:
		return "" // time passes within it
	}
	return fmt.Sprintf("%T took it off", x.e)
}

func count(cues []Cue, k CueKind) int {
	n := 0
	for _, c := range cues {
		if c.Kind == k {
			n++
		}
	}
	return n
}

// brokenPackAllowed is the other half of rule 6: nothing on the skin of somebody
// it is not for, nor too soon; neither is always a choice.
func brokenPackAllowed(x step) string {
	s := x.after
	for _, b := range s.Rest {
		if why := x.forbids(content.Thing(b.Item), b.Muscle); s.Mode != Ended && b.Kind == PackBlock && why != "" {
			return "to be fetched, and not for this person: " + why
		}
	}
	if why := x.forbids(s.Pack.Kind, s.Pack.Muscle); why != "" {
		return "on, and not for this person: " + why
	}
	for i, w := range s.Packs {
		for _, earlier := range s.Packs[:i] {
			wait := map[content.Thing]time.Duration{content.Heat: time.Hour, content.Cold: 2 * time.Hour}[w.Kind]
			if earlier.Kind == w.Kind && w.On-earlier.Off < wait {
				return fmt.Sprintf("%s again after %v", w.Kind, w.On-earlier.Off)
			}
		}
	}
	if c, ok := x.e.(Choose); ok && c.Pack == "" && x.mid.Head().Kind == AskBlock && x.why != "" {
		return "neither was refused"
	}
	if s.Facts.Context == content.Sleep && s.DefaultPack() != "" {
		return "a pack by default in bed"
	}
	if d := s.DefaultPack(); s.Head().Kind == AskBlock && s.Refusal(Choose{d}) != "" {
		return "the default is refused"
	}
	return ""
}

// forbids says in what a pack is not for this person, from the content alone.
func (x step) forbids(kind content.Thing, m content.Muscle) string {
	def, ok := x.lib.Pack(kind, m)
	f := x.after.Facts
	switch {
	case !ok:
		return ""
	case x.after.Ease.Signed():
		return "a sign was named"
	case kind == content.Heat && f.Context == content.Long:
		return "too hot already"
	case f.Care.Has(content.Numb) || f.Care.Has(content.Circulation):
		return "its skin" // both packs of the content rule these out
	}
	for _, n := range def.NotFor {
		if f.Care.Has(n.Care) {
			return n.Why
		}
	}
	return ""
}
