package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestInert holds that a text from outside is shown as what can be seen of it.
func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"settings.yaml:2:9: no":         "settings.yaml:2:9: no",
		"a\nb\tc\r\nd":                  "a b c d",
		"\x1b[2J\x1b]0;title\aend":      "[2J ]0;title end",
		"\u202eabc\u2066\u200b\u200dx":  "abc x",
		"e\u0301 漢字 \xff":               "e\u0301 漢字 \ufffd",
		strings.Repeat("long ", 10_000): strings.TrimSpace(strings.Repeat("long ", 120)),
	} {
		if got := inert(text); got != want {
			t.Errorf("%.40q is %.100q, want %.100q", text, got, want)
		}
	}
	for _, text := range hostileWords {
		if got := inert(text); !harmless(got) || ansi.Strip(got) != got {
			t.Errorf("%q is %q: a terminal would obey it", text, got)
		}
	}
}
