//go:build system && unix

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// lines are typed up to a tab, and what they become. Where several words fit, the shell
// shows them all.
var lines = []struct{ typed, becomes string }{
	{"uncramp ham", "uncramp hamstring"},
	{"uncramp stretch bed", "uncramp stretch bedtime"},
	{"uncramp plan leg", "uncramp plan legs"},
	{"uncramp plan --posi", "uncramp plan --position"},
	{"uncramp --side ri", "uncramp --side right"},
	{"uncramp calf --care=fl", "fluid-limit"},
	{"uncramp --have wall,tow", "uncramp --have wall,towel"},
	{"uncramp settings ni", "uncramp settings night"},
	{"uncramp history forget --bef", "uncramp history forget --before"},
	{"uncramp help exi", "uncramp help exit-codes"},
	{"uncramp completion fi", "uncramp completion fish"},
}

// shellPath is where a shell finds the program under its own name.
func shellPath(t *testing.T) string {
	t.Helper()
	return "PATH=" + filepath.Dir(binary(t)) + ":" + os.Getenv("PATH")
}

// typeInShell types every line into a shell that runs in a terminal, with the tab key
// behind it, and looks at what becomes of it.
func typeInShell(t *testing.T, o opts) {
	t.Helper()
	o.env = append(o.env, shellPath(t))
	for _, l := range lines {
		t.Run(l.typed, func(t *testing.T) {
			t.Parallel()
			s := start(t, o)
			s.waitFor(t, "ready>", patience)
			s.keys(l.typed + "\t")
			s.until(t, l.becomes, patience, func(screen string) bool {
				return strings.Contains(strings.ReplaceAll(screen, `\`, ""), l.becomes) // bash quotes a comma
			})
		})
	}
}

// TestShellBash: a real bash completes with the script that it is told to source.
func TestShellBash(t *testing.T) {
	t.Parallel()
	rc := filepath.Join(t.TempDir(), "rc")
	script := "PS1='ready> '\n. /usr/share/bash-completion/bash_completion\nsource <(uncramp completion bash)\n"
	if err := os.WriteFile(rc, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	typeInShell(t, opts{bin: "/bin/bash", args: []string{"--noprofile", "--rcfile", rc, "-i"}})
}

// TestShellZsh: a real zsh completes with the script in a folder of its functions.
func TestShellZsh(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	_, script, _ := told(t, "completion", "zsh")
	for name, text := range map[string]string{
		"_uncramp": script,
		".zshrc":   "PS1='ready> '\nfpath=(" + dir + " $fpath)\nautoload -Uz compinit\ncompinit -u -D\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	typeInShell(t, opts{bin: "/usr/bin/zsh", args: []string{"-d", "-i"}, env: []string{"ZDOTDIR=" + dir}})
}

// TestShellFish: a real fish offers the words, with what is said of commands and flags.
func TestShellFish(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	_, script, _ := told(t, "completion", "fish")
	file := filepath.Join(dir, "uncramp.fish")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	offers := func(line string) []string {
		cmd := exec.Command("fish", "--no-config", "-c", "source "+file+"; complete -C '"+line+"'")
		cmd.Env = append(environment(dir, nil), shellPath(t))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
		return strings.Split(strings.TrimSpace(string(out)), "\n")
	}
	for _, l := range lines {
		got := offers(l.typed)
		last := l.becomes[strings.LastIndexByte(l.becomes, ' ')+1:]
		if !slices.ContainsFunc(got, func(w string) bool {
			word, _, _ := strings.Cut(w, "\t")
			return word == last || strings.HasSuffix(word, "="+last)
		}) {
			t.Errorf("%s: fish offers %q", l.typed, got)
		}
	}
	if got := offers("uncramp pl"); !slices.Equal(got, []string{"plan\t" + command(t, "plan").Short}) {
		t.Errorf("fish says of plan %q", got)
	}
	var words []string
	for _, w := range offers("uncramp ") {
		word, _, _ := strings.Cut(w, "\t")
		words = append(words, word)
	}
	if want := offered(t, ""); !same(words, want) {
		t.Errorf("fish offers %q, want %q", words, want)
	}
}

// TestMandoc: the manual page is as a strict reader wants it, and as man shows it.
func TestMandoc(t *testing.T) {
	t.Parallel()
	_, page, _ := told(t, "man")
	file := filepath.Join(t.TempDir(), "uncramp.1")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	// A build that nobody released may have no date.
	out, err := exec.Command("mandoc", "-T", "lint", "-W", "warning", file).CombinedOutput()
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(line, "missing date") {
			t.Errorf("mandoc: %v: %s", err, line)
		}
	}
	cmd := exec.Command("man", "--warnings", "-l", file)
	cmd.Env = append(os.Environ(), "MANPAGER=cat", "MANWIDTH=80", "LC_ALL=C.UTF-8")
	shown, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(shown), "warning:") {
		t.Errorf("man: %v\n%s", err, shown)
	}
	if lacks := missing(string(shown), append(contentWords(), "EXIT STATUS", "uncramp history forget", "UNCRAMP(1)")); len(lacks) > 0 {
		t.Errorf("man shows no %q", lacks)
	}
}
