package content

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// Nobody keeps a library that counts syllables, and what there is guesses at the words
// that matter here. So the rules of English spelling stand here, and beside them the
// words that they get wrong. Where a word is spoken in two ways, the longer one counts.

// uneven are the words whose spelling doesn't tell how many syllables they have.
var uneven = map[string]int{
	"aaos": 4, "aches": 1, "aofas": 5, "area": 3, "being": 2, "beyond": 2, "create": 2, "diabetes": 4, "diarrhoea": 4,
	"doing": 2, "every": 3, "everyday": 4, "everything": 4, "fluid": 2, "fluids": 2, "going": 2, "hour": 2, "hours": 2,
	"idea": 3, "litre": 2, "litres": 2, "mayo": 2, "myofascial": 4, "nhs": 3, "niosh": 2, "our": 2, "ours": 2, "reaction": 3, "safety": 2,
	"science": 2, "sideways": 2, "society": 4, "somebody": 3, "someone": 2, "something": 2, "sometimes": 2,
	"somewhere": 2, "spasm": 2, "spasms": 2, "therefore": 2, "tingling": 3, "tired": 2, "tiredness": 3, "triathletes": 4, "whoever": 3,
}

// syllables counts the syllables of a word as it is spoken. A number is counted as its
// words are.
func syllables(word string) int {
	word = strings.ToLower(strings.Trim(word, "'-"))
	if n, ok := uneven[word]; ok {
		return n
	}
	if strings.ContainsFunc(word, unicode.IsDigit) {
		return spokenNumber(word)
	}
	if stem, ok := strings.CutSuffix(word, "'s"); ok {
		n := syllables(stem)
		if hisses(stem) {
			n++
		}
		return n
	}
	if strings.HasSuffix(word, "n't") && len(word) > 3 && strings.IndexByte("dst", word[len(word)-4]) >= 0 {
		return max(1, vowelGroups(word[:len(word)-3])) + 1 // did-n't
	}
	return max(1, vowelGroups(word))
}

// hisses says that an s behind the word is a syllable of its own.
func hisses(word string) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// vowelGroups counts the runs of vowels, less those that are silent, and more where two
// vowels are spoken apart.
func vowelGroups(word string) int {
	isVowel := func(i int) bool { return i >= 0 && i < len(word) && strings.IndexByte("aeiouy", word[i]) >= 0 }
	n := 0
	for i := range len(word) {
		if isVowel(i) && !isVowel(i-1) && (i > 0 || word[0] != 'y') {
			n++
		}
	}
	for _, apart := range []string{"ia", "io", "iu", "ua", "uou", "eo", "ying", "iet", "uity", "eou", "ier", "iest"} {
		n += strings.Count(word, apart)
	}
	for _, together := range []string{"tion", "sion", "cian", "cial", "tial", "cious", "tious", "gion", "gious", "geon", "qua", "gua", "people", "soci", "eous"} {
		n -= strings.Count(word, together)
	}
	for _, end := range []string{"ly", "ment", "ments", "ful", "fully", "less", "ness"} {
		if stem, ok := strings.CutSuffix(word, end); ok && len(stem) > 3 {
			n -= silent(stem) // late-ly
		}
	}
	return n - silent(word)
}

