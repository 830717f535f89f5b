//go:build system

package plain

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// symbols are the names that a reader gives to signs: none of them may be heard where the
// text doesn't hold the word.
var symbols = strings.Fields("bullet braille arrow asterisk hash underscore backslash slash caret tilde ampersand " +
	"bracket brace parenthesis colon semicolon comma apostrophe quote dash hyphen box symbol percent equals vertical escape")

// spoken is what espeak-ng makes of a text: its words in phonemes, without their stress.
func spoken(t *testing.T, text string) []string {
	t.Helper()
	cmd := exec.Command("espeak-ng", "-v", "en", "-q", "-x", "--stdin")
	cmd.Stdin = strings.NewReader(text)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("espeak-ng: %v", err)
	}
	plain := strings.NewReplacer("'", "", ",", "", "_:", " ", "_", " ", "|", " ", "%", "").Replace(string(out))
	return strings.Fields(plain)
}

// named lists the names of signs that are heard in a text without being in it.
func named(t *testing.T, text string, names map[string]string) []string {
	t.Helper()
	var list []string
	for _, word := range spoken(t, text) {
		if name := names[word]; name != "" && !strings.Contains(strings.ToLower(text), name) {
			list = append(list, name)
		}
	}
	return list
}

// soundsOf are the names of signs by how they sound, each in one word.
func soundsOf(t *testing.T) map[string]string {
	t.Helper()
	sounds := map[string]string{}
	for _, name := range symbols {
		if words := spoken(t, name); len(words) == 1 {
			sounds[words[0]] = name
		}
	}
	if len(sounds) < len(symbols)/2 {
		t.Fatalf("only %d names have a sound: %v", len(sounds), sounds)
	}
	return sounds
}

// TestTranscriptsAreReadAloud: no sign in any line is read by its name, and the whole
// session becomes speech of a plausible length.
func TestTranscriptsAreReadAloud(t *testing.T) {
	t.Parallel()
	sounds := soundsOf(t)
	for _, text := range []string{"a → b", "a ⠋ b", "a # b"} {
		if len(named(t, text, sounds)) == 0 {
			t.Errorf("%q: this test hears nothing: %q", text, spoken(t, text))
		}
	}
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) < 5 {
		t.Fatalf("%d transcripts, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if heard := named(t, line, sounds); len(heard) > 0 {
				t.Errorf("%s: %q is read with %q", file, strings.TrimSpace(line), heard)
			}
		}
		wav := filepath.Join(t.TempDir(), "session.wav")
		cmd := exec.Command("espeak-ng", "-v", "en", "-w", wav, "-f", file)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("espeak-ng: %v: %s", err, out)
		}
		long := lasts(t, wav)
		words := len(strings.Fields(string(text)))
		if pace := long / time.Duration(words); pace < 150*time.Millisecond || pace > 800*time.Millisecond {
			t.Errorf("%s: %d words in %v", file, words, long)
		}
		t.Logf("%s: %d lines, %d words, %v of speech", filepath.Base(file), strings.Count(string(text), "\n"), words, long.Round(time.Second))
	}
}

// lasts is how long a file of 16 bit samples on one channel is.
func lasts(t *testing.T, file string) time.Duration {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil || len(b) < 44 {
		t.Fatalf("%d bytes, %v", len(b), err)
	}
	if !slices.ContainsFunc(b[44:], func(x byte) bool { return x != 0 }) {
		t.Errorf("%s is silent", file)
	}
	rate := binary.LittleEndian.Uint32(b[24:])
	return time.Duration(len(b)-44) / 2 * time.Second / time.Duration(rate)
}
