package ui

import (
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// TestStoryLeaveAsksOnce tells of q: it asks, esc stays, enter leaves, and what was
// done is kept.
func TestStoryLeaveAsksOnce(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("jiggle", session.Timed).press("q").sees("LEAVE NOW?", "[enter] leave", "[esc] stay")
		s.wait(time.Hour).press("esc").wait(time.Second).sees("GET READY", "Jiggle the leg")
		s.press("q", "enter")
		if m := s.final; m.Session().Outcome != session.LeftEarly || m.Interrupted() {
			t.Errorf("it ended as %q, interrupted %v", m.Session().Outcome, m.Interrupted())
		}
		if line := s.final.Line(); !strings.Contains(line, "done: toes to shin") {
			t.Errorf("the line is %q", line)
		}
	})
}

// TestStoryCtrlCLeavesAtOnce tells of ctrl+c on every kind of screen.
func TestStoryCtrlCLeavesAtOnce(t *testing.T) {
	for _, keys := range [][]string{{}, {"e"}, {"e", "enter"}, {"!"}, {"h"}, {"q"}, {"space"}, {"s"}, {"!", "1"}} {
		perform(t, nobody, func(s *stage) {
			s.press(keys...).press("ctrl+c")
			if m := s.final; !m.Interrupted() || m.Session().Mode != session.Ended {
				t.Errorf("after %q: interrupted %v, %s", keys, m.Interrupted(), m.Session().Mode)
			}
		})
	}
}

// TestStoryCtrlCBeforeAnybodySawAScreen tells that leaving needs no patience.
func TestStoryCtrlCBeforeAnybodySawAScreen(t *testing.T) {
	d := begin(t, nobody, 80, 24).hit("ctrl+c")
	if !d.m.Interrupted() || d.cmd == nil {
		t.Error("ctrl+c at the first frame does nothing")
	}
}

// TestStoryEmergencySignEndsIt tells of a sign of the first tier: its text, and the
// end, with the emergency number that was named.
func TestStoryEmergencySignEndsIt(t *testing.T) {
	performWith(t, packed, Options{Emergency: "112"}, func(s *stage) {
		s.press("e", "enter", "!").sees("WARNING SIGNS", "[1] Get emergency help now").press("1")
		s.sees("Call 112 now", "No stretching")
		if x := s.now().s; x.Mode == session.Ended {
			t.Error("a key that may have been a slip ended it")
		}
		s.press("enter").sees("Call 112 now")
		if x := s.now().s; x.Outcome != session.Warned || x.Mode != session.Ended {
			t.Errorf("it ended as %q", x.Outcome)
		}
		s.press("q")
		if line := s.final.Line(); !strings.Contains(line, "call 112 now") {
			t.Errorf("the line is %q", line)
		}
	})
}

// TestStoryEmergencyNumberIsNotGuessed tells that no number is named unless one was.
func TestStoryEmergencyNumberIsNotGuessed(t *testing.T) {
	perform(t, nobody, func(s *stage) { s.press("!", "1").sees("Call your emergency number now") })
}

// TestStorySameDaySignEndsTheWork tells of a sign of the second tier: its text, and
// no stretch, massage, roller or heat from then on.
func TestStorySameDaySignEndsTheWork(t *testing.T) {
	perform(t, equipped, func(s *stage) {
		s.press("e", "enter").item("wall-calf", session.Hold).press("!", "2").sees("GET ADVICE TODAY", "Call a doctor")
		s.press("enter").sees("DRINK")
		for _, b := range s.now().s.Rest {
			if b.Kind == session.ItemBlock || b.Kind == session.PackBlock && b.Item == string(content.Heat) {
				t.Errorf("%s is still to come", b.Item)
			}
		}
		s.over().sees("Call a doctor")
		s.press("enter")
		if line := s.final.Line(); !strings.Contains(line, "get advice today") {
			t.Errorf("the line is %q", line)
		}
	})
}

// TestStorySoonSignIsNoted tells of a sign of the third tier: it is said, and the
// session goes on where it was.
func TestStorySoonSignIsNoted(t *testing.T) {
	t.Parallel()
	perform(t, nobody, func(s *stage) {
		s.press("e", "enter").item("toes-to-shin", session.Hold).press("!", "3").sees("SEE SOMEONE SOON", "Talk to a doctor").press("enter").sees("GET READY")
		s.item("massage-calf", session.Open).press("enter").block(session.AskBlock).press("n").over()
		s.sees("DONE", "Talk to a doctor or a pharmacist soon.")
	}, undrawn())
}

