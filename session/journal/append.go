package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path/filepath"

	"uncramp/session"
)

// The files of the history.
const (
	historyFile = "history.jsonl"
	historyLock = "history.lock"
)

// Append puts a record at the end of the history. When it returns nil the record is kept,
// whatever happens to the machine; on an error it is not, but for a disk that can take
// back nothing. The error names the file.
func (j *Journal) Append(r session.Record) error { return j.keep(r, false) }

// AppendOnce is Append, but for a record whose id is in the history already: then nothing
// is written.
func (j *Journal) AppendOnce(r session.Record) error { return j.keep(r, true) }

func (j *Journal) keep(r session.Record, once bool) error {
	text, err := recordLine(r)
	if err != nil {
		return named(historyFile, err)
	}
	held, err := j.disk.lock(j.path(historyLock), j.wait, alone)
	if err != nil {
		return named(historyLock, err)
	}
	defer func() { _ = held.Unlock() }()
	path, err := j.history()
	if err != nil {
		return named(historyFile, err)
	}
	f, err := j.disk.edit(path)
	if err != nil {
		return named(historyFile, err)
	}
	if once {
		once, err = has(f, r.ID)
	}
	switch {
	case err != nil:
	case once:
		err = j.settle(f, path) // whoever wrote it may not have come so far
	default:
		err = j.extend(f, path, append(text, '\n'))
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return named(historyFile, err)
}

// recordLine is a record as a line of the history, without the end of the line.
func recordLine(r session.Record) ([]byte, error) {
	if why := checkRecord(r); why != "" {
		return nil, errors.New(why)
	}
	text, err := json.Marshal(line{V: Version, Record: r})
	if err == nil && len(text) >= limit {
		err = errLong
	}
	return text, err
}

// errNowhere says that there is a link, and nothing at its end.
var errNowhere = errors.New("a link that leads nowhere")

// history is the path of the history itself, also where a link leads to it, as people
// have who keep such files elsewhere.
func (j *Journal) history() (string, error) {
	path := j.path(historyFile)
	info, err := j.disk.lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if path, err = j.disk.resolve(path); errors.Is(err, fs.ErrNotExist) {
			err = errNowhere // and nothing is made there: what it leads to may only not be mounted
		} else if err == nil {
			info, err = j.disk.stat(path)
		}
	}
	if err == nil && !info.Mode().IsRegular() {
		err = errNotPlain
	}
	return path, err
}

// has says whether a record with that id is in the file.
func has(f file, id string) (bool, error) {
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	found := false
	err = scan(io.NewSectionReader(f, 0, info.Size()), func(_ int, r session.Record, why string) {
		found = found || why == "" && r.ID == id
	})
	return found, err
}

// extend writes a line at the end of a file, in one write, so that it's there as a whole
// or not at all. Where the last line was torn, the new one begins on a line of its own.
func (j *Journal) extend(f file, path string, text []byte) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	end := info.Size()
	if end > 0 {
		last := make([]byte, 1)
		if _, err := f.ReadAt(last, end-1); err != nil {
			return err
		}
		if !bytes.Equal(last, []byte("\n")) {
			text = append([]byte("\n"), text...)
		}
	}
	n, err := f.WriteAt(text, end)
	if err == nil && n < len(text) {
		err = io.ErrShortWrite
	}
	if err == nil && end > 0 {
		err = f.Sync()
	} else if err == nil {
		err = j.settle(f, path) // a new file: its name must last too
	}
	if err != nil {
		_ = f.Truncate(end) // what can't be taken back is skipped as a torn line
	}
	return err
}

// settle makes a file and its name last.
func (j *Journal) settle(f file, path string) error {
	if err := f.Sync(); err != nil {
		return err
	}
	return j.disk.syncFolder(filepath.Dir(path))
}
