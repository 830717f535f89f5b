package ui

import (
	"slices"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/session"
)

// TestKeysHaveWords holds that every key of every screen is written in the help
// line in a few words, and does something.
func TestKeysHaveWords(t *testing.T) {
	for _, s := range scenes() {
		for _, b := range s.at(t, 80, 24).m.everyKey() {
			h := b.Help()
			most := 1
			if h == keySore.Help() {
				most = 10 // the digits are one key for a number
			}
			if h.Key == "" || h.Desc == "" || len(b.Keys()) != most || !b.Enabled() {
				t.Errorf("%s: %v %q has no words", s.name, b.Keys(), h)
			}
			if len(h.Desc) > 28 {
				t.Errorf("%s: %q is no few words", s.name, h.Desc)
			}
			does := 0
			for _, yes := range []bool{b.event != nil, b.do != nil, b.by != 0} {
				if yes {
					does++
				}
			}
			if does != 1 {
				t.Errorf("%s: %q does %d things", s.name, h.Key, does)
			}
		}
	}
}

// TestKeysAreUnique holds that no key means two things on one screen.
func TestKeysAreUnique(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		for _, paused := range []bool{false, true} {
			if paused {
				if d.m.over != noOverlay || d.m.s.Mode != session.Running {
					continue
				}
				d.press("space")
			}
			seen := map[string]string{}
			for _, b := range d.m.screenKeys() {
				for _, k := range b.Keys() {
					if was, twice := seen[k]; twice {
						t.Errorf("%s: %q is %q and %q", s.name, k, was, b.Help().Desc)
					}
					seen[k] = b.Help().Desc
				}
			}
		}
	}
}

// TestKeysSignsAreAlwaysNear holds that one key leads from every screen to the
// warning signs, that they pause what runs, and that closing them goes on.
func TestKeysSignsAreAlwaysNear(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		if d.m.over == signsOverlay {
			continue
		}
		mode, over := d.m.s.Mode, d.m.over
		d.press("!")
		if d.m.over != signsOverlay {
			t.Errorf("%s: ! doesn't lead to the signs:\n%s", s.name, d.text())
			continue
		}
		if mode == session.Running && d.m.s.Mode != session.Paused {
			t.Errorf("%s: the clock runs while the signs are read", s.name)
		}
		d.press("esc")
		if d.m.over != noOverlay || over == noOverlay && d.m.s.Mode != mode {
			t.Errorf("%s: closing the signs leaves it %s, was %s:\n%s", s.name, d.m.s.Mode, mode, d.text())
		}
	}
}

// TestKeysSignsGoOnBehindALead holds that a hold goes on behind a lead, with the
// time it had left.
func TestKeysSignsGoOnBehindALead(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	d.press("!")
	left := d.m.s.Left(d.m.at)
	d.press("esc").phase("wall-calf", session.Ready)
	if got := d.on("wall-calf", session.Hold, 1).m.s.Left(d.m.at); got != left {
		t.Errorf("%v of the hold were left, and %v after the signs", left, got)
	}
}

// helpKeys are the keys that the help screen lists.
func helpKeys(d *desk) []string {
	var keys []string
	for _, l := range d.m.helpLines() {
		l = flat(stripped(l))
		if l == "" {
			break
		}
		keys = append(keys, strings.Fields(l)[0])
	}
	return keys
}

// TestKeysHelpListsWhatWorks holds that the list of all keys has exactly the keys
// that work on the screen beneath.
func TestKeysHelpListsWhatWorks(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		if d.m.over != noOverlay {
			continue
		}
		var works []string
		for _, b := range d.m.everyKey() {
			key := b.Help().Key
			if found, _ := d.m.find(pressOf(b.Keys()[0])); found.Help() == b.Help() && !d.m.refuses(b) && (!b.early || d.m.beforePlan()) && !slices.Contains(works, key) {
				works = append(works, key)
			}
		}
		works = append(works, "ctrl+c")
		d.hit("?")
		if got := helpKeys(d); !slices.Equal(got, works) {
			t.Errorf("%s: the help lists\n%v, and these work:\n%v", s.name, got, works)
		}
	}
}

