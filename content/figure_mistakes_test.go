package content

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

// soles is a figure of ours that the loader takes: feet from above that spread their
// toes. Its id makes it the first one that is loaded.
const soles = `id: a-sole
words: Somebody spreads the toes.
view: sole
items: [jiggle]
size: 500
floor: 900
feet: [heel]
works:
  - {muscle: toes, leg: near}
props:
  - {kind: ball, at: [ball-at]}
poses:
  - name: flat
    points:
      heel: [500, 900]
      ball: [500, 570]
      ball-at: [200, 800]
  - name: up
    points:
      ball: [510, 570]
when:
  timed: [flat, up]
  open: [up]
`

// figureMistake is one deliberate slip in that figure, and what is said about it.
type figureMistake struct {
	name, old, fresh, want string // without the file in want
}

var figureMistakes = []figureMistake{
	{"an id that isn't the file's", "id: a-sole", "id: a-soul", `:1:5: "a-soul"; expected "a-sole", as the file is named`},
	{"an id in capitals", "id: a-sole", "id: A-Sole", `:1:5: "A-Sole"; expected lower-case words joined by hyphens`},
	{"no words", "words: Somebody spreads the toes.\n", "", `:1:1: missing field "words"; expected text (in quotes where it looks like something else)`},
	{"a figure of nothing", "items: [jiggle]\n", "", `:1:5: a figure of nothing; expected items, packs or waits that it shows`},
	{"an item twice", "[jiggle]", "[jiggle, jiggle]", `:4:17: jiggle a second time; expected each only once`},
	{"a pack twice", "items: [jiggle]", "packs: [heat, heat]", `:4:15: heat a second time; expected each only once`},
	{"a wait twice", "items: [jiggle]", "waits: [calf, calf]", `:4:15: calf a second time; expected each only once`},
	{"a muscle twice", "size: 500", "muscles: [calf, calf]\nsize: 500", `:5:17: calf a second time; expected each only once`},
	{"a position twice", "size: 500", "positions: [lying, lying]\nsize: 500", `:5:20: lying a second time; expected each only once`},
	{"a mark twice", "leg: near}\n", "leg: near}\n  - {muscle: toes, leg: near}\n", `:10:6: {toes near} a second time; expected each only once`},
	{"an unknown view", "view: sole", "view: soul", `:3:7: unknown view "soul"; expected one of body, foot, sole (did you mean sole?)`},
	{"an unknown leg", "leg: near", "leg: left", `:9:25: unknown leg "left"; expected one of near, far`},
	{"an unknown muscle", "muscle: toes", "muscle: toe", `:9:14: unknown muscle "toe"; expected one of calf, quad, hamstring, arch, toes (did you mean toes?)`},
	{"an unknown prop", "kind: ball", "kind: bal", `:11:12: unknown propkind "bal"; expected one of wall, chair, bed, mattress, pillow, roller, ball, can, towel, pack, bowl, rail, arrow (did you mean ball?)`},
	{"too small", "size: 500", "size: 199", `:5:7: 199; expected 200 to 1000`},
	{"too large", "size: 500", "size: 1001", `:5:7: 1001; expected 200 to 1000`},
	{"a floor out of the box", "floor: 900", "floor: 1001", `:6:8: 1001; expected 0 to 1000`},
	{"a move too fast", "when:", "tempo: {move: 199}\nwhen:", `:21:15: 199; expected 200 to 6000`},
	{"a move too slow", "when:", "tempo: {move: 6001}\nwhen:", `:21:15: 6001; expected 200 to 6000`},
	{"a stay too long", "when:", "tempo: {stay: 6001}\nwhen:", `:21:15: 6001; expected 0 to 6000`},
	{"too many poses", "when:", strings.Repeat("  - {name: p, points: {ball: [500, 570]}}\n", 5) + "when:", `:12:1: 7 entries; expected 1 to 6`},
	{"a point of the body that is nowhere", "      ball: [500, 570]\n", "", `:14:5: missing point "ball"; expected a place for it in the first pose`},
	{"a prop that is nowhere", "      ball-at: [200, 800]\n", "", `:14:5: missing point "ball-at"; expected a place for it in the first pose`},
	{"a pose twice", "name: up", "name: flat", `:18:11: pose "flat" a second time; expected a name of its own`},
	{"an unknown point", "ball-at: [200, 800]", "ball-at: [200, 800]\n      bal: [200, 800]", `:18:7: unknown point "bal"; expected one of`},
	{"a point of another view", "ball-at: [200, 800]", "ball-at: [200, 800]\n      hip: [200, 800]", `:18:7: unknown point "hip"; expected one of`},
	{"a point that begins later", "ball: [510, 570]", "ball: [510, 570]\n      toe-1: [510, 470]", `:21:7: point "toe-1"; expected only points that the first pose has`},
	{"a point out of the box", "[200, 800]", "[200, 1001]", `:17:7: [200 1001]; expected [right, down], each from 0 to 1000`},
	{"a point on the left of the box", "[200, 800]", "[-1, 800]", `:17:17: -1; expected a whole number from 0 to 100000`},
	{"a point in space", "[200, 800]", "[200, 800, 0]", `:17:7: [200 800 0]; expected [right, down], each from 0 to 1000`},
	{"half a point", "[200, 800]", "[200]", `:17:7: [200]; expected [right, down], each from 0 to 1000`},
	{"a ball at two places", "at: [ball-at]", "at: [ball-at, ball-at]", `:11:18: 2 points; expected its middle`},
	{"a towel at one place", "kind: ball", "kind: towel", `:11:19: 1 points; expected the points that it runs along`},
	{"a rail on a heel", "kind: ball, at: [ball-at]", "kind: rail, at: [ball-at, heel]", `:11:18: "heel" is a point of the body; expected points of its own`},
	{"an unknown pose", "open: [up]", "open: [ups]", `:23:10: unknown pose "ups"; expected one of flat, up (did you mean up?)`},
	{"an unknown limb", "size: 500", "foreshortened: [leg]\nsize: 500", `:5:1: unknown limb "leg"; expected the outer points of limbs`},
	{"a limb too long", "ball: [510, 570]", "ball: [510, 530]", `:19:5: heel to ball is 370 long; expected 330 within 10 percent`},
	{"a limb too short", "ball: [510, 570]", "ball: [510, 610]", `:19:5: heel to ball is 290 long; expected 330 within 10 percent`},
	{"feet on no floor", "floor: 900\n", "", `:6:1: feet on no floor; expected a floor`},
	{"feet that nobody has", "feet: [heel]", "feet: [paw]", `:7:1: unknown point "paw"; expected points of the poses`},
	{"a foot above the floor", "floor: 900", "floor: 913", `:14:5: heel at 900; expected it on the floor, at 913`},
	{"a foot that slides", "ball: [510, 570]", "heel: [513, 900]", `:19:5: heel slides to 513; expected it where it was, at 500`},
	{"a foot below the floor", "floor: 900\nfeet: [heel]", "floor: 880", `:13:5: heel at 900; expected nothing below the floor at 880`},
	{"an unknown item", "[jiggle]", "[jigle]", `:4:9: unknown item "jigle"; expected one of the 46 that are there (did you mean jiggle?)`},
	{"an unknown pack", "items: [jiggle]", "packs: [heatt]", `:4:9: unknown pack "heatt"; expected one of`},
	{"no pose for a timed item", "  timed: [flat, up]\n", "", `:4:9: no pose for "timed" of "jiggle"; expected when.timed`},
	{"no pose for a held item", "items: [jiggle]", "items: [wall-calf]", `:4:9: no pose for "hold" of "wall-calf"; expected when.hold`},
	{"no pose for the rise of a paced item", "items: [jiggle]", "items: [toe-raises]", `:4:9: no pose for "rise" of "toe-raises"; expected when.rise`},
	{"a hold that goes round", "  open: [up]", "  hold: [flat, up]", `:23:3: 2 poses; expected one: the figure stands still there, or moves as long as the phase lasts`},
	{"a rise that goes round", "  open: [up]", "  rise: [flat, up]", `:23:3: 2 poses; expected one: the figure stands still there, or moves as long as the phase lasts`},
	{"a lowering that goes round", "  open: [up]", "  lower: [flat, up]", `:23:3: 2 poses; expected one: the figure stands still there, or moves as long as the phase lasts`},
}

