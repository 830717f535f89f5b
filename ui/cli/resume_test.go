//go:build unix

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session/journal"
)

// killed kills a program, and waits until it's gone.
func (s *session) killed(t *testing.T) {
	t.Helper()
	s.signal(t, syscall.SIGKILL)
	if code, ok := s.wait(patience); code != 137 || !ok {
		t.Fatalf("ended with %d, %t", code, ok)
	}
}

// resumes starts the command that goes on.
func (st state) resumes(t *testing.T, more ...string) *session {
	t.Helper()
	return start(t, st.opts(append([]string{"resume"}, more...)...))
}

// waitKept waits until what is kept of the only session fits.
func (st state) waitKept(t *testing.T, what string, fits func(journal.Checkpoint) bool) journal.Checkpoint {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	var list []journal.Checkpoint
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		if list = st.checkpoints(t); len(list) == 1 && fits(list[0]) {
			return list[0]
		}
	}
	t.Fatalf("%s is not kept: %+v", what, list)
	return journal.Checkpoint{}
}

// quits leaves with q, and returns the only record that there is.
func (st state) quits(t *testing.T, s *session) line {
	t.Helper()
	s.insists(t, "q", func(screen string) bool { return strings.Contains(screen, "LEAVE NOW?") })
	s.keys("\r")
	s.exits(t, 3, patience)
	st.clean(t)
	list := st.history(t)
	if len(list) != 1 {
		t.Fatalf("%d records: %+v", len(list), list)
	}
	return list[0]
}

// brokeOff is a session that was killed in its first hold.
func brokeOff(t *testing.T, st state) journal.Checkpoint {
	t.Helper()
	s := holding(t, st.opts())
	st.waitKept(t, "the hold", func(c journal.Checkpoint) bool { return len(c.Saved.Rest) > 0 && c.Saved.Rest[0].Begun })
	s.killed(t)
	return st.checkpoints(t)[0]
}

// works says that a screen shows an exercise.
func works(screen string) bool { return exerciseOn(screen).name != "" }

// TestResumeSaysWhyNot: in one line, with a code that tells.
func TestResumeSaysWhyNot(t *testing.T) {
	t.Parallel()
	none := "uncramp: resume: no session broke off within the last hour; uncramp begins one"
	for _, x := range []struct {
		name   string
		before func(*testing.T, state)
		args   []string
		code   int
		want   string
		ended  int // records in the history afterwards
	}{
		{"nothing was there", func(*testing.T, state) {}, nil, 1, none, 0},
		{"it ended", func(t *testing.T, st state) {
			t.Helper()
			s := gripped(t, st.opts())
			s.keys("\x03")
			s.exits(t, 130, patience)
		}, nil, 1, none, 1},
		{"it's cold", func(t *testing.T, st state) {
			t.Helper()
			brokeOff(t, st)
			st.edit(t, func(c *journal.Checkpoint) { c.Left = c.Left.Add(-61 * time.Minute) })
		}, nil, 1, none, 1},
		{"it was a preview", func(t *testing.T, st state) {
			t.Helper()
			s := eased(t, st.opts(speeds(10)...))
			st.waitKept(t, "the plan", func(c journal.Checkpoint) bool { return c.Saved.Planned })
			s.killed(t)
		}, nil, 1, "uncramp: resume: what broke off ran at another speed; a preview is gone on with by a preview: --speed", 0},
		{"it was a preview, and is cold", func(t *testing.T, st state) {
			t.Helper()
			s := eased(t, st.opts(speeds(10)...))
			st.waitKept(t, "the plan", func(c journal.Checkpoint) bool { return c.Saved.Planned })
			s.killed(t)
			st.edit(t, func(c *journal.Checkpoint) { c.Left = c.Left.Add(-7 * time.Minute) })
		}, speeds(10), 1, none, 1},
		{"it runs", func(t *testing.T, st state) {
			t.Helper()
			gripped(t, st.opts())
			st.waitKept(t, "the wait", func(journal.Checkpoint) bool { return true })
		}, nil, 1, "uncramp: resume: the session is open in another terminal", 0},
		{"with a muscle", func(t *testing.T, st state) {
			t.Helper()
			brokeOff(t, st)
		}, []string{"calf"}, 2, `"calf"`, 0},
		{"with a word of another command", func(*testing.T, state) {}, []string{"--private"}, 2, "there is no flag", 0},
		{"too fast", func(*testing.T, state) {}, []string{"--speed", "0"}, 2, "--speed is 1 to 1000", 0},
		{"no checkpoint", func(t *testing.T, st state) {
			t.Helper()
			brokeOff(t, st)
			path := filepath.Join(st.dir, "session-1.json")
			if err := os.Truncate(path, 100); err != nil {
				t.Fatal(err)
			}
		}, nil, 1, "session-1.json: only partly written; set aside as session-1.json.aside-1", 0},
		{"no folder", func(t *testing.T, st state) {
			t.Helper()
			if err := os.WriteFile(st.dir, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}, nil, 1, "/uncramp: not a directory", 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			x.before(t, st)
			o := st.opts(append([]string{"resume"}, x.args...)...)
			o.cols = 250 // in one line
			s := start(t, o)
			s.exits(t, x.code, patience)
			if screen := flat(s.screen()); !strings.Contains(screen, flat(x.want)) || !strings.HasPrefix(screen, "uncramp: ") {
				t.Errorf("not «%s»:\n%s", x.want, s.screen())
			}
			if raw := s.raw(); strings.Contains(string(raw), "\x1b[?1049h") {
				t.Error("a screen was begun")
			}
			if list := st.history(t); len(list) != x.ended {
				t.Errorf("%d records, want %d", len(list), x.ended)
			}
		})
	}
}

