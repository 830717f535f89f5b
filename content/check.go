package content

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// check holds what was decoded from one file to its bounds. Of the library's files the
// first breach is kept; of a file of the person's own all are, one for each place: what
// follows from a breach would only confuse.
type check struct {
	doc *doc
	at  string // before every path, "" = nothing
	err *Error // the first breach
	own *slips // all of them; nil = it's the library's
}

// that notes a breach at path unless ok.
func (c *check) that(ok bool, path, what, want string) {
	if ok || c.err != nil && (c.own == nil || c.own.full()) {
		return
	}
	e := c.doc.fail(c.at+path, what, want)
	if c.own != nil {
		c.own.add(e)
	}
	if c.err == nil {
		c.err = e
	}
}

// has tells whether something stands at path.
func (c *check) has(path string) bool { return c.doc.has(c.at + path) }

// number holds n between two bounds, both allowed.
func (c *check) number(path string, n, low, high int) {
	c.that(low <= n && n <= high, path, strconv.Itoa(n), fmt.Sprintf("%d to %d", low, high))
}

// count holds the length of a list between two bounds.
func (c *check) count(path string, n, low, high int) {
	c.that(low <= n && n <= high, path, fmt.Sprintf("%d entries", n), fmt.Sprintf("%d to %d", low, high))
}

// cells holds a text to what fits its place on a small screen.
func (c *check) cells(path, text string, most int) {
	n := cells(text)
	c.that(n <= most, path, fmt.Sprintf("text of %d cells", n), fmt.Sprintf("at most %d", most))
}

// called holds a name to its place on a small screen, and to something that can be read
// aloud.
func (c *check) called(name string) {
	c.cells("name", name, 28)
	heard := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	c.that(strings.ContainsFunc(name, heard), "name", strconv.Quote(name), "a name with a letter or a digit in it")
}

// cells is the width of a text, generously: everything beyond the alphabets of
// Europe counts twice.
func cells(text string) int {
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// lines holds a list of sentences to its length and theirs.
func (c *check) lines(path string, lines []Line, low, high int) {
	c.count(path, len(lines), low, high)
	for i, l := range lines {
		c.cells(fmt.Sprintf("%s.%d.text", path, i), l.Text, maxSentence)
	}
}

// maxSentence keeps an instruction within three lines of a 40-column screen.
const maxSentence = 110

// distinct refuses the same entry twice.
func distinct[T comparable](c *check, path string, list []T) {
	seen := make(map[T]bool, len(list))
	for i, v := range list {
		if seen[v] {
			c.that(false, fmt.Sprintf("%s.%d", path, i), fmt.Sprintf("%v a second time", v), "each only once")
		}
		seen[v] = true
	}
}

// name holds an id to its form and to the name of its file, so that an id is
// unique and its file is found without searching.
func (c *check) name(path, id, file string) {
	ok := id != "" && strings.Trim(id, "-") == id && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
	c.that(ok, path, strconv.Quote(id), "lower-case words joined by hyphens")
	c.that(id == file, path, strconv.Quote(id), strconv.Quote(file)+", as the file is named")
}

// article holds the points to those of the base article.
func (c *check) article(points []int) {
	for i, p := range points {
		c.number(fmt.Sprintf("article.%d", i), p, 1, 16)
	}
	distinct(c, "article", points)
}