// withSoles is the library with that figure of ours, changed in one place.
func withSoles(t *testing.T, old, fresh string) fstest.MapFS {
	t.Helper()
	files := library(t)
	files["figures/a-sole.yaml"] = &fstest.MapFile{Data: []byte(soles)}
	edit(t, files, "figures/a-sole.yaml", old, fresh)
	return files
}

func TestMistakeInAFigureIsNamedWithItsPlace(t *testing.T) {
	for _, m := range figureMistakes {
		t.Run(m.name, func(t *testing.T) {
			_, err := LoadFS(withSoles(t, m.old, m.fresh))
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("not refused with an *Error: %v", err)
			}
			got, want := err.Error(), "figures/a-sole.yaml"+m.want
			if got != want && (!strings.HasSuffix(want, " one of") || !strings.HasPrefix(got, want)) {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

// TestFigureHasAPoseForEachPhaseOfItsItem needs two slips at once: another item, and a
// phase of it that is missing.
func TestFigureHasAPoseForEachPhaseOfItsItem(t *testing.T) {
	for _, m := range []struct{ item, when, want string }{
		{"massage-calf", "timed: [up]", `no pose for "open" of "massage-calf"; expected when.open`},
		{"toe-raises", "rise: [up]", `no pose for "lower" of "toe-raises"; expected when.lower`},
		{"wall-calf", "rise: [up]", `no pose for "hold" of "wall-calf"; expected when.hold`},
	} {
		files := withSoles(t, "items: [jiggle]", "items: ["+m.item+"]")
		edit(t, files, "figures/a-sole.yaml", "timed: [flat, up]\n  open: [up]", m.when)
		if _, err := LoadFS(files); err == nil || err.Error() != "figures/a-sole.yaml:4:9: "+m.want {
			t.Errorf("\n got %v\nwant %s", err, m.want)
		}
	}
}

// TestEverythingHasOneFigure takes the figure of something away, and gives something a
// second one.
func TestEverythingHasOneFigure(t *testing.T) {
	for _, m := range []mistake{
		{"an item without one", "figures/wall-calf.yaml", "items: [wall-calf]", "waits: [calf]", "figures: no figure for item wall-calf, calf standing; expected one"},
		{"an item with two", "figures/wall-calf.yaml", "items: [wall-calf]", "items: [wall-calf, stand-press]", "figures: the figures stand-press and wall-calf for item stand-press, "},
		{"a pack without one", "figures/pack-calf-seated.yaml", "packs: [heat, cold]", "packs: [cold]", "figures: no figure for pack heat, calf seated; expected one"},
		{"a pack with two", "figures/pack-quad-seated.yaml", "muscles: [quad]", "muscles: [calf, quad]", "figures: the figures pack-calf-seated and pack-quad-seated for pack heat, calf seated; expected one"},
		{"a wait without one", "figures/wait-calf-standing.yaml", "waits: [calf]", "waits: [toes]", "figures: no figure for the wait of the calf, calf standing; expected one"},
		{"a wait with two", "figures/wait-quad-seated.yaml", "waits: [quad]", "waits: [calf, quad]", "figures: the figures wait-calf-seated and wait-quad-seated for the wait of the calf, calf seated; expected one"},
	} {
		t.Run(m.name, func(t *testing.T) {
			files := library(t)
			edit(t, files, m.file, m.old, m.fresh)
			if _, err := LoadFS(files); err == nil || !strings.HasPrefix(err.Error(), m.want) {
				t.Errorf("\n got %v\nwant %s", err, m.want)
			}
		})
	}
}
