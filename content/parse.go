package content

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The limits keep a file of the person's own from costing more than a moment:
// the parser recurses, so nesting is bounded by flow depth and line length, and
// its time grows with the square of the keys in a mapping.
const (
	maxFile   = 1 << 20
	maxLine   = 400
	maxFlow   = 4
	maxTokens = 20_000
)

// doc is one parsed file. It stays at hand so that an error found later, in what
// was decoded from it, can still name its line and column.
type doc struct {
	file string
	root ast.Node
}

// parse turns the bytes of a file into nodes and refuses what content never
// needs: invisible characters, anchors, tags, block text, several documents.
func parse(file string, data []byte) (d *doc, err error) {
	if err := checkBytes(file, data); err != nil {
		return nil, err
	}
	// The parser is not ours and the file may be anybody's: a defect there must
	// become a message, not the end of a session.
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, &Error{File: file, What: "not readable as YAML", Want: "one mapping or list"}
		}
	}()
	if busy(data) > maxTokens {
		return nil, tooMany(file) // they would take their time to be counted
	}
	tokens := lexer.Tokenize(string(data))
	if err := checkTokens(file, tokens); err != nil {
		return nil, err
	}
	f, perr := parser.Parse(tokens, 0)
	if perr != nil {
		if e := typed(file, data); e != nil {
			return nil, e
		}
		return nil, syntaxError(file, perr)
	}
	if len(f.Docs) != 1 || f.Docs[0].Body == nil {
		return nil, &Error{File: file, What: "no content", Want: "one mapping or list"}
	}
	return &doc{file: file, root: f.Docs[0].Body}, nil
}

// checkBytes refuses a file that is too large, isn't UTF-8, has very long lines
// or holds a character that can't be seen.
func checkBytes(file string, data []byte) error {
	if len(data) > maxFile {
		return &Error{File: file, What: "too large", Want: "at most 1 MB"}
	}
	line, col := 1, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		col++
		switch {
		case r == utf8.RuneError && n == 1:
			return &Error{file, line, col, fmt.Sprintf("byte 0x%02x is not UTF-8", data[i]), "UTF-8 text"}
		case r == '\n':
			line, col = line+1, 0
		case r == '\r' && i+1 < len(data) && data[i+1] == '\n':
			// the line ends of a checkout on Windows
		case r == '\t':
			return &Error{file, line, col, "a tab", "spaces"}
		case !unicode.IsPrint(r):
			return &Error{file, line, col, unseen(r), "text that can be seen"}
		case col > maxLine:
			return &Error{file, line, col, "line too long", fmt.Sprintf("at most %d characters", maxLine)}
		}
		i += n
	}
	return nil
}

// unseen names a character that has no picture. Bidirectional controls can make
// a text read differently from what it says, escapes can drive the terminal.
func unseen(r rune) string {
	kind := "invisible character"
	switch {
	case unicode.IsControl(r):
		kind = "control character"
	case unicode.Is(unicode.Bidi_Control, r):
		kind = "bidirectional control"
	}
	return fmt.Sprintf("%s U+%04X", kind, r)
}

// refused lists the parts of YAML that content does without, and what to write.
var refused = map[token.Type]string{
	token.AnchorType:         "plain values, no anchors",
	token.AliasType:          "plain values, no aliases",
	token.TagType:            "plain values, no tags",
	token.MergeKeyType:       "plain keys, no merging",
	token.MappingKeyType:     "plain keys",
	token.DirectiveType:      "no directives",
	token.DocumentHeaderType: "one document without a header",
	token.DocumentEndType:    "one document without an end mark",
	token.LiteralType:        "text on one line, or in quotes",
	token.FoldedType:         "text on one line, or in quotes",
}

// tooMany says that a file has more in it than any needs.
func tooMany(file string) *Error {
	return &Error{File: file, What: "too many values", Want: fmt.Sprintf("at most %d words and marks", maxTokens)}
}

