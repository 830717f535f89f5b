package cli_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rule says what a package must not reach, and what it must not import itself.
// A pattern that ends in a slash stands for everything below it.
type rule struct {
	pkg     string
	reaches []string // no dependency, direct or not
	imports []string // no direct import, tests left out
}

// terminal are the modules of the terminal program: the rooms below ui know
// nothing of them.
var terminal = []string{"charm.land/", "github.com/charmbracelet/"}

// house is the direction of travel: main -> ui/cli -> ui and its listeners,
// session/journal -> session -> content.
var house = []rule{
	{
		"uncramp/content",
		append([]string{"uncramp/session/", "uncramp/session", "uncramp/ui/", "uncramp/ui"}, terminal...),
		[]string{"os", "os/", "net", "net/"},
	},
	{
		"uncramp/session",
		append([]string{"uncramp/session/", "uncramp/ui/", "uncramp/ui"}, terminal...),
		[]string{"os", "os/", "net", "net/", "syscall"},
	},
	{
		"uncramp/session/journal",
		append([]string{"uncramp/ui/", "uncramp/ui"}, terminal...),
		[]string{"net", "net/"},
	},
	{
		"uncramp/ui",
		[]string{"uncramp/session/journal", "uncramp/ui/cli"},
		[]string{"os", "os/", "net", "net/", "syscall"},
	},
	{
		"uncramp/ui/plain",
		append([]string{"uncramp/session/journal", "uncramp/ui/cli", "uncramp/ui"}, terminal...),
		[]string{"os", "os/", "net", "net/", "syscall"},
	},
	{
		"uncramp/ui/sound",
		append([]string{"uncramp/session/journal", "uncramp/ui/cli", "uncramp/ui"}, terminal...),
		[]string{"net", "net/"},
	},
	{
		"uncramp/ui/cli/awake",
		append([]string{"uncramp/session/journal", "uncramp/ui/cli", "uncramp/ui"}, terminal...),
		[]string{"net", "net/"},
	},
	{
		"uncramp/ui/figure",
		[]string{"uncramp/session/journal", "uncramp/ui/cli", "uncramp/ui"},
		[]string{"os", "os/", "net", "net/", "syscall"},
	},
	{
		"uncramp/ui/digits",
		[]string{"uncramp/session/journal", "uncramp/ui/cli", "uncramp/ui"},
		[]string{"os", "os/", "net", "net/", "syscall"},
	},
	{
		"uncramp/ui/history",
		[]string{"uncramp/session/journal", "uncramp/ui/cli", "uncramp/ui"},
		[]string{"os", "os/", "net", "net/", "syscall"},
	},
	{"uncramp/ui/cli", nil, []string{"net", "net/"}},
	{"uncramp", nil, []string{"net", "net/"}},
}

// listed is what the go command tells of a package.
type listed struct {
	ImportPath string
	Dir        string
	Imports    []string
	Deps       []string
}

// sources looks at every file of the module, for go test takes a result from
// its cache unless a file changed that the test itself has looked at: not what
// the go command reads on its behalf.
func sources(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && name != ".." && strings.HasPrefix(name, ".") {
			return filepath.SkipDir
		}
		_, err = os.Stat(path)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}

// packages returns this module's packages by their import paths. A rule for
// one that doesn't exist yet holds from its first file on.
func packages(t *testing.T) map[string]listed {
	t.Helper()
	sources(t)
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Imports,Deps", "./...")
	cmd.Dir = filepath.Join("..", "..")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]listed{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		all[p.ImportPath] = p
	}
}

// within tells whether a path fits one of the patterns.
func within(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		return p == path || strings.HasSuffix(p, "/") && strings.HasPrefix(path, p)
	})
}

// TestHouse holds the packages to the direction of travel.
func TestHouse(t *testing.T) {
	all := packages(t)
	ruled := map[string]bool{}
	for _, r := range house {
		ruled[r.pkg] = true
		p := all[r.pkg]
		for _, dep := range p.Deps {
			if within(dep, r.reaches) {
				t.Errorf("%s reaches %s", r.pkg, dep)
			}
		}
		for _, path := range p.Imports {
			if within(path, r.imports) {
				t.Errorf("%s imports %s", r.pkg, path)
			}
		}
	}
	for path := range all {
		if !ruled[path] {
			t.Errorf("%s has no rule here: say what it may reach", path)
		}
	}
}

// clocks are the functions of package time that read or wait for the clock.
var clocks = []string{"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker", "AfterFunc"}

// TestSessionHasNoClock holds session to the instants it is given. A function
// that is only mentioned, to be called elsewhere, counts as well.
func TestSessionHasNoClock(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "session", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("session has no files: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range clockCalls(t, file, src) {
			t.Error(found)
		}
	}
}

// clockCalls names the places where a file reads a clock.
func clockCalls(t *testing.T, name string, src []byte) []string {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	as := ""
	var found []string
	for _, spec := range file.Imports {
		if path, _ := strconv.Unquote(spec.Path.Value); path != "time" {
			continue
		}
		as = "time"
		if spec.Name != nil {
			as = spec.Name.Name
		}
		if as == "." {
			found = append(found, set.Position(spec.Pos()).String()+": time is imported with a dot")
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(clocks, sel.Sel.Name) {
			if id, ok := sel.X.(*ast.Ident); ok && as != "" && id.Name == as {
				found = append(found, set.Position(sel.Pos()).String()+": reads the clock: time."+sel.Sel.Name)
			}
		}
		return true
	})
	return found
}

// TestClockCalls makes sure that no way to a clock is overlooked.
func TestClockCalls(t *testing.T) {
	for src, want := range map[string]int{
		`package p; import "time"; var x = time.Now()`:                               1,
		`package p; import "time"; var x = time.Now`:                                 1,
		`package p; import w "time"; func f() { <-w.After(1) }`:                      1,
		`package p; import . "time"; var x = Now()`:                                  1,
		`package p; import "time"; var x = time.Second.String()`:                     0,
		`package p; type s struct{}; func (s) After() {}; func f(e s) { e.After() }`: 0,
	} {
		if got := clockCalls(t, "p.go", []byte(src)); len(got) != want {
			t.Errorf("%s\nfound %q, want %d", src, got, want)
		}
	}
}
