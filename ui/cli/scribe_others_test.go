package cli

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// stretches says that a plan has an exercise that stretches.
func stretches(s session.Session) bool {
	return slices.ContainsFunc(s.Rest, func(b session.Block) bool {
		return b.Kind == session.ItemBlock && b.Step == content.Stretch
	})
}

// TestASignThatWasNamedSince is not forgotten: what was left before it is not gone on with,
// however the session ended in which it was named.
func TestASignThatWasNamedSince(t *testing.T) {
	for name, end := range map[string]func(*writing){
		"left":       func(w *writing) { w.ends(t) },
		"killed":     (*writing).dies,
		"terminated": func(w *writing) { _ = w.finish(&w.s, true, time.Minute) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				d.leaves(t, content.Quad)
				<-time.After(time.Minute)
				w := d.sits(t, 1, relief(t, content.Quad))
				w.finds(t)
				w.passes(20 * time.Second)
				w.says(session.Warn{Tier: content.SameDay})
				end(w)
				for range 2 { // nor by the one after the next
					w = d.sits(t, 1, relief(t, content.Calf))
					w.finds(t)
					if !w.s.Ease.Signed() || w.s.Refusal(session.TakeUp{}) != "sign-named" {
						t.Fatalf("nobody knows of the sign: %+v", w.s.Ease)
					}
					w.dies()
				}
				w = d.sits(t, 1, relief(t, content.Calf))
				w.finds(t)
				if w.says(session.Eased{}); stretches(w.s) {
					t.Errorf("it stretches: %+v", w.s.Rest)
				}
			})
		})
	}
}

// TestASignNamedInThePlan of another session counts for what was left besides.
func TestASignNamedInThePlan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		one, two := d.sits(t, 1, relief(t, content.Quad)), d.sits(t, 1, relief(t, content.Arch))
		for _, w := range []*writing{one, two} {
			w.passes(time.Minute)
			w.says(session.Eased{}, session.Go{})
		}
		one.dies()
		two.dies()
		w := d.sits(t, 1, relief(t, content.Calf))
		w.says(session.Eased{}, session.Go{}, session.Warn{Tier: content.SameDay})
		w.ends(t)
		if v := d.sits(t, 1, relief(t, content.Calf)).offered(); v == nil || v.Facts.Muscle != content.Quad || v.Ease.Tier != content.SameDay {
			t.Errorf("offered is %+v", v)
		}
	})
}

// TestASignThatWasOnlyLookedAt was not named: who closes it can go on.
func TestASignThatWasOnlyLookedAt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		first := d.leaves(t, content.Quad)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.finds(t)
		was := w.s
		w.says(session.Warn{Tier: content.Emergency}) // so it's heard while its text is open
		w.s = was
		w.says(session.TakeUp{})
		w.ends(t)
		d.wantRecords(t, first.id)
	})
}

// TestAfterAnEmergency nothing is offered, and what was left is over.
func TestAfterAnEmergency(t *testing.T) {
	for name, end := range map[string]func(*writing){
		"left":   func(w *writing) { w.ends(t) },
		"killed": (*writing).dies,
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				one, two, wait := d.sits(t, 1, relief(t, content.Quad)), d.sits(t, 1, relief(t, content.Arch)), d.sits(t, 1, relief(t, content.Arch))
				for _, w := range []*writing{one, two} {
					w.says(session.Eased{}, session.Go{})
				}
				wait.passes(time.Minute)
				for _, w := range []*writing{one, two, wait} {
					w.dies()
				}
				w := d.sits(t, 1, relief(t, content.Calf))
				w.finds(t)
				w.says(session.Warn{Tier: content.Emergency})
				end(w)
				if name == "left" && len(d.kept(t)) > 0 {
					t.Errorf("still there: %v", d.kept(t))
				}
				next := d.sits(t, 1, relief(t, content.Calf))
				if v := next.offered(); v != nil {
					t.Errorf("offered is %+v", v)
				}
				counts := map[string]bool{one.id: true, two.id: true, wait.id: false, w.id: true}
				list := d.records(t)
				for _, r := range list {
					if r.Hidden() == counts[r.ID] || r.ID != w.id && r.Outcome != session.LeftEarly || (r.ID == w.id) != (r.Outcome == session.Warned) {
						t.Errorf("a record is %+v", r)
					}
				}
				if len(list) != len(counts) {
					t.Errorf("%d records", len(list))
				}
			})
		})
	}
}

