package journal

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sync"
)

// slots is how many sessions can be under way at once.
const slots = 16

// Slot is a place for the checkpoint of one session. It is the caller's alone, until it
// is closed or the process ends. Its methods may be called from anywhere, at any time.
type Slot struct {
	j *Journal
	n int // from 1

	mu   sync.Mutex
	held lock // nil once it's closed
}

// file is the path of the checkpoint.
func (s *Slot) file() string { return s.j.checkpoint(s.n) }

// checkpoint is the path of the checkpoint of a slot.
func (j *Journal) checkpoint(n int) string { return j.path(fmt.Sprintf("session-%d.json", n)) }

// lockFile is the path of the lock of a slot. It is never deleted, or two programs could
// each hold the lock of a file of that name.
func (j *Journal) lockFile(n int) string { return j.path(fmt.Sprintf("session-%d.lock", n)) }

// anyOf says that one of some files is a slot's, but for its lock.
func (j *Journal) anyOf(names []string, n int) bool {
	path := j.checkpoint(n)
	return slices.ContainsFunc(names, func(name string) bool {
		return name == filepath.Base(path) || isTemp(name, path)
	})
}

// take locks a slot. errBusy = another has it.
func (j *Journal) take(n int) (*Slot, error) {
	held, err := j.disk.lock(j.lockFile(n), 0, alone)
	if err != nil {
		return nil, named(j.lockFile(n), err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.held[n] = true
	return &Slot{j: j, n: n, held: held}, nil
}

// holds says that a slot is locked by this Journal.
func (j *Journal) holds(n int) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.held[n]
}

// errClosed and errLost say why a slot can't be written to.
var (
	errClosed = errors.New("its place was given back")
	errLost   = errors.New("its lock file is gone")
)

// ours says whether the slot may be written to.
func (s *Slot) ours() error {
	switch {
	case s.held == nil:
		return errClosed
	case !s.held.there():
		return errLost // somebody cleared the folder: another program may have the place now
	}
	return nil
}

// Save writes the checkpoint: the one before is there until this one is, whole. An error
// names the file; what is not right in c is said, for it couldn't be read again.
func (s *Slot) Save(c Checkpoint) error {
	data, err := encode(c)
	if err != nil {
		return named(s.file(), err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.ours(); err != nil {
		return named(s.file(), err)
	}
	return named(s.file(), replace(s.j.disk, s.file(), whole(data)))
}

// Clear removes the checkpoint, if there is one. The error names the file.
func (s *Slot) Clear() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.ours(); err != nil {
		return named(s.file(), err)
	}
	return named(s.file(), s.j.drop(s.file()))
}

// Close gives the slot back; a checkpoint that is in it can be claimed from now on.
// Closing it twice does no harm.
func (s *Slot) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held == nil {
		return nil
	}
	held := s.held
	s.held = nil
	s.j.mu.Lock()
	delete(s.j.held, s.n)
	s.j.mu.Unlock()
	return named(s.j.lockFile(s.n), held.Unlock())
}

// read is the checkpoint in the slot. The error is fs.ErrNotExist where there is none, a
// bad where there is something that is no checkpoint, and else what the disk said.
func (s *Slot) read() (Checkpoint, error) {
	d, path := s.j.disk, s.file()
	info, err := d.lstat(path)
	switch {
	case err != nil:
		return Checkpoint{}, err
	case !info.Mode().IsRegular():
		return Checkpoint{}, bad{errNotPlain}
	}
	f, err := d.open(path)
	if err != nil {
		return Checkpoint{}, err
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return Checkpoint{}, err
	}
	return decode(data)
}
