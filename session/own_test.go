package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// TestTurnStatesTheDose: each part that a kind of exercise has is as the turn states it,
// and what it doesn't state is the exercise's own.
func TestTurnStatesTheDose(t *testing.T) {
	all := content.Turn{
		Rise: sec(4), Hold: sec(7), Lower: sec(6), Rest: sec(9), For: sec(70), Reps: num(4),
	}
	for _, c := range []struct {
		item string
		want string
	}{
		{"wall-calf", "ready hold 7 rest 9 hold 7 rest 9 hold 7 rest 9 hold 7"},
		{"toe-raises", "ready rise 4 hold 7 lower 6 rest 9 rise 4 hold 7 lower 6 rest 9 rise 4 hold 7 lower 6 rest 9 rise 4 hold 7 lower 6"},
		{"roller-calf", "ready timed 70"},
		{"massage-calf", "ready open 70"},
	} {
		turn := all
		turn.Any = []string{c.item}
		b := follow(t, Facts{Side: Left}, turn).s.Head()
		words := []string{string(b.Phases[0].Kind)}
		for _, p := range b.Phases[1:] {
			words = append(words, fmt.Sprintf("%s %d", p.Kind, int(p.plannedFor().Seconds())))
			if p.Ground != ours {
				t.Errorf("%s: %s rests on %+v", c.item, p.Kind, p.Ground)
			}
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.item, got, c.want)
		}
	}
	plain := follow(t, Facts{Side: Left}, content.Turn{Any: []string{"wall-calf"}, Reps: num(4)}).s.Head()
	if holds := phaseOf(plain, Hold); len(holds) != 4 || holds[0] != 30*time.Second {
		t.Errorf("only the number is stated: %v", holds)
	}
	still := follow(t, Facts{}, content.Turn{Any: []string{"toe-raises"}, Hold: sec(0)}).s.Head()
	if holds := phaseOf(still, Hold); len(holds) != 0 || still.Reps != 15 {
		t.Errorf("a hold of no seconds is stated: %v, %d times", holds, still.Reps)
	}
}

// TestTurnStatesHowOften: nobody is asked for more than was written down.
func TestTurnStatesHowOften(t *testing.T) {
	f := Facts{Reps: 20}
	if b := follow(t, f, content.Turn{Any: []string{"toe-raises"}, Reps: num(6)}).s.Head(); b.Reps != 6 {
		t.Errorf("six are stated: %d", b.Reps)
	}
	if b := follow(t, f, content.Turn{Any: []string{"toe-raises"}}).s.Head(); b.Reps != 20 {
		t.Errorf("twenty were told: %d", b.Reps)
	}
	p := follow(t, f, content.Turn{Any: []string{"toe-raises"}, Sets: num(2)})
	p.forget().until("the end", func(s Session) bool { return s.Mode == Ended })
	var at []int
	for _, c := range p.cues {
		if c.Kind == CueEnough {
			at = append(at, c.Rep)
		}
	}
	if !slices.Equal(at, []int{15, 35}) {
		t.Errorf("enough is enough in each set, at 15 and at 35, not at %v", at)
	}
}

// TestWordsOfATurn stand over the exercise's own, for they are about this person, and are said once, after its own.
func TestWordsOfATurn(t *testing.T) {
	turn := content.Turn{Any: []string{"wall-calf"}, Words: []content.Line{{Text: "{side} foot turned in.", Ground: ours}}}
	p := follow(t, Facts{}, turn, content.Turn{Any: []string{"wall-calf"}})
	it, _ := p.s.Item()
	own, _ := library().Item("wall-calf")
	if n := len(own.How); len(it.How) != n+1 || it.How[0].Text != turn.Words[0].Text {
		t.Errorf("the instructions are %v", it.How)
	}
	said := p.saidAt(2)
	want := []string{"5s " + Sided(own.Say, Left) + " Left foot turned in.", "15s Hold: 30 seconds."}
	if !slices.Equal(said, want) {
		t.Errorf("said %q, want %q", said, want)
	}
	later, _ := p.s.ItemOf(p.s.Rest[2])
	if p.s.Rest[2].Slot != "turn-2" || len(later.How) != len(own.How) {
		t.Errorf("the next turn has %v", later.How)
	}
}

// TestWordsAreReadOnce: an exercise that comes again needs no long lead, one with words
// that were not read yet does; and the next turn of the same exercise is no change of legs.
func TestWordsAreReadOnce(t *testing.T) {
	words := []content.Line{{Text: "Slowly.", Ground: ours}}
	calf := func(words []content.Line) content.Turn { return content.Turn{Any: []string{"wall-calf"}, Words: words} }
	p := follow(t, Facts{}, calf(nil), calf(nil), calf(words))
	var got []string
	for _, b := range p.s.Rest {
		got = append(got, fmt.Sprintf("%s %s", b.Phases[0].Kind, b.Phases[0].For))
	}
	want := []string{"ready 15s", "switch 10s", "ready 10s", "switch 10s", "ready 15s", "switch 10s"}
	if !slices.Equal(got, want) {
		t.Errorf("leads %v, want %v", got, want)
	}
}

