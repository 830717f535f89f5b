package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/session"
)

// underCursor is the text behind the cursor, and the line that it stands on.
func underCursor(t *testing.T, m Model) string {
	t.Helper()
	v := m.View()
	if v.Cursor == nil {
		t.Fatal("there is no cursor")
	}
	rows := strings.Split(v.Content, "\n")
	if v.Cursor.Y < 0 || v.Cursor.Y >= len(rows) {
		t.Fatalf("the cursor stands in line %d of %d", v.Cursor.Y, len(rows))
	}
	row := ansi.Strip(rows[v.Cursor.Y])
	if n := ansi.StringWidth(row); v.Cursor.X >= max(1, n) {
		t.Fatalf("the cursor stands in cell %d of %q", v.Cursor.X, row)
	}
	return strings.TrimRight(ansi.TruncateLeft(row, v.Cursor.X, ""), " ")
}

// TestCursorStandsBeforeText holds that on every screen of every size the cursor stands
// before something to read, and covers nothing.
func TestCursorStandsBeforeText(t *testing.T) {
	for _, s := range scenes() {
		for _, size := range [][2]int{{15, 4}, {40, 15}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s_%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				m := s.at(t, size[0], size[1]).m
				if text := underCursor(t, m); text == "" || strings.HasPrefix(text, " ") {
					t.Errorf("the cursor stands before %q:\n%s", text, ansi.Strip(m.View().Content))
				}
			})
		}
	}
}

// TestCursorStandsAtTheLineThatMatters holds where it stands, screen by screen.
func TestCursorStandsAtTheLineThatMatters(t *testing.T) {
	for _, x := range []struct {
		scene string
		w, h  int
		want  string // the beginning of what stands behind the cursor
	}{
		{"wait", 80, 24, "Get somewhere safe"},
		{"wait", 40, 15, "Get somewhere safe"},
		{"wait-sleep", 200, 60, "Free your foot"},
		{"wait-help", 80, 24, "This cramp has lasted"},
		{"wait-answer", 80, 24, "Keep waiting"},
		{"confirm", 80, 24, "IS THIS RIGHT?"},
		{"have", 120, 40, "[4] ✓"},
		{"care", 80, 24, "[2] ✓"},
		{"learn", 80, 24, "[1] ● What a cramp is"},
		{"learn", 40, 15, "[1] ● What a cramp is"},
		{"hold", 80, 24, "Wall calf stretch · left leg"},
		{"hold-last", 40, 15, "HOLD  0:02"},
		{"massage", 200, 60, "Massage the calf"},
		{"paused", 80, 24, "Paused."},
		{"refused", 80, 24, "This one is still running."},
		{"ask", 80, 24, "HEAT, COLD OR NEITHER?"},
		{"skin", 80, 24, "Look at your skin"},
		{"signs", 80, 24, "WARNING SIGNS"},
		{"emergency", 80, 24, "GET EMERGENCY HELP NOW"},
		{"leave", 80, 24, "LEAVE NOW?"},
		{"gate-legs", 80, 24, "No cramp now"},
		{"summary", 80, 24, "DONE"},
	} {
		t.Run(fmt.Sprintf("%s_%dx%d", x.scene, x.w, x.h), func(t *testing.T) {
			if got := underCursor(t, sceneOf(t, x.scene).at(t, x.w, x.h).m); !strings.HasPrefix(got, x.want) {
				t.Errorf("it stands before %q, want %q", got, x.want)
			}
		})
	}
}

// TestCursorGoesWithWhatIsScrolled: it stands at the first line that is to be seen.
func TestCursorGoesWithWhatIsScrolled(t *testing.T) {
	for _, keys := range [][]string{{"!"}, {"?"}, {"i", "2"}} {
		d := begin(t, nobody, 60, 16).wait(time.Second).press(keys...)
		for range 3 {
			d.hit("down")
			want := strings.TrimSpace(ansi.Strip(d.m.overlayLines()[d.m.scroll]))
			if got := underCursor(t, d.m); want != "" && got != want {
				t.Errorf("%v, scrolled by %d: it stands before %q, want %q:\n%s", keys, d.m.scroll, got, want, d.text())
			}
		}
	}
	if got := underCursor(t, begin(t, nobody, 80, 24).wait(time.Second).press("h").m); got != "WHAT IS AT HAND?" {
		t.Errorf("before anything is toggled it stands before %q", got)
	}
}

// TestCursorGoesToTheAnswer: what a key answers is read first, and then again what is done.
func TestCursorGoesToTheAnswer(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	before := underCursor(t, d.m)
	if got := underCursor(t, d.press("l").m); !strings.Contains(got, d.m.phrase("asked-before")[:20]) {
		t.Errorf("after a refusal it stands before %q", got)
	}
	d.m.notice = ""
	if got := underCursor(t, d.m); got[:12] != before[:12] {
		t.Errorf("after that it stands before %q, not %q", got, before)
	}
	if d.m.s.Mode != session.Running {
		t.Error("the hold doesn't run")
	}
}

// TestCursorLeavesWhatNobodyAskedFor: the answer to a key has the cursor, what comes by
// itself doesn't take it from what is to be done.
func TestCursorLeavesWhatNobodyAskedFor(t *testing.T) {
	d := sceneOf(t, "wait").at(t, 40, 15)
	const words = "Nothing is heard here."
	if got := underCursor(t, d.m.later(words)); !strings.HasPrefix(got, "Get somewhere safe") {
		t.Errorf("it stands before %q", got)
	}
	if got := underCursor(t, d.m.note(words)); got != words {
		t.Errorf("it stands before %q", got)
	}
}
