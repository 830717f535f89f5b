package session_test

import (
	"slices"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestAheadOfWhatGoesOn: what was taken up in its second hold is announced as that.
func TestAheadOfWhatGoesOn(t *testing.T) {
	t.Parallel()
	w, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	f := session.Facts{Muscle: content.Calf, Side: session.Left, Position: content.Standing, Have: session.Set[content.Thing]{content.Wall}}
	s := session.New(f, w, content.Embedded)
	for _, e := range []session.Event{session.Eased{}, session.Go{}} {
		s, _ = s.Apply(e, s.Now)
	}
	if got, want := s.Head().Ahead(), s.Head().Dose(); got != want || got != "2 holds of 30 seconds" {
		t.Errorf("from its beginning on it's %q", got)
	}
	for s.Phase().Rep != 2 {
		s, _ = s.Apply(session.Tick{}, s.Now+time.Second)
	}
	v := s.Saved()
	is := session.New(f, w, content.Embedded)
	is, _ = is.Apply(session.Found{Earlier: v.Later(-v.At - time.Minute)}, 0)
	is, _ = is.Apply(session.TakeUp{}, 0)
	is, cues := is.Apply(session.Go{}, 0)
	if got := is.Head().Ahead(); got != "hold 2 of 2, 30 seconds each" {
		t.Errorf("ahead is %q", got)
	}
	ready := slices.IndexFunc(cues, func(c session.Cue) bool { return c.Kind == session.CueReady })
	if ready < 0 || is.Said(cues[ready]) != "Get ready: wall calf stretch, left leg, hold 2 of 2." {
		t.Errorf("of %+v it says %q", cues, is.Said(cues[max(0, ready)]))
	}
}
