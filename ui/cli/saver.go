package cli

import (
	"sync"
	"time"
)

// saver saves settings behind the screen, one after the other: of each the newest value
// counts, and nobody waits for the disk.
type saver struct {
	file    settingsFile
	trouble func(error) // what can't be saved is told

	mu      sync.Mutex
	pending []change
	busy    chan struct{} // closed when all is written; nil = nothing is under way
}

// put has a setting saved. It returns at once.
func (s *saver) put(c change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = append(s.pending, c)
	if s.busy == nil {
		s.busy = make(chan struct{})
		go s.write(s.busy)
	}
}

// write writes what is pending, until nothing is.
func (s *saver) write(done chan struct{}) {
	defer close(done)
	for {
		s.mu.Lock()
		list := s.pending
		if s.pending = nil; len(list) == 0 {
			s.busy = nil
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		if err := s.file.save(list...); err != nil {
			go s.trouble(err) // the screen may have ended meanwhile
		}
	}
}

// flush waits until all is written, or for so long.
func (s *saver) flush(limit time.Duration) {
	s.mu.Lock()
	busy := s.busy
	s.mu.Unlock()
	if busy == nil {
		return
	}
	select {
	case <-busy:
	case <-time.After(limit):
	}
}
