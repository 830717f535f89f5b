package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand prints the manual page.
func (a *app) manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    "Print the manual page, for man to show or a package to bring along.",
		Example: "uncramp man | man -l -\nuncramp man > ~/.local/share/man/man1/uncramp.1",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.RunE = a.run(func(args []string) error {
		if len(args) > 0 {
			return usage{fmt.Errorf("man: there is one page, and no word for it, not %q", strings.Join(args, " "))}
		}
		a.world.Getenv = func(string) string { return "" } // whose machine it is says nothing of the program
		_, err := a.world.Out.WriteString(manual(cmd.Root(), thisBuild()))
		return err
	})
	return cmd
}

// manual is the manual page, in the language of man. Everything in it stands elsewhere
// already: with the commands, their flags and in the lists of names.
func manual(root *cobra.Command, b build) string {
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	date := ""
	if !b.date.IsZero() {
		date = b.date.Format("2006-01-02")
	}
	var p roff
	p.line(".TH UNCRAMP 1 %q %q %q", date, "uncramp "+b.version, "User Commands")
	p.line(".nh") // words whole, lines as they come: for those who have it read aloud
	p.line(".ad l")
	p.section("NAME")
	p.text("uncramp - " + strings.TrimSuffix(lowered(root.Short), "."))
	p.section("SYNOPSIS")
	p.synopsis(root)
	p.section("DESCRIPTION")
	p.paragraphs(root.Long)
	p.section("OPTIONS")
	p.flags(root, nil)
	p.section("COMMANDS")
	p.commands(root, root)
	for _, s := range []struct {
		title string
		list  []named
	}{{"EXIT STATUS", exits()}, {"ENVIRONMENT", environment()}, {"FILES", files()}} {
		p.section(s.title)
		for _, x := range s.list {
			p.item(x.name, x.about)
		}
	}
	p.line(".PP")
	p.text(homes)
	p.section("EXAMPLES")
	p.example(root.Example)
	p.section("SEE ALSO")
	p.text("uncramp help exit-codes, environment and files say parts of this page; uncramp plan --schema says what uncramp plan --json prints.")
	return p.String()
}

// lowered is a sentence as it stands behind a dash.
func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// roff is a text in the language of man.
type roff struct{ strings.Builder }

// line adds a line as it is.
func (p *roff) line(format string, args ...any) { fmt.Fprintf(&p.Builder, format+"\n", args...) }

// literal has nothing in a text drive the formatter.
func literal(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "^", `\(ha`, "~", `\(ti`, "`", `\(ga`, "'", `\(aq`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}

// section begins a section.
func (p *roff) section(title string) { p.line(".SH %s", title) }

// text adds a text that is filled into lines.
func (p *roff) text(s string) {
	for row := range strings.Lines(s) {
		if row = strings.TrimRight(row, "\n"); row != "" {
			p.line("%s", literal(row))
		}
	}
}

// paragraphs adds a text whose empty lines part its paragraphs. A line that is
// indented stands alone.
func (p *roff) paragraphs(s string) {
	for i, par := range strings.Split(s, "\n\n") {
		if i > 0 {
			p.line(".PP")
		}
		for row := range strings.SplitSeq(par, "\n") {
			if strings.HasPrefix(row, "  ") {
				p.newLine()
				p.line("%s", literal(strings.TrimSpace(row)))
				p.newLine()
				continue
			}
			p.text(row)
		}
	}
}

// newLine has what follows begin a line.
func (p *roff) newLine() {
	if !strings.HasSuffix(p.String(), "\n.br\n") {
		p.line(".br")
	}
}

// item adds a name and what it is.
func (p *roff) item(name, about string) {
	p.line(".TP")
	p.line(`\fB%s\fR`, literal(name))
	p.text(about)
}

// example adds lines that are typed.
func (p *roff) example(s string) {
	p.line(".nf")
	p.line(".RS 4")
	p.text(s)
	p.line(".RE")
	p.line(".fi")
}

// synopsis adds how a command is typed.
func (p *roff) synopsis(c *cobra.Command) {
	path, words := c.CommandPath(), strings.TrimPrefix(c.Use, c.Name())
	p.line(`\fB%s\fR%s [options]`, literal(path), literal(words))
	if !c.HasParent() {
		p.line(".br")
		p.line(`\fB%s\fR \fIcommand\fR [options]`, literal(path))
	}
}

// flags adds the flags of a command. What does the same as on another one is only
// named.
func (p *roff) flags(c, other *cobra.Command) {
	var same []string
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || other != nil && f.Name == "help" {
			return
		}
		if other != nil {
			if g := other.Flags().Lookup(f.Name); g != nil && g.Usage == f.Usage {
				same = append(same, "--"+f.Name)
				return
			}
		}
		p.item(flagWords(f), flagAbout(f))
	})
	if len(same) > 0 {
		p.line(".PP")
		p.text("Of the options above it takes " + strings.Join(same, ", ") + ".")
	}
}

// flagWords is a flag as it is typed.
func flagWords(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	switch f.Value.Type() {
	case "bool":
	case "int", "float64":
		name += " NUMBER"
	case "stringSlice":
		name += " WORD,..."
	default:
		name += " WORD"
	}
	return name
}

// flagAbout says what a flag is for, and what holds without it.
func flagAbout(f *pflag.Flag) string {
	if slices.Contains([]string{"", "0", "false", "[]"}, f.DefValue) {
		return f.Usage
	}
	return f.Usage + " (usually " + f.DefValue + ")"
}

// commands adds what can be done besides, and the words that it takes.
func (p *roff) commands(c, root *cobra.Command) {
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() && sub.Name() != "help" {
			continue
		}
		p.line(".SS %s", literal(sub.CommandPath()+strings.TrimPrefix(sub.Use, sub.Name())))
		p.paragraphs(cmp.Or(sub.Long, sub.Short))
		if list := wordsOf(sub); len(list) > 0 {
			p.line(".PP")
			p.text("Words: " + strings.Join(list, ", ") + ".")
		}
		p.flags(sub, root)
		if sub.Example != "" {
			p.line(".PP")
			p.example(sub.Example)
		}
		p.commands(sub, root)
	}
}

// wordsOf lists the words that a command takes first, as a shell completes them.
func wordsOf(c *cobra.Command) []string {
	list := c.ValidArgs
	if c.ValidArgsFunction != nil {
		more, _ := c.ValidArgsFunction(c, nil, "")
		list = slices.Concat(list, more)
	}
	var names []string
	for _, w := range list {
		name, _, _ := strings.Cut(w, "\t")
		names = append(names, name)
	}
	return names
}