// TestSetsAreInOneRow: repetitions are counted on through the sets, with the break
// between two of them.
func TestSetsAreInOneRow(t *testing.T) {
	turn := content.Turn{Any: []string{"wall-calf"}, Sets: num(3), Reps: num(2), Hold: sec(20), Rest: sec(5), Break: sec(60)}
	b := follow(t, Facts{Side: Left}, turn).s.Head()
	if b.Sets != 3 || b.Reps != 6 || b.PerSet() != 2 || !b.InSets() || b.SetsBy != ours {
		t.Errorf("%d sets of %d, %d in all, by %+v", b.Sets, b.PerSet(), b.Reps, b.SetsBy)
	}
	s := time.Second
	if rests := phaseOf(b, Rest); !slices.Equal(rests, []time.Duration{5 * s, 60 * s, 5 * s, 60 * s, 5 * s}) {
		t.Errorf("rests of %v", rests)
	}
	var breaks []int
	for _, p := range b.Phases {
		if b.Break(p) {
			breaks = append(breaks, p.Rep)
		}
	}
	if !slices.Equal(breaks, []int{2, 4}) {
		t.Errorf("breaks after %v", breaks)
	}
	for rep, want := range [][2]int{{0, 0}, {1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 1}, {3, 2}} {
		if set, of := b.Set(rep); [2]int{set, of} != want {
			t.Errorf("repetition %d is %d of set %d", rep, of, set)
		}
	}
	if got := b.Dose(); got != "3 sets of 2 holds of 20 seconds" {
		t.Errorf("in words: %q", got)
	}
	turn = content.Turn{Any: []string{"toe-raises"}, Sets: num(2), Reps: num(10)}
	b = follow(t, Facts{}, turn).s.Head()
	if rests := phaseOf(b, Rest); len(rests) != 19 || rests[9] != time.Second || b.Dose() != "2 sets of 10 repetitions of 5 seconds" {
		t.Errorf("no break is stated, so it is the rest: %v, %q", rests, b.Dose())
	}
	once := follow(t, Facts{}, content.Turn{Any: []string{"toe-raises"}, Sets: num(1), Reps: num(2)}).s.Head()
	if set, of := once.Set(2); once.InSets() || once.PerSet() != 2 || set != 1 || of != 2 || once.Break(Phase{Kind: Rest, Rep: 2}) {
		t.Errorf("one set is none: %+v", once)
	}
}

