package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// aShell writes the completions of one shell.
type aShell struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}

// shells lists the shells that can complete the program's words.
func shells() []aShell {
	return []aShell{
		{"bash", func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) }},
		{"zsh", func(c *cobra.Command, w io.Writer) error { return c.GenZshCompletion(w) }},
		{"fish", func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) }},
		{"powershell", func(c *cobra.Command, w io.Writer) error { return c.GenPowerShellCompletionWithDesc(w) }},
	}
}

// completionCommand prints the script that has a shell complete commands, muscles,
// routines and flags.
func (a *app) completionCommand() *cobra.Command {
	var names []string
	for _, s := range shells() {
		names = append(names, s.name)
	}
	cmd := &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what has bash, zsh, fish or powershell complete all words",
		Long: "Print the script that has a shell complete commands, muscles, routines and\n" +
			"flags with the tab key. The packages bring it along; else\n" +
			"bash, with its package bash-completion, in ~/.bashrc:\n" +
			"  source <(uncramp completion bash)\n" +
			"zsh, in a folder that fpath names:\n" +
			"  uncramp completion zsh > _uncramp\n" +
			"fish:\n" +
			"  uncramp completion fish > ~/.config/fish/completions/uncramp.fish\n" +
			"powershell, in its profile:\n" +
			"  uncramp completion powershell | Out-String | Invoke-Expression",
		Example:   "uncramp completion bash",
		Args:      cobra.ArbitraryArgs,
		ValidArgs: names,
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		a.tell(a.completion(cmd.Root(), args, names))
		return nil
	}
	return cmd
}

// completion prints the script of the shell that the words name.
func (a *app) completion(root *cobra.Command, args, names []string) error {
	switch {
	case len(args) == 0:
		return usage{errors.New("completion: which shell? One of " + words(names))}
	case len(args) > 1:
		return usage{fmt.Errorf("completion: one shell at a time, not %q", strings.Join(args, " "))}
	}
	name, err := word("completion", args[0], names)
	if err != nil {
		return err
	}
	for _, s := range shells() {
		if s.name != name {
			continue
		}
		if err := s.write(root, a.world.Out); err != nil {
			return fmt.Errorf("completion: %w", err)
		}
		return nil
	}
	return usage{fmt.Errorf("completion: %q is not one of %s", args[0], words(names))}
}

// completeSet tells the shell which words a flag takes that takes several, with commas
// between them: behind a comma, those that don't stand there yet.
func completeSet[T ~string](cmd *cobra.Command, name string, list []T) {
	offer := func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		said := strings.Split(strings.ToLower(before), ",")
		var next []string
		for _, w := range plain(list) {
			if !slices.Contains(said, w) {
				next = append(next, before+w)
			}
		}
		return next, cobra.ShellCompDirectiveNoFileComp
	}
	if err := cmd.RegisterFlagCompletionFunc(name, offer); err != nil {
		panic(fmt.Errorf("completion of --%s: %w", name, err)) // the flag was defined before
	}
}

// noFiles keeps shells from offering files where a number is asked for.
func noFiles(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		number := f.Value.Type() == "int" || f.Value.Type() == "float64"
		if _, told := cmd.GetFlagCompletionFunc(f.Name); number && !told {
			complete(cmd, f.Name, []string{})
		}
	})
	for _, c := range cmd.Commands() {
		noFiles(c)
	}
}
