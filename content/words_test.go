package content

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// prose visits every text that a person reads, with the way that leads to it;
// ids, words of the schema and the bibliography are not prose.
func prose(visit func(path, text string)) {
	walk(reflect.ValueOf(Embedded()), "library", func(path string, v reflect.Value) {
		if v.Type() != reflect.TypeFor[string]() || v.String() == "" || strings.Contains(path, "library.Sources") {
			return
		}
		for _, end := range []string{".ID", ".Source", ".Gentler", ".Verb", ".Sign", ".From"} {
			if strings.HasSuffix(path, end) && !strings.Contains(path, "Warnings") {
				return
			}
		}
		if strings.HasSuffix(path, ".ID") || strings.HasSuffix(path, ".Source") || listed.MatchString(path) {
			return
		}
		visit(path, v.String())
	})
}

// listed is an id in a list of ids.
var listed = regexp.MustCompile(`\.(Any|Softest|Check|Sources)\[\d+\]$`)

func TestProseReachesEveryPartOfTheLibrary(t *testing.T) {
	seen := map[string]bool{"Sources": true} // printed titles, as they are
	prose(func(path, _ string) {
		part, _, _ := strings.Cut(strings.TrimPrefix(path, "library."), ".")
		part, _, _ = strings.Cut(part, "[")
		seen[part] = true
	})
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Library]()) {
		if !seen[f.Name] {
			t.Errorf("no text of %s is held to the rules of language", f.Name)
		}
	}
}

var sentenceEnd = regexp.MustCompile(`[.?!:]+(\s+|$)`)

// sentences splits a text and counts the words of each part.
func sentences(text string) []int {
	var list []int
	for _, s := range sentenceEnd.Split(text, -1) {
		if n := len(strings.Fields(s)); n > 0 {
			list = append(list, n)
		}
	}
	return list
}

func TestSentencesAreShort(t *testing.T) {
	words, count, texts := 0, 0, 0
	prose(func(path, text string) {
		texts++
		for _, n := range sentences(text) {
			words, count = words+n, count+1
			if n > 20 {
				t.Errorf("%s: a sentence of %d words: %q", path, n, text)
			}
		}
	})
	if mean := float64(words) / float64(count); mean > 12 || texts < 1000 {
		t.Errorf("%.1f words a sentence in %d texts", mean, texts)
	}
}

func TestWordsAreCommon(t *testing.T) {
	long, all := 0, 0
	prose(func(_, text string) {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			all++
			if len(w) > 10 {
				long++
			}
		}
	})
	if long*50 > all {
		t.Errorf("%d of %d words have more than ten letters", long, all)
	}
}

// forbidden are promises, diagnoses and calls for more.
var forbidden = []string{
	"push harder", "pull harder", "stretch harder", "press harder", "as far as you can", "as hard as", "more force",
	"cure", "will stop the cramp", "guarantee", "always works", "will help", "will relieve", "no pain, no gain",
	"push through", "work through the pain", "ignore the pain", "you have a ", "you are suffering", "this means that you",
	"pickle", "soap", "take magnesium", "take quinine", "failed", "error",
}

func TestTextsNeverPromiseDiagnoseOrUrge(t *testing.T) {
	prose(func(path, text string) {
		for _, bad := range forbidden {
			if strings.Contains(strings.ToLower(text), bad) {
				t.Errorf("%s says %q: %q", path, bad, text)
			}
		}
	})
}

// filled are the phrases that a moment fills in, and with what.
var filled = map[string]string{"away": "{time}", "softer": "{what}", "left-out": "{what}", "skipped": "{what}", "time": "{what}", "cut-item": "{what}", "earlier": "{what}", "rated": "{what}", "break-said": "{what}",
	"ready": "{what}", "how": "{what}", "begin-hold": "{time}", "begin-open": "{what}: about {time}", "last-side": "{what}", "standby-said": "{what}", "confirm-said": "{what}", "pack-on": "{time}",
	"begin-timed": "{what}: {time}", "this-side": "{side}",
	"where": "{what}", "where-next": "{what}", "where-left": "{time}", "where-gone": "{time}", "where-fetch": "{what}", "where-on": "{what}"}

func TestPhrasesCarryNoNumbersOfTheirOwn(t *testing.T) {
	for key, text := range Embedded().Phrases {
		if strings.ContainsFunc(text, unicode.IsDigit) {
			t.Errorf("%s states a number without a ground: %q", key, text)
		}
		want := filled[key]
		if rest := strings.Replace(text, want, "", 1); strings.Contains(rest, "{") || !strings.Contains(text, want) {
			t.Errorf("%s: %q; expected %q to be filled in, and nothing else", key, text, want)
		}
	}
}

func TestRefusalsSayWhatWorksInstead(t *testing.T) {
	from := 0
	for i, key := range phraseKeys {
		if key == "wait-word" {
			from = i
		}
	}
	works := regexp.MustCompile(`Press |press |Neither |Get help|in a moment`)
	for _, key := range phraseKeys[from:] {
		if text := Embedded().Phrase(key); !works.MatchString(text) {
			t.Errorf("%s leaves a person stuck: %q", key, text)
		}
	}
}

// TestRefusalsThatComeAnywhere name a key that works anywhere: enter doesn't.
func TestRefusalsThatComeAnywhere(t *testing.T) {
	for _, key := range []string{"no-skin", "no-choice", "no-earlier", "no-rate", "begun-already"} {
		if text := Embedded().Phrase(key); strings.Contains(text, "enter") || !strings.HasSuffix(text, " Press ? for the keys.") {
			t.Errorf("%s: %q", key, text)
		}
	}
}

func TestTextsAreFilledOnlyWhereTheyCanBe(t *testing.T) {
	prose(func(path, text string) {
		side := strings.Contains(text, "{side}") || strings.Contains(text, "{other}")
		if side && !strings.Contains(path, ".How[") && !strings.HasSuffix(path, ".Say") && !strings.HasSuffix(path, ".this-side") && !strings.Contains(path, ".Figures[") {
			t.Errorf("%s names a side: %q", path, text)
		}
		if strings.Contains(text, "{emergency}") && !strings.Contains(path, ".Helps[") {
			t.Errorf("%s names the emergency number: %q", path, text)
		}
	})
}
