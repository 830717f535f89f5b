package ui

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"uncramp/ui/plain"
)

// press takes a key that was typed. One that does nothing here is answered too: nobody
// sees that nothing happened.
func (l Lines) press(msg tea.KeyPressMsg) (Lines, tea.Cmd) {
	name, now := msg.String(), l.opts.Clock.Now()
	b, known := l.find(msg)
	held := name == l.lastKey && now.Sub(l.keyAt) < bounce || msg.IsRepeat
	switch {
	case strings.HasPrefix(name, "ctrl+"):
	case held:
	case !known && l.over != noOverlay && (name == "w" || name == "?"):
		l.keyAt, l.lastKey = now, name
		l.tell.Answer(l.openWords(name))
		return l, nil
	case !known || sameKey(b, keyAcross):
		l.keyAt, l.lastKey = now, name
		l.tell.Answer(keyWords(name) + " does nothing here. Press the question mark for the keys.")
		return l, nil
	case b.by != 0:
		l.keyAt, l.lastKey = now, name
		l.tell.Answer("Nothing scrolls here: all of the text was told.")
		return l, nil
	}
	return l.step(msg)
}

// openWords is what lies over the session and its keys, or its keys alone, for who asks
// where these keys do nothing else.
func (l Lines) openWords(name string) string {
	p := l.plainOver()
	words := []string{"Keys here."}
	if name == "w" {
		words[0] = p.Title
	}
	for _, k := range p.Keys {
		words = append(words, k.String()+".")
	}
	return strings.Join(words, " ")
}

// keyWords is a key that does nothing as it is told.
func keyWords(name string) string {
	const most = 20
	runes := []rune(name)
	return `"` + string(runes[:min(len(runes), most)]) + `"`
}

// read takes a line of input: a key, or a word for one. It was meant, however soon it
// comes, so nothing of it is taken for a key that is held down.
func (l Lines) read(line string) (Lines, tea.Cmd) {
	pressed, ok := plain.Parse(line, l.takes())
	if !ok {
		l.tell.Answer(keyWords(line) + " is not a key. A line is a key. A question mark lists them.")
		return l, nil
	}
	var cmds []tea.Cmd
	for _, name := range pressed {
		l.lastKey, l.shown = "", l.opts.Clock.Now().Add(-unseen)
		var cmd tea.Cmd
		l, cmd = l.press(pressBy(name))
		cmds = append(cmds, cmd)
		if l.leaving {
			break
		}
	}
	return l, tea.Batch(cmds...)
}

// pressBy is the press of a key by its name.
func pressBy(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	r, _ := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: r, Text: name}
}

// takes lists the keys that work now.
func (l Lines) takes() []plain.Key {
	var list []plain.Key
	for _, b := range l.everyKey() {
		if b.by == 0 && !l.refuses(b) {
			list = append(list, plain.Key{Name: b.Help().Key, Words: b.Help().Desc})
		}
	}
	return list
}
