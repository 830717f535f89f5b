package content

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// saying is what is said of one thing, and all that stands about it elsewhere.
type saying struct {
	name string
	say  string
	own  []string
}

// sayings lists what is said of every item, wait and pack.
func sayings() []saying {
	var list []saying
	for _, it := range Embedded().Items {
		own := append(textsOf(it.How), it.Name, it.Verb)
		for _, n := range it.Notes {
			own = append(own, n.Text)
		}
		own = append(own, figuresOf(func(f Figure) bool { return slices.Contains(f.Items, it.ID) })...)
		list = append(list, saying{"items/" + it.ID, it.Say, own})
	}
	for _, w := range Embedded().Waitings {
		own := append(textsOf(w.Lines), w.Name, w.Where)
		own = append(own, figuresOf(func(f Figure) bool { return slices.Contains(f.Waits, w.Muscle) })...)
		list = append(list, saying{"waiting/" + string(w.Muscle), w.Say, own})
	}
	for _, p := range Embedded().Packs {
		own := append(textsOf(p.How), p.Name)
		own = append(own, figuresOf(func(f Figure) bool { return slices.Contains(f.Packs, p.ID) })...)
		list = append(list, saying{"packs/" + p.ID, p.Say, own})
	}
	return list
}

func textsOf(lines []Line) []string {
	list := make([]string, len(lines))
	for i, l := range lines {
		list[i] = l.Text
	}
	return list
}

// figuresOf is what the figures that match show, in words.
func figuresOf(match func(Figure) bool) []string {
	var list []string
	for _, f := range Embedded().Figures {
		if match(f) {
			list = append(list, f.Words)
		}
	}
	return list
}

// joining are words that tell nobody to do anything: they may stand in what is said
// without standing in what it is short for. No word of direction is among them.
var joining = strings.Fields("a and by first from in it of on or the then to your {side} {other}")

// denying words turn what they stand in round: "don't lock your knee" allows nobody to
// say "lock your knee".
var denying = strings.Fields("don't never no not nobody nothing without can't")

// irregular are the words whose stem isn't their beginning.
var irregular = map[string]string{"bent": "bend", "feet": "foot", "lying": "lie", "lies": "lie"}

// stem is the part of a word that its forms share: slide, slides, sliding.
func stem(word string) string {
	if s, ok := irregular[word]; ok {
		return s
	}
	for _, end := range []string{"'s", "ing", "ed", "es", "ly", "s"} {
		if cut, ok := strings.CutSuffix(word, end); ok && len(cut) > 2 && !strings.HasSuffix(word, "ss") {
			word = cut
			break
		}
	}
	if cut, ok := strings.CutSuffix(word, "y"); ok && len(cut) > 2 {
		return cut + "i"
	}
	if cut, ok := strings.CutSuffix(word, "e"); ok && len(cut) > 2 {
		return cut
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] {
		return word[:n-1]
	}
	return word
}

// clause is the words between two marks, in small letters, and whether they say what
// not to do.
type clause struct {
	words  []string
	denies bool
}

// clauses splits a text at its marks. An "or" after one goes on with what not to do.
func clauses(text string) []clause {
	var list []clause
	before := false
	for _, part := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(".,?!:;", r) }) {
		inside := func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("'{}", r) }
		words := strings.FieldsFunc(part, func(r rune) bool { return !inside(r) })
		denies := slices.ContainsFunc(words, func(w string) bool { return slices.Contains(denying, w) })
		denies = denies || len(words) > 1 && words[0] == "keep" && (words[1] == "off" || words[1] == "out")
		denies = denies || before && len(words) > 0 && words[0] == "or"
		list, before = append(list, clause{words, denies}), denies
	}
	return list
}

