package content

import (
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

func TestShownPointsAtThePlace(t *testing.T) {
	t.Parallel()
	far := strings.Repeat("ab ", 60)
	for _, x := range []struct {
		name      string
		line, col int
		data      string
		want      string
	}{
		{"a word", 2, 5, "a: 1\n    hold: 2\nc: 3\n", "    hold: 2\n    ^"},
		{"the first", 1, 1, "abc", "abc\n^"},
		{"behind the end", 1, 9, "abc", "abc\n   ^"},
		{"the whole file", 0, 0, "abc", ""},
		{"no such line", 3, 1, "abc\n", ""},
		{"a tab", 1, 2, "\thold: 2", " hold: 2\n ^"},
		{"wide characters", 1, 4, "痙攣 x", "痙攣 x\n     ^"},
		{"a mark over a letter", 1, 3, "e\u0301x", "e\u0301x\n ^"},
		{"a control character", 1, 3, "ab\x1b[2Jc", "ab [2Jc\n  ^"},
		{"a line's end of Windows", 1, 2, "ab\r\ncd\r\n", "ab\n ^"},
		{"behind a line's end of Windows", 1, 4, "ab\r\ncd\r\n", "ab\n  ^"},
		{"a byte order mark", 1, 3, "\xef\xbb\xbfabc", "abc\n  ^"},
		{"no UTF-8", 1, 2, "a\xffb", "a\ufffdb\n ^"},
		{"a long line at its beginning", 1, 2, far, far[:72] + "…\n ^"},
		{"a long line in its middle", 1, 91, far, "…" + far[54:126] + "…\n" + strings.Repeat(" ", 37) + "^"},
		{"a long line at its end", 1, 178, far, "…" + strings.TrimRight(far[108:], " ") + "\n" + strings.Repeat(" ", 70) + "^"},
	} {
		e := &Error{File: "f", Line: x.line, Column: x.col, What: "w"}
		got := e.Shown([]byte(x.data))
		if got != x.want {
			t.Errorf("%s:\n%q, want\n%q", x.name, got, x.want)
		}
	}
}

func TestShownIsFitForATerminal(t *testing.T) {
	t.Parallel()
	data := []byte(strings.Repeat("\x00\x1b\u202e\u0301\U0001f600漢a\t\r", 3000))
	for col := range 300 {
		e := &Error{Line: 1, Column: col * 97}
		line, caret, _ := strings.Cut(e.Shown(data), "\n")
		if strings.ContainsFunc(line+caret, func(r rune) bool { return !unicode.IsPrint(r) }) || displaywidth.String(line) > shownCells+4 || len(caret) > shownCells+4 {
			t.Fatalf("column %d: %q over %q", e.Column, line, caret)
		}
	}
}
