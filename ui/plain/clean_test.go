package plain

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// TestClean: symbols become words, times and counts are written out, and what is a
// sentence already stays as it is.
func TestClean(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                  "",
		"Hold: 30 seconds.":                 "Hold: 30 seconds.",
		"0:30":                              "30 seconds",
		"Eased after 0:02, 12:30 in all.":   "Eased after 2 seconds, 12 minutes 30 seconds in all.",
		"1:00:05":                           "1 hour 5 seconds",
		"0:00":                              "0 seconds",
		"(1:01)":                            "(1 minute 1 second)",
		"settings.yaml:2:19: unknown field": "settings.yaml:2:19: unknown field",
		"1 min ago, 20 s, 2 h":              "1 minute ago, 20 seconds, 2 hours",
		"3×10 s":                            "3 times 10 seconds",
		"preview ×60":                       "preview 60 times",
		"[e] it eased":                      "e: it eased",
		"It may end by itself. [12]":        "It may end by itself. Source 12.",
		"[12] A journal. 2019.":             "12: A journal. 2019.",
		"[1] ✓ a wall":                      "1: chosen a wall",
		"left calf · seated · a wall":       "left calf, seated, a wall",
		"· Breathe slowly.":                 "Breathe slowly.",
		"wait → stretch":                    "wait to stretch",
		"Press + for more time.":            "Press plus for more time.",
		"Press ! to see the list.":          "Press the exclamation mark to see the list.",
		"Press ? for the keys.":             "Press the question mark for the keys.",
		"The key ! shows these.":            "The key exclamation mark shows these.",
		"Is this right? Press enter!":       "Is this right? Press enter!",
		"40 °C or more":                     "40 degrees C or more",
		"at most 3; …":                      "at most 3; and more",
		"⠋⣿ ━━── ██ ● ○":                    "",
		"don’t “force” it – ever":           `don't "force" it - ever`,
		"a_b*c#d":                           "a underscore b star c number d",
		"line\r\nbreak\x1b[2Jand\ttab":      "line break 2Jand tab",
		"naïve café":                        "naïve café",
		"a , b ,, c":                        "a, b, c",

		// Volume and pages are no time; what stands before a pause or an end is.
		"Physiotherapy 58:17-22. Title.":  "Physiotherapy 58:17-22. Title.",
		"Medicine 55:12–18":               "Medicine 55:12-18",
		"57(1):15-22 and 20:37-9":         "57(1):15-22 and 20:37-9",
		"Hold 0:30, rest 0:10 - then on.": "Hold 30 seconds, rest 10 seconds - then on.",

		// An address is told as it is, and what is around it as ever.
		"See http://a.b/self_care/?id=42&part=12.5#x~y → next": "See http://a.b/self_care/?id=42&part=12.5#x~y to next",
		"A_b https://c.d/e_f (https://g.h/a:12:30) 0:30":       "A underscore b https://c.d/e_f (https://g.h/a:12:30) 30 seconds",
		"HTTPS://A.B/C*D":                                        "HTTPS://A.B/C*D",
		"Press ! · https://a_b":                                  "Press the exclamation mark, https://a_b",
		"!· https://a_b":                                         "the exclamation mark https://a_b",
		"[8] A paper. 2021.  doi:10.3390/jcm_1(2)00·5":           "8: A paper. 2021. doi:10.3390/jcm_1(2)00, 5",
		"It helps: https://a.b/c=d. [12]":                        "It helps: https://a.b/c=d. Source 12.",
		"https://a.b\x1b[2J \t https://c.d\u202e":                "https://a.b 2J https://c.d",
		"no address: xhttp://a_b, ahttps:c_d":                    "no address: xhttp://a underscore b, ahttps:c underscore d",
		"https://a.b/" + strings.Repeat("long_", 10) + " [e] go": "https://a.b/" + strings.Repeat("long_", 10) + " e: go",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// readsWell says whether a line holds nothing that a reader would call by its name, but
// in an address.
func readsWell(line string) bool {
	return !strings.ContainsFunc(address.ReplaceAllString(line, ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != ' ' && !strings.ContainsRune(allowed, r)
	})
}

// TestCleanAnything: whatever comes, a line of it can be read, is cleaned for good, and is
// short enough.
func TestCleanAnything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.StringMatching(`[ (\[]?(https://|doi:)[!-~]{0,9}`), rapid.StringMatching(`[a-z·✓→×:.;,!?+ 0-9\[\]]{0,60}`))).Draw(t, "text"), " ")
		clean := Clean(text)
		if !readsWell(clean) || clean != strings.TrimSpace(clean) || strings.Contains(clean, "  ") {
			t.Fatalf("%q is %q", text, clean)
		}
		lines := Split(clean)
		for _, line := range lines {
			if len([]rune(line)) > longest || line == "" || line != strings.TrimSpace(line) {
				t.Fatalf("%q has the line %q", text, line)
			}
		}
		if got := strings.Join(strings.Fields(strings.Join(lines, " ")), ""); got != strings.ReplaceAll(clean, " ", "") {
			t.Fatalf("%q lost something: %q", clean, lines)
		}
	})
}

// TestSplit: long texts are cut where a reader would rest anyhow.
func TestSplit(t *testing.T) {
	t.Parallel()
	sentence := strings.Repeat("word ", 30) + "end." // 154 characters
	clause := strings.Repeat("word ", 30) + "end;"   // the same
	words := strings.TrimSpace(strings.Repeat("word ", 60))
	for _, x := range []struct {
		text string
		want []string
	}{
		{"Short.", []string{"Short."}},
		{sentence + " " + sentence, []string{sentence, sentence}},
		{clause + " " + clause, []string{clause, clause}},
		{words, []string{words[:199], words[200:]}},
		{strings.Repeat("x", 450), []string{strings.Repeat("x", 200), strings.Repeat("x", 200), strings.Repeat("x", 50)}},
	} {
		got := Split(x.text)
		if strings.Join(got, "|") != strings.Join(x.want, "|") {
			t.Errorf("%.60q is\n%q, want\n%q", x.text, got, x.want)
		}
	}
}
