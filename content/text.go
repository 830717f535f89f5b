package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lower is a sentence without its capital and its full stop, to stand in a list.
func Lower(text string) string {
	return beginning(strings.TrimSuffix(text, "."), unicode.ToLower)
}

// Titled is a text with a capital.
func Titled(text string) string { return beginning(text, unicode.ToUpper) }

// beginning is a text with its first letter changed, in whatever language it is.
func beginning(text string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || r == utf8.RuneError {
		return text
	}
	return string(change(r)) + text[size:]
}
