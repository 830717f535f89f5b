package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// fullSettings is a file in which everything is said.
const fullSettings = `# How uncramp sounds.

sound: voice # by day
night: "tones"
volume: 35
# the one with the soft voice
speak-with: 'say -v "Anna"'   # it''s hers
manual: true

across: false
private: true
contrast: true
# That is all.
`

// allSaid is what it says.
var allSaid = settings{say(voice), say(tones), say(35), say(`say -v "Anna"`), say(true), say(false), say(true), say(true)}

// TestSettingsDecode: what is right, and what is told of what isn't.
func TestSettingsDecode(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]settings{
		"":                                     {},
		"\n\n":                                 {},
		"# nothing yet\n":                      {},
		fullSettings:                           allSaid,
		strings.TrimSpace(fullSettings):        allSaid,
		"volume: 0\nmanual: False\n":           {volume: say(0), manual: say(false)},
		"sound: mute\r\nnight: mute # x\r\n":   {sound: say(mute), night: say(mute)},
		"  volume: 100\n  across: true\n":      {volume: say(100), across: say(true)},
		"speak-with: C:\\voice\\say.exe -q#1":  {speakWith: say(`C:\voice\say.exe -q#1`)},
		"\"speak-with\" : \"a \\\"b\\\" c\"\n": {speakWith: say(`a "b" c`)},
		"speak-with: 'true'\n":                 {speakWith: say("true")},
	} {
		got, _, err := decodeSettings("f.yaml", []byte(text))
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v, want %+v", text, got, err, want)
		}
	}
}

