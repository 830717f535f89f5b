package cli

import (
	"runtime"
	"strings"
	"testing"
)

// TestTitled: which terminals are known to have a title, and which a progress bar.
func TestTitled(t *testing.T) {
	t.Parallel()
	nameless := runtime.GOOS == "windows"
	for _, c := range []struct {
		env        string
		title, bar bool
	}{
		{env: "TERM=xterm-256color", title: true, bar: true},
		{env: "TERM=xterm-ghostty TERM_PROGRAM=ghostty", title: true, bar: true},
		{env: "TERM=foot", title: true, bar: true},
		{env: "TERM=linux"},
		{env: "TERM=dumb"},
		{env: "TERM=linux TMUX=/tmp/x,1,0"},
		{env: "", title: nameless, bar: nameless},
		{env: "TERM_PROGRAM=iTerm.app TERM_FEATURES=P", title: nameless, bar: nameless},
		{env: "TERM=tmux-256color TMUX=/tmp/x,1,0", title: true},
		{env: "TERM=tmux", title: true},
		{env: "TERM=xterm-256color TMUX=/tmp/x,1,0", title: true},
		{env: "TERM=screen-256color", title: true},
		{env: "TERM=screen.xterm-256color", title: true},
		{env: "TERM=xterm-256color STY=1.pts-0.host", title: true},
		{env: "TERM=xterm-256color TERM_PROGRAM=iTerm.app", title: true},
		{env: "TERM=xterm-256color TERM_PROGRAM=iTerm.app TERM_FEATURES=T3CwLrMSc7UUw9Ts3BFGsSyHNoSxF", title: true},
		{env: "TERM=xterm-256color TERM_PROGRAM=iTerm.app TERM_FEATURES=T3LrMSc7UFP", title: true, bar: true},
		{env: "TERM=screen TERM_PROGRAM=iTerm.app TERM_FEATURES=P", title: true},
		{env: "TERM=xterm-256color TERM_PROGRAM=WezTerm TERM_FEATURES=", title: true, bar: true},
	} {
		vars := map[string]string{}
		for v := range strings.FieldsSeq(c.env) {
			name, value, _ := strings.Cut(v, "=")
			vars[name] = value
		}
		w := World{Getenv: func(name string) string { return vars[name] }}
		if got := titled(w); got != c.title {
			t.Errorf("%q: titled %t", c.env, got)
		}
		if got := progress(w); got != c.bar {
			t.Errorf("%q: progress %t", c.env, got)
		}
		keep, give := titles(titled(w))
		if want := map[bool][2]string{true: {"\x1b[22;2t", "\x1b[23;2t"}}[c.title]; keep != want[0] || give != want[1] {
			t.Errorf("%q: kept with %q, given back with %q", c.env, keep, give)
		}
	}
}
