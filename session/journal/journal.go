package journal

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Version is the version of both file formats.
const Version = 1

// lockWait is the longest that anything waits for the lock of the history, which is
// never held for longer than a write takes.
const lockWait = 2 * time.Second

// Journal is a state folder. Its methods may be called at any time, from anywhere.
type Journal struct {
	dir  string
	disk disk
	wait time.Duration // for the lock of the history

	mu   sync.Mutex
	held map[int]bool // the slots that are locked by this Journal
}

// Open opens the state folder dir. It makes it where there is none, for its owner alone
// (0700), and narrows one that others may read, where that can be done; symbolic links
// are followed. The error names the folder.
func Open(dir string) (*Journal, error) {
	return openOn(system{}, dir)
}

// openOn opens the state folder on a disk.
func openOn(d disk, dir string) (*Journal, error) {
	if dir == "" {
		return nil, errors.New("there is no folder for the state")
	}
	if err := d.mkdir(dir); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, cause(err))
	}
	info, err := d.stat(dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, cause(err))
	}
	// One that its owner made read-only stays so.
	if mode := info.Mode().Perm(); mode&0o077 != 0 && mode&0o200 != 0 {
		_ = d.narrow(dir) // it may be another's; the files are 0600 in any case
	}
	return &Journal{dir: dir, disk: d, wait: lockWait, held: map[int]bool{}}, nil
}

// NewID makes the id of a session: 16 hex digits, by chance.
func NewID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails: it ends the program instead
	return hex.EncodeToString(b[:])
}

// path is the path of a file in the state folder.
func (j *Journal) path(name string) string { return filepath.Join(j.dir, name) }

// errNotPlain says that something else than a file stands where a file should: a folder,
// a pipe, a device, a link. Reading it could wait for ever.
var errNotPlain = errors.New("not a plain file")

// named puts the name of the file before what went wrong with it.
func named(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", filepath.Base(path), cause(err))
}

// cause is an error without the operation and the path that the system puts before it.
func cause(err error) error {
	switch e := err.(type) { //nolint:errorlint // only the outermost error is looked at
	case *fs.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
