package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"uncramp/content"
	"uncramp/session"
)

// learnSizes are the screens that the pages to read are held to.
var learnSizes = [][2]int{{40, 15}, {60, 20}, {80, 24}, {120, 40}, {200, 60}}

// TestLearnIsNearEverywhere holds that one key leads from every screen to the pages to
// read, that they pause what runs, and that closing them goes on.
func TestLearnIsNearEverywhere(t *testing.T) {
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		if d.m.over == learnOverlay {
			continue
		}
		mode, over := d.m.s.Mode, d.m.over
		d.press("i")
		if d.m.over != learnOverlay || d.m.topic != "" {
			t.Errorf("%s: i doesn't lead to the pages to read:\n%s", s.name, d.text())
			continue
		}
		if mode == session.Running && d.m.s.Mode != session.Paused {
			t.Errorf("%s: the clock runs while somebody reads", s.name)
		}
		d.press("esc")
		want := noOverlay
		switch over {
		case signsOverlay, emergencyOverlay, sameDayOverlay, soonOverlay:
			want = over // the signs are still to be answered
		}
		if d.m.over != want || over == noOverlay && d.m.s.Mode != mode {
			t.Errorf("%s: closing leaves it %s, was %s:\n%s", s.name, d.m.s.Mode, mode, d.text())
		}
	}
}

// TestLearnGoesOnBehindALead holds that a hold that was paused for reading has the time
// that it had left.
func TestLearnGoesOnBehindALead(t *testing.T) {
	d := sceneOf(t, "hold").at(t, 80, 24)
	d.press("i")
	left := d.m.s.Left(d.m.at)
	d.press("3").wait(time.Minute).press("esc", "esc").phase("wall-calf", session.Ready)
	if got := d.on("wall-calf", session.Hold, 1).m.s.Left(d.m.at); got != left {
		t.Errorf("%v of the hold were left, and %v after reading", left, got)
	}
}

func TestLearnTopicsHaveADigitEach(t *testing.T) {
	for i, topic := range content.Embedded().Topics {
		d := begin(t, nobody, 80, 24)
		d.press("i", strconv.Itoa(i+1)).sees(strings.ToUpper(topic.Title), "esc all topics")
		d.press("esc").sees("LEARN", "esc close", fmt.Sprintf("[%d]", i+1))
		if d.m.over != learnOverlay {
			t.Fatalf("%s: one esc closes it all", topic.ID)
		}
		if d.press("esc").sees("BREATHE"); d.m.over != noOverlay {
			t.Errorf("%s: two esc don't close it", topic.ID)
		}
	}
}

func TestLearnLeadsToTheSigns(t *testing.T) {
	for _, keys := range [][]string{{"i"}, {"i", "9"}} {
		d := begin(t, nobody, 80, 24)
		d.press(keys...)
		d.press("!").sees("WARNING SIGNS")
		d.press("1").sees("GET EMERGENCY HELP NOW")
		d.press("esc", "esc").sees("BREATHE")
	}
}

func TestLearnAsksBeforeItLeaves(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("i", "2", "q").sees("LEAVE NOW?")
	d.press("esc").sees("BREATHE")
}

// TestLearnMarksTheNearestTopic holds that enter opens what the screen beneath is about.
func TestLearnMarksTheNearestTopic(t *testing.T) {
	for scene, title := range map[string]string{
		"wait": "What a cramp is", "grip": "What a cramp is", "confirm": "What a cramp is", "legs-cramp": "What a cramp is",
		"ask": "Heat or cold", "fetch": "Heat or cold", "pack": "Heat or cold", "skin": "Heat or cold",
		"drink": "Drinks and minerals", "summary": "Why cramps happen", "bedtime": "Preventing night cramps",
		"hold": "Where guidance disagrees", "summary-tier2": "Warning signs",
	} {
		d := sceneOf(t, scene).at(t, 80, 24)
		d.press("i")
		_, list, _ := strings.Cut(d.text(), "LEARN")
		_, marked, _ := strings.Cut(list, "● ")
		if marked, _, _ = strings.Cut(marked, "\n"); strings.TrimSpace(marked) != title {
			t.Errorf("%s: marked is %q, want %q", scene, marked, title)
		}
		d.press("enter").sees(strings.ToUpper(title))
	}
}

// TestLearnListIsWholeOnASmallScreen: every digit has its place at 40x15.
func TestLearnListIsWholeOnASmallScreen(t *testing.T) {
	d := begin(t, nobody, 40, 15)
	d.press("i")
	for i, topic := range content.Embedded().Topics {
		d.sees(fmt.Sprintf("[%d]", i+1), topic.Title)
	}
	d.sees("enter read", "esc close", "! signs")
}

// TestLearnFits holds every topic at every size to its lines and columns, and to being
// read to its end.
func TestLearnFits(t *testing.T) {
	for i := range content.Embedded().Topics {
		for _, size := range thinned(learnSizes) {
			d := begin(t, nobody, size[0], size[1])
			d.press("i", strconv.Itoa(i+1))
			lines := d.m.learnLines()
			seen := map[string]bool{}
			for range len(lines)/10 + 1 { // a page is ten lines
				for row := range strings.Lines(checkFits(t, d, size[0], size[1])) {
					seen[strings.TrimSpace(row)] = true
				}
				d.hit("pgdown")
			}
			for _, l := range lines {
				if l = strings.TrimSpace(stripped(l)); !seen[l] {
					t.Errorf("topic %d at %v: %q is never to be seen", i+1, size, l)
				}
			}
			d.sees("! signs", "esc all topics", "↑")
			d.misses("↓ esc")
		}
	}
}

