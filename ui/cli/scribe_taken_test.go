package cli

import (
	"reflect"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// leaves has a session begin, come to its second hold, and be left there.
func (d desk) leaves(t *testing.T, m content.Muscle) *writing {
	t.Helper()
	w := d.sits(t, 1, relief(t, m))
	w.passes(time.Minute)
	w.says(session.Eased{}, session.Go{})
	w.passes(16 * time.Second)
	w.passes(40 * time.Second)
	if w.s.Phase().Rep != 2 {
		t.Fatalf("not in the second hold: %+v", w.s.Head())
	}
	w.dies()
	return w
}

// TestTakenUp: one session, under one name, in one place, with one record of both runs.
func TestTakenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		first := d.leaves(t, content.Quad)
		was := d.one(t)
		<-time.After(14 * time.Minute)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.finds(t)
		if all := d.kept(t); len(all) != 2 {
			t.Fatalf("the one that is offered and the one that runs: %v", all)
		}
		w.passes(10 * time.Second)
		w.says(session.TakeUp{})
		is := d.one(t)
		if is.ID != first.id || !is.Began.Equal(was.Began) || is.Session.Rest[0] != was.Session.Rest[0] || is.Session.Rest[0].From != 1 {
			t.Errorf("it was %+v, is %+v", was, is)
		}
		w.says(session.Go{})
		w.passes(time.Minute)
		w.ends(t)
		d.wantRecords(t, first.id)
		r := d.records(t)[0]
		if !r.At.Equal(was.Began) || r.Muscle != content.Quad || len(r.Eased) != 1 || r.Took < 17*60 || r.Took > 18*60 {
			t.Errorf("the record of both is %+v", r)
		}
		if all := d.kept(t); len(all) > 0 {
			t.Errorf("left over: %v", all)
		}
	})
}

// TestWhatIsSaidAtTheGateIsKept: where the session breaks off again before it goes on, what
// was changed stays changed, and the session is as old as it was.
func TestWhatIsSaidAtTheGateIsKept(t *testing.T) {
	for _, speed := range []float64{1, 10} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			w := d.sits(t, speed, relief(t, content.Quad))
			w.says(session.Eased{}, session.Go{})
			w.passes(3 * time.Second)
			w.dies()
			was := d.whole(t)
			<-time.After(time.Minute)
			w = d.sits(t, speed, relief(t, content.Calf))
			w.finds(t)
			w.says(session.TakeUp{})
			if is := d.whole(t); !reflect.DeepEqual(is.Saved, was.Saved) || !is.Left.Equal(was.Left) {
				t.Errorf("the gate alone has made of %+v\n%+v", was, is)
			}
			f := w.s.Facts
			f.Side, f.Position = session.Right, content.Seated
			w.says(session.Tell{Facts: f})
			w.dies()
			is := d.whole(t)
			if got := is.Saved.Facts; got.Side != session.Right || got.Position != content.Seated {
				t.Errorf("what was said at the gate is lost: %+v", got)
			}
			if is.Record.Look || !is.Left.Equal(was.Left) || is.Saved.Start != was.Saved.Start || is.Saved.At != 0 {
				t.Errorf("preview x%g: another age: %+v, was %+v", speed, is, was)
			}
			w = d.sits(t, speed, relief(t, content.Calf))
			w.finds(t)
			w.says(session.TakeUp{}, session.Go{})
			if is := d.whole(t); !is.Left.After(was.Left) {
				t.Error("it went on, and is as old as before")
			}
		})
	}
}

// TestTakenUpWhereItBegan: the hour of the day is the one of the place.
func TestTakenUpWhereItBegan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.began = w.began.In(time.FixedZone("", 3*3600+1800))
		hour := w.began.Hour()
		w.passes(time.Minute)
		w.says(session.Eased{})
		w.dies()
		w = d.sits(t, 1, relief(t, content.Calf))
		w.finds(t)
		w.says(session.TakeUp{})
		w.ends(t)
		if r := d.records(t); len(r) != 1 || r[0].At.Hour() != hour {
			t.Errorf("it began at %d o'clock, says %+v", hour, r)
		}
	})
}

