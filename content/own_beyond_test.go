package content

import (
	"slices"
	"strings"
	"testing"
)

// TestOwnNotes: what is far above the library's is noted with its place; what isn't, not.
func TestOwnNotes(t *testing.T) {
	t.Parallel()
	const head = "name: Mine\nfor: For my legs.\nposition: lying\nhave: [towel]\nchoice: c\nturns:\n"
	for _, x := range []struct {
		name, turn string
		want       []string
	}{
		{"as the library has it", "any: [towel-calf]", nil},
		// The library: 2 of 30 s.
		{"just twice", "any: [towel-calf], sets: 2", nil},
		{"more than twice", "any: [towel-calf], reps: 5", []string{"mine.yaml:7:19: note: towel-calf for 150 s a leg; the library does 60 s"}},
		{"by its sets, whatever the rests", "any: [towel-calf], sets: 3, rest: 30, break: 180", []string{"mine.yaml:7:19: note: towel-calf for 180 s a leg; the library does 60 s"}},
		{"a minute", "any: [towel-calf], hold: 60, reps: 1", nil},
		{"more than a minute", "any: [towel-calf], hold: 61, reps: 1", []string{"mine.yaml:7:38: note: a hold of 61 s; the library holds for 60 s at most"}},
		{"both", "any: [towel-calf], hold: 120", []string{
			"mine.yaml:7:19: note: towel-calf for 240 s a leg; the library does 60 s",
			"mine.yaml:7:38: note: a hold of 120 s; the library holds for 60 s at most",
		}},
		// The library: 10 of 3 and 5 s, both legs at once.
		{"at a pace", "any: [toe-lifts], reps: 20", nil},
		{"slower at a pace", "any: [toe-lifts], reps: 20, hold: 1", []string{"mine.yaml:7:19: note: toe-lifts for 180 s; the library does 80 s"}},
		{"each of two", "any: [bed-bend, towel-calf], reps: 5", []string{"mine.yaml:7:19: note: bed-bend for 150 s; the library does 60 s", "mine.yaml:7:29: note: towel-calf for 150 s a leg; the library does 60 s"}},
		{"a pack", "pack: heat, for: 1200", nil},
	} {
		data := []byte(strings.Replace(head, "[towel]", "[towel, heat]", 1) + "  - {id: a, " + x.turn + "}\n")
		o, err := ReadOwn("mine.yaml", data)
		if err != nil {
			t.Errorf("%s: %v", x.name, err)
			continue
		}
		if got := OwnNotes("mine.yaml", data, o); !slices.Equal(got, x.want) {
			t.Errorf("%s:\n got %q\nwant %q", x.name, got, x.want)
		}
	}
}

// TestOwnNotesOnAnExerciseOfTheFile: only its hold can be compared, and a byte order mark
// moves nothing.
func TestOwnNotesOnAnExerciseOfTheFile(t *testing.T) {
	t.Parallel()
	data := append([]byte("\xef\xbb\xbf"), changedMine(t, "{hold: 20,", "{hold: 90,")...)
	o, err := ReadOwn("mine.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"mine.yaml:8:11: note: towel-calf for 480 s a leg; the library does 60 s",
		"mine.yaml:11:11: note: a hold of 120 s; the library holds for 60 s at most",
		"mine.yaml:39:18: note: a hold of 90 s; the library holds for 60 s at most",
	}
	if got := OwnNotes("mine.yaml", data, o); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if got := OwnNotes("mine.yaml", []byte("name: ["), o); got != nil {
		t.Errorf("no file, and yet %q", got)
	}
}

// TestOwnNotesOnAVerb: at a pace it is shown on the way up, so one for the way down is
// noted. Where nothing goes up, it isn't.
func TestOwnNotesOnAVerb(t *testing.T) {
	t.Parallel()
	const held, paced = "kind: held\n    verb: HOLD", "kind: paced\n    verb: "
	slow := strings.Replace(mine, "{hold: 20, rest: 10, reps: 2}", "{rise: 2, hold: 0, lower: 3, rest: 1, reps: 5}", 1)
	slow = strings.Replace(slow, "    hold: 120\n", "    reps: 1\n", 1) // what else would be noted
	for _, x := range []struct {
		name, text string
		want       []string
	}{
		{"down", strings.Replace(slow, held, paced+"DOWN", 1), []string{"mine.yaml:30:11: note: DOWN is shown on the way up; the way down shows LOWER by itself"}},
		{"lower", strings.Replace(slow, held, paced+"LOWER", 1), []string{"mine.yaml:30:11: note: LOWER is shown on the way up; the way down shows LOWER by itself"}},
		{"up", strings.Replace(slow, held, paced+"RISE", 1), nil},
		{"not at a pace", strings.NewReplacer(held, "kind: held\n    verb: LOWER", "    hold: 120\n", "    reps: 1\n").Replace(mine), nil},
	} {
		o, err := ReadOwn("mine.yaml", []byte(x.text))
		if err != nil {
			t.Errorf("%s: %v", x.name, err)
			continue
		}
		if got := OwnNotes("mine.yaml", []byte(x.text), o); !slices.Equal(got, x.want) {
			t.Errorf("%s:\n got %q\nwant %q", x.name, got, x.want)
		}
	}
}

// TestLibraryHoldsForAMinuteAtMost, as the notes say.
func TestLibraryHoldsForAMinuteAtMost(t *testing.T) {
	t.Parallel()
	for _, it := range Embedded().Items {
		if it.Dose.Hold.Seconds > longestLibraryHold {
			t.Errorf("%s: %d s", it.ID, it.Dose.Hold.Seconds)
		}
	}
}
