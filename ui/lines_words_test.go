package ui

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// readsTopic is what is told when a topic is opened.
func (d *telling) readsTopic(id string) []string {
	d.Helper()
	at := slices.IndexFunc(content.Embedded().Topics, func(t content.Topic) bool { return t.ID == id })
	d.press("i").fresh()
	d.press(string(rune('1' + at)))
	return d.fresh()
}

// TestLinesCite every source as it is printed: its volume and pages are no time, its
// address leads there, and nothing is added to it.
func TestLinesCite(t *testing.T) {
	t.Parallel()
	d := tell(t, nobody, Options{}, LineOptions{})
	told := d.readsTopic("sources")
	readable(t, told)
	all := strings.Join(told, " ") + " "
	for i, s := range content.Embedded().Sources {
		want := " " + strconv.Itoa(i+1) + ": " + s.Cited() + " "
		if !strings.Contains(all, want) {
			t.Errorf("%q is not told in\n%s", want, strings.Join(told, "\n"))
		}
		if s.Where != "" && !strings.ContainsFunc(s.Where, func(r rune) bool { return r == ' ' }) {
			if !slices.ContainsFunc(told, func(line string) bool { return strings.Contains(line, s.Where) }) {
				t.Errorf("%s is broken", s.Where)
			}
		}
	}
}

// TestLinesHead each section of a topic that has a title, the first one too, and nothing
// else.
func TestLinesHead(t *testing.T) {
	t.Parallel()
	lib := content.Embedded()
	for _, topic := range lib.Topics {
		var want []string
		for _, s := range lib.Sections(topic) {
			if s.Title != "" {
				want = append(want, s.Title+":")
			}
		}
		if len(lib.Used(topic)) > 0 {
			want = append(want, "Sources:")
		}
		d := tell(t, nobody, Options{}, LineOptions{})
		got := slices.DeleteFunc(d.readsTopic(topic.ID), func(line string) bool { return !strings.HasSuffix(line, ":") })
		if !slices.Equal(got, want) {
			t.Errorf("%s is headed %q, want %q", topic.ID, got, want)
		}
	}
}

// TestLinesNeedNoScreen: nobody is sent to a screen, as where no sound device answers. Two
// phrases come with cues alone, which have other words in lines.
func TestLinesNeedNoScreen(t *testing.T) {
	t.Parallel()
	d := tell(t, nobody, Options{}, LineOptions{})
	d.fresh()
	d.send(Notice{Key: "no-device"}).only("No sound device answers. Everything is told here.")
	cued := []string{"drink", "over-said"}
	for key := range content.Embedded().Phrases {
		d := tell(t, nobody, Options{}, LineOptions{})
		d.fresh()
		d.wait(time.Second).send(Notice{Key: key})
		if told := strings.Join(d.fresh(), " "); strings.Contains(told, "screen") && !slices.Contains(cued, key) {
			t.Errorf("%s: %q", key, told)
		}
	}
	for _, cue := range []session.CueKind{session.CueOver, session.CueBegin} {
		d.l.s.Rest = []session.Block{{Kind: session.DrinkBlock}}
		if words := d.l.words(session.Cue{Kind: cue}); words == "" || strings.Contains(words, "screen") {
			t.Errorf("%v: %q", cue, words)
		}
	}
}

// TestLinesTakeThePackOff says so once, whatever ended it, and once more where it was left
// to look at the signs.
func TestLinesTakeThePackOff(t *testing.T) {
	t.Parallel()
	onSkin := func() *telling {
		d := tell(t, packed, Options{}, LineOptions{})
		d.press("e", "enter").on("massage-calf", session.Open).press("enter").asked().press("1", "enter").wait(time.Second).fresh()
		return d
	}
	const off, keys = "Take the pack off now. Then press enter.", "Keys. enter: it is off. exclamation mark: signs."
	asks := func(s session.Session) bool { return s.Pack.Asking }
	gone := func(s session.Session) bool { return s.Pack.Kind == "" }

	d := onSkin().until("a look", asks)
	d.fresh()
	d.until("nobody looked", gone).only(off, keys)
	d.press("!").fresh()
	d.press("esc").only(off, keys)
	d.press("enter").says("Carrying on.")

	d = onSkin().until("a look", asks).press("enter").until("another", asks).press("enter")
	d.fresh()
	d.until("its time is over", gone).only(off, keys)

	d = onSkin().press("!", "2")
	d.fresh()
	d.press("enter").only("Look at the warning signs.", off, keys)

	d = onSkin().press("c", "k")
	d.fresh()
	d.press("4").only(off, keys)
}

// TestLinesSayHowLongAgo it was that the person was somewhere, or that it began to cramp:
// once, not every minute anew.
func TestLinesSayHowLongAgo(t *testing.T) {
	for name, c := range map[string]struct {
		there Earlier
		want  string
	}{
		"in a plan": {brokeOff(second, "wall-calf", 2, 14*time.Minute), "You were in Stretch, wall calf stretch, left leg, hold 2 of 2, 14 minutes ago. Press r to go on there."},
		"gripping":  {gripped(12 * time.Minute), "Press r if it is still the same cramp: it began 12 minutes ago, left calf."},
	} {
		d := tell(t, nobody, Options{}, LineOptions{})
		d.send(c.there).wait(3 * time.Minute)
		if n := strings.Count(strings.Join(d.lines, "\n"), " Press r to go on there.") + strings.Count(strings.Join(d.lines, "\n"), "Press r if it is"); n != 1 || !slices.Contains(d.lines, c.want) {
			t.Errorf("%s: %d times, not %q: %q", name, n, c.want, d.lines)
		}
	}
}

// gripped is a session that was left in a wait that had lasted for so long.
func gripped(ago time.Duration) Earlier {
	w, _ := content.Embedded().Waiting(content.Calf)
	s := session.New(session.Facts{Muscle: content.Calf}, w, content.Embedded)
	s, _ = s.Apply(session.Check{Answer: session.Same}, 0)
	v := s.Saved()
	return Earlier{v.Later(-v.At - ago)}
}
