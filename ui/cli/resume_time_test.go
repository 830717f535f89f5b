//go:build unix

package cli_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
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
				s.waitText(t, "You were in Wait, left hamstring, 5 min ago.")
				s.insists(t, "r", func(screen string) bool { return !strings.Contains(screen, "You were in") })
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

// heated is a preview that was killed with heat on the skin.
func heated(t *testing.T, st state) journal.Checkpoint {
	t.Helper()
	s := eased(t, st.opts(speeds(10)...))
	s.keys("\r")
	for turn := 0; !s.sees(100*time.Millisecond, func(screen string) bool { return strings.Contains(screen, "HEAT, COLD OR NEITHER?") }); turn++ {
		s.keys([]string{"n", "\x1b[A"}[turn%2])
	}
	s.insists(t, "1", func(screen string) bool { return strings.Contains(screen, "GET IT READY") })
	s.insists(t, "\r", func(screen string) bool {
		return placeOn(screen).name == atPack && !strings.Contains(screen, "GET IT READY")
	})
	st.waitKept(t, "the heat", func(c journal.Checkpoint) bool { return c.Saved.Pack.Kind == content.Heat })
	s.killed(t)
	return st.checkpoints(t)[0]
}

// TestResumeAPack: its time goes on while nobody is there, and once that is over it is to
// be taken off, whichever way one goes on.
func TestResumeAPack(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name string
		args []string
		gone time.Duration // in real time, a tenth of the preview's
		want []string
		not  string
	}{
		{"still on", []string{"resume"}, 0, []string{"Heat on your skin: "}, "it is off"},
		{"still on, offered", nil, 0, []string{"Heat on your skin: ", "You were in Soothe, heat on the skin,"}, "it is off"},
		{"over", []string{"resume"}, 4 * time.Minute, []string{"take the pack off now"}, "on your skin"},
		{"over, offered", nil, 4 * time.Minute, []string{"take the pack off now"}, "on your skin"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			was := heated(t, st)
			st.edit(t, func(c *journal.Checkpoint) { c.Left = c.Left.Add(-x.gone) })
			s := start(t, st.opts(append(x.args, speeds(10)...)...))
			s.until(t, strings.Join(x.want, " and "), patience, func(screen string) bool {
				text := strings.ToLower(flat(screen))
				return !slices.ContainsFunc(x.want, func(w string) bool { return !strings.Contains(text, strings.ToLower(w)) })
			})
			if strings.Contains(s.screen(), x.not) {
				t.Errorf("«%s»:\n%s", x.not, s.screen())
			}
			if x.gone == 0 {
				left := was.Saved.Pack.For - 10*time.Since(was.Left) - was.Saved.At + was.Saved.Pack.On
				if shown, ok := packLeft(s.screen()); !ok || shown > left+11*time.Second || shown < left-time.Minute {
					t.Errorf("%v left, want about %v; screen:\n%s", shown, left, s.screen())
				}
			}
			if x.args == nil {
				s.insists(t, "r", func(screen string) bool {
					return strings.Contains(screen, "go on there") && !strings.Contains(screen, "You were in")
				})
			}
			r := st.quits(t, s)
			if len(r.Packs) != 1 || r.Packs[0].Kind != "heat" || r.Packs[0].For < 2 || r.Packs[0].For > int(was.Saved.Pack.For.Seconds()) {
				t.Errorf("the record is %+v", r)
			}
		})
	}
}

// packLeft is how long a pack stays on, as the screen says.
func packLeft(screen string) (time.Duration, bool) {
	_, rest, ok := strings.Cut(flat(screen), "on your skin: ")
	clock, _, left := strings.Cut(rest, " left")
	d, err := time.ParseDuration(strings.Replace(clock, ":", "m", 1) + "s")
	return d, ok && left && err == nil
}
