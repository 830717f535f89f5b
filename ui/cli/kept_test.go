//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/content"
)

// atHour makes the hour of the day what it has to be: the environment variable that
// puts the program into a zone of its own.
func atHour(t *testing.T, hour int) string {
	t.Helper()
	now := time.Now().UTC()
	offset := (hour-now.Hour())*3600 + (30-now.Minute())*60
	if offset < -12*3600 {
		offset += 24 * 3600
	}
	// One kind of time, no changes between kinds, and a name of four bytes.
	file := append([]byte("TZif"), make([]byte, 16+4*4)...)
	file = append(file, 0, 0, 0, 1, 0, 0, 0, 4,
		byte(offset>>24), byte(offset>>16), byte(offset>>8), byte(offset), 0, 0, 'n', 'o', 'w', 0)
	path := filepath.Join(t.TempDir(), "zone")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return "TZ=" + path
}

// at are the options of a session at an hour of the day, and where its settings are.
func at(t *testing.T, hour int, text string, args ...string) (o opts, settings string) {
	t.Helper()
	dir := t.TempDir()
	settings = filepath.Join(dir, "uncramp", "settings.yaml")
	if text != "" {
		if err := os.MkdirAll(filepath.Dir(settings), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(settings, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	e := speakers(t, "speaks")
	with := speakWith(t)
	return opts{
		heard: true, args: append(args, with[:2]...), // who speaks, and not that it may be now
		env: append(e.env, atHour(t, hour), "XDG_CONFIG_HOME="+dir),
	}, settings
}

// waitFile waits until a file has the text, "" = there is none.
func waitFile(t *testing.T, path, want string) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	got := ""
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		data, _ := os.ReadFile(path)
		if got = string(data); got == want {
			return
		}
	}
	t.Fatalf("%s is %q, want %q", path, got, want)
}

// TestMutedInBed: nobody is woken up, unless they press m; and that isn't kept.
func TestMutedInBed(t *testing.T) {
	t.Parallel()
	o, settings := at(t, 12, "", "--speed", "20", "--context", "sleep")
	s := start(t, o)
	s.waitPhrase(t, "muted-sleep")
	s.waitText(t, "m muted")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= 10*time.Second })
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d <= 17*time.Second })
	if n := s.rings(); n > 0 {
		t.Errorf("%d rings", n)
	}
	s.keys("m")
	s.waitText(t, "m voice on")
	s.waitRings(t, 1)
	s.keys("\x03")
	s.ends(t, 130)
	waitFile(t, settings, "")
	if _, err := os.Stat(filepath.Dir(settings)); err == nil {
		t.Error("something was kept of what is right in bed")
	}
}

// TestMutedAtNight: it says so, and m has it heard; that isn't kept, for the next night
// somebody may sleep beside.
func TestMutedAtNight(t *testing.T) {
	t.Parallel()
	o, settings := at(t, 2, "# mine\n")
	s := start(t, o)
	s.waitPhrase(t, "muted-night")
	s.waitText(t, "m muted")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.keys("m")
	s.waitText(t, "m voice on")
	s.keys("\x03")
	s.ends(t, 130)
	waitFile(t, settings, "# mine\n")
}

// TestQuietAtNightIsKept: what makes the night quieter is.
func TestQuietAtNightIsKept(t *testing.T) {
	t.Parallel()
	o, settings := at(t, 23, "night: tones\n")
	o.args = nil
	s := start(t, o)
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.waitText(t, "m tones on")
	s.keys("m")
	s.waitText(t, "m muted")
	s.keys("\x03") // at once: what is kept is written all the same
	s.ends(t, 130)
	waitFile(t, settings, "night: mute\n")
}