// TestLearnOpensAtTheTop: a topic is not opened where the one before was left.
func TestLearnOpensAtTheTop(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("i", "9")
	for range 30 {
		d.hit("pgdown")
	}
	d.sees("NHS Tayside")
	d.press("esc").sees("[1]", "[9]")
	d.press("2").sees("WHY CRAMPS HAPPEN", "A cramp can be linked with")
}

// numberMark is the number of a source behind a line.
var numberMark = regexp.MustCompile(`\[(\d+)\]`)

// TestLearnNumbersMatchTheList holds that each number behind a line leads to its source,
// at the end of the topic and in the whole list alike.
func TestLearnNumbersMatchTheList(t *testing.T) {
	d := begin(t, nobody, 100, 40)
	d.press("i")
	lib := d.m.s.Library()
	for _, topic := range lib.Topics {
		text := flat(stripped(strings.Join(d.m.read(topic.ID).learnLines(), "\n")))
		for _, s := range lib.Sections(topic) {
			for _, l := range s.Lines {
				want := flat(l.Text)
				if src, ok := lib.Source(l.Source); ok {
					n := slices.IndexFunc(lib.Sources, func(x content.Source) bool { return x.ID == src.ID }) + 1
					want += fmt.Sprintf(" [%d]", n)
					// a publisher's name may be broken at its hyphens
					if end := fmt.Sprintf("[%d] %s", n, src.Publisher); !strings.Contains(unspaced(text), unspaced(end)) {
						t.Errorf("%s names [%d] and doesn't list it", topic.ID, n)
					}
				}
				if want = strings.ReplaceAll(want, "{emergency}", "your emergency number"); !strings.Contains(text, want) {
					t.Errorf("%s lacks %q", topic.ID, want)
				}
			}
		}
		if rest := strings.ReplaceAll(numberMark.ReplaceAllString(text, ""), "[", ""); topic.ID == "sources" && strings.Count(text, "[") != len(lib.Sources) {
			t.Errorf("%d sources are listed, of %d: %s", strings.Count(text, "["), len(lib.Sources), rest)
		}
	}
}

// unspaced is a text without its spaces.
func unspaced(text string) string { return strings.ReplaceAll(text, " ", "") }

// TestLearnNamesTheEmergencyNumber: the person's own.
func TestLearnNamesTheEmergencyNumber(t *testing.T) {
	d := beginWith(t, nobody, 80, 24, Options{Emergency: "112"})
	d.press("i", "6").sees("Call 112 now")
	d.misses("{emergency}")
}

// TestLearnKeyCostsNoLine holds that the key for the pages to read is shown where there
// is room, and never at the cost of another line or another key.
func TestLearnKeyCostsNoLine(t *testing.T) {
	shown := 0
	for _, s := range scenes() {
		d := s.at(t, 80, 24)
		for _, size := range thinned(sizes) {
			d.resize(size[0], size[1])
			p := d.m.page()
			if p.also == "" || tinySize(size[0], size[1]) {
				continue
			}
			bare := p
			bare.also = ""
			width, _ := column(size[0])
			with, without := footer(p, width, size[1]), footer(bare, width, size[1])
			if len(with) != len(without) {
				t.Errorf("%s at %v: %d lines of keys, and %d without it", s.name, size, len(with), len(without))
			}
			rest := strings.ReplaceAll(flat(stripped(strings.Join(with, "  "))), "i learn ", "")
			if want := flat(stripped(strings.Join(without, "  "))); rest != want {
				t.Errorf("%s at %v: the keys are\n%s\nand were\n%s", s.name, size, rest, want)
			}
			for _, l := range with {
				if lipgloss.Width(l) > width {
					t.Errorf("%s at %v: %q is too wide", s.name, size, stripped(l))
				}
			}
			if len(with) > 0 && strings.Contains(flat(d.text()), "i learn") {
				shown++
			}
		}
	}
	if shown == 0 {
		t.Error("the key is shown nowhere")
	}
	sceneOf(t, "wait").at(t, 80, 24).sees("i learn ! signs ? keys q leave")
	d := sceneOf(t, "wait").at(t, 80, 24)
	d.press("?").sees("i learn (what a cramp is")
}

// TestLearnReadsWithoutColour: what is marked is marked by a shape too.
func TestLearnReadsWithoutColour(t *testing.T) {
	d := begin(t, nobody, 80, 24)
	d.press("i")
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	plain := visible(t, d.m.View().Content, colorprofile.ASCII)
	if !strings.Contains(plain, "● ␛[1mWhat a cramp is␛[m") {
		t.Errorf("nothing is marked:\n%s", plain)
	}
}

// TestTopicsFitEveryWidth: where a title takes two lines, each is in its own style.
func TestTopicsFitEveryWidth(t *testing.T) {
	d := sceneOf(t, "wait").at(t, 80, 24).press("i")
	for w := tinyWidth; w <= 80; w++ {
		d.resize(w, 30)
		for i := range d.m.s.Library().Topics {
			for _, l := range d.m.topicEntry(i) {
				if strings.Count(l, "\x1b[")%2 != 0 {
					t.Errorf("%d wide: a style runs over the end of %q", w, l)
				}
			}
		}
		checkFits(t, d, w, 30)
	}
}
