package cli

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// text is the plan to be read in so many columns, 0 = as many as it likes: every step with
// its times, what each rests on, and the sources and our own choices at the end.
func (p plan) text(columns int) string {
	t := &planText{width: pageIn(columns)}
	t.head(p)
	step := content.Step("")
	for i, x := range p.Blocks {
		if x.Step != step {
			step = x.Step
			t.line("")
			t.line(strings.ToUpper(string(step)))
		}
		if i > 0 && x.again(p.Blocks[i-1]) {
			same := "The same on this side."
			if p.Blocks[i-1].Side == x.Side {
				same = "The same again."
			}
			x.How, x.StopIf, x.Notes, x.Figure = []statement{{Text: same}}, nil, nil, ""
		}
		t.block(x, i+1)
	}
	t.line("")
	t.put("", fmt.Sprintf("Total %s, as far as it is timed. %s", clockTime(p.Total), p.rest()))
	for _, x := range p.NotYou {
		t.put("", fmt.Sprintf("Not for you: %s. %s%s", content.Lower(x.Name), x.Why, t.mark(x.ground)))
	}
	t.line("")
	t.line("STOP AT ONCE IF YOU FEEL")
	for _, l := range p.StopIf {
		t.put("  - ", l.Text+t.mark(l.ground))
	}
	t.put("", "The warning signs are one key away on every screen of uncramp: !")
	t.line("")
	t.line("NOTES")
	for _, l := range p.Notes {
		t.put("  - ", l.Text+t.mark(l.ground))
	}
	t.foot(p)
	return t.String()
}

// again says that a block is the same as another, on whichever leg. A routine may have
// other words for it.
func (x planBlock) again(before planBlock) bool {
	legless := strings.NewReplacer("left", "", "right", "", "Left", "", "Right", "")
	same := func(a, b statement) bool { return legless.Replace(a.Text) == legless.Replace(b.Text) }
	return x.Item != "" && x.Item == before.Item && slices.EqualFunc(x.How, before.How, same)
}

// mark is the ground behind a number or a sentence: a source's id, or the number
// of one of our choices.
func (t *planText) mark(g ground) string {
	switch {
	case g.Source != "":
		return " [" + g.Source + "]"
	case g.Choice == "":
		return ""
	}
	at := slices.Index(t.choices, g.Choice)
	if at < 0 {
		at = len(t.choices)
		t.choices = append(t.choices, g.Choice)
	}
	return fmt.Sprintf(" (%d)", at+1)
}

// head says what the plan is of, and what comes first.
func (t *planText) head(p plan) {
	what := p.Routine
	if what == "" {
		what = string(p.Muscle)
	}
	words := []string{what, "side " + string(p.Side), string(p.Position)}
	if p.Context != "" {
		words = append(words, "context "+string(p.Context))
	}
	if len(p.Have) > 0 {
		words = append(words, "at hand: "+plainWords(p.Have))
	}
	if len(p.Care) > 0 {
		words = append(words, "care: "+plainWords(p.Care))
	}
	if p.Minutes > 0 {
		words = append(words, fmt.Sprintf("%d min", p.Minutes))
	}
	t.put("", strings.Join(words, ", "))
	if p.Own {
		t.put("", content.OwnNotice)
	}
	if len(p.Assumed) > 0 {
		t.put("", "Not told, so assumed: "+strings.Join(p.Assumed, ", ")+".")
	}
	whose := "our own choice"
	if p.Own {
		whose += " or one of your file"
	}
	t.put("", "[name] is a source, (number) "+whose+"; both are listed at the end. = tells what the figure on the screen shows.")
	t.line("")
	if p.Routine != "" {
		t.put("", "BEFORE: no cramp now, and none of the warning signs")
	} else {
		t.put("", "WAIT, until you say that it has eased and that no warning sign is there")
	}
	if p.Figure != "" {
		t.put("  = ", p.Figure)
	}
	for _, l := range p.First {
		t.put("  - ", l.Text+t.mark(l.ground))
	}
}

