package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// unset is the word that takes back what was said.
const unset = "default"

// settingsCommand shows the settings and changes them.
func (a *app) settingsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "settings [name] [value|default]",
		Short: "Show what is kept for every session, or change it",
		Long: "Show what is kept for every session, or change it: what is heard by day\n" +
			"and at night, how loud, and whether enter is waited for. default takes a\n" +
			"change back. Flags win over what is kept.",
		Example: "uncramp settings\nuncramp settings night tones\nuncramp settings manual true\nuncramp settings volume default",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.settings),
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		return completeSetting(args)
	}
	return cmd
}

// completeSetting lists the words that can come next.
func completeSetting(args []string) ([]string, cobra.ShellCompDirective) {
	var next []string
	switch len(args) {
	case 0:
		for _, x := range allSettings() {
			next = append(next, cobra.CompletionWithDesc(x.key, x.about))
		}
	case 1:
		x, known := findSetting(strings.ToLower(args[0]))
		switch {
		case !known:
			return nil, cobra.ShellCompDirectiveNoFileComp
		case x.key == keySpeakWith:
			return []string{unset}, cobra.ShellCompDirectiveDefault // a command is a file
		case x.key == keyVolume:
			next = volumes()
		default:
			next = x.words
		}
		next = append(next, unset)
	}
	return next, cobra.ShellCompDirectiveNoFileComp
}

// settings shows the settings, or one of them, or changes one.
func (a *app) settings(args []string) error {
	file, list := settingsPlace(a.world.Getenv), allSettings()
	if len(args) > 0 {
		x, known := findSetting(strings.ToLower(args[0]))
		if !known {
			return usage{fmt.Errorf("settings: %q is not one of %s%s", args[0], words(settingKeys()), meant(args[0], settingKeys()))}
		}
		list = []setting{x}
	}
	if len(args) > 1 {
		c, err := list[0].typed(args[1:])
		if err == nil {
			err = file.save(c)
		}
		if err != nil {
			return err
		}
	}
	s, err := file.read()
	if err != nil {
		return err
	}
	_, err = a.world.Out.WriteString(settingsText(file, s, list))
	return err
}

// typed is the change that the words after a setting's name ask for.
func (x setting) typed(args []string) (change, error) {
	if len(args) > 1 {
		return change{}, usage{fmt.Errorf("%s takes one value, in quotes where it has spaces, not %q", x.key, strings.Join(args, " "))}
	}
	value := args[0]
	if x.key != keySpeakWith || strings.EqualFold(value, unset) {
		value = strings.ToLower(value)
	}
	if value == unset {
		return change{key: x.key}, nil
	}
	if !x.put(&settings{}, value) {
		near := append(slices.Clone(x.words), unset)
		return change{}, usage{fmt.Errorf("%s: %q is not %s, nor %s%s", x.key, args[0], x.want, unset, meant(value, near))}
	}
	return change{x.key, value}, nil
}

// settingsText is the settings to be read: each with its value, where that comes
// from, and what it takes.
func settingsText(file settingsFile, s settings, list []setting) string {
	var b strings.Builder
	if file == "" {
		b.WriteString("There is no home folder, so nothing is kept.\n\n")
	} else {
		b.WriteString(file.name() + "\n\n")
	}
	for _, x := range list {
		value, said := x.get(s)
		from := "file"
		if !said {
			value, from = x.usual, "built in"
		}
		const row = "%-10s  %-5s  %-8s  %s\n"
		if len(value) > len("false") { // a command has a line of its own
			fmt.Fprintf(&b, "%-10s  %s\n", x.key, value)
			x.key, value = "", ""
		}
		fmt.Fprintf(&b, row, x.key, value, from, x.about+": "+x.takes)
	}
	return b.String()
}
