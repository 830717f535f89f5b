package content

import (
	"errors"
	"strings"
	"testing"
)

// gone is what is said where the exercise of the file has another name than in its turn.
const gone = `mine.yaml:19:11: unknown item "my-knee"; expected one of the 27 that are there` + "\n"

// ownMistakes are slips in a file of the person's own, and all that is said about them.
var ownMistakes = []struct{ name, old, fresh, want string }{
	{"an unknown field", "    hold: 120", "    hodl: 120", `mine.yaml:11:5: unknown field "hodl"; expected one of any, break, for, hold, id, legs, lower, pack, reps, rest, rise, sets, words (did you mean hold?)`},
	{"an unknown exercise", "[towel-calf]", "[towl-calf]", `mine.yaml:8:11: unknown item "towl-calf"; expected one of the 27 that are there (did you mean towel-calf?)`},
	{"an exercise of the file", "[my-knee]", "[my-kne]", `mine.yaml:19:11: unknown item "my-kne"; expected one of the 27 that are there (did you mean my-knee?)`},
	{"a hold too long", "hold: 120", "hold: 121", `mine.yaml:11:11: 121; expected 5 to 120`},
	{"a hold too short", "hold: 120", "hold: 4", `mine.yaml:11:11: 4; expected 5 to 120`},
	{"a hold too long for a pace", "hold: 0", "hold: 11", `mine.yaml:16:11: 11; expected 0 to 10`},
	{"a number below none", "hold: 120", "hold: -1", `mine.yaml:11:11: -1; expected 5 to 120`},
	{"no number", "hold: 120", "hold: long", `mine.yaml:11:11: "long"; expected a whole number`},
	{"a list for a number", "hold: 120", "hold: [120]", `mine.yaml:11:12: a list; expected the fields choice, seconds, source`},
	{"a number for a text", "notes: [Only when warm.]", "notes: [7]", `mine.yaml:24:9: "7"; expected text (in quotes where it looks like something else)`},
	{"a missing line", "for: For my legs.\n", "", `mine.yaml:1:1: missing field "for"; expected text (in quotes where it looks like something else)`},
	{"a routine that rests on nothing", "choice: I wrote it\n", "", `mine.yaml:1:1: nothing that this rests on; expected either "source" or "choice"`},
	{"both grounds", "choice: I wrote it", "choice: I wrote it\nsource: aaos-cramp", `mine.yaml:5:1: both "source" and "choice"; expected either "source" or "choice"`},
	{"an unknown source", "source: aaos-cramp", "source: aaos-cramps", `mine.yaml:17:30: unknown source "aaos-cramps"; expected one of the 59 that are there (did you mean aaos-cramp?)`},
	{"an unknown source of an exercise", "    pull: 1", "    pull: 1\n    sources: [aaos-crump]", `mine.yaml:41:15: unknown source "aaos-crump"; expected one of the 59 that are there (did you mean aaos-cramp?)`},
	{"an id that is no name", "name: Mine", "id: My routine\nname: Mine", `mine.yaml:1:5: the name "My routine"; expected lower-case words joined by hyphens, at most 40 letters`},
	{"an id that is taken", "name: Mine", "name: Mine\nid: legs", `mine.yaml:2:5: "legs" is a routine of the library; expected another name`},
	{"an id that is no text", "name: Mine", "id: 7\nname: Mine", `mine.yaml:1:5: "7"; expected text (in quotes where it looks like something else)`},
	{"a name too long", "name: Mine", "name: Mine and nobody else's at all", `mine.yaml:1:7: text of 29 cells; expected at most 28`},
	{"words too long", `"Slowly."`, `"` + strings.Repeat("a", 111) + `"`, `mine.yaml:12:13: text of 111 cells; expected at most 110`},
	{"a side where none is filled in", "name: Mine", "name: My {side}", `mine.yaml:1:7: words in braces; expected plain words here`},
	{"a side in a note", "[Only mildly.]", "['The {side} one.']", `mine.yaml:41:13: words in braces; expected plain words here`},
	{"a side in a reason", "choice: I forget", "choice: 'my {side}'", `mine.yaml:12:59: words in braces; expected plain words here`},
	{"other words in braces", "{side} knee.", "{leg} knee.", `mine.yaml:36:9: unknown words in braces; expected {side} or {other}`},
	{"the emergency number", "Draw it in a little.", "'Call {emergency}.'", `mine.yaml:37:9: unknown words in braces; expected {side} or {other}`},
	{"a control character", "For my legs.", "\"For my \\u001b[2Jlegs.\"", `mine.yaml:2:6: control character U+001B; expected text that can be seen`},
	{"a raw control character", "For my legs.", "For my \x1b[2Jlegs.", `mine.yaml:2:13: control character U+001B; expected text that can be seen`},
	{"a bidirectional control", "For my legs.", "For my \u202elegs.", `mine.yaml:2:13: bidirectional control U+202E; expected text that can be seen`},
	{"a tab", "    sets: 2", "\tsets: 2", "mine.yaml:9:1: a tab; expected spaces"},
	{"a colon in a text", "For my legs.", "For: my legs.", `mine.yaml:2:6: mapping value is not allowed in this context; expected text with a colon in quotes, or fields that begin one under the other`},
	{"UTF-16", mine, "\xff\xfen\x00a\x00", `mine.yaml: UTF-16 text; expected UTF-8 text: save it as UTF-8`},
	{"UTF-16, the other way round", mine, "\xfe\xff\x00n\x00a", `mine.yaml: UTF-16 text; expected UTF-8 text: save it as UTF-8`},
	{"a slip in the line of a byte order mark", "name: Mine", "\xef\xbb\xbfname: [Mine]", `mine.yaml:1:8: a list; expected text (in quotes where it looks like something else)`},
	{"a byte order mark elsewhere", "For my legs.", "For \ufeffmy legs.", `mine.yaml:2:10: invisible character U+FEFF; expected text that can be seen`},
	{"an exercise that is no list", "any: [towel-calf]", "any: heel-slide", `mine.yaml:8:10: "heel-slide"; expected a list: [heel-slide]`},
	{"a number that is no list", "any: [towel-calf]", "any: 7", `mine.yaml:8:10: "7"; expected a list`},
	{"a pack that is no text", "pack: heat", "pack: 7", `mine.yaml:22:11: "7"; expected one of heat, cold`},
	{"an unknown muscle", "muscles: [hamstring]", "muscles: [knee]", `mine.yaml:31:15: unknown muscle "knee"; expected one of calf, quad, hamstring, arch, toes`},
	{"no UTF-8", "For my legs.", "For my \xfflegs.", "mine.yaml:2:13: byte 0xff is not UTF-8; expected UTF-8 text"},
	{"an anchor", "name: Mine", "name: &a Mine", `mine.yaml:1:7: "&"; expected plain values, no anchors`},
	{"the name of a library's exercise", "id: my-knee", "id: wall-calf", gone + `mine.yaml:26:9: "wall-calf" is an exercise of the library; expected a name of its own`},
	{"a muscle as an exercise's name", "id: my-knee", "id: calf", gone + `mine.yaml:26:9: "calf" is a muscle; expected a name of its own`},
	{"a gentler variant that is none", "    pull: 1", "    pull: 1\n    gentler: chair-edge", `mine.yaml:41:14: "chair-edge" pulls harder; expected a pull of at most 1`},
	{"a gentler variant that there isn't", "    pull: 1", "    pull: 1\n    gentler: leg-uot", `mine.yaml:41:14: unknown item "leg-uot"; expected one of the 47 that are there (did you mean leg-out?)`},
	{"gentler than itself", "    pull: 1", "    pull: 1\n    gentler: my-knee", `mine.yaml:41:14: "my-knee" leads round in a circle; expected a chain of gentler variants that ends`},
	{"an exercise with the dose of another kind", "reps: 2}", "for: 30}", `mine.yaml:39:5: missing field "reps" of a held exercise; expected 1 to 20` + "\n" + `mine.yaml:39:37: "for" in a held exercise; expected no such field`},
	{"an exercise held too long", "{hold: 20,", "{hold: 121,", `mine.yaml:39:18: 121; expected 5 to 120`},
	{"an article's point that there isn't", "    pull: 1", "    pull: 1\n    article: [17]", `mine.yaml:41:15: 17; expected 1 to 16`},
	{"a turn that can't be done", "[towel, heat]", "[heat]", `mine.yaml:8:5: nothing that can be done: towel-calf needs towel; expected an exercise that suits, or another position or have`},
	{"an exercise that needs something to hold", "positions: [lying]", "positions: [lying]\n    support: true", `mine.yaml:19:5: nothing that can be done: my-knee needs wall or chair; expected an exercise that suits, or another position or have`},
	{"an exercise for another position", "[my-knee]", "[forward-bend, chair-edge]", `mine.yaml:19:5: nothing that can be done: forward-bend is for standing, chair-edge is for seated; expected an exercise that suits, or another position or have` + "\n" + `mine.yaml:20:11: one leg where both work at once, in "forward-bend"; expected both, or no such field`},
	{"a pack that isn't at hand", "[towel, heat]", "[towel]", `mine.yaml:22:11: heat, which the routine doesn't take to be at hand; expected "heat" in have`},
	{"a pack for too long", "for: 600", "for: 1201", `mine.yaml:23:10: 1201; expected 60 to 1200`},
	{"a pack for too short", "for: 600", "for: 59", `mine.yaml:23:10: 59; expected 60 to 1200`},
	{"a pack where it's ruled out", "choice: I wrote it", "choice: I wrote it\ncontext: long", `mine.yaml:23:11: heat in the context long; expected another context, or no such turn`},
	{"no mapping", mine, "- a\n- b\n", `mine.yaml:1:3: a list; expected the fields article, choice, context, for, have, id, items, name, notes, position, source, turns`},
	{"nothing", mine, "", `mine.yaml: no content; expected one mapping or list`},
	{"half a file", "    sets: 2", "    sets: [2", `mine.yaml:9:11: this [ is not closed; expected ] at its end`},
	{"a pack that is no pack", "pack: heat", "pack: ice", `mine.yaml:22:11: unknown thing "ice"; expected one of heat, cold`},
	{"a number in quotes", "hold: 120", `hold: "25"`, `mine.yaml:11:11: "25"; expected a whole number, without the quotes`},
	{"a verb in other letters", "verb: HOLD", "verb: HÖHER", `mine.yaml:30:11: "HÖHER"; expected one upper-case word of at most 9 letters, A to Z`},
	{"words with a colon", `"Slowly."`, "Note: slowly", `mine.yaml:12:13: unknown field "Note"; expected text with a colon in quotes`},
	{"a name that can't be heard", "name: My knee", "name: →", `mine.yaml:27:11: "→"; expected a name with a letter or a digit in it`},
	{"a routine's name that can't be heard", "name: Mine", "name: …", `mine.yaml:1:7: "…"; expected a name with a letter or a digit in it`},
	{"one leg where both work", "any: [toe-lifts]", "any: [toe-lifts]\n    legs: right", `mine.yaml:15:11: one leg where both work at once, in "toe-lifts"; expected both, or no such field`},
	{"an open exercise without a dose", "kind: held", "kind: open", `mine.yaml:39:5: missing fields "for", "cap" of an open exercise; expected for: 30 to 120 seconds, after which it goes on unless more time is asked for; cap: 30 to 180 seconds, the longest it can get that way` + "\n" +
		`mine.yaml:39:18: "hold" in an open exercise; expected no such field` + "\n" + `mine.yaml:39:28: "rest" in an open exercise; expected no such field` + "\n" + `mine.yaml:39:38: "reps" in an open exercise; expected no such field`},
	{"a field that says whose it is", "name: Mine", "own: false\nname: Mine", `mine.yaml:1:1: unknown field "own"; expected one of article, choice, context, for, have, id, items, name, notes, position, source, turns`},
}

