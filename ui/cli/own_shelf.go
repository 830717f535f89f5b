package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"unicode/utf8"

	"uncramp/content"
	"uncramp/session/journal"
)

// shelf is the library of a run: the program's own, and with it the routines that were
// read out of files. It only ever grows: what a session has begun to follow stays there.
// nil is the program's library alone.
type shelf struct {
	mu    sync.Mutex
	lib   *content.Library   // nil = nothing was added
	files map[string]ownFile // where a routine comes from, by its id; absolute
}

// library is the library as it is now.
func (s *shelf) library() *content.Library {
	if s == nil {
		return content.Embedded()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current()
}

// current is the library, for whoever holds the lock.
func (s *shelf) current() *content.Library {
	if s.lib == nil {
		return content.Embedded()
	}
	return s.lib
}

// path is where a routine comes from, "" = the program's library, or a place that can't
// be noted.
func (s *shelf) path(id string) string {
	if s == nil {
		return ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	path := string(s.files[id])
	if len(path) > journal.MaxPath || printable(path) != path || !utf8.ValidString(path) {
		return ""
	}
	return path
}

// take reads a routine out of a file and adds it. A file that was read already is not
// read again: what is followed doesn't change underway.
func (s *shelf) take(f ownFile) (content.Routine, error) {
	path, err := filepath.Abs(string(f))
	if err != nil {
		return content.Routine{}, fmt.Errorf("%s: %w", f.name(), err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, file := range s.files {
		if string(file) == path {
			r, _ := s.current().Routine(id)
			return r, nil
		}
	}
	o, _, err := f.read()
	if err != nil {
		return content.Routine{}, err
	}
	lib, err := s.current().With(o)
	if err != nil {
		return content.Routine{}, fmt.Errorf("%s: %w", f.name(), err)
	}
	s.lib = lib
	if s.files == nil {
		s.files = map[string]ownFile{}
	}
	s.files[o.ID] = ownFile(path)
	return o.Routine, nil
}

// again takes the routine that a kept session followed out of its file. The error says in
// one line why it can't be gone on with.
func (s *shelf) again(file, id string) error {
	r, err := s.take(ownFile(file))
	if err == nil && r.ID != id {
		err = fmt.Errorf("%s: another routine than the one that broke off", ownFile(file).name())
	}
	if err != nil {
		return oneLine(fmt.Errorf("your routine can't be gone on with: %w", withoutCount(err)))
	}
	return nil
}

// withoutCount is the first of all that is wrong with a file.
func withoutCount(err error) error {
	if all, ok := errors.AsType[content.Errors](err); ok {
		return all[0]
	}
	return err
}
