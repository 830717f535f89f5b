package ui

import (
	"fmt"
	"strings"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// Earlier tells the program of a session that was under way when its own program ended.
// The instants in it are relative to now, none of them after it.
type Earlier struct {
	Saved session.Saved
}

// found notes an earlier session.
func (m Model) found(e Earlier, now time.Time) Model {
	m = m.pass(now)
	before := m.s
	found := session.Found{Earlier: e.Saved.Later(m.at), Untold: !m.opts.Told && !m.toldAny()}
	if m.s.Refusal(found) != "" {
		return m.stillOn(e.Saved.Still()) // nobody asked to go on, but the skin doesn't wait
	}
	if m = m.apply(found, now); len(m.s.Packs) > len(before.Packs) {
		return m.takeOff(m.s.Packs[len(m.s.Packs)-1])
	}
	return m.stillOn(e.Saved.Off)
}

// offered says that an earlier session can be gone on with.
func (m Model) offered() bool {
	return m.s.Earlier != nil && m.s.Refusal(session.TakeUp{}) == ""
}

// earlierParts say where the person was in an earlier session, and the key that goes
// on there.
func (m Model) earlierParts() []part {
	if !m.offered() {
		return nil
	}
	v := *m.s.Earlier
	if v.Gripping {
		return m.samePart(v)
	}
	where := m.placeWords(v) + ", " + agoWords(m.at-v.At)
	text := m.filled("earlier", where)
	lines := append(m.text(m.theme.bold, text), m.action(keyTakeUp, false)...)
	return []part{{rank: stays, lines: lines, short: m.action(keyTakeUp.called(m.placeBrief(v)), false)}}
}

// whereYouWere stands for the place where there is no room for it.
const whereYouWere = "go on where you were"

// placeBrief is where a kept session goes on, as far as it has room behind its key.
func (m Model) placeBrief(v session.Saved) string {
	b, ok := v.There()
	if !ok {
		return whereYouWere
	}
	words := "go on: " + m.keptName(v, b)
	if it, known := m.s.Library().Item(b.Item); known && it.EachSide && b.Side != session.Both {
		words += ", " + string(b.Side)
	}
	const key = len("[r] ")
	if len(words) > m.width()-key {
		return whereYouWere
	}
	return words
}

// keptName names a block of a kept session. Heat that was only being fetched is on no skin.
func (m Model) keptName(v session.Saved, b session.Block) string {
	if b.Kind == session.PackBlock && v.Pack.Kind == "" {
		return b.Item + " to get ready"
	}
	return m.blockWords(b, session.Block{})
}

// samePart asks whether an earlier session's cramp is this one: then its time goes on. One
// of another muscle or leg is not called the same.
func (m Model) samePart(v session.Saved) []part {
	name, same := m.earlierCramp(v)
	words := "back to the cramp of before"
	if same {
		words = "still the same cramp"
	}
	long := keyTakeUp.called(words + ": it began " + up(m.at-v.Onset) + " ago" + name)
	return []part{{rank: stays, lines: m.action(long, false), short: m.action(keyTakeUp.called(words+name), false), tight: true}}
}

// earlierCramp names the muscle and the leg of an earlier session's cramp, behind a comma,
// and says whether it may be this one. In a routine nobody said which it is.
func (m Model) earlierCramp(v session.Saved) (name string, same bool) {
	f := v.Facts
	if f.Routine != "" {
		return "", true
	}
	if v.Planned {
		f.Side = f.Leg() // the question before the plan showed it
	}
	if same = f.OneCramp(m.s.Facts); same && f.Side == "" {
		f.Side = m.s.Facts.Side
	}
	return ", " + m.cramped(f), same
}

// toldAny says that the person told something of the session, or began to.
func (m Model) toldAny() bool {
	f := m.s.Facts
	return f.Side != "" || f.Position != "" || f.Context != "" || len(f.Have) > 0 || len(f.Care) > 0
}

// placeWords names the place that a kept session had come to.
func (m Model) placeWords(v session.Saved) string {
	b, ok := v.There()
	switch {
	case v.Gripping || !v.Planned:
		return stepNames[content.Wait] + ", " + m.cramped(v.Facts)
	case !ok:
		return m.blockWords(b, session.Block{}) // nothing is left but the summary
	}
	words := []string{stepNames[b.Step], m.keptName(v, b)}
	if r, ok := m.s.Library().Routine(v.Facts.Routine); ok {
		words[0] = r.Name
	}
	if it, ok := m.s.Library().Item(b.Item); ok && it.EachSide {
		words = append(words, sideWords(b.Side))
	}
	switch next := min(b.From+1, b.Reps); {
	case b.InSets():
		set, rep := b.Set(next)
		words = append(words, fmt.Sprintf("set %d of %d, %s %d of %d", set, b.Sets, m.repWord(b), rep, b.PerSet()))
	case b.Reps > 1:
		words = append(words, fmt.Sprintf("%s %d of %d", m.repWord(b), next, b.Reps))
	}
	return strings.Join(words, ", ")
}

// cramped names the leg and the muscle that were told.
func (m Model) cramped(f session.Facts) string {
	w, _ := m.s.Library().Waiting(f.Muscle)
	if f.Leg() == session.Both {
		return w.Both
	}
	return string(f.Leg()) + " " + w.Name
}

// repWord is what is counted in a block.
func (m Model) repWord(b session.Block) string {
	if it, _ := m.s.Library().Item(b.Item); it.Kind == content.Held {
		return "hold"
	}
	return "repetition"
}

// agoWords is a time gone in words, in whole minutes.
func agoWords(d time.Duration) string {
	switch n := int(d / time.Minute); n {
	case 0:
		return "just now"
	case 1:
		return "1 min ago"
	default:
		return fmt.Sprintf("%d min ago", n)
	}
}

// resumeChoices lists what one key each changes before what is taken up again.
func (m Model) resumeChoices(f session.Facts) []string {
	if _, ok := m.following(); ok {
		return m.gateChoices(f)
	}
	return m.choices(f)
}

// resumePage stands before what is taken up again: no cramp now, none of the warning
// signs, and where it goes on.
func (m Model) resumePage(p page) page {
	w, f := m.s.Waiting(), m.s.Facts
	there := m.placeWords(m.s.Saved())
	p.add(
		part{rank: stays, lines: m.text(m.theme.verb, m.phrase("gate")), short: styled(m.theme.verb, "No cramp now?")},
		part{rank: matters, lines: m.watch(w, "Signs [!]:", len(w.Watch)), short: m.watch(w, "[!]", 2)},
		part{rank: stays, lines: m.action(keyGo.called("no cramp, none of these: go on there"), true), short: m.action(keyGo.called("none: go on there"), true)},
		part{rank: stays, lines: m.text(m.theme.bold, content.Titled(there)+"."), tight: true},
		part{rank: stays, lines: m.action(keyAgain.called("it cramps now"), false), tight: true},
		part{rank: progress, lines: m.resumeChoices(f)},
		part{rank: nextUp, lines: m.planLines()},
	)
	if r, ok := m.following(); ok {
		p.add(m.ownParts(r)...)
		p.add(m.sparedLines()...)
	}
	p.add(m.cutLines()...)
	p.keyLines = 1
	p.keys = m.hints(without(m.screenKeys(), keyGo, keyAgain, keyMuscle, keyLeg, keyPosition, keyHave, keyContext, keyCare))
	return p
}
