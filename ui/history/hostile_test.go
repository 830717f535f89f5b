package history

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// hostile are words that somebody may have put into a file.
var hostile = []string{
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "\x1b[2J\x1b[H", "\x1bP+q\x1b\\",
	"\u009b31mred", "\u009d0;title\u009c", "\x00\x07\x08\x0b\x0c\x7f", "a\rb\nc\td\u0085e\u2028f\u2029g",
	"\u202eflac\u202c", "\u2066a\u2069\u061c\u200e\u200f", "z\u200bw\u200dj\ufeff\u2060\u00ad", "\U000e0041\U000e007f",
	"e\u0301\u0301\u0301\u20dd", "Z\u0351\u034f\u0489", "\u1100\u1161\u11a8", "\u0e01\u0e33", "\u0915\u094d\u0937", "\u05d0\u05d1", "\u0627\u0644",
	"漢字かなカナ한글", strings.Repeat("漢", 500), strings.Repeat("x", 100_000), "👩‍👩‍👧‍👦🇩🇪👍🏽", "a\ufe0f\u20e3", "\u3164\u115f\u1160\uffa0\u2800",
	"\xff\xfe\x80", "\xed\xa0\x80", "\u00a0\u3000\u2003", "", " ", "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "';=1", "a\"b,c",
	"left", "both", "calf", "%s%d%n", "\\u001b",
}

// hostileRecords have a hostile word in every place that takes one.
func hostileRecords() []session.Record {
	sore := 11
	var list []session.Record
	for i, w := range hostile {
		x := session.Worked{Item: w, Side: session.Side(w), Reps: -1}
		list = append(list, session.Record{
			ID: w, At: today().AddDate(0, 0, -i), Muscle: content.Muscle(w), Side: session.Side(w), Position: content.Position(w),
			Context: content.Context(w), Outcome: session.Outcome(w), Took: -1, Eased: []int{-5, 1 << 40, 100}, Gripping: true,
			Again: 1 << 60, Softer: -1, Done: []session.Worked{x, x}, Skipped: []session.Worked{x},
			Packs: []session.Applied{{Kind: content.Thing(w), For: 1 << 50}}, Sign: 7, Sore: &sore,
		}, session.Record{ID: w + "r", At: today().AddDate(0, 0, -i), Routine: w, Side: session.Left, Muscle: content.Calf, Context: content.Context(w)})
	}
	return list
}

// drives says that a rune does something to a terminal but to be drawn, or is not sure
// to be drawn in the cells that were counted for it.
func drives(r rune) bool {
	return r != '\n' && !unicode.IsPrint(r) || unicode.In(r, unicode.M, unicode.Bidi_Control, unicode.Join_Control,
		unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point, unicode.Hebrew, unicode.Arabic, unicode.Thai, unicode.Devanagari) ||
		r >= 0x1100 && r <= 0x11ff || r >= 0x1f000 && r <= 0x1ffff
}

// inert checks that a page does nothing, and keeps to its width.
func inert(t interface {
	Helper()
	Errorf(format string, args ...any)
}, page string, o Options,
) {
	t.Helper()
	if !utf8.ValidString(page) || strings.ContainsFunc(page, drives) {
		t.Errorf("width %d: not inert: %q", o.Width, page)
	}
	if !strings.HasSuffix(page, "\n") {
		t.Errorf("width %d: no line feed at the end", o.Width)
	}
	for line := range strings.Lines(page) {
		if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > o.Width {
			t.Errorf("width %d: a line of %d cells: %q", o.Width, w, line)
		}
		if wc := ansi.StringWidthWc(strings.TrimSuffix(line, "\n")); wc > o.Width {
			t.Errorf("width %d: a line of %d cells, counted by runes: %q", o.Width, wc, line)
		}
		if o.ASCII && strings.ContainsFunc(line, func(r rune) bool { return r > '~' }) {
			t.Errorf("width %d: not ASCII: %q", o.Width, line)
		}
	}
}

// TestHostileWords are shown, and do nothing.
func TestHostileWords(t *testing.T) {
	t.Parallel()
	lib := content.Embedded()
	damaged := Skipped("his\x1b[2Jtory", []Damage{{1, "\u202e\x1b[31m" + strings.Repeat("漢", 100)}})
	for _, width := range []int{1, 2, 5, 13, 20, 39, 40, 60, 76, 80, 108, 120, 500} {
		for _, only := range []bool{false, true} {
			o := Options{Width: width, Now: today(), ASCII: only, Last: 1000}
			page := Page(lib, hostileRecords(), damaged, o)
			inert(t, page, o)
			if width >= 80 && !strings.Contains(page, "?[31mred?[0m") {
				t.Errorf("width %d: the word is not to be seen:\n%s", width, page)
			}
			if width >= 80 && strings.Contains(page, "漢字") == only {
				t.Errorf("width %d, ASCII %t: the wide word", width, only)
			}
		}
	}
}

// TestHostileStyled: there is no escape sequence but those of the styles.
func TestHostileStyled(t *testing.T) {
	t.Parallel()
	o := Options{Width: 120, Now: today(), Last: 1000, Styles: Colours()}
	styled := Page(content.Embedded(), hostileRecords(), "", o)
	for rest := styled; ; {
		at := strings.IndexByte(rest, '\x1b')
		if at < 0 {
			break
		}
		rest = rest[at+1:]
		end := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("[0123456789;", r) })
		if end < 1 || rest[end] != 'm' {
			t.Fatalf("a sequence that sets no style: %.20q", rest)
		}
	}
	o.Styles = Styles{}
	if plain := Page(content.Embedded(), hostileRecords(), "", o); ansi.Strip(styled) != plain {
		t.Error("the styles change more than the style")
	}
}

// TestInert: what is sure stays, what is not becomes a question mark, and nothing is
// taken for a word that it is not.
func TestInert(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		text  string
		most  int
		ascii bool
		want  string
	}{
		{"wall-calf", 28, false, "wall-calf"},
		{"ca\u200blf", 28, false, "ca?lf"},
		{"\x1b[1mcalf", 28, false, "?[1mcalf"},
		{"漢字漢字", 5, false, "漢字…"},
		{"漢字漢字", 5, true, "????"},
		{"Größe", 28, false, "Größe"},
		{"Größe", 28, true, "Gr??e"},
		{"too long a word", 8, false, "too lon…"},
		{"too long a word", 8, true, "too lon~"},
		{"한글", 28, false, "한글"},
		{"e\u0301", 28, false, "e?"},
		{"  ", 28, false, "?"},
		{"", 28, false, "?"},
		{"a\xff", 28, false, "a?"},
	} {
		if got := (names{ascii: x.ascii}).inert(x.text, x.most); got != x.want {
			t.Errorf("%q in %d cells, ASCII %t: %q, want %q", x.text, x.most, x.ascii, got, x.want)
		}
	}
}
