package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/content"
	"uncramp/ui/cli"
)

// everyCommand calls f for a command and everything below it that a person can find.
func everyCommand(c *cobra.Command, f func(c *cobra.Command)) {
	if c.Hidden {
		return
	}
	f(c)
	for _, sub := range c.Commands() {
		everyCommand(sub, f)
	}
}

// typedAs is how a command is typed behind the program's name.
func typedAs(c *cobra.Command) []string { return strings.Fields(c.CommandPath())[1:] }

// flagsOf lists the flags of a command.
func flagsOf(c *cobra.Command) []string {
	var list []string
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			list = append(list, "--"+f.Name)
		}
	})
	return list
}

// contentWords lists the words of the content that a command line can take.
func contentWords() []string {
	var routines []string
	for _, r := range content.Embedded().Routines {
		routines = append(routines, r.ID)
	}
	return slices.Concat(texts(content.Muscles()), texts(content.Positions()), texts(content.Contexts()),
		texts(content.Things()), texts(content.Cares()), routines)
}

// texts is a list of words as strings.
func texts[T ~string](list []T) []string {
	var out []string
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}

// missing lists the words that a text doesn't have.
func missing(text string, words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return regexp.MustCompile(`(^|[^\w-])` + regexp.QuoteMeta(w) + `($|[^\w-])`).MatchString(text)
	})
}

// manPage is the manual page as it is read.
func manPage(t *testing.T) string {
	t.Helper()
	code, out, errs := told(t, "man")
	if code != cli.Finished || errs != "" {
		t.Fatalf("man: exit %d, stderr %q", code, errs)
	}
	return strings.NewReplacer(`\-`, "-", `\fB`, "", `\fR`, "", `\fI`, "", `\(ti`, "~", `\(aq`, "'").Replace(out)
}

// TestNamesInHelp: the help of every command has its flags, the commands below it and
// the words that it takes, or all of them together have.
func TestNamesInHelp(t *testing.T) {
	t.Parallel()
	var whole strings.Builder
	var words []string
	everyCommand(cli.Tree(), func(c *cobra.Command) {
		code, out, errs := told(t, append(typedAs(c), "--help")...)
		want := flagsOf(c)
		for _, sub := range c.Commands() {
			want = append(want, sub.Name())
		}
		if lacks := missing(out, want); code != cli.Finished || errs != "" || len(lacks) > 0 {
			t.Errorf("%s --help: exit %d, stderr %q, without %q", c.CommandPath(), code, errs, lacks)
		}
		if _, same, _ := told(t, append([]string{"help"}, typedAs(c)...)...); c.HasParent() && c.Name() != "help" && same != out {
			t.Errorf("help %q says something else:\n%s", typedAs(c), same)
		}
		words = append(words, cli.WordsOf(c)...)
		whole.WriteString(out)
	})
	if settings := cli.WordsOf(command(t, "settings")); len(settings) > 5 {
		words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(settings, w) })
	}
	if lacks := missing(whole.String(), slices.Concat(words, contentWords())); len(lacks) > 0 {
		t.Errorf("no help has %q", lacks)
	}
}

// command is the command of a name.
func command(t *testing.T, words ...string) *cobra.Command {
	t.Helper()
	c, rest, err := cli.Tree().Find(words)
	if err != nil || len(rest) > 0 {
		t.Fatalf("%q: %v", words, err)
	}
	return c
}

// TestNamesInManual: it has every command in its own section, every flag, every word,
// every variable and every exit code.
func TestNamesInManual(t *testing.T) {
	t.Parallel()
	page := manPage(t)
	for _, s := range []string{"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"} {
		if !strings.Contains(page, ".SH "+s+"\n") {
			t.Errorf("no section %s", s)
		}
	}
	everyCommand(cli.Tree(), func(c *cobra.Command) {
		section := page
		if c.HasParent() {
			_, after, found := strings.Cut(page, "\n.SS "+c.CommandPath()+strings.TrimPrefix(c.Use, c.Name())+"\n")
			if section, _, _ = strings.Cut(after, "\n.S"); !found {
				t.Errorf("no section about %s", c.CommandPath())
			}
		}
		if lacks := missing(section, slices.Concat(flagsOf(c), cli.WordsOf(c))); len(lacks) > 0 {
			t.Errorf("%s: without %q", c.CommandPath(), lacks)
		}
	})
	if lacks := missing(page, slices.Concat(contentWords(), cli.Variables())); len(lacks) > 0 {
		t.Errorf("without %q", lacks)
	}
	for _, x := range cli.ExitCodes() {
		if lacks := missing(page, []string{x.Name, x.Meaning}); len(lacks) > 0 {
			t.Errorf("exit code %d: without %q", x.Code, lacks)
		}
	}
	for row := range strings.Lines(page) {
		if strings.HasPrefix(row, ".") && !regexp.MustCompile(`^\.(TH|SH|SS|TP|PP|br|nf|fi|nh|ad l|RS 4|RE)\b`).MatchString(row) {
			t.Errorf("drives the formatter: %q", row)
		}
	}
}

// TestNamesInCompletion: a shell is offered every command, flag and word, and nothing
// else.
func TestNamesInCompletion(t *testing.T) {
	t.Parallel()
	everyCommand(cli.Tree(), func(c *cobra.Command) {
		var want []string
		for _, sub := range c.Commands() {
			if !sub.Hidden {
				want = append(want, sub.Name())
			}
		}
		want = append(want, cli.WordsOf(c)...)
		if got := offered(t, append(typedAs(c), "")...); !same(got, want) {
			t.Errorf("%s: %q are offered, want %q", c.CommandPath(), got, want)
		}
		want = append(flagsOf(c), "--help")
		if !c.HasParent() {
			want = append(want, "--version")
		}
		if got := offered(t, append(typedAs(c), "--")...); !same(got, want) {
			t.Errorf("%s: %q are offered, want %q", c.CommandPath(), got, want)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { offersWords(t, c, f) })
	})
}

// offersWords checks that the words of a flag are those that it says it takes, and no
// files where it takes a number.
func offersWords(t *testing.T, c *cobra.Command, f *pflag.Flag) {
	t.Helper()
	if f.Value.Type() == "bool" {
		return
	}
	_, out, _ := told(t, append(append([]string{"__complete"}, typedAs(c)...), "--"+f.Name, "")...)
	if f.Value.Type() != "string" && !strings.HasSuffix(out, ":4\n") {
		t.Errorf("%s --%s offers files: %q", c.CommandPath(), f.Name, out)
	}
	_, listed, found := strings.Cut(f.Usage, ": ")
	if got := offered(t, append(typedAs(c), "--"+f.Name, "")...); found && f.Value.Type() != "float64" && strings.Contains(listed, ", ") {
		if want := strings.Split(listed, ", "); !same(got, want) && !strings.Contains(listed, " or ") {
			t.Errorf("%s --%s: %q are offered, want %q", c.CommandPath(), f.Name, got, want)
		}
	}
}

// offered lists what a shell is offered behind some words, without what is said of it.
func offered(t *testing.T, args ...string) []string {
	t.Helper()
	code, out, _ := told(t, append([]string{"__complete"}, args...)...)
	if code != cli.Finished {
		t.Errorf("__complete %q: exit %d", args, code)
	}
	var list []string
	for line := range strings.Lines(out) {
		if word, _, _ := strings.Cut(strings.TrimSpace(line), "\t"); !strings.HasPrefix(word, ":") {
			list = append(list, word)
		}
	}
	return list
}

// same says whether two lists have the same words, in whatever order and however often.
func same(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// readmeText is the README.
func readmeText(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
