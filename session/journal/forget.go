package journal

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"uncramp/session"
)

// Forget removes the records that drop says so of, and says how many they were. Every
// other line stays byte by byte, the damaged ones too. The file is replaced as a whole;
// on an error it is as it was, and the error names it.
func (j *Journal) Forget(drop func(session.Record) bool) (int, error) {
	held, err := j.disk.lock(j.path(historyLock), j.wait, alone)
	if err != nil {
		return 0, named(historyLock, err)
	}
	defer func() { _ = held.Unlock() }()
	path, err := j.history()
	if err != nil {
		return 0, named(historyFile, err)
	}
	f, err := j.disk.open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, named(historyFile, err)
	}
	_ = sweep(j.disk, path) // what can't be removed does no harm
	gone, n, err := doomed(f, drop)
	closing := f.Close()
	if err == nil {
		err = closing
	}
	if err == nil && n > 0 {
		err = j.leaveOut(path, gone)
	}
	if err != nil {
		n = 0
	}
	return n, named(historyFile, err)
}

// doomed are the numbers of the lines to be left out, and how many records that is: all
// lines of an id go, or an older one would come to light.
func doomed(f io.Reader, drop func(session.Record) bool) (gone map[int]bool, records int, err error) {
	at := map[string][]int{}
	newest := map[string]session.Record{}
	err = scan(f, func(n int, r session.Record, why string) {
		if why == "" {
			at[r.ID], newest[r.ID] = append(at[r.ID], n), r
		}
	})
	gone = map[int]bool{}
	for id, r := range newest {
		if !drop(r) {
			continue
		}
		records++
		for _, n := range at[id] {
			gone[n] = true
		}
	}
	return gone, records, err
}

// leaveOut rewrites the history without some of its lines.
func (j *Journal) leaveOut(path string, gone map[int]bool) error {
	f, err := j.disk.open(path)
	if err != nil {
		return err
	}
	err = replace(j.disk, path, func(w io.Writer) error {
		out := bufio.NewWriterSize(w, 64<<10)
		if err := copyLines(out, f, gone); err != nil {
			return err
		}
		return out.Flush()
	})
	_ = f.Close() // it was only read
	return err
}

// copyLines copies all lines but those that are gone, however long they are.
func copyLines(w io.Writer, r io.Reader, gone map[int]bool) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; {
		part, err := in.ReadSlice('\n')
		if !gone[n] {
			if _, err := w.Write(part); err != nil {
				return err
			}
		}
		switch {
		case err == nil:
			n++
		case errors.Is(err, io.EOF):
			return nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return err
		}
	}
}

// ForgetAll removes the history wholly: damaged lines, what was set aside, and sessions
// that were left and that nobody holds. Sessions that are under way stay. The error names
// what could not be removed; the rest is.
func (j *Journal) ForgetAll() error {
	held, err := j.disk.lock(j.path(historyLock), j.wait, alone)
	if err != nil {
		return named(historyLock, err)
	}
	defer func() { _ = held.Unlock() }()
	all := []error{j.forgetHistory()}
	names, err := j.disk.list(j.dir)
	all = append(all, named(j.dir, err))
	for _, name := range names {
		if strings.HasPrefix(name, "session-") && strings.Contains(name, asideMark) {
			all = append(all, named(name, j.drop(j.path(name))))
		}
	}
	for n := 1; n <= slots; n++ {
		if j.anyOf(names, n) {
			all = append(all, j.forgetLeft(n))
		}
	}
	return errors.Join(all...)
}

// forgetHistory removes the file of the history, and a link that led to it.
func (j *Journal) forgetHistory() error {
	path, err := j.history()
	if err != nil {
		return named(historyFile, err)
	}
	sweeping := sweep(j.disk, path)
	err = j.drop(path)
	if link := j.path(historyFile); err == nil && link != path {
		err = j.drop(link)
	}
	return errors.Join(sweeping, named(historyFile, err))
}

// forgetLeft removes the checkpoint of a session that nobody holds, and what was to
// become one.
func (j *Journal) forgetLeft(n int) error {
	s, err := j.take(n)
	if errors.Is(err, errBusy) {
		return nil // it's under way
	}
	if err != nil {
		return err
	}
	return errors.Join(sweep(j.disk, s.file()), s.Clear(), s.Close())
}

// drop removes a file, if there is one, so that it stays removed.
func (j *Journal) drop(path string) error {
	err := j.disk.remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err != nil {
		return fmt.Errorf("can't be removed: %w", cause(err))
	}
	return j.disk.syncFolder(filepath.Dir(path))
}
