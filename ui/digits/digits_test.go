package digits

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// verbs are the words that the program shows.
var verbs = []string{
	"BREATHE", "GET READY", "RISE", "HOLD", "LOWER", "REST", "SWITCH", "ROLL", "DONE", "PAUSED", "CHOOSE", "RUB",
	"STROKE", "SHAKE", "WALK", "MOVE", "LIFT", "SPREAD", "SIT", "HEAT", "COLD", "DRINK", "SKIN?", "PACK OFF",
}

// TestNumberSizes holds the sizes that the screens are laid out by.
func TestNumberSizes(t *testing.T) {
	for _, tt := range []struct {
		text       string
		w, h       int
		wide, high int
	}{
		{"0:27", 42, 8, 38, 7},
		{"0:27", 62, 15, 57, 14},
		{"0:27", 196, 24, 114, 21},
		{"0:27", 19, 7, 19, 7},
		{"0:27", 18, 7, 0, 0},
		{"0:27", 19, 6, 0, 0},
		{"0:27", 19, 80, 19, 7},
		{"0:27", 37, 14, 19, 7},
		{"0:27", 38, 14, 38, 14},
		{"10:05", 42, 8, 25, 7},
		{"10:05", 50, 8, 50, 7},
		{"1:02:09", 62, 8, 33, 7},
		{"1:02:09", 66, 8, 66, 7},
		{"7", 1 << 40, 1 << 40, 160, 112},
		{"", 99, 99, 0, 0},
		{"0:2x", 99, 99, 0, 0},
		{"-1", 99, 99, 0, 0},
		{"0 27", 99, 99, 0, 0},
		{"٣", 99, 99, 0, 0},
		{"0:27", -1, 9, 0, 0},
		{"0:27", 99, -9, 0, 0},
	} {
		lines := Number(tt.text, tt.w, tt.h)
		if Width(lines) != tt.wide || len(lines) != tt.high {
			t.Errorf("%q in %dx%d is %dx%d, want %dx%d", tt.text, tt.w, tt.h, Width(lines), len(lines), tt.wide, tt.high)
		}
	}
}

// TestWordSizes does the same for words.
func TestWordSizes(t *testing.T) {
	for _, tt := range []struct {
		text       string
		w, h       int
		wide, high int
	}{
		{"HOLD", 19, 3, 19, 3},
		{"HOLD", 18, 3, 0, 0},
		{"HOLD", 19, 2, 0, 0},
		{"HOLD", 80, 4, 19, 3},
		{"HOLD", 19, 5, 19, 5},
		{"HOLD", 42, 8, 38, 5},
		{"HOLD", 80, 12, 76, 10},
		{"HOLD", 60, 12, 57, 10},
		{"HOLD", 1 << 40, 1 << 40, 608, 80},
		{"GET READY", 38, 3, 38, 3},
		{"hold", 42, 8, 38, 5},
		{"", 99, 99, 0, 0},
		{"HOLD!", 99, 99, 0, 0},
		{"KÄLTE", 99, 99, 0, 0},
		{"HOLD\n", 99, 99, 0, 0},
		{"\xff", 99, 99, 0, 0},
	} {
		lines := Word(tt.text, tt.w, tt.h)
		if Width(lines) != tt.wide || len(lines) != tt.high {
			t.Errorf("%q in %dx%d is %dx%d, want %dx%d", tt.text, tt.w, tt.h, Width(lines), len(lines), tt.wide, tt.high)
		}
	}
	if !slices.Equal(Word("get ready", 80, 6), Word("GET READY", 80, 6)) {
		t.Error("small letters aren't drawn as capitals")
	}
}

// TestVerbs: every verb has its 3 rows in half of a small screen, and is readable from
// across a room on a usual one.
func TestVerbs(t *testing.T) {
	for _, v := range verbs {
		if lines := Word(v, 38, 3); len(lines) != 3 && len(v) <= 9 {
			t.Errorf("%q is %d rows high in 38x3", v, len(lines))
		}
		if lines := Word(v, 76, 6); len(lines) < 5 {
			t.Errorf("%q is %d rows high in 76x6", v, len(lines))
		}
	}
}

// TestFits: whatever room there is, the picture fits, and nothing larger would.
func TestFits(t *testing.T) {
	for w := 1; w <= 250; w += 7 {
		for h := 1; h <= 80; h++ {
			for _, text := range []string{"3", "0:27", "10:05", "1:02:09"} {
				fits(t, text, Number(text, w, h), w, h)
				greatest(t, figures, text, Number(text, w, h), w, h)
			}
			for _, text := range []string{"SIT", "MOVE", "GET READY"} {
				fits(t, text, Word(text, w, h), w, h)
				greatest(t, letters, text, Word(text, w, h), w, h)
			}
		}
	}
}

// fits holds what is true of every picture.
func fits(t *testing.T, text string, lines []string, w, h int) {
	t.Helper()
	wide := Width(lines)
	if len(lines) > max(0, h) || wide > max(0, w) {
		t.Fatalf("%q in %dx%d is %dx%d", text, w, h, wide, len(lines))
	}
	for _, l := range lines {
		if utf8.RuneCountInString(l) != wide || strings.Trim(l, " ▀▄█") != "" {
			t.Fatalf("%q in %dx%d has the line %q, and is %d wide", text, w, h, l, wide)
		}
	}
}

// greatest holds that no higher picture fits, and no wider one of that height unless
// its pixels were wider than square.
func greatest(t *testing.T, f *font, text string, lines []string, w, h int) {
	t.Helper()
	wide, rows := f.wide(text), len(lines)/f.high
	if (rows+1)*f.high <= h && (rows+1)*wide <= w {
		t.Fatalf("%q in %dx%d is %d rows high, and could be higher", text, w, h, len(lines))
	}
	cols := Width(lines) / wide
	if rows > 0 && (cols < rows || cols > 2*rows || cols < 2*rows && (cols+1)*wide <= w) {
		t.Fatalf("%q in %dx%d has pixels of %dx%d", text, w, h, cols, rows)
	}
}

// TestSecond: from one second to the next the picture keeps its size, and nothing
// moves but the figures that change.
func TestSecond(t *testing.T) {
	for _, size := range [][2]int{{42, 8}, {62, 15}, {196, 24}} {
		a, b := Number("0:11", size[0], size[1]), Number("0:58", size[0], size[1])
		if Width(a) != Width(b) || len(a) != len(b) {
			t.Fatalf("in %v 0:11 is %dx%d and 0:58 %dx%d", size, Width(a), len(a), Width(b), len(b))
		}
		// Of the 19 pixels the first 8 are 0, colon and the gaps beside it.
		same := Width(a) / 19 * 8
		for i := range a {
			if string([]rune(a[i])[:same]) != string([]rune(b[i])[:same]) {
				t.Errorf("in %v line %d begins differently:\n%s\n%s", size, i, a[i], b[i])
			}
		}
	}
}

// TestWidth counts cells, not bytes.
func TestWidth(t *testing.T) {
	for want, lines := range [][]string{nil, {"█", "▀"}, {" ▄", "  "}} {
		if got := Width(lines); got != want {
			t.Errorf("%q is %d wide, want %d", lines, got, want)
		}
	}
}
