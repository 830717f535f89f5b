package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"uncramp/session/journal"
)

// errNoHome says why nothing can be saved.
var errNoHome = errors.New("settings: there is no home folder; XDG_CONFIG_HOME can name a folder for them")

// change is a new value for a setting; "" takes back what was said.
type change struct{ key, value string }

// save changes settings and leaves the rest of the file as it is: the other settings
// as they are now, not as they were at the start, and every comment. A file that is
// not right stays as it is.
func (f settingsFile) save(changes ...change) error {
	if f == "" {
		return errNoHome
	}
	path, err := f.target()
	if err != nil {
		return f.fail(err)
	}
	before, err := f.bytes()
	if err != nil {
		return err
	}
	after := before
	for _, c := range changes {
		if after, err = changed(f.name(), after, c); err != nil {
			return err
		}
	}
	if bytes.Equal(before, after) {
		return nil
	}
	if err := replace(path, after); err != nil {
		return f.fail(err)
	}
	return nil
}

// target is the file itself where the path is a link to it, as people have who keep
// their settings elsewhere: the link stays.
func (f settingsFile) target() (string, error) {
	path := string(f)
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, nil
	case err != nil:
		return "", err
	case info.Mode()&fs.ModeSymlink != 0:
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return "", errors.New("a link that leads nowhere")
		}
		if info, err = os.Stat(path); err != nil {
			return "", err
		}
	}
	if info.Mode().IsRegular() && info.Mode().Perm()&0o200 == 0 {
		return "", errors.New("read-only") // a rename would not ask
	}
	return path, nil
}

// replace writes a file as a whole, and makes its folder where there is none.
func replace(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	err := journal.Replace(path, data)
	if inner := errors.Unwrap(err); inner != nil {
		return inner // whoever asked names the file
	}
	return err
}

// changed is the bytes of a file with one setting changed.
func changed(file string, data []byte, c change) ([]byte, error) {
	want, entries, err := decodeSettings(file, data)
	if err != nil {
		return nil, err
	}
	x, known := findSetting(c.key)
	if !known {
		return nil, fmt.Errorf("%s: there is no setting %q", file, c.key)
	}
	was := want
	if c.value == "" {
		x.drop(&want)
	} else if !x.put(&want, c.value) {
		return nil, fmt.Errorf("%s: %s: %q is not %s", file, c.key, c.value, x.want)
	}
	if want == was {
		return data, nil
	}
	after := edited(data, entries, x, want)
	// The lines are ours to edit, but what they mean is for the decoder to say.
	if got, _, err := decodeSettings(file, after); err != nil || got != want {
		return nil, fmt.Errorf("%s: %s can't be changed here; change it by hand", file, c.key)
	}
	return after, nil
}

// edited is the bytes of a file in which a setting stands as it is wanted.
func edited(data []byte, entries []entry, x setting, want settings) []byte {
	value, said := x.get(want)
	if x.key == keySpeakWith {
		value = "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	lines := strings.SplitAfter(string(data), "\n")
	indent := ""
	for _, e := range entries {
		indent = strings.Repeat(" ", e.column-1)
		if e.key == x.key {
			lines[e.line-1] = e.rewrite(lines[e.line-1], value, said)
			return []byte(strings.Join(lines, ""))
		}
	}
	end := "\n"
	if strings.HasSuffix(lines[0], "\r\n") {
		end = "\r\n"
	}
	text := string(data)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += end
	}
	return []byte(text + indent + x.key + ": " + value + end)
}

// rewrite is a line with another value, or without one: then its comment stays.
func (e entry) rewrite(line, value string, said bool) string {
	body := strings.TrimRight(line, " \r\n")
	end := strings.TrimLeft(line[len(body):], " ")
	gap := ""
	if e.comment != "" {
		body = strings.TrimSuffix(body, e.comment)
		gap = cmp.Or(body[len(strings.TrimRight(body, " ")):], " ")
	}
	switch {
	case said:
		name, _, _ := strings.Cut(body, ":")
		return name + ": " + value + gap + e.comment + end
	case e.comment != "":
		return strings.Repeat(" ", e.column-1) + e.comment + end
	}
	return ""
}
