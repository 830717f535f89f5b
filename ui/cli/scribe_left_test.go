package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gofrs/flock"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
)

// TestLeftBehind: what nobody goes on with goes into the history, once.
func TestLeftBehind(t *testing.T) {
	for name, x := range map[string]struct {
		end  []session.Event // what was said at last
		gone time.Duration
		want session.Outcome
	}{
		"in the summary": {[]session.Event{session.Leave{}, session.Rate{Sore: 4}}, 0, session.LeftEarly},
		"warned":         {[]session.Event{session.Warn{Tier: content.Emergency}}, 0, session.Warned},
		"after an hour":  {nil, session.Cold + time.Second, session.LeftEarly},
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
		<-time.After(session.Cold - time.Minute)
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
					w.hear(w.n+1, w.s, session.Worn{}, time.Now()) // and at once:
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

// TestWhatIsGoneOnWith: of several, the newest, so that a cramp that came since comes before
// an older plan, of whatever leg.
func TestWhatIsGoneOnWith(t *testing.T) {
	quad, arch := session.Facts{Muscle: content.Quad}, session.Facts{Muscle: content.Arch}
	right, left := session.Facts{Muscle: content.Arch, Side: session.Right}, session.Facts{Muscle: content.Arch, Side: session.Left}
	both := session.Facts{Muscle: content.Arch, Side: session.Both}
	for name, x := range map[string]struct {
		plans []session.Facts // the older first
		wait  session.Facts
		early bool // the wait was left before them
		want  session.Facts
	}{
		"the same place":             {plans: []session.Facts{quad, arch}, wait: arch, want: arch},
		"of the leg that it was for": {plans: []session.Facts{quad, arch}, wait: left, want: left},
		"of one of both legs":        {plans: []session.Facts{quad, both}, wait: right, want: right},
		"another leg":                {plans: []session.Facts{quad, arch}, wait: right, want: right},
		"another muscle":             {plans: []session.Facts{arch, quad}, wait: arch, want: arch},
		"another muscle, before":     {plans: []session.Facts{quad}, wait: arch, early: true, want: quad},
		"nothing has a plan":         {wait: arch, want: arch},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				var all []*writing
				begins := func(f session.Facts, planned bool) {
					w := d.sits(t, 1, told(t, f))
					w.passes(time.Minute)
					if planned {
						w.says(session.Eased{})
					} else {
						w.says(session.Check{Answer: session.Worse})
					}
					all = append(all, w)
				}
				if x.early {
					begins(x.wait, false)
				}
				for _, f := range x.plans {
					begins(f, true)
				}
				if !x.early {
					begins(x.wait, false)
				}
				for _, w := range all {
					w.dies()
				}
				w := d.sits(t, 1, relief(t, content.Calf))
				v := w.offered()
				if v == nil || v.Facts.Muscle != x.want.Muscle || v.Facts.Side != x.want.Side || v.Gripping == x.early {
					t.Errorf("offered is %+v", v)
				}
				if len(d.kept(t)) != len(all)+1 || len(d.records(t)) > 0 {
					t.Error("what is not gone on with is gone")
				}
			})
		})
	}
}

// told is a session of somebody who told that much, in its wait.
func told(t *testing.T, f session.Facts) session.Session {
	t.Helper()
	w, err := content.FirstWaiting(f.Muscle)
	if err != nil {
		t.Fatal(err)
	}
	return session.New(f, w, content.Embedded)
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
		<-time.After(2 * session.Cold)
		w := d.sits(t, 1, relief(t, content.Calf))
		if list := w.problems(); len(list) != 1 || list[0] != "an earlier session can't be put into the history: history.jsonl: not a plain file" {
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
