package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gofrs/flock"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
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

// TestLeftBehind: what nobody goes on with goes into the history, once.
func TestLeftBehind(t *testing.T) {
	for name, x := range map[string]struct {
		end  []session.Event // what was said at last
		gone time.Duration
		want session.Outcome
	}{
		"in the summary": {[]session.Event{session.Leave{}, session.Rate{Sore: 4}}, 0, session.LeftEarly},
		"warned":         {[]session.Event{session.Warn{Tier: content.Emergency}}, 0, session.Warned},
		"after an hour":  {nil, cold + time.Second, session.LeftEarly},
		"after a year":   {nil, 365 * 24 * time.Hour, session.LeftEarly},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				w := d.sits(t, 1, relief(t, content.Calf))
				w.passes(time.Minute)
				w.says(session.Eased{})
				w.says(append([]session.Event{session.Go{}}, x.end...)...)
				w.dies()
				<-time.After(x.gone)
				for range 2 {
					next := d.sits(t, 1, relief(t, content.Calf))
					if next.offered() != nil || len(next.problems()) > 0 {
						t.Errorf("it's offered, or not right: %q", next.problems())
					}
					d.wantRecords(t, w.id)
					next.dies()
					for name := range d.kept(t) { // the next one's own
						if err := os.Remove(filepath.Join(d.dir, name)); err != nil {
							t.Fatal(err)
						}
					}
				}
				list := d.records(t)
				if len(list) == 0 {
					t.Fatal("it isn't in the history")
				}
				r := list[0]
				if r.Outcome != x.want || (r.Sore != nil) != (name == "in the summary") || len(r.Eased) != 1 {
					t.Errorf("%+v", r)
				}
			})
		})
	}
}

// TestLastMinuteOfTheHour: until then it's offered.
func TestLastMinuteOfTheHour(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.leaves(t, content.Calf)
		<-time.After(cold - time.Minute)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.finds(t)
		if why := w.s.Refusal(session.TakeUp{}); why != "" {
			t.Errorf("refused: %s", why)
		}
		w.passes(2 * time.Minute)
		if why := w.s.Refusal(session.TakeUp{}); why != "too-late" {
			t.Errorf("refused: %q", why)
		}
	})
}

// TestAlreadyInTheHistory: a program that died after its record was written leaves a
// checkpoint that says no more than that.
func TestAlreadyInTheHistory(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.passes(time.Minute)
		w.says(session.Leave{})
		if err := w.journal.Append(w.record(moment{session: w.s})); err != nil {
			t.Fatal(err)
		}
		w.dies()
		d.sits(t, 1, relief(t, content.Calf)).dies()
		d.wantRecords(t, w.id)
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

// TestGoesOnAfterHangup: what was heard last is kept, also what was not written yet; and
// a session that ended is not gone on with.
func TestGoesOnAfterHangup(t *testing.T) {
	for _, x := range []struct {
		name  string
		seen  bool // the program could say how it stood
		ended bool
	}{{"unseen", false, false}, {"seen", true, false}, {"ended unseen", false, true}, {"ended seen", true, true}} {
		t.Run(x.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				w := d.sits(t, 1, relief(t, content.Calf))
				<-time.After(20 * time.Second)
				w.s, _ = w.s.Apply(session.Eased{}, time.Since(w.base))
				if x.ended {
					w.s, _ = w.s.Apply(session.Leave{}, time.Since(w.base))
				}
				last := &w.s
				if !x.seen {
					w.hear(w.n+1, w.s, time.Now()) // and at once:
					last = nil
				}
				if err := w.finish(last, true, time.Minute); err != nil {
					t.Fatal(err)
				}
				if is := d.one(t); is.ID != w.id || is.Ended != x.ended || !is.Session.Planned {
					t.Errorf("kept is %+v", is)
				}
				d.wantRecords(t)
				d.sits(t, 1, relief(t, content.Calf)).dies()
				if n := len(d.records(t)); (n == 1) != x.ended {
					t.Errorf("%d records", n)
				}
			})
		})
	}
}

// TestWhatIsGoneOnWith: of several, what had a plan, and of those the newest.
func TestWhatIsGoneOnWith(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		var all []*writing
		for _, m := range []content.Muscle{content.Quad, content.Arch, content.Toes} {
			w := d.sits(t, 1, relief(t, m))
			w.passes(time.Minute)
			if m != content.Toes {
				w.says(session.Eased{})
			}
			all = append(all, w)
		}
		all[2].says(session.Check{Answer: session.Worse})
		for _, w := range all {
			w.dies()
		}
		w := d.sits(t, 1, relief(t, content.Calf))
		if v := w.offered(); v == nil || v.Facts.Muscle != content.Arch {
			t.Errorf("offered is %+v", v)
		}
		if len(d.kept(t)) != 4 || len(d.records(t)) > 0 {
			t.Error("what is not gone on with is gone")
		}
	})
}

// TestHistoryThatCantBeWritten: what should go there stays, and goes there another time.
func TestHistoryThatCantBeWritten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		first := d.leaves(t, content.Quad)
		block := filepath.Join(d.dir, "history.jsonl")
		if err := os.Mkdir(block, 0o700); err != nil {
			t.Fatal(err)
		}
		<-time.After(2 * cold)
		w := d.sits(t, 1, relief(t, content.Calf))
		if list := w.problems(); len(list) != 1 || !strings.Contains(list[0], "history.jsonl: not a plain file") {
			t.Errorf("told %q", list)
		}
		w.passes(time.Minute)
		w.s, _ = w.s.Apply(session.Leave{}, time.Since(w.base))
		if err := w.finish(&w.s, false, time.Minute); err == nil || !strings.Contains(err.Error(), "history.jsonl") {
			t.Errorf("at the end: %v", err)
		}
		if !strings.Contains(d.kept(t)["session-2.json"], `"ended":true`) {
			t.Error("that it ended is not kept either")
		}
		if err := os.Remove(block); err != nil {
			t.Fatal(err)
		}
		d.sits(t, 1, relief(t, content.Calf)).dies()
		if got := ids(d.records(t)); len(got) != 2 || !strings.Contains(strings.Join(got, " "), first.id) || !strings.Contains(strings.Join(got, " "), w.id) {
			t.Errorf("the history holds %v, want %s and %s", got, first.id, w.id)
		}
	})
}

// TestDiskThatDoesNotAnswer: the end doesn't wait for it for long.
func TestDiskThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	other, err := journal.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	held := flock.New(filepath.Join(dir, "history.lock"))
	if ok, err := held.TryLock(); !ok || err != nil {
		t.Fatal(ok, err)
	}
	w := newScribe(dir, 1, time.Now())
	s, _ := relief(t, content.Calf).Apply(session.Leave{}, time.Minute)
	const limit = 50 * time.Millisecond
	began := time.Now()
	err = w.finish(&s, false, limit)
	if took := time.Since(began); err == nil || !strings.Contains(err.Error(), "does not answer") || took > 20*limit {
		t.Errorf("after %v: %v", took, err)
	}
	if err := held.Unlock(); err != nil {
		t.Fatal(err)
	}
	<-w.over // it went on beside
	if h, err := other.History(); err != nil || len(h.Records) != 1 {
		t.Errorf("the history holds %+v, %v", h, err)
	}
}