// TestSetsAreSaid: how many, the break and which set comes; only the very last repetition
// is the last.
func TestSetsAreSaid(t *testing.T) {
	p := follow(t, Facts{Side: Left}, content.Turn{Any: []string{"toe-raises"}, Sets: num(2), Reps: num(2), Break: sec(25)})
	ready := p.cues[len(p.cues)-1]
	if got := p.s.Said(ready); got != "Get ready: toe raises, 2 sets of 2." {
		t.Errorf("%+v says %q", ready, got)
	}
	p.until("the first", func(s Session) bool { return s.Phase().Kind == Rise })
	want := []string{
		"4s Slowly down.", "6s 2.", "10s Slowly down.", "11s Rest: 25 seconds, then set 2 of 2.",
		"16s Cramping again? Press c. Too much, t.", "23.5s Halfway.",
		"36s Up. 1.", "40s Slowly down.", "42s Last one.", "42s 2.",
	}
	if got := p.saidAt(len(want)); !slices.Equal(got, want) {
		t.Errorf("said\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	p = follow(t, Facts{Side: Left}, content.Turn{Any: []string{"wall-calf"}, Sets: num(2), Reps: num(2), Hold: sec(6), Rest: sec(5), Break: sec(8)})
	p.until("the first", func(s Session) bool { return s.Phase().Kind == Hold })
	want = []string{
		"6s And ease off.", "6s Rest. Then the same again.", "11s Hold.", "17s And ease off.", "17s Rest: 8 seconds, then set 2 of 2.",
		"25s Hold.", "31s And ease off.", "31s Rest.", "36s Last one, left leg.", "36s Hold.",
	}
	if got := p.saidAt(len(want)); !slices.Equal(got, want) {
		t.Errorf("said\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestSetsKeepTheirPlace: back, cramping again and taking up come back to the same
// repetition of the same set, with the breaks that are still ahead.
func TestSetsKeepTheirPlace(t *testing.T) {
	turn := content.Turn{Any: []string{"toes-to-shin"}, Sets: num(3), Reps: num(2), Hold: sec(90), Break: sec(60)}
	reach := func() *play {
		p := follow(t, Facts{Side: Left}, turn)
		return p.until("set 2", func(s Session) bool { return s.Phase().Kind == Hold && s.Phase().Rep == 4 })
	}
	for name, do := range map[string]func(*play){
		"again": func(p *play) { p.say(Again{}, Eased{}) },
		"much":  func(p *play) { p.say(TooMuch{}) },
		"skip":  func(p *play) { p.say(Back{}, Go{}) },
		"taken up": func(p *play) {
			v := ago(p.s.Saved(), time.Minute)
			p.s = Follow(Facts{}, mine(turn), p.s.library)
			p.now = 0
			p.say(Found{Earlier: v}, TakeUp{}, Go{})
		},
	} {
		p := reach()
		do(p)
		b := p.s.Head()
		if b.From != 3 || b.Reps != 6 || b.Sets != 3 || p.s.Phase().Kind != Ready {
			t.Errorf("%s: from %d of %d in %d sets, %+v", name, b.From, b.Reps, b.Sets, p.s.Phase())
		}
		if rests := phaseOf(b, Rest); !slices.Equal(rests, []time.Duration{60 * time.Second, 10 * time.Second}) {
			t.Errorf("%s: then rests of %v", name, rests)
		}
	}
	p := reach().say(Next{})
	if p.s.Mode != Ended || p.s.Done[0].From != 3 {
		t.Errorf("skipped in the middle: %+v", p.s.Done)
	}
}

// TestLongHolds: a hold of ninety seconds is shortened by "too much", and never made longer.
func TestLongHolds(t *testing.T) {
	p := follow(t, Facts{Side: Left}, content.Turn{Any: []string{"toes-to-shin"}, Hold: sec(90)}, content.Turn{Any: []string{"leg-out"}, Hold: sec(120)})
	p.row("hold")
	if why := p.try(More{}); why != "no-more-cap" || p.s.Phase().For != 90*time.Second {
		t.Errorf("more: %q, %v", why, p.s.Phase().For)
	}
	p.pass(40 * time.Second).say(Pause{}).pass(time.Minute).say(Resume{}).row("hold")
	if why := p.try(More{}); why == "" || p.s.Phase().For != 50*time.Second {
		t.Errorf("more after a pause: %q, %v", why, p.s.Phase().For)
	}
	p.say(TooMuch{})
	for _, b := range p.s.Rest {
		if b.hold() > 30*time.Second {
			t.Errorf("%s is held for %v after ninety seconds were too much", b.Slot, b.hold())
		}
	}
	short := follow(t, Facts{Side: Left}, content.Turn{Any: []string{"toes-to-shin"}, Hold: sec(50)}).row("hold").say(More{})
	if why := short.try(More{}); why != "no-more-cap" || short.s.Phase().For != 60*time.Second {
		t.Errorf("fifty seconds: %q, %v", why, short.s.Phase().For)
	}
}

// TestWhereTellsTheSet: which set, which repetition of it, and a break as one.
func TestWhereTellsTheSet(t *testing.T) {
	turn := content.Turn{Any: []string{"toes-to-shin"}, Sets: num(3), Reps: num(2), Hold: sec(45), Break: sec(60)}
	p := follow(t, Facts{Side: Left}, turn)
	p.until("set 2", func(s Session) bool { return s.Phase().Kind == Hold && s.Phase().Rep == 4 })
	want := "Mine, toes to shin, left leg, set 2 of 3, hold 2 of 2, 45 seconds left. Then: break after set 2 of 3, 1 minute."
	if got := p.s.saidWhere(p.now); got != want {
		t.Errorf("says %q, want %q", got, want)
	}
	p.row("rest")
	want = "Mine, toes to shin, left leg, break after set 2 of 3, 1 minute left. Then: set 3 of 3, hold 1 of 2, 45 seconds."
	if got := p.s.saidWhere(p.now); got != want {
		t.Errorf("says %q, want %q", got, want)
	}
}

// TestStepsAreTheItems: in a relief an exercise stands in the step that its content says,
// so that either tells how strongly it pulls.
func TestStepsAreTheItems(t *testing.T) {
	t.Parallel()
	for _, m := range content.Muscles() {
		for _, have := range []Set[content.Thing]{nil, content.Things()} {
			for _, b := range Build(library(), Facts{Muscle: m, Have: have}, Ease{}, nil) {
				if it, ok := library().Item(b.Item); ok && it.Step != b.Step {
					t.Errorf("%s: %s stands in %s", m, b.Item, b.Step)
				}
			}
		}
	}
}
