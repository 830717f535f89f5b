package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"uncramp/session/journal"
)

// noState says why nothing is kept, and what would help.
const noState = "There is no home folder, so no history is kept. XDG_STATE_HOME can name a folder for it.\n"

// stateDir is the folder of what is kept of sessions: under XDG_STATE_HOME, or where the
// system keeps such things; "" where there is no home for it.
func stateDir(getenv func(string) string) string {
	dir := getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(dir) {
		// Without a home the usual place would be at the root of the disk.
		if runtime.GOOS != "windows" && getenv("HOME") == "" {
			return ""
		}
		dir = xdg.StateHome
	}
	if !filepath.IsAbs(dir) {
		return ""
	}
	return filepath.Join(dir, "uncramp")
}

// openJournal opens the state folder, if there is one: looking at a history makes none.
// Where there is none, the journal is nil. What broke off too long ago to be gone on with
// is in the history from then on.
func openJournal(dir string) (*journal.Journal, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // there is no journal, and nothing is wrong
	}
	settle(dir, time.Now())
	j, err := journal.Open(dir)
	if err != nil {
		return nil, oneLine(err)
	}
	return j, nil
}

// oneLine is an error that keeps to one line, whatever the names of files hold.
func oneLine(err error) error {
	if err == nil {
		return nil
	}
	return lineError{err}
}

// lineError tells its error in one line.
type lineError struct{ error }

// Error is the error in one line.
func (e lineError) Error() string {
	return printable(strings.ReplaceAll(e.error.Error(), "\n", "; "))
}

// Unwrap is the error itself.
func (e lineError) Unwrap() error { return e.error }
