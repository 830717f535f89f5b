package ui

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/session"
)

// judge holds a step to the rules and says which it breaks, "" = none.
func (w *walk) judge(before Model, msg tea.Msg) string {
	x := stride{before, w.m, msg}
	return cmp.Or(
		x.inert(w.cmd), x.onlyMore(), x.ownWord(), x.gripped(), x.takeOff(),
		w.goesOn(), w.nearSigns(), w.canLeave(), fits(w.m),
	)
}

// stride is one step: the program before it, after it, and what came.
type stride struct {
	before, after Model
	msg           tea.Msg
}

// key is the key that was pressed, "" where none was, or where it only repeats.
func (x stride) key() string {
	k, ok := x.msg.(tea.KeyPressMsg)
	if !ok || k.IsRepeat {
		return ""
	}
	return strings.ToLower(k.String())
}

// inert: what is pasted, and what nobody knows, does nothing at all; a tick that counts
// no longer neither.
func (x stride) inert(cmd tea.Cmd) string {
	switch m := x.msg.(type) {
	case tea.WindowSizeMsg, tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.KeyPressMsg, Notice, Problem, Earlier, tea.ResumeMsg:
		return ""
	case tickMsg:
		if m.id == x.before.beat.id {
			return ""
		}
	}
	a, b := x.before, x.after
	same := a.s.Now == b.s.Now && a.s.Mode == b.s.Mode && a.over == b.over && a.at == b.at && a.n == b.n && a.beat == b.beat
	if cmd == nil && same && reflect.DeepEqual(a.s.Facts, b.s.Facts) && a.View().Content == b.View().Content {
		return ""
	}
	return fmt.Sprintf("inert: a %T did something", x.msg)
}

// onlyMore: time never runs back, what was made gentler stays so, and what ended stays
// ended; only a sign of an emergency can still be named.
func (x stride) onlyMore() string {
	a, b := x.before.s, x.after.s
	e, f := a.Ease, b.Ease
	limit := func(n int) int { return cmp.Or(n, math.MaxInt) }
	switch {
	case b.Now < a.Now || x.after.at < x.before.at:
		return fmt.Sprintf("time: it ran back from %v to %v", x.before.at, x.after.at)
	case f.Steps < e.Steps || f.Again < e.Again || limit(f.Pull) > limit(e.Pull) || limit(int(f.Hold)) > limit(int(e.Hold)),
		limit(int(f.Tier)) > limit(int(e.Tier)), missing(e.Dropped, f.Dropped), missing(e.Closed, f.Closed), missing(e.Cramped, f.Cramped):
		return fmt.Sprintf("ease: from %+v to %+v", e, f)
	case a.Mode == session.Ended && (b.Mode != a.Mode || b.Outcome != a.Outcome && b.Outcome != session.Warned):
		return fmt.Sprintf("ended: %s became %s %s", a.Outcome, b.Mode, b.Outcome)
	}
	return ""
}

// missing says that something of a list is not in another.
func missing(list, in []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return !slices.Contains(in, s) })
}

// ownWord: only keys that a person presses tell facts, end the wait, go through the
// gate, go on after a pause, or end a session before its end.
func (x stride) ownWord() string {
	a, b := x.before.s, x.after.s
	was, is := a.Head().Kind, b.Head().Kind
	_, earlier := x.msg.(Earlier) // the same person: where nobody said anything, what they said before holds
	known := earlier && !x.before.toldAny()
	for _, rule := range []struct {
		what  string
		holds bool
		keys  string // that may do it
	}{
		{"facts", !known && !reflect.DeepEqual(bare(a.Facts), bare(b.Facts)), "a l p o h k c 1 2 3 4 5 6 7 8 9 enter r"},
		{"eased", a.Gripping && !b.Gripping, "e r"},
		{"gripping", !a.Gripping && b.Gripping, "c r"},
		{"wait", was == session.WaitBlock && is != was && b.Mode != session.Ended, "e s r"},
		{"gate", was == session.ConfirmBlock && is != was && b.Mode != session.Ended, "enter c r"},
		{"resume", a.Mode == session.Paused && b.Mode == session.Running, "space enter esc c e s n b t r x 1 2 3 4 5"},
		{"left", a.Mode != session.Ended && b.Mode == session.Ended && b.Outcome != session.Finished, "q enter ctrl+c"},
		{"leaving", x.after.leaving && !x.before.leaving, "q enter ctrl+c"},
		{"sign", a.Ease.Tier != b.Ease.Tier, "enter q r ctrl+c"},
		{"again", a.Ease.Again != b.Ease.Again, "c r"},
		{"too much", a.Ease.Steps != b.Ease.Steps, "t c r"},
	} {
		if rule.holds && !slices.Contains(strings.Fields(rule.keys), x.key()) {
			return fmt.Sprintf("own word, %s: %T %q did it, in %s", rule.what, x.msg, x.key(), was)
		}
	}
	return ""
}

