package cli

import (
	"maps"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// counted is how many cramps are counted at last, by their muscle and leg.
func (d desk) counted(t *testing.T) map[string]int {
	t.Helper()
	<-time.After(3 * session.Cold)
	settle(d.dir, time.Now())
	if all := d.kept(t); len(all) > 0 {
		t.Errorf("left over: %v", all)
	}
	n := map[string]int{}
	for _, r := range d.records(t) {
		if !r.Hidden() && r.Cramps() > 0 {
			n[string(r.Muscle)+" "+string(r.Side)]++
		}
	}
	return n
}

// follows is a session of the routine for the legs, past its gate.
func follows(t *testing.T) session.Session {
	t.Helper()
	r, ok := content.Embedded().Routine("legs")
	if !ok {
		t.Fatal("there is no routine for the legs")
	}
	s, _ := session.Follow(session.Facts{Routine: r.ID}, r, content.Embedded).Apply(session.Go{}, 0)
	return s
}

// TestOneCrampInTwoSessions: a session broke off, another came after it, and nobody went
// back. It's the same cramp where muscle and leg are, and within the hour.
func TestOneCrampInTwoSessions(t *testing.T) {
	wait, plan := []session.Event{session.Check{Answer: session.Worse}}, []session.Event{session.Eased{}, session.Go{}}
	calf := func(s session.Side) session.Facts { return session.Facts{Muscle: content.Calf, Side: s} }
	quad := session.Facts{Muscle: content.Quad, Side: session.Left}
	flip := []session.Event{session.Eased{}, session.Tell{Facts: calf(session.Right)}, session.Go{}}
	for name, x := range map[string]struct {
		first, then session.Facts
		did, does   []session.Event
		later       time.Duration
		dies        bool // the second breaks off too
		want        map[string]int
	}{
		"waits, of one leg":            {first: calf(session.Left), then: calf(session.Left), did: wait, does: wait, want: map[string]int{"calf left": 1}},
		"waits that broke off":         {first: calf(session.Left), then: calf(session.Left), did: wait, does: wait, dies: true, want: map[string]int{"calf left": 1}},
		"plans, of one leg":            {first: calf(session.Left), then: calf(session.Left), did: plan, does: plan, want: map[string]int{"calf left": 1}},
		"plans that broke off":         {first: calf(session.Left), then: calf(session.Left), did: plan, does: plan, dies: true, want: map[string]int{"calf left": 1}},
		"a plan, and a wait":           {first: calf(session.Left), then: calf(session.Left), did: plan, does: wait, dies: true, want: map[string]int{"calf left": 1}},
		"a plan, and a wait that ends": {first: calf(session.Left), then: calf(session.Left), did: plan, does: wait, want: map[string]int{"calf left": 1}},
		"a leg that was not told":      {first: calf(""), then: calf(session.Right), did: wait, does: plan, want: map[string]int{"calf right": 1}},
		"both legs":                    {first: calf(session.Both), then: calf(session.Right), did: plan, does: plan, want: map[string]int{"calf right": 1}},
		"another muscle, a wait":       {first: quad, then: calf(session.Right), did: wait, does: plan, want: map[string]int{"quad left": 1, "calf right": 1}},
		"another muscle, a plan":       {first: quad, then: calf(session.Left), did: plan, does: plan, want: map[string]int{"quad left": 1, "calf left": 1}},
		"another leg":                  {first: calf(session.Left), then: calf(session.Right), did: wait, does: plan, want: map[string]int{"calf left": 1, "calf right": 1}},
		"another leg, both broke off":  {first: calf(session.Left), then: calf(session.Right), did: plan, does: wait, dies: true, want: map[string]int{"calf left": 1, "calf right": 1}},
		"another leg, at the question": {first: calf(session.Left), then: calf(""), did: wait, does: flip, want: map[string]int{"calf left": 1, "calf right": 1}},
		"the same, at the question":    {first: calf(session.Right), then: calf(""), did: wait, does: flip, want: map[string]int{"calf right": 1}},
		"a plan for the left, untold":  {first: calf(""), then: calf(session.Right), did: plan, does: plan, want: map[string]int{"calf left": 1, "calf right": 1}},
		"after an hour":                {first: calf(session.Left), then: calf(session.Left), did: plan, does: plan, later: 61 * time.Minute, want: map[string]int{"calf left": 2}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				w := d.sits(t, 1, told(t, x.first))
				w.passes(30 * time.Second)
				w.says(x.did...)
				w.dies()
				<-time.After(x.later + time.Minute)
				w = d.sits(t, 1, told(t, x.then))
				if w.offered() != nil {
					w.finds(t)
				}
				w.passes(30 * time.Second)
				w.says(x.does...)
				if x.dies {
					w.dies()
				} else {
					w.ends(t)
				}
				if got := d.counted(t); !maps.Equal(got, x.want) {
					t.Errorf("%v, want %v: %+v", got, x.want, d.records(t))
				}
			})
		})
	}
}

// TestACrampBeforeARoutine counts: what follows a routine is of no cramp.
func TestACrampBeforeARoutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, told(t, session.Facts{Muscle: content.Calf, Side: session.Right}))
		w.passes(24 * time.Second)
		w.dies()
		w = d.sits(t, 1, follows(t))
		w.finds(t)
		w.passes(20 * time.Second)
		w.ends(t)
		if got := d.counted(t); got["calf right"] != 1 || len(got) != 1 {
			t.Errorf("%v: %+v", got, d.records(t))
		}
	})
}

// TestAConnectionThatDropsAndDrops: each time there is a new plan, and what was done in
// each is kept.
func TestAConnectionThatDropsAndDrops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		for n := range 4 {
			w := d.sits(t, 1, told(t, session.Facts{Muscle: content.Calf, Side: session.Left}))
			w.says(session.Eased{}, session.Go{})
			w.passes(20 * time.Second)
			w.says(session.Next{})
			if n == 3 {
				w.ends(t)
			} else {
				w.dies()
			}
		}
		if got := d.counted(t); got["calf left"] != 1 || len(got) != 1 {
			t.Errorf("%v: %+v", got, d.records(t))
		}
		for _, r := range d.records(t) {
			if len(r.Eased) != 1 || len(r.Skipped) == 0 {
				t.Errorf("what was done is lost: %+v", r)
			}
		}
	})
}
