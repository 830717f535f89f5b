package content

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// What the content is held to: as a whole, each kind of file, and each file. The grade
// is that of Flesch and Kincaid: how many years of school in the United States a text
// asks for.
const (
	hardest     = 6.0  // grade of the whole and of each kind
	longest     = 12.0 // words a sentence, of the same
	hardestFile = 8.0  // grade of each file: a few words swing with every one of them
)

// figures are what a text is made of.
type figures struct{ words, sentences, syllables int }

// add puts another text to it.
func (f *figures) add(g figures) {
	f.words, f.sentences, f.syllables = f.words+g.words, f.sentences+g.sentences, f.syllables+g.syllables
}

// length is how many words a sentence has.
func (f figures) length() float64 { return float64(f.words) / float64(max(1, f.sentences)) }

// grade is the Flesch-Kincaid grade.
func (f figures) grade() float64 {
	return 0.39*f.length() + 11.8*float64(f.syllables)/float64(max(1, f.words)) - 15.59
}

// stated is what stands for the places in a text that are filled when it is shown, and
// the signs that are spoken as words.
var stated = strings.NewReplacer("{side}", "left", "{other}", "right", "{emergency}", "your emergency number",
	"{time}", "30 seconds", "{what}", "left calf", "°C", "degrees", "120 s", "120 seconds", "30 s", "30 seconds")

// sentenceStop ends a sentence. A colon doesn't, nor does a comma: it is all read in
// one breath.
var sentenceStop = regexp.MustCompile(`[.?!]+(\s+|$)`)

// measure counts a text. What has no stop at its end, a name or a title, is a sentence.
func measure(text string) figures {
	var f figures
	for _, s := range sentenceStop.Split(stated.Replace(text), -1) {
		words := 0
		for w := range strings.FieldsSeq(s) {
			n := 0
			for _, part := range strings.FieldsFunc(w, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'.", r)
			}) {
				n += syllables(part)
			}
			if n > 0 {
				words++
				f.syllables += n
			}
		}
		if f.words += words; words > 0 {
			f.sentences++
		}
	}
	return f
}

// label says that a text is a name or a title, which is no sentence.
func label(path, text string) bool {
	return !strings.ContainsAny(text[len(text)-1:], ".?!") && !strings.HasSuffix(path, ".Choice")
}

// entry is a part of the library and its place in it: library.Items[3].
var entry = regexp.MustCompile(`^library\.(\w+)(?:\[(\d+)\])?`)

// fileOf names the file that a text stands in, and what kind of file it is.
func fileOf(path string) (kind, file string) {
	parts := entry.FindStringSubmatch(path)
	kind = strings.ToLower(parts[1])
	if parts[2] == "" {
		return kind, kind
	}
	var at int
	if _, err := fmt.Sscan(parts[2], &at); err != nil {
		return kind, kind
	}
	v := reflect.ValueOf(Embedded()).Elem().FieldByName(parts[1]).Index(at)
	for _, name := range []string{"ID", "Muscle", "Context", "Tier"} {
		if f := v.FieldByName(name); f.IsValid() {
			return kind, fmt.Sprintf("%s/%v", kind, cmp.Or(fmt.Sprint(f.Interface()), "unknown"))
		}
	}
	return kind, kind
}

// measured is every text that a person reads, counted: by kind of file and by file. In
// both, all is everything; prosaic leaves out names and titles and counts what stands in
// many files once, since both would make the whole look easier than it is to read.
//
// Two things are left out. The titles and publishers of sources are as they were
// printed, and no text of ours. The names of poses and points of figures, and ids, are
// not read. The reasons for our own choices are counted: the plan prints them.
func measured() (kinds, files map[string]*figures) {
	kinds, files = map[string]*figures{}, map[string]*figures{}
	add := func(to map[string]*figures, key string, f figures) {
		if to[key] == nil {
			to[key] = &figures{}
		}
		to[key].add(f)
	}
	seen := map[string]bool{}
	prose(func(path, text string) {
		kind, file := fileOf(path)
		if kind == "figures" && !strings.HasSuffix(path, ".Words") {
			return
		}
		if strings.HasSuffix(path, ".Choice") {
			kind, file = "choices", "choices of "+file
		}
		f := measure(text)
		add(kinds, kind, f)
		add(kinds, "all", f)
		add(files, file, f)
		if !label(path, text) && !seen[text] {
			seen[text] = true
			add(kinds, "all prose, each text once", f)
		}
	})
	return kinds, files
}

// TestReadableByMost holds the content to words and sentences that most people read
// without effort: -v shows the figures.
func TestReadableByMost(t *testing.T) {
	kinds, files := measured()
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		f := kinds[kind]
		t.Logf("%-26s %6d words %5d sentences %5.1f words a sentence  grade %4.1f", kind, f.words, f.sentences, f.length(), f.grade())
		if f.grade() > hardest || f.length() > longest {
			t.Errorf("%s: grade %.2f, %.2f words a sentence; at most %v and %v", kind, f.grade(), f.length(), hardest, longest)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if g := files[file].grade(); g > hardestFile {
			t.Errorf("%s: grade %.1f, at most %v", file, g, hardestFile)
		}
	}
}

// TestReadableMeasuresWhatIsHard holds the measure to texts whose figures were worked
// out by hand.
func TestReadableMeasuresWhatIsHard(t *testing.T) {
	for _, c := range []struct {
		text                        string
		words, sentences, syllables int
	}{
		{"", 0, 0, 0},
		{"Wall calf stretch", 3, 1, 3},
		{"Sit down. Breathe slowly, out longer than in.", 8, 2, 10},
		{"Is it gone? Then rest!", 5, 2, 5},
		{"Never over 1.4 litres in an hour.", 7, 1, 13},
		{"Driving: pull over; then stop.", 5, 1, 7},
		{"{side} foot, half-way up.", 4, 1, 5},
		{"40 °C or more.", 4, 1, 6},
	} {
		if got := measure(c.text); got != (figures{c.words, c.sentences, c.syllables}) {
			t.Errorf("%q: %+v, want %d words, %d sentences, %d syllables", c.text, got, c.words, c.sentences, c.syllables)
		}
	}
	hard := measure("Gastrocnemius contraction necessitates immediate pharmaceutical consultation regarding electrolyte supplementation.")
	if hard.grade() < 20 {
		t.Errorf("a text for nobody has the grade %.1f", hard.grade())
	}
}

// TestReadableReachesEveryFile holds that no kind of file that people read is left
// unmeasured, and that a text counts for the file that it stands in.
func TestReadableReachesEveryFile(t *testing.T) {
	kinds, files := measured()
	for _, kind := range []string{"items", "waitings", "packs", "drinks", "causes", "routines", "warnings", "helps", "advices", "topics", "phrases", "figures", "choices"} {
		if f := kinds[kind]; f == nil || f.words < 50 {
			t.Errorf("%s: %+v", kind, f)
		}
	}
	for _, file := range []string{"items/wall-calf", "waitings/toes", "drinks/unknown", "helps/1", "topics/night", "phrases", "choices of pace"} {
		if files[file] == nil {
			t.Errorf("nothing was counted of %s", file)
		}
	}
}
