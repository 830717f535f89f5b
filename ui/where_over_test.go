package ui

import (
	"strings"
	"testing"

	"uncramp/session"
)

// TestWhereNamesWhatIsOpen: over the session, w says what lies there, and no enter is told
// but its own.
func TestWhereNamesWhatIsOpen(t *testing.T) {
	manual := nobody
	manual.Manual = true
	standby := func() *desk { return begin(t, manual, 80, 24).press("e", "enter") }
	summary := func() *desk { return sceneOf(t, "summary").at(t, 80, 24) }
	skin := func() *desk { return sceneOf(t, "skin").at(t, 80, 24) }
	for _, x := range []struct {
		what  string
		d     *desk
		keys  string
		begin string
		then  string
	}{
		{"leave", standby(), "q", "open-leave", "Paused, stretch,"},
		{"keys", standby(), "?", "open-help", "Paused, stretch,"},
		{"to read", standby(), "i", "open-learn", "Paused, stretch,"},
		{"at hand", begin(t, nobody, 80, 24), "h", "open-list", "Paused, wait,"},
		{"a look", skin(), "q", "open-leave", "heat on the skin"},
		{"to read at the end", summary(), "i", "open-learn", ""},
		{"keys at the end", summary(), "?", "open-help", ""},
	} {
		d := x.d.press(x.keys)
		if d.m.over == noOverlay {
			t.Fatalf("%s: nothing is open", x.what)
		}
		d.press("w")
		open := d.m.phrase(x.begin)
		rest, ok := strings.CutPrefix(d.m.notice, open)
		if !ok || !strings.Contains(rest, x.then) || strings.Contains(strings.ToLower(rest), "enter") || x.then == "" && rest != "" {
			t.Errorf("%s: %q", x.what, d.m.notice)
		}
		d.sees(open)
		c := session.Cue{Kind: session.CueWhere, At: d.m.at, Why: x.begin}
		if short := d.m.s.SaidShort(c); short != open {
			t.Errorf("%s: in short %q", x.what, short)
		}
	}
	if d := standby().press("w"); !strings.Contains(strings.ToLower(d.m.notice), "waiting for enter") {
		t.Errorf("with nothing over it: %q", d.m.notice)
	}
}
