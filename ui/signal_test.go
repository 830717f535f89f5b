package ui

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"

	"uncramp/content"
	"uncramp/session"
)

// cell is a character of a screen, with the style it is shown in.
type cell struct {
	r     rune
	style string // the numbers of its escape sequence
}

// cells are the characters of the screen with their styles, row by row.
func (d *desk) cells() [][]cell { return cellsOf(d.m.View().Content) }

// cellsOf reads the styles of a screen. What the program writes sets a style at once
// and ends it before the next.
func cellsOf(screen string) [][]cell {
	var out [][]cell
	for l := range strings.SplitSeq(screen, "\n") {
		var row []cell
		style := ""
		for len(l) > 0 {
			if rest, ok := strings.CutPrefix(l, "\x1b["); ok {
				style, l, _ = strings.Cut(rest, "m")
				if style == "0" {
					style = ""
				}
				continue
			}
			r, size := utf8.DecodeRuneInString(l)
			l = l[size:]
			row = append(row, cell{r, style})
		}
		out = append(out, row)
	}
	return out
}

// accented says that a character is in the accent's colour, and not bold.
func (d *desk) accented(c cell) bool {
	return cellsOf(d.m.theme.accent.Render("x"))[0][0].style == c.style
}

// inverted says that a character is shown in reverse: its style has a 7 that isn't a
// part of a colour.
func (c cell) inverted() bool {
	list := strings.Split(c.style, ";")
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case "38", "48":
			if i+1 < len(list) && list[i+1] == "2" {
				i += 4
			} else {
				i += 2
			}
		case "7":
			return true
		}
	}
	return false
}

// band is the rows of a screen that are inverted, as text; the rest of such a row is
// not told.
func band(screen string) []string {
	var out []string
	for _, l := range cellsOf(screen) {
		var row strings.Builder
		for _, c := range l {
			if c.inverted() {
				row.WriteRune(c.r)
			}
		}
		if row.Len() > 0 {
			out = append(out, row.String())
		}
	}
	return out
}

// TestBandIsRead holds the reading of styles to what it says.
func TestBandIsRead(t *testing.T) {
	for text, want := range map[string]int{
		"\x1b[7mA\x1b[m": 1, "\x1b[1;7;38;2;1;2;3mA\x1b[m": 1, "\x1b[38;2;7;7;7mA\x1b[m": 0,
		"\x1b[38;5;7mA\x1b[m": 0, "\x1b[1mA\x1b[m\nB": 0, "\x1b[38;5;7;7mA\x1b[0mB": 1,
	} {
		if got := band(text); len(got) != want {
			t.Errorf("%q: %d rows, want %d", text, len(got), want)
		}
	}
}

// due says from the session alone that something is about to change, or just has.
func due(s session.Session, at time.Duration) bool {
	ph := s.Phase()
	switch {
	case s.Mode == session.Ended:
		return s.Outcome == session.Finished && at < s.Stopped+time.Second
	case s.Mode != session.Running:
		return false
	case (ph.Kind == session.Ready || ph.Kind == session.Switch) && s.Elapsed(at) < time.Second:
		return true
	}
	return ph.For >= 10*time.Second && s.Left(at) <= 3*time.Second
}

// through goes through a whole session in steps, with heat on the skin for a while, and
// calls each between them. It ends some seconds after the session does.
func through(d *desk, step time.Duration, each func()) {
	d.Helper()
	d.press("e", "enter")
	for left := 5 * time.Second; left > 0; d.wait(step) {
		each()
		switch b, ph := d.m.s.Head(), d.m.s.Phase(); {
		case d.m.s.Mode == session.Ended:
			left -= step
		case b.Kind == session.AskBlock:
			d.press("n")
		case ph.Kind == session.Open && b.Kind != session.ConfirmBlock && d.m.s.Elapsed(d.m.at) > 5*time.Second:
			d.hit("enter")
		}
	}
}

// TestSignalAroundEveryChange goes through a whole session, and holds the verb's line
// to being inverted around a change and at no other time: with colour and without, in
// the hero, in the words of a small screen, and on the screen for across the room.
func TestSignalAroundEveryChange(t *testing.T) {
	t.Parallel()
	type screen struct {
		who    session.Facts
		w, h   int
		across bool
	}
	for _, x := range thinned([]screen{{nobody, 120, 40, true}, {nobody, 80, 24, false}, {equipped, 40, 12, false}, {nobody, 24, 7, false}}) {
		d := begin(t, x.who, x.w, x.h).wait(time.Second)
		changes, was, told := 0, false, none
		through(d, 250*time.Millisecond, func() {
			if x.across && !d.m.across && d.m.s.Mode == session.Running && d.m.s.Head().Kind == session.ItemBlock {
				d.press("f")
			}
			if d.m.s.Head().Kind == session.ConfirmBlock || d.m.s.Head().Kind == session.AskBlock {
				return
			}
			want := due(d.m.s, d.m.at)
			if !want && !was && d.m.s.Elapsed(d.m.at)%time.Second > 0 {
				return // nothing changes between two seconds but around a change
			}
			screen := d.m.View().Content
			got := len(band(screen)) > 0
			if got != want && told != d.m.s.Began {
				told = d.m.s.Began
				t.Errorf("%dx%d, across %v, %s %s, %v in and %v left: inverted %v, want %v", x.w, x.h, x.across, d.m.s.Head().Item, d.m.s.Phase().Kind,
					d.m.s.Elapsed(d.m.at), d.m.s.Left(d.m.at), got, want)
			}
			if !want && !was {
				return
			}
			if plain := visible(t, screen, colorprofile.ASCII); got != (len(band(strings.ReplaceAll(plain, "␛", "\x1b"))) > 0) {
				t.Errorf("%dx%d, %s %s: without colour it is not the same", x.w, x.h, d.m.s.Head().Item, d.m.s.Phase().Kind)
			}
			if want != was {
				changes++
			}
			was = want
		})
		if changes < 20 {
			t.Errorf("%+v: %d changes in a whole session", x, changes)
		}
	}
}

