package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"uncramp/session"
	"uncramp/ui/plain"
)

// telling is somebody who is told a session in lines, and plays it by hand: the updates that
// the program would make, at the instants at which it would make them.
type telling struct {
	testing.TB
	l      Lines
	clock  *handClock
	ticked int
	lines  []string // all that was told
	read   int      // how much of it was looked at
	quit   bool
}

// tell begins a session in lines.
func tell(tb testing.TB, f session.Facts, o Options, lo LineOptions) *telling {
	tb.Helper()
	clock := &handClock{time.Now()}
	o.Session, o.Clock = sessionOf(tb, f), clock
	if o.Sound == "" {
		o.Sound = Voice
	}
	d := &telling{TB: tb, clock: clock}
	lo.Out = func(line string) { d.lines = append(d.lines, line) }
	d.l = NewLines(o, lo)
	return d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
}

// send hands the program a message.
func (d *telling) send(msg tea.Msg) *telling {
	d.Helper()
	m, cmd := d.l.Update(msg)
	next, ok := m.(Lines)
	if !ok {
		d.Fatalf("the program became a %T", m)
	}
	d.l = next
	if d.l.leaving && cmd != nil {
		d.quit = true
	}
	return d
}

// wait lets time pass, with every tick at the instant it is due.
func (d *telling) wait(dur time.Duration) *telling {
	d.Helper()
	end := d.clock.now.Add(dur)
	for !d.quit {
		b := d.l.beat
		at := b.start.Add(b.real(b.due) - b.sleep)
		if b.id == d.ticked || at.After(end) {
			break
		}
		if at.After(d.clock.now) {
			d.clock.now = at
		}
		d.ticked = b.id
		d.send(tickMsg{b.id})
	}
	d.clock.now = end
	return d
}

// until lets time pass until something is so, at most two hours.
func (d *telling) until(what string, so func(session.Session) bool) *telling {
	d.Helper()
	for range 2 * 3600 * 4 {
		if so(d.l.s) {
			return d
		}
		d.wait(time.Second / 4)
	}
	d.Fatalf("%s never came; the last lines are\n%s", what, strings.Join(d.lines[max(0, len(d.lines)-10):], "\n"))
	return d
}

// on waits until an item's phase runs.
func (d *telling) on(item string, kind session.PhaseKind) *telling {
	d.Helper()
	return d.until(item, func(s session.Session) bool { return s.Head().Item == item && s.Phase().Kind == kind })
}

// asked waits until it asks for heat, cold or neither.
func (d *telling) asked() *telling {
	d.Helper()
	return d.until("the question", func(s session.Session) bool { return s.Head().Kind == session.AskBlock })
}

// over waits for the summary.
func (d *telling) over() *telling {
	d.Helper()
	return d.until("the summary", func(s session.Session) bool { return s.Mode == session.Ended })
}

// press takes a second and presses a key, for each of the keys.
func (d *telling) press(keys ...string) *telling {
	d.Helper()
	for _, k := range keys {
		d.wait(time.Second).send(pressOf(k))
	}
	return d
}

// types types lines, all at once.
func (d *telling) types(lines ...string) *telling {
	d.Helper()
	for _, line := range lines {
		d.send(Typed{line})
	}
	return d
}

// fresh is what was told since it was looked at last.
func (d *telling) fresh() []string {
	list := d.lines[d.read:]
	d.read = len(d.lines)
	return list
}

// says fails unless what was told since the last look holds these lines, in this order.
func (d *telling) says(want ...string) {
	d.Helper()
	told := d.fresh()
	rest := told
	for _, w := range want {
		at := slices.Index(rest, w)
		if at < 0 {
			d.Fatalf("it doesn't say %q; it says\n%s", w, strings.Join(told, "\n"))
		}
		rest = rest[at+1:]
	}
}

// only fails unless just this was told since the last look.
func (d *telling) only(want ...string) {
	d.Helper()
	if got := d.fresh(); !slices.Equal(got, want) {
		d.Errorf("it says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// anAddress is of the web or of a paper. A reader spells it: each of its signs counts.
var anAddress = regexp.MustCompile(`(https?://|doi:)[[:graph:]]+`)

// readable fails for what a reader stumbles over: a sign that it would call by its name,
// but in an address; a line that is too long, a line that was just said.
func readable(tb testing.TB, lines []string) {
	tb.Helper()
	const signs, longest = `.,:;?!'"()/%+-`, 200
	for i, line := range lines {
		bad := strings.ContainsFunc(anAddress.ReplaceAllString(line, ""), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && !strings.ContainsRune(signs, r)
		})
		switch {
		case bad:
			tb.Errorf("a reader stumbles over %q", line)
		case len([]rune(line)) > longest:
			tb.Errorf("too long: %q", line)
		case strings.TrimSpace(line) == "" || line != plain.Clean(line):
			tb.Errorf("not clean: %q", line)
		case i > 0 && line == lines[i-1]:
			tb.Errorf("said twice in a row: %q", line)
		}
	}
}

// transcript compares all that was told with a file that somebody has read.
func (d *telling) transcript(t *testing.T, name string) {
	t.Helper()
	readable(t, d.lines)
	got, path := strings.Join(d.lines, "\n")+"\n", filepath.Join("plain", "testdata", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (rewrite it with -update, and read it). It is\n%s", path, got)
	}
}
