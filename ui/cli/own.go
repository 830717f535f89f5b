package cli

import "github.com/spf13/cobra"

// checkCommand says what is wrong with a routine of the person's own.
func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{Use: "check FILE", Short: "Check a routine of your own, line by line", RunE: a.run(nil)}
}

// routineCommand is about routines: those of the person's own, and the library's.
func (a *app) routineCommand() *cobra.Command {
	return &cobra.Command{Use: "routine", Short: "List routines, show one, begin one of your own", RunE: a.run(nil)}
}