// bare are the facts without what the session notes by itself.
func bare(f session.Facts) session.Facts {
	f.Lain = false
	return f
}

// gripped: while it grips nothing runs but the wait and the softest stretch.
func (x stride) gripped() string {
	s := x.after.s
	switch h := s.Head(); {
	case !s.Gripping || s.Mode == session.Ended:
	case h.Kind != session.WaitBlock && h.Kind != session.GripBlock:
		return fmt.Sprintf("gripping: %s %s runs", h.Kind, h.Item)
	case h.Pull > 1 || h.Short:
		return fmt.Sprintf("gripping: %s pulls %d", h.Item, h.Pull)
	}
	return ""
}

// takeOff: it is asked whether a pack is off that has to come off, whatever it came by.
func (x stride) takeOff() string {
	a, b := x.before.s, x.after.s
	if a.Pack.Kind == "" || b.Pack.Kind != "" || b.Mode == session.Ended {
		return ""
	}
	if x.after.off {
		return ""
	}
	return fmt.Sprintf("take off: %s %q came with the end of a pack, and nothing says so (over %d)", fmt.Sprintf("%T", x.msg), x.key(), x.after.over)
}

// goesOn: as long as anything is to change, a tick is on its way.
func (w *walk) goesOn() string {
	if w.m.leaving || !w.m.stopped.IsZero() || w.m.beat.id == 0 {
		return ""
	}
	if at, ok := w.m.s.NextChange(w.m.at); ok && (w.m.beat.due == none || w.m.beat.id == w.ticked) {
		return fmt.Sprintf("stands: at %v something changes at %v, and no tick is on its way", w.m.at, at)
	}
	return ""
}

// nearSigns: one key leads to the warning signs, and where there is room it says so.
func (w *walk) nearSigns() string {
	if w.m.leaving || w.m.shown.IsZero() || w.m.over == signsOverlay {
		return ""
	}
	x := w.aside()
	x.clock.now = x.clock.now.Add(time.Second)
	if x.hit("!"); x.m.over != signsOverlay {
		return fmt.Sprintf("signs: ! leads to overlay %d from %d", x.m.over, w.m.over)
	}
	return ""
}

// canLeave: ctrl+c ends it from everywhere, with one line of plain words.
func (w *walk) canLeave() string {
	x := w.aside()
	x.hit("ctrl+c")
	line := x.m.Line()
	switch {
	case !x.m.leaving || x.m.s.Mode != session.Ended || !x.m.Interrupted():
		return "leave: ctrl+c doesn't end it"
	case !strings.HasPrefix(line, "uncramp: ") || strings.ContainsFunc(line, unicode.IsControl):
		return fmt.Sprintf("leave: it leaves %q", line)
	}
	return ""
}

// fits: a view is within the lines and columns of its screen; a terminal obeys nothing
// in it but colours and weights, which end with their line; and where there is room the
// way to the signs stands on it, but on the large screen, where nothing does.
func fits(m Model) string {
	v := m.View()
	lines := strings.Split(v.Content, "\n")
	if len(lines) > max(1, m.h) {
		return fmt.Sprintf("view: %d lines on %dx%d", len(lines), m.w, m.h)
	}
	for _, l := range lines {
		plain := ansi.Strip(l)
		switch {
		case ansi.StringWidth(l) > max(0, m.w):
			return fmt.Sprintf("view: %d columns on %dx%d: %q", ansi.StringWidth(l), m.w, m.h, plain)
		case strings.Count(l, "\x1b[")%2 != 0:
			return fmt.Sprintf("view: a style runs over the end of %q", l)
		case !harmless(l):
			return fmt.Sprintf("view: a terminal would obey %q", l)
		}
	}
	if strings.ContainsFunc(v.WindowTitle, unicode.IsControl) {
		return fmt.Sprintf("view: a terminal would obey the title %q", v.WindowTitle)
	}
	if roomy := m.w >= 30 && m.h >= 8; roomy && m.over != signsOverlay && !strings.Contains(v.Content, "! signs") &&
		!strings.Contains(flat(ansi.Strip(v.Content)), "! signs") && !m.fromAfar(m.page()) {
		return fmt.Sprintf("view: no way to the signs on %dx%d:\n%s", m.w, m.h, ansi.Strip(v.Content))
	}
	return ""
}

// harmless says that a line holds no control characters but those of colours and
// weights, and none that turn the direction of text.
func harmless(line string) bool {
	for i := 0; i < len(line); {
		at := strings.Index(line[i:], "\x1b")
		if at < 0 {
			break
		}
		i += at
		end := strings.IndexFunc(line[i+1:], func(r rune) bool { return r != '[' && r != ';' && r != ':' && (r < '0' || r > '9') })
		if !strings.HasPrefix(line[i:], "\x1b[") || end < 0 || line[i+1+end] != 'm' {
			return false
		}
		i += end + 2
	}
	return !strings.ContainsFunc(ansi.Strip(line), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) })
}
