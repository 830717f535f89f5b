package cli

import (
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

	"uncramp/content"
)

const (
	// mostTokens is how many words and marks the file may have: the parser's time
	// grows with the square of its lines, and the first frame waits for it.
	mostTokens = 1000
	// longestLine is how many bytes a line may have.
	longestLine = 4 * longestCommand
	// aLine is what a line of the file looks like.
	aLine = `one setting a line, like "sound: tones"`
)

// entry is a line of the file that says a setting.
type entry struct {
	setting
	line    int    // from 1
	column  int    // where its name begins, from 1
	name    string // as it is written
	value   string // as it is written
	comment string // what follows it, from its # on
}

// decodeSettings reads the bytes of a file: one setting a line, each at most once.
func decodeSettings(file string, data []byte) (s settings, entries []entry, err error) {
	if err := checkText(file, data); err != nil {
		return settings{}, nil, err
	}
	// The parser is not ours and a file may hold anything.
	defer func() {
		if r := recover(); r != nil {
			s, entries, err = settings{}, nil, &content.Error{File: file, What: "not readable as YAML", Want: aLine}
		}
	}()
	tokens := lexer.Tokenize(trimmed(data))
	comments, err := checkTokens(file, tokens)
	if err != nil {
		return settings{}, nil, err
	}
	f, err := parser.Parse(tokens, 0)
	if err != nil {
		return settings{}, nil, syntaxError(file, err)
	}
	for _, d := range f.Docs {
		switch body := d.Body.(type) {
		case nil, *ast.CommentGroupNode:
		case *ast.MappingNode:
			for _, kv := range body.Values {
				e, err := s.bind(file, kv)
				if err != nil {
					return settings{}, nil, err
				}
				e.comment = comments[e.line]
				entries = append(entries, e)
			}
		default:
			return settings{}, nil, failAt(file, body.GetToken(), strconv.Quote(body.GetToken().Value), aLine)
		}
	}
	if err := checkLines(file, data, entries); err != nil {
		return settings{}, nil, err
	}
	return s, entries, nil
}

// trimmed is a file without what can't be seen at the ends of its lines: the parser
// counts columns wrong there.
func trimmed(data []byte) string {
	var b strings.Builder
	for text := range strings.Lines(string(data)) {
		b.WriteString(strings.TrimRight(text, " \r\n"))
		b.WriteByte('\n')
	}
	return b.String()
}

// bind takes one line of the file into the settings.
func (s *settings) bind(file string, kv *ast.MappingValueNode) (entry, error) {
	key, at := kv.Key.GetToken(), kv.Value.GetToken()
	x, known := findSetting(key.Value)
	if !known {
		return entry{}, failAt(file, key, fmt.Sprintf("there is no setting %q", key.Value), "one of "+strings.Join(settingKeys(), ", ")+perhaps(key.Value, settingKeys()))
	}
	e := entry{
		setting: x, line: key.Position.Line, column: key.Position.Column,
		name: strings.TrimSpace(key.Origin), value: strings.TrimSpace(at.Origin),
	}
	switch kv.Value.(type) {
	case *ast.NullNode:
		return e, failAt(file, key, x.key+" has no value", x.want)
	case *ast.MappingNode:
		return e, failAt(file, key, x.key+" has settings below it", x.want)
	}
	if !x.fits(kv.Value) || !x.put(s, at.Value) {
		return e, failAt(file, at, fmt.Sprintf("%s: %q", x.key, at.Value), x.want+perhaps(at.Value, x.words))
	}
	return e, nil
}

// checkLines holds that every line is empty, a comment or a setting, to its last
// letter: the parser passes over some of what it can't use.
func checkLines(file string, data []byte, entries []entry) error {
	said := map[int]entry{}
	for _, e := range entries {
		said[e.line] = e
	}
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimSpace(text)
		e, ok := said[line]
		if ok {
			name, value, _ := strings.Cut(strings.TrimSuffix(text, e.comment), ":")
			ok = strings.TrimSpace(name) == e.name && strings.TrimSpace(value) == e.value
		} else {
			ok = text == "" || text[0] == '#'
		}
		if !ok {
			return &content.Error{File: file, Line: line, Column: 1, What: strconv.Quote(text), Want: aLine}
		}
	}
	return nil
}

// perhaps is the word that was probably meant, in brackets.
func perhaps(typed string, list []string) string {
	if w, ok := content.Nearest(strings.ToLower(typed), list); ok {
		return " (did you mean " + w + "?)"
	}
	return ""
}

// failAt is an error at a place in the file.
func failAt(file string, t *token.Token, what, want string) error {
	e := &content.Error{File: file, What: what, Want: want}
	if t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
	}
	return e
}

// checkText refuses what no line of settings holds: the parser drops tabs, and takes
// a carriage return for a line of its own.
func checkText(file string, data []byte) error {
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimSuffix(strings.TrimSuffix(text, "\r\n"), "\n")
		if len(text) > longestLine {
			return &content.Error{File: file, Line: line, Column: 1, What: "line too long", Want: aLine}
		}
		for i, r := range text {
			column := utf8.RuneCountInString(text[:i]) + 1
			switch {
			case r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)):
				return &content.Error{File: file, Line: line, Column: column, What: fmt.Sprintf("byte 0x%02x is not UTF-8", text[i]), Want: "UTF-8 text"}
			case r == '\t':
				return &content.Error{File: file, Line: line, Column: column, What: "a tab", Want: "spaces"}
			case unicode.IsControl(r):
				return &content.Error{File: file, Line: line, Column: column, What: fmt.Sprintf("control character U+%04X", r), Want: "text that can be seen"}
			}
		}
	}
	return nil
}

// checkTokens refuses every part of YAML but plain values under plain names, and
// returns the comments by their lines.
func checkTokens(file string, tokens token.Tokens) (map[int]string, error) {
	if len(tokens) > mostTokens {
		return nil, &content.Error{File: file, What: "too many lines", Want: fmt.Sprintf("at most %d words and marks", mostTokens)}
	}
	comments := map[int]string{}
	for _, t := range tokens {
		switch t.Type {
		case token.CommentType:
			comments[t.Position.Line] = "#" + t.Value
		case token.StringType, token.SingleQuoteType, token.DoubleQuoteType, token.BoolType, token.NullType,
			token.IntegerType, token.BinaryIntegerType, token.OctetIntegerType, token.HexIntegerType,
			token.FloatType, token.InfinityType, token.NanType,
			token.MappingValueType, token.InvalidType: // the parser says what is invalid
		default:
			return nil, failAt(file, t, strconv.Quote(t.Value), aLine)
		}
	}
	return comments, nil
}

// syntaxError gives the parser's message the form of our own.
func syntaxError(file string, err error) error {
	e := &content.Error{File: file, What: err.Error(), Want: aLine}
	if y, ok := errors.AsType[yaml.Error](err); ok {
		e.What = y.GetMessage()
		if t := y.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Column = t.Position.Line, t.Position.Column
		}
	}
	e.What = printable(e.What)
	return e
}