// silent counts the e's at the end of a word that nobody says.
func silent(word string) int {
	vowel := func(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
	before := func(end string, back int) (byte, bool) {
		if !strings.HasSuffix(word, end) || len(word) < len(end)+back {
			return 0, false
		}
		return word[len(word)-len(end)-back], true
	}
	if c, ok := before("e", 1); ok && !vowel(c) {
		second, has := before("e", 2)
		if c == 'l' && has && !vowel(second) {
			return 0 // mus-cle, lit-tle
		}
		return 1
	}
	if c, ok := before("ed", 1); ok && !vowel(c) && c != 't' && c != 'd' {
		return 1
	}
	if c, ok := before("es", 1); ok && !vowel(c) && !hisses(word[:len(word)-1]) && !hisses(word[:len(word)-2]) {
		if second, has := before("es", 2); c == 'l' && has && !vowel(second) {
			return 0 // mus-cles
		}
		return 1
	}
	return 0
}

// numerals are the syllables of the numbers up to nineteen, and of the tens.
var (
	numerals = []int{2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2}
	tens     = []int{0, 1, 2, 2, 2, 2, 2, 3, 2, 2}
)

// spokenNumber counts the syllables of a number: whole ones up to 9999, and decimals.
func spokenNumber(word string) int {
	whole, part, decimal := strings.Cut(word, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n > 9999 {
		return len(word)
	}
	sum := 0
	if n >= 1000 {
		sum, n = sum+numerals[n/1000]+2, n%1000 // a thousand
	}
	if n >= 100 {
		sum, n = sum+numerals[n/100]+2, n%100 // a hundred
	}
	switch {
	case n >= 20:
		sum += tens[n/10]
		if n%10 > 0 {
			sum += numerals[n%10]
		}
	case n > 0 || sum == 0:
		sum += numerals[n]
	}
	if decimal {
		sum++ // point
		for _, d := range part {
			sum += numerals[d-'0']
		}
	}
	return sum
}

// TestSyllables holds the count to a dictionary of how words are spoken, with the
// commonest long words of the content among them.
func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"massage": 2, "muscle": 2, "muscles": 2, "exercise": 3, "exercises": 4, "potassium": 4, "circulation": 4,
		"hamstring": 2, "hamstrings": 2, "magnesium": 4, "calcium": 3, "sodium": 3, "minerals": 3, "pharmacist": 3,
		"doctor": 2, "emergency": 4, "warning": 2, "bladder": 2, "breathing": 2, "breathe": 1, "breathes": 1,
		"breathlessness": 3, "medicine": 3, "medicines": 3, "tablet": 2, "tablets": 2, "injury": 3, "infection": 3,
		"pregnancy": 3, "pregnant": 2, "diabetes": 4, "dialysis": 4, "irregular": 4, "uneven": 3, "swollen": 2,
		"swelling": 2, "numbness": 2, "tingling": 3, "spasm": 2, "stretches": 2, "stretching": 2, "stretched": 1,
		"gentle": 2, "gently": 2, "softest": 2, "soothe": 1, "soreness": 2, "tighten": 2, "tightening": 3,
		"tightness": 2, "kneecap": 2, "buttock": 2, "ankle": 2, "ankles": 2, "banana": 3, "water": 2, "litres": 2,
		"minutes": 2, "seconds": 2, "hour": 2, "half-way": 2, "every": 3, "poison": 2, "thyroid": 2, "vomiting": 3,
		"diarrhoea": 4, "quinine": 2, "caffeine": 2, "alcohol": 3, "guidance": 2, "evidence": 3, "examination": 5,
		"repetition": 4, "clinician": 3, "triathletes": 4, "statin": 2, "inhalers": 3, "hormones": 2, "bruise": 1,
		"bruised": 1, "wounded": 2, "ended": 2, "needed": 2, "rested": 2, "walked": 1, "rolled": 1, "eased": 1,
		"pulse": 1, "pulses": 2, "causes": 2, "choices": 2, "packs": 1, "heat": 1, "cold": 1, "toes": 1, "shoes": 1,
		"eyes": 1, "science": 2, "quiet": 2, "idea": 3, "area": 3, "people": 2, "being": 2, "someone": 2,
		"something": 2, "nobody's": 3, "it's": 1, "doesn't": 2, "can't": 1, "you're": 1, "they've": 1, "isn't": 2,
		"we'll": 1,
	} {
		sum := 0
		for part := range strings.SplitSeq(word, "-") {
			sum += syllables(part)
		}
		if sum != want {
			t.Errorf("%s: %d syllables, want %d", word, sum, want)
		}
	}
}

// TestSyllablesOfNumbers holds numbers to the words that they are spoken as.
func TestSyllablesOfNumbers(t *testing.T) {
	for number, want := range map[string]int{
		"0": 2, "1": 1, "7": 2, "11": 3, "15": 2, "20": 2, "27": 4, "30": 2, "70": 3, "100": 3, "120": 5, "209": 4, "1200": 6, "1.4": 3, "40": 2,
	} {
		if got := syllables(number); got != want {
			t.Errorf("%s: %d syllables, want %d", number, got, want)
		}
	}
}
