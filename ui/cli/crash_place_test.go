//go:build unix

package cli_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"uncramp/content"
)

// spot is where a session stands, as its screen tells: what is done, on which leg, and
// at which repetition. rep is 0 where the screen doesn't say.
type spot struct {
	name, side string
	rep        int
}

// The places that are no exercise.
const (
	atWait  = "the wait"
	atEnd   = "the end"
	atAsk   = "heat, cold or neither"
	atDrink = "what to drink"
	atPack  = "on the skin" // behind heat or cold
	atEdge  = "sit on the edge"
)

// text is the place in one line, "" = none.
func (p spot) text() string {
	if p.name == "" {
		return ""
	}
	return fmt.Sprintf("%s|%s|%d", p.name, p.side, p.rep)
}

// placed is the place of such a line.
func placed(text string) spot {
	words := strings.Split(text, "|")
	if len(words) != 3 {
		return spot{}
	}
	rep, _ := strconv.Atoi(words[2])
	return spot{words[0], words[1], rep}
}

// fits says that two places can be the same one.
func (p spot) fits(q spot) bool {
	name := p.name == q.name || strings.Contains(p.name, atPack) && strings.Contains(q.name, atPack)
	side := p.side == q.side || p.side == "" || q.side == ""
	return name && side && (p.rep == q.rep || p.rep == 0 || q.rep == 0)
}

var (
	headed   = regexp.MustCompile(`^  (\S.*?)(?: · ((?:left|right) leg|both legs))?(?:  +([A-Z][A-Z ?]*) \d+:\d\d( · .*)?)?$`)
	repOf    = regexp.MustCompile(` · (\d+) of \d+ · `)
	goingTo  = regexp.MustCompile(`go on there ([^.]+)\. \[c\]`)
	wereIn   = regexp.MustCompile(`You were in (.+?), (?:just now|\d+ min ago)\.`)
	thenName = regexp.MustCompile(`Then: ([^,.]+)[,.]`)
	lastRep  = regexp.MustCompile(`, (?:hold|repetition) (\d+) of \d+$`)
	lastSide = regexp.MustCompile(`, ((?:left|right) leg|both legs)$`)
)

// spotOf is the place that is told in words: "Stretch, jiggle the leg, left leg".
func spotOf(words string) spot {
	var p spot
	if m := lastRep.FindStringSubmatch(words); m != nil {
		p.rep, _ = strconv.Atoi(m[1])
		words = strings.TrimSuffix(words, m[0])
	}
	if m := lastSide.FindStringSubmatch(words); m != nil {
		p.side = m[1]
		words = strings.TrimSuffix(words, m[0])
	}
	step, name, _ := strings.Cut(words, ", ")
	switch p.name = name; {
	case strings.HasSuffix(name, " to get ready"):
		return spot{name: atPack}
	case step == "Wait":
		return spot{name: atWait}
	case strings.EqualFold(step, "the summary"): // nothing else was left
		return spot{name: atEnd}
	}
	return p
}

// offeredOn is the place of an earlier session that a screen offers to go on with.
func offeredOn(screen string) (spot, bool) {
	if m := wereIn.FindStringSubmatch(flat(screen)); m != nil {
		return spotOf(m[1]), true
	}
	return spot{name: atWait}, strings.Contains(screen, "[r] still the same cramp")
}

// placeOn is the place that a screen tells; the zero place where it tells none.
func placeOn(screen string) spot {
	text := flat(screen)
	first, _, _ := strings.Cut(strings.TrimSpace(screen), "\n")
	switch {
	case isEnd(first):
		return spot{name: atEnd}
	case strings.Contains(screen, "LEAVE NOW?"):
		return spot{}
	case strings.Contains(text, "go on there"):
		if m := goingTo.FindStringSubmatch(text); m != nil {
			return spotOf(m[1])
		}
		return spot{}
	case strings.Contains(text, "since it began"), strings.Contains(text, "e it eased, none of these"):
		return spot{name: atWait}
	case strings.Contains(text, "IS THIS RIGHT?"), strings.Contains(text, "No cramp now, and none"):
		return firstOf(text)
	case strings.Contains(text, "HEAT, COLD OR NEITHER?"):
		return spot{name: atAsk}
	case strings.Contains(text, "GET IT READY"), strings.Contains(text, "minutes in all"), strings.Contains(text, "minute in all"):
		return spot{name: atPack}
	case strings.Contains(text, "goes on by itself"):
		return spot{name: atDrink}
	}
	return exerciseOn(screen)
}

// isEnd says that a screen begins as the summary does.
func isEnd(first string) bool {
	ends := []string{"Summary", "Stopped", "✓ Wait, stretch"}
	for _, r := range content.Embedded().Routines {
		ends = append(ends, "✓ "+r.Name)
	}
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasPrefix(first, end) })
}

