package session

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"time"
	"uncramp/content"
)

// diff names the first thing in which two sessions differ, "" = none. It leaves
// out the content, which never changes.
func diff(a, b Session) string {
	switch {
	case !equalFacts(a.Facts, b.Facts):
		return fmt.Sprintf("Facts: %+v, %+v", a.Facts, b.Facts)
	case !equalEase(a.Ease, b.Ease):
		return fmt.Sprintf("Ease: %+v, %+v", a.Ease, b.Ease)
	case !slices.EqualFunc(a.Done, b.Done, equalBlock):
		return fmt.Sprintf("Done: %+v, %+v", a.Done, b.Done)
	case !slices.EqualFunc(a.Rest, b.Rest, equalBlock):
		return fmt.Sprintf("Rest: %+v, %+v", a.Rest, b.Rest)
	case !slices.Equal(a.Packs, b.Packs):
		return fmt.Sprintf("Packs: %+v, %+v", a.Packs, b.Packs)
	case !slices.Equal(a.Cuts, b.Cuts):
		return fmt.Sprintf("Cuts: %v, %v", a.Cuts, b.Cuts)
	case !slices.Equal(a.Eases, b.Eases):
		return fmt.Sprintf("Eases: %v, %v", a.Eases, b.Eases)
	}
	if !reflect.DeepEqual(a.Earlier, b.Earlier) {
		return fmt.Sprintf("Earlier: %+v, %+v", a.Earlier, b.Earlier)
	}
	// What is left is plain values: with the rest taken out, they compare.
	if x, y := plain(a), plain(b); x != y {
		return fmt.Sprintf("%+v, %+v", x, y)
	}
	return ""
}

// values are the fields of a session that compare as they are.
type values struct {
	at, level                                                          int
	laid                                                               time.Duration
	passed, standby                                                    bool
	where                                                              Side
	now, began, entered, stood, stopped, onset, eased, unchanged, gone time.Duration
	mode                                                               Mode
	outcome                                                            Outcome
	gripping, help, planned                                            bool
	answer                                                             Answer
	pack                                                               Pack
	start                                                              time.Duration
	rated                                                              bool
	sore                                                               int
	carried                                                            content.Tier
}

func plain(s Session) values {
	return values{
		at: s.At, level: s.Level, laid: s.Laid, passed: s.Passed, standby: s.Standby, where: s.Where, now: s.Now, began: s.Began, entered: s.Entered, stood: s.Stood, stopped: s.Stopped,
		onset: s.Onset, eased: s.EasedIn, unchanged: s.Unchanged, gone: s.Gone, mode: s.Mode, outcome: s.Outcome,
		gripping: s.Gripping, help: s.Help, planned: s.Planned, answer: s.Answer, pack: s.Pack, start: s.Start, rated: s.Rated, sore: s.Sore, carried: s.Carried,
	}
}

// TestEveryFieldIsCompared fails when a field is added to a type that the
// functions of this file compare field by field.
func TestEveryFieldIsCompared(t *testing.T) {
	for _, c := range []struct {
		of   any
		want int
	}{{Session{}, 36}, {Facts{}, 11}, {Ease{}, 8}, {Block{}, 17}, {values{}, 26}} {
		if got := reflect.TypeOf(c.of).NumField(); got != c.want {
			t.Errorf("%T has %d fields, %d are compared", c.of, got, c.want)
		}
	}
}

func equalBlock(a, b Block) bool {
	if !slices.Equal(a.Phases, b.Phases) {
		return false
	}
	return a.Kind == b.Kind && a.Item == b.Item && a.Slot == b.Slot && a.Side == b.Side && a.Step == b.Step &&
		a.Muscle == b.Muscle && a.Count == b.Count && a.Begun == b.Begun && a.Reps == b.Reps && a.Sets == b.Sets && a.SetsBy == b.SetsBy && a.From == b.From && a.Pull == b.Pull && a.Short == b.Short &&
		a.Result == b.Result && a.Took == b.Took
}

func equalFacts(a, b Facts) bool {
	if !slices.Equal(a.Have, b.Have) || !slices.Equal(a.Care, b.Care) {
		return false
	}
	a.Have, b.Have, a.Care, b.Care = nil, nil, nil, nil
	return a.Muscle == b.Muscle && a.Side == b.Side && a.Position == b.Position &&
		a.Context == b.Context && a.Reps == b.Reps && a.Lain == b.Lain && a.Routine == b.Routine && a.Manual == b.Manual && a.Minutes == b.Minutes
}

func equalEase(a, b Ease) bool {
	return a.Pull == b.Pull && a.Hold == b.Hold && a.Steps == b.Steps && a.Again == b.Again && a.Tier == b.Tier &&
		slices.Equal(a.Cramped, b.Cramped) && slices.Equal(a.Dropped, b.Dropped) && slices.Equal(a.Closed, b.Closed)
}

// snapshot is a copy of everything that a session points to.
func snapshot(s Session) Session {
	s.Facts.Have, s.Facts.Care = slices.Clone(s.Facts.Have), slices.Clone(s.Facts.Care)
	s.Ease.Cramped, s.Ease.Dropped = slices.Clone(s.Ease.Cramped), slices.Clone(s.Ease.Dropped)
	s.Ease.Closed, s.Packs = slices.Clone(s.Ease.Closed), slices.Clone(s.Packs)
	s.Done, s.Rest = copied(s.Done), copied(s.Rest)
	return s
}

func copied(blocks []Block) []Block {
	blocks = slices.Clone(blocks)
	for i := range blocks {
		blocks[i].Phases = slices.Clone(blocks[i].Phases)
	}
	return blocks
}
