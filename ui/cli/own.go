package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/session"
)

// checkCommand says what is wrong with a routine of the person's own.
func (a *app) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Check a routine of your own, line by line",
		Long: "Check a routine of your own: every place that is not right, with its line\n" +
			"and what was expected there. The exit code is 1 if there is any. Of a file\n" +
			"that is right it names the doses far above the library's. It is about the\n" +
			"form: whether a routine does you good, nobody has checked. A name stands\n" +
			"for a file in the folder of your routines.",
		Example: "uncramp check knee.yaml",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.check),
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completeRoutine(nil, typed, a.ownNames())
	}
	return cmd
}

// check looks at files, each on its own.
func (a *app) check(args []string) error {
	if len(args) == 0 {
		return usage{errors.New("check: which file? uncramp check FILE")}
	}
	var b strings.Builder
	for _, word := range args {
		f := a.fileAt(word)
		if kept := inFolder(a.routinesDir(), strings.ToLower(word)); !isFile(word) && kept != "" {
			f = kept
		}
		o, data, err := f.read()
		if err != nil {
			a.code = Failed
			b.WriteString(wrongText(err, data))
			continue
		}
		text, err := goodText(f, data, o)
		if err != nil {
			return err
		}
		b.WriteString(text)
	}
	_, err := a.world.Out.WriteString(b.String())
	return err
}

// wrongText is all that is wrong with a file: each with its line, and a caret under the
// place.
func wrongText(err error, data []byte) string {
	all, ok := errors.AsType[content.Errors](err)
	if !ok {
		return oneLine(err).Error() + "\n"
	}
	var b strings.Builder
	for _, e := range all {
		b.WriteString(e.Error() + "\n")
		if shown := e.Shown(data); shown != "" {
			b.WriteString("    " + strings.ReplaceAll(shown, "\n", "\n    ") + "\n")
		}
	}
	return b.String()
}

// goodText is what a file that is right comes to, and where it is far above the library.
func goodText(f ownFile, data []byte, o content.Own) (string, error) {
	lib, err := content.Embedded().With(o)
	if err != nil {
		return "", fmt.Errorf("%s: %w", f.name(), err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, %s, %s; its form is right; whether it does you good nobody has checked\n", f.name(), o.Name, exercises(o.Routine), minutes(lib, o.ID))
	for _, line := range content.OwnNotes(f.name(), data, o) {
		b.WriteString(line + "\n")
	}
	return b.String(), nil
}

// exercises is how many there are in a routine, in words; a pack is told beside.
func exercises(r content.Routine) string {
	n, words := 0, []string{"1 exercise"}
	for _, t := range r.Turns {
		if t.Pack == "" {
			n++
		} else {
			words = append(words, string(t.Pack))
		}
	}
	if n != 1 {
		words[0] = fmt.Sprintf("%d exercises", n)
	}
	return strings.Join(words, " and ")
}

// minutes is how long a routine takes as it is meant to be done, in whole minutes.
func minutes(lib *content.Library, id string) string {
	total := newPlan(lib, session.Facts{Routine: id}).Total
	return fmt.Sprintf("%d min", max(1, (total+30)/60))
}
