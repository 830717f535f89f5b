package history

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"uncramp/session"
)

// entry is a record as it is kept: behind the version of its format.
type entry struct {
	V int `json:"v"`
	session.Record
}

// JSON writes records as a JSON array, one a line, hidden ones with the flag that says
// so; version is that of the records' format. What can't be seen in a text, or would
// drive a terminal, is escaped. The error is that of w.
func JSON(w io.Writer, records []session.Record, version int) error {
	var b, one bytes.Buffer
	enc := json.NewEncoder(&one)
	enc.SetEscapeHTML(false)
	b.WriteString("[")
	for i, r := range records {
		one.Reset()
		if err := enc.Encode(entry{version, r}); err != nil {
			return fmt.Errorf("record %q: %w", r.ID, err)
		}
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  ")
		escape(&b, bytes.TrimSpace(one.Bytes()))
	}
	if len(records) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := w.Write(b.Bytes())
	return err
}

// escape copies JSON, with everything escaped that is not to be seen as it is. The
// encoder escapes the control characters of ASCII, and leaves the others.
func escape(b *bytes.Buffer, text []byte) {
	if !bytes.ContainsFunc(text, unseen) {
		b.Write(text)
		return
	}
	for _, r := range string(text) {
		switch {
		case !unseen(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(b, `\u%04x`, r)
		}
	}
}

// unseen says that a rune can't be seen, or does something to a terminal.
func unseen(r rune) bool { return !unicode.IsPrint(r) }

// cell is one of a row in CSV.
type cell struct {
	head string
	of   func(session.Record) string
}

// cells are the columns of the CSV, one for each field of a record under its name, with
// its unit; those that are lists have their parts behind each other, with a blank between
// them. What hides a record has none, for no row is hidden.
func cells() []cell {
	type r = session.Record
	return []cell{
		{"id", func(x r) string { return x.ID }},
		{"at", func(x r) string { return x.At.Format(time.RFC3339) }},
		{"muscle", func(x r) string { return string(x.Muscle) }},
		{"side", func(x r) string { return string(x.Side) }},
		{"position", func(x r) string { return string(x.Position) }},
		{"context", func(x r) string { return string(x.Context) }},
		{"routine", func(x r) string { return x.Routine }},
		{"outcome", func(x r) string { return string(x.Outcome) }},
		{"took_seconds", func(x r) string { return strconv.Itoa(x.Took) }},
		{"eased_seconds", func(x r) string { return listed(x.Eased, strconv.Itoa) }},
		{"gripping", func(x r) string { return strconv.FormatBool(x.Gripping) }},
		{"again", func(x r) string { return strconv.Itoa(x.Again) }},
		{"softer", func(x r) string { return strconv.Itoa(x.Softer) }},
		{"done", func(x r) string { return listed(x.Done, worked) }},
		{"skipped", func(x r) string { return listed(x.Skipped, worked) }},
		{"left_out", func(x r) string { return listed(x.LeftOut, worked) }},
		{"broke_off", func(x r) string { return listed(x.BrokeOff, worked) }},
		{"not_begun", func(x r) string { return listed(x.NotBegun, worked) }},
		{"packs_seconds", func(x r) string {
			return listed(x.Packs, func(p session.Applied) string { return string(p.Kind) + ":" + strconv.Itoa(p.For) })
		}},
		{"sign", func(x r) string { return names{}.sign(x.Sign) }},
		{"help", func(x r) string { return strconv.FormatBool(x.Help) }},
		{"sore", soreCell},
	}
}

// listed is a list in one cell.
func listed[T any](list []T, text func(T) string) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = text(x)
	}
	return strings.Join(words, " ")
}

// worked is an exercise in a cell: its id, its leg, how many repetitions.
func worked(w session.Worked) string {
	return w.Item + ":" + string(w.Side) + ":" + strconv.Itoa(w.Reps)
}

// soreCell is how sore it was, nothing where it wasn't said.
func soreCell(r session.Record) string {
	if r.Sore == nil {
		return ""
	}
	return strconv.Itoa(*r.Sore)
}

// CSV writes records as rows below their heads. Hidden ones are left out, so that a
// spreadsheet counts right. No cell is a formula to a spreadsheet, and each row is one line. The error is that
// of w.
func CSV(w io.Writer, records []session.Record) error {
	out := csv.NewWriter(w)
	columns := cells()
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.head
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, r := range records {
		if r.Hidden() {
			continue
		}
		for i, c := range columns {
			row[i] = defused(c.of(r))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// defused is a cell that a spreadsheet takes for text: behind an apostrophe, where it
// begins as a formula does. What can't be seen becomes a blank, and so does what some
// spreadsheets part cells at.
func defused(text string) string {
	formula := strings.HasPrefix(text, "\t") || strings.HasPrefix(text, "\r")
	text = strings.Map(func(r rune) rune {
		if unseen(r) || r == ';' {
			return ' '
		}
		return r
	}, text)
	// Some spreadsheets read the wide forms as well, and none minds the blanks before.
	if formula || strings.IndexAny(strings.TrimLeft(text, " "), "=+-@＝＋－＠") == 0 {
		return "'" + text
	}
	return text
}
