package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// newSettings is a file of settings in a folder of its own that doesn't exist yet, or
// does and holds the text.
func newSettings(t *testing.T, text string) settingsFile {
	t.Helper()
	f := settingsPlace(func(name string) string { return map[string]string{"XDG_CONFIG_HOME": t.TempDir() + "/config"}[name] })
	if text == "" {
		return f
	}
	if err := os.MkdirAll(filepath.Dir(string(f)), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(string(f), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return f
}

// holds checks what a file holds, and that nothing else lies beside it.
func (f settingsFile) holds(t *testing.T, want string) {
	t.Helper()
	got, err := os.ReadFile(string(f))
	if err != nil || string(got) != want {
		t.Errorf("%s: %q, %v, want %q", f, got, err, want)
	}
	beside, err := os.ReadDir(filepath.Dir(string(f)))
	if err != nil || len(beside) != 1 {
		t.Errorf("%s: %v beside it, %v", f, beside, err)
	}
}

// says checks the end of an error that names the file, in one line.
func (f settingsFile) says(t *testing.T, err error, want string) {
	t.Helper()
	if want = string(f) + ": " + want; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestSettingsPlace: under XDG_CONFIG_HOME, else where the system keeps such files,
// and nowhere without a home.
func TestSettingsPlace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	place := func(config, home string) settingsFile {
		return settingsPlace(func(name string) string { return map[string]string{"XDG_CONFIG_HOME": config, "HOME": home}[name] })
	}
	if got := place(dir, ""); string(got) != filepath.Join(dir, "uncramp", "settings.yaml") {
		t.Errorf("in %s it is %q", dir, got)
	}
	for _, relative := range []string{"", "kept", "./kept"} {
		got := place(relative, dir)
		if !filepath.IsAbs(string(got)) || strings.Contains(string(got), "kept") {
			t.Errorf("in %q it is %q", relative, got)
		}
	}
	none := settingsFile("")
	if s, err := none.read(); err != nil || s != (settings{}) {
		t.Errorf("no home: %+v, %v", s, err)
	}
	if err := none.save(change{keyManual, "true"}); !errors.Is(err, errNoHome) || strings.Contains(err.Error(), "\n") {
		t.Errorf("no home: %v", err)
	}
}

// TestSettingsSaved: only the person may read the file and its folder, and what was
// saved is read.
func TestSettingsSaved(t *testing.T) {
	t.Parallel()
	f := newSettings(t, "")
	if s, err := f.read(); err != nil || s != (settings{}) {
		t.Fatalf("no file: %+v, %v", s, err)
	}
	if err := f.save(change{key: keySound}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(string(f))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing was said, and the folder: %v", err)
	}
	if err := f.save(change{keySound, "tones"}, change{keyVolume, "5"}); err != nil {
		t.Fatal(err)
	}
	f.holds(t, "sound: tones\nvolume: 5\n")
	for path, want := range map[string]fs.FileMode{string(f): 0o600, filepath.Dir(string(f)): 0o700 | fs.ModeDir} {
		if info, err := os.Stat(path); err != nil || info.Mode() != want && os.PathSeparator == '/' {
			t.Errorf("%s: %v, %v, want %v", path, info.Mode(), err, want)
		}
	}
	if s, err := f.read(); err != nil || s != (settings{sound: say(tones), volume: say(5)}) {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestSettingsTwoPrograms: each keeps what the other saved since it began.
func TestSettingsTwoPrograms(t *testing.T) {
	t.Parallel()
	f := newSettings(t, "# mine\n")
	one, two := f, f
	_, _ = one.read()
	_, _ = two.read()
	for _, err := range []error{two.save(change{keyManual, "true"}), one.save(change{keySound, "mute"}), two.save(change{keySound, ""}, change{keyNight, "tones"})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	f.holds(t, "# mine\nmanual: true\nnight: tones\n")

	// At the same time, whoever reads finds a whole file.
	var all sync.WaitGroup
	for _, c := range everyChange() {
		all.Go(func() {
			if err := f.save(c); err != nil {
				t.Errorf("%+v: %v", c, err)
			}
			if _, err := f.read(); err != nil {
				t.Errorf("after %+v: %v", c, err)
			}
		})
	}
	all.Wait()
	if beside, err := os.ReadDir(filepath.Dir(string(f))); err != nil || len(beside) != 1 {
		t.Errorf("%v, %v", beside, err)
	}
}

// TestSettingsLink: who keeps the file elsewhere still does after a change.
func TestSettingsLink(t *testing.T) {
	t.Parallel()
	f := newSettings(t, "x")
	if err := os.Remove(string(f)); err != nil {
		t.Fatal(err)
	}
	elsewhere := newSettings(t, "# kept elsewhere\n")
	if err := os.Symlink(string(elsewhere), string(f)); err != nil {
		t.Fatal(err)
	}
	if err := f.save(change{keyAcross, "true"}); err != nil {
		t.Fatal(err)
	}
	elsewhere.holds(t, "# kept elsewhere\nacross: true\n")
	f.holds(t, "# kept elsewhere\nacross: true\n")
	if info, err := os.Lstat(string(f)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link: %v, %v", info.Mode(), err)
	}
	if err := os.Remove(string(elsewhere)); err != nil {
		t.Fatal(err)
	}
	if s, err := f.read(); err != nil || s != (settings{}) {
		t.Errorf("a link to nothing: %+v, %v", s, err)
	}
	f.says(t, f.save(change{keyAcross, "true"}), "a link that leads nowhere")
}

// TestSettingsKept: a file that is not right, or not to be written, stays as it is.
func TestSettingsKept(t *testing.T) {
	t.Parallel()
	for text, want := range brokenSettings {
		f := newSettings(t, text)
		_, place, _ := strings.Cut(want, "f.yaml")
		s, err := f.read()
		if saved := f.save(change{keyManual, "true"}); err == nil || saved == nil || s != (settings{}) ||
			err.Error() != string(f)+place || saved.Error() != err.Error() {
			t.Errorf("%.60q: %+v, %v, saved: %v", text, s, err, saved)
		}
		f.holds(t, text)
	}
	large := strings.Repeat("#"+strings.Repeat("x", 99)+"\n", 700)
	f := newSettings(t, large)
	_, err := f.read()
	f.says(t, err, "too large; expected at most 64 KB")
	f.says(t, f.save(change{keyManual, "true"}), "too large; expected at most 64 KB")
	f.holds(t, large)

	f = newSettings(t, "manual: false\n")
	if err := os.Chmod(string(f), 0o400); err != nil {
		t.Fatal(err)
	}
	f.says(t, f.save(change{keyManual, "true"}), "read-only")
	f.holds(t, "manual: false\n")
}

// TestSettingsNotAFile: what stands in the file's place is not read, and stays.
func TestSettingsNotAFile(t *testing.T) {
	t.Parallel()
	folder := newSettings(t, "")
	if err := os.MkdirAll(string(folder), 0o700); err != nil {
		t.Fatal(err)
	}
	within := settingsFile(filepath.Join(string(newSettings(t, "x")), "uncramp", "settings.yaml"))
	for f, want := range map[settingsFile]string{folder: "a folder; expected a file", within: "not a directory"} {
		s, err := f.read()
		if s != (settings{}) {
			t.Errorf("%s: %+v", f, s)
		}
		f.says(t, err, want)
		f.says(t, f.save(change{keyManual, "true"}), want)
	}
	if info, err := os.Stat(string(folder)); err != nil || !info.IsDir() {
		t.Errorf("the folder: %v, %v", info, err)
	}
}
