package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// TestLinesTranscripts holds whole sessions to files that somebody has read aloud.
func TestLinesTranscripts(t *testing.T) {
	t.Parallel()
	relaxed := func(d *telling) *telling {
		return d.press("e", "enter").on("massage-calf", session.Open).press("enter")
	}
	for name, x := range map[string]struct {
		who  session.Facts
		play func(*telling)
	}{
		"calf": {nobody, func(d *telling) {
			relaxed(d.wait(65*time.Second).press("1")).asked().press("n").over().press("3", "enter")
		}},
		"legs": {session.Facts{Routine: "legs"}, func(d *telling) { d.press("enter").over().press("enter") }},
		"again": {equipped, func(d *telling) {
			d.press("e", "enter").on("wall-calf", session.Hold).wait(4*time.Second).press("c").wait(35*time.Second).
				press("s").on("toes-to-shin", session.Hold).press("e").wait(30*time.Second).press("w", "q", "esc", "q", "enter")
		}},
		"emergency": {nobody, func(d *telling) { d.wait(5*time.Second).press("!", "1", "enter").wait(time.Second).press("enter") }},
		"pack": {packed, func(d *telling) {
			asks := func(s session.Session) bool { return s.Pack.Asking }
			relaxed(d).asked().press("1", "enter").until("a look", asks).press("enter", "w").until("a look", asks).press("enter").
				until("its end", func(s session.Session) bool { return s.Pack.Kind == "" }).press("enter").over().press("enter")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := tell(t, x.who, Options{Kept: true, Listener: deaf{}}, LineOptions{})
			x.play(d)
			if last := d.l.LastLine(); last != "" {
				d.lines = append(d.lines, last)
			}
			if !d.quit {
				t.Error("it didn't end")
			}
			d.transcript(t, name)
		})
	}
}

// TestLinesHelpFirst: within three lines it is told what to do, and the two keys that
// matter, and why there is no screen only then.
func TestLinesHelpFirst(t *testing.T) {
	t.Parallel()
	for _, muscle := range content.Muscles() {
		for _, x := range append(content.Contexts(), "") {
			d := tell(t, session.Facts{Muscle: muscle, Context: x}, Options{}, LineOptions{Why: "This is plain text."})
			w := d.l.s.Waiting()
			if got, want := d.lines[:2], []string{w.First(x).Text, w.Say}; !slices.Equal(got, want) {
				t.Errorf("%s, %s begins with %q, want %q", muscle, x, got, want)
			}
			if third := d.lines[2]; !strings.Contains(third, "Press e when it has eased") || !strings.Contains(third, "exclamation mark") {
				t.Errorf("%s, %s: the third line is %q", muscle, x, third)
			}
			if d.lines[3] != "This is plain text." || slices.Index(d.lines[4:], "This is plain text.") >= 0 {
				t.Errorf("%s, %s: the reason is not the fourth line: %q", muscle, x, d.lines)
			}
			readable(t, d.lines)
		}
	}
}

// TestLinesAnswerEveryKey: what does nothing says so, each time.
func TestLinesAnswerEveryKey(t *testing.T) {
	t.Parallel()
	d := tell(t, nobody, Options{}, LineOptions{})
	d.fresh()
	d.press("z").only(`"z" does nothing here. Press the question mark for the keys.`)
	d.press("z").only(`As before: "z" does nothing here. Press the question mark for the keys.`)
	d.send(pressOf("z")).only() // held down
	d.press("down").only("Nothing scrolls here: all of the text was told.")
	d.press("f").only(`"f" does nothing here. Press the question mark for the keys.`)
	d.press("n").only("You say when the wait is over. Press e when it has eased, s for the softest stretch.")
	d.press("l").only("Right calf.", "Wait, step 1 of 3. Right calf, seated, nothing at hand.")
}