func TestOwnMistakeIsNamedWithItsPlace(t *testing.T) {
	t.Parallel()
	for _, m := range ownMistakes {
		_, err := ReadOwn("mine.yaml", changedMine(t, m.old, m.fresh))
		all, ok := errors.AsType[Errors](err)
		if !ok {
			t.Errorf("%s: not refused with Errors: %v", m.name, err)
			continue
		}
		var list []string
		for _, e := range all {
			list = append(list, e.Error())
		}
		if got := strings.Join(list, "\n"); got != m.want {
			t.Errorf("%s:\n got %s\nwant %s", m.name, got, m.want)
		}
	}
}

// TestOwnMistakesAreToldAtOnce: one for each place, in the order of the lines, and none
// that only follows from another.
func TestOwnMistakesAreToldAtOnce(t *testing.T) {
	t.Parallel()
	text := strings.NewReplacer("position: lying", "positoin: lying", "hold: 120", "hold: 121", "legs: left", "legs: middle",
		"pack: heat", "pack: heat\n    reps: 2", "verb: HOLD", "verb: hold").Replace(mine)
	want := []string{
		`mine.yaml:1:1: missing field "position"; expected one of seated, lying, standing`,
		`mine.yaml:3:1: unknown field "positoin"; expected one of article, choice, context, for, have, id, items, name, notes, position, source, turns (did you mean position?)`,
		`mine.yaml:11:11: 121; expected 5 to 120`,
		`mine.yaml:20:11: unknown legs "middle"; expected one of left, right, both`,
		`mine.yaml:23:11: "reps" with a pack; expected nothing but "for"`,
		`mine.yaml:31:11: "hold"; expected one upper-case word of at most 9 letters, A to Z`,
	}
	_, err := ReadOwn("mine.yaml", []byte(text))
	all, _ := errors.AsType[Errors](err)
	for i, e := range all {
		if i >= len(want) || e.Error() != want[i] {
			t.Errorf("%v", e)
		}
	}
	if len(all) != len(want) {
		t.Errorf("%d told, want %d", len(all), len(want))
	}
	if got := err.Error(); !strings.HasSuffix(got, " (and 5 more)") || !strings.HasPrefix(got, want[0]) {
		t.Errorf("in one line: %s", got)
	}
	if e, ok := errors.AsType[*Error](err); !ok || e != all[0] {
		t.Errorf("the first is not found: %v", e)
	}
}
