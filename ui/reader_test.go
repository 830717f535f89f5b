package ui

import (
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
)

// shelf drives the reader by hand.
type shelf struct {
	testing.TB
	r     Reader
	clock *handClock
	cmd   tea.Cmd
}

// openShelf opens the reader at a topic, its first frame made.
func openShelf(tb testing.TB, id string, w, h int) *shelf {
	tb.Helper()
	clock := &handClock{time.Now()}
	s := &shelf{TB: tb, r: NewReader(Options{Clock: clock}, id), clock: clock}
	return s.send(tea.WindowSizeMsg{Width: w, Height: h})
}

func (s *shelf) send(msg tea.Msg) *shelf {
	s.Helper()
	m, cmd := s.r.Update(msg)
	r, ok := m.(Reader)
	if !ok {
		s.Fatalf("the reader became a %T", m)
	}
	s.r, s.cmd = r, cmd
	return s
}

// press takes a second for each key.
func (s *shelf) press(keys ...string) *shelf {
	s.Helper()
	for _, k := range keys {
		s.clock.now = s.clock.now.Add(time.Second)
		s.send(pressOf(k))
	}
	return s
}

func (s *shelf) text() string { return ansi.Strip(s.r.View().Content) }

func (s *shelf) sees(words ...string) {
	s.Helper()
	for _, w := range words {
		if !strings.Contains(flat(s.text()), w) {
			s.Errorf("the screen lacks %q:\n%s", w, s.text())
		}
	}
}

// left says whether the program ends.
func (s *shelf) left() bool {
	if s.cmd == nil {
		return false
	}
	_, quit := s.cmd().(tea.QuitMsg)
	return quit
}

func TestReaderOpensWhereItIsAsked(t *testing.T) {
	openShelf(t, "", 80, 24).sees("uncramp learn", "LEARN", "[1] ● What a cramp is", "[9]", "enter read esc leave ! signs q leave")
	for _, topic := range content.Embedded().Topics {
		s := openShelf(t, topic.ID, 80, 24)
		s.sees("uncramp learn", strings.ToUpper(topic.Title), "esc all topics")
		if strings.Contains(s.text(), "WAIT") || strings.Contains(s.text(), "min left") {
			t.Errorf("%s: a session is told of:\n%s", topic.ID, s.text())
		}
	}
}

func TestReaderLeaves(t *testing.T) {
	for _, c := range []struct {
		topic string
		keys  []string
		cut   bool
	}{
		{"", []string{"esc"}, false},
		{"", []string{"q"}, false},
		{"night", []string{"q"}, false},
		{"night", []string{"esc", "esc"}, false},
		{"", []string{"enter", "esc", "4", "esc", "q"}, false},
		{"", []string{"!", "esc", "esc"}, false},
		{"heat", []string{"ctrl+c"}, true},
	} {
		s := openShelf(t, c.topic, 80, 24)
		for i, k := range c.keys {
			if s.press(k); s.left() != (i == len(c.keys)-1) {
				t.Errorf("%s %v: after %d keys left is %v", c.topic, c.keys, i+1, s.left())
			}
		}
		if s.r.Interrupted() != c.cut {
			t.Errorf("%s %v: interrupted is %v", c.topic, c.keys, s.r.Interrupted())
		}
	}
}

func TestReaderGoesThroughTheTopics(t *testing.T) {
	s := openShelf(t, "", 80, 24)
	s.press("7").sees("WHERE GUIDANCE DISAGREES", "force is the danger")
	s.press("!").sees("WARNING SIGNS", "Get emergency help now")
	s.press("esc").sees("LEARN")
	s.press("enter").sees("WHAT A CRAMP IS")
	s.press("i", "space", "e", "x", "?").sees("WHAT A CRAMP IS") // keys of a session, which there is none of
}

func TestReaderScrollsWithinItsText(t *testing.T) {
	s := openShelf(t, "sources", 80, 24)
	s.press("up").sees("A number in brackets")
	for range 60 {
		s.press("pgdown")
	}
	s.sees("NHS Tayside", "↑")
	if strings.Contains(s.text(), "↑ ↓\n") {
		t.Errorf("the end isn't the end:\n%s", s.text())
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 60}).sees("NHS Tayside")
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	s.press("esc", "9").sees("A number in brackets")
}

// TestReaderKeepsAKeyDownFromLeaving: a key that bounces closes the topic, not the
// program.
func TestReaderKeepsAKeyDownFromLeaving(t *testing.T) {
	s := openShelf(t, "heat", 80, 24).press("esc")
	s.clock.now = s.clock.now.Add(bounce / 2)
	if s.send(pressOf("esc")); s.left() {
		t.Error("the key that bounced left the program")
	}
	held := pressOf("esc")
	held.IsRepeat = true
	s.clock.now = s.clock.now.Add(time.Second)
	if s.send(held); s.left() {
		t.Error("the key that was held down left the program")
	}
}

// TestReaderFitsAndHasTheColoursOfTheTerminal holds the reader to its lines and columns,
// and to colours that are read on a light ground and without any.
func TestReaderFitsAndHasTheColoursOfTheTerminal(t *testing.T) {
	for _, topic := range []string{"", "sources", "signs"} {
		for _, size := range [][2]int{{1, 1}, {10, 4}, {20, 6}, {40, 15}, {80, 24}, {200, 60}} {
			s := openShelf(t, topic, size[0], size[1])
			lines := strings.Split(s.text(), "\n")
			if len(lines) > size[1] {
				t.Errorf("%q at %v: %d lines", topic, size, len(lines))
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > size[0] {
					t.Errorf("%q at %v: %q is too wide", topic, size, l)
				}
			}
		}
	}
	s := openShelf(t, "", 80, 24)
	dark, plain := s.r.View().Content, s.text()
	light := s.send(tea.BackgroundColorMsg{Color: color.White}).r.View().Content
	if dark == light || s.text() != plain {
		t.Error("a light ground changes more, or less, than colours")
	}
	few := s.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI}).r.View().Content
	if few == light {
		t.Error("16 colours are taken for all of them")
	}
}