// TestLinesTellWhatChanged, and nothing else of the page.
func TestLinesTellWhatChanged(t *testing.T) {
	t.Parallel()
	d := tell(t, nobody, Options{}, LineOptions{})
	d.press("e").fresh()
	d.press("l").only("Right calf.", "Is this right? Right calf, seated, nothing at hand. Press enter if it is.")
	d.press("h").says("What is at hand? A number changes it.", "1: a wall.", "7: a cold pack.")
	d.press("1").only("1: a wall, chosen.")
	d.press("1").only("1: a wall.")
	d.press("6", "enter").says("6: a heat pack, chosen.", "Carrying on.", "Is this right? Right calf, seated, heat. Press enter if it is.")
	d.press("?").says("All keys.", "enter: yes, go on.", "k: care, pregnant, unsteady, blood thinner and more.")
	d.press("esc").only("Carrying on.", "Right leg, seated. When you are in place, press enter.")
	d.press("i").fresh()
	d.press("1").fresh()
	readable(t, d.lines)
}

// TestLinesTellTime at the start, half-way, ten seconds before the end and at the end, and
// at no other second.
func TestLinesTellTime(t *testing.T) {
	t.Parallel()
	d := tell(t, equipped, Options{}, LineOptions{})
	d.press("e", "enter").on("wall-calf", session.Hold)
	d.fresh()
	d.wait(29*time.Second).only("Halfway.", "Ten seconds.")
	d.wait(2*time.Second).only("And ease off.", "Rest. Then the same again.")
}

// TestLinesOfTypedLines: a line is a key, however soon it comes after another.
func TestLinesOfTypedLines(t *testing.T) {
	t.Parallel()
	d := tell(t, nobody, Options{}, LineOptions{})
	d.fresh()
	d.types("e").says("Left leg, seated. When you are in place, press enter.")
	d.types("").says("Now stretch, gently.")
	d.types("").says("Hold: 20 seconds.")
	d.types("skip").says("Toes to shin: skipped. Press b to bring it back.")
	d.types("b", "b").fresh()
	d.types("pause").says("Paused. Press space to go on.")
	d.types("go away").only(`"go away" is not a key. A line is a key. A question mark lists them.`)
	d.types("where").says()
	d.types("quit", "stay").says("Leave now?")
	d.types("q", "leave")
	if !d.quit || d.l.s.Outcome != session.LeftEarly {
		t.Error("it didn't leave")
	}
	if got := d.l.LastLine(); !strings.HasPrefix(got, "uncramp: left calf, eased after ") {
		t.Errorf("the last line is %q", got)
	}
}

// TestLinesWithoutInput: what time alone leads on goes on, and what needs a word ends it.
func TestLinesWithoutInput(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name  string
		who   session.Facts
		play  func(*telling)
		code  session.Outcome
		where session.BlockKind // what it can't go on from
	}{
		{"wait", nobody, func(*telling) {}, session.LeftEarly, session.WaitBlock},
		{"question", nobody, func(d *telling) { d.types("e") }, session.LeftEarly, session.ConfirmBlock},
		{"stretch", nobody, func(d *telling) { d.types("e", "") }, session.LeftEarly, session.AskBlock},
		{"routine", session.Facts{Routine: "legs"}, func(d *telling) { d.types("") }, session.Finished, ""},
		{"pack", packed, func(d *telling) { d.types("e", "").asked().types("1", "") }, session.LeftEarly, session.PackBlock},
		{"paused", nobody, func(d *telling) { d.types("e", "", "space") }, session.LeftEarly, session.ItemBlock},
		{"signs", nobody, func(d *telling) { d.types("e", "", "!") }, session.LeftEarly, session.ItemBlock},
		{"neither", nobody, func(d *telling) { d.types("e", "").asked().types("n") }, session.Finished, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			d := tell(t, x.who, Options{Kept: true}, LineOptions{})
			x.play(d)
			d.send(InputEnd{}).wait(time.Hour)
			if !d.quit || d.l.s.Outcome != x.code {
				t.Fatalf("quit %v, outcome %q, want %q", d.quit, d.l.s.Outcome, x.code)
			}
			if x.where != "" && d.l.s.Rest[0].Kind != x.where {
				t.Errorf("it ended in %q, want %q", d.l.s.Rest[0].Kind, x.where)
			}
			if !slices.Contains(d.lines, "What this program is not:") || d.l.LastLine() != "" {
				t.Errorf("no summary, or more than that: %q", d.lines[max(0, len(d.lines)-5):])
			}
			if slices.Contains(d.lines, d.l.phrase("sore")) {
				t.Error("it asks somebody who is gone")
			}
			readable(t, d.lines)
		})
	}
}

