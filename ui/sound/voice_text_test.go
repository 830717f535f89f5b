package sound

import (
	"testing"
	"time"
)

func TestLength(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"":        0,
		" ... ":   0,
		"\x00\n":  0,
		"Up":      464 * time.Millisecond,
		"Up.":     464 * time.Millisecond,
		" Up. \n": 464 * time.Millisecond,
		"Up. Up.": 464*time.Millisecond + 479*time.Millisecond,
		"20":      950 * time.Millisecond,
		"+":       650 * time.Millisecond,
	} {
		if got := Length(text); got != want {
			t.Errorf("Length(%q) = %v, want %v", text, got, want)
		}
	}
	// The cues of the last three seconds come one a second.
	for _, text := range []string{"Three.", "Two.", "One.", "Hold.", "Seventeen.", "Twenty-seven."} {
		if got := Length(text); got > time.Second+slack {
			t.Errorf("Length(%q) = %v", text, got)
		}
	}
	if got := Length("Palms on the wall. Left leg back, heel down."); got < 2880*time.Millisecond || got > 3500*time.Millisecond {
		t.Errorf("an instruction takes %v", got)
	}
}

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"Left leg back, heel down.":        "Left leg back, heel down.",
		"  a \t b\r\nc\u2028d\u00a0e ":     "a b c d e",
		"\x1b]0;title\x07 words\x00":       "]0;title words",
		"caf\xc3\xa9 \xff \u202eflip $(x)": "café flip $(x)",
	} {
		if got := oneLine(text); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", text, got, want)
		}
	}
}
