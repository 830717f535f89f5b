package digits

import (
	"slices"
	"strings"
	"testing"
)

// TestHalfDown holds that a picture moved down by half a row is the same picture: moved
// twice it stands a whole row lower, and a margin of half a row is left above it.
func TestHalfDown(t *testing.T) {
	for _, lines := range [][]string{Word("GET READY", 38, 3), Word("HOLD", 60, 5), Number("0:27", 62, 14)} {
		once := HalfDown(lines)
		if len(once) != len(lines)+1 || Width(once) != Width(lines) {
			t.Errorf("%d lines of %d cells became %d of %d", len(lines), Width(lines), len(once), Width(once))
		}
		if strings.ContainsAny(once[0], "█▀") {
			t.Errorf("no margin above it: %q", once[0])
		}
		blank := strings.Repeat(" ", Width(lines))
		if got, want := HalfDown(once), append(append([]string{blank}, lines...), blank); !slices.Equal(got, want) {
			t.Errorf("moved twice it is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if got := HalfDown(nil); len(got) != 1 {
		t.Errorf("nothing became %q", got)
	}
}
