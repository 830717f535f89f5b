package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/session"
)

// sizes are the screens that the layout is held to, in cells.
var sizes = [][2]int{
	{1, 1}, {2, 3}, {5, 2}, {10, 4}, {19, 5}, {19, 30}, {200, 5}, {20, 6}, {24, 7}, {25, 8}, {30, 8}, {30, 10},
	{36, 11}, {40, 12}, {40, 15}, {60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}, {240, 70}, {30, 100}, {240, 10},
}

// tinySize says that only one line is told.
func tinySize(w, h int) bool { return w < 20 || h < 6 }

// TestLayoutFits holds every screen at every size: within its lines and columns,
// with what must be read on it.
func TestLayoutFits(t *testing.T) {
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			d := s.at(t, 80, 24)
			for _, size := range thinned(sizes) {
				d.resize(size[0], size[1])
				checkMust(t, s, d, checkFits(t, d, size[0], size[1]))
			}
		})
	}
}

// checkFits holds a screen to its lines and columns, and returns it without styles.
func checkFits(t *testing.T, d *desk, w, h int) (plain string) {
	t.Helper()
	screen := d.m.View().Content
	plain = ansi.Strip(screen)
	lines := strings.Split(screen, "\n")
	if len(lines) > h {
		t.Errorf("%dx%d: %d lines:\n%s", w, h, len(lines), plain)
	}
	for _, l := range lines {
		if n := lipgloss.Width(l); n > w {
			t.Errorf("%dx%d: %d columns in %q", w, h, n, ansi.Strip(l))
		}
		if strings.Count(l, "\x1b[")%2 != 0 || strings.Contains(l, "\t") {
			t.Errorf("%dx%d: a style runs over the end of the line, or a tab stands in %q", w, h, l)
		}
	}
	return plain
}

// checkMust holds a screen to its verb and its number at every size that has room
// for them, to all that it must tell on a small screen, and to the keys that every
// screen has.
func checkMust(t *testing.T, s scene, d *desk, screen string) {
	t.Helper()
	w, h, text := d.m.w, d.m.h, flat(screen)
	must := s.must
	switch {
	case tinySize(w, h):
		return
	case w < 30 || h < 8:
		must = nil
		if n := d.m.number(); n != "" && d.m.over == noOverlay {
			must = []string{d.m.verb(), n}
		}
	}
	for _, word := range must {
		if !strings.Contains(text, word) {
			t.Errorf("%dx%d: %q is missing:\n%s", w, h, word, screen)
		}
	}
	if w < 30 || h < 8 {
		if len(d.m.hints(d.m.screenKeys())) > 0 && lastLine(screen) == "" {
			t.Errorf("%dx%d: no key at all:\n%s", w, h, screen)
		}
		return
	}
	if d.m.over == signsOverlay {
		return // it is the signs
	}
	if !strings.Contains(text, "! signs") {
		t.Errorf("%dx%d: no way to the signs:\n%s", w, h, screen)
	}
	if d.m.over == noOverlay && !strings.Contains(text, "? keys") {
		t.Errorf("%dx%d: no way to the keys:\n%s", w, h, screen)
	}
}

// lastLine is the last line of a screen.
func lastLine(screen string) string {
	lines := strings.Split(screen, "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

// TestLayoutTiny holds that a screen too small for a layout still tells the verb
// and the number, in one line.
func TestLayoutTiny(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 19, 5)
	for _, size := range [][2]int{{19, 5}, {19, 40}, {120, 5}, {10, 1}} {
		if got := d.resize(size[0], size[1]).text(); got != "HOLD 0:27" {
			t.Errorf("%dx%d: %q, want the verb and the number", size[0], size[1], got)
		}
	}
	if got := d.resize(1, 1).text(); got != "H" {
		t.Errorf("1x1: %q", got)
	}
	if got := d.resize(0, 0).text(); got != "" {
		t.Errorf("0x0: %q", got)
	}
}

// TestLayoutCutsNoWord holds that what stands on a small screen is made of the
// words of a large one.
func TestLayoutCutsNoWord(t *testing.T) {
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			d := s.at(t, 80, 24)
			known := vocabulary(d)
			for _, size := range thinned(sizes) {
				if tinySize(size[0], size[1]) {
					continue
				}
				d.resize(size[0], size[1])
				for _, word := range words(d.text()) {
					if !known[word] {
						t.Errorf("%dx%d: %q is no word of the full screen:\n%s", size[0], size[1], word, d.text())
					}
				}
			}
		})
	}
}

