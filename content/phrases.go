package content

import (
	"fmt"
	"strconv"
)

// phraseKeys are the words that a session needs: its cues, then its refusals.
// A missing one would leave a person who listens without a word.
var phraseKeys = []string{
	"ready", "ready-short", "how", "how-more", "lower-back", "rest-said", "hold-again", "gate-said", "last-side", "break-said", "standby-said", "check-said", "skin-said", "stays",
	"tip-on", "tip-eased", "tip-signs", "tip-later", "ask-heat", "ask-cold", "ask-neither", "off-said", "confirm-said", "over-said",
	"begin-hold", "begin-rise", "begin-lower", "begin-rest", "switch", "begin-timed", "begin-open",
	"this-side", "both-sides", "halfway", "ten", "three", "two", "one", "end", "end-stop", "last", "enough",
	"still", "still-said", "standby", "step-stretch", "step-soothe", "check", "offer",
	"help", "signs", "skin", "off", "pack-on", "ask-pack", "confirm", "gate", "again", "often", "paused", "paused-real", "reading", "resumed", "away", "over",
	"sound-voice", "sound-tones", "sound-mute", "voice-said", "muted-sleep", "muted-night", "muted-pack", "no-voice", "voice-gone", "no-device", "drink",
	"easing", "same", "relaxed", "across", "time", "time-over",
	"cut-side", "cut-sets", "cut-item", "cut-open", "cut-drink", "cut-pack",
	"softer", "left-out", "skipped", "named", "earlier", "sore", "rated",
	"where", "where-next", "where-left", "where-gone", "where-paused", "where-standby", "where-confirm", "where-gate", "where-ask",
	"where-fetch", "where-on", "where-skin", "where-drink", "where-eased", "where-back", "where-end", "where-over",
	"open-leave", "open-help", "open-learn", "open-list", "drink-lines", "no-device-lines",
	"wait-word", "asked-before", "gripping", "not-gripping", "no-more-again", "no-more-much", "no-more-cap", "no-more-here",
	"hold-runs", "no-back", "edge-first", "ended", "not-paused", "no-choice", "no-check", "no-skin",
	"no-softer", "no-much", "no-sign", "pack-again-heat", "pack-again-cold", "no-pack-time", "no-where", "sign-named", "said-already", "no-confirm",
	"begun-already", "no-earlier", "too-late", "no-rate",
}

// checkPhrases holds the phrases to exactly the keys that are used, and to a
// length that can be said or shown in a moment.
func checkPhrases(d *doc, phrases map[string]string) *Error {
	c := &check{doc: d}
	known := map[string]bool{}
	for _, key := range phraseKeys {
		known[key] = true
		text, ok := phrases[key]
		c.that(ok, key, fmt.Sprintf("missing phrase %q", key), "words for it")
		c.cells(key, text, maxSentence)
	}
	for _, key := range sorted(keys(phrases)) {
		if !known[key] {
			c.unknown(key)
		}
	}
	return c.err
}

// unknown reports a key that nothing says, at the key rather than its words.
func (c *check) unknown(key string) {
	if at, _ := child(c.doc.root, key); at != nil && c.err == nil {
		c.err = &Error{c.doc.file, at.Position.Line, at.Position.Column, "unknown phrase " + strconv.Quote(key), oneOf(key, sorted(phraseKeys))}
	}
}

func keys(m map[string]string) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	return list
}