// busy is how many words and marks a file has at least, or something near it, at a
// glance: the lines that have something in them, or the marks.
func busy(data []byte) int {
	lines, marks := 0, 0
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) == 0 || line[0] == '#' {
			continue
		}
		lines++
		for _, c := range line {
			if strings.IndexByte("[]{},:", c) >= 0 {
				marks++
			}
		}
	}
	return max(lines, marks)
}

// checkTokens refuses the parts of YAML that content does without.
func checkTokens(file string, tokens token.Tokens) error {
	if len(tokens) > maxTokens {
		return tooMany(file)
	}
	depth := 0
	for _, t := range tokens {
		if want, no := refused[t.Type]; no {
			return &Error{file, t.Position.Line, t.Position.Column, strconv.Quote(t.Value), want}
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
		if depth > maxFlow {
			return &Error{file, t.Position.Line, t.Position.Column, "brackets nested too deep", fmt.Sprintf("at most %d", maxFlow)}
		}
	}
	return nil
}

// colonInText is what the parser says where a plain text has a colon in it, or where a
// field stands deeper than the one before: it takes what is before the colon for a key.
const colonInText = "mapping value is not allowed in this context"

// byteOrderMark is what some editors put before a text.
var byteOrderMark = []byte("\xef\xbb\xbf")

// unmarked is a text without the byte order mark that may stand before it: nobody who
// wrote it by hand has seen it.
func unmarked(data []byte) []byte { return bytes.TrimPrefix(data, byteOrderMark) }

// utf16 says that a file is in the other form in which Windows writes texts, nil = it
// isn't.
func utf16(file string, data []byte) *Error {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return &Error{File: file, What: "UTF-16 text", Want: "UTF-8 text: save it as UTF-8"}
	}
	return nil
}

// syntaxError gives the parser's message the form of all our errors.
func syntaxError(file string, err error) *Error {
	var y yaml.Error
	if !errors.As(err, &y) {
		return &Error{File: file, What: printable(cutTo(err.Error(), maxText))}
	}
	e := &Error{File: file, What: printable(cutTo(y.GetMessage(), maxText))}
	plainly(e)
	if t := y.GetToken(); t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
	}
	return e
}

// cut is a text that is not too long to be quoted.
func cut(text string) string { return cutTo(text, 40) }

func cutTo(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// printable keeps a message that quotes a file on one line and free of controls.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
}

// fail is an error at a place in the file, named by the keys and indices that
// lead there, joined by dots. What is missing is reported where it should stand.
func (d *doc) fail(path, what, want string) *Error {
	e := &Error{File: d.file, What: what, Want: want}
	if t := d.locate(path); t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
	}
	return e
}

// locate finds the token of the value at path, or of its key where the value is
// a mapping or a list, or of the nearest thing around it that exists.
func (d *doc) locate(path string) *token.Token {
	node, at := d.root, start(d.root)
	for part := range strings.SplitSeq(path, ".") {
		key, value := child(node, part)
		if value == nil {
			return at
		}
		node, at = value, start(value)
		if _, scalar := value.(ast.ScalarNode); !scalar && key != nil {
			at = key
		}
	}
	return at
}

// child is the value under a key or an index, with the token of its key.
func child(node ast.Node, part string) (*token.Token, ast.Node) {
	switch n := node.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			if v.Key.GetToken().Value == part {
				return v.Key.GetToken(), v.Value
			}
		}
	case *ast.SequenceNode:
		if i, err := strconv.Atoi(part); err == nil && i >= 0 && i < len(n.Values) {
			return nil, n.Values[i]
		}
	}
	return nil, nil
}

// start is the first token of a node: the first key of a mapping, not its colon.
func start(node ast.Node) *token.Token {
	switch n := node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.SequenceNode:
		if len(n.Values) > 0 {
			return start(n.Values[0])
		}
	}
	return node.GetToken()
}

// has tells whether something stands at path.
func (d *doc) has(path string) bool {
	node := d.root
	for part := range strings.SplitSeq(path, ".") {
		if _, node = child(node, part); node == nil {
			return false
		}
	}
	return true
}
