package content

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

// mistake is one deliberate slip in a valid library, and what is said about it.
type mistake struct {
	name       string
	file       string
	old, fresh string // old "" = fresh is the whole file
	want       string
}

var mistakes = []mistake{
	{"an unknown field", "items/wall-calf.yaml", "  hold:", "  hodl:", `items/wall-calf.yaml:23:3: unknown field "hodl"; expected one of cap, for, hold, least, longer, lower, other, reps, rest, rise (did you mean hold?)`},
	{"an unknown field far from any", "items/wall-calf.yaml", "each_side: true", "colour: red", `items/wall-calf.yaml:9:1: unknown field "colour"; expected one of article, at_hand, dose, each_side, gentler, how, id, kind, muscles, name, not_for, not_in, notes, one_leg, positions, pull, say, shortens, sources, step, stop_if, support, verb`},
	{"a missing field", "items/wall-calf.yaml", "verb: HOLD\n", "", `items/wall-calf.yaml:1:1: missing field "verb"; expected text (in quotes where it looks like something else)`},
	{"a missing part of a dose", "items/wall-calf.yaml", "  hold: {seconds: 30, source: aaos-cramp}\n", "", `items/wall-calf.yaml:22:1: missing field "hold" of a held exercise; expected 5 to 60`},
	{"a part of a dose that the kind has no use for", "items/jiggle.yaml", "  cap: {seconds: 60,", "  reps: {count: 3,", `items/jiggle.yaml:19:3: "reps" in a timed exercise; expected no such field`},
	{"a duplicate field", "items/wall-calf.yaml", "step: stretch", "step: stretch\nstep: soothe", `items/wall-calf.yaml:4:1: "step" is there twice; expected each name once: the first is in line 3`},
	{"a duplicate source id", "sources.yaml", "id: acsm-2011", "id: aaos-cramp", `sources.yaml:6:8: duplicate id "aaos-cramp"; expected a name of its own`},
	{"a statement that rests on nothing", "items/wall-calf.yaml", "    source: aaos-cramp\n", "", `items/wall-calf.yaml:11:5: nothing that this rests on; expected either "source" or "choice"`},
	{"a number that rests on nothing", "items/wall-calf.yaml", "{seconds: 30, source: aaos-cramp}", "{seconds: 30}", `items/wall-calf.yaml:23:10: nothing that this rests on; expected either "source" or "choice"`},
	{"a statement that rests on two things", "items/wall-calf.yaml", "    source: aaos-cramp\n", "    source: aaos-cramp\n    choice: we like it\n", `items/wall-calf.yaml:13:5: both "source" and "choice"; expected either "source" or "choice"`},
	{"an unknown source of a statement", "items/wall-calf.yaml", "source: acsm-2011", "source: acsm-2001", `items/wall-calf.yaml:25:28: unknown source "acsm-2001"; expected one of the 59 that are there (did you mean acsm-2011?)`},
	{"an unknown source of a technique", "items/wall-calf.yaml", "sources: [aaos-cramp,", "sources: [aaos-cramps,", `items/wall-calf.yaml:48:11: unknown source "aaos-cramps"; expected one of the 59 that are there (did you mean aaos-cramp?)`},
	{"a source that nothing rests on", "sources.yaml", "- {id: aaos-cramp,", "- {id: nobody, publisher: P, title: T, read: copy}\n- {id: aaos-cramp,", `sources.yaml:4:8: source "nobody" that nothing rests on; expected only sources that are used`},
	{"a source read in an unknown way", "sources.yaml", "read: copy", "read: cpoy", `sources.yaml:4:112: "cpoy"; expected one of publisher, copy, news (did you mean copy?)`},
	{"a place that is no citation", "sources.yaml", "where: PMID 22963024", "where: my shelf", `sources.yaml:8:135: "my shelf"; expected a DOI, a PMID or the publisher's own page`},
	{"a hold too long", "items/wall-calf.yaml", "seconds: 30", "seconds: 61", `items/wall-calf.yaml:23:19: 61; expected 5 to 60`},
	{"a pace too slow to wait for", "pace.yaml", "ready: {seconds: 10", "ready: {seconds: 40", `pace.yaml:3:18: 40; expected 5 to 30`},
	{"a stretch that is shortened to a longer one", "pace.yaml", "- {seconds: 15", "- {seconds: 25", `pace.yaml:12:15: 25; expected 5 to 19`},
	{"a stretch that may be made too long", "pace.yaml", "longest: {seconds: 60", "longest: {seconds: 61", `pace.yaml:14:20: 61; expected 30 to 60`},
	{"a hold too short", "items/wall-calf.yaml", "seconds: 30", "seconds: 4", `items/wall-calf.yaml:23:19: 4; expected 5 to 60`},
	{"too many repetitions", "items/toe-raises.yaml", "count: 20", "count: 21", `items/toe-raises.yaml:25:19: 21; expected 0 to 20`},
	{"a longer dose that isn't", "items/toe-raises.yaml", "count: 20", "count: 15", `items/toe-raises.yaml:25:19: 15; expected more than reps`},
	{"a negative number", "items/wall-calf.yaml", "seconds: 30", "seconds: -30", `items/wall-calf.yaml:23:19: -30; expected a whole number from 0 to 100000`},
	{"a fraction", "items/wall-calf.yaml", "seconds: 30", "seconds: 2.5", `items/wall-calf.yaml:23:19: "2.5"; expected a whole number`},
	{"a number in other figures", "items/wall-calf.yaml", "seconds: 30", "seconds: 0x1e", `items/wall-calf.yaml:23:19: 0x1e; expected a whole number from 0 to 100000`},
	{"a number too large for any type", "items/wall-calf.yaml", "seconds: 30", "seconds: 99999999999999999999", `items/wall-calf.yaml:23:19: "99999999999999999999"; expected a whole number`},
	{"a pull out of bounds", "items/wall-calf.yaml", "pull: 2", "pull: 4", `items/wall-calf.yaml:27:7: 4; expected 1 to 3`},
	{"a pack too long", "packs/heat.yaml", "cap: {seconds: 1200", "cap: {seconds: 1201", `packs/heat.yaml:23:16: 1201; expected 60 to 1200`},
	{"a pack on longer than its cap", "packs/heat.yaml", "for: {seconds: 900", "for: {seconds: 1300", `packs/heat.yaml:18:16: 1300; expected 60 to 1200`},
	{"skin checks out of order", "packs/heat.yaml", "{seconds: 600", "{seconds: 300", `packs/heat.yaml:21:15: 300; expected 301 to 900`},
	{"heat again too soon", "packs/heat.yaml", "again: {seconds: 3600", "again: {seconds: 600", `packs/heat.yaml:24:18: 600; expected 3600 to 86400`},
	{"an unknown muscle", "items/wall-calf.yaml", "[calf, arch]", "[clf, arch]", `items/wall-calf.yaml:6:11: unknown muscle "clf"; expected one of calf, quad, hamstring, arch, toes (did you mean calf?)`},
	{"an unknown position", "items/wall-calf.yaml", "[standing]", "[upright]", `items/wall-calf.yaml:7:13: unknown position "upright"; expected one of seated, lying, standing`},
	{"an unknown thing", "items/wall-calf.yaml", "[wall]", "[wal]", `items/wall-calf.yaml:8:11: unknown thing "wal"; expected one of wall, chair, towel, roller, ball, heat, cold (did you mean wall?)`},
	{"an unknown care", "items/wall-calf.yaml", "care: unsteady", "care: unstedy", `items/wall-calf.yaml:34:11: unknown care "unstedy"; expected one of pregnant, unsteady, hip, numb, thinner, circulation, fluid-limit (did you mean unsteady?)`},
	{"an unknown step", "items/wall-calf.yaml", "step: stretch", "step: strech", `items/wall-calf.yaml:3:7: unknown step "strech"; expected one of wait, stretch, soothe (did you mean stretch?)`},
	{"a step that no exercise has", "items/wall-calf.yaml", "step: stretch", "step: wait", `items/wall-calf.yaml:3:7: "wait"; expected stretch or soothe`},
	{"an unknown kind", "items/wall-calf.yaml", "kind: held", "kind: heavy", `items/wall-calf.yaml:4:7: unknown kind "heavy"; expected one of held, paced, timed, open`},
	{"an unknown context as a key", "waiting/calf.yaml", "  desk:", "  dsek:", `waiting/calf.yaml:12:3: unknown context "dsek"; expected one of exercise, long, desk, sleep (did you mean desk?)`},
	{"an unknown tier", "warnings/01-chest.yaml", "tier: 1", "tier: 4", `warnings/01-chest.yaml:2:7: 4; expected 1 to 3`},
	{"a context without a safe line", "waiting/calf.yaml", "  desk:\n    text: Driving? Pull over first. At a desk, push your chair back.\n    choice: a cramped leg can't work a pedal\n", "", `waiting/calf.yaml:5:1: missing context "desk"; expected a first line for every context`},
	{"a pack as a thing to exercise with", "items/wall-calf.yaml", "[wall]", "[heat]", `items/wall-calf.yaml:8:11: "heat"; expected a thing to exercise with`},
	{"a position twice", "items/towel-calf.yaml", "[seated, lying]", "[seated, seated]", `items/towel-calf.yaml:7:21: seated a second time; expected each only once`},
	{"too few instructions", "items/jiggle.yaml", "  - text: Shake it gently.\n    source: mayo-night\n", "", `items/jiggle.yaml:9:1: 2 entries; expected 3 to 5`},
	{"an instruction too long", "items/jiggle.yaml", "Sit down, or stay lying. Let your {side} leg go loose.", strings.Repeat("Let it go. ", 11) + "Now.", `items/jiggle.yaml:10:11: text of 125 cells; expected at most 110`},
	{"nothing to say", "items/jiggle.yaml", "say: Sit or lie. Let your {side} leg go loose. Shake it gently.\n", "", `items/jiggle.yaml:1:1: missing field "say"; expected text (in quotes where it looks like something else)`},
	{"a pack of which nothing is said", "packs/heat.yaml", "say: Wrap in towel, lay it on. Don't lie on it. Stay awake.\n", "", `packs/heat.yaml:1:1: missing field "say"; expected text (in quotes where it looks like something else)`},
	{"a wait of which nothing is said", "waiting/calf.yaml", "say: Sit, lie or lean. Support your heel, calf loose. Breathe slowly.\n", "", `waiting/calf.yaml:1:1: missing field "say"; expected text (in quotes where it looks like something else)`},
	{"too much to say", "items/jiggle.yaml", "Shake it gently.\ndose", "Now shake it gently.\ndose", `items/jiggle.yaml:16:6: 13 words; expected 3 to 12, which are said in five seconds`},
	{"too little to say", "items/jiggle.yaml", "say: Sit or lie. Let your {side} leg go loose. Shake it gently.", "say: Shake it.", `items/jiggle.yaml:16:6: 2 words; expected 3 to 12, which are said in five seconds`},
	{"long words to say", "items/jiggle.yaml", "say: Sit or lie. Let your {side} leg go loose. Shake it gently.", "say: Lie" + strings.Repeat(" gastrocnemius", 6) + ".", `items/jiggle.yaml:16:6: text of 88 cells; expected at most 80`},
	{"a figure to say", "items/jiggle.yaml", "say: Sit or lie.", "say: 10 or lie.", `items/jiggle.yaml:16:6: "10" in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"a dash to say", "items/jiggle.yaml", "go loose. Shake it gently.\ndose", "go loose - shake it.\ndose", `items/jiggle.yaml:16:6: "-" in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"joined words to say", "items/jiggle.yaml", "say: Sit or lie.", "say: Half-sit or lie.", `items/jiggle.yaml:16:6: "Half-sit" in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"brackets to say", "items/jiggle.yaml", "say: Sit or lie.", "say: Sit (or lie).", `items/jiggle.yaml:16:6: "(or" in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"a slash to say", "items/jiggle.yaml", "say: Sit or lie.", "say: Sit/lie.", `items/jiggle.yaml:16:6: "Sit/lie." in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"two spaces to say", "items/jiggle.yaml", "say: Sit or lie. ", "say: Sit or lie.  ", `items/jiggle.yaml:16:6: "" in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"other letters to say", "items/jiggle.yaml", "say: Sit or lie.", "say: Sit or lié.", `items/jiggle.yaml:16:6: "lié." in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"an urgent end to say", "items/jiggle.yaml", "Shake it gently.\ndose", "Shake it gently!\ndose", `items/jiggle.yaml:16:6: "gently!" in what is read aloud; expected plain words, commas, full stops and question marks`},
	{"an abbreviation to say", "items/jiggle.yaml", "say: Sit or lie.", "say: Sit, OK lie.", `items/jiggle.yaml:16:6: the abbreviation "OK"; expected words that can be read aloud`},
	{"an abbreviated word to say", "items/jiggle.yaml", "say: Sit or lie.", "say: Sit approx. lie.", `items/jiggle.yaml:16:6: "lie." at the beginning of a sentence; expected a capital, and {side} or {other} at the first beginning alone`},
	{"a small beginning to say", "items/jiggle.yaml", "say: Sit or lie.", "say: sit or lie.", `items/jiggle.yaml:16:6: "sit" at the beginning of a sentence; expected a capital, and {side} or {other} at the first beginning alone`},
	{"a side that begins a later sentence", "items/jiggle.yaml", "say: Sit or lie. Let your {side} leg", "say: Sit or lie. {side} leg", `items/jiggle.yaml:16:6: "{side}" at the beginning of a sentence; expected a capital, and {side} or {other} at the first beginning alone`},
	{"no end of what is said", "items/jiggle.yaml", "Shake it gently.\ndose", "Shake it gently\ndose", `items/jiggle.yaml:16:6: a sentence without an end; expected a full stop`},
	{"a side to say where both legs work", "items/toe-raises.yaml", "Rise onto toes, lower", "Rise onto {side} toes, lower", `items/toe-raises.yaml:18:6: a side where none is meant; expected no {side} or {other}`},
	{"a side to say in a wait", "waiting/calf.yaml", "Support your heel, calf", "Support {side} heel, calf", `waiting/calf.yaml:30:6: a side where none is meant; expected no {side} or {other}`},
	{"a side to say of a pack", "packs/cold.yaml", "No weight on it.", "No weight on {other}.", `packs/cold.yaml:15:6: a side where none is meant; expected no {side} or {other}`},
	{"a name too long", "items/jiggle.yaml", "name: Jiggle the leg", "name: Jiggle the leg until it is loose", `items/jiggle.yaml:2:7: text of 32 cells; expected at most 28`},
	{"a name too wide", "items/jiggle.yaml", "name: Jiggle the leg", "name: 足を揺らす足を揺らす足を揺らす", `items/jiggle.yaml:2:7: text of 30 cells; expected at most 28`},
	{"a verb in small letters", "items/jiggle.yaml", "verb: SHAKE", "verb: shake", `items/jiggle.yaml:5:7: "shake"; expected one upper-case word of at most 9 letters, A to Z`},
	{"a side where both legs work", "items/toe-raises.yaml", "Stand on both feet.", "Stand on the {side} foot.", `items/toe-raises.yaml:12:11: a side where both legs work at once; expected no {side} or {other}, or each_side: true`},
	{"another side where both legs work", "items/toe-raises.yaml", "  longer:", "  other:", `items/toe-raises.yaml:25:3: another side where both legs work at once; expected no such field, or each_side: true`},
	{"unknown words in braces", "items/jiggle.yaml", "{side}", "{leg}", `items/jiggle.yaml:10:11: unknown words in braces; expected {side}, {other}, {emergency}, {time} or {what}`},
	{"a point the article hasn't", "items/jiggle.yaml", "article: [11]", "article: [17]", `items/jiggle.yaml:26:11: 17; expected 1 to 16`},
	{"an id that isn't the file's", "items/jiggle.yaml", "id: jiggle", "id: wobble", `items/jiggle.yaml:1:5: "wobble"; expected "jiggle", as the file is named`},
	{"an id in capitals", "items/jiggle.yaml", "id: jiggle", "id: Jiggle", `items/jiggle.yaml:1:5: "Jiggle"; expected lower-case words joined by hyphens`},
	{"an id twice", "items/jiggle.yaml", "id: jiggle", "id: walk-slowly", `items/jiggle.yaml:1:5: "walk-slowly"; expected "jiggle", as the file is named`},
	{"a slot's id twice", "relief/calf.yaml", "id: loosen", "id: stretch", `relief/calf.yaml:8:9: duplicate id "stretch"; expected a name of its own`},
	{"a control character", "items/jiggle.yaml", "Let your", "Let\tyour", `items/jiggle.yaml:10:39: a tab; expected spaces`},
	{"an escape character", "items/jiggle.yaml", "Let your", "Let \x1b[31myour", `items/jiggle.yaml:10:40: control character U+001B; expected text that can be seen`},
	{"an escape character in disguise", "items/jiggle.yaml", "Sit down, or stay lying. Let your {side} leg go loose.", `"Let \e[31m your leg go loose."`, `items/jiggle.yaml:10:11: control character U+001B; expected text that can be seen`},
	{"a bidirectional control", "items/jiggle.yaml", "Let your", "Let \u202eyour", `items/jiggle.yaml:10:40: bidirectional control U+202E; expected text that can be seen`},
	{"an invisible character in a comment", "relief/calf.yaml", "# What", "# \u200bWhat", `relief/calf.yaml:2:3: invisible character U+200B; expected text that can be seen`},
	{"a bidirectional control in disguise", "items/jiggle.yaml", "Sit down, or stay lying. Let your {side} leg go loose.", `"Let \u202E your leg go loose."`, `items/jiggle.yaml:10:11: bidirectional control U+202E; expected text that can be seen`},
	{"a line break in a text", "items/jiggle.yaml", "Sit down, or stay lying. Let your {side} leg go loose.", `"Let your\nleg go loose."`, `items/jiggle.yaml:10:11: control character U+000A; expected text that can be seen`},
	{"bytes that are no text", "items/jiggle.yaml", "Let your", "Let \xffyour", `items/jiggle.yaml:10:40: byte 0xff is not UTF-8; expected UTF-8 text`},
	{"a very long line", "items/jiggle.yaml", "id: jiggle", "id: " + strings.Repeat("j", 500), `items/jiggle.yaml:1:401: line too long; expected at most 400 characters`},
	{"a number for a text", "items/jiggle.yaml", "name: Jiggle the leg", "name: 12", `items/jiggle.yaml:2:7: "12"; expected text (in quotes where it looks like something else)`},
	{"nothing for a text", "items/jiggle.yaml", "name: Jiggle the leg", "name:", `items/jiggle.yaml:2:6: nothing; expected text (in quotes where it looks like something else)`},
	{"a text for a list", "items/jiggle.yaml", "muscles: [calf, quad, hamstring, arch, toes]", "muscles: calf", `items/jiggle.yaml:6:10: "calf"; expected a list: [calf]`},
	{"a text for fields", "items/jiggle.yaml", "  for: {seconds: 30, choice: no source gives a time}", "  for: half a minute", `items/jiggle.yaml:18:8: "half a minute"; expected the fields choice, seconds, source`},
	{"a word for yes", "items/jiggle.yaml", "each_side: true", "each_side: yes", `items/jiggle.yaml:8:12: "yes"; expected true or false`},
	{"an empty list", "items/jiggle.yaml", "sources: [mayo-night]", "sources: []", `items/jiggle.yaml:25:10: an empty list; expected entries, or no such field`},
	{"an anchor", "items/jiggle.yaml", "id: jiggle", "id: &a jiggle", `items/jiggle.yaml:1:5: "&"; expected plain values, no anchors`},
	{"an alias", "items/jiggle.yaml", "id: jiggle", "id: *a", `items/jiggle.yaml:1:5: "*"; expected plain values, no aliases`},
	{"a tag", "items/jiggle.yaml", "id: jiggle", "id: !!str jiggle", `items/jiggle.yaml:1:5: "!!str"; expected plain values, no tags`},
	{"block text", "items/jiggle.yaml", "id: jiggle", "id: |\n  jiggle", `items/jiggle.yaml:1:5: "|"; expected text on one line, or in quotes`},
	{"a second document", "items/jiggle.yaml", "id: jiggle", "---\nid: jiggle", `items/jiggle.yaml:1:1: "---"; expected one document without a header`},
	{"deep nesting", "items/jiggle.yaml", "", strings.Repeat("[\n", 1000), `items/jiggle.yaml:5:1: brackets nested too deep; expected at most 4`},
	{"no closing bracket", "items/jiggle.yaml", "arch, toes]", "arch, toes", `items/jiggle.yaml:6:10: this [ is not closed; expected ] at its end`},
	{"an empty file", "items/jiggle.yaml", "", "# nothing\n", `items/jiggle.yaml: no content; expected one mapping or list`},
	{"a file that is a list", "items/jiggle.yaml", "", "- one\n", `items/jiggle.yaml:1:3: a list; expected the fields article, at_hand, dose, each_side, gentler, how, id, kind, muscles, name, not_for, not_in, notes, one_leg, positions, pull, say, shortens, sources, step, stop_if, support, verb`},
	{"a file too large", "items/jiggle.yaml", "", strings.Repeat("# a comment\n", 100_000), `items/jiggle.yaml: too large; expected at most 1 MB`},
	{"a file with too many values", "items/jiggle.yaml", "", strings.Repeat("- a\n", 20_000), `items/jiggle.yaml: too many values; expected at most 20000 words and marks`},
	{"an unknown gentler variant", "items/wall-calf.yaml", "gentler: toes-to-shin", "gentler: toes-to-chin", `items/wall-calf.yaml:37:10: unknown item "toes-to-chin"; expected one of the 46 that are there (did you mean toes-to-shin?)`},
	{"a gentler variant that pulls harder", "items/toes-to-shin.yaml", "pull: 1", "pull: 3", `items/hand-sole.yaml:31:10: "toes-to-shin" pulls harder; expected a pull of at most 2`},
	{"a gentler variant of itself", "items/toes-to-shin.yaml", "pull: 1", "pull: 1\ngentler: toes-to-shin", `items/hand-sole.yaml:31:10: "toes-to-shin" leads round in a circle; expected a chain of gentler variants that ends`},
	{"gentler variants in a circle", "items/massage-light.yaml", "pull: 1", "pull: 1\ngentler: massage-calf", `items/massage-calf.yaml:49:10: "massage-light" leads round in a circle; expected a chain of gentler variants that ends`},
	{"a gentler variant that is held longer", "items/toes-to-shin.yaml", "seconds: 20", "seconds: 40", `items/hand-sole.yaml:31:10: "toes-to-shin" is held longer; expected a hold of at most 30 s`},
	{"a gentler variant that shortens", "items/toes-to-shin.yaml", "pull: 1", "pull: 1\nshortens: true", `items/hand-sole.yaml:31:10: "toes-to-shin" shortens the muscle; expected one that doesn't`},
	{"a gentler variant in fewer positions", "items/toes-to-shin.yaml", "[seated, lying, standing]", "[seated, lying]", `items/hand-toes.yaml:36:10: "toes-to-shin" is for other positions; expected one for every position of this`},
	{"a gentler variant that needs more", "items/toes-to-shin.yaml", "pull: 1", "pull: 1\nsupport: true", `items/hand-sole.yaml:31:10: "toes-to-shin" needs more at hand; expected one that needs no more than this`},
	{"a gentler variant that fewer may do", "items/massage-light.yaml", "care: pregnant", "care: fluid-limit", `items/massage-calf.yaml:49:10: "massage-light" is ruled out where this is not; expected one for everybody this is for`},
	{"an unknown item in a plan", "relief/calf.yaml", "any: [roller-calf]", "any: [roler-calf]", `relief/calf.yaml:17:11: unknown item "roler-calf"; expected one of the 46 that are there (did you mean roller-calf?)`},
	{"an item in the wrong step", "relief/calf.yaml", "any: [roller-calf]", "any: [jiggle]", `relief/calf.yaml:17:11: "jiggle" belongs to stretch; expected an item of the step soothe`},
	{"a softest stretch for the strong", "relief/calf.yaml", "softest: [toes-to-shin]", "softest: [toes-to-shin, wall-calf]", `relief/calf.yaml:3:25: "wall-calf" pulls too hard while it grips; expected a pull of 1`},
	{"a softest stretch that pulls", "relief/calf.yaml", "softest: [toes-to-shin]", "softest: [towel-calf]", `relief/calf.yaml:3:11: "towel-calf" pulls too hard while it grips; expected a pull of 1`},
	{"a softest stretch that isn't held", "relief/calf.yaml", "softest: [toes-to-shin]", "softest: [jiggle]", `relief/calf.yaml:3:11: "jiggle" is not held; expected a stretch that can be held until it lets go`},
	{"no stretch with nothing at hand", "relief/calf.yaml", "stand-press, toes-to-shin]", "stand-press]", `relief/calf.yaml:7:5: no stretch for seated with nothing at hand; expected one`},
	{"an unknown context that rules an item out", "items/quad-stand.yaml", "context: sleep", "context: asleep", `items/quad-stand.yaml:47:14: unknown context "asleep"; expected one of exercise, long, desk, sleep (did you mean sleep?)`},
	{"a gentler variant that a context rules out", "items/leg-out.yaml", "pull: 1", "pull: 1\nnot_in:\n  - {context: desk, why: W, choice: c}", `items/bed-bend.yaml:37:10: "leg-out" is ruled out where this is not; expected one for everybody this is for`},
	{"a massage shortened to a longer one", "items/massage-calf.yaml", "least: {seconds: 60", "least: {seconds: 91", `items/massage-calf.yaml:24:20: 91; expected 30 at least, and no longer than for`},
	{"a massage shortened too much", "items/massage-calf.yaml", "least: {seconds: 60", "least: {seconds: 29", `items/massage-calf.yaml:24:20: 29; expected 30 at least, and no longer than for`},
	{"a shortest time in a held exercise", "items/wall-calf.yaml", "  rest: {", "  least: {seconds: 30, choice: c}\n  rest: {", `items/wall-calf.yaml:24:3: "least" in a held exercise; expected no such field`},
	{"a muscle's name too long", "waiting/calf.yaml", "name: calf", "name: lower leg calf", `waiting/calf.yaml:2:7: text of 14 cells; expected at most 12`},
	{"a name for both legs too long", "waiting/calf.yaml", "both: both calves", "both: both of your calves", `waiting/calf.yaml:3:7: text of 19 cells; expected at most 16`},
	{"a place too long", "waiting/calf.yaml", "where: back of the lower leg", "where: back of the leg below the knee", `waiting/calf.yaml:4:8: text of 30 cells; expected at most 28`},
	{"no repetition where the time is short", "pace.yaml", "fewest: {count: 1", "fewest: {count: 0", `pace.yaml:20:17: 0; expected 1 to 3`},
	{"a pack not worth wrapping", "pace.yaml", "least_pack: {seconds: 600", "least_pack: {seconds: 299", `pace.yaml:21:23: 299; expected 300 to 1200`},
	{"a pack that is no pack", "packs/heat.yaml", "kind: heat", "kind: wall", `packs/heat.yaml:2:7: "wall"; expected heat or cold`},
	{"a muscle with two packs of heat", "packs/heat-foot.yaml", "[arch, toes]", "[calf, arch, toes]", `packs: 2 packs of heat for the calf; expected one`},
	{"a muscle without a pack of heat", "packs/heat-foot.yaml", "[arch, toes]", "[arch]", `packs: 0 packs of heat for the toes; expected one`},
	{"a cause in three lines", "causes/unknown.yaml", "article: [3]", "  - text: And so on.\n    choice: c\narticle: [3]", `causes/unknown.yaml:2:1: 3 entries; expected 1 to 2`},
	{"a cause in another context's file", "causes/desk.yaml", "context: desk", "context: sleep", `causes/desk.yaml:1:10: "sleep"; expected "desk", as the file is named`},
	{"an unknown item in a routine", "routines/legs.yaml", "any: [wall-calf,", "any: [wal-calf,", `routines/legs.yaml:10:11: unknown item "wal-calf"; expected one of the 26 that are there (did you mean wall-calf?)`},
	{"an item of the wrong step in a routine", "routines/legs.yaml", "any: [wall-calf,", "any: [massage-calf,", `routines/legs.yaml:10:11: "massage-calf" belongs to soothe; expected an item of the step stretch`},
	{"an item twice in a routine's turn", "routines/legs.yaml", "any: [wall-calf,", "any: [toes-to-shin,", `routines/legs.yaml:10:50: toes-to-shin a second time; expected each only once`},
	{"a routine's turn twice", "routines/legs.yaml", "id: raises", "id: calf", `routines/legs.yaml:11:9: duplicate id "calf"; expected a name of its own`},
	{"a routine's name too long", "routines/legs.yaml", "name: Legs", "name: Legs that feel tight or tired", `routines/legs.yaml:2:7: text of 29 cells; expected at most 28`},
	{"a routine's hold too short", "routines/bedtime.yaml", "hold: {seconds: 10", "hold: {seconds: 4", `routines/bedtime.yaml:11:21: 4; expected 5 to 60`},
	{"a routine's hold too long", "routines/bedtime.yaml", "hold: {seconds: 10", "hold: {seconds: 61", `routines/bedtime.yaml:11:21: 61; expected 5 to 60`},
	{"a routine's rest too long", "routines/bedtime.yaml", "rest: {seconds: 10", "rest: {seconds: 31", `routines/bedtime.yaml:12:21: 31; expected 1 to 30`},
	{"a routine's turn done not once", "routines/bedtime.yaml", "reps: {count: 3", "reps: {count: 0", `routines/bedtime.yaml:13:19: 0; expected 1 to 20`},
	{"a dose for what isn't held", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [jiggle], hold: {seconds: 10, choice: c}}\nchoice: c\n", `routines/night.yaml:7:28: "hold" for "jiggle", which is timed; expected no such field, or exercises that are held or paced`},
	{"a rise for what isn't paced", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [leg-out], rise: {seconds: 2, choice: c}}\nchoice: c\n", `routines/night.yaml:7:29: "rise" for "leg-out", which is held; expected no such field, or exercises that are paced`},
	{"too many sets", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [leg-out], sets: {count: 11, choice: c}}\nchoice: c\n", `routines/night.yaml:7:43: 11; expected 1 to 10`},
	{"a break with nothing to part", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [leg-out], break: {seconds: 30, choice: c}}\nchoice: c\n", `routines/night.yaml:7:29: a break where there is one set; expected sets of 2 or more, or no such field`},
	{"longer than the item has it", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [jiggle], for: {seconds: 61, choice: c}}\nchoice: c\n", `routines/night.yaml:7:43: 61; expected at most 60, as "jiggle" has it`},
	{"a turn of nothing", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a}\nchoice: c\n", `routines/night.yaml:7:6: neither exercises nor a pack; expected either "any" or "pack"`},
	{"a turn of both", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [leg-out], pack: heat}\nchoice: c\n", `routines/night.yaml:7:35: exercises and a pack in one turn; expected either "any" or "pack"`},
	{"a pack that is none", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, pack: ball}\nchoice: c\n", `routines/night.yaml:7:19: "ball"; expected heat or cold`},
	{"a pack on for too long", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, pack: heat, for: {seconds: 1201, choice: c}}\nchoice: c\n", `routines/night.yaml:7:40: 1201; expected 60 to 1200`},
	{"a pack with repetitions", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, pack: heat, reps: {count: 2, choice: c}}\nchoice: c\n", `routines/night.yaml:7:25: "reps" with a pack; expected nothing but "for"`},
	{"a pack twice", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, pack: heat}\n  - {id: b, pack: heat}\nchoice: c\n", `routines/night.yaml:8:19: heat a second time; expected each only once: the skin needs hours between`},
	{"a pack that isn't at hand", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, pack: cold}\nchoice: c\n", `routines/night.yaml:7:19: cold, which the routine doesn't take to be at hand; expected "cold" in have`},
	{"a leg that nobody has", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [leg-out], legs: middle}\nchoice: c\n", `routines/night.yaml:7:35: unknown legs "middle"; expected one of left, right, both`},
	{"a side where both legs work", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: a, any: [bed-bend], words: [{text: 'Your {side}.', choice: c}]}\nchoice: c\n", `routines/night.yaml:7:45: a side where both legs work at once, in "bed-bend"; expected no {side} or {other}`},
	{"a turn's name that is none", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: lying\nhave: [heat]\nturns:\n  - {id: A B, any: [leg-out]}\nchoice: c\n", `routines/night.yaml:7:10: "A B"; expected lower-case words joined by hyphens`},
	{"a routine that can't be done as it is meant", "routines/legs.yaml", "have: [wall]", "have: [ball]", `routines/legs.yaml:12:5: nothing that can be done: toe-raises needs wall or chair, toe-raises-seated is for seated, toe-lifts-standing needs wall or chair, toe-lifts is for seated or lying; expected an exercise that suits, or another position or have`},
	{"a routine meant for a context that rules it out", "routines/night.yaml", "", "id: night\nname: N\nfor: {text: T, choice: c}\nposition: standing\nhave: [wall]\ncontext: sleep\nturns:\n  - {id: quad, any: [quad-stand]}\nchoice: c\n", `routines/night.yaml:8:16: nothing that can be done: quad-stand is not for the context sleep; expected an exercise that suits, or another position or have`},
	{"a routine that leaves nobody but the well equipped", "routines/wall.yaml", "", "id: wall\nname: N\nfor: {text: T, choice: c}\nposition: standing\nhave: [wall]\nturns:\n  - {id: calf, any: [wall-calf]}\nchoice: c\n", `routines/wall.yaml:6:1: nothing for seated with nothing at hand; expected something`},
	{"a watched sign that is none", "waiting/calf.yaml", "sign: chest", "sign: cheat", `waiting/calf.yaml:44:11: "cheat"; expected the id of a warning of tier 1 or 2`},
	{"a watched sign that can wait", "waiting/calf.yaml", "sign: chest", "sign: often", `waiting/calf.yaml:44:11: "often"; expected the id of a warning of tier 1 or 2`},
	{"a missing phrase", "phrases.yaml", "halfway: Halfway.\n", "", `phrases.yaml:3:1: missing phrase "halfway"; expected words for it`},
	{"an unknown phrase", "phrases.yaml", "halfway: Halfway.\n", "halfway: Halfway.\nhalfweg: Halfway.\n", `phrases.yaml:20:1: unknown phrase "halfweg"; expected one of the 148 that are there (did you mean halfway?)`},
	{"a key that YAML takes for a number", "phrases.yaml", "one: One.", "1: One.", `phrases.yaml:3:1: missing phrase "one"; expected words for it`},
	{"a warning without a number", "warnings/chest.yaml", "", "id: chest\ntier: 1\nsign: S\nchoice: c\n", `warnings/chest.yaml:1:5: "chest"; expected a file name of two digits, a hyphen and the id`},
	{"help in another tier's file", "help/1-emergency.yaml", "tier: 1", "tier: 2", `help/1-emergency.yaml:1:7: 2; expected the number that the file's name begins with`},
	{"a stray file", "items/notes.txt", "", "notes", `items/notes.txt: not a content file; expected a name that ends in .yaml`},
	{"a stray folder", "itmes/jiggle.yaml", "", "notes", `itmes: not a part of the content; expected one of advice, causes, drinks, figures, help, items, learn, pace.yaml, packs, phrases.yaml, relief, routines, sources.yaml, waiting, warnings (did you mean items?)`},
}

func TestMistakeIsNamedWithItsPlace(t *testing.T) {
	for _, m := range thinned(mistakes) {
		t.Run(m.name, func(t *testing.T) {
			files := library(t)
			if m.old == "" {
				files[m.file] = &fstest.MapFile{Data: []byte(m.fresh)}
			} else {
				edit(t, files, m.file, m.old, m.fresh)
			}
			_, err := LoadFS(files)
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("not refused with an *Error: %v", err)
			}
			if got := err.Error(); got != m.want {
				t.Errorf("\n got %s\nwant %s", got, m.want)
			}
		})
	}
}

func TestSoftestStretchIsThereForEverybody(t *testing.T) {
	files := library(t)
	edit(t, files, "items/towel-calf.yaml", "pull: 2", "pull: 1")
	edit(t, files, "relief/calf.yaml", "softest: [toes-to-shin]", "softest: [towel-calf]")
	_, err := LoadFS(files)
	const want = "relief/calf.yaml:3:1: no softest stretch for seated with nothing at hand; expected one"
	if err == nil || err.Error() != want {
		t.Errorf("\n got %v\nwant %s", err, want)
	}
}

// TestSoftestStretchNeverShortens makes all that leads to the softest stretch
// shorten the muscle too: the plan must say so even where gentler variants agree.
func TestSoftestStretchNeverShortens(t *testing.T) {
	files := library(t)
	for _, id := range []string{"quad-stand", "side-quad", "towel-quad", "heel-slide"} {
		edit(t, files, "items/"+id+".yaml", "pull: ", "shortens: true\npull: ")
	}
	_, err := LoadFS(files)
	const want = `relief/quad.yaml:3:11: "heel-slide" shortens the muscle while it grips; expected one that doesn't`
	if err == nil || err.Error() != want {
		t.Errorf("\n got %v\nwant %s", err, want)
	}
}
