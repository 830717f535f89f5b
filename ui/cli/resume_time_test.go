//go:build unix

package cli_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	plan "uncramp/session"
	"uncramp/session/journal"
)

// TestResumeAGrip: it cramps since it began, not since the program runs again.
func TestResumeAGrip(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"resume"}, nil} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			s := gripped(t, st.opts("hamstring"))
			was := st.waitKept(t, "the wait", func(journal.Checkpoint) bool { return true })
			s.killed(t)
			st.edit(t, func(c *journal.Checkpoint) { // seven minutes of cramp, five of nobody
				c.Saved.Onset, c.Saved.Unchanged, c.Saved.Start = -7*time.Minute, -7*time.Minute, -7*time.Minute
				c.Left = c.Left.Add(-5 * time.Minute)
				c.Record.Took, c.Record.Look = 420, false
			})
			s = start(t, st.opts(args...))
			if args == nil {
				s.waitText(t, "still the same cramp: it began 12:0")
				s.insists(t, "r", func(screen string) bool { return !strings.Contains(screen, "still the same") })
			}
			s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 12*time.Minute && d < 13*time.Minute })
			s.waitPhrase(t, "help")
			s.insists(t, "e", func(screen string) bool { return strings.Contains(screen, "IS THIS RIGHT?") })
			r := st.quits(t, s)
			if r.ID != was.ID || r.Muscle != "hamstring" || len(r.Eased) != 1 || r.Eased[0] < 720 || r.Eased[0] > 780 {
				t.Errorf("the record is %+v", r)
			}
		})
	}
}

// heated leaves a session with heat on the skin, put on a minute before it was left, and
// left so long ago. It's a minute old with that.
func heated(t *testing.T, st state, gone time.Duration) journal.Checkpoint {
	t.Helper()
	guide, err := content.FirstWaiting(content.Calf)
	if err != nil {
		t.Fatal(err)
	}
	s := plan.New(plan.Facts{Muscle: content.Calf}, guide, content.Embedded)
	for _, e := range []plan.Event{plan.Eased{}, plan.Go{}} {
		s, _ = s.Apply(e, time.Minute)
	}
	for s.Head().Kind != plan.AskBlock {
		s, _ = s.Apply(plan.Next{}, time.Minute)
	}
	for _, e := range []plan.Event{plan.Choose{Pack: content.Heat}, plan.Go{}} {
		s, _ = s.Apply(e, time.Minute)
	}
	s, _ = s.Apply(plan.Tick{}, 2*time.Minute)
	left := time.Now().Add(-gone)
	id, began := journal.NewID(), left.Add(-2*time.Minute)
	c := journal.Checkpoint{
		ID: id, Began: began, Left: left, Saved: s.Saved().Later(-s.Now), Record: s.Record(id, began, false),
	}
	j, err := journal.Open(st.dir)
	if err != nil {
		t.Fatal(err)
	}
	own, _, problems := j.Claim()
	if own == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	if err := own.Save(c); err != nil {
		t.Fatal(err)
	}
	_ = own.Close()
	return c
}

// TestResumeAPack: its time goes on while nobody is there, and once that is over it is to
// be taken off, whichever way one goes on.
func TestResumeAPack(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		args []string
		gone time.Duration
		want []string
		not  string
	}{
		{"still on", []string{"resume"}, 0, []string{"Heat on your skin: "}, "it is off"},
		{"still on, offered", nil, 0, []string{"Heat on your skin: ", "You were in Soothe, heat on the skin,"}, "it is off"},
		{"over", []string{"resume"}, 40 * time.Minute, []string{"take the pack off now", "it is off"}, "on your skin"},
		{"over, offered", nil, 40 * time.Minute, []string{"take the pack off now", "it is off"}, "on your skin"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			was := heated(t, st, x.gone)
			s := start(t, st.opts(x.args...))
			s.until(t, strings.Join(x.want, " and "), patience, func(screen string) bool {
				text := strings.ToLower(flat(screen))
				return !slices.ContainsFunc(x.want, func(w string) bool { return !strings.Contains(text, strings.ToLower(w)) })
			})
			if strings.Contains(s.screen(), x.not) {
				t.Errorf("«%s»:\n%s", x.not, s.screen())
			}
			if x.gone == 0 {
				left := was.Saved.Pack.For - time.Minute - time.Since(was.Left)
				if shown, ok := packLeft(s.screen()); !ok || shown > left+3*time.Second || shown < left-3*time.Second {
					t.Errorf("%v left, want about %v; screen:\n%s", shown, left, s.screen())
				}
			}
			if x.gone > 0 {
				s.insists(t, "\r", func(screen string) bool { return !strings.Contains(screen, "it is off") })
			}
			if x.args == nil {
				s.insists(t, "r", func(screen string) bool {
					return strings.Contains(screen, "go on there") && !strings.Contains(screen, "You were in")
				})
			}
			r := st.quits(t, s)
			if len(r.Packs) != 1 || r.Packs[0].Kind != "heat" || r.Packs[0].For < 60 || r.Packs[0].For > int(was.Saved.Pack.For.Seconds()) {
				t.Errorf("the record is %+v", r)
			}
		})
	}
}

// TestAPackIsAskedForOnAllWaysBack: whichever way one comes back, until enter says that it
// is off, also where the program was killed while it asked; and not for days.
func TestAPackIsAskedForOnAllWaysBack(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		args []string
		gone time.Duration
		asks bool
	}{
		{"go on", []string{"resume"}, 40 * time.Minute, true}, {"begin", nil, 40 * time.Minute, true},
		{"in lines", []string{"--plain"}, 40 * time.Minute, true},
		{"after the hour", nil, 70 * time.Minute, true}, {"keep nothing", []string{"--private"}, 70 * time.Minute, true},
		{"days later", nil, 240 * time.Hour, false}, {"days later, keep nothing", []string{"--private"}, 240 * time.Hour, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			heated(t, st, x.gone)
			asks := func(screen string) bool {
				return strings.Contains(screen, "TAKE IT OFF") || strings.Contains(screen, content.Embedded().Phrase("off-said"))
			}
			for range 2 {
				s := start(t, st.opts(x.args...))
				if !x.asks {
					s.waitText(t, "BREATHE")
					if s.sees(time.Second, asks) {
						t.Errorf("it asks:\n%s", s.screen())
					}
					return
				}
				s.until(t, "the question", patience, asks)
				if len(x.args) == 0 || x.args[0] != "--private" {
					st.keepsOff(t)
				}
				s.killed(t)
			}
		})
	}
}

// keepsOff waits until it's kept that a pack has to come off.
func (st state) keepsOff(t *testing.T) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		if slices.ContainsFunc(st.checkpoints(t), func(c journal.Checkpoint) bool { return c.Saved.Off.Kind == content.Heat }) {
			return
		}
	}
	t.Fatalf("it's not kept: %+v", st.checkpoints(t))
}

// packLeft is how long a pack stays on, as the screen says.
func packLeft(screen string) (time.Duration, bool) {
	_, rest, ok := strings.Cut(flat(screen), "on your skin: ")
	clock, _, left := strings.Cut(rest, " left")
	d, err := time.ParseDuration(strings.Replace(clock, ":", "m", 1) + "s")
	return d, ok && left && err == nil
}