// firstOf is the first place of the plan that a question lists.
func firstOf(text string) spot {
	m := thenName.FindStringSubmatch(text)
	switch {
	case m == nil:
		return spot{}
	case strings.HasPrefix(m[1], "heat or cold"):
		return spot{name: atAsk}
	}
	return spot{name: m[1]}
}

// exerciseOn is the exercise in the head of a screen.
func exerciseOn(screen string) spot {
	rows := strings.Split(screen, "\n")
	for _, row := range rows[:min(6, len(rows))] {
		m := headed.FindStringSubmatch(row)
		if len(m) < 5 || !isItem(m[1]) {
			continue
		}
		p := spot{name: content.Lower(m[1]), side: m[2]}
		r := repOf.FindStringSubmatch(m[4] + " ")
		if r == nil || m[3] == "PAUSED" || m[3] == "READY?" {
			return p // in a rest that is paused it's the next one
		}
		p.rep, _ = strconv.Atoi(r[1])
		if m[3] == "REST" {
			p.rep++
		}
		return p
	}
	return spot{}
}

// isItem says that something is called so.
func isItem(name string) bool {
	for _, it := range content.Embedded().Items {
		if it.Name == name {
			return true
		}
	}
	return false
}

// TestPlaces: what the tests of crashes read off the screen.
func TestPlaces(t *testing.T) {
	t.Parallel()
	for screen, want := range map[string]spot{
		"  ● WAIT ── ○ Stretch\n\n  BREATHE  1:19  since it began":                                                            {name: atWait},
		"  ● WAIT\n  Toes to shin · left leg     HOLD 0:12 · 1 of 3 · 0:28 since it began":                                    {name: atWait},
		"  ● WAIT\n  Leg out in front · both legs     GET READY 0:06 · 3 holds of 20 seconds\n  e it eased, none of these":    {name: atWait},
		"  ✓ Wait\n  Toes to shin · left leg     GET READY 0:05 · 3 holds of 20 seconds":                                      {"toes to shin", "left leg", 0},
		"  ✓ Wait\n  Toes to shin · right leg    HOLD 0:15 · 1 of 3 · 1:15 left":                                              {"toes to shin", "right leg", 1},
		"  ✓ Wait\n  Toes to shin · left leg     REST 0:05 · 1 of 3 · 0:55 left":                                              {"toes to shin", "left leg", 2},
		"  ✓ Wait\n  Toes to shin · left leg     PAUSED 0:05 · 1 of 3 · 0:55 left":                                            {"toes to shin", "left leg", 0},
		"  ✓ Wait\n  Toe lifts                   RISE 0:02 · 7 of 10 · 0:55 left":                                             {"toe lifts", "", 7},
		"  ✓ Wait\n  Toe lifts                   PAUSED 0:02 · 7 of 10 · 0:55 left":                                           {"toe lifts", "", 0},
		"  ● WAIT\n  [enter] no cramp, none of these: go on there\n  Stretch, toes to shin, left leg, hold 3 of 3.\n  [c] it": {"toes to shin", "left leg", 3},
		"  ● LEGS\n  [enter] none: go on there\n  Legs, wall calf stretch, right leg, hold 1 of 2.\n  [c] it cramps now":      {"wall calf stretch", "right leg", 1},
		"  ● WAIT\n  [enter] go on there\n  Soothe, heat, cold or neither.\n  [c] it cramps now":                              {name: atAsk},
		"  ● WAIT\n  IS THIS RIGHT?\n  Then: toes to shin, jiggle the leg.":                                                   {name: "toes to shin"},
		"  ● BEFORE BED\n  [enter] no cramp, none of these: go on there\n  The summary.\n  [c] it cramps now":                 {name: atEnd},
		"  Summary\n\n  LEFT EARLY": {name: atEnd},
		"  ✓ Before bed\n\n  DONE":  {name: atEnd},
	} {
		if got := placeOn(screen); got != want {
			t.Errorf("%q: %+v, want %+v", screen, got, want)
		}
		if got := placed(want.text()); got != want {
			t.Errorf("%+v comes back as %+v", want, got)
		}
	}
	if got := spotOf("Soothe, heat to get ready"); got.name != atPack {
		t.Errorf("a pack that is fetched is at %+v", got)
	}
	was := "[r] You were in Soothe, easy ankle moves, left leg,\n  repetition 7 of 8, 14 min ago. [r] go on there"
	if got, ok := offeredOn(was); !ok || got != (spot{"easy ankle moves", "left leg", 7}) {
		t.Errorf("offered %+v, %t", got, ok)
	}
}
