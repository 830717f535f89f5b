package sound

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"uncramp/content"
	"uncramp/session"
)

// tones are what each cue sounds like, where it sounds.
var tonesOfCues = []struct {
	cue  session.Cue
	want Tone
}{
	{session.Cue{Kind: session.CueReady}, ToneReady},
	{session.Cue{Kind: session.CueBegin, Phase: session.Hold, Exercise: true}, ToneBegin},
	{session.Cue{Kind: session.CueBegin, Phase: session.Timed, Exercise: true}, ToneBegin},
	{session.Cue{Kind: session.CueBegin, Phase: session.Open, Exercise: true}, ToneBegin},
	{session.Cue{Kind: session.CueBegin, Phase: session.Rise, Exercise: true, Paced: true}, ToneBegin},
	{session.Cue{Kind: session.CueBegin, Phase: session.Hold, Exercise: true, Paced: true}, ""},
	{session.Cue{Kind: session.CueBegin, Phase: session.Lower, Exercise: true, Paced: true}, ToneEnd},
	{session.Cue{Kind: session.CueBegin, Phase: session.Rest, Exercise: true}, ""},
	{session.Cue{Kind: session.CueBegin, Phase: session.Open}, ""},
	{session.Cue{Kind: session.CueBegin, Phase: session.Timed}, ""},
	{session.Cue{Kind: session.CueEnd, Phase: session.Hold}, ToneEnd},
	{session.Cue{Kind: session.CueEnd, Phase: session.Lower, Paced: true}, ""},
	{session.Cue{Kind: session.CueHalf}, ToneHalf},
	{session.Cue{Kind: session.CueThree}, ToneThree},
	{session.Cue{Kind: session.CueTwo}, ToneTwo},
	{session.Cue{Kind: session.CueOne}, ToneOne},
	{session.Cue{Kind: session.CueSwitch}, ToneSwitch},
	{session.Cue{Kind: session.CueLast}, ToneLast},
	{session.Cue{Kind: session.CueSkin}, ToneSkin},
	{session.Cue{Kind: session.CueOff}, ToneOff},
	{session.Cue{Kind: session.CueStep}, ToneStep},
	{session.Cue{Kind: session.CueAsk}, ToneAsk},
	{session.Cue{Kind: session.CueCheck}, ToneAsk},
	{session.Cue{Kind: session.CueStill}, ToneAsk},
	{session.Cue{Kind: session.CueOver}, ToneOver},
	{session.Cue{Kind: session.CueHow}, ""},
	{session.Cue{Kind: session.CueTen}, ""},
	{session.Cue{Kind: session.CueTip}, ""},
	{session.Cue{Kind: session.CuePaused}, ""},
	{session.Cue{Kind: session.CueRefused}, ""},
}

func TestToneOfEachCue(t *testing.T) {
	heard := map[Tone]bool{}
	for _, x := range tonesOfCues {
		if got := toneOf(x.cue); got != x.want {
			t.Errorf("%+v sounds as %q, want %q", x.cue, got, x.want)
		}
		heard[x.want] = true
	}
	for _, tone := range Tones() {
		if !heard[tone] {
			t.Errorf("no cue sounds as %q", tone)
		}
	}
}

// TestChord: of one instant an end is heard first and then one tone for what comes;
// beside words only one of the two.
func TestChord(t *testing.T) {
	end := session.Cue{Kind: session.CueEnd, Phase: session.Hold}
	begin := session.Cue{Kind: session.CueBegin, Phase: session.Hold, Exercise: true}
	cue := func(k session.CueKind) session.Cue { return session.Cue{Kind: k} }
	for _, x := range []struct {
		cues         []session.Cue
		tones, words []Tone
	}{
		{[]session.Cue{begin}, []Tone{ToneBegin}, []Tone{ToneBegin}},
		{[]session.Cue{end, cue(session.CueSwitch)}, []Tone{ToneEnd, ToneSwitch}, []Tone{ToneSwitch}},
		{[]session.Cue{end, cue(session.CueReady)}, []Tone{ToneEnd, ToneReady}, []Tone{ToneEnd}},
		{[]session.Cue{end, cue(session.CueStep), cue(session.CueReady)}, []Tone{ToneEnd, ToneStep}, []Tone{ToneStep}},
		{[]session.Cue{cue(session.CueLast), begin}, []Tone{ToneLast}, []Tone{ToneLast}},
		{[]session.Cue{cue(session.CueHow)}, nil, nil},
	} {
		for mode, want := range map[Mode][]Tone{TonesOnly: x.tones, WordsAndTones: x.words} {
			start := time.Now()
			m := Moment{Mode: mode, At: start.Add}
			var got []Tone
			for i, n := range notes(x.cues, m) {
				got = append(got, n.Tone)
				if want := start.Add(time.Duration(i) * following); !n.At.Equal(want) {
					t.Errorf("%s of %v sounds %v late", n.Tone, x.cues, n.At.Sub(start))
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %v sound as %v, want %v", mode, x.cues, got, want)
			}
		}
	}
}

// ledger is a player and a talker that keep what they are told.
type ledger struct {
	played  []Note
	planned []Note
	said    []string
	hushed  int
}

func (b *ledger) Play(n Note)                     { b.played = append(b.played, n) }
func (b *ledger) Plan(list []Note)                { b.planned = list }
func (b *ledger) Volume(int)                      {}
func (b *ledger) Close()                          {}
func (b *ledger) Say(words string, _ time.Time)   { b.said = append(b.said, words) }
func (b *ledger) Hush()                           { b.hushed++ }
func (b *ledger) listener() (l *Listener)         { l = NewListener(); l.Use(b); l.Talk(b); return l }
func (b *ledger) clock(d time.Duration) time.Time { return time.Time{}.Add(time.Hour + d) }
func (b *ledger) moment(n int, mode Mode, s session.Session, cues []session.Cue) Moment {
	return Moment{N: n, Mode: mode, Session: s, Cues: cues, At: b.clock}
}

// stretching is a session in its first lead.
func stretching(t *testing.T) (session.Session, []session.Cue) {
	t.Helper()
	w, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(session.Facts{Muscle: content.Calf, Position: content.Seated}, w, content.Embedded)
	s, _ = s.Apply(session.Eased{}, time.Second)
	return s.Apply(session.Go{}, time.Second)
}

// TestEachToneIsPlayedOnceAndWasPlanned: whatever the ticks, up to a second late, each
// tone is told once, in the order of time; and what time alone brought was planned
// before it came.
func TestEachToneIsPlayedOnceAndWasPlanned(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, cues := stretching(t)
		b := &ledger{}
		l, want := b.listener(), []Note{}
		hear := func(n int) {
			m := b.moment(n, TonesOnly, s, cues)
			for _, x := range notes(cues, m) {
				if n > 1 && !slices.Contains(b.planned, x) {
					rt.Fatalf("%v was not planned in %v", x, b.planned)
				}
				want = append(want, x)
			}
			l.Hear(m)
		}
		hear(1)
		for n := 2; n < 60; n++ {
			at, ok := s.NextChange(s.Now)
			if !ok {
				break
			}
			late := time.Duration(rapid.IntRange(0, int(time.Second)).Draw(rt, "late"))
			if s, cues = s.Apply(session.Tick{}, at+late); len(cues) > 0 {
				hear(n)
			}
		}
		if !slices.Equal(b.played, want) {
			rt.Fatalf("played %v, want %v", b.played, want)
		}
		if !slices.IsSortedFunc(b.played, func(a, c Note) int { return a.At.Compare(c.At) }) {
			rt.Fatalf("out of order: %v", b.played)
		}
	})
}

