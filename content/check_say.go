package content

import (
	"fmt"
	"strconv"
	"strings"
)

// The bounds of what is spoken while somebody gets into place. Twelve words take less
// than five seconds, and the shortest lead leaves no more before it is counted down.
const (
	fewestSpoken = 3
	mostSpoken   = 12
	widestSpoken = 80 // cells: twelve short words
)

const (
	upperLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	lowerLetters = "abcdefghijklmnopqrstuvwxyz"
)

// say holds spoken words to their length and to what can be read aloud. A side may
// stand in them only where one leg works at a time, and of the beginnings of sentences
// in the first alone: when it is filled in, only the first letter is made a capital.
func (c *check) say(text string, sides bool) {
	words := strings.Split(text, " ")
	begins := true
	for i, w := range words {
		bare := strings.TrimRight(w, ",.?")
		side := bare == "{side}" || bare == "{other}"
		c.that(len(w)-len(bare) <= 1 && (side || spoken(bare)), "say", strconv.Quote(w)+" in what is read aloud", "plain words, commas, full stops and question marks")
		c.that(len(bare) == 1 || bare != strings.ToUpper(bare), "say", "the abbreviation "+strconv.Quote(w), "words that can be read aloud")
		c.that(sides || !side, "say", "a side where none is meant", "no {side} or {other}")
		capital := side && i == 0 || strings.IndexAny(w, upperLetters) == 0
		c.that(!begins || capital, "say", strconv.Quote(w)+" at the beginning of a sentence", "a capital, and {side} or {other} at the first beginning alone")
		begins = ends(w)
	}
	c.that(begins, "say", "a sentence without an end", "a full stop")
	c.that(fewestSpoken <= len(words) && len(words) <= mostSpoken, "say", fmt.Sprintf("%d words", len(words)), fmt.Sprintf("%d to %d, which are said in five seconds", fewestSpoken, mostSpoken))
	c.cells("say", text, widestSpoken)
}

// spoken tells whether a synthesiser reads a word aloud as it is meant. Figures,
// dashes, brackets and slashes it would spell out, name or leave out.
func spoken(word string) bool {
	word, after, short := strings.Cut(word, "'")
	return letters(word) && (!short || letters(after))
}

func letters(s string) bool { return s != "" && strings.Trim(s, upperLetters+lowerLetters) == "" }

// ends tells whether a word is the last of its sentence.
func ends(word string) bool { return strings.HasSuffix(word, ".") || strings.HasSuffix(word, "?") }
