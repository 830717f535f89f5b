package content

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

func (b *binder) bindText(node ast.Node, v reflect.Value) *Error {
	n, ok := node.(*ast.StringNode)
	if !ok {
		return b.fail(node, describe(node), kindOf(v.Type()))
	}
	if err := b.text(n); err != nil {
		return err
	}
	v.SetString(n.Value)
	return b.word(n.Token, v)
}

// text refuses what can't be shown. Escapes in quotes get here unseen by the
// check of the bytes.
func (b *binder) text(n *ast.StringNode) *Error {
	switch s := n.Value; {
	case strings.TrimSpace(s) != s || s == "":
		return b.fail(n, "empty text or spaces around it", "words, or no such field")
	case utf8.RuneCountInString(s) > maxText:
		return b.fail(n, "text too long", fmt.Sprintf("at most %d characters", maxText))
	case b.own != nil:
		if err := b.braces(n); err != nil {
			return err
		}
	case strings.ContainsAny(fill.Replace(s), "{}"):
		return b.fail(n, "unknown words in braces", "{side}, {other}, {emergency}, {time} or {what}")
	}
	for _, r := range n.Value {
		if !unicode.IsPrint(r) {
			return b.fail(n, unseen(r), "text that can be seen")
		}
	}
	return nil
}

// fill takes out the places in a text that are filled when it is shown.
var fill = strings.NewReplacer("{side}", "", "{other}", "", "{emergency}", "", "{time}", "", "{what}", "")

// word holds a value to the words of its type, where its type has any.
func (b *binder) word(at *token.Token, v reflect.Value) *Error {
	allowed := words[v.Type()]
	if allowed == nil {
		return nil
	}
	for _, w := range allowed {
		if w == v.String() {
			return nil
		}
	}
	what := fmt.Sprintf("unknown %s %q", strings.ToLower(v.Type().Name()), v.String())
	return b.failAt(at, what, oneOf(v.String(), allowed))
}

func (b *binder) bindNumber(node ast.Node, v reflect.Value) *Error {
	n, ok := node.(*ast.IntegerNode)
	if text, quoted := node.(*ast.StringNode); quoted && wholeNumber(text.Value) {
		return b.fail(node, describe(node), "a whole number, without the quotes")
	}
	if !ok {
		return b.fail(node, describe(node), kindOf(v.Type()))
	}
	least := 0
	if b.own != nil {
		least = -100_000 // its own bounds, which are told then, are above none
	}
	i, err := strconv.Atoi(n.Token.Value)
	if err != nil || i < least || i > 100_000 {
		return b.fail(node, n.Token.Value, "a whole number from 0 to 100000")
	}
	v.SetInt(int64(i))
	return nil
}

// wholeNumber says that a text is a number as it would be without quotes.
func wholeNumber(text string) bool {
	_, err := strconv.Atoi(text)
	return err == nil
}

func (b *binder) bindBool(node ast.Node, v reflect.Value) *Error {
	n, ok := node.(*ast.BoolNode)
	if !ok {
		return b.fail(node, describe(node), kindOf(v.Type()))
	}
	v.SetBool(n.Value)
	return nil
}

// describe names what stands in the place of something else.
func describe(node ast.Node) string {
	switch node.(type) {
	case *ast.MappingNode:
		return "fields"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "nothing"
	}
	return strconv.Quote(cut(node.GetToken().Value))
}

// asList is how one plain word is written as a list, to be put behind "a list"; "" where
// it's no plain word.
func asList(node ast.Node) string {
	n, ok := node.(*ast.StringNode)
	if !ok || n.Value == "" || strings.Trim(n.Value, lowerLetters+"0123456789-") != "" || len(n.Value) > longestID {
		return ""
	}
	return ": [" + n.Value + "]"
}

// kindOf names what belongs in a field of that type.
func kindOf(t reflect.Type) string {
	if allowed := words[t]; allowed != nil {
		return oneOf("", allowed)
	}
	switch t.Kind() {
	case reflect.Struct:
		return "the fields " + strings.Join(shapes[t].names, ", ")
	case reflect.Slice:
		return "a list"
	case reflect.Map:
		return "keys with values"
	case reflect.String:
		return "text (in quotes where it looks like something else)"
	case reflect.Int:
		return "a whole number"
	default:
		return "true or false"
	}
}
