package plain

import "strings"

// names are what a person may call a key, where its name alone says which is meant.
var names = map[string]string{
	"": "enter", "enter": "enter", "return": "enter", "yes": "enter", "ok": "enter", "okay": "enter", "go on": "enter", "continue": "enter",
	"space": "space", "pause": "space", "resume": "space",
	"esc": "esc", "escape": "esc", "close": "esc",
	"up": "up", "down": "down", "page up": "pgup", "pgup": "pgup", "page down": "pgdown", "pgdn": "pgdown", "pgdown": "pgdown",
	"plus": "+", "more": "+", "exclamation mark": "!", "signs": "!", "warning signs": "!", "warning": "!",
	"question mark": "?", "help": "?", "keys": "?", "quit": "q", "leave": "q", "exit": "q",
	"where": "w", "where am i": "w", "back": "b", "skip": "n", "next": "n",
	"eased": "e", "it eased": "e", "too much": "t", "again": "c", "cramping again": "c", "it cramps": "c", "sound": "m",
}

// Parse reads a line of input as the keys it stands for: a key's name, what the key does
// here in the words of the list, or a common word for it. An empty line is enter. keys
// are those that work here; ok is false where the line means nothing.
func Parse(line string, keys []Key) (pressed []string, ok bool) {
	text := strings.ToLower(strings.Join(strings.Fields(line), " "))
	if line != "" && text == "" {
		return []string{"space"}, true // a blank is the key that types one
	}
	if text != "" {
		for _, k := range keys {
			if k.Name == numbers {
				continue // which of them would it be
			}
			if short, _, _ := strings.Cut(k.Words, ","); strings.EqualFold(text, k.Words) || strings.EqualFold(text, short) {
				return []string{k.Name}, true
			}
		}
	}
	if name, known := names[text]; known {
		return []string{name}, true
	}
	for _, k := range keys {
		switch {
		case k.Name == numbers && text == "10":
			return []string{"1", "0"}, true
		case k.Name != numbers && strings.EqualFold(text, k.Name):
			return []string{text}, true
		}
	}
	if len([]rune(text)) == 1 {
		return []string{text}, true
	}
	return nil, false
}

// numbers is the name of the key that is all the digits.
const numbers = "0-10"
