package sound

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain lets the test binary be a speaker where a test starts it as one, and holds
// that no test leaves anything running behind.
func TestMain(m *testing.M) {
	if mode := os.Getenv(fakeSpeakerMode); mode != "" {
		os.Exit(fakeSpeaker(mode))
	}
	goleak.VerifyTestMain(m)
}
