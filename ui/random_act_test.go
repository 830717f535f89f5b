package ui

import (
	"errors"
	"fmt"
	"image/color"
	"math/rand/v2"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/session"
)

// next is the next thing that happens: mostly what a person and a clock would do, and
// then anything at all.
func (w *walk) next(r *rand.Rand) act {
	a := act{after: gap(r)}
	switch k := r.IntN(100); {
	case k < 25:
		a.msg = pending(one(r, 0, 0, 0, 0, span(r, time.Second), span(r, 20*time.Second)))
		a.after = 0
	case k < 48:
		a.msg = pressOf(w.leading(r))
		a.after = max(a.after, holdDown)
	case k < 70:
		a.msg = declared(r)
	case k < 75:
		a.msg, a.after = w.repeated(r)
	case k < 80:
		a.msg = strangeKey(r)
	case k < 89:
		a.msg = size(r)
	case k < 92:
		a.msg = Earlier{one(r, w.kept...).Later(-span(r, one(r, time.Minute, time.Hour, 3*time.Hour)))}
	default:
		a.msg = unasked(r)
	}
	// The tick that is due comes first, but for a machine that is busy, or slept.
	if at, ok := w.tickDue(); ok && at.Sub(w.clock.now) < a.after && r.IntN(8) > 0 {
		return act{msg: pending(0)}
	}
	if r.IntN(60) == 0 {
		a.slept = one(r, span(r, 10*time.Second), span(r, 5*time.Hour), span(r, 48*time.Hour), -span(r, time.Hour))
	}
	return a
}

