package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"uncramp/ui/cli"
)

var (
	// aFlag is a flag as it stands in a text.
	aFlag = regexp.MustCompile("(?:^|[\\s`(\\[])(--[a-z][a-z-]*)")
	// aWord is a word of a command line, or several in quotes.
	aWord = regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`)
	// ownLine is a line of the README that is typed.
	ownLine = regexp.MustCompile(`(?m)^    (uncramp(?: .*)?)$`)
)

// TestNamesAreKnown: help, manual and README speak of no flag that there isn't, and
// every line that they say can be typed is understood.
func TestNamesAreKnown(t *testing.T) {
	t.Parallel()
	known := []string{"--help", "--version"}
	readme := readmeText(t)
	text := manPage(t) + readme
	typed := []string{}
	for _, m := range ownLine.FindAllStringSubmatch(readme, -1) {
		typed = append(typed, m[1])
	}
	var made []string // routines that a line makes, and others follow
	for _, line := range typed {
		if _, name, ok := strings.Cut(line, "uncramp routine new "); ok {
			made = append(made, strings.Fields(name)[0])
		}
	}
	everyCommand(cli.Tree(), func(c *cobra.Command) {
		known = append(known, flagsOf(c)...)
		_, help, _ := told(t, append(typedAs(c), "--help")...)
		text += help
		for line := range strings.Lines(c.Example) {
			typed = append(typed, strings.TrimSpace(line))
		}
	})
	for _, m := range aFlag.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(known, m[1]) && m[1] != "--flags" {
			t.Errorf("%s is a flag of nothing", m[1])
		}
	}
	for _, line := range typed {
		if wrong := notUnderstood(line, made...); wrong != "" {
			t.Errorf("%q: %s", line, wrong)
		}
	}
	if len(typed) < 40 {
		t.Errorf("only %d lines are looked at", len(typed))
	}
}

// notUnderstood says what is wrong with a line that is typed, "" = nothing. made are the
// routines that are there beside the library's.
func notUnderstood(line string, made ...string) string {
	var args []string
	for _, w := range aWord.FindAllString(line, -1) {
		if strings.HasPrefix(w, "#") || w == "|" || w == ">" {
			break
		}
		args = append(args, strings.Trim(w, `'"`))
	}
	root := cli.Tree()
	c, rest, err := root.Find(args[1:])
	if err != nil {
		return err.Error()
	}
	root.Version = "any"
	c.InitDefaultVersionFlag()
	c.InitDefaultHelpFlag()
	if err := c.ParseFlags(rest); err != nil {
		return err.Error()
	}
	if words := cli.WordsOf(c); c.Flags().NArg() > 0 && len(words) > 0 {
		w := c.Flags().Arg(0)
		if file := strings.ContainsAny(w, "./"); !file && !slices.Contains(words, w) && !slices.Contains(made, w) {
			return w + " is not one of " + strings.Join(words, ", ")
		}
	}
	return ""
}

// TestNotUnderstood makes sure that a wrong line is noticed.
func TestNotUnderstood(t *testing.T) {
	t.Parallel()
	for line, wrong := range map[string]bool{
		"uncramp": false, "uncramp calf --side left   # a comment": false, "uncramp plan bedtime --json": false,
		"uncramp --speak-with 'espeak-ng -v en' | cat": false, "uncramp stretch my.yaml": false,
		"uncramp --sid left": true, "uncramp elbow": true, "uncramp plan legz": true, "uncramp plan --mute": true,
	} {
		if got := notUnderstood(line); (got != "") != wrong {
			t.Errorf("%q: %q", line, got)
		}
	}
}

// aVariable is where a variable of the environment is read.
var aVariable = regexp.MustCompile(`(?:[gG]etenv|\benv)\("([A-Z_]+)"\)`)

// TestVariables: every variable that is read is told, and none that isn't.
func TestVariables(t *testing.T) {
	t.Parallel()
	sources(t)
	told := strings.Join(cli.Variables(), ", ")
	read := []string{}
	for _, dir := range []string{".", "awake", filepath.Join("..", "sound"), "..", filepath.Join("..", "plain"), filepath.Join("..", "history")} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range aVariable.FindAllSubmatch(src, -1) {
				read = append(read, string(m[1]))
			}
		}
	}
	if want := strings.Split(told, ", "); !same(read, want) {
		t.Errorf("read are %q, told are %q", slices.Compact(slices.Sorted(slices.Values(read))), slices.Sorted(slices.Values(want)))
	}
}

// TestTopics: each has its own page, that fits into a terminal; what isn't known is
// answered with what is near.
func TestTopics(t *testing.T) {
	t.Parallel()
	for name, text := range cli.Topics() {
		code, out, errs := told(t, "help", strings.ToUpper(name))
		if code != cli.Finished || out != text || errs != "" {
			t.Errorf("%s: exit %d, stderr %q,\n%s", name, code, errs, out)
		}
		for line := range strings.Lines(text) {
			if line = strings.TrimRight(line, "\n"); len(line) > 80 {
				t.Errorf("%s: a line of %d cells: %q", name, len(line), line)
			}
		}
	}
	if got, want := offered(t, "help", ""), texts([]string{"exit-codes", "environment", "files"}); len(missing(strings.Join(got, " "), want)) > 0 {
		t.Errorf("help offers %q", got)
	}
	if got := offered(t, "help", "history", ""); !slices.Equal(got, []string{"forget"}) {
		t.Errorf("help history offers %q", got)
	}
}
