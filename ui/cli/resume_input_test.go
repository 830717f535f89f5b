//go:build unix

package cli_test

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	plan "uncramp/session"
	"uncramp/session/journal"
)

// feeds runs a program with that input and no terminal, and holds it to its exit code. It
// returns what was told.
func (st state) feeds(t *testing.T, code int, input string, args ...string) string {
	t.Helper()
	cmd := exec.Command(binary(t), args...)
	cmd.Dir, cmd.Env, cmd.Stdin = t.TempDir(), environment(t.TempDir(), st.opts().env), strings.NewReader(input)
	out, err := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Fatalf("ended with %d, want %d; %v: %.300s", got, code, err, out)
	}
	return string(out)
}

// TestTheInputEnds, and the session can be gone on with: a connection without a terminal
// that drops looks so. What it was at last is kept.
func TestTheInputEnds(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		input string
		is    func(journal.Checkpoint) bool
	}{
		"in the wait": {"3\n", func(c journal.Checkpoint) bool { return !c.Saved.Planned && c.Saved.Gripping }},
		"at the gate": {"e\n", func(c journal.Checkpoint) bool { return c.Saved.Planned && len(c.Saved.Done) == 1 }},
		"in a pause":  {"e\n\nspace\n", func(c journal.Checkpoint) bool { return c.Saved.Planned && c.Saved.Rest[0].Kind == plan.ItemBlock }},
		"at a sign":   {"!\n2\n", func(c journal.Checkpoint) bool { return c.Saved.Ease.Signed() }},
		"about to go": {"e\nq\n", func(c journal.Checkpoint) bool { return c.Saved.Planned }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			out := st.feeds(t, 3, x.input, "calf", "--plain")
			list := st.checkpoints(t)
			if len(list) != 1 || list[0].Ended || list[0].Record.Outcome != plan.LeftEarly || !x.is(list[0]) {
				t.Errorf("kept is %+v", list)
			}
			if all := st.history(t); len(all) > 0 || !strings.Contains(out, "There is no more input") {
				t.Errorf("in the history: %+v; told %d bytes", all, len(out))
			}
		})
	}
}

// TestTheInputOfAResumedSessionEnds: nothing was done, so it's as it was.
func TestTheInputOfAResumedSessionEnds(t *testing.T) {
	t.Parallel()
	st := newState(t)
	was := brokeOff(t, st)
	for range 2 {
		st.feeds(t, 3, "", "resume", "--plain")
		list := st.checkpoints(t)
		if len(list) != 1 || list[0].ID != was.ID || list[0].Ended || !list[0].Left.Equal(was.Left) || len(list[0].Saved.Rest) != len(was.Saved.Rest) {
			t.Fatalf("it was %+v, is %+v", was, list)
		}
	}
	if all := st.history(t); len(all) > 0 {
		t.Errorf("in the history: %+v", all)
	}
}

// TestTheInputEndsAfterTheSession: what was over, by itself or by a word, is in the history.
func TestTheInputEndsAfterTheSession(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		input   string
		args    []string
		code    int
		outcome plan.Outcome
	}{
		"by itself":          {"\n", []string{"stretch", "--plain"}, 0, plan.Finished},
		"by a word":          {"e\nq\nenter\n", []string{"--plain"}, 3, plan.LeftEarly},
		"in an emergency":    {"!\n1\nenter\n", []string{"--plain"}, 0, plan.Warned},
		"while they read it": {"!\n1\n", []string{"--plain"}, 0, plan.Warned},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			st.feeds(t, x.code, x.input, append(x.args, speeds(600)...)...)
			st.clean(t)
			if all := st.history(t); len(all) != 1 || all[0].Outcome != string(x.outcome) {
				t.Errorf("the history holds %+v", all)
			}
		})
	}
}

// TestPrivateTellsOfAPack that another session left on the skin, and touches nothing of it.
func TestPrivateTellsOfAPack(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--private"}, append([]string{"--private"}, speeds(10)...), speeds(10)} {
		st := newState(t)
		was := heated(t, st, time.Minute)
		s := start(t, st.opts(args...))
		s.waitText(t, "TAKE IT OFF")
		s.insists(t, "\r", func(screen string) bool { return strings.Contains(screen, "BREATHE") })
		s.keys("\x03")
		s.exits(t, 130, patience)
		if list := st.checkpoints(t); len(list) != 1 || list[0].ID != was.ID || list[0].Saved.Pack != was.Saved.Pack {
			t.Errorf("%q: it was %+v, is %+v", args, was, list)
		}
		if private := args[0] == "--private"; private && len(st.history(t)) > 0 {
			t.Errorf("%q: kept is %+v", args, st.history(t))
		}
	}
}
