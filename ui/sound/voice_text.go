package sound

import (
	"strings"
	"time"
	"unicode"
)

// What a text costs in time, measured with espeak-ng at its usual speed and a
// little more, so that a phrase is rather thought too long than cut off.
const (
	costStart  = 350 * time.Millisecond // of the speaker, and of the first sound
	costLetter = 57 * time.Millisecond
	costDigit  = 300 * time.Millisecond // a digit or a symbol is a word
	costSpace  = 35 * time.Millisecond
	costStop   = 330 * time.Millisecond // the rest between two sentences
	costComma  = 200 * time.Millisecond
)

// Length estimates how long it takes to say text, the start of the speaker
// included: about 0.6 s for one short word, 3 s for nine. Speakers differ; it is
// seldom less than what they take.
func Length(text string) time.Duration {
	text = strings.TrimRight(oneLine(text), ".?!,:; ")
	if text == "" {
		return 0
	}
	sum := costStart
	for _, r := range text {
		sum += costOf(r)
	}
	return sum
}

func costOf(r rune) time.Duration {
	switch {
	case unicode.IsLetter(r):
		return costLetter
	case r == ' ':
		return costSpace
	case strings.ContainsRune(".?!:;", r):
		return costStop
	case r == ',':
		return costComma
	case unicode.IsDigit(r), unicode.IsSymbol(r), strings.ContainsRune("%&@#", r):
		return costDigit
	}
	return 0
}

// oneLine is text with nothing in it but what can be printed: a line break or an
// escape sequence could mean more than words to a speaker.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(text, " "))
	return strings.Join(strings.Fields(text), " ")
}
