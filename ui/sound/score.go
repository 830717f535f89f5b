package sound

import (
	"slices"
	"strings"
	"time"

	"uncramp/session"
)

const (
	// following is how much later the second tone of an instant sounds: an end, and then
	// what comes next.
	following = 400 * time.Millisecond
	// farthest is how many instants with tones are planned. The next one is enough for a
	// screen that is in time; the others sound where it is not.
	farthest = 4
)

// toneOf is the tone of a cue, "" = none.
func toneOf(c session.Cue) Tone {
	switch c.Kind {
	case session.CueReady:
		return ToneReady
	case session.CueCheck, session.CueOffer, session.CueHelp, session.CueStill, session.CueStandby, session.CueAsk, session.CueAway, session.CueRelaxed:
		return ToneAsk
	case session.CueBegin:
		return toneOfBegin(c)
	case session.CueSwitch:
		return ToneSwitch
	case session.CueHalf:
		return ToneHalf
	case session.CueThree:
		return ToneThree
	case session.CueTwo:
		return ToneTwo
	case session.CueOne:
		return ToneOne
	case session.CueEnd:
		if c.Paced {
			return "" // it sounded when the way down began
		}
		return ToneEnd
	case session.CueLast:
		return ToneLast
	case session.CueSkin:
		return ToneSkin
	case session.CueOff:
		return ToneOff
	case session.CueStep:
		return ToneStep
	case session.CueOver:
		return ToneOver
	}
	return ""
}

// toneOfBegin is the tone with which a phase begins: of a raise the way up and the way
// down have one, and nothing between them.
func toneOfBegin(c session.Cue) Tone {
	switch {
	case c.Phase == session.Lower:
		return ToneEnd
	case c.Phase == session.Rest, c.Paced && c.Phase != session.Rise:
		return ""
	case c.Exercise:
		return ToneBegin
	}
	return "" // a page: the wait, a pack, what to drink
}

// rank orders the tones of one instant: of those that say what comes next only the
// first is heard.
var rank = []Tone{ToneOff, ToneSkin, ToneOver, ToneAsk, ToneSwitch, ToneStep, ToneLast, ToneBegin, ToneReady}

// notes are the tones of a moment's cues, or of those that follow. Those of one instant
// would blur: there an end sounds first, and a moment later one tone for what comes
// next. Where words say what comes, there is one tone alone, for none falls into them.
func notes(cues []session.Cue, m Moment) []Note {
	var list []Note
	for len(cues) > 0 {
		n := 1
		for n < len(cues) && cues[n].At == cues[0].At {
			n++
		}
		begin := m.At(cues[0].At)
		tones := chord(cues[:n])
		if len(tones) > 1 && m.Mode == WordsAndTones {
			tones = []Tone{louder(tones[0], tones[1])}
		}
		for i, t := range tones {
			list = append(list, Note{Tone: t, At: begin.Add(time.Duration(i) * following)})
		}
		cues = cues[n:]
	}
	return list
}

// louder is which of two tones of one instant is heard beside words.
func louder(end, next Tone) Tone {
	if next == ToneReady {
		return end
	}
	return next
}

// chord is the tones of one instant, in order.
func chord(cues []session.Cue) []Tone {
	var list, next []Tone
	for _, c := range cues {
		switch t := toneOf(c); {
		case t == "":
		case slices.Contains(rank, t):
			next = append(next, t)
		default:
			list = append(list, t)
		}
	}
	for _, t := range rank {
		if slices.Contains(next, t) {
			return append(list, t)
		}
	}
	return list
}

// planned is the tones that time alone will bring next.
func planned(m Moment) []Note {
	var list []Note
	s, n := m.Session, 0
	for n < farthest {
		then, cues, ok := s.Ahead()
		if !ok {
			break
		}
		if sound := notes(cues, m); len(sound) > 0 {
			list = append(list, sound...)
			n++
		}
		s = then
	}
	return list
}

// script is what is said at a moment, and by when it has to be over: when the next
// tone sounds or the next words come. What is too long for that loses first what can
// best be done without; what is left is short enough, or nothing.
func script(m Moment) (words string, until time.Time) {
	var now time.Time
	switch n := len(m.Cues); {
	case n > 0:
		now = m.At(m.Cues[n-1].At)
	case m.Chosen.IsZero():
		return "", time.Time{}
	default:
		now = m.Chosen
	}
	room := longest
	if next, ok := nextHeard(m.Session); ok {
		until = m.At(next)
		room = min(room, until.Sub(now))
	}
	words = fitting(m.Session, m.Cues, room)
	if on := m.Session.Library().Phrase("voice-said"); words == "" && !m.Chosen.IsZero() && Length(on) <= room {
		words = on // what a cue says shows by itself that the voice is on
	}
	return words, until
}

// confirming is the tone that says that tones are on, where that was just chosen. Beside
// another tone it would only blur: that one says so too. ok is false where there is none.
func confirming(m Moment) (n Note, ok bool) {
	if m.Chosen.IsZero() || m.Mode != TonesOnly || len(notes(m.Cues, m)) > 0 {
		return Note{}, false
	}
	if next := planned(m); len(next) > 0 && next[0].At.Sub(m.Chosen) < following {
		return Note{}, false
	}
	return Note{Tone: ToneReady, At: m.Chosen}, true
}

// longest is how long words may be.
const longest = 5 * time.Second

// nextHeard is when the next tone sounds, or the next words come.
func nextHeard(s session.Session) (at time.Duration, ok bool) {
	for range farthest * farthest {
		then, cues, more := s.Ahead()
		if !more {
			return 0, false
		}
		for _, c := range cues {
			if toneOf(c) != "" || then.Said(c) != "" {
				return c.At, true
			}
		}
		s = then
	}
	return 0, false
}

// line is what one cue says, and how much it matters.
type line struct {
	words, short string
	matters      int // 1 is left out first
}

// fitting joins what cues say to what can be said in a room of time.
func fitting(s session.Session, cues []session.Cue, room time.Duration) string {
	var lines []line
	for _, c := range cues {
		if words := s.Said(c); words != "" {
			lines = append(lines, line{words, s.SaidShort(c), matters(c.Kind)})
		}
	}
	for len(lines) > 0 {
		if text := joined(lines); Length(text) <= room {
			return text
		}
		least := slices.MinFunc(lines, func(a, b line) int { return a.matters - b.matters })
		i := slices.Index(lines, least)
		if least.matters == matter && least.short != "" {
			lines[i].words, lines[i].short = least.short, ""
			continue
		}
		lines = slices.Delete(lines, i, i+1)
	}
	return ""
}

// joined is lines in one text.
func joined(lines []line) string {
	words := make([]string, len(lines))
	for i, x := range lines {
		words[i] = x.words
	}
	return strings.Join(words, " ")
}

// matter is how much the words matter that say what to do now.
const matter = 3

// matters is how much the words of a cue matter beside others of the same instant.
func matters(k session.CueKind) int {
	switch k {
	case session.CueStep:
		return 1 // the exercise that comes says it too
	case session.CueEnd, session.CueResumed:
		return 2 // its tone says it too
	}
	return matter
}
