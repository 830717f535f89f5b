package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
)

// showing is when a screen first shows a block's phase, since the program began.
type showing struct {
	at    time.Duration
	item  string
	phase session.Phase
}

// String names it, in a list of what differs.
func (x showing) String() string {
	return fmt.Sprintf("%v %s %s %v #%d", x.at, x.item, x.phase.Kind, x.phase.For, x.phase.Rep)
}

// planned is when each phase of the list will show, if it begins at an instant.
func planned(blocks []session.Block, at time.Duration) []showing {
	var list []showing
	for _, b := range blocks {
		for _, p := range b.Phases {
			list = append(list, showing{at, b.Item, p})
			if p.For == 0 {
				return list
			}
			at += p.For
		}
	}
	return list
}

// shown is when each phase first showed on a screen that tells its verb and its
// number, from an instant on.
func (r *reel) shown(t *testing.T, from time.Duration) []showing {
	t.Helper()
	var list []showing
	for _, m := range r.film() {
		b, p := m.s.Head(), m.s.Phase()
		if n := len(list); m.at < from || n > 0 && list[n-1].item == b.Item && list[n-1].phase == p {
			continue
		}
		if p.For > 0 && !strings.Contains(flat(m.text), down(p.For)) {
			t.Errorf("at %v the screen of %s %s doesn't show %s:\n%s", m.at, b.Item, p.Kind, down(p.For), m.text)
		}
		list = append(list, showing{m.at, b.Item, p})
	}
	return list
}

// TestTimingEveryPhaseShowsAtItsInstant holds that every phase of a plan is on the
// screen at the very instant it is planned for, not a nanosecond later, however
// many came before.
func TestTimingEveryPhaseShowsAtItsInstant(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]session.Facts{"seated": nobody, "standing": equipped} {
		t.Run(name, func(t *testing.T) {
			perform(t, f, func(s *stage) {
				s.press("e", "enter")
				from := s.now().at
				want := planned(s.now().s.Rest, from)
				s.until("massage", func(x session.Session) bool { return x.Phase().Kind == session.Open })
				got := s.reel.shown(t, from)
				if len(got) != len(want) || len(want) < 20 {
					t.Fatalf("%d phases showed, %d were planned", len(got), len(want))
				}
				for i := range want {
					if got[i] != want[i] {
						t.Errorf("showed %v, planned %v", got[i], want[i])
					}
				}
			})
		})
	}
}

// TestTimingTwentyRaisesEndOnTheSecond holds that 20 toe raises of five seconds,
// with a second between, end 119 seconds after the first began.
func TestTimingTwentyRaisesEndOnTheSecond(t *testing.T) {
	perform(t, equipped, func(s *stage) {
		s.press("e", "enter").item("toe-raises", session.Ready).press("enter")
		from := s.now().at
		s.sees("RISE", "1 of 20").item("massage-calf", session.Ready)
		for _, m := range s.reel.film() {
			if m.at > from && m.s.Head().Item != "toe-raises" {
				if took := m.at - from; took != 119*time.Second {
					t.Errorf("20 raises took %v", took)
				}
				break
			}
		}
		s.item("massage-calf", session.Open)
	}, undrawn())
}

// TestTimingClockNeverSkips holds that the number counts down second by second, on
// the second.
func TestTimingClockNeverSkips(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold)
		from := len(s.reel.film()) - 1
		first := s.reel.film()[from].at
		s.item("toes-to-shin", session.Rest)
		for _, m := range s.reel.film()[from:] { // the figure moves between the seconds
			at := m.at - first
			want := fmt.Sprintf("HOLD 0:%02d", 20-int(at/time.Second))
			if at < 20*time.Second && !strings.Contains(flat(m.text), want) {
				t.Errorf("at %v, want %s:\n%s", at, want, m.text)
			}
		}
	})
}

// TestAwayWhenTheMachineSlept tells of a laptop that was shut in a hold: the hold
// stands where it was, and the cramp's own time goes on.
func TestAwayWhenTheMachineSlept(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold).wait(3 * time.Second)
		s.clock.sleep(40 * time.Minute)
		s.wait(time.Second).sees("You were away for 40:00", "PAUSED", "0:16")
		s.press("space").sees("GET READY").wait(10*time.Second).sees("HOLD", "0:16")
	})
	perform(t, nobody, func(s *stage) {
		s.clock.sleep(9*time.Minute + 55*time.Second)
		s.wait(10*time.Second).sees("PAUSED", "10:0", "[e]", content.Embedded().Phrase("help"))
	})
}

// TestAwayWhenATickComesLate tells of a process that was stopped: a tick that comes
// more than five seconds late means that nobody was here.
func TestAwayWhenATickComesLate(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold).wait(3 * time.Second)
		s.clock.stop(7 * time.Second)
		s.wait(time.Second).sees("You were away for 0:07", "PAUSED", "0:16")
	})
}

// TestAwayNotWhenATickIsALittleLate tells that a busy machine doesn't stop a hold,
// and that no time is lost by it.
func TestAwayNotWhenATickIsALittleLate(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold).wait(3 * time.Second)
		s.clock.stop(4 * time.Second)
		s.wait(time.Second).sees("HOLD", "0:12")
	})
}

// TestAwayAfterCtrlZ tells of ctrl+z and fg: the time between counts as away.
func TestAwayAfterCtrlZ(t *testing.T) {
	stopped := false
	// The real suspension would stop the test itself.
	filter := tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
		if _, ok := msg.(tea.SuspendMsg); ok {
			stopped = true
			return nil
		}
		return msg
	})
	performWith(t, nobody, Options{CanStop: func() bool { return true }}, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold).wait(2 * time.Second).press("ctrl+z")
		if !stopped {
			t.Fatal("ctrl+z doesn't stop the program")
		}
		s.wait(25 * time.Minute)
		if got := s.now().s.Mode; got != session.Running {
			t.Errorf("while it is stopped it became %s", got)
		}
		s.p.Send(tea.ResumeMsg{})
		s.wait(time.Second).sees("You were away for 25:00", "PAUSED", "0:17")
		s.press("space").wait(10*time.Second).sees("HOLD", "0:17")
	}, filter)
}

// TestResizeWhileItRuns tells of a terminal that is resized in a hold, down to
// nothing and back.
func TestResizeWhileItRuns(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold)
		for _, size := range [][2]int{{40, 12}, {19, 5}, {1, 1}, {240, 70}, {80, 24}} {
			s.p.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			s.wait(time.Second)
		}
		s.sees("HOLD", "0:15", "! signs")
	})
}
