package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"uncramp/content"
)

// largestRoutine is how many bytes a routine's file may have.
const largestRoutine = 1 << 20

// endings are how the names of routines' files end.
var endings = []string{".yaml", ".yml"}

// ownFile is the path of a routine of the person's own.
type ownFile string

// name is the path as it is told.
func (f ownFile) name() string { return printable(string(f)) }

// isFile says that a word of the command line is the path of a file, not a routine's name.
func isFile(word string) bool {
	slash := strings.ContainsRune(word, '/') || strings.ContainsRune(word, os.PathSeparator)
	return slash || slices.Contains(endings, strings.ToLower(filepath.Ext(word)))
}

// routinesDir is the folder in which routines of the person's own are found by name: beside
// the settings; "" where there is no home for it.
func (a *app) routinesDir() string {
	if a.world.Getenv == nil {
		return "" // it's only about what can be typed
	}
	settings := settingsPlace(a.world.Getenv)
	if settings == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(string(settings)), "routines")
}

// bytes reads the file, if it is one; a byte more than the limit is enough to refuse the
// rest.
func (f ownFile) bytes() ([]byte, error) {
	data, err := readPlain(string(f), largestRoutine)
	if err != nil {
		return nil, f.fail(err)
	}
	return data, nil
}

// fail names the file in an error of the system's, once.
func (f ownFile) fail(err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s: no such file", f.name())
	case runtime.GOOS == "windows" && errors.Is(err, os.ErrPermission):
		return fmt.Errorf("%s: permission denied", f.name())
	}
	return settingsFile(f).fail(err)
}

// read reads the routine in the file. What is wrong in it is a content.Errors; data is the
// file, as far as it could be read.
func (f ownFile) read() (o content.Own, data []byte, err error) {
	if data, err = f.bytes(); err != nil {
		return o, nil, err
	}
	o, err = content.ReadOwn(f.name(), data)
	return o, data, err
}

// inFolder is the file of a routine of the person's own that is found by its name, "" =
// there is none.
func inFolder(dir, name string) ownFile {
	if dir == "" || content.OwnName(name) != nil {
		return "" // no file of that name could be read
	}
	for _, end := range endings {
		path := filepath.Join(dir, name+end)
		if _, err := os.Lstat(path); err == nil {
			return ownFile(path)
		}
	}
	return ""
}

// fileAt is the file that a word of the command line is the path of; where nothing lies
// there, and it's no more than a file's name, the one in the person's folder.
func (a *app) fileAt(word string) ownFile {
	dir := a.routinesDir()
	if dir == "" || filepath.Base(word) != word {
		return ownFile(word)
	}
	kept := filepath.Join(dir, word)
	_, here := os.Lstat(word)
	if _, err := os.Lstat(kept); here == nil || err != nil {
		return ownFile(word)
	}
	return ownFile(kept)
}

// inFolderAll lists the files of the folder, in the order of their names. A folder that
// isn't there has none.
func inFolderAll(dir string) ([]ownFile, error) {
	if dir == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, ownFile(dir).fail(err)
	}
	var list []ownFile
	for _, e := range entries {
		hidden := strings.HasPrefix(e.Name(), ".")
		if !hidden && !e.IsDir() && slices.Contains(endings, filepath.Ext(e.Name())) {
			list = append(list, ownFile(filepath.Join(dir, e.Name())))
		}
	}
	return list, nil
}

// byName is what is typed to follow a file of the folder: its name, or all of it where
// that can't be one. What id it states is no matter.
func (f ownFile) byName() string {
	if name := f.called(); content.OwnName(name) == nil {
		return name
	}
	return filepath.Base(f.name())
}

// called is the name by which the file is found in its folder.
func (f ownFile) called() string {
	name := filepath.Base(string(f))
	return printable(strings.TrimSuffix(name, filepath.Ext(name)))
}
