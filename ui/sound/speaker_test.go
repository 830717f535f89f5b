package sound

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFindSpeaker(t *testing.T) {
	for _, c := range []struct {
		system string
		have   []string
		want   string
	}{
		{"linux", []string{"espeak-ng", "espeak", "spd-say", "say", "powershell"}, "espeak-ng"},
		{"linux", []string{"espeak", "spd-say"}, "espeak"},
		{"linux", []string{"spd-say"}, "spd-say"},
		{"freebsd", []string{"say", "spd-say"}, "spd-say"},
		{"linux", []string{"say"}, ""},
		{"darwin", []string{"espeak-ng", "say"}, "say"},
		{"darwin", []string{"espeak-ng"}, "espeak-ng"},
		{"windows", []string{"powershell", "espeak"}, "powershell"},
		{"windows", nil, ""},
	} {
		s, ok := findSpeaker(c.system, func(name string) (string, error) {
			if slices.Contains(c.have, name) {
				return "/bin/" + name, nil
			}
			return "", exec.ErrNotFound
		})
		if s.Name != c.want || ok != (c.want != "") {
			t.Errorf("%s with %q: %q, %v, want %q", c.system, c.have, s.Name, ok, c.want)
		}
		if ok && s.path != "/bin/"+c.want {
			t.Errorf("%s has path %q", s.Name, s.path)
		}
	}
	if s, ok := FindSpeaker(func(string) (string, error) { return "", exec.ErrNotFound }); ok {
		t.Errorf("found %q where nothing is", s.Name)
	}
}

func TestSpeakerInput(t *testing.T) {
	const hostile = "[[volm 0]] a % b [[x]]"
	for _, c := range []struct {
		speaker Speaker
		percent int
		want    string
	}{
		{macSay, 100, "  volm 0   a % b   x  "},
		{macSay, 25, "[[volm 0.25]]   volm 0   a % b   x  "},
		{espeak("espeak-ng"), 25, "  volm 0   a % b   x  "},
	} {
		if got := c.speaker.input(hostile, c.percent); got != c.want {
			t.Errorf("%s at %d reads %q, want %q", c.speaker.Name, c.percent, got, c.want)
		}
	}
	for got, want := range map[string]string{
		dispatcher.lines.say("!-!QUIT", 100): "!-!CANCEL self\n!-!SET self VOLUME 100\n !-!QUIT\n",
		dispatcher.lines.say("Hold.", 25):    "!-!CANCEL self\n!-!SET self VOLUME -50\n Hold.\n",
		powershell.lines.say("hush", 7):      "say 007 hush\n",
		powershell.lines.say("$(x) `y", 100): "say 100 $(x) `y\n",
	} {
		if got != want {
			t.Errorf("a line of %q, want %q", got, want)
		}
	}
	if got := fmt.Sprint(espeak("espeak").volume(60)); got != "[-a 60]" {
		t.Errorf("volume of espeak: %s", got)
	}
}

// What a command line can't carry unharmed, and what would have PowerShell read the
// lines itself.
func TestPowershellScript(t *testing.T) {
	for _, bad := range []string{`"`, "$input"} {
		if strings.Contains(strings.ToLower(powershellScript), bad) {
			t.Errorf("the script contains %s", bad)
		}
	}
}

func TestSplitWords(t *testing.T) {
	for text, want := range map[string][]string{
		"say":                             {"say"},
		"  say \t -v   Alex ":             {"say", "-v", "Alex"},
		`"C:\Program Files\a b.exe" -v x`: {`C:\Program Files\a b.exe`, "-v", "x"},
		`C:\tools\speak.exe \n`:           {`C:\tools\speak.exe`, `\n`},
		`x --voice="a  b" ""`:             {"x", "--voice=a  b", ""},
		`x $(touch y); rm -rf '*' | a`:    {"x", "$(touch", "y);", "rm", "-rf", "'*'", "|", "a"},
	} {
		if got, err := splitWords(text); err != nil || !slices.Equal(got, want) {
			t.Errorf("splitWords(%q) = %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestCommandErrors(t *testing.T) {
	for words, want := range map[string]string{
		"":                          `speaker "": no command`,
		"  \t":                      `speaker "  \t": no command`,
		`"" x`:                      `speaker "\"\" x": no command`,
		`say "x`:                    `speaker "say \"x": a double quote isn't closed`,
		"no-such-speaker-here -v x": `speaker: exec: "no-such-speaker-here": executable file not found in `,
	} {
		s, err := Command(words)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("Command(%q) = %q, %v, want %s", words, s.Name, err, want)
		}
	}
	if _, err := Command("no-such-speaker-here"); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("%v isn't exec.ErrNotFound", err)
	}
	file := filepath.Join(t.TempDir(), "no command")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Command(`"` + file + `"`); err == nil || !strings.Contains(err.Error(), filepath.Base(file)) {
		t.Errorf("a file that is no command: %v", err)
	}
}

// A command that is gone when it is needed is told like any other failure.
func TestSpeakerGone(t *testing.T) {
	v, trouble := voiceOf(t, Speaker{Name: "gone", path: filepath.Join(t.TempDir(), "gone")})
	wantVoiceFault(t, v, trouble, "gone: ", fs.ErrNotExist)
	l := powershell
	l.path = filepath.Join(t.TempDir(), "gone")
	v, trouble = voiceOf(t, l)
	wantVoiceFault(t, v, trouble, "powershell: ", fs.ErrNotExist)
}

func TestZeroSpeaker(t *testing.T) {
	v, trouble := voiceOf(t, Speaker{})
	wantVoiceFault(t, v, trouble, ": exec: no command", nil)
}
