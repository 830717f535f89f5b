//go:build unix

package cli

import (
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestSettingsNeverWaits: nobody writes into a pipe, and a device never ends.
func TestSettingsNeverWaits(t *testing.T) {
	t.Parallel()
	pipe := newSettings(t, "x")
	device := newSettings(t, "x")
	for _, f := range []settingsFile{pipe, device} {
		if err := os.Remove(string(f)); err != nil {
			t.Fatal(err)
		}
	}
	if err := unix.Mkfifo(string(pipe), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/dev/zero", string(device)); err != nil {
		t.Fatal(err)
	}
	for _, f := range []settingsFile{pipe, device} {
		read := make(chan error, 2)
		go func() {
			_, err := f.read()
			read <- err
			read <- f.save(change{keyManual, "true"})
		}()
		for range 2 {
			select {
			case err := <-read:
				f.says(t, err, "not a plain file")
			case <-time.After(10 * time.Second):
				t.Fatalf("%s: still reads", f)
			}
		}
	}
}
