package journal

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
)

// Replace writes a file as a whole, for its owner alone (0600): whoever reads it, also
// after a crash or a power cut, finds the old one or the new one. Its folder must be
// there. The error names the file.
func Replace(path string, data []byte) error {
	return named(path, replace(system{}, path, whole(data)))
}

// whole writes data in one go.
func whole(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		n, err := w.Write(data)
		if err == nil && n < len(data) {
			err = io.ErrShortWrite
		}
		return err
	}
}

// replace writes a file as a whole: beside it, and then in its place. The order matters:
// the bytes must be on the disk before the name is, and the name before it's said.
func replace(d disk, path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	f, err := d.temp(dir, tempPrefix(path)+"*"+tempSuffix) // only its owner may read it
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = d.remove(f.Name())
		}
	}()
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = d.rename(f.Name(), path)
	}
	if err == nil {
		err = d.syncFolder(dir)
	}
	return err
}

// tempPrefix and tempSuffix are what the files are called that become a file.
func tempPrefix(path string) string { return "." + filepath.Base(path) + "-" }

const tempSuffix = ".tmp"

// sweep removes what a crash has left of an earlier replace. The lock of the file is the
// caller's, so nobody else is at it.
func sweep(d disk, path string) error {
	dir := filepath.Dir(path)
	names, err := d.list(dir)
	all := []error{named(dir, err)}
	for _, name := range names {
		if isTemp(name, path) {
			all = append(all, named(name, d.remove(filepath.Join(dir, name))))
		}
	}
	return errors.Join(all...)
}

// isTemp says that a file of that name was to become the file at path.
func isTemp(name, path string) bool {
	return strings.HasPrefix(name, tempPrefix(path)) && strings.HasSuffix(name, tempSuffix)
}
