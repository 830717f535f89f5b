package history

import (
	"cmp"
	"fmt"
	"slices"
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

// lastWeek says how often it cramped in the last 7 days, and on how many of them. A leg
// that had more than half of the cramps is named first.
func (p page) lastWeek() string {
	n, legs := p.week()
	if n == 0 {
		return p.noneOfLate()
	}
	on := ""
	if d := len(p.t.recentDays); d != n {
		on = ", on " + count(d, "day", "days")
	}
	first := legs[0]
	switch {
	case len(legs) == 1:
		return p.crampsIn(first) + " in 7 days" + on + "."
	case 2*first.n > n:
		return fmt.Sprintf("%s in 7 days, and %s: %s; %d in all%s.",
			p.crampsIn(first), count(n-first.n, "other", "others"), p.eachLeg(legs[1:]), n, on)
	}
	return fmt.Sprintf("%d cramps in 7 days%s: %s.", n, on, p.eachLeg(legs))
}

// noneOfLate says that it didn't cramp, in no more days than were watched.
func (p page) noneOfLate() string {
	if today, begins := dayOf(p.o.Now), dayOf(p.t.begins); begins > today-week+1 && begins <= today {
		return "No cramp since " + date(p.t.begins) + ", when the history begins."
	}
	return "No cramp in the last 7 days."
}

// crampsIn is how many cramps a leg had: 3 left-calf cramps.
func (p page) crampsIn(s share[leg]) string {
	name := p.names.muscle(s.of.muscle, false)
	side := string(s.of.side)
	if strings.Contains(name, " ") || s.of.side != "" && s.of.side != session.Left && s.of.side != session.Right {
		return count(s.n, "cramp", "cramps") + " in the " + p.in(s.of)
	}
	if side == "" {
		return count(s.n, name+" cramp", name+" cramps") + " (" + unsaid + ")"
	}
	return count(s.n, side+"-"+name+" cramp", side+"-"+name+" cramps")
}

// eachLeg tells the cramps of each leg, the most first.
func (p page) eachLeg(legs []share[leg]) string {
	const most = 4
	var words []string
	others := 0
	for i, s := range legs {
		if i < most {
			words = append(words, fmt.Sprintf("%s %d", p.names.listed(s.of), s.n))
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
	return p.names.listed(x)
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
