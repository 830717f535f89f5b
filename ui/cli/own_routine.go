package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/session"
)

// noRoutines says why no routine is found by name, and what would help.
const noRoutines = "there is no home folder, so no routine is found by name; XDG_CONFIG_HOME can name a folder for them"

// routineCommand is about routines: those of the person's own, and the library's.
func (a *app) routineCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "routine",
		Short: "List routines, show one, begin one of your own",
		Long: "List the routines that there are. Your own are files in one folder, found\n" +
			"by their names; any other file is followed by its path. A file of your own\n" +
			"goes through the same checks as the library's.",
		Example: "uncramp routine\nuncramp routine new knee\nuncramp routine show legs",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.listRoutines),
	}
	cmd.AddCommand(a.routineListCommand(), a.routineShowCommand(), a.routineNewCommand())
	return cmd
}

// routineListCommand lists the routines that there are.
func (a *app) routineListCommand() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List your own routines and the library's",
		Example: "uncramp routine list", Args: cobra.ArbitraryArgs, RunE: a.run(a.listRoutines),
	}
}

// routineShowCommand prints what a routine would do.
func (a *app) routineShowCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "show NAME", Short: "Print what a routine would do, as uncramp plan does",
		Example: "uncramp routine show legs", Args: cobra.ArbitraryArgs, RunE: a.run(a.showRoutine),
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completeRoutine(args, typed, a.allRoutines())
	}
	return cmd
}

// routineNewCommand begins a routine of the person's own.
func (a *app) routineNewCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new NAME",
		Short: "Begin a routine of your own: a file that explains itself",
		Long: "Write a file to begin a routine of your own with, and say where it is. It\n" +
			"works as it is, and its comments tell what else may stand in it. A file\n" +
			"that is there already is never touched.",
		Example: "uncramp routine new knee", Args: cobra.ArbitraryArgs, RunE: a.run(a.newRoutine),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
}

// listRoutines lists the person's own routines, and the library's.
func (a *app) listRoutines(args []string) error {
	if len(args) > 0 {
		words := []string{"list", "show", "new"}
		return usage{fmt.Errorf("routine: %q is not one of %s%s", args[0], strings.Join(words, ", "), meant(args[0], words))}
	}
	dir := a.routinesDir()
	files, err := inFolderAll(dir)
	if err != nil {
		return err
	}
	var b strings.Builder
	if dir == "" {
		b.WriteString(content.Titled(noRoutines) + ".\n")
	} else {
		b.WriteString("YOUR OWN, in " + printable(dir) + "\n")
		for _, f := range files {
			b.WriteString(ownRow(f))
		}
		if len(files) == 0 {
			b.WriteString("  none yet: uncramp routine new NAME begins one\n")
		}
	}
	b.WriteString("\nTHE LIBRARY'S\n")
	for _, r := range content.Embedded().Routines {
		b.WriteString(routineRow(r.ID, r, minutes(content.Embedded(), r.ID)))
	}
	_, err = a.world.Out.WriteString(b.String())
	return err
}

// ownRow is the line of one of the person's own routines. Of one that isn't right it says
// what is wrong: the others can be followed.
func ownRow(f ownFile) string {
	o, _, err := f.read()
	if err == nil {
		lib, wrong := content.Embedded().With(o)
		if err = wrong; err == nil {
			return routineRow(f.byName(), o.Routine, minutes(lib, o.ID))
		}
	}
	why := strings.TrimPrefix(oneLine(err).Error(), f.name()+":")
	why = ansi.Truncate(strings.TrimSpace(why), 120, "…")
	return fmt.Sprintf("  %s can't be followed: %s\n", filepath.Base(f.name()), why)
}

// routineRow is the line of a routine, with the name by which it's found.
func routineRow(name string, r content.Routine, minutes string) string {
	return fmt.Sprintf("  %-16s  %s%s  %7s\n", name, r.Name, strings.Repeat(" ", max(0, 28-ansi.StringWidth(r.Name))), minutes)
}

// showRoutine prints what a routine would do.
func (a *app) showRoutine(args []string) error {
	if len(args) == 0 {
		return usage{errors.New("routine show: which one? uncramp routine lists them")}
	}
	r, err := a.routine(args)
	if err != nil {
		return err
	}
	return a.printPlan(session.Facts{Muscle: content.Calf, Routine: r.ID})
}
