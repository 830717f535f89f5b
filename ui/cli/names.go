package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// named is something that the program reads, with what it is for.
type named struct{ name, about string }

// environment lists the variables that the program reads, its own first. Help and the
// man page have them from here.
func environment() []named {
	return []named{
		{"UNCRAMP_EMERGENCY", "your emergency number, for example 112"},
		{"UNCRAMP_FIGURES", "how figures are drawn: braille, ascii, or off"},
		{"UNCRAMP_MOTION", "off holds the figures still"},
		{"NO_COLOR", "set to anything: no colours"},
		{"XDG_CONFIG_HOME", "the folder of settings and routines, see files"},
		{"XDG_STATE_HOME", "the folder of what is kept of sessions, see files"},
		{"HOME", "where those folders are unless they are named"},
		{"TERM", "the terminal: linux gets figures in plain characters, dumb gets plain text"},
		{"COLORFGBG", "the terminal's colours; 0;15 is a light background"},
		{"TMUX, STY, TERM_PROGRAM, TERM_FEATURES", "whether the terminal has a progress bar"},
		{"COLUMNS", "how wide a text is that goes to no terminal"},
		{"LC_ALL, LC_CTYPE, LANG", "whether pictures of the history may be more than ASCII"},
		{"PULSE_SERVER, PULSE_RUNTIME_PATH, PULSE_COOKIE", "which sound server of this machine is used"},
		{"XDG_RUNTIME_DIR, DBUS_SESSION_BUS_ADDRESS", "where sound server and message bus are found"},
	}
}

// files lists what the program keeps, and where.
func files() []named {
	return []named{
		{"$XDG_CONFIG_HOME/uncramp/settings.yaml", "what uncramp settings shows and changes"},
		{"$XDG_CONFIG_HOME/uncramp/routines/", "routines of your own, found by their names"},
		{"$XDG_STATE_HOME/uncramp/history.jsonl", "the sessions that ended, one a line"},
		{"$XDG_STATE_HOME/uncramp/session-*.json", "the session under way, gone when it ends"},
	}
}

// homes says where the folders are that nobody named.
const homes = "Unless they are named, XDG_CONFIG_HOME is ~/.config and XDG_STATE_HOME is\n" +
	"~/.local/state; on macOS both are ~/Library/Application Support, on Windows\n" +
	"%LOCALAPPDATA%. Nothing is sent anywhere."

// topic is a page of help that is about no command.
type topic struct{ name, about, text string }

// topics lists the pages of help that are about no command.
func topics() []topic {
	return []topic{
		{"exit-codes", "what the exit code tells a script", rows(exits())},
		{"environment", "variables that are read", rows(environment())},
		{"files", "what is kept, and where", rows(files()) + "\n" + homes + "\n"},
	}
}

// exits lists the exit codes as they are told.
func exits() []named {
	var list []named
	for _, x := range ExitCodes() {
		list = append(list, named{fmt.Sprintf("%-3d  %s", x.Code, x.Name), x.Meaning})
	}
	return list
}

// rows shows a list to be read in a terminal of 80 cells. What is about a long name
// stands below it.
func rows(list []named) string {
	const widest, all = 20, 80
	gap := strings.Repeat(" ", widest+2)
	var b strings.Builder
	for _, x := range list {
		if len(x.name) > widest {
			fmt.Fprintf(&b, "%s\n", x.name)
			x.name = ""
		}
		about := strings.ReplaceAll(ansi.Wordwrap(x.about, all-len(gap), ""), "\n", "\n"+gap)
		fmt.Fprintf(&b, "%-*s  %s\n", widest, x.name, about)
	}
	return b.String()
}
