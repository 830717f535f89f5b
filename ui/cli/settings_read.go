package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"unicode"

	"github.com/adrg/xdg"

	"uncramp/content"
)

// largestSettings is how many bytes the file may have.
const largestSettings = 64 << 10

// settingsFile is the path of the settings, or "" where there is no home for them.
type settingsFile string

// settingsPlace is where the settings are: under XDG_CONFIG_HOME, or where the
// system keeps them.
func settingsPlace(getenv func(string) string) settingsFile {
	dir := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		// Without a home the usual place would be at the root of the disk.
		if runtime.GOOS != "windows" && getenv("HOME") == "" {
			return ""
		}
		dir = xdg.ConfigHome
	}
	if !filepath.IsAbs(dir) {
		return ""
	}
	return settingsFile(filepath.Join(dir, "uncramp", "settings.yaml"))
}

// name is the path as it is told.
func (f settingsFile) name() string { return printable(string(f)) }

// printable is a text that keeps to one line and doesn't drive the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
}

// read reads the settings. Where there is no file, nothing was said. Of a file that
// is not right it says in one line what is wrong and where, and nothing else counts, but
// that nothing is to be kept: what is kept once can't be taken back.
func (f settingsFile) read() (settings, error) {
	data, err := f.bytes()
	var s settings
	if err == nil {
		s, _, err = decodeSettings(f.name(), data)
	}
	if err != nil && asksPrivate(data) {
		return settings{private: say(true)}, fmt.Errorf("%w; private holds all the same", err)
	}
	return s, err
}

// asksPrivate says that a line of a file that is not right asks for nothing to be kept,
// however it is written: all but a plain no does.
func asksPrivate(data []byte) bool {
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})
		if len(words) == 0 {
			continue
		}
		key, known := content.Nearest(words[0], settingKeys())
		no := len(words) > 1 && slices.Contains([]string{"false", "no", "off"}, words[1])
		if known && key == keyPrivate && !no {
			return true
		}
	}
	return false
}

// bytes reads the file, if there is one. Of one that is too large there is its beginning.
func (f settingsFile) bytes() ([]byte, error) {
	if f == "" {
		return nil, nil
	}
	data, err := readPlain(string(f), largestSettings)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && len(data) > largestSettings:
		err = errors.New("too large; expected at most 64 KB")
	}
	if err != nil {
		return data, f.fail(err)
	}
	return data, nil
}

// readPlain reads a plain file, at most so many bytes of it and one more. What would never
// end, or wait for somebody to write, is left alone.
func readPlain(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil {
		err = regular(info)
	}
	if err != nil {
		return nil, err
	}
	// It may have become another since: opening must not wait either.
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	if info, err = file.Stat(); err == nil {
		err = regular(info)
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(file, most+1))
}

// regular says what is wrong with something that is no plain file.
func regular(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errors.New("a folder; expected a file")
	case !info.Mode().IsRegular():
		return errors.New("not a plain file")
	}
	return nil
}

// fail names the file in an error of the system's, once.
func (f settingsFile) fail(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		err = link.Err
	}
	return fmt.Errorf("%s: %w", f.name(), err)
}
