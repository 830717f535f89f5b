package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/ui/cli"
	"uncramp/ui/plain"
)

// typed runs the program in lines, with some lines as its input.
func typed(t *testing.T, input string, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "in")
	if err := os.WriteFile(path, []byte(input), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	cli.Run(args, cli.World{In: in, Out: out, Err: out, Getenv: func(string) string { return "" }})
	_, _ = in.Close(), out.Close()
	data, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestLearnInLinesIsAsTheSessionTellsIt, line by line, topic by topic.
func TestLearnInLinesIsAsTheSessionTellsIt(t *testing.T) {
	t.Parallel()
	for i, topic := range content.Embedded().Topics {
		code, out, errs := told(t, "learn", topic.ID, "--plain")
		if code != cli.Finished || errs != "" {
			t.Fatalf("%s: exit %d, %q", topic.ID, code, errs)
		}
		session := typed(t, "i\n"+string(rune('1'+i))+"\n", "--plain")
		_, from, found := strings.Cut(session, "\n"+topic.Title+".\n")
		page, _, ended := strings.Cut(from, "Keys. escape: all topics.")
		if want := topic.Title + ".\n" + page; !found || !ended || out != want {
			t.Errorf("%s is\n%s\nand in a session\n%s", topic.ID, out, want)
		}
	}
}

// TestLearnInLinesCanBeReadAloud: each text is a line of its own, short, without a bullet, a
// blank line or a sign that has a name. It is not broken at the edge of a page.
func TestLearnInLinesCanBeReadAloud(t *testing.T) {
	t.Parallel()
	code, out, _ := told(t, "learn", "--plain", "--high-contrast")
	if code != cli.Finished {
		t.Fatalf("exit %d", code)
	}
	widest := 0
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		widest = max(widest, len(line))
		if line != plain.Clean(line) || line == "" || strings.HasPrefix(line, "-") || len([]rune(line)) > 200 {
			t.Errorf("%q", line)
		}
	}
	if widest <= 80 || strings.Contains(out, "[") || strings.Contains(out, "°") || strings.Contains(out, "Sources:") {
		t.Errorf("the widest line has %d signs\n%s", widest, out)
	}
	for _, topic := range content.Embedded().Topics {
		if strings.Count("\n"+out, "\n"+topic.Title+".\n") != 1 {
			t.Errorf("%s is not there once", topic.ID)
		}
		for _, s := range content.Embedded().Sections(topic) {
			for _, l := range s.Lines {
				text := strings.TrimSpace(strings.ReplaceAll(l.Text, "{emergency}", "your emergency number"))
				if first := plain.Split(plain.Clean(text))[0]; !strings.Contains(out, "\n"+first) {
					t.Errorf("%s lacks %q", topic.ID, first)
				}
			}
		}
	}
	if _, page, _ := told(t, "learn"); strings.Contains(page, "exclamation mark") || !strings.Contains(page, "\n  - ") {
		t.Error("where nobody asked for lines it isn't a page")
	}
}
