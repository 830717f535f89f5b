package ui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
)

// around is a program whose terminal shows a title and a progress bar.
var around = Options{Titled: true, Progress: true}

// title is the window's title.
func (d *desk) title() string { return d.m.View().WindowTitle }

// bar is the taskbar's progress; nil = none.
func (d *desk) bar() *tea.ProgressBar { return d.m.View().ProgressBar }

// TestTitle says verb, time left and step, whatever the screen shows.
func TestTitle(t *testing.T) {
	d := beginWith(t, equipped, 80, 24, around).wait(65 * time.Second)
	want := func(title string) {
		t.Helper()
		if got := d.title(); got != title {
			t.Errorf("the title is %q, want %q", got, title)
		}
	}
	want("BREATHE 1:05 · Wait")
	d.hit("e")
	want("CHOOSE · Wait")
	d.press("enter")
	want("GET READY 0:15 · Stretch")
	d.wait(16 * time.Second)
	want("HOLD 0:29 · Stretch")
	d.hit("space")
	want("PAUSED 0:29 · Stretch")
	d.press("!")
	want("SIGNS 1 2 3 · Stretch")
	d.press("esc", "space").asked()
	want("CHOOSE · Soothe")
	d.until("the end", func() bool {
		d.hit("n")
		d.wait(time.Second)
		return d.m.s.Mode == session.Ended
	})
	want("DONE · uncramp")

	d = beginWith(t, session.Facts{Routine: "legs"}, 80, 24, around).press("enter").wait(16 * time.Second)
	want("HOLD 0:29 · Legs")
	d = begin(t, equipped, 80, 24)
	want("")
}

// TestTaskbar shows how far the step is, that it is paused, and nothing while nobody
// knows.
func TestTaskbar(t *testing.T) {
	d := beginWith(t, equipped, 80, 24, around).wait(time.Minute)
	if d.bar() != nil {
		t.Errorf("the wait has a bar: %v", d.bar())
	}
	d.press("e", "enter")
	last := -1
	for d.m.s.Head().Step == "stretch" {
		b := d.bar()
		if b == nil || b.State != tea.ProgressBarDefault || b.Value < last || b.Value > 100 {
			t.Fatalf("after %d it is %v", last, b)
		}
		last = b.Value
		d.wait(20 * time.Second)
	}
	if last < 80 {
		t.Errorf("the last of the step is %d %%", last)
	}
	if d.hit("space"); d.bar() == nil || d.bar().State != tea.ProgressBarWarning {
		t.Errorf("in a pause it is %v", d.bar())
	}
	if d.press("q", "enter"); d.bar() != nil {
		t.Errorf("in the end it is %v", d.bar())
	}
	if d := begin(t, equipped, 80, 24).press("e", "enter"); d.bar() != nil {
		t.Error("a bar where the terminal has none")
	}
}