// vocabulary is the words of a screen that has room for everything, and of what
// stands for it where there is less.
func vocabulary(d *desk) map[string]bool {
	w, h := d.m.w, d.m.h
	known := map[string]bool{}
	note := func(text string) {
		for _, word := range words(ansi.Strip(text)) {
			known[word] = true
		}
	}
	for _, width := range []int{70, 100} {
		d.resize(width, 300)
		note(d.text())
		for _, p := range d.m.page().parts(nil) {
			note(strings.Join(append(slices.Clone(p.short), p.rest...), "\n"))
		}
		if d.scrolls() {
			note(strings.Join(d.m.overlayLines(), "\n"))
		}
		if d.m.offered() {
			note(whereYouWere)
		}
		note(d.m.page().more + " scroll breathe in out " + d.m.legWords())
	}
	for i, step := range []string{"WAIT", "STRETCH", "SOOTHE"} {
		note(fmt.Sprintf("%d of 3 %s Summary", i+1, step))
	}
	d.resize(w, h)
	return known
}

// words are the words and numbers of a text; marks, bars and pictures are none.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || r == '-' || strings.ContainsRune("━─●○✓·↓↑…", r) || picture(r)
	})
}

// picture says that a character is a part of a figure, or of a large number.
func picture(r rune) bool { return r >= '▀' && r <= '▟' || r >= 0x2800 && r <= 0x28ff }

// TestLayoutKeepsWholeLines holds that a line that never leaves is there whole:
// no sentence of it ends in the middle, from the smallest usable screen on.
func TestLayoutKeepsWholeLines(t *testing.T) {
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			d := s.at(t, 80, 24)
			for _, size := range [][2]int{{40, 12}, {40, 15}, {60, 20}, {80, 24}, {120, 40}} {
				d.resize(size[0], size[1])
				text := flat(d.text())
				for _, p := range append(d.m.page().status, d.m.page().body...) {
					if p.rank == stays && !p.detail && !d.scrolls() && !whole(text, p.lines) && !whole(text, p.short) {
						t.Errorf("%dx%d: not whole: %q:\n%s", size[0], size[1], p.lines, d.text())
					}
				}
			}
		})
	}
}

// whole says that lines stand in a flat text from their first word to their last.
func whole(text string, lines []string) bool {
	return len(lines) > 0 && strings.Contains(text, flat(ansi.Strip(strings.Join(lines, "\n"))))
}

// scrolls says that the screen shows a part of a longer text.
func (d *desk) scrolls() bool {
	switch d.m.over {
	case signsOverlay, emergencyOverlay, sameDayOverlay, soonOverlay, helpOverlay, learnOverlay:
		return true
	}
	return d.m.s.Mode == session.Ended
}

// TestLayoutResizes holds that a screen is the same, whatever sizes it had before.
func TestLayoutResizes(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		want := d.m.View().Content
		for _, size := range thinned(sizes) {
			d.resize(size[0], size[1])
		}
		if got := d.resize(80, 24).m.View().Content; got != want {
			t.Errorf("%s: resizing left traces:\n%s", s.name, d.text())
		}
	}
}

// TestLayoutColumn holds that text on a wide screen stays as narrow as can be read.
func TestLayoutColumn(t *testing.T) {
	for w := 20; w <= 300; w++ {
		width, margin := column(w)
		if width > 78 || width+2*margin > w || width < min(w, 20) {
			t.Errorf("at %d: %d columns behind a margin of %d", w, width, margin)
		}
	}
}

// TestLayoutKeepsWhatMatters holds that the lines that keep somebody safe are on
// the smallest usable screen, all of them.
func TestLayoutKeepsWhatMatters(t *testing.T) {
	for name, want := range map[string]string{
		"wait":          "[!] if chest pain",
		"wait-help":     "[!] if chest pain",
		"wait-exercise": "Get somewhere safe",
		"hold":          "Stop if: your heel",
		"raised":        "Stop if: the muscle twitches, tightens or grips",
		"massage":       "swollen, hot or red",
		"roller":        "swollen, hot or red",
		"fetch":         "No heat with: numb skin",
		"skin":          content.Embedded().Phrase("skin"),
		"pack-gripping": "Heat on your skin",
		"summary-tier1": "Call your emergency number now",
		"summary-tier2": "Call a doctor",
		"ask":           "[n] neither (enter)",
		"leave-pack":    "Take the heat pack off",
	} {
		d := sceneOf(t, name).at(t, 40, 12)
		if text := flat(d.text()); !strings.Contains(text, want) {
			t.Errorf("%s at 40x12 lacks %q:\n%s", name, want, d.text())
		}
	}
}
