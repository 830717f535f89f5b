//go:build unix

package cli_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// soon is within what a program ends that has been told to.
const soon = time.Second

// strict says that nothing runs beside: UNCRAMP_STRICT=1 go test -run 'Course|Background'
// holds the program to the times it is meant to keep.
func strict() bool { return os.Getenv("UNCRAMP_STRICT") != "" }

// now is the line with the one thing to do: its verb, and a clock behind it.
var now = regexp.MustCompile(`(?m)(?:^|  ) *([A-Z]+(?: [A-Z]+)*) +(\d+):(\d\d)\b`)

// verb is the one thing to do now, "" where nothing is counted.
func verb(screen string) string {
	if m := now.FindStringSubmatch(screen); m != nil {
		return m[1]
	}
	return ""
}

// count is what the clock beside a verb shows; ok is false beside another verb.
func count(screen, word string) (d time.Duration, ok bool) {
	m := now.FindStringSubmatch(screen)
	if len(m) < 4 || m[1] != word {
		return 0, false
	}
	minutes, _ := strconv.Atoi(m[2])
	seconds, _ := strconv.Atoi(m[3])
	return time.Duration(minutes*60+seconds) * time.Second, true
}

// counts waits until the clock beside a verb shows what fits.
func (s *session) counts(t *testing.T, word string, timeout time.Duration, fits func(time.Duration) bool) {
	t.Helper()
	s.until(t, word+" with a clock that fits", timeout, func(screen string) bool {
		d, ok := count(screen, word)
		return ok && fits(d)
	})
}

// waitVerb waits until a verb stands on the screen with a clock beside it.
func (s *session) waitVerb(t *testing.T, word string, timeout time.Duration) {
	t.Helper()
	s.counts(t, word, timeout, func(time.Duration) bool { return true })
}

// flat is a text without the breaks between its lines, and without pictures.
func flat(text string) string {
	words := strings.Map(func(r rune) rune {
		if r >= '▀' && r <= '▟' || r >= 0x2800 && r <= 0x28ff {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(words), " ")
}

// waitText waits for a text that may go over several lines.
func (s *session) waitText(t *testing.T, text string) {
	t.Helper()
	s.until(t, "«"+text+"»", patience, func(screen string) bool { return strings.Contains(flat(screen), flat(text)) })
}

// waitPhrase waits for words of the content's phrases.
func (s *session) waitPhrase(t *testing.T, key string) {
	t.Helper()
	s.waitText(t, content.Embedded().Phrase(key))
}

// softest is the name of the softest stretch: seated, it is also the first.
func softest() string {
	it, _ := content.Embedded().Item("toes-to-shin")
	return it.Name
}

// speeds are the arguments of a preview.
func speeds(n int) []string { return []string{"--speed", strconv.Itoa(n)} }

// gripped starts uncramp and waits until somebody may have seen the first
// frame: keys before that confirm nothing.
func gripped(t *testing.T, o opts) *session {
	t.Helper()
	s := start(t, o)
	seen := time.Second
	if len(o.args) > 1 && o.args[0] == "--speed" {
		speed, _ := strconv.Atoi(o.args[1])
		seen = max(seen, time.Duration(speed)*time.Second/2)
	}
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= seen })
	return s
}

// eased goes on to the question whether leg, position and things are right.
func eased(t *testing.T, o opts) *session {
	t.Helper()
	s := gripped(t, o)
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	return s
}

// holding goes on, at real speed, to the first hold: its lead is cut short.
func holding(t *testing.T, o opts) *session {
	t.Helper()
	s := eased(t, o)
	s.keys("\r")
	// Enter a second later is another enter, not the same one held down.
	s.counts(t, "GET READY", patience, func(d time.Duration) bool { return d <= 14*time.Second })
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	return s
}

// ends checks how the program ended: its code, the one line that it left on the
// normal screen, and a terminal that is as it was.
func (s *session) ends(t *testing.T, code int) string {
	t.Helper()
	s.exits(t, code, patience)
	s.restored(t)
	screen := strings.TrimSpace(s.screen())
	if n := strings.Count(screen, "uncramp: "); n != 1 || !strings.HasPrefix(screen, "uncramp: ") {
		t.Errorf("not one summary line:\n%s", screen)
	}
	return unfolded(screen)
}

// unfolded is a line that was longer than the screen: where a row is full, it goes
// on in the next one.
func unfolded(screen string) string {
	var line strings.Builder
	for row := range strings.Lines(screen) {
		row = strings.TrimSuffix(row, "\n")
		line.WriteString(row)
		if len([]rune(row)) < 80 {
			line.WriteByte(' ')
		}
	}
	return strings.TrimSpace(line.String())
}

// exits checks that the program ends in time, with a code.
func (s *session) exits(t *testing.T, code int, timeout time.Duration) {
	t.Helper()
	asked := time.Now()
	got, ok := s.wait(timeout)
	switch {
	case !ok:
		t.Fatalf("still runs after %v; screen:\n%s", timeout, s.screen())
	case got != code:
		t.Errorf("exit code %d, want %d; screen:\n%s", got, code, s.screen())
	}
	t.Logf("ended within %v", time.Since(asked).Round(time.Millisecond))
}

// TestFirstFrame: it tells what to do, and counts.
func TestFirstFrame(t *testing.T) {
	t.Parallel()
	s := start(t, opts{})
	// The first frame is drawn before the terminal has said that it takes frames whole:
	// it can come in pieces, of which this is the last.
	s.waitFor(t, "q leave", patience)
	first := flat(s.screen())
	guide, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"BREATHE 0:0", guide.Unsaid.Text, guide.Lines[0].Text,
		"[e] it eased, none of these", "[s] softest stretch", "[!]", "q leave",
	} {
		if !strings.Contains(first, flat(want)) {
			t.Errorf("no «%s» in the first frame:\n%s", want, s.screen())
		}
	}
	seen, _ := count(s.screen(), "BREATHE")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d > seen })
}

// TestFourKeys: it eased, that leg, it relaxed, neither, and nothing else.
func TestFourKeys(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{args: speeds(60)})
	s.keys("\r")
	s.waitVerb(t, "RUB", 3*patience)
	s.keys("\r")
	s.waitFor(t, "NEITHER?", patience)
	s.keys("n")
	s.until(t, "the summary", 3*patience, func(screen string) bool {
		return strings.Contains(screen, "DONE") && strings.Contains(screen, "Eased after")
	})
	s.keys("\r")
	line := s.ends(t, 0)
	for _, want := range []string{"left calf", "eased after", "done: ", strings.ToLower(softest())} {
		if !strings.Contains(line, want) {
			t.Errorf("no «%s» in %q", want, line)
		}
	}
}

// TestFacts: what the command line told is on the question, and in the line.
func TestFacts(t *testing.T) {
	t.Parallel()
	s := eased(t, opts{args: strings.Fields("CALF --side right --position Lying --have towel,wall,towel --context sleep --care hip")})
	for _, want := range []string{"right calf", "lying", "wall, towel", "hip replaced"} {
		s.waitFor(t, want, patience)
	}
	s.keys("\x03")
	if line := s.ends(t, 130); !strings.Contains(line, "right calf") {
		t.Errorf("another leg in %q", line)
	}
}