// TestStoryWorseOpensTheSigns tells of the answer "worse".
func TestStoryWorseOpensTheSigns(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		s.press("1").sees("easing ✓").press("3").sees("WARNING SIGNS", "none of these")
		s.press("esc").wait(time.Second).sees("BREATHE", "[e]")
	})
}

// TestStorySkinCheckUnanswered tells of somebody who fell asleep: 60 s after the
// question the pack is to come off, and that is said.
func TestStorySkinCheckUnanswered(t *testing.T) {
	t.Parallel()
	for _, lead := range []time.Duration{0, 12500 * time.Microsecond} { // as the command line has it
		skinCheckUnanswered(t, lead)
	}
}

func skinCheckUnanswered(t *testing.T, lead time.Duration) {
	t.Helper()
	performWith(t, packed, Options{Lead: lead}, func(s *stage) {
		s.press("e", "enter").item("massage-calf", session.Open).press("enter").block(session.AskBlock).press("1", "enter")
		s.wait(5 * time.Minute).sees(content.Embedded().Phrase("skin"))
		s.wait(59 * time.Second)
		if s.now().s.Pack.Kind != content.Heat {
			t.Error("the pack came off before its time")
		}
		s.wait(time.Second).sees("TAKE IT OFF", content.Embedded().Phrase("off"))
		s.wait(time.Hour).sees("TAKE IT OFF") // whoever dozes is told until a key says so
		s.press("enter").sees("DRINK")
		if worn := s.now().s.Packs; len(worn) != 1 || (worn[0].Off-worn[0].On).Round(time.Second) != 6*time.Minute {
			t.Errorf("it was on for %+v", worn)
		}
	}, undrawn())
}

// TestStoryPackGoesOnInTheWait tells of a cramp that comes back under a pack, and
// of a pause: neither stops the pack's time, and the skin is asked for in both.
func TestStoryPackGoesOnInTheWait(t *testing.T) {
	t.Parallel()
	perform(t, packed, func(s *stage) {
		s.press("e", "enter").item("massage-calf", session.Open).press("enter").block(session.AskBlock).press("1", "enter")
		s.wait(time.Minute).press("c").sees("BREATHE", "Heat on your skin: 13:59 left")
		s.press("space").wait(4*time.Minute).sees("PAUSED", content.Embedded().Phrase("skin"), "skin looks fine")
		s.press("x")
		if s.now().s.Pack.Kind != "" {
			t.Error("the pack is still on")
		}
	}, undrawn())
}

// TestStoryTerminalStaysInAltScreenOnly tells that the program enters the
// alternate screen, and leaves it and shows the cursor at the end.
func TestStoryTerminalStaysInAltScreenOnly(t *testing.T) {
	var to *stage
	perform(t, nobody, func(s *stage) { to = s.press("q", "enter") })
	out := to.out.String()
	enter, leave := strings.Index(out, "\x1b[?1049h"), strings.LastIndex(out, "\x1b[?1049l")
	if enter < 0 || leave < enter || !strings.Contains(out[leave:]+out[enter:], "\x1b[?25h") {
		t.Errorf("entered at %d, left at %d of %q", enter, leave, out)
	}
	if first := strings.Index(out, "BREATHE"); first < enter || first > leave {
		t.Errorf("the screen stands at %d, outside the alternate one", first)
	}
}

// TestStoryTerminalAnswersItsColour tells of a terminal that says that it is light,
// in bytes.
func TestStoryTerminalAnswersItsColour(t *testing.T) {
	perform(t, nobody, func(s *stage) {
		dark := s.now().View().Content
		s.press("\x1b]11;rgb:ffff/ffff/ffff\x07")
		if light := s.now().View().Content; light == dark {
			t.Error("the answer changed nothing")
		}
		if s.now().over != noOverlay || s.now().s.Head().Kind != session.WaitBlock {
			t.Errorf("the answer was taken for keys:\n%s", s.text())
		}
	})
}
