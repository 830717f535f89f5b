package cli

import (
	"io"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"uncramp/ui"
)

// TestWhyLines: a terminal that can show no screen is known by its name.
func TestWhyLines(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name, system string
		want         bool
	}{
		{"dumb", "linux", true}, {"", "linux", true}, {"", "darwin", true}, {"dumb", "windows", true},
		{"", "windows", false}, {"xterm-256color", "linux", false}, {"linux", "linux", false}, {"dumber", "linux", false},
	} {
		if got := whyLines(x.name, x.system); (got != "") != x.want || got != "" && !strings.HasPrefix(got, "This is plain text, because ") {
			t.Errorf("%q on %s: %q", x.name, x.system, got)
		}
	}
}

// zeros is an input that is one line without an end.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

// TestReadLines: each line is handed over without its end, a last one without an end too,
// and then that there are no more.
func TestReadLines(t *testing.T) {
	t.Parallel()
	for input, want := range map[string][]string{
		"":                                     nil,
		"\n":                                   {""},
		"e\n\nn":                               {"e", "", "n"},
		"e\r\n \r\nn\n":                        {"e", " ", "n"},
		strings.Repeat("x", 100_000) + "\ne\n": {strings.Repeat("x", mostLine), "e"},
		"\x1b[A\n\x00\n":                       {"\x1b[A", "\x00"},
	} {
		var got []string
		ended := 0
		readLines(strings.NewReader(input), func(m tea.Msg) {
			switch m := m.(type) {
			case ui.Typed:
				got = append(got, m.Line)
			case ui.InputEnd:
				ended++
			}
		})
		if !slices.Equal(got, want) || ended != 1 {
			t.Errorf("%.40q is %.60q, ended %d times", input, got, ended)
		}
	}
	var got []tea.Msg
	readLines(zeros{}, func(m tea.Msg) { got = append(got, m) })
	if want := []tea.Msg{ui.InputEnd{}}; !slices.Equal(got, want) {
		t.Errorf("a line without an end is %v", got)
	}
	broken, w := io.Pipe()
	_ = w.CloseWithError(io.ErrUnexpectedEOF)
	ended := 0
	readLines(broken, func(m tea.Msg) {
		if _, ok := m.(ui.InputEnd); ok {
			ended++
		}
	})
	if ended != 1 {
		t.Error("an input that breaks doesn't end")
	}
}
