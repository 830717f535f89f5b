package history

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"uncramp/content"
	"uncramp/session"
)

const (
	// fewest is from how many cramps on a leg or some hours are said to have the most.
	fewest = 3
	// stretchOf is how many hours in a row are compared with the others.
	stretchOf = 4
	// mostEqual is how many legs or hours are named that have as many cramps each.
	mostEqual = 3
)

// facts say what all that is shown comes to: how often, which leg, when, how long.
func (p page) facts() []string {
	t := p.t
	list := []string{"No cramp " + p.fromWords() + "."}
	if t.cramps > 0 {
		list = append(p.howOften(), p.whichLeg())
		list = append(list, p.mostly()...)
		list = append(list, p.easedWords())
	}
	if t.routines > 0 {
		list = append(list, count(t.routines, "stretch routine", "stretch routines")+" without a cramp.")
	}
	if t.without > 0 {
		list = append(list, count(t.without, "session", "sessions")+" without a cramp and without a routine.")
	}
	if len(t.signs) > 0 {
		list = append(list, p.signWords())
	}
	switch n := len(t.sores); n {
	case 0:
	case 1:
		list = append(list, fmt.Sprintf("How sore afterwards, 0 to 10: %d, said once.", t.sores[0]))
	default:
		list = append(list, fmt.Sprintf("How sore afterwards, 0 to 10: half of them at most %d, highest %d, said %s.",
			median(t.sores), slices.Max(t.sores), times(n)))
	}
	return list
}

// howOften says how often it cramped, and whether more of late.
func (p page) howOften() []string {
	t := p.t
	list := []string{
		count(t.cramps, "cramp", "cramps") + " on " + count(len(t.days), "day", "days") + " " + p.fromWords() + ".",
		p.change(),
	}
	if t.again > 0 {
		list = append(list, fmt.Sprintf("A cramp that comes back within its session counts once: it came back %s within %s of them.",
			times(t.again), one(t.againIn)))
	}
	return list
}

// whichLeg sets left against right.
func (p page) whichLeg() string {
	n := map[session.Side]int{}
	others := p.t.cramps
	for x, k := range p.t.legs {
		n[x.side] += k
	}
	for _, side := range append(session.Sides(), "") {
		others -= n[side]
	}
	words := fmt.Sprintf("Left leg %d, right leg %d", n[session.Left], n[session.Right])
	if k := n[session.Both]; k > 0 {
		words += ", both " + times(k)
	}
	if k := n[""]; k > 0 {
		words += fmt.Sprintf("; not said %d", k)
	}
	if others > 0 {
		words += fmt.Sprintf("; in other words %d", others)
	}
	return words + "."
}

// mostly says which leg and which hours had the most cramps, where they had enough of
// them to say so, and how many came at night.
func (p page) mostly() []string {
	var list []string
	legs := shares(p.t.legs, byLeg)
	var first []string
	for _, s := range legs {
		if s.n == legs[0].n {
			first = append(first, "the "+p.in(s.of))
		}
	}
	if legs[0].n >= fewest {
		list = append(list, p.equals("Most often in ", first, " legs and muscles", "", legs[0].n))
	}
	night := 0
	for h, n := range p.t.hours {
		if h >= nightFrom || h < nightTo {
			night += n
		}
	}
	list = append(list, fmt.Sprintf("%s of %d at night (%d to %d).", none(night), p.t.cramps, nightFrom, nightTo))
	if ranges, n := busiest(p.t.hours); n >= fewest {
		var words []string
		for _, r := range ranges {
			words = append(words, fmt.Sprintf("%d to %d", r.from, r.to))
		}
		list = append(list, p.equals("Most often from ", words, " times of day", " o'clock", n))
	}
	return list
}

// equals says what has the most, n each, and that others have as many where they do.
func (p page) equals(opening string, equal []string, of, end string, n int) string {
	switch {
	case len(equal) == 1:
		return fmt.Sprintf("%s%s%s: %d of %d.", opening, equal[0], end, n, p.t.cramps)
	case len(equal) > mostEqual:
		return fmt.Sprintf("%d%s have the most, %d each of %d.", len(equal), of, n, p.t.cramps)
	}
	return fmt.Sprintf("%s%s%s, as often: %d each of %d.", opening, joined(equal), end, n, p.t.cramps)
}

// easedWords say how long the cramps lasted.
func (p page) easedWords() string {
	t := p.t
	first := "it eased"
	if t.again > 0 {
		first = "it first eased"
	}
	lasted := t.lasted()
	words := "None has eased before its session ended."
	switch len(lasted) {
	case 0:
	case 1:
		words = fmt.Sprintf("Time until %s: %s.", first, span(lasted[0]))
	default:
		words = fmt.Sprintf("Time until %s: half of them within %s, the longest %s.", first, span(median(lasted)), span(slices.Max(lasted)))
	}
	words += fmt.Sprintf(" %s gripped for %d minutes or more", none(t.long), p.longest()/60)
	if t.gripping == 0 {
		return words + "."
	}
	return words + fmt.Sprintf("; %d still gripped when the session ended.", t.gripping)
}

// signWords say how often a warning sign was named, and how soon it asks for help, in
// the words of the content.
func (p page) signWords() string {
	all := 0
	var words []string
	for _, n := range p.t.signs {
		all += n
	}
	unknown := all
	for _, tier := range []content.Tier{content.Emergency, content.SameDay, content.Soon} {
		if n := p.t.signs[tier]; n > 0 {
			unknown -= n
			help, _ := p.names.lib.Help(tier)
			words = append(words, fmt.Sprintf("%s %d (%s)", p.names.sign(tier), n, content.Lower(help.Title)))
		}
	}
	if unknown > 0 {
		words = append(words, fmt.Sprintf("in other words %d", unknown))
	}
	return "A warning sign was named in " + count(all, "session", "sessions") + ": " + joined(words) + "."
}

// none is a number at the beginning of a sentence.
func none(n int) string {
	if n == 0 {
		return "None"
	}
	return strconv.Itoa(n)
}

// one is a number in a sentence.
func one(n int) string {
	if n == 1 {
		return "one"
	}
	return strconv.Itoa(n)
}

// hoursOf are hours of the day in a row, from one until another begins.
type hoursOf struct{ from, to int }

// busiest are the hours in a row, no more than stretchOf, in which the most cramps came,
// and how many. More than one are equal, and have no hour in common. Hours at their ends
// without a cramp are left out.
func busiest(hours [24]int) (ranges []hoursOf, n int) {
	var sums [24]int
	for h := range hours {
		for i := range stretchOf {
			sums[h] += hours[(h+i)%24]
		}
		n = max(n, sums[h])
	}
	if n == 0 {
		return nil, 0
	}
	var taken [24]bool
	for h, sum := range sums {
		first, last := h, h+stretchOf-1
		for sum == n && hours[first%24] == 0 {
			first++
		}
		for sum == n && hours[last%24] == 0 {
			last--
		}
		free := sum == n
		for i := first; i <= last; i++ {
			free = free && !taken[i%24]
		}
		if !free {
			continue
		}
		for i := first; i <= last; i++ {
			taken[i%24] = true
		}
		ranges = append(ranges, hoursOf{first % 24, (last + 1) % 24})
	}
	slices.SortFunc(ranges, func(a, b hoursOf) int { return cmp.Compare(a.from, b.from) })
	return ranges, n
}
