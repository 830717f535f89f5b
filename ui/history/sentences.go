package history

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

const (
	// often is how many cramps in 7 days are worth telling somebody: our own choice,
	// and the page says so.
	often = 3
	// oftenSign is the warning sign that they are an example of.
	oftenSign = "often"
	// fewest is from how many cramps on a leg or some hours are said to have the most.
	fewest = 3
	// stretchOf is how many hours in a row are compared with the others.
	stretchOf = 4
)

// longest is from how many seconds on a cramp lasted long: when the content advises
// help the same day.
func (p page) longest() int {
	w, _ := p.names.lib.Waiting(content.Calf)
	return cmp.Or(w.Help.Seconds, mostEase)
}

// sentences say in words what the pictures show, the last week first.
func (p page) sentences() []string {
	lines := p.wrap("", p.lastWeek())
	lines = append(lines, p.tell()...)
	lines = append(lines, "")
	for _, s := range p.facts() {
		lines = append(lines, p.wrap("- ", s)...)
	}
	return lines
}

// week is how many cramps the last 7 days had, and in which legs.
func (p page) week() (n int, legs []share[leg]) {
	for _, k := range p.t.recent {
		n += k
	}
	return n, shares(p.t.recent, byLeg)
}

// lastWeek says how often it cramped in the last 7 days.
func (p page) lastWeek() string {
	n, legs := p.week()
	switch {
	case n == 0:
		return "No cramp in the last 7 days."
	case len(legs) > 1:
		return fmt.Sprintf("%d cramps in 7 days: %s.", n, p.eachLeg(legs))
	}
	name := p.names.leg(legs[0].of)
	if side, muscle, ok := strings.Cut(name, " "); ok && !strings.Contains(muscle, " ") && legs[0].of.side != session.Both {
		return count(n, side+"-"+muscle+" cramp", side+"-"+muscle+" cramps") + " in 7 days."
	}
	return count(n, "cramp", "cramps") + " in 7 days, in the " + p.in(legs[0].of) + "."
}

// eachLeg tells the cramps of each leg, the most first.
func (p page) eachLeg(legs []share[leg]) string {
	const most = 4
	var words []string
	others := 0
	for i, s := range legs {
		if i < most {
			words = append(words, fmt.Sprintf("%s %d", p.names.leg(s.of), s.n))
			continue
		}
		others += s.n
	}
	if others > 0 {
		words = append(words, fmt.Sprintf("others %d", others))
	}
	return strings.Join(words, ", ")
}

// in is a leg behind "in the".
func (p page) in(x leg) string {
	if x.side == session.Both {
		return p.names.muscle(x.muscle, false) + " of both legs"
	}
	return p.names.leg(x)
}

// tell says, where it is often, that it is worth telling somebody: in the words of
// the content, with what they rest on.
func (p page) tell() []string {
	n, _ := p.week()
	sign, known := p.names.lib.Warning(oftenSign)
	help, ok := p.names.lib.Help(sign.Tier)
	if n < often || !known || !ok || len(help.Lines) == 0 {
		return nil
	}
	lines := []string{""}
	for _, l := range p.wrap("! ", help.Lines[0].Text+" "+p.grounded(help.Lines[0].Ground)) {
		lines = append(lines, p.o.Styles.Alert.Render(l))
	}
	lines = append(lines, p.wrap("  ", "It is advised for: "+content.Lower(sign.Sign)+". "+p.grounded(sign.Ground))...)
	lines = append(lines, p.wrap("  ", fmt.Sprintf("This is said from %d cramps in 7 days on; that number is our own choice.", often))...)
	last := help.Lines[len(help.Lines)-1]
	return append(lines, p.wrap("  ", last.Text+" "+p.grounded(last.Ground))...)
}

// grounded names what a sentence rests on.
func (p page) grounded(g content.Ground) string {
	if g.Source != "" {
		return "[" + p.names.source(g.Source) + "]"
	}
	return "(Our own choice: " + g.Choice + ".)"
}

