package sound

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// update rewrites the golden files instead of comparing with them.
var update = flag.Bool("update", false, "rewrite the golden files")

// recorder is a listener's player and talker: it writes down what is heard, in the
// session's time.
type recorder struct {
	start time.Time
	heard []string
	now   time.Duration
}

func (r *recorder) Play(n Note) {
	r.heard = append(r.heard, fmt.Sprintf("%s  (%s)", clock(n.At.Sub(r.start)), n.Tone))
}
func (r *recorder) Plan([]Note) {}
func (r *recorder) Volume(int)  {}
func (r *recorder) Close()      {}
func (r *recorder) Hush()       {}
func (r *recorder) Say(words string, _ time.Time) {
	r.heard = append(r.heard, fmt.Sprintf("%s  %q", clock(r.now), words))
}

// clock is a time as m:ss.s.
func clock(d time.Duration) string {
	return fmt.Sprintf("%3d:%04.1f", int(d.Minutes()), (d % time.Minute).Seconds())
}

// listening is a session whose listener writes down what it makes heard.
type listening struct {
	*recorder
	t    *testing.T
	l    *Listener
	s    session.Session
	mode Mode
	n    int
}

// listen begins a session for somebody who doesn't look at the screen.
func listen(t *testing.T, f session.Facts, mode Mode) *listening {
	t.Helper()
	lib := content.Embedded()
	w, ok := lib.Waiting(f.Muscle)
	if !ok {
		t.Fatalf("no waiting guidance for %s", f.Muscle)
	}
	s := session.New(f, w, content.Embedded)
	if r, ok := lib.Routine(f.Routine); ok {
		s = session.Follow(f, r, content.Embedded)
	}
	r := &recorder{start: time.Now()}
	x := &listening{recorder: r, t: t, l: NewListener(), s: s, mode: mode}
	x.l.Use(r)
	x.l.Talk(r)
	x.hear(s.Opening())
	return x
}

// hear tells the listener what was cued.
func (x *listening) hear(cues []session.Cue) {
	x.n++
	x.l.Hear(Moment{N: x.n, Mode: x.mode, Session: x.s, Cues: cues, At: func(d time.Duration) time.Time { return x.start.Add(d) }})
}

// say lets the person say a word.
func (x *listening) say(key string, e session.Event) {
	x.t.Helper()
	if why := x.s.Refusal(e); why != "" {
		x.t.Fatalf("%T at %v: %s", e, x.now, why)
	}
	x.heard = append(x.heard, fmt.Sprintf("%s  [presses %s]", clock(x.now), key))
	var cues []session.Cue
	x.s, cues = x.s.Apply(e, x.now)
	x.hear(cues)
}

// until lets time pass from cue to cue until something is so.
func (x *listening) until(is func(session.Session) bool) {
	x.t.Helper()
	for range 10_000 {
		if is(x.s) {
			return
		}
		then, _, ok := x.s.Ahead()
		if !ok {
			break
		}
		x.now = then.Now
		var cues []session.Cue
		x.s, cues = x.s.Apply(session.Tick{}, x.now)
		x.hear(cues)
	}
	x.t.Fatalf("never came: at %v %s", x.now, strings.Join(x.heard, "\n"))
}

// wait lets time pass.
func (x *listening) wait(d time.Duration) {
	x.t.Helper()
	for end := x.now + d; ; {
		then, _, ok := x.s.Ahead()
		if !ok || then.Now > end {
			x.now = end
			return
		}
		x.now = then.Now
		var cues []session.Cue
		x.s, cues = x.s.Apply(session.Tick{}, x.now)
		x.hear(cues)
	}
}

// asked says that the session asks for heat or cold.
func asked(s session.Session) bool { return s.Head().Kind == session.AskBlock }

// ended says that the session is over.
func ended(s session.Session) bool { return s.Mode == session.Ended }

// transcripts are whole sessions by ear.
var transcripts = map[string]func(*testing.T) *listening{
	"calf": func(t *testing.T) *listening {
		t.Helper()
		x := listen(t, session.Facts{
			Muscle: content.Calf, Side: session.Left, Position: content.Standing,
			Have: session.Set[content.Thing]{content.Wall, content.Chair, content.Roller, content.Heat},
		}, WordsAndTones)
		x.until(func(s session.Session) bool { return s.Now >= 70*time.Second })
		x.say("e: it eased", session.Eased{})
		x.wait(4 * time.Second)
		x.say("enter: yes, that is right", session.Go{})
		x.until(asked)
		x.wait(5 * time.Second)
		x.say("1: heat", session.Choose{Pack: content.Heat})
		x.wait(time.Minute)
		x.say("enter: it is on the skin", session.Go{})
		for !ended(x.s) {
			x.until(func(s session.Session) bool { return ended(s) || s.Pack.Asking })
			if x.s.Pack.Asking {
				x.wait(10 * time.Second)
				x.say("enter: the skin looks fine", session.Go{})
			}
		}
		return x
	},
	"calf-tones": func(t *testing.T) *listening {
		t.Helper()
		x := listen(t, session.Facts{Muscle: content.Calf, Position: content.Seated}, TonesOnly)
		x.say("e", session.Eased{})
		x.say("enter", session.Go{})
		x.until(asked)
		return x
	},
	"bedtime": func(t *testing.T) *listening {
		t.Helper()
		x := listen(t, session.Facts{Routine: "bedtime", Muscle: content.Calf}, WordsAndTones)
		x.wait(3 * time.Second)
		x.say("enter: no cramp now", session.Go{})
		x.until(ended)
		return x
	},
}

// TestTranscripts holds what is heard of whole sessions: whoever has only that must
// know at each line what their body does.
func TestTranscripts(t *testing.T) {
	for name, play := range transcripts {
		t.Run(name, func(t *testing.T) {
			heard := play(t).heard
			slices.SortStableFunc(heard, func(a, b string) int { return strings.Compare(a[:8], b[:8]) })
			got := strings.Join(heard, "\n") + "\n"
			file := filepath.Join("testdata", "transcript_"+name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("what is heard has changed:\n%s", got)
			}
		})
	}
}