// TestChoicesAreKept: by day m and f are, each in its setting, and hold the next time.
func TestChoicesAreKept(t *testing.T) {
	t.Parallel()
	o, settings := at(t, 12, "# mine\n")
	s := start(t, o)
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.waitText(t, "m voice on")
	s.keys("m")
	s.waitText(t, "m tones on")
	waitFile(t, settings, "# mine\nsound: tones\n")
	s.keys("f")
	waitFile(t, settings, "# mine\nsound: tones\nacross: true\n")
	s.keys("\x03")
	s.ends(t, 130)

	o.args = nil // a flag that names a speaker would have it speak
	s = start(t, o)
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.waitText(t, "How is it?") // the first screen helps, however large it's wanted
	s.keys("e")
	s.waitText(t, "IS THIS RIGHT?")
	s.keys("\r")
	s.until(t, "the large screen", patience, func(screen string) bool {
		return strings.HasPrefix(s.lastOf(titleWords), "GET READY") && strings.Contains(screen, "██") && !strings.Contains(screen, "Stop if")
	})
	s.keys("f")
	s.waitText(t, "m tones on")
	waitFile(t, settings, "# mine\nsound: tones\nacross: false\n")
	s.keys("\x03")
	s.ends(t, 130)
}

// TestBrokenSettings: they are named, count for nothing, and stay as they are.
func TestBrokenSettings(t *testing.T) {
	t.Parallel()
	const broken = "sound: mute\nvolume: loud # very\n"
	o, settings := at(t, 12, broken)
	o.cols = 120
	s := start(t, o)
	named := s.shows("settings.yaml:2:9:")
	s.until(t, "what is wrong", patience, func(screen string) bool {
		return holds(screen, `settings.yaml:2:9: volume: "loud"; expected a whole number from 0 to 100`)
	})
	s.waitText(t, "m voice on")
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	named.once(t, "the place")
	s.keys("m")
	s.waitText(t, "m tones on")
	s.until(t, "why it isn't kept", patience, func(screen string) bool { return holds(screen, "settings.yaml:2:9:") })
	s.keys("\x03")
	s.ends(t, 130)
	waitFile(t, settings, broken)
	if all, _ := filepath.Glob(filepath.Join(filepath.Dir(settings), "*")); len(all) != 1 {
		t.Errorf("beside it stand %q", all)
	}
}

// TestKeptSpeakerMissing: one that the settings name is named, and there is a session.
func TestKeptSpeakerMissing(t *testing.T) {
	t.Parallel()
	o, _ := at(t, 12, "speak-with: no-such-speaker\n")
	o.args, o.cols = nil, 120
	s := start(t, o)
	named := s.shows(`speaker: exec: "no-such-speaker"`)
	s.waitText(t, `speaker: exec: "no-such-speaker"`)
	s.counts(t, "BREATHE", patience, func(d time.Duration) bool { return d >= time.Second })
	s.keys("e")
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.keys("\x03")
	s.ends(t, 130)
	named.once(t, "the speaker")
}

// TestNoticesTogether: what comes up at the same time can all be read.
func TestNoticesTogether(t *testing.T) {
	t.Parallel()
	lib := content.Embedded()
	for name, c := range map[string]struct {
		hour int
		text string
		args []string
		want []string
	}{
		"no device, no voice":        {12, "", []string{"--voice", "on"}, []string{lib.Phrase("no-device"), lib.Phrase("no-voice")}},
		"broken settings, night":     {2, "manual: yes\n", nil, []string{"settings.yaml:1:9:", lib.Phrase("muted-night")}},
		"broken settings, in bed":    {12, "manual: yes\n", []string{"--context", "sleep"}, []string{"settings.yaml:1:9:", lib.Phrase("muted-sleep")}},
		"broken settings, no device": {12, "manual: yes\n", nil, []string{"settings.yaml:1:9:", lib.Phrase("no-device")}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o, _ := at(t, c.hour, c.text)
			o.args, o.cols, o.rows, o.env = c.args, 120, 40, append(o.env, "PATH=/nonexistent")
			s := start(t, o)
			all := make([]*watched, len(c.want))
			for i, want := range c.want {
				all[i] = s.shows(want)
			}
			s.until(t, "time to read "+strings.Join(c.want, " and "), 2*patience, func(string) bool {
				return !slices.ContainsFunc(all, func(w *watched) bool { return w.longest() < time.Second })
			})
		})
	}
}

// longest is for how long a text stood on the screen at most.
func (w *watched) longest() time.Duration {
	var most time.Duration
	steps := append(w.all(), seen{at: time.Now()})
	for i, step := range steps[:len(steps)-1] {
		if step.value == "true" {
			most = max(most, steps[i+1].at.Sub(step.at))
		}
	}
	return most
}
