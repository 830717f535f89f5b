package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// mode is what is heard of a session.
type mode string

const (
	voice mode = "voice" // words, and tones where there is no voice
	tones mode = "tones"
	mute  mode = "mute"
)

// modes lists the modes.
func modes() []mode { return []mode{voice, tones, mute} }

const (
	// fullVolume is the loudest.
	fullVolume = 100
	// usualVolume is how loud it is where nobody said.
	usualVolume = 60
	// longestCommand is how long a speaker's command may be, in characters.
	longestCommand = 400
)

// The names of the settings, as they stand in the file.
const (
	keySound     = "sound"
	keyNight     = "night"
	keyVolume    = "volume"
	keySpeakWith = "speak-with"
	keyManual    = "manual"
	keyAcross    = "across"
	keyPrivate   = "private"
	keyContrast  = "contrast"
)

// maybe is a value that was said, or wasn't.
type maybe[T comparable] struct {
	value T
	said  bool
}

// say is a value that was said.
func say[T comparable](v T) maybe[T] { return maybe[T]{v, true} }

// or is the value that was said, or the other one.
func (m maybe[T]) or(other T) T {
	if m.said {
		return m.value
	}
	return other
}

// settings are the choices that are kept from one session to the next.
type settings struct {
	sound     maybe[mode]   // by day
	night     maybe[mode]   // from 22 to 7 o'clock
	volume    maybe[int]    // 0 to 100
	speakWith maybe[string] // the command of another speaker
	manual    maybe[bool]   // enter before each exercise
	across    maybe[bool]   // large, for across the room
	private   maybe[bool]   // nothing is kept of a session
	contrast  maybe[bool]   // strong colours, and nothing faint
}

// setting is one line of the file: what it is called and takes, and how to reach it.
type setting struct {
	key, about string
	takes      string   // what it takes, for a list
	want       string   // the same, as after "is not"
	words      []string // the only words it takes, where it takes words
	usual      string   // what holds where nothing was said

	fits func(ast.Node) bool // the file has the right kind of value
	put  func(s *settings, typed string) bool
	drop func(s *settings)
	get  func(s settings) (text string, said bool)
}

// allSettings lists the settings in the order in which they are shown.
func allSettings() []setting {
	onOff := func(key, about string, field func(*settings) *maybe[bool]) setting {
		x := setting{key: key, about: about, usual: "false", fits: is[*ast.BoolNode]}
		x.takes, x.want, x.words = "true or false", "true or false", []string{"true", "false"}
		return reach(x, field, parseSwitch)
	}
	heard := func(key, about string, usual mode, field func(*settings) *maybe[mode]) setting {
		x := setting{key: key, about: about, usual: string(usual), fits: is[*ast.StringNode]}
		x.takes, x.want, x.words = words(modes()), "one of "+words(modes()), plain(modes())
		return reach(x, field, parseMode)
	}
	loud := setting{
		key: keyVolume, about: "how loud", usual: strconv.Itoa(usualVolume), fits: is[*ast.IntegerNode],
		takes: fmt.Sprintf("0 to %d", fullVolume), want: fmt.Sprintf("a whole number from 0 to %d", fullVolume),
	}
	speaker := setting{
		key: keySpeakWith, about: "another voice", usual: "-", fits: is[*ast.StringNode],
		takes: "a command that says what it reads", want: `a command like "espeak-ng -v en"`,
	}
	return []setting{
		heard(keySound, "by day", voice, func(s *settings) *maybe[mode] { return &s.sound }),
		heard(keyNight, "from 22 to 7 o'clock", mute, func(s *settings) *maybe[mode] { return &s.night }),
		reach(loud, func(s *settings) *maybe[int] { return &s.volume }, parseVolume),
		reach(speaker, func(s *settings) *maybe[string] { return &s.speakWith }, parseCommand),
		onOff(keyManual, "enter before each exercise", func(s *settings) *maybe[bool] { return &s.manual }),
		onOff(keyAcross, "large, to read across the room", func(s *settings) *maybe[bool] { return &s.across }),
		onOff(keyContrast, "strong colours, nothing faint", func(s *settings) *maybe[bool] { return &s.contrast }),
		onOff(keyPrivate, "keep nothing of sessions", func(s *settings) *maybe[bool] { return &s.private }),
	}
}

// reach has a setting read and write its field.
func reach[T comparable](x setting, field func(*settings) *maybe[T], parse func(string) (T, bool)) setting {
	x.put = func(s *settings, typed string) bool {
		v, ok := parse(typed)
		if ok {
			*field(s) = say(v)
		}
		return ok
	}
	x.drop = func(s *settings) { *field(s) = maybe[T]{} }
	x.get = func(s settings) (string, bool) {
		m := field(&s)
		return fmt.Sprint(m.value), m.said
	}
	return x
}

// is says whether a node is of a kind.
func is[N ast.Node](n ast.Node) bool {
	_, ok := n.(N)
	return ok
}

// settingKeys lists the names of the settings.
func settingKeys() []string {
	var keys []string
	for _, x := range allSettings() {
		keys = append(keys, x.key)
	}
	return keys
}

// findSetting is the setting of that name.
func findSetting(key string) (setting, bool) {
	all := allSettings()
	i := slices.IndexFunc(all, func(x setting) bool { return x.key == key })
	if i < 0 {
		return setting{}, false
	}
	return all[i], true
}

// volumes are some volumes to choose from.
func volumes() []string { return []string{"20", "40", "60", "80", "100"} }

func parseMode(typed string) (mode, bool) {
	return mode(typed), slices.Contains(modes(), mode(typed))
}

func parseSwitch(typed string) (on, ok bool) {
	on = strings.EqualFold(typed, "true")
	return on, on || strings.EqualFold(typed, "false")
}

func parseVolume(typed string) (int, bool) {
	n, err := strconv.Atoi(typed)
	return n, err == nil && n >= 0 && n <= fullVolume
}

// parseCommand takes a command that can be shown and fits on a line.
func parseCommand(typed string) (string, bool) {
	c := strings.TrimSpace(typed)
	seen := !strings.ContainsFunc(c, func(r rune) bool { return !unicode.IsPrint(r) })
	return c, c != "" && utf8.ValidString(c) && utf8.RuneCountInString(c) <= longestCommand && seen
}
