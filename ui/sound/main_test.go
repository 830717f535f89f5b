package sound

import (
	"os"
	"testing"
)

// TestMain lets the test binary be a speaker where a test starts it as one. What a voice leaves
// running is looked at where each is closed.
func TestMain(m *testing.M) {
	if mode := os.Getenv(fakeSpeakerMode); mode != "" {
		os.Exit(fakeSpeaker(mode))
	}
	os.Exit(m.Run())
}
