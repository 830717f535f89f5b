package journal

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// disk is everything that the journal does with files, so that tests can let each of it
// go wrong. A library such as renameio replaces files too, but not on Windows, doesn't
// sync the folder, and nothing in it can be made to fail.
type disk interface {
	mkdir(dir string) error  // with all above it, 0700
	narrow(dir string) error // to 0700
	stat(path string) (fs.FileInfo, error)
	lstat(path string) (fs.FileInfo, error)
	resolve(path string) (string, error) // follows links
	list(dir string) ([]string, error)   // names, in their order
	open(path string) (file, error)      // to read
	edit(path string) (file, error)      // to read and write, made where there is none, 0600
	temp(dir, pattern string) (file, error)
	rename(from, to string) error
	remove(path string) error
	syncFolder(dir string) error
	// lock takes the lock of a lock file, waiting so long for it; errBusy = another has it.
	lock(path string, wait time.Duration, kind lockKind) (lock, error)
}

// file is an open file.
type file interface {
	io.ReadWriteCloser
	io.ReaderAt
	io.WriterAt
	Name() string
	Stat() (fs.FileInfo, error)
	Sync() error
	Truncate(size int64) error
}

// lockKind is who else may have the lock at the same time.
type lockKind bool

const (
	alone  lockKind = false
	shared lockKind = true // others who only read
)

// lock is a lock that is held.
type lock interface {
	Unlock() error
	// there says that the lock file is still the one that was locked: where it was
	// deleted, another program may hold a new one.
	there() bool
}

// errBusy says that another program holds a lock.
var errBusy = errors.New("another uncramp holds it")

// lockEvery is how often a lock that is taken is asked for again.
const lockEvery = time.Millisecond

// system is the disk of the machine.
type system struct{}

func (system) mkdir(dir string) error                 { return os.MkdirAll(dir, 0o700) }
func (system) narrow(dir string) error                { return os.Chmod(dir, 0o700) } //nolint:gosec // a folder must be entered
func (system) stat(path string) (fs.FileInfo, error)  { return os.Stat(path) }
func (system) lstat(path string) (fs.FileInfo, error) { return os.Lstat(path) }
func (system) resolve(path string) (string, error)    { return filepath.EvalSymlinks(path) }
func (system) rename(from, to string) error           { return os.Rename(from, to) }
func (system) remove(path string) error               { return os.Remove(path) }

func (system) list(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, err
}

func (system) open(path string) (file, error) { return opened(os.Open(path)) }

func (system) edit(path string) (file, error) {
	return opened(os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600))
}

func (system) temp(dir, pattern string) (file, error) { return opened(os.CreateTemp(dir, pattern)) }

// opened is the file, or truly nothing where there is an error.
func opened(f *os.File, err error) (file, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (system) lock(path string, wait time.Duration, kind lockKind) (lock, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, errNotPlain // opening a pipe would wait for ever
	}
	l := flock.New(path)
	try, keepTrying := l.TryLock, l.TryLockContext
	if kind == shared {
		try, keepTrying = l.TryRLock, l.TryRLockContext
	}
	got, err := try()
	if err == nil && !got && wait > 0 {
		ctx, stop := context.WithTimeout(context.Background(), wait)
		defer stop()
		if got, err = keepTrying(ctx, lockEvery); errors.Is(err, context.DeadlineExceeded) {
			err = nil
		}
	}
	switch {
	case err != nil:
		return nil, err
	case !got:
		return nil, errBusy
	}
	return locked{l}, nil
}

// locked is a lock of the machine.
type locked struct{ *flock.Flock }

func (l locked) there() bool {
	now, err := os.Lstat(l.Path())
	if err != nil {
		return false
	}
	ours, err := l.Stat()
	return err == nil && os.SameFile(ours, now)
}