// facts say what all that is shown comes to.
func (p page) facts() []string {
	t := p.t
	first := t.sessions[len(t.sessions)-1].At
	from := "since " + date(first)
	if !p.o.Since.IsZero() {
		from = "since " + date(p.o.Since)
	}
	list := []string{"No cramp " + from + "."}
	if t.cramps > 0 {
		list[0] = count(t.cramps, "cramp", "cramps") + " in " + count(len(t.sessions)-t.without, "session", "sessions") +
			" " + from + ", on " + count(len(t.days), "day", "days") + "."
	}
	if t.without > 0 {
		list = append(list, count(t.without, "session", "sessions")+" without a cramp.")
	}
	list = append(list, p.mostly()...)
	if len(t.eases) > 0 {
		list = append(list, p.easedWords())
	}
	if t.again > 0 {
		list = append(list, "It cramped again "+count(t.again, "time", "times")+", in "+count(t.againIn, "session", "sessions")+".")
	}
	if t.signs > 0 {
		list = append(list, "A warning sign was named in "+count(t.signs, "session", "sessions")+".")
	}
	if n := len(t.sores); n > 0 {
		list = append(list, fmt.Sprintf("Sore afterwards: median %d of 10, told %s.", median(t.sores), count(n, "time", "times")))
	}
	return list
}

// mostly says which leg and which hours had the most cramps, where they had enough of
// them to say so, and no other had as many.
func (p page) mostly() []string {
	var list []string
	legs := shares(p.t.legs, byLeg)
	if len(legs) > 0 && legs[0].n >= fewest && (len(legs) == 1 || legs[1].n < legs[0].n) {
		list = append(list, fmt.Sprintf("Most often in the %s: %d of %d.", p.in(legs[0].of), legs[0].n, p.t.cramps))
	}
	if from, n := busiest(p.t.hours); n >= fewest {
		list = append(list, fmt.Sprintf("Most often between %d and %d o'clock: %d of %d.", from, (from+stretchOf)%24, n, p.t.cramps))
	}
	return list
}

// easedWords say how long the cramps lasted.
func (p page) easedWords() string {
	t := p.t
	lasted := t.lasted()
	words := fmt.Sprintf("Time until it eased: median %s, longest %s, of %d cramps.",
		span(median(lasted)), span(slices.Max(lasted)), len(lasted))
	if len(lasted) == 1 {
		words = "Time until it eased: " + span(lasted[0]) + "."
	}
	words += fmt.Sprintf(" %s lasted %d minutes or more", none(t.long), p.longest()/60)
	if t.gripping == 0 {
		return words + "."
	}
	return words + fmt.Sprintf("; %d still gripped when the session ended.", t.gripping)
}

// none is a number at the beginning of a sentence.
func none(n int) string {
	if n == 0 {
		return "None"
	}
	return strconv.Itoa(n)
}

// busiest is the hour from which on the most cramps came in so many hours in a row,
// and how many. Of equal ones it is the first.
func busiest(hours [24]int) (from, n int) {
	for h := range hours {
		sum := 0
		for i := range stretchOf {
			sum += hours[(h+i)%24]
		}
		if sum > n {
			from, n = h, sum
		}
	}
	return from, n
}

// byLeg is the order of legs: as the content lists the muscles, what it doesn't know
// at the end.
func byLeg(a, b leg) int {
	return cmp.Or(
		cmp.Compare(placeOf(content.Muscles(), a.muscle), placeOf(content.Muscles(), b.muscle)),
		cmp.Compare(a.muscle, b.muscle),
		cmp.Compare(placeOf(session.Sides(), a.side), placeOf(session.Sides(), b.side)),
		cmp.Compare(a.side, b.side),
	)
}

// byDoing is the order of contexts, what is not said at the end.
func byDoing(a, b content.Context) int {
	return cmp.Or(cmp.Compare(placeOf(content.Contexts(), a), placeOf(content.Contexts(), b)), cmp.Compare(a, b))
}

// placeOf is where a word stands in a list, behind its end where it doesn't.
func placeOf[T ~string](list []T, w T) int {
	if i := slices.Index(list, w); i >= 0 {
		return i
	}
	return len(list)
}
