//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestHighContrast: asked for with a flag or kept as a setting, the terminal shows black
// or white paper, as it is light or dark, and has its own colours again at the end. The
// flag wins over the setting.
func TestHighContrast(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name, setting string
		args          []string
		light         bool
		paper         string
	}{
		{name: "flag", args: []string{"--high-contrast"}, paper: "\x1b]11;#000000"},
		{name: "light", args: []string{"--high-contrast"}, light: true, paper: "\x1b]11;#ffffff"},
		{name: "setting", setting: "contrast: true\n", paper: "\x1b]11;#000000"},
		{name: "flag over setting", args: []string{"--high-contrast=false"}, setting: "contrast: true\n"},
		{name: "usual"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			config := t.TempDir()
			if err := os.MkdirAll(filepath.Join(config, "uncramp"), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(config, "uncramp", "settings.yaml"), []byte(x.setting), 0o600); err != nil {
				t.Fatal(err)
			}
			s := start(t, opts{args: x.args, light: x.light, env: []string{"XDG_CONFIG_HOME=" + config, "COLORTERM=truecolor"}})
			s.waitFor(t, "q leave", patience)
			s.insists(t, "?", func(string) bool { return x.paper == "" || bytes.Contains(bytes.ToLower(s.raw()), []byte(x.paper)) })
			if x.paper == "" && bytes.Contains(s.raw(), []byte("\x1b]11;#")) {
				t.Error("the terminal's colours are changed")
			}
			s.keys("\x03")
			if code, ok := s.wait(patience); code != 130 || !ok {
				t.Fatalf("ended with %d, %t", code, ok)
			}
			s.restored(t)
		})
	}
}

// TestCursorFollows: the terminal's cursor shows, at the line that matters, whatever is
// drawn elsewhere, and is as it was at the end.
func TestCursorFollows(t *testing.T) {
	t.Parallel()
	s := start(t, opts{args: []string{"calf", "--position", "seated"}})
	s.waitFor(t, "q leave", patience)
	behind := func() string {
		x, y, visible := s.cursor()
		if line := s.line(y); visible && x < len(line) {
			return line[x:]
		}
		return ""
	}
	at := func(what string) {
		t.Helper()
		s.until(t, "cursor at "+what, patience, func(string) bool { return bytes.HasPrefix([]byte(behind()), []byte(what)) })
	}
	at("Get somewhere safe")
	s.insists(t, "!", func(string) bool { return bytes.HasPrefix([]byte(behind()), []byte("WARNING SIGNS")) })
	s.keys("\x1b")
	at("Get somewhere safe")
	s.keys("\x03")
	if code, ok := s.wait(patience); code != 130 || !ok {
		t.Fatalf("ended with %d, %t", code, ok)
	}
	s.restored(t)
}
