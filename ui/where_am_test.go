package ui

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/session"
)

// TestWhereAmI: on every screen that nothing lies over, one key says where the person is,
// on the screen and to who listens, and changes nothing of the session.
func TestWhereAmI(t *testing.T) {
	asked := 0
	for _, s := range scenes() {
		d := s.at(t, 120, 40)
		if d.m.over != noOverlay || d.m.leaving {
			continue
		}
		d.m.fresh = nil
		ticked, _ := d.m.s.Apply(session.Tick{}, d.m.at)
		d.wait(time.Second)
		if d.m.over != noOverlay {
			continue // something came up by itself
		}
		d.hit("w")
		at := slices.IndexFunc(d.m.fresh, func(c session.Cue) bool { return c.Kind == session.CueWhere })
		if at < 0 {
			t.Errorf("%s: nobody who listens hears it: %+v", s.name, d.m.fresh)
			continue
		}
		words := d.m.s.Said(d.m.fresh[at])
		if d.m.notice != words || words == "" {
			t.Errorf("%s: the notice is %q, want %q", s.name, d.m.notice, words)
		}
		d.sees(strings.Fields(words)[0])
		is := d.m.s
		if is.Mode != ticked.Mode || !reflect.DeepEqual(is.Facts, ticked.Facts) || len(is.Done) < len(ticked.Done) || is.Ease.Steps != ticked.Ease.Steps {
			t.Errorf("%s: it changed something", s.name)
		}
		asked++
	}
	if asked < 10 {
		t.Errorf("asked on %d screens alone", asked)
	}
}

// TestWhereAmIIsListed among all keys, wherever it works.
func TestWhereAmIIsListed(t *testing.T) {
	for _, name := range []string{"wait", "confirm", "hold", "pack", "ask-heat", "paused"} {
		d := sceneOf(t, name).at(t, 120, 60)
		if d.m.over != noOverlay {
			continue
		}
		d.press("?")
		if !slices.ContainsFunc(d.m.helpLines(), func(l string) bool { return strings.Contains(stripped(l), "where am I") }) {
			t.Errorf("%s: not in the list:\n%s", name, d.text())
		}
	}
}
