package session

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

const tableFile = "testdata/table.golden"

// TestTable holds what every event does in every state to the table in
// testdata/table.golden: accepted, or refused and why. -update rewrites it.
func TestTable(t *testing.T) {
	got := table(golden(t))
	if *update {
		if err := os.WriteFile(tableFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(tableFile)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("%s, line %d (-update rewrites it)\n got %q\nwant %q", tableFile, i+1, a[min(i, len(a)-1)], b[min(i, len(b)-1)])
		}
	}
}

// tableRow is one state of the table, and why it refuses each column's event.
type tableRow struct {
	name string
	row  string
	why  []string
}

// golden tries every event in every state of the table.
func golden(t *testing.T) []tableRow {
	t.Helper()
	var rows []tableRow
	for _, st := range states() {
		p := begin(t, st.facts)
		st.reach(p)
		if got := rowOf(p.s); got != st.row() {
			t.Fatalf("the script for %q leads to %q", st.name, got)
		}
		row := tableRow{name: st.name, row: st.row()}
		for _, c := range columns() {
			why := p.s.Refusal(c.of(p.s))
			if why != "" && !said(library(), why) {
				t.Errorf("%s, %s: %q is not words for anybody", st.name, c.name, why)
			}
			row.why = append(row.why, why)
		}
		rows = append(rows, row)
	}
	return rows
}

// table is the rows as text: what a state accepts on one line, then what it
// refuses, in the words that a person gets.
func table(rows []tableRow) string {
	var b strings.Builder
	for _, row := range rows {
		var yes []string
		var no strings.Builder
		for i, c := range columns() {
			if row.why[i] == "" {
				yes = append(yes, c.name)
				continue
			}
			fmt.Fprintf(&no, "    %-9s refused: %s\n", c.name, library().Phrase(row.why[i]))
		}
		fmt.Fprintf(&b, "%s\n    accepted: %s\n%s\n", row.name, strings.Join(yes, ", "), no.String())
	}
	return b.String()
}

// state is a row of the table and how to get there.
type state struct {
	name  string
	facts Facts
	reach func(*play)
}

// row is the row without the note that tells the states in it apart.
func (st state) row() string {
	row, _, _ := strings.Cut(st.name, ", ")
	return row
}

// gym is somebody who stands and has all at hand.
var gym = Facts{
	Muscle: content.Calf, Side: Left, Position: content.Standing, Context: content.Exercise, Reps: 20,
	Have: Set[content.Thing]{content.Wall, content.Chair, content.Roller, content.Heat, content.Cold},
}

// bed is somebody who lies in bed at night.
var bed = Facts{Muscle: content.Calf, Side: Left, Context: content.Sleep}

// states are the rows of the table.
func states() []state {
	standUp := func(p *play) {
		f := p.s.Facts
		f.Position = content.Standing
		p.say(Eased{}, Tell{f}, Go{})
	}
	asked := func(p *play) { p.say(Eased{}, Go{}).slot("pack") }
	worn := func(p *play) {
		asked(p)
		p.say(Choose{content.Heat}, Go{})
	}
	return []state{
		{"wait", gym, func(p *play) { p.pass(time.Second) }},
		{"grip ready", gym, func(p *play) { p.say(Grip{}) }},
		{"grip hold", gym, func(p *play) { p.say(Grip{}, Go{}) }},
		{"grip rest", gym, func(p *play) { p.say(Grip{}).row("grip rest") }},
		{"confirm", gym, func(p *play) { p.say(Eased{}) }},
		{"confirm, before a routine", legs, func(p *play) { p.pass(time.Second) }},
		{"edge ready", bed, standUp},
		{"edge timed", bed, func(p *play) { standUp(p); p.say(Go{}) }},
		{"ready", gym, func(p *play) { p.say(Eased{}, Go{}).slot("loosen") }},
		{"hold", gym, func(p *play) { p.say(Eased{}, Go{}).row("hold") }},
		{"hold, of a routine", legs, func(p *play) { p.say(Go{}).row("hold") }},
		{"rest", gym, func(p *play) { p.say(Eased{}, Go{}).row("rest") }},
		{"switch", gym, func(p *play) { p.say(Eased{}, Go{}).row("switch") }},
		{"timed", gym, func(p *play) { p.say(Eased{}, Go{}).row("timed") }},
		{"rise", gym, func(p *play) { p.say(Eased{}, Go{}).row("rise") }},
		{"top", gym, func(p *play) { p.say(Eased{}, Go{}).row("top") }},
		{"lower", gym, func(p *play) { p.say(Eased{}, Go{}).row("lower") }},
		{"massage", gym, func(p *play) { p.say(Eased{}, Go{}).slot("massage").row("massage") }},
		{"ask-pack", gym, asked},
		{"fetch", gym, func(p *play) { asked(p); p.say(Choose{content.Heat}) }},
		{"pack on", gym, worn},
		{"skin check", gym, func(p *play) { worn(p); p.row("skin check") }},
		{"drink", gym, func(p *play) { asked(p); p.say(Choose{}) }},
		{"check", gym, func(p *play) { asked(p); p.say(Choose{}).row("check") }},
		{"paused wait", gym, func(p *play) { p.say(Pause{}) }},
		{"paused hold", gym, func(p *play) { p.say(Eased{}, Go{}).row("hold").say(Pause{}) }},
		{"paused pack on", gym, func(p *play) { worn(p); p.say(Pause{}) }},
		{"signed wait", gym, func(p *play) { p.say(Warn{content.SameDay}) }},
		{"summary", gym, func(p *play) { p.say(Leave{}) }},
	}
}
