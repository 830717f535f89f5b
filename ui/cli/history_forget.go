package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui/history"
)

// errNobody says why nobody could be asked.
var errNobody = errors.New("history forget: the input is not a terminal, so nobody can be asked; --yes removes without a question")

// forget removes records, after a question.
func (h *historyRun) forget(args []string) error {
	before, err := h.what(args)
	if err != nil {
		return err
	}
	if !h.yes && !term.IsTerminal(h.world.In.Fd()) {
		return errNobody
	}
	dir := stateDir(h.world.Getenv)
	if dir == "" {
		return h.say(noState)
	}
	j, err := openJournal(dir)
	switch {
	case err != nil:
		return err
	case j == nil:
		return h.say("There is no history, so nothing was removed.\n")
	}
	switch {
	case h.all:
		err = h.forgetAll(j)
	case h.newest:
		err = h.forgetNewest(j)
	default:
		err = h.forgetBefore(j, before)
	}
	if err != nil {
		return oneLine(fmt.Errorf("%s: %w", dir, err))
	}
	return nil
}

// whichGo names what forget can be told.
const whichGo = "--last, --before DATE or --all"

// what says which words are not right, and before which day records go.
func (h *historyRun) what(args []string) (before time.Time, err error) {
	named := h.flags.said("before")
	said := 0
	for _, is := range []bool{named, h.newest, h.all} {
		if is {
			said++
		}
	}
	switch {
	case len(args) > 0:
		return before, usage{fmt.Errorf("history forget: %q is not a word that it takes; %s says what goes", strings.Join(args, " "), whichGo)}
	case said > 1:
		return before, usage{errors.New("history forget: only one of " + whichGo)}
	case said == 0:
		return before, usage{errors.New("history forget: " + whichGo + " says what goes")}
	case named:
		return beforeDay(h.before, h.now())
	}
	return before, nil
}

// forgetNewest removes the session that began last, of those that history shows.
func (h *historyRun) forgetNewest(j *journal.Journal) error {
	kept, err := j.History()
	if err != nil {
		return err
	}
	shown := slices.DeleteFunc(kept.Records, session.Record.Hidden)
	if len(shown) == 0 {
		return h.say("No session is in the history, so nothing was removed.\n")
	}
	newest := shown[0]
	for _, r := range shown {
		if !r.At.Before(newest.At) {
			newest = r
		}
	}
	name := "the session of " + history.Session(content.Embedded(), newest, h.now(), onlyASCII(h.world))
	if ok, err := h.agreed("Remove " + name + "?"); !ok || err != nil {
		return err
	}
	n, err := j.Forget(func(r session.Record) bool { return r.ID == newest.ID })
	if err != nil {
		return err
	}
	if n == 0 {
		return h.say("It was gone already.\n")
	}
	return h.say(strings.ToUpper(name[:1]) + name[1:] + " was removed.\n")
}

// forgetBefore removes the records from before a day.
func (h *historyRun) forgetBefore(j *journal.Journal, day time.Time) error {
	old := func(r session.Record) bool { return r.At.Before(day) }
	kept, err := j.History()
	if err != nil {
		return err
	}
	n := 0
	for _, r := range kept.Records {
		if old(r) {
			n++
		}
	}
	if n == 0 {
		return h.say(fmt.Sprintf("No record is from before %s, so nothing was removed.\n", day.Format("2 Jan 2006")))
	}
	if ok, err := h.agreed(fmt.Sprintf("Remove %d of %s?", n, recordCount(len(kept.Records)))); !ok || err != nil {
		return err
	}
	if n, err = j.Forget(old); err != nil {
		return err
	}
	return h.say(recordsWere(n) + " removed.\n")
}

// forgetAll removes everything that is kept of sessions that are over.
func (h *historyRun) forgetAll(j *journal.Journal) error {
	kept, err := j.History()
	what := "all of the history, " + recordCount(len(kept.Records))
	if err != nil {
		what = "all of the history, which can't be read"
	}
	ok, err := h.agreed("Remove " + what + "? Sessions that were left, and files that were set aside, go as well.")
	if !ok || err != nil {
		return err
	}
	if err := j.ForgetAll(); err != nil {
		return err
	}
	return h.say("All of the history was removed.\n")
}

// recordCount is a number of records in words.
func recordCount(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprintf("%d records", n)
}

// recordsWere is the same before what became of them.
func recordsWere(n int) string {
	if n == 1 {
		return "1 record was"
	}
	return recordCount(n) + " were"
}

// agreed asks a question, unless that was said to be needless. Everything but yes is no.
func (h *historyRun) agreed(question string) (bool, error) {
	if h.yes {
		return true, nil
	}
	if _, err := h.world.Err.WriteString(question + " [y/N] "); err != nil {
		return false, err
	}
	switch strings.ToLower(strings.TrimSpace(firstLine(h.world.In))) {
	case "y", "yes":
		return true, nil
	}
	return false, h.say("Nothing was removed.\n")
}

// firstLine reads one line and nothing of the next one, which is the shell's. A line
// that doesn't end says nothing: whoever wrote it may have gone away in the middle.
func firstLine(r io.Reader) string {
	const most = 1000
	var line []byte
	for b := make([]byte, 1); len(line) < most; {
		n, err := r.Read(b)
		switch {
		case n == 1 && b[0] == '\n':
			return string(line)
		case n == 0 || err != nil:
			return ""
		}
		line = append(line, b[0])
	}
	return ""
}

// say writes words to the output.
func (h *historyRun) say(words string) error {
	_, err := h.world.Out.WriteString(words)
	return err
}
