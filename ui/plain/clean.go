package plain

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// allowed are the signs that a line may hold, beside letters, digits and spaces: a reader
// passes over them, or makes a pause of them.
const allowed = `.,:;?!'"()/%+-`

// instead are the words, or the lesser signs, for signs that a reader would call by name.
var instead = strings.NewReplacer(
	" · ", ", ", "· ", "", "·", ", ",
	"• ", "", "→", " to ", "←", " from ", "↑", " up ", "↓", " down ",
	"✓", " chosen ", "×", " times ", "…", " and more", "–", "-", "—", " - ",
	"‘", "'", "’", "'", "“", `"`, "”", `"`, "«", `"`, "»", `"`,
	"≥", " at least ", "≤", " at most ", "<", " less than ", ">", " more than ", "~", " about ",
	"&", " and ", "@", " at ", "=", " equals ", "#", " number ", "*", " star ", "_", " underscore ",
	"\\", " backslash ", "|", ", ", "°", " degrees ", "½", " a half ", "¼", " a quarter ", "$", " dollar ", "^", " caret ",
)

// address is where something is to be found, on the web or by the number of a paper. Its
// signs are letters of it: with a word in the place of one it leads nowhere.
var address = regexp.MustCompile(`(?i)\b(?:https?://|doi:)[[:graph:]]+`)

// What is rewritten as a whole: keys in brackets, times, lengths and counts. A time has no
// dash behind it: volume and pages have, as in "58:17-22".
var (
	source  = regexp.MustCompile(`([.?!]) \[(\d{1,3})\]$`)
	bracket = regexp.MustCompile(`\[([^\]\[ ]{1,8})\] *`)
	clock   = regexp.MustCompile(`(^|[^\w:/.])(?:(\d+):)?(\d{1,2}):(\d\d)([^\d:–—-]|$)`)
	length  = regexp.MustCompile(`\b(\d+) (s|min|h)\b`)
	product = regexp.MustCompile(`(\d)×(\d)`)
	rate    = regexp.MustCompile(`×(\d+)`)
	lone    = regexp.MustCompile(`(\bkey |^|[ (])([!?+])([ ,)]|$)`)
	ends    = regexp.MustCompile(`\w$`)
	spaces  = regexp.MustCompile(` +`)
	pause   = regexp.MustCompile(` +([,.;:?!)])`)
	stops   = regexp.MustCompile(`([,;]) ?[,;]+`)
)

// units are lengths of time in words.
var units = map[string]string{"s": "second", "min": "minute", "h": "hour"}

// Clean is a text as it can be read aloud: one line, of letters, digits, spaces and the
// signs of ordinary sentences. Symbols become words, "0:30" becomes "30 seconds", "[e]"
// becomes "e:", "[12]" behind a sentence "Source 12.", and what has no words is left out.
// An address of the web or of a paper stays as it is.
func Clean(text string) string {
	text = source.ReplaceAllString(text, "$1 Source $2.")
	var b strings.Builder
	from := 0
	for _, at := range address.FindAllStringIndex(text, -1) {
		before := worded(text[from:at[0]])
		if ends.MatchString(before) {
			before += " " // what stood between became part of the word
		}
		b.WriteString(before + text[at[0]:at[1]])
		from = at[1]
	}
	b.WriteString(worded(text[from:]))
	return strings.TrimSpace(b.String())
}

// worded is a text that holds no address, with one space where there are some.
func worded(text string) string {
	text = bracket.ReplaceAllString(text, "$1: ")
	text = clock.ReplaceAllStringFunc(text, clockWords)
	text = length.ReplaceAllStringFunc(text, lengthWords)
	text = rate.ReplaceAllString(product.ReplaceAllString(text, "$1 times $2"), "$1 times")
	text = instead.Replace(text)
	text = strings.Map(readable, text)
	text = lone.ReplaceAllStringFunc(text, loneWords)
	text = spaces.ReplaceAllString(text, " ")
	return stops.ReplaceAllString(pause.ReplaceAllString(text, "$1"), "$1")
}

// lengthWords is a number with a unit of time in words.
func lengthWords(found string) string {
	m := length.FindStringSubmatch(found)
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return found
	}
	return counted(n, units[m[2]])
}

// loneWords names a key that is a sign, where it stands alone.
func loneWords(found string) string {
	m := lone.FindStringSubmatch(found)
	if m[2] == "+" || m[1] == "key " {
		return m[1] + signs[m[2]] + m[3]
	}
	return m[1] + "the " + signs[m[2]] + m[3]
}

// readable keeps what may stand in a line.
func readable(r rune) rune {
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		return r
	case r < unicode.MaxASCII && strings.ContainsRune(allowed, r):
		return r
	}
	return ' '
}

// clockWords is a time as a clock shows it in words.
func clockWords(found string) string {
	m := clock.FindStringSubmatch(found)
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	return m[1] + spanWords(number(m[2]), number(m[3]), number(m[4])) + m[5]
}

// spanWords is a length of time in words: "1 minute 5 seconds".
func spanWords(hours, minutes, seconds int) string {
	var words []string
	for _, x := range []struct {
		n    int
		unit string
	}{{hours, "hour"}, {minutes, "minute"}, {seconds, "second"}} {
		if x.n > 0 {
			words = append(words, counted(x.n, x.unit))
		}
	}
	if len(words) == 0 {
		return "0 seconds"
	}
	return strings.Join(words, " ")
}

// counted is a number and a noun that agrees with it.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// longest is how long a line may be, in characters: a longer one can't be followed, and
// on a braille display it takes too many turns.
const longest = 200

// Split cuts a cleaned text into lines that are short enough, between sentences if it
// can be, else after a semicolon or a comma, else between words.
func Split(text string) []string {
	var lines []string
	for runes := []rune(text); len(runes) > 0; {
		n := cut(runes)
		if line := strings.TrimSpace(string(runes[:n])); line != "" {
			lines = append(lines, line)
		}
		runes = runes[n:]
	}
	return lines
}

// cut is where the first line of a text ends.
func cut(text []rune) int {
	if len(text) <= longest {
		return len(text)
	}
	for _, ends := range []string{".?!", ";", ",:", " "} {
		for i := longest - 1; i > longest/4; i-- {
			space := ends == " " || text[i+1] == ' '
			if strings.ContainsRune(ends, text[i]) && space {
				return i + 1
			}
		}
	}
	return longest
}
