// Package plain is a session as lines of text, for screen readers, for pipes and for
// terminals that only print: one line a change, words instead of symbols, and nothing
// that moves. It knows neither the terminal nor the disk: it is given what to say, and a
// writer.
package plain

import (
	"slices"
	"strings"
)

// Page is a screen in words: what it is, what to do, and the keys that work there.
type Page struct {
	ID    string   // two pages of one ID are the same page, which may have changed
	Over  bool     // it lies over another, which comes back
	Title string   // what it is about; "" = the lines say so
	First []string // what comes before anything else that is said at the same time
	Lines []string // what to do, most urgent first, each line whole sentences
	Keys  []Key    // the most useful first
	More  []string // what can wait until all else was told
	Shown string   // what its picture shows; "" = it has none
}

// Key is a key and what it does.
type Key struct {
	Name  string // as the program knows it: "e", "enter", "!"
	Words string // "it eased"
}

// String is the key as it is told: "e: it eased".
func (k Key) String() string { return k.Spoken() + ": " + strings.ReplaceAll(k.Words, ": ", ", ") }

// Spoken is the key's name as it can be heard: many readers pass over a sign that
// stands alone.
func (k Key) Spoken() string {
	if name := signs[k.Name]; name != "" {
		return name
	}
	return k.Name
}

// signs are the names of keys that are signs.
var signs = map[string]string{"!": "exclamation mark", "?": "question mark", "+": "plus", "-": "minus", "↑": "up", "↓": "down", "esc": "escape", "ctrl+c": "control c"}

// keyLines tell keys in as few lines as are easy to follow.
func keyLines(keys []Key) []string {
	const few = 6 // of a list that is heard, nobody keeps more
	var lines []string
	for list := range slices.Chunk(keys, few) {
		var words []string
		if len(lines) == 0 {
			words = append(words, "Keys")
		}
		for _, k := range list {
			words = append(words, k.String())
		}
		lines = append(lines, strings.Join(words, ". ")+".")
	}
	return lines
}
