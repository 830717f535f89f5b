package content

import (
	"errors"
	"testing"
)

// TestSlipOfTheHandIsNamedWhereItIs, and not where the parser stumbled over it.
func TestSlipOfTheHandIsNamedWhereItIs(t *testing.T) {
	t.Parallel()
	for _, m := range []struct{ name, old, fresh, want string }{
		{"no space", "hold: 120", "hold:120", `11:9: no space behind the colon; expected "hold:" and a space`},
		{"no space at the top", "position: lying", "position:lying", `3:9: no space behind the colon; expected "position:" and a space`},
		{"no space behind a hyphen", "- id: lifts", "- id:lifts", `13:7: no space behind the colon; expected "id:" and a space`},
		{"no colon", "any: [my-knee]", "any [my-knee]", `19:5: "any" without a colon; expected "any:" and a space`},
		{"an equals sign", "hold: 120", "hold = 120", `11:5: "hold" without a colon; expected "hold:" and a space`},
		{"two hyphens", "- id: lifts", "-- id: lifts", `13:3: "--" before a field; expected "- ", a hyphen and a space`},
		{"a dash", "- id: lifts", "– id: lifts", `13:3: "–" before a field; expected "- ", a hyphen and a space`},
		{"a hyphen alone", "- id: lifts", "-id: lifts", `13:3: "-" before a field; expected "- ", a hyphen and a space`},
		{"no hyphen", "- id: lifts", "  id: lifts", `13:5: "id" is there twice; expected "- " before a new entry, or each name once: the first is in line 7`},
		{"a field twice", "    sets: 2", "    sets: 2\n    sets: 3", `10:5: "sets" is there twice; expected each name once: the first is in line 9`},
		{"set in too far", "    break: 30", "      break: 30", `9:11: mapping value is not allowed in this context; expected text with a colon in quotes, or fields that begin one under the other`},
		{"set in too little", "    hold: 120", "   hold: 120", `11:4: a line that begins too far left or right; expected fields of one entry that begin one under the other`},
		{"an open quote", "choice: I wrote it", `choice: "I wrote it`, `5:9: this quote is not closed; expected " at its end`},
		{"an open quote in a list", `["Slowly.", {`, `["Slowly., {`, `12:13: this quote is not closed; expected " at its end`},
		{"text behind a quote", `["Slowly.", {`, `["Slow" ly, {`, `12:20: text behind the end of a quote; expected a comma, or quotes round all of the text`},
		{"quotes within a text, and a slip", "choice: I wrote it", `choice: "It\"s [mine"` + "\nnotes: ['it''s # mine', Anna's]\nid:knee", `7:3: no space behind the colon; expected "id:" and a space`},
		{"an open bracket", "[towel, heat]", "[towel, heat", `4:7: this [ is not closed; expected ] at its end`},
		{"an open brace", "reps: 2}", "reps: 2", `39:11: this { is not closed; expected } at its end`},
		{"the wrong bracket", "[Only when warm.]", "[Only when warm.}", `24:8: this [ is not closed; expected ] at its end`},
		{"open at the end", "notes: [Only mildly.]", "notes: [Only mildly.", `41:12: this [ is not closed; expected ] at its end`},
		{"a list over two lines, and a slip", "[towel, heat]", "[towel,\n  heat]\nid:knee", `6:3: no space behind the colon; expected "id:" and a space`},
	} {
		_, err := ReadOwn("mine.yaml", changedMine(t, m.old, m.fresh))
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%s: taken, or %v", m.name, err)
			continue
		}
		if got := e.Error(); got != "mine.yaml:"+m.want {
			t.Errorf("%s:\n got %s\nwant mine.yaml:%s", m.name, got, m.want)
		}
	}
}