// one is one of a list.
func one[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// span is a length of time below d.
func span(r *rand.Rand, d time.Duration) time.Duration { return time.Duration(r.Int64N(int64(d))) }

// gap is the time between two things that happen.
func gap(r *rand.Rand) time.Duration {
	return one(r, 0, 0, 1, span(r, 200*time.Millisecond), span(r, 200*time.Millisecond), time.Second, time.Second,
		span(r, 3*time.Second), span(r, 30*time.Second), span(r, one(r, time.Minute, 20*time.Minute, 3*time.Hour)))
}

// leading is the key that a person would press who wants to get on.
func (w *walk) leading(r *rand.Rand) string {
	s := w.m.s
	switch {
	case w.m.over == noOverlay && r.IntN(16) == 0:
		return "!"
	case w.m.over == offOverlay:
		return "enter"
	case w.m.over == signsOverlay:
		return one(r, "1", "2", "3", "3", "esc")
	case s.Pack.Asking:
		return one(r, "m", "down", "!", "enter", "x")
	case w.m.over != noOverlay:
		return one(r, "esc", "enter", "esc", "1", "2")
	case s.Mode == session.Ended:
		return one(r, "down", "f", "up", "?", "m")
	case s.Mode == session.Paused && !s.Standby:
		return "space"
	case s.Gripping:
		return one(r, "e", "e", "s", "r", "1")
	case s.Head().Kind == session.AskBlock:
		return one(r, "1", "2", "n")
	case s.Head().Kind == session.ItemBlock:
		return one(r, "n", "n", "enter", "t", "space")
	}
	return "enter"
}

// declared is one of the keys that mean something somewhere, in either case.
func declared(r *rand.Rand) tea.KeyPressMsg {
	const typed = "eesscctbnnx+mflpaohkriir123456789!?q0"
	switch r.IntN(12) {
	case 0:
		return tea.KeyPressMsg{Code: one(r, tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd, tea.KeyTab)}
	case 1:
		return pressOf(one(r, "enter", "esc", "space"))
	case 2:
		return pressOf(one(r, "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+c", "ctrl+l", "ctrl+d"))
	}
	k := string(typed[r.IntN(len(typed))])
	if r.IntN(8) == 0 {
		return tea.KeyPressMsg{Code: rune(k[0]), Text: strings.ToUpper(k), Mod: tea.ModShift}
	}
	return pressOf(k)
}

// repeated is the last key once more: held down, or bouncing.
func (w *walk) repeated(r *rand.Rand) (msg tea.Msg, after time.Duration) {
	k := w.last
	k.IsRepeat = r.IntN(2) == 0
	return k, one(r, 0, span(r, bounce), bounce, span(r, holdDown), time.Second)
}

// strangeKey is a key that nobody has declared.
func strangeKey(r *rand.Rand) tea.Msg {
	k := tea.KeyPressMsg{Code: rune(r.IntN(0x110000)), Mod: tea.KeyMod(r.IntN(1 << 9))}
	switch r.IntN(5) {
	case 0:
		k.Text = string(k.Code)
	case 1:
		k.Code, k.Text = tea.KeyExtended, hostile(r)
	case 2:
		k.Code = rune(r.IntN(32))
	case 3:
		k = tea.KeyPressMsg{Code: rune(r.IntN(0x250)), ShiftedCode: rune(r.IntN(0x250)), BaseCode: 'e'}
	case 4:
		return tea.KeyReleaseMsg(declared(r))
	}
	return k
}

// hostileWords are texts that a terminal would obey, that are wider or narrower than
// they are long, or that are no text at all.
var hostileWords = []string{
	"", "\x1b[2J\x1b[H", "\x1b]0;title\a", "\x1b]52;c;aGk=\a", "\x9b31m", "\a\b\r\v\f\x00\x7f", "line\nline\ttab", "\x1b[38;2;1;2;3mred",
	"\u202eright to left\u2066", "\u200b\u200d\ufeff", "e\u0301\u0323\u0323\u0323", "漢字かな交じり文", "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈", "ﷺ", "\xff\xfe not text",
	"=1+1", "eq\r\n", "a-word-that-is-longer-than-any-line-of-this-screen-and-that-no-space-breaks-anywhere-at-all-so-it-must-be-cut",
	"/home/somebody/.config/uncramp/settings.yaml:2:9: volume: \"loud\"; expected a whole number",
}

// hostile is some of them in a row, seldom very many.
func hostile(r *rand.Rand) string {
	var b strings.Builder
	for range one(r, 1, 1, 2, 3, 8, 200) {
		b.WriteString(one(r, hostileWords...))
		b.WriteByte(' ')
	}
	return b.String()
}

// size is another size of the terminal, from none to far more than a desk has.
func size(r *rand.Rand) tea.Msg {
	at := one(r, sizes...)
	switch r.IntN(12) {
	case 0:
		return tea.WindowSizeMsg{Width: 1 + r.IntN(500), Height: 1 + r.IntN(200)}
	case 1:
		return tea.WindowSizeMsg{Width: r.IntN(3), Height: r.IntN(3)}
	case 2, 3:
		return tea.WindowSizeMsg{Width: r.IntN(60), Height: r.IntN(30)}
	case 4, 5, 6:
		return tea.WindowSizeMsg{Width: 80, Height: 24}
	case 7, 8, 9:
		return tea.WindowSizeMsg{Width: 18 + r.IntN(90), Height: 5 + r.IntN(40)}
	}
	return tea.WindowSizeMsg{Width: at[0], Height: at[1]}
}

// stranger is a message that nobody knows.
type stranger struct{ words string }

// unasked is what comes without a person's hand on a key.
func unasked(r *rand.Rand) tea.Msg {
	grey := color.Gray{Y: uint8(r.IntN(256))}
	mouse := tea.Mouse{X: r.IntN(500) - 5, Y: r.IntN(200) - 5, Button: tea.MouseButton(r.IntN(12))}
	return one(r, []func() tea.Msg{
		func() tea.Msg { return stray(r.IntN(4)) },
		func() tea.Msg { return tea.PasteMsg{Content: hostile(r)} },
		func() tea.Msg { return tea.PasteMsg{Content: one(r, "e", "q\r", "\x03", "!1\r", "e\rn")} },
		func() tea.Msg { return one[tea.Msg](r, tea.PasteStartMsg{}, tea.PasteEndMsg{}) },
		func() tea.Msg { return one[tea.Msg](r, tea.FocusMsg{}, tea.BlurMsg{}) },
		func() tea.Msg { return one[tea.Msg](r, tea.ResumeMsg{}, tea.ResumeMsg{}, tea.SuspendMsg{}) },
		func() tea.Msg { return tea.ColorProfileMsg{Profile: colorprofile.Profile(r.IntN(7))} },
		func() tea.Msg { return tea.BackgroundColorMsg{Color: grey} },
		func() tea.Msg { return tea.BackgroundColorMsg{} }, // an answer that could not be read
		func() tea.Msg {
			return Notice{Key: one(r, "no-device", "voice-gone", "no-voice", "muted-night", "no such phrase")}
		},
		func() tea.Msg { return Problem{Err: fmt.Errorf("settings: %w", errors.New(hostile(r)))} },
		func() tea.Msg { return one[tea.Msg](r, stranger{hostile(r)}, 7, "e", struct{}{}, nil, errors.New("e")) },
		func() tea.Msg {
			return one[tea.Msg](r, tea.MouseClickMsg(mouse), tea.MouseWheelMsg(mouse), tea.MouseMotionMsg(mouse))
		},
		func() tea.Msg {
			return one[tea.Msg](r, tea.KeyboardEnhancementsMsg{}, tea.CapabilityMsg{Content: "RGB"}, tea.ModeReportMsg{})
		},
	}...)()
}
