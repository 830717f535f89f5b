package cli

import "github.com/spf13/cobra"

// learnCommand tells what a cramp is, what helps, and where this comes from.
func (a *app) learnCommand() *cobra.Command {
	return &cobra.Command{Use: "learn [topic]", Short: "Read what a cramp is, what helps, and where this comes from", RunE: a.run(nil)}
}
