package cli

import (
	"runtime"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// What a terminal can show around the screen is not asked for, because an answer may
// never come: it is known by its name.

// titled says that the terminal has a title. A Linux console would print it.
func titled(w World) bool {
	switch w.Getenv("TERM") {
	case "linux", "dumb":
		return false
	case "":
		return runtime.GOOS == "windows" // where no terminal has a name
	}
	return true
}

// progress says that a progress bar can be asked for. tmux and screen have none; and
// an older iTerm would take each of its steps for a message, and show it.
func progress(w World) bool {
	name := w.Getenv("TERM")
	switch {
	case !titled(w), w.Getenv("TMUX") != "", w.Getenv("STY") != "":
		return false
	case strings.HasPrefix(name, "tmux"), strings.HasPrefix(name, "screen"):
		return false
	case w.Getenv("TERM_PROGRAM") == "iTerm.app":
		return strings.Contains(w.Getenv("TERM_FEATURES"), "P")
	}
	return true
}

// titles are the words to the terminal that keep the title it had, and give it back.
func titles(has bool) (keep, give string) {
	if !has {
		return "", ""
	}
	const save, restore, window = 22, 23, 2
	return ansi.WindowOp(save, window), ansi.WindowOp(restore, window)
}
