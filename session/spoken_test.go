package session

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"uncramp/content"
)

// saidAt lists what is said while time alone passes, for so many cues with words.
func (p *play) saidAt(n int) []string {
	p.Helper()
	var list []string
	s, from := p.s, p.now
	for len(list) < n {
		then, cues, ok := s.Ahead()
		if !ok {
			p.Fatalf("after %q nothing is said any more", list)
		}
		for _, c := range cues {
			if words := then.Said(c); words != "" {
				list = append(list, (c.At-from).String()+" "+words)
			}
		}
		s = then
	}
	return list[:n]
}

func TestSaidOfAStretch(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{})
	it, _ := library().Item("wall-calf")
	want := []string{
		"5s " + Sided(it.Say, Left), "10s Begin at the tone.", "15s Hold: 30 seconds.", "30s Halfway.", "35s Ten seconds.",
		"45s And ease off.", "45s Rest. Then the same again.", "48.5s Cramping again? Press c. Too much, t.", "55s Last one, left leg.", "55s Hold.",
		"1m10s Halfway.", "1m15s Ten seconds.", "1m25s And ease off.", "1m25s Switch legs.",
		"1m27s " + Sided(it.Say, Right), "1m35s Hold: 30 seconds.",
	}
	if got := p.saidAt(len(want)); !slices.Equal(got, want) {
		t.Errorf("said\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	ready := p.cues[len(p.cues)-1]
	if got := p.s.Said(ready); got != "Get ready: wall calf stretch, left leg, 2 holds." {
		t.Errorf("%+v says %q", ready, got)
	}
}

// TestSaidOfRaises: each is counted, and told when to come down.
func TestSaidOfRaises(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).slot("raises")
	p.until("the first", func(s Session) bool { return s.Phase().Kind == Rise })
	want := []string{"4s Slowly down.", "6s 2.", "10s Slowly down.", "12s 3."}
	if got := p.saidAt(len(want)); !slices.Equal(got, want) {
		t.Errorf("said %q, want %q", got, want)
	}
}

// TestOpeningSaysTheWait, or asks at a routine's gate; the session stays as it is.
func TestOpeningSaysTheWait(t *testing.T) {
	for _, m := range content.Muscles() {
		s := start(Facts{Muscle: m})
		cues := s.Opening()
		if len(cues) != 1 || s.Said(cues[0]) != s.Waiting().Say || s.Waiting().Say == "" {
			t.Errorf("%s opens with %+v", m, cues)
		}
		if s.Rest[0].Begun {
			t.Errorf("%s: the session was changed", m)
		}
	}
	gate := start(Facts{Routine: "legs"})
	if cues := gate.Opening(); len(cues) != 1 || gate.Said(cues[0]) != library().Phrase("gate-said") {
		t.Errorf("a routine opens with %+v", cues)
	}
}

// TestAhead comes to every cue that time alone brings, and to nothing in a pause.
func TestAhead(t *testing.T) {
	p := begin(t, gym).say(Eased{}, Go{}).forget()
	var cues []Cue
	s := p.s
	for s.Head().Kind != AskBlock {
		then, more, ok := s.Ahead()
		if !ok {
			t.Fatalf("nothing follows %q", rowOf(s))
		}
		cues, s = append(cues, more...), then
	}
	p.until("the choice", func(s Session) bool { return s.Head().Kind == AskBlock })
	if !slices.Equal(cues, p.cues) {
		t.Errorf("ahead %d cues, then %d: %s", len(cues), len(p.cues), differentCues(cues, p.cues))
	}
	paused := begin(t, gym).say(Eased{}, Go{}, Pause{}).s
	if _, cues, ok := paused.Ahead(); ok {
		t.Errorf("a pause brings %+v", cues)
	}
	ended := begin(t, gym).say(Leave{}).s
	if _, cues, ok := ended.Ahead(); ok {
		t.Errorf("the end brings %+v", cues)
	}
}

// TestSaidCanBeRead: whatever is said is a sentence in letters: no key that a voice
// can't read, no gap that was not filled in.
func TestSaidCanBeRead(t *testing.T) {
	seen := map[CueKind]bool{}
	check := func(s Session, cues []Cue) {
		for _, c := range cues {
			seen[c.Kind] = true
			words := s.Said(c)
			readable := func(r rune) bool {
				return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,:;?'!-", r)
			}
			if bad := strings.TrimFunc(words, readable); bad != "" || strings.ContainsAny(words, "{}+") {
				t.Errorf("%+v says %q", c, words)
			}
		}
	}
	for i := range uint64(300) {
		b := mixed(i, 7)
		s, now := start(b.facts()), time.Duration(0)
		check(s, s.Opening())
		for range 60 {
			now = max(now, b.later(s, now))
			var cues []Cue
			s, cues = s.Apply(one(b, b.event(s), b.leadsOn(s)), now)
			check(s, cues)
		}
	}
	for s, more := begin(t, gym).say(Eased{}, Go{}).s, true; more; {
		var cues []Cue
		s, cues, more = s.Ahead() // what is open is seldom left alone until it asks
		check(s, cues)
	}
	for _, k := range []CueKind{CueReady, CueHow, CueBegin, CueStill, CueSkin, CueOff, CueAway, CueRefused, CueOver, CueStandby} {
		if !seen[k] {
			t.Errorf("never heard %s", k)
		}
	}
}

// TestSaidPacksCanBeHad: a key is said for what is not refused, and for nothing else.
func TestSaidPacksCanBeHad(t *testing.T) {
	had := map[string]int{}
	for _, m := range content.Muscles() {
		for _, x := range append(content.Contexts(), "") {
			for _, care := range append(content.Cares(), "") {
				f := Facts{Muscle: m, Context: x}
				if care != "" {
					f.Care = f.Care.Toggle(care)
				}
				p := begin(t, f).say(Eased{}, Go{})
				p.until("the choice or the end", func(s Session) bool { return s.Head().Kind == AskBlock || s.Mode == Ended })
				if p.s.Mode == Ended {
					continue // neither can be had, so nothing is asked
				}
				said := p.s.Said(Cue{Kind: CueAsk})
				for kind, words := range map[content.Thing]string{content.Heat: "Heat, press one.", content.Cold: "Cold, press two."} {
					can := p.s.Refusal(Choose{kind}) == ""
					if strings.Contains(said, words) != can {
						t.Errorf("%s, %s, %s: %s can be had: %t, said is %q", m, x, care, kind, can, said)
					}
					had[words]++
				}
				if !strings.HasSuffix(said, "Neither, n.") {
					t.Errorf("said is %q", said)
				}
			}
		}
	}
	if len(had) != 2 {
		t.Errorf("asked about %v", had)
	}
}