// TestTakenUpTwice: it breaks off again, and goes on again.
func TestTakenUpTwice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		first := d.leaves(t, content.Calf)
		for range 3 {
			<-time.After(10 * time.Minute)
			w := d.sits(t, 1, relief(t, content.Calf))
			w.finds(t)
			w.says(session.TakeUp{})
			w.dies()
		}
		if is := d.one(t); is.ID != first.id || !is.Began.Equal(first.began) || is.Session.Rest[0].From != 1 {
			t.Errorf("it is %+v", is)
		}
	})
}

// TestSuperseded: an earlier session is over once a new one has a plan, and not before.
func TestSuperseded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		first := d.leaves(t, content.Quad)
		<-time.After(time.Minute)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.finds(t)
		w.passes(30 * time.Second)
		w.ends(t) // in its wait
		d.wantRecords(t, w.id)
		if is := d.one(t); is.ID != first.id {
			t.Fatalf("it's %s that is left", is.ID)
		}
		next := d.sits(t, 1, relief(t, content.Calf))
		next.finds(t)
		next.says(session.Eased{})
		d.wantRecords(t, w.id) // it's asked which leg the plan is for
		next.says(session.Go{})
		list := d.records(t)
		if got := ids(list); !slices.Equal(got, []string{w.id, first.id}) {
			t.Fatalf("the history holds %v", got)
		}
		if r := list[1]; r.Outcome != session.LeftEarly || len(r.BrokeOff) != 1 || r.BrokeOff[0].Reps != 1 || len(r.Eased) != 1 {
			t.Errorf("the old one is %+v", r)
		}
		next.ends(t)
		d.wantRecords(t, w.id, first.id, next.id)
		if all := d.kept(t); len(all) > 0 {
			t.Errorf("left over: %v", all)
		}
	})
}

// TestTwoAtOnce: the second has its own place, and never touches the first's.
func TestTwoAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		one := d.sits(t, 1, relief(t, content.Calf))
		one.passes(20 * time.Second)
		one.says(session.Eased{})
		before := d.kept(t)["session-1.json"]
		two := d.sits(t, 1, relief(t, content.Quad))
		if two.offered() != nil {
			t.Error("a session that runs is offered")
		}
		two.passes(20 * time.Second)
		two.says(session.Eased{}, session.Go{})
		if all := d.kept(t); len(all) != 2 || all["session-1.json"] != before {
			t.Errorf("of two there are %d, and the first was touched: %t", len(all), all["session-1.json"] != before)
		}
		two.ends(t)
		if all := d.kept(t); len(all) != 1 || all["session-1.json"] != before {
			t.Error("the end of the second touched the first")
		}
		one.ends(t)
		d.wantRecords(t, two.id, one.id)
	})
}

// TestPreviewsApart: what ran faster than life is gone on with by a preview alone, and
// the other way round.
func TestPreviewsApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		first, preview := d.leaves(t, content.Calf), d.sits(t, 10, relief(t, content.Quad))
		if preview.offered() != nil {
			t.Error("a session is offered to a preview")
		}
		preview.passes(20 * time.Second)
		preview.says(session.Eased{})
		preview.dies()
		other := d.sits(t, 1, relief(t, content.Calf))
		if v := other.offered(); v == nil || v.Facts.Muscle != content.Calf {
			t.Error("the session is not offered")
		}
		other.ends(t)
		v := d.sits(t, 20, relief(t, content.Calf))
		if v.offered() == nil || v.offered().Facts.Muscle != content.Quad {
			t.Fatal("the preview is not offered")
		}
		v.finds(t)
		v.says(session.TakeUp{})
		v.ends(t)
		d.wantRecords(t, other.id, preview.id)
		if r := d.records(t); r[0].Preview || !r[1].Preview {
			t.Error("it doesn't say that it is a preview")
		}
		if is := d.one(t); is.ID != first.id {
			t.Errorf("%s is left", is.ID)
		}
	})
}