// TestLinesManualWaits: where each exercise waits for a word, nothing goes on without one.
func TestLinesManualWaits(t *testing.T) {
	t.Parallel()
	manual := nobody
	manual.Manual = true
	d := tell(t, manual, Options{}, LineOptions{})
	d.types("e", "").send(InputEnd{})
	if !d.quit || d.l.s.Outcome != session.LeftEarly {
		t.Error("it waits for a word that never comes")
	}
}

// TestLinesShowNothing: no view, no question to the terminal, no title, no bar, and the
// bell only where there is one.
func TestLinesShowNothing(t *testing.T) {
	t.Parallel()
	rung, ready := 0, 0
	d := tell(t, nobody, Options{Titled: true, Progress: true, Across: true}, LineOptions{
		Bell: func() { rung++ }, Ready: func() { ready++ },
	})
	if v := d.l.View(); v.Content != "" || v.AltScreen || v.WindowTitle != "" || v.ProgressBar != nil || v.Cursor != nil {
		t.Errorf("it shows %+v", v)
	}
	if msg := d.l.Init()(); msg != nil || ready != 1 {
		t.Errorf("it begins with %v, ready %d times", msg, ready)
	}
	d.send(tea.RawMsg{Msg: "\a"}).send(tea.RawMsg{Msg: "\x1b[2J"})
	if rung != 1 {
		t.Errorf("rang %d times", rung)
	}
	d.send(tea.ResumeMsg{})
	if _, cmd := d.l.Update(tea.ResumeMsg{}); cmd == nil {
		t.Error("nobody makes the terminal ready again")
	}
	if NewLines(d.l.opts, LineOptions{}).Init() != nil {
		t.Error("it asks for something at its start")
	}
}

// TestOf finds the model in either face.
func TestOf(t *testing.T) {
	t.Parallel()
	d := tell(t, nobody, Options{}, LineOptions{})
	if _, ok := Of(d.l); !ok {
		t.Error("not in lines")
	}
	if _, ok := Of(d.l.Model); !ok {
		t.Error("not on the screen")
	}
	if _, ok := Of(filmed{}); ok {
		t.Error("in something else")
	}
}

// TestLinesOfEveryScene: every page of the program is told in words that can be read, and
// has what the screen has: the instructions, what stops it, and the keys.
func TestLinesOfEveryScene(t *testing.T) {
	for _, s := range scenes() {
		var lines []string
		d := s.at(t, 80, 24)
		l := NewLines(d.m.opts, LineOptions{Out: func(line string) { lines = append(lines, line) }})
		l.Model, l.begun = d.m, true
		p := l.plainPage()
		l.tell.Begin(p)
		l.tell.Show(p, false)
		readable(t, lines)
		all := strings.Join(lines, " ")
		if p.Title == "" || p.ID == "" || len(p.Keys) == 0 || len(lines) < 3 {
			t.Errorf("%s: a page without title or keys: %+v", s.name, p)
		}
		if it, ok := d.m.s.Item(); ok && d.m.over == noOverlay && !strings.HasPrefix(lines[len(lines)-1], content.Titled(sideWords(d.m.s.Head().Side))+":") {
			for _, how := range it.How {
				if want := session.Sided(how.Text, d.m.s.Head().Side); !d.m.secondSide(d.m.s.Head()) && !strings.Contains(all, want) {
					t.Errorf("%s: %q is not told:\n%s", s.name, want, strings.Join(lines, "\n"))
				}
			}
		}
	}
}
