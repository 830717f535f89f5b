package digits

import (
	"strings"
	"testing"
)

// longest is the longest text that the fuzz targets draw, in bytes: a picture takes as
// much memory as it has cells.
const longest = 64

// seeds are texts and sizes to begin with.
func seeds(f *testing.F) {
	f.Helper()
	for _, text := range []string{"", "0:27", "1:02:09", "GET READY", "skin?", "\xff", "०", "0\x00", " ", strings.Repeat("8", longest)} {
		f.Add(text, 42, 8)
		f.Add(text, 1<<62, 1<<62)
		f.Add(text, -1<<63, 24)
	}
}

// FuzzNumber: any text in any room is nil, or fits and reads as that text.
func FuzzNumber(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string, w, h int) {
		text = text[:min(len(text), longest)]
		lines := Number(text, w, h)
		fits(t, text, lines, w, h)
		if strings.Trim(text, inFigures) != "" && lines != nil {
			t.Errorf("%q is drawn, with characters that the font lacks", text)
		}
		if lines != nil && len(lines) < 22 && readNumber(lines) != text {
			t.Errorf("%q reads %q", text, readNumber(lines))
		}
	})
}

// FuzzWord: any text in any room is nil, or fits and reads as that text in capitals.
func FuzzWord(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string, w, h int) {
		text = text[:min(len(text), longest)]
		lines := Word(text, w, h)
		fits(t, text, lines, w, h)
		if strings.Trim(strings.ToUpper(text), inLetters) != "" && lines != nil {
			t.Errorf("%q is drawn, with characters that the font lacks", text)
		}
		if lines != nil && len(lines) < 16 && readWord(lines) != strings.ToUpper(text) {
			t.Errorf("%q reads %q", text, readWord(lines))
		}
	})
}