// brokenSettings are files that are not right, and what is told of each.
var brokenSettings = map[string]string{
	"sound: voice\nnigth: mute\n":     `f.yaml:2:1: there is no setting "nigth"; expected one of sound, night, volume, speak-with, manual, across, contrast, private (did you mean night?)`,
	"true: false\n":                   `f.yaml:1:1: there is no setting "true"; expected one of sound, night, volume, speak-with, manual, across, contrast, private`,
	"# x\nsound: tone # y\n":          `f.yaml:2:8: sound: "tone"; expected one of voice, tones, mute (did you mean tones?)`,
	"sound: Voice\n":                  `f.yaml:1:8: sound: "Voice"; expected one of voice, tones, mute (did you mean voice?)`,
	"# a\n\n  sound   :   tone   # b": `f.yaml:3:15: sound: "tone"; expected one of voice, tones, mute (did you mean tones?)`,
	"sound: tone \r\n":                `f.yaml:1:8: sound: "tone"; expected one of voice, tones, mute (did you mean tones?)`,
	"sound: voice  \nnigth: x":        `f.yaml:2:1: there is no setting "nigth"; expected one of sound, night, volume, speak-with, manual, across, contrast, private (did you mean night?)`,
	"sound: false\n":                  `f.yaml:1:8: sound: "false"; expected one of voice, tones, mute`,
	"sound:\n":                        `f.yaml:1:1: sound has no value; expected one of voice, tones, mute`,
	"sound: ~\n":                      `f.yaml:1:1: sound has no value; expected one of voice, tones, mute`,
	"volume: 101\n":                   `f.yaml:1:9: volume: "101"; expected a whole number from 0 to 100`,
	"volume: -1\n":                    `f.yaml:1:9: volume: "-1"; expected a whole number from 0 to 100`,
	"volume: 0x10\n":                  `f.yaml:1:9: volume: "0x10"; expected a whole number from 0 to 100`,
	"volume: 3.5\n":                   `f.yaml:1:9: volume: "3.5"; expected a whole number from 0 to 100`,
	"volume: '50'\n":                  `f.yaml:1:9: volume: "50"; expected a whole number from 0 to 100`,
	"volume: loud\n":                  `f.yaml:1:9: volume: "loud"; expected a whole number from 0 to 100`,
	"volume: 99999999999999999999\n":  `f.yaml:1:9: volume: "99999999999999999999"; expected a whole number from 0 to 100`,
	"manual: yes\n":                   `f.yaml:1:9: manual: "yes"; expected true or false`,
	"manual: treu\n":                  `f.yaml:1:9: manual: "treu"; expected true or false (did you mean true?)`,
	"manual: 1\n":                     `f.yaml:1:9: manual: "1"; expected true or false`,
	"speak-with: 12\n":                `f.yaml:1:13: speak-with: "12"; expected a command like "espeak-ng -v en"`,
	"speak-with: ''\n":                `f.yaml:1:13: speak-with: ""; expected a command like "espeak-ng -v en"`,
	"speak-with: \"a\\e[31m\"\n":      `f.yaml:1:13: speak-with: "a\x1b[31m"; expected a command like "espeak-ng -v en"`,
	"speak-with: a\n  b\n":            `f.yaml:1:1: "speak-with: a"; expected one setting a line, like "sound: tones"`,
	"speak-with: \"a\n  b\"\n":        `f.yaml:1:1: "speak-with: \"a"; expected one setting a line, like "sound: tones"`,
	"speak-with:\n  say\n":            `f.yaml:1:1: "speak-with:"; expected one setting a line, like "sound: tones"`,
	"speak-with: [a, b]\n":            `f.yaml:1:13: "["; expected one setting a line, like "sound: tones"`,
	"speak-with: |\n  say\n":          `f.yaml:1:13: "|"; expected one setting a line, like "sound: tones"`,
	"speak-with: a: b\n":              `f.yaml:1:13: mapping value is not allowed in this context; expected one setting a line, like "sound: tones"`,
	"{sound: voice}\n":                `f.yaml:1:1: "{"; expected one setting a line, like "sound: tones"`,
	"- sound\n":                       `f.yaml:1:1: "-"; expected one setting a line, like "sound: tones"`,
	"sound:voice\n":                   `f.yaml:1:1: "sound:voice"; expected one setting a line, like "sound: tones"`,
	"sound: &a voice\nnight: *a\n":    `f.yaml:1:8: "&"; expected one setting a line, like "sound: tones"`,
	"---\nsound: voice\n":             `f.yaml:1:1: "---"; expected one setting a line, like "sound: tones"`,
	"sound:\n  day: voice\n":          `f.yaml:1:1: sound has settings below it; expected one of voice, tones, mute`,
	"sound: voice\nsound: mute\n":     `f.yaml:2:1: mapping key "sound" already defined at [1:1]; expected one setting a line, like "sound: tones"`,
	"sound: voice\nnight\n":           `f.yaml:2:1: non-map value is specified; expected one setting a line, like "sound: tones"`,
	"sound: \"voice\n":                `f.yaml:1:8: could not find end character of double-quoted text; expected one setting a line, like "sound: tones"`,
	"sound: \"voice\"!":               `f.yaml:1:15: "!"; expected one setting a line, like "sound: tones"`,
	"!0":                              `f.yaml:1:1: "!0"; expected one setting a line, like "sound: tones"`,
	"sound: voice\ttones\n":           `f.yaml:1:13: a tab; expected spaces`,
	"# ä\x1b[31m\n":                   `f.yaml:1:4: control character U+001B; expected text that can be seen`,
	"sound: voice\rnight: mute\n":     `f.yaml:1:13: control character U+000D; expected text that can be seen`,
	"sound: voi\xffce\n":              `f.yaml:1:11: byte 0xff is not UTF-8; expected UTF-8 text`,
	"#" + strings.Repeat("x", 2000):   `f.yaml:1:1: line too long; expected one setting a line, like "sound: tones"`,
	strings.Repeat("# x\n", 10_000):   `f.yaml: too many lines; expected at most 1000 words and marks`,
	strings.Repeat("sound: \n", 4000): `f.yaml: too many lines; expected at most 1000 words and marks`,
}

// TestSettingsBroken: one line with the place, what stands there and what should.
func TestSettingsBroken(t *testing.T) {
	t.Parallel()
	for text, want := range brokenSettings {
		got, _, err := decodeSettings("f.yaml", []byte(text))
		if err == nil || err.Error() != want || got != (settings{}) {
			t.Errorf("%.60q: %+v,\n%v, want\n%s", text, got, err, want)
		}
	}
}

// commentsOf are the comments of a file.
func commentsOf(data []byte) []string {
	var all []string
	for _, t := range lexer.Tokenize(trimmed(data)) {
		if t.Type == token.CommentType {
			all = append(all, t.Value)
		}
	}
	return all
}