// strange lists the words of what is said that stand nowhere in what it is short for,
// or there in what not to do alone.
func strange(x saying) []string {
	known, said := map[string]bool{}, map[string]bool{} // known: not in what not to do alone
	for _, text := range x.own {
		for _, part := range clauses(text) {
			for _, w := range part.words {
				said[stem(w)] = true
				known[stem(w)] = known[stem(w)] || !part.denies
			}
		}
	}
	var list []string
	for _, part := range clauses(x.say) {
		for _, w := range part.words {
			ok := known[stem(w)] || part.denies && said[stem(w)]
			if !ok && !slices.Contains(joining, w) {
				list = append(list, w)
			}
		}
	}
	return list
}

func TestSayingTellsNothingOfItsOwn(t *testing.T) {
	all := sayings()
	for _, x := range all {
		if words := strange(x); len(words) > 0 {
			t.Errorf("%s says %q, but %q stand in no instruction, note or figure of it", x.name, x.say, words)
		}
	}
	if want := len(Embedded().Items) + len(Muscles()) + len(Embedded().Packs); len(all) != want {
		t.Errorf("%d of %d are held to their instructions", len(all), want)
	}
}

// TestSayingIsRefusedANewInstruction holds the test above to its purpose.
func TestSayingIsRefusedANewInstruction(t *testing.T) {
	for _, c := range []struct{ name, say, want string }{
		{"items/wall-calf", "Palms on wall. Bounce on the {side} heel.", "bounce"},
		{"items/wall-calf", "Palms on wall. Lean in, {side} toes out, hard.", "toes hard"},
		{"items/jiggle", "Sit or lie. Lock your {side} knee.", "lock"},
		{"items/jiggle", "Sit or lie. Don't lock your {side} knee.", ""},
		{"items/leg-out", "Sit tall. Lean forward.", "forward"},
		{"items/toe-raises", "Rise onto your toes, twenty times.", "twenty times"},
		{"items/light-foot", "Sit. Knead your {side} foot.", "knead"},
		{"items/roller-quad", "Lie face down. Roll on your kneecap.", "kneecap"},
		{"items/towel-hamstring", "Lie back. Towel under {side} knee.", "under"},
		{"waiting/calf", "Sit, lie or lean. Point your toes.", "point toes"},
		{"waiting/hamstring", "Sit or lie. Curl it toward your buttock.", "curl toward buttock"},
		{"waiting/toes", "Sit or lie. Stretch your foot now.", "stretch now"},
		{"packs/heat", "Lay it on. Keep it hot.", "keep hot"},
		{"packs/cold", "Lay ice on bare skin.", "ice bare"},
	} {
		i := slices.IndexFunc(sayings(), func(x saying) bool { return x.name == c.name })
		x := sayings()[i]
		x.say = c.say
		if got := strings.Join(strange(x), " "); got != c.want {
			t.Errorf("%s, %q: noticed %q, want %q", c.name, c.say, got, c.want)
		}
	}
}

// TestSayingPutsTheRightBodyInPlace holds what is said to what somebody with closed
// eyes needs most: whether to sit or lie, which leg, what to hold on to, how little to
// pull, and of a repetition the way back too.
func TestSayingPutsTheRightBodyInPlace(t *testing.T) {
	for _, it := range Embedded().Items {
		has := func(words ...string) bool {
			return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(strings.ToLower(it.Say), w) })
		}
		below := slices.ContainsFunc(it.Positions, func(p Position) bool { return p != Standing })
		for what, ok := range map[string]bool{
			"whether to sit or lie": !below || strings.HasPrefix(it.Say, "Sit") || strings.HasPrefix(it.Say, "Lie"),
			"which leg":             !it.EachSide || has("{side}"),
			"what to hold on to":    !it.Support || has("wall or chair"),
			"a mild pull":           it.Pull < 2 || has("mild", "gently"),
			"the way back":          it.Kind != Paced || has("lower", "down", "then", "let go"),
		} {
			if !ok {
				t.Errorf("%s doesn't say %s: %q", it.ID, what, it.Say)
			}
		}
	}
}
