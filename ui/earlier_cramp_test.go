package ui

import (
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestWhichCrampItWas is named, and another muscle's or leg's is not called the same.
func TestWhichCrampItWas(t *testing.T) {
	quad, calf := session.Facts{Muscle: content.Quad, Side: session.Left}, session.Facts{Muscle: content.Calf}
	right, both := calf, calf
	right.Side, both.Side = session.Right, session.Both
	const same, other = "still the same cramp", "back to the cramp of before"
	for name, x := range map[string]struct {
		was, is     session.Facts
		want, never string
		leg         session.Side // once it's taken up
	}{
		"another muscle":      {quad, right, other + ": it began 2:40 ago, left quad", same, session.Left},
		"another leg":         {session.Facts{Muscle: content.Calf, Side: session.Left}, right, other + ": it began 2:40 ago, left calf", same, session.Left},
		"the same":            {right, right, same + ": it began 2:40 ago, right calf", other, session.Right},
		"untold before":       {calf, right, same + ": it began 2:40 ago, right calf", other, session.Right},
		"untold now":          {right, calf, same + ": it began 2:40 ago, right calf", other, session.Right},
		"one of both":         {both, right, same + ": it began 2:40 ago, both calves", other, session.Both},
		"before a routine":    {right, session.Facts{Routine: "legs"}, other + ": it began 2:40 ago, right calf", same, session.Right},
		"in the same routine": {session.Facts{Muscle: content.Calf, Routine: "legs"}, calf, same + ": it began 2:40 ago", other, ""},
	} {
		s := sessionOf(t, x.was)
		if s.Facts.Routine != "" {
			s, _ = s.Apply(session.Again{}, 0)
		}
		s, _ = s.Apply(session.Tick{}, 40*time.Second)
		v := s.Saved()
		d := beginWith(t, x.is, 100, 40, Options{Told: true}).back(Earlier{v.Later(-v.At - 2*time.Minute)})
		d.sees("[r] " + x.want)
		d.misses(x.never)
		if d.press("r"); d.m.s.Facts.Muscle != x.was.Muscle || x.leg != "" && d.m.s.Facts.Side != x.leg {
			t.Errorf("%s: it's %+v", name, d.m.s.Facts)
		}
	}
}
