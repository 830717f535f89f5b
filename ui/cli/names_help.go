package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// helpCommand is help on a command, or on what is about none.
func (a *app) helpCommand() *cobra.Command {
	var list []string
	for _, x := range topics() {
		list = append(list, "  "+x.name+": "+x.about)
	}
	cmd := &cobra.Command{
		Use:     "help [command|topic]",
		Short:   "Help on a command, or on exit-codes, environment, files",
		Long:    "Help on a command, or on one of these:\n" + strings.Join(list, "\n"),
		Example: "uncramp help plan\nuncramp help exit-codes",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		a.tell(a.help(cmd.Root(), args))
		return nil
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		return helpWords(cmd.Root(), args), cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// helpWords lists what there is help on behind some words.
func helpWords(root *cobra.Command, args []string) []string {
	at, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		return nil
	}
	var list []string
	for _, c := range at.Commands() {
		if c.IsAvailableCommand() {
			list = append(list, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	if at == root {
		for _, x := range topics() {
			list = append(list, cobra.CompletionWithDesc(x.name, x.about))
		}
	}
	return list
}

// help prints help on what the words name.
func (a *app) help(root *cobra.Command, args []string) error {
	for _, x := range topics() {
		if len(args) == 1 && strings.EqualFold(args[0], x.name) {
			_, err := a.world.Out.WriteString(x.text)
			return err
		}
	}
	at, rest, err := root.Find(args)
	if err == nil && len(rest) == 0 {
		at.InitDefaultHelpFlag()
		at.InitDefaultVersionFlag()
		return at.Help()
	}
	// What was found so far stands before the words that are near.
	known := args[:max(0, len(args)-len(rest))]
	var names []string
	for _, w := range helpWords(root, known) {
		name, _, _ := strings.Cut(w, "\t")
		names = append(names, strings.Join(append(slices.Clone(known), name), " "))
	}
	typed := strings.Join(args, " ")
	return usage{fmt.Errorf("help: there is none on %q%s", typed, meant(typed, names))}
}
