package cli_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"uncramp/ui/cli"
)

// TestExitCodesInReadme: the table there says what the program says.
func TestExitCodesInReadme(t *testing.T) {
	t.Parallel()
	rows := regexp.MustCompile(`(?m)^\| \d+ \| .*$`).FindAllString(readmeText(t), -1)
	var want []string
	for _, x := range cli.ExitCodes() {
		want = append(want, fmt.Sprintf("| %d | %s | %s |", x.Code, x.Name, x.Meaning))
	}
	if !slices.Equal(rows, want) {
		t.Errorf("the README says\n%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
	}
}

// TestNothingIsLostInSilence: what can't be written is told in one line, and is an error.
func TestNothingIsLostInSilence(t *testing.T) {
	t.Parallel()
	for _, args := range []string{
		"--version", "--help", "help", "help plan", "help exit-codes", "stretch --help", "man", "settings",
		"completion bash", "completion zsh", "completion fish", "completion powershell",
		"plan", "plan --json", "plan --schema", "plan --help",
	} {
		code, errs := toldFull(t, strings.Fields(args)...)
		if code != cli.Failed || !strings.HasPrefix(errs, "uncramp: ") || strings.Count(errs, "\n") != 1 || strings.Contains(errs, "\x1b") {
			t.Errorf("%s: exit %d, stderr %q", args, code, errs)
		}
	}
}

// toldFull runs the command line with an output that takes nothing.
func toldFull(t *testing.T, args ...string) (code int, errs string) {
	t.Helper()
	null, err := os.Open(os.DevNull) // to be read
	if err != nil {
		t.Fatal(err)
	}
	w := cli.World{In: null, Out: null, Getenv: func(string) string { return "" }}
	if w.Err, err = os.Create(t.TempDir() + "/err"); err != nil {
		t.Fatal(err)
	}
	code = cli.Run(args, w)
	_, _ = null.Close(), w.Err.Close()
	return code, written(t, w.Err)
}

// aVersion is what --version prints.
var aVersion = regexp.MustCompile(`^uncramp (development|\d+\.\d+\.\d+\S*) \(([0-9a-f]{7,12}(\+changes)?, )?[a-z]+/[a-z0-9]+\)$`)
