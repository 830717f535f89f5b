package plain

import (
	"slices"
	"strings"
	"testing"
)

// heard is a teller and the lines that it tells.
func heard() (t *Teller, lines func() []string) {
	var list []string
	t = &Teller{Out: func(line string) { list = append(list, line) }}
	return t, func() []string {
		told := list
		list = nil
		return told
	}
}

// wants fails unless these lines were told.
func wants(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("told\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

var (
	keyGo   = Key{"enter", "start now"}
	keySkip = Key{"n", "skip"}
	keySign = Key{"!", "warning signs"}
	first   = Page{
		ID: "first", Title: "The first.", First: []string{"Sit down."}, Lines: []string{"Do this.", "Do that."},
		Keys: []Key{keyGo, keySkip, keySign}, More: []string{"It may help."},
	}
	second = Page{ID: "second", Title: "The second.", Lines: []string{"Do this too."}, Keys: []Key{{"enter", "go on"}, keySkip, keySign}}
	above  = Page{ID: "above", Over: true, Title: "Leave now?", Lines: []string{"It is kept."}, Keys: []Key{{"esc", "stay"}, keySign}}
)

// TestTellerTellsAPageOnce, and then only what is new in it.
func TestTellerTellsAPageOnce(t *testing.T) {
	t.Parallel()
	tell, lines := heard()
	tell.Begin(first)
	tell.Say("Begin.")
	tell.Show(first, true)
	wants(t, lines(), "Sit down.", "Begin.", "Do this.", "Do that.", "Keys. enter: start now. n: skip. exclamation mark: warning signs.", "It may help.")
	tell.Begin(first)
	tell.Show(first, false)
	wants(t, lines())
	changed := first
	changed.Lines = []string{"Do this.", "Do that, but gently."}
	changed.Keys = []Key{keySkip} // a key that is not to be had for a moment is no news
	tell.Show(changed, false)
	wants(t, lines(), "Do that, but gently.")
}

// TestTellerGoesOneKeyBack: what lay over a page a moment ago isn't told again, but where
// one is; once all of it is closed and opened anew, it is.
func TestTellerGoesOneKeyBack(t *testing.T) {
	t.Parallel()
	tell, lines := heard()
	deeper := above
	deeper.ID, deeper.Title, deeper.Lines = "deeper", "Call now.", []string{"Stop here."}
	whole := []string{"Leave now?", "It is kept.", "Keys. escape: stay. exclamation mark: warning signs."}
	tell.Show(first, false)
	lines()
	tell.Show(above, false)
	wants(t, lines(), whole...)
	tell.Show(deeper, false)
	lines()
	changed := above
	changed.Lines = append(slices.Clone(above.Lines), "A pack is on.")
	tell.Show(changed, false)
	wants(t, lines(), whole[0], "A pack is on.", whole[2])
	tell.Show(first, false)
	wants(t, lines(), "The first.")
	tell.Show(above, false)
	wants(t, lines(), whole...)
}

// TestTellerTellsKeysThatAreNew: those that still mean the same were told.
func TestTellerTellsKeysThatAreNew(t *testing.T) {
	t.Parallel()
	tell, lines := heard()
	tell.Show(first, true)
	lines()
	tell.Show(second, false)
	wants(t, lines(), "The second.", "Do this too.", "Keys. enter: go on.")
	tell.Show(first, false)
	wants(t, lines(), "The first.", "Do this.", "Do that.", "Keys. enter: start now.", "It may help.")
	if !tell.Told("first") || tell.Told("second") {
		t.Error("it doesn't know which page was told last")
	}
}

// TestTellerComesBack: what lay over a page is gone, and the page is not told anew, only
// where it is, unless something else says so.
func TestTellerComesBack(t *testing.T) {
	t.Parallel()
	for _, said := range []bool{false, true} {
		tell, lines := heard()
		tell.Show(first, true)
		lines()
		tell.Begin(above)
		tell.Show(above, true)
		wants(t, lines(), "Leave now?", "It is kept.", "Keys. escape: stay. exclamation mark: warning signs.")
		more := above
		more.ID = "more above"
		tell.Show(more, false)
		lines()
		tell.Begin(first)
		tell.Show(first, said)
		if said {
			wants(t, lines())
		} else {
			wants(t, lines(), "The first.")
		}
		tell.Show(second, true)
		wants(t, lines(), "Do this too.", "Keys. enter: go on.")
	}
	tell, lines := heard()
	tell.Show(first, true)
	tell.Show(above, false)
	lines()
	tell.Begin(second)
	tell.Show(second, false)
	wants(t, lines(), "The second.", "Do this too.", "Keys. enter: go on.")
}

// TestTellerNeverRepeatsALine. What somebody asked for comes again in other words.
func TestTellerNeverRepeatsALine(t *testing.T) {
	t.Parallel()
	tell, lines := heard()
	tell.Say("Hold.")
	tell.Say("Hold.")
	tell.Say("")
	wants(t, lines(), "Hold.")
	tell.Answer("Hold.")
	tell.Answer("Hold.")
	tell.Answer("Hold.")
	wants(t, lines(), "As before: hold.", "Hold.", "As before: hold.")
	tell.Answer("DONE now.")
	tell.Answer("DONE now.")
	wants(t, lines(), "DONE now.", "As before: DONE now.")
	(&Teller{}).Say("nobody hears this")
}

// TestKeysAreToldInLinesThatCanBeFollowed: a list that is heard is short.
func TestKeysAreToldInLinesThatCanBeFollowed(t *testing.T) {
	t.Parallel()
	var keys []Key
	for k := range strings.SplitSeq("abcdefgh", "") {
		keys = append(keys, Key{k, "key " + k})
	}
	wants(t, keyLines(keys), "Keys. a: key a. b: key b. c: key c. d: key d. e: key e. f: key f.", "g: key g. h: key h.")
	wants(t, keyLines(nil))
}