// foot lists the sources, and our own choices by their numbers.
func (t *planText) foot(p plan) {
	t.line("")
	t.line("SOURCES")
	for _, s := range p.Sources {
		t.put("  ", s.text())
	}
	t.line("")
	if p.Own {
		t.put("", "CHOICES: OUR OWN, AND THOSE OF YOUR FILE")
	} else {
		t.line("OUR OWN CHOICES")
	}
	for i, c := range t.choices {
		t.put(fmt.Sprintf(" %3d ", i+1), content.Titled(c)+".")
	}
}

// rest says what the total leaves open, and what it has no room for.
func (p plan) rest() string {
	var words []string
	if len(p.LeftOut) > 0 {
		words = append(words, "Left out for time: "+strings.Join(p.LeftOut, ", ")+".")
	}
	if p.Minutes > 0 && p.Total > p.Minutes*60 {
		words = append(words, "It can't be made shorter.")
	}
	return strings.Join(words, " ")
}

// block is one block: its name and length, its phases, how it is done.
func (t *planText) block(x planBlock, n int) {
	name := x.Name
	if x.Item != "" && x.Side != session.Both {
		name += ", " + string(x.Side)
	}
	length, dose := clockTime(x.Seconds), ""
	switch {
	case x.Dose == "":
	case len(name)+2+len(x.Dose) < t.width-4-len(length):
		name += ": " + x.Dose
	default:
		dose = x.Dose // it has no room there
	}
	t.named(n, name, length)
	if dose != "" {
		t.put("      ", dose)
	}
	if times := t.phases(x); times != "" {
		t.put("      ", times)
	}
	for _, k := range x.Packs {
		what := content.Lower(k.Name)
		if k.AtHand {
			what += " (at hand)"
		}
		t.put("      ", fmt.Sprintf("if you want it, %s for %s%s", what, clockTime(k.Seconds), t.mark(k.ground)))
		if k.Figure != "" {
			t.put("      = ", k.Figure)
		}
	}
	if x.Figure != "" {
		t.put("    = ", x.Figure)
	}
	for _, l := range x.How {
		t.put("    - ", l.Text+t.mark(l.ground))
	}
	for _, l := range x.StopIf {
		t.put("    ! ", "Stop if "+content.Lower(l.Text)+t.mark(l.ground))
	}
	for _, l := range x.Notes {
		t.put("    * ", l.Text+t.mark(l.ground))
	}
}

// phases tells each kind of phase once, with how often it comes.
func (t *planText) phases(x planBlock) string {
	var list []string
	if x.Sets != nil {
		list = append(list, fmt.Sprintf("%d sets%s", x.Sets.Count, t.mark(x.Sets.ground)))
	}
	if x.Reps != nil {
		noun := "repetitions"
		if x.Reps.Count == 1 {
			noun = "repetition"
		}
		list = append(list, fmt.Sprintf("%d %s%s", x.Reps.Count, noun, t.mark(x.Reps.ground)))
	}
	count, first := map[planPhase]int{}, []planPhase{}
	for _, ph := range x.Phases {
		ph.Rep = 0
		if count[ph] == 0 {
			first = append(first, ph)
		}
		count[ph]++
	}
	for _, ph := range first {
		what := fmt.Sprintf("%s %d s", ph.Verb, ph.Seconds)
		switch {
		case ph.Open && ph.Seconds == 0:
			what = "until you say"
		case ph.Open:
			what = fmt.Sprintf("%s about %d s, longer if you ask", ph.Verb, ph.Seconds)
		}
		if count[ph] > 1 {
			what = fmt.Sprintf("%d x %s", count[ph], what)
		}
		list = append(list, what+t.mark(ph.ground))
	}
	return strings.Join(list, ", ")
}

// text is a source as it is cited.
func (s planSource) text() string {
	words := "[" + s.ID + "] " + s.Publisher + ". " + s.Title + "."
	if s.Year > 0 {
		words += fmt.Sprintf(" %d.", s.Year)
	}
	if s.Where != "" {
		words += " " + s.Where
	}
	if s.Read != "publisher" {
		words += " (read as a " + map[string]string{"copy": "copy", "news": "news report"}[s.Read] + ")"
	}
	return words
}

// clockTime is a length of time as m:ss.
func clockTime(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }

// plainWords joins words for a sentence.
func plainWords[T ~string](list []T) string { return strings.Join(plain(list), ", ") }
