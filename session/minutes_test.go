package session

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"uncramp/content"
)

// hurried is somebody who sits, with nothing at hand and so many minutes.
func hurried(minutes int) Facts {
	return Facts{Muscle: content.Calf, Side: Left, Position: content.Seated, Minutes: minutes}
}

// linger lets time go by in what runs: the clock stands, the minutes don't.
func (p *play) linger(d time.Duration) *play {
	p.Helper()
	return p.say(Pause{}).pass(d).say(Resume{})
}

// TestPackFitsTheTime: heat or cold stays on as long as the content says, and no
// longer than the minutes allow; where less than ten are left it is refused.
func TestPackFitsTheTime(t *testing.T) {
	for _, c := range []struct {
		slow time.Duration // lingered in the first hold
		want time.Duration // how long the pack stays, 0 = it is refused
	}{
		{0, 15 * time.Minute}, {6 * time.Minute, 15 * time.Minute}, {9 * time.Minute, 12 * time.Minute},
		{10*time.Minute + 30*time.Second, 11 * time.Minute}, {11*time.Minute + 30*time.Second, 10 * time.Minute},
		{12 * time.Minute, 0}, {time.Hour, 0},
	} {
		f := gym
		f.Minutes = 30
		p := begin(t, f).say(Eased{}, Go{}).row("hold").linger(c.slow).slot("pack")
		if c.want == 0 {
			if why := p.try(Choose{content.Heat}); why != "no-pack-time" || p.s.PackRefusal(content.Cold) != library().Phrase("no-pack-time") {
				t.Errorf("%v late: %q, %q", c.slow, why, p.s.PackRefusal(content.Cold))
			}
			if p.say(Choose{}); p.s.Head().Kind != DrinkBlock {
				t.Errorf("%v late: neither leads to %q", c.slow, rowOf(p.s))
			}
			continue
		}
		if heat, cold := p.s.PackLength(content.Heat), p.s.PackLength(content.Cold); heat != c.want || cold != c.want {
			t.Errorf("%v late: heat for %v, cold for %v", c.slow, heat, cold)
		}
		on := p.say(Choose{content.Heat}, Go{}).now
		for p.s.Pack.Kind != "" {
			p.until("a look at the skin, or the end", func(s Session) bool { return s.Pack.Asking || s.Pack.Kind == "" })
			p.try(Skin{true})
		}
		if p.now != on+c.want {
			t.Errorf("%v late: it was on for %v", c.slow, p.now-on)
		}
		if p.until("the end", func(s Session) bool { return s.Mode == Ended }); p.now > 30*time.Minute {
			t.Errorf("%v late: the end comes after %v", c.slow, p.now)
		}
	}
}

// TestThinkingItOverTakesTime: the minutes go on at the question itself.
func TestThinkingItOverTakesTime(t *testing.T) {
	f := gym
	f.Minutes = 12
	p := begin(t, f).say(Eased{}, Go{})
	for p.s.Head().Slot != "move" {
		p.say(Next{})
	}
	p.say(Tell{f}, Next{}) // told again with twelve minutes left: there is time for it now
	if rowOf(p.s) != "ask-pack" || p.s.PackLength(content.Heat) != 11*time.Minute {
		t.Fatalf("in %q, heat for %v", rowOf(p.s), p.s.PackLength(content.Heat))
	}
	if p.pass(30 * time.Second); p.s.PackLength(content.Heat) != 10*time.Minute || p.s.PackRefusal(content.Heat) != "" {
		t.Errorf("heat for %v, refused: %q", p.s.PackLength(content.Heat), p.s.PackRefusal(content.Heat))
	}
	if why := p.pass(time.Minute).try(Choose{content.Heat}); why != "no-pack-time" {
		t.Errorf("a minute later: %q", why)
	}
}

// TestCutsNameWhatIsLeftOut: each thing that is left out is named, and nothing else.
func TestCutsNameWhatIsLeftOut(t *testing.T) {
	for minutes, want := range map[int]string{
		0: "[]", 30: "[]",
		12: "[{pack }]",
		8:  "[{side } {pack }]",
		7:  "[{sets } {side } {pack }]",
		6:  "[{sets } {side } {item toe-raises-seated} {pack }]",
		5:  "[{sets } {side } {item jiggle} {item toe-raises-seated} {pack }]",
		4:  "[{sets } {side } {item jiggle} {item toe-raises-seated} {open massage-calf} {pack }]",
		3:  "[{sets } {side } {item jiggle} {item toe-raises-seated} {open massage-calf} {item move-ankle} {pack }]",
		2:  "[{sets } {side } {item jiggle} {item toe-raises-seated} {item massage-calf} {item move-ankle} {pack }]",
		1:  "[{sets } {side } {item jiggle} {item toe-raises-seated} {item massage-calf} {item move-ankle} {pack } {drink }]",
	} {
		p := begin(t, hurried(minutes)).say(Eased{})
		if got := fmt.Sprint(p.s.Cuts); got != want {
			t.Errorf("%d minutes: left out %s, want %s", minutes, got, want)
		}
		if over := p.s.OverTime(); over != (minutes == 1) {
			t.Errorf("%d minutes: it takes %v, too long: %v", minutes, Total(p.s.Upcoming()), over)
		}
	}
	// Both legs cramp: there is no other leg to leave out.
	f := hurried(7)
	f.Side = Both
	if p := begin(t, f).say(Eased{}); slices.Contains(p.s.Cuts, Cut{CutSide, ""}) {
		t.Errorf("both legs: left out %v", p.s.Cuts)
	}
	f = legs
	f.Minutes = 4
	if p := begin(t, f); fmt.Sprint(p.s.Cuts) != "[{sets } {item quad-stand} {item forward-bend}]" {
		t.Errorf("of a routine: %v", p.s.Cuts)
	}
}