// TestResumeWithoutATerminal: there is nobody to ask how it is.
func TestResumeWithoutATerminal(t *testing.T) {
	t.Parallel()
	st := newState(t)
	brokeOff(t, st)
	cmd := exec.Command(binary(t), "resume")
	cmd.Env = environment(t.TempDir(), st.opts().env)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 1 || string(out) != "uncramp: resume: it needs a terminal, or --plain; uncramp history doesn't\n" {
		t.Errorf("ended with %d, %v: %q", code, err, out)
	}
	if n := len(st.checkpoints(t)); n != 1 {
		t.Errorf("%d sessions are left", n)
	}
}

// TestResume: straight to the gate, and from there to the hold that ran; the record is
// that of one session.
func TestResume(t *testing.T) {
	t.Parallel()
	st := newState(t)
	was := brokeOff(t, st)
	st.edit(t, func(c *journal.Checkpoint) {
		c.Left, c.Began, c.Record.At = c.Left.Add(-14*time.Minute), c.Began.Add(-14*time.Minute), c.Record.At.Add(-14*time.Minute)
		c.Saved.Rest[0].From = 1
	})
	s := st.resumes(t)
	s.waitText(t, "go on there Stretch, "+content.Lower(softest())+", left leg, hold 2 of 3. [c] it cramps now")
	if strings.Contains(s.screen(), "BREATHE") {
		t.Error("it waits")
	}
	s.insists(t, "\r", works)
	s.wait(time.Second) // another enter is not the same one held down
	s.keys("\r")
	s.until(t, "the second hold", patience, func(screen string) bool { return placeOn(screen) == spot{content.Lower(softest()), "left leg", 2} })
	r := st.quits(t, s)
	if began, err := time.Parse(time.RFC3339, r.At); err != nil || !began.Equal(was.Began.Add(-14*time.Minute)) {
		t.Errorf("it began %s, not %v before %v", r.At, 14*time.Minute, was.Began)
	}
	if r.ID != was.ID || r.Took < 14*60 || r.Took > 16*60 || len(r.Eased) != 1 || r.Preview {
		t.Errorf("the record is %+v", r)
	}
}

// TestOfferedInTheWait: help first, and one line and one key beneath it.
func TestOfferedInTheWait(t *testing.T) {
	t.Parallel()
	st := newState(t)
	was := brokeOff(t, st)
	s := gripped(t, st.opts("quad"))
	s.waitText(t, "You were in Stretch, "+content.Lower(softest())+", left leg, hold 1 of 3, just now.")
	if screen := flat(s.screen()); !strings.Contains(screen, "[r] go on there") || strings.Index(screen, "it eased") > strings.Index(screen, "You were in") {
		t.Errorf("help doesn't come first:\n%s", s.screen())
	}
	s.keys("r")
	s.waitText(t, "go on there Stretch, "+content.Lower(softest())+", left leg, hold 1 of 3. [c] it cramps now")
	if k := st.waitKept(t, "what was taken up", func(c journal.Checkpoint) bool { return c.ID == was.ID }); !k.Began.Equal(was.Began) {
		t.Errorf("it began %v, not %v", k.Began, was.Began)
	}
	if r := st.quits(t, s); r.ID != was.ID || r.Muscle != "calf" {
		t.Errorf("the record is %+v", r)
	}
}

// TestResumeARoutine: its gate names where it goes on.
func TestResumeARoutine(t *testing.T) {
	t.Parallel()
	st := newState(t)
	s := start(t, st.opts(append([]string{"stretch", "legs"}, speeds(10)...)...))
	s.insists(t, "\r", works)
	s.until(t, "the second hold", 2*patience, func(screen string) bool { return placeOn(screen).rep == 2 && verb(screen) == "HOLD" })
	st.waitKept(t, "the second hold", func(c journal.Checkpoint) bool { return c.Saved.Rest[0].From == 1 })
	s.killed(t)
	s = st.resumes(t, speeds(10)...)
	s.waitText(t, "go on there Legs, wall calf stretch, left leg, hold 2 of 2. [c] it cramps now")
	s.insists(t, "\r", works)
	if r := st.quits(t, s); r.Routine != "legs" || !r.Preview {
		t.Errorf("the record is %+v", r)
	}
}

// TestPrivate: nothing is kept, not even a folder, whoever says so and however it ends.
func TestPrivate(t *testing.T) {
	t.Parallel()
	says := func(text string) []string {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "uncramp"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "uncramp", "settings.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return []string{"XDG_CONFIG_HOME=" + dir}
	}
	kept := says("sound: mute\nnight: mute\nprivate: true\n")
	broken := says("sound: muet\nprivate: true\n")
	for name, x := range map[string]struct {
		args, env []string
		signal    syscall.Signal
	}{
		"left":              {args: []string{"--private"}, signal: syscall.SIGINT},
		"killed":            {args: []string{"--private"}, signal: syscall.SIGKILL},
		"hung up":           {args: []string{"--private"}, signal: syscall.SIGHUP},
		"terminated":        {args: []string{"--private"}, signal: syscall.SIGTERM},
		"left, by setting":  {env: kept, signal: syscall.SIGINT},
		"ended, by setting": {env: kept, signal: syscall.SIGTERM},
		"a broken setting":  {env: broken, signal: syscall.SIGINT},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := newState(t)
			o := st.opts(x.args...)
			o.env = append(o.env, x.env...)
			s := eased(t, o)
			s.signal(t, x.signal)
			s.exits(t, 128+int(x.signal), patience)
			if all, err := os.ReadDir(st.home); err != nil || len(all) > 0 {
				t.Errorf("kept is %v, %v", all, err)
			}
		})
	}
}
