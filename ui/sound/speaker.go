package sound

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"unicode"
)

// Speaker is a command that turns text into speech. The zero Speaker can't speak.
type Speaker struct {
	Name string // what messages call it
	Own  bool   // it is a command that the person named

	path   string
	args   []string
	volume func(percent int) []string            // more arguments; nil: it can't be told
	input  func(text string, percent int) string // what it reads; nil: the text
	lasts  bool                                  // it is there as long as its words are heard
	lines  *dialect                              // one process for all phrases; nil: one each
}

// mouth is what speaks through s.
func (s Speaker) mouth() mouth {
	if s.lines != nil {
		return &lineMouth{speaker: s}
	}
	return onceMouth{s}
}

// FindSpeaker finds the speaker that this system has. look finds a command, as
// exec.LookPath does.
func FindSpeaker(look func(string) (string, error)) (Speaker, bool) {
	return findSpeaker(runtime.GOOS, look)
}

func findSpeaker(system string, look func(string) (string, error)) (Speaker, bool) {
	for _, s := range speakers(system) {
		if path, err := look(s.Name); err == nil {
			s.path = path
			return s, true
		}
	}
	return Speaker{}, false
}

// speakers lists what a system may have, the best first. espeak-ng comes before
// spd-say: it makes sound by itself 60 ms after its start and ends when told, while
// spd-say speaks through a server, which may have to be started and may have no
// voice. spd-say is what many desktops have instead.
func speakers(system string) []Speaker {
	switch system {
	case "windows":
		return []Speaker{powershell}
	case "darwin", "ios":
		return []Speaker{macSay, espeak("espeak-ng"), espeak("espeak")}
	}
	return []Speaker{espeak("espeak-ng"), espeak("espeak"), dispatcher}
}

// macSay reads its text. Its volume is a command within the text, so nothing else in
// the text may look like one.
var macSay = Speaker{
	Name:  "say",
	lasts: true,
	input: func(text string, percent int) string {
		text = noBrackets.Replace(text)
		if percent < 100 {
			text = fmt.Sprintf("[[volm %.2f]] %s", float64(percent)/100, text)
		}
		return text
	},
}

// espeak speaks without the pause at the end of a sentence, which would last
// longer than many a phrase. An amplitude of 100 is its usual one; above it, loud
// sounds are cut off. Double brackets stand for phonemes.
func espeak(name string) Speaker {
	return Speaker{
		Name:   name,
		lasts:  true,
		args:   []string{"-z", "--stdin"},
		volume: func(percent int) []string { return []string{"-a", strconv.Itoa(percent)} },
		input:  func(text string, _ int) string { return noBrackets.Replace(text) },
	}
}

var noBrackets = strings.NewReplacer("[", " ", "]", " ")

// dispatcher is speech-dispatcher's client. It passes each line on to the server at
// once, and !-! begins a line that is meant for the server itself. Ending the client
// leaves the server speaking, and its option --cancel would silence a screen reader
// too; CANCEL self ends what this client said and nothing else.
var dispatcher = Speaker{
	Name: "spd-say",
	args: []string{"--pipe-mode", "--application-name", "uncramp"},
	lines: &dialect{
		// The space keeps a text from being read as a command.
		say: func(text string, percent int) string {
			return fmt.Sprintf("!-!CANCEL self\n!-!SET self VOLUME %d\n %s\n", 2*percent-100, text)
		},
		hush: "!-!CANCEL self\n",
	},
}

// powershell takes longer to start than a phrase may be late, so one process speaks
// all phrases. Its script is the constant below: what it reads is only ever text.
var powershell = Speaker{
	Name: "powershell",
	args: []string{"-NoLogo", "-NoProfile", "-NonInteractive", "-OutputFormat", "Text", "-Command", powershellScript},
	lines: &dialect{
		answers: true,
		start:   Longest,
		say:     func(text string, percent int) string { return fmt.Sprintf("say %03d %s\n", percent, text) },
		hush:    "hush\n",
	},
}

// powershellScript has no double quotes, which would have to survive a command line, and
// no $input, for which PowerShell would read the lines itself. A line in tells what to
// do; a line out tells that it is ready, and later that a phrase is over.
const powershellScript = `$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.SetOutputToDefaultAudioDevice()
$utf8 = New-Object System.Text.UTF8Encoding($false)
$reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), $utf8)
[Console]::Out.WriteLine('ready')
$said = $null
$line = $reader.ReadLineAsync()
while ($true) {
  $wait = -1
  if ($said) { $wait = 20 }
  if ($line.Wait($wait)) {
    $text = $line.Result
    if ($null -eq $text) { break }
    $voice.SpeakAsyncCancelAll()
    if ($text.StartsWith('say ')) {
      $voice.Volume = [int]$text.Substring(4, 3)
      $said = $voice.SpeakAsync($text.Substring(8))
    }
    $line = $reader.ReadLineAsync()
  }
  if ($said -and $said.IsCompleted) {
    $said = $null
    [Console]::Out.WriteLine('over')
  }
}
$voice.SpeakAsyncCancelAll()
`

// Command is a speaker of the person's own: a command and its arguments, to which
// the text goes on standard input. No shell reads words: spaces separate, double
// quotes keep together, and a backslash is a backslash. Words that are no command,
// or name one that isn't there, are an error that names it.
func Command(words string) (Speaker, error) {
	list, err := splitWords(words)
	if err != nil {
		return Speaker{}, fmt.Errorf("speaker %q: %w", words, err)
	}
	path, err := exec.LookPath(list[0])
	if err != nil {
		return Speaker{}, fmt.Errorf("speaker: %w", err)
	}
	return Speaker{Name: filepath.Base(list[0]), Own: true, path: path, args: list[1:]}, nil
}

// splitWords returns at least one word. encoding/csv would refuse quotes within one,
// as in --voice="a b".
func splitWords(text string) ([]string, error) {
	var list []string
	var word strings.Builder
	begun, quoted := false, false
	for _, r := range text + " " {
		switch {
		case r == '"':
			begun, quoted = true, !quoted
		case quoted || !unicode.IsSpace(r):
			begun = true
			word.WriteRune(r)
		case begun:
			list = append(list, word.String())
			word.Reset()
			begun = false
		}
	}
	switch {
	case quoted:
		return nil, errors.New("a double quote isn't closed")
	case len(list) == 0 || list[0] == "":
		return nil, errors.New("no command")
	}
	return list, nil
}