// TestKeysShownWork holds that no key stands on a screen that the session would
// refuse there.
func TestKeysShownWork(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		if d.m.over != noOverlay {
			continue
		}
		shown := flat(strings.Join(d.m.page().keys, "  "))
		for _, b := range d.m.screenKeys() {
			if h := b.Help(); d.m.refuses(b) && strings.Contains(stripped(shown), h.Key+" "+h.Desc) {
				t.Errorf("%s: %q is shown, and refused", s.name, h.Desc)
			}
		}
	}
}

// TestKeysRefusedSayWhy holds that a key that can't work now says why, and for how
// long it says so.
func TestKeysRefusedSayWhy(t *testing.T) {
	lib := content.Embedded()
	for _, x := range []struct{ scene, key, why string }{
		{"wait", "enter", "wait-word"},
		{"wait", "c", "gripping"},
		{"wait", "n", "wait-word"},
		{"confirm", "n", "no-confirm"},
		{"hold", "enter", "hold-runs"},
		{"hold", "e", "not-gripping"},
		{"hold", "2", "no-check"},
		{"hold", "x", "no-skin"},
		{"confirm", "b", "no-back"},
		{"edge", "n", "edge-first"},
		{"rise", "+", "no-more-here"},
		{"ask", "t", "no-much"},
		{"paused", "+", "paused"},
	} {
		d := sceneOf(t, x.scene).at(t, 80, 24)
		d.press(x.key).sees(lib.Phrase(x.why))
		before := d.m.s.Head()
		d.wait(noteTime - 1).sees(lib.Phrase(x.why))
		if h := d.m.s.Head(); h.Item == before.Item {
			d.wait(1)
			if strings.Contains(flat(d.text()), lib.Phrase(x.why)) && x.why != "paused" {
				t.Errorf("%s %s: the answer stays", x.scene, x.key)
			}
		}
	}
}

// TestKeysRefusedPackSaysWhy holds that heat and cold, where they are not for this
// person, give that as the reason, and that neither is always a choice.
func TestKeysRefusedPackSaysWhy(t *testing.T) {
	d := sceneOf(t, "ask-refused").at(t, 80, 24)
	d.press("1")
	if d.m.s.Head().Kind != session.AskBlock || d.m.notice != d.m.s.PackRefusal(content.Heat) || d.m.notice == "" {
		t.Errorf("heat: %q:\n%s", d.m.notice, d.text())
	}
	if d.press("n"); d.m.s.Head().Kind != session.DrinkBlock {
		t.Errorf("neither is no choice:\n%s", d.text())
	}
}

// TestKeysNoticeLeavesInAPause holds that an answer leaves though nothing else on
// the screen changes, and so no tick would come.
func TestKeysNoticeLeavesInAPause(t *testing.T) {
	d := sceneOf(t, "paused").at(t, 80, 24)
	was := d.wait(noteTime).text()
	d.press("e")
	if d.text() == was {
		t.Fatal("the key said nothing")
	}
	if d.wait(noteTime); d.text() != was {
		t.Errorf("the answer stays:\n%s", d.text())
	}
}

// TestKeysNoticesAreWhole holds that every refusal can be read to its end on the
// smallest usable screen.
func TestKeysNoticesAreWhole(t *testing.T) {
	lib := content.Embedded()
	for key, words := range lib.Phrases {
		d := sceneOf(t, "hold").at(t, 40, 12)
		d.m = d.m.note(words)
		if !strings.Contains(flat(d.text()), flat(words)) {
			t.Errorf("%s at 40x12 is not whole:\n%s", key, d.text())
		}
	}
}

// TestKeysPaceNoticesLeaveWithTheirExercise holds that "last one" doesn't stand
// on the screen after the last one.
func TestKeysPaceNoticesLeaveWithTheirExercise(t *testing.T) {
	last := content.Embedded().Phrase("last")
	d := begin(t, nobody, 80, 24)
	eased(d.wait(1)).on("toe-raises-seated", session.Rise, 15).sees(last)
	d.on("massage-calf", session.Ready, 0).misses(last)
}