// TestOverTime: it says so where nothing more can be left out.
func TestOverTime(t *testing.T) {
	for _, c := range []struct {
		minutes int
		slow    time.Duration
		over    bool
	}{{0, 0, false}, {1, 0, true}, {2, 0, false}, {2, time.Hour, true}, {0, time.Hour, false}} {
		p := begin(t, hurried(c.minutes)).say(Eased{})
		if c.slow > 0 {
			p.say(Go{}).row("hold").linger(c.slow).slot("check")
		}
		if got := p.s.OverTime(); got != c.over {
			t.Errorf("%d minutes, %v late: %v", c.minutes, c.slow, got)
		}
	}
	if p := begin(t, hurried(1)); p.s.OverTime() {
		t.Error("the wait takes as long as it takes")
	}
}

// TestWhatIsCutStaysCut: whoever skips gains time, and yet nothing comes back whose
// turn is over, whichever word makes the plan anew.
func TestWhatIsCutStaysCut(t *testing.T) {
	for _, e := range []Event{Back{}, TooMuch{}, Again{}} {
		for minutes := 1; minutes < 9; minutes++ {
			p := begin(t, hurried(minutes)).say(Eased{})
			whole := slices.Clone(p.s.Rest)
			p.say(Go{})
			for level := p.s.Level; p.s.Mode != Ended && p.s.Head().Slot != "check"; level = p.s.Level {
				p.say(Next{})
				p.try(e)
				switch e.(type) {
				case Again:
					p.say(Eased{})
				case Back:
					p.say(Next{}) // what came back
				}
				if p.s.Level < level {
					t.Fatalf("%T, %d minutes: as if less had been left out", e, minutes)
				}
				for _, b := range p.s.Rest {
					small := b.Slot == "move" || b.Slot == "drink" || b.Slot == "pack" // these may, where there is room
					if !small && !slices.ContainsFunc(whole, b.is) {
						t.Fatalf("%T, %d minutes: %s %s came back", e, minutes, b.Slot, b.Side)
					}
				}
			}
		}
	}
}

// TestMoreTimeBringsItBack: with more minutes, or with as many as it takes, all is
// there again that is still ahead.
func TestMoreTimeBringsItBack(t *testing.T) {
	for _, minutes := range []int{0, 30} {
		p := begin(t, hurried(2)).say(Eased{}, Go{}, Next{})
		p.say(Tell{hurried(minutes)})
		want := Build(library(), hurried(0), Ease{}, p.s.Done)
		same := func(a, b Block) bool { return a.is(b) && a.Item == b.Item && a.Reps == b.Reps && a.hint() == b.hint() }
		if p.s.Level != 0 || len(p.s.Cuts) > 0 || p.s.OverTime() {
			t.Errorf("%d minutes: level %d, left out %v", minutes, p.s.Level, p.s.Cuts)
		}
		for _, b := range want {
			if !slices.ContainsFunc(p.s.Rest, func(x Block) bool { return same(b, x) }) {
				t.Errorf("%d minutes: %s %s is not there", minutes, b.Slot, b.Side)
			}
		}
		p.say(Tell{hurried(2)})
		if len(p.s.Cuts) < 5 {
			t.Errorf("two minutes again: left out %v", p.s.Cuts)
		}
	}
}

// TestBegunIsNotCut: whatever has begun stays when the minutes are over, on either
// leg: after another cramp it comes back, and back puts it beneath.
func TestBegunIsNotCut(t *testing.T) {
	for _, side := range []Side{Left, Both} {
		f := hurried(12)
		f.Side = side
		plan := begin(t, f).say(Eased{}).s.Upcoming()
		for _, b := range plan {
			reach := func() *play {
				p := begin(t, f).say(Eased{}, Go{})
				for !p.s.Head().is(b) {
					p.say(Next{})
				}
				p.until("work", func(s Session) bool { return s.Head().Begun }).say(Pause{})
				return p.pass(time.Hour).say(Resume{})
			}
			if b.Kind != ItemBlock {
				continue
			}
			if p := reach().say(Back{}); !slices.ContainsFunc(p.s.Rest, b.is) {
				t.Errorf("%s: back, and %s %s is lost", side, b.Slot, b.Side)
			}
			p := reach().say(Again{}, Eased{})
			if h := p.s.Head(); !b.Short && !h.is(b) {
				t.Errorf("%s: cramped in %s %s, on to %s %s", side, b.Slot, b.Side, h.Slot, h.Side)
			}
			if !slices.ContainsFunc(p.s.Rest, func(x Block) bool { return x.Slot == "check" }) {
				t.Errorf("%s: after %s no test of the leg", side, b.Slot)
			}
			for _, x := range p.s.Rest {
				if x.Slot != b.Slot && x.Slot != "check" && x.Slot != "stretch" {
					t.Errorf("%s: an hour over in %s, and still %s", side, b.Slot, x.Slot)
				}
			}
		}
	}
}