// everyChange are changes of each setting, and of none.
func everyChange() []change {
	var all []change
	for _, x := range allSettings() {
		all = append(all, change{key: x.key})
		for _, w := range x.words {
			all = append(all, change{x.key, w})
		}
	}
	return append(all, change{keyVolume, "0"}, change{keyVolume, "100"},
		change{keySpeakWith, "say"}, change{keySpeakWith, `C:\it's "a" # b: c\`}, change{keySpeakWith, "- ~"})
}

// checkChanges changes a file that is right in every way: the rest of it stays.
func checkChanges(t *testing.T, data []byte) {
	t.Helper()
	before, _, err := decodeSettings("f", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range everyChange() {
		x, _ := findSetting(c.key)
		want := before
		if x.drop(&want); c.value != "" && !x.put(&want, c.value) {
			t.Fatalf("%+v is not right", c)
		}
		after, err := changed("f", data, c)
		if err != nil {
			t.Fatalf("%q: %+v: %v", data, c, err)
		}
		got, _, err := decodeSettings("f", after)
		if err != nil || got != want {
			t.Fatalf("%q: %+v makes %q: %+v, %v, want %+v", data, c, after, got, err, want)
		}
		if !slices.Equal(commentsOf(data), commentsOf(after)) {
			t.Fatalf("%q: %+v makes %q: a comment is another", data, c, after)
		}
		if want == before && !bytes.Equal(data, after) {
			t.Fatalf("%q: %+v makes %q, and nothing changes", data, c, after)
		}
	}
}

// TestSettingsChanged: each setting changed and taken back, in files of all kinds.
func TestSettingsChanged(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "# only\n", "# no end of line", fullSettings, strings.TrimSpace(fullSettings),
		strings.ReplaceAll(fullSettings, "\n", "\r\n"), "  sound: mute\n  # in\n  volume: 3   # ä\n", "\"sound\" : 'voice'#x\n",
	} {
		if _, _, err := decodeSettings("f", []byte(text)); err != nil {
			continue
		}
		checkChanges(t, []byte(text))
	}
	for _, c := range []struct {
		change
		from, to string
	}{
		{change{keyNight, "mute"}, "night: \"tones\"\n", "night: mute\n"},
		{change{keySound, "tones"}, "sound: voice # by day", "sound: tones # by day"},
		{change{keySound, ""}, "sound: voice # by day", "# by day"},
		{change{keyManual, ""}, "manual: true\n", ""},
		{change{keySpeakWith, "it's"}, `speak-with: 'say -v "Anna"'   # it`, `speak-with: 'it''s'   # it`},
	} {
		got, err := changed("f", []byte(fullSettings), c.change)
		if want := strings.Replace(fullSettings, c.from, c.to, 1); err != nil || string(got) != want {
			t.Errorf("%+v: %v,\n%s, want\n%s", c.change, err, got, want)
		}
	}
}

// FuzzSettings: no file ends the program, and one that is right can be changed and
// read again.
func FuzzSettings(f *testing.F) {
	f.Add([]byte(fullSettings))
	f.Add([]byte(strings.ReplaceAll(fullSettings, "\n", "\r\n")))
	for text := range brokenSettings {
		if len(text) < 200 {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _, err := decodeSettings("f", data)
		if err == nil {
			checkChanges(t, data)
		} else if strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' }) {
			t.Fatalf("%q: told as %q", data, err)
		}
	})
}

// BenchmarkSettingsRead: what it adds before the first frame.
func BenchmarkSettingsRead(b *testing.B) {
	for name, text := range map[string]string{
		"none": "", "one": "manual: true\n", "full": fullSettings,
		"worst comments": strings.Repeat("# x\n", mostTokens-1),
		"worst fields":   strings.Repeat("sound: voice\n", mostTokens/3),
		"worst nesting":  deepSettings(),
		"largest":        strings.Repeat(strings.Repeat("x", 80)+": y\n", largestSettings/84),
	} {
		b.Run(name, func(b *testing.B) {
			file := settingsFile(filepath.Join(b.TempDir(), "settings.yaml"))
			if text != "" {
				if err := os.WriteFile(string(file), []byte(text), 0o600); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				_, _ = file.read()
			}
		})
	}
}

// deepSettings nests as deep as a file of that size can.
func deepSettings() string {
	var s strings.Builder
	for i := range mostTokens / 2 {
		if s.Len()+i+3 > largestSettings {
			break
		}
		s.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return s.String()
}
