package cli

import (
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestACrampAfterAPlan that broke off, or a routine: its help comes first, and it's as old
// as it is, however often it breaks off.
func TestACrampAfterAPlan(t *testing.T) {
	calf := session.Facts{Muscle: content.Calf, Side: session.Left, Position: content.Seated}
	for name, x := range map[string]struct {
		begin func(*testing.T) session.Session
		says  []session.Event
		again bool // the cramp that goes on began in it
	}{
		"a plan":                          {func(t *testing.T) session.Session { t.Helper(); return told(t, calf) }, []session.Event{session.Eased{}, session.Go{}}, false},
		"a routine":                       {follows, nil, false},
		"a plan in which it cramps again": {func(t *testing.T) session.Session { t.Helper(); return told(t, calf) }, []session.Event{session.Eased{}, session.Go{}, session.Again{}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				w := d.sits(t, 1, x.begin(t))
				w.says(x.says...)
				onset := time.Now()
				w.passes(20 * time.Second)
				w.dies()
				if !x.again {
					onset = time.Now()
				}
				for range 3 {
					w = d.sits(t, 1, told(t, calf))
					w.finds(t)
					w.passes(75 * time.Second)
					w.dies()
				}
				w = d.sits(t, 1, told(t, calf))
				v := w.offered()
				if v == nil || !v.Gripping || v.Facts.Routine != "" {
					t.Fatalf("offered is %+v", v)
				}
				w.finds(t)
				w.says(session.TakeUp{})
				if got, want := w.s.SinceOnset(w.s.Now), time.Since(onset); got != want || w.s.Head().Kind != session.WaitBlock {
					t.Errorf("it grips since %v, not %v, at %s", got, want, w.s.Head().Kind)
				}
			})
		})
	}
}
