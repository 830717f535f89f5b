package cli_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestReadmeArrows: the README draws the imports as they are.
func TestReadmeArrows(t *testing.T) {
	t.Parallel()
	short := func(path string) string { return strings.TrimPrefix(path, "uncramp/") }
	var want strings.Builder
	all := packages(t)
	for _, path := range slices.Sorted(maps.Keys(all)) {
		var ours []string
		for _, dep := range all[path].Imports {
			if strings.HasPrefix(dep, "uncramp/") {
				ours = append(ours, short(dep))
			}
		}
		name := short(path)
		if name == "uncramp" {
			name = "main"
		}
		if len(ours) > 0 {
			fmt.Fprintf(&want, "    %-15s -> %s\n", name, strings.Join(ours, ", "))
		}
	}
	_, section, found := strings.Cut(readmeText(t), "\n## Architecture\n")
	if section, _, _ = strings.Cut(section, "\n## "); !found || !strings.Contains(section, want.String()) {
		t.Errorf("the README's architecture has to draw\n%s", want.String())
	}
	const screenful = 40
	if n := strings.Count(section, "\n"); n > screenful {
		t.Errorf("it has %d lines, want at most %d", n, screenful)
	}
}
