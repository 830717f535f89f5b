package cli

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestEmergency: what is named is kept as it is, what could do harm is not.
func TestEmergency(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"":                                   "",
		" \t\n":                              "",
		"112":                                "112",
		"112 or 999":                         "112 or 999",
		"  911\n":                            "911",
		"112\n911":                           "112 911",
		"112\r\n\x00911":                     "112 911",
		"\x1b[31m112\x1b[m":                  "[31m112 [m",
		"\u009b31m112":                       "31m112",
		"\u202e211\u202c":                    "211",
		"1\u200b1\u200d2":                    "1 1 2",
		"\u00a0112\u2028":                    "112",
		"115 (Samu)":                         "115 (Samu)",
		"číslo 155":                          "číslo 155",
		"119番":                               "119番",
		"\xff112":                            "\ufffd112",
		strings.Repeat("1", 33):              strings.Repeat("1", 32),
		strings.Repeat("1", 31) + " 2":       strings.Repeat("1", 31),
		strings.Repeat("\u200b", 99) + "112": "112",
	} {
		if got := emergency(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

// FuzzEmergency: nothing but what is seen, short, and cleaned once is clean.
func FuzzEmergency(f *testing.F) {
	for _, seed := range []string{"112", "\x1b[31m", "\u202e", "a\u0301", "\xff\xfe", strings.Repeat(" x", 99)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := emergency(name)
		if strings.ContainsFunc(got, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Errorf("%q becomes %q", name, got)
		}
		if utf8.RuneCountInString(got) > 32 || strings.TrimSpace(got) != got || emergency(got) != got {
			t.Errorf("%q becomes %q, and that %q", name, got, emergency(got))
		}
	})
}
