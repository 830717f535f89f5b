package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// TestScribeKeepsWhereItStands, and writes it anew for all but time alone.
func TestScribeKeepsWhereItStands(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		first := d.one(t)
		if first.ID != w.id || first.Session.Planned || !first.Began.Equal(w.began) {
			t.Errorf("it begins with %+v", first)
		}
		w.passes(time.Minute)
		for _, x := range []struct {
			what  string
			do    func()
			wrote bool
		}{
			{"ten seconds of the wait", func() { w.passes(10 * time.Second) }, false},
			{"a pause", func() { w.says(session.Pause{}) }, false},
			{"going on", func() { w.says(session.Resume{}) }, false},
			{"another leg", func() { w.says(session.Tell{Facts: session.Facts{Muscle: content.Calf, Side: session.Right}}) }, true},
			{"eased", func() { w.says(session.Eased{}) }, true},
			{"yes", func() { w.says(session.Go{}) }, false},
			{"a second of the lead", func() { w.passes(time.Second) }, false},
			{"the first hold", func() { w.passes(16 * time.Second) }, true},
			{"ten seconds of it", func() { w.passes(10 * time.Second) }, false},
			{"the second hold", func() { w.passes(20 * time.Second) }, true},
			{"too much", func() { w.says(session.TooMuch{}) }, true},
			{"skipped", func() { w.says(session.Next{}) }, true},
			{"heard again", func() { w.says() }, false},
		} {
			before := d.kept(t)["session-1.json"]
			x.do()
			if wrote := d.kept(t)["session-1.json"] != before; wrote != x.wrote {
				t.Errorf("%s: written %t; it stands at %s", x.what, wrote, w.s.Head().Slot)
			}
		}
		if now := d.one(t); now.ID != first.ID || !now.Left.Equal(time.Now()) && now.Left.Before(first.Left) || len(d.records(t)) > 0 {
			t.Errorf("at last it is %+v", now)
		}
	})
}

// TestScribeEnds: the record is in the history, and nothing else is left.
func TestScribeEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Quad))
		w.passes(20 * time.Second)
		w.ends(t)
		d.wantRecords(t, w.id)
		if r := d.records(t)[0]; r.Outcome != session.LeftEarly || r.Took != 20 || r.Muscle != content.Quad || r.Look || !r.Gripping {
			t.Errorf("%+v", r)
		}
		if all := d.kept(t); len(all) > 0 {
			t.Errorf("it stands there still: %v", all)
		}
		again := w.s
		if err := w.finish(&again, false, time.Minute); err != nil { // it has ended
			t.Error(err)
		}
		w.hear(99, w.s, session.Worn{}, time.Now())
		synctest.Wait()
		d.wantRecords(t, w.id)
		if all := d.kept(t); len(all) > 0 || len(w.problems()) > 0 {
			t.Errorf("written after the end: %v, %q", all, w.problems())
		}
	})
}

// TestScribeEndsBeforeItBegan: a program that is left at once waits for no first frame.
func TestScribeEndsBeforeItBegan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		s, _ := relief(t, content.Calf).Apply(session.Leave{}, time.Second)
		w := newScribe(d.dir, 1, time.Now())
		if err := w.finish(&s, false, time.Minute); err != nil {
			t.Fatal(err)
		}
		d.wantRecords(t, w.id)
		w = newScribe(d.dir, 1, time.Now())
		if err := w.finish(nil, true, time.Minute); err != nil { // and nobody saw it
			t.Fatal(err)
		}
		if len(d.records(t)) != 1 || len(d.kept(t)) > 0 {
			t.Errorf("something was kept of nothing: %v", d.kept(t))
		}
	})
}

// TestScribeOutOfTurn: what comes late is behind the times.
func TestScribeOutOfTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.passes(20 * time.Second)
		old := w.s
		w.says(session.Eased{})
		if !d.one(t).Session.Planned {
			t.Fatal("what was said is not kept")
		}
		w.hear(w.n-1, old, session.Worn{}, time.Now())
		w.hear(w.n, old, session.Worn{}, time.Now())
		synctest.Wait()
		if !d.one(t).Session.Planned {
			t.Error("it went back")
		}
	})
}

// TestScribeOfNobody keeps nothing, and nothing has to ask whether there is one.
func TestScribeOfNobody(t *testing.T) {
	t.Parallel()
	a := app{world: World{Getenv: func(string) string { return "" }}}
	w := a.newScribe()
	if w != nil && runtime.GOOS != "windows" {
		t.Fatalf("without a home, a scribe writes in %s", w.dir)
	}
	w = nil // private is the same
	w.tell(func(tea.Msg) { t.Error("it tells something") })
	w.start()
	w.hear(1, relief(t, content.Calf), session.Worn{}, time.Now())
	s := relief(t, content.Calf)
	if err := w.finish(&s, false, time.Minute); err != nil {
		t.Error(err)
	}
}

// TestScribeOfALongWait: somebody who waited through a cramp did more than look, though
// no key was pressed and nothing moved.
func TestScribeOfALongWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		onset := d.one(t).Session.Onset
		for range 10 {
			w.passes(30 * time.Second) // it asks how it is, and nobody answers
		}
		w.dies()
		next := d.sits(t, 1, relief(t, content.Quad))
		v := next.offered()
		if v == nil {
			t.Fatalf("a cramp of five minutes is gone: %+v", d.records(t))
		}
		if got, want := -v.Onset, time.Since(onset); got < want {
			t.Errorf("it grips since %v, not %v", got, want)
		}
	})
}

// TestScribeOfALook: a program that was opened and closed by force leaves nothing to go
// on with.
func TestScribeOfALook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		w.passes(3 * time.Second)
		w.dies()
		next := d.sits(t, 1, relief(t, content.Calf))
		if next.offered() != nil {
			t.Error("a look is offered")
		}
		d.wantRecords(t, w.id)
		if r := d.records(t)[0]; !r.Look {
			t.Errorf("it counts: %+v", r)
		}
	})
}

// TestScribeTellsOnce what can't be written, however often it's tried.
func TestScribeTellsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, relief(t, content.Calf))
		if err := os.RemoveAll(d.dir); err != nil {
			t.Fatal(err)
		}
		w.passes(20 * time.Second)
		w.says(session.Eased{})
		w.says(session.Go{})
		w.says(session.Next{})
		list := w.problems()
		if len(list) != 1 || !strings.Contains(list[0], "this session can't be saved: session-1.json: ") || strings.Contains(list[0], "\n") {
			t.Errorf("told %q", list)
		}
		if len(d.kept(t)) > 0 {
			t.Error("a place that is another's by now was written to")
		}
		w.s, _ = w.s.Apply(session.Leave{}, time.Since(w.base))
		if err := w.finish(&w.s, false, time.Minute); err == nil || !strings.Contains(err.Error(), "can't be saved") {
			t.Errorf("at the end: %v", err)
		}
	})
}

// TestScribeWithoutAFolder: the session goes on, and one line says what is wrong.
func TestScribeWithoutAFolder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		if err := os.WriteFile(d.dir, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		d.dir = filepath.Join(d.dir, "below")
		w := d.sits(t, 1, relief(t, content.Calf))
		w.says(session.Eased{})
		w.ends(t)
		if list := w.problems(); len(list) != 1 || !strings.Contains(list[0], "this session can't be saved: ") {
			t.Errorf("told %q", list)
		}
	})
}
