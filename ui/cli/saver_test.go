package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// saverIn is a saver with a file in a folder of the test's own.
func saverIn(t *testing.T, text string) (s *saver, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "settings.yaml")
	if text != "" {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return &saver{file: settingsFile(path), trouble: func(err error) { t.Errorf("trouble: %v", err) }}, path
}

// TestSaverKeepsTheNewest of each setting, whatever comes while it writes.
func TestSaverKeepsTheNewest(t *testing.T) {
	s, path := saverIn(t, "# mine\n")
	for i := range 50 {
		s.put(change{keySound, string(modes()[i%3])})
		s.put(change{keyAcross, []string{"true", "false"}[i%2]})
	}
	s.put(change{keySound, "tones"})
	s.flush(10 * time.Second)
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := "# mine\nsound: tones\nacross: false\n"; string(got) != want {
		t.Errorf("the file is %q, want %q", got, want)
	}
	s.flush(0) // nothing is under way: at once
}

// TestSaverTellsWhatItCantSave, and the broken file stays as it is.
func TestSaverTellsWhatItCantSave(t *testing.T) {
	s, path := saverIn(t, "sound: loud\n")
	told := make(chan error, 2)
	s.trouble = func(err error) { told <- err }
	s.put(change{keySound, "tones"})
	s.flush(10 * time.Second)
	if err := <-told; !strings.Contains(err.Error(), "settings.yaml") {
		t.Errorf("told %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "sound: loud\n" {
		t.Errorf("the file is %q, %v", got, err)
	}
}

// TestKept is what is saved of a key, by the hour and by what the settings say.
func TestKept(t *testing.T) {
	day := func() time.Time { return time.Date(2026, 1, 2, 12, 0, 0, 0, time.Local) }
	night := func() time.Time { return time.Date(2026, 1, 2, 3, 0, 0, 0, time.Local) }
	for _, x := range []struct {
		c    choices
		m    mode
		want []change
	}{
		{choices{now: day}, tones, []change{{keySound, "tones"}}},
		{choices{now: day}, mute, []change{{keySound, "mute"}}},
		{choices{now: night}, voice, nil},
		{choices{now: night}, tones, nil},
		{choices{now: night}, mute, []change{{keyNight, "mute"}}},
		{choices{now: day, context: "sleep"}, mute, nil},
		{choices{now: day, settings: settings{volume: say(0)}}, voice, []change{{keySound, "voice"}, {keyVolume, ""}}},
		{choices{now: day, settings: settings{volume: say(0)}}, mute, []change{{keySound, "mute"}}},
		{choices{now: day, settings: settings{volume: say(30)}}, voice, []change{{keySound, "voice"}}},
	} {
		got := x.c.kept(x.m)
		same := len(got) == len(x.want)
		for i := range got {
			same = same && got[i] == x.want[i]
		}
		if !same {
			t.Errorf("%s at %v, context %q, %+v: kept %v, want %v", x.m, x.c.now().Hour(), x.c.context, x.c.settings.volume, got, x.want)
		}
	}
}
