package content

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A file that is no YAML is nearly always one slip of the hand. The parser tells in its own
// words where it stumbled, which may be far below: these are looked for in the lines as they
// stand, and told where they are.

// typing is what is open while the characters of a file are gone through.
type typing struct {
	file  string
	open  []opened // brackets, and a quote at the end
	after bool     // a quote has just been closed
}

// opened is a bracket or a quote that is open: where, and how far its line is set in.
type opened struct {
	mark              rune
	line, col, indent int
}

// closing are the marks that close what may be open.
var closing = map[rune]rune{'[': ']', '{': '}', '"': '"', '\'': '\''}

// typed is the first slip of the hand in a file that the parser refused, nil = none is known.
func typed(file string, data []byte) *Error {
	t := &typing{file: file}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, " \r\n")
		bare := strings.TrimLeft(line, " ")
		if bare == "" || bare[0] == '#' {
			continue
		}
		indent := len(line) - len(bare)
		if o, left := t.left(bare, indent); left {
			return t.unclosed(o)
		}
		if len(t.open) == 0 {
			if e := fieldSlip(file, n, line); e != nil {
				return e
			}
		}
		if e := t.line([]rune(line), n, indent); e != nil {
			return e
		}
	}
	if len(t.open) > 0 {
		return t.unclosed(t.open[len(t.open)-1])
	}
	return nil
}

// left is what is still open where a line begins that doesn't belong to it any more.
func (t *typing) left(bare string, indent int) (o opened, is bool) {
	if len(t.open) == 0 || strings.ContainsRune("]}", rune(bare[0])) {
		return opened{}, false
	}
	o = t.open[len(t.open)-1]
	return o, indent <= o.indent
}

// unclosed says that something is open.
func (t *typing) unclosed(o opened) *Error {
	what := "this " + string(o.mark) + " is not closed"
	if o.mark == '"' || o.mark == '\'' {
		what = "this quote is not closed"
	}
	return &Error{t.file, o.line, o.col, what, string(closing[o.mark]) + " at its end"}
}

// line goes through the characters of one line.
func (t *typing) line(line []rune, n, indent int) *Error {
	begins := true // of a text: only there a quote is one
	t.after = false
	for i := 0; i < len(line); i++ {
		r := line[i]
		if k := len(t.open) - 1; k >= 0 && strings.ContainsRune(`"'`, t.open[k].mark) {
			switch {
			case escapes(line[i:], t.open[k].mark):
				i++ // the next one belongs to the text
			case r == t.open[k].mark:
				t.open, t.after = t.open[:k], true
			}
			continue
		}
		switch {
		case r == ' ':
			continue
		case r == '#' && i > 0 && line[i-1] == ' ':
			return nil
		case t.after && !strings.ContainsRune(",:]}", r):
			return &Error{t.file, n, i + 1, "text behind the end of a quote", "a comma, or quotes round all of the text"}
		case begins && closing[r] != 0:
			t.open = append(t.open, opened{r, n, i + 1, indent})
		case (r == ']' || r == '}') && len(t.open) > 0:
			if o := t.open[len(t.open)-1]; closing[o.mark] != r {
				return t.unclosed(o)
			}
			t.open = t.open[:len(t.open)-1]
		}
		t.after = false
		begins = closing[r] != 0 && begins || r == ',' && len(t.open) > 0 || (r == ':' || r == '-') && (i+1 == len(line) || line[i+1] == ' ')
	}
	return nil
}

// escapes says that a text in quotes goes on with a mark of its own: \" in these quotes, two
// in the others.
func escapes(rest []rune, quote rune) bool {
	if quote == '"' {
		return rest[0] == '\\'
	}
	return len(rest) > 1 && rest[0] == quote && rest[1] == quote
}

// How a line with a field in it may be mistyped.
var (
	wrongDash = regexp.MustCompile(`^ *(-{2,}|[–—]|-) *[a-z_]+ *:`)
	noSpace   = regexp.MustCompile(`^ *(?:- +)*([a-z_]+):[^ ]`)
	noColon   = regexp.MustCompile(`^ *(?:- +)*([a-z_]+) *(?:= *[^ ]+| [\[{0-9].*| [^ :]+)$`)
)

// fieldSlip is a slip in a line that has a field.
func fieldSlip(file string, n int, line string) *Error {
	if m := wrongDash.FindStringSubmatchIndex(line); len(m) == 4 && (line[m[2]:m[3]] != "-" || line[m[3]] != ' ') {
		return &Error{file, n, m[2] + 1, strconv.Quote(line[m[2]:m[3]]) + " before a field", `"- ", a hyphen and a space`}
	}
	if m := noSpace.FindStringSubmatchIndex(line); len(m) == 4 && known(line[m[2]:m[3]]) {
		return &Error{file, n, m[3] + 1, "no space behind the colon", fmt.Sprintf("%q and a space", line[m[2]:m[3]]+":")}
	}
	if m := noColon.FindStringSubmatchIndex(line); len(m) == 4 && known(line[m[2]:m[3]]) {
		name := line[m[2]:m[3]]
		return &Error{file, n, m[2] + 1, fmt.Sprintf("%q without a colon", name), fmt.Sprintf("%q and a space", name+":")}
	}
	return nil
}

// known says that a word is a field of some file.
func known(word string) bool {
	for _, s := range shapes {
		if slices.Contains(s.names, word) {
			return true
		}
	}
	return false
}

// twice is what the parser says of a name that is there a second time.
var twice = regexp.MustCompile(`^mapping key "(.*)" already defined at \[(\d+):\d+\]$`)

// plainly puts what the parser says most often into words that need no book about YAML.
func plainly(e *Error) {
	switch m := twice.FindStringSubmatch(e.What); {
	case len(m) > 0:
		e.What, e.Want = fmt.Sprintf("%q is there twice", m[1]), "each name once: the first is in line "+m[2]
		if m[1] == "id" {
			e.Want = `"- " before a new entry, or each name once: the first is in line ` + m[2]
		}
	case e.What == colonInText:
		e.Want = "text with a colon in quotes, or fields that begin one under the other"
	case strings.HasPrefix(e.What, "value is not allowed in this context"):
		e.What, e.Want = "a line that begins too far left or right", "fields of one entry that begin one under the other"
	case e.What == "non-map value is specified":
		e.What, e.Want = "a line that is no field", "a name, a colon, a space and a value"
	}
}
