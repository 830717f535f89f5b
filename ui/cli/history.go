package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/session"
	"uncramp/session/journal"
	"uncramp/ui"
	"uncramp/ui/history"
)

const (
	historyName  = "history.jsonl"
	mostSessions = 10000 // what a table may list
	forgetWord   = "forget"
)

// historyRun is one run of uncramp history.
type historyRun struct {
	*app
	now func() time.Time

	since, before string
	last          int
	json, csv     bool
	newest        bool // forget takes the newest session
	all, yes      bool
}

// historyCommand shows the ended sessions, and forgets them.
func (a *app) historyCommand() *cobra.Command {
	return (&historyRun{app: a, now: time.Now}).command()
}

// command is uncramp history, with what it can do besides.
func (h *historyRun) command() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "history",
		Short: "Show your cramps: how often, which leg, when, and how long they took",
		Long: "Show the sessions that were kept: how often it cramped, which leg, when,\n" +
			"how long until it eased, as sentences, a table and pictures. They are kept\n" +
			"on this machine alone. A cramp that comes back within its session counts\n" +
			"once, and so does one whose session broke off, where another begins within\n" +
			"the hour at the same muscle and leg.\n\n" +
			"--csv is for a spreadsheet: a row for each session that counts, lengths of\n" +
			"time in seconds, a warning sign as emergency, today or soon. --json is for\n" +
			"other programs, and has all that is kept: also what doesn't count, with the\n" +
			"flag that says so (preview: faster than life; look: opened and closed;\n" +
			"replaced: it broke off, and another session of the same cramp counts).",
		Example: "uncramp history\nuncramp history --since 30d\nuncramp history --csv > cramps.csv\nuncramp history forget --before 2026-01-01",
		Args:    cobra.ArbitraryArgs,
		RunE:    h.run(h.show),
	}
	fs := cmd.Flags()
	fs.StringVar(&h.since, "since", "", "what is not older: 30d, 12w, 6m, 1y or a date")
	fs.IntVar(&h.last, "last", 10, "how many sessions the table lists, 1 to 10000")
	fs.BoolVar(&h.json, "json", false, "as JSON, all that is kept")
	fs.BoolVar(&h.csv, "csv", false, "as CSV, the sessions that count")
	complete(cmd, "since", []string{"7d", "30d", "12w", "6m", "1y"})
	cmd.AddCommand(h.forgetCommand())
	return cmd
}

// forgetCommand removes records.
func (h *historyRun) forgetCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   forgetWord,
		Short: "Remove what was kept: the newest session, what is old, or all of it",
		Long: "Remove sessions from the history: the newest one, those before a day, or\n" +
			"all of them. It asks first, and what is removed is gone.",
		Example: "uncramp history forget --last\nuncramp history forget --before 2026-01-01\nuncramp history forget --before 1y\nuncramp history forget --all",
		Args:    cobra.ArbitraryArgs,
		RunE:    h.run(h.forget),
	}
	fs := cmd.Flags()
	fs.StringVar(&h.before, "before", "", "what is older: 30d, 12w, 6m, 1y or from before a date")
	fs.BoolVar(&h.newest, "last", false, "the newest session that history shows")
	fs.BoolVar(&h.all, "all", false, "everything")
	fs.BoolVar(&h.yes, "yes", false, "without a question")
	complete(cmd, "before", []string{"30d", "12w", "6m", "1y"})
	return cmd
}

// checked says which words are not right, and from which day on records are shown.
func (h *historyRun) checked(args []string) (since time.Time, err error) {
	switch {
	case len(args) > 0:
		return since, usage{fmt.Errorf("history: there is no %q; there is %s%s", strings.Join(args, " "), forgetWord, meant(args[0], []string{forgetWord}))}
	case h.json && h.csv:
		return since, usage{errors.New("history: --json or --csv, not both")}
	case h.last < 1 || h.last > mostSessions:
		return since, usage{fmt.Errorf("--last is 1 to %d, not %d", mostSessions, h.last)}
	case h.flags.said("since"):
		return sinceDay(h.since, h.now())
	}
	return since, nil
}

// show shows the history.
func (h *historyRun) show(args []string) error {
	since, err := h.checked(args)
	if err != nil {
		return err
	}
	dir := stateDir(h.world.Getenv)
	kept, err := readHistory(dir)
	if err != nil {
		return err
	}
	var damaged []history.Damage
	for _, d := range kept.Damaged {
		damaged = append(damaged, history.Damage(d))
	}
	if h.json || h.csv {
		return h.export(kept.Records, since, damaged)
	}
	if dir == "" {
		_, err := h.world.Out.WriteString(noState)
		return err
	}
	profile := h.profile()
	text := history.Page(content.Embedded(), kept.Records, history.Skipped(historyName, damaged), h.options(since, profile))
	_, err = (&colorprofile.Writer{Forward: h.world.Out, Profile: profile}).WriteString(text)
	return err
}

// readHistory reads the history in a folder; where there is none, it's empty.
func readHistory(dir string) (journal.History, error) {
	if dir == "" {
		return journal.History{}, nil
	}
	j, err := openJournal(dir)
	if j == nil {
		return journal.History{}, err
	}
	kept, err := j.History()
	if err != nil {
		return kept, oneLine(fmt.Errorf("%s: %w", dir, err))
	}
	return kept, nil
}

// export writes records for another program. What was skipped is told beside.
func (h *historyRun) export(records []session.Record, since time.Time, damaged []history.Damage) error {
	records = slices.DeleteFunc(slices.Clone(records), func(r session.Record) bool { return r.At.Before(since) })
	var err error
	if h.json {
		err = history.JSON(h.world.Out, records, journal.Version)
	} else {
		err = history.CSV(h.world.Out, records)
	}
	if err != nil {
		return oneLine(fmt.Errorf("history: %w", err))
	}
	if skipped := history.Skipped(historyName, damaged); skipped != "" {
		_, err = h.world.Err.WriteString("uncramp: " + skipped + "\n")
	}
	return err
}

// options say how the history is shown here.
func (h *historyRun) options(since time.Time, p colorprofile.Profile) history.Options {
	o := history.Options{Width: h.world.columns(), Now: h.now(), Since: since, Last: h.last, ASCII: onlyASCII(h.world)}
	switch {
	case p >= colorprofile.ANSI256:
		o.Styles = history.Colours()
	case p >= colorprofile.ASCII:
		o.Styles = history.Weights() // 16 colours are painted as a terminal likes
	}
	return o
}

// profile is the colours that the output takes: none where it's no terminal.
func (h *historyRun) profile() colorprofile.Profile {
	p := colorprofile.NoTTY
	switch env := os.Environ(); {
	case !term.IsTerminal(h.world.Out.Fd()):
	case h.world.Getenv("TMUX") != "":
		p = colorprofile.Env(env) // asking tmux for its colours means a process
	default:
		p = colorprofile.Detect(h.world.Out, env)
	}
	if h.world.Getenv("NO_COLOR") != "" {
		p = min(p, colorprofile.ASCII)
	}
	return p
}

// onlyASCII says that the terminal shows nothing else: it can't, or the person's
// language is kept in other letters than UTF-8. Where no language is told, nearly every
// terminal shows it.
func onlyASCII(w World) bool {
	switch want := w.Getenv("UNCRAMP_FIGURES"); {
	case figures(w) == ui.ASCII:
		return true
	case want == "braille":
		return false
	}
	locale := strings.ToLower(cmp.Or(w.Getenv("LC_ALL"), w.Getenv("LC_CTYPE"), w.Getenv("LANG")))
	return locale != "" && !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
}
