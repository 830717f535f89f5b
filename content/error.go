package content

import (
	"fmt"
	"slices"
	"strings"
)

// Error says what is wrong in a content file, where, and what was expected.
type Error struct {
	File         string // path inside the content folder, or the name the person gave
	Line, Column int    // from 1; 0 where the whole file is meant
	What         string // what stands there
	Want         string // what was expected, "" where What says it all
}

// Error is the whole message on one line, in the form that editors can jump to.
func (e *Error) Error() string {
	at := e.File
	if e.Line > 0 {
		at = fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Column)
	}
	if e.Want == "" {
		return at + ": " + e.What
	}
	return at + ": " + e.What + "; expected " + e.Want
}

// maxWords is how many words a message lists: the fields of an exercise, but not
// the whole bibliography.
const maxWords = 24

// oneOf names the allowed words, and the one that was probably meant.
func oneOf(word string, allowed []string) string {
	want := strings.Join(allowed, ", ")
	switch n := len(allowed); {
	case n > maxWords:
		want = fmt.Sprintf("one of the %d that are there", n)
	case n > 1:
		want = "one of " + want
	}
	if near, ok := Nearest(word, allowed); ok {
		want += " (did you mean " + near + "?)"
	}
	return want
}

// Nearest finds the word that at most a third of the letters, and at least one
// typing mistake, separate from the given one.
func Nearest(word string, allowed []string) (string, bool) {
	best, least := "", max(len(word)/3, 2)+1
	for _, a := range allowed {
		if d := distance(word, a); d < least {
			best, least = a, d
		}
	}
	return best, best != ""
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbour. Very long words are not compared: a file may hold anything.
func distance(a, b string) int {
	if len(a) > 40 || len(b) > 40 {
		return 40
	}
	before, last := []int(nil), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// sorted returns the words in alphabetical order without touching the original.
func sorted(words []string) []string {
	s := slices.Clone(words)
	slices.Sort(s)
	return s
}
