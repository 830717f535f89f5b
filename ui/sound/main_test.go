package sound

import (
	"os"
	"testing"
)

// TestMain lets the test binary be a speaker where a test starts it as one.
func TestMain(m *testing.M) {
	if mode := os.Getenv(fakeSpeakerMode); mode != "" {
		os.Exit(fakeSpeaker(mode))
	}
	os.Exit(m.Run())
}
