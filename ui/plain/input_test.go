package plain

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestParse: a key's name, what it does in the words of the page, or a common word.
func TestParse(t *testing.T) {
	t.Parallel()
	wait := []Key{{"e", "it eased, none of these"}, {"s", "softest stretch"}, {"1", "easing"}, {"space", "pause"}, {"!", "signs"}}
	ask := []Key{{"1", "heat"}, {"2", "cold"}, {"n", "neither"}}
	end := []Key{{"enter", "close"}, {"0-10", "how sore it is"}}
	for _, x := range []struct {
		line string
		keys []Key
		want string // keys with blanks between them, "" = it is no key
	}{
		{"e", wait, "e"}, {"E", wait, "e"}, {" e ", wait, "e"}, {"", wait, "enter"}, {"  ", wait, "space"},
		{"enter", wait, "enter"}, {"yes", wait, "enter"}, {"Yes", ask, "enter"}, {"go  on", ask, "enter"},
		{"space", wait, "space"}, {"pause", wait, "space"}, {"esc", wait, "esc"}, {"escape", wait, "esc"},
		{"up", wait, "up"}, {"page down", wait, "pgdown"},
		{"+", wait, "+"}, {"plus", wait, "+"}, {"!", wait, "!"}, {"warning signs", wait, "!"}, {"signs", wait, "!"},
		{"?", wait, "?"}, {"help", wait, "?"}, {"quit", wait, "q"}, {"q", wait, "q"}, {"where am I", wait, "w"},
		{"it eased", wait, "e"}, {"it eased, none of these", wait, "e"}, {"softest stretch", wait, "s"}, {"easing", wait, "1"},
		{"heat", ask, "1"}, {"cold", ask, "2"}, {"neither", ask, "n"}, {"heat", wait, ""},
		{"4", end, "4"}, {"10", end, "1 0"}, {"10", wait, ""}, {"11", end, ""}, {"close", end, "enter"}, {"close", wait, "esc"},
		{"how sore it is", end, ""}, {"0-10", end, ""},
		{"x", wait, "x"}, {"no", wait, ""}, {"enter enter", wait, ""}, {"éé", wait, ""}, {"é", wait, "é"},
	} {
		got, ok := Parse(x.line, x.keys)
		if strings.Join(got, " ") != x.want || ok != (x.want != "") {
			t.Errorf("%q is %q, %v, want %q", x.line, got, ok, x.want)
		}
	}
}

// TestParseAnything: a line is a few keys, or none.
func TestParseAnything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.String().Draw(t, "line")
		pressed, ok := Parse(line, []Key{{"0-10", "how sore"}})
		if ok != (len(pressed) > 0) || len(pressed) > 2 {
			t.Fatalf("%q is %q, %v", line, pressed, ok)
		}
		for _, k := range pressed {
			if k == "" {
				t.Fatalf("%q is a key without a name", line)
			}
		}
	})
}