// TestSignalIsTheVerbsLine holds that what is inverted is the verb, over the whole of
// its line: in large letters, or the words of a small screen.
func TestSignalIsTheVerbsLine(t *testing.T) {
	for _, x := range []struct{ w, h, rows int }{{80, 24, 3}, {120, 40, 3}, {200, 60, 10}, {60, 18, 1}, {40, 12, 1}, {24, 7, 1}} {
		d := eased(begin(t, equipped, x.w, x.h).wait(time.Second)).on("wall-calf", session.Hold, 1).wait(27500 * time.Millisecond)
		got := band(d.m.View().Content)
		if len(got) < x.rows {
			t.Errorf("%dx%d: %d rows are inverted, want %d:\n%s", x.w, x.h, len(got), x.rows, d.text())
			continue
		}
		wide, _ := frame(x.w)
		words := strings.Contains(strings.Join(got, "\n"), "HOLD")
		if x.rows == 1 && (!words || len([]rune(got[0])) != wide) {
			t.Errorf("%dx%d: inverted is %q", x.w, x.h, got)
		}
		if x.rows > 1 && len(dotsOf(got, picture)) < 20 {
			t.Errorf("%dx%d: inverted is %q", x.w, x.h, got)
		}
	}
}

// TestSignalNeverFlashes holds that the inversion comes and goes at most once in any
// second of a whole session: three flashes in a second can bring on a seizure.
func TestSignalNeverFlashes(t *testing.T) {
	t.Parallel()
	for _, who := range []session.Facts{nobody, equipped, {Context: content.Sleep, Position: content.Lying}} {
		d := begin(t, who, 80, 24).wait(time.Second)
		var turned []time.Time
		was := false
		through(d, 50*time.Millisecond, func() {
			if now := d.m.alert(); now != was {
				was, turned = now, append(turned, d.clock.now)
			}
		})
		if len(turned) < 20 {
			t.Errorf("%+v: %d turns in all", who, len(turned))
		}
		for i := range turned[:max(0, len(turned)-2)] {
			if gap := turned[i+2].Sub(turned[i]); gap < time.Second {
				t.Errorf("%+v: three turns within %v", who, gap)
			}
		}
	}
}

// TestSignalStandsStillInAPause holds that nothing is inverted while all stands still.
func TestSignalStandsStillInAPause(t *testing.T) {
	d := eased(begin(t, equipped, 80, 24).wait(time.Second)).on("wall-calf", session.Hold, 1).wait(28 * time.Second)
	if len(band(d.m.View().Content)) == 0 {
		t.Fatalf("nothing is inverted two seconds before the end:\n%s", d.text())
	}
	if d.press("space"); d.m.s.Mode != session.Paused || len(band(d.m.View().Content)) > 0 {
		t.Errorf("%s, and inverted is %q", d.m.s.Mode, band(d.m.View().Content))
	}
}

// TestSignalCountsDownLongPhases holds that the end of a phase shorter than ten seconds
// isn't counted down: with three seconds of five inverted, it would hardly ever be calm.
func TestSignalCountsDownLongPhases(t *testing.T) {
	for length, want := range map[time.Duration]bool{5 * time.Second: false, 9 * time.Second: false, 10 * time.Second: true, 30 * time.Second: true} {
		d := eased(begin(t, equipped, 80, 24).wait(time.Second)).on("wall-calf", session.Hold, 1)
		phases := slices.Clone(d.m.s.Rest[0].Phases)
		phases[d.m.s.At].For = length
		d.m.s.Rest = append([]session.Block{d.m.s.Rest[0]}, d.m.s.Rest[1:]...)
		d.m.s.Rest[0].Phases = phases
		d.wait(0).hit("z")
		if d.wait(length - 2*time.Second); (len(band(d.m.View().Content)) > 0) != want {
			t.Errorf("two seconds before the end of %v: inverted %q:\n%s", length, band(d.m.View().Content), d.text())
		}
	}
}