// drops has a wait begin, three times, and its program killed.
func (d desk) drops(t *testing.T, speed float64, side session.Side) {
	t.Helper()
	for range 3 {
		w := d.sits(t, speed, told(t, session.Facts{Muscle: content.Calf, Side: side}))
		if w.offered() != nil {
			w.finds(t)
		}
		w.passes(17 * time.Second)
		w.dies()
	}
}

// TestOneCrampThatBrokeOffAgainAndAgain counts once: when there's a plan at last, and when
// the wait is taken up.
func TestOneCrampThatBrokeOffAgainAndAgain(t *testing.T) {
	for name, said := range map[string][]session.Event{
		"a plan of its own": {session.Eased{}, session.Go{}},
		"taken up":          {session.TakeUp{}, session.Eased{}, session.Go{}},
		"taken up, no plan": {session.TakeUp{}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				d.drops(t, 1, "")
				w := d.sits(t, 1, waits(t))
				w.finds(t)
				w.says(said...)
				w.passes(20 * time.Second)
				w.ends(t)
				<-time.After(2 * session.Cold)
				settle(d.dir, time.Now())
				cramps := 0
				for _, r := range d.records(t) {
					if !r.Hidden() {
						cramps += r.Cramps()
					}
				}
				if cramps != 1 || len(d.kept(t)) > 0 {
					t.Errorf("%d cramps in %+v; left %v", cramps, d.records(t), d.kept(t))
				}
			})
		})
	}
}

// TestWhatIsNotOvertaken: a session that runs, one with a plan, a preview, and a wait in
// another place where nothing but a wait is gone on with.
func TestWhatIsNotOvertaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		preview, quad := d.sits(t, 10, waits(t)), d.sits(t, 1, relief(t, content.Quad))
		plan, wait, runs := d.sits(t, 1, waits(t)), d.sits(t, 1, waits(t)), d.sits(t, 1, waits(t))
		for _, w := range []*writing{preview, plan, runs, wait, quad} {
			w.passes(20 * time.Second)
		}
		plan.says(session.Eased{})
		for _, w := range []*writing{preview, quad, plan, wait} {
			w.dies()
		}
		w := d.sits(t, 1, relief(t, content.Hamstring))
		if v := w.offered(); v == nil || v.Planned || v.Facts.Muscle != content.Quad {
			t.Fatalf("offered is %+v", v)
		}
		w.finds(t)
		w.says(session.TakeUp{})
		d.wantRecords(t)
		w.says(session.Eased{})
		w.ends(t)
		d.wantRecords(t, quad.id)
		if n := len(d.kept(t)); n != 4 {
			t.Errorf("%d are left", n)
		}
		w = d.sits(t, 1, waits(t))
		w.says(session.Eased{}, session.Go{}) // nobody goes back to the plan, and both are of that cramp
		if list := d.records(t); len(list) != 3 || list[1].ID != plan.id || !list[1].Replaced || list[2].ID != wait.id || !list[2].Replaced {
			t.Errorf("the history holds %+v", list)
		}
		runs.ends(t)
		if list := d.records(t); list[3].ID != runs.id || list[3].Hidden() {
			t.Errorf("what ran is %+v", list[3])
		}
	})
}

// TestTheSameCrampIsAsOldAsItIs, however often its program broke off; another leg's is
// another cramp.
func TestTheSameCrampIsAsOldAsItIs(t *testing.T) {
	for _, speed := range []float64{1, 10} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			other := d.sits(t, speed, told(t, session.Facts{Muscle: content.Calf, Side: session.Right}))
			other.passes(30 * time.Second)
			<-time.After(time.Minute)
			d.drops(t, speed, session.Left)
			other.dies()
			w := d.sits(t, speed, told(t, session.Facts{Muscle: content.Calf, Side: session.Left}))
			v := w.offered()
			want := 17*time.Second + time.Duration(speed*float64(34*time.Second))
			if v == nil || -v.Onset != want {
				t.Fatalf("x%g: it's %v, offered is %+v", speed, want, v)
			}
			w.finds(t)
			w.says(session.TakeUp{})
			if got := w.s.SinceOnset(w.s.Now); got != want {
				t.Errorf("x%g: taken up it's %v, want %v", speed, got, want)
			}
		})
	}
}