// TestMuteIsSilent: nothing is played, planned or said, and what was is taken back.
func TestMuteIsSilent(t *testing.T) {
	s, cues := stretching(t)
	b := &ledger{}
	l := b.listener()
	l.Hear(b.moment(1, WordsAndTones, s, cues))
	if len(b.played) != 1 || len(b.planned) == 0 || len(b.said) != 1 {
		t.Fatalf("heard %+v", b)
	}
	l.Hear(b.moment(2, Silence, s, nil))
	if len(b.planned) != 0 || b.hushed != 1 {
		t.Errorf("muted, and still %v is planned, hushed %d times", b.planned, b.hushed)
	}
	then, more, _ := s.Ahead()
	l.Hear(b.moment(3, Silence, then, more))
	if len(b.played) != 1 || len(b.said) != 1 {
		t.Errorf("muted, and heard %+v", b)
	}
	l.Hear(b.moment(4, TonesOnly, then, nil))
	if len(b.planned) == 0 {
		t.Error("no longer muted, and nothing is planned")
	}
}

// TestPauseTakesBackWhatWasPlanned, and ends what is being said.
func TestPauseTakesBackWhatWasPlanned(t *testing.T) {
	s, cues := stretching(t)
	b := &ledger{}
	l := b.listener()
	l.Hear(b.moment(1, WordsAndTones, s, cues))
	paused, _ := s.Apply(session.Pause{}, 2*time.Second)
	l.Hear(b.moment(2, WordsAndTones, paused, nil)) // something was laid over the screen
	if len(b.planned) != 0 || b.hushed != 1 {
		t.Errorf("planned %v, hushed %d times", b.planned, b.hushed)
	}
}

// TestBehindTheTimes: what comes out of its turn plays its own tones and plans nothing.
func TestBehindTheTimes(t *testing.T) {
	s, cues := stretching(t)
	b := &ledger{}
	l := b.listener()
	paused, _ := s.Apply(session.Pause{}, 2*time.Second)
	l.Hear(b.moment(2, WordsAndTones, paused, nil))
	l.Hear(b.moment(1, WordsAndTones, s, cues))
	if len(b.planned) != 0 || len(b.said) != 0 || len(b.played) != 1 {
		t.Errorf("heard %+v", b)
	}
}

// TestLatePlayer: one that comes later is told what is planned.
func TestLatePlayer(t *testing.T) {
	s, cues := stretching(t)
	b := &ledger{}
	l := NewListener()
	l.Hear(b.moment(1, TonesOnly, s, cues))
	if l.Use(b); len(b.planned) == 0 || len(b.played) != 0 {
		t.Errorf("told %+v", b)
	}
}

// TestWordsFit: what is said is over before the next tone or words; at every speed.
func TestWordsFit(t *testing.T) {
	for _, speed := range []time.Duration{1, 3, 20} {
		s, cues := stretching(t)
		said := 0
		for {
			m := Moment{Mode: WordsAndTones, Session: s, Cues: cues, At: func(d time.Duration) time.Time { return time.Time{}.Add(d / speed) }}
			words, until := script(m)
			if words != "" {
				said++
				from := m.At(cues[len(cues)-1].At)
				if room := until.Sub(from); !until.IsZero() && Length(words) > room || Length(words) > Longest {
					t.Errorf("at %v, times %d: %q takes %v, there are %v", s.Now, speed, words, Length(words), room)
				}
			}
			then, more, ok := s.Ahead()
			if !ok || s.Mode == session.Ended {
				break
			}
			s, cues = then, more
		}
		if speed == 1 && said < 40 {
			t.Errorf("only %d phrases are said", said)
		}
	}
}
