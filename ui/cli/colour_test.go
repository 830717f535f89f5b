//go:build unix

package cli_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	sgr = regexp.MustCompile("\x1b\\[([0-9;:]*)m")
	ink = regexp.MustCompile(`\b38[;:]2[;:]+(\d+)[;:](\d+)[;:](\d+)`)
)

// coloured are the parameters of those sequences that set a colour.
func coloured(raw []byte) []string {
	var found []string
	for _, m := range sgr.FindAllSubmatch(raw, -1) {
		for p := range strings.FieldsFuncSeq(string(m[1]), func(r rune) bool { return r == ';' || r == ':' }) {
			n, _ := strconv.Atoi(p)
			if n >= 30 && n <= 38 || n >= 40 && n <= 48 || n >= 90 && n <= 107 {
				found = append(found, string(m[1]))
				break
			}
		}
	}
	return found
}

// inks tells which kinds of ink were used: dark ones, bright ones.
func inks(raw []byte) (dark, bright bool) {
	for _, m := range ink.FindAllSubmatch(raw, -1) {
		light := 0.0
		for i, weight := range []float64{0.21, 0.72, 0.07} {
			n, _ := strconv.Atoi(string(m[i+1]))
			light += weight * float64(n) / 255
		}
		dark, bright = dark || light < 0.45, bright || light > 0.55
	}
	return dark, bright
}

// TestBackground: the first text waits for no answer, and the colours follow it.
func TestBackground(t *testing.T) {
	t.Parallel()
	most := time.Second // on a machine that does other things beside
	if strict() {
		most = 40 * time.Millisecond
	}
	for name, c := range map[string]struct {
		opts
		dark bool // ink, on a light ground
	}{
		"dark":       {},
		"light":      {opts{light: true}, true},
		"light late": {opts{light: true, delay: 150 * time.Millisecond}, true},
		"dark late":  {opts{delay: 150 * time.Millisecond}, false},
		"deaf":       {opts{deaf: true}, false},
	} {
		s := gripped(t, c.opts)
		d := s.firstText()
		if t.Logf("%s: first text after %v", name, ms(d)); d > most {
			t.Errorf("%s: first text after %v", name, d)
		}
		if dark, _ := inks(s.raw()); dark != c.dark {
			t.Errorf("%s: dark ink %t", name, dark)
		}
		if !slices.Contains(s.asked(), "OSC 11") {
			t.Errorf("%s: the background's colour was not asked for", name)
		}
		s.keys("\x03")
		s.ends(t, 130)
	}
}

// TestFewColours: NO_COLOR is heeded, and 16 colours are enough. What calls itself dumb
// gets lines, and no colour at all: TestLinesByThemselves.
func TestFewColours(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		env  []string
		most string // the richest colours allowed
	}{
		"NO_COLOR": {[]string{"NO_COLOR=1"}, ""},
		"16":       {[]string{"TERM=xterm", "COLORTERM="}, "16"},
		"256":      {[]string{"COLORTERM="}, "256"},
	} {
		s := eased(t, opts{env: c.env})
		s.keys("\x03")
		s.ends(t, 130)
		colours := coloured(s.raw())
		if c.most == "" && len(colours) > 0 {
			t.Errorf("%s: colours %q", name, slices.Compact(colours))
		}
		if c.most != "" && len(colours) == 0 {
			t.Errorf("%s: no colours", name)
		}
		for _, p := range colours {
			if strings.Contains(p, "8;2;") || c.most == "16" && strings.Contains(p, "8;5;") {
				t.Errorf("%s: richer colours: %q", name, p)
			}
		}
	}
}
