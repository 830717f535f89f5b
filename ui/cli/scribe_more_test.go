package cli

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
)

// remindsOf says that the screen was told to take a pack off.
func (w *writing) remindsOf() bool {
	w.heard.Lock()
	defer w.heard.Unlock()
	return slices.ContainsFunc(w.told, isStillOn)
}

// isStillOn says that the screen is told of a pack that may be on the skin.
func isStillOn(m tea.Msg) bool {
	on, ok := m.(ui.StillOn)
	return ok && on.Worn.Kind != "" && on.Worn.On <= 0 && on.Worn.On <= on.Worn.Off
}

// packed is a session with heat on the skin.
func packed(t *testing.T) session.Session {
	t.Helper()
	w, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(session.Facts{Muscle: content.Calf}, w, content.Embedded)
	for _, e := range []session.Event{session.Eased{}, session.Go{}} {
		s, _ = s.Apply(e, 0)
	}
	for s.Head().Kind != session.AskBlock && s.Mode != session.Ended {
		s, _ = s.Apply(session.Next{}, 0)
	}
	s, _ = s.Apply(session.Choose{Pack: content.Heat}, 0)
	s, _ = s.Apply(session.Go{}, 0)
	return s
}

// waits is a session that waits.
func waits(t *testing.T) session.Session {
	t.Helper()
	w, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	return session.New(session.Facts{Muscle: content.Calf}, w, content.Embedded)
}

// TestAPackIsNotForgotten: where nobody counts it any more, somebody says so.
func TestAPackIsNotForgotten(t *testing.T) {
	for _, c := range []struct {
		name  string
		gone  time.Duration
		reads bool
	}{{"within the hour it's counted", 50 * time.Minute, false}, {"after that it's told", 61 * time.Minute, true}} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t)
				d.sits(t, 1, packed(t)).dies()
				<-time.After(c.gone)
				if w := d.sits(t, 1, waits(t)); w.remindsOf() != c.reads {
					t.Errorf("told %v", w.told)
				}
			})
		})
	}
}

// TestAPackThatCameOffSince isn't on when what was left is gone on with.
func TestAPackThatCameOffSince(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.sits(t, 1, packed(t)).dies()
		w := d.sits(t, 1, waits(t))
		v := w.left.Checkpoint.At(time.Now(), 1)
		w.says(session.Found{Earlier: v})
		if w.left.Checkpoint.Saved.Pack.Kind == "" {
			t.Fatal("off, and nobody took it off")
		}
		w.says(session.Skin{})
		c := w.left.Checkpoint.Saved
		if c.Pack.Kind != "" || len(c.Packs) != 1 {
			t.Errorf("still %+v, of %v", c.Pack, c.Packs)
		}
	})
}

// TestAClockThatWasAhead: what was left at a time that is yet to come is not gone on with.
func TestAClockThatWasAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		now := time.Now()
		s := newScribe(t.TempDir(), 1, now)
		for _, c := range []struct {
			left time.Time
			old  bool
		}{{now, false}, {now.Add(time.Minute), false}, {now.Add(5 * 24 * time.Hour), true}, {now.Add(-59 * time.Minute), false}, {now.Add(-61 * time.Minute), true}} {
			if got := s.tooOld(journal.Checkpoint{Left: c.left}, now); got != c.old {
				t.Errorf("left %v: too old %t", c.left.Sub(now), got)
			}
		}
	})
}

// TestTheGateDoesNotMakeItYounger: an hour is an hour since something was done.
func TestTheGateDoesNotMakeItYounger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, waits(t))
		w.says(session.Eased{}, session.Go{})
		w.dies()
		<-time.After(50 * time.Minute)
		w = d.sits(t, 1, waits(t))
		w.says(session.Found{Earlier: w.left.Checkpoint.At(time.Now(), 1)}, session.TakeUp{})
		w.dies()
		<-time.After(20 * time.Minute)
		if w = d.sits(t, 1, waits(t)); w.left != nil {
			t.Error("seventy minutes later it can be gone on with")
		}
	})
}

// TestTheGateIsKeptOnceSomethingWasSaid: it cramped there, and eased.
func TestTheGateIsKeptOnceSomethingWasSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, waits(t))
		w.says(session.Eased{}, session.Go{})
		w.dies()
		w = d.sits(t, 1, waits(t))
		w.says(session.Found{Earlier: w.left.Checkpoint.At(time.Now(), 1)})
		w.says(session.TakeUp{})
		w.says(session.Again{})
		w.says(session.Eased{})
		w.dies()
		if w = d.sits(t, 1, waits(t)); w.left == nil || w.left.Checkpoint.Saved.Gripping {
			t.Error("it eased, and is kept as gripping")
		}
	})
}

// TestOneCrampCountsOnce: a wait that broke off, and the session that came after it.
func TestOneCrampCountsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		w := d.sits(t, 1, waits(t))
		w.passes(40 * time.Second)
		w.dies()
		w = d.sits(t, 1, waits(t))
		w.says(session.Found{Earlier: w.left.Checkpoint.At(time.Now(), 1)})
		w.says(session.Eased{})
		w.says(session.Leave{})
		last := w.s
		if err := w.finish(&last, false, time.Minute); err != nil {
			t.Fatal(err)
		}
		j, err := journal.Open(d.dir)
		if err != nil {
			t.Fatal(err)
		}
		h, err := j.History()
		if err != nil || len(h.Records) != 2 || !h.Records[0].Replaced || h.Records[1].Hidden() {
			t.Errorf("%v, %+v", err, h.Records)
		}
	})
}

// TestSettle: who looks at the history sees what broke off long ago, and nothing of what
// can still be gone on with.
func TestSettle(t *testing.T) {
	for _, c := range []struct {
		gone time.Duration
		want int
	}{{59 * time.Minute, 0}, {61 * time.Minute, 1}} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t)
			w := d.sits(t, 1, waits(t))
			w.says(session.Eased{}, session.Go{})
			w.dies()
			<-time.After(c.gone)
			settle(d.dir, time.Now())
			j, err := journal.Open(d.dir)
			if err != nil {
				t.Fatal(err)
			}
			if h, err := j.History(); err != nil || len(h.Records) != c.want {
				t.Errorf("after %v: %d records, %v", c.gone, len(h.Records), err)
			}
		})
	}
}
